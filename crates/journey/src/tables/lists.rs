//! Lists of dossiers, fifty at a time.

use super::rows::{code, code_or_none};
use crate::model::codes::{Outcome, State};
use crate::model::stranding::{self, Stranded};
use crate::model::terms::Civil;
use kernel::{AccountId, AreaId, ContributionId, Date, DepartmentId, DossierId, Instant, ProcessId, PublicNumber, TenantId};
use store::{Error, Row, Session, Value, sql, values};

/// Which dossiers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this process.
    pub process: Option<ProcessId>,
    /// In one of these states; all states when empty.
    pub states: Vec<State>,
    /// That this department has.
    pub department: Option<DepartmentId>,
    /// That this department was asked to take.
    pub asked: Option<DepartmentId>,
    /// That this account holds.
    pub holder: Option<AccountId>,
    /// Whose term was over on this day.
    pub overdue_at: Option<Date>,
    /// With public words.
    pub public_only: bool,
    /// In which order.
    pub order: Order,
}

/// In which order dossiers stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// Those that moved last come first.
    #[default]
    LatestFirst,
    /// Those that stand longest where they are come first: for the desk.
    LongestFirst,
}

/// A dossier in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DossierRow {
    /// Its id.
    pub id: DossierId,
    /// The process.
    pub process: ProcessId,
    /// The area.
    pub area: Option<AreaId>,
    /// Where it stands.
    pub state: State,
    /// The department that has it.
    pub department: Option<DepartmentId>,
    /// The department that was asked.
    pub asked: Option<DepartmentId>,
    /// Who holds it. Never public.
    pub holder: Option<AccountId>,
    /// Since when it stands there.
    pub since: Instant,
    /// The last day of the term.
    pub until: Option<Date>,
    /// What was decided.
    pub outcome: Option<Outcome>,
    /// How often it was handed back.
    pub bounces: i64,
    /// When it was handed back last.
    pub bounced: Option<Instant>,
    /// Its first contribution.
    pub lead: ContributionId,
    /// The public number of that contribution.
    pub number: PublicNumber,
    /// How many contributions travel in it.
    pub size: i64,
    /// Whether words in it are public.
    pub public: bool,
}

impl DossierRow {
    /// Why it lies still at `now`, if it does.
    #[must_use]
    pub fn stranded(&self, civil: &Civil, now: Instant) -> Vec<Stranded> {
        let bounced = self.bounced.map(|at| civil.today(at));
        stranding::at(self.state, self.until, self.department.is_some(), self.bounces, bounced, civil.today(now))
    }
}

