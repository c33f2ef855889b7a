//! Contributions of a bundle that say something else than most of it, each with one sentence that tells what.

use kernel::{AccountId, ContributionId, DossierId, Instant, TenantId, TextId};
use store::{Error, Session, Tx, sql, values};

/// A contribution that says something else than most of the bundle it travels in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Minority {
    /// Which contribution.
    pub contribution: ContributionId,
    /// What differs, in one public sentence.
    pub words: TextId,
    /// When it was marked.
    pub at: Instant,
}

/// The minorities that were marked in a dossier, those that went on apart since included; at most 1000.
///
/// # Errors
/// When the database cannot be read.
pub async fn minorities(s: &mut Session, tenant: TenantId, dossier: DossierId) -> Result<Vec<Minority>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT contribution, words, marked_at FROM bundle_minority WHERE tenant = $1 AND dossier = $2
                 ORDER BY marked_at, contribution LIMIT 1000"
            ),
            &values![tenant, dossier],
        )
        .await?;
    rows.iter()
        .map(|row| Ok(Minority { contribution: row.get("contribution")?, words: row.get("words")?, at: row.get("marked_at")? }))
        .collect()
}

/// Takes the mark away, and the sentence with it.
pub(crate) async fn unmark(tx: &mut Tx, tenant: TenantId, dossier: DossierId, contribution: ContributionId) -> Result<u64, Error> {
    let sql = sql!("SELECT words FROM bundle_minority WHERE tenant = $1 AND dossier = $2 AND contribution = $3");
    if let Some(row) = tx.optional(sql, &values![tenant, dossier, contribution]).await? {
        let words: TextId = row.get("words")?;
        tx.forget_text(tenant, words).await?;
        tx.forget_key(tenant, words.uuid()).await?;
    }
    tx.run(
        sql!("DELETE FROM bundle_minority WHERE tenant = $1 AND dossier = $2 AND contribution = $3"),
        &values![tenant, dossier, contribution],
    )
    .await
}

/// Takes the mark of a contribution away in every dossier in which it ever travelled: what it says differently are its words.
pub(crate) async fn forget_minority(tx: &mut Tx, tenant: TenantId, contribution: ContributionId) -> Result<(), Error> {
    for dossier in journey::dossiers_of(tx, tenant, contribution).await? {
        unmark(tx, tenant, dossier, contribution).await?;
    }
    Ok(())
}

pub(crate) async fn mark(tx: &mut Tx, tenant: TenantId, dossier: DossierId, it: &Minority, by: Option<AccountId>) -> Result<(), Error> {
    unmark(tx, tenant, dossier, it.contribution).await?;
    tx.run(
        sql!("INSERT INTO bundle_minority (tenant, dossier, contribution, words, marked_at, marked_by) VALUES ($1, $2, $3, $4, $5, $6)"),
        &values![tenant, dossier, it.contribution, it.words, it.at, by],
    )
    .await?;
    Ok(())
}
