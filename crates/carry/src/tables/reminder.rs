//! Which reminders went out, and for which days the terms were looked at.

use crate::model::Rung;
use kernel::{Date, DossierId, Instant, TenantId};
use std::collections::HashSet;
use store::{Error, Row, Session, ToValue as _, Tx, Value, sql, values};

/// How many dossiers one statement takes.
const AT_ONCE: usize = 50;
/// So many reminders of each dossier are read at once.
const EACH: usize = 6;

/// What was sent: about which dossier, under which code, since which day, on which rung.
type Sent = HashSet<(DossierId, String, Date, String)>;

fn sent(rows: &[Row]) -> Result<Sent, Error> {
    rows.iter().map(|row| Ok((row.get("dossier")?, row.get("code")?, row.get("since_day")?, row.get("rung")?))).collect()
}

/// What was sent about these dossiers, which are in the order of their ids. They are one stretch of the table; where much else
/// stands between them, they are looked up.
pub(crate) async fn sent_reminders(s: &mut Session, tenant: TenantId, dossiers: &[DossierId]) -> Result<Sent, Error> {
    let (Some(first), Some(last)) = (dossiers.first(), dossiers.last()) else { return Ok(Sent::new()) };
    let most = dossiers.len() * EACH;
    let rows = s
        .all(
            sql!(
                "SELECT dossier, code, since_day, rung FROM stranding_reminder WHERE tenant = $1 AND dossier >= $2 AND dossier <= $3
                 ORDER BY dossier LIMIT $4"
            ),
            &values![tenant, first, last, i64::try_from(most).unwrap_or(i64::MAX)],
        )
        .await?;
    if rows.len() < most {
        return sent(&rows);
    }
    let mut found = Sent::new();
    for part in dossiers.chunks(AT_ONCE) {
        // The last one fills the places that are left.
        let mut values: Vec<Value> = values![tenant].into();
        values.extend((0..AT_ONCE).filter_map(|place| part.get(place).or(part.last())).map(|id| id.to_value()));
        let rows = s
            .all(
                sql!(
                    "SELECT dossier, code, since_day, rung FROM stranding_reminder WHERE tenant = $1 AND dossier IN ($2, $3, $4, $5, $6, $7, $8,
                     $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33,
                     $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50, $51)"
                ),
                &values,
            )
            .await?;
        found.extend(sent(&rows)?);
    }
    Ok(found)
}

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
