//! The list of who was erased, outside the database and therefore outside every backup.
//!
//! It holds the id of a pseudonym and a moment, never a name. A restore replays it, so that an old backup does not bring
//! a person back.

use crate::{Error, Store, Tx};
use async_trait::async_trait;
use kernel::{Instant, TenantId};
use std::io::{BufRead as _, BufReader, ErrorKind, Write as _};
use std::path::Path;
use uuid::Uuid;

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Noted {
    /// Whose data.
    pub tenant: TenantId,
    /// What was erased: the id of an identity, a text or a file.
    pub subject: Uuid,
    /// What kind of thing it is, for instance `identity`; the [`Eraser`]s of that kind are called at a restore.
    pub kind: String,
    /// When.
    pub at: Instant,
}

/// Erases one kind of thing again after a restore. It must bear being called for what is no longer there.
#[async_trait]
pub trait Eraser: Send + Sync {
    /// The kind that it erases.
    fn kind(&self) -> &str;
    /// Erases.
    ///
    /// # Errors
    /// What the database says; then the restore fails as a whole.
    async fn erase(&self, tx: &mut Tx, tenant: TenantId, subject: Uuid) -> Result<(), Error>;
}

/// Writes on the list that something is about to be erased. Call it before the rows go: then a crash in between erases
/// once too often rather than once too seldom.
///
/// # Errors
/// [`Error::Unavailable`] when the list cannot be written; then the rows must stay.
pub async fn note(store: &Store, tenant: TenantId, subject: Uuid, kind: &str, at: Instant) -> Result<(), Error> {
    let path = store.erasure_list().to_owned();
    let noted = Noted { tenant, subject, kind: kind.to_owned(), at };
    let written = tokio::task::spawn_blocking(move || append(&path, &noted)).await;
    written.map_err(|error| Error::Unavailable(error.to_string()))?
}

fn append(path: &Path, noted: &Noted) -> Result<(), Error> {
    let failed = |error: std::io::Error| Error::Unavailable(format!("{}: {error}", path.display()));
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder {
        crate::private::folder(folder).map_err(failed)?;
    }
    let is_new = !path.exists();
    let mut line = serde_json::to_string(noted).map_err(|error| Error::Broken(error.to_string()))?;
    // A line that a crash cut off is ended first, so that it cannot swallow this one. Empty lines are skipped when read.
    line.insert(0, '\n');
    line.push('\n');
    crate::private::file(path).map_err(failed)?;
    let mut file = std::fs::OpenOptions::new().create(true).append(true).open(path).map_err(failed)?;
    file.write_all(line.as_bytes()).map_err(failed)?;
    file.sync_all().map_err(failed)?;
    if let Some(folder) = folder.filter(|_| is_new) {
        std::fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)?;
    }
    Ok(())
}

/// Everything on the list, oldest first; nothing when there is no list. A last line that a crash cut off was never
/// acknowledged and is left out.
///
/// # Errors
/// [`Error::Unavailable`] when the list cannot be read.
pub fn list(path: &Path) -> Result<Vec<Noted>, Error> {
    let failed = |error: std::io::Error| Error::Unavailable(format!("{}: {error}", path.display()));
    let file = match std::fs::File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed(error)),
    };
    let mut noted = Vec::new();
    for line in BufReader::new(file).lines() {
        let line = line.map_err(failed)?;
        if let Ok(entry) = serde_json::from_str(&line) {
            noted.push(entry);
        } else if !line.is_empty() {
            tracing::warn!(list = %path.display(), "a line of the erasure list was cut off and is left out");
        }
    }
    Ok(noted)
}
