//! `/werk/dossiers/{id}/splitsen`: a contribution of a bundle goes on in a dossier of its own, because it says something
//! else or belongs to another department (F1 S3).

use crate::bundles;
use crate::model::Act;
use crate::pages::opened::{Head, Opened};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::ContributionId;
use people::{Context, Fault, Posted};
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "apart.html")]
struct Form {
    page: Page,
    typed: Typed,
    head: Head,
    choices: Vec<Choice>,
}

fn draw(ctx: &Context, opened: &Opened, typed: Typed, status: StatusCode) -> Response {
    let page = ctx.page("carry-act-part-title");
    let choices = opened.contribution_choices(&page);
    ui::html(status, &Form { head: opened.head(&page), choices, typed, page })
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::for_act(&ctx, &id, Act::Part).await?;
    if !Act::Part.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    Ok(draw(&ctx, &opened, Typed::empty(), StatusCode::OK))
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::for_act(&ctx, &id, Act::Part).await?;
    if !Act::Part.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    let chosen: Option<ContributionId> = typed.get("chosen").parse().ok();
    let Some(chosen) = chosen.filter(|id| opened.dossier.live().any(|it| it.contribution == *id)) else {
        typed.wrong("chosen", "carry-part-chosen-missing");
        return Ok(draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY));
    };
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    let done = store::write!(store, [ctx], |tx| { bundles::part(tx, &ctx.act(), dossier, chosen).await }).await;
    if let Ok(apart) = &done {
        return Ok(ctx.done(&format!("/werk/dossiers/{apart}"), "carry-part-done"));
    }
    match opened.settle(&ctx, done, &mut typed, "carry-part-done").await? {
        Some(response) => Ok(response),
        None => Ok(draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY)),
    }
}
