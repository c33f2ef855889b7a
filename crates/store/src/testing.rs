//! A store for tests: a fresh database for each, on the real engines.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
#![allow(clippy::missing_panics_doc, reason = "a test may stop at the first surprise")]

use crate::{DatabaseUrl, EXEMPT_TABLES, Engine, FilesSettings, Migration, Secret, Settings, Store};
use kernel::{Instant, SeededRandom, TestClock};
use sqlx::sqlite::SqliteSynchronous;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tempfile::TempDir;
use tokio::sync::Mutex;

/// The variable that names a PostgreSQL server on which databases may be made and dropped.
pub const POSTGRES: &str = "MEEMAAK_TEST_POSTGRES";

/// Noon of 2 March 2026, when every test begins.
pub const BEGIN: Instant = Instant::from_micros(1_772_449_200_000_000);

/// The engines to test on: SQLite always, PostgreSQL when `MEEMAAK_TEST_POSTGRES=postgres://…` names a server.
#[must_use]
#[allow(clippy::print_stderr, reason = "a run that left an engine out must say so")]
pub fn engines() -> Vec<Engine> {
    if server().is_some() {
        vec![Engine::Sqlite, Engine::Postgres]
    } else {
        static ONCE: std::sync::Once = std::sync::Once::new();
        ONCE.call_once(|| eprintln!("PostgreSQL is left out: {POSTGRES} is not set"));
        vec![Engine::Sqlite]
    }
}

fn server() -> Option<String> {
    std::env::var(POSTGRES).ok().filter(|url| !url.is_empty())
}

/// A store of its own for one test, with a clock that stands still and chance that repeats itself.
#[derive(Debug)]
pub struct TestStore {
    /// The store.
    pub store: Store,
    /// Its clock.
    pub clock: Arc<TestClock>,
    /// Its chance.
    pub random: Arc<SeededRandom>,
    /// With which settings it was opened, to open it once more.
    pub settings: Settings,
    /// A folder that goes away with the test.
    pub folder: TempDir,
    _database: Database,
}

/// The database of a test, dropped with it.
#[derive(Debug)]
struct Database(Option<String>);

impl Drop for Database {
    fn drop(&mut self) {
        let Some(name) = self.0.take() else { return };
        apart(async move |mut line| drop_database(&mut line, &name).await);
    }
}

/// Does something on the server of the tests, for which nobody waits: at the end of a test program it may be cut short.
fn apart<F>(work: F)
where
    F: AsyncFnOnce(PgConnection) + Send + 'static,
{
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        if let (Ok(runtime), Some(url)) = (runtime, server()) {
            runtime.block_on(async {
                if let Ok(line) = PgConnection::connect(&url).await {
                    work(line).await;
                }
            });
        }
    });
}

async fn drop_database(line: &mut PgConnection, name: &str) {
    let _ = sqlx::raw_sql(AssertSqlSafe(format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))).execute(line).await;
}

/// Drops what earlier test programs of this machine left on a server of this machine.
fn sweep(url: &str) {
    let is_here = ["@127.0.0.1", "@localhost", "@[::1]"].iter().any(|host| url.contains(host)) && Path::new("/proc/self").exists();
    if !is_here {
        return;
    }
    apart(async |mut line| {
        use sqlx::Row as _;
        let sql = "SELECT CAST(datname AS TEXT) AS name FROM pg_database WHERE datname LIKE 'meemaak\\_%\\_%\\_%'";
        for row in sqlx::query(sql).fetch_all(&mut line).await.unwrap_or_default() {
            let name: String = row.get("name");
            let maker = name.split('_').nth(1).and_then(|number| number.parse::<u32>().ok());
            if maker.is_some_and(|number| !Path::new(&format!("/proc/{number}")).exists()) {
                drop_database(&mut line, &name).await;
            }
        }
    });
}

/// A fresh store with these tables (and those of this room).
pub async fn open(engine: Engine, migrations: &[Migration]) -> TestStore {
    let folder = TempDir::new().unwrap();
    let (database, held) = match engine {
        Engine::Sqlite => (sqlite_copy(folder.path(), migrations).await, None),
        Engine::Postgres => {
            let (url, name) = postgres_copy(migrations).await;
            (DatabaseUrl::Postgres(url), Some(name))
        }
    };
    let settings = Settings {
        database,
        files: FilesSettings::Folder(folder.path().join("files")),
        secret: Secret::from_bytes([7; 32]),
        erasure_list: folder.path().join("erased.jsonl"),
        readers: 4,
    };
    let clock = Arc::new(TestClock::new(BEGIN));
    let random = Arc::new(SeededRandom::new(1));
    let store = reopen(&settings, migrations, &clock, &random).await;
    TestStore { store, clock, random, settings, folder, _database: Database(held) }
}