/// One page of dossiers. `after` is `(since, id)` of the last one of the page before.
///
/// # Errors
/// What the store says.
pub async fn list(
    s: &mut Session,
    tenant: TenantId,
    filter: &Filter,
    after: Option<(Instant, DossierId)>,
    limit: i64,
) -> Result<Vec<DossierRow>, Error> {
    let values = conditions(tenant, filter, after, limit);
    // One text for each index that can carry the search.
    let rows = match (filter.order, filter.process.is_some(), filter.department.is_some(), filter.asked.is_some()) {
        (Order::LatestFirst, true, _, _) => {
            s.all(
                sql!(
                    "SELECT * FROM dossier WHERE tenant = $1 AND process = $5 AND size > 0 AND (since, id) < ($2, $3)
                     AND (NOT $4 OR process = $5) AND (NOT $6 OR department = $7) AND (NOT $8 OR asked = $9) AND (NOT $10 OR holder = $11)
                     AND (NOT $12 OR $13 LIKE '%,' || state || ',%') AND (NOT $14 OR until < $15) AND (NOT $16 OR public = TRUE)
                     ORDER BY since DESC, id DESC LIMIT $17"
                ),
                &values,
            )
            .await?
        }
        (Order::LatestFirst, false, _, _) => {
            s.all(
                sql!(
                    "SELECT * FROM dossier WHERE tenant = $1 AND size > 0 AND (since, id) < ($2, $3)
                     AND (NOT $4 OR process = $5) AND (NOT $6 OR department = $7) AND (NOT $8 OR asked = $9) AND (NOT $10 OR holder = $11)
                     AND (NOT $12 OR $13 LIKE '%,' || state || ',%') AND (NOT $14 OR until < $15) AND (NOT $16 OR public = TRUE)
                     ORDER BY since DESC, id DESC LIMIT $17"
                ),
                &values,
            )
            .await?
        }
        (Order::LongestFirst, _, true, _) => {
            s.all(
                sql!(
                    "SELECT * FROM dossier WHERE tenant = $1 AND department = $7 AND size > 0 AND (since, id) > ($2, $3)
                     AND (NOT $4 OR process = $5) AND (NOT $6 OR department = $7) AND (NOT $8 OR asked = $9) AND (NOT $10 OR holder = $11)
                     AND (NOT $12 OR $13 LIKE '%,' || state || ',%') AND (NOT $14 OR until < $15) AND (NOT $16 OR public = TRUE)
                     ORDER BY since, id LIMIT $17"
                ),
                &values,
            )
            .await?
        }
        (Order::LongestFirst, _, false, true) => {
            s.all(
                sql!(
                    "SELECT * FROM dossier WHERE tenant = $1 AND asked = $9 AND size > 0 AND (since, id) > ($2, $3)
                     AND (NOT $4 OR process = $5) AND (NOT $6 OR department = $7) AND (NOT $8 OR asked = $9) AND (NOT $10 OR holder = $11)
                     AND (NOT $12 OR $13 LIKE '%,' || state || ',%') AND (NOT $14 OR until < $15) AND (NOT $16 OR public = TRUE)
                     ORDER BY since, id LIMIT $17"
                ),
                &values,
            )
            .await?
        }
        (Order::LongestFirst, true, false, false) => {
            s.all(
                sql!(
                    "SELECT * FROM dossier WHERE tenant = $1 AND process = $5 AND size > 0 AND (since, id) > ($2, $3)
                     AND (NOT $4 OR process = $5) AND (NOT $6 OR department = $7) AND (NOT $8 OR asked = $9) AND (NOT $10 OR holder = $11)
                     AND (NOT $12 OR $13 LIKE '%,' || state || ',%') AND (NOT $14 OR until < $15) AND (NOT $16 OR public = TRUE)
                     ORDER BY since, id LIMIT $17"
                ),
                &values,
            )
            .await?
        }
        (Order::LongestFirst, false, false, false) => {
            s.all(
                sql!(
                    "SELECT * FROM dossier WHERE tenant = $1 AND size > 0 AND (since, id) > ($2, $3)
                     AND (NOT $4 OR process = $5) AND (NOT $6 OR department = $7) AND (NOT $8 OR asked = $9) AND (NOT $10 OR holder = $11)
                     AND (NOT $12 OR $13 LIKE '%,' || state || ',%') AND (NOT $14 OR until < $15) AND (NOT $16 OR public = TRUE)
                     ORDER BY since, id LIMIT $17"
                ),
                &values,
            )
            .await?
        }
    };
    rows.iter().map(row).collect()
}

/// The values of all the statements above: a flag before each optional condition, and something of the right type after it.
fn conditions(tenant: TenantId, filter: &Filter, after: Option<(Instant, DossierId)>, limit: i64) -> Vec<Value> {
    let nobody = tenant.uuid();
    let (since, id) = after.unwrap_or(match filter.order {
        Order::LatestFirst => (Instant::from_micros(i64::MAX), DossierId::from_uuid(nobody)),
        Order::LongestFirst => (Instant::from_micros(i64::MIN), DossierId::from_uuid(nobody)),
    });
    let states = filter.states.iter().fold(",".to_owned(), |list, state| list + state.code() + ",");
    values![
        tenant,
        since,
        id,
        filter.process.is_some(),
        filter.process.map_or(nobody, |it| it.uuid()),
        filter.department.is_some(),
        filter.department.map_or(nobody, |it| it.uuid()),
        filter.asked.is_some(),
        filter.asked.map_or(nobody, |it| it.uuid()),
        filter.holder.is_some(),
        filter.holder.map_or(nobody, |it| it.uuid()),
        !filter.states.is_empty(),
        states,
        filter.overdue_at.is_some(),
        filter.overdue_at.map(|date| date.to_string()).unwrap_or_default(),
        filter.public_only,
        limit,
    ]
    .into()
}

fn row(row: &Row) -> Result<DossierRow, Error> {
    Ok(DossierRow {
        id: row.get("id")?,
        process: row.get("process")?,
        area: row.get("area")?,
        state: code(row, "state", State::from_code)?,
        department: row.get("department")?,
        asked: row.get("asked")?,
        holder: row.get("holder")?,
        since: row.get("since")?,
        until: row.get("until")?,
        outcome: code_or_none(row, "outcome", Outcome::from_code)?,
        bounces: row.get("bounces")?,
        bounced: row.get("bounced")?,
        lead: row.get("lead")?,
        number: row.get("lead_number")?,
        size: row.get("size")?,
        public: row.get("public")?,
    })
}
