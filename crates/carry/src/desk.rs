//! «Mijn werk»: what waits for whoever signed in, what is due or over its term, and what waits for others.
//!
//! A dossier waits for somebody by one rule ([`crate::waits_for`], and [`crate::beside_waits_for`] for what lies open beside
//! its way); the grants of that person only say which lists are worth reading. Lists come from `journey`, each a stretch of
//! an index: what lies still longest first, then what must be done first, so that nothing older than its term hides.

use crate::model::{Act, Level, Standing, WaitsFor, beside_waits_for, heard_for, waits_for};
use design::Decider;
use journey::{Among, DossierRow, Filter, InHands, Open, State, Stranded, Stranding};
use kernel::{AccountId, AreaId, ContributionId, Date, DepartmentId, DossierId, Language, ProcessId};
use people::{Context, Fault, Grant, Permission, Scope, SignedIn, worked_for};
use std::collections::{BTreeMap, HashMap, HashSet};
use store::Session;

/// Rows on one page of the desk.
pub(crate) const A_PAGE: usize = 50;
/// A count that goes further than this is shown as «more than».
pub(crate) const MOST_COUNTED: usize = 100;
/// How many pages of one list are read at most to fill a page of the desk.
const MOST_READ: usize = 10;
/// Into so many lists a list is parted by who decides.
const MOST_LISTS: usize = 4;
/// So many contributions of a theme are looked up by themselves; a theme that has more stands on every page of a list.
const MOST_THEMED: usize = 500;
/// What must be done within so many days counts as due.
pub(crate) const DUE_DAYS: i64 = 7;
/// After how many days a dossier can be asked for that stands where it stands since then.
pub(crate) const WAITING_DAYS: [i64; 5] = [7, 14, 30, 90, 180];

/// Where a page of a list begins: after the dossier with this day and id.
pub(crate) type After = (Date, DossierId);

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
    /// Only what was put off or kept until a day, however far that day is.
    pub put_off: bool,
    /// Only what this department has or was asked to take.
    pub department: Option<DepartmentId>,
    /// Only what is about this area.
    pub area: Option<AreaId>,
    /// Only what stands where it stands for so many days or longer.
    pub waiting: Option<i64>,
    /// Only what begins with a contribution of this theme, by its code.
    pub theme: Option<String>,
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
    /// The rows: what lies still longest first, then what must be done first.
    pub rows: Vec<DeskRow>,
    /// Where the next page begins: after this one.
    pub next: Option<(Date, DossierId)>,
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
    (Permission::Assign, &[State::Screened, State::Bundled, State::Table]),
    (Permission::Accept, &[State::Assigned]),
    (Permission::CommitMeans, &[State::Means]),
    (Permission::Schedule, &[State::AdviceReady]),
    (Permission::Decide, &[State::OnAgenda]),
    (Permission::Answer, &[State::Decided, State::Referred, State::Parked]),
    (Permission::Deliver, &[State::FedBack]),
    (Permission::ReadStaff, &[State::OnAgenda, State::AdviceReady]),
];

