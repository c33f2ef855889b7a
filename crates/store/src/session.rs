//! Asking ([`Session`]) and writing ([`Tx`]) on one connection.

use crate::error::{Collision, Fault};
use crate::value::{Inner, Row, Value};
use crate::waiting::Waiting;
use crate::{Engine, Error, Tools};
use kernel::{EventId, Instant, Random};
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgArguments, PgConnection, Postgres};
use sqlx::query::Query;
use sqlx::sqlite::{Sqlite, SqliteArguments, SqliteConnection};
use sqlx::{AssertSqlSafe, SqlSafeStr, SqlStr, Transaction};
use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use uuid::Uuid;

/// One connection that can be asked. Outside a write nothing can be changed through it.
pub struct Session {
    pub(crate) line: Line,
    state: State,
    waiting: Waiting,
}

/// What holds the connection.
pub(crate) enum Line {
    SqlitePooled(PoolConnection<Sqlite>),
    SqliteOwned(Box<SqliteConnection>),
    SqliteWithin(Transaction<'static, Sqlite>),
    PostgresPooled(PoolConnection<Postgres>),
    PostgresWithin(Transaction<'static, Postgres>),
}

/// How a write stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Not in a write: a failing question harms nothing.
    Asking,
    /// In a write that went well so far.
    Writing,
    /// In a write of which a statement failed, with what makes it worth running again.
    Doomed(Option<Collision>),
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session").field("engine", &self.engine()).field("state", &self.state).finish_non_exhaustive()
    }
}

