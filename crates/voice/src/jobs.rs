//! What happens later: bytes of photos that were forgotten go, and photos that were never sent; and when a process is
//! closed, the terms of those who put something in begin.

use crate::tables::{contribution, photo};
use kernel::{ContributionId, FileId, Instant, ProcessId, TenantId};
use serde::{Deserialize, Serialize};
use store::Store;
use store::jobs::{Job, NewJob, Worker};

/// A photo that was uploaded is kept this long for a contribution to be sent with it: a day.
pub const UNSENT_SECONDS: i64 = 24 * 60 * 60;

const DELETE_BYTES: &str = "voice.delete-photo";
const SWEEP: &str = "voice.sweep-photo";

#[derive(Debug, Serialize, Deserialize)]
struct About {
    file: FileId,
}

fn job(kind: &'static str, tenant: TenantId, file: FileId, due: Instant) -> NewJob {
    NewJob { tenant, kind, payload: serde_json::json!({ "file": file }), due }
}

/// The bytes of a forgotten photo go.
pub(crate) fn delete_bytes(tenant: TenantId, file: FileId, due: Instant) -> NewJob {
    job(DELETE_BYTES, tenant, file, due)
}

/// A photo goes when it was not sent by then.
pub(crate) fn sweep_photo(tenant: TenantId, file: FileId, due: Instant) -> NewJob {
    job(SWEEP, tenant, file, due)
}

/// Teaches the worker what this room does later.
#[must_use]
pub fn register(worker: Worker) -> Worker {
    worker
        .on(DELETE_BYTES, |store, job| Box::pin(delete(store, job)))
        .on(SWEEP, |store, job| Box::pin(sweep(store, job)))
        .on(design::CLOSED, |store, job| Box::pin(async move { begin_terms(&store, &job).await.map_err(|error| error.to_string()) }))
}

async fn delete(store: Store, job: Job) -> Result<(), String> {
    let about: About = serde_json::from_value(job.payload).map_err(|error| error.to_string())?;
    store.files().delete(job.tenant, about.file).await.map_err(|error| error.to_string())
}

async fn sweep(store: Store, job: Job) -> Result<(), String> {
    let about: About = serde_json::from_value(job.payload).map_err(|error| error.to_string())?;
    let (tenant, file) = (job.tenant, about.file);
    let gone = store::write!(store, [], |tx| {
        match photo::photo(tx, tenant, file).await? {
            Some(kept) if !kept.sent => {
                photo::forget(tx, tenant, file).await?;
                Ok::<_, store::Error>(true)
            }
            _ => Ok(false),
        }
    })
    .await
    .map_err(|error| error.to_string())?;
    if gone {
        store.files().delete(tenant, file).await.map_err(|error| error.to_string())?;
    }
    Ok(())
}

#[derive(Debug, Deserialize)]
struct Closed {
    process: ProcessId,
}

/// So many authors in one write.
const AUTHORS: i64 = 200;

/// Begins the term of everybody who put something in to a process that was closed. An answer that comes later begins it
/// anew.
async fn begin_terms(store: &Store, job: &Job) -> Result<(), store::Error> {
    let tenant = job.tenant;
    let broken = |error: serde_json::Error| store::Error::Broken(error.to_string());
    let Closed { process } = serde_json::from_value(job.payload.clone()).map_err(broken)?;
    let mut session = store.read().await?;
    let closed = design::process(&mut session, tenant, process).await?.and_then(|it| it.closed);
    let zone = people::tables::tenants::tenant(&mut session, tenant).await?.map(|it| it.civil.zone);
    let (Some(closed), Some(zone)) = (closed, zone) else { return Ok(()) };
    let day = zone.date(closed);
    let mut after = ContributionId::from_uuid(uuid::Uuid::nil());
    loop {
        let authors = contribution::authors_in(&mut session, tenant, process, after, AUTHORS).await?;
        let Some((last, _)) = authors.last() else { return Ok(()) };
        after = *last;
        let authors = std::sync::Arc::new(authors);
        store::write!(store, [authors], |tx| {
            for (_, identity) in authors.iter() {
                people::vault::begin_term(tx, tenant, *identity, day).await?;
            }
            Ok::<_, store::Error>(())
        })
        .await?;
    }
}
