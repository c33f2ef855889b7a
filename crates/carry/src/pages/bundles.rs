//! `/werk/bundelen` and `/werk/processen/{id}/bundelen`: proposals to put together what says the same (F1 S3). The program
//! seeks in the background; the page says how far it is, and is read again to know more.

use crate::bundles;
use crate::pages::view::Words;
use crate::tables::{self, SearchRow};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use design::Process;
use kernel::{ContributionId, Date, Instant, ProcessId};
use people::{Context, Fault, Permission, Posted, Thing};
use serde::Deserialize;
use ui::{Page, Pager};

/// How many processes or proposals stand on one page.
const A_PAGE: usize = 50;
/// So many contests are read at once to find those that whoever asks may answer.
const CONTESTS: i64 = 200;
/// So often at most, before the page ends where reading ended.
const MOST_READ: usize = 10;

#[derive(Debug, Template)]
#[template(path = "bundles_list.html")]
struct List {
    page: Page,
    rows: Vec<(String, Words)>,
    pager: Pager,
    /// Who contests a bundle and waits for an answer.
    waiting: Vec<Waiting>,
    /// Where the list of those goes on.
    more_waiting: Option<String>,
}

#[derive(Debug)]
struct Waiting {
    href: String,
    text: String,
    late: bool,
}

#[derive(Debug, Template)]
#[template(path = "bundles.html")]
struct Desk {
    page: Page,
    href: String,
    process: Words,
    search: Option<Told>,
    rows: Vec<Entry>,
    pager: Pager,
}

/// What is told of the last search.
#[derive(Debug)]
struct Told {
    text: String,
    /// The step, how much of it is done and of how much, while it runs.
    running: Option<(String, i64, i64)>,
}

#[derive(Debug)]
struct Entry {
    href: String,
    number: i64,
    first: Option<Words>,
    size: String,
}

/// From where a list goes on.
#[derive(Debug, Default, Deserialize)]
pub(super) struct From {
    na: Option<String>,
    betwist: Option<String>,
}

/// The term and the contribution of the last contest of a page.
type Contested = (Date, ContributionId);

/// The contests that whoever asks may answer, after `after`, and where the next page begins. What others answer is read past: in
/// whose hands a dossier is, `journey` knows.
async fn contested(ctx: &Context, page: &Page, mut after: Option<Contested>) -> Result<(Vec<Waiting>, Option<Contested>), Fault> {
    let mut s = ctx.read().await?;
    let mut found = Vec::new();
    for _ in 0..MOST_READ {
        let contests = tables::waiting_contests(&mut s, ctx.tenant_id(), after, CONTESTS).await?;
        let of: Vec<_> = contests.iter().map(|it| it.contribution).collect();
        let journeys = journey::journeys(&mut s, ctx.tenant_id(), &of, &ctx.tenant.civil, ctx.now()).await?;
        for it in &contests {
            let journey = journeys.iter().find(|one| one.contribution == it.contribution);
            let line = journey.and_then(|journey| waiting(ctx, page, it, journey));
            if line.is_some() && found.len() == A_PAGE {
                return Ok((found, after));
            }
            found.extend(line);
            after = Some((it.until, it.contribution));
        }
        if i64::try_from(contests.len()).unwrap_or(0) < CONTESTS {
            return Ok((found, None));
        }
    }
    Ok((found, after))
}

/// One contest, for whoever may answer it.
fn waiting(ctx: &Context, page: &Page, it: &tables::Contest, journey: &journey::Journey) -> Option<Waiting> {
    let thing = Thing::process(journey.process).in_department(journey.asked.or(journey.department)).in_area(journey.area);
    ctx.may(Permission::Assign, &thing).then(|| Waiting {
        href: format!("/werk/dossiers/{}/betwisting", it.dossier),
        text: page.ta(
            "carry-contested-one",
            &[("number", journey.number.as_str().into()), ("asked", page.day(&it.asked).into()), ("until", page.date(&it.until).into())],
        ),
        late: it.until < ctx.today(),
    })
}

