//! The page that says in plain words what went wrong and what to do now.

use crate::context::{Context, accepted};
use crate::fault::FaultMark;
use crate::house::App;
use askama::Template;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kernel::{Direction, Language};
use ui::Page;

#[derive(Template)]
#[template(path = "fault.html")]
struct FaultPage {
    page: Page,
    text: String,
    detail: Option<String>,
}

/// Draws the page of a fault in the visitor's language.
pub(crate) fn draw(ctx: &Context, mark: FaultMark) -> Response {
    let page = ctx.page(&format!("{}-title", mark.stem));
    let text = page.t(format!("{}-text", mark.stem));
    let detail = mark.detail.map(|key| page.t(key)).filter(|words| *words != text);
    let mut response = ui::html(mark.status, &FaultPage { page, text, detail });
    if matches!(mark.status, StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE) {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("60"));
    }
    response
}

/// The same where no tenant is known, so without a layout: another host, or a database that is away.
pub(crate) fn without_tenant(app: &App, headers: &HeaderMap, bare: Response) -> Response {
    let shipped = app.texts.languages();
    let language = accepted(headers).into_iter().find(|language| shipped.contains(language)).unwrap_or(Language::NL);
    let status = if bare.status() == StatusCode::NOT_FOUND { StatusCode::NOT_FOUND } else { bare.status() };
    let stem = if status == StatusCode::NOT_FOUND { "people-fault-host" } else { "people-fault-busy" };
    let direction = if language.direction() == Direction::RightToLeft { "rtl" } else { "ltr" };
    let [title, text] = ["title", "text"].map(|part| app.texts.get(&language, &format!("{stem}-{part}"), &[]));
    let body = format!(
        "<!doctype html><html lang=\"{language}\" dir=\"{direction}\"><head><meta charset=\"utf-8\"><title>{title}</title></head>\
         <body><main><h1>{title}</h1><p>{text}</p></main></body></html>"
    );
    (status, [(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"))], body).into_response()
}
