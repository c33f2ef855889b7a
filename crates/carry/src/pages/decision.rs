//! `/werk/dossiers/{id}/besluit`: what the body that the charter names decided (F1 S13, F2).

use crate::act::decide;
use crate::forms::deciding;
use crate::model::Act;
use crate::model::{self, Lane, lane, responds};
use crate::pages::opened::{Head, Opened};
use crate::pages::view::{Texts, Words};
use crate::tables;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use journey::Outcome;
use people::{Context, Fault, Posted};
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "decision.html")]
struct Form {
    page: Page,
    typed: Typed,
    head: Head,
    /// Where a toets of the draft decision still waits for answers.
    toetsen: Option<String>,
    body: String,
    by_mandate: bool,
    outcomes: Vec<Choice>,
    /// What the municipality can do with an initiative of residents; empty when it decides.
    responses: Vec<Choice>,
    advice: Vec<Advised>,
    frames: Vec<Checked>,
    /// The promised rung, drawn by the room that owns the charter.
    rung: String,
}

/// The advice that lies before the body.
#[derive(Debug)]
struct Advised {
    fit: &'static str,
    condition: Option<Words>,
    words: Words,
    motive: Words,
}

/// The verdict on one frame.
#[derive(Debug)]
struct Checked {
    key: &'static str,
    fit: &'static str,
    rule: Option<Words>,
    firmness: Option<&'static str>,
}

/// What a body can decide (F2); over what was gathered only what is done with the result, or that it is put off (F5).
fn outcomes(gathered: bool) -> impl Iterator<Item = Outcome> {
    Outcome::ALL.iter().copied().filter(move |it| it.is_a_result() == gathered || (gathered && *it == Outcome::Deferred))
}

fn by_mandate(opened: &Opened) -> bool {
    lane(opened.dossier.state, opened.decider) == Some(Lane::Mandate)
}

async fn draw(ctx: &Context, opened: &Opened, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let mut s = ctx.read().await?;
    let advice = tables::advice(&mut s, ctx.tenant_id(), opened.dossier.id).await?;
    let frames = tables::frames(&mut s, ctx.tenant_id(), opened.dossier.id).await?;
    let advised = advice.iter().flat_map(|it| [Some(it.words), Some(it.motive), it.condition]);
    let ids: Vec<_> = advised.chain(frames.iter().map(|it| it.rule)).flatten().collect();
    let texts = Texts::read(&mut s, ctx.tenant_id(), &ids).await?;
    let toetsen = opened.toetsen(&mut s).await?;
    drop(s);
    let page = ctx.page(if responds(opened.variant()) { "carry-response-title" } else { "carry-act-decide-title" });
    let advised = advice.into_iter().filter_map(|it| {
        Some(Advised {
            fit: it.fit.key(),
            condition: it.condition.and_then(|id| texts.words(&page, id)),
            words: texts.words(&page, it.words)?,
            motive: texts.words(&page, it.motive)?,
        })
    });
    let form = Form {
        head: opened.head(&page),
        toetsen,
        body: opened.dossier.agenda.as_ref().map_or_else(|| page.t(opened.decider.key()), |it| it.body.clone()),
        by_mandate: by_mandate(opened),
        responses: if responds(opened.variant()) {
            model::Response::ALL.iter().map(|it| Choice::new(it.code(), page.t(it.key()))).collect()
        } else {
            Vec::new()
        },
        outcomes: outcomes(opened.dossier.gathers.is_some()).map(|it| Choice::new(it.code(), page.t(it.key()))).collect(),
        advice: advised.collect(),
        frames: frames
            .iter()
            .map(|it| Checked {
                key: it.frame.key(),
                fit: it.fit.key(),
                rule: it.rule.and_then(|id| texts.words(&page, id)),
                firmness: model::Firmness::told(it.fit, it.firmness),
            })
            .collect(),
        rung: design::panels::rung(&page, &opened.process),
        typed,
        page,
    };
    Ok(ui::html(status, &form))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::for_act(&ctx, &id, Act::Decide).await?;
    if !Act::Decide.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    let mut typed = Typed::empty().with("date", ctx.today().to_string());
    if by_mandate(&opened) {
        typed.set("body", ctx.t(opened.decider.key()));
    }
    draw(&ctx, &opened, typed, StatusCode::OK).await
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::for_act(&ctx, &id, Act::Decide).await?;
    let Some(form) = deciding(&mut typed, ctx.tenant.language, by_mandate(&opened), responds(opened.variant())) else {
        return draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    let done = store::write!(store, [ctx, form], |tx| { decide(tx, &ctx.act(), dossier, &form).await }).await;
    match opened.settle(&ctx, done, &mut typed, "carry-decide-done").await? {
        Some(response) => Ok(response),
        None => draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}
