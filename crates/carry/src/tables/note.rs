//! Internal notes on a dossier. Never public, never in the journal but for their digest.

use kernel::{AccountId, DossierId, Instant, TenantId, TextId};
use store::{Error, Session, Tx, sql, values};

/// One note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its id, made by the form, so that sending twice makes no second note.
    pub id: TextId,
    /// What was noted.
    pub words: String,
    /// When.
    pub at: Instant,
    /// By whom.
    pub by: Option<AccountId>,
}

/// The notes on a dossier, newest first, from before `before`.
///
/// # Errors
/// When the database cannot be read.
pub async fn notes(
    s: &mut Session,
    tenant: TenantId,
    dossier: DossierId,
    before: Option<(Instant, TextId)>,
    limit: i64,
) -> Result<Vec<Note>, Error> {
    let rows = match before {
        Some((at, id)) => {
            s.all(
                sql!(
                    "SELECT id, words, written_at, written_by FROM dossier_note
                     WHERE tenant = $1 AND dossier = $2 AND (written_at, id) < ($3, $4) ORDER BY written_at DESC, id DESC LIMIT $5"
                ),
                &values![tenant, dossier, at, id, limit],
            )
            .await?
        }
        None => {
            s.all(
                sql!(
                    "SELECT id, words, written_at, written_by FROM dossier_note
                     WHERE tenant = $1 AND dossier = $2 ORDER BY written_at DESC, id DESC LIMIT $3"
                ),
                &values![tenant, dossier, limit],
            )
            .await?
        }
    };
    rows.iter()
        .map(|row| Ok(Note { id: row.get("id")?, words: row.get("words")?, at: row.get("written_at")?, by: row.get("written_by")? }))
        .collect()
}

pub(crate) async fn add_note(tx: &mut Tx, tenant: TenantId, dossier: DossierId, note: &Note) -> Result<(), Error> {
    tx.run(
        sql!("INSERT INTO dossier_note (tenant, id, dossier, words, written_at, written_by) VALUES ($1, $2, $3, $4, $5, $6)"),
        &values![tenant, note.id, dossier, note.words, note.at, note.by],
    )
    .await?;
    Ok(())
}

/// Whether a note with this id is there.
pub(crate) async fn has_note(s: &mut Session, tenant: TenantId, id: TextId) -> Result<bool, Error> {
    Ok(s.optional(sql!("SELECT id FROM dossier_note WHERE tenant = $1 AND id = $2"), &values![tenant, id]).await?.is_some())
}
