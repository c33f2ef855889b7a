//! «Mijn werk»: what waits for whoever signed in, what is due or over its term, and what waits for others.
//!
//! A dossier waits for somebody by one rule ([`crate::waits_for`]); the grants of that person only say which lists are
//! worth reading. Lists come from `journey`, longest waiting first.

use crate::model::{Act, Standing, WaitsFor, waits_for};
use design::Decider;
use journey::{DossierRow, Filter, InHands, State, Stranded};
use kernel::{AccountId, Date, DepartmentId, DossierId, Instant, Language, ProcessId};
use people::{Context, Fault, Grant, Permission, Scope, SignedIn};
use std::collections::{BTreeMap, HashMap};
use store::Session;

/// Rows on one page of the desk.
pub(crate) const A_PAGE: usize = 50;
/// A count that goes further than this is shown as «more than».
pub(crate) const MOST_COUNTED: usize = 100;
/// How many pages of one list are read at most to fill a page of the desk.
const MOST_READ: usize = 10;
/// No term is longer than so many days.
const ANY_TERM: i64 = 800;
/// What must be done within so many days counts as due.
const DUE_DAYS: i64 = 7;

/// Which list of the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// Waits for whoever signed in.
    Mine,
    /// Of mine, what must be done within a week.
    Due,
    /// Of mine, what is over its term.
    Overdue,
    /// What I have to do with and waits for others.
    Waiting,
    /// Every dossier of the municipality.
    All,
}

impl View {
    /// All lists, in the order of the page.
    pub const ALL: [Self; 5] = [Self::Mine, Self::Overdue, Self::Due, Self::Waiting, Self::All];

    /// Its value in the address.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Mine => "mijn",
            Self::Due => "binnenkort",
            Self::Overdue => "te-laat",
            Self::Waiting => "wacht",
            Self::All => "alle",
        }
    }
    /// The list of a value in the address.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.code() == code)
    }
    /// Its words.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Mine => "carry-desk-view-mine",
            Self::Due => "carry-desk-view-due",
            Self::Overdue => "carry-desk-view-overdue",
            Self::Waiting => "carry-desk-view-waiting",
            Self::All => "carry-desk-view-all",
        }
    }
}

/// What the address narrows a list to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Narrow {
    /// Only this process.
    pub process: Option<ProcessId>,
    /// Only this state.
    pub state: Option<State>,
}

/// A dossier on the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeskRow {
    /// The dossier, as `journey` lists it.
    pub row: DossierRow,
    /// For whom it waits.
    pub waits: WaitsFor,
    /// Who decides in its process.
    pub decider: Decider,
    /// Why it lies still, if it does.
    pub stranded: Vec<Stranded>,
    /// The title of its first contribution, its language, and whether there is one.
    pub title: Option<(String, Language)>,
}

/// One page of the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    /// The rows, longest waiting first.
    pub rows: Vec<DeskRow>,
    /// Where the next page begins: after this one.
    pub next: Option<(Instant, DossierId)>,
}

/// How many wait: at most [`MOST_COUNTED`], and whether there are more.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// So many.
    pub count: usize,
    /// There are more than that.
    pub more: bool,
}

/// The counts above the lists.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Waiting for me.
    pub mine: Count,
    /// Of those, within a week.
    pub due: Count,
    /// Of those, over their term.
    pub overdue: Count,
}

/// The states in which each permission has something to do.
const WORK: [(Permission, &[State]); 9] = [
    (Permission::Screen, &[State::Received]),
    (Permission::Assign, &[State::Screened, State::Bundled]),
    (Permission::Accept, &[State::Assigned]),
    (Permission::CommitMeans, &[State::Means]),
    (Permission::Schedule, &[State::AdviceReady]),
    (Permission::Decide, &[State::OnAgenda]),
    (Permission::Answer, &[State::Decided, State::Referred, State::Parked]),
    (Permission::Deliver, &[State::FedBack]),
    (Permission::ReadStaff, &[State::OnAgenda, State::AdviceReady]),
];

