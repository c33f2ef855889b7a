//! `/werk/dossiers/{id}/tafel`: departments are called to a table (F1 S7, 004 «om tafel te gaan»).

use crate::across;
use crate::forms;
use crate::model::Act;
use crate::pages::opened::{Head, Opened};
use crate::pages::view::{department_choices, departments};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::OrganisationId;
use people::{Context, Fault, Posted};
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "convene.html")]
struct Form {
    page: Page,
    typed: Typed,
    head: Head,
    departments: Vec<Choice>,
    /// The partners that own it too (F5).
    partners: Vec<Choice>,
}

/// The partners that own what is on the table together with the municipality.
async fn owners(ctx: &Context, opened: &Opened) -> Result<Vec<(OrganisationId, String)>, Fault> {
    let mut s = ctx.read().await?;
    Ok(design::panels::partners(&mut s, ctx.tenant_id(), &opened.process).await?)
}

async fn draw(ctx: &Context, opened: &Opened, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let page = ctx.page("carry-act-convene-title");
    let departments = department_choices(&departments(ctx).await?);
    let partners = owners(ctx, opened).await?.into_iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect();
    Ok(ui::html(status, &Form { head: opened.head(&page), departments, partners, typed, page }))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::for_act(&ctx, &id, Act::Convene).await?;
    if !Act::Convene.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    draw(&ctx, &opened, Typed::empty(), StatusCode::OK).await
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::for_act(&ctx, &id, Act::Convene).await?;
    if !Act::Convene.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    let offered = departments(&ctx).await?.iter().map(|it| it.id).collect::<Vec<_>>();
    let partners: Vec<_> = owners(&ctx, &opened).await?.into_iter().map(|(id, _)| id).collect();
    let Some(form) = forms::convening(&mut typed, &offered, &partners, ctx.tenant.language) else {
        return draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    let done = store::write!(store, [ctx, form], |tx| { across::convene(tx, &ctx.act(), dossier, &form).await }).await;
    match opened.settle(&ctx, done, &mut typed, "carry-convene-done").await? {
        Some(response) => Ok(response),
        None => draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}
