//! `/werk/processen/{id}/onderzoek/codeboek`: the frames that are shipped, and the codes that were made while reading (D016, D017).

use super::{Book, effect_name, permitted, said, title_of};
use crate::refusal::Refusal;
use crate::{acts, forms};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::ProcessId;
use people::{Context, Fault, Permission, Posted, Thing};
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "codebook.html")]
struct Shown {
    page: Page,
    home: String,
    typed: Typed,
    may_write: bool,
    own: Vec<OwnRow>,
    in_use: Vec<Choice>,
    frames: Vec<String>,
    effects: Vec<String>,
    factors: Vec<String>,
    levels: Vec<String>,
}

#[derive(Debug)]
struct OwnRow {
    name: String,
    means: String,
    added: String,
    merged: String,
}

async fn draw(ctx: &Context, process: &design::Process, typed: Typed) -> Result<Response, Fault> {
    let mut s = ctx.read().await?;
    let book = Book::read(&mut s, ctx, process.id).await?;
    drop(s);
    let frame = book.frame();
    let page = ctx.page_titled(ctx.page("study-start-title").t1("study-codebook-of", "title", title_of(ctx, process)));
    let own = frame.own.iter().map(|code| OwnRow {
        name: code.name.clone(),
        means: code.means.clone(),
        added: page.day(&code.added),
        merged: code.same_as.zip(code.merged.as_ref()).map_or_else(String::new, |(into, (at, reason))| {
            let into = frame.name(&format!("own.{into}"), false);
            page.ta("study-merged", &[("into", into.into()), ("day", page.day(at).into()), ("reason", reason.clone().into())])
        }),
    });
    let shown = Shown {
        home: super::home(process.id),
        may_write: ctx.may(Permission::Research, &Thing::process(process.id)),
        own: own.collect(),
        in_use: frame.own_in_use().map(|code| Choice::new(code.number.to_string(), code.name.clone())).collect(),
        frames: frame.frames().map(|(_, words)| said(&page, words)).collect(),
        effects: frame.effects().map(|(key, _)| effect_name(&page, &frame, &key)).collect(),
        factors: frame.factors().map(|(_, words)| said(&page, words)).collect(),
        levels: frame.levels().map(|(_, words)| said(&page, words)).collect(),
        typed,
        page,
    };
    let status = if shown.typed.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(ui::html(status, &shown))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let process = permitted(&ctx, &id, Permission::ReadStaff).await?;
    draw(&ctx, &process, Typed::empty()).await
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let process = permitted(&ctx, &id, Permission::Research).await?;
    let here = format!("{}/codeboek", super::home(process.id));
    if typed.get("action") == "merge" { merge(ctx, &process, typed, &here).await } else { make(ctx, &process, &mut typed, &here).await }
}

async fn make(ctx: Context, process: &design::Process, typed: &mut Typed, here: &str) -> Result<Response, Fault> {
    let name = forms::line(typed, "name", 80);
    let name = name.filter(|words| forms::clear_of_people(typed, "name", words));
    let means = forms::prose(typed, "means", 500);
    let means = means.filter(|words| forms::clear_of_people(typed, "means", words));
    let (Some(name), Some(means)) = (name, means) else { return draw(&ctx, process, typed.clone()).await };
    let (store, id): (_, ProcessId) = (ctx.store().clone(), process.id);
    store::write!(store, [ctx, name, means], |tx| { acts::make_code(tx, &ctx.act(), id, &name, &means).await }).await?;
    Ok(ctx.done(here, "study-code-made"))
}

async fn merge(ctx: Context, process: &design::Process, mut typed: Typed, here: &str) -> Result<Response, Fault> {
    let (from, into) = (typed.get("from").parse::<i64>().ok(), typed.get("into").parse::<i64>().ok());
    for (name, chosen) in [("from", from), ("into", into)] {
        if chosen.is_none() {
            typed.wrong(name, "ui-choose");
        }
    }
    let reason = forms::line(&mut typed, "reason", 300);
    let reason = reason.filter(|words| forms::clear_of_people(&mut typed, "reason", words));
    let (Some(from), Some(into), Some(reason)) = (from, into, reason) else { return draw(&ctx, process, typed).await };
    let (store, id) = (ctx.store().clone(), process.id);
    let written = store::write!(store, [ctx, reason], |tx| { acts::merge_codes(tx, &ctx.act(), id, from, into, &reason).await }).await;
    match written {
        Ok(()) => Ok(ctx.done(here, "study-codes-merged")),
        Err(Refusal::NoMerge) => {
            typed.wrong("into", "study-refused-merge");
            draw(&ctx, process, typed).await
        }
        Err(refusal) => Err(refusal.into()),
    }
}
