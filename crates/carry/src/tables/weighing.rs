//! Records of values in conflict (F6). A record is never changed: a new one stands above it, so that it shows how the
//! weighing went.

use super::next;
use kernel::{AccountId, Date, DepartmentId, DossierId, Instant, ProcessId, TenantId, TextId};
use store::{Error, Row, Session, Tx, sql, values};

/// One record of values in conflict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weighing {
    /// The dossier.
    pub dossier: DossierId,
    /// The first of a dossier is 1.
    pub number: i64,
    /// The department that had the dossier then.
    pub department: Option<DepartmentId>,
    /// The values in conflict, keys of [`evidence::Perspective::values`].
    pub values: Vec<String>,
    /// The dilemma, a key of [`evidence::Dilemma`].
    pub dilemma: String,
    /// Between what can be chosen, in public words.
    pub options: TextId,
    /// How the department copes with it, a key of [`evidence::Strategy`]; `None` while no choice was made (F3 X5).
    pub strategy: Option<String>,
    /// What was chosen and why, in public words; there when a choice was made.
    pub motive: Option<TextId>,
    /// Which of the values was put first; there when the strategy is [`crate::model::PRIORITISE`].
    pub first: Option<String>,
    /// With which earlier dossier it was compared, when it was with one.
    pub compared: Option<DossierId>,
    /// When a value that was put first is looked at again.
    pub review: Option<Date>,
    /// When it was recorded.
    pub at: Instant,
}

fn read(row: &Row) -> Result<Weighing, Error> {
    let values: String = row.get("conflicting")?;
    Ok(Weighing {
        dossier: row.get("dossier")?,
        number: row.get("number")?,
        department: row.get("department")?,
        values: values.split(' ').map(str::to_owned).collect(),
        dilemma: row.get("dilemma")?,
        options: row.get("options")?,
        strategy: row.get("strategy")?,
        motive: row.get("motive")?,
        first: row.get("put_first")?,
        compared: row.get("compared")?,
        review: row.get("review_day")?,
        at: row.get("recorded_at")?,
    })
}

/// The records of a dossier, newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn weighings(s: &mut Session, tenant: TenantId, dossier: DossierId) -> Result<Vec<Weighing>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT dossier, number, department, conflicting, dilemma, options, strategy, motive, put_first, compared,
                   review_day, recorded_at FROM weighing
                 WHERE tenant = $1 AND dossier = $2 ORDER BY number DESC LIMIT 20"
            ),
            &values![tenant, dossier],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// Earlier choices in the same dilemma in other dossiers, newest first: to compare with, never to follow (B43 «per casus
/// beslissen»).
///
/// # Errors
/// When the database cannot be read.
pub async fn chosen_before(s: &mut Session, tenant: TenantId, dossier: DossierId, dilemma: &str) -> Result<Vec<Weighing>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT dossier, number, department, conflicting, dilemma, options, strategy, motive, put_first, compared,
                   review_day, recorded_at FROM weighing
                 WHERE tenant = $1 AND dilemma = $3 AND dossier <> $2 AND strategy IS NOT NULL ORDER BY recorded_at DESC, dossier DESC LIMIT 5"
            ),
            &values![tenant, dossier, dilemma],
        )
        .await?;
    rows.iter().map(read).collect()
}

pub(crate) async fn add_weighing(
    tx: &mut Tx,
    tenant: TenantId,
    process: ProcessId,
    it: &Weighing,
    by: Option<AccountId>,
) -> Result<(), Error> {
    let last = sql!("SELECT CAST(coalesce(max(number), 0) AS BIGINT) AS last FROM weighing WHERE tenant = $1 AND dossier = $2");
    let number = next(tx, last, tenant, it.dossier).await?;
    tx.run(
        sql!(
            "INSERT INTO weighing (tenant, dossier, number, department, conflicting, dilemma, options, strategy, motive, review_day,
             recorded_at, recorded_by, process, put_first, compared) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"
        ),
        &values![
            tenant,
            it.dossier,
            number,
            it.department,
            it.values.join(" "),
            it.dilemma,
            it.options,
            it.strategy,
            it.motive,
            it.review,
            it.at,
            by,
            process,
            it.first,
            it.compared,
        ],
    )
    .await?;
    Ok(())
}
