//! Every state and every step: what the table of catalogue F4 draws is walked and comes out where the table says; whatever it
//! does not draw is refused with a reason that can be told, and changes nothing. The table below is written out a second
//! time on purpose, beside the one in the program, so that a slip in one of them shows.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

mod common;

use common::{account, brussels, department, new_dossier, start};
use journey::evidence::{self, Screening};
use journey::{AnswerBy, Channel, Civil, ConfirmedBy, DeliveryStatus, Dossier, Event, NotAllowed, Outcome, State, Step, StepKind, Verdict};
use kernel::{
    AdviceId, AnswerId, ContributionId, Date, DecisionId, DeliveryId, DossierId, Instant, PublicNumber, QuestionId, SeededRandom, TenantId,
    TextId,
};
use std::collections::BTreeSet;

const DAY: i64 = 86_400;

/// Every line that F4 draws: from a state, by a step, to a state. Withdrawing and looking at privacy are told apart below:
/// both are possible everywhere.
const DRAWN: &[(State, StepKind, State)] = {
    use State::{
        AdviceReady, Assessed, Assigned, Bundled, Decided, Divided, Escalated, Evaluated, FedBack, FrameCheck, Integrated, Means, OnAgenda,
        Parked, Questioned, Reaction, Realised, Received, Referred, Screened, Table, Underway,
    };
    use StepKind as K;
    &[
        (Received, K::Screened, Screened),
        (Screened, K::Gathered, Screened),
        (Screened, K::Joined, Bundled),
        (Screened, K::Left, Bundled),
        (Screened, K::Divided, Divided),
        (Screened, K::Assigned, Assigned),
        (Screened, K::Tabled, Table),
        (Screened, K::Decided, Decided),
        (Referred, K::Answered, Reaction),
        (Referred, K::Delivered, Referred),
        (Referred, K::Reacted, Referred),
        (Referred, K::ReviewGranted, Screened),
        (Parked, K::Answered, Reaction),
        (Parked, K::Delivered, Parked),
        (Parked, K::Reacted, Parked),
        (Parked, K::ReviewGranted, Screened),
        (Bundled, K::Gathered, Bundled),
        (Bundled, K::Joined, Bundled),
        (Bundled, K::Left, Bundled),
        (Bundled, K::Divided, Divided),
        (Divided, K::Reunited, Screened),
        (Divided, K::PartAnswered, Divided),
        (Divided, K::PartReopened, Divided),
        (Bundled, K::Assigned, Assigned),
        (Bundled, K::Tabled, Table),
        (Bundled, K::Decided, Decided),
        (Assigned, K::Assigned, Assigned),
        (Assigned, K::Accepted, FrameCheck),
        (Assigned, K::HandedBack, Screened),
        (Assigned, K::Tabled, Table),
        (Assigned, K::Escalated, Escalated),
        (Assigned, K::Gathered, Assigned),
        (Assigned, K::Joined, Assigned),
        (Assigned, K::Left, Bundled),
        (Assigned, K::Divided, Divided),
        (FrameCheck, K::FramesChecked, Assessed),
        (FrameCheck, K::Assessed, Assessed),
        (FrameCheck, K::Questioned, Questioned),
        (FrameCheck, K::AdviceReady, AdviceReady),
        (FrameCheck, K::Decided, Decided),
        (FrameCheck, K::HandedBack, Screened),
        (FrameCheck, K::Gathered, FrameCheck),
        (FrameCheck, K::Joined, FrameCheck),
        (FrameCheck, K::Left, Bundled),
        (FrameCheck, K::Divided, Divided),
        (Assessed, K::Questioned, Questioned),
        (Assessed, K::Tabled, Table),
        (Assessed, K::MeansAwaited, Means),
        (Assessed, K::AdviceReady, AdviceReady),
        (Assessed, K::HandedBack, Screened),
        (Assessed, K::FramesChecked, Assessed),
        (Assessed, K::Gathered, Assessed),
        (Assessed, K::Joined, Assessed),
        (Assessed, K::Left, Bundled),
        (Assessed, K::Divided, Divided),
        (Questioned, K::Questioned, Questioned),
        (Questioned, K::QuestionAnswered, Assessed),
        (Questioned, K::QuestionLapsed, Assessed),
        (Table, K::Assessed, Assessed),
        (Table, K::MeansAwaited, Means),
        (Table, K::AdviceReady, AdviceReady),
        (Table, K::Escalated, Escalated),
        (Table, K::Assigned, Assigned),
        (Table, K::Joined, Table),
        (Means, K::MeansAwaited, Means),
        (Means, K::MeansCommitted, Means),
        (Means, K::MeansRefused, Means),
        (Means, K::AdviceReady, AdviceReady),
        (Means, K::Escalated, Escalated),
        (Means, K::Scheduled, OnAgenda),
        (Escalated, K::Assessed, Assessed),
        (Escalated, K::Tabled, Table),
        (Escalated, K::MeansAwaited, Means),
        (Escalated, K::AdviceReady, AdviceReady),
        (Escalated, K::Escalated, Escalated),
        (Escalated, K::Assigned, Assigned),
        (AdviceReady, K::Scheduled, OnAgenda),
        (AdviceReady, K::Decided, Decided),
        (OnAgenda, K::Scheduled, OnAgenda),
        (OnAgenda, K::Decided, Decided),
        (Decided, K::PartAnswered, Decided),
        (Decided, K::PartReopened, Divided),
        (FedBack, K::PartAnswered, Decided),
        (FedBack, K::PartReopened, Divided),
        (Reaction, K::PartAnswered, Decided),
        (Reaction, K::PartReopened, Divided),
        (Evaluated, K::PartAnswered, Decided),
        (Evaluated, K::PartReopened, Divided),
        (Decided, K::Answered, Reaction),
        (Decided, K::Delivered, Decided),
        (Decided, K::Reacted, Decided),
        (Decided, K::MeansAwaited, Means),
        (Decided, K::Started, Underway),
        (FedBack, K::Answered, FedBack),
        (FedBack, K::Delivered, Reaction),
        (FedBack, K::Reacted, FedBack),
        (FedBack, K::ReviewGranted, Assessed),
        (FedBack, K::Resumed, Assessed),
        (FedBack, K::MeansAwaited, Means),
        (FedBack, K::Started, Underway),
        (FedBack, K::Evaluated, Evaluated),
        (Reaction, K::Answered, Reaction),
        (Reaction, K::Delivered, Reaction),
        (Reaction, K::Reacted, Reaction),
        (Reaction, K::ReviewGranted, Assessed),
        (Reaction, K::Resumed, Assessed),
        (Reaction, K::MeansAwaited, Means),
        (Reaction, K::Started, Underway),
        (Reaction, K::Evaluated, Evaluated),
        (Underway, K::Answered, Underway),
        (Underway, K::Delivered, Underway),
        (Underway, K::Reacted, Underway),
        (Underway, K::Realised, Realised),
        (Realised, K::Answered, Realised),
        (Realised, K::Delivered, Realised),
        (Realised, K::Reacted, Realised),
        (Realised, K::Integrated, Integrated),
        (Realised, K::Evaluated, Evaluated),
        (Integrated, K::Answered, Integrated),
        (Integrated, K::Delivered, Integrated),
        (Integrated, K::Reacted, Integrated),
        (Integrated, K::Evaluated, Evaluated),
        (Evaluated, K::Delivered, Evaluated),
        (Evaluated, K::Reacted, Evaluated),
        (Evaluated, K::ReviewGranted, Assessed),
    ]
};

