//! Which departments were asked to take a dossier, and what they said (F1 S4).

use kernel::{AccountId, DepartmentId, DossierId, Instant, TenantId};
use store::{Error, Session, Tx, sql, values};

/// How an asking ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settled {
    /// The department took the dossier.
    Accepted,
    /// The department gave it back.
    HandedBack,
    /// Another department was asked before this one answered.
    Moved,
}

impl Settled {
    /// As stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::HandedBack => "handed-back",
            Self::Moved => "moved",
        }
    }
    /// Its word.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Accepted => "carry-asking-accepted",
            Self::HandedBack => "carry-asking-handed-back",
            Self::Moved => "carry-asking-moved",
        }
    }
    fn of(code: &str) -> Option<Self> {
        [Self::Accepted, Self::HandedBack, Self::Moved].into_iter().find(|settled| settled.code() == code)
    }
}

/// One asking of one department.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asking {
    /// The department that was asked.
    pub department: DepartmentId,
    /// When.
    pub asked_at: Instant,
    /// How it ended, when it did.
    pub settled: Option<Settled>,
    /// When it ended.
    pub settled_at: Option<Instant>,
    /// Why it was given back; for staff only.
    pub reason: Option<String>,
}

/// All askings of a dossier, oldest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn askings(s: &mut Session, tenant: TenantId, dossier: DossierId) -> Result<Vec<Asking>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT department, asked_at, settled, settled_at, reason FROM assignment
                 WHERE tenant = $1 AND dossier = $2 ORDER BY number LIMIT 100"
            ),
            &values![tenant, dossier],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Asking {
                department: row.get("department")?,
                asked_at: row.get("asked_at")?,
                settled: row.get::<Option<String>>("settled")?.as_deref().and_then(Settled::of),
                settled_at: row.get("settled_at")?,
                reason: row.get("reason")?,
            })
        })
        .collect()
}

/// Asks a department; an asking that was still open counts as moved.
pub(crate) async fn add_asking(
    tx: &mut Tx,
    tenant: TenantId,
    dossier: DossierId,
    department: DepartmentId,
    at: Instant,
    by: Option<AccountId>,
) -> Result<(), Error> {
    let last = close_asking(tx, tenant, dossier, at, by).await?;
    tx.run(
        sql!("INSERT INTO assignment (tenant, dossier, number, department, asked_at, asked_by) VALUES ($1, $2, $3, $4, $5, $6)"),
        &values![tenant, dossier, last + 1, department, at, by],
    )
    .await?;
    Ok(())
}

/// An asking that is still open counts as moved: what was asked goes to others. Answers the number of the last one.
pub(crate) async fn close_asking(
    tx: &mut Tx,
    tenant: TenantId,
    dossier: DossierId,
    at: Instant,
    by: Option<AccountId>,
) -> Result<i64, Error> {
    let last = last_number(tx, tenant, dossier).await?;
    tx.run(
        sql!(
            "UPDATE assignment SET settled = 'moved', settled_at = $4, settled_by = $5
             WHERE tenant = $1 AND dossier = $2 AND number = $3 AND settled IS NULL"
        ),
        &values![tenant, dossier, last, at, by],
    )
    .await?;
    Ok(last)
}

async fn last_number(tx: &mut Tx, tenant: TenantId, dossier: DossierId) -> Result<i64, Error> {
    let row = tx
        .one(
            sql!("SELECT CAST(coalesce(max(number), 0) AS BIGINT) AS last FROM assignment WHERE tenant = $1 AND dossier = $2"),
            &values![tenant, dossier],
        )
        .await?;
    row.get("last")
}

/// Writes down that the department that was asked last took the dossier.
pub(crate) async fn accept_asking(
    tx: &mut Tx,
    tenant: TenantId,
    dossier: DossierId,
    holder: AccountId,
    at: Instant,
    by: Option<AccountId>,
) -> Result<(), Error> {
    let last = last_number(tx, tenant, dossier).await?;
    tx.run(
        sql!(
            "UPDATE assignment SET settled = 'accepted', holder = $4, settled_at = $5, settled_by = $6
             WHERE tenant = $1 AND dossier = $2 AND number = $3"
        ),
        &values![tenant, dossier, last, holder, at, by],
    )
    .await?;
    Ok(())
}

/// Writes down that the department that was asked last gave the dossier back, before or after it had taken it.
pub(crate) async fn hand_back_asking(
    tx: &mut Tx,
    tenant: TenantId,
    dossier: DossierId,
    reason: &str,
    at: Instant,
    by: Option<AccountId>,
) -> Result<(), Error> {
    let last = last_number(tx, tenant, dossier).await?;
    tx.run(
        sql!(
            "UPDATE assignment SET settled = 'handed-back', reason = $4, settled_at = $5, settled_by = $6
             WHERE tenant = $1 AND dossier = $2 AND number = $3"
        ),
        &values![tenant, dossier, last, reason, at, by],
    )
    .await?;
    Ok(())
}
