//! What organisations that helped people count of them, in whole groups.

use crate::model::quarter::Quarter;
use journey::Act;
use kernel::{Date, Instant, OrganisationId, ProcessId, TenantId};
use serde_json::json;
use store::{Error, Row, Session, Tx, journal, sql, values};
use uuid::Uuid;

/// How many people were helped in a quarter who said of themselves, freely and apart from what they put in, that taking
/// part is harder for them (G060). Only ever the number of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GroupCount {
    /// In which process.
    pub process: ProcessId,
    /// By which organisation; `None`: by the municipality itself.
    pub organisation: Option<OrganisationId>,
    /// In which quarter.
    pub quarter: Quarter,
    /// How many said so.
    pub harder: i64,
    /// How many were asked and would rather not say.
    pub silent: i64,
    /// When it was written down last.
    pub at: Instant,
}

/// The municipality itself stands under its own id.
fn of(tenant: TenantId, organisation: Option<OrganisationId>) -> OrganisationId {
    organisation.unwrap_or_else(|| OrganisationId::from_uuid(tenant.uuid()))
}

fn read(row: &Row, tenant: TenantId) -> Result<GroupCount, Error> {
    let quarter: Date = row.get("quarter")?;
    let organisation: OrganisationId = row.get("organisation")?;
    Ok(GroupCount {
        process: row.get("process")?,
        organisation: Some(organisation).filter(|it| *it != of(tenant, None)),
        quarter: Quarter::of(quarter),
        harder: row.get("harder")?,
        silent: row.get("silent")?,
        at: row.get("at")?,
    })
}

/// What an organisation, or the municipality itself, counted, the latest quarter first, at most `limit`.
///
/// # Errors
/// When the database does not answer.
pub async fn by(s: &mut Session, tenant: TenantId, organisation: Option<OrganisationId>, limit: i64) -> Result<Vec<GroupCount>, Error> {
    let rows = s
        .all(
            sql!("SELECT * FROM group_count WHERE tenant = $1 AND organisation = $2 ORDER BY quarter DESC, process LIMIT $3"),
            &values![tenant, of(tenant, organisation), limit],
        )
        .await?;
    rows.iter().map(|row| read(row, tenant)).collect()
}

/// What everybody counted, a page at a time, from `after` on.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn all(s: &mut Session, tenant: TenantId, after: Option<&GroupCount>, limit: i64) -> Result<Vec<GroupCount>, Error> {
    let nobody = Uuid::nil();
    let (quarter, process, organisation) = after.map_or((String::new(), nobody, nobody), |it| {
        let first = it.quarter.first().map(|day| day.to_string()).unwrap_or_default();
        (first, it.process.uuid(), of(tenant, it.organisation).uuid())
    });
    let rows = s
        .all(
            sql!(
                "SELECT * FROM group_count WHERE tenant = $1 AND (quarter, process, organisation) > ($2, $3, $4)
                 ORDER BY quarter, process, organisation LIMIT $5"
            ),
            &values![tenant, quarter, process, organisation, limit],
        )
        .await?;
    rows.iter().map(|row| read(row, tenant)).collect()
}

/// Writes a count in the place of the one that was there, and notes that in the journal.
///
/// # Errors
/// When the database does not answer.
pub async fn keep(tx: &mut Tx, act: &Act<'_>, it: &GroupCount) -> Result<(), Error> {
    let Some(quarter) = it.quarter.first() else { return Err(Error::Missing) };
    let organisation = of(act.tenant, it.organisation);
    tx.run(
        sql!(
            "INSERT INTO group_count (tenant, process, organisation, quarter, harder, silent, at) VALUES ($1, $2, $3, $4, $5, $6, $7)
             ON CONFLICT (tenant, process, organisation, quarter)
             DO UPDATE SET harder = excluded.harder, silent = excluded.silent, at = excluded.at"
        ),
        &values![act.tenant, it.process, organisation, quarter, it.harder, it.silent, it.at],
    )
    .await?;
    let entry = journal::Entry {
        tenant: act.tenant,
        // A stream of its own for every process and organisation.
        stream: Uuid::from_u128(it.process.uuid().as_u128() ^ organisation.uuid().as_u128()),
        stream_kind: "group-count",
        kind: "counted",
        version: 1,
        actor: act.actor,
        at: act.at,
        body: json!({
            "process": it.process,
            "organisation": it.organisation,
            "quarter": it.quarter.to_string(),
            "harder": it.harder,
            "silent": it.silent,
        }),
    };
    tx.journal(entry).await.map(drop)
}
