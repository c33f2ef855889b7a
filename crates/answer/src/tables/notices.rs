//! Messages to authors beside an answer.

use kernel::{ContributionId, DossierId, Instant, NoticeId, TenantId, TextId};
use store::{Error, Session, Tx, sql, values};
use uuid::Uuid;

/// A message to the authors of a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Its id.
    pub id: NoticeId,
    /// The dossier whose authors get it.
    pub dossier: DossierId,
    /// What it is about, by the id of that thing in its own room.
    pub matter: Uuid,
    /// What it says of that, as a code of the room that wrote it.
    pub about: String,
    /// At which turn, so that the same is told once each time it happens.
    pub occasion: String,
    /// The subject of the mail or letter.
    pub subject: TextId,
    /// What it says.
    pub words: TextId,
    /// When it was written.
    pub at: Instant,
    /// Whether it need not be brought any more: what it asks was answered.
    pub closed: bool,
}

fn read(row: &store::Row) -> Result<Notice, Error> {
    Ok(Notice {
        id: row.get("id")?,
        dossier: row.get("dossier")?,
        matter: row.get("matter")?,
        about: row.get("about")?,
        occasion: row.get("occasion")?,
        subject: row.get("subject")?,
        words: row.get("words")?,
        at: row.get("at")?,
        closed: row.get("closed")?,
    })
}

/// One notice.
///
/// # Errors
/// When the database does not answer.
pub async fn notice(s: &mut Session, tenant: TenantId, id: NoticeId) -> Result<Option<Notice>, Error> {
    s.optional(sql!("SELECT * FROM notice WHERE tenant = $1 AND id = $2"), &values![tenant, id]).await?.as_ref().map(read).transpose()
}

/// The notice about a matter at one occasion, when it was written before.
///
/// # Errors
/// When the database does not answer.
pub async fn about(s: &mut Session, tenant: TenantId, matter: Uuid, about: &str, occasion: &str) -> Result<Option<Notice>, Error> {
    s.optional(
        sql!("SELECT * FROM notice WHERE tenant = $1 AND matter = $2 AND about = $3 AND occasion = $4"),
        &values![tenant, matter, about, occasion],
    )
    .await?
    .as_ref()
    .map(read)
    .transpose()
}

pub(crate) async fn insert(tx: &mut Tx, tenant: TenantId, it: &Notice) -> Result<(), Error> {
    tx.run(
        sql!(
            "INSERT INTO notice (tenant, id, dossier, matter, about, occasion, subject, words, at, closed)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        &values![tenant, it.id, it.dossier, it.matter, it.about, it.occasion, it.subject, it.words, it.at, it.closed],
    )
    .await
    .map(drop)
}

/// Whether this author has the notice, or it is on its way.
pub(crate) async fn is_sent(s: &mut Session, tenant: TenantId, id: NoticeId, to: ContributionId) -> Result<bool, Error> {
    let sql = sql!("SELECT id FROM delivery WHERE tenant = $1 AND notice = $2 AND contribution = $3");
    Ok(s.optional(sql, &values![tenant, id, to]).await?.is_some())
}

/// Notes of all notices of this kind about a matter that they need not be brought any more.
pub(crate) async fn close(tx: &mut Tx, tenant: TenantId, matter: Uuid, about: &str) -> Result<(), Error> {
    tx.run(
        sql!(
            "UPDATE delivery SET settled = TRUE WHERE tenant = $1 AND settled = FALSE AND notice IN
             (SELECT id FROM notice WHERE tenant = $1 AND matter = $2 AND about = $3 AND closed = FALSE)"
        ),
        &values![tenant, matter, about],
    )
    .await?;
    tx.run(
        sql!("UPDATE notice SET closed = TRUE WHERE tenant = $1 AND matter = $2 AND about = $3 AND closed = FALSE"),
        &values![tenant, matter, about],
    )
    .await
    .map(drop)
}
