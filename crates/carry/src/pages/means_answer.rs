//! `/werk/dossiers/{id}/middelen/antwoord`: the holder of the budget commits the means, or says why not (F1 S8, E7).

use crate::across;
use crate::forms;
use crate::model::Act;
use crate::pages::opened::{Head, Opened};
use crate::pages::view::{Texts, Words, means_asked};
use crate::tables;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Posted};
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "means_answer.html")]
struct Form {
    page: Page,
    typed: Typed,
    head: Head,
    asked: Option<Asked>,
    answers: Vec<Choice>,
}

/// What is asked.
#[derive(Debug)]
struct Asked {
    text: String,
    purpose: Option<Words>,
}

async fn asked(ctx: &Context, page: &Page, opened: &Opened) -> Result<Option<Asked>, Fault> {
    let mut s = ctx.read().await?;
    let requests = tables::means_requests(&mut s, ctx.tenant_id(), opened.dossier.id).await?;
    let Some(open) = requests.into_iter().find(|it| it.committed.is_none()) else { return Ok(None) };
    let texts = Texts::read(&mut s, ctx.tenant_id(), &[open.purpose]).await?;
    Ok(Some(Asked { text: means_asked(page, open.euros), purpose: texts.words(page, open.purpose) }))
}

async fn draw(ctx: &Context, opened: &Opened, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let page = ctx.page("carry-act-answer-means-title");
    let asked = asked(ctx, &page, opened).await?;
    let answers = vec![Choice::new("yes", page.t("carry-answer-means-yes")), Choice::new("no", page.t("carry-answer-means-no"))];
    Ok(ui::html(status, &Form { head: opened.head(&page), asked, answers, typed, page }))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::for_act(&ctx, &id, Act::AnswerMeans).await?;
    if !Act::AnswerMeans.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    draw(&ctx, &opened, Typed::empty(), StatusCode::OK).await
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::for_act(&ctx, &id, Act::AnswerMeans).await?;
    if !Act::AnswerMeans.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    let Some(form) = forms::answering_means(&mut typed, ctx.tenant.language) else {
        return draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    let done = store::write!(store, [ctx, form], |tx| {
        across::answer_means(tx, &ctx.act(), dossier, form.committed, form.motive.as_ref()).await
    })
    .await;
    match opened.settle(&ctx, done, &mut typed, "carry-answer-means-done").await? {
        Some(response) => Ok(response),
        None => draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}
