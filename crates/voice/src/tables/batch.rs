//! Batches: a heap of paper forms, or the notes of one evening, that are typed in one after another.

use journey::Channel;
use kernel::{AccountId, AreaId, BatchId, Date, Instant, Language, Line, OrganisationId, ProcessId, TenantId};
use store::{Error, Row, Session, Tx, sql, values};
use uuid::Uuid;

/// A batch with what its contributions have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// Which one.
    pub id: BatchId,
    /// The process it is for.
    pub process: ProcessId,
    /// What it is called among those who type it in.
    pub label: String,
    /// How it came in.
    pub channel: Channel,
    /// The day on which it was said or written.
    pub captured: Date,
    /// Where it was, when it is about one area.
    pub area: Option<AreaId>,
    /// The organisation that keeps the identities.
    pub organisation: Option<OrganisationId>,
    /// The language of most of them.
    pub language: Language,
    /// How many there are on paper, so that a lost form is noticed (catalogue F1 S0).
    pub expected: Option<i64>,
    /// Who opened it.
    pub recorder: AccountId,
    /// When.
    pub opened: Instant,
    /// How many were typed in.
    pub entered: i64,
    /// How many of those a second person laid beside their paper.
    pub checked: i64,
}

/// A batch to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewBatch {
    /// The process it is for.
    pub process: ProcessId,
    /// What it is called.
    pub label: Line,
    /// How it came in.
    pub channel: Channel,
    /// The day on which it was said or written.
    pub captured: Date,
    /// Where it was.
    pub area: Option<AreaId>,
    /// The organisation that keeps the identities.
    pub organisation: Option<OrganisationId>,
    /// The language of most of them.
    pub language: Language,
    /// How many there are on paper.
    pub expected: Option<i64>,
}

fn read(row: &Row) -> Result<Batch, Error> {
    let channel: String = row.get("channel")?;
    Ok(Batch {
        id: row.get("id")?,
        process: row.get("process")?,
        label: row.get("label")?,
        channel: Channel::from_code(&channel).ok_or_else(|| Error::Broken(format!("a batch came in by «{channel}»")))?,
        captured: row.get("captured")?,
        area: row.get("area")?,
        organisation: row.get("organisation")?,
        language: row.get("language")?,
        expected: row.get("expected")?,
        recorder: row.get("recorder")?,
        opened: row.get("opened")?,
        entered: row.get("entered")?,
        checked: row.get("checked")?,
    })
}

/// One batch.
///
/// # Errors
/// When the database fails.
pub async fn batch(s: &mut Session, tenant: TenantId, id: BatchId) -> Result<Option<Batch>, Error> {
    let row = s
        .optional(
            sql!(
                "SELECT b.id, b.process, b.label, b.channel, b.captured, b.area, b.organisation, b.language, b.expected, b.recorder, b.opened,
                   (SELECT count(*) FROM contribution c WHERE c.tenant = b.tenant AND c.batch = b.id) AS entered,
                   (SELECT count(*) FROM paper_sheet p WHERE p.tenant = b.tenant AND p.batch = b.id AND p.waits = FALSE) AS checked
                 FROM batch b WHERE b.tenant = $1 AND b.id = $2"
            ),
            &values![tenant, id],
        )
        .await?;
    row.as_ref().map(read).transpose()
}

/// The batches that somebody opened, the newest first.
///
/// # Errors
/// When the database fails.
pub async fn of_recorder(
    s: &mut Session,
    tenant: TenantId,
    recorder: AccountId,
    after: Option<(Instant, BatchId)>,
    limit: i64,
) -> Result<Vec<Batch>, Error> {
    let (at, id) = after.map_or((i64::MAX, Uuid::max()), |(at, id)| (at.micros(), id.uuid()));
    let rows = s
        .all(
            sql!(
                "SELECT b.id, b.process, b.label, b.channel, b.captured, b.area, b.organisation, b.language, b.expected, b.recorder, b.opened,
                   (SELECT count(*) FROM contribution c WHERE c.tenant = b.tenant AND c.batch = b.id) AS entered,
                   (SELECT count(*) FROM paper_sheet p WHERE p.tenant = b.tenant AND p.batch = b.id AND p.waits = FALSE) AS checked
                 FROM batch b WHERE b.tenant = $1 AND b.recorder = $2 AND (b.opened, b.id) < ($3, $4)
                 ORDER BY b.opened DESC, b.id DESC LIMIT $5"
            ),
            &values![tenant, recorder, at, id, limit],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// Opens a batch. `false` when it is open already.
pub(crate) async fn open(
    tx: &mut Tx,
    tenant: TenantId,
    id: BatchId,
    new: &NewBatch,
    recorder: AccountId,
    at: Instant,
) -> Result<bool, Error> {
    let written = tx
        .run(
            sql!(
            "INSERT INTO batch (tenant, id, process, label, channel, captured, area, organisation, language, expected, recorder, opened)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
             ON CONFLICT DO NOTHING"
        ),
            &values![
                tenant,
                id,
                new.process,
                new.label.as_str(),
                new.channel.code(),
                new.captured,
                new.area,
                new.organisation,
                new.language,
                new.expected,
                recorder,
                at
            ],
        )
        .await?;
    Ok(written == 1)
}

/// Notes how many of this batch there are where it was written down. `false` when that was known.
pub(crate) async fn expect(tx: &mut Tx, tenant: TenantId, id: BatchId, expected: Option<i64>) -> Result<bool, Error> {
    let written = tx
        .run(
            sql!("UPDATE batch SET expected = $3 WHERE tenant = $1 AND id = $2 AND (expected IS NULL OR expected <> $3)"),
            &values![tenant, id, expected],
        )
        .await?;
    Ok(written == 1)
}