/// Opens the database of these settings once more, as a second node would.
pub async fn reopen(settings: &Settings, migrations: &[Migration], clock: &Arc<TestClock>, random: &Arc<SeededRandom>) -> Store {
    // Tests that a power cut is survived would need a power cut: without waiting for the disk they run several times faster.
    Store::open_with(settings.clone(), migrations, clock.clone(), random.clone(), SqliteSynchronous::Off).await.unwrap()
}

/// A database without any tables, for tests that migrate by themselves.
pub async fn empty(engine: Engine, folder: &Path) -> EmptyDatabase {
    match engine {
        Engine::Sqlite => {
            EmptyDatabase { url: DatabaseUrl::Sqlite(folder.join(format!("{}.db", fresh_name()))), _database: Database(None) }
        }
        Engine::Postgres => {
            let name = fresh_name();
            let url = server().unwrap();
            on_server(&url, format!("CREATE DATABASE {name}")).await;
            EmptyDatabase { url: DatabaseUrl::Postgres(with_database(&url, &name)), _database: Database(Some(name)) }
        }
    }
}

/// A database without tables that goes away with the test.
#[derive(Debug)]
pub struct EmptyDatabase {
    /// Where it is.
    pub url: DatabaseUrl,
    _database: Database,
}

fn fresh_name() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    // Several test programs use one server at once, also in turn with the same process id.
    static START: std::sync::LazyLock<u128> =
        std::sync::LazyLock::new(|| std::time::UNIX_EPOCH.elapsed().map_or(0, |since| since.as_micros()));
    format!("meemaak_{}_{:x}_{}", std::process::id(), *START, COUNT.fetch_add(1, Ordering::Relaxed))
}

type Templates = Mutex<HashMap<(Engine, String), String>>;
static TEMPLATES: std::sync::LazyLock<Templates> = std::sync::LazyLock::new(Templates::default);

fn fingerprint(migrations: &[Migration]) -> String {
    let all: Vec<String> = migrations.iter().map(|m| format!("{} {} {}", m.room, m.number, m.sql)).collect();
    crate::migrate::digest(&all.join("\n"))
}

async fn migrated(url: &DatabaseUrl, migrations: &[Migration]) {
    let all: Vec<Migration> = crate::MIGRATIONS.iter().chain(migrations).copied().collect();
    let mut session = crate::connect(url, SqliteSynchronous::Off).await.unwrap();
    crate::migrate::migrate(&mut session, &all, BEGIN).await.unwrap();
    session.close().await;
}

async fn postgres_copy(migrations: &[Migration]) -> (String, String) {
    let url = server().expect("MEEMAAK_TEST_POSTGRES names the server");
    let template = {
        let mut templates = TEMPLATES.lock().await;
        let key = (Engine::Postgres, fingerprint(migrations));
        match templates.get(&key) {
            Some(template) => template.clone(),
            None => {
                if !templates.keys().any(|(engine, _)| *engine == Engine::Postgres) {
                    sweep(&url);
                }
                let template = fresh_name();
                on_server(&url, format!("CREATE DATABASE {template}")).await;
                migrated(&DatabaseUrl::Postgres(with_database(&url, &template)), migrations).await;
                templates.insert(key, template.clone());
                template
            }
        }
    };
    let name = fresh_name();
    on_server(&url, format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
    (with_database(&url, &name), name)
}

async fn sqlite_copy(folder: &Path, migrations: &[Migration]) -> DatabaseUrl {
    static KEPT: std::sync::LazyLock<TempDir> = std::sync::LazyLock::new(|| TempDir::new().unwrap());
    let template = {
        let mut templates = TEMPLATES.lock().await;
        let key = (Engine::Sqlite, fingerprint(migrations));
        match templates.get(&key) {
            Some(template) => template.clone(),
            None => {
                let path = KEPT.path().join(format!("{}.db", templates.len()));
                migrated(&DatabaseUrl::Sqlite(path.clone()), migrations).await;
                let template = path.display().to_string();
                templates.insert(key, template.clone());
                template
            }
        }
    };
    let path: PathBuf = folder.join("meemaak.db");
    std::fs::copy(template, &path).unwrap();
    DatabaseUrl::Sqlite(path)
}

async fn on_server(url: &str, sql: String) {
    let mut line = PgConnection::connect(url).await.unwrap();
    // Another test program may be copying the template of the server at this moment.
    for _ in 0..100 {
        match sqlx::raw_sql(AssertSqlSafe(sql.clone())).execute(&mut line).await {
            Ok(_) => return,
            Err(error) if error.to_string().contains("being accessed") => {
                tokio::time::sleep(std::time::Duration::from_millis(50)).await;
            }
            Err(error) => panic!("{sql}: {error}"),
        }
    }
    panic!("{sql}: the template stays in use");
}

fn with_database(url: &str, name: &str) -> String {
    let (before, query) = url.split_once('?').map_or((url, String::new()), |(before, query)| (before, format!("?{query}")));
    let host_end = before.find("://").map_or(0, |at| at + 3);
    let end = before[host_end..].find('/').map_or(before.len(), |at| host_end + at);
    format!("{}/{name}{query}", &before[..end])
}

/// Every `sql!("…")` in the Rust files below a folder: where it stands and what it says.
#[must_use]
pub fn statements(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(folder) = open.pop() {
        let mut entries: Vec<PathBuf> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() && path.file_name().is_some_and(|name| name != "target") {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                found.extend(literals(&text).into_iter().map(|(line, sql)| (format!("{}:{line}", path.display()), sql)));
            }
        }
    }
    found
}

