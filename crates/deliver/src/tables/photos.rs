//! Photos of what was there before, and of what is there now.

use crate::model::Moment;
use kernel::{CommitmentId, FileId, Instant, TenantId, TextId};
use store::files::NewFile;
use store::{Error, Row, Session, Tx, sql, values};

/// A photo of a commitment. All of it is public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// The file.
    pub id: FileId,
    /// Of which commitment.
    pub commitment: CommitmentId,
    /// Whether it shows what was there, or what is there now.
    pub moment: Moment,
    /// What is on it, for whoever does not see it.
    pub description: TextId,
    /// Width in pixels.
    pub width: i64,
    /// Height in pixels.
    pub height: i64,
    /// When it was put here.
    pub at: Instant,
}

fn read(row: &Row) -> Result<Photo, Error> {
    let moment: String = row.get("moment")?;
    Ok(Photo {
        id: row.get("id")?,
        commitment: row.get("commitment")?,
        moment: Moment::of(&moment).ok_or_else(|| Error::Broken(format!("a photo holds «{moment}», which is no code of ours")))?,
        description: row.get("description")?,
        width: row.get("width")?,
        height: row.get("height")?,
        at: row.get("at")?,
    })
}

/// The photos of a commitment, what was there before first, then in the order in which they came.
///
/// # Errors
/// When the database does not answer.
pub async fn of_commitment(s: &mut Session, tenant: TenantId, commitment: CommitmentId) -> Result<Vec<Photo>, Error> {
    let rows = s
        .all(
            sql!("SELECT * FROM commitment_photo WHERE tenant = $1 AND commitment = $2 ORDER BY at, id LIMIT 100"),
            &values![tenant, commitment],
        )
        .await?;
    let mut found = rows.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    found.sort_by_key(|photo| photo.moment);
    Ok(found)
}

/// One photo.
///
/// # Errors
/// When the database does not answer.
pub async fn photo(s: &mut Session, tenant: TenantId, id: FileId) -> Result<Option<Photo>, Error> {
    s.optional(sql!("SELECT * FROM commitment_photo WHERE tenant = $1 AND id = $2"), &values![tenant, id])
        .await?
        .as_ref()
        .map(read)
        .transpose()
}

/// Keeps a photo whose `size` bytes were put before.
pub(crate) async fn insert(tx: &mut Tx, tenant: TenantId, it: &Photo, size: i64) -> Result<(), Error> {
    tx.keep_file(tenant, NewFile { id: it.id, media_type: "image/jpeg".to_owned(), size, owner: it.commitment.uuid() }).await?;
    tx.run(
        sql!(
            "INSERT INTO commitment_photo (tenant, id, commitment, moment, description, width, height, at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        &values![tenant, it.id, it.commitment, it.moment.code(), it.description, it.width, it.height, it.at],
    )
    .await
    .map(drop)
}

/// Forgets a photo; its bytes go by a job after the transaction.
pub(crate) async fn forget(tx: &mut Tx, tenant: TenantId, id: FileId) -> Result<(), Error> {
    tx.run(sql!("DELETE FROM commitment_photo WHERE tenant = $1 AND id = $2"), &values![tenant, id]).await?;
    store::files::forget(tx, tenant, id).await
}
