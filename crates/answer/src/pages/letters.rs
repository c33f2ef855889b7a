//! `/werk/bezorging/brieven`: all letters that wait for printing, one on each sheet, and the one act that notes of exactly
//! these that they were posted.

use super::deliveries::thing;
use super::letter::{Sheet, sheets};
use super::{PAGE, cursor, cut, read_cursor};
use crate::act::{self, Posting};
use crate::tables::deliveries::{self, Delivery, Of};
use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use journey::AnswerBy;
use kernel::DeliveryId;
use people::{Context, Fault, Permission, Posted};
use std::collections::HashMap;
use ui::{Page, Pager};

#[derive(Debug, Template)]
#[template(path = "letters.html")]
struct Heap {
    page: Page,
    back: String,
    channel: &'static str,
    letters: Vec<(String, Sheet)>,
    unknown: Vec<Unknown>,
    pager: Pager,
    pdf: Option<String>,
}

/// A letter that cannot be posted, since nobody wrote down where to.
#[derive(Debug)]
struct Unknown {
    number: String,
    href: String,
}

/// The channel in an address or a form, when letters go by it.
fn channel(text: &str) -> Option<AnswerBy> {
    AnswerBy::from_code(text).filter(|it| matches!(it, AnswerBy::Letter | AnswerBy::Intermediary))
}

fn list(channel: Option<AnswerBy>) -> String {
    format!("/werk/bezorging?weg={}", channel.map_or("", AnswerBy::code))
}

/// The same letters as a PDF.
fn pdf(asked: &HashMap<String, String>) -> String {
    let weg = channel(asked.get("weg").map_or("", String::as_str)).map_or("", AnswerBy::code);
    let after = read_cursor::<DeliveryId>(asked.get("na")).map(|(at, id)| format!("&na={}", cursor(at, id))).unwrap_or_default();
    format!("/werk/bezorging/brieven.pdf?weg={weg}{after}")
}

/// Where the letters of a list can be printed.
pub(super) fn heap(channel: Option<AnswerBy>) -> String {
    format!("/werk/bezorging/brieven?weg={}", channel.map_or("", AnswerBy::code))
}

/// Letters that wait for printing: those that can be posted, and those that cannot.
pub(super) struct Waiting {
    pub(super) known: Vec<(Delivery, Sheet)>,
    unknown: Vec<(Delivery, Sheet)>,
    next: Option<String>,
}

/// The letters that a list holds, as far as whoever asks may bring them.
pub(super) async fn waiting(ctx: &Context, page: &Page, asked: &HashMap<String, String>) -> Result<Waiting, Fault> {
    let channel = asked.get("weg").and_then(|text| channel(text));
    let of = Of { channel, organisation: ctx.signed_in()?.organisation, settled: false };
    let after = read_cursor(asked.get("na"));
    let mut s = ctx.read().await?;
    let mut found = deliveries::to_print(&mut s, ctx.tenant_id(), of, after, PAGE + 1).await?;
    let more = cut(&mut found);
    let next = found.last().filter(|_| more).map(|last| format!("{}&na={}", heap(channel), cursor(last.created, last.id)));
    let ids: Vec<_> = found.iter().map(|it| it.contribution).collect();
    let journeys = journey::journeys(&mut s, ctx.tenant_id(), &ids, &ctx.tenant.civil, ctx.now()).await?;
    drop(s);
    found.retain(|it| {
        journeys.iter().any(|journey| journey.contribution == it.contribution && it.brings.holds(journey))
            && ctx.may(Permission::Deliver, &thing(it))
    });
    let (known, unknown) = sheets(ctx, page, found).await?.into_iter().partition(|(_, sheet)| sheet.to.is_known);
    Ok(Waiting { known, unknown, next })
}

pub(super) async fn show(ctx: Context, Query(asked): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    let page = ctx.page("answer-letters-title");
    let channel = asked.get("weg").and_then(|text| channel(text));
    let Waiting { known, unknown, next } = waiting(&ctx, &page, &asked).await?;
    let unknown = unknown.into_iter().map(|(it, _)| Unknown { number: it.number.to_string(), href: format!("/werk/bezorging/{}", it.id) });
    let shown = Heap {
        back: list(channel),
        channel: channel.map_or("", AnswerBy::code),
        letters: known.into_iter().map(|(delivery, sheet)| (delivery.id.to_string(), sheet)).collect(),
        unknown: unknown.collect(),
        pdf: ctx.app.settings.letter_fonts.is_some().then(|| pdf(&asked)),
        pager: Pager { next, previous: read_cursor::<DeliveryId>(asked.get("na")).is_some().then(|| heap(channel)) },
        page,
    };
    Ok(ui::html(StatusCode::OK, &shown))
}

/// The letters that the form names, each of them one that whoever asks may bring.
async fn named(ctx: &Context, asked: &[&str]) -> Result<Vec<DeliveryId>, Fault> {
    let mut ids: Vec<DeliveryId> = asked.iter().map(|id| id.parse()).collect::<Result<_, _>>().map_err(|_| Fault::NotFound)?;
    ids.sort_unstable();
    ids.dedup();
    if ids.len() > usize::try_from(PAGE).unwrap_or(usize::MAX) {
        return Err(Fault::TooLarge);
    }
    let mut s = ctx.read().await?;
    for id in &ids {
        let delivery = deliveries::delivery(&mut s, ctx.tenant_id(), *id).await?.ok_or(Fault::NotFound)?;
        ctx.permit(Permission::Deliver, &thing(&delivery))?;
    }
    Ok(ids)
}

pub(super) async fn post(posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, typed, .. } = posted;
    let ids = named(&ctx, &typed.all("letter")).await?;
    let (store, back) = (ctx.store().clone(), list(channel(typed.get("weg"))));
    let Posting { posted, already, gone } = store::write!(store, [ctx, ids], |tx| act::post_letters(tx, &ctx.act(), &ids).await).await?;
    Ok(ctx.done_counting(&back, "answer-letters-posted", &[("posted", posted), ("already", already), ("gone", gone)]))
}
