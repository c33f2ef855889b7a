//! What can go wrong between the house and its database.

use crate::Engine;

/// Why the store could not do what was asked. Every case can be copied, since a group of writes may fail together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// A row that had to be there is not there.
    #[error("what was asked for is not there")]
    Missing,
    /// A key is taken. Holds the table and the columns of the key, for instance `account(tenant, mail)`, the same on both engines.
    #[error("{0} is taken already")]
    Conflict(String),
    /// A row refers to a row that is not there, or is still referred to.
    #[error("a reference does not hold: {0}")]
    Reference(String),
    /// The database or the files cannot be reached now; the same call may go through later.
    #[error("the store is not available: {0}")]
    Unavailable(String),
    /// A statement, a value or a row is not what it should be: a mistake in the program.
    #[error("the store was asked something it cannot do: {0}")]
    Broken(String),
    /// A statement of this write failed before; what follows cannot be kept.
    #[error("a statement of this write failed before, so none of it is kept")]
    Doomed,
    /// A write was started inside a write, which would wait for itself.
    #[error("a write was started inside another write")]
    Nested,
    /// The closure of a write panicked; nothing of it was kept.
    #[error("the writing stopped in the middle")]
    Panicked,
    /// The tables in the database and the migrations of this program do not fit together.
    #[error("the database does not fit this program: {0}")]
    Migration(String),
    /// A file could not be stored, read or removed.
    #[error("the files are not available: {0}")]
    Files(String),
    /// What was sealed has been changed since; sealing it again would hide that.
    #[error("the journal was changed after it was sealed: {0}")]
    Tampered(String),
    /// Restoring would overwrite something.
    #[error("there is something in {0} already; say that it may be overwritten, or restore elsewhere")]
    NotEmpty(String),
    /// A backup that cannot be read back.
    #[error("the backup cannot be read: {0}")]
    Backup(String),
}

/// An error of a driver, with what the store must know of it.
pub(crate) struct Fault {
    pub error: Error,
    /// Why the same write may go through when it is run again.
    pub collision: Option<Collision>,
}

/// What a write met that another one did at the same time. Never on SQLite, where one writes at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Collision {
    /// A row that both change, or a deadlock.
    WithAnotherWrite,
    /// A key that is taken, perhaps since after the write began.
    OnTakenKey,
}

impl Fault {
    pub(crate) fn of(engine: Engine, error: sqlx::Error, sql: &str) -> Self {
        let mut collision = None;
        let error = match error {
            sqlx::Error::RowNotFound => Error::Missing,
            sqlx::Error::Io(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::Tls(_)
            | sqlx::Error::WorkerCrashed
            | sqlx::Error::BeginFailed => Error::Unavailable(error.to_string()),
            sqlx::Error::Database(ref told) => {
                let code = told.code().unwrap_or_default();
                collision = match code.as_ref() {
                    _ if engine == Engine::Sqlite => None,
                    "40001" | "40P01" => Some(Collision::WithAnotherWrite),
                    "23505" => Some(Collision::OnTakenKey),
                    _ => None,
                };
                if told.is_unique_violation() {
                    Error::Conflict(taken_key(engine, told.as_ref()))
                } else if told.is_foreign_key_violation() {
                    Error::Reference(format!("{} in «{sql}»", told.message()))
                } else if collision.is_some() || is_passing(engine, &code) {
                    Error::Unavailable(told.message().to_owned())
                } else {
                    Error::Broken(format!("{} ({code}) in «{sql}»", told.message()))
                }
            }
            other => Error::Broken(format!("{other} in «{sql}»")),
        };
        Self { error, collision }
    }
}

/// Whether the code tells of a full disk, a busy file, too many connections, a stopping server: the program is not at fault.
fn is_passing(engine: Engine, code: &str) -> bool {
    match engine {
        Engine::Postgres => ["08", "53", "57", "58", "55P03"].iter().any(|class| code.starts_with(class)),
        Engine::Sqlite => code.parse::<i32>().is_ok_and(|number| matches!(number & 0xff, 5 | 6 | 7 | 9 | 10 | 13 | 14)),
    }
}

/// `table(column, column)` of a unique key, from what each engine says.
fn taken_key(engine: Engine, told: &dyn sqlx::error::DatabaseError) -> String {
    match engine {
        Engine::Sqlite => {
            // UNIQUE constraint failed: account.tenant, account.mail
            let list = told.message().rsplit(": ").next().unwrap_or_default();
            let mut table = "";
            let columns: Vec<&str> = list
                .split(", ")
                .map(|part| {
                    part.split_once('.').map_or(part, |(owner, column)| {
                        table = owner;
                        column
                    })
                })
                .collect();
            format!("{table}({})", columns.join(", "))
        }
        Engine::Postgres => {
            // Key (tenant, mail)=(…) already exists.
            let detail = told.try_downcast_ref::<sqlx::postgres::PgDatabaseError>().and_then(|error| error.detail()).unwrap_or_default();
            let columns = detail.split_once('(').and_then(|(_, rest)| rest.split_once(")=")).map_or("", |(columns, _)| columns);
            format!("{}({columns})", told.table().unwrap_or_default())
        }
    }
}
