//! What holds for all processes of a municipality: answered once, dated, and filled in with each next guide.

use kernel::{AccountId, Instant, TenantId};
use std::collections::BTreeMap;
use store::{Error, Session, Tx, sql, values};

/// What somebody said of the organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationAnswer {
    /// The value, as [`evidence::Facts::read`] reads it.
    pub value: String,
    /// When it was said.
    pub at: Instant,
}

/// Everything that holds for all processes, by the key of its fact.
///
/// # Errors
/// When the database cannot be read.
pub async fn organisation_facts(s: &mut Session, tenant: TenantId) -> Result<BTreeMap<String, OrganisationAnswer>, Error> {
    s.all(sql!("SELECT fact, value, answered FROM organisation_fact WHERE tenant = $1"), &values![tenant])
        .await?
        .iter()
        .map(|row| Ok((row.get("fact")?, OrganisationAnswer { value: row.get("value")?, at: row.get("answered")? })))
        .collect()
}

/// Keeps an answer in the place of the one before; nothing makes it unknown again.
///
/// # Errors
/// When the database cannot be written.
pub async fn keep(tx: &mut Tx, tenant: TenantId, fact: &str, value: Option<&str>, by: Option<AccountId>, at: Instant) -> Result<(), Error> {
    let Some(value) = value else {
        return tx.run(sql!("DELETE FROM organisation_fact WHERE tenant = $1 AND fact = $2"), &values![tenant, fact]).await.map(drop);
    };
    let sql = sql!(
        "INSERT INTO organisation_fact (tenant, fact, value, answered_by, answered) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (tenant, fact) DO UPDATE SET value = excluded.value, answered_by = excluded.answered_by, answered = excluded.answered"
    );
    tx.run(sql, &values![tenant, fact, value, by, at]).await.map(drop)
}
