//! What can be counted of the way of one dossier: read from its journal step by step, and from what rooms wrote beside it.
//! Pure: a history goes in, facts come out.

use super::days::working_days;
use super::fact::{Fact, Measure, together};
use carry::{Advice, Consult, ConsultVerdict, MeansRequest, Meeting, Objection, Weighing};
use deliver::{Commitment, Stage};
use journey::{Civil, DeliveryStatus, Dossier, Event, Outcome, State, StepKind, Stranded, Stranding, Track, Travelling};
use kernel::{ContributionId, Date, DepartmentId, DossierId, Instant, OrganisationId};
use std::collections::{BTreeMap, BTreeSet};

/// One time that a contribution lay still.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spell {
    /// Until when; the day of counting while it still does.
    pub until: Date,
    /// Whether it still does.
    pub open: bool,
    /// Where it lay.
    pub department: Option<DepartmentId>,
}

/// What is known of one contribution on its way.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Own {
    /// When its author first heard something with content.
    pub first: Option<Date>,
    /// Each time it lay still, by trigger and first day.
    pub spells: BTreeMap<(Stranding, Date), Spell>,
}

impl Own {
    /// Takes in what happened in the dossier in which it travelled before.
    pub fn after(&mut self, before: Self) {
        self.first = before.first.into_iter().chain(self.first).min();
        for (key, spell) in before.spells {
            self.spells.entry(key).or_insert(spell);
        }
    }
}

/// One time that a dossier was brought to a higher level.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Raised {
    level: String,
    day: Date,
    until: Option<Date>,
    department: Option<DepartmentId>,
    /// When it left that level, and whether for a higher one.
    ended: Option<(Date, bool)>,
}

/// What rooms wrote beside the journal about one dossier.
#[derive(Debug, Clone, Default)]
pub struct Beside {
    /// The tables at which it lay.
    pub meetings: Vec<Meeting>,
    /// The requests for means.
    pub means: Vec<MeansRequest>,
    /// The departments that it touches too, and what they said.
    pub consults: Vec<Consult>,
    /// The objections of other departments.
    pub objections: Vec<Objection>,
    /// The advices.
    pub advices: Vec<Advice>,
    /// The records of values in conflict, the newest first.
    pub weighings: Vec<Weighing>,
    /// Whether the published answer to a contribution has everything that a motivation must have.
    pub whole: BTreeMap<ContributionId, bool>,
    /// What an author last said of the answer that holds: understood, fair, when.
    pub reactions: BTreeMap<ContributionId, (Option<bool>, Option<bool>, Instant)>,
    /// What was promised.
    pub promised: Vec<Promised>,
    /// The organisation through which a contribution came.
    pub through: BTreeMap<ContributionId, OrganisationId>,
}

/// A commitment, and what is not in its row.
#[derive(Debug, Clone)]
pub struct Promised {
    /// The commitment.
    pub commitment: Commitment,
    /// Whether somebody looked whether it lasts.
    pub checked: bool,
    /// Why it lies still now.
    pub still: Vec<Stranded>,
}

/// The way of one dossier, while its journal is read.
#[derive(Debug, Clone, Default)]
pub struct Trace {
    /// Contributions that are in it.
    own: BTreeMap<ContributionId, Own>,
    /// Contributions that left it.
    left: BTreeMap<ContributionId, Own>,
    /// Contributions that came from another dossier.
    joined: BTreeMap<ContributionId, DossierId>,
    screened: Option<Date>,
    decided: Option<Date>,
    asked_until: Option<Date>,
    accepted: Option<(Date, bool)>,
    involved: BTreeSet<DepartmentId>,
    active: BTreeSet<DepartmentId>,
    framed: Option<(Date, bool)>,
    asked_author: bool,
    raised: Vec<Raised>,
    realised: bool,
    state: Option<State>,
    kinds: BTreeSet<StepKind>,
}

