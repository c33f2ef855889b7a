//! `/beheer/rechten`: what each role may do. Roles are rows: a municipality changes the shipped ones and makes its own. Nobody
//! changes a role that is one's own, and the administrator keeps the key to the accounts.

use super::accounts::role_name;
use super::fields;
use crate::context::Context;
use crate::fault::Fault;
use crate::permit::{Permission, PermissionSet, Role, Thing};
use crate::posted::Posted;
use crate::tables::roles::{self, RoleRow};
use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use kernel::GrantId;
use ui::{Choice, Page, Typed};

struct Line {
    code: String,
    name: String,
    may: Vec<String>,
}

#[derive(Template)]
#[template(path = "beheer/roles.html")]
struct List {
    page: Page,
    typed: Typed,
    lines: Vec<Line>,
    permissions: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "beheer/role.html")]
struct One {
    page: Page,
    typed: Typed,
    permissions: Vec<Choice>,
    shipped: bool,
    own: bool,
}

fn permissions(page: &Page) -> Vec<Choice> {
    Permission::ALL.iter().map(|it| Choice::new(it.code(), page.t(format!("people-permission-{it}")))).collect()
}

async fn draw_list(ctx: &Context, typed: Typed) -> Result<Response, Fault> {
    let held = roles::roles(&mut ctx.read().await?, ctx.tenant_id()).await?;
    let page = ctx.page("people-beheer-rights-title");
    let line = |row: &RoleRow| Line {
        code: row.code.clone(),
        name: role_name(ctx, row),
        may: row.permissions.iter().map(|it| page.t(format!("people-permission-{it}"))).collect(),
    };
    let lines = held.iter().map(line).collect();
    let permissions = permissions(&page);
    Ok(ui::html(fields::status(&typed), &List { page, typed, lines, permissions }))
}

/// Shows all roles and the form for a new one.
pub(super) async fn list(ctx: Context) -> Result<Response, Fault> {
    ctx.permit(Permission::ManageAccounts, &Thing::tenant())?;
    draw_list(&ctx, Typed::empty()).await
}

fn ticked(typed: &mut Typed) -> PermissionSet {
    let chosen: Vec<Permission> = Permission::ALL.iter().copied().filter(|it| typed.has("permissions", it.code())).collect();
    if chosen.is_empty() {
        typed.wrong("permissions", "people-beheer-rights-none");
    }
    PermissionSet::of(&chosen)
}

async fn keep(ctx: &Context, role: RoleRow) -> Result<(), Fault> {
    let (tenant, actor) = (ctx.tenant_id(), ctx.actor);
    store::write!(ctx.app.store, [role, tenant, actor], |tx| roles::save(tx, tenant, &actor, &role).await).await?;
    Ok(())
}

/// Makes a role of the municipality's own.
pub(super) async fn create(mut form: Posted) -> Result<Response, Fault> {
    form.ctx.permit(Permission::ManageAccounts, &Thing::tenant())?;
    let ctx = form.ctx.clone();
    let name = fields::line(&mut form.typed, "name", 80);
    let permissions = ticked(&mut form.typed);
    let held = roles::roles(&mut ctx.read().await?, ctx.tenant_id()).await?;
    if held.iter().any(|row| role_name(&ctx, row).to_lowercase() == name.to_lowercase()) {
        form.typed.wrong("name", "people-beheer-name-taken");
    }
    if form.typed.is_wrong() {
        return draw_list(&ctx, form.typed).await;
    }
    let code = format!("own-{}", GrantId::new(ctx.now(), ctx.app.random.as_ref()));
    keep(&ctx, RoleRow { code, name: Some(name), permissions }).await?;
    Ok(ctx.done("/beheer/rechten", "people-beheer-saved"))
}

async fn known(ctx: &Context, code: &str) -> Result<RoleRow, Fault> {
    ctx.permit(Permission::ManageAccounts, &Thing::tenant())?;
    let held = roles::roles(&mut ctx.read().await?, ctx.tenant_id()).await?;
    held.into_iter().find(|row| row.code == code).ok_or(Fault::NotFound)
}

/// Whether whoever asks holds this role, or stands in for somebody who does.
fn holds(ctx: &Context, code: &str) -> bool {
    ctx.account.as_ref().is_some_and(|account| account.grants.iter().any(|grant| grant.role == code))
}

fn draw_one(ctx: &Context, row: &RoleRow, typed: Typed) -> Response {
    let page = ctx.page_titled(role_name(ctx, row));
    let permissions = permissions(&page);
    ui::html(fields::status(&typed), &One { page, typed, permissions, shipped: row.name.is_none(), own: holds(ctx, &row.code) })
}

/// Shows what one role may do.
pub(super) async fn show(Path(code): Path<String>, ctx: Context) -> Result<Response, Fault> {
    let row = known(&ctx, &code).await?;
    let mut typed = Typed::empty().with("name", row.name.clone().unwrap_or_default());
    row.permissions.iter().for_each(|it| typed.push("permissions", it.code()));
    Ok(draw_one(&ctx, &row, typed))
}

/// Changes what a role may do.
pub(super) async fn save(Path(code): Path<String>, mut form: Posted) -> Result<Response, Fault> {
    let ctx = form.ctx.clone();
    let row = known(&ctx, &code).await?;
    if holds(&ctx, &row.code) {
        return Err(Fault::Conflict("people-beheer-not-yourself"));
    }
    let name = if row.name.is_some() { Some(fields::line(&mut form.typed, "name", 80)) } else { None };
    let permissions = ticked(&mut form.typed);
    if row.code == Role::Administrator.code() && !permissions.holds(Permission::ManageAccounts) {
        form.typed.wrong("permissions", "people-beheer-rights-key");
    }
    if form.typed.is_wrong() {
        return Ok(draw_one(&ctx, &row, form.typed));
    }
    keep(&ctx, RoleRow { code: row.code, name, permissions }).await?;
    Ok(ctx.done("/beheer/rechten", "people-beheer-saved"))
}
