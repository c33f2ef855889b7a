//! Who is there for what somebody holds, and since when nobody is (F3 X10): one rule for a dossier on its way to a decision and for
//! what is carried out.
//!
//! - **The holder** is there until the account ends, or until the role is over with which the holder worked on it: a grant that gives
//!   one of the wanted permissions over the thing. Whoever never had such a grant holds it as somebody of the department, of whom no
//!   role is asked (F1 S4): then every grant counts, and without any the holder is there until the account ends. So is whoever had
//!   such a grant and has another role in the department of the thing.
//! - **Whoever stands in** for such a grant is there on the days that lie both in its period and in that of the substitute, until the
//!   own account ends; also when the account of the holder has ended.
//! - **Nobody** is there from the day on which the last of them was no longer.

use crate::permit::{Grant, Permission, Scope, Thing, permit};
use crate::tables::{accounts, grants};
use journey::Civil;
use kernel::{AccountId, Date, TenantId};
use std::collections::HashMap;
use store::{Error, Session};

/// Who is there of the people who hold something, and of those who stand in for them. Each is read once, however much they hold.
#[derive(Debug)]
pub struct WhoIsThere {
    /// What each holder was given, whatever its period.
    own: HashMap<AccountId, Vec<Grant>>,
    /// On which day the account of a holder, or of somebody who stands in, ended.
    ended: HashMap<AccountId, Date>,
}

/// The days on which somebody stands in.
struct Turn {
    account: AccountId,
    first: Date,
    last: Date,
}

impl Turn {
    fn holds(&self, today: Date) -> bool {
        self.first <= today && today <= self.last
    }
}

impl WhoIsThere {
    /// Reads those who are named; nobody is read twice.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn read(s: &mut Session, tenant: TenantId, civil: &Civil, mut holders: Vec<AccountId>) -> Result<Self, Error> {
        holders.sort_unstable();
        holders.dedup();
        let given = grants::held_by(s, tenant, &holders).await?;
        let mut all = holders;
        all.extend(given.iter().filter_map(|grant| grant.substitute).map(|it| it.account));
        all.sort_unstable();
        all.dedup();
        let ended = accounts::ended(s, tenant, &all).await?.into_iter().map(|(id, at)| (id, civil.today(at))).collect();
        Ok(Self::of(given, ended))
    }

    fn of(given: Vec<Grant>, ended: HashMap<AccountId, Date>) -> Self {
        let mut own: HashMap<AccountId, Vec<Grant>> = HashMap::new();
        for grant in given {
            own.entry(grant.account).or_default().push(grant);
        }
        Self { own, ended }
    }

    /// Who is there today for what `holder` does with one of these permissions to this thing: the holder first, then whoever stands in.
    #[must_use]
    pub fn there(&self, holder: AccountId, permissions: &[Permission], thing: &Thing, today: Date) -> Vec<AccountId> {
        let mut found = Vec::new();
        if self.left(holder, permissions, thing, today).is_none() {
            found.push(holder);
        }
        for turn in self.turns(holder, permissions, thing).iter().filter(|turn| turn.holds(today)) {
            if !found.contains(&turn.account) {
                found.push(turn.account);
            }
        }
        found
    }

    /// Since which day nobody is there for it; `None` when somebody is.
    #[must_use]
    pub fn nobody_since(&self, holder: AccountId, permissions: &[Permission], thing: &Thing, today: Date) -> Option<Date> {
        let left = self.left(holder, permissions, thing, today)?;
        let turns = self.turns(holder, permissions, thing);
        if turns.iter().any(|turn| turn.holds(today)) {
            return None;
        }
        let over = turns.iter().filter(|turn| turn.last < today).map(|turn| turn.last.plus_days(1));
        Some(over.fold(left, Ord::max).min(today))
    }

    /// Whether this holder can be missed for anything at all: the account ended, or a role is over. Of nobody else need be looked at
    /// what they hold.
    #[must_use]
    pub fn may_be_missed(&self, holder: AccountId, today: Date) -> bool {
        self.ended.contains_key(&holder) || self.given_to(holder).iter().any(|grant| over_since(grant, today).is_some())
    }

    fn given_to(&self, holder: AccountId) -> &[Grant] {
        self.own.get(&holder).map(Vec::as_slice).unwrap_or_default()
    }

    /// Since which day the holder is not there any more, whoever stands in.
    fn left(&self, holder: AccountId, permissions: &[Permission], thing: &Thing, today: Date) -> Option<Date> {
        let all = self.given_to(holder);
        let worked = all.iter().any(|grant| gives_one(grant, permissions, thing));
        let counted: Vec<&Grant> = all.iter().filter(|grant| !worked || gives_one(grant, permissions, thing)).collect();
        // Another role in the department that has it keeps somebody there, as whoever never had one that works on it.
        let of_department = |grant: &Grant| thing.department.is_some_and(|id| grant.scope == Scope::Department(id));
        let stays = all.iter().any(|grant| grant.runs(today) && of_department(grant));
        let role = if stays || counted.iter().any(|grant| grant.runs(today)) {
            None
        } else {
            counted.iter().filter_map(|grant| over_since(grant, today)).max()
        };
        self.ended.get(&holder).copied().into_iter().chain(role).min()
    }

    /// When which people stand in for the grants with which this holder works on it.
    fn turns(&self, holder: AccountId, permissions: &[Permission], thing: &Thing) -> Vec<Turn> {
        let mut found = Vec::new();
        for grant in self.given_to(holder).iter().filter(|grant| gives_one(grant, permissions, thing)) {
            let Some(it) = grant.substitute else { continue };
            let ended = self.ended.get(&it.account).map(|day| day.plus_days(-1));
            let first = grant.from.max(it.from);
            let last = grant.until.into_iter().chain(ended).fold(it.until, Ord::min);
            if first <= last {
                found.push(Turn { account: it.account, first, last });
            }
        }
        found
    }
}

