//! The tables of a backup back into a database, in one transaction.

use super::schema::{self, Table};
use super::{Contents, Held, Overwrite, Plan, on_disk, to_value};
use crate::files::Files;
use crate::{Engine, Error, MIGRATIONS, Migration, Session, migrate};
use kernel::{FileId, TenantId};
use serde_json::Value as Json;
use sqlx::sqlite::SqliteSynchronous;
use sqlx::{AssertSqlSafe, SqlSafeStr as _};
use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::Path;

/// Most values of one statement, below what either engine bears.
const MOST_VALUES: usize = 10_000;
/// Most rows of one statement.
const MOST_ROWS: usize = 200;

pub(super) async fn tables(plan: &Plan<'_>, contents: &Contents, from: &Path) -> Result<(), Error> {
    let migrations = migrations_of(plan, contents)?;
    let mut session = crate::connect(&plan.settings.database, SqliteSynchronous::Full).await?;
    let there = schema::tables(&mut session).await?;
    if plan.overwrite == Overwrite::Refuse {
        refuse_rows(&mut session, &there, &plan.settings.database.to_string()).await?;
    }
    files(plan, contents, from).await?;
    match session.engine() {
        Engine::Sqlite => {
            session.bare("PRAGMA foreign_keys = OFF").await?;
            session.bare("BEGIN IMMEDIATE").await?;
        }
        Engine::Postgres => session.bare("BEGIN").await?,
    }
    let done = replace(&mut session, plan, contents, &migrations, &there, from).await;
    match done {
        Ok(()) => session.bare("COMMIT").await,
        Err(error) => {
            // The connection is dropped after this, and what it began with it.
            let _ = session.bare("ROLLBACK").await;
            Err(error)
        }
    }
}

/// The migrations that made the tables of the backup; each must be known here as it was there.
fn migrations_of(plan: &Plan<'_>, contents: &Contents) -> Result<Vec<Migration>, Error> {
    let all: Vec<Migration> = MIGRATIONS.iter().chain(plan.migrations).copied().collect();
    for ran in &contents.migrations {
        let known = all.iter().any(|m| m.room == ran.room && m.number == ran.number && migrate::digest(m.sql) == ran.digest);
        if !known {
            return Err(Error::Migration(format!("the backup is of a program that knows {} {}", ran.room, ran.number)));
        }
    }
    let ran = |m: &Migration| contents.migrations.iter().any(|ran| ran.room == m.room && ran.number == m.number);
    Ok(all.into_iter().filter(ran).collect())
}

async fn refuse_rows(session: &mut Session, there: &[Table], name: &str) -> Result<(), Error> {
    for table in there.iter().filter(|table| table.name != "migration") {
        let sql = format!("SELECT 1 AS there FROM \"{}\" LIMIT 1", table.name);
        if !session.rows_of(sql, &[]).await?.is_empty() {
            return Err(Error::NotEmpty(name.to_owned()));
        }
    }
    Ok(())
}

async fn replace(
    session: &mut Session,
    plan: &Plan<'_>,
    contents: &Contents,
    migrations: &[Migration],
    there: &[Table],
    from: &Path,
) -> Result<(), Error> {
    if session.engine() == Engine::Sqlite {
        session.bare("DROP TABLE IF EXISTS search_words").await?;
    }
    for table in there {
        let cascade = if session.engine() == Engine::Postgres { " CASCADE" } else { "" };
        session.bare(AssertSqlSafe(format!("DROP TABLE \"{}\"{cascade}", table.name))).await?;
    }
    migrate::run(session, migrations, plan.clock.now()).await?;
    let references = lift_references(session).await?;
    let made = schema::tables(session).await?;
    for held in &contents.tables {
        let table = made.iter().find(|table| table.name == held.name);
        let table = table.ok_or_else(|| Error::Backup(format!("there is no table {}", held.name)))?;
        load(session, table, held, from).await?;
    }
    for reference in references {
        session.bare(AssertSqlSafe(reference)).await?;
    }
    if session.engine() == Engine::Sqlite
        && let Some(broken) = session.optional("SELECT \"table\" AS owner FROM pragma_foreign_key_check LIMIT 1", &[]).await?
    {
        return Err(Error::Reference(format!("a row of {} in the backup", broken.get::<String>("owner")?)));
    }
    crate::search::rebuild(session).await
}

