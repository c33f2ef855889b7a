//! `/werk/processen/{id}/onderzoek/intrekken`: a respondent withdraws, by the code they were given (D031).

use super::permitted;
use crate::acts;
use crate::frozen::Frozen;
use crate::model::{SourceCode, SourceKind};
use crate::tables::sources;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Permission, Posted};
use std::sync::Arc;
use ui::{Page, Typed};

#[derive(Debug, Template)]
#[template(path = "withdraw.html")]
struct Shown {
    page: Page,
    home: String,
    typed: Typed,
}

fn draw(ctx: &Context, process: kernel::ProcessId, typed: Typed) -> Response {
    let status = if typed.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    ui::html(status, &Shown { page: ctx.page("study-withdraw-title"), home: super::home(process), typed })
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let process = permitted(&ctx, &id, Permission::Research).await?.id;
    Ok(draw(&ctx, process, Typed::empty()))
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted, frozen: Arc<dyn Frozen>) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let process = permitted(&ctx, &id, Permission::Research).await?.id;
    let code = typed.get("code").parse::<SourceCode>().ok();
    let source = match &code {
        Some(code) => sources::source(&mut ctx.read().await?, ctx.tenant_id(), process, code).await?,
        None => None,
    };
    let source = source.filter(|it| it.kind == SourceKind::Interview && it.withdrawn.is_none());
    if source.is_none() {
        typed.wrong("code", "study-wrong-code");
    }
    if !typed.has("sure", "yes") {
        typed.wrong("sure", "study-wrong-sure");
    }
    let Some(source) = source.filter(|_| !typed.is_wrong()) else { return Ok(draw(&ctx, process, typed)) };
    // First the list outside the database: a restored backup erases again.
    acts::note_erasure(ctx.store(), ctx.tenant_id(), &source).await?;
    let (code, today, store) = (source.code, ctx.today(), ctx.store().clone());
    store::write!(store, [ctx, code, frozen], |tx| { acts::withdraw(tx, &ctx.act(), process, &code, today, &*frozen).await }).await?;
    Ok(ctx.done(&super::home(process), "study-withdrawn"))
}