/// Where another department may object and values are weighed, which moves nothing (F3 X3, X5). The values only once a
/// department has it.
const BESIDE: &[State] = {
    use State::{AdviceReady, Assessed, Assigned, Escalated, FrameCheck, Means, OnAgenda, Questioned, Table};
    &[Assigned, FrameCheck, Assessed, Questioned, Table, Means, Escalated, AdviceReady, OnAgenda]
};

/// Where other departments that it touches are heard (F3 X9): until its advice.
const TOUCHING: &[State] = {
    use State::{Assessed, Assigned, Escalated, FrameCheck, Means, Questioned, Table};
    &[Assigned, FrameCheck, Assessed, Questioned, Table, Means, Escalated]
};

/// Where a decision can come before it was processed (F3 X12): until its advice, and when it is decided itself.
const OVERTAKEN: &[State] = {
    use State::{Assessed, Assigned, Bundled, Decided, Escalated, FrameCheck, Means, Questioned, Received, Screened, Table};
    &[Received, Screened, Bundled, Assigned, FrameCheck, Assessed, Questioned, Table, Means, Escalated, Decided]
};

/// Where no part ever stands: it begins screened, is no part to be divided, and never comes to be referred or parked.
const NO_PART: &[State] = &[State::Received, State::Referred, State::Parked, State::Divided, State::Withdrawn];

