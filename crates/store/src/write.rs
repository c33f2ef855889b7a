//! Writing: grouped on SQLite, run again on PostgreSQL.
//!
//! On SQLite one task writes. It begins, runs whatever waits, each in a savepoint of its own, commits once for the
//! whole group and only then tells each caller: one `fsync` for many writes. On PostgreSQL each write is a transaction of
//! its own that sees the database as it was when it began (`REPEATABLE READ`), and is run again when a row that it
//! changes was changed meanwhile. Whatever changes a thing adds to its journal, and so moves the head of its stream: two
//! writes about one thing never pass each other.
//! Both run in a task apart from the caller's, so that a caller that goes away leaves nothing half done.

use crate::error::{Collision, Fault};
use crate::session::Line;
use crate::{Engine, Error, Tools, Tx};
use futures::FutureExt as _;
use futures::future::BoxFuture;
use sqlx::postgres::PgPool;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};

/// Most writes in one commit.
const GROUP: usize = 128;
/// How often a write that collides is run.
const RUNS: u32 = 60;
/// After so many runs, the writes of this node that still collide go one by one.
const RUNS_TOGETHER: u32 = 3;
/// How often a write is run that meets a key which is taken. It may have been taken after the write began, by one that it
/// could not see: the next run sees it.
const RUNS_ON_TAKEN_KEY: u32 = 2;

tokio::task_local! {
    /// Set while a write runs, so that a write within a write is refused rather than waiting for itself.
    static WRITING: ();
}

/// Whether this task is inside a write.
pub(crate) fn is_writing() -> bool {
    WRITING.try_with(|()| ()).is_ok()
}

/// A write that waits for the writer.
pub(crate) trait Waiting: Send {
    /// Whether nobody waits for it any more.
    fn is_abandoned(&self) -> bool;
    /// Runs it; answers whether its changes are to be kept.
    fn run<'a>(&'a mut self, tx: &'a mut Tx) -> BoxFuture<'a, bool>;
    /// Tells the caller, once it is known whether the group was committed.
    fn tell(self: Box<Self>, committed: Result<(), Error>);
}

struct Job<T, E, F> {
    closure: F,
    result: Option<Result<T, E>>,
    caller: oneshot::Sender<Result<T, E>>,
}

impl<T, E, F> Waiting for Job<T, E, F>
where
    F: for<'t> Fn(&'t mut Tx) -> BoxFuture<'t, Result<T, E>> + Send + Sync + 'static,
    T: Send + 'static,
    E: From<Error> + Send + 'static,
{
    fn is_abandoned(&self) -> bool {
        self.caller.is_closed()
    }

    fn run<'a>(&'a mut self, tx: &'a mut Tx) -> BoxFuture<'a, bool> {
        Box::pin(async move {
            let result = run_guarded(&self.closure, tx).await;
            let keep = result.is_ok();
            self.result = Some(result);
            keep
        })
    }

    fn tell(self: Box<Self>, committed: Result<(), Error>) {
        let answer = match (committed, self.result) {
            (Ok(()), Some(result)) => result,
            (Ok(()), None) => Err(Error::Unavailable("the write was not run".to_owned()).into()),
            (Err(error), _) => Err(error.into()),
        };
        // A caller that went away does not hear it; what was written stays written.
        let _ = self.caller.send(answer);
    }
}

/// Runs a closure once. A panic inside, and an answer given over a failed statement, become errors.
async fn run_guarded<T, E, F>(closure: &F, tx: &mut Tx) -> Result<T, E>
where
    F: for<'t> Fn(&'t mut Tx) -> BoxFuture<'t, Result<T, E>>,
    E: From<Error>,
{
    match AssertUnwindSafe(async { closure(&mut *tx).await }).catch_unwind().await {
        Err(_) => Err(Error::Panicked.into()),
        Ok(Ok(_)) if tx.is_doomed() => Err(Error::Doomed.into()),
        Ok(Ok(value)) => tx.send_waiting().await.map(|()| value).map_err(E::from),
        Ok(Err(error)) => Err(error),
    }
}

/// Puts a closure into the queue of the one writer of SQLite and waits for its group to be on disk.
pub(crate) async fn queue<T, E, F>(queue: mpsc::Sender<Box<dyn Waiting>>, closure: F) -> Result<T, E>
where
    F: for<'t> Fn(&'t mut Tx) -> BoxFuture<'t, Result<T, E>> + Send + Sync + 'static,
    T: Send + 'static,
    E: From<Error> + Send + 'static,
{
    let (caller, answer) = oneshot::channel();
    let closed = || Error::Unavailable("the writer has stopped".to_owned());
    queue.send(Box::new(Job { closure, result: None, caller })).await.map_err(|_| closed())?;
    answer.await.map_err(|_| closed())?
}

/// The one writer of SQLite. Ends when the last store is dropped.
pub(crate) async fn serve(mut tx: Tx, mut queue: mpsc::Receiver<Box<dyn Waiting>>) {
    WRITING
        .scope((), async move {
            while let Some(first) = queue.recv().await {
                write_group(&mut tx, first, &mut queue).await;
            }
        })
        .await;
}