/// The states in which somebody still has to do something.
pub const OPEN: [State; 17] = [
    State::Received,
    State::Screened,
    State::Bundled,
    State::Divided,
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

/// The lists to which a grant narrows this one: of its department, its process, or each of its areas.
fn within(scope: &Scope, filter: Filter, asked: bool) -> Vec<Filter> {
    match scope {
        // What lies open beside the way is in no list of hands.
        Scope::Department(id) if filter.open.is_some() => vec![Filter { department: Some(*id), ..filter }],
        Scope::Department(id) if asked => vec![Filter { hands: InHands::Asked(*id), ..filter }],
        Scope::Department(id) => vec![Filter { hands: InHands::Department(*id), ..filter }],
        Scope::Process(id) => vec![Filter { process: Some(*id), ..filter }],
        Scope::Area { area, within } => {
            let one = |area: &AreaId| Filter { area: Some(*area), ..filter.clone() };
            std::iter::once(area).chain(within.iter().filter(|it| *it != area)).map(one).collect()
        }
        Scope::Tenant | Scope::Organisation(_) => vec![filter],
    }
}

/// As whom the charter of a process may let somebody with this grant decide.
fn mandate_of(grant: &Grant) -> Option<Decider> {
    [Decider::DepartmentHead, Decider::NeighbourhoodManager].into_iter().find(|decider| decider.role() == grant.role)
}

/// Lists that differ in their states only are one list of more states.
fn together(lists: Vec<Filter>) -> Vec<Filter> {
    let mut merged: Vec<Filter> = Vec::new();
    for filter in lists {
        let same =
            |known: &&mut Filter| Filter { states: Vec::new(), ..(**known).clone() } == Filter { states: Vec::new(), ..filter.clone() };
        match merged.iter_mut().find(same) {
            Some(known) => known.states.extend(filter.states.iter().filter(|it| !known.states.contains(it)).copied().collect::<Vec<_>>()),
            None => merged.push(filter),
        }
    }
    merged
}

/// Who decides in which process.
#[derive(Debug, Default)]
struct Deciders(HashMap<ProcessId, Decider>);

impl Deciders {
    fn of(&self, process: ProcessId) -> Decider {
        self.0.get(&process).copied().unwrap_or(Decider::Body)
    }

    /// The processes of those who decide that are wanted, in order.
    fn processes(&self, wanted: impl Fn(Decider) -> bool) -> Vec<ProcessId> {
        let mut found: Vec<ProcessId> = self.0.iter().filter(|(_, it)| wanted(**it)).map(|(id, _)| *id).collect();
        found.sort_unstable();
        found
    }

    /// The processes in which this one decides, in so many lists; a list without bounds when they are the most.
    fn where_decides(&self, decider: Decider, filter: Filter) -> Vec<Filter> {
        if decider == Decider::Body {
            // Where nobody is named a body decides.
            let others = self.processes(|it| it != decider);
            let among = if others.len() <= Among::MOST { Among::But(others) } else { Among::All };
            return vec![Filter { among, ..filter }];
        }
        let these = self.processes(|it| it == decider);
        if these.len() > MOST_LISTS * Among::MOST {
            return vec![filter];
        }
        these.chunks(Among::MOST).map(|some| Filter { among: Among::These(some.to_vec()), ..filter.clone() }).collect()
    }
}

/// The lists in which something may wait for this person.
fn mine(who: &SignedIn, today: Date, deciders: &Deciders) -> Vec<Filter> {
    let open = |open: Open| Filter { open: Some(open), ..Filter::default() };
    // What was put off comes back on the desk a week before its day, so that it can be taken up in time.
    let comes_back = |holder| Filter { due_until: Some(today.plus_days(DUE_DAYS)), ..open(Open::PutOff(holder)) };
    let mut lists = Vec::new();
    for holder in worked_for(&who.grants, who.id, today) {
        let held = vec![State::FrameCheck, State::Assessed, State::Means];
        lists.push(Filter { hands: InHands::Holder(holder), states: held, ..Filter::default() });
        lists.push(open(Open::Unchosen(holder)));
        lists.push(comes_back(Some(holder)));
    }
    // A department is heard about what others have (X9): such a list knows no other bounds.
    lists.extend(heard_for(&who.grants, who.id, who.department, today).into_iter().map(|id| open(Open::ToHear(id))));
    for grant in who.grants.iter().filter(|grant| grant.works_for(who.id, today)) {
        let holds = |permission: &Permission| match permission {
            // Who only reads has nothing waiting, but whoever the charter may give a mandate has.
            Permission::ReadStaff => mandate_of(grant).is_some(),
            other => grant.permissions.holds(*other),
        };
        for (permission, states) in WORK.iter().filter(|(permission, _)| holds(permission)) {
            let filter = Filter { states: states.to_vec(), ..Filter::default() };
            let asked = matches!(permission, Permission::Accept | Permission::CommitMeans);
            // What is ready or on the agenda waits for whoever decides there, and for no other.
            let parted = match permission {
                Permission::ReadStaff => mandate_of(grant).map(|decider| deciders.where_decides(decider, filter)).unwrap_or_default(),
                Permission::Schedule | Permission::Decide => deciders.where_decides(Decider::Body, filter),
                _ => vec![filter],
            };
            lists.extend(parted.into_iter().flat_map(|filter| within(&grant.scope, filter, asked)));
        }
        if holds(&Permission::Answer) {
            // Being carried out while an author waits for the answer: only those have a term.
            let filter = Filter { states: vec![State::Underway], due_until: Some(Date::LAST.plus_days(-1)), ..Filter::default() };
            lists.extend(within(&grant.scope, filter, false));
        }
        if holds(&Permission::Review) {
            lists.extend(within(&grant.scope, open(Open::Overtaken), false));
        }
        if Level::ALL.iter().any(|level| holds(&level.permission())) {
            // What lies at a level waits for whoever speaks for it, and for whoever assigns (S10).
            lists.extend(within(&grant.scope, Filter { states: vec![State::Escalated], ..Filter::default() }, false));
        }
        if holds(&Permission::Assign) {
            // Objections wait for whoever calls a table (X3), and what nobody holds, or whose holder is gone (X10), for whoever finds it a
            // holder.
            lists.extend(within(&grant.scope, open(Open::Objections), false));
            lists.extend(within(&grant.scope, open(Open::Unheld), false));
            lists.extend(within(&grant.scope, comes_back(None), false));
        }
    }
    let mut lists = together(lists);
    // What lies open beside the way lies still longest: read first, it bounds how far the others are read.
    lists.sort_by_key(|filter| filter.open.is_none());
    lists
}

/// The states in which everything within a grant waits for whoever holds this permission.
const WHOLLY: [(Permission, &[State]); 4] = [
    (Permission::Screen, &[State::Received]),
    (Permission::Assign, &[State::Screened, State::Bundled, State::Table, State::Escalated]),
    (Permission::Answer, &[State::Decided, State::Referred, State::Parked]),
    (Permission::Deliver, &[State::FedBack]),
];

/// The lists of everything that this person has to do with and that may wait for others: what the grants with which work is
/// done reach, without what is wholly this person's own.
fn concerned(who: &SignedIn, today: Date) -> Vec<Filter> {
    let but = |own: &[State]| OPEN.into_iter().filter(|state| !own.contains(state)).collect::<Vec<_>>();
    let held = but(&[State::FrameCheck, State::Assessed]);
    let mut lists = vec![Filter { hands: InHands::Holder(who.id), states: held, ..Filter::default() }];
    for grant in who.grants.iter().filter(|grant| grant.works_for(who.id, today)) {
        let holds = |permission: Permission| grant.permissions.holds(permission);
        let works = Act::ALL.iter().any(|act| holds(act.permission())) || holds(Permission::Answer);
        if works && !matches!(grant.scope, Scope::Organisation(_)) {
            let own: Vec<State> =
                WHOLLY.iter().filter(|(permission, _)| holds(*permission)).flat_map(|(_, states)| states.to_vec()).collect();
            // What calls for whoever assigns is this person's own as well, by what lies open beside its way.
            let uncalled = holds(Permission::Assign);
            lists.extend(within(&grant.scope, Filter { states: but(&own), uncalled, ..Filter::default() }, false));
            if matches!(grant.scope, Scope::Department(_)) {
                let asked = [(Permission::Accept, State::Assigned), (Permission::CommitMeans, State::Means)];
                let own: Vec<State> =
                    own.into_iter().chain(asked.into_iter().filter(|(it, _)| holds(*it)).map(|(_, state)| state)).collect();
                lists.extend(within(&grant.scope, Filter { states: but(&own), ..Filter::default() }, true));
            }
        }
    }
    together(lists)
}

/// Of these lists, what was put off or kept until a day. What may be mine knows lists of it, which begin a week before the day.
fn put_off(view: View, lists: Vec<Filter>) -> Vec<Filter> {
    let whole = |filter: Filter| Filter { due_until: None, ..filter };
    if matches!(view, View::Mine | View::Due | View::Overdue) {
        return lists.into_iter().filter(|filter| matches!(filter.open, Some(Open::PutOff(_)))).map(whole).collect();
    }
    let of = |filter: Filter| {
        let (holder, department) = match filter.hands {
            InHands::Holder(holder) => (Some(holder), filter.department),
            InHands::Department(id) | InHands::Asked(id) => (None, Some(id)),
            InHands::Anyone => (None, filter.department),
        };
        let open = Some(Open::PutOff(holder));
        Filter { open, department, hands: InHands::Anyone, states: Vec::new(), uncalled: false, ..filter }
    };
    together(lists.into_iter().map(of).collect())
}

/// A dossier with for whom it waits and who decides.
type Found = (DossierRow, WaitsFor, Decider);

/// A reader of the desk: knows who decides in which process.
struct Reader<'a> {
    ctx: &'a Context,
    who: &'a SignedIn,
    deciders: Deciders,
}

