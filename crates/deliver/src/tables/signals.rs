//! What people inside heard of what lies still.

use crate::model::Signal;
use kernel::{Date, Instant, TenantId};
use store::{Error, Session, Tx, sql, values};
use uuid::Uuid;

/// Whether this went out before: of a matter, since this day.
pub(crate) async fn is_sent(s: &mut Session, tenant: TenantId, matter: Uuid, (signal, since): (Signal, Date)) -> Result<bool, Error> {
    let row = s
        .optional(
            sql!("SELECT sent_at FROM commitment_signal WHERE tenant = $1 AND matter = $2 AND signal = $3 AND since_day = $4"),
            &values![tenant, matter, signal.code(), since],
        )
        .await?;
    Ok(row.is_some())
}

/// Notes that it goes out; false when it went out before.
pub(crate) async fn first_time(
    tx: &mut Tx,
    tenant: TenantId,
    matter: Uuid,
    (signal, since): (Signal, Date),
    at: Instant,
) -> Result<bool, Error> {
    if is_sent(tx, tenant, matter, (signal, since)).await? {
        return Ok(false);
    }
    tx.run(
        sql!("INSERT INTO commitment_signal (tenant, matter, signal, since_day, sent_at) VALUES ($1, $2, $3, $4, $5)"),
        &values![tenant, matter, signal.code(), since, at],
    )
    .await?;
    Ok(true)
}
