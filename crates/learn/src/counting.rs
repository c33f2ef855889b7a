//! Brings the facts up to date: of every dossier of which something happened, or a term is over, since it was counted last.
//!
//! The first time all dossiers are walked through, later only those that changed. A page of dossiers is read and written at
//! a time; nothing is kept in memory beside it. Counting twice changes nothing.

use crate::model::fact::{Fact, Measure};
use crate::model::trace::{Beside, Own, Promised, Trace};
use crate::tables::{counting, facts, group_counts};
use journey::{Civil, Dossier, Passing, StepKind, Track};
use kernel::{CommitmentId, ContributionId, Date, DossierId, Instant, ProcessId, TenantId};
use people::{Permission, Thing};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::{Error, Session, Store, journal};
use uuid::Uuid;

/// So many dossiers are counted in one write.
const A_PAGE: i64 = 200;
/// So many entries of the journal are looked through at once.
const ENTRIES: i64 = 1000;
/// An entry may be kept a little after the moment it bears: so far back is looked once more.
const AGAIN_SECONDS: i64 = 900;
/// Through so many dossiers the way of a contribution is followed back.
const MOST_DOSSIERS: usize = 5;
/// So many processes are looked at.
const MOST_PROCESSES: i64 = 500;

/// Brings everything of a municipality up to date, and answers how many dossiers were counted.
///
/// # Errors
/// When the database does not answer.
pub async fn count(store: &Store, tenant: TenantId, civil: &Civil) -> Result<u64, Error> {
    let now = store.clock().now();
    let last = counting::counted(&mut store.read().await?, tenant).await?;
    let it = Counting { store, tenant, civil, now, today: civil.today(now) };
    let mut many = match last {
        None => it.everything().await?,
        Some(last) => it.what_happened(last.plus_seconds(-AGAIN_SECONDS)).await?,
    };
    many += it.what_turned().await?;
    it.processes().await?;
    store::write!(store, [], |tx| { counting::note_counted(tx, tenant, now).await }).await?;
    Ok(many)
}

/// One time of counting.
struct Counting<'a> {
    store: &'a Store,
    tenant: TenantId,
    civil: &'a Civil,
    now: Instant,
    today: Date,
}

/// A dossier with its facts, ready to be kept.
struct Counted {
    of: facts::Subject,
    facts: Vec<Fact>,
    turns: Option<Date>,
}

