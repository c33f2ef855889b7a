//! `/werk/dossiers/{id}/antwoord-op-vraag`: what an author answered by telephone, letter or visit (H3: nothing is digital only).

use crate::act::answer_question;
use crate::forms::answering;
use crate::model::Act;
use crate::pages::opened::{Head, Opened};
use crate::tables::{self, Question, QuestionStatus};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::QuestionId;
use people::{Context, Fault, Posted};
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "hear.html")]
struct Form {
    page: Page,
    typed: Typed,
    head: Head,
    questions: Vec<Choice>,
}

async fn offered(ctx: &Context, opened: &Opened) -> Result<Vec<Question>, Fault> {
    let mut s = ctx.read().await?;
    let all = tables::questions(&mut s, ctx.tenant_id(), opened.dossier.id).await?;
    Ok(all.into_iter().filter(|it| it.status == QuestionStatus::Open).collect())
}

async fn draw(ctx: &Context, opened: &Opened, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let open = offered(ctx, opened).await?;
    let ids: Vec<_> = open.iter().map(|it| it.question).collect();
    let mut s = ctx.read().await?;
    let texts = store::texts::texts(&mut s, ctx.tenant_id(), &ids).await?;
    drop(s);
    let words = |it: &Question| texts.iter().find(|(id, _)| *id == it.question).map_or("", |(_, set)| set.best(&ctx.language).text);
    let questions = open.iter().map(|it| Choice::new(it.id.to_string(), words(it))).collect();
    let page = ctx.page("carry-act-answer-question-title");
    Ok(ui::html(status, &Form { head: opened.head(&page), questions, typed, page }))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::for_act(&ctx, &id, Act::AnswerQuestion).await?;
    if !Act::AnswerQuestion.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    draw(&ctx, &opened, Typed::empty(), StatusCode::OK).await
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::for_act(&ctx, &id, Act::AnswerQuestion).await?;
    let offered: Vec<QuestionId> = offered(&ctx, &opened).await?.into_iter().map(|it| it.id).collect();
    if offered.is_empty() {
        return opened.not_now(&ctx).await;
    }
    let Some(form) = answering(&mut typed, &offered, ctx.tenant.language) else {
        return draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let store = ctx.store().clone();
    let done = store::write!(store, [ctx, form], |tx| { answer_question(tx, &ctx.act(), form.question, &form.words, true).await }).await;
    match opened.settle(&ctx, done, &mut typed, "carry-hear-done").await? {
        Some(response) => Ok(response),
        None => draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}
