//! Seeking which contributions of a process say the same, with a word now and then of how far it is.

use super::{A_PAGE, Failure};
use crate::tables::{self, Found};
use bundling::{Options, Place, Progress, Step, Text};
use journey::{Filter, State};
use kernel::{ContributionId, Language, ProcessId, TenantId};
use people::App;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::time::Duration;
use store::jobs::Job;
use tokio::sync::watch;
use uuid::Uuid;

/// How long at least lies between two words of how far it is.
const BETWEEN: Duration = Duration::from_millis(700);

/// Where contributions can still be put together.
const STATES: [State; 5] = [State::Screened, State::Bundled, State::Assigned, State::FrameCheck, State::Assessed];

#[derive(Debug, Deserialize)]
struct Search {
    process: ProcessId,
    run: Uuid,
}

/// A contribution as far as bundling looks at it. Of a bundle its first one speaks for all.
struct Said {
    id: ContributionId,
    language: Language,
    title: String,
    body: String,
    place: Option<String>,
    point: Option<[f64; 2]>,
}

async fn read(app: &App, tenant: TenantId, process: ProcessId) -> Result<Vec<Said>, Failure> {
    let filter = Filter { process: Some(process), states: STATES.to_vec(), ..Filter::default() };
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let mut s = app.store.read().await?;
        let rows = journey::list(&mut s, tenant, &filter, after, A_PAGE).await?;
        let Some(last) = rows.last() else { return Ok(all) };
        after = Some((last.due, last.id));
        let leads: Vec<ContributionId> = rows.iter().map(|row| row.lead).collect();
        let found = voice::contributions(&mut s, tenant, &leads).await?;
        all.extend(found.into_iter().filter(|it| it.withdrawn.is_none() && !it.erased).map(|it| Said {
            id: it.id,
            language: it.language,
            title: it.title.original().text.clone(),
            body: it.body.map(|body| body.original().text.clone()).unwrap_or_default(),
            place: it.place.street.or(it.place.words).map(kernel::Line::into_string),
            point: it.place.point.map(|point| [point.longitude, point.latitude]),
        }));
    }
}

/// The groups, the largest first; what lies wholly within one that was set aside before is left out.
fn propose(said: &[Said], aside: &[Vec<ContributionId>], told: impl FnMut(Progress)) -> Vec<Found> {
    let texts: Vec<Text<'_, ContributionId>> = said.iter().map(text).collect();
    let before: Vec<BTreeSet<ContributionId>> = aside.iter().map(|those| those.iter().copied().collect()).collect();
    let mut groups: Vec<Found> = bundling::propose(&texts, &Options::default(), told)
        .into_iter()
        .map(|group| Found {
            with: group.members.iter().map(|member| member.id).collect(),
            opposed: group.against.iter().map(|text| text.id).collect(),
        })
        .filter(|group| !before.iter().any(|those| group.with.iter().all(|it| those.contains(it))))
        .collect();
    groups.sort_by_key(|group| std::cmp::Reverse(group.with.len()));
    groups
}

fn text(it: &Said) -> Text<'_, ContributionId> {
    let place = Place { name: it.place.as_deref(), point: it.point };
    Text { id: it.id, language: it.language, title: &it.title, body: &it.body, place: Some(place) }
}

const fn code(step: Step) -> &'static str {
    match step {
        Step::Reading => "reading",
        Step::Comparing => "comparing",
        Step::Grouping => "grouping",
    }
}

pub(super) async fn run(app: &App, job: Job) -> Result<(), Failure> {
    let Search { process, run } = serde_json::from_value(job.payload)?;
    seek(app, job.tenant, process, run).await
}

/// Seeks, and keeps what was found. May be run again: only the latest search of a process keeps anything, and once.
async fn seek(app: &App, tenant: TenantId, process: ProcessId, run: Uuid) -> Result<(), Failure> {
    let said = read(app, tenant, process).await?;
    let aside = tables::aside(&mut app.store.read().await?, tenant, process).await?;
    let (tell, mut told) = watch::channel(Progress { step: Step::Reading, done: 0, of: said.len() });
    let mut work = tokio::task::spawn_blocking(move || {
        propose(&said, &aside, |progress| {
            tell.send_replace(progress);
        })
    });
    let groups = loop {
        tokio::select! {
            groups = &mut work => break groups.map_err(|_| Failure::Stopped)?,
            Ok(()) = told.changed() => {
                let Progress { step, done, of } = *told.borrow_and_update();
                let [done, of] = [done, of].map(|many| i64::try_from(many).unwrap_or(i64::MAX));
                store::write!(app.store, [], |tx| { tables::tell_search(tx, tenant, process, run, (code(step), done, of)).await }).await?;
                tokio::select! {
                    groups = &mut work => break groups.map_err(|_| Failure::Stopped)?,
                    () = tokio::time::sleep(BETWEEN) => {}
                }
            }
        }
    };
    store::write!(app.store, [groups], |tx| {
        match tables::bundle_search(tx, tenant, process).await? {
            Some(search) if search.run == run && search.busy => tables::end_search(tx, tenant, process, &search, &groups).await,
            _ => Ok(()),
        }
    })
    .await?;
    Ok(())
}

/// Does at once what the job would do for the search that was asked for last: for a demo or an import, where no worker runs.
///
/// # Errors
/// What went wrong, in words; also when nobody asked for a search.
pub async fn seek_now(app: &App, tenant: TenantId, process: ProcessId) -> Result<(), String> {
    let mut s = app.store.read().await.map_err(|error| error.to_string())?;
    let search = tables::bundle_search(&mut s, tenant, process).await.map_err(|error| error.to_string())?;
    drop(s);
    let search = search.ok_or("nobody asked for proposals")?;
    seek(app, tenant, process, search.run).await.map_err(|error| error.to_string())
}