fn gives_one(grant: &Grant, permissions: &[Permission], thing: &Thing) -> bool {
    permissions.iter().any(|permission| grant.gives(*permission, thing))
}

/// The first day after a grant, when that has come.
fn over_since(grant: &Grant, today: Date) -> Option<Date> {
    grant.until.filter(|until| *until < today).map(|until| until.plus_days(1))
}

/// Whose things wait for whoever signed in with these grants: the own ones, and those of whomever this person stands in for today.
#[must_use]
pub fn worked_for(grants: &[Grant], account: AccountId, today: Date) -> Vec<AccountId> {
    let mut found = vec![account];
    for grant in grants.iter().filter(|grant| grant.works_for(account, today)) {
        if !found.contains(&grant.account) {
            found.push(grant.account);
        }
    }
    found
}

/// Whether whoever signed in with these grants does today what is the work of `holder` with this thing: the holder, and whoever stands
/// in for a grant with which the holder works on it. Of whoever stands in it is what [`WhoIsThere::there`] tells, seen by the person.
#[must_use]
pub fn does_work_of(
    holder: AccountId,
    grants: &[Grant],
    account: AccountId,
    permissions: &[Permission],
    thing: &Thing,
    today: Date,
) -> bool {
    let works = |grant: &Grant| permissions.iter().any(|it| permit(std::slice::from_ref(grant), account, *it, thing, today));
    account == holder || grants.iter().filter(|grant| grant.account == holder).any(works)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::permit::{Role, Substitute};
    use kernel::{DepartmentId, GrantId};
    use uuid::Uuid;

    const ADVISES: [Permission; 2] = [Permission::Advise, Permission::CheckFrames];

    fn person(n: u128) -> AccountId {
        AccountId::from_uuid(Uuid::from_u128(n))
    }

    fn department(n: u128) -> DepartmentId {
        DepartmentId::from_uuid(Uuid::from_u128(n))
    }

    fn day(n: i64) -> Date {
        Date::new(2026, 1, 1).expect("a day").plus_days(n)
    }

    /// What lies in the first department.
    fn thing() -> Thing {
        Thing::tenant().in_department(department(1))
    }

    /// The role of a specialist in a department, held by the first person.
    fn specialist(of: u128, from: i64, until: Option<i64>) -> Grant {
        Grant {
            id: GrantId::from_uuid(Uuid::from_u128(of)),
            account: person(1),
            role: Role::Specialist.code().to_owned(),
            permissions: Role::Specialist.permissions(),
            scope: Scope::Department(department(of)),
            from: day(from),
            until: until.map(day),
            substitute: None,
        }
    }

    fn reads(until: Option<i64>) -> Grant {
        let role = Role::Researcher;
        Grant { role: role.code().to_owned(), permissions: role.permissions(), scope: Scope::Tenant, ..specialist(9, 0, until) }
    }

    fn standing_in(grant: Grant, n: u128, from: i64, until: i64) -> Grant {
        Grant { substitute: Some(Substitute { account: person(n), from: day(from), until: day(until) }), ..grant }
    }

    fn who(given: &[Grant], ended: &[(u128, i64)]) -> WhoIsThere {
        WhoIsThere::of(given.to_vec(), ended.iter().map(|(n, on)| (person(*n), day(*on))).collect())
    }

    fn there(it: &WhoIsThere, today: i64) -> Vec<AccountId> {
        it.there(person(1), &ADVISES, &thing(), day(today))
    }

    fn nobody_since(it: &WhoIsThere, today: i64) -> Option<Date> {
        it.nobody_since(person(1), &ADVISES, &thing(), day(today))
    }

    #[test]
    fn a_holder_is_there_until_the_account_ends() {
        let it = who(&[specialist(1, 0, None)], &[]);
        assert_eq!((there(&it, 5), nobody_since(&it, 5)), (vec![person(1)], None));
        assert!(!it.may_be_missed(person(1), day(5)));
        let it = who(&[specialist(1, 0, None)], &[(1, 5)]);
        for today in [5, 9] {
            assert_eq!((there(&it, today), nobody_since(&it, today)), (vec![], Some(day(5))), "day {today}");
            assert!(it.may_be_missed(person(1), day(today)));
        }
        let it = who(&[specialist(1, 5, None)], &[(1, 5)]);
        assert_eq!(nobody_since(&it, 5), Some(day(5)), "given and ended on one day");
    }

    #[test]
    fn a_holder_is_there_until_the_role_is_over() {
        let it = who(&[specialist(1, 0, Some(5))], &[]);
        assert_eq!((there(&it, 5), nobody_since(&it, 5)), (vec![person(1)], None), "its last day");
        assert_eq!((there(&it, 8), nobody_since(&it, 8)), (vec![], Some(day(6))));
        let it = who(&[specialist(1, 0, Some(5))], &[(1, 9)]);
        assert_eq!(nobody_since(&it, 10), Some(day(6)), "the account ended when nobody was there for long");
    }

    #[test]
    fn another_role_in_the_department_keeps_a_holder_there() {
        let holds_money = |of| {
            let (role, permissions) = (Role::BudgetHolder.code().to_owned(), Role::BudgetHolder.permissions());
            Grant { role, permissions, ..specialist(of, 3, None) }
        };
        let it = who(&[specialist(1, 0, Some(5)), holds_money(1)], &[]);
        assert_eq!((there(&it, 8), nobody_since(&it, 8)), (vec![person(1)], None));
        let it = who(&[specialist(1, 0, Some(5)), holds_money(2)], &[]);
        assert_eq!((there(&it, 8), nobody_since(&it, 8)), (vec![], Some(day(6))), "in another department");
    }

    #[test]
    fn of_several_roles_those_count_with_which_the_holder_works_on_it() {
        let again = who(&[specialist(1, 0, Some(5)), specialist(1, 8, None)], &[]);
        assert_eq!((nobody_since(&again, 7), nobody_since(&again, 8)), (Some(day(6)), None), "a role that begins later");
        let last = who(&[specialist(1, 0, Some(5)), specialist(1, 0, Some(7))], &[]);
        assert_eq!((nobody_since(&last, 7), nobody_since(&last, 9)), (None, Some(day(8))), "the last of them");
        let elsewhere = who(&[specialist(1, 0, Some(5)), specialist(2, 0, None), reads(None)], &[]);
        assert_eq!((there(&elsewhere, 6), nobody_since(&elsewhere, 6)), (vec![], Some(day(6))), "another department, another role");
        assert!(elsewhere.may_be_missed(person(1), day(6)));
        let never = who(&[reads(Some(5)), specialist(2, 0, Some(7))], &[]);
        assert_eq!((there(&never, 7), nobody_since(&never, 8)), (vec![person(1)], Some(day(8))), "who never needed a role for it");
        let future = who(&[specialist(1, 9, None)], &[]);
        assert_eq!(there(&future, 5), [person(1)], "nothing is over");
        let none = who(&[], &[]);
        assert_eq!((there(&none, 5), nobody_since(&none, 5)), (vec![person(1)], None), "without any role");
        assert_eq!(nobody_since(&who(&[], &[(1, 3)]), 5), Some(day(3)));
    }

    #[test]
    fn whoever_stands_in_is_there_within_the_days_and_neither_before_nor_after() {
        let given = [standing_in(specialist(1, 0, None), 2, 5, 8)];
        let (both, gone) = (who(&given, &[]), who(&given, &[(1, 2)]));
        for today in 0..12 {
            let stands_in = (5..=8).contains(&today);
            let expected = if stands_in { vec![person(1), person(2)] } else { vec![person(1)] };
            assert_eq!((there(&both, today), nobody_since(&both, today)), (expected, None), "day {today}");
            if today >= 2 {
                assert_eq!(there(&gone, today), if stands_in { vec![person(2)] } else { vec![] }, "day {today}");
            }
        }
        assert_eq!([4, 6, 11].map(|today| nobody_since(&gone, today)), [Some(day(2)), None, Some(day(9))]);
        let over = who(&given, &[(1, 10)]);
        assert_eq!(nobody_since(&over, 11), Some(day(10)), "the holder was there for longer");
    }

    #[test]
    fn nobody_stands_in_after_the_role_is_over_or_whose_account_ended() {
        let short = who(&[standing_in(specialist(1, 0, Some(6)), 2, 3, 9)], &[(1, 2)]);
        assert_eq!([6, 8].map(|today| nobody_since(&short, today)), [None, Some(day(7))]);
        assert_eq!(there(&short, 7), []);
        let ended = who(&[standing_in(specialist(1, 0, None), 2, 3, 9)], &[(1, 2), (2, 5)]);
        assert_eq!((there(&ended, 4), there(&ended, 5)), (vec![person(2)], vec![]));
        assert_eq!(nobody_since(&ended, 8), Some(day(5)));
        let before = who(&[standing_in(specialist(1, 0, None), 2, 6, 9)], &[(1, 2), (2, 4)]);
        assert_eq!(nobody_since(&before, 7), Some(day(2)), "the turn never came");
        let other = who(&[specialist(1, 0, None), standing_in(specialist(2, 0, None), 2, 0, 9)], &[(1, 2)]);
        assert_eq!((there(&other, 5), nobody_since(&other, 5)), (vec![], Some(day(2))), "for another department");
    }

    #[test]
    fn several_people_stand_in_each_in_turn() {
        let given = [
            standing_in(specialist(1, 0, None), 2, 3, 5),
            standing_in(specialist(1, 0, None), 3, 5, 7),
            standing_in(reads(None), 4, 0, 20),
        ];
        let it = who(&given, &[(1, 1)]);
        assert_eq!((there(&it, 4), there(&it, 5), there(&it, 6)), (vec![person(2)], vec![person(2), person(3)], vec![person(3)]));
        assert_eq!((there(&it, 8), nobody_since(&it, 12)), (vec![], Some(day(8))));
    }

    #[test]
    fn whoever_stands_in_is_told_and_may_act_on_the_same_days() {
        let given = [
            standing_in(specialist(1, 1, Some(9)), 2, 0, 4),
            standing_in(specialist(1, 3, None), 3, 6, 12),
            standing_in(specialist(2, 0, None), 4, 0, 12),
        ];
        for it in [who(&given, &[]), who(&given, &[(1, 0)])] {
            for today in 0..15 {
                let told = there(&it, today);
                for n in 2..=4 {
                    let mine: Vec<Grant> =
                        given.iter().filter(|grant| grant.substitute.is_some_and(|it| it.account == person(n))).cloned().collect();
                    let acts = does_work_of(person(1), &mine, person(n), &ADVISES, &thing(), day(today));
                    assert_eq!(told.contains(&person(n)), acts, "day {today}, {n}");
                    assert!(!acts || worked_for(&mine, person(n), day(today)).contains(&person(1)), "day {today}, {n}");
                }
                assert_eq!(told.is_empty(), nobody_since(&it, today).is_some(), "day {today}");
            }
        }
        assert!(does_work_of(person(1), &[], person(1), &ADVISES, &thing(), day(0)));
        assert_eq!(worked_for(&given, person(5), day(3)), [person(5)]);
    }
}
