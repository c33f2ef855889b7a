//! The public page of a process, put together from the panels of the rooms.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Spot};
use ui::Page;

/// How many answers stand on the page of a process.
const ANSWERS: i64 = 3;

#[derive(Template)]
#[template(path = "process.html")]
struct Process {
    page: Page,
    slug: String,
    summary: String,
    /// Whose it is, when it is not simply asked (F5).
    variant: String,
    rung: String,
    planning: String,
    open: bool,
    share: String,
    answered: String,
    panels: String,
    contributions: String,
}

pub(super) async fn show(ctx: Context, Path(slug): Path<String>) -> Result<Response, Fault> {
    let process = {
        let mut session = ctx.read().await?;
        design::process_by_slug(&mut session, ctx.tenant_id(), &slug).await?.ok_or(Fault::NotFound)?
    };
    let page = ctx.page_titled(process.title.best(&ctx.language).text.to_owned());
    let summary = design::panels::charter_summary(&page, &process);
    let variant = design::panels::variant(&mut ctx.read().await?, ctx.tenant_id(), &page, &process).await?;
    let rung = design::panels::rung(&page, &process);
    let planning = design::panels::planning(&page, &process);
    let open = design::open_for_contributions(&process, ctx.today());
    let share = answer::panels::share(&ctx, Some(process.id)).await?;
    let answered = answer::panels::answered(&ctx, Some(process.id), ANSWERS).await?;
    let panels = ctx.panels(Spot::Process(process.id)).await?;
    let contributions = voice::panels::contributions(&ctx, &process, None).await?;
    Ok(ui::html(StatusCode::OK, &Process { page, slug, summary, variant, rung, planning, open, share, answered, panels, contributions }))
}
