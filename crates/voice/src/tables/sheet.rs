//! Sheets of paper that were typed in, and whether a second person laid each beside what was typed.

use kernel::{AccountId, BatchId, ContributionId, Date, Instant, OrganisationId, ProcessId, PublicNumber, TenantId};
use store::{Error, Row, Session, Tx, sql, values};
use uuid::Uuid;

/// A sheet that waits for a second person, with the words as they were typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WaitingSheet {
    /// The contribution that was on it.
    pub(crate) contribution: ContributionId,
    /// The batch it belongs to.
    pub(crate) batch: BatchId,
    /// Who typed it in, and so does not check it.
    pub(crate) recorder: AccountId,
    /// The number of the contribution.
    pub(crate) number: PublicNumber,
    /// The title as it was typed.
    pub(crate) title: String,
    /// The words as they were typed.
    pub(crate) body: Option<String>,
}

/// A batch of which sheets wait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WaitingBatch {
    /// Which one.
    pub(crate) batch: BatchId,
    /// The process it is for.
    pub(crate) process: ProcessId,
    /// What it is called.
    pub(crate) label: String,
    /// The day on which it was written.
    pub(crate) captured: Date,
    /// The organisation that keeps the identities.
    pub(crate) organisation: Option<OrganisationId>,
    /// How many wait for somebody else than who typed them in.
    pub(crate) many: i64,
}

fn read(row: &Row) -> Result<WaitingSheet, Error> {
    let number: String = row.get("number")?;
    Ok(WaitingSheet {
        contribution: row.get("contribution")?,
        batch: row.get("batch")?,
        recorder: row.get("recorder")?,
        number: number.parse().map_err(|_| Error::Broken(format!("a contribution has the number «{number}»")))?,
        title: row.get("title")?,
        body: row.get("body")?,
    })
}

/// Lays a sheet ready for a second person.
pub(crate) async fn lay(
    tx: &mut Tx,
    tenant: TenantId,
    contribution: ContributionId,
    (batch, process): (BatchId, ProcessId),
    recorder: AccountId,
) -> Result<(), Error> {
    tx.run(
        sql!(
            "INSERT INTO paper_sheet (tenant, contribution, batch, process, recorder, waits) VALUES ($1, $2, $3, $4, $5, TRUE)
             ON CONFLICT DO NOTHING"
        ),
        &values![tenant, contribution, batch, process, recorder],
    )
    .await
    .map(drop)
}

/// The sheet of this contribution, when it waits.
pub(crate) async fn waiting_sheet(s: &mut Session, tenant: TenantId, contribution: ContributionId) -> Result<Option<WaitingSheet>, Error> {
    let row = s
        .optional(
            sql!(
                "SELECT p.contribution, p.batch, p.recorder, c.number, c.title, c.body FROM paper_sheet p
                 JOIN contribution c ON c.tenant = p.tenant AND c.id = p.contribution
                 WHERE p.tenant = $1 AND p.contribution = $2 AND p.waits = TRUE"
            ),
            &values![tenant, contribution],
        )
        .await?;
    row.as_ref().map(read).transpose()
}

/// The first sheet of a batch that waits for somebody like `me`, who did not type it in, after `after`.
pub(crate) async fn next(
    s: &mut Session,
    tenant: TenantId,
    batch: BatchId,
    me: AccountId,
    after: Option<ContributionId>,
) -> Result<Option<WaitingSheet>, Error> {
    let after = after.unwrap_or_else(|| ContributionId::from_uuid(Uuid::nil()));
    let row = s
        .optional(
            sql!(
                "SELECT p.contribution, p.batch, p.recorder, c.number, c.title, c.body FROM paper_sheet p
                 JOIN contribution c ON c.tenant = p.tenant AND c.id = p.contribution
                 WHERE p.tenant = $1 AND p.batch = $2 AND p.waits = TRUE AND p.recorder <> $3 AND p.contribution > $4
                 ORDER BY p.contribution LIMIT 1"
            ),
            &values![tenant, batch, me, after],
        )
        .await?;
    row.as_ref().map(read).transpose()
}

