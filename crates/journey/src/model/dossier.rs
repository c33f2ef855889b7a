//! A dossier, and how each event changes it. Nothing here refuses: what was set once is a fact (the guards stand in
//! `guards.rs`), and replay applies facts in order.

use super::codes::{AnswerBy, Channel, DeliveryStatus, Outcome, State, Stranding, Track};
use super::event::Event;
use super::step::Step;
use super::stranding::BOUNCES;
use crate::evidence::{self, Frames, Screening};
use kernel::{
    AccountId, AnswerId, AreaId, ContributionId, Date, DecisionId, DeliveryId, DepartmentId, DossierId, Instant, ProcessId, PublicNumber,
    QuestionId, TenantId,
};
use serde::{Deserialize, Serialize};

/// What travels through the organisation: one contribution, or a bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dossier {
    /// Whose it is.
    pub tenant: TenantId,
    /// Its id; also the id of its stream in the journal.
    pub id: DossierId,
    /// The process it belongs to.
    pub process: ProcessId,
    /// The area it is about.
    pub area: Option<AreaId>,
    /// Where it stands.
    pub state: State,
    /// The line department that has it. `None`: the participation team has it.
    pub department: Option<DepartmentId>,
    /// The line department that was asked and has not accepted yet.
    pub asked: Option<DepartmentId>,
    /// Who holds it there. Never public.
    pub holder: Option<AccountId>,
    /// Since which day whoever holds it is absent or gone and nobody stands in; `None` when somebody is there.
    pub absent: Option<Date>,
    /// Since when it stands there.
    pub since: Instant,
    /// The last day of the term of this state.
    pub until: Option<Date>,
    /// What was decided.
    pub outcome: Option<Outcome>,
    /// How often a department gave it back.
    pub bounces: i64,
    /// When a department last gave it back.
    pub bounced: Option<Instant>,
    /// The contributions in it, in the order in which they came.
    pub contributions: Vec<Travelling>,
    /// When it was opened.
    pub opened: Instant,
    /// How many events it has: the number of the latest in its stream.
    pub events: i64,
    /// The dossier with which its last contribution went along; it then holds none and goes no further by itself.
    pub merged: Option<DossierId>,
    /// Where it goes on after a question to the author.
    pub paused: Option<Paused>,
    /// Questions to authors without answer.
    pub questions: Vec<OpenQuestion>,
    /// The three verdicts, once given.
    pub frames: Option<Frames>,
    /// The department whose means are awaited first, and whether everything that is needed is committed.
    pub means: Option<(DepartmentId, bool)>,
    /// The departments that were asked for means and did not answer yet, the one that was asked first on top.
    pub awaiting: Vec<DepartmentId>,
    /// The department that was the first to commit its means while others were asked too.
    pub pledged: Option<DepartmentId>,
    /// The level to which it was escalated last, and how often.
    pub escalated: Option<(String, i64)>,
    /// The place on an agenda.
    pub agenda: Option<Agenda>,
    /// The decision.
    pub decided: Option<Decided>,
    /// How often a review was granted.
    pub reviews: i64,
    /// Objections of other departments that are open.
    pub objections: Vec<OpenObjection>,
    /// The last day on which to choose between values that were found to conflict; `None` when none conflict or it was chosen.
    pub unchosen: Option<Date>,
    /// Other departments that it touches and that were not heard yet.
    pub touched: Vec<OpenConsult>,
    /// The day on which a body decided before this was processed; `None` when none did, or that was looked at.
    pub overtaken: Option<Date>,
    /// The parts in which its contribution travels; empty when it was not divided.
    pub parts: Vec<DividedPart>,
    /// The day until which what comes in is gathered here for one result; `None` when nothing is.
    pub gathers: Option<Date>,
    /// The day until which it is kept for later policy (S2b); `None` when it is not, or nobody named one.
    pub kept_until: Option<Date>,
}

/// A part of a contribution that was divided over departments. It travels in a dossier of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DividedPart {
    /// The part: a contribution by itself, with words taken from the whole.
    pub contribution: ContributionId,
    /// Its public number.
    pub number: PublicNumber,
    /// What was decided of it, once its author has the answer; `None` while it is on its way, also once more.
    pub outcome: Option<Outcome>,
}

