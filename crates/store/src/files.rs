//! Photos and other files: their bytes in a folder or a bucket, their rows in the database.
//!
//! The bytes are put first and the row is kept in the write that needs them, so a row never stands without its bytes.
//! Bytes whose write was lost are orphans; [`sweep`] removes them a day later.

use crate::{Error, FilesSettings, Row, Session, Store, Tx};
use bytes::Bytes;
use futures::TryStreamExt as _;
use kernel::{FileId, Instant, TenantId};
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt as _};
use std::fmt;
use std::sync::Arc;
use uuid::Uuid;

/// Where the bytes lie. Cheap to clone.
#[derive(Clone)]
pub struct Files(Arc<dyn ObjectStore>);

impl fmt::Debug for Files {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Files({})", self.0)
    }
}

/// A file whose bytes were put and which a row is to be kept of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// The file.
    pub id: FileId,
    /// Its media type, for instance `image/jpeg`.
    pub media_type: String,
    /// How many bytes.
    pub size: i64,
    /// To what it belongs, for instance a contribution.
    pub owner: Uuid,
}

/// A file as the database knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRow {
    /// The file.
    pub id: FileId,
    /// Its media type.
    pub media_type: String,
    /// How many bytes.
    pub size: i64,
    /// To what it belongs.
    pub owner: Uuid,
}

impl Files {
    pub(crate) fn open(settings: &FilesSettings) -> Result<Self, Error> {
        let store: Arc<dyn ObjectStore> = match settings {
            FilesSettings::Folder(folder) => {
                crate::private::folder(folder).map_err(|error| Error::Files(format!("{}: {error}", folder.display())))?;
                Arc::new(LocalFileSystem::new_with_prefix(folder).map_err(failed)?.with_fsync(true))
            }
            FilesSettings::S3 { endpoint, bucket, region, key, secret } => {
                // Whoever came first chose the provider; it is the same one.
                let _ = rustls::crypto::ring::default_provider().install_default();
                let builder = AmazonS3Builder::new()
                    .with_endpoint(endpoint)
                    .with_bucket_name(bucket)
                    .with_region(region)
                    .with_access_key_id(key)
                    .with_secret_access_key(secret)
                    .with_allow_http(endpoint.starts_with("http://"))
                    .with_virtual_hosted_style_request(false);
                Arc::new(builder.build().map_err(failed)?)
            }
        };
        Ok(Self(store))
    }

    /// Stores the bytes of a file; they are on disk when it answers.
    ///
    /// # Errors
    /// [`Error::Files`].
    pub async fn put(&self, tenant: TenantId, file: FileId, bytes: Bytes) -> Result<(), Error> {
        self.0.put(&place(tenant, file), bytes.into()).await.map(drop).map_err(failed)
    }

    /// The bytes of a file, if they are there.
    ///
    /// # Errors
    /// [`Error::Files`].
    pub async fn get(&self, tenant: TenantId, file: FileId) -> Result<Option<Bytes>, Error> {
        match self.0.get(&place(tenant, file)).await {
            Ok(found) => found.bytes().await.map(Some).map_err(failed),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(failed(error)),
        }
    }

    /// Removes the bytes of a file; it is no error when they are gone already.
    ///
    /// # Errors
    /// [`Error::Files`].
    pub async fn delete(&self, tenant: TenantId, file: FileId) -> Result<(), Error> {
        match self.0.delete(&place(tenant, file)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(failed(error)),
        }
    }
}

#[allow(clippy::needless_pass_by_value, reason = "made for map_err")]
fn failed(error: object_store::Error) -> Error {
    Error::Files(error.to_string())
}

/// One folder per tenant, so that the files of one can be handed over or removed at once.
fn place(tenant: TenantId, file: FileId) -> Path {
    Path::from(format!("{tenant}/{file}"))
}

fn of_place(place: &Path) -> Option<(TenantId, FileId)> {
    let (tenant, file) = place.as_ref().split_once('/')?;
    Some((tenant.parse().ok()?, file.parse().ok()?))
}

impl Tx {
    /// Keeps the row of a file whose bytes were put before.
    ///
    /// # Errors
    /// [`Error::Conflict`] when the tenant has that file already.
    pub async fn keep_file(&mut self, tenant: TenantId, file: NewFile) -> Result<(), Error> {
        let sql = crate::sql!("INSERT INTO file (tenant, id, media_type, size, owner, at) VALUES ($1, $2, $3, $4, $5, $6)");
        let now = self.now();
        self.run(sql, &crate::values![tenant, file.id, file.media_type, file.size, file.owner, now]).await.map(drop)
    }
}

/// The files that belong to something, in the order in which they came.
///
/// # Errors
/// What the database says.
pub async fn of(session: &mut Session, tenant: TenantId, owner: Uuid) -> Result<Vec<FileRow>, Error> {
    let sql = crate::sql!("SELECT id, media_type, size, owner FROM file WHERE tenant = $1 AND owner = $2 ORDER BY id");
    session.all(sql, &crate::values![tenant, owner]).await?.iter().map(file_row).collect()
}

/// One file of a tenant.
///
/// # Errors
/// What the database says.
pub async fn row(session: &mut Session, tenant: TenantId, file: FileId) -> Result<Option<FileRow>, Error> {
    let sql = crate::sql!("SELECT id, media_type, size, owner FROM file WHERE tenant = $1 AND id = $2");
    session.optional(sql, &crate::values![tenant, file]).await?.as_ref().map(file_row).transpose()
}

/// Removes the row of a file. Its bytes are orphans from then on: delete them after the write, or leave them to [`sweep`].
///
/// # Errors
/// What the database says; it is no error when there is no such row.
pub async fn forget(tx: &mut Tx, tenant: TenantId, file: FileId) -> Result<(), Error> {
    let sql = crate::sql!("DELETE FROM file WHERE tenant = $1 AND id = $2");
    tx.run(sql, &crate::values![tenant, file]).await.map(drop)
}

fn file_row(row: &Row) -> Result<FileRow, Error> {
    Ok(FileRow { id: row.get("id")?, media_type: row.get("media_type")?, size: row.get("size")?, owner: row.get("owner")? })
}

/// Removes the bytes of files made before `before` that no row speaks of; answers how many. `before` must leave time for
/// a write that is under way: a day is plenty. The moment of a file is that of its id.
///
/// # Errors
/// [`Error::Files`], and what the database says.
pub async fn sweep(store: &Store, before: Instant) -> Result<usize, Error> {
    let mut found = store.files().0.list(None);
    let mut removed = 0;
    while let Some(object) = found.try_next().await.map_err(failed)? {
        let Some((tenant, file)) = of_place(&object.location) else { continue };
        if made_at(file) >= before {
            continue;
        }
        let known = row(&mut store.read().await?, tenant, file).await?;
        if known.is_none() {
            store.files().delete(tenant, file).await?;
            removed += 1;
        }
    }
    Ok(removed)
}

fn made_at(file: FileId) -> Instant {
    let micros = file.uuid().get_timestamp().map_or(0, |stamp| {
        let (seconds, nanos) = stamp.to_unix();
        i64::try_from(seconds).unwrap_or(0).saturating_mul(1_000_000) + i64::from(nanos / 1000)
    });
    Instant::from_micros(micros)
}
