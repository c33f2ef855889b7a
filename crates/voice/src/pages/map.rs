//! The map of the areas as a picture, for the form.

use super::{asked, offered, process};
use crate::model::place::Point;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use people::{Context, Fault};

/// The picture, with a pin where `punt` says.
pub async fn show(ctx: Context, Path(slug): Path<String>) -> Result<Response, Fault> {
    let mut session = ctx.read().await?;
    process(&mut session, &ctx, &slug).await?;
    let map = offered(&mut session, &ctx, true).await?.map.ok_or(Fault::NotFound)?;
    let pin = asked(&ctx, "punt").and_then(|text| Point::read(&text));
    let headers = [(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "public, max-age=300")];
    Ok((headers, map.svg(pin)).into_response())
}