/// The processes in which whoever asks may put contributions together.
pub(super) async fn list(ctx: Context, Query(from): Query<From>) -> Result<Response, Fault> {
    let after = match from.na.as_deref().map(|text| text.split_once('.')) {
        None => None,
        Some(Some((at, id))) => {
            let at = at.parse().map_err(|_| Fault::NotFound)?;
            Some((Instant::from_micros(at), id.parse::<ProcessId>().map_err(|_| Fault::NotFound)?))
        }
        Some(None) => return Err(Fault::NotFound),
    };
    let contested_after = match from.betwist.as_deref().map(|text| text.split_once('.')) {
        None => None,
        Some(Some((until, id))) => {
            Some((until.parse().map_err(|_| Fault::NotFound)?, id.parse::<ContributionId>().map_err(|_| Fault::NotFound)?))
        }
        Some(None) => return Err(Fault::NotFound),
    };
    let mut found = design::processes(&mut ctx.read().await?, ctx.tenant_id(), true, after, 51).await?;
    let more = found.len() > A_PAGE;
    found.truncate(A_PAGE);
    let next = found.last().filter(|_| more).map(|last| format!("/werk/bundelen?na={}.{}", last.created.micros(), last.id));
    let page = ctx.page("carry-bundles-title");
    let rows = found
        .iter()
        .filter(|process| ctx.may(Permission::Assign, &Thing::process(process.id)))
        .map(|process| (address(process.id), Words::of(&page, &process.title)))
        .collect();
    let (waiting, more_waiting) = contested(&ctx, &page, contested_after).await?;
    let more_waiting = more_waiting.map(|(until, id)| format!("/werk/bundelen?betwist={until}.{id}"));
    Ok(ui::html(StatusCode::OK, &List { page, rows, waiting, more_waiting, pager: Pager { next, previous: None } }))
}

pub(super) fn address(process: ProcessId) -> String {
    format!("/werk/processen/{process}/bundelen")
}

/// The process, when there is one here in which whoever asks may put contributions together.
pub(super) async fn opened(ctx: &Context, id: &str) -> Result<Process, Fault> {
    let id: ProcessId = id.parse().map_err(|_| Fault::NotFound)?;
    let process = design::process(&mut ctx.read().await?, ctx.tenant_id(), id).await?.ok_or(Fault::NotFound)?;
    ctx.permit(Permission::Assign, &Thing::process(id))?;
    Ok(process)
}

fn told(page: &Page, search: &SearchRow, now: Instant) -> Told {
    if search.runs(now) {
        let step = page.t(format!("carry-bundles-step-{}", search.step.as_deref().unwrap_or("waiting")));
        return Told {
            text: page.t1("carry-bundles-running", "time", page.time(&search.asked_at)),
            running: Some((step, search.done, search.total)),
        };
    }
    let key = if search.busy { "carry-bundles-stopped" } else { "carry-bundles-done" };
    Told {
        text: page.ta(key, &[("time", page.time(&search.told_at).into()), ("texts", search.total.into()), ("count", search.found.into())]),
        running: None,
    }
}

async fn draw(ctx: &Context, process: &Process, after: i64, status: StatusCode) -> Result<Response, Fault> {
    let tenant = ctx.tenant_id();
    let mut s = ctx.read().await?;
    let search = tables::bundle_search(&mut s, tenant, process.id).await?;
    let mut found = tables::bundle_proposals(&mut s, tenant, process.id, after, 51).await?;
    let more = found.len() > A_PAGE;
    found.truncate(A_PAGE);
    let mut firsts = Vec::new();
    for proposal in &found {
        firsts.extend(tables::bundle_members(&mut s, tenant, process.id, proposal.number, false, 1).await?);
    }
    let words = voice::words(&mut s, tenant, &firsts).await?;
    drop(s);
    let href = address(process.id);
    let page = ctx.page("carry-bundles-title");
    let rows = found.iter().zip(&firsts).map(|(proposal, first)| {
        let first = words.iter().find(|it| it.id == *first && !it.withdrawn);
        Entry {
            href: format!("{href}/{}", proposal.number),
            number: proposal.number,
            first: first.map(|it| Words::of(&page, &it.title)).filter(|it| !it.text.is_empty()),
            size: page.t1("carry-bundles-size", "count", proposal.size),
        }
    });
    let rows = rows.collect();
    let next = found.last().filter(|_| more).map(|last| format!("{href}?na={}", last.number));
    let desk = Desk {
        process: Words::of(&page, &process.title),
        search: search.map(|it| told(&page, &it, ctx.now())),
        rows,
        pager: Pager { next, previous: (after > 0).then(|| href.clone()) },
        href,
        page,
    };
    Ok(ui::html(status, &desk))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>, Query(from): Query<From>) -> Result<Response, Fault> {
    let process = opened(&ctx, &id).await?;
    let after = from.na.map_or(Ok(0), |it| it.parse()).map_err(|_| Fault::NotFound)?;
    draw(&ctx, &process, after, StatusCode::OK).await
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, .. } = posted;
    let process = opened(&ctx, &id).await?;
    let (store, id) = (ctx.store().clone(), process.id);
    let done = store::write!(store, [ctx], |tx| { bundles::search(tx, &ctx.act(), id).await }).await;
    match done {
        Ok(()) => Ok(ctx.done(&address(id), "carry-bundles-asked")),
        Err(crate::Refusal::NotNow(_)) => draw(&ctx, &process, 0, StatusCode::CONFLICT).await,
        Err(refusal) => Err(refusal.into()),
    }
}

impl Desk {
    fn is_running(&self) -> bool {
        self.search.as_ref().is_some_and(|told| told.running.is_some())
    }
}
