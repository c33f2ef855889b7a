//! Departments that a dossier touches too, and what they found (F3 X9). Every row stays.

use super::next;
use crate::model::ConsultVerdict;
use kernel::{AccountId, DepartmentId, DossierId, Instant, TenantId, TextId};
use store::{Error, Session, Tx, sql, values};

/// One department that is touched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consult {
    /// The first of a dossier is 1.
    pub number: i64,
    /// Which department.
    pub department: DepartmentId,
    /// Why it is touched, in public words.
    pub why: TextId,
    /// Since when.
    pub at: Instant,
    /// How it ended; `None` while the department was not heard.
    pub verdict: Option<ConsultVerdict>,
    /// What the department finds, in public words.
    pub words: Option<TextId>,
    /// When it ended.
    pub ended_at: Option<Instant>,
}

/// The departments that a dossier touches too, newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn consults(s: &mut Session, tenant: TenantId, dossier: DossierId) -> Result<Vec<Consult>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT number, department, why, touched_at, verdict, words, ended_at FROM consult
                 WHERE tenant = $1 AND dossier = $2 ORDER BY number DESC LIMIT 50"
            ),
            &values![tenant, dossier],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Consult {
                number: row.get("number")?,
                department: row.get("department")?,
                why: row.get("why")?,
                at: row.get("touched_at")?,
                verdict: row.get::<Option<String>>("verdict")?.and_then(|code| ConsultVerdict::of(&code)),
                words: row.get("words")?,
                ended_at: row.get("ended_at")?,
            })
        })
        .collect()
}

/// Writes down that a department is touched.
pub(crate) async fn add_consult(
    tx: &mut Tx,
    tenant: TenantId,
    dossier: DossierId,
    (department, why): (DepartmentId, TextId),
    (at, by): (Instant, Option<AccountId>),
) -> Result<(), Error> {
    let last = sql!("SELECT CAST(coalesce(max(number), 0) AS BIGINT) AS last FROM consult WHERE tenant = $1 AND dossier = $2");
    let number = next(tx, last, tenant, dossier).await?;
    tx.run(
        sql!("INSERT INTO consult (tenant, dossier, number, department, why, touched_at, touched_by) VALUES ($1, $2, $3, $4, $5, $6, $7)"),
        &values![tenant, dossier, number, department, why, at, by],
    )
    .await?;
    Ok(())
}

/// Writes down how hearing a department ended.
pub(crate) async fn end_consult(
    tx: &mut Tx,
    tenant: TenantId,
    dossier: DossierId,
    (department, verdict, words): (DepartmentId, ConsultVerdict, Option<TextId>),
    (at, by): (Instant, Option<AccountId>),
) -> Result<(), Error> {
    tx.run(
        sql!(
            "UPDATE consult SET verdict = $4, words = $5, ended_at = $6, ended_by = $7
             WHERE tenant = $1 AND dossier = $2 AND department = $3 AND ended_at IS NULL"
        ),
        &values![tenant, dossier, department, verdict.code(), words, at, by],
    )
    .await?;
    Ok(())
}
