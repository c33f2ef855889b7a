//! `/werk/processen/{id}/publiceren`: what is missing and why it matters, or the last look before it is public.

use crate::acts::{give_reason, publish_designed};
use crate::forms::charter::reason;
use crate::guide::held;
use crate::model::{Advice, Gap, advice, gaps, unanswered_toetsen};
use crate::pages::charter::setting;
use crate::pages::guide::{Card, Guided, said};
use crate::pages::holding::Held;
use crate::pages::permitted;
use crate::pages::standing::StandingShown;
use crate::pages::view::View;
use crate::refusal::Refusal;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Permission, Posted, ProcessAsked, Threshold};
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
    /// What the guide asks first.
    gates: Vec<Card>,
    /// Whether somebody opened the guide.
    guided: bool,
    toetsen: Vec<String>,
    standing: StandingShown,
    /// What later rooms ask first.
    held: Vec<Held>,
}

impl Publish {
    async fn new(ctx: &Context, guided: &Guided, typed: Typed) -> Result<Self, Fault> {
        let (process, saved) = (&guided.process, &guided.saved);
        let title = process.title.best(&ctx.language).text.to_owned();
        let mut page = ctx.page_titled(String::new());
        page.title = page.t1("design-publish-title", "title", title);
        let gaps = gaps(&saved.draft, ctx.today());
        let standing = StandingShown::read(ctx, &page, guided).await?;
        let held = if process.is_public() { Vec::new() } else { Held::all(&page, asked_first(ctx, guided).await?) };
        Ok(Self {
            standing,
            held,
            href: format!("/werk/processen/{}", process.id),
            gap_count: i64::try_from(gaps.len()).unwrap_or(i64::MAX),
            gaps,
            advice: advice(&saved.draft),
            view: View::of_draft(&page, &saved.draft),
            version: saved.version,
            written: process.has_draft,
            guided: guided.guide.saved.is_some(),
            gates: guided.shut().iter().filter_map(|id| guided.knowledge.rule(id)).map(|rule| Card::of(&page, guided, rule)).collect(),
            toetsen: unanswered_toetsen(&guided.knowledge)
                .map(|toets| page.t1("design-guide-toets", "name", said(&page, &toets.name)))
                .collect(),
            page,
            typed,
        })
    }
}

/// What later rooms ask before residents read of this process.
async fn asked_first(ctx: &Context, guided: &Guided) -> Result<Vec<people::Hold>, Fault> {
    let act = ctx.act();
    let asked = ProcessAsked { act: &act, process: guided.process.id, areas: guided.guide.areas() };
    Ok(held(&mut ctx.read().await?, &asked, &ctx.app.facts, Threshold::Publishing).await?)
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let process = permitted(&ctx, &id, Permission::PublishProcess).await?;
    let guided = Guided::read(&ctx, process).await?;
    let saved = &guided.saved;
    let mut typed = Typed::empty();
    if let Some(reason) = &saved.reason {
        typed.set("change-reason", reason.original().text.as_str());
    }
    Ok(ui::html(StatusCode::OK, &Publish::new(&ctx, &guided, typed).await?))
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let process = permitted(&ctx, &id, Permission::PublishProcess).await?;
    let guided = Guided::read(&ctx, process).await?;
    let saved = &guided.saved;
    let why = if saved.version > 1 { reason(&mut typed, &setting(&ctx)) } else { None };
    if !typed.is_wrong() {
        let (store, id) = (ctx.store().clone(), guided.process.id);
        let written = store::write!(store, [ctx, why], |tx| {
            if let Some(why) = &why {
                give_reason(tx, &ctx.act(), id, why).await?;
            }
            publish_designed(tx, &ctx.act(), id, &ctx.app.facts).await
        })
        .await;
        match written {
            Ok(_) => return Ok(ctx.done(&format!("/processen/{}/afspraken", guided.process.slug), "design-published")),
            // The page itself says what is missing.
            Err(Refusal::Incomplete(_) | Refusal::Gates(_) | Refusal::Held | Refusal::Toetsen(_) | Refusal::Deviations(_)) => {}
            Err(refusal) => return Err(refusal.into()),
        }
    }
    Ok(ui::html(StatusCode::UNPROCESSABLE_ENTITY, &Publish::new(&ctx, &guided, typed).await?))
}
