//! Where the source of the program is to be had: whoever serves it owes that to whoever uses it (EUPL-1.2, article 5).

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault};
use ui::Page;

#[derive(Template)]
#[template(path = "source.html")]
struct Source {
    page: Page,
}

pub(super) async fn show(ctx: Context) -> Result<Response, Fault> {
    Ok(ui::html(StatusCode::OK, &Source { page: ctx.page("meemaak-source-title") }))
}