impl<'a> Reader<'a> {
    async fn new(ctx: &'a Context, s: &mut Session) -> Result<Self, Fault> {
        let deciders = Deciders(design::deciders(s, ctx.tenant_id()).await?.into_iter().collect());
        Ok(Self { ctx, who: ctx.signed_in()?, deciders })
    }

    /// Whether the dossier waits for whoever signed in, or something beside its way does.
    fn is_mine(&self, row: &DossierRow, waits: &WaitsFor, decider: Decider) -> bool {
        let standing = Standing::from(row);
        let is_for = |waits: &WaitsFor, it: &Standing| waits.is_for(it, decider, &self.who.grants, self.who.id, self.ctx.today());
        let beside = standing.beside();
        let heard = || heard_for(&self.who.grants, self.who.id, self.who.department, self.ctx.today());
        let to_be_heard =
            || row.matters.iter().any(|(code, _)| *code == Stranding::X9) && heard().iter().any(|id| row.touched.contains(id));
        is_for(waits, &standing) || row.matters.iter().any(|(code, _)| is_for(&beside_waits_for(*code, &beside), &beside)) || to_be_heard()
    }

    /// Whether the row belongs on the list. A list may be wider than what it is read for.
    fn belongs(&self, view: View, row: &DossierRow, waits: &WaitsFor, decider: Decider) -> bool {
        let today = self.ctx.today();
        match view {
            View::All => true,
            View::Mine => self.is_mine(row, waits, decider),
            View::Overdue => row.due < today && self.is_mine(row, waits, decider),
            View::Due => today <= row.due && row.due <= today.plus_days(DUE_DAYS) && self.is_mine(row, waits, decider),
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
            View::Mine | View::Due | View::Overdue => mine(self.who, today, &self.deciders),
            View::Waiting => concerned(self.who, today),
            View::All => vec![Filter::default()],
        };
        let lists = if narrow.put_off { put_off(view, lists) } else { lists };
        let (from, until) = match view {
            View::Overdue => (None, Some(today.plus_days(-1))),
            View::Due => (Some(today), Some(today.plus_days(DUE_DAYS))),
            _ => (None, None),
        };
        let since = narrow.waiting.map(|days| self.ctx.now().plus_seconds(-days * 86_400));
        let dated = |filter: Filter| Filter { due_from: from, due_until: until.into_iter().chain(filter.due_until).min(), since, ..filter };
        lists.into_iter().map(dated).flat_map(|filter| narrowed(filter, narrow)).collect()
    }

