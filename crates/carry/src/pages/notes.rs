//! `/werk/dossiers/{id}/notities`: what colleagues tell each other. Never public.

use crate::act::note;
use crate::forms::noting;
use crate::model::Act;
use crate::pages::opened::{Head, Opened};
use crate::pages::view::Names;
use crate::tables::{self, Note};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{Instant, TextId};
use people::{Context, Fault, Posted};
use serde::Deserialize;
use ui::{Page, Pager, Typed};

/// Notes on a page.
const A_PAGE: usize = 50;

#[derive(Debug, Template)]
#[template(path = "notes.html")]
struct Notes {
    page: Page,
    typed: Typed,
    head: Head,
    /// Whether whoever asks may write one.
    writing: bool,
    notes: Vec<Shown>,
    pager: Pager,
}

/// A note as it is shown.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) by: String,
    pub(super) words: String,
}

/// Notes with the names of their writers.
pub(super) fn shown(page: &Page, names: &Names, notes: &[Note]) -> Vec<Shown> {
    let by = |note: &Note| page.t2("carry-dossier-note-of", "name", names.person(page, note.by), "time", page.time(&note.at));
    notes.iter().map(|note| Shown { by: by(note), words: note.words.clone() }).collect()
}

/// From where the list goes on.
#[derive(Debug, Default, Deserialize)]
pub(super) struct From {
    na: Option<i64>,
    id: Option<TextId>,
}

async fn draw(ctx: &Context, opened: &Opened, from: &From, mut typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let before = from.na.map(Instant::from_micros).zip(from.id);
    let mut s = ctx.read().await?;
    let mut found = tables::notes(&mut s, ctx.tenant_id(), opened.dossier.id, before, 51).await?;
    let more = found.len() > A_PAGE;
    found.truncate(A_PAGE);
    let writers: Vec<_> = found.iter().filter_map(|note| note.by).collect();
    let names = Names::read(&mut s, ctx.tenant_id(), &writers).await?;
    drop(s);
    let page = ctx.page("carry-act-note-title");
    if typed.get("id").is_empty() {
        typed.set("id", TextId::new(ctx.now(), ctx.app.random.as_ref()).to_string());
    }
    let next = found.last().filter(|_| more).map(|last| format!("{}/notities?na={}&id={}", opened.href(), last.at.micros(), last.id));
    let notes = shown(&page, &names, &found);
    let writing = opened.may(ctx, Act::Note);
    let template = Notes { head: opened.head(&page), writing, notes, pager: Pager { next, previous: None }, typed, page };
    Ok(ui::html(status, &template))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>, Query(from): Query<From>) -> Result<Response, Fault> {
    let opened = Opened::read(&ctx, &id).await?;
    draw(&ctx, &opened, &from, Typed::empty(), StatusCode::OK).await
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::for_act(&ctx, &id, Act::Note).await?;
    let fresh = TextId::new(ctx.now(), ctx.app.random.as_ref());
    let Some(form) = noting(&mut typed, fresh) else {
        return draw(&ctx, &opened, &From::default(), typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    let done = store::write!(store, [ctx, form], |tx| { note(tx, &ctx.act(), dossier, form.id, &form.words).await }).await;
    match opened.settle(&ctx, done, &mut typed, "carry-note-done").await? {
        Some(response) => Ok(response),
        None => opened.not_now(&ctx).await,
    }
}
