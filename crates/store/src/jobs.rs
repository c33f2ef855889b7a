//! Work for later: mails, letters, sweeps.
//!
//! A job is enqueued in the write that makes it necessary, so that both are kept or neither. A worker claims what is due
//! for a while (a lease), so that the jobs of a worker that was killed come back. A handler may therefore run twice and
//! must bear that. A job that keeps failing is tried ever more slowly and at last laid aside, where an administrator
//! sees it and can revive it.

use crate::{Engine, Error, Row, Session, Store, Tx};
use futures::FutureExt as _;
use futures::future::BoxFuture;
use futures::stream::{FuturesUnordered, StreamExt as _};
use kernel::{Instant, JobId, Random, TenantId};
use std::collections::BTreeMap;
use std::fmt;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;
use uuid::Uuid;

/// How often a job is tried before it is laid aside.
pub const ATTEMPTS: u32 = 8;
/// How long a claim holds without being renewed, in seconds; it is renewed three times as often while the handler runs.
const LEASE: u32 = 120;
/// How many jobs one worker runs at once.
const AT_ONCE: usize = 4;
/// How long a worker sleeps when nothing is due.
const NAP: Duration = Duration::from_millis(500);

/// A job to be enqueued.
#[derive(Debug, Clone, PartialEq)]
pub struct NewJob {
    /// For whom.
    pub tenant: TenantId,
    /// Which handler is to run, for instance `mail.send`.
    pub kind: &'static str,
    /// What the handler must know.
    pub payload: serde_json::Value,
    /// Not before this moment.
    pub due: Instant,
}

/// A job in the hands of its handler.
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    /// Which job.
    pub id: JobId,
    /// For whom.
    pub tenant: TenantId,
    /// Which handler runs.
    pub kind: String,
    /// What it must know.
    pub payload: serde_json::Value,
    /// The how-manieth try this is, from 1.
    pub attempt: u32,
}

/// A job that was laid aside.
#[derive(Debug, Clone, PartialEq)]
pub struct DeadJob {
    /// Which job.
    pub id: JobId,
    /// Which handler could not do it.
    pub kind: String,
    /// What the handler said last.
    pub error: String,
    /// How often it was tried.
    pub attempts: u32,
    /// When it was laid aside.
    pub died_at: Instant,
}

impl Tx {
    /// Puts a job on the list, in this write.
    ///
    /// # Errors
    /// What the database says.
    pub async fn enqueue(&mut self, job: NewJob) -> Result<JobId, Error> {
        let id = JobId::new(self.now(), self.random());
        let sql = crate::sql!("INSERT INTO job (tenant, id, kind, payload, due, attempt, leased_until) VALUES ($1, $2, $3, $4, $5, 0, 0)");
        self.run(sql, &crate::values![job.tenant, id, job.kind, job.payload.to_string(), job.due]).await?;
        Ok(id)
    }
}

/// The jobs of a tenant that were laid aside, newest first, at most 200.
///
/// # Errors
/// What the database says.
pub async fn dead(session: &mut Session, tenant: TenantId) -> Result<Vec<DeadJob>, Error> {
    let sql = crate::sql!(
        "SELECT id, kind, error, attempt, died_at FROM job WHERE tenant = $1 AND died_at IS NOT NULL ORDER BY died_at DESC, id DESC LIMIT 200"
    );
    let rows = session.all(sql, &crate::values![tenant]).await?;
    rows.iter()
        .map(|row| {
            Ok(DeadJob {
                id: row.get("id")?,
                kind: row.get("kind")?,
                error: row.get::<Option<String>>("error")?.unwrap_or_default(),
                attempts: row.get("attempt")?,
                died_at: row.get("died_at")?,
            })
        })
        .collect()
}

/// Puts a job that was laid aside back on the list, due now, with all its tries.
///
/// # Errors
/// [`Error::Missing`] when the tenant has no such job laid aside.
pub async fn revive(tx: &mut Tx, tenant: TenantId, job: JobId) -> Result<(), Error> {
    let sql = crate::sql!(
        "UPDATE job SET died_at = NULL, attempt = 0, due = $3, lease = NULL, leased_until = 0 WHERE tenant = $1 AND id = $2 AND died_at IS NOT NULL"
    );
    let now = tx.now();
    match tx.run(sql, &crate::values![tenant, job, now]).await? {
        0 => Err(Error::Missing),
        _ => Ok(()),
    }
}

type Handler = Arc<dyn Fn(Store, Job) -> BoxFuture<'static, Result<(), String>> + Send + Sync>;

/// Runs jobs as they fall due.
#[derive(Clone)]
pub struct Worker {
    store: Store,
    handlers: BTreeMap<&'static str, Handler>,
    lease: u32,
}

impl fmt::Debug for Worker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Worker").field("kinds", &self.handlers.keys().collect::<Vec<_>>()).finish_non_exhaustive()
    }
}

