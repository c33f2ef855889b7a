//! The measure for submissions: the same number of rows and bytes, inserted by the database driver alone.
//!
//! As many at a time in one transaction as there are connections in the measurement of Meemaak, because that is what a
//! group can hold at most. No form, no rule, no journal, no search.

use std::path::Path;
use std::time::{Duration, Instant};

use sqlx::postgres::PgPoolOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};

/// What one submission leaves behind in the database.
#[derive(Clone, Copy, Debug)]
pub struct Footprint {
    /// Rows in all tables.
    pub rows: usize,
    /// Bytes in those rows.
    pub bytes: usize,
}

const TABLE: &str = "CREATE TABLE raw (id BIGINT PRIMARY KEY, body TEXT NOT NULL)";
const INSERT: &str = "INSERT INTO raw (id, body) VALUES ($1, $2)";

/// Submissions per second by inserts into SQLite, `synchronous=FULL`, `group` submissions a transaction.
///
/// # Errors
/// When the database refuses.
pub async fn sqlite(folder: &Path, footprint: Footprint, group: usize, seconds: u32) -> Result<f64, sqlx::Error> {
    let options = SqliteConnectOptions::new()
        .filename(folder.join("raw.sqlite"))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full);
    let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await?;
    sqlx::query(TABLE).execute(&pool).await?;
    let (end, body) = (Instant::now() + Duration::from_secs(u64::from(seconds)), body(footprint));
    let (start, mut id, mut done) = (Instant::now(), 0_i64, 0_usize);
    while Instant::now() < end {
        let mut tx = pool.begin_with("BEGIN IMMEDIATE").await?;
        for _ in 0..group * footprint.rows {
            sqlx::query(INSERT).bind(id).bind(&body).execute(&mut *tx).await?;
            id += 1;
        }
        tx.commit().await?;
        done += group;
    }
    Ok(done as f64 / start.elapsed().as_secs_f64())
}

/// Submissions per second by inserts into PostgreSQL: a few writers beside each other, each a group a transaction.
///
/// # Errors
/// When the database refuses.
pub async fn postgres(address: &str, footprint: Footprint, group: usize, seconds: u32) -> Result<f64, sqlx::Error> {
    let writers = 8;
    let pool = PgPoolOptions::new().max_connections(writers).connect(address).await?;
    sqlx::query("DROP TABLE IF EXISTS raw").execute(&pool).await?;
    sqlx::query(TABLE).execute(&pool).await?;
    let each = (group / writers as usize).max(1);
    let start = Instant::now();
    let end = start + Duration::from_secs(u64::from(seconds));
    let mut running = Vec::new();
    for writer in 0..i64::from(writers) {
        let (pool, body) = (pool.clone(), body(footprint));
        running.push(tokio::spawn(async move {
            let (mut id, mut done) = (writer << 40, 0_usize);
            while Instant::now() < end {
                let mut tx = pool.begin().await?;
                for _ in 0..each * footprint.rows {
                    sqlx::query(INSERT).bind(id).bind(&body).execute(&mut *tx).await?;
                    id += 1;
                }
                tx.commit().await?;
                done += each;
            }
            Ok::<usize, sqlx::Error>(done)
        }));
    }
    let mut done = 0;
    for task in running {
        done += task.await.map_err(|error| sqlx::Error::Protocol(error.to_string()))??;
    }
    let rate = done as f64 / start.elapsed().as_secs_f64();
    sqlx::query("DROP TABLE raw").execute(&pool).await?;
    Ok(rate)
}

fn body(footprint: Footprint) -> String {
    "x".repeat((footprint.bytes / footprint.rows.max(1)).saturating_sub(8))
}

/// Rows and bytes in all tables of a database.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    rows: i64,
    bytes: i64,
}

impl Size {
    /// What each of `count` submissions between this size and `after` left behind.
    pub fn each(self, after: Self, count: usize) -> Footprint {
        let count = i64::try_from(count.max(1)).unwrap_or(i64::MAX);
        let per = |grown: i64| usize::try_from((grown + count / 2) / count).unwrap_or(0).max(1);
        Footprint { rows: per(after.rows - self.rows), bytes: per(after.bytes - self.bytes) }
    }
}

/// Counts all rows, and the bytes that the tables and their indexes take.
///
/// # Errors
/// When the database cannot be read.
pub async fn size(address: &str) -> Result<Size, sqlx::Error> {
    if let Some(path) = address.strip_prefix("sqlite:") {
        let pool =
            SqlitePoolOptions::new().max_connections(1).connect_with(SqliteConnectOptions::new().filename(path).read_only(true)).await?;
        let tables: Vec<(String,)> =
            sqlx::query_as("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
                .fetch_all(&pool)
                .await?;
        let mut rows = 0;
        for (table,) in tables {
            let (count,): (i64,) =
                sqlx::query_as(sqlx::AssertSqlSafe(format!("SELECT count(*) FROM \"{table}\""))).fetch_one(&pool).await?;
            rows += count;
        }
        let (bytes,): (i64,) =
            sqlx::query_as("SELECT (SELECT page_count FROM pragma_page_count()) * (SELECT page_size FROM pragma_page_size())")
                .fetch_one(&pool)
                .await?;
        Ok(Size { rows, bytes })
    } else {
        let pool = PgPoolOptions::new().max_connections(1).connect(address).await?;
        let tables: Vec<(String,)> =
            sqlx::query_as("SELECT tablename::TEXT FROM pg_tables WHERE schemaname = 'public'").fetch_all(&pool).await?;
        let mut rows = 0;
        for (table,) in tables {
            let (count,): (i64,) =
                sqlx::query_as(sqlx::AssertSqlSafe(format!("SELECT count(*) FROM \"{table}\""))).fetch_one(&pool).await?;
            rows += count;
        }
        let (bytes,): (i64,) = sqlx::query_as("SELECT pg_database_size(current_database())").fetch_one(&pool).await?;
        Ok(Size { rows, bytes })
    }
}

/// An empty database of its own on the server.
///
/// # Errors
/// When the server refuses.
pub async fn fresh_database(server: &str) -> Result<String, sqlx::Error> {
    let pool = PgPoolOptions::new().max_connections(1).connect(server).await?;
    sqlx::query("DROP DATABASE IF EXISTS meemaak_bench").execute(&pool).await?;
    sqlx::query("CREATE DATABASE meemaak_bench").execute(&pool).await?;
    let (base, _) = server.rsplit_once('/').unwrap_or((server, ""));
    Ok(format!("{base}/meemaak_bench"))
}

/// Lets the engine count its rows anew, as PostgreSQL does by itself some minutes after many came in.
///
/// # Errors
/// What the database says.
pub async fn analyze(database: &str) -> Result<(), sqlx::Error> {
    if database.starts_with("sqlite:") {
        return Ok(());
    }
    let pool = PgPoolOptions::new().max_connections(1).connect(database).await?;
    sqlx::query("ANALYZE").execute(&pool).await.map(drop)
}