enum Wire<'a> {
    Sqlite(&'a mut SqliteConnection),
    Postgres(&'a mut PgConnection),
}

impl Session {
    pub(crate) fn asking(line: Line) -> Self {
        Self { line, state: State::Asking, waiting: Waiting::default() }
    }

    /// Which engine answers.
    #[must_use]
    pub fn engine(&self) -> Engine {
        match self.line {
            Line::SqlitePooled(_) | Line::SqliteOwned(_) | Line::SqliteWithin(_) => Engine::Sqlite,
            Line::PostgresPooled(_) | Line::PostgresWithin(_) => Engine::Postgres,
        }
    }

    /// All rows of the answer.
    ///
    /// # Errors
    /// What the database says; in a write every further statement then answers [`Error::Doomed`].
    pub async fn all(&mut self, sql: &'static str, values: &[Value]) -> Result<Vec<Row>, Error> {
        self.rows(sql.into_sql_str(), values).await
    }

    /// The one row of the answer; the first when there are more.
    ///
    /// # Errors
    /// [`Error::Missing`] when there is none, otherwise what the database says.
    pub async fn one(&mut self, sql: &'static str, values: &[Value]) -> Result<Row, Error> {
        self.optional(sql, values).await?.ok_or(Error::Missing)
    }

    /// The first row of the answer, if there is one.
    ///
    /// # Errors
    /// What the database says.
    pub async fn optional(&mut self, sql: &'static str, values: &[Value]) -> Result<Option<Row>, Error> {
        Ok(self.rows(sql.into_sql_str(), values).await?.into_iter().next())
    }

    /// All rows of a statement that the store itself put together (names of tables, never words of a person).
    pub(crate) async fn rows_of(&mut self, sql: String, values: &[Value]) -> Result<Vec<Row>, Error> {
        self.rows(AssertSqlSafe(sql).into_sql_str(), values).await
    }

    async fn rows(&mut self, sql: SqlStr, values: &[Value]) -> Result<Vec<Row>, Error> {
        self.send_waiting().await?;
        self.ready(values)?;
        let told = sql.clone();
        let found = match self.wire() {
            Wire::Sqlite(line) => {
                sqlite(sql, values).fetch_all(line).await.map(|rows| rows.into_iter().map(|row| Row(Inner::Sqlite(row))).collect())
            }
            Wire::Postgres(line) => {
                postgres(sql, values).fetch_all(line).await.map(|rows| rows.into_iter().map(|row| Row(Inner::Postgres(row))).collect())
            }
        };
        found.map_err(|error| self.failed(error, told.as_str()))
    }

    pub(crate) async fn execute(&mut self, sql: SqlStr, values: &[Value]) -> Result<u64, Error> {
        self.send_waiting().await?;
        self.execute_now(sql, values).await
    }

    /// Sends the statements that wait, all in one question.
    pub(crate) async fn send_waiting(&mut self) -> Result<(), Error> {
        let Some((sql, values)) = self.waiting.take() else { return Ok(()) };
        self.execute_now(AssertSqlSafe(sql).into_sql_str(), &values).await.map(drop)
    }

    async fn execute_now(&mut self, sql: SqlStr, values: &[Value]) -> Result<u64, Error> {
        self.ready(values)?;
        let told = sql.clone();
        let done = match self.wire() {
            Wire::Sqlite(line) => sqlite(sql, values).execute(line).await.map(|done| done.rows_affected()),
            Wire::Postgres(line) => postgres(sql, values).execute(line).await.map(|done| done.rows_affected()),
        };
        done.map_err(|error| self.failed(error, told.as_str()))
    }

    /// A bare statement without values: for transactions, savepoints and tables.
    pub(crate) async fn bare(&mut self, sql: impl SqlSafeStr) -> Result<(), Error> {
        let sql = sql.into_sql_str();
        let told = sql.clone();
        let done = match self.wire() {
            Wire::Sqlite(line) => sqlx::raw_sql(sql).execute(line).await.map(drop),
            Wire::Postgres(line) => sqlx::raw_sql(sql).execute(line).await.map(drop),
        };
        done.map_err(|error| self.failed(error, told.as_str()))
    }

    /// Closes the connection for good, so that nothing holds the database any more.
    #[cfg(feature = "testing")]
    pub(crate) async fn close(self) {
        use sqlx::Connection as _;
        let _ = match self.line {
            Line::SqliteOwned(line) => line.close().await,
            Line::SqlitePooled(line) => line.close().await,
            Line::PostgresPooled(line) => line.close().await,
            Line::SqliteWithin(line) => line.rollback().await,
            Line::PostgresWithin(line) => line.rollback().await,
        };
    }

    /// Asks the engine to read a statement without running it.
    #[cfg(feature = "testing")]
    pub(crate) async fn prepare(&mut self, sql: String) -> Result<(), String> {
        use sqlx::Executor as _;
        let sql = AssertSqlSafe(sql).into_sql_str();
        match self.wire() {
            Wire::Sqlite(line) => line.prepare(sql).await.map(drop),
            Wire::Postgres(line) => line.prepare(sql).await.map(drop),
        }
        .map_err(|error| error.to_string())
    }

    fn wire(&mut self) -> Wire<'_> {
        match &mut self.line {
            Line::SqlitePooled(line) => Wire::Sqlite(line),
            Line::SqliteOwned(line) => Wire::Sqlite(line),
            Line::SqliteWithin(line) => Wire::Sqlite(line),
            Line::PostgresPooled(line) => Wire::Postgres(line),
            Line::PostgresWithin(line) => Wire::Postgres(line),
        }
    }

    /// Refuses what one of the engines would refuse, so that both behave alike.
    fn ready(&self, values: &[Value]) -> Result<(), Error> {
        if matches!(self.state, State::Doomed(_)) {
            return Err(Error::Doomed);
        }
        if values.iter().any(|value| matches!(value, Value::Text(Some(text)) if text.contains('\0'))) {
            return Err(Error::Broken("a text with a zero byte cannot be stored".to_owned()));
        }
        Ok(())
    }

    fn failed(&mut self, error: sqlx::Error, sql: &str) -> Error {
        let fault = Fault::of(self.engine(), error, sql);
        if self.state == State::Writing {
            self.state = State::Doomed(fault.collision);
        }
        fault.error
    }
}

