//! `/beheer/organisaties`: partner organisations whose people speak for residents (E3).

use super::fields;
use crate::context::Context;
use crate::fault::Fault;
use crate::permit::{Permission, Thing};
use crate::posted::Posted;
use crate::tables::{self, Organisation, organisations};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kernel::OrganisationId;
use ui::{Page, Typed};

#[derive(Template)]
#[template(path = "beheer/organisations.html")]
struct List {
    page: Page,
    typed: Typed,
    organisations: Vec<Organisation>,
}

#[derive(Template)]
#[template(path = "beheer/organisation.html")]
struct One {
    page: Page,
    typed: Typed,
}

async fn draw_list(ctx: &Context, typed: Typed) -> Result<Response, Fault> {
    let organisations = tables::organisations(&mut ctx.read().await?, ctx.tenant_id()).await?;
    Ok(ui::html(fields::status(&typed), &List { page: ctx.page("people-beheer-organisations-title"), typed, organisations }))
}

fn draw_one(ctx: &Context, typed: Typed) -> Response {
    ui::html(fields::status(&typed), &One { page: ctx.page("people-beheer-organisation-title"), typed })
}

/// Shows all organisations and the form for a new one.
pub(super) async fn list(ctx: Context) -> Result<Response, Fault> {
    ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
    draw_list(&ctx, Typed::empty()).await
}

fn parse(typed: &mut Typed, id: OrganisationId) -> Option<Organisation> {
    let organisation = Organisation {
        id,
        name: fields::line(typed, "name", 80),
        contact: fields::spare_prose(typed, "contact", 400),
        ended: fields::spare_day(typed, "ended"),
    };
    (!typed.is_wrong()).then_some(organisation)
}

/// Keeps it; `false` when another one has its name.
async fn keep(ctx: &Context, organisation: Organisation) -> Result<bool, Fault> {
    let (tenant, actor) = (ctx.tenant_id(), ctx.actor);
    let kept = store::write!(ctx.app.store, [organisation, tenant, actor], |tx| {
        organisations::save_organisation(tx, tenant, &actor, &organisation).await
    });
    fields::kept(kept.await)
}

/// Makes a organisation.
pub(super) async fn create(mut form: Posted) -> Result<Response, Fault> {
    form.ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
    let ctx = form.ctx.clone();
    let id = OrganisationId::new(ctx.now(), ctx.app.random.as_ref());
    let Some(organisation) = parse(&mut form.typed, id) else { return draw_list(&ctx, form.typed).await };
    if keep(&ctx, organisation).await? {
        return Ok(ctx.done("/beheer/organisaties", "people-beheer-saved"));
    }
    form.typed.wrong("name", "people-beheer-name-taken");
    draw_list(&ctx, form.typed).await
}

async fn known(ctx: &Context, id: &str) -> Result<Organisation, Fault> {
    ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
    tables::organisation(&mut ctx.read().await?, ctx.tenant_id(), fields::id(id)?).await?.ok_or(Fault::NotFound)
}

/// Shows one organisation.
pub(super) async fn show(Path(id): Path<String>, ctx: Context) -> Result<Response, Fault> {
    let held = known(&ctx, &id).await?;
    let ended = held.ended.map(|day| day.to_string()).unwrap_or_default();
    Ok(draw_one(&ctx, Typed::empty().with("name", held.name).with("contact", held.contact).with("ended", ended)))
}

/// Keeps a changed organisation.
pub(super) async fn save(Path(id): Path<String>, mut form: Posted) -> Result<Response, Fault> {
    let ctx = form.ctx.clone();
    let held = known(&ctx, &id).await?;
    let Some(organisation) = parse(&mut form.typed, held.id) else { return Ok(draw_one(&ctx, form.typed)) };
    if keep(&ctx, organisation).await? {
        return Ok(ctx.done("/beheer/organisaties", "people-beheer-saved"));
    }
    form.typed.wrong("name", "people-beheer-name-taken");
    Ok(draw_one(&ctx, form.typed))
}
