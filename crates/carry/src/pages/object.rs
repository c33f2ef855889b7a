//! `/werk/dossiers/{id}/bezwaar`: another department says what disadvantage it has, of what nature and how large (F3 X3).
//! It stops nothing; everybody can read it.

use crate::across;
use crate::forms;
use crate::model::{Act, Nature};
use crate::pages::opened::{Head, Opened};
use crate::pages::view::{department_choices, departments};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Posted};
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "object.html")]
struct Form {
    page: Page,
    typed: Typed,
    head: Head,
    /// Empty when there is one department for which the objection can be.
    departments: Vec<Choice>,
    /// The name of that one.
    only: Option<String>,
    natures: Vec<Choice>,
}

async fn draw(ctx: &Context, opened: &Opened, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let page = ctx.page("carry-act-object-title");
    let may = opened.objectors(ctx);
    let all: Vec<_> = departments(ctx).await?.into_iter().filter(|it| may.contains(&it.id)).collect();
    let (departments, only) = match all.as_slice() {
        [only] => (Vec::new(), Some(only.name.clone())),
        _ => (department_choices(&all), None),
    };
    let natures = Nature::ALL.iter().map(|it| Choice::new(it.code(), page.t(it.key()))).collect();
    Ok(ui::html(status, &Form { head: opened.head(&page), departments, only, natures, typed, page }))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::for_act(&ctx, &id, Act::Object).await?;
    if !Act::Object.is_open(&opened.dossier, opened.decider) || opened.objectors(&ctx).is_empty() {
        return opened.not_now(&ctx).await;
    }
    draw(&ctx, &opened, Typed::empty(), StatusCode::OK).await
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::for_act(&ctx, &id, Act::Object).await?;
    let offered = opened.objectors(&ctx);
    if !Act::Object.is_open(&opened.dossier, opened.decider) || offered.is_empty() {
        return opened.not_now(&ctx).await;
    }
    let Some(form) = forms::objecting(&mut typed, &offered, ctx.tenant.language) else {
        return draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    let done = store::write!(store, [ctx, form], |tx| { across::object(tx, &ctx.act(), dossier, &form).await }).await;
    match opened.settle(&ctx, done, &mut typed, "carry-object-done").await? {
        Some(response) => Ok(response),
        None => draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}