/// Steps after which an author knows something of the matter, not only of the way.
const WITH_CONTENT: [StepKind; 5] =
    [StepKind::Questioned, StepKind::FramesChecked, StepKind::AdviceReady, StepKind::Decided, StepKind::Answered];

impl Trace {
    /// The dossier as it stood just before something happened at `at`: whatever lay still then, did so until now.
    pub fn before(&mut self, dossier: &Dossier, at: Instant, civil: &Civil) {
        self.lie_still(dossier, at, civil, false);
    }

    fn lie_still(&mut self, dossier: &Dossier, at: Instant, civil: &Civil, open: bool) {
        let still = journey::stranded(dossier, civil, at);
        if still.is_empty() {
            return;
        }
        let until = civil.today(at);
        let department = dossier.department.or(dossier.asked);
        // What was put off lies still although its authors were answered (X1).
        let put_off = dossier.put_off_until().is_some();
        for travelling in dossier.live() {
            let waits = matches!(travelling.track, Track::Along | Track::FedBack);
            let own = self.own.entry(travelling.contribution).or_default();
            for Stranded { code, since } in still.iter().filter(|it| waits || (put_off && it.code == Stranding::X1)) {
                own.spells.insert((*code, *since), Spell { until, open, department });
            }
        }
    }

    /// What happened, and the dossier as it stands after it.
    pub fn after(&mut self, event: &Event, dossier: &Dossier, at: Instant, civil: &Civil) {
        let day = civil.today(at);
        let kind = event.step.kind();
        self.kinds.insert(kind);
        self.follow(event, kind, dossier, day);
        if self.state == Some(State::Escalated)
            && (dossier.state != State::Escalated || kind == StepKind::Escalated)
            && let Some(last) = self.raised.iter_mut().rev().find(|it| it.ended.is_none())
        {
            last.ended = Some((day, kind == StepKind::Escalated));
        }
        if kind == StepKind::Escalated {
            let level = dossier.escalated.as_ref().map(|(level, _)| level.clone()).unwrap_or_default();
            self.raised.push(Raised { level, day, until: event.until, department: dossier.department, ended: None });
        }
        self.state = Some(dossier.state);
        let referred = kind == StepKind::Screened && dossier.outcome.is_some();
        if WITH_CONTENT.contains(&kind) || referred {
            let about = event.step.contribution();
            for travelling in dossier.live().filter(|it| about.is_none_or(|about| about == it.contribution)) {
                self.own.entry(travelling.contribution).or_default().first.get_or_insert(day);
            }
        }
    }

    fn follow(&mut self, event: &Event, kind: StepKind, dossier: &Dossier, day: Date) {
        match kind {
            StepKind::Received | StepKind::PartBegun => {
                for travelling in &dossier.contributions {
                    self.own.entry(travelling.contribution).or_default();
                }
            }
            StepKind::Joined => {
                if let (Some(contribution), Some(from)) = (event.step.contribution(), event.step.came_from()) {
                    self.own.insert(contribution, Own::default());
                    self.joined.insert(contribution, from);
                }
            }
            StepKind::Left => {
                if let Some(contribution) = event.step.contribution()
                    && let Some(own) = self.own.remove(&contribution)
                {
                    self.left.insert(contribution, own);
                }
            }
            StepKind::Screened if dossier.outcome.is_some() => self.decided = Some(day),
            StepKind::Screened => self.screened = Some(day),
            StepKind::Assigned => {
                self.involved.extend(dossier.asked);
                self.asked_until = event.until;
                self.accepted = None;
            }
            StepKind::Accepted => {
                self.involved.extend(dossier.department);
                self.active.extend(dossier.department);
                self.accepted = Some((day, self.asked_until.is_none_or(|until| day <= until)));
            }
            StepKind::HandedBack => self.accepted = None,
            StepKind::Questioned => self.asked_author = true,
            StepKind::FramesChecked => {
                self.framed.get_or_insert((day, !self.asked_author));
            }
            // A new round: what was decided before no longer holds.
            StepKind::ReviewGranted | StepKind::PartReopened | StepKind::Resumed => self.decided = None,
            // The whole was decided on when the last of its parts was answered.
            StepKind::PartAnswered if dossier.outcome.is_some() => self.decided = Some(day),
            StepKind::MeansAwaited if dossier.outcome.is_none() => self.decided = None,
            StepKind::Decided => self.decided = dossier.decided.as_ref().map(|it| it.date),
            StepKind::Realised => self.realised = true,
            _ => {}
        }
    }

