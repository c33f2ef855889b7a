//! Lists of dossiers, a page at a time.

use super::rows::{self, code, code_or_none};
use crate::model::codes::{Outcome, State, Stranding};
use crate::model::stranding::{self, Stranded};
use crate::model::terms::Civil;
use kernel::{AccountId, AreaId, ContributionId, Date, DepartmentId, DossierId, Instant, ProcessId, PublicNumber, TenantId};
use store::{Error, Row, Session, ToValue as _, Value, sql, values};

/// So many rows more than its share are read of each state at first.
const FEW: i64 = 8;

/// Which dossiers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this process.
    pub process: Option<ProcessId>,
    /// In one of these states; all states when empty.
    pub states: Vec<State>,
    /// In whose hands.
    pub hands: InHands,
    /// About this area.
    pub area: Option<AreaId>,
    /// Which this department has or was asked to take.
    pub department: Option<DepartmentId>,
    /// Of which the first thing must be done on this day or later.
    pub due_from: Option<Date>,
    /// Of which the first thing must be done on this day or before: yesterday for what lies still today.
    pub due_until: Option<Date>,
    /// That stand where they stand since this moment or longer.
    pub since: Option<Instant>,
    /// Only those with something open beside their way (X3, X5).
    pub beside: bool,
}

impl Filter {
    /// Whether a row stands on the list: as [`list`] asks the database.
    #[must_use]
    pub fn holds(&self, row: &DossierRow) -> bool {
        let in_hands = match self.hands {
            InHands::Anyone => true,
            InHands::Department(id) => row.department == Some(id),
            InHands::Asked(id) => row.asked == Some(id),
            InHands::Holder(id) => row.holder == Some(id),
            InHands::Nobody => row.holder.is_none(),
        };
        in_hands
            && self.process.is_none_or(|id| row.process == id)
            && self.area.is_none_or(|id| row.area == Some(id))
            && self.department.is_none_or(|id| row.department == Some(id) || row.asked == Some(id))
            && (self.states.is_empty() || self.states.contains(&row.state))
            && self.due_from.is_none_or(|day| row.due >= day)
            && self.due_until.is_none_or(|day| row.due <= day)
            && self.since.is_none_or(|since| row.since <= since)
            && (!self.beside || !row.matters.is_empty())
    }
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
    /// No person holds it.
    Nobody,
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
    /// The last day on which nothing lies still: of the term, or of what lies open beside the way. Lists run along it.
    pub due: Date,
    /// What was decided.
    pub outcome: Option<Outcome>,
    /// On which day it was decided.
    pub decided: Option<Date>,
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
    /// The other departments that it touches and that were not heard yet (F3 X9).
    pub touched: Vec<DepartmentId>,
}

impl DossierRow {
    /// Why it lies still at `now`, if it does.
    #[must_use]
    pub fn stranded(&self, civil: &Civil, now: Instant) -> Vec<Stranded> {
        let bounced = self.bounced.map(|at| civil.today(at));
        stranding::at(self.state, self.until, self.department.is_some(), self.bounces, bounced, &self.matters, civil.today(now))
    }
}

