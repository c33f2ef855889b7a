//! `/werk/herzieningen`: authors who ask to have their dossier looked at once more, for who guards the process (S15→S6).

use super::{PAGE, cursor, cut, read_cursor};
use crate::act;
use crate::tables::reactions::{self, Reaction};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{Prose, ReactionId, TextError};
use people::{Context, Fault, Permission, Posted, Thing};
use std::collections::HashMap;
use store::texts::LanguageSet;
use ui::{Choice, Page, Pager, Typed};

/// The reason of a review has at most this many signs.
const REASON_MOST: usize = 1_500;

#[derive(Debug, Template)]
#[template(path = "reviews.html")]
struct List {
    page: Page,
    rows: Vec<Row>,
    pager: Pager,
}

#[derive(Debug)]
struct Row {
    number: String,
    href: String,
    asked: String,
    understood: String,
    fair: String,
}

#[derive(Debug, Template)]
#[template(path = "review.html")]
struct One {
    page: Page,
    typed: Typed,
    row: Row,
    dossier: String,
    words: Option<String>,
    choices: Vec<Choice>,
}

fn thing(reaction: &Reaction) -> Thing {
    Thing::process(reaction.process).in_area(reaction.area)
}

fn row(page: &Page, reaction: &Reaction) -> Row {
    let said = |answer: Option<bool>| match answer {
        Some(true) => page.t("answer-reviews-yes"),
        Some(false) => page.t("answer-reviews-no"),
        None => page.t("answer-reviews-unsaid"),
    };
    Row {
        number: reaction.number.to_string(),
        href: format!("/werk/herzieningen/{}", reaction.id),
        asked: page.day(&reaction.at),
        understood: said(reaction.understood),
        fair: said(reaction.fair),
    }
}

pub(super) async fn show(ctx: Context, Query(asked): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    let page = ctx.page("answer-reviews-title");
    let after = read_cursor(asked.get("na"));
    let mut found = reactions::open_reviews(&mut ctx.read().await?, ctx.tenant_id(), after, PAGE + 1).await?;
    let more = cut(&mut found);
    let next = found.last().filter(|_| more).map(|last| format!("/werk/herzieningen?na={}", cursor(last.at, last.id)));
    let pager = Pager { next, previous: after.is_some().then(|| "/werk/herzieningen".to_owned()) };
    let rows = found.iter().filter(|it| ctx.may(Permission::Review, &thing(it))).map(|it| row(&page, it)).collect();
    Ok(ui::html(StatusCode::OK, &List { rows, pager, page }))
}

async fn found(ctx: &Context, id: &str) -> Result<Reaction, Fault> {
    let id: ReactionId = id.parse().map_err(|_| Fault::NotFound)?;
    let reaction = reactions::reaction(&mut ctx.read().await?, ctx.tenant_id(), id).await?.ok_or(Fault::NotFound)?;
    ctx.permit(Permission::Review, &thing(&reaction))?;
    if reaction.review && reaction.settled.is_none() { Ok(reaction) } else { Err(Fault::NotFound) }
}

fn draw(ctx: &Context, reaction: &Reaction, typed: Typed, status: StatusCode) -> Response {
    let page = ctx.page("answer-review-title");
    let dossier = format!("/werk/dossiers/{}", reaction.dossier);
    let choices = vec![Choice::new("grant", page.t("answer-review-grant")), Choice::new("decline", page.t("answer-review-decline"))];
    ui::html(status, &One { row: row(&page, reaction), words: reaction.words.clone(), dossier, choices, typed, page })
}

pub(super) async fn show_one(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let reaction = found(&ctx, &id).await?;
    Ok(draw(&ctx, &reaction, Typed::empty(), StatusCode::OK))
}

pub(super) async fn settle(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let reaction = found(&ctx, &id).await?;
    let reason = match Prose::new(typed.get("reason"), REASON_MOST) {
        Ok(reason) => LanguageSet::written(ctx.tenant.language, reason.into_string()),
        Err(TextError::TooLong { length, most }) => {
            let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX).into();
            typed.wrong_with("reason", "ui-too-long", &[("most", number(most)), ("length", number(length))]);
            return Ok(draw(&ctx, &reaction, typed, StatusCode::UNPROCESSABLE_ENTITY));
        }
        Err(_) => {
            typed.wrong("reason", "answer-review-reason-missing");
            return Ok(draw(&ctx, &reaction, typed, StatusCode::UNPROCESSABLE_ENTITY));
        }
    };
    let (store, id) = (ctx.store().clone(), reaction.id);
    let notice = match typed.get("choice") {
        "grant" => {
            store::write!(store, [ctx, reason], |tx| act::grant_review(tx, &ctx.act(), id, &reason).await).await?;
            "answer-review-granted"
        }
        "decline" => {
            store::write!(store, [ctx, reason], |tx| act::decline_review(tx, &ctx.act(), id, &reason).await).await?;
            "answer-review-declined"
        }
        _ => {
            typed.wrong("choice", "ui-choose");
            return Ok(draw(&ctx, &reaction, typed, StatusCode::UNPROCESSABLE_ENTITY));
        }
    };
    Ok(ctx.done("/werk/herzieningen", notice))
}
