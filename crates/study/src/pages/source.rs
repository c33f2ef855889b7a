//! `/werk/processen/{id}/onderzoek/bronnen/{code}`: a source with its passages and what was put to them, as far as whoever looks
//! may see it.

use super::{Book, effect_name, read_source, with_words};
use crate::model::frame::Frame;
use crate::model::{Item, Marked, RespondentKind, SourceKind};
use crate::reading::Read;
use crate::tables::{codings, sources};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{ProcessId, TextId};
use people::{Context, Fault, Permission, Thing};
use std::collections::BTreeMap;
use store::Session;
use ui::Page;

#[derive(Debug, Template)]
#[template(path = "source.html")]
struct Shown {
    page: Page,
    home: String,
    code: String,
    facts: Vec<(String, String)>,
    passages: Vec<Passage>,
    may_code: bool,
    compared: bool,
    open: usize,
    is_interview: bool,
    state: String,
    hidden: bool,
}

/// A passage with what stands to it.
#[derive(Debug)]
pub(super) struct Passage {
    /// Its number.
    pub number: i64,
    /// Its words.
    pub words: String,
    /// What was put to it.
    pub marks: Vec<Mark>,
}

/// One coding, in words.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    /// Of which coder: A or B.
    pub coder: &'static str,
    /// The effect with its direction, or nothing.
    pub effect: String,
    /// The key of the effect, for a form; empty where only codes stand.
    pub key: String,
    /// Everything else, each with its label.
    pub rest: Vec<(String, String)>,
}

/// The letter of a coder in tables and exports.
pub(super) const fn letter(place: i64) -> &'static str {
    if place == 1 { "A" } else { "B" }
}

/// A coding in words.
pub(super) fn mark(page: &Page, frame: &Frame<'_>, words: &BTreeMap<TextId, String>, place: i64, it: &Marked) -> Mark {
    let mut rest = Vec::new();
    // A label that asks needs no colon.
    let label = |key: &str| {
        let label = page.t(key);
        if label.ends_with('?') { label } else { format!("{label}:") }
    };
    let mut put = |key: &str, value: Option<String>| rest.extend(value.map(|value| (label(key), value)));
    let list = |id: &str, key: &Option<String>| {
        key.as_ref().map(|key| {
            let item = frame.knowledge.list(id).and_then(|list| list.item(key));
            item.map_or_else(|| key.clone(), |item| super::said(page, &item.name))
        })
    };
    put("study-field-level", list("B04", &it.level));
    put("study-field-for", list("B35", &it.actor));
    put("study-field-whom", it.whom.and_then(|text| words.get(&text).cloned()));
    put("study-field-ground", it.ground.map(|ground| page.t(format!("study-ground-{}", ground.code()))));
    put("study-field-helped", it.helped.as_ref().map(|key| frame.name(key, super::english(page))));
    put("study-field-hindered", it.hindered.as_ref().map(|key| frame.name(key, super::english(page))));
    let codes: Vec<String> = it.codes.iter().map(|code| frame.name(frame.counting(code).key(), super::english(page))).collect();
    put("study-field-codes", (!codes.is_empty()).then(|| codes.join(" · ")));
    put("study-field-remark", it.remark.and_then(|text| words.get(&text).cloned()));
    let effect = it.effect.as_ref().zip(it.direction).map(|(effect, direction)| {
        page.t2("study-mark-effect", "effect", effect_name(page, frame, effect), "direction", direction_word(page, direction))
    });
    Mark {
        coder: letter(place),
        effect: effect.unwrap_or_default(),
        key: it.effect.as_ref().map(|it| it.as_str().to_owned()).unwrap_or_default(),
        rest,
    }
}

pub(super) fn direction_word(page: &Page, direction: crate::Direction) -> String {
    page.t(format!("study-direction-{}", direction.code()))
}

/// The words that stand with codings.
pub(super) async fn words_of(s: &mut Session, ctx: &Context, marked: &[Marked]) -> Result<BTreeMap<TextId, String>, Fault> {
    let places: Vec<TextId> = marked.iter().flat_map(|it| [it.whom, it.remark]).flatten().collect();
    Ok(sources::words(s, ctx.tenant_id(), &places).await?)
}

