//! `/werk/dossiers/{id}/te-vroeg`: the process guardian says in public how it came that a decision was taken before this was
//! processed, and what was done (F3 X12).

use crate::forms;
use crate::model::Act;
use crate::overtaking;
use crate::pages::opened::{Head, Opened};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Posted};
use ui::{Page, Typed};

#[derive(Debug, Template)]
#[template(path = "explain.html")]
struct Form {
    page: Page,
    typed: Typed,
    head: Head,
    /// When was decided, and when what was said came in.
    told: String,
}

fn draw(ctx: &Context, opened: &Opened, typed: Typed, status: StatusCode) -> Response {
    let page = ctx.page("carry-act-explain-title");
    let decided = opened.dossier.overtaken.map(|day| page.date(&day)).unwrap_or_default();
    let told = page.t2("carry-explain-told", "decided", decided, "received", page.day(&opened.dossier.opened));
    ui::html(status, &Form { head: opened.head(&page), told, typed, page })
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::for_act(&ctx, &id, Act::Explain).await?;
    if !Act::Explain.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    Ok(draw(&ctx, &opened, Typed::empty(), StatusCode::OK))
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::for_act(&ctx, &id, Act::Explain).await?;
    if !Act::Explain.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    let Some(motive) = forms::explaining(&mut typed, ctx.tenant.language) else {
        return Ok(draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY));
    };
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    let done = store::write!(store, [ctx, motive], |tx| { overtaking::explain(tx, &ctx.act(), dossier, &motive).await }).await;
    match opened.settle(&ctx, done, &mut typed, "carry-explain-done").await? {
        Some(response) => Ok(response),
        None => Ok(draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY)),
    }
}
