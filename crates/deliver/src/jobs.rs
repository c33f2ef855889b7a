//! What happens later: authors are told what waits for their word and what was found, people inside hear of what lies still,
//! each once; and the bytes of photos that were taken away go.
//!
//! A job may be done again after a restart. What authors are told is one notice for each turn of a commitment
//! ([`answer::notices`]), and each author has it once; so doing it again changes nothing.

use crate::model::{Stage, Telling};
use crate::signalling;
use crate::tables::commitments;
use crate::told;
use answer::notices;
use futures::FutureExt as _;
use journey::Act;
use kernel::{Actor, CommitmentId, ContributionId, Date, FileId, Instant, TenantId};
use people::App;
use serde::Deserialize;
use serde_json::json;
use store::jobs::{Job, NewJob, Worker};
use store::{Error, Tx};

/// Tells the authors of a commitment something.
pub const TELL: &str = "deliver.tell";
/// Looks, once a day, of which commitments it must be looked whether they last, and which lie still.
pub const LOOK: &str = "deliver.look";
const DELETE_PHOTO: &str = "deliver.delete-photo";
/// So many authors are told in one write.
const AUTHORS: usize = 200;
/// So many commitments are read at once.
const AT_ONCE: i64 = 200;

/// The turn at which a department said that something is done.
pub(crate) fn turn(at: Instant) -> String {
    at.micros().to_string()
}

/// The job that tells the authors of a commitment something at one of its turns.
pub(crate) fn tell(tenant: TenantId, commitment: CommitmentId, telling: Telling, turn: &str, due: Instant) -> NewJob {
    NewJob { tenant, kind: TELL, payload: json!({ "commitment": commitment, "about": telling.code(), "turn": turn }), due }
}

/// The bytes of a photo that was taken away go.
pub(crate) fn delete_photo(tenant: TenantId, file: FileId, due: Instant) -> NewJob {
    NewJob { tenant, kind: DELETE_PHOTO, payload: json!({ "file": file }), due }
}

/// Begins the work of a day: looking of what it must be looked whether it lasts, and what lies still.
///
/// # Errors
/// When the database does not answer.
pub async fn begin(tx: &mut Tx, tenant: TenantId) -> Result<(), Error> {
    let due = tx.now();
    tx.enqueue(NewJob { tenant, kind: LOOK, payload: json!({}), due }).await.map(drop)
}

/// Teaches the worker what this room does later.
#[must_use]
pub fn register(worker: Worker, app: &App) -> Worker {
    let (teller, looker) = (App::clone(app), App::clone(app));
    worker
        .on(TELL, move |_, job| {
            let app = App::clone(&teller);
            async move { told_of(&app, job).await.map_err(|error| error.to_string()) }.boxed()
        })
        .on(LOOK, move |_, job| {
            let app = App::clone(&looker);
            async move { day(&app, job.tenant).await.map_err(|error| error.to_string()) }.boxed()
        })
        .on(DELETE_PHOTO, |store, job| {
            async move {
                let Gone { file } = serde_json::from_value(job.payload).map_err(|error| error.to_string())?;
                store.files().delete(job.tenant, file).await.map_err(|error| error.to_string())
            }
            .boxed()
        })
}

#[derive(Debug, Deserialize)]
struct Gone {
    file: FileId,
}

#[derive(Debug, Deserialize)]
struct About {
    commitment: CommitmentId,
    about: String,
    turn: String,
}

/// Why a job of this room failed; it is tried again.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("{0}")]
    Store(#[from] Error),
    #[error("{0}")]
    Refused(#[from] answer::Refusal),
    #[error("the job cannot be read: {0}")]
    Unreadable(#[from] serde_json::Error),
}

/// Tells the authors, unless it is over: somebody confirmed or looked meanwhile.
async fn told_of(app: &App, job: Job) -> Result<(), Failure> {
    let About { commitment, about, turn: occasion } = serde_json::from_value(job.payload)?;
    let Some(telling) = Telling::of(&about) else { return Ok(()) };
    let tenant = app.tenant_of(job.tenant).await?;
    let mut s = app.store.read().await?;
    let Some(it) = commitments::commitment(&mut s, tenant.id, commitment).await? else { return Ok(()) };
    let holds = match telling {
        Telling::Confirm => it.stage == Stage::Claimed && it.claimed.is_some_and(|at| turn(at) == occasion),
        Telling::Check => it.stage == Stage::Realised && it.check_on.is_some_and(|day| day.to_string() == occasion),
        Telling::Checked => true,
    };
    if !holds {
        return Ok(());
    }
    let Some(new) = told::notice(&mut s, app, &tenant, &it, telling, &occasion).await? else { return Ok(()) };
    let Some(dossier) = journey::dossier(&mut s, tenant.id, it.dossier).await? else { return Ok(()) };
    drop(s);
    let authors: Vec<ContributionId> = dossier.live().map(|it| it.contribution).collect();
    let id = store::write!(app.store, [tenant, new], |tx| {
        let at = tx.now();
        notices::write(tx, &Act { tenant: tenant.id, actor: &Actor::System, at, civil: &tenant.civil }, &new).await
    })
    .await?;
    for some in authors.chunks(AUTHORS) {
        let some = some.to_vec();
        store::write!(app.store, [tenant, some], |tx| {
            let at = tx.now();
            notices::send(tx, &Act { tenant: tenant.id, actor: &Actor::System, at, civil: &tenant.civil }, id, &some).await
        })
        .await?;
    }
    Ok(())
}

/// The work of a day: of what it must be looked whether it lasts, and who hears inside of what lies still.
async fn day(app: &App, id: TenantId) -> Result<(), Failure> {
    look(app, id).await?;
    let tenant = app.tenant_of(id).await?;
    signalling::signal_all(app, &tenant, app.clock.now()).await?;
    Ok(())
}

/// Has the authors told of every commitment of which it must be looked whether it lasts, and that was not told yet.
async fn look(app: &App, id: TenantId) -> Result<(), Failure> {
    let tenant = app.tenant_of(id).await?;
    let now = app.clock.now();
    let today = tenant.civil.today(now);
    let mut after: Option<(Date, CommitmentId)> = None;
    loop {
        let mut s = app.store.read().await?;
        let page = commitments::open(&mut s, id, None, Some(today), after, AT_ONCE).await?;
        let Some(last) = page.last() else { return Ok(()) };
        after = last.due.map(|due| (due, last.id));
        let mut jobs = Vec::new();
        for it in page.iter().filter(|it| it.stage == Stage::Realised) {
            let Some(turn) = it.check_on.map(|day| day.to_string()) else { continue };
            if !notices::is_written(&mut s, id, it.id.uuid(), Telling::Check.code(), &turn).await? {
                jobs.push(tell(id, it.id, Telling::Check, &turn, now));
            }
        }
        drop(s);
        store::write!(app.store, [jobs], |tx| {
            for job in jobs {
                tx.enqueue(job).await?;
            }
            Ok::<_, Error>(())
        })
        .await?;
    }
}
