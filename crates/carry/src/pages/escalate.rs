//! `/werk/dossiers/{id}/hoger`: the question goes to a higher level, with what conflicts and the options (F1 S10).

use crate::across;
use crate::forms;
use crate::model::Act;
use crate::model::Level;
use crate::pages::opened::{Head, Opened};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Posted};
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "escalate.html")]
struct Form {
    page: Page,
    typed: Typed,
    head: Head,
    levels: Vec<Choice>,
}

async fn draw(ctx: &Context, opened: &Opened, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let page = ctx.page("carry-act-escalate-title");
    let levels = Level::ALL.iter().map(|level| Choice::new(level.code(), page.t(level.key()))).collect();
    Ok(ui::html(status, &Form { head: opened.head(&page), levels, typed, page }))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::for_act(&ctx, &id, Act::Escalate).await?;
    if !Act::Escalate.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    draw(&ctx, &opened, Typed::empty(), StatusCode::OK).await
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::for_act(&ctx, &id, Act::Escalate).await?;
    if !Act::Escalate.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    let Some(form) = forms::escalating(&mut typed, ctx.tenant.language) else {
        return draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    let done = store::write!(store, [ctx, form], |tx| { across::escalate(tx, &ctx.act(), dossier, &form).await }).await;
    match opened.settle(&ctx, done, &mut typed, "carry-escalate-done").await? {
        Some(response) => Ok(response),
        None => draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}