/// Another department that a dossier touches and that was not heard yet (F3 X9).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenConsult {
    /// The department.
    pub department: DepartmentId,
    /// The last day on which to hear it.
    pub until: Date,
}

/// An objection of another department that nobody settled yet (F3 X3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenObjection {
    /// Which one of the dossier; the first is 1.
    pub number: i64,
    /// The department that objects.
    pub department: DepartmentId,
    /// The last day on which to settle it.
    pub until: Date,
}

/// One contribution in a dossier, with the own track of its author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Travelling {
    /// Which contribution.
    pub contribution: ContributionId,
    /// Its public number.
    pub number: PublicNumber,
    /// How it came in.
    pub channel: Channel,
    /// How its author wants the answer.
    pub answer_by: AnswerBy,
    /// The day on which it was said or written.
    pub captured: Date,
    /// When it came in.
    pub received: Instant,
    /// Whether somebody looked at its privacy.
    pub checked: bool,
    /// Whether its words are public.
    pub public: bool,
    /// When the present answer was published.
    pub answered: Option<Instant>,
    /// The present answer.
    pub answer: Option<AnswerId>,
    /// How far that answer is on its way.
    pub delivery: DeliveryStatus,
    /// The latest delivery.
    pub delivery_id: Option<DeliveryId>,
    /// The last day of the reaction term. Reacting later is still possible.
    pub react_until: Option<Date>,
    /// Whether the author asked for a review that was not granted yet.
    pub review_asked: bool,
    /// The own track.
    pub track: Track,
    /// Where it stands: the state of the dossier, or that of its own track once that has begun.
    pub state: State,
    /// The contribution of which it is a part; `None` for a whole one.
    pub part_of: Option<ContributionId>,
}

/// Where a dossier goes on after a question to the author.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paused {
    /// The state.
    pub state: State,
    /// The last day of its term when it paused.
    pub until: Option<Date>,
    /// When it paused.
    pub at: Instant,
}

/// A question to an author without answer yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenQuestion {
    /// Which question.
    pub question: QuestionId,
    /// To the author of which contribution.
    pub contribution: ContributionId,
}

/// A place on the agenda of a body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agenda {
    /// The body, a code.
    pub body: String,
    /// The day.
    pub date: Date,
}

/// What was decided, by whom and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// The decision.
    pub decision: DecisionId,
    /// The body, a code.
    pub body: String,
    /// The day.
    pub date: Date,
    /// Until when it is deferred or tried.
    pub until: Option<Date>,
    /// Whether it was decided by mandate, without an agenda.
    pub mandated: bool,
}

impl Dossier {
    /// The dossier as it begins; `None` when the event is not a receipt, nor that of a part.
    #[must_use]
    pub fn begin(tenant: TenantId, id: DossierId, event: &Event, at: Instant) -> Option<Self> {
        let (process, area, state, travelling) = match &event.step {
            Step::Received(receipt) => (receipt.process, receipt.area, State::Received, Travelling::begin(receipt, at)),
            Step::PartBegun(receipt) => (receipt.process, receipt.area, State::Screened, Travelling::begin_part(receipt)),
            _ => return None,
        };
        let mut dossier = Self {
            tenant,
            id,
            process,
            area,
            state,
            department: None,
            asked: None,
            holder: None,
            absent: None,
            since: at,
            until: event.until,
            outcome: None,
            bounces: 0,
            bounced: None,
            contributions: vec![travelling],
            opened: at,
            events: 1,
            merged: None,
            paused: None,
            questions: Vec::new(),
            frames: None,
            means: None,
            awaiting: Vec::new(),
            pledged: None,
            escalated: None,
            agenda: None,
            decided: None,
            reviews: 0,
            objections: Vec::new(),
            unchosen: None,
            touched: Vec::new(),
            overtaken: None,
            parts: Vec::new(),
            gathers: None,
            kept_until: None,
        };
        dossier.settle(at);
        Some(dossier)
    }

    /// The contributions whose authors did not withdraw.
    pub fn live(&self) -> impl Iterator<Item = &Travelling> {
        self.contributions.iter().filter(|t| t.track != Track::Withdrawn)
    }

    /// The travelling of one contribution.
    #[must_use]
    pub fn travelling(&self, contribution: ContributionId) -> Option<&Travelling> {
        self.contributions.iter().find(|t| t.contribution == contribution)
    }

