//! Money of departments: whose it is, for which year, and what is left of it (catalogue F1 S8, C146, C155, E703, E705).

use kernel::{AccountId, BudgetId, Date, DepartmentId, Money};
use people::{Grant, Permission, Thing, permit};

/// What kind of budget it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BudgetKind {
    /// Of one department, for one year or cycle.
    Yearly,
    /// Several departments put money together; each commits its own share (004 «budgetten van verschillende afdelingen bij
    /// elkaar gebracht»).
    Pooled,
    /// Of one department, apart from the year: it commits between two cycles up to what is left (C146).
    OffCycle,
}

impl BudgetKind {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Yearly, Self::Pooled, Self::OffCycle];
    /// The code that is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Yearly => "yearly",
            Self::Pooled => "pooled",
            Self::OffCycle => "off-cycle",
        }
    }
    /// The one with this code.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
    /// The key of its words.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Yearly => "carry-budget-kind-yearly",
            Self::Pooled => "carry-budget-kind-pooled",
            Self::OffCycle => "carry-budget-kind-off-cycle",
        }
    }
}

/// The part of a budget that one department holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// Whose money it is.
    pub department: DepartmentId,
    /// The only person who commits it; `None` when whoever holds budgets for the department does.
    pub holder: Option<AccountId>,
    /// How much it is.
    pub amount: Money,
    /// How much of it is committed.
    pub committed: Money,
}

impl Share {
    /// What can still be committed; never below nothing, also when the amount was lowered later.
    #[must_use]
    pub const fn left(&self) -> Money {
        let left = self.amount.cents() - self.committed.cents();
        Money::from_cents(if left < 0 { 0 } else { left })
    }
}

/// A budget with its shares: one of a yearly budget or an envelope, at least two of a pooled one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Budget {
    /// Its id.
    pub id: BudgetId,
    /// Its name.
    pub name: String,
    /// What kind it is.
    pub kind: BudgetKind,
    /// For which year or cycle, in words; empty when it is bound to none.
    pub cycle: String,
    /// When is decided about it next: until then a request that finds no money stands in its queue.
    pub next: Option<Date>,
    /// The first day on which nothing of it is committed any more.
    pub ended: Option<Date>,
    /// Its shares, each of another department.
    pub shares: Vec<Share>,
}

impl Budget {
    /// All of it.
    #[must_use]
    pub fn amount(&self) -> Money {
        Money::from_cents(self.shares.iter().map(|it| it.amount.cents()).sum())
    }
    /// What is committed of it.
    #[must_use]
    pub fn committed(&self) -> Money {
        Money::from_cents(self.shares.iter().map(|it| it.committed.cents()).sum())
    }
    /// What is left of it.
    #[must_use]
    pub fn left(&self) -> Money {
        Money::from_cents(self.shares.iter().map(|it| it.left().cents()).sum())
    }
    /// The share of a department.
    #[must_use]
    pub fn share(&self, department: DepartmentId) -> Option<&Share> {
        self.shares.iter().find(|it| it.department == department)
    }
    /// Whether money of it can be asked on that day.
    #[must_use]
    pub fn is_open(&self, today: Date) -> bool {
        self.ended.is_none_or(|ended| ended > today)
    }
    /// Until when a request stands in its queue, asked today.
    #[must_use]
    pub fn queue_until(&self, today: Date) -> Option<Date> {
        self.next.filter(|next| *next >= today)
    }
}

/// Divides whole euros over shares in the measure of what each has left; when nothing is left anywhere, in the measure of
/// `otherwise`. Rounded so that nothing is lost and no share is asked more than it has, as long as they have enough together.
/// Empty when there is nothing to go by.
#[must_use]
pub fn divided(euros: i64, left: &[i64], otherwise: &[i64]) -> Vec<i64> {
    let known = |all: &[i64]| all.iter().map(|it| i128::from((*it).max(0))).collect::<Vec<_>>();
    let measure = Some(known(left)).filter(|all| all.iter().sum::<i128>() >= i128::from(euros)).unwrap_or_else(|| known(otherwise));
    let whole: i128 = measure.iter().sum();
    if whole == 0 || euros < 0 {
        return Vec::new();
    }
    let exact = |it: &i128| (i128::from(euros) * it / whole, i128::from(euros) * it % whole);
    let mut parts: Vec<(usize, i128, i128)> = measure.iter().map(exact).enumerate().map(|(at, (part, rest))| (at, part, rest)).collect();
    let mut over = i128::from(euros) - parts.iter().map(|(_, part, _)| part).sum::<i128>();
    parts.sort_by_key(|(at, _, rest)| (std::cmp::Reverse(*rest), *at));
    for (_, part, rest) in &mut parts {
        if over > 0 && *rest > 0 {
            *part += 1;
            over -= 1;
        }
    }
    parts.sort_by_key(|(at, _, _)| *at);
    parts.into_iter().map(|(_, part, _)| i64::try_from(part).unwrap_or(i64::MAX)).collect()
}

/// Whether `account` holds this money today: by a role for the department whose it is; and where one person holds it, only
/// by what was given to that person, also as the substitute.
#[must_use]
pub fn holds(grants: &[Grant], account: AccountId, thing: &Thing, share: (DepartmentId, Option<AccountId>), today: Date) -> bool {
    let (department, holder) = share;
    let own: Vec<Grant> = grants.iter().filter(|grant| holder.is_none_or(|holder| grant.account == holder)).cloned().collect();
    permit(&own, account, Permission::CommitMeans, &thing.in_department(department), today)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_of_a_pool_is_divided_by_what_each_has_left() {
        assert_eq!(divided(900, &[1_000, 2_000], &[1, 1]), [300, 600]);
        assert_eq!(divided(100, &[50, 50, 50], &[1, 1, 1]), [34, 33, 33], "nothing is lost in rounding");
        assert_eq!(divided(900, &[0, 0], &[1_000, 500]), [600, 300], "with nothing left, by what each put in");
        assert_eq!(divided(900, &[], &[]), [0_i64; 0]);
    }

    proptest::proptest! {
        #[test]
        fn the_parts_are_the_whole_and_nobody_is_asked_more_than_it_has(
            euros in 0_i64..1_000_000_000, left in proptest::collection::vec(0_i64..1_000_000_000, 1..8),
        ) {
            let parts = divided(euros, &left, &left);
            let whole: i64 = left.iter().sum();
            proptest::prop_assume!(whole > 0);
            proptest::prop_assert_eq!(parts.iter().sum::<i64>(), euros);
            if euros <= whole {
                proptest::prop_assert!(parts.iter().zip(&left).all(|(part, left)| part <= left), "{:?} of {:?}", parts, left);
            }
        }
    }
}
