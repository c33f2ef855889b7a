//! What may not come in any more: its author was erased while the words still lay on a telephone.

use kernel::{Instant, PublicNumber, RecallId, TenantId};
use store::{Error, Session, Tx, sql, values};

/// Whether the author of what was kept under this number took it back before it came in.
///
/// # Errors
/// When the database fails.
pub async fn is_recalled(s: &mut Session, tenant: TenantId, number: &PublicNumber) -> Result<bool, Error> {
    let row = s.optional(sql!("SELECT id FROM recall WHERE tenant = $1 AND number = $2"), &values![tenant, number.as_str()]).await?;
    Ok(row.is_some())
}

/// Notes that what was kept under this number may not come in. `false` when that was noted before.
pub(crate) async fn insert(tx: &mut Tx, tenant: TenantId, id: RecallId, number: &PublicNumber, at: Instant) -> Result<bool, Error> {
    let written = tx
        .run(
            sql!("INSERT INTO recall (tenant, number, id, recalled) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING"),
            &values![tenant, number.as_str(), id, at],
        )
        .await?;
    Ok(written == 1)
}
