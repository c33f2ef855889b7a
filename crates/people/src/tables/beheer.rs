//! Questions that only the administration asks.

use kernel::{AccountId, AreaId, TenantId};
use std::collections::HashMap;
use store::{Error, Session, sql, values};

/// How many streets each area has.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn street_counts(s: &mut Session, tenant: TenantId) -> Result<HashMap<AreaId, i64>, Error> {
    s.all(sql!("SELECT area, CAST(count(*) AS BIGINT) AS streets FROM street WHERE tenant = $1 GROUP BY area"), &values![tenant])
        .await?
        .iter()
        .map(|row| Ok((row.get("area")?, row.get("streets")?)))
        .collect()
}

/// Whether an account has set up a second factor.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn has_factor(s: &mut Session, tenant: TenantId, account: AccountId) -> Result<bool, Error> {
    let row =
        s.optional(sql!("SELECT id FROM account WHERE tenant = $1 AND id = $2 AND factor IS NOT NULL"), &values![tenant, account]).await?;
    Ok(row.is_some())
}
