//! Measurements for the one who keeps the program running: counts and durations per route, never per person.

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use std::sync::OnceLock;

static RECORDER: OnceLock<Option<PrometheusHandle>> = OnceLock::new();

/// Seconds in which an answer is expected, and those in which it is late.
const SECONDS: &[f64] = &[0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0];

/// Begins to measure; a second call changes nothing.
pub fn begin() {
    RECORDER.get_or_init(|| PrometheusBuilder::new().set_buckets(SECONDS).ok().and_then(|builder| builder.install_recorder().ok()));
}

/// The measurements in the text form of Prometheus.
pub async fn show() -> Response {
    let text = RECORDER.get().and_then(Option::as_ref).map(PrometheusHandle::render).unwrap_or_default();
    ([("content-type", "text/plain; version=0.0.4")], text).into_response()
}

/// Measures one request, under its route and not its address: an address may hold a number that leads to a person.
#[allow(clippy::disallowed_methods, reason = "how long an answer takes is measured, not decided upon")]
pub async fn measure(request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().map_or_else(|| "none".to_owned(), |path| path.as_str().to_owned());
    let method = request.method().to_string();
    let begun = std::time::Instant::now();
    let response = next.run(request).await;
    let seconds = begun.elapsed().as_secs_f64();
    let status = response.status().as_u16().to_string();
    metrics::counter!("meemaak_requests_total", "method" => method.clone(), "route" => route.clone(), "status" => status.clone())
        .increment(1);
    metrics::histogram!("meemaak_request_seconds", "method" => method.clone(), "route" => route.clone()).record(seconds);
    tracing::info!(target: "meemaak::request", method, route, status, micros = begun.elapsed().as_micros() as u64, "answered");
    response
}
