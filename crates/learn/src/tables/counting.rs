//! When was counted, and when is counted again.

use kernel::{Date, DossierId, Instant, TenantId};
use store::{Error, Session, Tx, sql, values};

/// When the facts of a municipality were brought up to date last; `None` when never.
///
/// # Errors
/// When the database does not answer.
pub async fn counted(s: &mut Session, tenant: TenantId) -> Result<Option<Instant>, Error> {
    let row = s.optional(sql!("SELECT counted FROM flow_count WHERE tenant = $1"), &values![tenant]).await?;
    row.map_or(Ok(None), |row| row.get("counted"))
}

/// When counting is planned next.
pub(crate) async fn planned(s: &mut Session, tenant: TenantId) -> Result<Option<Instant>, Error> {
    let row = s.optional(sql!("SELECT planned FROM flow_count WHERE tenant = $1"), &values![tenant]).await?;
    row.map(|row| row.get("planned")).transpose()
}

/// Notes when counting is planned next.
pub(crate) async fn plan(tx: &mut Tx, tenant: TenantId, at: Instant) -> Result<(), Error> {
    let sql =
        sql!("INSERT INTO flow_count (tenant, planned) VALUES ($1, $2) ON CONFLICT (tenant) DO UPDATE SET planned = excluded.planned");
    tx.run(sql, &values![tenant, at]).await.map(drop)
}

/// Notes that everything up to `at` is counted.
pub(crate) async fn note_counted(tx: &mut Tx, tenant: TenantId, at: Instant) -> Result<(), Error> {
    let sql = sql!(
        "INSERT INTO flow_count (tenant, counted, planned) VALUES ($1, $2, $2) ON CONFLICT (tenant) DO UPDATE SET counted = excluded.counted"
    );
    tx.run(sql, &values![tenant, at]).await.map(drop)
}

/// Dossiers whose facts changed by themselves on or before `today`, at most `limit`.
pub(crate) async fn turned(s: &mut Session, tenant: TenantId, today: Date, limit: i64) -> Result<Vec<DossierId>, Error> {
    let sql = sql!("SELECT subject FROM flow_turn WHERE tenant = $1 AND turns <= $2 ORDER BY turns, subject LIMIT $3");
    let rows = s.all(sql, &values![tenant, today, limit]).await?;
    rows.iter().map(|row| row.get("subject").map(DossierId::from_uuid)).collect()
}
