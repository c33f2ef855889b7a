//! The palette of a tenant as a style sheet and as a small picture for tabs, and its logo.

use crate::context::Context;
use crate::fault::Fault;
use crate::tenant::Tenant;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use store::files;

/// Where the style sheet of a tenant is, with its version, so that it may be kept for ever.
pub(crate) fn href(tenant: &Tenant) -> String {
    versioned("/thema.css", &tenant.theme.css())
}

/// Where the small picture of a tenant is, with its version.
pub(crate) fn icon_href(tenant: &Tenant) -> String {
    versioned("/favicon.svg", &tenant.theme.icon())
}

fn versioned(path: &str, content: &str) -> String {
    let digest = Sha256::digest(content.as_bytes());
    format!("{path}?v={}", data_encoding::HEXLOWER.encode(&digest[..6]))
}

/// Browsers ask for `/favicon.ico` by themselves where no page told them better; a later theme is then seen within the hour.
const FOR_AN_HOUR: HeaderValue = HeaderValue::from_static("public, max-age=3600");
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

pub(crate) async fn style(ctx: Context) -> Response {
    let media_type = HeaderValue::from_static("text/css; charset=utf-8");
    ([(header::CONTENT_TYPE, media_type), (header::CACHE_CONTROL, FOR_EVER)], ctx.tenant.theme.css()).into_response()
}

pub(crate) async fn icon(ctx: Context) -> Response {
    let kept = if ctx.query.is_some() { FOR_EVER } else { FOR_AN_HOUR };
    ([(header::CONTENT_TYPE, HeaderValue::from_static("image/svg+xml")), (header::CACHE_CONTROL, kept)], ctx.tenant.theme.icon())
        .into_response()
}

pub(crate) async fn logo(ctx: Context) -> Result<Response, Fault> {
    let id = ctx.tenant.logo.ok_or(Fault::NotFound)?;
    let row = files::row(&mut ctx.read().await?, ctx.tenant.id, id).await?.ok_or(Fault::NotFound)?;
    let bytes = ctx.store().files().get(ctx.tenant.id, id).await?.ok_or(Fault::NotFound)?;
    let media_type = HeaderValue::from_str(&row.media_type).map_err(|_| Fault::NotFound)?;
    Ok(([(header::CONTENT_TYPE, media_type), (header::CACHE_CONTROL, FOR_EVER)], bytes).into_response())
}