/// One page of dossiers: what lies still longest first, then what must be done first, what has no term last. `after` is
/// `(due, id)` of the last one of the page before.
///
/// # Errors
/// What the store says.
pub async fn list(
    s: &mut Session,
    tenant: TenantId,
    filter: &Filter,
    after: Option<(Date, DossierId)>,
    limit: i64,
) -> Result<Vec<DossierRow>, Error> {
    if filter.beside {
        return with_matters(s, tenant, filter, after, limit).await;
    }
    // Each state is a stretch of an index that is in order already. A little is read of each, and more only of those of which
    // the next row may still stand among the first of all together.
    let states = State::ALL.iter().copied().filter(|state| filter.states.is_empty() || filter.states.contains(state));
    let mut unread: Vec<(State, Option<(Date, DossierId)>)> = states.map(|state| (state, after)).collect();
    let wanted = usize::try_from(limit).unwrap_or(0);
    let mut size = if unread.len() < 2 { limit } else { limit / i64::try_from(unread.len()).unwrap_or(1) + FEW };
    let mut found: Vec<DossierRow> = Vec::new();
    while !unread.is_empty() {
        let mut more = Vec::new();
        for (state, from) in unread {
            let rows = in_state(s, tenant, filter, state, from, size).await?;
            let whole = i64::try_from(rows.len()).unwrap_or(0) < size;
            for row in &rows {
                found.push(self::row(row)?);
            }
            if let Some(last) = found.last().filter(|_| !whole) {
                more.push((state, Some((last.due, last.id))));
            }
        }
        found.sort_by_key(|row| (row.due, row.id));
        found.truncate(wanted);
        let last = found.last().filter(|_| found.len() == wanted).map(|row| (row.due, row.id));
        more.retain(|(_, end)| last.is_none() || *end < last);
        unread = more;
        size = (size * 2).min(limit);
    }
    Ok(found)
}

/// Every dossier over its term, whatever it waits for, in the order of the ids: what must be done first may stand anywhere.
/// `after` is the last one of the page before. For whoever reads all of them.
///
/// # Errors
/// What the store says.
pub async fn over_term(
    s: &mut Session,
    tenant: TenantId,
    yesterday: Date,
    after: Option<DossierId>,
    limit: i64,
) -> Result<Vec<DossierRow>, Error> {
    let rows = s
        .all(
            sql!("SELECT * FROM dossier WHERE tenant = $1 AND id > $2 AND due <= $3 AND size > 0 ORDER BY id LIMIT $4"),
            &values![tenant, after.map_or(uuid::Uuid::nil(), |it| it.uuid()), yesterday, limit],
        )
        .await?;
    rows.iter().map(row).collect()
}

/// The dossiers that these contributions lead, as on a list: what lies still longest first. For whoever knows which few they are.
///
/// # Errors
/// What the store says.
pub async fn led_by(s: &mut Session, tenant: TenantId, contributions: &[ContributionId]) -> Result<Vec<DossierRow>, Error> {
    const AT_ONCE: usize = 20;
    let mut found = Vec::new();
    for part in contributions.chunks(AT_ONCE) {
        let mut asked: Vec<Value> = values![tenant].into();
        let last = part.last().copied();
        let padded = part.iter().copied().chain(std::iter::repeat_with(|| last).flatten());
        asked.extend(padded.take(AT_ONCE).map(|id| Value::Uuid(Some(id.uuid()))));
        let rows = s
            .all(
                sql!(
                    "SELECT d.* FROM travelling t JOIN dossier d ON d.tenant = t.tenant AND d.id = t.dossier AND d.lead = t.contribution
                     WHERE t.tenant = $1 AND t.gone = FALSE AND d.size > 0 AND t.contribution IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
                     $13, $14, $15, $16, $17, $18, $19, $20, $21)"
                ),
                &asked,
            )
            .await?;
        for row in &rows {
            found.push(self::row(row)?);
        }
    }
    found.sort_by_key(|row| (row.due, row.id));
    Ok(found)
}

/// Where a page begins, and on which day the list ends.
fn stretch(tenant: TenantId, filter: &Filter, after: Option<(Date, DossierId)>) -> (String, uuid::Uuid, String) {
    // No id of a dossier is that of its municipality: it only fills the place.
    let nobody = tenant.uuid();
    let first = filter.due_from.map(|day| (day.plus_days(-1).to_string(), uuid::Uuid::max()));
    let after = after.map(|(day, id)| (day.to_string(), id.uuid()));
    let (due, id) = first.max(after).unwrap_or((String::new(), nobody));
    (due, id, filter.due_until.unwrap_or(Date::LAST).to_string())
}

