//! The code book of the own review: the shipped frame, extended while reading, and codes that turned out to be the same.

use super::{HOME, code_name};
use crate::pages::said;
use crate::refusal::Refusal;
use crate::tables::review;
use crate::{acts, forms};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Permission, Posted, Thing};
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "literature/book.html")]
struct Shown {
    page: Page,
    typed: Typed,
    may_write: bool,
    own: Vec<Row>,
    frame: Vec<String>,
    mergeable: Vec<Choice>,
    into: Vec<Choice>,
}

#[derive(Debug)]
struct Row {
    key: String,
    name: String,
    since: String,
    by: String,
    reason: String,
    same_as: String,
}

async fn draw(ctx: &Context, typed: Typed) -> Result<Response, Fault> {
    let page = ctx.page("study-book-title");
    let mut s = ctx.read().await?;
    let knowledge = knowledge::known(&mut s, ctx.tenant_id()).await?;
    let sheet = review::sheet(&mut s, ctx.tenant_id(), &knowledge).await?;
    drop(s);
    let name = |key: &str| code_name(&page, &knowledge, &sheet, key);
    let (own, frame): (Vec<&evidence::Code>, Vec<&evidence::Code>) = sheet.codes.iter().partition(|code| code.key.starts_with("own."));
    let counts = sheet.codes.iter().filter(|code| code.same_as.is_none());
    let shown = Shown {
        may_write: ctx.may(Permission::Research, &Thing::tenant()),
        own: own
            .iter()
            .map(|code| Row {
                key: code.key.clone(),
                name: said(&page, &code.name),
                since: code.since.clone(),
                by: code.by.clone(),
                reason: code.reason.clone(),
                same_as: code.same_as.as_deref().map(name).unwrap_or_default(),
            })
            .collect(),
        frame: frame.iter().map(|code| name(&code.key)).collect(),
        mergeable: own
            .iter()
            .filter(|code| code.same_as.is_none())
            .map(|code| Choice::new(code.key.clone(), said(&page, &code.name)))
            .collect(),
        into: counts.map(|code| Choice::new(code.key.clone(), name(&code.key))).collect(),
        typed,
        page,
    };
    let status = if shown.typed.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(ui::html(status, &shown))
}

pub(in crate::pages) async fn show(ctx: Context) -> Result<Response, Fault> {
    draw(&ctx, Typed::empty()).await
}

pub(in crate::pages) async fn take(posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    ctx.permit(Permission::Research, &Thing::tenant())?;
    let store = ctx.store().clone();
    if typed.get("action") != "merge" {
        let name = forms::line(&mut typed, "name", 80);
        let reason = forms::line(&mut typed, "reason", 300);
        let (Some(name), Some(reason)) = (name, reason) else { return draw(&ctx, typed).await };
        let since = ctx.today();
        store::write!(store, [ctx, name, reason], |tx| { acts::add_review_code(tx, &ctx.act(), &name, &reason, since).await }).await?;
        return Ok(ctx.done(&format!("{HOME}/codeboek"), "study-code-made"));
    }
    let from = typed.get("from").strip_prefix("own.").and_then(|it| it.parse::<i64>().ok());
    if from.is_none() {
        typed.wrong("from", "ui-choose");
    }
    let into = typed.get("into").to_owned();
    if into.is_empty() {
        typed.wrong("into", "ui-choose");
    }
    let why = forms::line(&mut typed, "why", 300);
    let (Some(from), Some(why), false) = (from, why, into.is_empty()) else { return draw(&ctx, typed).await };
    let knowledge = knowledge::known(&mut ctx.read().await?, ctx.tenant_id()).await?;
    let written = store::write!(store, [ctx, into, why, knowledge], |tx| {
        acts::merge_review_codes(tx, &ctx.act(), &knowledge, from, &into, &why).await
    })
    .await;
    match written {
        Ok(()) => Ok(ctx.done(&format!("{HOME}/codeboek"), "study-codes-merged")),
        Err(Refusal::NoMerge) => {
            typed.wrong("into", "study-refused-merge");
            draw(&ctx, typed).await
        }
        Err(refusal) => Err(refusal.into()),
    }
}