/// Lines that the table draws and a guard then closes for every dossier that can exist; each with that guard.
const CLOSED: &[(State, StepKind, &str)] = &[
    // What is referred or parked travels alone, and its answer takes it on to S14: until then there is nothing to deliver and
    // nothing to react to.
    (State::Referred, StepKind::Delivered, "not-answered"),
    (State::Referred, StepKind::Reacted, "not-answered"),
    (State::Referred, StepKind::ReviewGranted, "review"),
    (State::Parked, StepKind::Delivered, "not-answered"),
    (State::Parked, StepKind::Reacted, "not-answered"),
    (State::Parked, StepKind::ReviewGranted, "review"),
    // Everybody has an answer; another one is only given to a plan that changed (S16).
    (State::FedBack, StepKind::Answered, "answered"),
    (State::Reaction, StepKind::Answered, "answered"),
    // Means after a deferral are asked once everybody was told of it.
    (State::Decided, StepKind::MeansAwaited, "owed"),
];

/// One dossier that is walked, with everything that a step may need.
#[derive(Clone)]
struct Walk {
    dossier: Dossier,
    civil: Civil,
    now: Instant,
    question: QuestionId,
}

fn random() -> SeededRandom {
    SeededRandom::new(29)
}

fn decision(outcome: Outcome, date: Date) -> evidence::Decision {
    let until = (outcome == Outcome::Deferred).then(|| date.plus_days(60));
    evidence::Decision::by_carry(DecisionId::new(start(), &random()), outcome, "college", date, until)
}

impl Walk {
    fn begin(answer_by: AnswerBy) -> Self {
        let random = SeededRandom::new(17);
        let new = new_dossier(&random, answer_by);
        let civil = brussels();
        let receipt =
            evidence::Receipt::by_journey(new.process, new.area, new.contribution, new.number, new.channel, new.answer_by, new.captured);
        let until = civil.last_day(civil.today(start()), civil.terms.receive);
        let event = Event { step: Step::Received(receipt), until: Some(until), react_until: None };
        let dossier = Dossier::begin(TenantId::new(start(), &random), new.id, &event, start()).unwrap();
        Self { dossier, civil, now: start(), question: QuestionId::new(start(), &random) }
    }

    fn today(&self) -> Date {
        self.civil.today(self.now)
    }

    fn first(&self) -> ContributionId {
        self.dossier.contributions[0].contribution
    }

    fn then(mut self, step: Step) -> Self {
        let kind = step.kind();
        let event = self.dossier.decide(step, self.now, &self.civil).unwrap_or_else(|why| panic!("{kind}: {why}"));
        self.dossier.apply(&event, self.now);
        self
    }

    fn all(self, steps: impl IntoIterator<Item = Step>) -> Self {
        steps.into_iter().fold(self, Self::then)
    }

    /// The dossier of a part, as it begins.
    fn begin_part() -> Self {
        let random = SeededRandom::new(23);
        let new = new_dossier(&random, AnswerBy::None);
        let civil = brussels();
        let receipt = evidence::PartReceipt::by_journey(
            new.process,
            new.area,
            new.contribution,
            new.number,
            new.channel,
            new.captured,
            start(),
            true,
            ContributionId::new(start(), &random),
        );
        let until = civil.last_day(civil.today(start()), civil.terms.bundle);
        let event = Event { step: Step::PartBegun(receipt), until: Some(until), react_until: None };
        let dossier = Dossier::begin(TenantId::new(start(), &random), new.id, &event, start()).unwrap();
        Self { dossier, civil, now: start(), question: QuestionId::new(start(), &random) }
    }

    fn joining(&self, nth: u64) -> Step {
        self.joining_by(nth, AnswerBy::None)
    }

    fn joining_by(&self, nth: u64, answer_by: AnswerBy) -> Step {
        let other = SeededRandom::new(1000 + nth);
        Step::Joined(evidence::Joining::by_journey(
            ContributionId::new(start(), &other),
            PublicNumber::draw(&other),
            Channel::Paper,
            answer_by,
            self.today(),
            start(),
            true,
            true,
            DossierId::new(start(), &other),
            None,
        ))
    }

    fn answer(&self) -> Step {
        Step::Answered(evidence::Motivation::by_answer(AnswerId::new(self.now, &random()), self.first()))
    }

    fn delivery(&self, status: DeliveryStatus) -> Step {
        Step::Delivered(evidence::Delivery::by_answer(DeliveryId::new(self.now, &random()), self.first(), AnswerBy::Letter, status))
    }

