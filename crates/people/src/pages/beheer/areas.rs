//! `/beheer/wijken`: areas, the areas they lie in, and how many streets each has.

use super::fields;
use crate::context::Context;
use crate::fault::Fault;
use crate::permit::{Permission, Thing};
use crate::posted::Posted;
use crate::tables::{self, Area, beheer, places};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kernel::AreaId;
use ui::{Choice, Page, Typed};

/// One line of the list.
struct Row {
    area: Area,
    inside: String,
    streets: i64,
}

#[derive(Template)]
#[template(path = "beheer/areas.html")]
struct List {
    page: Page,
    typed: Typed,
    rows: Vec<Row>,
    parents: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "beheer/area.html")]
struct One {
    page: Page,
    typed: Typed,
    parents: Vec<Choice>,
    streets: Vec<String>,
    has_shape: bool,
}

fn choices(areas: &[Area], except: Option<AreaId>) -> Vec<Choice> {
    areas.iter().filter(|area| Some(area.id) != except).map(|area| Choice::new(area.id.to_string(), area.name.clone())).collect()
}

async fn draw_list(ctx: &Context, typed: Typed) -> Result<Response, Fault> {
    let mut session = ctx.read().await?;
    let areas = tables::areas(&mut session, ctx.tenant_id()).await?;
    let counts = beheer::street_counts(&mut session, ctx.tenant_id()).await?;
    drop(session);
    let named = |id: Option<AreaId>| areas.iter().find(|area| Some(area.id) == id).map(|area| area.name.clone()).unwrap_or_default();
    let row = |area: &Area| Row { inside: named(area.parent), streets: counts.get(&area.id).copied().unwrap_or(0), area: area.clone() };
    let (rows, parents) = (areas.iter().map(row).collect(), choices(&areas, None));
    Ok(ui::html(fields::status(&typed), &List { page: ctx.page("people-beheer-areas-title"), typed, rows, parents }))
}

/// Shows all areas and the form for a new one.
pub(super) async fn list(ctx: Context) -> Result<Response, Fault> {
    ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
    draw_list(&ctx, Typed::empty()).await
}

/// Reads the form; an area that would lie in itself, however far around, is refused.
fn parse(typed: &mut Typed, areas: &[Area], id: AreaId, shape: Option<String>) -> Option<Area> {
    let known = |parent: AreaId| areas.iter().any(|area| area.id == parent);
    let name = fields::line(typed, "name", 120);
    let code = fields::line(typed, "code", 40);
    let parent = fields::spare_choice::<AreaId>(typed, "parent", known);
    if parent.is_some_and(|parent| lies_in(areas, parent, id)) {
        typed.wrong("parent", "people-beheer-area-circle");
    }
    (!typed.is_wrong()).then_some(Area { id, name, code, parent, shape })
}

/// Whether `area` is `other` or lies in it.
pub(super) fn lies_in(areas: &[Area], area: AreaId, other: AreaId) -> bool {
    let mut at = Some(area);
    for _ in 0..=areas.len() {
        match at {
            Some(here) if here == other => return true,
            Some(here) => at = areas.iter().find(|held| held.id == here).and_then(|held| held.parent),
            None => return false,
        }
    }
    false
}

async fn keep(ctx: &Context, area: Area) -> Result<bool, Fault> {
    let (tenant, actor) = (ctx.tenant_id(), ctx.actor);
    let kept = store::write!(ctx.app.store, [area, tenant, actor], |tx| places::save_area(tx, tenant, &actor, &area).await);
    fields::kept(kept.await)
}

/// Makes an area without a shape; shapes come from a file.
pub(super) async fn create(mut form: Posted) -> Result<Response, Fault> {
    form.ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
    let ctx = form.ctx.clone();
    let areas = tables::areas(&mut ctx.read().await?, ctx.tenant_id()).await?;
    let id = AreaId::new(ctx.now(), ctx.app.random.as_ref());
    let Some(area) = parse(&mut form.typed, &areas, id, None) else { return draw_list(&ctx, form.typed).await };
    if keep(&ctx, area).await? {
        return Ok(ctx.done("/beheer/wijken", "people-beheer-saved"));
    }
    form.typed.wrong("code", "people-beheer-code-taken");
    draw_list(&ctx, form.typed).await
}

async fn draw_one(ctx: &Context, held: &Area, typed: Typed) -> Result<Response, Fault> {
    let mut session = ctx.read().await?;
    let areas = tables::areas(&mut session, ctx.tenant_id()).await?;
    let streets = tables::streets(&mut session, ctx.tenant_id(), Some(held.id)).await?;
    drop(session);
    let page = ctx.page_titled(held.name.clone());
    let streets = streets.into_iter().map(|street| street.name).collect();
    Ok(ui::html(
        fields::status(&typed),
        &One { page, typed, parents: choices(&areas, Some(held.id)), streets, has_shape: held.shape.is_some() },
    ))
}

async fn known(ctx: &Context, id: &str) -> Result<Area, Fault> {
    ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
    tables::area(&mut ctx.read().await?, ctx.tenant_id(), fields::id(id)?).await?.ok_or(Fault::NotFound)
}

/// Shows one area with its streets.
pub(super) async fn show(Path(id): Path<String>, ctx: Context) -> Result<Response, Fault> {
    let held = known(&ctx, &id).await?;
    let parent = held.parent.map(|parent| parent.to_string()).unwrap_or_default();
    let typed = Typed::empty().with("name", &held.name).with("code", &held.code).with("parent", parent);
    draw_one(&ctx, &held, typed).await
}

/// Keeps a changed area.
pub(super) async fn save(Path(id): Path<String>, mut form: Posted) -> Result<Response, Fault> {
    let ctx = form.ctx.clone();
    let held = known(&ctx, &id).await?;
    let areas = tables::areas(&mut ctx.read().await?, ctx.tenant_id()).await?;
    let Some(area) = parse(&mut form.typed, &areas, held.id, held.shape.clone()) else { return draw_one(&ctx, &held, form.typed).await };
    if keep(&ctx, area).await? {
        return Ok(ctx.done("/beheer/wijken", "people-beheer-saved"));
    }
    form.typed.wrong("code", "people-beheer-code-taken");
    draw_one(&ctx, &held, form.typed).await
}
