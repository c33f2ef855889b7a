//! `/bijdragen/{number}/antwoord-op-vraag`: an author answers the question of a department, with the follow code.
//! That a question is open is public; the question itself is for the author (F1 S6a).

use crate::act::answer_question;
use crate::forms::{self, QUESTION_MOST};
use crate::pages::view::Words;
use crate::tables::{self, Question};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::PublicNumber;
use people::{Context, Fault, Posted};
use store::texts::LanguageSet;
use ui::{Page, Typed};
use voice::Contribution;

#[derive(Debug, Template)]
#[template(path = "reply.html")]
struct Reply {
    page: Page,
    typed: Typed,
    number: String,
    action: String,
    journey: String,
    until: String,
    shown: Shown,
}

/// What the page shows.
#[derive(Debug)]
enum Shown {
    /// No question is open.
    Nothing,
    /// A question is open; the code opens it.
    Locked,
    /// The question, for whoever has the code.
    Open {
        /// When it was asked.
        asked: String,
        /// The question.
        words: Words,
    },
}

/// A public contribution with the question that is open about it.
async fn found(ctx: &Context, number: &str) -> Result<(Contribution, Option<Question>), Fault> {
    let number: PublicNumber = number.parse().map_err(|_| Fault::NotFound)?;
    let mut s = ctx.read().await?;
    let contribution = voice::by_number(&mut s, ctx.tenant_id(), &number).await?.ok_or(Fault::NotFound)?;
    let question = tables::open_question(&mut s, ctx.tenant_id(), contribution.id).await?;
    Ok((contribution, question))
}

async fn draw(
    ctx: &Context,
    contribution: &Contribution,
    question: Option<&Question>,
    proven: bool,
    typed: Typed,
    status: StatusCode,
) -> Result<Response, Fault> {
    let page = ctx.page("carry-question-title");
    let shown = match question {
        None => Shown::Nothing,
        Some(_) if !proven => Shown::Locked,
        Some(question) => {
            let mut s = ctx.read().await?;
            let set = store::texts::text(&mut s, ctx.tenant_id(), question.question).await?.ok_or(Fault::NotFound)?;
            Shown::Open { asked: page.t1("carry-question-asked", "day", page.day(&question.asked_at)), words: Words::of(&page, &set) }
        }
    };
    let number = contribution.number.to_string();
    let template = Reply {
        until: question.map(|it| page.t1("carry-question-until", "day", page.date(&it.until))).unwrap_or_default(),
        action: format!("/bijdragen/{number}/antwoord-op-vraag"),
        journey: format!("/bijdragen/{number}"),
        number,
        shown,
        typed,
        page,
    };
    Ok(ui::html(status, &template))
}

pub(super) async fn show(ctx: Context, Path(number): Path<String>) -> Result<Response, Fault> {
    let (contribution, question) = found(&ctx, &number).await?;
    draw(&ctx, &contribution, question.as_ref(), false, Typed::empty(), StatusCode::OK).await
}

pub(super) async fn take(Path(number): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let (contribution, question) = found(&ctx, &number).await?;
    let wrong = StatusCode::UNPROCESSABLE_ENTITY;
    let Some(question) = question else {
        return draw(&ctx, &contribution, None, false, typed, StatusCode::CONFLICT).await;
    };
    let proven = match forms::follow_code(&mut typed) {
        Some(code) => voice::prove(&ctx, &contribution.number, &code).await?.is_some(),
        None => false,
    };
    if !proven {
        if !typed.is_wrong() {
            typed.wrong_with("code", "carry-question-code-wrong", &[("number", contribution.number.as_str().into())]);
        }
        return draw(&ctx, &contribution, Some(&question), false, typed, wrong).await;
    }
    // The first form only opens the question.
    if !typed.pairs().iter().any(|(name, _)| name == "answer") {
        return draw(&ctx, &contribution, Some(&question), true, typed, StatusCode::OK).await;
    }
    let Some(answer) = forms::required_prose(&mut typed, "answer", QUESTION_MOST, "carry-question-answer-missing") else {
        return draw(&ctx, &contribution, Some(&question), true, typed, wrong).await;
    };
    let (store, id, answer) = (ctx.store().clone(), question.id, LanguageSet::written(contribution.language, answer.into_string()));
    let done = store::write!(store, [ctx, answer], |tx| { answer_question(tx, &ctx.act(), id, &answer, false).await }).await;
    match done {
        Ok(_) => Ok(ctx.done(&format!("/bijdragen/{}", contribution.number), "carry-question-sent")),
        Err(crate::act::Refusal::NotNow(_)) => draw(&ctx, &contribution, None, false, Typed::empty(), StatusCode::CONFLICT).await,
        Err(refusal) => Err(refusal.into()),
    }
}
