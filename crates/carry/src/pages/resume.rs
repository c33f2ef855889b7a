//! `/werk/dossiers/{id}/weer-oppakken`: what was put off until a day, or kept for later policy, is taken up again (F4).

use crate::forms;
use crate::model::Act;
use crate::pages::opened::{Head, Opened};
use crate::resuming;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Posted};
use ui::{Page, Typed};

#[derive(Debug, Template)]
#[template(path = "resume.html")]
struct Form {
    page: Page,
    typed: Typed,
    head: Head,
    /// Until when it was put off, when that is known.
    told: Option<String>,
}

fn draw(ctx: &Context, opened: &Opened, typed: Typed, status: StatusCode) -> Response {
    let page = ctx.page("carry-act-resume-title");
    let until = opened.dossier.put_off_until().or(opened.dossier.decided.as_ref().and_then(|it| it.until));
    let told = until.map(|day| page.t1("carry-resume-until", "day", page.date(&day)));
    ui::html(status, &Form { head: opened.head(&page), told, typed, page })
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::for_act(&ctx, &id, Act::Resume).await?;
    if !Act::Resume.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    Ok(draw(&ctx, &opened, Typed::empty(), StatusCode::OK))
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::for_act(&ctx, &id, Act::Resume).await?;
    if !Act::Resume.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    let reason = forms::resuming(&mut typed, ctx.tenant.language);
    if typed.is_wrong() {
        return Ok(draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY));
    }
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    let done = store::write!(store, [ctx, reason], |tx| { resuming::resume(tx, &ctx.act(), dossier, reason.as_ref()).await }).await;
    match opened.settle(&ctx, done, &mut typed, "carry-resume-done").await? {
        Some(response) => Ok(response),
        None => Ok(draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY)),
    }
}