    /// Whether such a step was ever set: whether there is anything to read beside the journal.
    #[must_use]
    pub fn had(&self, kind: StepKind) -> bool {
        self.kinds.contains(&kind)
    }

    /// The contributions in it that came from another dossier.
    #[must_use]
    pub fn came(&self) -> Vec<(ContributionId, DossierId)> {
        self.joined.iter().filter(|(id, _)| self.own.contains_key(id)).map(|(id, from)| (*id, *from)).collect()
    }

    /// What was known of a contribution when it left for another dossier.
    pub fn taken_along(&mut self, contribution: ContributionId) -> Option<Own> {
        self.left.remove(&contribution)
    }

    /// The other dossier from which a contribution had come before it left this one.
    #[must_use]
    pub fn came_before(&self, contribution: ContributionId) -> Option<DossierId> {
        self.joined.get(&contribution).copied()
    }

    /// Takes in what happened to a contribution before it came here.
    pub fn add_before(&mut self, contribution: ContributionId, before: Own) {
        if let Some(own) = self.own.get_mut(&contribution) {
            own.after(before);
        }
    }

    /// What is known of one part on its way, which the whole tells: how long it lay still, and when its author first heard something.
    #[must_use]
    pub fn of_part(mut self, part: ContributionId, dossier: &Dossier, civil: &Civil, now: Instant) -> Own {
        self.lie_still(dossier, now, civil, true);
        self.own.remove(&part).unwrap_or_default()
    }

    /// Everything that can be counted of the dossier at `now`, and the day on which that changes although nobody does
    /// anything: a term is over, or it lies still one day longer.
    #[must_use]
    pub fn facts(mut self, dossier: &Dossier, beside: &Beside, civil: &Civil, now: Instant) -> (Vec<Fact>, Option<Date>) {
        self.lie_still(dossier, now, civil, true);
        let mut told = Told { civil, today: civil.today(now), dossier, beside, facts: Vec::new(), turns: None };
        told.terms_that_run();
        told.raised(&self.raised);
        told.means();
        told.weighings();
        // What was divided has no owner, frames or work of its own: its parts do.
        if dossier.live().next().is_some() && dossier.parts.is_empty() {
            told.owner(&self);
            told.frames(&self);
            told.spanning(&self);
            told.alone(&self);
            told.carried_out(&self);
        }
        // A part is no contribution more: the whole tells of it, once.
        for travelling in dossier.contributions.iter().filter(|it| it.part_of.is_none()) {
            let own = self.own.remove(&travelling.contribution).unwrap_or_default();
            told.contribution(travelling, own, self.decided);
        }
        (together(told.facts), told.turns)
    }
}

/// Of which perspective a value was put first in a choice; `untold` when a choice to put one first does not say which, as
/// those from before that was written down. `None` when no value was put first.
fn put_first(strategy: &str, first: Option<&str>) -> Option<&'static str> {
    match first {
        Some(value) => Some(carry::perspective_of(value).unwrap_or("untold")),
        None => (strategy == carry::PRIORITISE).then_some("untold"),
    }
}

/// What is told of a dossier on a day.
struct Told<'a> {
    civil: &'a Civil,
    today: Date,
    dossier: &'a Dossier,
    beside: &'a Beside,
    facts: Vec<Fact>,
    turns: Option<Date>,
}

