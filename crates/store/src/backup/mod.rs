//! A backup of the whole house while it runs, and the way back.
//!
//! A backup is a folder of plain files: every table of one moment as lines of JSON, every file as it is, and a list of
//! contents that is written last. It belongs to no engine, so a backup of SQLite can be restored to PostgreSQL: that is
//! also how a municipality that outgrows the one moves to the other.
//!
//! The secret of the house and the erasure list are not in it; both are kept apart. [`restore`] replays the erasure list,
//! so that nobody who was erased comes back.

mod load;
mod schema;

use crate::value::{Cell, ToValue, Value};
use crate::{Error, Migration, Session, Settings, Store, erasure};
use data_encoding::BASE64;
use kernel::{Clock, FileId, Instant, Random, TenantId};
use schema::Table;
#[cfg(feature = "testing")]
pub(crate) use schema::tables;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use sha2::{Digest as _, Sha256};
use std::fs::File;
use std::io::{BufReader, BufWriter, Read as _, Write as _};
use std::path::Path;
use std::sync::Arc;

/// Rows of a page.
const PAGE: i64 = 1_000;
/// How the contents name this form of backup.
const FORM: &str = "meemaak backup 1";

/// What a backup holds; its file `contents.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    form: String,
    /// The engine it was taken from.
    pub engine: String,
    /// The moment it shows.
    pub at: Instant,
    migrations: Vec<Ran>,
    tables: Vec<Held>,
    /// How many files.
    pub files: u64,
    /// How many files had a row but no bytes any more, because they were deleted while the backup ran.
    pub files_missing: u64,
}

impl Contents {
    /// How many rows of all tables.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.tables.iter().map(|table| table.rows).sum()
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Ran {
    room: String,
    number: u32,
    digest: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Held {
    name: String,
    columns: Vec<String>,
    rows: u64,
    sha256: String,
}

/// Whether a restore may take the place of what is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overwrite {
    /// No: a database with rows in it stays as it is.
    Refuse,
    /// Yes: everything in the database is replaced.
    Replace,
}

/// What a restore did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Restored {
    /// The moment the backup showed.
    pub at: Instant,
    /// How many rows came back.
    pub rows: u64,
    /// How many files came back.
    pub files: u64,
    /// How many erasures were replayed.
    pub erased: u64,
}

fn on_disk(path: &Path) -> impl Fn(std::io::Error) -> Error + '_ {
    move |error| Error::Backup(format!("{}: {error}", path.display()))
}

/// Writes a backup into a folder that is empty or not there yet, while everything goes on. It shows one moment.
///
/// # Errors
/// [`Error::NotEmpty`] when there is something in the folder, [`Error::Backup`] when it cannot be written, and what the
/// database or the files say. A folder without `contents.json` is a backup that was broken off.
pub async fn backup(store: &Store, to: &Path) -> Result<Contents, Error> {
    if to.read_dir().is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(Error::NotEmpty(to.display().to_string()));
    }
    let tables_folder = to.join("tables");
    crate::private::folder(to).map_err(on_disk(to))?;
    crate::private::folder(&tables_folder).map_err(on_disk(&tables_folder))?;
    let at = store.clock().now();
    let mut session = store.snapshot().await?;
    let sql = crate::sql!("SELECT room, number, digest FROM migration ORDER BY room, number");
    let mut migrations = Vec::new();
    for row in session.all(sql, &[]).await? {
        migrations.push(Ran { room: row.get("room")?, number: row.get("number")?, digest: row.get("digest")? });
    }
    let mut tables = Vec::new();
    for table in schema::tables(&mut session).await? {
        if table.name != "migration" {
            tables.push(write_table(&mut session, &table, &tables_folder).await?);
        }
    }
    let (files, files_missing) = write_files(store, &mut session, to).await?;
    let engine = store.engine().to_string();
    let contents = Contents { form: FORM.to_owned(), engine, at, migrations, tables, files, files_missing };
    let text = serde_json::to_vec_pretty(&contents).map_err(|error| Error::Backup(error.to_string()))?;
    write_whole(&to.join("contents.json"), &text)?;
    for folder in [&tables_folder, to] {
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(on_disk(folder))?;
    }
    Ok(contents)
}

fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let mut file = File::create(path).map_err(on_disk(path))?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(on_disk(path))
}