    fn dividing(&self) -> Step {
        let part = |nth: u64| {
            let other = SeededRandom::new(3000 + nth);
            let contribution = ContributionId::new(start(), &other);
            evidence::NewPart { contribution, number: PublicNumber::draw(&other), dossier: DossierId::new(start(), &other) }
        };
        Step::Divided(evidence::Division::by_journey(self.first(), vec![part(1), part(2)]))
    }

    /// The author has the answer to a part.
    fn part_answered(&self, nth: usize) -> Step {
        let part = self.dossier.parts.get(nth).map_or_else(|| self.first(), |part| part.contribution);
        Step::PartAnswered(evidence::PartAnswer::by_journey(part, Outcome::Adopted))
    }

    /// Divided, and answered so many parts of the two.
    fn divided(self, answered: usize) -> Self {
        let dividing = self.dividing();
        let mut walk = self.then(dividing);
        for nth in 0..answered {
            let step = walk.part_answered(nth);
            walk = walk.then(step);
        }
        walk
    }

    fn review_asked(&self) -> Step {
        Step::Reacted(evidence::Reaction::by_answer(self.first(), Some(false), Some(false), true))
    }

    fn overtaking(&self) -> Step {
        Step::Overtaken(evidence::Overtaking::by_carry(self.today()))
    }

    fn frames() -> Step {
        Step::FramesChecked(evidence::Frames::by_carry(Verdict::Fits, Verdict::FitsIf, Verdict::Fits))
    }

    fn means(&self) -> Step {
        Step::MeansAwaited(evidence::MeansAwait::by_carry(department(2), None))
    }

    fn committed() -> Step {
        Step::MeansCommitted(evidence::Commitment::by_carry(department(2), account(2)))
    }

    /// A dossier in this state from which the step may be set, when the table draws one.
    fn at(state: State, step: StepKind) -> Self {
        let walk = Self::standing(state, step);
        if step == StepKind::ObjectionEnded && BESIDE.contains(&state) {
            return walk.then(Step::Objected(evidence::Objection::by_carry(8, department(6), "costs".to_owned())));
        }
        if step == StepKind::Consulted && TOUCHING.contains(&state) {
            return walk.then(Step::Touched(evidence::ConsultRequest::by_carry(department(6))));
        }
        walk
    }

    /// What was divided stands there, or a part does, when the step is about that; nothing otherwise.
    fn of_parts(state: State, step: StepKind, answer_by: AnswerBy) -> Option<Self> {
        use StepKind as K;
        match (state, step) {
            (State::Divided, K::OvertakingEnded) => {
                let begun = Self::begin(answer_by);
                let early = begun.overtaking();
                Some(begun.then(early).screened().divided(0))
            }
            (State::Divided, K::PartReopened) => Some(Self::begin(answer_by).screened().divided(1)),
            (State::Divided, _) => Some(Self::begin(answer_by).screened().divided(0)),
            (State::Bundled, K::Divided) => {
                // The others took theirs back: what is left travels alone.
                let walk = Self::begin(answer_by).screened().joined();
                let other = walk.dossier.contributions[1].contribution;
                Some(walk.then(Step::Withdrawn(evidence::Withdrawal::by_voice(other))))
            }
            (State::FedBack, K::PartWithdrawn) => {
                // A part needs no delivery; somebody with whom it travels does.
                let walk = Self::begin_part();
                let letter = walk.joining_by(1, AnswerBy::Letter);
                let walk = walk.then(letter).taken().advised_from().decided(Outcome::Adopted);
                let all: Vec<ContributionId> = walk.dossier.contributions.iter().map(|it| it.contribution).collect();
                let answer = |id| Step::Answered(evidence::Motivation::by_answer(AnswerId::new(start(), &random()), id));
                Some(walk.all(all.into_iter().map(answer)))
            }
            (State::Decided | State::FedBack | State::Reaction | State::Evaluated, K::PartAnswered | K::PartReopened) => {
                let walk = Self::begin(answer_by).screened().divided(2);
                let answer = walk.answer();
                Some(match state {
                    State::Decided => walk,
                    State::Evaluated => walk.then(answer).then(Self::evaluated()),
                    _ => walk.then(answer),
                })
            }
            _ => None,
        }
    }