/// On PostgreSQL references are checked row by row, in whatever order rows come: they are taken away and put back at the
/// end. Answers the statements that put them back.
async fn lift_references(session: &mut Session) -> Result<Vec<String>, Error> {
    if session.engine() == Engine::Sqlite {
        return Ok(Vec::new());
    }
    let sql = "SELECT CAST(c.conname AS TEXT) AS name, CAST(t.relname AS TEXT) AS owner, pg_get_constraintdef(c.oid) AS meaning \
               FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace \
               WHERE c.contype = 'f' AND n.nspname = current_schema()";
    let mut back = Vec::new();
    for row in session.all(sql, &[]).await? {
        let (name, owner, meaning) = (row.get::<String>("name")?, row.get::<String>("owner")?, row.get::<String>("meaning")?);
        session.bare(AssertSqlSafe(format!("ALTER TABLE \"{owner}\" DROP CONSTRAINT \"{name}\""))).await?;
        back.push(format!("ALTER TABLE \"{owner}\" ADD CONSTRAINT \"{name}\" {meaning}"));
    }
    Ok(back)
}

async fn load(session: &mut Session, table: &Table, held: &Held, from: &Path) -> Result<(), Error> {
    let path = from.join("tables").join(format!("{}.jsonl", held.name));
    let mut columns = Vec::new();
    for name in &held.columns {
        let column = table.columns.iter().find(|column| &column.name == name);
        columns.push(column.ok_or_else(|| Error::Backup(format!("there is no column {}.{name}", held.name)))?);
    }
    let most = (MOST_VALUES / columns.len().max(1)).clamp(1, MOST_ROWS);
    let mut values = Vec::new();
    let (mut waiting, mut rows) = (0, 0);
    for line in BufReader::new(File::open(&path).map_err(on_disk(&path))?).lines() {
        let line = line.map_err(on_disk(&path))?;
        let cells: Vec<Json> = serde_json::from_str(&line).map_err(|error| Error::Backup(format!("{}: {error}", path.display())))?;
        if cells.len() != columns.len() {
            return Err(Error::Backup(format!("{}: a row has {} columns", path.display(), cells.len())));
        }
        for (cell, column) in cells.iter().zip(&columns) {
            values.push(to_value(cell, column)?);
        }
        rows += 1;
        waiting += 1;
        if waiting == most {
            insert(session, held, waiting, &values).await?;
            values.clear();
            waiting = 0;
        }
    }
    if waiting > 0 {
        insert(session, held, waiting, &values).await?;
    }
    if rows == held.rows { Ok(()) } else { Err(Error::Backup(format!("{} holds {rows} rows", path.display()))) }
}

async fn insert(session: &mut Session, held: &Held, rows: usize, values: &[crate::Value]) -> Result<(), Error> {
    let names: Vec<String> = held.columns.iter().map(|name| format!("\"{name}\"")).collect();
    let row = |row: usize| {
        let places: Vec<String> = (1..=names.len()).map(|n| format!("${}", row * names.len() + n)).collect();
        format!("({})", places.join(", "))
    };
    let rows: Vec<String> = (0..rows).map(row).collect();
    let sql = format!("INSERT INTO \"{}\" ({}) VALUES {}", held.name, names.join(", "), rows.join(", "));
    session.execute(AssertSqlSafe(sql).into_sql_str(), values).await.map(drop)
}

/// The bytes of the files, before the tables: as in a write, a row never stands without its bytes.
async fn files(plan: &Plan<'_>, contents: &Contents, from: &Path) -> Result<(), Error> {
    let files = Files::open(&plan.settings.files)?;
    let folder = from.join("files");
    if contents.files == 0 {
        return Ok(());
    }
    let mut copied = 0;
    for tenant in folder.read_dir().map_err(on_disk(&folder))? {
        let tenant = tenant.map_err(on_disk(&folder))?;
        let Some(id) = tenant.file_name().to_str().and_then(|name| name.parse::<TenantId>().ok()) else { continue };
        for file in tenant.path().read_dir().map_err(on_disk(&folder))? {
            let file = file.map_err(on_disk(&folder))?;
            let Some(name) = file.file_name().to_str().and_then(|name| name.parse::<FileId>().ok()) else { continue };
            let path = file.path();
            files.put(id, name, std::fs::read(&path).map_err(on_disk(&path))?.into()).await?;
            copied += 1;
        }
    }
    if copied == contents.files { Ok(()) } else { Err(Error::Backup(format!("{} files are there, not {}", copied, contents.files))) }
}
