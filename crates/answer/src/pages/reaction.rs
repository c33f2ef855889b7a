//! `/bijdragen/{number}/oordeel`: what an author thinks of the answer, proven with the follow code (F1 S15).

use crate::act::{self, NewReaction, Refusal};
use crate::journey_page::{AnswerPage, journey_page};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{FollowCode, Prose, PublicNumber, TextError};
use people::{Context, Fault, Posted};
use ui::{Choice, Page, Typed};

/// What an author adds to a reaction has at most this many signs.
const WORDS_MOST: usize = 2_000;

#[derive(Debug, Template)]
#[template(path = "reaction.html")]
struct Form {
    page: Page,
    typed: Typed,
    number: String,
    answer: Option<AnswerPage>,
    understood: Vec<Choice>,
    fair: Vec<Choice>,
}

async fn draw(ctx: &Context, number: &PublicNumber, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let mut s = ctx.read().await?;
    let civil = &ctx.tenant.civil;
    let journey = journey_page(&mut s, ctx.tenant_id(), number, ctx.language, civil, ctx.now()).await?.ok_or(Fault::NotFound)?;
    drop(s);
    let page = ctx.page("answer-reaction");
    let yes_no = |yes: &str, no: &str| vec![Choice::new("yes", page.t(yes)), Choice::new("no", page.t(no))];
    let form = Form {
        number: number.to_string(),
        understood: yes_no("answer-reaction-understood-yes", "answer-reaction-understood-no"),
        fair: yes_no("answer-reaction-fair-yes", "answer-reaction-fair-no"),
        answer: journey.answer.filter(|_| journey.can_react),
        typed,
        page,
    };
    Ok(ui::html(status, &form))
}

pub(super) async fn show(ctx: Context, Path(number): Path<String>) -> Result<Response, Fault> {
    let number: PublicNumber = number.parse().map_err(|_| Fault::NotFound)?;
    draw(&ctx, &number, Typed::empty(), StatusCode::OK).await
}

fn yes(typed: &Typed, name: &str) -> Option<bool> {
    match typed.get(name) {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

/// Reads the reaction; what is wrong is said beside its field.
fn reaction(typed: &mut Typed) -> (NewReaction, Option<FollowCode>) {
    let words = match Prose::new(typed.get("words"), WORDS_MOST) {
        Ok(words) => Some(words),
        Err(TextError::TooLong { length, most }) => {
            let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX).into();
            typed.wrong_with("words", "ui-too-long", &[("most", number(most)), ("length", number(length))]);
            None
        }
        Err(_) => None,
    };
    let new = NewReaction { understood: yes(typed, "understood"), fair: yes(typed, "fair"), review: typed.has("review", "yes"), words };
    if new == NewReaction::default() && !typed.is_wrong() {
        typed.wrong("understood", "answer-reaction-empty");
    }
    let code = typed.get("code").parse().ok();
    if code.is_none() {
        typed.wrong("code", if typed.get("code").trim().is_empty() { "answer-code-missing" } else { "answer-code-unlike" });
    }
    (new, code)
}

pub(super) async fn take(Path(number): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let number: PublicNumber = number.parse().map_err(|_| Fault::NotFound)?;
    let wrong = StatusCode::UNPROCESSABLE_ENTITY;
    let (new, code) = reaction(&mut typed);
    let Some(code) = code.filter(|_| !typed.is_wrong()) else {
        return draw(&ctx, &number, typed, wrong).await;
    };
    let Some(contribution) = voice::prove(&ctx, &number, &code).await? else {
        typed.wrong("code", "answer-code-wrong");
        return draw(&ctx, &number, typed, wrong).await;
    };
    let (store, id) = (ctx.store().clone(), contribution.id);
    let done = store::write!(store, [ctx, new], |tx| act::react(tx, &ctx.act(), id, &new).await.map(drop)).await;
    match done {
        Ok(()) => Ok(ctx.done(&format!("/bijdragen/{number}"), "answer-reaction-done")),
        Err(Refusal::Guard(code)) => {
            typed.wrong("understood", journey::guard_key(code));
            draw(&ctx, &number, typed, StatusCode::CONFLICT).await
        }
        Err(refusal) => Err(refusal.into()),
    }
}
