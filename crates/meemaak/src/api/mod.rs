//! What is public, for programs: `/api/v1`, described by `/api/v1/openapi.json`.
//!
//! Everything here can also be read on a page by anybody. Lists go on through `next`; nothing needs a key.

pub(crate) mod answers;
mod commitments;
mod exports;
mod figures;
mod lessons;
mod measured;
pub mod shape;

use answers::Problem;
use axum::extract::{Path, Query};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use kernel::{Date, Instant, PublicNumber};
use people::{Access, Context, Routes};
use serde::{Deserialize, Serialize};
use shape::{Names, Process};
use std::collections::HashMap;
use std::str::FromStr;

/// The description of all addresses (OpenAPI 3.1), written by hand and held against real answers by a test.
pub const OPENAPI: &str = include_str!("openapi.json");

/// So many things stand in one answer when the program asks nothing else.
const A_PAGE: i64 = 50;
/// At most so many things stand in one answer.
const MOST: i64 = 100;

/// The addresses for programs.
#[must_use]
pub fn routes() -> Routes {
    let kept = learn::Figures::default();
    Routes::new("api")
        .get("/api/v1/openapi.json", Access::Public, openapi)
        .get("/api/v1/processes", Access::Public, processes)
        .get("/api/v1/processes/{id}", Access::Public, process)
        .get("/api/v1/processes/{id}/evaluation", Access::Public, evaluation)
        .get("/api/v1/plans", Access::Public, plans)
        .get("/api/v1/plans/{id}", Access::Public, plan)
        .get("/api/v1/lessons", Access::Public, lessons::list)
        .get("/api/v1/processes/{id}/contributions", Access::Public, contributions)
        .get("/api/v1/processes/{id}/contributions.csv", Access::Public, exports::process_table)
        .get("/api/v1/processes/{id}/contributions.jsonl", Access::Public, exports::process_lines)
        .get("/api/v1/contributions.csv", Access::Public, exports::table)
        .get("/api/v1/contributions.jsonl", Access::Public, exports::lines)
        .get("/api/v1/processes/{id}/commitments", Access::Public, commitments::list)
        .get("/api/v1/processes/{id}/commitments.csv", Access::Public, exports::process_promises_table)
        .get("/api/v1/processes/{id}/commitments.jsonl", Access::Public, exports::process_promises_lines)
        .get("/api/v1/commitments.csv", Access::Public, exports::promises_table)
        .get("/api/v1/commitments.jsonl", Access::Public, exports::promises_lines)
        .get("/api/v1/processes/{id}/measurement", Access::Public, |ctx: Context, id: Path<String>| async move {
            measured::show(ctx, &id.0).await
        })
        .get("/api/v1/late", Access::Public, late)
        .get("/api/v1/contributions/{number}/journey", Access::Public, journey)
        .get("/api/v1/indicators", Access::Public, move |ctx: Context, asked: Query<figures::Asked>| async move {
            figures::show(ctx, asked.0, &kept).await
        })
}

/// A page of a list.
#[derive(Debug, Serialize)]
struct Listed<T> {
    items: Vec<T>,
    /// Where the list goes on; nothing at its end.
    next: Option<String>,
}

/// Where a list goes on, and how much is asked.
#[derive(Debug, Deserialize)]
struct Paging {
    after: Option<String>,
    limit: Option<String>,
}

impl Paging {
    fn limit(&self) -> Result<i64, Problem> {
        match &self.limit {
            None => Ok(A_PAGE),
            Some(text) => {
                text.parse().ok().filter(|limit| (1..=MOST).contains(limit)).ok_or(Problem::Asked("limit is a whole number from 1 to 100"))
            }
        }
    }
    fn after<T: FromStr>(&self) -> Result<Option<(Instant, T)>, Problem> {
        let Some(text) = &self.after else { return Ok(None) };
        let read = || {
            let (at, id) = text.split_once('.')?;
            Some((Instant::from_micros(at.parse().ok()?), id.parse().ok()?))
        };
        read().map(Some).ok_or(Problem::Asked("after is a mark that an earlier answer gave in next"))
    }
    /// As [`Paging::after`], for lists that run along days.
    fn after_day<T: FromStr>(&self) -> Result<Option<(Date, T)>, Problem> {
        let Some(text) = &self.after else { return Ok(None) };
        let read = || {
            let (day, id) = text.split_once('.')?;
            Some((day.parse().ok()?, id.parse().ok()?))
        };
        read().map(Some).ok_or(Problem::Asked("after is a mark that an earlier answer gave in next"))
    }
}

/// Cuts what was read (one more than asked) to what was asked, and says where the list goes on.
fn listed<R, T>(
    mut rows: Vec<R>,
    limit: i64,
    path: &str,
    mark: impl Fn(&R) -> (Instant, String),
    shape: impl Fn(R) -> Option<T>,
) -> Listed<T> {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = rows.last().filter(|_| more).map(|last| {
        let (at, id) = mark(last);
        format!("{path}?after={}.{id}&limit={limit}", at.micros())
    });
    Listed { items: rows.into_iter().filter_map(shape).collect(), next }
}

