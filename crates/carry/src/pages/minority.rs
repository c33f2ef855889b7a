//! `/werk/dossiers/{id}/minderheid`: what one contribution of a bundle says differently, so that the decision and the
//! answer cover it (F1 S3).

use crate::contesting;
use crate::forms::{LINE_MOST, line};
use crate::model::Act;
use crate::pages::opened::{Head, Opened};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::ContributionId;
use people::{Context, Fault, Posted};
use store::texts::LanguageSet;
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "minority.html")]
struct Form {
    page: Page,
    typed: Typed,
    head: Head,
    choices: Vec<Choice>,
}

fn draw(ctx: &Context, opened: &Opened, typed: Typed, status: StatusCode) -> Response {
    let page = ctx.page("carry-act-mark-title");
    let choices = opened.contribution_choices(&page);
    ui::html(status, &Form { head: opened.head(&page), choices, typed, page })
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::for_act(&ctx, &id, Act::Mark).await?;
    if !Act::Mark.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    Ok(draw(&ctx, &opened, Typed::empty(), StatusCode::OK))
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::for_act(&ctx, &id, Act::Mark).await?;
    if !Act::Mark.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    let chosen = typed.get("chosen").parse::<ContributionId>().ok();
    let chosen = chosen.filter(|id| opened.dossier.live().any(|it| it.contribution == *id));
    if chosen.is_none() {
        typed.wrong("chosen", "carry-part-chosen-missing");
    }
    let words = line(&mut typed, "words", LINE_MOST * 2);
    let away = typed.has("away", "yes");
    if words.is_none() && !away && typed.error_of("words").is_none() {
        typed.wrong("words", "carry-mark-words-missing");
    }
    let Some(chosen) = chosen.filter(|_| !typed.is_wrong()) else {
        return Ok(draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY));
    };
    let words = words.filter(|_| !away).map(|words| LanguageSet::written(ctx.tenant.language, words.into_string()));
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    let done = store::write!(store, [ctx, words], |tx| { contesting::mark(tx, &ctx.act(), dossier, chosen, words.as_ref()).await }).await;
    match opened.settle(&ctx, done, &mut typed, if away { "carry-mark-away-done" } else { "carry-mark-done" }).await? {
        Some(response) => Ok(response),
        None => Ok(draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY)),
    }
}
