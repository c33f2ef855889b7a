//! The database, the journal, jobs, files, search and public texts.
//!
//! One [`Store`] speaks to SQLite or to PostgreSQL with the same statements. Reading goes through a [`Session`],
//! writing through [`write!`](crate::write), which keeps everything of a closure or nothing of it. The README of this
//! room tells the way of one write.

pub mod backup;
pub mod counters;
pub mod erasure;
mod error;
pub mod files;
pub mod jobs;
pub mod journal;
mod mark;
mod migrate;
mod private;
pub mod search;
mod session;
mod settings;
#[cfg(feature = "testing")]
pub mod testing;
pub mod texts;
mod value;
mod waiting;
mod write;

pub use error::Error;
pub use files::Files;
pub use mark::Mark;
pub use migrate::{EXEMPT_TABLES, Migration};
pub use session::{Session, Tx};
pub use settings::{DatabaseUrl, DatabaseUrlError, FilesSettings, Secret, SecretError, Settings};
pub use value::{Cell, FromColumn, Row, ToValue, Value};

use futures::future::BoxFuture;
use kernel::{Clock, Random};
use session::Line;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions as _, Connection as _};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc;

/// Which database engine answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Engine {
    /// One file, no server.
    Sqlite,
    /// A server, or many behind one address.
    Postgres,
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        })
    }
}

/// The tables of this room. [`Store::open`] makes them before those that it is given.
pub const MIGRATIONS: &[Migration] = &[
    Migration { room: "store", number: 1, name: "journal, jobs, files, search, texts", sql: include_str!("tables.sql") },
    Migration {
        room: "store",
        number: 2,
        name: "which checkpoints were mailed",
        sql: "ALTER TABLE checkpoint ADD COLUMN mailed BOOLEAN NOT NULL DEFAULT FALSE;",
    },
    Migration { room: "store", number: 3, name: "counters", sql: include_str!("counters.sql") },
];

/// The database and the files of the house. Cheap to clone; all clones are the same store.
#[derive(Clone)]
pub struct Store(Arc<Inner>);

struct Inner {
    tools: Arc<Tools>,
    readers: Readers,
    writer: Writer,
    files: Files,
    erasure_list: PathBuf,
    marks: mark::Marks,
}

/// What a write needs beside its connection.
pub(crate) struct Tools {
    pub clock: Arc<dyn Clock>,
    pub random: Arc<dyn Random>,
    pub secret: Secret,
    /// Held by the one write of this node that runs after it collided again and again.
    pub one_by_one: tokio::sync::Mutex<()>,
}

/// A pool that asks a connection whether it is alive only when it lay idle for a while: asking each time costs as much as
/// a small question.
fn lively() -> PgPoolOptions {
    PgPoolOptions::new().test_before_acquire(false).before_acquire(|connection, meta| {
        Box::pin(async move {
            if meta.idle_for > IDLE {
                sqlx::Connection::ping(connection).await?;
            }
            Ok(true)
        })
    })
}

impl fmt::Debug for Tools {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tools")
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Store").field(&self.engine()).finish()
    }
}

enum Readers {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

enum Writer {
    Sqlite(mpsc::Sender<Box<dyn write::Waiting>>),
    Postgres(PgPool),
}

/// A connection that lay idle for longer is asked whether it is alive before it is used.
const IDLE: Duration = Duration::from_secs(2);

/// How many connections may write at once on PostgreSQL.
const WRITERS: u32 = 12;
/// How long a caller waits for a connection or a lock.
const PATIENCE: Duration = Duration::from_secs(10);
/// How many writes may wait for the writer of SQLite before a caller waits to queue.
const QUEUE: usize = 1024;

impl Store {
    /// Opens the database, making it and its folders when they are not there, and brings its tables up to date. Several
    /// nodes may do so at the same moment.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the database cannot be reached, [`Error::Migration`] when its tables belong to another
    /// program or a newer one, [`Error::Files`] when the files cannot be reached.
    pub async fn open(settings: Settings, migrations: &[Migration], clock: Arc<dyn Clock>, random: Arc<dyn Random>) -> Result<Self, Error> {
        Self::open_with(settings, migrations, clock, random, SqliteSynchronous::Full).await
    }

