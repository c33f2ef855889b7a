//! `/werk/dossiers/{id}/middelen`: a department, or several that put money together, is asked for money or people (F1 S8).

use crate::across;
use crate::forms;
use crate::model::{Act, Budget, BudgetKind};
use crate::pages::opened::{Head, Opened};
use crate::pages::view::{Names, department_choices, departments};
use crate::tables;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Posted};
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "means.html")]
struct Form {
    page: Page,
    typed: Typed,
    head: Head,
    budgets: Vec<Choice>,
    departments: Vec<Choice>,
}

/// The budgets of which money can be asked today.
async fn open_budgets(ctx: &Context) -> Result<Vec<Budget>, Fault> {
    let mut s = ctx.read().await?;
    let all = tables::budgets(&mut s, ctx.tenant_id(), None, tables::MOST_BUDGETS).await?;
    Ok(all.into_iter().filter(|it| it.is_open(ctx.today())).collect())
}

/// Each share with what is left of it, and a pool also as a whole.
fn budget_choices(page: &Page, names: &Names, budgets: &[Budget]) -> Vec<Choice> {
    let label = |budget: &Budget, who: String, left| {
        let words = [("name", budget.name.as_str().into()), ("who", who.into()), ("left", page.money(&left).into())];
        page.ta("carry-ask-means-budget-of", &words)
    };
    let mut choices = Vec::new();
    for budget in budgets {
        if budget.kind == BudgetKind::Pooled {
            let whole = label(budget, page.t("carry-ask-means-budget-all"), budget.left());
            choices.push(Choice::new(forms::budget_value(budget.id, None), whole));
        }
        for share in &budget.shares {
            let one = label(budget, names.department(page, Some(share.department)), share.left());
            choices.push(Choice::new(forms::budget_value(budget.id, Some(share.department)), one));
        }
    }
    choices
}

async fn draw(ctx: &Context, opened: &Opened, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let page = ctx.page("carry-act-ask-means-title");
    let departments = department_choices(&departments(ctx).await?);
    let open = open_budgets(ctx).await?;
    let names = Names::read(&mut ctx.read().await?, ctx.tenant_id(), &[]).await?;
    let budgets = budget_choices(&page, &names, &open);
    Ok(ui::html(status, &Form { head: opened.head(&page), budgets, departments, typed, page }))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::for_act(&ctx, &id, Act::AskMeans).await?;
    if !Act::AskMeans.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    draw(&ctx, &opened, Typed::empty(), StatusCode::OK).await
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::for_act(&ctx, &id, Act::AskMeans).await?;
    if !Act::AskMeans.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    let offered = departments(&ctx).await?.iter().map(|it| it.id).collect::<Vec<_>>();
    let budgets = open_budgets(&ctx).await?;
    let Some(form) = forms::asking_means(&mut typed, &offered, &budgets, ctx.tenant.language) else {
        return draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    // A request of a whole pool is one of each share: all of them, or none.
    let done = store::write!(store, [ctx, form], |tx| {
        for asking in &form {
            across::ask_means(tx, &ctx.act(), dossier, asking).await?;
        }
        Ok::<_, crate::act::Refusal>(())
    })
    .await;
    match opened.settle(&ctx, done, &mut typed, "carry-ask-means-done").await? {
        Some(response) => Ok(response),
        None => draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}