/// What whoever looks may see of the codings of a source: all of it when it is open, otherwise only their own.
async fn visible(s: &mut Session, ctx: &Context, process: ProcessId, read: &Read) -> Result<Vec<(i64, Marked)>, Fault> {
    if read.state.is_open() {
        let with_place = |(place, marked): (i64, &Vec<Marked>)| marked.iter().cloned().map(move |it| (place, it)).collect::<Vec<_>>();
        return Ok((1..).zip(&read.marked).flat_map(with_place).collect());
    }
    let me = ctx.signed_in()?.id;
    let Some(mine) = read.coders.iter().find(|it| it.account == me) else { return Ok(Vec::new()) };
    let marked = codings::of_coder(s, ctx.tenant_id(), process, &read.source.code, mine.place).await?;
    Ok(marked.into_iter().map(|it| (mine.place, it)).collect())
}

pub(super) async fn show(ctx: Context, Path((id, code)): Path<(String, String)>) -> Result<Response, Fault> {
    let process = with_words(&ctx, &id).await?;
    let mut s = ctx.read().await?;
    let read = read_source(&mut s, &ctx, process.id, &code).await?;
    let book = Book::read(&mut s, &ctx, process.id).await?;
    let frame = book.frame();
    let page = ctx.page_titled(ctx.page("study-start-title").t1("study-source-title", "code", read.source.code.to_string()));
    let visible = visible(&mut s, &ctx, process.id, &read).await?;
    let all: Vec<Marked> = visible.iter().map(|(_, it)| it.clone()).collect();
    let words = words_of(&mut s, &ctx, &all).await?;
    let texts: Vec<TextId> = [read.source.title, read.source.place].into_iter().flatten().collect();
    let texts = sources::words(&mut s, ctx.tenant_id(), &texts).await?;
    let passages = sources::passages(&mut s, ctx.tenant_id(), process.id, &read.source.code).await?;
    drop(s);
    let of = |number: i64| {
        let here = visible.iter().filter(|(_, it)| it.passage == number);
        here.map(|(place, it)| mark(&page, &frame, &words, *place, it)).collect()
    };
    let mut facts = vec![(page.t("study-column-kind"), page.t(format!("study-source-{}", read.source.kind.code())))];
    let kinds: Vec<String> = read.said_by().iter().filter_map(|it| RespondentKind::of_code(it)).map(|it| page.t(it.key())).collect();
    facts.push((page.t("study-column-who"), kinds.join(" · ")));
    facts.extend(read.source.title.and_then(|it| texts.get(&it)).map(|it| (page.t("study-field-document-title"), it.clone())));
    facts.extend(read.source.place.and_then(|it| texts.get(&it)).map(|it| (page.t("study-field-place"), it.clone())));
    facts.extend(read.source.day.map(|day| (page.t("study-field-day"), page.date(&day))));
    if read.source.kind != SourceKind::Session {
        let key = if read.source.may_quote { "study-quote-yes" } else { "study-quote-no" };
        facts.push((page.t("study-quote"), page.t(key)));
    }
    let shown = Shown {
        home: super::home(process.id),
        code: read.source.code.to_string(),
        facts,
        passages: passages.into_iter().map(|(number, words)| Passage { number, words, marks: of(number) }).collect(),
        may_code: ctx.may(Permission::Research, &Thing::process(process.id)),
        compared: read.compared(&frame).is_some(),
        open: read.open_differences(&frame),
        is_interview: read.source.kind == SourceKind::Interview,
        state: page.t(format!("study-state-{}", read.state.code())),
        hidden: !read.state.is_open() && !read.coders.is_empty(),
        page,
    };
    Ok(ui::html(StatusCode::OK, &shown))
}

/// An item in words.
pub(super) fn item_name(page: &Page, frame: &Frame<'_>, item: &Item) -> String {
    match item.effect() {
        Some(effect) => effect_name(page, frame, &effect),
        None => page.t1("study-code-named", "name", frame.name(item.key(), super::english(page))),
    }
}
