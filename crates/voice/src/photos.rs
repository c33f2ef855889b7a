//! Photos that come in: written anew, kept under the id of the contribution they will go with, and thrown away
//! when that contribution is never sent.

use crate::jobs;
use crate::model::photo::{PHOTOS_MOST, Photo, PhotoError, renew};
use crate::tables::{contribution as contributions, photo as table};
use kernel::{ContributionId, FileId, Instant, TenantId};
use store::Store;

/// Why a photo was not kept.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// The file is no photo that can be taken.
    #[error(transparent)]
    Photo(#[from] PhotoError),
    /// There are as many as fit.
    #[error("there are as many photos as fit")]
    TooMany,
    /// The contribution was sent already.
    #[error("the contribution was sent already")]
    Sent,
    /// The database or the folder of files failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

/// Reads the file in the background, writes it anew and keeps it for the contribution that will be sent with it.
///
/// # Errors
/// When the file is no photo, there are as many as fit, or the store fails. Nothing is kept then.
pub async fn keep(
    store: &Store,
    tenant: TenantId,
    contribution: ContributionId,
    file: bytes::Bytes,
    at: Instant,
) -> Result<FileId, Refused> {
    let photo = tokio::task::spawn_blocking(move || renew(&file)).await.unwrap_or(Err(PhotoError::Damaged))?;
    let id = FileId::new(at, store.random());
    {
        let mut session = store.read().await?;
        if contributions::earlier(&mut session, tenant, contribution).await?.is_some() {
            return Err(Refused::Sent);
        }
        if table::of(&mut session, tenant, contribution).await?.len() >= PHOTOS_MOST {
            return Err(Refused::TooMany);
        }
    }
    store.files().put(tenant, id, bytes::Bytes::from(photo.bytes.clone())).await?;
    let photo = Photo { bytes: photo.bytes, ..photo };
    store::write!(store, [photo], |tx| {
        table::keep(tx, tenant, contribution, id, &photo, at).await?;
        tx.enqueue(jobs::sweep_photo(tenant, id, at.plus_seconds(jobs::UNSENT_SECONDS))).await?;
        Ok::<_, store::Error>(())
    })
    .await?;
    Ok(id)
}

/// Throws a photo away that was uploaded and not yet sent. `false` when it is no such photo.
///
/// # Errors
/// When the store fails.
pub async fn drop_unsent(store: &Store, tenant: TenantId, contribution: ContributionId, id: FileId) -> Result<bool, store::Error> {
    store::write!(store, [], |tx| {
        match table::photo(tx, tenant, id).await? {
            Some(kept) if !kept.sent && kept.contribution == contribution => {
                table::forget(tx, tenant, id).await?;
                let at = tx.now();
                tx.enqueue(jobs::delete_bytes(tenant, id, at)).await?;
                Ok::<_, store::Error>(true)
            }
            _ => Ok(false),
        }
    })
    .await
}
