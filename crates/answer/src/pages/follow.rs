//! `/volgen`: from the number on a piece of paper to the journey. A form that is asked, not sent: it changes nothing and
//! can be opened from a bookmark or a QR code.

use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{FollowCode, PublicNumber};
use people::{Context, Fault};
use std::collections::HashMap;
use ui::{Page, Typed};

#[derive(Debug, Template)]
#[template(path = "follow.html")]
struct Follow {
    page: Page,
    typed: Typed,
}

/// What is wrong with what was typed.
fn key(text: &str) -> &'static str {
    if text.trim().is_empty() {
        "answer-follow-missing"
    } else if text.parse::<FollowCode>().is_ok() {
        // A secret code may not stand in an address, and it is not what leads to a journey.
        "answer-follow-code"
    } else {
        "answer-follow-unlike"
    }
}

pub(super) async fn show(ctx: Context, Query(asked): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    let page = ctx.page("answer-follow-title");
    let Some(text) = asked.get("nummer") else {
        return Ok(ui::html(StatusCode::OK, &Follow { page, typed: Typed::empty() }));
    };
    let wrong = match text.parse::<PublicNumber>() {
        Ok(number) => {
            let mut s = ctx.read().await?;
            if voice::by_number(&mut s, ctx.tenant_id(), &number).await?.is_some() {
                return Ok(ui::see_other(&format!("/bijdragen/{number}")));
            }
            "answer-follow-unknown"
        }
        Err(_) => key(text),
    };
    // A code is not written back into the page.
    let shown = if wrong == "answer-follow-code" { String::new() } else { text.clone() };
    let mut typed = Typed::empty().with("nummer", shown);
    typed.wrong("nummer", wrong);
    Ok(ui::html(StatusCode::UNPROCESSABLE_ENTITY, &Follow { page, typed }))
}
