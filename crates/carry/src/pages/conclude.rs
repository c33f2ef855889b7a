//! `/werk/dossiers/{id}/tafel/afspraken`: what was agreed at the table, and who was not there (F1 S7).

use crate::across;
use crate::forms;
use crate::model::Act;
use crate::pages::opened::{Head, Opened};
use crate::pages::view::{department_choices, departments};
use crate::tables;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use people::tables::Department;
use people::{Context, Fault, Posted};
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "conclude.html")]
struct Form {
    page: Page,
    typed: Typed,
    head: Head,
    parties: Vec<Choice>,
}

/// The departments that were invited to the table that is open.
async fn invited(ctx: &Context, opened: &Opened) -> Result<Vec<Department>, Fault> {
    let mut s = ctx.read().await?;
    let meetings = tables::meetings(&mut s, ctx.tenant_id(), opened.dossier.id).await?;
    drop(s);
    let open = meetings.into_iter().find(|meeting| meeting.agreement.is_none());
    let parties = open.map(|meeting| meeting.parties).unwrap_or_default();
    let all = departments(ctx).await?;
    Ok(all.into_iter().filter(|it| parties.iter().any(|(party, _)| *party == it.id)).collect())
}

async fn draw(ctx: &Context, opened: &Opened, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let page = ctx.page("carry-act-conclude-title");
    let parties = department_choices(&invited(ctx, opened).await?);
    Ok(ui::html(status, &Form { head: opened.head(&page), parties, typed, page }))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::for_act(&ctx, &id, Act::Conclude).await?;
    if !Act::Conclude.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    draw(&ctx, &opened, Typed::empty(), StatusCode::OK).await
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::for_act(&ctx, &id, Act::Conclude).await?;
    if !Act::Conclude.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    let offered = invited(&ctx, &opened).await?.iter().map(|it| it.id).collect::<Vec<_>>();
    let Some(form) = forms::concluding(&mut typed, &offered, ctx.tenant.language) else {
        return draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    let done = store::write!(store, [ctx, form], |tx| { across::conclude(tx, &ctx.act(), dossier, &form).await }).await;
    match opened.settle(&ctx, done, &mut typed, "carry-conclude-done").await? {
        Some(response) => Ok(response),
        None => draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}
