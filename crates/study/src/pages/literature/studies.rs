//! The studies of the own review, and one more.

use super::HOME;
use crate::tables::review::{self, Study, study_key};
use crate::{acts, forms};
use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Permission, Posted, Thing};
use ui::{Page, Pager, Typed};

/// How many studies stand on one page.
const A_PAGE: i64 = 100;

#[derive(Debug, Template)]
#[template(path = "literature/studies.html")]
struct Shown {
    page: Page,
    typed: Typed,
    may_write: bool,
    rows: Vec<(String, String, Study)>,
    pager: Pager,
}

#[derive(Debug, Default, serde::Deserialize)]
pub(in crate::pages) struct Paging {
    na: Option<i64>,
}

async fn draw(ctx: &Context, typed: Typed, after: i64) -> Result<Response, Fault> {
    let mut found = review::studies(&mut ctx.read().await?, ctx.tenant_id(), after, A_PAGE + 1).await?;
    let whole = usize::try_from(A_PAGE).unwrap_or(usize::MAX);
    let more = found.len() > whole;
    found.truncate(whole);
    let next = found.last().filter(|_| more).map(|last| format!("{HOME}/studies?na={}", last.number));
    let status = if typed.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let shown = Shown {
        page: ctx.page("study-studies-title"),
        typed,
        may_write: ctx.may(Permission::Research, &Thing::tenant()),
        rows: found.into_iter().map(|it| (study_key(it.number), format!("{HOME}/studies/{}", it.number), it)).collect(),
        pager: Pager { next, previous: None },
    };
    Ok(ui::html(status, &shown))
}

pub(in crate::pages) async fn show(ctx: Context, Query(paging): Query<Paging>) -> Result<Response, Fault> {
    draw(&ctx, Typed::empty(), paging.na.unwrap_or_default()).await
}

pub(in crate::pages) async fn take(posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    ctx.permit(Permission::Research, &Thing::tenant())?;
    let title = forms::line(&mut typed, "title", 400);
    let year = typed.get("year").trim().parse::<i64>().ok().filter(|it| (1800..=2200).contains(it));
    if year.is_none() {
        typed.wrong("year", "study-wrong-year");
    }
    let via = forms::line(&mut typed, "via", 200);
    let (Some(title), Some(year), Some(via)) = (title, year, via) else { return draw(&ctx, typed, 0).await };
    let (study, store) = (Study { number: 0, title, year, via }, ctx.store().clone());
    let number = store::write!(store, [ctx, study], |tx| { acts::add_study(tx, &ctx.act(), &study).await }).await?;
    Ok(ctx.done(&format!("{HOME}/studies/{number}"), "study-study-added"))
}
