//! What people inside heard of what lies still.

use crate::model::Signal;
use kernel::{Date, Instant, TenantId};
use std::collections::HashSet;
use store::{Error, Session, ToValue, Tx, Value, sql, values};
use uuid::Uuid;

/// How many ids one statement takes.
const AT_ONCE: usize = 50;

/// What went out before of these matters: each with its signal and since when.
pub(crate) async fn sent(s: &mut Session, tenant: TenantId, matters: &[Uuid]) -> Result<HashSet<(Uuid, String, Date)>, Error> {
    let mut found = HashSet::new();
    for part in matters.chunks(AT_ONCE) {
        // The last one fills the places that are left.
        let mut values: Vec<Value> = values![tenant].into();
        values.extend((0..AT_ONCE).filter_map(|place| part.get(place).or(part.last())).map(ToValue::to_value));
        let rows = s
            .all(
                sql!(
                    "SELECT matter, signal, since_day FROM commitment_signal WHERE tenant = $1 AND matter IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50, $51)"
                ),
                &values,
            )
            .await?;
        for row in &rows {
            found.insert((row.get("matter")?, row.get("signal")?, row.get("since_day")?));
        }
    }
    Ok(found)
}

/// Whether this went out before: of a matter, since this day.
async fn is_sent(s: &mut Session, tenant: TenantId, matter: Uuid, (signal, since): (Signal, Date)) -> Result<bool, Error> {
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