/// The batches of which sheets wait for somebody like `me`, the oldest first, `limit` at most; for somebody of an organisation only
/// those that this one keeps, as [`crate::model::sheet::may_read`] says.
pub(crate) async fn waiting_batches(
    s: &mut Session,
    tenant: TenantId,
    (me, own): (AccountId, Option<OrganisationId>),
    limit: i64,
) -> Result<Vec<WaitingBatch>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT b.id, b.process, b.label, b.captured, b.organisation, w.many FROM
                   (SELECT batch, count(*) AS many FROM paper_sheet
                    WHERE tenant = $1 AND waits = TRUE AND recorder <> $2 GROUP BY batch) w
                 JOIN batch b ON b.tenant = $1 AND b.id = w.batch
                 WHERE NOT $4 OR b.organisation = $5 ORDER BY b.id LIMIT $3"
            ),
            &values![tenant, me, limit, own.is_some(), own.map_or(tenant.uuid(), |it| it.uuid())],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(WaitingBatch {
                batch: row.get("id")?,
                process: row.get("process")?,
                label: row.get("label")?,
                captured: row.get("captured")?,
                organisation: row.get("organisation")?,
                many: row.get("many")?,
            })
        })
        .collect()
}

/// How many sheets of a batch wait that `me` typed in.
pub(crate) async fn count_own(s: &mut Session, tenant: TenantId, batch: BatchId, me: AccountId) -> Result<i64, Error> {
    s.one(
        sql!("SELECT count(*) AS many FROM paper_sheet WHERE tenant = $1 AND batch = $2 AND waits = TRUE AND recorder = $3"),
        &values![tenant, batch, me],
    )
    .await?
    .get("many")
}

/// Which sheet of its batch this was, in the order in which they were typed in: the first is 1.
pub(crate) async fn place(s: &mut Session, tenant: TenantId, batch: BatchId, contribution: ContributionId) -> Result<i64, Error> {
    s.one(
        sql!("SELECT count(*) AS many FROM contribution WHERE tenant = $1 AND batch = $2 AND id <= $3"),
        &values![tenant, batch, contribution],
    )
    .await?
    .get("many")
}

/// Notes that somebody else than who typed it in laid a sheet beside its paper, and what stood there when it was corrected. `false` when
/// it does not wait, or for who typed it in.
pub(crate) async fn check(
    tx: &mut Tx,
    tenant: TenantId,
    contribution: ContributionId,
    by: AccountId,
    at: Instant,
    was: Option<(&str, Option<&str>)>,
) -> Result<bool, Error> {
    let changed = tx
        .run(
            sql!(
                "UPDATE paper_sheet SET waits = FALSE, checked = $3, checked_by = $4, was_title = $5, was_body = $6
                 WHERE tenant = $1 AND contribution = $2 AND waits = TRUE AND recorder <> $4"
            ),
            &values![tenant, contribution, at, by, was.map(|it| it.0), was.and_then(|it| it.1)],
        )
        .await?;
    Ok(changed == 1)
}

/// A sheet whose author took the words back waits for nobody any more.
pub(crate) async fn take_away(tx: &mut Tx, tenant: TenantId, contribution: ContributionId) -> Result<(), Error> {
    tx.run(sql!("DELETE FROM paper_sheet WHERE tenant = $1 AND contribution = $2 AND waits = TRUE"), &values![tenant, contribution])
        .await
        .map(drop)
}

/// What stood on a sheet before it was corrected goes with the words.
pub(crate) async fn forget(tx: &mut Tx, tenant: TenantId, contribution: ContributionId) -> Result<(), Error> {
    take_away(tx, tenant, contribution).await?;
    tx.run(
        sql!("UPDATE paper_sheet SET was_title = NULL, was_body = NULL WHERE tenant = $1 AND contribution = $2"),
        &values![tenant, contribution],
    )
    .await
    .map(drop)
}