impl Counting<'_> {
    async fn everything(&self) -> Result<u64, Error> {
        let mut after = None;
        let mut many = 0;
        loop {
            let ids = journey::ids(&mut self.store.read().await?, self.tenant, after, A_PAGE).await?;
            let Some(last) = ids.last() else { return Ok(many) };
            after = Some(*last);
            many += self.page(&ids).await?;
        }
    }

    async fn what_happened(&self, since: Instant) -> Result<u64, Error> {
        let mut many = 0;
        for kind in [journey::STREAM, deliver::STREAM] {
            let mut after = None;
            loop {
                let mut s = self.store.read().await?;
                let entries = journal::since(&mut s, self.tenant, kind, since, after, ENTRIES).await?;
                let Some(last) = entries.last() else { break };
                after = Some((last.at, last.id));
                let streams: BTreeSet<_> = entries.iter().map(|entry| entry.stream).collect();
                let mut ids = BTreeSet::new();
                for stream in streams {
                    if kind == journey::STREAM {
                        ids.insert(DossierId::from_uuid(stream));
                    } else {
                        let commitment = deliver::commitment(&mut s, self.tenant, CommitmentId::from_uuid(stream)).await?;
                        ids.extend(commitment.map(|it| it.dossier));
                    }
                }
                drop(s);
                let ids: Vec<DossierId> = ids.into_iter().collect();
                for page in ids.chunks(200) {
                    many += self.page(page).await?;
                }
            }
        }
        Ok(many)
    }

    async fn what_turned(&self) -> Result<u64, Error> {
        let mut many = 0;
        loop {
            let ids = counting::turned(&mut self.store.read().await?, self.tenant, self.today, A_PAGE).await?;
            if ids.is_empty() {
                return Ok(many);
            }
            many += self.page(&ids).await?;
        }
    }

    /// Counts these dossiers and keeps that in one write.
    async fn page(&self, ids: &[DossierId]) -> Result<u64, Error> {
        let mut s = self.store.read().await?;
        let mut page = Vec::with_capacity(ids.len());
        let mut ids = ids.to_vec();
        let mut at = 0;
        while let Some(id) = ids.get(at).copied() {
            at += 1;
            let Some((counted, wholes)) = self.dossier(&mut s, id).await? else { continue };
            page.push(counted);
            // What happens to a part is told by the whole.
            for whole in wholes {
                let whole = journey::of_contribution(&mut s, self.tenant, whole).await?.map(|it| it.id);
                if let Some(whole) = whole.filter(|id| !ids.contains(id)) {
                    ids.push(whole);
                }
            }
        }
        drop(s);
        let many = u64::try_from(page.len()).unwrap_or(0);
        let (tenant, page) = (self.tenant, Arc::new(page));
        store::write!(self.store, [page], |tx| {
            for it in page.iter() {
                facts::replace(tx, tenant, it.of, &it.facts, it.turns).await?;
            }
            Ok::<(), Error>(())
        })
        .await?;
        Ok(many)
    }

    /// What is counted of a dossier, and the contributions of which parts travel in it.
    async fn dossier(&self, s: &mut Session, id: DossierId) -> Result<Option<(Counted, Vec<ContributionId>)>, Error> {
        let Some((mut trace, dossier)) = self.trace(s, id).await? else { return Ok(None) };
        for (contribution, from) in trace.came() {
            let before = self.before(s, contribution, from).await?;
            trace.add_before(contribution, before);
        }
        for part in &dossier.parts {
            let own = self.part(s, part.contribution).await?;
            for whole in dossier.live() {
                trace.add_before(whole.contribution, own.clone());
            }
        }
        let beside = self.beside(s, &trace, &dossier).await?;
        let (facts, turns) = trace.facts(&dossier, &beside, self.civil, self.now);
        // Whatever the facts say, tomorrow is another day: a dossier is never counted twice in one walk.
        let turns = turns.map(|day| day.max(self.today.plus_days(1)));
        let wholes = dossier.contributions.iter().filter_map(|it| it.part_of).collect();
        let of = facts::Subject { id: id.uuid(), process: dossier.process, area: dossier.area };
        Ok(Some((Counted { of, facts, turns }, wholes)))
    }

    /// What happened to a part of a contribution, through the dossiers in which it travelled.
    async fn part(&self, s: &mut Session, part: ContributionId) -> Result<Own, Error> {
        let Some(dossier) = journey::of_contribution(s, self.tenant, part).await? else { return Ok(Own::default()) };
        let Some((trace, dossier)) = self.trace(s, dossier.id).await? else { return Ok(Own::default()) };
        let from = trace.came().into_iter().find(|(id, _)| *id == part);
        let mut own = trace.of_part(part, &dossier, self.civil, self.now);
        if let Some((_, from)) = from {
            own.after(self.before(s, part, from).await?);
        }
        Ok(own)
    }

    async fn trace(&self, s: &mut Session, id: DossierId) -> Result<Option<(Trace, Dossier)>, Error> {
        let mut trace = Trace::default();
        let dossier = journey::history(s, self.tenant, id, |passing| match passing {
            Passing::Before { dossier, at } => trace.before(dossier, at, self.civil),
            Passing::After { event, dossier, at } => trace.after(event, dossier, at, self.civil),
        })
        .await?;
        Ok(dossier.map(|dossier| (trace, dossier)))
    }

    /// What happened to a contribution in the dossiers in which it travelled before.
    async fn before(&self, s: &mut Session, contribution: ContributionId, from: DossierId) -> Result<Own, Error> {
        let mut all = Own::default();
        let mut from = Some(from);
        for _ in 0..MOST_DOSSIERS {
            let Some(id) = from else { break };
            let Some((mut trace, _)) = self.trace(s, id).await? else { break };
            all.after(trace.taken_along(contribution).unwrap_or_default());
            from = trace.came_before(contribution);
        }
        Ok(all)
    }

    /// What rooms wrote beside the journal, as far as the journal says that there is something.
    async fn beside(&self, s: &mut Session, trace: &Trace, dossier: &Dossier) -> Result<Beside, Error> {
        let (tenant, id) = (self.tenant, dossier.id);
        let all: Vec<ContributionId> = dossier.contributions.iter().map(|it| it.contribution).collect();
        let mut beside = Beside { through: voice::through(s, tenant, &all).await?.into_iter().collect(), ..Beside::default() };
        if trace.had(StepKind::Tabled) {
            beside.meetings = carry::meetings(s, tenant, id).await?;
        }
        if trace.had(StepKind::MeansAwaited) {
            beside.means = carry::means_requests(s, tenant, id).await?;
        }
        if trace.had(StepKind::Touched) {
            beside.consults = carry::consults(s, tenant, id).await?;
        }
        if trace.had(StepKind::Objected) {
            beside.objections = carry::objections(s, tenant, id).await?;
        }
        if trace.had(StepKind::AdviceReady) {
            beside.advices = carry::advices(s, tenant, id).await?;
        }
        if trace.had(StepKind::ValuesWeighed) {
            beside.weighings = carry::weighings(s, tenant, id).await?;
        }
        if trace.had(StepKind::Answered) {
            (beside.whole, beside.reactions) = self.answers(s, dossier).await?;
        }
        if dossier.outcome.is_some_and(journey::Outcome::is_carried_out) {
            beside.promised = self.promised(s, dossier).await?;
        }
        Ok(beside)
    }

    async fn answers(&self, s: &mut Session, dossier: &Dossier) -> Result<(Whole, Reacted), Error> {
        let (mut whole, mut reacted) = (Whole::new(), Reacted::new());
        for travelling in dossier.contributions.iter().filter(|it| it.track != Track::Withdrawn) {
            let Some(id) = travelling.answer else { continue };
            if let Some(answer) = answer::answer(s, self.tenant, id).await? {
                whole.insert(travelling.contribution, answer.why_not.is_some() || !answer.outcome.is_a_no());
            }
            for reaction in answer::reactions_of(s, self.tenant, travelling.contribution).await? {
                if reaction.answer == Some(id) {
                    reacted.insert(travelling.contribution, (reaction.understood, reaction.fair, reaction.at));
                }
            }
        }
        Ok((whole, reacted))
    }

    async fn promised(&self, s: &mut Session, dossier: &Dossier) -> Result<Vec<Promised>, Error> {
        let mut found = Vec::new();
        for commitment in deliver::of_dossier(s, self.tenant, dossier.id).await? {
            let left = deliver::left(s, self.tenant, &commitment, self.civil, self.today).await?;
            let still = commitment.dates(self.civil, left).stranded(self.civil, self.today);
            let checked = commitment.realised.is_some()
                && deliver::happenings(s, self.tenant, commitment.id).await?.iter().any(|it| it.kind == deliver::HappeningKind::Checked);
            found.push(Promised { commitment, checked, still });
        }
        Ok(found)
    }

    /// What is known of each process: on how many people it leans today (G061), whether the council was told before its first
    /// advice (G062), and politicians at its moments (G063).
    async fn processes(&self) -> Result<(), Error> {
        let mut s = self.store.read().await?;
        let mut counted = Vec::new();
        for process in design::processes(&mut s, self.tenant, true, None, MOST_PROCESSES).await? {
            let mut facts = self.council(&mut s, &process).await?;
            if process.state == design::State::Published {
                let thing = Thing::process(process.id);
                let who = people::tables::grants::who_has(&mut s, self.tenant, Permission::DesignProcess, &thing, self.today).await?;
                let part = match who.len() {
                    0 => "nobody",
                    1 => "alone",
                    _ => "shared",
                };
                facts.push(Fact::new(Measure::Carrier, part, self.today));
            }
            counted.push((facts::Subject { id: process.id.uuid(), process: process.id, area: None }, facts));
        }
        drop(s);
        counted.extend(self.groups().await?);
        let (tenant, counted) = (self.tenant, Arc::new(counted));
        store::write!(self.store, [counted], |tx| {
            facts::forget_processes(tx, tenant).await?;
            for (of, facts) in counted.iter() {
                facts::replace(tx, tenant, *of, facts, None).await?;
            }
            Ok::<(), Error>(())
        })
        .await
    }

    /// What organisations that helped people counted of them (G060), in quarters that are over.
    async fn groups(&self) -> Result<Vec<(facts::Subject, Vec<Fact>)>, Error> {
        let mut found: BTreeMap<ProcessId, Vec<Fact>> = BTreeMap::new();
        let mut after = None;
        loop {
            let page = group_counts::all(&mut self.store.read().await?, self.tenant, after.as_ref(), ENTRIES).await?;
            let Some(last) = page.last() else { break };
            after = Some(*last);
            for it in &page {
                let (Some(first), true) = (it.quarter.first(), it.quarter.last().is_some_and(|last| last < self.today)) else { continue };
                let organisation = it.organisation.map(|id| id.to_string()).unwrap_or_default();
                let fact = |part: &str, many: i64| Fact { many, ..Fact::new(Measure::Harder, part, first).of_kind(organisation.clone()) };
                let facts = [fact("yes", it.harder), fact("silent", it.silent)].into_iter().filter(|fact| fact.many > 0);
                found.entry(it.process).or_default().extend(facts);
            }
        }
        // A subject of its own beside that of the process, whose facts are put in the place of those it had.
        let subject = |process: ProcessId| facts::Subject { id: Uuid::from_u128(process.uuid().as_u128() ^ 0xff), process, area: None };
        Ok(found.into_iter().map(|(process, facts)| (subject(process), facts)).collect())
    }

    /// What the council was told of a process, and politicians at its moments.
    async fn council(&self, s: &mut Session, process: &design::Process) -> Result<Vec<Fact>, Error> {
        let mut found = Vec::new();
        if let Some(advised) = carry::first_advice(s, self.tenant, process.id).await? {
            let advised = self.civil.today(advised);
            let told = carry::briefings_of_process(s, self.tenant, process.id).await?;
            let part = match told.iter().map(|it| it.day).min() {
                Some(day) if day < advised => "before",
                Some(_) => "after",
                None => "none",
            };
            found.push(Fact::new(Measure::Council, part, advised));
        }
        let recorded = carry::presences(s, self.tenant, process.id).await?;
        for it in &recorded {
            found.push(Fact::new(Measure::Presence, if it.politicians > 0 { "with" } else { "without" }, it.day));
            for (part, many) in [("helpful", it.helpful), ("steering", it.steering), ("neither", it.neither)] {
                if many > 0 {
                    found.push(Fact { many, ..Fact::new(Measure::Steering, part, it.day) });
                }
            }
        }
        let planned: BTreeSet<Date> = process.charter.iter().flat_map(|charter| &charter.planning).map(|it| it.date).collect();
        let unrecorded = planned.into_iter().filter(|day| *day <= self.today && !recorded.iter().any(|it| it.day == *day));
        found.extend(unrecorded.map(|day| Fact::new(Measure::Presence, "unrecorded", day)));
        Ok(found)
    }
}

/// Which answers have everything that a motivation must have.
type Whole = BTreeMap<ContributionId, bool>;
/// What authors last said of the answer that holds.
type Reacted = BTreeMap<ContributionId, (Option<bool>, Option<bool>, Instant)>;
