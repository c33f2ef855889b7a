//! What happens by itself: the facts are brought up to date every hour, and with the evaluation of a process its dossiers come to
//! their end.

use crate::counting;
use crate::ending;
use crate::tables;
use kernel::TenantId;
use people::App;
use serde_json::json;
use std::sync::Arc;
use store::jobs::{NewJob, Worker};
use store::{Error, Tx};

/// The facts of a municipality are brought up to date.
pub(crate) const COUNT: &str = "learn.count";
/// So often.
const EVERY_SECONDS: i64 = 3600;
/// Counting that is so much too late has come to a halt.
const HALTED_SECONDS: i64 = 6 * 3600;

/// Teaches the worker what this room does later.
#[must_use]
pub fn register(worker: Worker, app: &App) -> Worker {
    let (counting_app, ending_app) = (Arc::clone(app), Arc::clone(app));
    worker
        .on(COUNT, move |_, job| {
            let app = Arc::clone(&counting_app);
            Box::pin(async move { run(&app, job.tenant).await.map_err(|error| error.to_string()) })
        })
        .on(ending::ENDED, move |_, job| {
            let app = Arc::clone(&ending_app);
            Box::pin(async move { ending::run(&app, job).await.map_err(|error| error.to_string()) })
        })
}

/// Begins counting for a municipality, and again when it came to a halt. More often is harmless.
///
/// # Errors
/// When the database cannot be written.
pub async fn begin(tx: &mut Tx, tenant: TenantId) -> Result<(), Error> {
    let now = tx.now();
    match tables::counting::planned(tx, tenant).await? {
        Some(planned) if planned.plus_seconds(HALTED_SECONDS) > now => Ok(()),
        _ => plan(tx, tenant, now).await,
    }
}

async fn plan(tx: &mut Tx, tenant: TenantId, due: kernel::Instant) -> Result<(), Error> {
    tables::counting::plan(tx, tenant, due).await?;
    tx.enqueue(NewJob { tenant, kind: COUNT, payload: json!({}), due }).await.map(drop)
}

async fn run(app: &App, id: TenantId) -> Result<(), Error> {
    let tenant = {
        let mut s = app.store.read().await?;
        people::tables::tenants::tenant(&mut s, id).await?.ok_or(Error::Missing)?
    };
    counting::count(&app.store, id, &tenant.civil).await?;
    let now = app.clock.now();
    store::write!(app.store, [], |tx| {
        // Begun twice, because it was thought to have halted: one of the two plans the next time, the other ends.
        match tables::counting::planned(tx, id).await? {
            Some(planned) if planned > now => Ok(()),
            _ => plan(tx, id, now.plus_seconds(EVERY_SECONDS)).await,
        }
    })
    .await
}
