//! `/beheer/reglement`: writing the next version of the regulation, and publishing it.

use super::article::{Translation, seen, seen_of, translations};
use super::regulation::ArticleShown;
use crate::acts::{drop_regulation_draft, publish_regulation, regulation_draft};
use crate::forms::{Setting, date, set};
use crate::model::ComplianceCounts;
use crate::refusal::Refusal;
use crate::tables::{outcomes, regulations};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Permission, Posted, Thing};
use ui::{Page, Typed};

#[derive(Debug, Template)]
#[template(path = "regulation_staff.html")]
struct Staff {
    page: Page,
    typed: Typed,
    draft: bool,
    version: String,
    articles: Vec<(String, ArticleShown)>,
    reasons: Vec<Translation>,
    later: bool,
    published: Vec<(String, String)>,
    counts: ComplianceCounts,
}

async fn draw(ctx: &Context, mut typed: Typed) -> Result<Response, Fault> {
    let mut s = ctx.read().await?;
    let (version, articles, saved) = regulation_draft(&mut s, ctx.tenant_id()).await?;
    let all = regulations::regulations(&mut s, ctx.tenant_id(), 100).await?;
    let today = ctx.today();
    let counts = outcomes::compliance(&mut s, ctx.tenant_id(), today.plus_days(-364), today).await?;
    drop(s);
    let page = ctx.page("knowledge-regulation-staff");
    typed.set("gezien", seen(saved));
    if typed.get("vanaf").is_empty() && !typed.is_wrong() {
        typed.set("vanaf", today.to_string());
    }
    let status = if typed.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let shown = Staff {
        draft: saved.is_some(),
        version: page.t1("knowledge-regulation-writing", "version", version),
        articles: articles
            .iter()
            .enumerate()
            .map(|(nth, article)| (format!("/beheer/reglement/artikel/{}", nth + 1), ArticleShown::of(&page, article)))
            .collect(),
        reasons: translations(&Setting::of(&ctx.tenant), "reden"),
        later: !all.is_empty(),
        published: all
            .iter()
            .map(|its| {
                let from = its.starts.map(|day| page.date(&day)).unwrap_or_default();
                (format!("/reglement/{}", its.version), page.t2("knowledge-regulation-version", "version", its.version, "date", from))
            })
            .collect(),
        counts,
        typed,
        page,
    };
    Ok(ui::html(status, &shown))
}

pub(super) async fn show(ctx: Context) -> Result<Response, Fault> {
    ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
    draw(&ctx, Typed::empty()).await
}

pub(super) async fn publish(posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
    let starts = date(&mut typed, "vanaf");
    if starts.is_none() && !typed.is_wrong() {
        typed.wrong("vanaf", "ui-missing");
    }
    let reason = set(&mut typed, &Setting::of(&ctx.tenant), "reden", 2_000, false, false);
    let (_, _, saved) = regulation_draft(&mut ctx.read().await?, ctx.tenant_id()).await?;
    if saved != seen_of(&typed) {
        typed.wrong("vanaf", "knowledge-overtaken");
    }
    let Some(starts) = starts.filter(|_| !typed.is_wrong()) else { return draw(&ctx, typed).await };
    let store = ctx.store().clone();
    let written = store::write!(store, [ctx, reason], |tx| { publish_regulation(tx, &ctx.act(), starts, reason.as_ref()).await }).await;
    match written {
        Ok(_) => return Ok(ctx.done("/beheer/reglement", "knowledge-regulation-published")),
        Err(Refusal::NoArticles) => typed.wrong("vanaf", "knowledge-refused-no-articles"),
        Err(Refusal::NoReason) => typed.wrong("reden", "knowledge-refused-no-reason"),
        Err(Refusal::TooEarly) => typed.wrong("vanaf", "knowledge-refused-too-early"),
        Err(Refusal::Missing) => typed.wrong("vanaf", "knowledge-refused-nothing-written"),
        Err(refusal) => return Err(refusal.into()),
    }
    draw(&ctx, typed).await
}

pub(super) async fn throw_away(posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, .. } = posted;
    ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
    let store = ctx.store().clone();
    store::write!(store, [ctx], |tx| { drop_regulation_draft(tx, &ctx.act()).await }).await?;
    Ok(ctx.done("/beheer/reglement", "knowledge-regulation-dropped"))
}
