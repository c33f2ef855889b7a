//! Lists of dossiers, a page at a time.

use super::rows::{self, code, code_or_none};
use crate::model::codes::{Outcome, State, Stranding};
use crate::model::dossier::Dossier;
use crate::model::stranding::{self, Stranded};
use crate::model::terms::Civil;
use kernel::{AccountId, AreaId, ContributionId, Date, DepartmentId, DossierId, Instant, ProcessId, PublicNumber, TenantId};
use store::{Error, Row, Session, ToValue as _, Tx, Value, sql, values};

/// So many rows more than its share are read of each state at first.
const FEW: i64 = 8;

/// Which dossiers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this process.
    pub process: Option<ProcessId>,
    /// Of which of the processes.
    pub among: Among,
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
    /// Only what stands on this list beside the way, whatever its state; then `hands` narrows nothing.
    pub open: Option<Open>,
    /// Only what does not call for whoever assigns: what stands neither under [`Open::Objections`] nor under [`Open::Unheld`]. With
    /// `open` it narrows nothing.
    pub uncalled: bool,
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
        };
        (self.open.is_some() || in_hands)
            && self.process.is_none_or(|id| row.process == id)
            && self.among.holds(row.process)
            && self.area.is_none_or(|id| row.area == Some(id))
            && self.department.is_none_or(|id| row.department == Some(id) || row.asked == Some(id))
            && (self.states.is_empty() || self.states.contains(&row.state))
            && self.due_from.is_none_or(|day| row.due >= day)
            && self.due_until.is_none_or(|day| row.due <= day)
            && self.since.is_none_or(|since| row.since <= since)
            && self.open.is_none_or(|open| open.lists(row))
            && (self.open.is_some() || !self.uncalled || !CALLS.iter().any(|open| open.lists(row)))
    }
}

/// Some of the processes, [`Among::MOST`] at most: of more than those a list is read whole, or in parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Among {
    /// All of them.
    #[default]
    All,
    /// These.
    These(Vec<ProcessId>),
    /// All but these.
    But(Vec<ProcessId>),
}

impl Among {
    /// So many are told apart by one list.
    pub const MOST: usize = 8;

    fn holds(&self, process: ProcessId) -> bool {
        match self {
            Self::All => true,
            Self::These(these) => these.contains(&process),
            Self::But(these) => !these.contains(&process),
        }
    }

    /// Whether there is something to tell apart, what, and whether it is wanted.
    fn values(&self, nobody: uuid::Uuid) -> Vec<Value> {
        let (these, wanted): (&[ProcessId], bool) = match self {
            Self::All => (&[], false),
            Self::These(these) => (these, true),
            Self::But(these) => (these, false),
        };
        let ids = these.iter().map(|id| id.uuid()).chain(std::iter::repeat(nobody)).take(Self::MOST);
        let mut values: Vec<Value> = vec![(*self != Self::All).to_value()];
        values.extend(ids.map(|id| Value::Uuid(Some(id))));
        values.push(wanted.to_value());
        values
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
}

/// A list of what lies open beside the way of dossiers, or lies in nobody's hands: apart from where they stand, for those
/// who have to do something about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// Objections of other departments (X3).
    Objections,
    /// Values without a choice, in dossiers that this account holds (X5).
    Unchosen(AccountId),
    /// What this department has to say something about, because it touches it too (X9).
    ToHear(DepartmentId),
    /// What was decided before it was heard (X12).
    Overtaken,
    /// What was put off until a day (X1), in dossiers that this account holds, or in all.
    PutOff(Option<AccountId>),
    /// What waits for a holder and has none, whether it stands there or values in it wait for a choice; and what is held by somebody
    /// who is absent or gone (X10).
    Unheld,
}

/// What stands here calls for whoever assigns.
const CALLS: [Open; 2] = [Open::Objections, Open::Unheld];

impl Open {
    /// The list and whose it is, as they stand in the table. What is of nobody in particular is of the municipality.
    fn place(self, tenant: TenantId) -> (&'static str, uuid::Uuid) {
        match self {
            Self::Objections => ("objections", tenant.uuid()),
            Self::Unchosen(holder) => ("unchosen", holder.uuid()),
            Self::ToHear(department) => ("to-hear", department.uuid()),
            Self::Overtaken => ("overtaken", tenant.uuid()),
            Self::PutOff(holder) => ("put-off", holder.map_or_else(|| tenant.uuid(), |it| it.uuid())),
            Self::Unheld => ("unheld", tenant.uuid()),
        }
    }

