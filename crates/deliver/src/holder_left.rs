//! Whether whoever has a commitment is still there (X10).

use crate::tables::commitments::Commitment;
use journey::Civil;
use kernel::{AccountId, Date, Instant, TenantId};
use people::{Grant, Permission, Thing, permit};
use std::collections::HashMap;
use store::{Error, Session};

/// Since when whoever has it is gone, and nobody stands in; `None` when somebody is there, or when the department has
/// it as a whole.
///
/// # Errors
/// When the database does not answer.
pub async fn left(s: &mut Session, tenant: TenantId, it: &Commitment, civil: &Civil, today: Date) -> Result<Option<Date>, Error> {
    Ok(Holders::read(s, tenant, it.holder.into_iter().collect()).await?.left(it, civil, today))
}

/// The people who have commitments: what they may do, and who of them ended. Each is read once, however much they have.
#[derive(Debug)]
pub(crate) struct Holders {
    grants: HashMap<AccountId, Vec<Grant>>,
    ended: HashMap<AccountId, Instant>,
}

impl Holders {
    /// Reads those that are named; nobody is read twice.
    pub(crate) async fn read(s: &mut Session, tenant: TenantId, mut all: Vec<AccountId>) -> Result<Self, Error> {
        all.sort_unstable();
        all.dedup();
        let mut grants: HashMap<AccountId, Vec<Grant>> = HashMap::new();
        for grant in people::tables::grants::held_by(s, tenant, &all).await? {
            grants.entry(grant.account).or_default().push(grant);
        }
        // Whoever stands in may have ended as well.
        all.extend(grants.values().flatten().filter_map(|grant| grant.substitute).map(|it| it.account));
        all.sort_unstable();
        all.dedup();
        let ended = people::tables::accounts::ended(s, tenant, &all).await?.into_iter().collect();
        Ok(Self { grants, ended })
    }

    fn own(&self, holder: AccountId) -> &[Grant] {
        self.grants.get(&holder).map(Vec::as_slice).unwrap_or_default()
    }

    /// Who is there for what this holder has: the holder, and whoever stands in today. Nobody whose account ended.
    pub(crate) fn there(&self, holder: AccountId, thing: &Thing, today: Date) -> Vec<AccountId> {
        let own = self.own(holder);
        let substitutes = own.iter().filter_map(|grant| grant.substitute).map(|it| it.account);
        let mut found: Vec<AccountId> = Vec::new();
        for account in std::iter::once(holder).chain(substitutes) {
            let may = !self.ended.contains_key(&account) && permit(own, account, Permission::CarryOut, thing, today);
            if may && !found.contains(&account) {
                found.push(account);
            }
        }
        found
    }

    /// Whether this holder is not there any more for this, and nobody stands in.
    pub(crate) fn is_gone(&self, holder: AccountId, thing: &Thing, today: Date) -> bool {
        self.there(holder, thing, today).is_empty()
    }

    /// As [`left`].
    pub(crate) fn left(&self, it: &Commitment, civil: &Civil, today: Date) -> Option<Date> {
        let holder = it.holder.filter(|holder| self.is_gone(*holder, &it.thing(), today))?;
        let made = civil.today(it.made);
        let since = match self.ended.get(&holder) {
            Some(ended) => civil.today(*ended),
            None => self
                .own(holder)
                .iter()
                .filter_map(|grant| grant.until)
                .filter(|until| *until < today)
                .max()
                .map_or(made, |until| until.plus_days(1)),
        };
        Some(since.max(made))
    }
}
