//! `/werk/agenda`: what stands on the next meetings of college and council, by body and day, and which contributions lie under it
//! (F1 S12, E903).

use crate::pages::view::Words;
use crate::tables::{self, AgendaItem};
use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use journey::{Dossier, State};
use kernel::{ContributionId, Date, DossierId, ProcessId};
use people::{Context, Fault};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use ui::{Page, Pager};

/// Rows on one page.
const A_PAGE: usize = 30;
/// So many contributions of one dossier are named; the dossier names all of them.
const NAMED: usize = 10;

#[derive(Debug, Template)]
#[template(path = "agendas.html")]
struct List {
    page: Page,
    meetings: Vec<Meeting>,
    pager: Pager,
}

/// One body on one day.
#[derive(Debug)]
struct Meeting {
    body: String,
    day: Date,
    heading: String,
    /// Whether the day is over, and what was decided is not written down.
    past: bool,
    items: Vec<Item>,
}

/// A dossier that stands on it.
#[derive(Debug)]
struct Item {
    href: String,
    process: Option<Words>,
    contributions: Vec<(String, Option<Words>)>,
    more: Option<String>,
}

fn cursor(text: Option<&String>) -> Result<Option<(Date, String, DossierId)>, Fault> {
    let Some(text) = text else { return Ok(None) };
    let read = || {
        let (day, rest) = text.split_once('.')?;
        let (id, body) = rest.split_once('.')?;
        Some((day.parse().ok()?, body.to_owned(), id.parse().ok()?))
    };
    read().map(Some).ok_or(Fault::NotFound)
}

/// What is shown of each dossier: the titles of its contributions and of its process.
#[derive(Debug, Default)]
struct Known {
    titles: HashMap<ContributionId, Words>,
    processes: HashMap<ProcessId, Words>,
}

/// The dossiers of the rows that still wait for their decision, with the words that are shown of them.
async fn read(ctx: &Context, page: &Page, all: &[AgendaItem]) -> Result<(Vec<(AgendaItem, Dossier)>, Known), Fault> {
    let tenant = ctx.tenant_id();
    let mut s = ctx.read().await?;
    let (mut rows, mut known) = (Vec::with_capacity(all.len()), Known::default());
    for it in all {
        let Some(dossier) = journey::dossier(&mut s, tenant, it.dossier).await? else { continue };
        if dossier.state != State::OnAgenda {
            continue;
        }
        if let Entry::Vacant(place) = known.processes.entry(dossier.process)
            && let Some(process) = design::process(&mut s, tenant, dossier.process).await?
        {
            place.insert(Words::of(page, &process.title));
        }
        rows.push((it.clone(), dossier));
    }
    let named = |(_, dossier): &(AgendaItem, Dossier)| dossier.live().take(NAMED).map(|it| it.contribution).collect::<Vec<_>>();
    let ids: Vec<ContributionId> = rows.iter().flat_map(named).collect();
    let words = voice::words(&mut s, tenant, &ids).await?;
    known.titles = words.iter().map(|it| (it.id, Words::of(page, &it.title))).collect();
    Ok((rows, known))
}

fn item(page: &Page, known: &Known, dossier: &Dossier) -> Item {
    let named = dossier.live().take(NAMED).map(|it| {
        let title = known.titles.get(&it.contribution).filter(|title| !title.text.is_empty());
        (it.number.to_string(), title.cloned())
    });
    let more = dossier.live().count().saturating_sub(NAMED);
    Item {
        href: format!("/werk/dossiers/{}", dossier.id),
        process: known.processes.get(&dossier.process).cloned(),
        contributions: named.collect(),
        more: (more > 0).then(|| page.t1("carry-agendas-more", "count", i64::try_from(more).unwrap_or(i64::MAX))),
    }
}

/// The rows under the body and the day on which it meets; they come in that order.
fn meetings(page: &Page, rows: &[(AgendaItem, Dossier)], known: &Known, today: Date) -> Vec<Meeting> {
    let mut found: Vec<Meeting> = Vec::new();
    for (it, dossier) in rows {
        let item = item(page, known, dossier);
        match found.last_mut().filter(|last| last.day == it.day && last.body == it.body) {
            Some(last) => last.items.push(item),
            None => found.push(Meeting {
                body: it.body.clone(),
                day: it.day,
                heading: page.t2("carry-agendas-of", "body", it.body.as_str(), "day", page.date(&it.day)),
                past: it.day < today,
                items: vec![item],
            }),
        }
    }
    found
}

/// Whoever reads as staff may read every dossier, and so every agenda.
pub(super) async fn show(ctx: Context, Query(asked): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    let page = ctx.page("carry-agendas-title");
    let after = cursor(asked.get("na"))?;
    let from = after.as_ref().map(|(day, body, id)| (*day, body.as_str(), *id));
    let mut s = ctx.read().await?;
    let mut all = tables::agenda(&mut s, ctx.tenant_id(), from, 31).await?;
    drop(s);
    let more = all.len() > A_PAGE;
    all.truncate(A_PAGE);
    let (rows, known) = read(&ctx, &page, &all).await?;
    let meetings = meetings(&page, &rows, &known, ctx.today());
    let next = all.last().filter(|_| more);
    let next = next.map(|it| format!("/werk/agenda?na={}.{}.{}", it.day, it.dossier, super::in_address(&it.body)));
    let pager = Pager { next, previous: after.is_some().then(|| "/werk/agenda".to_owned()) };
    Ok(ui::html(StatusCode::OK, &List { page, meetings, pager }))
}