    pub(crate) async fn open_with(
        settings: Settings,
        migrations: &[Migration],
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
        synchronous: SqliteSynchronous,
    ) -> Result<Self, Error> {
        let files = Files::open(&settings.files)?;
        let all: Vec<Migration> = MIGRATIONS.iter().chain(migrations).copied().collect();
        let mut session = connect(&settings.database, synchronous).await?;
        migrate::migrate(&mut session, &all, clock.now()).await?;
        let tools = Arc::new(Tools { clock, random, secret: settings.secret, one_by_one: tokio::sync::Mutex::new(()) });
        let (readers, writer) = match &settings.database {
            DatabaseUrl::Sqlite(path) => {
                // Each reader keeps a megabyte of pages by itself; those of all stand in the memory of the system once.
                let options = sqlite_options(path, synchronous).pragma("query_only", "ON").pragma("cache_size", "-1024");
                let pool = SqlitePoolOptions::new()
                    .max_connections(settings.readers.max(1))
                    .acquire_timeout(PATIENCE)
                    .max_lifetime(None)
                    .idle_timeout(None)
                    .test_before_acquire(false)
                    .connect_lazy_with(options);
                let (queue, waiting) = mpsc::channel(QUEUE);
                tokio::spawn(write::serve(Tx::new(session.line, tools.clone()), waiting));
                (Readers::Sqlite(pool), Writer::Sqlite(queue))
            }
            DatabaseUrl::Postgres(url) => {
                drop(session);
                let options = postgres_options(url)?;
                let asking = options.clone().options([("default_transaction_read_only", "on")]);
                let readers = lively().max_connections(settings.readers.max(1)).acquire_timeout(PATIENCE);
                let writers = lively().max_connections(WRITERS).acquire_timeout(PATIENCE);
                (Readers::Postgres(readers.connect_lazy_with(asking)), Writer::Postgres(writers.connect_lazy_with(options)))
            }
        };
        let marks = mark::Marks::new(settings.database);
        Ok(Self(Arc::new(Inner { tools, readers, writer, files, erasure_list: settings.erasure_list, marks })))
    }

    /// A session for reading. Drop it before calling anything that reads by itself: there are few of them.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when none comes free within ten seconds.
    pub async fn read(&self) -> Result<Session, Error> {
        let line = match &self.0.readers {
            Readers::Sqlite(pool) => pool.acquire().await.map(Line::SqlitePooled),
            Readers::Postgres(pool) => pool.acquire().await.map(Line::PostgresPooled),
        };
        Ok(Session::asking(line.map_err(|error| self.fault(error))?))
    }

    /// A session whose questions all see the same moment, for exports, backups and verification.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when none comes free within ten seconds.
    pub async fn snapshot(&self) -> Result<Session, Error> {
        // In a task of its own: a `BEGIN` that is dropped halfway would stay open on its connection (sqlx issue 4385).
        let line = match &self.0.readers {
            Readers::Sqlite(pool) => {
                let pool = pool.clone();
                tokio::spawn(async move { pool.begin().await.map(Line::SqliteWithin) }).await
            }
            Readers::Postgres(pool) => {
                let pool = pool.clone();
                let begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
                tokio::spawn(async move { pool.begin_with(begin).await.map(Line::PostgresWithin) }).await
            }
        };
        let line = line.map_err(|_| Error::Unavailable("the reading was stopped".to_owned()))?;
        Ok(Session::asking(line.map_err(|error| self.fault(error))?))
    }

