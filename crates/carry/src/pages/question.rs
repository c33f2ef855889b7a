//! `/werk/dossiers/{id}/vraag`: a question to an author (F1 S6a, E605).

use crate::act::{ask, carry};
use crate::forms::asking;
use crate::model::Act;
use crate::pages::opened::{Head, Opened};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{ContributionId, QuestionId};
use people::{Context, Fault, Posted};
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "question.html")]
struct Form {
    page: Page,
    typed: Typed,
    head: Head,
    contributions: Vec<Choice>,
}

async fn draw(ctx: &Context, opened: &Opened, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let page = ctx.page("carry-act-ask-title");
    let title =
        |id: ContributionId| opened.words.iter().find(|words| words.id == id).map_or("", |words| words.title.best(&ctx.language).text);
    let contributions = opened
        .askable()
        .into_iter()
        .map(|it| Choice::new(it.contribution.to_string(), format!("{} – {}", it.number, title(it.contribution))))
        .collect();
    Ok(ui::html(status, &Form { head: opened.head(&page), contributions, typed, page }))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::for_act(&ctx, &id, Act::Ask).await?;
    if !Act::Ask.is_open(&opened.dossier, opened.decider) || opened.askable().is_empty() {
        return opened.not_now(&ctx).await;
    }
    draw(&ctx, &opened, Typed::empty(), StatusCode::OK).await
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::for_act(&ctx, &id, Act::Ask).await?;
    let offered: Vec<ContributionId> = opened.askable().into_iter().map(|it| it.contribution).collect();
    if offered.is_empty() {
        return opened.not_now(&ctx).await;
    }
    let Some(form) = asking(&mut typed, &offered, ctx.tenant.language) else {
        return draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    let done = store::write!(store, [ctx, form], |tx| { ask(tx, &ctx.act(), dossier, form.contribution, &form.words).await }).await;
    match opened.settle(&ctx, done, &mut typed, "carry-ask-done").await? {
        Some(response) => Ok(response),
        None => draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}

/// Somebody brought the question to its author by letter, telephone or visit.
pub(super) async fn carried(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::for_act(&ctx, &id, Act::Ask).await?;
    let question: QuestionId = typed.get("question").parse().map_err(|_| Fault::NotFound)?;
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    let done = store::write!(store, [ctx], |tx| { carry(tx, &ctx.act(), dossier, question).await }).await;
    match opened.settle(&ctx, done, &mut typed, "carry-ask-carried").await? {
        Some(response) => Ok(response),
        None => opened.not_now(&ctx).await,
    }
}
