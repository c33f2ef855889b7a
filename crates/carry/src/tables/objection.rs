//! Objections of other departments (F3 X3). Every row stays, with how it ended.

use super::next;
use crate::model::{Nature, ObjectionEnding};
use kernel::{AccountId, DepartmentId, DossierId, Instant, ProcessId, TenantId, TextId};
use store::{Error, Row, Session, Tx, sql, values};

/// One objection of another department.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// The first of a dossier is 1.
    pub number: i64,
    /// The department that objects.
    pub department: DepartmentId,
    /// Of what nature.
    pub nature: Nature,
    /// How large, in whole euros; `None` when it is not about money.
    pub euros: Option<i64>,
    /// What the disadvantage is and how large, in public words.
    pub words: TextId,
    /// When it was raised.
    pub at: Instant,
    /// How it ended; `None` while it is open.
    pub ended: Option<ObjectionEnding>,
    /// Why it ended, in public words.
    pub motive: Option<TextId>,
    /// When it ended.
    pub ended_at: Option<Instant>,
}

fn read(row: &Row) -> Result<Objection, Error> {
    Ok(Objection {
        number: row.get("number")?,
        department: row.get("department")?,
        nature: Nature::of(&row.get::<String>("nature")?).unwrap_or(Nature::Other),
        euros: row.get("euros")?,
        words: row.get("words")?,
        at: row.get("raised_at")?,
        ended: row.get::<Option<String>>("ended")?.and_then(|code| ObjectionEnding::of(&code)),
        motive: row.get("motive")?,
        ended_at: row.get("ended_at")?,
    })
}

/// The objections against a dossier, newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn objections(s: &mut Session, tenant: TenantId, dossier: DossierId) -> Result<Vec<Objection>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT number, department, nature, euros, words, raised_at, ended, motive, ended_at FROM objection
                 WHERE tenant = $1 AND dossier = $2 ORDER BY number DESC LIMIT 50"
            ),
            &values![tenant, dossier],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// The number that the next objection against a dossier gets.
pub(crate) async fn next_objection(tx: &mut Tx, tenant: TenantId, dossier: DossierId) -> Result<i64, Error> {
    let last = sql!("SELECT CAST(coalesce(max(number), 0) AS BIGINT) AS last FROM objection WHERE tenant = $1 AND dossier = $2");
    next(tx, last, tenant, dossier).await
}

pub(crate) async fn add_objection(
    tx: &mut Tx,
    tenant: TenantId,
    (process, dossier): (ProcessId, DossierId),
    it: &Objection,
    by: Option<AccountId>,
) -> Result<(), Error> {
    tx.run(
        sql!(
            "INSERT INTO objection (tenant, dossier, number, department, nature, euros, words, raised_at, raised_by,
               process)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        &values![tenant, dossier, it.number, it.department, it.nature.code(), it.euros, it.words, it.at, by, process],
    )
    .await?;
    Ok(())
}

/// Writes down how an objection ended.
pub(crate) async fn end_objection(
    tx: &mut Tx,
    tenant: TenantId,
    dossier: DossierId,
    (number, ended, motive): (i64, ObjectionEnding, TextId),
    (at, by): (Instant, Option<AccountId>),
) -> Result<u64, Error> {
    tx.run(
        sql!(
            "UPDATE objection SET ended = $4, motive = $5, ended_at = $6, ended_by = $7
             WHERE tenant = $1 AND dossier = $2 AND number = $3 AND ended IS NULL"
        ),
        &values![tenant, dossier, number, ended.code(), motive, at, by],
    )
    .await
}
