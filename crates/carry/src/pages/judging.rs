//! `/werk/dossiers/{id}/kadertoets` and `/werk/dossiers/{id}/advies`: what a department finds of an idea. Early what law,
//! money and practice say (F1 S5, A197, E602), later its advice with the reasons (F1 S11).

use crate::act::{Refusal, advise, check_frames};
use crate::forms::{AdviceWith, advising, checking, count_fields};
use crate::gathering::MOST_COUNTS;
use crate::model::{Act, Frame, PlanChange, replies};
use crate::pages::opened::{Head, Opened};
use crate::pages::plans_here;
use crate::pages::view::{department_choices, departments, firmness_choices, verdicts};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Posted};
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "judging.html")]
struct Form {
    page: Page,
    typed: Typed,
    head: Head,
    verdicts: Vec<Choice>,
    /// Whether a rule is essential or adjustable.
    firmnesses: Vec<Choice>,
    /// The frames that are checked; none when the department advises.
    frames: &'static [Frame],
    /// What departments plan there.
    plans: String,
    /// What a formal reply can say of the plan on which residents react; empty where they do not (F5).
    changes: Vec<Choice>,
    /// Where answers were gathered: what is asked of their one result.
    result: Option<ResultFields>,
    /// Whether something is done with it.
    acts: Vec<Choice>,
    /// Who can do it.
    departments: Vec<Choice>,
    /// Whether a body decides on it.
    ways: Vec<Choice>,
}

/// What the form of a result offers (F5).
#[derive(Debug)]
struct ResultFields {
    /// How many took part.
    respondents: usize,
    /// Of fewer people than this no number is shown.
    smallest: i64,
    /// The fields for what was said and how many said it, each under its legend.
    counts: Vec<(String, String, String)>,
}

async fn draw(ctx: &Context, opened: &Opened, act: Act, typed: Option<Typed>, status: StatusCode) -> Result<Response, Fault> {
    let (title, frames): (_, &[Frame]) = match act {
        Act::CheckFrames => ("carry-act-check-frames-title", &Frame::ALL),
        _ => ("carry-act-advise-title", &[]),
    };
    let gathered = act == Act::Advise && opened.dossier.gathers.is_some();
    let page = ctx.page(if gathered { "carry-result-title" } else { title });
    let choice = |value: &str, key: &str| Choice::new(value, page.t(key));
    let smallest = people::tables::tenants::smallest(&mut ctx.read().await?, ctx.tenant_id()).await?;
    let result = gathered.then(|| ResultFields {
        smallest,
        respondents: opened.dossier.live().count(),
        counts: (1..=MOST_COUNTS)
            .map(|nth| {
                let (said, many) = count_fields(nth);
                (page.t1("carry-result-count", "number", i64::try_from(nth).unwrap_or(i64::MAX)), said, many)
            })
            .collect(),
    });
    let acts = vec![choice("yes", "carry-result-acts-yes"), choice("no", "carry-result-acts-no")];
    let ways = vec![choice("own", "carry-result-way-own"), choice("decision", "carry-result-way-decision")];
    let departments = if gathered { department_choices(&departments(ctx).await?) } else { Vec::new() };
    let mut s = ctx.read().await?;
    let found = plans_here::found(ctx, &mut s, opened).await?;
    let plans = plans_here::shown(ctx, &mut s, &page, &found).await?;
    let typed = match typed {
        Some(typed) => typed,
        None if act == Act::CheckFrames => plans_here::suggested(ctx, &mut s, &found).await?,
        None => Typed::empty(),
    };
    drop(s);
    let changes = if act == Act::Advise && replies(opened.variant()) {
        PlanChange::ALL.iter().map(|it| Choice::new(it.code(), page.t(it.key()))).collect()
    } else {
        Vec::new()
    };
    let (head, verdicts, firmnesses) = (opened.head(&page), verdicts(&page), firmness_choices(&page));
    Ok(ui::html(status, &Form { head, verdicts, firmnesses, typed, frames, plans, changes, result, acts, departments, ways, page }))
}

async fn show(ctx: &Context, id: &str, act: Act) -> Result<Response, Fault> {
    let opened = Opened::for_act(ctx, id, act).await?;
    if !act.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(ctx).await;
    }
    draw(ctx, &opened, act, None, StatusCode::OK).await
}

/// What comes of a form: `None` when something in it is wrong.
async fn settle<T>(
    ctx: &Context,
    opened: &Opened,
    act: Act,
    done: Option<Result<T, Refusal>>,
    mut typed: Typed,
) -> Result<Response, Fault> {
    let notice = if act == Act::CheckFrames { "carry-frames-done" } else { "carry-advise-done" };
    let settled = match done {
        Some(done) => opened.settle(ctx, done, &mut typed, notice).await?,
        None => None,
    };
    match settled {
        Some(response) => Ok(response),
        None => draw(ctx, opened, act, Some(typed), StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}

pub(super) async fn show_frames(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    show(&ctx, &id, Act::CheckFrames).await
}

pub(super) async fn take_frames(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::for_act(&ctx, &id, Act::CheckFrames).await?;
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    let done = match checking(&mut typed, ctx.tenant.language) {
        Some(form) => Some(store::write!(store, [ctx, form], |tx| { check_frames(tx, &ctx.act(), dossier, &form).await }).await),
        None => None,
    };
    settle(&ctx, &opened, Act::CheckFrames, done, typed).await
}

pub(super) async fn show_advice(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    show(&ctx, &id, Act::Advise).await
}

pub(super) async fn take_advice(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::for_act(&ctx, &id, Act::Advise).await?;
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    let offered: Vec<_> = departments(&ctx).await?.iter().map(|it| it.id).collect();
    let with = match opened.dossier.gathers {
        Some(_) => AdviceWith::Result(i64::try_from(opened.dossier.live().count()).unwrap_or(i64::MAX), &offered),
        None if replies(opened.variant()) => AdviceWith::Reply,
        None => AdviceWith::Plain,
    };
    let done = match advising(&mut typed, ctx.tenant.language, with) {
        Some(form) => Some(store::write!(store, [ctx, form], |tx| { advise(tx, &ctx.act(), dossier, &form).await }).await),
        None => None,
    };
    settle(&ctx, &opened, Act::Advise, done, typed).await
}
