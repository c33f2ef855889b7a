//! `/beheer/cijfers`: how small a group of people may be to be shown in the figures.

use crate::tables::counting;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use people::tables::tenants;
use people::{Context, Fault, Permission, Posted, SMALLEST_ALLOWED, Thing};
use ui::{Page, Typed};

#[derive(Debug, Template)]
#[template(path = "setting.html")]
struct SettingPage {
    page: Page,
    typed: Typed,
    counted: String,
}

async fn draw(ctx: &Context, typed: Typed) -> Result<Response, Fault> {
    let page = ctx.page("learn-setting-title");
    let at = counting::counted(&mut ctx.read().await?, ctx.tenant_id()).await?;
    let counted = at.map_or_else(|| page.t("learn-never-counted"), |at| page.t1("learn-counted", "time", page.time(&at)));
    let status = if typed.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(ui::html(status, &SettingPage { page, typed, counted }))
}

pub(super) async fn show(ctx: Context) -> Result<Response, Fault> {
    ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
    let smallest = tenants::smallest(&mut ctx.read().await?, ctx.tenant_id()).await?;
    draw(&ctx, Typed::empty().with("smallest", smallest.to_string())).await
}

pub(super) async fn save(mut form: Posted) -> Result<Response, Fault> {
    form.ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
    let ctx = form.ctx.clone();
    let Some(smallest) = form.get("smallest").trim().parse::<i64>().ok().filter(|it| SMALLEST_ALLOWED.contains(it)) else {
        let (least, most) = (*SMALLEST_ALLOWED.start(), *SMALLEST_ALLOWED.end());
        form.wrong_with("smallest", "learn-setting-wrong", &[("least", least.into()), ("most", most.into())]);
        return draw(&ctx, form.typed).await;
    };
    let store = ctx.store().clone();
    store::write!(store, [ctx], |tx| { tenants::set_smallest(tx, ctx.act().actor, ctx.tenant_id(), smallest).await }).await?;
    Ok(ctx.done("/beheer/cijfers", "learn-setting-saved"))
}
