//! `/werk/budgetten`: what was asked, committed and left of each budget, for the controller and whoever holds one (F1 S8, E7).

use crate::act::Refusal;
use crate::budgets;
use crate::forms;
use crate::model::{Budget, BudgetKind};
use crate::pages::view::{Names, Texts, Words, department_choices, departments, means_asked};
use crate::tables::{self, MeansRequest};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{AccountId, BudgetId, DepartmentId, DossierId, Instant, Money};
use people::{Context, Fault, Permission, Posted, Thing};
use std::collections::HashMap;
use ui::{Choice, Page, Pager, Typed};

/// Rows on one page.
const A_PAGE: usize = 50;
/// Rows for shares that a form shows at least.
const ROWS: usize = 4;

#[derive(Debug, Template)]
#[template(path = "budgets.html")]
struct List {
    page: Page,
    rows: Vec<Row>,
    may_make: bool,
    pager: Pager,
}

/// A budget in the list.
#[derive(Debug)]
struct Row {
    href: String,
    name: String,
    kind: &'static str,
    cycle: String,
    amount: String,
    asked: String,
    committed: String,
    left: String,
    next: String,
}

#[derive(Debug, Template)]
#[template(path = "budget.html")]
struct One {
    page: Page,
    name: String,
    facts: Vec<(&'static str, String)>,
    shares: Vec<ShareRow>,
    requests: Vec<Request>,
    edit: Option<String>,
    pager: Pager,
}

/// A share of a budget.
#[derive(Debug)]
struct ShareRow {
    department: String,
    holder: String,
    amount: String,
    asked: String,
    committed: String,
    left: String,
}

/// What was asked of a budget.
#[derive(Debug)]
struct Request {
    href: String,
    label: String,
    department: String,
    what: String,
    day: String,
    status: String,
    purpose: Option<Words>,
}

#[derive(Debug, Template)]
#[template(path = "budget_form.html")]
struct Form {
    page: Page,
    typed: Typed,
    action: String,
    back: String,
    kinds: Vec<Choice>,
    departments: Vec<Choice>,
    holders: Vec<Choice>,
    rows: Vec<[String; 3]>,
}

/// Who keeps budgets, or holds one, may look at them.
fn may_look(ctx: &Context) -> Result<(), Fault> {
    if ctx.account.is_none() {
        return Err(Fault::SignIn);
    }
    if ctx.may_somewhere(Permission::ManageBudgets) || ctx.may_somewhere(Permission::CommitMeans) { Ok(()) } else { Err(Fault::Forbidden) }
}

fn cursor(text: Option<&String>) -> Result<Option<(String, BudgetId)>, Fault> {
    let Some(text) = text else { return Ok(None) };
    let (id, name) = text.split_once('.').ok_or(Fault::NotFound)?;
    Ok(Some((name.to_owned(), id.parse().map_err(|_| Fault::NotFound)?)))
}

pub(super) async fn list(ctx: Context, Query(asked): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    may_look(&ctx)?;
    let page = ctx.page("carry-budgets-title");
    let after = cursor(asked.get("na"))?;
    let mut s = ctx.read().await?;
    let from = after.as_ref().map(|(name, id)| (name.as_str(), *id));
    let mut all = tables::budgets(&mut s, ctx.tenant_id(), from, 51).await?;
    let more = all.len() > A_PAGE;
    all.truncate(A_PAGE);
    let mut rows = Vec::new();
    for it in &all {
        let waiting = tables::waiting_of_budget(&mut s, ctx.tenant_id(), it.id).await?;
        let asked: i64 = waiting.iter().map(|(_, euros, _)| *euros).sum();
        rows.push(Row {
            href: format!("/werk/budgetten/{}", it.id),
            name: it.name.clone(),
            kind: it.kind.key(),
            cycle: it.cycle.clone(),
            amount: page.money(&it.amount()),
            asked: page.money(&euros(asked)),
            committed: page.money(&it.committed()),
            left: page.money(&it.left()),
            next: it.next.map(|next| page.date(&next)).unwrap_or_default(),
        });
    }
    drop(s);
    let next = all.last().filter(|_| more).map(|it| format!("/werk/budgetten?na={}.{}", it.id, super::in_address(&it.name)));
    let pager = Pager { next, previous: after.is_some().then(|| "/werk/budgetten".to_owned()) };
    let may_make = ctx.may(Permission::ManageBudgets, &Thing::tenant());
    Ok(ui::html(StatusCode::OK, &List { page, rows, may_make, pager }))
}

const fn euros(euros: i64) -> Money {
    Money::from_cents(euros.saturating_mul(100))
}

async fn read(ctx: &Context, id: &str) -> Result<Budget, Fault> {
    let id: BudgetId = id.parse().map_err(|_| Fault::NotFound)?;
    let mut s = ctx.read().await?;
    tables::budget(&mut s, ctx.tenant_id(), id).await?.ok_or(Fault::NotFound)
}

fn after(text: Option<&String>) -> Result<Option<(Instant, DossierId, i64)>, Fault> {
    let Some(text) = text else { return Ok(None) };
    let read = || {
        let mut parts = text.split('.');
        let (at, dossier, number) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Some((Instant::from_micros(at), dossier, number))
    };
    read().map(Some).ok_or(Fault::NotFound)
}

fn status(page: &Page, it: &MeansRequest) -> String {
    let at = it.settled_at.map(|at| page.day(&at)).unwrap_or_default();
    match (it.committed, it.queued_until, it.released_at) {
        (Some(true), _, Some(released)) => page.t1("carry-budget-released", "day", page.day(&released)),
        (Some(true), ..) => page.t1("carry-dossier-means-committed", "day", at),
        (Some(false), ..) => page.t1("carry-dossier-means-refused", "day", at),
        (None, _, Some(released)) => page.t1("carry-budget-asked-no-longer", "day", page.day(&released)),
        (None, Some(until), None) => page.t1("carry-dossier-means-queued", "day", page.date(&until)),
        (None, None, None) => page.t("carry-dossier-means-open"),
    }
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>, Query(asked): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    may_look(&ctx)?;
    let budget = read(&ctx, &id).await?;
    let from = after(asked.get("na"))?;
    let page = ctx.page("carry-budget-title");
    let tenant = ctx.tenant_id();
    let mut s = ctx.read().await?;
    let waiting = tables::waiting_of_budget(&mut s, tenant, budget.id).await?;
    let mut found = tables::asked_of_budget(&mut s, tenant, budget.id, from, 51).await?;
    let more = found.len() > A_PAGE;
    found.truncate(A_PAGE);
    let holders: Vec<AccountId> = budget.shares.iter().filter_map(|it| it.holder).collect();
    let names = Names::read(&mut s, tenant, &holders).await?;
    let purposes: Vec<_> = found.iter().map(|(_, it)| it.purpose).collect();
    let texts = Texts::read(&mut s, tenant, &purposes).await?;
    let mut numbers = HashMap::new();
    for (dossier, _) in &found {
        if !numbers.contains_key(dossier) {
            let number =
                journey::dossier(&mut s, tenant, *dossier).await?.and_then(|it| it.contributions.first().map(|it| it.number.to_string()));
            numbers.insert(*dossier, number.unwrap_or_default());
        }
    }
    drop(s);
    let asked_of = |department: DepartmentId| waiting.iter().find(|(id, ..)| *id == department).map_or(0, |(_, euros, _)| *euros);
    let base = format!("/werk/budgetten/{}", budget.id);
    let next = found.last().filter(|_| more).map(|(dossier, it)| format!("{base}?na={}.{dossier}.{}", it.at.micros(), it.number));
    let request = |(dossier, it): &(DossierId, MeansRequest)| Request {
        href: format!("/werk/dossiers/{dossier}"),
        label: numbers.get(dossier).cloned().unwrap_or_default(),
        department: names.department(&page, Some(it.department)),
        what: means_asked(&page, it.euros),
        day: page.day(&it.at),
        status: status(&page, it),
        purpose: texts.words(&page, it.purpose),
    };
    let mut facts = vec![("carry-budget-kind-label", page.t(budget.kind.key()))];
    if !budget.cycle.is_empty() {
        facts.push(("carry-budget-cycle-label", budget.cycle.clone()));
    }
    facts.extend(budget.next.map(|next| ("carry-budget-next-label", page.date(&next))));
    facts.extend(budget.ended.map(|ended| ("carry-budget-ended-label", page.date(&ended))));
    let one = One {
        name: budget.name.clone(),
        facts,
        shares: budget
            .shares
            .iter()
            .map(|it| ShareRow {
                department: names.department(&page, Some(it.department)),
                holder: it.holder.map_or_else(|| page.t("carry-budget-holder-role"), |holder| names.person(&page, Some(holder))),
                amount: page.money(&it.amount),
                asked: page.money(&euros(asked_of(it.department))),
                committed: page.money(&it.committed),
                left: page.money(&it.left()),
            })
            .collect(),
        requests: found.iter().map(request).collect(),
        edit: ctx.may(Permission::ManageBudgets, &Thing::tenant()).then(|| format!("{base}/wijzigen")),
        pager: Pager { next, previous: from.is_some().then_some(base) },
        page,
    };
    Ok(ui::html(StatusCode::OK, &one))
}

/// The people who may hold a share: whoever holds budgets somewhere today.
async fn holders(ctx: &Context) -> Result<Vec<(AccountId, String)>, Fault> {
    let mut s = ctx.read().await?;
    let mut found = Vec::new();
    for department in people::tables::departments(&mut s, ctx.tenant_id()).await? {
        let thing = Thing::tenant().in_department(department.id);
        let who = people::tables::who_has(&mut s, ctx.tenant_id(), Permission::CommitMeans, &thing, ctx.today()).await?;
        found.extend(who.into_iter().filter(|id| !found.contains(id)).collect::<Vec<_>>());
    }
    Ok(people::tables::names(&mut s, ctx.tenant_id(), &found).await?.into_iter().collect())
}

async fn draw(ctx: &Context, id: Option<BudgetId>, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let page = ctx.page(if id.is_some() { "carry-budget-change-title" } else { "carry-budget-new-title" });
    let filled = (1..=forms::MOST_SHARES).filter(|row| forms::share_fields(*row).iter().any(|field| !typed.get(field).is_empty())).max();
    let rows = filled.map_or(ROWS, |last| (last + 1).clamp(ROWS, forms::MOST_SHARES));
    let back = id.map_or_else(|| "/werk/budgetten".to_owned(), |id| format!("/werk/budgetten/{id}"));
    let form = Form {
        action: id.map_or_else(|| "/werk/budgetten/nieuw".to_owned(), |id| format!("/werk/budgetten/{id}/wijzigen")),
        back,
        kinds: BudgetKind::ALL.iter().map(|it| Choice::new(it.code(), page.t(it.key()))).collect(),
        departments: department_choices(&departments(ctx).await?),
        holders: holders(ctx).await?.into_iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect(),
        rows: (1..=rows).map(forms::share_fields).collect(),
        typed,
        page,
    };
    Ok(ui::html(status, &form))
}

pub(super) async fn blank(ctx: Context) -> Result<Response, Fault> {
    ctx.permit(Permission::ManageBudgets, &Thing::tenant())?;
    draw(&ctx, None, Typed::empty(), StatusCode::OK).await
}

pub(super) async fn edit(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    ctx.permit(Permission::ManageBudgets, &Thing::tenant())?;
    let budget = read(&ctx, &id).await?;
    let mut typed = Typed::empty().with("name", &budget.name).with("kind", budget.kind.code()).with("cycle", &budget.cycle);
    if let Some(next) = budget.next {
        typed.set("next", next.to_string());
    }
    if let Some(ended) = budget.ended {
        typed.set("ended", ended.to_string());
    }
    for (row, share) in (1..).zip(&budget.shares) {
        let [department, amount, holder] = forms::share_fields(row);
        typed.set(department, share.department.to_string());
        typed.set(amount, share.amount.to_string());
        typed.set(holder, share.holder.map(|id| id.to_string()).unwrap_or_default());
    }
    draw(&ctx, Some(budget.id), typed, StatusCode::OK).await
}

pub(super) async fn make(posted: Posted) -> Result<Response, Fault> {
    posted.ctx.permit(Permission::ManageBudgets, &Thing::tenant())?;
    let id = BudgetId::new(posted.ctx.now(), posted.ctx.app.random.as_ref());
    keep(posted, id, true).await
}

pub(super) async fn change(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    posted.ctx.permit(Permission::ManageBudgets, &Thing::tenant())?;
    let budget = read(&posted.ctx, &id).await?;
    keep(posted, budget.id, false).await
}

async fn keep(posted: Posted, id: BudgetId, fresh: bool) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let shown = (!fresh).then_some(id);
    let offered: Vec<DepartmentId> = departments(&ctx).await?.iter().map(|it| it.id).collect();
    let people: Vec<AccountId> = holders(&ctx).await?.into_iter().map(|(id, _)| id).collect();
    let Some(budget) = forms::budgeting(&mut typed, id, &offered, &people) else {
        return draw(&ctx, shown, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let store = ctx.store().clone();
    let done = store::write!(store, [ctx, budget], |tx| budgets::save(tx, &ctx.act(), &budget).await).await;
    match done {
        Ok(()) => Ok(ctx.done(&format!("/werk/budgetten/{id}"), "carry-budget-saved")),
        Err(Refusal::Rule(rule)) => {
            let (field, key) = rule.field();
            // What is wrong with the shares together stands beside the first of them.
            let field = if field == "amount" { "amount-1" } else { field };
            typed.wrong(field, key);
            draw(&ctx, shown, typed, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(refusal) => Err(refusal.into()),
    }
}
