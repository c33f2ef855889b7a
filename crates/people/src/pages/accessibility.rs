//! `/toegankelijkheid`: the accessibility statement of the municipality (directive (EU) 2016/2102, article 7).

use crate::context::Context;
use crate::routes::{Access, Routes};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use ui::Page;

#[derive(Template)]
#[template(path = "accessibility.html")]
struct Accessibility {
    page: Page,
}

/// The page.
pub fn routes() -> Routes {
    Routes::new("people").get("/toegankelijkheid", Access::Public, show)
}

async fn show(ctx: Context) -> Response {
    ui::html(StatusCode::OK, &Accessibility { page: ctx.page("people-accessibility-title") })
}