struct Claimed {
    job: Job,
    lease: Uuid,
}

impl Worker {
    /// A worker without handlers; it claims only the kinds that it is given.
    #[must_use]
    pub fn new(store: Store) -> Self {
        Self { store, handlers: BTreeMap::new(), lease: LEASE }
    }

    /// The same worker, which also runs jobs of this kind. What the handler answers as an error is kept for the administrator.
    #[must_use]
    pub fn on<F>(mut self, kind: &'static str, handler: F) -> Self
    where
        F: Fn(Store, Job) -> BoxFuture<'static, Result<(), String>> + Send + Sync + 'static,
    {
        self.handlers.insert(kind, Arc::new(handler));
        self
    }

    /// The same worker with claims that hold for so many seconds (at least 1) without being renewed, instead of 120: how
    /// long the jobs of a worker that was killed wait for another.
    #[must_use]
    pub fn leasing(mut self, seconds: u32) -> Self {
        self.lease = seconds.max(1);
        self
    }

    /// Runs everything that is due now, also what becomes due by it; answers how many runs that took.
    ///
    /// # Errors
    /// What the database says; a handler that fails is no error.
    pub async fn work_once(&self) -> Result<usize, Error> {
        let mut runs = 0;
        loop {
            let claimed = self.claim(AT_ONCE).await?;
            if claimed.is_empty() {
                return Ok(runs);
            }
            runs += claimed.len();
            let mut running: FuturesUnordered<_> = claimed.into_iter().map(|claimed| self.run_one(claimed)).collect();
            while let Some(done) = running.next().await {
                done?;
            }
        }
    }

    /// Runs jobs as they fall due until `shutdown` ends; then lets those that run come to their end.
    pub async fn run(&self, shutdown: impl Future<Output = ()> + Send) {
        let mut running = FuturesUnordered::new();
        futures::pin_mut!(shutdown);
        loop {
            let room = AT_ONCE.saturating_sub(running.len());
            let claimed = match room {
                0 => Vec::new(),
                room => self.claim(room).await.unwrap_or_else(|error| {
                    tracing::warn!(%error, "no jobs could be claimed");
                    Vec::new()
                }),
            };
            let nothing_new = claimed.is_empty();
            running.extend(claimed.into_iter().map(|claimed| self.run_one(claimed)));
            tokio::select! {
                biased;
                () = &mut shutdown => break,
                Some(done) = running.next(), if !running.is_empty() => report(done),
                () = tokio::time::sleep(NAP), if nothing_new => {}
                () = std::future::ready(()), if !nothing_new && running.len() < AT_ONCE => {}
            }
        }
        while let Some(done) = running.next().await {
            report(done);
        }
    }

    /// Takes up to `most` jobs that are due and that nobody holds. A try counts from the moment it is claimed, so that a
    /// job that kills its worker is laid aside in the end.
    async fn claim(&self, most: usize) -> Result<Vec<Claimed>, Error> {
        let store = self.store.clone();
        let kinds = serde_json::to_string(&self.handlers.keys().collect::<Vec<_>>()).map_err(|error| Error::Broken(error.to_string()))?;
        let most = i64::try_from(most).unwrap_or(1);
        // Without anything due there is nothing to write.
        let due = crate::sql!("SELECT id FROM job WHERE died_at IS NULL AND due <= $1 AND leased_until <= $1 LIMIT 1");
        let now = store.clock().now();
        if store.read().await?.optional(due, &crate::values![now]).await?.is_none() {
            return Ok(Vec::new());
        }
        let lease = i64::from(self.lease);
        crate::write!(store, [kinds], |tx| claim_due(tx, &kinds, most, lease).await).await
    }

    async fn run_one(&self, claimed: Claimed) -> Result<(), Error> {
        let Claimed { job, lease } = claimed;
        let Some(handler) = self.handlers.get(job.kind.as_str()) else { return Ok(()) };
        let work = AssertUnwindSafe(async { handler(self.store.clone(), job.clone()).await }).catch_unwind();
        futures::pin_mut!(work);
        let turn = Duration::from_secs(self.lease.into()) / 3;
        let outcome = loop {
            match tokio::time::timeout(turn, &mut work).await {
                Ok(outcome) => break outcome,
                Err(_) => self.renew(&job, lease).await?,
            }
        };
        match outcome {
            Ok(Ok(())) => self.finish(&job, lease).await,
            Ok(Err(told)) => self.postpone(&job, lease, told).await,
            Err(_) => self.postpone(&job, lease, "the handler stopped in the middle".to_owned()).await,
        }
    }

    async fn renew(&self, job: &Job, lease: Uuid) -> Result<(), Error> {
        let (tenant, id, seconds) = (job.tenant, job.id, i64::from(self.lease));
        crate::write!(self.store, [tenant, id, lease, seconds], |tx| {
            let until = tx.now().plus_seconds(seconds);
            let sql = crate::sql!("UPDATE job SET leased_until = $4 WHERE tenant = $1 AND id = $2 AND lease = $3");
            tx.run(sql, &crate::values![tenant, id, lease, until]).await.map(drop)
        })
        .await
    }

    async fn finish(&self, job: &Job, lease: Uuid) -> Result<(), Error> {
        let (tenant, id) = (job.tenant, job.id);
        crate::write!(self.store, [tenant, id, lease], |tx| {
            let sql = crate::sql!("DELETE FROM job WHERE tenant = $1 AND id = $2 AND lease = $3");
            tx.run(sql, &crate::values![tenant, id, lease]).await.map(drop)
        })
        .await
    }

    async fn postpone(&self, job: &Job, lease: Uuid, told: String) -> Result<(), Error> {
        let (tenant, id, attempt) = (job.tenant, job.id, job.attempt);
        let told: String = told.chars().filter(|c| *c != '\0').take(2000).collect();
        tracing::warn!(job = %id, kind = %job.kind, attempt, error = %told, "a job failed");
        crate::write!(self.store, [tenant, id, lease, told], |tx| {
            let now = tx.now();
            let died_at = (attempt >= ATTEMPTS).then_some(now);
            let due = now.plus_seconds(backoff(attempt, tx.random()));
            let sql = crate::sql!(
                "UPDATE job SET error = $4, due = $5, died_at = $6, lease = NULL, leased_until = 0 WHERE tenant = $1 AND id = $2 AND lease = $3"
            );
            tx.run(sql, &crate::values![tenant, id, lease, told, due, died_at]).await.map(drop)
        })
        .await
    }
}

fn report(done: Result<(), Error>) {
    if let Err(error) = done {
        tracing::warn!(%error, "the end of a job could not be written; it will be run again");
    }
}

/// Seconds until the next try: half a minute, two minutes, eight … at most six hours, and up to a fifth more, so that
/// jobs that failed together do not come back together.
fn backoff(attempt: u32, random: &dyn Random) -> i64 {
    let seconds = (30_i64 << (2 * attempt.saturating_sub(1).min(8))).min(6 * 3600);
    let spread = random.below(u64::try_from(seconds / 5).unwrap_or(0) + 1);
    seconds + i64::try_from(spread).unwrap_or(0)
}

const CLAIM_ON_SQLITE: &str = "UPDATE job SET attempt = attempt + 1, lease = $2, leased_until = $3 \
     WHERE (tenant, id) IN (SELECT tenant, id FROM job WHERE died_at IS NULL AND due <= $1 AND leased_until <= $1 \
     AND kind IN (SELECT value FROM json_each($4)) ORDER BY due LIMIT $5) \
     RETURNING tenant, id, kind, payload, attempt";

const CLAIM_ON_POSTGRES: &str = "UPDATE job SET attempt = attempt + 1, lease = $2, leased_until = $3 \
     WHERE (tenant, id) IN (SELECT tenant, id FROM job WHERE died_at IS NULL AND due <= $1 AND leased_until <= $1 \
     AND kind IN (SELECT jsonb_array_elements_text(CAST($4 AS jsonb))) ORDER BY due LIMIT $5 FOR UPDATE SKIP LOCKED) \
     RETURNING tenant, id, kind, payload, attempt";

async fn claim_due(tx: &mut Tx, kinds: &str, most: i64, seconds: i64) -> Result<Vec<Claimed>, Error> {
    let now = tx.now();
    let mut lease = [0; 16];
    tx.random().fill(&mut lease);
    let lease = Uuid::from_bytes(lease);
    let sql = match tx.engine() {
        Engine::Sqlite => CLAIM_ON_SQLITE,
        Engine::Postgres => CLAIM_ON_POSTGRES,
    };
    let rows = tx.all(sql, &crate::values![now, lease, now.plus_seconds(seconds), kinds, most]).await?;
    let mut claimed = Vec::with_capacity(rows.len());
    for row in &rows {
        let job = claimed_job(row)?;
        if job.attempt > ATTEMPTS {
            // Its worker never came back to say how the last try ended.
            let sql = crate::sql!(
                "UPDATE job SET died_at = $3, attempt = attempt - 1, lease = NULL, leased_until = 0, error = coalesce(error, $4) WHERE tenant = $1 AND id = $2"
            );
            tx.run(sql, &crate::values![job.tenant, job.id, now, "every worker that took it was stopped"]).await?;
        } else {
            claimed.push(Claimed { job, lease });
        }
    }
    Ok(claimed)
}

fn claimed_job(row: &Row) -> Result<Job, Error> {
    let payload = serde_json::from_str(&row.get::<String>("payload")?).map_err(|error| Error::Broken(error.to_string()))?;
    Ok(Job { id: row.get("id")?, tenant: row.get("tenant")?, kind: row.get("kind")?, payload, attempt: row.get("attempt")? })
}
