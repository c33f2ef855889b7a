//! What happens later: bytes of photos that were forgotten go, and photos that were never sent.

use crate::tables::photo;
use kernel::{FileId, Instant, TenantId};
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
    worker.on(DELETE_BYTES, |store, job| Box::pin(delete(store, job))).on(SWEEP, |store, job| Box::pin(sweep(store, job)))
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
