//! `/werk/dossiers/{id}/toewijzen`: which line department is asked (F1 S4).

use crate::act::assign;
use crate::forms::assigning;
use crate::model::Act;
use crate::pages::opened::{Head, Opened};
use crate::pages::view::{department_choices, departments};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::DepartmentId;
use people::{Context, Fault, Posted};
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "assign.html")]
struct Form {
    page: Page,
    typed: Typed,
    head: Head,
    departments: Vec<Choice>,
    bounces: i64,
}

async fn draw(ctx: &Context, opened: &Opened, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let departments = department_choices(&departments(ctx).await?);
    let page = ctx.page("carry-act-assign-title");
    Ok(ui::html(status, &Form { head: opened.head(&page), departments, bounces: opened.dossier.bounces, typed, page }))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::for_act(&ctx, &id, Act::Assign).await?;
    if !Act::Assign.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    draw(&ctx, &opened, Typed::empty(), StatusCode::OK).await
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::for_act(&ctx, &id, Act::Assign).await?;
    if !Act::Assign.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    let offered: Vec<DepartmentId> = departments(&ctx).await?.into_iter().map(|it| it.id).collect();
    let Some(form) = assigning(&mut typed, &offered) else {
        return draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    let done = store::write!(store, [ctx, form], |tx| { assign(tx, &ctx.act(), dossier, form.department).await }).await;
    match opened.settle(&ctx, done, &mut typed, "carry-assign-done").await? {
        Some(response) => Ok(response),
        None => draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}
