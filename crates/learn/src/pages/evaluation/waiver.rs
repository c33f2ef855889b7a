//! `/werk/processen/{id}/evaluatie/zonder`: a process that is not evaluated says so in public, with the motive (A240).

use super::{needed, permitted};
use crate::evaluating::waive_evaluation;
use crate::tables::evaluation as table;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use design::Process;
use people::{Context, Fault, Posted};
use ui::{Page, Typed};

#[derive(Debug, Template)]
#[template(path = "evaluation_waiver.html")]
struct Waiver {
    page: Page,
    typed: Typed,
    href: String,
}

fn draw(ctx: &Context, process: &Process, status: StatusCode, typed: Typed) -> Response {
    let mut page = ctx.page_titled(String::new());
    page.title = page.t1("learn-waiver-title", "title", process.title.best(&ctx.language).text);
    ui::html(status, &Waiver { href: format!("/werk/processen/{}/evaluatie", process.id), typed, page })
}

pub(in crate::pages) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let process = permitted(&ctx, &id).await?;
    let before = table::waiver(&mut ctx.read().await?, ctx.tenant_id(), process.id).await?;
    let mut typed = Typed::empty();
    if let Some((motive, _)) = before {
        typed.set("motive", motive.original().text.as_str());
    }
    Ok(draw(&ctx, &process, StatusCode::OK, typed))
}

pub(in crate::pages) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let process = permitted(&ctx, &id).await?;
    let Some(motive) = needed(&mut typed, "motive", 2_000, ctx.tenant.language, "learn-waiver-motive-missing") else {
        return Ok(draw(&ctx, &process, StatusCode::UNPROCESSABLE_ENTITY, typed));
    };
    let (store, id) = (ctx.store().clone(), process.id);
    store::write!(store, [ctx, motive], |tx| { waive_evaluation(tx, &ctx.act(), id, &motive).await }).await?;
    Ok(ctx.done("/werk/evaluaties", "learn-waiver-saved"))
}
