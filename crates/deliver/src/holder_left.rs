//! Whether whoever has a commitment is still there (X10): the rule of [`people::WhoIsThere`], for what is carried out.

use crate::tables::commitments::Commitment;
use journey::Civil;
use kernel::{AccountId, Date, TenantId};
use people::{Permission, Thing, WhoIsThere};
use store::{Error, Session};

/// With this the holder of a commitment works on it.
const HOLDING: [Permission; 1] = [Permission::CarryOut];

/// Since when whoever has it is gone, and nobody stands in; `None` when somebody is there, or when the department has
/// it as a whole.
///
/// # Errors
/// When the database does not answer.
pub async fn left(s: &mut Session, tenant: TenantId, it: &Commitment, civil: &Civil, today: Date) -> Result<Option<Date>, Error> {
    let holders = WhoIsThere::read(s, tenant, civil, it.holder.into_iter().collect()).await?;
    Ok(left_since(&holders, it, civil, today))
}

/// As [`left`], for one of many; never before it was promised.
pub(crate) fn left_since(holders: &WhoIsThere, it: &Commitment, civil: &Civil, today: Date) -> Option<Date> {
    let since = holders.nobody_since(it.holder?, &HOLDING, &it.thing(), today)?;
    Some(since.max(civil.today(it.made)))
}

/// Who is there for it: whoever has it, and whoever stands in today; nobody when the department has it as a whole.
pub(crate) fn there(holders: &WhoIsThere, it: &Commitment, today: Date) -> Vec<AccountId> {
    it.holder.map(|holder| holders.there(holder, &HOLDING, &it.thing(), today)).unwrap_or_default()
}

/// Whether this holder is not there any more for this, and nobody stands in.
pub(crate) fn is_gone(holders: &WhoIsThere, holder: AccountId, thing: &Thing, today: Date) -> bool {
    holders.nobody_since(holder, &HOLDING, thing, today).is_some()
}
