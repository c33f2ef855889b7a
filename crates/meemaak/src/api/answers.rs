//! How an answer for a program looks: JSON that every site may read, also when something is wrong.

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

/// What is wrong, as RFC 9457 writes it.
#[derive(Debug)]
pub enum Problem {
    /// There is no such thing here, or it is not public.
    Missing,
    /// What was asked cannot be read.
    Asked(&'static str),
    /// Too much is asked at the same time.
    Busy,
    /// The database does not answer.
    Store(store::Error),
}

impl From<store::Error> for Problem {
    fn from(error: store::Error) -> Self {
        Self::Store(error)
    }
}

#[derive(Serialize)]
struct Told<'a> {
    r#type: &'static str,
    title: &'a str,
    status: u16,
}

fn sent(status: StatusCode, media_type: &'static str, value: &impl Serialize) -> Response {
    let Ok(body) = serde_json::to_vec(value) else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    // Public data without cookies: any site may show it.
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    (status, headers, body).into_response()
}

/// An answer.
pub fn json(value: &impl Serialize) -> Response {
    sent(StatusCode::OK, "application/json", value)
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let (status, title) = match &self {
            Self::Missing => (StatusCode::NOT_FOUND, "There is no such thing here, or it is not public."),
            Self::Asked(why) => (StatusCode::BAD_REQUEST, *why),
            Self::Busy => (StatusCode::SERVICE_UNAVAILABLE, "Several exports run already. Try again in a minute."),
            Self::Store(error) => {
                tracing::error!(%error, "an answer for a program failed");
                (StatusCode::SERVICE_UNAVAILABLE, "Try again in a moment.")
            }
        };
        sent(status, "application/problem+json", &Told { r#type: "about:blank", title, status: status.as_u16() })
    }
}