fn sqlite<'q>(sql: SqlStr, values: &[Value]) -> Query<'q, Sqlite, SqliteArguments> {
    let mut query = sqlx::query(sql);
    for value in values {
        query = match value.clone() {
            Value::Integer(it) => query.bind(it),
            Value::Double(it) => query.bind(it),
            Value::Boolean(it) => query.bind(it),
            Value::Text(it) => query.bind(it),
            Value::Bytes(it) => query.bind(it),
            Value::Uuid(it) => query.bind(it),
        };
    }
    query
}

fn postgres<'q>(sql: SqlStr, values: &[Value]) -> Query<'q, Postgres, PgArguments> {
    let mut query = sqlx::query(sql);
    for value in values {
        query = match value.clone() {
            Value::Integer(it) => query.bind(it),
            Value::Double(it) => query.bind(it),
            Value::Boolean(it) => query.bind(it),
            Value::Text(it) => query.bind(it),
            Value::Bytes(it) => query.bind(it),
            Value::Uuid(it) => query.bind(it),
        };
    }
    query
}

/// One write: everything in it is kept together or not at all. It can be asked like a [`Session`].
///
/// The closure that holds it may be run more than once, so it must not touch anything outside the database.
#[derive(Debug)]
pub struct Tx {
    session: Session,
    pub(crate) tools: Arc<Tools>,
    last_event: Uuid,
}

impl Tx {
    pub(crate) fn new(line: Line, tools: Arc<Tools>) -> Self {
        Self { session: Session { line, state: State::Writing, waiting: Waiting::default() }, tools, last_event: Uuid::nil() }
    }

    /// The id of the next entry of the journal: greater than all of this write before it, so that what happened at the
    /// same moment keeps its order wherever entries of several streams stand in one list.
    pub(crate) fn next_event(&mut self) -> EventId {
        let fresh = EventId::new(self.now(), self.random()).uuid();
        let after_last = Uuid::from_u128(self.last_event.as_u128().saturating_add(1));
        self.last_event = fresh.max(after_last);
        EventId::from_uuid(self.last_event)
    }

    /// Changes rows; answers how many.
    ///
    /// # Errors
    /// [`Error::Conflict`] when a key is taken, [`Error::Reference`] when a reference does not hold, otherwise what the
    /// database says. After an error nothing of this write is kept, on either engine.
    pub async fn run(&mut self, sql: &'static str, values: &[Value]) -> Result<u64, Error> {
        self.session.execute(sql.into_sql_str(), values).await
    }

    /// Adds rows of which this write needs no answer, at the latest before its next question and before it is kept. On
    /// PostgreSQL such statements wait for each other and go in one question. They see nothing of each other, so each
    /// must be an `INSERT` of given values, of things that this very write makes.
    ///
    /// # Errors
    /// What the database says, of this statement or of those that waited. On PostgreSQL a taken key may be told only by
    /// what follows, or by the write itself.
    pub async fn add(&mut self, sql: &'static str, values: &[Value]) -> Result<(), Error> {
        if self.engine() == Engine::Sqlite {
            return self.run(sql, values).await.map(drop);
        }
        if self.session.waiting.is_full(sql, values.len()) {
            self.session.send_waiting().await?;
        }
        self.session.ready(values)?;
        self.session.waiting.push(sql, values);
        Ok(())
    }

    /// This moment.
    #[must_use]
    pub fn now(&self) -> Instant {
        self.tools.clock.now()
    }

    /// Chance.
    #[must_use]
    pub fn random(&self) -> &dyn Random {
        &*self.tools.random
    }

    pub(crate) fn is_doomed(&self) -> bool {
        matches!(self.session.state, State::Doomed(_))
    }

    pub(crate) fn collision(&self) -> Option<Collision> {
        if let State::Doomed(collision) = self.session.state { collision } else { None }
    }

    /// Forgets that a statement failed, and what waits: the writer went back to a savepoint.
    pub(crate) fn mend(&mut self) {
        self.session.state = State::Writing;
        self.session.waiting = Waiting::default();
    }

    pub(crate) fn into_line(self) -> Line {
        self.session.line
    }
}

impl Deref for Tx {
    type Target = Session;
    fn deref(&self) -> &Session {
        &self.session
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Session {
        &mut self.session
    }
}
