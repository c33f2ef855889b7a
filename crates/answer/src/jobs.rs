//! Mails with answers, and what became of them.

use crate::act::{self, Refusal};
use crate::tables::deliveries;
use crate::{letter, subscriptions};
use futures::FutureExt as _;
use journey::{Act, DeliveryStatus};
use kernel::{Actor, DeliveryId, Instant, TenantId};
use people::App;
use people::mail::{Letter, Recipient, enqueue_reporting};
use serde_json::json;
use store::jobs::{Job, NewJob, Worker};
use store::{Error, Tx};

/// Writes the mail of one delivery.
pub const MAIL: &str = "answer.mail";
/// Notes whether a mail left.
pub const MAIL_REPORT: &str = "answer.mail-report";

/// Mails what happened to who asked for it.
pub const NEWS: &str = "answer.news";

/// Begins the work of a day: looking whether there is news to be mailed.
///
/// # Errors
/// When the database does not answer.
pub async fn begin(tx: &mut Tx, tenant: TenantId) -> Result<(), Error> {
    let due = tx.now();
    tx.enqueue(NewJob { tenant, kind: NEWS, payload: json!({}), due }).await.map(drop)
}

/// The job that writes the mail of a delivery.
pub(crate) fn mail(tenant: TenantId, delivery: DeliveryId, due: Instant) -> NewJob {
    NewJob { tenant, kind: MAIL, payload: json!({ "delivery": delivery }), due }
}

/// Lets a worker do the jobs of this room.
#[must_use]
pub fn register(worker: Worker, app: App) -> Worker {
    let (reporter, teller) = (App::clone(&app), App::clone(&app));
    worker
        .on(MAIL, move |_, job| {
            let app = App::clone(&app);
            async move { write_mail(&app, &job).await }.boxed()
        })
        .on(MAIL_REPORT, move |_, job| {
            let app = App::clone(&reporter);
            async move { note_report(&app, &job).await }.boxed()
        })
        .on(NEWS, move |_, job| {
            let app = App::clone(&teller);
            async move { subscriptions::send_news(&app, job.tenant).await.map(drop).map_err(told) }.boxed()
        })
}

fn told(error: impl std::fmt::Display) -> String {
    error.to_string()
}

fn id_in(job: &Job, name: &str) -> Result<DeliveryId, String> {
    serde_json::from_value(job.payload.get(name).cloned().unwrap_or_default()).map_err(told)
}

/// Writes the mail, unless the delivery was done or took another way meanwhile.
async fn write_mail(app: &App, job: &Job) -> Result<(), String> {
    let id = id_in(job, "delivery")?;
    let mut s = app.store.read().await.map_err(told)?;
    let Some(delivery) = deliveries::delivery(&mut s, job.tenant, id).await.map_err(told)? else { return Ok(()) };
    let Some(identity) = delivery.identity.filter(|_| delivery.status == DeliveryStatus::Pending) else { return Ok(()) };
    let Some(tenant) = people::tables::tenants::tenant(&mut s, job.tenant).await.map_err(told)? else { return Ok(()) };
    let Some(words) = letter::read(&mut s, &tenant, &delivery).await.map_err(told)? else { return Ok(()) };
    drop(s);
    let (subject, text) = letter::as_mail(&app.texts, &app.settings, &tenant, &words);
    let mail = Letter { to: Recipient::Identity(identity), language: words.language, subject, text };
    let tenant = job.tenant;
    store::write!(app.store, [mail], |tx| enqueue_reporting(tx, tenant, mail, MAIL_REPORT, id.uuid()).await.map(drop)).await.map_err(told)
}

/// Notes what became of a mail on the journey. A report that comes too late, when somebody noted more already, is dropped.
async fn note_report(app: &App, job: &Job) -> Result<(), String> {
    let id = id_in(job, "about")?;
    let sent = job.payload.get("sent").and_then(serde_json::Value::as_bool).unwrap_or(false);
    let error = job.payload.get("error").and_then(serde_json::Value::as_str).unwrap_or("mail").to_owned();
    let mut s = app.store.read().await.map_err(told)?;
    let Some(tenant) = people::tables::tenants::tenant(&mut s, job.tenant).await.map_err(told)? else { return Ok(()) };
    drop(s);
    let civil = tenant.civil.clone();
    let status = if sent { DeliveryStatus::Sent } else { DeliveryStatus::Failed };
    let noted = store::write!(app.store, [civil, error, tenant], |tx| {
        let at = tx.now();
        let doing = Act { tenant: tenant.id, actor: &Actor::System, at, civil: &civil };
        act::deliver(tx, &doing, id, status, Some(&error)).await
    })
    .await;
    match noted {
        Ok(_) | Err(Refusal::Missing | Refusal::Superseded | Refusal::Guard(_) | Refusal::NotNow(_)) => Ok(()),
        Err(refusal) => Err(told(refusal)),
    }
}
