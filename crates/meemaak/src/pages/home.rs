//! The first page: answers before invitations.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault};
use ui::Page;

/// How many answers stand on the first page.
const ANSWERS: i64 = 3;
/// How many open processes stand on the first page; all are on `/processen`.
const OPEN: i64 = 20;

#[derive(Template)]
#[template(path = "home.html")]
struct Home {
    page: Page,
    answered: String,
    open: Vec<OpenProcess>,
    share: String,
}

struct OpenProcess {
    slug: String,
    title: String,
    promise: String,
    until: Option<String>,
}

pub(super) async fn show(ctx: Context) -> Result<Response, Fault> {
    let page = ctx.page("meemaak-home-title");
    let processes = {
        let mut session = ctx.read().await?;
        design::processes(&mut session, ctx.tenant_id(), true, None, OPEN).await?
    };
    let today = ctx.today();
    let open = processes.iter().filter(|process| design::open_for_contributions(process, today));
    let open = open
        .map(|process| OpenProcess {
            slug: process.slug.clone(),
            title: process.title.best(&ctx.language).text.to_owned(),
            promise: design::panels::promise(&page, process),
            until: process.charter.as_ref().and_then(|charter| charter.closes).map(|date| page.date(&date)),
        })
        .collect();
    let answered = answer::panels::answered(&ctx, None, ANSWERS).await?;
    let share = answer::panels::share(&ctx, None).await?;
    Ok(ui::html(StatusCode::OK, &Home { page, answered, open, share }))
}