    /// Runs a closure that changes rows, keeps all of it or nothing, and answers once it is on disk. The closure may be
    /// run more than once, so it must not touch anything outside the database. Written with [`write!`](crate::write).
    ///
    /// The write goes on when the caller goes away.
    ///
    /// # Errors
    /// What the closure answers; nothing of it is kept then. [`Error::Nested`] inside another write,
    /// [`Error::Doomed`] when the closure went on over a failed statement, [`Error::Panicked`], [`Error::Unavailable`].
    pub fn write<T, E, F>(&self, closure: F) -> impl Future<Output = Result<T, E>> + Send + use<T, E, F>
    where
        F: for<'t> Fn(&'t mut Tx) -> BoxFuture<'t, Result<T, E>> + Send + Sync + 'static,
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let store = self.clone();
        async move {
            if write::is_writing() {
                return Err(Error::Nested.into());
            }
            match &store.0.writer {
                Writer::Sqlite(queue) => write::queue(queue.clone(), closure).await,
                Writer::Postgres(pool) => write::apart(pool.clone(), store.0.tools.clone(), closure).await,
            }
        }
    }

    /// The mark of the database, asked after this call: equal marks mean that nothing changed in between.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the database does not answer.
    pub async fn mark(&self) -> Result<Mark, Error> {
        self.0.marks.now().await
    }

    /// Which engine this store speaks to.
    #[must_use]
    pub fn engine(&self) -> Engine {
        match self.0.readers {
            Readers::Sqlite(_) => Engine::Sqlite,
            Readers::Postgres(_) => Engine::Postgres,
        }
    }

    /// The clock of the house.
    #[must_use]
    pub fn clock(&self) -> &dyn Clock {
        &*self.0.tools.clock
    }

    /// The chance of the house.
    #[must_use]
    pub fn random(&self) -> &dyn Random {
        &*self.0.tools.random
    }

    /// Photos and other files.
    #[must_use]
    pub fn files(&self) -> &Files {
        &self.0.files
    }

    pub(crate) fn secret(&self) -> &Secret {
        &self.0.tools.secret
    }

    /// Where the list of erasures lies, outside the database ([`erasure`]).
    #[must_use]
    pub fn erasure_list(&self) -> &Path {
        &self.0.erasure_list
    }

    /// Closes all connections once they are no longer in use. The writer of SQLite ends with the last clone of the store.
    pub async fn close(&self) {
        match &self.0.readers {
            Readers::Sqlite(pool) => pool.close().await,
            Readers::Postgres(pool) => pool.close().await,
        }
        if let Writer::Postgres(pool) = &self.0.writer {
            pool.close().await;
        }
    }

    fn fault(&self, error: sqlx::Error) -> Error {
        error::Fault::of(self.engine(), error, "").error
    }
}

fn sqlite_options(path: &Path, synchronous: SqliteSynchronous) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(synchronous)
        .foreign_keys(true)
        // What is erased is overwritten in the file.
        .pragma("secure_delete", "ON")
        .busy_timeout(PATIENCE)
        // Rows come from a thread of their own: with room for most pages both need not wait for each other.
        .row_buffer_size(256)
        .statement_cache_capacity(512)
        .disable_statement_logging()
}

fn postgres_options(url: &str) -> Result<PgConnectOptions, Error> {
    let options: PgConnectOptions = url.parse().map_err(|_| Error::Unavailable(DatabaseUrlError.to_string()))?;
    Ok(options.application_name("meemaak").statement_cache_capacity(512).disable_statement_logging())
}

/// A connection that may write, for migrations, for the writer of SQLite and for restoring.
pub(crate) async fn connect(database: &DatabaseUrl, synchronous: SqliteSynchronous) -> Result<Session, Error> {
    let line = match database {
        DatabaseUrl::Sqlite(path) => {
            if let Some(folder) = path.parent() {
                private::folder(folder).map_err(|error| Error::Unavailable(format!("{}: {error}", folder.display())))?;
            }
            private::file(path).map_err(|error| Error::Unavailable(format!("{}: {error}", path.display())))?;
            let options = sqlite_options(path, synchronous);
            Line::SqliteOwned(Box::new(patiently(|| options.connect()).await?))
        }
        DatabaseUrl::Postgres(url) => {
            let pool = PgPoolOptions::new().max_connections(1).acquire_timeout(PATIENCE).connect_lazy_with(postgres_options(url)?);
            let line = pool.acquire().await.map_err(|error| error::Fault::of(Engine::Postgres, error, "").error)?;
            Line::PostgresPooled(line)
        }
    };
    Ok(Session::asking(line))
}

/// Opening a fresh file while another node turns it to write-ahead logging answers "locked" at once, whatever the patience.
async fn patiently<F, Fut>(connect: F) -> Result<sqlx::SqliteConnection, Error>
where
    F: Fn() -> Fut,
    Fut: Future<Output = Result<sqlx::SqliteConnection, sqlx::Error>>,
{
    let mut left = 200;
    loop {
        match connect().await {
            Ok(mut line) => {
                line.ping().await.map_err(|error| error::Fault::of(Engine::Sqlite, error, "").error)?;
                return Ok(line);
            }
            Err(error) => {
                let fault = error::Fault::of(Engine::Sqlite, error, "").error;
                left -= 1;
                if left == 0 || !matches!(&fault, Error::Unavailable(told) if told.contains("locked") || told.contains("busy")) {
                    return Err(fault);
                }
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
    }
}
