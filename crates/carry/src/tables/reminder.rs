//! Which reminders went out, and for which days the terms were looked at.

use crate::model::Rung;
use kernel::{Date, DossierId, Instant, TenantId};
use store::{Error, Tx, sql, values};

/// Notes the reminder of what lies still since a day, under its code; false when it went out before.
pub(crate) async fn first_time(
    tx: &mut Tx,
    tenant: TenantId,
    dossier: DossierId,
    code: &str,
    since: Date,
    rung: Rung,
    at: Instant,
) -> Result<bool, Error> {
    let known = tx
        .optional(
            sql!(
                "SELECT sent_at FROM stranding_reminder
                 WHERE tenant = $1 AND dossier = $2 AND code = $3 AND since_day = $4 AND rung = $5"
            ),
            &values![tenant, dossier, code, since, rung.code()],
        )
        .await?;
    if known.is_some() {
        return Ok(false);
    }
    tx.run(
        sql!("INSERT INTO stranding_reminder (tenant, dossier, code, since_day, rung, sent_at) VALUES ($1, $2, $3, $4, $5, $6)"),
        &values![tenant, dossier, code, since, rung.code(), at],
    )
    .await?;
    Ok(true)
}

/// Claims a day for looking at the terms; false when it was claimed before.
pub(crate) async fn first_run_of(tx: &mut Tx, tenant: TenantId, day: Date) -> Result<bool, Error> {
    let known = tx.optional(sql!("SELECT day FROM terms_run WHERE tenant = $1 AND day = $2"), &values![tenant, day]).await?;
    if known.is_some() {
        return Ok(false);
    }
    tx.run(sql!("INSERT INTO terms_run (tenant, day) VALUES ($1, $2)"), &values![tenant, day]).await?;
    Ok(true)
}
