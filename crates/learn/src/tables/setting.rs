//! How small a group may be before it is shown: a municipality's own.

use crate::model::figure::SMALLEST;
use journey::Act;
use kernel::TenantId;
use serde_json::json;
use store::{Error, Session, Tx, journal, sql, values};

/// How small a group of people may be to be shown in this municipality.
///
/// # Errors
/// When the database does not answer.
pub async fn smallest(s: &mut Session, tenant: TenantId) -> Result<i64, Error> {
    let row = s.optional(sql!("SELECT smallest FROM flow_setting WHERE tenant = $1"), &values![tenant]).await?;
    row.map_or(Ok(SMALLEST), |row| row.get("smallest"))
}

/// Sets how small a group may be, and notes that in the journal of the municipality.
///
/// # Errors
/// When the database does not answer.
pub async fn set_smallest(tx: &mut Tx, act: &Act<'_>, smallest: i64) -> Result<(), Error> {
    let sql =
        sql!("INSERT INTO flow_setting (tenant, smallest) VALUES ($1, $2) ON CONFLICT (tenant) DO UPDATE SET smallest = excluded.smallest");
    tx.run(sql, &values![act.tenant, smallest]).await?;
    let entry = journal::Entry {
        tenant: act.tenant,
        stream: act.tenant.uuid(),
        stream_kind: "tenant",
        kind: "learn.smallest-group",
        version: 1,
        actor: act.actor,
        at: act.at,
        body: json!({ "smallest": smallest }),
    };
    tx.journal(entry).await.map(drop)
}