    fn lists(self, row: &DossierRow) -> bool {
        let matter = |code: Stranding| row.matters.iter().any(|(it, _)| *it == code);
        match self {
            Self::Objections => matter(Stranding::X3),
            Self::Unchosen(holder) => row.holder == Some(holder) && matter(Stranding::X5),
            Self::ToHear(department) => row.touched.contains(&department) && matter(Stranding::X9),
            Self::Overtaken => matter(Stranding::X12),
            Self::PutOff(holder) => (holder.is_none() || row.holder == holder) && matter(Stranding::X1),
            Self::Unheld => {
                let none = row.holder.is_none() && (row.state.wants_holder(row.asked.is_some()) || matter(Stranding::X5));
                none || matter(Stranding::X10)
            }
        }
    }
}

/// Whether a dossier calls for whoever assigns; `None` where no dossier can.
pub(super) fn called(d: &Dossier) -> Option<bool> {
    d.state.may_be_objected_to().then(|| open_lists(d).iter().any(|open| CALLS.contains(open)))
}

/// On which lists beside the way a dossier stands.
fn open_lists(d: &Dossier) -> Vec<Open> {
    let mut found: Vec<Open> = Vec::new();
    for (code, _) in d.open_matters() {
        match (code, d.holder) {
            (Stranding::X5, Some(holder)) => found.push(Open::Unchosen(holder)),
            (Stranding::X5, None) | (Stranding::X10, _) => found.push(Open::Unheld),
            (Stranding::X9, _) => found.extend(d.touched.iter().map(|it| Open::ToHear(it.department))),
            (Stranding::X12, _) => found.push(Open::Overtaken),
            (Stranding::X1, holder) => {
                found.push(Open::PutOff(None));
                found.extend(holder.map(|holder| Open::PutOff(Some(holder))));
            }
            _ => found.push(Open::Objections),
        }
    }
    if d.holder.is_none() && d.merged.is_none() && d.state.wants_holder(d.asked.is_some()) {
        found.push(Open::Unheld);
    }
    found
}

