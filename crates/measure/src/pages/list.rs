//! `/werk/meten`: the processes, and how far the measuring of each is.

use super::view::{self, WaveLine, Words};
use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{Instant, ProcessId};
use people::{Context, Fault, Permission, Thing};
use std::collections::HashMap;
use ui::{Page, Pager};

/// How many processes stand on one page.
const A_PAGE: usize = 50;

#[derive(Debug)]
struct Entry {
    href: String,
    title: Words,
    state: String,
    waves: Vec<WaveLine>,
}

#[derive(Debug, Template)]
#[template(path = "measure_list.html")]
struct List {
    page: Page,
    entries: Vec<Entry>,
    pager: Pager,
}

fn after(text: Option<&String>) -> Result<Option<(Instant, ProcessId)>, Fault> {
    let Some(text) = text else { return Ok(None) };
    let read = || {
        let (at, id) = text.split_once('.')?;
        Some((Instant::from_micros(at.parse().ok()?), id.parse().ok()?))
    };
    read().map(Some).ok_or(Fault::NotFound)
}

pub(super) async fn show(ctx: Context, Query(fields): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    let page = ctx.page("measure-list-title");
    let mut s = ctx.read().await?;
    let limit = i64::try_from(A_PAGE + 1).unwrap_or(i64::MAX);
    let mut processes = design::processes(&mut s, ctx.tenant_id(), false, after(fields.get("na"))?, limit).await?;
    let more = processes.len() > A_PAGE;
    processes.truncate(A_PAGE);
    let next = processes.last().filter(|_| more).map(|last| format!("/werk/meten?na={}.{}", last.created.micros(), last.id));
    let mut entries = Vec::new();
    for process in processes.iter().filter(|it| ctx.may(Permission::Evaluate, &Thing::process(it.id))) {
        let plan = crate::plan(&mut s, ctx.tenant_id(), process.id).await?;
        let aims = crate::aims(&mut s, ctx.tenant_id(), process.id).await?;
        let state = if plan.is_whole(&aims) {
            "measure-list-whole"
        } else if plan.saved.is_some() {
            "measure-list-begun"
        } else {
            "measure-list-none"
        };
        entries.push(Entry {
            href: format!("/werk/processen/{}/meten", process.id),
            title: Words::of(&page, &process.title),
            state: page.t(state),
            waves: view::wave_lines(&page, &plan, ctx.today()),
        });
    }
    drop(s);
    Ok(ui::html(StatusCode::OK, &List { page, entries, pager: Pager { next, previous: None } }))
}