/// One table, page by page in the order of its primary key.
async fn write_table(session: &mut Session, table: &Table, folder: &Path) -> Result<Held, Error> {
    let path = folder.join(format!("{}.jsonl", table.name));
    let mut out = BufWriter::new(File::create(&path).map_err(on_disk(&path))?);
    let mut sha = Sha256::new();
    let mut rows = 0;
    let mut after: Option<Vec<Value>> = None;
    loop {
        let page = session.rows_of(table.page(after.is_some(), PAGE), after.as_deref().unwrap_or_default()).await?;
        let Some(end) = page.last() else { break };
        after = Some(table.key_of(&end.cells()?)?);
        for row in &page {
            let cells: Vec<Json> = row.cells()?.iter().map(to_json).collect();
            let mut line = serde_json::to_vec(&cells).map_err(|error| Error::Backup(error.to_string()))?;
            line.push(b'\n');
            sha.update(&line);
            out.write_all(&line).map_err(on_disk(&path))?;
            rows += 1;
        }
    }
    out.into_inner().map_err(|error| on_disk(&path)(error.into_error()))?.sync_all().map_err(on_disk(&path))?;
    let columns = table.columns.iter().map(|column| column.name.clone()).collect();
    Ok(Held { name: table.name.clone(), columns, rows, sha256: data_encoding::HEXLOWER.encode(&sha.finalize()) })
}

fn to_json(cell: &Cell) -> Json {
    match cell {
        Cell::Nothing => Json::Null,
        Cell::Integer(it) => Json::from(*it),
        Cell::Boolean(it) => Json::from(*it),
        Cell::Text(it) => Json::from(it.as_str()),
        // Written out in full: a reader of JSON may round.
        Cell::Double(it) => serde_json::json!({ "d": format!("{it:?}") }),
        Cell::Bytes(it) => serde_json::json!({ "b": BASE64.encode(it) }),
        Cell::Uuid(it) => serde_json::json!({ "b": BASE64.encode(it.as_bytes()) }),
    }
}

/// The bytes of every file that the snapshot knows; answers how many, and how many were gone.
async fn write_files(store: &Store, session: &mut Session, to: &Path) -> Result<(u64, u64), Error> {
    let (mut written, mut missing) = (0, 0);
    let mut after = (TenantId::from_uuid(uuid::Uuid::nil()), FileId::from_uuid(uuid::Uuid::nil()));
    loop {
        let sql = crate::sql!("SELECT tenant, id FROM file WHERE (tenant, id) > ($1, $2) ORDER BY tenant, id LIMIT $3");
        let page = session.all(sql, &crate::values![after.0, after.1, PAGE]).await?;
        if page.is_empty() {
            return Ok((written, missing));
        }
        for row in &page {
            after = (row.get("tenant")?, row.get("id")?);
            match store.files().get(after.0, after.1).await? {
                None => missing += 1,
                Some(bytes) => {
                    let folder = to.join("files").join(after.0.to_string());
                    std::fs::create_dir_all(&folder).map_err(on_disk(&folder))?;
                    write_whole(&folder.join(after.1.to_string()), &bytes)?;
                    written += 1;
                }
            }
        }
    }
}

/// What the backup in a folder holds, after reading every table of it once to see that nothing is missing or changed.
///
/// # Errors
/// [`Error::Backup`] when it was broken off, damaged or made by another program.
pub fn check(from: &Path) -> Result<Contents, Error> {
    let path = from.join("contents.json");
    let text = std::fs::read(&path).map_err(on_disk(&path))?;
    let contents: Contents = serde_json::from_slice(&text).map_err(|error| Error::Backup(format!("{}: {error}", path.display())))?;
    if contents.form != FORM {
        return Err(Error::Backup(format!("{} says «{}», not «{FORM}»", path.display(), contents.form)));
    }
    for table in &contents.tables {
        if !schema::is_plain(&table.name) || !table.columns.iter().all(|column| schema::is_plain(column)) {
            return Err(Error::Backup(format!("«{}» is no name of a table of ours", table.name)));
        }
        let path = from.join("tables").join(format!("{}.jsonl", table.name));
        let mut reader = BufReader::new(File::open(&path).map_err(on_disk(&path))?);
        let mut sha = Sha256::new();
        let mut piece = vec![0; 1 << 16];
        loop {
            match reader.read(&mut piece).map_err(on_disk(&path))? {
                0 => break,
                length => sha.update(&piece[..length]),
            }
        }
        if data_encoding::HEXLOWER.encode(&sha.finalize()) != table.sha256 {
            return Err(Error::Backup(format!("{} was changed or damaged", path.display())));
        }
    }
    Ok(contents)
}

