//! Decisions that came before a dossier was processed (F3 X12). Every row stays.

use super::next;
use crate::model::OvertakingEnding;
use kernel::{AccountId, Date, DossierId, Instant, TenantId, TextId};
use store::{Error, Session, Tx, sql, values};

/// One decision that came too early.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overtaking {
    /// The first of a dossier is 1.
    pub number: i64,
    /// The day of that decision.
    pub day: Date,
    /// When it was found.
    pub at: Instant,
    /// How it ended; `None` while nobody looked at it.
    pub ended: Option<OvertakingEnding>,
    /// How it came and what was done, in public words, when the process guardian explained it.
    pub motive: Option<TextId>,
    /// When it ended.
    pub ended_at: Option<Instant>,
}

/// The decisions that came before a dossier was processed, newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn overtakings(s: &mut Session, tenant: TenantId, dossier: DossierId) -> Result<Vec<Overtaking>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT number, day, found_at, ended, motive, ended_at FROM overtaking
                 WHERE tenant = $1 AND dossier = $2 ORDER BY number DESC LIMIT 50"
            ),
            &values![tenant, dossier],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Overtaking {
                number: row.get("number")?,
                day: row.get("day")?,
                at: row.get("found_at")?,
                ended: row.get::<Option<String>>("ended")?.and_then(|code| OvertakingEnding::of(&code)),
                motive: row.get("motive")?,
                ended_at: row.get("ended_at")?,
            })
        })
        .collect()
}

/// Writes down that a decision of that day came too early.
pub(crate) async fn add_overtaking(tx: &mut Tx, tenant: TenantId, dossier: DossierId, day: Date, at: Instant) -> Result<(), Error> {
    let last = sql!("SELECT CAST(coalesce(max(number), 0) AS BIGINT) AS last FROM overtaking WHERE tenant = $1 AND dossier = $2");
    let number = next(tx, last, tenant, dossier).await?;
    tx.run(
        sql!("INSERT INTO overtaking (tenant, dossier, number, day, found_at) VALUES ($1, $2, $3, $4, $5)"),
        &values![tenant, dossier, number, day, at],
    )
    .await?;
    Ok(())
}

/// Writes down how it ended.
pub(crate) async fn end_overtaking(
    tx: &mut Tx,
    tenant: TenantId,
    dossier: DossierId,
    (ended, motive): (OvertakingEnding, Option<TextId>),
    (at, by): (Instant, Option<AccountId>),
) -> Result<(), Error> {
    tx.run(
        sql!(
            "UPDATE overtaking SET ended = $3, motive = $4, ended_at = $5, ended_by = $6
             WHERE tenant = $1 AND dossier = $2 AND ended IS NULL"
        ),
        &values![tenant, dossier, ended.code(), motive, at, by],
    )
    .await?;
    Ok(())
}
