//! `/werk/onderzoek`: where a researcher begins. Processes with what there is, and the review of literature.

use crate::tables::sources;
use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::ProcessId;
use people::{Context, Fault, Permission, Thing};
use ui::{Page, Pager};

/// How many processes stand on one page.
const A_PAGE: i64 = 50;
/// How many processes without sources can be begun from here.
const TO_BEGIN: i64 = 100;

#[derive(Debug, Template)]
#[template(path = "start.html")]
struct Start {
    page: Page,
    rows: Vec<Row>,
    begin: Vec<(String, String)>,
    pager: Pager,
}

#[derive(Debug)]
struct Row {
    href: String,
    title: String,
    counts: sources::Counted,
}

#[derive(Debug, Default, serde::Deserialize)]
pub(super) struct Paging {
    na: Option<String>,
}

pub(super) async fn show(ctx: Context, Query(paging): Query<Paging>) -> Result<Response, Fault> {
    let after: Option<ProcessId> = paging.na.as_deref().map(|it| it.parse().map_err(|_| Fault::NotFound)).transpose()?;
    let page = ctx.page("study-start-title");
    let mut s = ctx.read().await?;
    let mut found = sources::counts(&mut s, ctx.tenant_id(), after, A_PAGE + 1).await?;
    let whole = usize::try_from(A_PAGE).unwrap_or(usize::MAX);
    let more = found.len() > whole;
    found.truncate(whole);
    let next = found.last().filter(|_| more).map(|last| format!("/werk/onderzoek?na={}", last.process));
    let mut rows = Vec::with_capacity(found.len());
    for counts in found {
        if !ctx.may(Permission::ReadStaff, &Thing::process(counts.process)) {
            continue;
        }
        let Some(process) = design::process(&mut s, ctx.tenant_id(), counts.process).await? else { continue };
        rows.push(Row { href: super::home(process.id), title: super::title_of(&ctx, &process), counts });
    }
    let mut begin = Vec::new();
    if after.is_none() {
        for process in design::processes(&mut s, ctx.tenant_id(), false, None, TO_BEGIN).await? {
            let href = super::home(process.id);
            if rows.iter().all(|row| row.href != href) && ctx.may(Permission::Research, &Thing::process(process.id)) {
                begin.push((href, super::title_of(&ctx, &process)));
            }
        }
    }
    drop(s);
    Ok(ui::html(StatusCode::OK, &Start { page, rows, begin, pager: Pager { next, previous: None } }))
}