impl Told<'_> {
    fn department(&self) -> Option<DepartmentId> {
        self.dossier.department.or(self.dossier.asked)
    }

    fn tell(&mut self, fact: Fact) {
        self.facts.push(fact);
    }

    fn about(&mut self, measure: Measure, part: &str, day: Date) {
        let department = self.department();
        self.tell(Fact::new(measure, part, day).by(department));
    }

    fn took(&self, from: Date, to: Date) -> i64 {
        working_days(&self.civil.calendar, from, to)
    }

    /// Whether `last` is over; while it is not, the facts change on the day after it.
    fn is_over(&mut self, last: Date) -> bool {
        if self.today > last {
            return true;
        }
        self.turn(last.plus_days(1));
        false
    }

    fn turn(&mut self, day: Date) {
        self.turns = Some(self.turns.map_or(day, |turns| turns.min(day)));
    }

    /// Whatever begins to lie still by itself does so on the day after a term.
    fn terms_that_run(&mut self) {
        let until = self.dossier.until.filter(|_| self.dossier.state.can_strand());
        let beside = self.dossier.open_matters().into_iter().map(|(_, last)| last);
        let due = self.beside.promised.iter().filter_map(|it| it.commitment.due);
        for last in until.into_iter().chain(beside).chain(due).collect::<Vec<_>>() {
            self.is_over(last);
        }
        // Whether whoever carries it out is still there, and how long the money lasts, no journal of the dossier tells.
        let in_hand = |it: &Commitment| it.holder.is_some() && matches!(it.stage, Stage::Underway | Stage::Claimed);
        if self.beside.promised.iter().any(|it| in_hand(&it.commitment) || it.commitment.money_ends.is_some()) {
            self.turn(self.today.plus_days(1));
        }
    }

    fn contribution(&mut self, t: &Travelling, mut own: Own, decided: Option<Date>) {
        let received = self.civil.today(t.received);
        let department = self.department();
        if t.track == Track::Withdrawn {
            self.tell(Fact::new(Measure::Received, "withdrawn", received).by(department).through(t.channel));
            return;
        }
        let fact = |measure, part: &str, day| Fact::new(measure, part, day).by(department).through(t.channel);
        let decided = decided.filter(|_| self.dossier.outcome.is_some());
        self.tell(fact(Measure::Received, "kept", received));
        self.tell(match self.beside.through.get(&t.contribution) {
            Some(organisation) => fact(Measure::Through, "organisation", received).of_kind(organisation.to_string()),
            None => fact(Measure::Through, "direct", received),
        });
        let took = self.took(t.captured, received);
        self.tell(fact(Measure::Receipt, "reached", received).taking(took));
        for (measure, reached) in [(Measure::First, own.first), (Measure::Decision, decided)] {
            match reached {
                Some(day) => {
                    let took = self.took(received, day);
                    self.tell(fact(measure, "reached", received).taking(took));
                }
                None => self.tell(fact(measure, "waiting", received)),
            }
        }
        self.promises_lie_still(t, &mut own);
        self.still(t, &own, received);
        let (Some(decided), Some(outcome)) = (decided, self.dossier.outcome) else { return };
        // Over what was gathered into one result nobody decided one by one (F5).
        if !outcome.is_a_result() {
            self.tell(fact(Measure::Uptake, outcome.code(), decided));
        }
        let answered = t.answered.map(|at| self.civil.today(at));
        match answered {
            Some(day) => {
                let took = self.took(decided, day);
                self.tell(fact(Measure::Feedback, "reached", decided).taking(took));
            }
            None => self.tell(fact(Measure::Feedback, "waiting", decided)),
        }
        let late = answered.is_none() && self.answer_is_late(decided);
        let delivery = match (answered, t.delivery) {
            (None, _) if late => "late",
            (None, _) => "in-term",
            (Some(_), DeliveryStatus::Failed) => "failed",
            (Some(_), DeliveryStatus::Pending | DeliveryStatus::Printed) => "underway",
            (Some(_), _) => "delivered",
        };
        self.tell(fact(Measure::Answered, delivery, decided));
        let whole = self.beside.whole.get(&t.contribution).copied().unwrap_or(false);
        let motivated = match answered {
            Some(_) if whole => "whole",
            Some(_) => "partly",
            None if late => "late",
            None => "in-term",
        };
        self.tell(fact(Measure::Motivated, motivated, decided));
        let considered = match outcome {
            taken if taken.is_carried_out() => "taken-up",
            Outcome::NotAdopted | Outcome::ResultNoted if whole => "refused-with-motive",
            Outcome::NotAdopted | Outcome::ResultNoted => "refused-without-motive",
            _ => "elsewhere",
        };
        self.tell(fact(Measure::Considered, considered, decided));
        if let Some(answered) = answered {
            self.reaction(t, answered, outcome);
        }
    }

    /// Whether the term in which an author is owed an answer is over.
    fn answer_is_late(&mut self, decided: Date) -> bool {
        let state = self.dossier.state;
        let runs = state.awaits_answer() || matches!(state, State::FedBack | State::Underway);
        let computed = self.civil.last_day(decided, self.civil.terms.feed_back);
        let last = self.dossier.until.filter(|_| runs).unwrap_or(computed);
        self.is_over(last)
    }

    fn reaction(&mut self, t: &Travelling, answered: Date, outcome: Outcome) {
        let (understood, fair, day) = match self.beside.reactions.get(&t.contribution) {
            Some((understood, fair, at)) => (*understood, *fair, self.civil.today(*at)),
            None => (None, None, answered),
        };
        let said = |answer: Option<bool>| match answer {
            Some(true) => ("yes", day),
            Some(false) => ("no", day),
            None => ("silent", answered),
        };
        let department = self.department();
        let (part, on) = said(understood);
        self.tell(Fact::new(Measure::Understood, part, on).by(department).through(t.channel));
        if matches!(outcome, Outcome::NotAdopted | Outcome::OtherAuthority | Outcome::OutOfScope) {
            let (part, on) = said(fair);
            self.tell(Fact::new(Measure::Accepted, part, on).by(department).through(t.channel));
        }
    }

    /// What was promised lies still: for every author of it (X1, X8, X10, X11).
    fn promises_lie_still(&mut self, t: &Travelling, own: &mut Own) {
        if t.track == Track::Withdrawn {
            return;
        }
        let mut spell = |still: &Stranded, department| {
            own.spells.insert((still.code, still.since), Spell { until: self.today, open: true, department });
        };
        for promised in &self.beside.promised {
            promised.still.iter().for_each(|still| spell(still, Some(promised.commitment.department)));
        }
        // Until something was promised it lay still (X8); the first promise tells on which day that ended.
        let decided = self.dossier.decided.as_ref();
        let carried_out = self.dossier.outcome.is_some_and(Outcome::is_carried_out);
        let promised = self.beside.promised.iter().map(|it| self.civil.today(it.commitment.made)).min();
        let (until, open) = promised.map_or((self.today, true), |made| (made, false));
        if let Some(decided) = decided.filter(|_| carried_out)
            && let Some(still) = deliver::uncommitted(decided.date, self.civil, until)
        {
            let spell = Spell { until, open, department: self.dossier.department };
            // A promise that lies still for the same reason since the same day does so until today.
            own.spells.entry((still.code, still.since)).or_insert(spell);
        }
    }

    fn still(&mut self, t: &Travelling, own: &Own, received: Date) {
        let department = self.department();
        if own.spells.is_empty() {
            self.tell(Fact::new(Measure::Still, "never", received).by(department).through(t.channel));
            return;
        }
        if own.spells.values().any(|spell| spell.open) {
            self.turn(self.today.plus_days(1));
        }
        for ((code, since), spell) in &own.spells {
            let took = self.took(since.plus_days(-1), spell.until);
            let part = if spell.open { "now" } else { "over" };
            let fact = Fact::new(Measure::Spell, part, received).of_kind(code.code()).taking(took);
            self.tell(fact.by(spell.department).through(t.channel));
        }
        let took = self.days_still(own);
        self.tell(Fact::new(Measure::Still, "ever", received).taking(took).by(department).through(t.channel));
    }

    /// The working days on which a contribution lay still, each once although it lay still for two reasons.
    fn days_still(&self, own: &Own) -> i64 {
        let mut spells: Vec<(Date, Date)> = own.spells.iter().map(|((_, since), spell)| (since.plus_days(-1), spell.until)).collect();
        spells.sort_unstable();
        let mut took = 0;
        let mut counted: Option<Date> = None;
        for (from, to) in spells {
            let from = counted.map_or(from, |counted| counted.max(from));
            took += self.took(from, to);
            counted = Some(counted.map_or(to, |counted| counted.max(to)));
        }
        took
    }

    fn raised(&mut self, raised: &[Raised]) {
        for it in raised {
            let in_term = |day: Date| it.until.is_none_or(|until| day <= until);
            let part = match it.ended {
                Some((_, true)) => "higher",
                Some((day, false)) if in_term(day) => "in-term",
                Some(_) => "late",
                None if it.until.is_some_and(|until| self.is_over(until)) => "overdue",
                None => "open",
            };
            self.tell(Fact::new(Measure::Escalation, part, it.day).of_kind(&it.level).by(it.department));
        }
    }

    fn means(&mut self) {
        for request in &self.beside.means {
            let asked = self.civil.today(request.at);
            // As carry sees it: what was not answered before the dossier went on or higher waits for nobody any more.
            let waits = self.dossier.state == State::Means && request.is_open(self.dossier.since) && request.released_at.is_none();
            let part = match request.committed {
                Some(true) => "granted",
                Some(false) => "refused",
                None if waits => "waiting",
                None => "dropped",
            };
            let mut fact = Fact::new(Measure::Means, part, asked).by(Some(request.department));
            if let Some(settled) = request.settled_at {
                fact = fact.taking(self.took(asked, self.civil.today(settled)));
            }
            self.tell(fact);
        }
    }

    fn weighings(&mut self) {
        for it in &self.beside.weighings {
            if let Some(strategy) = &it.strategy {
                let day = self.civil.today(it.at);
                self.tell(Fact::new(Measure::Strategy, strategy.clone(), day).by(it.department));
                if let Some(part) = put_first(strategy, it.first.as_deref()) {
                    self.tell(Fact::new(Measure::Prioritised, part, day).by(it.department));
                }
            }
        }
        if let Some(newest) = self.beside.weighings.first()
            && newest.strategy.is_none()
            && self.dossier.outcome.is_none()
        {
            let day = self.civil.today(newest.at);
            self.tell(Fact::new(Measure::Strategy, "unchosen", day).by(newest.department));
        }
    }

    fn owner(&mut self, trace: &Trace) {
        let Some(screened) = trace.screened else { return };
        let unowned = matches!(self.dossier.state, State::Screened | State::Bundled | State::Assigned);
        let decided_alone = self.dossier.department.is_none() && self.dossier.decided.is_some();
        let part = match (trace.accepted, self.dossier.until) {
            (Some((_, true)), _) => "in-term",
            (Some((_, false)), _) => "late",
            (None, _) if decided_alone => "without",
            (None, Some(until)) if unowned && self.is_over(until) => "nobody",
            (None, _) => "open",
        };
        self.about(Measure::Owner, part, screened);
    }

    fn frames(&mut self, trace: &Trace) {
        if let Some((day, first)) = trace.framed {
            self.about(Measure::Frames, if first { "before" } else { "after" }, day);
        }
    }

    /// The departments that it touches, and those of them that did something.
    fn departments(&self, trace: &Trace) -> (BTreeSet<DepartmentId>, BTreeSet<DepartmentId>) {
        let (mut involved, mut active) = (trace.involved.clone(), trace.active.clone());
        for (department, present) in self.beside.meetings.iter().flat_map(|meeting| &meeting.parties) {
            involved.insert(*department);
            if *present == Some(true) {
                active.insert(*department);
            }
        }
        for request in &self.beside.means {
            involved.insert(request.department);
            if request.committed.is_some() {
                active.insert(request.department);
            }
        }
        for consult in &self.beside.consults {
            match consult.verdict {
                Some(ConsultVerdict::Agrees | ConsultVerdict::Dissents) => {
                    involved.insert(consult.department);
                    active.insert(consult.department);
                }
                // It says itself that it is not touched.
                Some(ConsultVerdict::Untouched) => {}
                // Nobody heard it; one that took the dossier accepted it, which the journal tells.
                Some(ConsultVerdict::PassedOver | ConsultVerdict::TookOver) | None => {
                    involved.insert(consult.department);
                }
            }
        }
        let spoke = self.beside.objections.iter().map(|it| it.department).chain(self.beside.advices.iter().filter_map(|it| it.department));
        for department in spoke {
            involved.insert(department);
            active.insert(department);
        }
        (involved, active)
    }

    fn spanning(&mut self, trace: &Trace) {
        if trace.screened.is_none() {
            return;
        }
        let (involved, active) = self.departments(trace);
        let part = match (involved.len(), active.len()) {
            (0 | 1, _) => "untold",
            (_, 0 | 1) => "one",
            _ => "several",
        };
        let opened = self.civil.today(self.dossier.opened);
        self.about(Measure::Spanning, part, opened);
    }

    /// Whether the department decided alone on what touches another one, or on values of two perspectives. Whoever was heard, a
    /// table that agreed, or a second department that did something: each of them is not alone.
    fn alone(&mut self, trace: &Trace) {
        let Some(decided) = trace.decided.filter(|_| self.dossier.outcome.is_some() && self.dossier.department.is_some()) else { return };
        let (involved, active) = self.departments(trace);
        let perspectives = |it: &Weighing| it.values.iter().filter_map(|value| carry::perspective_of(value)).collect::<BTreeSet<_>>().len();
        let pulls = self.beside.weighings.iter().any(|it| perspectives(it) > 1);
        if involved.len() < 2 && !pulls {
            return;
        }
        let heard = self.beside.consults.iter().any(|it| it.verdict.is_some_and(ConsultVerdict::is_of_the_department));
        let table = self.beside.meetings.iter().any(|it| it.agreement.is_some());
        let part = if active.len() > 1 || heard || table { "together" } else { "alone" };
        self.about(Measure::Alone, part, decided);
    }

    fn carried_out(&mut self, trace: &Trace) {
        let carried_out = self.dossier.outcome.is_some_and(Outcome::is_carried_out);
        if let Some(decided) = trace.decided.filter(|_| carried_out) {
            let last = self.beside.promised.iter().map(|it| it.commitment.until).max();
            let part = match last {
                _ if trace.realised => "realised",
                Some(last) if self.is_over(last) => "late",
                Some(_) => "ahead",
                None => {
                    let last = self.civil.last_day(decided, self.civil.terms.plan);
                    if self.is_over(last) { "unplanned" } else { "ahead" }
                }
            };
            self.about(Measure::Realised, part, decided);
        }
        for promised in &self.beside.promised {
            let it = &promised.commitment;
            let changed = match it.changed {
                None => "same",
                Some(_) if deliver::untold(it, self.dossier) => "untold",
                Some(_) => "told",
            };
            let made = self.civil.today(it.made);
            self.tell(Fact::new(Measure::Changed, changed, made).by(Some(it.department)));
            if let Some(realised) = it.realised.map(|at| self.civil.today(at)) {
                let part = match (it.stage, promised.checked) {
                    (Stage::Integrated, _) => "lasting",
                    (_, true) => "not-lasting",
                    _ if it.check_on.is_some_and(|day| self.is_over(day)) => "unchecked",
                    _ => "ahead",
                };
                self.tell(Fact::new(Measure::Lasting, part, realised).by(Some(it.department)));
            }
        }
    }
}
