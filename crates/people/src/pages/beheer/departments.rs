//! `/beheer/diensten`: the line departments that accept dossiers.

use super::fields;
use crate::context::Context;
use crate::fault::Fault;
use crate::permit::{Permission, Thing};
use crate::posted::Posted;
use crate::tables::{self, Department, organisations};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kernel::DepartmentId;
use ui::{Page, Typed};

#[derive(Template)]
#[template(path = "beheer/departments.html")]
struct List {
    page: Page,
    typed: Typed,
    departments: Vec<Department>,
}

#[derive(Template)]
#[template(path = "beheer/department.html")]
struct One {
    page: Page,
    typed: Typed,
}

async fn draw_list(ctx: &Context, typed: Typed) -> Result<Response, Fault> {
    let departments = tables::departments(&mut ctx.read().await?, ctx.tenant_id()).await?;
    Ok(ui::html(fields::status(&typed), &List { page: ctx.page("people-beheer-departments-title"), typed, departments }))
}

fn draw_one(ctx: &Context, typed: Typed) -> Response {
    ui::html(fields::status(&typed), &One { page: ctx.page("people-beheer-department-title"), typed })
}

/// Shows all departments and the form for a new one.
pub(super) async fn list(ctx: Context) -> Result<Response, Fault> {
    ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
    draw_list(&ctx, Typed::empty()).await
}

fn parse(typed: &mut Typed, id: DepartmentId) -> Option<Department> {
    let department = Department {
        id,
        name: fields::line(typed, "name", 80),
        code: fields::line(typed, "code", 40),
        mail: fields::spare_mail(typed, "mail"),
        ended: fields::spare_day(typed, "ended"),
    };
    (!typed.is_wrong()).then_some(department)
}

/// Keeps it; `false` when another one has its code.
async fn keep(ctx: &Context, department: Department) -> Result<bool, Fault> {
    let (tenant, actor) = (ctx.tenant_id(), ctx.actor);
    let kept = store::write!(ctx.app.store, [department, tenant, actor], |tx| {
        organisations::save_department(tx, tenant, &actor, &department).await
    });
    fields::kept(kept.await)
}

/// Makes a department.
pub(super) async fn create(mut form: Posted) -> Result<Response, Fault> {
    form.ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
    let ctx = form.ctx.clone();
    let id = DepartmentId::new(ctx.now(), ctx.app.random.as_ref());
    let Some(department) = parse(&mut form.typed, id) else { return draw_list(&ctx, form.typed).await };
    if keep(&ctx, department).await? {
        return Ok(ctx.done("/beheer/diensten", "people-beheer-saved"));
    }
    form.typed.wrong("code", "people-beheer-code-taken");
    draw_list(&ctx, form.typed).await
}

async fn known(ctx: &Context, id: &str) -> Result<Department, Fault> {
    ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
    tables::department(&mut ctx.read().await?, ctx.tenant_id(), fields::id(id)?).await?.ok_or(Fault::NotFound)
}

/// Shows one department.
pub(super) async fn show(Path(id): Path<String>, ctx: Context) -> Result<Response, Fault> {
    let held = known(&ctx, &id).await?;
    let ended = held.ended.map(|day| day.to_string()).unwrap_or_default();
    Ok(draw_one(&ctx, Typed::empty().with("name", held.name).with("code", held.code).with("mail", held.mail).with("ended", ended)))
}

/// Keeps a changed department.
pub(super) async fn save(Path(id): Path<String>, mut form: Posted) -> Result<Response, Fault> {
    let ctx = form.ctx.clone();
    let held = known(&ctx, &id).await?;
    let Some(department) = parse(&mut form.typed, held.id) else { return Ok(draw_one(&ctx, form.typed)) };
    if keep(&ctx, department).await? {
        return Ok(ctx.done("/beheer/diensten", "people-beheer-saved"));
    }
    form.typed.wrong("code", "people-beheer-code-taken");
    Ok(draw_one(&ctx, form.typed))
}
