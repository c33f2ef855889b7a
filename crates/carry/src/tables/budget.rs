//! Budgets with their shares, and what was asked of them.

use super::across::{MeansRequest, read_means};
use crate::model::{Budget, BudgetKind, Share};
use kernel::{AccountId, BudgetId, DepartmentId, DossierId, Instant, Money, TenantId};
use std::collections::HashMap;
use store::{Error, Row, Session, Tx, sql, values};

/// Budgets that one page or form shows at most.
pub(crate) const MOST: i64 = 200;

fn read(row: &Row) -> Result<Budget, Error> {
    Ok(Budget {
        id: row.get("id")?,
        name: row.get("name")?,
        kind: BudgetKind::of(&row.get::<String>("kind")?).unwrap_or(BudgetKind::Yearly),
        cycle: row.get("cycle")?,
        next: row.get("next_day")?,
        ended: row.get("ended")?,
        shares: Vec::new(),
    })
}

fn read_share(row: &Row) -> Result<(BudgetId, Share), Error> {
    let share = Share {
        department: row.get("department")?,
        holder: row.get("holder")?,
        amount: Money::from_cents(row.get("cents")?),
        committed: Money::from_cents(row.get("committed")?),
    };
    Ok((row.get("budget")?, share))
}

/// The budgets of a municipality by name, after `after`, at most `limit`.
///
/// # Errors
/// When the database cannot be read.
pub async fn budgets(s: &mut Session, tenant: TenantId, after: Option<(&str, BudgetId)>, limit: i64) -> Result<Vec<Budget>, Error> {
    let (name, id) = after.map_or(("", BudgetId::from_uuid(uuid::Uuid::nil())), |(name, id)| (name, id));
    let rows = s
        .all(
            sql!(
                "SELECT id, name, kind, cycle, next_day, ended FROM budget WHERE tenant = $1 AND (name, id) > ($2, $3)
                 ORDER BY name, id LIMIT $4"
            ),
            &values![tenant, name, id, limit],
        )
        .await?;
    let mut found = rows.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let (Some(first), Some(last)) = (found.first(), found.last()) else { return Ok(found) };
    let shares = s
        .all(
            sql!(
                "SELECT s.budget, s.department, s.holder, s.cents, s.committed FROM budget b
                 JOIN budget_share s ON s.tenant = b.tenant AND s.budget = b.id
                 WHERE b.tenant = $1 AND (b.name, b.id) >= ($2, $3) AND (b.name, b.id) <= ($4, $5) ORDER BY s.budget, s.department"
            ),
            &values![tenant, first.name, first.id, last.name, last.id],
        )
        .await?;
    let mut by_budget: HashMap<BudgetId, Vec<Share>> = HashMap::new();
    for row in &shares {
        let (budget, share) = read_share(row)?;
        by_budget.entry(budget).or_default().push(share);
    }
    for budget in &mut found {
        budget.shares = by_budget.remove(&budget.id).unwrap_or_default();
    }
    Ok(found)
}

/// One budget.
///
/// # Errors
/// When the database cannot be read.
pub async fn budget(s: &mut Session, tenant: TenantId, id: BudgetId) -> Result<Option<Budget>, Error> {
    let row = s
        .optional(sql!("SELECT id, name, kind, cycle, next_day, ended FROM budget WHERE tenant = $1 AND id = $2"), &values![tenant, id])
        .await?;
    let Some(row) = row else { return Ok(None) };
    let shares = s
        .all(
            sql!("SELECT budget, department, holder, cents, committed FROM budget_share WHERE tenant = $1 AND budget = $2 ORDER BY department"),
            &values![tenant, id],
        )
        .await?;
    let mut budget = read(&row)?;
    budget.shares = shares.iter().map(|row| read_share(row).map(|(_, share)| share)).collect::<Result<_, _>>()?;
    Ok(Some(budget))
}

/// Writes a budget with its shares. What is committed stays as it is; a share that is left out goes only when nothing of it is
/// committed and nothing was ever asked of it, which whoever calls looks after.
pub(crate) async fn save_budget(
    tx: &mut Tx,
    tenant: TenantId,
    budget: &Budget,
    (at, by): (Instant, Option<AccountId>),
) -> Result<(), Error> {
    let known = tx
        .run(
            sql!("UPDATE budget SET name = $3, kind = $4, cycle = $5, next_day = $6, ended = $7 WHERE tenant = $1 AND id = $2"),
            &values![tenant, budget.id, budget.name, budget.kind.code(), budget.cycle, budget.next, budget.ended],
        )
        .await?;
    if known == 0 {
        tx.run(
            sql!(
                "INSERT INTO budget (tenant, id, name, kind, cycle, next_day, ended, made_at, made_by)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
            ),
            &values![tenant, budget.id, budget.name, budget.kind.code(), budget.cycle, budget.next, budget.ended, at, by],
        )
        .await?;
    }
    for share in &budget.shares {
        let known = tx
            .run(
                sql!("UPDATE budget_share SET holder = $4, cents = $5 WHERE tenant = $1 AND budget = $2 AND department = $3"),
                &values![tenant, budget.id, share.department, share.holder, share.amount.cents()],
            )
            .await?;
        if known == 0 {
            tx.run(
                sql!("INSERT INTO budget_share (tenant, budget, department, holder, cents, committed) VALUES ($1, $2, $3, $4, $5, $6)"),
                &values![tenant, budget.id, share.department, share.holder, share.amount.cents(), 0_i64],
            )
            .await?;
        }
    }
    Ok(())
}