/// The same as they stand in the table, and along which day.
fn open_places(d: &Dossier) -> Vec<(&'static str, uuid::Uuid, Date)> {
    let due = stranding::last_quiet_day(d);
    let mut places: Vec<_> = open_lists(d).into_iter().map(|open| open.place(d.tenant)).map(|(list, whom)| (list, whom, due)).collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// Writes on which lists beside the way the dossier stands now.
pub(super) async fn put_open(tx: &mut Tx, before: Option<&Dossier>, d: &Dossier) -> Result<(), Error> {
    let (was, now) = (before.map(open_places).unwrap_or_default(), open_places(d));
    if was == now {
        return Ok(());
    }
    // All of them anew: what was listed before departments were told apart stands under the municipality, once for all of them.
    for (list, whom, due) in was {
        tx.run(
            sql!("DELETE FROM open_matter WHERE tenant = $1 AND list = $2 AND (whom = $3 OR whom = $1) AND due = $4 AND dossier = $5"),
            &values![d.tenant, list, whom, due, d.id],
        )
        .await?;
    }
    // It may stand there already as what only may be open.
    for (list, whom, due) in now {
        tx.add(
            sql!("INSERT INTO open_matter (tenant, list, whom, due, dossier) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING"),
            &values![d.tenant, list, whom, due, d.id],
        )
        .await?;
    }
    Ok(())
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
    /// The level at which it lies (F1 S10), a code; `None` while it lies at none.
    pub level: Option<String>,
}

impl DossierRow {
    /// Whether whoever holds it is absent or gone, and nobody stands in (F3 X10).
    #[must_use]
    pub fn is_left(&self) -> bool {
        self.matters.iter().any(|(code, _)| *code == Stranding::X10)
    }

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
    if let Some(open) = filter.open {
        return on_open_list(s, tenant, filter, open, after, limit).await;
    }
    // Each state is a stretch of an index that is in order already. A little is read of each, and more only of those of which
    // the next row may still stand among the first of all together.
    let states = State::ALL.iter().copied().filter(|state| filter.states.is_empty() || filter.states.contains(state));
    let mut unread: Vec<(State, Option<(Date, DossierId)>)> = states.map(|state| (state, after)).collect();
    let wanted = usize::try_from(limit).unwrap_or(0);
    let mut size = if unread.len() < 2 { limit } else { limit / i64::try_from(unread.len()).unwrap_or(1) + FEW };
    let mut found: Vec<((Date, DossierId), Row)> = Vec::new();
    while !unread.is_empty() {
        let mut more = Vec::new();
        for (state, from) in unread {
            let rows = in_state(s, tenant, filter, state, from, size).await?;
            let whole = i64::try_from(rows.len()).unwrap_or(0) < size;
            for row in rows {
                found.push(((row.get("due")?, row.get("id")?), row));
            }
            if let Some((end, _)) = found.last().filter(|_| !whole) {
                more.push((state, Some(*end)));
            }
        }
        found.sort_by_key(|(place, _)| *place);
        found.truncate(wanted);
        let last = found.last().filter(|_| found.len() == wanted).map(|(place, _)| *place);
        more.retain(|(_, end)| last.is_none() || *end < last);
        unread = more;
        size = (size * 2).min(limit);
    }
    // Only what is listed is read whole.
    found.iter().map(|(_, found)| row(found)).collect()
}

/// How many dossiers of a process came to which outcome; those that are not decided have none.
///
/// # Errors
/// What the store says.
pub async fn outcomes(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<Vec<(Option<Outcome>, i64)>, Error> {
    let sql = sql!(
        "SELECT outcome, CAST(count(*) AS BIGINT) AS many FROM dossier
         WHERE tenant = $1 AND process = $2 AND size > 0 GROUP BY outcome ORDER BY outcome"
    );
    let rows = s.all(sql, &values![tenant, process]).await?;
    rows.iter().map(|row| Ok((code_or_none(row, "outcome", Outcome::from_code)?, row.get("many")?))).collect()
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

/// One page of what was decided to be done and for which nothing was promised yet (F3 X8), in the order of [`list`]: the first
/// commitment begins S16, so that whatever stands before it has none. `after` is `(due, id)` of the last one of the page before.
///
/// # Errors
/// What the store says.
pub async fn to_carry_out(
    s: &mut Session,
    tenant: TenantId,
    (process, department): (Option<ProcessId>, Option<DepartmentId>),
    after: Option<(Date, DossierId)>,
    limit: i64,
) -> Result<Vec<DossierRow>, Error> {
    // No id of a dossier is that of its municipality: it only fills the place.
    let nobody = tenant.uuid();
    let (due, id) = after.map_or_else(|| (String::new(), nobody), |(due, id)| (due.to_string(), id.uuid()));
    // States and outcomes stand in the text as they stand in the index.
    let rows = s
        .all(
            sql!(
                "SELECT * FROM dossier WHERE tenant = $1 AND state IN ('S13', 'S14', 'S15')
                 AND outcome IN ('adopted', 'partly', 'trial', 'self-with-support', 'transferred', 'result-acted')
                 AND (due, id) > ($2, $3) AND merged IS NULL AND size > 0 AND (NOT $4 OR process = $5) AND (NOT $6 OR department = $7)
                 ORDER BY due, id LIMIT $8"
            ),
            &values![
                tenant,
                due,
                id,
                process.is_some(),
                process.map_or(nobody, |it| it.uuid()),
                department.is_some(),
                department.map_or(nobody, |it| it.uuid()),
                limit,
            ],
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

/// These dossiers, as on a list: without those that hold nothing any more, because everything in them was taken back or went along
/// with another one. For whoever knows which few they are.
///
/// # Errors
/// What the store says.
pub async fn listed(s: &mut Session, tenant: TenantId, dossiers: &[DossierId]) -> Result<Vec<DossierRow>, Error> {
    const AT_ONCE: usize = 20;
    let mut found = Vec::new();
    for part in dossiers.chunks(AT_ONCE) {
        // The last one fills the places that are left.
        let mut asked: Vec<Value> = values![tenant].into();
        asked.extend((0..AT_ONCE).filter_map(|place| part.get(place).or(part.last())).map(|id| id.to_value()));
        let rows = s
            .all(
                sql!(
                    "SELECT * FROM dossier WHERE tenant = $1 AND size > 0 AND id IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,
                     $15, $16, $17, $18, $19, $20, $21) ORDER BY id"
                ),
                &asked,
            )
            .await?;
        for row in &rows {
            found.push(self::row(row)?);
        }
    }
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
    values.extend(filter.among.values(tenant.uuid()));
    let uncalled = filter.uncalled && state.may_be_objected_to();
    values.push(uncalled.to_value());
    let sql = match (filter.hands, filter.area, filter.process) {
        (InHands::Holder(holder), ..) => {
            values.push(holder.to_value());
            sql!(
                "SELECT * FROM dossier WHERE tenant = $1 AND holder = $25 AND state = $2 AND (due, id) > ($3, $4) AND due <= $5 AND size > 0
                 AND (NOT $6 OR process = $7) AND (NOT $8 OR area = $9) AND (NOT $10 OR department = $11 OR asked = $11) AND since <= $12
                 AND (NOT $14 OR (process IN ($15, $16, $17, $18, $19, $20, $21, $22)) = $23) AND (NOT $24 OR called = FALSE)
                 ORDER BY due, id LIMIT $13"
            )
        }
        (InHands::Asked(department), ..) => {
            values.push(department.to_value());
            sql!(
                "SELECT * FROM dossier WHERE tenant = $1 AND asked = $25 AND state = $2 AND (due, id) > ($3, $4) AND due <= $5 AND size > 0
                 AND (NOT $6 OR process = $7) AND (NOT $8 OR area = $9) AND (NOT $10 OR department = $11 OR asked = $11) AND since <= $12
                 AND (NOT $14 OR (process IN ($15, $16, $17, $18, $19, $20, $21, $22)) = $23) AND (NOT $24 OR called = FALSE)
                 ORDER BY due, id LIMIT $13"
            )
        }
        (InHands::Department(department), ..) => {
            values.push(department.to_value());
            sql!(
                "SELECT * FROM dossier WHERE tenant = $1 AND department = $25 AND state = $2 AND (due, id) > ($3, $4) AND due <= $5 AND size > 0
                 AND (NOT $6 OR process = $7) AND (NOT $8 OR area = $9) AND (NOT $10 OR department = $11 OR asked = $11) AND since <= $12
                 AND (NOT $14 OR (process IN ($15, $16, $17, $18, $19, $20, $21, $22)) = $23) AND (NOT $24 OR called = FALSE)
                 ORDER BY due, id LIMIT $13"
            )
        }
        (InHands::Anyone, Some(area), _) => {
            values.push(area.to_value());
            sql!(
                "SELECT * FROM dossier WHERE tenant = $1 AND area = $25 AND state = $2 AND (due, id) > ($3, $4) AND due <= $5 AND size > 0
                 AND (NOT $6 OR process = $7) AND (NOT $8 OR area = $9) AND (NOT $10 OR department = $11 OR asked = $11) AND since <= $12
                 AND (NOT $14 OR (process IN ($15, $16, $17, $18, $19, $20, $21, $22)) = $23) AND (NOT $24 OR called = FALSE)
                 ORDER BY due, id LIMIT $13"
            )
        }
        (InHands::Anyone, None, Some(process)) => {
            values.push(process.to_value());
            sql!(
                "SELECT * FROM dossier WHERE tenant = $1 AND process = $25 AND state = $2 AND (due, id) > ($3, $4) AND due <= $5 AND size > 0
                 AND (NOT $6 OR process = $7) AND (NOT $8 OR area = $9) AND (NOT $10 OR department = $11 OR asked = $11) AND since <= $12
                 AND (NOT $14 OR (process IN ($15, $16, $17, $18, $19, $20, $21, $22)) = $23) AND (NOT $24 OR called = FALSE)
                 ORDER BY due, id LIMIT $13"
            )
        }
        // What does not call has an index of its own: what calls lies still longest, and would be read first.
        (InHands::Anyone, None, None) if uncalled => sql!(
            "SELECT * FROM dossier WHERE tenant = $1 AND state = $2 AND (due, id) > ($3, $4) AND due <= $5 AND size > 0 AND called = FALSE
             AND (NOT $6 OR process = $7) AND (NOT $8 OR area = $9) AND (NOT $10 OR department = $11 OR asked = $11) AND since <= $12
             AND (NOT $14 OR (process IN ($15, $16, $17, $18, $19, $20, $21, $22)) = $23) AND (NOT $24 OR called = FALSE)
             ORDER BY due, id LIMIT $13"
        ),
        (InHands::Anyone, None, None) => sql!(
            "SELECT * FROM dossier WHERE tenant = $1 AND state = $2 AND (due, id) > ($3, $4) AND due <= $5 AND size > 0
             AND (NOT $6 OR process = $7) AND (NOT $8 OR area = $9) AND (NOT $10 OR department = $11 OR asked = $11) AND since <= $12
             AND (NOT $14 OR (process IN ($15, $16, $17, $18, $19, $20, $21, $22)) = $23) AND (NOT $24 OR called = FALSE)
             ORDER BY due, id LIMIT $13"
        ),
    };
    s.all(sql, &values).await
}

/// A page of a list beside the way: a stretch of its own table for each of whom it may be.
async fn on_open_list(
    s: &mut Session,
    tenant: TenantId,
    filter: &Filter,
    open: Open,
    after: Option<(Date, DossierId)>,
    limit: i64,
) -> Result<Vec<DossierRow>, Error> {
    let (_, whom) = open.place(tenant);
    let mut found = on_list_of(s, tenant, filter, (open, whom), after, limit).await?;
    // What was listed before departments were told apart stands under the municipality.
    if matches!(open, Open::ToHear(_)) {
        found.extend(on_list_of(s, tenant, filter, (open, tenant.uuid()), after, limit).await?);
    }
    found.sort_by_key(|row| (row.due, row.id));
    found.truncate(usize::try_from(limit).unwrap_or(0));
    Ok(found)
}

/// Of a list beside the way, what stands under this id, `limit` at least when there are so many: read on past rows that only may
/// stand there.
async fn on_list_of(
    s: &mut Session,
    tenant: TenantId,
    filter: &Filter,
    (open, whom): (Open, uuid::Uuid),
    mut after: Option<(Date, DossierId)>,
    limit: i64,
) -> Result<Vec<DossierRow>, Error> {
    let (list, _) = open.place(tenant);
    let wanted = usize::try_from(limit).unwrap_or(0);
    let mut found = Vec::new();
    loop {
        let (due, id, last) = stretch(tenant, filter, after);
        let mut values: Vec<Value> = values![tenant, due, id, last].into();
        values.extend(narrowed(tenant, filter));
        values.extend(values![limit, list, whom]);
        values.extend(filter.among.values(tenant.uuid()));
        let rows = s
            .all(
                sql!(
                    "SELECT d.* FROM open_matter o CROSS JOIN dossier d WHERE o.tenant = $1 AND o.list = $13 AND o.whom = $14
                     AND (o.due, o.dossier) > ($2, $3) AND o.due <= $4 AND d.tenant = o.tenant AND d.id = o.dossier AND d.size > 0
                     AND (NOT $5 OR d.process = $6) AND (NOT $7 OR d.area = $8) AND (NOT $9 OR d.department = $10 OR d.asked = $10)
                     AND d.since <= $11 AND (NOT $15 OR (d.process IN ($16, $17, $18, $19, $20, $21, $22, $23)) = $24)
                     ORDER BY o.due, o.dossier LIMIT $12"
                ),
                &values,
            )
            .await?;
        let page = rows.iter().map(row).collect::<Result<Vec<_>, _>>()?;
        let whole = page.len() < wanted;
        after = page.last().map(|last| (last.due, last.id));
        let of_state = |it: &DossierRow| filter.states.is_empty() || filter.states.contains(&it.state);
        found.extend(page.into_iter().filter(|it| of_state(it) && open.lists(it)));
        if whole || found.len() >= wanted {
            return Ok(found);
        }
    }
}

pub(super) fn row(row: &Row) -> Result<DossierRow, Error> {
    let outcome = code_or_none(row, "outcome", Outcome::from_code)?;
    let beside = row.get::<Option<Date>>("matters_until")?.is_some();
    // What nobody searches by is read only where it says something.
    let whole = if beside { Some(rows::dossier(row, row.get("tenant")?, Vec::new())?) } else { None };
    let decided = if outcome.is_some() { rows::decided(row)? } else { None };
    let state = code(row, "state", State::from_code)?;
    let level = if state == State::Escalated { rows::level(row)? } else { None };
    Ok(DossierRow {
        id: row.get("id")?,
        process: row.get("process")?,
        area: row.get("area")?,
        state,
        department: row.get("department")?,
        asked: row.get("asked")?,
        holder: row.get("holder")?,
        since: row.get("since")?,
        until: row.get("until")?,
        due: row.get("due")?,
        outcome,
        decided,
        bounces: row.get("bounces")?,
        bounced: row.get("bounced")?,
        lead: row.get("lead")?,
        number: row.get("lead_number")?,
        size: row.get("size")?,
        public: row.get("public")?,
        touched: whole.iter().flat_map(|it| it.touched.iter().map(|open| open.department)).collect(),
        matters: whole.filter(|_| beside).map(|it| it.open_matters()).unwrap_or_default(),
        level,
    })
}
