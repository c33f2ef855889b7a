//! `/plannen`: what departments plan, as a list and on the map, so that nobody works out an idea for ground that is spoken for.

use crate::model::Plan;
use crate::pages::A_PAGE;
use crate::pages::plan_shown::{MapShown, Named, PlanShown};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use kernel::{Instant, PlanId};
use people::{Context, Fault};
use ui::{Page, Pager};

#[derive(Debug, Template)]
#[template(path = "plans.html")]
struct List {
    page: Page,
    rows: Vec<PlanShown>,
    map: Option<MapShown>,
    pager: Pager,
}

#[derive(Debug, Template)]
#[template(path = "plan.html")]
struct One {
    page: Page,
    plan: PlanShown,
    map: Option<MapShown>,
}

/// Where a list goes on: the moment and id of the last that was shown.
#[derive(Debug, Default, serde::Deserialize)]
pub(super) struct Paging {
    na: Option<String>,
}

impl Paging {
    pub(super) fn after(&self) -> Result<Option<(Instant, PlanId)>, Fault> {
        let Some(text) = &self.na else { return Ok(None) };
        let read = || {
            let (at, id) = text.split_once('.')?;
            Some((Instant::from_micros(at.parse().ok()?), id.parse().ok()?))
        };
        read().map(Some).ok_or(Fault::NotFound)
    }
    fn question(&self) -> String {
        self.na.as_ref().map(|na| format!("?na={na}")).unwrap_or_default()
    }
}

/// Cuts what was read (one more than a page) to a page, and says where the next begins.
pub(super) fn pager(path: &str, plans: &mut Vec<Plan>) -> Pager {
    let whole = usize::try_from(A_PAGE).unwrap_or(usize::MAX);
    let more = plans.len() > whole;
    plans.truncate(whole);
    let next = plans.last().filter(|_| more).map(|last| format!("{path}?na={}.{}", last.created.micros(), last.id));
    Pager { next, previous: None }
}

pub(super) async fn show(ctx: Context, Query(paging): Query<Paging>) -> Result<Response, Fault> {
    let mut s = ctx.read().await?;
    let mut found = crate::plans(&mut s, ctx.tenant_id(), true, paging.after()?, A_PAGE + 1).await?;
    let pager = pager("/plannen", &mut found);
    let named = Named::read(&mut s, ctx.tenant_id()).await?;
    let page = ctx.page("design-plans");
    let rows: Vec<PlanShown> = found.iter().map(|plan| PlanShown::of(&page, &named, plan)).collect();
    let map = if rows.is_empty() { None } else { MapShown::of(&named, format!("/plannen/kaart.svg{}", paging.question())) };
    Ok(ui::html(StatusCode::OK, &List { page, rows, map, pager }))
}

fn svg(picture: String) -> Response {
    ([(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "public, max-age=60")], picture).into_response()
}

pub(super) async fn map(ctx: Context, Query(paging): Query<Paging>) -> Result<Response, Fault> {
    let mut s = ctx.read().await?;
    let found = crate::plans(&mut s, ctx.tenant_id(), true, paging.after()?, A_PAGE).await?;
    let named = Named::read(&mut s, ctx.tenant_id()).await?;
    named.picture(&found, true).map(svg).ok_or(Fault::NotFound)
}

async fn one(ctx: &Context, slug: &str) -> Result<(Plan, Named), Fault> {
    let mut s = ctx.read().await?;
    let plan = crate::plan_by_slug(&mut s, ctx.tenant_id(), slug).await?.ok_or(Fault::NotFound)?;
    Ok((plan, Named::read(&mut s, ctx.tenant_id()).await?))
}

pub(super) async fn show_one(ctx: Context, Path(slug): Path<String>) -> Result<Response, Fault> {
    let (plan, named) = one(&ctx, &slug).await?;
    let page = ctx.page_titled(plan.title.best(&ctx.language).text.to_owned());
    let map = MapShown::of(&named, format!("/plannen/{slug}/kaart.svg"));
    Ok(ui::html(StatusCode::OK, &One { plan: PlanShown::of(&page, &named, &plan), map, page }))
}

pub(super) async fn map_of_one(ctx: Context, Path(slug): Path<String>) -> Result<Response, Fault> {
    let (plan, named) = one(&ctx, &slug).await?;
    named.picture(&[plan], false).map(svg).ok_or(Fault::NotFound)
}