    /// At most `limit` rows of a view after `after`, and where the next page begins. Reads each list only as far as is
    /// needed; when a list has too much that does not belong, the page ends where reading ended.
    async fn read(
        &self,
        s: &mut Session,
        view: View,
        narrow: &Narrow,
        after: Option<After>,
        limit: usize,
    ) -> Result<(Vec<Found>, Option<After>), store::Error> {
        let tenant = self.ctx.tenant_id();
        if let Some(rows) = self.of_rare_theme(s, narrow).await? {
            return Ok(first(self.listed(view, narrow, after, rows), limit, None));
        }
        // Some of what others have to do something about is this person's own: a little more is read than a page.
        let spare = if view == View::Waiting { limit / 2 } else { 0 };
        let size = i64::try_from(limit + spare).unwrap_or(50) + 1;
        let mut found: BTreeMap<After, Found> = BTreeMap::new();
        let mut horizon: Option<After> = None;
        for filter in self.lists(view, narrow) {
            // What would stand after a full page of what the lists before gave is not read of this one.
            while found.len() > limit + 1 {
                found.pop_last();
            }
            let full = found.last_key_value().filter(|_| found.len() > limit).map(|((due, _), _)| *due);
            let filter = Filter { due_until: full.into_iter().chain(filter.due_until).min(), ..filter };
            let (mut from, mut kept) = (after, 0);
            for turn in 0..=MOST_READ {
                if turn == MOST_READ {
                    horizon = horizon.min(from).or(from);
                    break;
                }
                let rows = journey::list(s, tenant, &filter, from, size).await?;
                let whole = i64::try_from(rows.len()).unwrap_or(0) < size;
                let themed = self.of_theme(s, narrow, &rows).await?;
                for row in rows {
                    from = Some((row.due, row.id));
                    let decider = self.deciders.of(row.process);
                    let waits = waits_for(&Standing::from(&row), decider);
                    let wanted = themed.as_ref().is_none_or(|themed| themed.contains(&row.lead));
                    if wanted && self.belongs(view, &row, &waits, decider) {
                        kept += 1;
                        found.insert((row.due, row.id), (row, waits, decider));
                    }
                }
                if whole || kept > limit {
                    break;
                }
            }
        }
        let rows = found.into_iter().filter(|(key, _)| horizon.is_none_or(|horizon| *key <= horizon)).map(|(_, row)| row).collect();
        Ok(first(rows, limit, horizon))
    }

