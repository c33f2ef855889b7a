//! The palette of a tenant as a style sheet, and its logo.

use crate::context::Context;
use crate::fault::Fault;
use crate::tenant::Tenant;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use store::files;

/// Where the style sheet of a tenant is, with its version, so that it may be kept for ever.
pub(crate) fn href(tenant: &Tenant) -> String {
    let digest = Sha256::digest(tenant.theme.css().as_bytes());
    format!("/thema.css?v={}", data_encoding::HEXLOWER.encode(&digest[..6]))
}

const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

pub(crate) async fn style(ctx: Context) -> Response {
    let media_type = HeaderValue::from_static("text/css; charset=utf-8");
    ([(header::CONTENT_TYPE, media_type), (header::CACHE_CONTROL, FOR_EVER)], ctx.tenant.theme.css()).into_response()
}

pub(crate) async fn logo(ctx: Context) -> Result<Response, Fault> {
    let id = ctx.tenant.logo.ok_or(Fault::NotFound)?;
    let row = files::row(&mut ctx.read().await?, ctx.tenant.id, id).await?.ok_or(Fault::NotFound)?;
    let bytes = ctx.store().files().get(ctx.tenant.id, id).await?.ok_or(Fault::NotFound)?;
    let media_type = HeaderValue::from_str(&row.media_type).map_err(|_| Fault::NotFound)?;
    Ok(([(header::CONTENT_TYPE, media_type), (header::CACHE_CONTROL, FOR_EVER)], bytes).into_response())
}