    fn standing(state: State, step: StepKind) -> Self {
        use StepKind as K;
        // A letter has to be delivered; who asked for nothing may react at once.
        let mut answer_by = match (state, step) {
            (State::FedBack, _) | (State::Reaction | State::Underway | State::Realised | State::Integrated, K::Delivered) => {
                AnswerBy::Letter
            }
            _ => AnswerBy::None,
        };
        if state == State::Evaluated && step == K::Delivered {
            answer_by = AnswerBy::Letter;
        }
        if let Some(walk) = Self::of_parts(state, step, answer_by) {
            return walk;
        }
        let no_part = matches!(state, State::Received | State::Referred | State::Parked | State::Divided | State::Withdrawn);
        let begun = if step == K::PartWithdrawn && !no_part { Self::begin_part() } else { Self::begin(answer_by) };
        // It lies open until somebody looked at it, wherever the dossier goes.
        let begun = if step == K::OvertakingEnded {
            let early = begun.overtaking();
            begun.then(early)
        } else {
            begun
        };
        if state == State::Received {
            return if step == K::Received { begun } else { begun.checked() };
        }
        // Only a deferred idea waits for means after its decision, or is taken up again.
        let put_off = matches!(step, K::MeansAwaited | K::Resumed) && matches!(state, State::Decided | State::FedBack | State::Reaction);
        // What was carried out is not looked at once more after its evaluation.
        let reviewed = state == State::Evaluated && step == K::ReviewGranted;
        let outcome = match (put_off, reviewed) {
            (true, _) => Outcome::Deferred,
            (false, true) => Outcome::NotAdopted,
            (false, false) => Outcome::Adopted,
        };
        // Who reacts or gets a delivery before the whole dossier is answered travels with somebody who still waits.
        let two = state == State::Decided && matches!(step, K::Delivered | K::Reacted);
        match state {
            State::Referred | State::Parked => {
                let text = TextId::new(start(), &random());
                let screening = match state {
                    State::Referred => Screening::referred_by_carry("water-company", Some(text)),
                    _ => Screening::parked_by_carry(text, None),
                };
                begun.checked().then(Step::Screened(screening))
            }
            State::Screened if step == K::Tabled => begun.screened().handed_back_twice(),
            State::Screened => begun.screened(),
            State::Bundled if step == K::Tabled => begun.screened().joined().handed_back_twice(),
            State::Bundled => begun.screened().joined(),
            State::Assigned => begun.assigned(),
            State::FrameCheck if step == K::Assessed => {
                // The frames are known from an earlier round: handed back, and taken again.
                let back = Step::HandedBack(evidence::HandBack::by_carry(department(1), TextId::new(start(), &random())));
                begun.accepted().then(Self::frames()).then(back).all(Self::taking())
            }
            State::FrameCheck => begun.accepted(),
            State::Assessed => begun.assessed(),
            State::Questioned => {
                let mut walk = begun.assessed();
                let question = Step::Questioned(evidence::Question::by_carry(walk.question, walk.first()));
                walk = walk.then(question);
                if step == K::QuestionLapsed {
                    walk.now = walk.now.plus_seconds(60 * DAY);
                }
                walk
            }
            State::Table => begun.assessed().tabled(),
            State::Means => {
                let walk = begun.assessed();
                let means = walk.means();
                let walk = walk.then(means);
                if matches!(step, K::AdviceReady | K::Scheduled) { walk.then(Self::committed()) } else { walk }
            }
            State::Escalated => begun.assessed().tabled().then(Step::Escalated(evidence::Escalation::by_carry("manager".to_owned()))),
            State::AdviceReady => begun.advised(),
            State::OnAgenda => begun.on_agenda(),
            State::Decided => {
                let walk = if two { begun.screened().joined().taken().advised_from() } else { begun.advised() };
                walk.decided(outcome).answered_for(two)
            }
            State::FedBack => {
                let walk = begun.advised().decided(outcome);
                let answer = walk.answer();
                let walk = walk.then(answer);
                let asked = walk.review_asked();
                if step == K::ReviewGranted { walk.then(asked) } else { walk }
            }
            State::Reaction => {
                let walk = begun.advised().decided(outcome).told();
                let asked = walk.review_asked();
                if step == K::ReviewGranted { walk.then(asked) } else { walk }
            }
            State::Underway => begun.advised().decided(outcome).told().started(),
            State::Realised => begun.advised().decided(outcome).told().started().then(Self::realised()),
            State::Integrated => begun.advised().decided(outcome).told().started().then(Self::realised()).then(Self::integrated()),
            State::Evaluated => {
                let walk = begun.advised().decided(outcome).told().then(Self::evaluated());
                let asked = walk.review_asked();
                if reviewed { walk.then(asked) } else { walk }
            }
            State::Withdrawn => {
                let first = begun.first();
                begun.then(Step::Withdrawn(evidence::Withdrawal::by_voice(first)))
            }
            State::Captured | State::Received | State::Divided => panic!("{state} is walked elsewhere"),
        }
    }

