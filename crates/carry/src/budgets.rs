//! Budgets are written down and changed (F1 S8, E7). What is committed of them is [`crate::across::answer_part`]: only whoever
//! holds a share commits it.

use crate::act::{Refusal, Rule, note_inside};
use crate::model::{Budget, BudgetKind};
use crate::tables;
use journey::Act as Doing;
use serde_json::json;
use store::Tx;

/// Makes a budget, or changes the one with its id. Its commitments stay as they are; shares that are left out go only when
/// nothing was ever asked of them.
///
/// # Errors
/// When it has no or too many shares for its kind, a share is smaller than what is committed of it or is left out though
/// something was asked of it, or a budget of a year does not say when is decided about it next.
pub async fn save(tx: &mut Tx, doing: &Doing<'_>, budget: &Budget) -> Result<(), Refusal> {
    let enough = match budget.kind {
        BudgetKind::Pooled => budget.shares.len() > 1,
        BudgetKind::Yearly | BudgetKind::OffCycle => budget.shares.len() == 1,
    };
    if !enough || budget.shares.iter().any(|it| it.amount.cents() < 0) {
        return Err(Refusal::Rule(Rule::BudgetShares));
    }
    if budget.kind != BudgetKind::OffCycle && budget.next.is_none() {
        return Err(Refusal::Rule(Rule::BudgetNext));
    }
    let known = tables::budget(tx, doing.tenant, budget.id).await?;
    for old in known.iter().flat_map(|it| &it.shares) {
        match budget.share(old.department) {
            Some(new) if new.amount < old.committed => return Err(Refusal::Rule(Rule::BelowCommitted)),
            Some(_) => {}
            None => {
                let asked = tables::asked_of_share(tx, doing.tenant, budget.id, old.department).await?;
                if asked {
                    return Err(Refusal::Rule(Rule::BelowCommitted));
                }
                tables::drop_share(tx, doing.tenant, budget.id, old.department).await?;
            }
        }
    }
    for share in &budget.shares {
        people::tables::department(tx, doing.tenant, share.department).await?.ok_or(Refusal::Missing)?;
        if let Some(holder) = share.holder {
            people::tables::account(tx, doing.tenant, holder).await?.ok_or(Refusal::Missing)?;
        }
    }
    tables::save_budget(tx, doing.tenant, budget, (doing.at, doing.actor.account())).await?;
    let shares: Vec<_> =
        budget.shares.iter().map(|it| json!({ "department": it.department, "holder": it.holder, "cents": it.amount.cents() })).collect();
    let body = json!({ "kind": budget.kind.code(), "cycle": budget.cycle, "next": budget.next, "ended": budget.ended, "shares": shares });
    note_inside(tx, doing, budget.id.uuid(), "budget", "carry.budget-saved", body).await
}