async fn openapi() -> Response {
    ([(header::CONTENT_TYPE, "application/json"), (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")], OPENAPI).into_response()
}

async fn processes(ctx: Context, Query(paging): Query<Paging>) -> Result<Response, Problem> {
    let limit = paging.limit()?;
    let mut s = ctx.store().read().await?;
    let rows = design::processes(&mut s, ctx.tenant_id(), true, paging.after()?, limit + 1).await?;
    let today = ctx.today();
    Ok(answers::json(&listed(
        rows,
        limit,
        "/api/v1/processes",
        |process| (process.created, process.id.to_string()),
        |process| Process::of(&process, today),
    )))
}

/// The public process that `id` names: its id, or its place in addresses.
async fn found(ctx: &Context, id: &str) -> Result<design::Process, Problem> {
    let mut s = ctx.store().read().await?;
    let found = match id.parse() {
        Ok(id) => design::process(&mut s, ctx.tenant_id(), id).await?,
        Err(_) => design::process_by_slug(&mut s, ctx.tenant_id(), id).await?,
    };
    found.filter(design::Process::is_public).ok_or(Problem::Missing)
}

/// The figures of the evaluation that was finished last.
async fn evaluation(ctx: Context, Path(id): Path<String>) -> Result<Response, Problem> {
    let process = found(&ctx, &id).await?;
    let mut s = ctx.store().read().await?;
    let finished = learn::finished_evaluation(&mut s, ctx.tenant_id(), process.id).await?;
    Ok(answers::json(&finished.and_then(|it| it.findings).ok_or(Problem::Missing)?))
}

async fn process(ctx: Context, Path(id): Path<String>) -> Result<Response, Problem> {
    let process = found(&ctx, &id).await?;
    Ok(answers::json(&Process::of(&process, ctx.today()).ok_or(Problem::Missing)?))
}

async fn plans(ctx: Context, Query(paging): Query<Paging>) -> Result<Response, Problem> {
    let limit = paging.limit()?;
    let mut s = ctx.store().read().await?;
    let rows = design::plans(&mut s, ctx.tenant_id(), true, paging.after()?, limit + 1).await?;
    let names = Names::of(&mut s, ctx.tenant_id()).await?;
    Ok(answers::json(&listed(
        rows,
        limit,
        "/api/v1/plans",
        |plan| (plan.created, plan.id.to_string()),
        |plan| Some(shape::Plan::of(&plan, &names)),
    )))
}

async fn plan(ctx: Context, Path(id): Path<String>) -> Result<Response, Problem> {
    let mut s = ctx.store().read().await?;
    let found = match id.parse() {
        Ok(id) => design::plan(&mut s, ctx.tenant_id(), id).await?,
        Err(_) => design::plan_by_slug(&mut s, ctx.tenant_id(), &id).await?,
    };
    let plan = found.filter(|plan| plan.public).ok_or(Problem::Missing)?;
    let names = Names::of(&mut s, ctx.tenant_id()).await?;
    Ok(answers::json(&shape::Plan::of(&plan, &names)))
}

async fn contributions(ctx: Context, Path(id): Path<String>, Query(paging): Query<Paging>) -> Result<Response, Problem> {
    let limit = paging.limit()?;
    let process = found(&ctx, &id).await?;
    let mut s = ctx.store().read().await?;
    let tenant = ctx.tenant_id();
    let rows = voice::list_public(&mut s, tenant, process.id, paging.after()?, limit + 1).await?;
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let journeys = journey::journeys(&mut s, tenant, &ids, &ctx.tenant.civil, ctx.now()).await?;
    let names = Names::of(&mut s, tenant).await?;
    Ok(answers::json(&listed(
        rows,
        limit,
        &format!("/api/v1/processes/{}/contributions", process.id),
        |row| (row.received, row.id.to_string()),
        |row| Some(shape::Contribution::of(&row, journeys.iter().find(|journey| journey.contribution == row.id), &names)),
    )))
}

/// Answers that are late (F3 X7), with whom they lie.
async fn late(ctx: Context, Query(paging): Query<Paging>) -> Result<Response, Problem> {
    let limit = paging.limit()?;
    let (tenant, today) = (ctx.tenant_id(), ctx.today());
    let mut s = ctx.store().read().await?;
    let mut rows = answer::late(&mut s, tenant, today, paging.after_day()?, limit + 1).await?;
    let more = rows.len() > usize::try_from(limit).unwrap_or(usize::MAX);
    rows.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let leads: Vec<_> = rows.iter().map(|row| row.lead).collect();
    let words = voice::words(&mut s, tenant, &leads).await?;
    let names = Names::of(&mut s, tenant).await?;
    let mut slugs = HashMap::new();
    for row in &rows {
        if !slugs.contains_key(&row.process)
            && let Some(process) = design::process(&mut s, tenant, row.process).await?
        {
            slugs.insert(row.process, process.slug);
        }
    }
    let next = rows.last().filter(|_| more).map(|last| format!("/api/v1/late?after={}.{}&limit={limit}", last.due, last.id));
    let items =
        rows.iter().map(|row| shape::Late::of(row, words.iter().find(|it| it.id == row.lead), slugs.get(&row.process), &names, today));
    Ok(answers::json(&Listed { items: items.collect(), next }))
}

async fn journey(ctx: Context, Path(number): Path<String>) -> Result<Response, Problem> {
    let number: PublicNumber = number.parse().map_err(|_| Problem::Missing)?;
    let mut s = ctx.store().read().await?;
    let page = answer::journey_page(&mut s, ctx.tenant_id(), &number, ctx.language, &ctx.tenant.civil, ctx.now()).await?;
    Ok(answers::json(&page.ok_or(Problem::Missing)?))
}
