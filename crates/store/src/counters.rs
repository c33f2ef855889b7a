//! Counting without reading everything, and without a row for which writers wait.
//!
//! A count is a sum of parts. Whoever changes what is counted adds a part, in the same write: one more in one cell, one less
//! in another. Two writers add two parts and never meet. About one part in sixty-four is followed by folding: all parts of
//! that scope are replaced by their sums. So reading sums up as many parts as there are cells, and a few dozen more.

use crate::session::Session;
use crate::{Error, Row, Tx};
use kernel::TenantId;
use uuid::Uuid;

/// How many of the least bits of a part must be zero for folding.
const FOLDING: u128 = 0b11_1111;

impl Tx {
    /// Counts so many more (or less) in cells of a scope, for instance the contributions of a process by how far they are.
    ///
    /// # Errors
    /// What the database says.
    pub async fn count(&mut self, tenant: TenantId, kind: &'static str, scope: Uuid, changes: &[(&str, i64)]) -> Result<(), Error> {
        let mut folding = false;
        for (cell, many) in changes.iter().filter(|(_, many)| *many != 0) {
            let part = self.add_part(tenant, kind, scope, cell, *many).await?;
            folding |= part.as_u128() & FOLDING == 0;
        }
        if folding { self.fold(tenant, kind, scope).await } else { Ok(()) }
    }

    async fn add_part(&mut self, tenant: TenantId, kind: &'static str, scope: Uuid, cell: &str, many: i64) -> Result<Uuid, Error> {
        let mut bytes = [0_u8; 16];
        self.random().fill(&mut bytes);
        let part = uuid::Builder::from_random_bytes(bytes).into_uuid();
        let sql = crate::sql!("INSERT INTO counter_part (tenant, kind, scope, part, cell, many) VALUES ($1, $2, $3, $4, $5, $6)");
        self.add(sql, &crate::values![tenant, kind, scope, part, cell, many]).await?;
        Ok(part)
    }

    /// Replaces all parts that this write sees by their sums. Parts that others add meanwhile stay; where two fold the same
    /// parts, one of the two writes is run again.
    async fn fold(&mut self, tenant: TenantId, kind: &'static str, scope: Uuid) -> Result<(), Error> {
        let sums = counted(self, tenant, kind, Some(scope)).await?;
        let sql = crate::sql!("DELETE FROM counter_part WHERE tenant = $1 AND kind = $2 AND scope = $3");
        self.run(sql, &crate::values![tenant, kind, scope]).await?;
        for (cell, many) in sums {
            self.add_part(tenant, kind, scope, &cell, many).await?;
        }
        Ok(())
    }
}

/// The cells of a scope, or of all scopes of a kind together, with how many are in each. Cells with none are left out.
///
/// # Errors
/// What the database says.
pub async fn counted(
    session: &mut Session,
    tenant: TenantId,
    kind: &'static str,
    scope: Option<Uuid>,
) -> Result<Vec<(String, i64)>, Error> {
    let rows = match scope {
        Some(scope) => {
            let sql = crate::sql!(
                "SELECT cell, CAST(sum(many) AS BIGINT) AS many FROM counter_part WHERE tenant = $1 AND kind = $2 AND scope = $3
                 GROUP BY cell ORDER BY cell"
            );
            session.all(sql, &crate::values![tenant, kind, scope]).await?
        }
        None => {
            let sql = crate::sql!(
                "SELECT cell, CAST(sum(many) AS BIGINT) AS many FROM counter_part WHERE tenant = $1 AND kind = $2
                 GROUP BY cell ORDER BY cell"
            );
            session.all(sql, &crate::values![tenant, kind]).await?
        }
    };
    let read = |row: &Row| Ok((row.get("cell")?, row.get("many")?));
    let cells = rows.iter().map(read).collect::<Result<Vec<(String, i64)>, Error>>()?;
    Ok(cells.into_iter().filter(|(_, many)| *many != 0).collect())
}
