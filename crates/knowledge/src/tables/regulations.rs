//! The regulation of a municipality, in versions. Each is kept whole: it is read whole.

use crate::model::{Article, Regulation};
use journey::Act;
use kernel::{Date, Instant, TenantId};
use serde::{Deserialize, Serialize};
use store::texts::LanguageSet;
use store::{Error, Row, Session, Tx, sql, values};

/// What is kept of a version as one text.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Body {
    /// Why it differs from the version before.
    pub reason: Option<LanguageSet>,
    /// Its articles.
    pub articles: Vec<Article>,
    /// The number of the next obligation: no key comes twice.
    pub next: u32,
}

fn body(text: &str) -> Result<Body, Error> {
    serde_json::from_str(text).map_err(|error| Error::Broken(format!("a regulation cannot be read: {error}")))
}

fn read(row: &Row) -> Result<Regulation, Error> {
    let body = body(&row.get::<String>("body")?)?;
    Ok(Regulation {
        version: row.get("version")?,
        starts: row.get("starts")?,
        published: row.get("published")?,
        saved: row.get("saved")?,
        reason: body.reason,
        articles: body.articles,
    })
}

/// The version that holds on a day; nothing when none does.
///
/// # Errors
/// When the database cannot be read.
pub async fn regulation_on(s: &mut Session, tenant: TenantId, day: Date) -> Result<Option<Regulation>, Error> {
    let sql = sql!(
        "SELECT version, starts, published, saved, body FROM regulation
         WHERE tenant = $1 AND published IS NOT NULL AND starts <= $2 ORDER BY version DESC LIMIT 1"
    );
    s.optional(sql, &values![tenant, day]).await?.as_ref().map(read).transpose()
}

/// A published version.
///
/// # Errors
/// When the database cannot be read.
pub async fn regulation(s: &mut Session, tenant: TenantId, version: i64) -> Result<Option<Regulation>, Error> {
    let sql =
        sql!("SELECT version, starts, published, saved, body FROM regulation WHERE tenant = $1 AND version = $2 AND published IS NOT NULL");
    s.optional(sql, &values![tenant, version]).await?.as_ref().map(read).transpose()
}

/// The published versions, the last first, at most `limit`.
///
/// # Errors
/// When the database cannot be read.
pub async fn regulations(s: &mut Session, tenant: TenantId, limit: i64) -> Result<Vec<Regulation>, Error> {
    let sql = sql!(
        "SELECT version, starts, published, saved, body FROM regulation
         WHERE tenant = $1 AND published IS NOT NULL ORDER BY version DESC LIMIT $2"
    );
    s.all(sql, &values![tenant, limit]).await?.iter().map(read).collect()
}

/// The version that is being written; nothing when nobody does.
pub async fn draft(s: &mut Session, tenant: TenantId) -> Result<Option<Regulation>, Error> {
    let sql = sql!(
        "SELECT version, starts, published, saved, body FROM regulation
         WHERE tenant = $1 AND published IS NULL ORDER BY version DESC LIMIT 1"
    );
    s.optional(sql, &values![tenant]).await?.as_ref().map(read).transpose()
}

/// The number of the next obligation.
pub async fn next_obligation(s: &mut Session, tenant: TenantId) -> Result<u32, Error> {
    let sql = sql!("SELECT body FROM regulation WHERE tenant = $1 ORDER BY version DESC LIMIT 1");
    let row = s.optional(sql, &values![tenant]).await?;
    row.map_or(Ok(1), |row| Ok(body(&row.get::<String>("body")?)?.next.max(1)))
}

/// Keeps what is being written, in the place of what was there.
pub async fn keep_draft(tx: &mut Tx, act: &Act<'_>, version: i64, body: &Body) -> Result<(), Error> {
    let text = serde_json::to_string(body).map_err(|error| Error::Broken(error.to_string()))?;
    let sql = sql!(
        "INSERT INTO regulation (tenant, version, starts, published, saved, saved_by, body) VALUES ($1, $2, NULL, NULL, $3, $4, $5)
         ON CONFLICT (tenant, version) DO UPDATE SET saved = excluded.saved, saved_by = excluded.saved_by, body = excluded.body"
    );
    tx.run(sql, &values![act.tenant, version, act.at, act.actor.account(), text]).await.map(drop)
}

/// Notes that a version is published and from when it holds.
pub async fn mark_published(tx: &mut Tx, tenant: TenantId, version: i64, starts: Date, at: Instant) -> Result<bool, Error> {
    let sql = sql!("UPDATE regulation SET starts = $3, published = $4 WHERE tenant = $1 AND version = $2 AND published IS NULL");
    Ok(tx.run(sql, &values![tenant, version, starts, at]).await? == 1)
}

/// Throws away what is being written.
pub async fn drop_draft(tx: &mut Tx, tenant: TenantId) -> Result<bool, Error> {
    let sql = sql!("DELETE FROM regulation WHERE tenant = $1 AND published IS NULL");
    Ok(tx.run(sql, &values![tenant]).await? > 0)
}
