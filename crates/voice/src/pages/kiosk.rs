//! The first screen of a shared computer at a digipunt or a counter (catalogue E1204): nothing of the last person is
//! left when it is shown.

use super::{process, receipt, unkept};
use askama::Template;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use people::{Context, Fault};
use ui::Page;

#[derive(Template)]
#[template(path = "kiosk.html")]
struct KioskPage {
    page: Page,
    slug: String,
    open: bool,
}

/// The first screen; it forgets receipt and language of the last person.
pub async fn show(ctx: Context, Path(slug): Path<String>) -> Result<Response, Fault> {
    let mut session = ctx.read().await?;
    let process = process(&mut session, &ctx, &slug).await?;
    let open = design::open_for_contributions(&process, ctx.today());
    let title = process.title.best(&ctx.language).text.to_owned();
    let response = ui::html(StatusCode::OK, &KioskPage { page: ctx.page_titled(title), slug: process.slug, open });
    let mut response = receipt::wiped(&ctx, unkept(response));
    if super::asked(&ctx, "taal").is_none() {
        response.headers_mut().append(header::SET_COOKIE, HeaderValue::from_static("taal=; Path=/; SameSite=Lax; Max-Age=0"));
    }
    Ok(response)
}
