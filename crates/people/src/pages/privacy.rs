//! `/privacy`: what is kept about people, why, how long, and what they can ask, on a screen or at the desk.

use super::beheer::retention::{KeptRow, rows};
use crate::context::Context;
use crate::routes::{Access, Routes};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use ui::Page;

#[derive(Template)]
#[template(path = "privacy.html")]
struct Privacy {
    page: Page,
    rows: Vec<KeptRow>,
    rights: [&'static str; 6],
}

/// The page.
pub fn routes() -> Routes {
    Routes::new("people").get("/privacy", Access::Public, show)
}

async fn show(ctx: Context) -> Response {
    let page = ctx.page("people-privacy-title");
    let rows = rows(&page, false);
    let rights = ["see", "correct", "erase", "object", "limit", "complain"];
    ui::html(StatusCode::OK, &Privacy { page, rows, rights })
}