/// The states in which somebody still has to do something.
const OPEN: [State; 16] = [
    State::Received,
    State::Screened,
    State::Bundled,
    State::Assigned,
    State::FrameCheck,
    State::Assessed,
    State::Questioned,
    State::Table,
    State::Means,
    State::Escalated,
    State::AdviceReady,
    State::OnAgenda,
    State::Decided,
    State::Referred,
    State::Parked,
    State::FedBack,
];

/// The departments, process or whole of a grant, as lists can be narrowed to it.
fn within(scope: &Scope, filter: Filter, asked: bool) -> Filter {
    match scope {
        Scope::Department(id) if asked => Filter { hands: InHands::Asked(*id), ..filter },
        Scope::Department(id) => Filter { hands: InHands::Department(*id), ..filter },
        Scope::Process(id) => Filter { process: Some(*id), ..filter },
        Scope::Tenant | Scope::Area { .. } | Scope::Organisation(_) => filter,
    }
}

fn mandated(grant: &Grant) -> bool {
    [Decider::DepartmentHead, Decider::NeighbourhoodManager].iter().any(|decider| decider.role() == grant.role)
}

/// Lists with the same scope are one list of more states.
fn together(lists: Vec<Filter>) -> Vec<Filter> {
    let mut merged: Vec<Filter> = Vec::new();
    for filter in lists {
        let same =
            |known: &&mut Filter| (known.process, known.hands, known.overdue_at) == (filter.process, filter.hands, filter.overdue_at);
        match merged.iter_mut().find(same) {
            Some(known) => known.states.extend(filter.states.iter().filter(|it| !known.states.contains(it)).copied().collect::<Vec<_>>()),
            None => merged.push(filter),
        }
    }
    merged
}

/// The lists in which something may wait for this person.
fn mine(who: &SignedIn, today: Date) -> Vec<Filter> {
    let held = vec![State::FrameCheck, State::Assessed, State::Table, State::Means, State::Escalated];
    let mut lists = vec![Filter { hands: InHands::Holder(who.id), states: held, ..Filter::default() }];
    for grant in who.grants.iter().filter(|grant| grant.works_for(who.id, today)) {
        let holds = |permission: &Permission| match permission {
            // Who only reads has nothing waiting, but whoever the charter may give a mandate has.
            Permission::ReadStaff => mandated(grant),
            other => grant.permissions.holds(*other),
        };
        for (permission, states) in WORK.iter().filter(|(permission, _)| holds(permission)) {
            let filter = Filter { states: states.to_vec(), ..Filter::default() };
            lists.push(within(&grant.scope, filter, matches!(permission, Permission::Accept | Permission::CommitMeans)));
        }
        if holds(&Permission::Answer) {
            // Being carried out while an author waits for the answer: only those have a term.
            let filter = Filter { states: vec![State::Underway], overdue_at: Some(today.plus_days(ANY_TERM)), ..Filter::default() };
            lists.push(within(&grant.scope, filter, false));
        }
    }
    together(lists)
}

/// The lists of everything that this person has to do with: what the grants with which work is done reach.
fn concerned(who: &SignedIn, today: Date) -> Vec<Filter> {
    let base = || Filter { states: OPEN.to_vec(), ..Filter::default() };
    let mut lists = vec![Filter { hands: InHands::Holder(who.id), ..base() }];
    for grant in who.grants.iter().filter(|grant| grant.works_for(who.id, today)) {
        let works = Act::ALL.iter().any(|act| grant.permissions.holds(act.permission())) || grant.permissions.holds(Permission::Answer);
        if works && !matches!(grant.scope, Scope::Organisation(_)) {
            lists.push(within(&grant.scope, base(), false));
            if matches!(grant.scope, Scope::Department(_)) {
                lists.push(within(&grant.scope, base(), true));
            }
        }
    }
    together(lists)
}

