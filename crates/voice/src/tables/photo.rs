//! Photos: kept when they are uploaded, sent with their contribution, shown when somebody looked at them.

use crate::model::contribution::SentPhoto;
use crate::model::photo::Photo;
use kernel::{ContributionId, FileId, Instant, TenantId};
use store::files::NewFile;
use store::{Error, Row, Session, Tx, sql, values};

/// A photo as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptPhoto {
    /// The file.
    pub id: FileId,
    /// The contribution it goes with; it may not have been sent yet.
    pub contribution: ContributionId,
    /// Width in pixels.
    pub width: i64,
    /// Height in pixels.
    pub height: i64,
    /// What is on it, in the author's words.
    pub description: Option<String>,
    /// Whether the contribution was sent with it.
    pub sent: bool,
    /// Whether the person who screened lets everybody see it.
    pub shown: bool,
}

fn read(row: &Row) -> Result<KeptPhoto, Error> {
    Ok(KeptPhoto {
        id: row.get("id")?,
        contribution: row.get("contribution")?,
        width: row.get("width")?,
        height: row.get("height")?,
        description: row.get("description")?,
        sent: row.get("sent")?,
        shown: row.get("shown")?,
    })
}

/// The photos of a contribution, also those that were uploaded and not yet sent, in the author's order.
///
/// # Errors
/// When the database fails.
pub async fn of(s: &mut Session, tenant: TenantId, contribution: ContributionId) -> Result<Vec<KeptPhoto>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT id, contribution, width, height, description, sent, shown FROM photo
                 WHERE tenant = $1 AND contribution = $2 ORDER BY position, id"
            ),
            &values![tenant, contribution],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// One photo.
///
/// # Errors
/// When the database fails.
pub async fn photo(s: &mut Session, tenant: TenantId, id: FileId) -> Result<Option<KeptPhoto>, Error> {
    let row = s
        .optional(
            sql!("SELECT id, contribution, width, height, description, sent, shown FROM photo WHERE tenant = $1 AND id = $2"),
            &values![tenant, id],
        )
        .await?;
    row.as_ref().map(read).transpose()
}

/// Notes an uploaded photo whose bytes were put before.
pub(crate) async fn keep(
    tx: &mut Tx,
    tenant: TenantId,
    contribution: ContributionId,
    id: FileId,
    photo: &Photo,
    at: Instant,
) -> Result<(), Error> {
    let size = i64::try_from(photo.bytes.len()).unwrap_or(i64::MAX);
    tx.keep_file(tenant, NewFile { id, media_type: "image/jpeg".to_owned(), size, owner: contribution.uuid() }).await?;
    tx.run(
        sql!(
            "INSERT INTO photo (tenant, id, contribution, position, width, height, sent, shown, received)
             VALUES ($1, $2, $3, 0, $4, $5, FALSE, FALSE, $6)"
        ),
        &values![tenant, id, contribution, i64::from(photo.width), i64::from(photo.height), at],
    )
    .await
    .map(|_| ())
}

/// Sends the kept photos along with their contribution. Returns how many were still there.
pub(crate) async fn send(tx: &mut Tx, tenant: TenantId, contribution: ContributionId, photos: &[SentPhoto]) -> Result<u64, Error> {
    let mut sent = 0;
    for (position, photo) in (1_i64..).zip(photos) {
        sent += tx
            .run(
                sql!(
                    "UPDATE photo SET sent = TRUE, position = $4, description = $5
                     WHERE tenant = $1 AND contribution = $2 AND id = $3 AND sent = FALSE"
                ),
                &values![tenant, contribution, photo.file, position, photo.description.as_ref().map(|words| words.as_str().to_owned())],
            )
            .await?;
    }
    Ok(sent)
}

/// Lets everybody see a photo, or nobody.
pub(crate) async fn show(tx: &mut Tx, tenant: TenantId, id: FileId, shown: bool) -> Result<(), Error> {
    tx.run(sql!("UPDATE photo SET shown = $3 WHERE tenant = $1 AND id = $2"), &values![tenant, id, shown]).await.map(|_| ())
}

/// Forgets a photo; its bytes go by a job after the transaction.
pub(crate) async fn forget(tx: &mut Tx, tenant: TenantId, id: FileId) -> Result<(), Error> {
    tx.run(sql!("DELETE FROM photo WHERE tenant = $1 AND id = $2"), &values![tenant, id]).await?;
    store::files::forget(tx, tenant, id).await
}
