//! Translations of contributions, beside the words of the author.

use kernel::{AccountId, ContributionId, Instant, Language, TenantId, TextId};
use store::texts::Origin;
use store::{Error, Row, Session, Tx, sql, values};
use uuid::Uuid;

/// A translation of what everybody may read of a contribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    /// Its id, under which its words are found and under whose key the journal holds their digest.
    pub id: TextId,
    /// Of which contribution.
    pub contribution: ContributionId,
    /// Into which language.
    pub language: Language,
    /// The title.
    pub title: String,
    /// The words, when the author wrote more than a title.
    pub body: Option<String>,
    /// Whether a person made it or a machine.
    pub origin: Origin,
    /// When it was written down.
    pub written: Instant,
}

fn read(row: &Row) -> Result<Translation, Error> {
    Ok(Translation {
        id: row.get("id")?,
        contribution: row.get("contribution")?,
        language: row.get("language")?,
        title: row.get("title")?,
        body: row.get("body")?,
        origin: if row.get("by_machine")? { Origin::Machine } else { Origin::Human },
        written: row.get("written")?,
    })
}

/// The translations of a contribution, one for each language, in the order of the languages.
///
/// # Errors
/// When the database fails.
pub async fn of(s: &mut Session, tenant: TenantId, contribution: ContributionId) -> Result<Vec<Translation>, Error> {
    let rows = s
        .all(
            sql!("SELECT * FROM contribution_translation WHERE tenant = $1 AND contribution = $2 ORDER BY language"),
            &values![tenant, contribution],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// The contribution of which this is a translation.
pub(crate) async fn contribution_of(s: &mut Session, tenant: TenantId, id: Uuid) -> Result<Option<ContributionId>, Error> {
    let row =
        s.optional(sql!("SELECT contribution FROM contribution_translation WHERE tenant = $1 AND id = $2"), &values![tenant, id]).await?;
    row.map(|row| row.get("contribution")).transpose()
}

pub(crate) async fn insert(tx: &mut Tx, tenant: TenantId, it: &Translation, by: Option<AccountId>) -> Result<(), Error> {
    tx.run(
        sql!(
            "INSERT INTO contribution_translation (tenant, id, contribution, language, title, body, by_machine, written, written_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        &values![tenant, it.id, it.contribution, it.language, it.title, it.body, it.origin == Origin::Machine, it.written, by],
    )
    .await
    .map(drop)
}

pub(crate) async fn delete(tx: &mut Tx, tenant: TenantId, id: TextId) -> Result<(), Error> {
    tx.run(sql!("DELETE FROM contribution_translation WHERE tenant = $1 AND id = $2"), &values![tenant, id]).await.map(drop)
}
