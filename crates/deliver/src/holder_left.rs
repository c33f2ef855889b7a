//! Whether whoever has a commitment is still there (X10).

use crate::tables::commitments::Commitment;
use journey::Civil;
use kernel::{Date, TenantId};
use people::{Permission, permit};
use store::{Error, Session};

/// Since when whoever has it is gone, and nobody stands in; `None` when somebody is there, or when the department has
/// it as a whole.
///
/// # Errors
/// When the database does not answer.
pub async fn left(s: &mut Session, tenant: TenantId, it: &Commitment, civil: &Civil, today: Date) -> Result<Option<Date>, Error> {
    let Some(holder) = it.holder else { return Ok(None) };
    let grants = people::tables::grants::of_account(s, tenant, holder).await?;
    let thing = it.thing();
    let own: Vec<_> = grants.into_iter().filter(|grant| grant.account == holder).collect();
    let stands_in = own.iter().filter_map(|grant| grant.substitute).any(|it| permit(&own, it.account, Permission::CarryOut, &thing, today));
    if stands_in {
        return Ok(None);
    }
    let account = people::tables::accounts::account(s, tenant, holder).await?;
    let made = civil.today(it.made);
    match account.and_then(|account| account.ended) {
        Some(ended) => Ok(Some(civil.today(ended).max(made))),
        None if permit(&own, holder, Permission::CarryOut, &thing, today) => Ok(None),
        None => {
            let last = own.iter().filter_map(|grant| grant.until).filter(|until| *until < today).max();
            Ok(Some(last.map_or(made, |until| until.plus_days(1)).max(made)))
        }
    }
}
