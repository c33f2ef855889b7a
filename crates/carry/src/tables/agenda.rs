//! On which agenda a dossier stands, and every date it was moved from (F1 S12: a new date is public, with its motive).

use super::next;
use kernel::{AccountId, Date, DossierId, Instant, TenantId, TextId};
use store::{Error, Row, Session, Tx, sql, values};

/// One place on an agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// The body that meets.
    pub body: String,
    /// When it meets.
    pub day: Date,
    /// Why the dossier was moved to this date; a first date needs none.
    pub motive: Option<TextId>,
    /// When this was set.
    pub at: Instant,
}

fn read(row: &Row) -> Result<Slot, Error> {
    Ok(Slot { body: row.get("body")?, day: row.get("day")?, motive: row.get("motive")?, at: row.get("set_at")? })
}

/// What stands on the agenda of a body and is not decided yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaItem {
    /// The dossier.
    pub dossier: DossierId,
    /// The body that meets.
    pub body: String,
    /// When it meets.
    pub day: Date,
}

/// What stands on the agendas of all bodies, the first day first, and on a day by body; after the last one of the page before.
///
/// # Errors
/// When the database cannot be read.
pub async fn agenda(
    s: &mut Session,
    tenant: TenantId,
    after: Option<(Date, &str, DossierId)>,
    limit: i64,
) -> Result<Vec<AgendaItem>, Error> {
    let (day, body, id) = match after {
        Some((day, body, id)) => (day.to_string(), body, id),
        None => (String::new(), "", DossierId::from_uuid(uuid::Uuid::nil())),
    };
    let rows = s
        .all(
            sql!(
                "SELECT dossier, body, day FROM agenda_item WHERE tenant = $1 AND (day, body, dossier) > ($2, $3, $4)
                 ORDER BY day, body, dossier LIMIT $5"
            ),
            &values![tenant, day, body, id, limit],
        )
        .await?;
    rows.iter().map(|row| Ok(AgendaItem { dossier: row.get("dossier")?, body: row.get("body")?, day: row.get("day")? })).collect()
}

/// Takes it off the agenda: it is decided, or its author took it back.
pub(crate) async fn off_agenda(tx: &mut Tx, tenant: TenantId, dossier: DossierId) -> Result<(), Error> {
    tx.run(sql!("DELETE FROM agenda_item WHERE tenant = $1 AND dossier = $2"), &values![tenant, dossier]).await.map(drop)
}

/// All places that a dossier had, newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn slots(s: &mut Session, tenant: TenantId, dossier: DossierId) -> Result<Vec<Slot>, Error> {
    let rows = s
        .all(
            sql!("SELECT body, day, motive, set_at FROM agenda_slot WHERE tenant = $1 AND dossier = $2 ORDER BY number DESC LIMIT 50"),
            &values![tenant, dossier],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// The place that a dossier has now.
///
/// # Errors
/// When the database cannot be read.
pub async fn slot(s: &mut Session, tenant: TenantId, dossier: DossierId) -> Result<Option<Slot>, Error> {
    Ok(slots(s, tenant, dossier).await?.into_iter().next())
}

pub(crate) async fn add_slot(tx: &mut Tx, tenant: TenantId, dossier: DossierId, slot: &Slot, by: Option<AccountId>) -> Result<(), Error> {
    let last = sql!("SELECT CAST(coalesce(max(number), 0) AS BIGINT) AS last FROM agenda_slot WHERE tenant = $1 AND dossier = $2");
    let number = next(tx, last, tenant, dossier).await?;
    tx.run(
        sql!(
            "INSERT INTO agenda_slot (tenant, dossier, number, body, day, motive, set_at, set_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        &values![tenant, dossier, number, slot.body, slot.day, slot.motive, slot.at, by],
    )
    .await?;
    tx.run(
        sql!(
            "INSERT INTO agenda_item (tenant, dossier, body, day) VALUES ($1, $2, $3, $4)
             ON CONFLICT (tenant, dossier) DO UPDATE SET body = $3, day = $4"
        ),
        &values![tenant, dossier, slot.body, slot.day],
    )
    .await?;
    Ok(())
}