/// A reader of the desk: remembers who decides in which process.
struct Reader<'a> {
    ctx: &'a Context,
    who: &'a SignedIn,
    deciders: HashMap<ProcessId, Decider>,
}

impl<'a> Reader<'a> {
    fn new(ctx: &'a Context) -> Result<Self, Fault> {
        Ok(Self { ctx, who: ctx.signed_in()?, deciders: HashMap::new() })
    }

    async fn decider(&mut self, s: &mut Session, process: ProcessId) -> Result<Decider, store::Error> {
        if let Some(known) = self.deciders.get(&process) {
            return Ok(*known);
        }
        let decider = crate::act::decider(s, self.ctx.tenant_id(), process).await?;
        self.deciders.insert(process, decider);
        Ok(decider)
    }

    fn is_mine(&self, row: &DossierRow, waits: &WaitsFor, decider: Decider) -> bool {
        waits.is_for(&Standing::from(row), decider, &self.who.grants, self.who.id, self.ctx.today())
    }

    /// Whether the row belongs on the list. Lists that a grant for an area asks for are wider than the area.
    fn belongs(&self, view: View, row: &DossierRow, waits: &WaitsFor, decider: Decider) -> bool {
        let today = self.ctx.today();
        match view {
            View::All => true,
            View::Mine => self.is_mine(row, waits, decider),
            View::Overdue => row.until.is_some_and(|until| until < today) && self.is_mine(row, waits, decider),
            View::Due => {
                row.until.is_some_and(|until| today <= until && until <= today.plus_days(DUE_DAYS)) && self.is_mine(row, waits, decider)
            }
            View::Waiting => {
                let thing = Standing::from(row).thing();
                let reached = row.holder == Some(self.who.id)
                    || Act::ALL.iter().any(|act| self.ctx.may(act.permission(), &thing))
                    || self.ctx.may(Permission::Answer, &thing);
                reached && !self.is_mine(row, waits, decider)
            }
        }
    }

    fn lists(&self, view: View, narrow: &Narrow) -> Vec<Filter> {
        let today = self.ctx.today();
        let lists = match view {
            View::Mine | View::Due | View::Overdue => mine(self.who, today),
            View::Waiting => concerned(self.who, today),
            View::All => vec![Filter::default()],
        };
        let until = match view {
            View::Overdue => Some(today),
            View::Due => Some(today.plus_days(DUE_DAYS + 1)),
            _ => None,
        };
        lists.into_iter().filter_map(|filter| narrowed(filter, narrow, until)).collect()
    }

    /// At most `limit` rows of a view after `after`, and where the next page begins. Reads each list only as far as is
    /// needed; when a list has too much that does not belong, the page ends where reading ended.
    async fn read(
        &mut self,
        s: &mut Session,
        view: View,
        narrow: &Narrow,
        after: Option<(Instant, DossierId)>,
        limit: usize,
    ) -> Result<(Vec<(DossierRow, WaitsFor, Decider)>, Option<(Instant, DossierId)>), store::Error> {
        let tenant = self.ctx.tenant_id();
        let mut found = BTreeMap::new();
        let mut horizon: Option<(Instant, DossierId)> = None;
        for filter in self.lists(view, narrow) {
            let (mut from, mut kept) = (after, 0);
            for turn in 0..=MOST_READ {
                if turn == MOST_READ {
                    horizon = horizon.min(from).or(from);
                    break;
                }
                let size = i64::try_from(limit).unwrap_or(50) + 1;
                let rows = journey::list(s, tenant, &filter, from, size).await?;
                let whole = i64::try_from(rows.len()).unwrap_or(0) < size;
                for row in rows {
                    from = Some((row.since, row.id));
                    let decider = self.decider(s, row.process).await?;
                    let waits = waits_for(&Standing::from(&row), decider);
                    if self.belongs(view, &row, &waits, decider) {
                        kept += 1;
                        found.insert((row.since, row.id), (row, waits, decider));
                    }
                }
                if whole || kept > limit {
                    break;
                }
            }
        }
        let mut rows: Vec<_> = found.into_iter().filter(|(key, _)| horizon.is_none_or(|horizon| *key <= horizon)).collect();
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = if more { rows.last().map(|(key, _)| *key) } else { horizon };
        Ok((rows.into_iter().map(|(_, row)| row).collect(), next))
    }

