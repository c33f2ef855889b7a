//! `/bijdragen/{number}`: the public journey of one contribution, and what its author thinks of the answer.

use crate::act::{self, NewReaction, Refusal};
use crate::journey_page::{JourneyPage, journey_page};
use crate::line;
use crate::shown::Said;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use journey::State;
use kernel::{FollowCode, Prose, PublicNumber, TextError};
use people::{Context, Fault, Posted};
use ui::{Choice, Page, StepLine, Typed};

/// What an author adds to a reaction has at most this many signs.
const WORDS_MOST: usize = 2_000;

#[derive(Debug, Template)]
#[template(path = "journey.html")]
struct Shown {
    page: Page,
    typed: Typed,
    told: JourneyPage,
    channel: &'static str,
    line: StepLine,
    words: String,
    came: String,
    still: Vec<String>,
    standing: String,
    explanation: Option<(String, Said)>,
    decided: Option<String>,
    understood: Vec<Choice>,
    fair: Vec<Choice>,
}

async fn draw(ctx: &Context, number: &PublicNumber, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let mut s = ctx.read().await?;
    let (tenant, civil) = (ctx.tenant_id(), &ctx.tenant.civil);
    let journey = journey_page(&mut s, tenant, number, ctx.language, civil, ctx.now()).await?.ok_or(Fault::NotFound)?;
    let contribution = voice::by_number(&mut s, tenant, number).await?.ok_or(Fault::NotFound)?;
    drop(s);
    let words = if journey.withdrawn { String::new() } else { voice::panels::words(ctx, &contribution, false).await? };
    let page = match &journey.title {
        Some(title) => ctx.page_titled(title.text.clone()),
        None => {
            let title = ctx.page("answer-journey-title");
            let title = title.t1("answer-journey-of", "number", number.as_str());
            ctx.page_titled(title)
        }
    };
    let yes_no = |yes: &str, no: &str| vec![Choice::new("yes", page.t(yes)), Choice::new("no", page.t(no))];
    let shown = Shown {
        line: line::whole(&page, &journey),
        words,
        came: page.t1("answer-came", "date", page.date(&journey.received)),
        still: line::still(&page, &journey),
        standing: line::standing(&page, &journey),
        explanation: explanation(&page, &journey),
        decided: decided(&page, &journey),
        understood: yes_no("answer-reaction-understood-yes", "answer-reaction-understood-no"),
        fair: yes_no("answer-reaction-fair-yes", "answer-reaction-fair-no"),
        typed,
        channel: contribution.channel.key(),
        told: journey,
        page,
    };
    Ok(ui::html(status, &shown))
}

/// The last explanation that was published with a step, and of which step.
fn explanation(page: &Page, journey: &JourneyPage) -> Option<(String, Said)> {
    let step = journey.steps.iter().rev().find(|step| step.text.is_some())?;
    let key = match (step.kind, step.state) {
        ("screened", State::Referred) => "referred",
        ("screened", State::Parked) => "parked",
        (kind, _) => kind,
    };
    Some((format!("{}, {}", page.t(format!("journey-step-{key}")), page.date(&step.date)), step.text.clone()?))
}

/// What was decided, by whom and when, in one line.
fn decided(page: &Page, journey: &JourneyPage) -> Option<String> {
    let decision = journey.decision.as_ref()?;
    let outcome = page.t(decision.outcome.key());
    Some(match (&decision.body, &decision.date) {
        (Some(body), Some(date)) => {
            page.ta("answer-decided-by", &[("outcome", outcome.into()), ("body", body.as_str().into()), ("date", page.date(date).into())])
        }
        _ => outcome,
    })
}

pub(super) async fn show(ctx: Context, Path(number): Path<String>) -> Result<Response, Fault> {
    let number: PublicNumber = number.parse().map_err(|_| Fault::NotFound)?;
    // One address for one contribution, however the number was typed.
    let canonical = format!("/bijdragen/{number}");
    if ctx.path != canonical {
        let exists = voice::by_number(&mut ctx.read().await?, ctx.tenant_id(), &number).await?.is_some();
        return if exists { Ok(ui::see_other(&canonical)) } else { Err(Fault::NotFound) };
    }
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

pub(super) async fn react(Path(number): Path<String>, posted: Posted) -> Result<Response, Fault> {
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
