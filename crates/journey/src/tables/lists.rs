//! Lists of dossiers, fifty at a time.

use super::rows::{self, code, code_or_none};
use crate::model::codes::{Outcome, State, Stranding};
use crate::model::stranding::{self, Stranded};
use crate::model::terms::Civil;
use kernel::{AccountId, AreaId, ContributionId, Date, DepartmentId, DossierId, Instant, ProcessId, PublicNumber, TenantId};
use store::{Error, Row, Session, ToValue as _, Value, sql, values};

/// Which dossiers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this process.
    pub process: Option<ProcessId>,
    /// In one of these states; all states when empty.
    pub states: Vec<State>,
    /// In whose hands.
    pub hands: InHands,
    /// Whose term was over on this day.
    pub overdue_at: Option<Date>,
}

/// In whose hands a dossier is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum InHands {
    /// Of anybody, or of nobody.
    #[default]
    Anyone,
    /// This department has it.
    Department(DepartmentId),
    /// This department was asked to take it.
    Asked(DepartmentId),
    /// This account holds it.
    Holder(AccountId),
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
    /// What lies open beside its way, each with the last day on which to settle it.
    pub matters: Vec<(Stranding, Date)>,
}

impl DossierRow {
    /// Why it lies still at `now`, if it does.
    #[must_use]
    pub fn stranded(&self, civil: &Civil, now: Instant) -> Vec<Stranded> {
        let bounced = self.bounced.map(|at| civil.today(at));
        stranding::at(self.state, self.until, self.department.is_some(), self.bounces, bounced, &self.matters, civil.today(now))
    }
}

/// One page of dossiers, those that stand longest where they are first. `after` is `(since, id)` of the last one of the page
/// before.
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
    let states = State::ALL.iter().filter(|state| filter.states.is_empty() || filter.states.contains(state));
    let mut found = Vec::new();
    // Each state is a stretch of an index that is in order already; of all stretches together the first are taken.
    for state in states {
        for row in in_state(s, tenant, filter, *state, after, limit).await? {
            found.push(self::row(&row)?);
        }
    }
    found.sort_by_key(|row| (row.since, row.id));
    found.truncate(usize::try_from(limit).unwrap_or(0));
    Ok(found)
}

/// One page of dossiers with something beside their way that should have been settled before `today`, wherever they stand.
/// `after` is the day and the id of the last one of the page before.
///
/// # Errors
/// What the store says.
pub async fn list_with_open_matters(
    s: &mut Session,
    tenant: TenantId,
    today: Date,
    after: Option<(Date, DossierId)>,
    limit: i64,
) -> Result<(Vec<DossierRow>, Option<(Date, DossierId)>), Error> {
    let (day, id) = after.map_or_else(|| (String::new(), tenant.uuid()), |(day, id)| (day.to_string(), id.uuid()));
    let rows = s
        .all(
            sql!(
                "SELECT * FROM dossier WHERE tenant = $1 AND matters_until < $2 AND (matters_until, id) > ($3, $4) AND size > 0
                 ORDER BY matters_until, id LIMIT $5"
            ),
            &values![tenant, today, day, id, limit],
        )
        .await?;
    let next = match rows.last() {
        Some(last) => Some((last.get("matters_until")?, last.get("id")?)),
        None => None,
    };
    Ok((rows.iter().map(row).collect::<Result<_, _>>()?, next))
}

/// A page of one state: one text for each index that carries the search, all with the same values in the same places.
async fn in_state(
    s: &mut Session,
    tenant: TenantId,
    filter: &Filter,
    state: State,
    after: Option<(Instant, DossierId)>,
    limit: i64,
) -> Result<Vec<Row>, Error> {
    let nobody = tenant.uuid();
    let (since, id) = after.unwrap_or((Instant::from_micros(i64::MIN), DossierId::from_uuid(nobody)));
    let until = filter.overdue_at.map(|date| date.to_string());
    let process = filter.process.map_or(nobody, |it| it.uuid());
    let mut values: Vec<Value> =
        values![tenant, state.code(), since, id, until.is_some(), until.unwrap_or_default(), filter.process.is_some(), process, limit]
            .into();
    let sql = match (filter.hands, filter.process) {
        (InHands::Holder(holder), _) => {
            values.push(holder.to_value());
            sql!(
                "SELECT * FROM dossier WHERE tenant = $1 AND holder = $10 AND state = $2 AND (since, id) > ($3, $4) AND size > 0
                 AND (NOT $5 OR until < $6) AND (NOT $7 OR process = $8) ORDER BY since, id LIMIT $9"
            )
        }
        (InHands::Asked(department), _) => {
            values.push(department.to_value());
            sql!(
                "SELECT * FROM dossier WHERE tenant = $1 AND asked = $10 AND state = $2 AND (since, id) > ($3, $4) AND size > 0
                 AND (NOT $5 OR until < $6) AND (NOT $7 OR process = $8) ORDER BY since, id LIMIT $9"
            )
        }
        (InHands::Department(department), _) => {
            values.push(department.to_value());
            sql!(
                "SELECT * FROM dossier WHERE tenant = $1 AND department = $10 AND state = $2 AND (since, id) > ($3, $4) AND size > 0
                 AND (NOT $5 OR until < $6) AND (NOT $7 OR process = $8) ORDER BY since, id LIMIT $9"
            )
        }
        (InHands::Anyone, Some(process)) => {
            values.push(process.to_value());
            sql!(
                "SELECT * FROM dossier WHERE tenant = $1 AND process = $10 AND state = $2 AND (since, id) > ($3, $4) AND size > 0
                 AND (NOT $5 OR until < $6) AND (NOT $7 OR process = $8) ORDER BY since, id LIMIT $9"
            )
        }
        (InHands::Anyone, None) => sql!(
            "SELECT * FROM dossier WHERE tenant = $1 AND state = $2 AND (since, id) > ($3, $4) AND size > 0
             AND (NOT $5 OR until < $6) AND (NOT $7 OR process = $8) ORDER BY since, id LIMIT $9"
        ),
    };
    s.all(sql, &values).await
}

pub(super) fn row(row: &Row) -> Result<DossierRow, Error> {
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
        matters: match row.get::<Option<Date>>("matters_until")? {
            Some(_) => rows::dossier(row, row.get("tenant")?, Vec::new())?.open_matters(),
            None => Vec::new(),
        },
    })
}