    /// Everything that begins with a contribution of the theme that is asked for, when that is little: then reading the lists of a
    /// large desk to find it would be long. `None` when no theme is asked for, or it is a common one.
    async fn of_rare_theme(&self, s: &mut Session, narrow: &Narrow) -> Result<Option<Vec<DossierRow>>, store::Error> {
        let Some(theme) = &narrow.theme else { return Ok(None) };
        match voice::of_theme(s, self.ctx.tenant_id(), theme, MOST_THEMED).await? {
            Some(ids) => journey::led_by(s, self.ctx.tenant_id(), &ids).await.map(Some),
            None => Ok(None),
        }
    }

    /// Those of these rows that belong on a view after `after`, in its order.
    fn listed(&self, view: View, narrow: &Narrow, after: Option<After>, rows: Vec<DossierRow>) -> Vec<Found> {
        let lists = self.lists(view, narrow);
        let on_a_list = rows.into_iter().filter(|row| after.is_none_or(|after| (row.due, row.id) > after));
        let found = on_a_list.filter(|row| lists.iter().any(|filter| filter.holds(row))).map(|row| {
            let decider = self.deciders.of(row.process);
            let waits = waits_for(&Standing::from(&row), decider);
            (row, waits, decider)
        });
        found.filter(|(row, waits, decider)| self.belongs(view, row, waits, *decider)).collect()
    }

    /// Those of these rows that begin with a contribution of the theme that is asked for; `None` when none is. `journey` knows no
    /// themes, so that they are looked up for what was read.
    async fn of_theme(
        &self,
        s: &mut Session,
        narrow: &Narrow,
        rows: &[DossierRow],
    ) -> Result<Option<HashSet<ContributionId>>, store::Error> {
        let Some(theme) = &narrow.theme else { return Ok(None) };
        let leads: Vec<ContributionId> = rows.iter().map(|row| row.lead).collect();
        let found = voice::themes_of(s, self.ctx.tenant_id(), &leads).await?;
        Ok(Some(found.into_iter().filter(|(_, it)| it.code == *theme).map(|(id, _)| id).collect()))
    }

    async fn count(&self, s: &mut Session, view: View) -> Result<Count, store::Error> {
        let (rows, next) = self.read(s, view, &Narrow::default(), None, MOST_COUNTED).await?;
        Ok(Count { count: rows.len(), more: next.is_some() })
    }

