//! `/werk/dossiers/{id}/samenvoegen`: others are put into this dossier by their public numbers (F1 S3).

use crate::act::Refusal;
use crate::bundles;
use crate::forms::public_numbers;
use crate::model::Act;
use crate::pages::opened::{Head, Opened};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Permission, Posted};
use ui::{Page, Typed};

#[derive(Debug, Template)]
#[template(path = "together.html")]
struct Form {
    page: Page,
    typed: Typed,
    head: Head,
    proposals: String,
}

fn draw(ctx: &Context, opened: &Opened, typed: Typed, status: StatusCode) -> Response {
    let page = ctx.page("carry-act-bundle-title");
    let proposals = super::bundles::address(opened.dossier.process);
    ui::html(status, &Form { head: opened.head(&page), proposals, typed, page })
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::for_act(&ctx, &id, Act::Bundle).await?;
    if !Act::Bundle.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    Ok(draw(&ctx, &opened, Typed::empty(), StatusCode::OK))
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::for_act(&ctx, &id, Act::Bundle).await?;
    if !Act::Bundle.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    let Some(numbers) = public_numbers(&mut typed, "numbers") else {
        return Ok(draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY));
    };
    let mut s = ctx.read().await?;
    let mut chosen = Vec::new();
    for number in &numbers {
        chosen.extend(voice::by_number(&mut s, ctx.tenant_id(), number).await?.map(|it| it.id));
    }
    for thing in bundles::things(&mut s, ctx.tenant_id(), &chosen).await? {
        ctx.permit(Permission::Assign, &thing)?;
    }
    drop(s);
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    let done = store::write!(store, [ctx, numbers], |tx| { bundles::merge_numbers(tx, &ctx.act(), dossier, &numbers).await }).await;
    match done {
        Ok(it) => Ok(ctx.done_counting(&opened.href(), "carry-bundle-merged", &[("joined", it.joined), ("stayed", it.stayed)])),
        Err(refusal) => {
            match refusal {
                Refusal::Missing => typed.wrong("numbers", "carry-bundle-numbers-unknown"),
                Refusal::Guard(_) => typed.wrong("numbers", "carry-bundle-numbers-elsewhere"),
                Refusal::Rule(rule) => typed.wrong("numbers", rule.field().1),
                Refusal::NotNow(_) => return opened.not_now(&ctx).await,
                Refusal::Store(error) => return Err(error.into()),
            }
            Ok(draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY))
        }
    }
}