    fn checked(self) -> Self {
        let first = self.first();
        self.then(Step::PrivacyChecked(evidence::Privacy::by_voice(first, false)))
    }

    fn screened(self) -> Self {
        // A part begins screened.
        if self.dossier.state == State::Screened {
            return self;
        }
        self.checked().then(Step::Screened(Screening::in_scope_by_carry("idea", None)))
    }

    fn joined(self) -> Self {
        let joining = self.joining(1);
        self.then(joining)
    }

    fn assigned(self) -> Self {
        self.screened().then(Step::Assigned(evidence::Assignment::by_carry(department(1))))
    }

    fn handed_back_twice(self) -> Self {
        let asked = || Step::Assigned(evidence::Assignment::by_carry(department(1)));
        let back = || Step::HandedBack(evidence::HandBack::by_carry(department(1), TextId::new(start(), &random())));
        self.all([asked(), back(), asked(), back()])
    }

    fn taking() -> [Step; 2] {
        [
            Step::Assigned(evidence::Assignment::by_carry(department(1))),
            Step::Accepted(evidence::Acceptance::by_carry(department(1), account(1))),
        ]
    }

    fn taken(self) -> Self {
        self.all(Self::taking())
    }

    fn accepted(self) -> Self {
        self.screened().taken()
    }

    fn assessed(self) -> Self {
        self.accepted().then(Self::frames())
    }

    fn tabled(self) -> Self {
        let day = self.today().plus_days(4);
        self.then(Step::Tabled(evidence::Table::by_carry(day)))
    }

    fn advised(self) -> Self {
        self.accepted().advised_from()
    }

    fn advised_from(self) -> Self {
        self.then(Self::frames()).then(Step::AdviceReady(evidence::Advice::by_carry(AdviceId::new(start(), &random()))))
    }

    fn on_agenda(self) -> Self {
        let walk = self.advised();
        let today = walk.today();
        walk.then(Step::Scheduled(evidence::Agenda::by_carry("college".to_owned(), today)))
    }

    fn decided(self, outcome: Outcome) -> Self {
        let today = self.today();
        self.then(Step::Decided(decision(outcome, today).mandated()))
    }

    /// Answers the first author, when somebody else still waits for the answer.
    fn answered_for(self, two: bool) -> Self {
        if !two {
            return self;
        }
        let answer = self.answer();
        self.then(answer)
    }

    fn told(self) -> Self {
        let answer = self.answer();
        let walk = self.then(answer);
        if walk.dossier.state == State::Reaction {
            return walk;
        }
        let handed = walk.delivery(DeliveryStatus::HandedOver);
        walk.then(handed)
    }

    fn started(self) -> Self {
        self.then(Step::Started(evidence::Start::by_deliver(department(1))))
    }

    fn realised() -> Step {
        Step::Realised(evidence::Realisation::by_deliver(ConfirmedBy::Author))
    }

    fn integrated() -> Step {
        Step::Integrated(evidence::Integration::by_deliver(true))
    }

    fn evaluated() -> Step {
        Step::Evaluated(evidence::Evaluation::by_learn(TextId::new(start(), &random())))
    }

