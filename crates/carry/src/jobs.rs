//! What happens later and by itself: once a day the terms are looked at, and a question goes to its author.

mod coming_back;
mod contests;
mod holders;
mod letters;
mod overtaken;
mod proposing;
mod questions;
mod reminding;
mod reviews;
mod tasks;

pub use proposing::seek_now;

use crate::act::Refusal;
use crate::model::HOLDING;
use crate::tables;
use journey::Civil;
use kernel::{AccountId, Date, Instant, TenantId};
use people::{App, Tenant, Thing, WhoIsThere};
use serde::Deserialize;
use serde_json::json;
use std::sync::Arc;
use store::jobs::{Job, NewJob, Worker};
use store::{Session, Tx};

/// Once a day: reminders, and questions whose term passed.
pub(crate) const TERMS: &str = "carry.terms";
/// A question goes to its author.
pub(crate) const QUESTION: &str = "carry.question";
/// A department that was asked, or a person who holds a dossier from now on, hears of it (E601).
pub(crate) const TASK: &str = "carry.task";
/// Proposals are sought to put contributions together.
pub(crate) const BUNDLES: &str = "carry.bundles";
/// The decision that a charter announced for its whole process was taken.
pub(crate) const OVERTAKEN: &str = "carry.overtaken";
/// How many dossiers are read at once.
const A_PAGE: i64 = 200;

/// Teaches the worker what this room does later.
#[must_use]
pub fn register(worker: Worker, app: &App) -> Worker {
    let (terms_app, question_app, task_app, bundles_app) = (Arc::clone(app), Arc::clone(app), Arc::clone(app), Arc::clone(app));
    let overtaken_app = Arc::clone(app);
    worker
        .on(OVERTAKEN, move |_, job| {
            let app = Arc::clone(&overtaken_app);
            Box::pin(async move { overtaken::run(&app, job).await.map_err(|error| error.to_string()) })
        })
        .on(BUNDLES, move |_, job| {
            let app = Arc::clone(&bundles_app);
            Box::pin(async move { proposing::run(&app, job).await.map_err(|error| error.to_string()) })
        })
        .on(TASK, move |_, job| {
            let app = Arc::clone(&task_app);
            Box::pin(async move { tasks::tell(&app, job).await.map_err(|error| error.to_string()) })
        })
        .on(TERMS, move |_, job| {
            let app = Arc::clone(&terms_app);
            Box::pin(async move { terms(&app, job).await.map_err(|error| error.to_string()) })
        })
        .on(QUESTION, move |_, job| {
            let app = Arc::clone(&question_app);
            Box::pin(async move { questions::mail(&app, job).await.map_err(|error| error.to_string()) })
        })
}

/// Begins looking at the terms of a tenant every day. Once is enough; more often is harmless.
///
/// # Errors
/// When the database cannot be written.
pub async fn begin(tx: &mut Tx, tenant: TenantId, civil: &Civil) -> Result<(), store::Error> {
    let now = tx.now();
    plan(tx, tenant, civil.today(now), now).await
}

async fn plan(tx: &mut Tx, tenant: TenantId, day: Date, due: Instant) -> Result<(), store::Error> {
    if tables::first_run_of(tx, tenant, day).await? {
        tx.enqueue(NewJob { tenant, kind: TERMS, payload: json!({ "day": day }), due }).await?;
    }
    Ok(())
}

/// Why a job of this room failed; it is tried again.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("{0}")]
    Store(#[from] store::Error),
    #[error("{0}")]
    Refused(#[from] Refusal),
    #[error("the job cannot be read: {0}")]
    Unreadable(#[from] serde_json::Error),
    #[error("seeking stopped in the middle")]
    Stopped,
}

#[derive(Debug, Deserialize)]
struct Day {
    day: Date,
}

/// Looks at all terms of a tenant. May stop in the middle and be run again: a reminder is noted with its mail.
async fn terms(app: &App, job: Job) -> Result<(), Failure> {
    let Day { day } = serde_json::from_value(job.payload)?;
    let tenant = app.tenant_of(job.tenant).await?;
    let now = app.clock.now();
    let today = tenant.civil.today(now);
    look(app, &tenant, now).await?;
    // Days on which the program stood still are not made up for: what strands is seen on the next day.
    let next = day.max(today).plus_days(1);
    let morning = tenant.civil.zone.start_of(next).plus_seconds(6 * 3600);
    let id = tenant.id;
    store::write!(app.store, [], |tx| { plan(tx, id, next, morning).await }).await?;
    Ok(())
}

/// All that is looked at on a day.
async fn look(app: &App, tenant: &Tenant, now: Instant) -> Result<(), Failure> {
    let today = tenant.civil.today(now);
    questions::lapse(app, tenant, today).await?;
    questions::forget_withdrawn(app, tenant).await?;
    contests::forget_withdrawn(app, tenant).await?;
    contests::look(app, tenant, today).await?;
    holders::look(app, tenant, now).await?;
    coming_back::tell(app, tenant, today).await?;
    reviews::look(app, tenant, today).await?;
    reminding::remind_all(app, tenant, now).await
}

/// Looks at everything as on every day, and reminds of what lies still: each once. Gives nothing back but what went wrong, in words.
///
/// # Errors
/// When the database does not answer, or there is no such municipality.
pub async fn remind_now(app: &App, tenant: TenantId) -> Result<(), String> {
    let tenant = app.tenant_of(tenant).await.map_err(|error| error.to_string())?;
    look(app, &tenant, app.clock.now()).await.map_err(|error| error.to_string())
}

/// Whoever holds a dossier, and whoever stands in today, as far as they are there (F3 X10).
async fn of_holder(
    s: &mut Session,
    tenant: &Tenant,
    holder: AccountId,
    thing: &Thing,
    today: Date,
) -> Result<Vec<AccountId>, store::Error> {
    let who = WhoIsThere::read(s, tenant.id, &tenant.civil, vec![holder]).await?;
    Ok(who.there(holder, &HOLDING, thing, today))
}