/// Takes a share away of which nothing was ever asked.
pub(crate) async fn drop_share(tx: &mut Tx, tenant: TenantId, budget: BudgetId, department: DepartmentId) -> Result<(), Error> {
    tx.run(sql!("DELETE FROM budget_share WHERE tenant = $1 AND budget = $2 AND department = $3"), &values![tenant, budget, department])
        .await
        .map(drop)
}

/// Whether anything was ever asked of a share.
pub(crate) async fn asked_of_share(s: &mut Session, tenant: TenantId, budget: BudgetId, department: DepartmentId) -> Result<bool, Error> {
    let row = s
        .optional(
            sql!("SELECT number FROM means_request WHERE tenant = $1 AND budget = $2 AND department = $3 LIMIT 1"),
            &values![tenant, budget, department],
        )
        .await?;
    Ok(row.is_some())
}

/// Commits so many cents of a share, only when so much is left: looked at and written down in one statement, so that two who
/// commit at the same moment never spend the same money.
pub(crate) async fn commit_share(
    tx: &mut Tx,
    tenant: TenantId,
    (budget, department): (BudgetId, DepartmentId),
    cents: i64,
) -> Result<bool, Error> {
    let done = tx
        .run(
            sql!(
                "UPDATE budget_share SET committed = committed + $4
                 WHERE tenant = $1 AND budget = $2 AND department = $3 AND cents - committed >= $4"
            ),
            &values![tenant, budget, department, cents],
        )
        .await?;
    Ok(done > 0)
}

/// Gives back what was committed of a share for a request; nothing when it was given back before.
pub(crate) async fn release(tx: &mut Tx, tenant: TenantId, dossier: DossierId, it: &MeansRequest, at: Instant) -> Result<(), Error> {
    let (Some(budget), Some(euros)) = (it.budget, it.euros) else { return Ok(()) };
    let fresh = tx
        .run(
            sql!(
                "UPDATE means_request SET released_at = $4
                 WHERE tenant = $1 AND dossier = $2 AND number = $3 AND committed = TRUE AND released_at IS NULL"
            ),
            &values![tenant, dossier, it.number, at],
        )
        .await?;
    if fresh > 0 {
        tx.run(
            sql!("UPDATE budget_share SET committed = committed - $4 WHERE tenant = $1 AND budget = $2 AND department = $3"),
            &values![tenant, budget, it.department, euros.saturating_mul(100)],
        )
        .await?;
    }
    Ok(())
}

/// A request that nobody answered is not asked any longer.
pub(crate) async fn ask_no_longer(tx: &mut Tx, tenant: TenantId, dossier: DossierId, number: i64, at: Instant) -> Result<(), Error> {
    tx.run(
        sql!(
            "UPDATE means_request SET released_at = $4
             WHERE tenant = $1 AND dossier = $2 AND number = $3 AND committed IS NULL AND released_at IS NULL"
        ),
        &values![tenant, dossier, number, at],
    )
    .await
    .map(drop)
}

/// What was asked of a budget, the oldest first, after `after`: of which dossier, and the request.
///
/// # Errors
/// When the database cannot be read.
pub async fn asked_of_budget(
    s: &mut Session,
    tenant: TenantId,
    budget: BudgetId,
    after: Option<(Instant, DossierId, i64)>,
    limit: i64,
) -> Result<Vec<(DossierId, MeansRequest)>, Error> {
    let (at, dossier, number) = after.unwrap_or((Instant::from_micros(i64::MIN), DossierId::from_uuid(uuid::Uuid::nil()), 0));
    let rows = s
        .all(
            sql!(
                "SELECT dossier, number, department, euros, budget, purpose, asked_at, committed, queued_until, motive, settled_at,
                 released_at FROM means_request
                 WHERE tenant = $1 AND budget = $2 AND (asked_at, dossier, number) > ($3, $4, $5)
                 ORDER BY asked_at, dossier, number LIMIT $6"
            ),
            &values![tenant, budget, at, dossier, number, limit],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get("dossier")?, read_means(row)?))).collect()
}

/// How many euros were asked of each share of these budgets and wait for an answer.
///
/// # Errors
/// When the database cannot be read.
pub async fn waiting_of_budget(s: &mut Session, tenant: TenantId, budget: BudgetId) -> Result<Vec<(DepartmentId, i64, i64)>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT department, CAST(coalesce(sum(euros), 0) AS BIGINT) AS euros, CAST(count(*) AS BIGINT) AS many FROM means_request
                 WHERE tenant = $1 AND budget = $2 AND committed IS NULL AND released_at IS NULL GROUP BY department"
            ),
            &values![tenant, budget],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get("department")?, row.get("euros")?, row.get("many")?))).collect()
}