    /// Whether departments gave it back so often that a table is called for (F3 X2).
    #[must_use]
    pub const fn is_bounced(&self) -> bool {
        self.bounces >= BOUNCES && self.department.is_none()
    }

    /// The day until which it was put off (F2) or kept (S2b), once every author was told so: on that day at the latest somebody takes
    /// it up again. What waits for the answer still has the term of that.
    #[must_use]
    pub fn put_off_until(&self) -> Option<Date> {
        if self.state != State::Reaction || self.merged.is_some() {
            return None;
        }
        match self.outcome? {
            Outcome::Deferred => self.decided.as_ref()?.until,
            Outcome::OutOfScope => self.kept_until,
            _ => None,
        }
    }

    /// What lies open beside the way, each with the last day on which to settle it: objections (X3), values without a choice
    /// (X5) and departments that were not heard (X9). Those do not count at a table or a higher level that is being settled and
    /// has a term of its own, nor after the decision. A holder who is absent or gone (X10) counts at once wherever somebody must hold
    /// it; a decision that came too early (X12) at once and everywhere, and what was put off until a day (X1) when its authors were
    /// told.
    #[must_use]
    pub fn open_matters(&self) -> Vec<(Stranding, Date)> {
        let counts = self.state.may_be_objected_to() && !matches!(self.state, State::Table | State::Escalated);
        let objection = self.objections.iter().map(|open| open.until).min();
        let consult = self.touched.iter().map(|open| open.until).min();
        let beside = [(Stranding::X3, objection), (Stranding::X5, self.unchosen), (Stranding::X9, consult)];
        let travels = self.state != State::Withdrawn && self.merged.is_none();
        let early = self.overtaken.filter(|_| travels).map(|day| (Stranding::X12, day.plus_days(-1)));
        let held = travels && self.state.may_be_handed_over();
        let absent = self.absent.filter(|_| held).map(|day| (Stranding::X10, day.plus_days(-1)));
        let put_off = self.put_off_until().map(|day| (Stranding::X1, day));
        let counting = beside.into_iter().filter(|_| counts).filter_map(|(code, until)| Some((code, until?)));
        counting.chain(absent).chain(put_off).chain(early).collect()
    }

    fn travelling_mut(&mut self, contribution: ContributionId) -> Option<&mut Travelling> {
        self.contributions.iter_mut().find(|t| t.contribution == contribution)
    }

    fn enter(&mut self, state: State, at: Instant, until: Option<Date>) {
        if state != State::Means {
            self.awaiting.clear();
            self.pledged = None;
        }
        self.state = state;
        self.since = at;
        self.until = until;
    }

    /// Whoever holds it from now on is there.
    fn hold(&mut self, holder: Option<AccountId>) {
        self.holder = holder;
        self.absent = None;
    }

    /// Where a dossier without department goes back to.
    fn unassigned(&self) -> State {
        if self.live().count() > 1 { State::Bundled } else { State::Screened }
    }

