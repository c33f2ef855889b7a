//! The rules under which words are kept back, and what to do against it.

use crate::model::rules::Rule;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault};
use ui::Page;

#[derive(Template)]
#[template(path = "rules.html")]
struct RulesPage {
    page: Page,
    rules: Vec<(&'static str, &'static str, &'static str)>,
}

/// The rules.
pub async fn show(ctx: Context) -> Result<Response, Fault> {
    let rules = Rule::ALL.into_iter().map(|rule| (rule.code(), rule.key(), rule.explains())).collect();
    Ok(ui::html(StatusCode::OK, &RulesPage { page: ctx.page("voice-rules-title"), rules }))
}
