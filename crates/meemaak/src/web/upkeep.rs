//! Addresses that belong to no tenant: the style sheet, and what a watchman asks.

use super::metrics;
use axum::Router;
use axum::extract::{ConnectInfo, Path, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use people::App;
use std::net::SocketAddr;

/// `/assets/…`, `/gezond`, `/gereed` and `/metrics`.
pub fn routes(app: App) -> Router {
    Router::new()
        .route("/assets/{*path}", get(asset))
        .route("/gezond", get(|| async { "ok\n" }))
        .route("/gereed", get(ready))
        .route("/metrics", get(measurements))
        .with_state(app)
}

async fn asset(Path(path): Path<String>, headers: HeaderMap) -> Response {
    let Some(asset) = ui::assets(&path) else { return StatusCode::NOT_FOUND.into_response() };
    let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    // The address carries a digest of the bytes, so what was fetched once is right for ever.
    let kept = [(header::CACHE_CONTROL, "public, max-age=31536000, immutable".to_owned()), (header::ETAG, asset.etag.clone())];
    if known == Some(asset.etag.as_str()) {
        return (StatusCode::NOT_MODIFIED, kept).into_response();
    }
    let plain = [(header::X_CONTENT_TYPE_OPTIONS, "nosniff")];
    (kept, plain, [(header::CONTENT_TYPE, asset.media_type)], asset.bytes).into_response()
}

/// Whether the database answers: what a load balancer asks before it sends residents here.
async fn ready(State(app): State<App>) -> Response {
    match app.store.mark().await {
        Ok(_) => "ready\n".into_response(),
        Err(error) => {
            tracing::error!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response()
        }
    }
}

/// The measurements, for a watchman on this machine only: they tell how the municipality works.
async fn measurements(request: Request) -> Response {
    let from = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let here = from.is_some_and(|ConnectInfo(address)| address.ip().is_loopback()) && !request.headers().contains_key("x-forwarded-for");
    if here { metrics::show().await } else { StatusCode::NOT_FOUND.into_response() }
}
