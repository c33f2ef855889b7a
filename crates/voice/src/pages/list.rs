//! The contributions of a process that everybody may read, the newest first, with a search.

use super::{asked, process};
use crate::panels;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault};
use ui::{Page, Typed};

#[derive(Template)]
#[template(path = "list.html")]
struct ListPage {
    page: Page,
    typed: Typed,
    slug: String,
    process: String,
    panel: String,
    open: bool,
}

/// The list, from `na` on, or what `zoek` finds.
pub async fn show(ctx: Context, Path(slug): Path<String>) -> Result<Response, Fault> {
    let process = {
        let mut session = ctx.read().await?;
        process(&mut session, &ctx, &slug).await?
    };
    let question = asked(&ctx, "zoek").unwrap_or_default();
    let panel = if question.trim().is_empty() {
        panels::contributions(&ctx, &process, asked(&ctx, "na").as_deref()).await?
    } else {
        panels::found(&ctx, &process, &question).await?
    };
    let shown = ListPage {
        page: ctx.page("voice-list-title"),
        typed: Typed::empty().with("zoek", question),
        slug: process.slug.clone(),
        process: process.title.best(&ctx.language).text.to_owned(),
        panel,
        open: design::open_for_contributions(&process, ctx.today()),
    };
    Ok(ui::html(StatusCode::OK, &shown))
}
