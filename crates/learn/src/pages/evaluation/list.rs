//! `/werk/evaluaties`: every public process with how far its evaluation is.

use crate::tables::evaluation::{self as table, EvaluationStanding};
use answer::Said;
use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{Instant, ProcessId};
use people::{Context, Fault, Permission, Thing};
use std::collections::HashMap;
use ui::{Page, Pager};

/// Rows on one page.
const A_PAGE: usize = 50;

#[derive(Debug, Template)]
#[template(path = "evaluation_list.html")]
struct List {
    page: Page,
    rows: Vec<Row>,
    pager: Pager,
}

#[derive(Debug)]
struct Row {
    title: Said,
    state: String,
    standing: String,
    evaluate: String,
    hand_over: String,
}

pub(crate) const fn key(standing: EvaluationStanding) -> &'static str {
    match standing {
        EvaluationStanding::None => "learn-standing-none",
        EvaluationStanding::Draft => "learn-standing-draft",
        EvaluationStanding::Finished => "learn-standing-finished",
        EvaluationStanding::Waived => "learn-standing-waived",
    }
}

fn after(text: Option<&String>) -> Result<Option<(Instant, ProcessId)>, Fault> {
    let Some(text) = text else { return Ok(None) };
    let read = || {
        let (at, id) = text.split_once('.')?;
        Some((Instant::from_micros(at.parse().ok()?), id.parse().ok()?))
    };
    read().map(Some).ok_or(Fault::NotFound)
}

pub(in crate::pages) async fn show(ctx: Context, Query(asked): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    let page = ctx.page("learn-evaluations-title");
    let after = after(asked.get("na"))?;
    let mut s = ctx.read().await?;
    let mut all = design::processes(&mut s, ctx.tenant_id(), true, after, 51).await?;
    let more = all.len() > A_PAGE;
    all.truncate(A_PAGE);
    let next = all.last().filter(|_| more).map(|it| format!("/werk/evaluaties?na={}.{}", it.created.micros(), it.id));
    let mut rows = Vec::new();
    for process in all.iter().filter(|process| ctx.may(Permission::Evaluate, &Thing::process(process.id))) {
        let standing = table::standing(&mut s, ctx.tenant_id(), process.id).await?;
        rows.push(Row {
            title: Said::of(&process.title, &ctx.language),
            state: page.t(process.state.key()),
            standing: page.t(key(standing)),
            evaluate: format!("/werk/processen/{}/evaluatie", process.id),
            hand_over: format!("/werk/processen/{}/overdracht", process.id),
        });
    }
    drop(s);
    let pager = Pager { next, previous: after.is_some().then(|| "/werk/evaluaties".to_owned()) };
    Ok(ui::html(StatusCode::OK, &List { page, rows, pager }))
}