/// What a restore needs beside the backup.
#[derive(Clone)]
pub struct Plan<'a> {
    /// Where to restore to.
    pub settings: Settings,
    /// The migrations of all rooms, as for [`Store::open`]; those newer than the backup run afterwards.
    pub migrations: &'a [Migration],
    /// The clock of the house.
    pub clock: Arc<dyn Clock>,
    /// The chance of the house.
    pub random: Arc<dyn Random>,
    /// Who erases again what stands on the erasure list.
    pub erasers: &'a [Arc<dyn erasure::Eraser>],
    /// Whether what is there may be replaced.
    pub overwrite: Overwrite,
}

impl std::fmt::Debug for Plan<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Plan").field("settings", &self.settings).field("overwrite", &self.overwrite).finish_non_exhaustive()
    }
}

/// Brings a backup back, into either engine, and erases again whoever was erased since. The tables come back in one
/// transaction: a restore that fails leaves the database as it was. Nothing else may use the database meanwhile.
///
/// # Errors
/// [`Error::NotEmpty`] when there are rows in the database and [`Overwrite::Refuse`] was given, [`Error::Backup`] when the
/// backup is damaged or the erasure list names a kind that nobody erases, [`Error::Migration`] when the backup is of a
/// newer program, and what the database or the files say.
pub async fn restore(plan: Plan<'_>, from: &Path) -> Result<Restored, Error> {
    let contents = check(from)?;
    let erased = erasure::list(&plan.settings.erasure_list)?;
    if let Some(noted) = erased.iter().find(|noted| !plan.erasers.iter().any(|eraser| eraser.kind() == noted.kind)) {
        return Err(Error::Backup(format!("the erasure list names «{}», which nobody here can erase", noted.kind)));
    }
    load::tables(&plan, &contents, from).await?;
    let store = Store::open(plan.settings.clone(), plan.migrations, plan.clock.clone(), plan.random.clone()).await?;
    for noted in &erased {
        for eraser in plan.erasers.iter().filter(|eraser| eraser.kind() == noted.kind) {
            let (eraser, tenant, subject) = (eraser.clone(), noted.tenant, noted.subject);
            crate::write!(store, [eraser, tenant, subject], |tx| { eraser.erase(tx, tenant, subject).await }).await?;
        }
    }
    store.close().await;
    let rows = contents.rows();
    Ok(Restored { at: contents.at, rows, files: contents.files, erased: u64::try_from(erased.len()).unwrap_or(0) })
}

/// The value of a cell of a backup for a column of the engine that it is restored to.
fn to_value(cell: &Json, column: &schema::Column) -> Result<Value, Error> {
    use schema::Kind;
    let wrong = || Error::Backup(format!("column {} does not hold what it should: {cell}", column.name));
    let bytes = || {
        let text = cell.get("b").and_then(Json::as_str).ok_or_else(wrong)?;
        BASE64.decode(text.as_bytes()).map_err(|_| wrong())
    };
    Ok(match (column.kind, cell) {
        (kind, Json::Null) => kind.absent(),
        (Kind::Integer, Json::Bool(it)) => i64::from(*it).to_value(),
        (Kind::Integer, _) => cell.as_i64().ok_or_else(wrong)?.to_value(),
        (Kind::Boolean, Json::Bool(it)) => it.to_value(),
        (Kind::Boolean, _) => (cell.as_i64().ok_or_else(wrong)? != 0).to_value(),
        (Kind::Text, _) => cell.as_str().ok_or_else(wrong)?.to_value(),
        (Kind::Bytes, _) => bytes()?.to_value(),
        (Kind::Uuid, _) => uuid::Uuid::from_slice(&bytes()?).map_err(|_| wrong())?.to_value(),
        (Kind::Double, _) => cell.get("d").and_then(Json::as_str).and_then(|text| text.parse::<f64>().ok()).ok_or_else(wrong)?.to_value(),
    })
}