/// What narrows a list further, as every text has it in the same places.
fn narrowed(tenant: TenantId, filter: &Filter) -> Vec<Value> {
    let nobody = tenant.uuid();
    values![
        filter.process.is_some(),
        filter.process.map_or(nobody, |it| it.uuid()),
        filter.area.is_some(),
        filter.area.map_or(nobody, |it| it.uuid()),
        filter.department.is_some(),
        filter.department.map_or(nobody, |it| it.uuid()),
        filter.since.unwrap_or(Instant::from_micros(i64::MAX)),
    ]
    .into()
}

/// A page of one state: one text for each index that carries the search, all with the same values in the same places.
async fn in_state(
    s: &mut Session,
    tenant: TenantId,
    filter: &Filter,
    state: State,
    after: Option<(Date, DossierId)>,
    limit: i64,
) -> Result<Vec<Row>, Error> {
    let (due, id, last) = stretch(tenant, filter, after);
    let mut values: Vec<Value> = values![tenant, state.code(), due, id, last].into();
    values.extend(narrowed(tenant, filter));
    values.push(limit.to_value());
    let sql = match (filter.hands, filter.area, filter.process) {
        (InHands::Holder(holder), ..) => {
            values.push(holder.to_value());
            sql!(
                "SELECT * FROM dossier WHERE tenant = $1 AND holder = $14 AND state = $2 AND (due, id) > ($3, $4) AND due <= $5 AND size > 0
                 AND (NOT $6 OR process = $7) AND (NOT $8 OR area = $9) AND (NOT $10 OR department = $11 OR asked = $11) AND since <= $12
                 ORDER BY due, id LIMIT $13"
            )
        }
        (InHands::Asked(department), ..) => {
            values.push(department.to_value());
            sql!(
                "SELECT * FROM dossier WHERE tenant = $1 AND asked = $14 AND state = $2 AND (due, id) > ($3, $4) AND due <= $5 AND size > 0
                 AND (NOT $6 OR process = $7) AND (NOT $8 OR area = $9) AND (NOT $10 OR department = $11 OR asked = $11) AND since <= $12
                 ORDER BY due, id LIMIT $13"
            )
        }
        (InHands::Department(department), ..) => {
            values.push(department.to_value());
            sql!(
                "SELECT * FROM dossier WHERE tenant = $1 AND department = $14 AND state = $2 AND (due, id) > ($3, $4) AND due <= $5 AND size > 0
                 AND (NOT $6 OR process = $7) AND (NOT $8 OR area = $9) AND (NOT $10 OR department = $11 OR asked = $11) AND since <= $12
                 ORDER BY due, id LIMIT $13"
            )
        }
        (InHands::Nobody, ..) => sql!(
            "SELECT * FROM dossier WHERE tenant = $1 AND state = $2 AND holder IS NULL AND (due, id) > ($3, $4) AND due <= $5 AND size > 0
             AND (NOT $6 OR process = $7) AND (NOT $8 OR area = $9) AND (NOT $10 OR department = $11 OR asked = $11) AND since <= $12
             ORDER BY due, id LIMIT $13"
        ),
        (InHands::Anyone, Some(area), _) => {
            values.push(area.to_value());
            sql!(
                "SELECT * FROM dossier WHERE tenant = $1 AND area = $14 AND state = $2 AND (due, id) > ($3, $4) AND due <= $5 AND size > 0
                 AND (NOT $6 OR process = $7) AND (NOT $8 OR area = $9) AND (NOT $10 OR department = $11 OR asked = $11) AND since <= $12
                 ORDER BY due, id LIMIT $13"
            )
        }
        (InHands::Anyone, None, Some(process)) => {
            values.push(process.to_value());
            sql!(
                "SELECT * FROM dossier WHERE tenant = $1 AND process = $14 AND state = $2 AND (due, id) > ($3, $4) AND due <= $5 AND size > 0
                 AND (NOT $6 OR process = $7) AND (NOT $8 OR area = $9) AND (NOT $10 OR department = $11 OR asked = $11) AND since <= $12
                 ORDER BY due, id LIMIT $13"
            )
        }
        (InHands::Anyone, None, None) => sql!(
            "SELECT * FROM dossier WHERE tenant = $1 AND state = $2 AND (due, id) > ($3, $4) AND due <= $5 AND size > 0
             AND (NOT $6 OR process = $7) AND (NOT $8 OR area = $9) AND (NOT $10 OR department = $11 OR asked = $11) AND since <= $12
             ORDER BY due, id LIMIT $13"
        ),
    };
    s.all(sql, &values).await
}

