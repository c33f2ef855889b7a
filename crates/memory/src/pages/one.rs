//! `/lessen/{lesson}`: one lesson with everything that was changed of it, and why.

use super::shown::{Names, Shown, Words, words};
use crate::model::Change;
use crate::processes::Processes;
use crate::tables::{changes, lesson};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault};
use ui::Page;

/// A change as it is shown.
#[derive(Debug)]
pub(super) struct ChangeShown {
    pub(super) title: String,
    pub(super) reason: Words,
    pub(super) before: Option<(String, Words, Words)>,
}

impl ChangeShown {
    pub(super) fn of(page: &Page, change: &Change) -> Self {
        Self {
            title: page.t1(format!("memory-change-{}", change.kind.code()), "date", page.day(&change.at)),
            reason: words(page, &change.reason),
            before: change.before.as_ref().map(|(text, advice)| (page.t(change.worked.key()), words(page, text), words(page, advice))),
        }
    }
}

#[derive(Debug, Template)]
#[template(path = "one.html")]
struct One {
    page: Page,
    it: Shown,
    changes: Vec<ChangeShown>,
}

pub(super) async fn show(ctx: Context, id: &str, processes: &dyn Processes) -> Result<Response, Fault> {
    let id = id.parse().map_err(|_| Fault::NotFound)?;
    let mut s = ctx.read().await?;
    let row = lesson(&mut s, ctx.tenant_id(), id).await?.ok_or(Fault::NotFound)?;
    let changes = changes(&mut s, ctx.tenant_id(), id).await?;
    let names = Names::read(&mut s, &ctx, std::slice::from_ref(&row), processes).await?;
    drop(s);
    let mut page = ctx.page_titled(String::new());
    page.title = page.t1("memory-one-title", "worked", page.t(row.lesson.worked.key()));
    let shown =
        One { it: Shown::of(&page, &names, &row), changes: changes.iter().map(|change| ChangeShown::of(&page, change)).collect(), page };
    Ok(ui::html(StatusCode::OK, &shown))
}
