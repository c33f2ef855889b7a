//! Lists that somebody keeps under a name: which page, and how it is narrowed. They are of one account, for that account
//! alone, and go when it is ended.

use crate::tables::events::{self, Event};
use kernel::{AccountId, Actor, TenantId};
use store::{Error, Session, Tx, sql, values};

/// A list under the name that its owner gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedView {
    /// The name.
    pub name: String,
    /// The question part of the address: codes and ids, no words.
    pub query: String,
}

/// What an account keeps for the page at `place`, by name.
///
/// # Errors
/// When the database does not answer.
pub async fn all(s: &mut Session, tenant: TenantId, account: AccountId, place: &str) -> Result<Vec<SavedView>, Error> {
    let rows = s
        .all(
            sql!("SELECT name, query FROM saved_view WHERE tenant = $1 AND account = $2 AND place = $3 ORDER BY name LIMIT 100"),
            &values![tenant, account, place],
        )
        .await?;
    rows.iter().map(|row| Ok(SavedView { name: row.get("name")?, query: row.get("query")? })).collect()
}

/// Keeps a list; one with the same name is replaced.
///
/// # Errors
/// When the database does not answer.
pub async fn save(tx: &mut Tx, tenant: TenantId, account: AccountId, place: &str, view: &SavedView) -> Result<(), Error> {
    let now = tx.now();
    tx.run(
        sql!(
            "INSERT INTO saved_view (tenant, account, place, name, query, saved) VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (tenant, account, place, name) DO UPDATE SET query = $5, saved = $6"
        ),
        &values![tenant, account, place, view.name, view.query, now],
    )
    .await?;
    events::record(tx, tenant, &Actor::Account { account }, Event::ViewSaved { account }).await
}

/// Forgets a list; false when there is none of that name.
///
/// # Errors
/// When the database does not answer.
pub async fn remove(tx: &mut Tx, tenant: TenantId, account: AccountId, place: &str, name: &str) -> Result<bool, Error> {
    let gone = tx
        .run(
            sql!("DELETE FROM saved_view WHERE tenant = $1 AND account = $2 AND place = $3 AND name = $4"),
            &values![tenant, account, place, name],
        )
        .await?;
    if gone > 0 {
        events::record(tx, tenant, &Actor::Account { account }, Event::ViewForgotten { account }).await?;
    }
    Ok(gone > 0)
}

/// Forgets everything that an account kept.
pub(crate) async fn remove_all(tx: &mut Tx, tenant: TenantId, account: AccountId) -> Result<(), Error> {
    tx.run(sql!("DELETE FROM saved_view WHERE tenant = $1 AND account = $2"), &values![tenant, account]).await.map(drop)
}
