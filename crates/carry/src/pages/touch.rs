//! `/werk/dossiers/{id}/raakt-ook`: which other departments the dossier touches, so that they are heard (F3 X9).

use crate::consulting;
use crate::forms;
use crate::model::Act;
use crate::pages::opened::{Head, Opened};
use crate::pages::view::{department_choices, departments};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use people::tables::Department;
use people::{Context, Fault, Posted};
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "touch.html")]
struct Form {
    page: Page,
    typed: Typed,
    head: Head,
    departments: Vec<Choice>,
}

/// The departments that do not have it, are not asked for it, and are not waited for already.
async fn offered(ctx: &Context, opened: &Opened) -> Result<Vec<Department>, Fault> {
    let mut all = departments(ctx).await?;
    let dossier = &opened.dossier;
    let own = dossier.department.or(dossier.asked);
    all.retain(|it| own != Some(it.id) && !dossier.touched.iter().any(|open| open.department == it.id));
    Ok(all)
}

async fn draw(ctx: &Context, opened: &Opened, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let page = ctx.page("carry-act-touch-title");
    let departments = department_choices(&offered(ctx, opened).await?);
    Ok(ui::html(status, &Form { head: opened.head(&page), departments, typed, page }))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::for_act(&ctx, &id, Act::Touch).await?;
    if !Act::Touch.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    draw(&ctx, &opened, Typed::empty(), StatusCode::OK).await
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::for_act(&ctx, &id, Act::Touch).await?;
    if !Act::Touch.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    let offered: Vec<_> = offered(&ctx, &opened).await?.iter().map(|it| it.id).collect();
    let Some(form) = forms::touching(&mut typed, &offered, ctx.tenant.language) else {
        return draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    let done = store::write!(store, [ctx, form], |tx| { consulting::touch(tx, &ctx.act(), dossier, &form).await }).await;
    match opened.settle(&ctx, done, &mut typed, "carry-touch-done").await? {
        Some(response) => Ok(response),
        None => draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}
