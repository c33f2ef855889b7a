//! The form of a budget.

use super::{LINE_MOST, date, line, required_line};
use crate::model::{Budget, BudgetKind, Share};
use kernel::{AccountId, BudgetId, DepartmentId, Money};
use ui::Typed;

/// A budget has so many shares at most.
pub(crate) const MOST_SHARES: usize = 12;
/// No share is larger than this, in cents.
const MOST_CENTS: i64 = 1_000_000_000_000;

/// The names of the fields of one share: the department, its amount, who holds it.
pub(crate) fn share_fields(row: usize) -> [String; 3] {
    [format!("department-{row}"), format!("amount-{row}"), format!("holder-{row}")]
}

/// An amount of money; nothing is wrong with nothing at all.
fn money(typed: &mut Typed, field: &str) -> Option<Money> {
    let text = typed.get(field).trim().to_owned();
    if text.is_empty() {
        return None;
    }
    let amount = text.parse::<Money>().ok().filter(|amount| (0..=MOST_CENTS).contains(&amount.cents()));
    if amount.is_none() {
        typed.wrong(field, "carry-budget-amount-wrong");
    }
    amount
}

/// `offered`: the departments and people that can be named. A row of which nothing is filled in is no share.
pub(crate) fn budgeting(typed: &mut Typed, id: BudgetId, departments: &[DepartmentId], holders: &[AccountId]) -> Option<Budget> {
    let name = required_line(typed, "name", LINE_MOST, "carry-budget-name-missing");
    let kind = BudgetKind::of(typed.get("kind"));
    if kind.is_none() {
        typed.wrong("kind", "carry-budget-kind-missing");
    }
    let cycle = line(typed, "cycle", 60).map(kernel::Line::into_string).unwrap_or_default();
    let (next, ended) = (date(typed, "next"), date(typed, "ended"));
    let mut shares: Vec<Share> = Vec::new();
    for row in 1..=MOST_SHARES {
        let [department_field, amount_field, holder_field] = share_fields(row);
        let nothing = [&department_field, &amount_field, &holder_field].iter().all(|field| typed.get(field).trim().is_empty());
        if nothing {
            continue;
        }
        let department = typed.get(&department_field).parse().ok().filter(|id| departments.contains(id));
        if department.is_none_or(|department| shares.iter().any(|it| it.department == department)) {
            typed.wrong(&department_field, "carry-budget-department-wrong");
        }
        let amount = money(typed, &amount_field);
        if amount.is_none() && typed.error_of(&amount_field).is_none() {
            typed.wrong(&amount_field, "carry-budget-amount-wrong");
        }
        let holder = typed.get(&holder_field).parse().ok().filter(|id| holders.contains(id));
        if holder.is_none() && !typed.get(&holder_field).is_empty() {
            typed.wrong(&holder_field, "carry-budget-holder-wrong");
        }
        if let (Some(department), Some(amount)) = (department, amount) {
            shares.push(Share { department, holder, amount, committed: Money::from_cents(0) });
        }
    }
    if typed.is_wrong() {
        return None;
    }
    Some(Budget { id, name: name?.into_string(), kind: kind?, cycle, next, ended, shares })
}