    async fn count(&mut self, s: &mut Session, view: View) -> Result<Count, store::Error> {
        let (rows, next) = self.read(s, view, &Narrow::default(), None, MOST_COUNTED).await?;
        Ok(Count { count: rows.len(), more: next.is_some() })
    }

    /// The counts; what is due and what is over its term are counted among mine when those are all known.
    async fn counts(&mut self, s: &mut Session) -> Result<Counts, store::Error> {
        let (rows, next) = self.read(s, View::Mine, &Narrow::default(), None, MOST_COUNTED).await?;
        let mine = Count { count: rows.len(), more: next.is_some() };
        if mine.more {
            return Ok(Counts { mine, due: self.count(s, View::Due).await?, overdue: self.count(s, View::Overdue).await? });
        }
        let of = |view: View| Count {
            count: rows.iter().filter(|(row, waits, decider)| self.belongs(view, row, waits, *decider)).count(),
            more: false,
        };
        Ok(Counts { mine, due: of(View::Due), overdue: of(View::Overdue) })
    }
}

/// A list narrowed further; nothing when both cannot be.
fn narrowed(mut filter: Filter, narrow: &Narrow, overdue_at: Option<Date>) -> Option<Filter> {
    filter.overdue_at = overdue_at.or(filter.overdue_at);
    if let Some(process) = narrow.process {
        if filter.process.is_some_and(|own| own != process) {
            return None;
        }
        filter.process = Some(process);
    }
    if let Some(state) = narrow.state {
        if !filter.states.is_empty() && !filter.states.contains(&state) {
            return None;
        }
        filter.states = vec![state];
    }
    Some(filter)
}

/// One page of a list of the desk.
///
/// # Errors
/// [`Fault::SignIn`] without a sign-in; what the database says.
pub async fn desk(ctx: &Context, view: View, narrow: &Narrow, after: Option<(Instant, DossierId)>) -> Result<Desk, Fault> {
    let mut reader = Reader::new(ctx)?;
    let mut s = ctx.read().await?;
    let (rows, next) = reader.read(&mut s, view, narrow, after, A_PAGE).await?;
    let leads: Vec<_> = rows.iter().map(|(row, _, _)| row.lead).collect();
    let words = voice::words(&mut s, ctx.tenant_id(), &leads).await?;
    let title = |row: &DossierRow| {
        let words = words.iter().find(|it| it.id == row.lead && !it.withdrawn)?;
        let shown = words.title.best(&ctx.language);
        (!shown.text.is_empty()).then(|| (shown.text.to_owned(), *shown.language))
    };
    let now = ctx.now();
    let rows = rows
        .into_iter()
        .map(|(row, waits, decider)| DeskRow { stranded: row.stranded(&ctx.tenant.civil, now), title: title(&row), row, waits, decider })
        .collect();
    Ok(Desk { rows, next })
}

/// What waits for whoever signed in, counted.
///
/// # Errors
/// As [`desk`].
pub async fn counts(ctx: &Context) -> Result<Counts, Fault> {
    let mut reader = Reader::new(ctx)?;
    let mut s = ctx.read().await?;
    Ok(reader.counts(&mut s).await?)
}

/// The names of people and departments for whom rows wait.
pub(crate) fn holders(rows: &[DeskRow]) -> (Vec<AccountId>, Vec<DepartmentId>) {
    let people = rows.iter().filter_map(|it| match it.waits {
        WaitsFor::Holder(holder) => Some(holder),
        _ => None,
    });
    (people.collect(), rows.iter().filter_map(|it| it.row.asked).collect())
}
