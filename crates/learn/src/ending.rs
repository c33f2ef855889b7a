//! With the evaluation of a process its dossiers come to their end (F1 S19), as far as nothing is to be done with them any more. What is
//! still on its way, or may still come in, is looked at again later, for as long as this version of the evaluation is the last.

use crate::model::evaluation::{EvaluationPart, is_over};
use crate::tables::evaluation as table;
use journey::{Act, Filter, State, Step, evidence};
use kernel::{Actor, DossierId, Instant, ProcessId, TenantId, TextId};
use people::{App, Tenant};
use serde::Deserialize;
use serde_json::json;
use store::Error;
use store::jobs::{Job, NewJob};

/// The dossiers of a process whose evaluation was finished.
pub(crate) const ENDED: &str = "learn.ended";
/// So many dossiers are read at once.
const A_PAGE: i64 = 200;
/// After so many days is looked again.
const AGAIN_DAYS: i64 = 30;
/// Where a dossier stands before it is evaluated, or on its way there.
const ON_THE_WAY: [State; 4] = [State::Reaction, State::Underway, State::Realised, State::Integrated];

/// Where it stands when nothing comes any more, or nothing came in yet.
const FOR_GOOD: [State; 3] = [State::Captured, State::Evaluated, State::Withdrawn];

/// Why it failed; it is tried again.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error("{0}")]
    Store(#[from] Error),
    #[error("{0}")]
    Refused(#[from] journey::Refusal),
    #[error("the job cannot be read: {0}")]
    Unreadable(#[from] serde_json::Error),
}

#[derive(Debug, Deserialize)]
struct Finished {
    process: ProcessId,
    version: i64,
}

/// The job that looks at the dossiers of a process of which this version of the evaluation was finished.
pub(crate) fn look(tenant: TenantId, process: ProcessId, version: i64, due: Instant) -> NewJob {
    NewJob { tenant, kind: ENDED, payload: json!({ "process": process, "version": version }), due }
}

/// May stop in the middle and be run again: what came to its end stands where it is not looked for any more.
pub(crate) async fn run(app: &App, job: Job) -> Result<(), Failure> {
    let Finished { process, version } = serde_json::from_value(job.payload)?;
    let tenant = app.tenant_of(job.tenant).await?;
    let Some(negative) = negative_effects(app, tenant.id, process, version).await? else { return Ok(()) };
    let filter = Filter { process: Some(process), states: ON_THE_WAY.to_vec(), ..Filter::default() };
    let (mut after, mut waits) = (None, false);
    loop {
        let rows = journey::list(&mut app.store.read().await?, tenant.id, &filter, after, A_PAGE).await?;
        let Some(last) = rows.last() else { break };
        after = Some((last.due, last.id));
        for row in &rows {
            waits |= !end(app, &tenant, row.id, negative).await?;
        }
    }
    if waits || more_comes(app, tenant.id, process).await? {
        let (id, due) = (tenant.id, app.clock.now().plus_seconds(AGAIN_DAYS * 86_400));
        store::write!(app.store, [], |tx| { tx.enqueue(look(id, process, version, due)).await.map(drop) }).await?;
    }
    Ok(())
}

/// Whether something may still come to its end here: people can still take part, or something did not come so far yet.
async fn more_comes(app: &App, tenant: TenantId, process: ProcessId) -> Result<bool, Error> {
    let mut s = app.store.read().await?;
    if design::process(&mut s, tenant, process).await?.is_some_and(|it| it.state == design::State::Published) {
        return Ok(true);
    }
    let before = State::ALL.iter().copied().filter(|it| !ON_THE_WAY.contains(it) && !FOR_GOOD.contains(it)).collect();
    let filter = Filter { process: Some(process), states: before, ..Filter::default() };
    Ok(!journey::list(&mut s, tenant, &filter, None, 1).await?.is_empty())
}

/// What the version says of negative effects (guard of S19); `None` when a later one was finished, which has a job of its own.
async fn negative_effects(app: &App, tenant: TenantId, process: ProcessId, version: i64) -> Result<Option<TextId>, Error> {
    let mut s = app.store.read().await?;
    if table::last_finished(&mut s, tenant, process).await?.is_none_or(|it| it.version != version) {
        return Ok(None);
    }
    let places = table::places(&mut s, tenant, process, version).await?;
    // Something went for the worse, or somebody looked for it and says how (A248).
    let told = [EvaluationPart::NegativeFound, EvaluationPart::NegativeDone, EvaluationPart::NegativeHow];
    Ok(told.iter().find_map(|part| places.get(part).copied()))
}

/// Whether the dossier came to its end.
async fn end(app: &App, tenant: &Tenant, dossier: DossierId, negative: TextId) -> Result<bool, journey::Refusal> {
    let (id, civil) = (tenant.id, tenant.civil.clone());
    store::write!(app.store, [civil], |tx| {
        let act = Act { tenant: id, actor: &Actor::System, at: tx.now(), civil: &civil };
        let Some(before) = journey::dossier(tx, id, dossier).await? else { return Ok(false) };
        if !is_over(&before, civil.today(act.at)) {
            return Ok(false);
        }
        journey::record(tx, &act, dossier, Step::Evaluated(evidence::Evaluation::by_learn(negative))).await?;
        Ok::<_, journey::Refusal>(true)
    })
    .await
}