async fn write_group(tx: &mut Tx, first: Box<dyn Waiting>, queue: &mut mpsc::Receiver<Box<dyn Waiting>>) {
    if let Err(error) = begin(tx).await {
        first.tell(Err(error));
        return;
    }
    let mut group = Vec::new();
    let mut next = Some(first);
    let mut whole = Ok(());
    while let Some(mut job) = next.take() {
        if !job.is_abandoned() {
            whole = run_within(tx, job.as_mut()).await;
            group.push(job);
        }
        if whole.is_ok() && group.len() < GROUP {
            next = queue.try_recv().ok();
        }
    }
    if whole.is_ok() {
        tx.mend();
        whole = tx.bare("COMMIT").await;
    }
    if whole.is_err() {
        // SQLite may have rolled back by itself already; then there is nothing left to undo.
        let _ = tx.bare("ROLLBACK").await;
    }
    for job in group {
        job.tell(whole.clone());
    }
}

async fn begin(tx: &mut Tx) -> Result<(), Error> {
    tx.mend();
    tx.bare("BEGIN IMMEDIATE").await
}

/// One closure in its savepoint. An error means that the whole group is lost.
async fn run_within(tx: &mut Tx, job: &mut dyn Waiting) -> Result<(), Error> {
    tx.mend();
    tx.bare("SAVEPOINT one_write").await?;
    let keep = job.run(tx).await;
    tx.mend();
    if !keep {
        tx.bare("ROLLBACK TO SAVEPOINT one_write").await?;
    }
    tx.bare("RELEASE SAVEPOINT one_write").await
}

/// A write on PostgreSQL, in a task of its own: dropping a future in the middle of `BEGIN` would leave a transaction
/// open on a connection of the pool (sqlx issue 4385).
pub(crate) async fn apart<T, E, F>(pool: PgPool, tools: Arc<Tools>, closure: F) -> Result<T, E>
where
    F: for<'t> Fn(&'t mut Tx) -> BoxFuture<'t, Result<T, E>> + Send + Sync + 'static,
    T: Send + 'static,
    E: From<Error> + Send + 'static,
{
    match tokio::spawn(WRITING.scope((), run_until_it_holds(pool, tools, closure))).await {
        Ok(result) => result,
        Err(_) => Err(Error::Unavailable("the writing was stopped".to_owned()).into()),
    }
}

async fn run_until_it_holds<T, E, F>(pool: PgPool, tools: Arc<Tools>, closure: F) -> Result<T, E>
where
    F: for<'t> Fn(&'t mut Tx) -> BoxFuture<'t, Result<T, E>> + Send + Sync + 'static,
    E: From<Error>,
{
    let mut run = 1;
    let mut alone = None;
    loop {
        let begun = pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ").await;
        let transaction = begun.map_err(|error| Fault::of(Engine::Postgres, error, "BEGIN").error)?;
        let mut tx = Tx::new(Line::PostgresWithin(transaction), tools.clone());
        let result = run_guarded(&closure, &mut tx).await;
        let runs = match tx.collision() {
            None => 0,
            Some(Collision::WithAnotherWrite) => RUNS,
            Some(Collision::OnTakenKey) => RUNS_ON_TAKEN_KEY,
        };
        let Line::PostgresWithin(transaction) = tx.into_line() else {
            return Err(Error::Broken("a write lost its connection".to_owned()).into());
        };
        match result {
            Ok(value) => match transaction.commit().await {
                Ok(()) => return Ok(value),
                Err(error) => {
                    let fault = Fault::of(Engine::Postgres, error, "COMMIT");
                    if fault.collision.is_none() || run >= RUNS {
                        return Err(fault.error.into());
                    }
                }
            },
            Err(error) => {
                // A rollback that does not get through means that the connection is gone, and the transaction with it.
                let _ = transaction.rollback().await;
                if run >= runs {
                    return Err(error);
                }
            }
        }
        if run == RUNS_TOGETHER {
            alone = Some(tools.one_by_one.lock().await);
        }
        if alone.is_none() {
            tokio::time::sleep(pause(run)).await;
        }
        run += 1;
    }
}

/// Longer with every run, and different for each who waits, so that they do not meet again.
fn pause(run: u32) -> Duration {
    static TURN: AtomicU64 = AtomicU64::new(0);
    let turn = TURN.fetch_add(7, Ordering::Relaxed) % 31;
    Duration::from_millis(u64::from(run) * (2 + turn))
}

/// One write, as [`Store::write`](crate::Store::write) takes it: the named things are cloned for each run and used by value.
///
/// ```ignore
/// store::write!(store, [id, title], |tx| {
///     tx.run(sql!("INSERT INTO …"), &values![id, title]).await?;
///     Ok::<_, Refusal>(id)
/// })
/// .await
/// ```
#[macro_export]
macro_rules! write {
    ($store:expr, [$($name:ident),* $(,)?], |$tx:ident| $body:block) => {{
        $(let $name = ::core::clone::Clone::clone(&$name);)*
        $store.write(move |$tx: &mut $crate::Tx| {
            $(let $name = ::core::clone::Clone::clone(&$name);)*
            ::std::boxed::Box::pin(async move $body)
        })
    }};
    ($store:expr, [$($name:ident),* $(,)?], |$tx:ident| $body:expr) => {{
        $(let $name = ::core::clone::Clone::clone(&$name);)*
        $store.write(move |$tx: &mut $crate::Tx| {
            $(let $name = ::core::clone::Clone::clone(&$name);)*
            ::std::boxed::Box::pin(async move { $body })
        })
    }};
}