    /// A step of this kind, made so that every guard that can be met is met.
    fn step(&self, kind: StepKind) -> Step {
        use StepKind as K;
        let (first, today) = (self.first(), self.today());
        let at = self.dossier.asked.or(self.dossier.department).unwrap_or_else(|| department(1));
        let text = TextId::new(start(), &random());
        match kind {
            K::Received => Step::Received(evidence::Receipt::by_journey(
                self.dossier.process,
                None,
                first,
                self.dossier.contributions[0].number.clone(),
                Channel::Online,
                AnswerBy::None,
                today,
            )),
            K::PartBegun => Step::PartBegun(evidence::PartReceipt::by_journey(
                self.dossier.process,
                None,
                first,
                self.dossier.contributions[0].number.clone(),
                Channel::Online,
                today,
                start(),
                true,
                first,
            )),
            K::Divided => self.dividing(),
            K::Reunited => Step::Reunited(evidence::Reunion::by_journey(first)),
            K::PartAnswered => self.part_answered(0),
            K::PartReopened => {
                let part = self.dossier.parts.first().map_or(first, |part| part.contribution);
                Step::PartReopened(evidence::PartReview::by_journey(part))
            }
            K::PrivacyChecked => Step::PrivacyChecked(evidence::Privacy::by_voice(first, true)),
            K::Screened => Step::Screened(Screening::in_scope_by_carry("idea", None)),
            K::Gathered => Step::Gathered(evidence::Gathering::by_carry(Some(today.plus_days(30)))),
            K::Joined => self.joining(2),
            K::Left => Step::Left(evidence::Leaving::by_journey(first, DossierId::new(start(), &random()))),
            K::Assigned => Step::Assigned(evidence::Assignment::by_carry(department(2))),
            K::Accepted => Step::Accepted(evidence::Acceptance::by_carry(at, account(1))),
            K::HandedOver => Step::HandedOver(evidence::HandOver::by_carry(self.dossier.department.unwrap_or(at), account(3))),
            K::HolderAbsent => Step::HolderAbsent(evidence::Absence::by_carry(Some(today))),
            K::HandedBack => Step::HandedBack(evidence::HandBack::by_carry(at, text)),
            K::FramesChecked => Self::frames(),
            K::Assessed => Step::Assessed(evidence::Assessment::by_carry(at)),
            K::Questioned => {
                let question =
                    if self.dossier.questions.is_empty() { self.question } else { QuestionId::new(start(), &SeededRandom::new(5)) };
                Step::Questioned(evidence::Question::by_carry(question, first))
            }
            K::QuestionAnswered => Step::QuestionAnswered(evidence::QuestionAnswer::by_carry(self.question, first)),
            K::QuestionLapsed => Step::QuestionLapsed(evidence::QuestionLapse::by_carry(self.question, first)),
            K::Tabled => Step::Tabled(evidence::Table::by_carry(today.plus_days(4))),
            K::MeansAwaited => self.means(),
            K::MeansCommitted => Self::committed(),
            K::MeansRefused => Step::MeansRefused(evidence::MeansRefusal::by_carry(department(2))),
            K::Escalated => Step::Escalated(evidence::Escalation::by_carry("college".to_owned())),
            K::Objected => Step::Objected(evidence::Objection::by_carry(9, department(5), "costs".to_owned())),
            K::ObjectionEnded => Step::ObjectionEnded(evidence::ObjectionEnd::by_carry(8, department(6), "met".to_owned())),
            K::Touched => Step::Touched(evidence::ConsultRequest::by_carry(department(5))),
            K::Consulted => Step::Consulted(evidence::Consult::by_carry(department(6), "agrees".to_owned())),
            K::Overtaken => self.overtaking(),
            K::OvertakingEnded => Step::OvertakingEnded(evidence::OvertakingEnd::by_carry("explained".to_owned())),
            K::ValuesWeighed => Step::ValuesWeighed(evidence::ValueRecord::by_carry(false)),
            K::AdviceReady => Step::AdviceReady(evidence::Advice::by_carry(AdviceId::new(start(), &random()))),
            K::Scheduled => Step::Scheduled(evidence::Agenda::by_carry("council".to_owned(), today.plus_days(10))),
            K::Decided => {
                // So early a mandate is only good for a no.
                let outcome = if self.dossier.state == State::FrameCheck { Outcome::NotAdopted } else { Outcome::Adopted };
                let decision = decision(outcome, today);
                Step::Decided(if self.dossier.state == State::OnAgenda { decision } else { decision.mandated() })
            }
            K::Answered => self.answer(),
            K::Delivered if self.dossier.contributions[0].delivery == DeliveryStatus::HandedOver => {
                self.delivery(DeliveryStatus::Confirmed)
            }
            K::Delivered => self.delivery(DeliveryStatus::HandedOver),
            K::Reacted => Step::Reacted(evidence::Reaction::by_answer(first, Some(true), Some(true), false)),
            K::ReviewGranted => Step::ReviewGranted(evidence::Review::by_answer(text)),
            K::Resumed => Step::Resumed(evidence::Resumption::by_carry(Some(text))),
            K::Started => Step::Started(evidence::Start::by_deliver(department(1))),
            K::Realised => Self::realised(),
            K::Integrated => Self::integrated(),
            K::Evaluated => Self::evaluated(),
            K::Withdrawn => Step::Withdrawn(evidence::Withdrawal::by_voice(first)),
            K::PartWithdrawn => Step::PartWithdrawn(evidence::Withdrawal::by_voice(first)),
        }
    }
}

