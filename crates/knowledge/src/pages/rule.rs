//! `/wat-we-weten/regel/{id}`: one rule, whole.

use super::view::RuleShown;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault};
use ui::Page;

#[derive(Debug, Template)]
#[template(path = "rule.html")]
struct RulePage {
    page: Page,
    it: RuleShown,
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let knowledge = super::known(&ctx).await?;
    let rule = knowledge.rule(&id).ok_or(Fault::NotFound)?;
    let mut page = ctx.page_titled(String::new());
    page.title = page.t1("knowledge-rule-title", "id", rule.id.as_str());
    let it = RuleShown::of(&page, &knowledge, rule);
    Ok(ui::html(StatusCode::OK, &RulePage { page, it }))
}
