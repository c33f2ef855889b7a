//! What a municipality adds to what is known, in versions.

use crate::model::Addition;
use journey::Act;
use kernel::TenantId;
use store::{Error, Row, Session, Tx, sql, values};

fn read(row: &Row) -> Result<Addition, Error> {
    Ok(Addition {
        version: row.get("version")?,
        saved: row.get("saved")?,
        by: row.get("saved_by")?,
        change: row.get("change")?,
        toml: row.get("toml")?,
    })
}

/// The digest of the addition that holds now; nothing when there is none.
pub async fn digest(s: &mut Session, tenant: TenantId) -> Result<Option<String>, Error> {
    let sql = sql!("SELECT digest FROM known_addition WHERE tenant = $1 ORDER BY version DESC LIMIT 1");
    s.optional(sql, &values![tenant]).await?.map(|row| row.get("digest")).transpose()
}

/// The addition that holds now; nothing when nothing was ever added.
///
/// # Errors
/// When the database cannot be read.
pub async fn addition(s: &mut Session, tenant: TenantId) -> Result<Option<Addition>, Error> {
    let sql = sql!("SELECT version, saved, saved_by, change, toml FROM known_addition WHERE tenant = $1 ORDER BY version DESC LIMIT 1");
    s.optional(sql, &values![tenant]).await?.as_ref().map(read).transpose()
}

/// The versions of the addition, the last first, without their text.
pub async fn versions(s: &mut Session, tenant: TenantId, limit: i64) -> Result<Vec<Addition>, Error> {
    let sql =
        sql!("SELECT version, saved, saved_by, change, '' AS toml FROM known_addition WHERE tenant = $1 ORDER BY version DESC LIMIT $2");
    s.all(sql, &values![tenant, limit]).await?.iter().map(read).collect()
}

/// One version of the addition.
pub async fn version(s: &mut Session, tenant: TenantId, version: i64) -> Result<Option<Addition>, Error> {
    let sql = sql!("SELECT version, saved, saved_by, change, toml FROM known_addition WHERE tenant = $1 AND version = $2");
    s.optional(sql, &values![tenant, version]).await?.as_ref().map(read).transpose()
}

/// Keeps the next version.
pub async fn keep(tx: &mut Tx, act: &Act<'_>, version: i64, change: &str, digest: &str, toml: &str) -> Result<(), Error> {
    let sql =
        sql!("INSERT INTO known_addition (tenant, version, saved, saved_by, change, digest, toml) VALUES ($1, $2, $3, $4, $5, $6, $7)");
    tx.run(sql, &values![act.tenant, version, act.at, act.actor.account(), change, digest, toml]).await.map(drop)
}
