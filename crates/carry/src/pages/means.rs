//! `/werk/dossiers/{id}/middelen`: a department is asked for money or people (F1 S8).

use crate::across;
use crate::forms;
use crate::model::Act;
use crate::pages::opened::{Head, Opened};
use crate::pages::view::{department_choices, departments};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Posted};
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "means.html")]
struct Form {
    page: Page,
    typed: Typed,
    head: Head,
    departments: Vec<Choice>,
}

async fn draw(ctx: &Context, opened: &Opened, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let page = ctx.page("carry-act-ask-means-title");
    let departments = department_choices(&departments(ctx).await?);
    Ok(ui::html(status, &Form { head: opened.head(&page), departments, typed, page }))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::for_act(&ctx, &id, Act::AskMeans).await?;
    if !Act::AskMeans.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    draw(&ctx, &opened, Typed::empty(), StatusCode::OK).await
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::for_act(&ctx, &id, Act::AskMeans).await?;
    if !Act::AskMeans.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    let offered = departments(&ctx).await?.iter().map(|it| it.id).collect::<Vec<_>>();
    let Some(form) = forms::asking_means(&mut typed, &offered, ctx.tenant.language) else {
        return draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    let done = store::write!(store, [ctx, form], |tx| { across::ask_means(tx, &ctx.act(), dossier, &form).await }).await;
    match opened.settle(&ctx, done, &mut typed, "carry-ask-means-done").await? {
        Some(response) => Ok(response),
        None => draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}
