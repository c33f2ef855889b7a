//! Links with which somebody who forgot the password sets another: a digest of the token, whose, until when.

use kernel::{AccountId, Instant, TenantId};
use store::{Error, Session, Tx, sql, values};
use uuid::Uuid;

/// Makes one.
pub(crate) async fn make(tx: &mut Tx, tenant: TenantId, digest: &str, id: Uuid, account: AccountId, expires: Instant) -> Result<(), Error> {
    let sql = sql!("INSERT INTO password_link (tenant, token, id, account, expires) VALUES ($1, $2, $3, $4, $5)");
    tx.run(sql, &values![tenant, digest, id, account, expires]).await.map(drop)
}

/// Whose link this is, as long as it works.
pub(crate) async fn whose(s: &mut Session, tenant: TenantId, digest: &str, now: Instant) -> Result<Option<AccountId>, Error> {
    let sql = sql!("SELECT account FROM password_link WHERE tenant = $1 AND token = $2 AND expires > $3");
    s.optional(sql, &values![tenant, digest, now]).await?.map(|row| row.get("account")).transpose()
}

/// Uses one up: true for whoever comes first, false for everybody after.
pub(crate) async fn use_up(tx: &mut Tx, tenant: TenantId, digest: &str) -> Result<bool, Error> {
    let now = tx.now();
    let sql = sql!("DELETE FROM password_link WHERE tenant = $1 AND token = $2 AND expires > $3");
    Ok(tx.run(sql, &values![tenant, digest, now]).await? == 1)
}

/// Removes all of an account.
pub(crate) async fn remove_all(tx: &mut Tx, tenant: TenantId, account: AccountId) -> Result<(), Error> {
    tx.run(sql!("DELETE FROM password_link WHERE tenant = $1 AND account = $2"), &values![tenant, account]).await.map(drop)
}

/// Removes those whose hour has passed; how many.
pub(crate) async fn remove_old(tx: &mut Tx, tenant: TenantId, now: Instant) -> Result<u64, Error> {
    tx.run(sql!("DELETE FROM password_link WHERE tenant = $1 AND expires <= $2"), &values![tenant, now]).await
}
