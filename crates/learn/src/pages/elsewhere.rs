//! `/werk/vergelijken`: evaluations that other municipalities published, read in to lay beside our own (A249, A250).

use crate::evaluating::{EvaluationError, drop_elsewhere, take_elsewhere};
use crate::tables::evaluation as table;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Permission, Posted, Thing};
use ui::{Page, Typed};
use uuid::Uuid;

/// So many are shown.
const SHOWN: i64 = 50;

#[derive(Debug, Template)]
#[template(path = "elsewhere.html")]
struct Elsewhere {
    page: Page,
    typed: Typed,
    rows: Vec<Row>,
}

#[derive(Debug)]
struct Row {
    id: String,
    title: String,
    municipality: String,
    day: String,
}

async fn draw(ctx: &Context, typed: Typed) -> Result<Response, Fault> {
    let page = ctx.page("learn-elsewhere-title");
    let all = table::elsewhere(&mut ctx.read().await?, ctx.tenant_id(), SHOWN).await?;
    let row = |(id, it): (Uuid, crate::Findings)| Row {
        id: id.to_string(),
        day: page.date(&it.day),
        title: it.title,
        municipality: it.municipality,
    };
    let rows = all.into_iter().map(row).collect();
    let status = if typed.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(ui::html(status, &Elsewhere { page, typed, rows }))
}

pub(super) async fn show(ctx: Context) -> Result<Response, Fault> {
    ctx.permit(Permission::Evaluate, &Thing::tenant())?;
    draw(&ctx, Typed::empty()).await
}

pub(super) async fn take(posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, files } = posted;
    ctx.permit(Permission::Evaluate, &Thing::tenant())?;
    let store = ctx.store().clone();
    if let Ok(id) = typed.get("weg").parse::<Uuid>() {
        store::write!(store, [ctx], |tx| { drop_elsewhere(tx, &ctx.act(), id).await }).await?;
        return Ok(ctx.done("/werk/vergelijken", "learn-elsewhere-dropped"));
    }
    let Some(file) = files.into_iter().find(|file| file.name == "bestand") else {
        typed.wrong("bestand", "learn-elsewhere-no-file");
        return draw(&ctx, typed).await;
    };
    let bytes = file.bytes;
    match store::write!(store, [ctx, bytes], |tx| { take_elsewhere(tx, &ctx.act(), &bytes).await }).await {
        Ok(_) => Ok(ctx.done("/werk/vergelijken", "learn-elsewhere-taken")),
        Err(EvaluationError::Elsewhere(why)) => {
            typed.wrong("bestand", why.key());
            draw(&ctx, typed).await
        }
        Err(error) => Err(error.into()),
    }
}