fn literals(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    // Pieced together, so that this line is not found.
    let mark = concat!("sql", "!(");
    for (at, _) in text.match_indices(mark) {
        let line = text[..at].lines().count();
        let commented = text[..at].lines().last().is_some_and(|line| line.trim_start().starts_with("//"));
        let Some(quoted) = text[at + mark.len()..].trim_start().strip_prefix('"') else { continue };
        if commented {
            continue;
        }
        let mut sql = String::new();
        let mut rest = quoted.chars();
        while let Some(c) = rest.next() {
            match c {
                '"' => break,
                '\\' => match rest.next() {
                    Some('\n') => {
                        let left = rest.as_str().trim_start();
                        rest = left.chars();
                    }
                    Some('n') => sql.push('\n'),
                    Some(other) => sql.push(other),
                    None => break,
                },
                c => sql.push(c),
            }
        }
        found.push((line, sql));
    }
    found
}

/// Lets the engine read every statement without running it; answers what is wrong with which.
pub async fn prepare_all(test: &TestStore, statements: &[(String, String)]) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut session = test.store.read().await.unwrap();
    for (place, sql) in statements {
        if let Err(told) = session.prepare(sql.clone()).await {
            wrong.push(format!("{place}: {told}\n    {sql}"));
        }
    }
    wrong
}

/// The primary keys and unique constraints that do not begin with `tenant`, except of [`EXEMPT_TABLES`].
pub async fn keys_without_tenant(test: &TestStore) -> Vec<String> {
    let mut session = test.store.read().await.unwrap();
    let mut wrong = Vec::new();
    match test.store.engine() {
        Engine::Sqlite => {
            let sql = "SELECT m.name AS owner, l.name AS key_name, (SELECT i.name FROM pragma_index_info(l.name) i WHERE i.seqno = 0) AS first \
                       FROM sqlite_schema m, pragma_index_list(m.name) l WHERE m.type = 'table' AND l.\"unique\" AND m.name NOT LIKE 'search_words%'";
            for row in session.all(sql, &[]).await.unwrap() {
                wrong.push((row.get::<String>("owner").unwrap(), row.get::<Option<String>>("first").unwrap().unwrap_or_default()));
            }
            let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_words%' AND name NOT LIKE 'sqlite_%' \
                       AND NOT EXISTS (SELECT 1 FROM pragma_table_info(sqlite_schema.name) WHERE pk > 0)";
            for row in session.all(sql, &[]).await.unwrap() {
                wrong.push((row.get::<String>("name").unwrap(), "no primary key".to_owned()));
            }
        }
        Engine::Postgres => {
            let sql = "SELECT CAST(t.relname AS TEXT) AS owner, CAST(a.attname AS TEXT) AS first FROM pg_index i \
                       JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace \
                       LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0] \
                       WHERE i.indisunique AND n.nspname = current_schema()";
            for row in session.all(sql, &[]).await.unwrap() {
                wrong.push((row.get::<String>("owner").unwrap(), row.get::<Option<String>>("first").unwrap().unwrap_or_default()));
            }
            let sql = "SELECT CAST(t.relname AS TEXT) AS owner FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace \
                       WHERE t.relkind = 'r' AND n.nspname = current_schema() \
                       AND NOT EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = t.oid AND i.indisprimary)";
            for row in session.all(sql, &[]).await.unwrap() {
                wrong.push((row.get::<String>("owner").unwrap(), "no primary key".to_owned()));
            }
        }
    }
    wrong
        .into_iter()
        .filter(|(table, first)| first != "tenant" && !EXEMPT_TABLES.contains(&table.as_str()))
        .map(|(table, first)| format!("{table}: {first}"))
        .collect()
}

/// Every column of every table, `table.column`, with its place in the primary key: the same on both engines, or a
/// migration means something else on one of them.
pub async fn schema(test: &TestStore) -> Vec<String> {
    let mut session = test.store.read().await.unwrap();
    let mut columns = Vec::new();
    for table in crate::backup::tables(&mut session).await.unwrap() {
        columns.extend(table.columns.iter().map(|column| format!("{}.{} {}", table.name, column.name, column.key)));
    }
    columns.sort();
    columns
}
