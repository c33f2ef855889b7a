//! How a page is sent.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// Sends a page; 500 in plain words when the template itself fails, which a test rules out for every page.
#[must_use]
pub fn html<T: askama::Template>(status: StatusCode, template: &T) -> Response {
    match template.render() {
        Ok(body) => (status, [(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"))], body).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// Sends the browser to `path` after a form was taken (303), so that a reload does not send it again.
#[must_use]
pub fn see_other(path: &str) -> Response {
    match HeaderValue::from_str(path) {
        Ok(location) => (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response(),
        Err(_) => (StatusCode::SEE_OTHER, [(header::LOCATION, HeaderValue::from_static("/"))]).into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_is_no_header_leads_home() {
        assert_eq!(see_other("/a\r\nSet-Cookie: x").headers()[header::LOCATION], "/");
        assert_eq!(see_other("/volgen").headers()[header::LOCATION], "/volgen");
        assert_eq!(see_other("/volgen").status(), StatusCode::SEE_OTHER);
    }
}
