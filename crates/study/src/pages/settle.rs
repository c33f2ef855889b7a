//! `/werk/processen/{id}/onderzoek/bronnen/{code}/verschillen`: where two coders differ, how far they agree, and what came of
//! speaking about it.

use super::source::{Mark, direction_word, item_name, mark, words_of};
use super::{Book, kappa_words, permitted, read_source, with_words};
use crate::model::frame::Frame;
use crate::model::{Difference, Item, Marked, Resolution};
use crate::reading::Read;
use crate::tables::sources;
use crate::{acts, forms};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{ProcessId, TextId};
use people::{Context, Fault, Permission, Posted, Thing};
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "differences.html")]
struct Differences {
    page: Page,
    back: String,
    direction: String,
    presence: String,
    rows: Vec<Row>,
    may_settle: bool,
}

#[derive(Debug)]
struct Row {
    href: String,
    passage: i64,
    item: String,
    said: [String; 2],
    outcome: String,
    motive: String,
}

#[derive(Debug, Template)]
#[template(path = "settle.html")]
struct Settle {
    page: Page,
    back: String,
    action: String,
    words: String,
    item: String,
    marks: Vec<Mark>,
    typed: Typed,
    outcomes: Vec<Choice>,
}

fn said(page: &Page, it: Option<Option<crate::Direction>>) -> String {
    match it {
        Some(Some(direction)) => direction_word(page, direction),
        Some(None) => page.t("study-said-there"),
        None => page.t("study-said-not"),
    }
}

fn outcome(page: &Page, it: Resolution) -> String {
    match it {
        Resolution::Way(direction) => direction_word(page, direction),
        other => page.t(format!("study-outcome-{}", other.code())),
    }
}

fn of_source(process: ProcessId, read: &Read) -> String {
    format!("{}/bronnen/{}", super::home(process), read.source.code)
}

pub(super) async fn list(ctx: Context, Path((id, code)): Path<(String, String)>) -> Result<Response, Fault> {
    let process = with_words(&ctx, &id).await?;
    let mut s = ctx.read().await?;
    let read = read_source(&mut s, &ctx, process.id, &code).await?;
    let book = Book::read(&mut s, &ctx, process.id).await?;
    let frame = book.frame();
    let compared = read.compared(&frame).ok_or(Fault::Conflict("study-refused-no-difference"))?;
    let motives: Vec<TextId> = read.settled.iter().map(|it| it.motive).collect();
    let motives = sources::words(&mut s, ctx.tenant_id(), &motives).await?;
    drop(s);
    let page = ctx.page_titled(ctx.page("study-start-title").t1("study-differences-title", "code", read.source.code.to_string()));
    let here = of_source(process.id, &read);
    let rows = compared.differences.iter().map(|it| {
        let settled = read.settled.iter().find(|known| known.passage == it.passage && frame.counting(&known.item) == it.item);
        Row {
            href: format!("{here}/verschillen/{}/{}", it.passage, it.item.key()),
            passage: it.passage,
            item: item_name(&page, &frame, &it.item),
            said: it.said.map(|it| said(&page, it)),
            outcome: settled.map(|it| outcome(&page, it.resolution)).unwrap_or_default(),
            motive: settled.and_then(|it| motives.get(&it.motive).cloned()).unwrap_or_default(),
        }
    });
    let shown = Differences {
        back: here.clone(),
        direction: kappa_words(&page, &compared.direction()),
        presence: kappa_words(&page, &compared.presence()),
        rows: rows.collect(),
        may_settle: ctx.may(Permission::Research, &Thing::process(process.id)),
        page,
    };
    Ok(ui::html(StatusCode::OK, &shown))
}

/// The difference at this place; 404 when the two do not differ there.
fn difference(read: &Read, frame: &Frame<'_>, passage: i64, item: &str) -> Result<Difference, Fault> {
    let item = Item::of_key(item).ok_or(Fault::NotFound)?;
    let compared = read.compared(frame).ok_or(Fault::NotFound)?;
    compared.differences.into_iter().find(|it| it.passage == passage && it.item == item).ok_or(Fault::NotFound)
}

