//! What somebody typed before the sign-in passed: to look at, and to send on.

use crate::context::Context;
use crate::fault::Fault;
use crate::kept_form::{KeptForm, Stale};
use crate::posted::Posted;
use crate::tables::kept_forms;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use ui::Page;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "kept.html")]
struct KeptPage {
    page: Page,
    kept: KeptForm,
}

#[derive(Template)]
#[template(path = "stale.html")]
struct StalePage<'a> {
    page: Page,
    stale: &'a Stale,
    path: String,
}

/// The page of a form whose token was of another visit: what was typed, and a button that sends it with a fresh token.
pub(crate) fn draw_stale(ctx: &Context, stale: &Stale) -> Response {
    let page = ctx.page("people-fault-token-title");
    ui::html(StatusCode::FORBIDDEN, &StalePage { page, stale, path: ctx.path_and_query() })
}

pub(crate) async fn show(ctx: Context, Path(id): Path<Uuid>) -> Result<Response, Fault> {
    let kept = ctx.kept(id).await?;
    Ok(ui::html(StatusCode::OK, &KeptPage { page: ctx.page("people-kept-title"), kept }))
}

pub(crate) async fn throw_away(Path(id): Path<Uuid>, form: Posted) -> Result<Response, Fault> {
    let ctx = &form.ctx;
    let (tenant, account) = (ctx.tenant.id, ctx.signed_in()?.id);
    store::write!(ctx.app.store, [tenant, account, id], |tx| kept_forms::remove(tx, tenant, account, id).await).await?;
    Ok(ctx.done("/", "people-kept-gone"))
}
