//! `/werk/bezorging`: the answers that still have to reach their authors, the longest waiting first.

use super::{PAGE, cursor, cut, read_cursor};
use crate::tables::deliveries::{self, Brings, Delivery, Of};
use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use journey::AnswerBy;
use people::{Context, Fault, Permission, Thing};
use std::collections::HashMap;
use ui::{Choice, Page, Pager, Typed};

#[derive(Debug, Template)]
#[template(path = "deliveries.html")]
struct List {
    page: Page,
    typed: Typed,
    channels: Vec<Choice>,
    which: Vec<Choice>,
    rows: Vec<Row>,
    /// Where the letters among them can be printed at once.
    letters: Option<String>,
    pager: Pager,
}

#[derive(Debug)]
struct Row {
    number: String,
    href: String,
    letter: String,
    channel: String,
    through: String,
    status: String,
    failed: bool,
    since: String,
    reason: Option<String>,
    unknown: bool,
    /// Whether it brings a message beside the answer.
    notice: bool,
}

/// What a delivery belongs to, for permission.
pub(super) fn thing(delivery: &Delivery) -> Thing {
    Thing::process(delivery.process).in_area(delivery.area).of_organisation(delivery.organisation)
}

fn row(page: &Page, delivery: &Delivery, organisations: &HashMap<kernel::OrganisationId, String>) -> Row {
    Row {
        number: delivery.number.to_string(),
        href: format!("/werk/bezorging/{}", delivery.id),
        letter: format!("/werk/bezorging/{}/brief", delivery.id),
        channel: page.t(delivery.channel.key()),
        through: delivery.organisation.and_then(|id| organisations.get(&id).cloned()).unwrap_or_default(),
        status: page.t(delivery.status.key()),
        failed: delivery.status == journey::DeliveryStatus::Failed,
        since: page.day(&delivery.changed),
        reason: delivery.reason.clone(),
        unknown: delivery.identity.is_none() && delivery.organisation.is_none(),
        notice: matches!(delivery.brings, Brings::Notice(_)),
    }
}

pub(super) async fn show(ctx: Context, Query(asked): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    let page = ctx.page("answer-deliveries-title");
    let text = |name: &str| asked.get(name).map(String::as_str).unwrap_or_default();
    let settled = text("welke") == "klaar";
    let channel = AnswerBy::from_code(text("weg")).filter(|it| *it != AnswerBy::None);
    let of = Of { channel, organisation: ctx.signed_in()?.organisation, settled };
    let after = read_cursor(asked.get("na"));
    let mut s = ctx.read().await?;
    let mut found = deliveries::list(&mut s, ctx.tenant_id(), of, after, PAGE + 1).await?;
    let organisations = people::tables::organisations(&mut s, ctx.tenant_id()).await?.into_iter().map(|it| (it.id, it.name)).collect();
    let more = cut(&mut found);
    let last = found.last().map(|last| cursor(last.created, last.id));
    let ids: Vec<_> = found.iter().map(|it| it.contribution).collect();
    let journeys = journey::journeys(&mut s, ctx.tenant_id(), &ids, &ctx.tenant.civil, ctx.now()).await?;
    drop(s);
    // What its author took back, or what is being looked at once more, is not to be brought.
    found.retain(|it| settled || journeys.iter().any(|journey| journey.contribution == it.contribution && it.brings.holds(journey)));
    let (weg, welke) = (channel.map_or("", AnswerBy::code), if settled { "klaar" } else { "open" });
    let base = format!("/werk/bezorging?weg={weg}&welke={welke}");
    let next = last.filter(|_| more).map(|last| format!("{base}&na={last}"));
    let pager = Pager { next, previous: after.is_some().then_some(base) };
    let mine = found.iter().filter(|it| ctx.may(Permission::Deliver, &thing(it)));
    let rows: Vec<Row> = mine.map(|it| row(&page, it, &organisations)).collect();
    let lettered = channel.is_none_or(|it| matches!(it, AnswerBy::Letter | AnswerBy::Intermediary));
    let list = List {
        letters: (lettered && !settled && !rows.is_empty()).then(|| super::letters::heap(channel)),
        rows,
        channels: AnswerBy::ALL.iter().filter(|it| **it != AnswerBy::None).map(|it| Choice::new(it.code(), page.t(it.key()))).collect(),
        which: vec![Choice::new("open", page.t("answer-deliveries-open")), Choice::new("klaar", page.t("answer-deliveries-done"))],
        typed: Typed::empty().with("weg", weg).with("welke", welke),
        pager,
        page,
    };
    Ok(ui::html(StatusCode::OK, &list))
}