/// Where the step leads, by the table; `None` when it draws no such line.
fn drawn(state: State, step: StepKind) -> Option<State> {
    match step {
        StepKind::Withdrawn if state != State::Withdrawn => Some(State::Withdrawn),
        StepKind::PrivacyChecked if state != State::Withdrawn => Some(state),
        StepKind::PartWithdrawn if !NO_PART.contains(&state) => Some(State::Withdrawn),
        StepKind::Objected | StepKind::ObjectionEnded if BESIDE.contains(&state) => Some(state),
        StepKind::ValuesWeighed | StepKind::HandedOver | StepKind::HolderAbsent if BESIDE.contains(&state) && state != State::Assigned => {
            Some(state)
        }
        StepKind::Touched | StepKind::Consulted if TOUCHING.contains(&state) => Some(state),
        StepKind::Overtaken if OVERTAKEN.contains(&state) => Some(state),
        StepKind::OvertakingEnded if state != State::Withdrawn => Some(state),
        _ => DRAWN.iter().find(|(from, by, _)| (*from, *by) == (state, step)).map(|(_, _, to)| *to),
    }
}

#[test]
fn every_line_of_the_table_is_walked_and_every_other_step_is_refused_with_a_reason() {
    let mut walked = 0;
    let mut refused = 0;
    // S0 lives outside the database: nothing stands there that could take a step.
    for state in State::ALL.iter().copied().filter(|state| *state != State::Captured) {
        for kind in StepKind::ALL.iter().copied() {
            let mut walk = Walk::at(state, kind);
            assert_eq!(walk.dossier.state, state, "before {kind}");
            let step = walk.step(kind);
            let before = walk.dossier.clone();
            let told = walk.dossier.decide(step, walk.now, &walk.civil);
            if let Some((_, _, guard)) = CLOSED.iter().find(|(from, by, _)| (*from, *by) == (state, kind)) {
                assert_eq!(told, Err(NotAllowed::Guard(guard)), "{state} {kind}");
                assert!(journey::GUARDS.contains(guard) && journey::guard_key(guard).ends_with(guard), "a guard has words");
                refused += 1;
                continue;
            }
            match (drawn(state, kind), told) {
                (Some(to), Ok(event)) => {
                    // A bundle goes on for whoever did not withdraw.
                    let withdrawn = matches!(kind, StepKind::Withdrawn | StepKind::PartWithdrawn);
                    let to = if withdrawn && before.live().count() > 1 { state } else { to };
                    walk.dossier.apply(&event, walk.now);
                    assert_eq!(walk.dossier.state, to, "{state} by {kind}");
                    assert_eq!(walk.dossier.events, before.events + 1, "{state} by {kind} is one event");
                    walked += 1;
                }
                (None, Err(why)) => {
                    assert_eq!(why, NotAllowed::NotNow { state, step: kind }, "the reason names both");
                    assert!(why.to_string().contains(state.code()) && why.to_string().contains(kind.code()));
                    assert_eq!(walk.dossier, before);
                    refused += 1;
                }
                (Some(to), Err(why)) => panic!("{state} by {kind} leads to {to}, and was refused: {why}"),
                (None, Ok(_)) => panic!("no line of F4 leads from {state} by {kind}"),
            }
        }
    }
    assert_eq!(walked + refused, (State::ALL.len() - 1) * StepKind::ALL.len(), "every pair was tried");
    let early = OVERTAKEN.len() + State::ALL.len() - 2;
    let beside = 5 * BESIDE.len() - 3 + 2 * TOUCHING.len() + early;
    let parts = State::ALL.len() - 1 - NO_PART.len();
    assert_eq!(walked, DRAWN.len() - CLOSED.len() + beside + parts + 2 * (State::ALL.len() - 2), "{walked} lines were walked");
}

#[test]
fn the_table_names_no_line_twice_and_every_state_is_left_and_reached() {
    let lines: BTreeSet<_> = DRAWN.iter().map(|(from, by, _)| (from, by)).collect();
    assert_eq!(lines.len(), DRAWN.len());
    let reached: BTreeSet<_> = DRAWN.iter().map(|(_, _, to)| *to).collect();
    for state in State::ALL.iter().copied() {
        let begins = matches!(state, State::Captured | State::Received | State::Referred | State::Parked | State::Withdrawn);
        assert!(begins || reached.contains(&state), "nothing leads to {state}");
    }
    // A program that allows more than the table says, or less, is found by the walk; this one finds a table that is too long.
    for (from, by, _) in DRAWN {
        assert!(from.allows(*by), "{from} does not allow {by}");
    }
}