    /// Takes in what happened.
    pub fn apply(&mut self, event: &Event, at: Instant) {
        self.events += 1;
        let until = event.until;
        match &event.step {
            Step::Received(_) | Step::PartBegun(_) => {}
            Step::PrivacyChecked(e) => {
                if let Some(travelling) = self.travelling_mut(e.contribution) {
                    travelling.checked = true;
                    travelling.public = e.published;
                }
                if until.is_some() {
                    self.until = until;
                }
            }
            Step::Screened(screening) => {
                let (state, outcome) = match screening {
                    Screening::InScope { .. } => (State::Screened, None),
                    Screening::Referred { .. } => (State::Referred, Some(Outcome::OtherAuthority)),
                    Screening::Parked { .. } => (State::Parked, Some(Outcome::OutOfScope)),
                };
                self.outcome = outcome;
                self.kept_until = match screening {
                    Screening::Parked { until, .. } => *until,
                    _ => None,
                };
                self.enter(state, at, until);
            }
            Step::Gathered(e) => {
                self.gathers = e.until;
                if until.is_some() {
                    self.until = until;
                }
            }
            Step::Joined(e) => {
                self.contributions.push(Travelling::join(e));
                if self.merged.take().is_some() {
                    self.enter(State::Screened, at, until);
                } else if self.state == State::Screened {
                    self.enter(State::Bundled, at, until);
                }
            }
            Step::Left(e) => {
                self.contributions.retain(|t| t.contribution != e.contribution);
                self.questions.retain(|q| q.contribution != e.contribution);
                if self.contributions.is_empty() {
                    self.gathers = None;
                    self.merged = Some(e.to);
                    self.enter(State::Bundled, at, None);
                }
            }
            Step::Divided(e) => {
                let part = |it: &evidence::NewPart| DividedPart { contribution: it.contribution, number: it.number.clone(), outcome: None };
                self.parts = e.parts.iter().map(part).collect();
                self.asked = None;
                self.department = None;
                self.hold(None);
                self.enter(State::Divided, at, None);
            }
            Step::Reunited(_) => {
                self.parts.clear();
                self.enter(self.unassigned(), at, until);
            }
            Step::PartAnswered(e) => {
                self.note_part(e.part, Some(e.outcome));
                let outcomes: Option<Vec<Outcome>> = self.parts.iter().map(|part| part.outcome).collect();
                if let Some(outcome) = outcomes.and_then(|all| Outcome::of_parts(&all)) {
                    self.begin_again();
                    self.outcome = Some(outcome);
                    self.enter(State::Decided, at, until);
                }
            }
            Step::PartReopened(e) => {
                self.note_part(e.part, None);
                if self.state != State::Divided {
                    self.begin_again();
                    self.enter(State::Divided, at, None);
                }
            }
            Step::Assigned(e) => {
                self.asked = Some(e.department);
                self.department = None;
                self.hold(None);
                self.enter(State::Assigned, at, until);
            }
            Step::Accepted(e) => {
                self.asked = None;
                self.touched.retain(|open| open.department != e.department);
                self.department = Some(e.department);
                self.hold(Some(e.holder));
                self.enter(State::FrameCheck, at, until);
            }
            Step::HandedOver(e) => self.hold(Some(e.holder)),
            Step::HolderAbsent(e) => self.absent = e.since,
            Step::HandedBack(_) => {
                self.asked = None;
                self.department = None;
                self.hold(None);
                self.bounces += 1;
                self.bounced = Some(at);
                self.enter(self.unassigned(), at, until);
            }
            Step::FramesChecked(frames) => {
                self.frames = Some(frames.clone());
                if self.state == State::FrameCheck {
                    self.enter(State::Assessed, at, until);
                }
            }
            Step::Assessed(_) => self.enter(State::Assessed, at, until),
            Step::Questioned(e) => {
                if self.state != State::Questioned {
                    self.paused = Some(Paused { state: self.state, until: self.until, at });
                    self.enter(State::Questioned, at, until);
                }
                self.questions.push(OpenQuestion { question: e.question, contribution: e.contribution });
            }
            Step::QuestionAnswered(evidence::QuestionAnswer { question, .. })
            | Step::QuestionLapsed(evidence::QuestionLapse { question, .. }) => {
                self.questions.retain(|open| open.question != *question);
                self.resume(at, until);
            }
            Step::Tabled(_) => self.enter(State::Table, at, until),
            Step::MeansAwaited(e) => {
                if self.state != State::Means {
                    self.awaiting.clear();
                    self.pledged = None;
                    if self.outcome.is_some() {
                        self.begin_again();
                    }
                    self.enter(State::Means, at, until);
                }
                self.until = until;
                if !self.awaiting.contains(&e.department) {
                    self.awaiting.push(e.department);
                }
                self.await_means(e.department);
            }
            Step::MeansCommitted(e) => {
                self.pledged.get_or_insert(e.department);
                self.awaiting.retain(|department| *department != e.department);
                self.await_means(e.department);
            }
            Step::MeansRefused(e) => {
                self.awaiting.retain(|department| *department != e.department);
                self.await_means(e.department);
            }
            Step::Escalated(e) => {
                let times = self.escalated.as_ref().map_or(0, |(_, times)| *times);
                self.escalated = Some((e.level.clone(), times + 1));
                self.asked = None;
                self.enter(State::Escalated, at, until);
            }
            Step::Objected(e) => {
                if let Some(until) = until {
                    self.objections.push(OpenObjection { number: e.number, department: e.department, until });
                }
            }
            Step::ObjectionEnded(e) => self.objections.retain(|open| open.number != e.number),
            Step::Touched(e) => {
                if let Some(until) = until {
                    self.touched.push(OpenConsult { department: e.department, until });
                }
            }
            Step::Consulted(e) => self.touched.retain(|open| open.department != e.department),
            Step::Overtaken(e) => self.overtaken = Some(e.date),
            Step::OvertakingEnded(_) => self.overtaken = None,
            Step::ValuesWeighed(_) => self.unchosen = until,
            Step::AdviceReady(_) => self.enter(State::AdviceReady, at, until),
            Step::Scheduled(e) => {
                self.agenda = Some(Agenda { body: e.body.clone(), date: e.date });
                self.enter(State::OnAgenda, at, until);
            }
            Step::Decided(e) => {
                self.outcome = Some(e.outcome);
                self.decided =
                    Some(Decided { decision: e.decision, body: e.body.clone(), date: e.date, until: e.until, mandated: e.mandated });
                self.asked = None;
                self.enter(State::Decided, at, until);
            }
            Step::Answered(e) => {
                if let Some(travelling) = self.travelling_mut(e.contribution) {
                    travelling.answer(e.answer, at, event.react_until);
                }
            }
            Step::Delivered(e) => {
                if let Some(travelling) = self.travelling_mut(e.contribution) {
                    travelling.deliver(e.delivery, e.status, event.react_until);
                }
            }
            Step::Reacted(e) => {
                if let Some(travelling) = self.travelling_mut(e.contribution) {
                    travelling.review_asked |= e.review_asked;
                }
            }
            Step::ReviewGranted(_) => {
                self.reviews += 1;
                self.begin_again();
                let state = if self.department.is_some() { State::Assessed } else { self.unassigned() };
                self.enter(state, at, until);
            }
            Step::Resumed(_) => {
                self.begin_again();
                let state = if self.department.is_some() { State::Assessed } else { self.unassigned() };
                self.enter(state, at, until);
            }
            Step::Started(_) => self.enter(State::Underway, at, until),
            Step::Realised(_) => self.enter(State::Realised, at, until),
            Step::Integrated(_) => self.enter(State::Integrated, at, until),
            Step::Evaluated(_) => self.enter(State::Evaluated, at, until),
            Step::Withdrawn(e) | Step::PartWithdrawn(e) => {
                if let Some(travelling) = self.travelling_mut(e.contribution) {
                    travelling.track = Track::Withdrawn;
                    travelling.public = false;
                    travelling.review_asked = false;
                }
                let open = self.questions.len();
                self.questions.retain(|q| q.contribution != e.contribution);
                if open > self.questions.len() {
                    self.resume(at, until);
                }
            }
        }
        self.settle(at);
    }