/// Whether a coding says something of an item.
fn is_of(frame: &Frame<'_>, it: &Marked, item: &Item) -> bool {
    it.effect.as_ref().is_some_and(|effect| effect.as_str() == item.key()) || it.codes.iter().any(|code| frame.counting(code) == *item)
}

async fn draw(ctx: &Context, process: ProcessId, code: &str, (passage, item): (i64, &str), typed: Typed) -> Result<Response, Fault> {
    let mut s = ctx.read().await?;
    let read = read_source(&mut s, ctx, process, code).await?;
    let book = Book::read(&mut s, ctx, process).await?;
    let frame = book.frame();
    let difference = difference(&read, &frame, passage, item)?;
    let passages = sources::passages(&mut s, ctx.tenant_id(), process, &read.source.code).await?;
    let all: Vec<Marked> = read.marked.iter().flatten().cloned().collect();
    let words = words_of(&mut s, ctx, &all).await?;
    drop(s);
    let page = ctx.page_titled(ctx.page("study-start-title").t1("study-settle-title", "number", passage));
    let here = of_source(process, &read);
    let with_place = (1_i64..).zip(&read.marked).flat_map(|(place, marked)| marked.iter().map(move |it| (place, it)));
    let at = with_place.filter(|(_, it)| it.passage == passage && is_of(&frame, it, &difference.item));
    let shown = Settle {
        action: format!("{here}/verschillen/{passage}/{}", difference.item.key()),
        back: format!("{here}/verschillen"),
        words: passages.into_iter().find(|(number, _)| *number == passage).map(|(_, words)| words).unwrap_or_default(),
        item: item_name(&page, &frame, &difference.item),
        marks: at.map(|(place, it)| mark(&page, &frame, &words, place, it)).collect(),
        outcomes: Resolution::of_item(&difference.item).into_iter().map(|it| Choice::new(it.code(), outcome(&page, it))).collect(),
        typed,
        page,
    };
    let status = if shown.typed.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok(ui::html(status, &shown))
}

type At = Path<(String, String, String, String)>;

pub(super) async fn show(ctx: Context, Path((id, code, passage, item)): At) -> Result<Response, Fault> {
    let process = permitted(&ctx, &id, Permission::Research).await?.id;
    let passage = passage.parse().map_err(|_| Fault::NotFound)?;
    draw(&ctx, process, &code, (passage, &item), Typed::empty()).await
}

pub(super) async fn take(Path((id, code, passage, item)): At, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let process = permitted(&ctx, &id, Permission::Research).await?.id;
    let passage: i64 = passage.parse().map_err(|_| Fault::NotFound)?;
    let mut s = ctx.read().await?;
    let read = read_source(&mut s, &ctx, process, &code).await?;
    let book = Book::read(&mut s, &ctx, process).await?;
    drop(s);
    let difference = difference(&read, &book.frame(), passage, &item)?;
    let chosen = Resolution::of_code(typed.get("outcome")).filter(|it| Resolution::of_item(&difference.item).contains(it));
    if chosen.is_none() {
        typed.wrong("outcome", "ui-choose");
    }
    let motive = forms::prose(&mut typed, "motive", forms::MOST_REMARK);
    let motive = motive.filter(|words| forms::clear_of_people(&mut typed, "motive", words));
    let (Some(chosen), Some(motive)) = (chosen, motive) else {
        return draw(&ctx, process, &code, (passage, &item), typed).await;
    };
    let (source, item, language, knowledge) = (read.source.code.clone(), difference.item, ctx.tenant.language, book.knowledge);
    let store = ctx.store().clone();
    store::write!(store, [ctx, source, item, motive, knowledge], |tx| {
        acts::settle(tx, &ctx.act(), process, &source, &knowledge, (passage, &item, chosen), &motive, language).await
    })
    .await?;
    Ok(ctx.done(&format!("{}/bronnen/{source}/verschillen", super::home(process)), "study-settled"))
}
