//! `/processen/{slug}/uitvoering`: «Wat is er van gekomen», everything that was promised in a process, the late too.

use super::{PAGE, UNPLANNED, cut};
use crate::tables::commitments;
use crate::view::{self, Shown, Unplanned};
use answer::Said;
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{CommitmentId, Instant};
use people::{Context, Fault};
use std::collections::HashMap;
use ui::{Page, Pager};

#[derive(Debug, Template)]
#[template(path = "came_of_it.html")]
struct List {
    page: Page,
    slug: String,
    process: Said,
    rows: Vec<Shown>,
    unplanned: Vec<Unplanned>,
    /// Where more of that stands.
    unplanned_next: Option<String>,
    pager: Pager,
}

fn cursor(text: Option<&String>) -> Option<(Instant, CommitmentId)> {
    let (at, id) = text?.split_once('.')?;
    Some((Instant::from_micros(at.parse().ok()?), id.parse().ok()?))
}

pub(super) async fn show(ctx: Context, Path(slug): Path<String>, Query(asked): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    let page = ctx.page("deliver-list-title");
    let mut s = ctx.read().await?;
    let process = design::process_by_slug(&mut s, ctx.tenant_id(), &slug).await?.ok_or(Fault::NotFound)?;
    let after = cursor(asked.get("na"));
    let mut found = commitments::of_process(&mut s, ctx.tenant_id(), process.id, after, PAGE + 1).await?;
    let more = cut(&mut found);
    let (unplanned, end) = if after.is_none() {
        view::unplanned(&mut s, &ctx, &page, (Some(process.id), None), view::unplanned_after(asked.get("beslist")), UNPLANNED).await?
    } else {
        (Vec::new(), None)
    };
    let rows = view::shown(&mut s, &ctx, &page, &found).await?;
    drop(s);
    let base = format!("/processen/{slug}/uitvoering");
    let next = found.last().filter(|_| more).map(|it| format!("{base}?na={}.{}", it.made.micros(), it.id));
    let unplanned_next = end.map(|end| format!("{base}?beslist={}", view::unplanned_place(end)));
    let pager = Pager { next, previous: after.is_some().then_some(base) };
    let process = Said::of(&process.title, &page.language);
    Ok(ui::html(StatusCode::OK, &List { page, slug, process, rows, unplanned, unplanned_next, pager }))
}