    fn note_part(&mut self, contribution: ContributionId, outcome: Option<Outcome>) {
        if let Some(part) = self.parts.iter_mut().find(|part| part.contribution == contribution) {
            part.outcome = outcome;
        }
    }

    /// Back to where the dossier was, when no question is open any more.
    fn resume(&mut self, at: Instant, until: Option<Date>) {
        if self.state == State::Questioned
            && self.questions.is_empty()
            && let Some(paused) = self.paused.take()
        {
            self.enter(paused.state, at, until);
        }
    }

    /// A new round: what was decided and answered stays in the journal, and every author is owed a new answer. Whether its holder is
    /// there is looked at anew.
    fn begin_again(&mut self) {
        self.absent = None;
        self.objections.clear();
        self.unchosen = None;
        self.outcome = None;
        self.decided = None;
        self.kept_until = None;
        self.agenda = None;
        for travelling in &mut self.contributions {
            if travelling.track != Track::Withdrawn {
                travelling.track = Track::Along;
                travelling.answered = None;
                travelling.answer = None;
                travelling.delivery = travelling.first_delivery();
                travelling.delivery_id = None;
                travelling.react_until = None;
                travelling.review_asked = false;
            }
        }
    }

    /// Who is waited for in S8: the first that did not answer. When all did, the means are there if anybody committed some;
    /// if nobody did, the dossier still waits for whoever said no last, until it is brought higher.
    fn await_means(&mut self, last: DepartmentId) {
        (self.means, self.asked) = match (self.awaiting.first(), self.pledged) {
            (Some(first), _) => (Some((*first, false)), Some(*first)),
            (None, Some(pledged)) => (Some((pledged, true)), None),
            (None, None) => (Some((last, false)), Some(last)),
        };
    }

