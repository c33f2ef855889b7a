//! `/werk/dossiers/{id}/teruggeven`: the department gives the dossier back, with a reason (F1 S4, F3 X2).

use crate::act::hand_back;
use crate::forms::handing_back;
use crate::model::Act;
use crate::pages::opened::{Head, Opened};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Posted};
use ui::{Page, Typed};

#[derive(Debug, Template)]
#[template(path = "hand_back.html")]
struct Form {
    page: Page,
    typed: Typed,
    head: Head,
    department: String,
}

async fn draw(ctx: &Context, opened: &Opened, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let page = ctx.page("carry-act-hand-back-title");
    let department = opened.department_name(ctx, &page).await?;
    Ok(ui::html(status, &Form { head: opened.head(&page), department, typed, page }))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::for_act(&ctx, &id, Act::HandBack).await?;
    if !Act::HandBack.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    draw(&ctx, &opened, Typed::empty(), StatusCode::OK).await
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::for_act(&ctx, &id, Act::HandBack).await?;
    let Some(department) = opened.department() else {
        return opened.not_now(&ctx).await;
    };
    let Some(form) = handing_back(&mut typed) else {
        return draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    let done = store::write!(store, [ctx, form], |tx| { hand_back(tx, &ctx.act(), dossier, department, &form.reason).await }).await;
    match opened.settle(&ctx, done, &mut typed, "carry-hand-back-done").await? {
        Some(response) => Ok(response),
        None => draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}
