//! `/werk/samen`: the same with several dossiers: first exactly what will be done with which, then exactly what was done.

use crate::act::decider;
use crate::at_once::{Errand, Picked, Undone, with_each};
use crate::forms::{MOTIVE_MOST, accepting, assigning, prose, scheduling};
use crate::model::AtOnce;
use crate::pages::desk::Asked;
use crate::pages::view::{Words, department_choices, departments, people_of};
use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use journey::Dossier;
use kernel::{DepartmentId, DossierId};
use people::{Context, Fault, Posted};
use ui::{Choice, Page, Typed};

/// At most so many at once: two pages of the desk.
const MOST: usize = 100;

#[derive(Debug, Template)]
#[template(path = "at_once.html")]
struct Form {
    page: Page,
    typed: Typed,
    kind: AtOnce,
    submit: String,
    narrow: Vec<(&'static str, String)>,
    back: String,
    ready: Vec<Line>,
    not: Vec<Line>,
    departments: Vec<Choice>,
    holders: Vec<Choice>,
}

#[derive(Debug, Template)]
#[template(path = "at_once_done.html")]
struct Told {
    page: Page,
    back: String,
    done: Vec<Line>,
    not: Vec<Line>,
}

/// One dossier of several.
#[derive(Debug)]
struct Line {
    value: String,
    number: String,
    href: String,
    title: Option<Words>,
    chosen: bool,
    why: Option<String>,
}

/// Why not, in words.
fn why(page: &Page, undone: &Undone) -> String {
    match undone {
        Undone::Gone => page.t("carry-at-once-gone"),
        Undone::NotAllowed => page.t("carry-at-once-not-allowed"),
        Undone::Changed => page.t("carry-at-once-changed"),
        Undone::NotNow(state) => page.t1("carry-at-once-not-now", "state", page.t(state.key())),
        Undone::Rule(rule) => page.t(rule.field().1),
        Undone::Guard(code) => page.t(journey::guard_key(code)),
        Undone::Store(_) => page.t("carry-at-once-failed"),
    }
}

/// The ids that an address names.
fn named(ctx: &Context) -> Vec<DossierId> {
    let pairs = ctx.query.as_deref().unwrap_or_default().split('&');
    let ids = pairs.filter_map(|pair| pair.strip_prefix("kies=")?.parse().ok());
    ids.fold(Vec::new(), |mut all, id| {
        if !all.contains(&id) && all.len() < MOST {
            all.push(id);
        }
        all
    })
}

/// What is chosen by a form under `name`, each once.
fn picked(typed: &Typed, name: &str) -> Vec<Picked> {
    let mut all: Vec<Picked> = Vec::new();
    for one in typed.all(name).into_iter().filter_map(Picked::read).take(MOST) {
        if !all.iter().any(|known| known.id == one.id) {
            all.push(one);
        }
    }
    all
}

/// A dossier as this page knows it, with why the thing cannot be done.
struct Look {
    id: DossierId,
    dossier: Option<Dossier>,
    undone: Option<Undone>,
}

/// Looks at each; `seen` says how many steps it had when it was chosen.
async fn look(ctx: &Context, kind: AtOnce, all: &[(DossierId, Option<i64>)]) -> Result<Vec<Look>, Fault> {
    let who = ctx.signed_in()?;
    let mut s = ctx.read().await?;
    let mut looks = Vec::with_capacity(all.len());
    for (id, seen) in all {
        let dossier = journey::dossier(&mut s, ctx.tenant_id(), *id).await?.filter(|it| it.merged.is_none());
        let undone = match &dossier {
            None => Some(Undone::Gone),
            Some(it) => {
                let decider = decider(&mut s, ctx.tenant_id(), it.process).await?;
                if !kind.allowed(&who.grants, who.id, it, decider, ctx.today()) {
                    Some(Undone::NotAllowed)
                } else if seen.is_some_and(|seen| seen != it.events) {
                    Some(Undone::Changed)
                } else if !kind.is_open(it, decider) {
                    Some(Undone::NotNow(it.state))
                } else {
                    None
                }
            }
        };
        looks.push(Look { id: *id, dossier, undone });
    }
    Ok(looks)
}

/// The lines of dossiers, with the words that everybody may read.
async fn lines(ctx: &Context, page: &Page, looks: &[Look], chosen: impl Fn(&str) -> bool) -> Result<Vec<Line>, Fault> {
    let lead = |look: &Look| look.dossier.as_ref().and_then(|it| it.live().next()).map(|it| it.contribution);
    let leads: Vec<_> = looks.iter().filter_map(lead).collect();
    let words = voice::words(&mut ctx.read().await?, ctx.tenant_id(), &leads).await?;
    let line = |look: &Look| {
        let said = words.iter().find(|it| Some(it.id) == lead(look) && !it.withdrawn);
        let value = Picked { id: look.id, events: look.dossier.as_ref().map_or(0, |it| it.events) }.written();
        Line {
            number: look.dossier.as_ref().and_then(|it| it.live().next()).map(|it| it.number.to_string()).unwrap_or_default(),
            href: format!("/werk/dossiers/{}", look.id),
            title: said.map(|it| Words::of(page, &it.title)).filter(|it| !it.text.is_empty()),
            chosen: chosen(&value),
            why: look.undone.as_ref().map(|it| why(page, it)),
            value,
        }
    };
    Ok(looks.iter().map(line).collect())
}

fn known(ctx: &Context, code: &str) -> Result<AtOnce, Fault> {
    let kind = AtOnce::of(code).ok_or(Fault::NotFound)?;
    if kind.permissions().iter().any(|it| ctx.may_somewhere(*it)) { Ok(kind) } else { Err(Fault::Forbidden) }
}

async fn draw(ctx: &Context, kind: AtOnce, asked: &Asked, looks: Vec<Look>, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let page = ctx.page(kind.key());
    let fresh = typed.all("aangeboden").is_empty();
    let own: Vec<DepartmentId> = looks.iter().filter(|it| it.undone.is_none()).filter_map(|it| it.dossier.as_ref()?.department).collect();
    let all = lines(ctx, &page, &looks, |value| fresh || typed.has("kies", value)).await?;
    let (ready, not) = all.into_iter().partition(|it: &Line| it.why.is_none());
    let departments = if kind == AtOnce::Assign { department_choices(&departments(ctx).await?) } else { Vec::new() };
    let holders = if kind == AtOnce::HandOver { people_of(ctx, &own).await? } else { Vec::new() };
    let holders = holders.into_iter().map(|it| Choice::new(it.id.to_string(), it.name)).collect();
    let submit = format!("{}-submit", kind.key());
    let form = Form { kind, submit, narrow: asked.fields(), back: asked.address(), ready, not, departments, holders, typed, page };
    Ok(ui::html(status, &form))
}

/// What of an address is for this page itself.
#[derive(Debug, serde::Deserialize)]
pub(super) struct What {
    #[serde(default)]
    wat: String,
}

pub(super) async fn show(ctx: Context, Query(what): Query<What>, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let kind = known(&ctx, &what.wat)?;
    let all: Vec<_> = named(&ctx).into_iter().map(|id| (id, None)).collect();
    let looks = look(&ctx, kind, &all).await?;
    draw(&ctx, kind, &asked, looks, Typed::empty(), StatusCode::OK).await
}

/// Reads what is to be done with each.
async fn errand(ctx: &Context, kind: AtOnce, looks: &[Look], typed: &mut Typed) -> Result<Option<Errand>, Fault> {
    Ok(match kind {
        AtOnce::Assign => {
            let offered: Vec<_> = departments(ctx).await?.into_iter().map(|it| it.id).collect();
            assigning(typed, &offered).map(|form| Errand::Assign(form.department))
        }
        AtOnce::Schedule => {
            scheduling(typed, ctx.tenant.language).map(|form| Errand::Schedule { body: form.body, date: form.date, motive: form.motive })
        }
        AtOnce::HandOver => {
            let own: Vec<_> = looks.iter().filter_map(|it| it.dossier.as_ref()?.department).collect();
            let offered: Vec<_> = people_of(ctx, &own).await?.into_iter().map(|it| it.id).collect();
            let words = prose(typed, "words", MOTIVE_MOST);
            accepting(typed, &offered).filter(|_| !typed.is_wrong()).map(|form| Errand::HandOver { holder: form.holder, words })
        }
        AtOnce::Remind => Some(Errand::Remind),
    })
}

pub(super) async fn take(posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let kind = known(&ctx, typed.get("wat"))?;
    let asked = Asked::of(&typed);
    let chosen = picked(&typed, "kies");
    let mut offered = picked(&typed, "aangeboden");
    offered.extend(chosen.iter().filter(|one| !offered.contains(one)).copied().collect::<Vec<_>>());
    let all: Vec<_> = offered.iter().map(|it| (it.id, Some(it.events))).collect();
    if chosen.is_empty() {
        typed.wrong("kies", "carry-at-once-none");
    }
    let looks = look(&ctx, kind, &all).await?;
    let errand = errand(&ctx, kind, &looks, &mut typed).await?.filter(|_| !typed.is_wrong());
    let Some(errand) = errand else {
        return draw(&ctx, kind, &asked, looks, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let told = with_each(&ctx, &chosen, &errand).await;
    let ids: Vec<_> = told.iter().map(|(id, _)| (*id, None)).collect();
    // Looked at again for their numbers and words; what happened is what was told.
    let mut looks = look(&ctx, kind, &ids).await?;
    for (look, (_, result)) in looks.iter_mut().zip(told) {
        look.undone = result.err();
    }
    let page = ctx.page(kind.key());
    let (done, not) = lines(&ctx, &page, &looks, |_| false).await?.into_iter().partition(|it: &Line| it.why.is_none());
    Ok(ui::html(StatusCode::OK, &Told { back: asked.address(), done, not, page }))
}