    /// Brings the dossier into line with the tracks of its authors.
    fn settle(&mut self, at: Instant) {
        if self.merged.is_none() && !self.contributions.is_empty() && self.live().next().is_none() && self.state != State::Withdrawn {
            self.enter(State::Withdrawn, at, None);
            // Nobody is asked for means any more.
            if self.department.is_some() {
                self.asked = None;
            }
        }
        if self.state.awaits_answer() && self.live().all(|t| t.track != Track::Along) {
            // The term of feeding back runs on: an answer that did not arrive is no answer.
            let until = self.until;
            self.enter(State::FedBack, at, until);
        }
        if self.state == State::FedBack && self.live().all(|t| t.track == Track::Reaction) {
            let until = self.live().filter_map(|t| t.react_until).max();
            self.enter(State::Reaction, at, until);
        }
        if self.state == State::Underway && self.live().all(|t| t.track != Track::Along) {
            self.until = None;
        }
        let state = self.state;
        for travelling in &mut self.contributions {
            travelling.state = travelling.track.state(state);
        }
    }
}

impl Travelling {
    fn begin(receipt: &evidence::Receipt, at: Instant) -> Self {
        let mut travelling = Self {
            contribution: receipt.contribution,
            number: receipt.number.clone(),
            channel: receipt.channel,
            answer_by: receipt.answer_by,
            captured: receipt.captured,
            received: at,
            checked: false,
            public: false,
            answered: None,
            answer: None,
            delivery: DeliveryStatus::Pending,
            delivery_id: None,
            react_until: None,
            review_asked: false,
            track: Track::Along,
            state: State::Received,
            part_of: None,
        };
        travelling.delivery = travelling.first_delivery();
        travelling
    }

    /// A part needs no delivery: its author hears of all parts in one answer.
    fn begin_part(receipt: &evidence::PartReceipt) -> Self {
        Self {
            contribution: receipt.contribution,
            number: receipt.number.clone(),
            channel: receipt.channel,
            answer_by: AnswerBy::None,
            captured: receipt.captured,
            received: receipt.received,
            checked: true,
            public: receipt.public,
            answered: None,
            answer: None,
            delivery: DeliveryStatus::NotNeeded,
            delivery_id: None,
            react_until: None,
            review_asked: false,
            track: Track::Along,
            state: State::Screened,
            part_of: Some(receipt.part_of),
        }
    }

    fn join(joining: &evidence::Joining) -> Self {
        let mut travelling = Self {
            contribution: joining.contribution,
            number: joining.number.clone(),
            channel: joining.channel,
            answer_by: joining.answer_by,
            captured: joining.captured,
            received: joining.received,
            checked: joining.checked,
            public: joining.public,
            answered: None,
            answer: None,
            delivery: DeliveryStatus::Pending,
            delivery_id: None,
            react_until: None,
            review_asked: false,
            track: Track::Along,
            state: State::Bundled,
            part_of: joining.part_of,
        };
        travelling.delivery = travelling.first_delivery();
        travelling
    }

    const fn first_delivery(&self) -> DeliveryStatus {
        match self.answer_by {
            AnswerBy::None => DeliveryStatus::NotNeeded,
            _ => DeliveryStatus::Pending,
        }
    }

    fn answer(&mut self, answer: AnswerId, at: Instant, react_until: Option<Date>) {
        self.answered = Some(at);
        self.answer = Some(answer);
        self.delivery = self.first_delivery();
        self.delivery_id = None;
        self.track = Track::FedBack;
        self.open_reaction(react_until);
    }

    fn deliver(&mut self, delivery: DeliveryId, status: DeliveryStatus, react_until: Option<Date>) {
        self.delivery = status;
        self.delivery_id = Some(delivery);
        self.open_reaction(react_until);
    }

    /// S15 begins when a delivery status is known (guard of S14).
    fn open_reaction(&mut self, react_until: Option<Date>) {
        if self.track == Track::FedBack && self.delivery.is_settled() {
            self.track = Track::Reaction;
            self.react_until = react_until;
        }
    }
}
