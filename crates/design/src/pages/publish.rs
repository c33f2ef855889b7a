//! `/werk/processen/{id}/publiceren`: what is missing and why it matters, or the last look before it is public.

use crate::acts::{draft, give_reason, publish};
use crate::forms::charter::reason;
use crate::model::{Advice, Gap, Process, advice, gaps};
use crate::pages::charter::setting;
use crate::pages::permitted;
use crate::pages::view::View;
use crate::refusal::Refusal;
use crate::tables::charter::SavedDraft;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Permission, Posted};
use ui::{Page, Typed};

#[derive(Debug, Template)]
#[template(path = "publish.html")]
struct Publish {
    page: Page,
    typed: Typed,
    href: String,
    gaps: Vec<Gap>,
    advice: Vec<Advice>,
    view: View,
    version: i64,
    /// Whether there is a draft at all.
    written: bool,
    gap_count: i64,
}

impl Publish {
    fn new(ctx: &Context, process: &Process, saved: &SavedDraft, typed: Typed) -> Self {
        let title = process.title.best(&ctx.language).text.to_owned();
        let mut page = ctx.page_titled(String::new());
        page.title = page.t1("design-publish-title", "title", title);
        let gaps = gaps(&saved.draft, ctx.today());
        Self {
            href: format!("/werk/processen/{}", process.id),
            gap_count: i64::try_from(gaps.len()).unwrap_or(i64::MAX),
            gaps,
            advice: advice(&saved.draft),
            view: View::of_draft(&page, &saved.draft),
            version: saved.version,
            written: process.has_draft,
            page,
            typed,
        }
    }
}

async fn saved(ctx: &Context, process: &Process) -> Result<SavedDraft, Fault> {
    let mut s = ctx.read().await?;
    draft(&mut s, ctx.tenant_id(), process.id).await?.ok_or(Fault::NotFound)
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let process = permitted(&ctx, &id, Permission::PublishProcess).await?;
    let saved = saved(&ctx, &process).await?;
    let mut typed = Typed::empty();
    if let Some(reason) = &saved.reason {
        typed.set("change-reason", reason.original().text.as_str());
    }
    Ok(ui::html(StatusCode::OK, &Publish::new(&ctx, &process, &saved, typed)))
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let process = permitted(&ctx, &id, Permission::PublishProcess).await?;
    let saved = saved(&ctx, &process).await?;
    let why = if saved.version > 1 { reason(&mut typed, &setting(&ctx)) } else { None };
    if !typed.is_wrong() {
        let (store, id) = (ctx.store().clone(), process.id);
        let written = store::write!(store, [ctx, why], |tx| {
            if let Some(why) = &why {
                give_reason(tx, &ctx.act(), id, why).await?;
            }
            publish(tx, &ctx.act(), id).await
        })
        .await;
        match written {
            Ok(_) => return Ok(ctx.done(&format!("/processen/{}/afspraken", process.slug), "design-published")),
            // The page itself says what is missing.
            Err(Refusal::Incomplete(_)) => {}
            Err(refusal) => return Err(refusal.into()),
        }
    }
    Ok(ui::html(StatusCode::UNPROCESSABLE_ENTITY, &Publish::new(&ctx, &process, &saved, typed)))
}
