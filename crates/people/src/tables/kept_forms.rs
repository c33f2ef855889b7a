//! Forms that somebody typed while the sign-in had passed: sealed, for that account only, and for two hours.

use kernel::{AccountId, Instant, TenantId};
use store::{Error, Session, Tx, sql, values};
use uuid::Uuid;

/// One kept form, still sealed.
pub(crate) struct KeptRow {
    pub(crate) path: String,
    pub(crate) sealed: Vec<u8>,
    pub(crate) files: i64,
}

pub(crate) struct NewKept {
    pub(crate) id: Uuid,
    pub(crate) account: AccountId,
    pub(crate) path: String,
    pub(crate) sealed: Vec<u8>,
    pub(crate) files: i64,
    pub(crate) expires: Instant,
}

pub(crate) async fn keep(tx: &mut Tx, tenant: TenantId, it: &NewKept) -> Result<(), Error> {
    tx.run(
        sql!("INSERT INTO kept_form (tenant, id, account, path, sealed, files, expires) VALUES ($1, $2, $3, $4, $5, $6, $7)"),
        &values![tenant, it.id, it.account, it.path, it.sealed, it.files, it.expires],
    )
    .await
    .map(drop)
}

pub(crate) async fn kept(s: &mut Session, tenant: TenantId, account: AccountId, id: Uuid, now: Instant) -> Result<Option<KeptRow>, Error> {
    let row = s
        .optional(
            sql!("SELECT path, sealed, files FROM kept_form WHERE tenant = $1 AND account = $2 AND id = $3 AND expires > $4"),
            &values![tenant, account, id, now],
        )
        .await?;
    row.map(|row| Ok(KeptRow { path: row.get("path")?, sealed: row.get("sealed")?, files: row.get("files")? })).transpose()
}

pub(crate) async fn remove(tx: &mut Tx, tenant: TenantId, account: AccountId, id: Uuid) -> Result<(), Error> {
    tx.run(sql!("DELETE FROM kept_form WHERE tenant = $1 AND account = $2 AND id = $3"), &values![tenant, account, id]).await.map(drop)
}

pub(crate) async fn remove_old(tx: &mut Tx, tenant: TenantId, now: Instant) -> Result<u64, Error> {
    tx.run(sql!("DELETE FROM kept_form WHERE tenant = $1 AND expires <= $2"), &values![tenant, now]).await
}
