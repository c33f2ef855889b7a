//! `/werk/processen/{id}/sluiten`: nothing new is asked from now on.

use crate::acts::close;
use crate::forms::charter::reason;
use crate::model::{Process, State};
use crate::pages::charter::setting;
use crate::pages::permitted;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Permission, Posted};
use ui::{Page, Typed};

#[derive(Debug, Template)]
#[template(path = "close.html")]
struct Close {
    page: Page,
    typed: Typed,
    href: String,
}

fn draw(ctx: &Context, process: &Process, status: StatusCode, typed: Typed) -> Response {
    let title = process.title.best(&ctx.language).text.to_owned();
    let mut page = ctx.page_titled(String::new());
    page.title = page.t1("design-close-title", "title", title);
    ui::html(status, &Close { page, typed, href: format!("/werk/processen/{}", process.id) })
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let process = permitted(&ctx, &id, Permission::PublishProcess).await?;
    if process.state != State::Published {
        return Err(Fault::Conflict("design-refused-not-open"));
    }
    Ok(draw(&ctx, &process, StatusCode::OK, Typed::empty()))
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let process = permitted(&ctx, &id, Permission::PublishProcess).await?;
    let Some(why) = reason(&mut typed, &setting(&ctx)) else {
        return Ok(draw(&ctx, &process, StatusCode::UNPROCESSABLE_ENTITY, typed));
    };
    let (store, id) = (ctx.store().clone(), process.id);
    store::write!(store, [ctx, why], |tx| { close(tx, &ctx.act(), id, &why).await }).await?;
    Ok(ctx.done("/werk/processen", "design-closed"))
}