    /// The counts; what is due and what is over its term are counted among mine when those are all known. Also gives what
    /// is mine, as far as it was read.
    async fn counts(&self, s: &mut Session) -> Result<(Counts, Vec<Found>, Option<After>), store::Error> {
        let (rows, next) = self.read(s, View::Mine, &Narrow::default(), None, MOST_COUNTED + 1).await?;
        let some = |count: usize, more: bool| Count { count: count.min(MOST_COUNTED), more: more || count > MOST_COUNTED };
        let of = |view: View| rows.iter().filter(|(row, waits, decider)| self.belongs(view, row, waits, *decider)).count();
        let mine = some(rows.len(), next.is_some());
        // What is over its term stands first: when something that was read is not, all that is was read.
        let overdue = of(View::Overdue);
        let overdue = some(overdue, next.is_some() && overdue == rows.len());
        let due = if mine.more { self.count(s, View::Due).await? } else { some(of(View::Due), false) };
        let counts = Counts { mine, due, overdue };
        Ok((counts, rows, next))
    }
}

/// The first `limit` rows, and where the next page begins: after the last of them, or where reading ended.
fn first(mut rows: Vec<Found>, limit: usize, horizon: Option<After>) -> (Vec<Found>, Option<After>) {
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = if more { rows.last().map(|(row, ..)| (row.due, row.id)) } else { horizon };
    (rows, next)
}

/// A list narrowed further; nothing when both cannot be.
fn narrowed(mut filter: Filter, narrow: &Narrow) -> Vec<Filter> {
    if let Some(process) = narrow.process {
        if filter.process.is_some_and(|own| own != process) {
            return Vec::new();
        }
        filter.process = Some(process);
    }
    if let Some(area) = narrow.area {
        if filter.area.is_some_and(|own| own != area) {
            return Vec::new();
        }
        filter.area = Some(area);
    }
    if let Some(state) = narrow.state {
        if !filter.states.is_empty() && !filter.states.contains(&state) {
            return Vec::new();
        }
        filter.states = vec![state];
    }
    match narrow.department {
        // The lists of hands of the department carry the search.
        Some(id) if filter.hands == InHands::Anyone && filter.open.is_none() => {
            [InHands::Department(id), InHands::Asked(id)].map(|hands| Filter { hands, ..filter.clone() }).into()
        }
        Some(id) if filter.department.is_some_and(|own| own != id) => Vec::new(),
        Some(id) => vec![Filter { department: Some(id), ..filter }],
        None => vec![filter],
    }
}

/// Rows with the titles that everybody may read.
async fn shown(ctx: &Context, s: &mut Session, rows: Vec<Found>) -> Result<Vec<DeskRow>, store::Error> {
    let leads: Vec<_> = rows.iter().map(|(row, ..)| row.lead).collect();
    let words = voice::words(s, ctx.tenant_id(), &leads).await?;
    let title = |row: &DossierRow| {
        let words = words.iter().find(|it| it.id == row.lead && !it.withdrawn)?;
        let shown = words.title.best(&ctx.language);
        (!shown.text.is_empty()).then(|| (shown.text.to_owned(), *shown.language))
    };
    let now = ctx.now();
    let row =
        |(row, waits, decider): Found| DeskRow { stranded: row.stranded(&ctx.tenant.civil, now), title: title(&row), row, waits, decider };
    Ok(rows.into_iter().map(row).collect())
}

/// One page of a list, with the counts of what waits for whoever signed in. The first page of what is mine is not read twice.
///
/// # Errors
/// [`Fault::SignIn`] without a sign-in; what the database says.
pub(crate) async fn counted(ctx: &Context, view: View, narrow: &Narrow, after: Option<After>) -> Result<(Counts, Desk), Fault> {
    let mut s = ctx.read().await?;
    let reader = Reader::new(ctx, &mut s).await?;
    let (counts, rows, next) = reader.counts(&mut s).await?;
    let (rows, next) = if view == View::Mine && *narrow == Narrow::default() && after.is_none() {
        first(rows, A_PAGE, next)
    } else {
        reader.read(&mut s, view, narrow, after, A_PAGE).await?
    };
    Ok((counts, Desk { rows: shown(ctx, &mut s, rows).await?, next }))
}

/// The people for whom rows wait.
pub(crate) fn holders(rows: &[DeskRow]) -> Vec<AccountId> {
    let holder = |it: &DeskRow| if let WaitsFor::Holder(holder) = it.waits { Some(holder) } else { None };
    rows.iter().filter_map(holder).collect()
}
