//! What happens by itself: the answers of a wave hold when its days are over, and codes are destroyed when nobody needs them.

use crate::acts;
use crate::model::wave::{CODE_DAYS, PAPER_DAYS, Wave};
use crate::refusal::Refusal;
use journey::Act;
use kernel::{Actor, ProcessId};
use people::App;
use std::sync::Arc;
use store::jobs::{Job, Worker};

/// The days of a wave are over: its answers hold.
pub(crate) const RELEASE: &str = "measure.release";
/// Nobody needs the codes of a process any more.
pub(crate) const FORGET: &str = "measure.forget";

/// What the privacy page says of how long codes are kept is what happens.
const _: () = assert!(PAPER_DAYS + CODE_DAYS == people::kept::ANSWER_CODE_DAYS as i64);

/// Teaches the worker what this room does later.
#[must_use]
pub fn register(worker: Worker, app: &App) -> Worker {
    let (release_app, forget_app) = (Arc::clone(app), Arc::clone(app));
    worker
        .on(RELEASE, move |_, job| {
            let app = Arc::clone(&release_app);
            Box::pin(async move { run(&app, job).await.map_err(|error| error.to_string()) })
        })
        .on(FORGET, move |_, job| {
            let app = Arc::clone(&forget_app);
            Box::pin(async move { run(&app, job).await.map_err(|error| error.to_string()) })
        })
}

async fn run(app: &App, job: Job) -> Result<(), Refusal> {
    let broken = |what: &str| Refusal::Store(store::Error::Broken(format!("a job has no {what}")));
    let process: ProcessId = job.payload["process"].as_str().and_then(|text| text.parse().ok()).ok_or_else(|| broken("process"))?;
    let wave = job.payload["wave"].as_str().and_then(Wave::of_code);
    let tenant = {
        let mut s = app.store.read().await?;
        people::tables::tenants::tenant(&mut s, job.tenant).await?.ok_or(store::Error::Missing)?
    };
    let (id, civil, at) = (tenant.id, tenant.civil.clone(), app.clock.now());
    store::write!(app.store, [civil], |tx| {
        let act = Act { tenant: id, actor: &Actor::System, at, civil: &civil };
        let Some(wave) = wave else { return acts::forget_codes(tx, &act, process).await.map(drop) };
        // Its days may have moved since: then another job comes later.
        let days = crate::tables::plan::wave(tx, id, process, wave).await?;
        if days.is_some_and(|days| days.is_over(civil.today(at))) { acts::release(tx, &act, process, wave).await } else { Ok(()) }
    })
    .await
}