/// A page of those with something open beside their way: few, so that one index over all states carries it.
async fn with_matters(
    s: &mut Session,
    tenant: TenantId,
    filter: &Filter,
    mut after: Option<(Date, DossierId)>,
    limit: i64,
) -> Result<Vec<DossierRow>, Error> {
    let nobody = tenant.uuid();
    let (department, asked, holder) = match filter.hands {
        InHands::Anyone | InHands::Nobody => (nobody, nobody, nobody),
        InHands::Department(id) => (id.uuid(), nobody, nobody),
        InHands::Asked(id) => (nobody, id.uuid(), nobody),
        InHands::Holder(id) => (nobody, nobody, id.uuid()),
    };
    let wanted = usize::try_from(limit).unwrap_or(0);
    let mut found = Vec::new();
    loop {
        let (due, id, last) = stretch(tenant, filter, after);
        let mut values: Vec<Value> = values![tenant, due, id, last].into();
        values.extend(narrowed(tenant, filter));
        values.extend(values![limit, !matches!(filter.hands, InHands::Anyone | InHands::Nobody), department, asked, holder]);
        let rows = s
            .all(
                sql!(
                    "SELECT * FROM dossier WHERE tenant = $1 AND matters_until IS NOT NULL AND (due, id) > ($2, $3) AND due <= $4 AND size > 0
                     AND (NOT $5 OR process = $6) AND (NOT $7 OR area = $8) AND (NOT $9 OR department = $10 OR asked = $10) AND since <= $11
                     AND (NOT $13 OR department = $14 OR asked = $15 OR holder = $16) ORDER BY due, id LIMIT $12"
                ),
                &values,
            )
            .await?;
        let page = rows.iter().map(row).collect::<Result<Vec<_>, _>>()?;
        after = page.last().map(|last| (last.due, last.id));
        let whole = page.len() < wanted;
        let listed = |it: &DossierRow| {
            (filter.states.is_empty() || filter.states.contains(&it.state)) && (filter.hands != InHands::Nobody || it.holder.is_none())
        };
        found.extend(page.into_iter().filter(listed));
        if whole || found.len() >= wanted {
            found.truncate(wanted);
            return Ok(found);
        }
    }
}

pub(super) fn row(row: &Row) -> Result<DossierRow, Error> {
    let outcome = code_or_none(row, "outcome", Outcome::from_code)?;
    let beside = row.get::<Option<Date>>("matters_until")?.is_some();
    // What nobody searches by is read only where it says something.
    let whole = if outcome.is_some() || beside { Some(rows::dossier(row, row.get("tenant")?, Vec::new())?) } else { None };
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
        due: row.get("due")?,
        outcome,
        decided: whole.as_ref().and_then(|it| it.decided.as_ref()).map(|it| it.date),
        bounces: row.get("bounces")?,
        bounced: row.get("bounced")?,
        lead: row.get("lead")?,
        number: row.get("lead_number")?,
        size: row.get("size")?,
        public: row.get("public")?,
        touched: whole.iter().flat_map(|it| it.touched.iter().map(|open| open.department)).collect(),
        matters: whole.filter(|_| beside).map(|it| it.open_matters()).unwrap_or_default(),
    })
}
