//! The rules of a journey, without a database: the table of F4, the guards, the terms and stranding.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

mod common;

use common::{Attempt, account, attempts, brussels, day, department, new_dossier, start};
use journey::evidence::{self, Screening};
use journey::{
    AnswerBy, Civil, DeliveryStatus, Dossier, Event, NotAllowed, Outcome, State, Step, StepKind, Stranding, Track, Verdict, stranded,
};
use kernel::{
    AdviceId, AnswerId, ContributionId, DecisionId, DeliveryId, DossierId, Instant, PublicNumber, QuestionId, SeededRandom, TenantId,
    TextId,
};
use proptest::prelude::*;

const DAY: i64 = 86_400;

/// A dossier that is walked by hand.
struct Walk {
    dossier: Dossier,
    civil: Civil,
    now: Instant,
    random: SeededRandom,
}

impl Walk {
    fn begin(answer_by: AnswerBy) -> Self {
        let random = SeededRandom::new(3);
        let new = new_dossier(&random, answer_by);
        let civil = brussels();
        let receipt =
            evidence::Receipt::by_journey(new.process, new.area, new.contribution, new.number, new.channel, new.answer_by, new.captured);
        let until = civil.last_day(civil.today(start()), civil.terms.receive);
        let event = Event { step: Step::Received(receipt), until: Some(until), react_until: None };
        let dossier = Dossier::begin(TenantId::new(start(), &random), new.id, &event, start()).unwrap();
        Self { dossier, civil, now: start(), random }
    }

    fn first(&self) -> ContributionId {
        self.dossier.contributions[0].contribution
    }

    fn days(mut self, days: i64) -> Self {
        self.now = self.now.plus_seconds(days * DAY);
        self
    }

    fn try_step(&mut self, step: Step) -> Result<(), NotAllowed> {
        let event = self.dossier.decide(step, self.now, &self.civil)?;
        self.dossier.apply(&event, self.now);
        Ok(())
    }

    fn then(mut self, step: Step) -> Self {
        self.try_step(step).unwrap();
        self
    }

    fn guarded(mut self, step: Step, code: &'static str) -> Self {
        let before = self.dossier.clone();
        assert_eq!(self.try_step(step), Err(NotAllowed::Guard(code)));
        assert_eq!(self.dossier, before);
        self
    }

    fn screened(self) -> Self {
        let first = self.first();
        self.then(Step::PrivacyChecked(evidence::Privacy::by_voice(first, false)))
            .then(Step::Screened(Screening::in_scope_by_carry("idea", None)))
    }

    fn accepted(self) -> Self {
        self.screened()
            .then(Step::Assigned(evidence::Assignment::by_carry(department(1))))
            .then(Step::Accepted(evidence::Acceptance::by_carry(department(1), account(1))))
    }

    fn decided(self, outcome: Outcome) -> Self {
        self.accepted().goes_on_to(outcome)
    }

    /// From its acceptance until it is decided.
    fn goes_on_to(self, outcome: Outcome) -> Self {
        let decision = DecisionId::new(self.now, &self.random);
        let advice = AdviceId::new(self.now, &self.random);
        let today = self.civil.today(self.now);
        let until = (outcome == Outcome::Deferred).then(|| today.plus_days(100));
        self.then(Step::FramesChecked(evidence::Frames::by_carry(Verdict::Fits, Verdict::FitsIf, Verdict::Fits)))
            .then(Step::AdviceReady(evidence::Advice::by_carry(advice)))
            .then(Step::Scheduled(evidence::Agenda::by_carry("council".to_owned(), today)))
            .then(Step::Decided(evidence::Decision::by_carry(decision, outcome, "council", today, until)))
    }

    fn answer(&self) -> Step {
        Step::Answered(evidence::Motivation::by_answer(AnswerId::new(self.now, &self.random), self.first()))
    }

    fn delivery(&self, status: DeliveryStatus) -> Step {
        let delivery = DeliveryId::new(self.now, &self.random);
        Step::Delivered(evidence::Delivery::by_answer(delivery, self.first(), AnswerBy::Letter, status))
    }

    fn stranded(&self) -> Vec<(Stranding, String)> {
        stranded(&self.dossier, &self.civil, self.now).into_iter().map(|one| (one.code, one.since.to_string())).collect()
    }
}

#[test]
fn a_contribution_walks_the_main_line_to_its_author() {
    let walk = Walk::begin(AnswerBy::Letter).decided(Outcome::Adopted);
    assert_eq!((walk.dossier.state, walk.dossier.outcome), (State::Decided, Some(Outcome::Adopted)));
    let answer = walk.answer();
    let walk = walk.then(answer);
    assert_eq!((walk.dossier.state, walk.dossier.contributions[0].delivery), (State::FedBack, DeliveryStatus::Pending));
    let printed = walk.delivery(DeliveryStatus::Printed);
    let handed = walk.delivery(DeliveryStatus::HandedOver);
    let walk = walk.then(printed);
    assert_eq!(walk.dossier.state, State::FedBack, "a printed letter lies on a desk");
    let walk = walk.then(handed);
    assert_eq!((walk.dossier.state, walk.dossier.contributions[0].track), (State::Reaction, Track::Reaction));
    assert_eq!(walk.dossier.until, Some(day("2026-04-01")), "twenty working days after 4 March");
}

#[test]
fn nothing_is_screened_before_its_privacy_check() {
    Walk::begin(AnswerBy::None).guarded(Step::Screened(Screening::in_scope_by_carry("idea", None)), "privacy");
}

#[test]
fn only_the_department_that_was_asked_accepts_or_hands_back() {
    let other = department(2);
    Walk::begin(AnswerBy::None)
        .screened()
        .then(Step::Assigned(evidence::Assignment::by_carry(department(1))))
        .guarded(Step::Accepted(evidence::Acceptance::by_carry(other, account(1))), "other-department")
        .guarded(Step::HandedBack(evidence::HandBack::by_carry(other, TextId::new(start(), &SeededRandom::new(1)))), "other-department");
}

#[test]
fn a_decision_without_agenda_needs_a_mandate_and_none_lies_in_the_future() {
    let random = SeededRandom::new(9);
    let decision = |outcome, date: &str, until: Option<&str>| {
        evidence::Decision::by_carry(DecisionId::new(start(), &random), outcome, "neighbourhood-manager", day(date), until.map(day))
    };
    let walk = Walk::begin(AnswerBy::None)
        .screened()
        .guarded(Step::Decided(decision(Outcome::Adopted, "2026-03-04", None)), "mandate")
        .guarded(Step::Decided(decision(Outcome::Adopted, "2026-03-05", None).mandated()), "decision-date")
        .guarded(Step::Decided(decision(Outcome::Deferred, "2026-03-04", None).mandated()), "deferred-until")
        .then(Step::Decided(decision(Outcome::Adopted, "2026-03-04", None).mandated()));
    assert_eq!(walk.dossier.state, State::Decided, "the fast lane of F4");
    Walk::begin(AnswerBy::None)
        .accepted()
        .guarded(Step::Decided(decision(Outcome::Adopted, "2026-03-04", None).mandated()), "only-a-no")
        .then(Step::Decided(decision(Outcome::NotAdopted, "2026-03-04", None).mandated()));
}

#[test]
fn a_question_stops_the_clock_does_not_turn_it_back_and_silence_closes_nothing() {
    let walk = Walk::begin(AnswerBy::None).accepted();
    let question = QuestionId::new(start(), &walk.random);
    let first = walk.first();
    let left = walk.civil.today(walk.now).days_until(walk.dossier.until.unwrap());
    let walk = walk
        .then(Step::Questioned(evidence::Question::by_carry(question, first)))
        .guarded(Step::QuestionLapsed(evidence::QuestionLapse::by_carry(question, first)), "question-term")
        .days(40)
        .then(Step::QuestionLapsed(evidence::QuestionLapse::by_carry(question, first)));
    assert_eq!((walk.dossier.state, walk.dossier.questions.len()), (State::FrameCheck, 0));
    let now_left = walk.civil.today(walk.now).days_until(walk.dossier.until.unwrap());
    assert!((left..left + 5).contains(&now_left), "{left} days were left, now {now_left}");
    assert_eq!(walk.stranded(), []);
}

#[test]
fn referred_and_parked_are_owed_an_answer_too() {
    let text = TextId::new(start(), &SeededRandom::new(1));
    for (screening, state) in [
        (Screening::referred_by_carry("water-company", None), State::Referred),
        (Screening::parked_by_carry(text, Some(text)), State::Parked),
    ] {
        let walk = Walk::begin(AnswerBy::None);
        let first = walk.first();
        let walk = walk.then(Step::PrivacyChecked(evidence::Privacy::by_voice(first, true))).then(Step::Screened(screening)).days(30);
        assert_eq!(walk.dossier.state, state);
        assert_eq!(walk.stranded()[0].0, Stranding::X7);
        let answer = walk.answer();
        let walk = walk.then(answer);
        assert_eq!(walk.dossier.state, State::Reaction, "nothing is to be delivered, so the author may react at once");
        assert_eq!(walk.stranded(), []);
    }
}

#[test]
fn a_term_that_is_over_strands_from_the_first_day_after_it() {
    let walk = Walk::begin(AnswerBy::None);
    assert_eq!(walk.dossier.until, Some(day("2026-03-06")));
    let walk = walk.days(2);
    assert_eq!(walk.stranded(), [], "the last day is not over");
    assert_eq!(walk.days(1).stranded(), [(Stranding::X1, "2026-03-07".to_owned())]);
}

#[test]
fn a_term_is_over_at_the_tenants_midnight_across_a_clock_change() {
    // Friday 27 March 2026; two working days end on Tuesday 31 March, after the clock went forward on the 29th.
    let mut walk = Walk::begin(AnswerBy::None);
    let friday = walk.civil.zone.start_of(day("2026-03-27"));
    walk.dossier.until = Some(walk.civil.last_day(walk.civil.today(friday), walk.civil.terms.receive));
    walk.now = walk.civil.zone.end_of(day("2026-03-31")).plus_seconds(-1);
    assert_eq!(walk.stranded(), []);
    walk.now = walk.now.plus_seconds(1);
    assert_eq!(walk.now.rfc3339(), "2026-03-31T22:00:00Z");
    assert_eq!(walk.stranded(), [(Stranding::X1, "2026-04-01".to_owned())]);
}

#[test]
fn nobody_accepting_strands_as_x2() {
    let reason = TextId::new(start(), &SeededRandom::new(1));
    let asked = Walk::begin(AnswerBy::None).screened().then(Step::Assigned(evidence::Assignment::by_carry(department(1))));
    let asked = asked.days(12);
    assert_eq!(asked.stranded(), [(Stranding::X2, "2026-03-12".to_owned())]);
    let table = || Step::Tabled(evidence::Table::by_carry(day("2026-03-10")));
    let twice = Walk::begin(AnswerBy::None)
        .screened()
        .guarded(table(), "not-bounced")
        .then(Step::Assigned(evidence::Assignment::by_carry(department(1))))
        .then(Step::HandedBack(evidence::HandBack::by_carry(department(1), reason)))
        .days(1)
        .then(Step::Assigned(evidence::Assignment::by_carry(department(2))))
        .then(Step::HandedBack(evidence::HandBack::by_carry(department(2), reason)));
    assert_eq!(twice.stranded(), [(Stranding::X2, "2026-03-05".to_owned())]);
    let twice = twice.then(table());
    assert_eq!((twice.dossier.state, twice.stranded()), (State::Table, vec![]), "a table has a term of its own");
    let taken = twice
        .then(Step::Assigned(evidence::Assignment::by_carry(department(3))))
        .then(Step::Accepted(evidence::Acceptance::by_carry(department(3), account(1))));
    assert_eq!(taken.stranded(), [], "somebody took it");
}

#[test]
fn an_objection_strands_as_x3_until_it_is_settled_and_stops_nothing() {
    let objects = |number, by| Step::Objected(evidence::Objection::by_carry(number, department(by), "costs".to_owned()));
    let ends = |number, by| Step::ObjectionEnded(evidence::ObjectionEnd::by_carry(number, department(by), "met".to_owned()));
    let walk = Walk::begin(AnswerBy::None)
        .accepted()
        .guarded(objects(1, 1), "objection")
        .then(objects(1, 2))
        .guarded(objects(2, 2), "objection")
        .guarded(ends(2, 2), "objection")
        .guarded(ends(1, 3), "objection")
        .days(14);
    assert_eq!(walk.dossier.state, State::FrameCheck);
    assert_eq!(walk.stranded(), [], "the last day of its term");
    let walk = walk.days(1);
    assert_eq!(walk.stranded(), [(Stranding::X3, "2026-03-19".to_owned())]);
    // It goes on all the same; while departments sit together about it, the term of that table runs.
    let frames = Step::FramesChecked(evidence::Frames::by_carry(Verdict::Fits, Verdict::Fits, Verdict::Fits));
    let day = walk.civil.today(walk.now);
    let walk = walk.then(frames).then(Step::Tabled(evidence::Table::by_carry(day)));
    assert_eq!(walk.stranded(), []);
    let walk = walk.then(Step::Assessed(evidence::Assessment::by_carry(department(1))));
    assert_eq!(walk.stranded(), [(Stranding::X3, "2026-03-19".to_owned())], "a table that settled nothing gives no new term");
    let before = (walk.dossier.state, walk.dossier.until);
    let walk = walk.then(ends(1, 2));
    assert_eq!((walk.stranded(), (walk.dossier.state, walk.dossier.until)), (vec![], before));
}

#[test]
fn values_in_conflict_strand_as_x5_until_somebody_chooses() {
    let weighed = |chosen| Step::ValuesWeighed(evidence::ValueRecord::by_carry(chosen));
    let walk = Walk::begin(AnswerBy::None).accepted().then(weighed(false)).days(6).then(weighed(false)).days(9);
    assert_eq!(walk.stranded(), [(Stranding::X5, "2026-03-19".to_owned())], "recording it again gives no new term");
    assert_eq!(walk.then(weighed(true)).stranded(), []);
}

#[test]
fn a_department_that_is_touched_strands_as_x9_until_it_is_heard_and_no_advice_goes_without() {
    let touches = |by| Step::Touched(evidence::ConsultRequest::by_carry(department(by)));
    let heard = |by| Step::Consulted(evidence::Consult::by_carry(department(by), "dissents".to_owned()));
    let advice = || Step::AdviceReady(evidence::Advice::by_carry(AdviceId::new(start(), &SeededRandom::new(3))));
    let frames = Step::FramesChecked(evidence::Frames::by_carry(Verdict::Fits, Verdict::Fits, Verdict::Fits));
    let walk = Walk::begin(AnswerBy::None)
        .accepted()
        .guarded(touches(1), "touch")
        .then(touches(2))
        .guarded(touches(2), "touch")
        .guarded(heard(3), "touch")
        .then(frames)
        .guarded(advice(), "consult");
    let part = |seed| {
        let random = SeededRandom::new(seed);
        let contribution = ContributionId::new(start(), &random);
        evidence::NewPart { contribution, number: PublicNumber::draw(&random), dossier: DossierId::new(start(), &random) }
    };
    let divided = Step::Divided(evidence::Division::by_journey(walk.first(), vec![part(71), part(72)]));
    let walk = walk.guarded(divided.clone(), "consult").days(14);
    assert_eq!(walk.stranded(), [], "the last day of its term");
    let walk = walk.days(1);
    assert_eq!(walk.stranded(), [(Stranding::X9, "2026-03-19".to_owned())]);
    let walk = walk.then(heard(2));
    assert_eq!(walk.stranded(), []);
    // What it finds stops nothing: the advice may go on in spite of it.
    let mut other = walk.dossier.clone();
    let event = other.decide(divided, walk.now, &walk.civil).expect("everybody was heard");
    other.apply(&event, walk.now);
    assert_eq!(other.state, State::Divided);
    assert_eq!(walk.then(advice()).dossier.state, State::AdviceReady);
}

#[test]
fn a_decision_that_came_too_early_strands_as_x12_at_once_until_somebody_looked_at_it() {
    let walk = Walk::begin(AnswerBy::None);
    let today = walk.civil.today(walk.now);
    let ended = || Step::OvertakingEnded(evidence::OvertakingEnd::by_carry("explained".to_owned()));
    let early = |day| Step::Overtaken(evidence::Overtaking::by_carry(day));
    let walk = walk.guarded(ended(), "overtaken").guarded(early(today.plus_days(1)), "overtaken").then(early(today));
    assert_eq!(walk.stranded(), [(Stranding::X12, today.to_string())]);
    let walk = walk.guarded(early(today), "overtaken").accepted();
    assert_eq!(walk.stranded(), [(Stranding::X12, today.to_string())], "it does not go away by going on");
    assert_eq!(walk.then(ended()).stranded(), []);
    // A decision that is older than what it decides on: also once its author was answered.
    let walk = Walk::begin(AnswerBy::None).decided(Outcome::NotAdopted).then(early(today));
    let answer = walk.answer();
    let walk = walk.then(answer);
    assert_eq!(walk.dossier.state, State::Reaction);
    assert_eq!(walk.stranded(), [(Stranding::X12, today.to_string())]);
}

#[test]
fn a_holder_who_is_gone_strands_as_x10_at_once_until_somebody_holds_it() {
    let walk = Walk::begin(AnswerBy::None);
    let today = walk.civil.today(walk.now);
    let absent = |since| Step::HolderAbsent(evidence::Absence::by_carry(since));
    let handed = || Step::HandedOver(evidence::HandOver::by_carry(department(1), account(2)));
    let walk = walk.accepted().guarded(absent(None), "absent").guarded(absent(Some(today.plus_days(1))), "absent");
    let until = walk.dossier.until;
    let walk = walk.then(absent(Some(today)));
    assert_eq!((walk.dossier.state, walk.dossier.until), (State::FrameCheck, until), "it moves nothing");
    let x10 = [(Stranding::X10, today.to_string())];
    assert_eq!(walk.stranded(), x10);
    let walk = walk.guarded(absent(Some(today)), "absent");
    let walk = walk.then(Step::FramesChecked(evidence::Frames::by_carry(Verdict::Fits, Verdict::Fits, Verdict::Fits)));
    assert_eq!(walk.stranded(), x10, "it does not go away by going on");
    let walk = walk.then(handed());
    assert_eq!((walk.stranded(), walk.dossier.absent), (vec![], None), "somebody else holds it");
    let walk = walk.then(absent(Some(today))).then(absent(None));
    assert_eq!(walk.stranded(), [], "somebody stands in");
    let reason = TextId::new(start(), &walk.random);
    let walk = walk.then(absent(Some(today))).then(Step::HandedBack(evidence::HandBack::by_carry(department(1), reason)));
    assert_eq!((walk.stranded(), walk.dossier.holder), (vec![], None), "the officer has it");

    // Taken up again in a new round, whether its holder is there is looked at anew.
    let walk = Walk::begin(AnswerBy::None).accepted().then(absent(Some(today))).goes_on_to(Outcome::Deferred);
    assert_eq!(walk.dossier.absent, Some(today));
    let answer = walk.answer();
    let walk = walk.then(answer).days(90).then(Step::Resumed(evidence::Resumption::by_carry(None)));
    assert_eq!((walk.dossier.state, walk.dossier.absent, walk.stranded()), (State::Assessed, None, vec![]));
}

#[test]
fn decided_and_not_fed_back_strands_as_x7_until_it_is_delivered() {
    let walk = Walk::begin(AnswerBy::Letter).decided(Outcome::NotAdopted).days(30);
    assert_eq!(walk.stranded(), [(Stranding::X7, "2026-03-19".to_owned())]);
    let answer = walk.answer();
    let walk = walk.then(answer);
    assert_eq!(walk.stranded()[0].0, Stranding::X7, "a letter that nobody printed is no answer");
    let handed = walk.delivery(DeliveryStatus::HandedOver);
    assert_eq!(walk.then(handed).stranded(), []);
}

#[test]
fn a_review_opens_a_new_round_and_owes_a_new_answer() {
    let walk = Walk::begin(AnswerBy::None).decided(Outcome::NotAdopted);
    let (answer, first) = (walk.answer(), walk.first());
    let reason = TextId::new(start(), &walk.random);
    let walk = walk
        .then(answer)
        .guarded(Step::ReviewGranted(evidence::Review::by_answer(reason)), "review")
        .then(Step::Reacted(evidence::Reaction::by_answer(first, Some(true), Some(false), true)))
        .then(Step::ReviewGranted(evidence::Review::by_answer(reason)));
    assert_eq!((walk.dossier.state, walk.dossier.outcome, walk.dossier.reviews), (State::Assessed, None, 1));
    assert_eq!(walk.dossier.contributions[0].answered, None);
}

#[test]
fn what_was_put_off_lies_still_when_its_day_is_over_and_is_taken_up_for_a_new_decision_and_a_new_answer() {
    let resume = || Step::Resumed(evidence::Resumption::by_carry(None));
    let evaluated = || Step::Evaluated(evidence::Evaluation::by_learn(TextId::new(start(), &SeededRandom::new(1))));
    let walk = Walk::begin(AnswerBy::Letter).decided(Outcome::Deferred);
    let until = walk.dossier.decided.as_ref().unwrap().until.unwrap();
    assert_eq!(walk.dossier.put_off_until(), None, "first the answer has its own term");
    let answer = walk.answer();
    let walk = walk.then(answer);
    let handed = walk.delivery(DeliveryStatus::HandedOver);
    let walk = walk.then(handed).guarded(evaluated(), "put-off").days(100);
    assert_eq!((walk.dossier.state, walk.dossier.put_off_until()), (State::Reaction, Some(until)));
    assert_eq!(walk.civil.today(walk.now), until);
    assert_eq!(walk.stranded(), [], "the day itself is not over");
    let walk = walk.days(1);
    assert_eq!(walk.stranded(), [(Stranding::X1, until.plus_days(1).to_string())]);
    let walk = walk.then(resume());
    assert_eq!((walk.dossier.state, walk.dossier.outcome), (State::Assessed, None));
    assert_eq!((walk.dossier.department, walk.dossier.holder), (Some(department(1)), Some(account(1))), "whoever had it goes on");
    assert!(walk.dossier.contributions[0].answered.is_none() && walk.dossier.until.is_some(), "its author is owed a new answer");
    assert_eq!(walk.stranded(), []);

    // By mandate, before any department had it: then one is sought.
    let random = SeededRandom::new(9);
    let decision = evidence::Decision::by_carry(
        DecisionId::new(start(), &random),
        Outcome::Deferred,
        "neighbourhood-manager",
        day("2026-03-04"),
        Some(day("2026-06-01")),
    );
    let walk = Walk::begin(AnswerBy::None).screened().then(Step::Decided(decision.mandated()));
    let answer = walk.answer();
    let walk = walk.then(answer).then(resume());
    assert_eq!(walk.dossier.state, State::Screened);

    // What was kept for later policy comes back too, and what was decided for good does not.
    let text = TextId::new(start(), &SeededRandom::new(1));
    let walk = Walk::begin(AnswerBy::None);
    let first = walk.first();
    let kept = Step::Screened(Screening::parked_by_carry(text, Some(text)));
    let walk = walk.then(Step::PrivacyChecked(evidence::Privacy::by_voice(first, true))).then(kept);
    let answer = walk.answer();
    let walk = walk.then(answer);
    assert_eq!(walk.dossier.put_off_until(), None, "nobody named a day");
    assert_eq!(walk.then(resume()).dossier.state, State::Screened);
    let walk = Walk::begin(AnswerBy::None);
    let first = walk.first();
    let kept = Step::Screened(Screening::parked_by_carry(text, Some(text)).until(Some(day("2026-04-30"))));
    let walk = walk.then(Step::PrivacyChecked(evidence::Privacy::by_voice(first, true))).then(kept);
    let answer = walk.answer();
    let walk = walk.then(answer).guarded(evaluated(), "put-off").days(58);
    assert_eq!(walk.stranded(), [(Stranding::X1, "2026-05-01".to_owned())]);
    let walk = walk.then(resume());
    assert_eq!((walk.stranded(), walk.dossier.kept_until), (vec![], None));
    let walk = Walk::begin(AnswerBy::None).decided(Outcome::NotAdopted);
    let answer = walk.answer();
    let walk = walk.then(answer).guarded(resume(), "not-put-off");
    assert_eq!(walk.then(evaluated()).dossier.state, State::Evaluated);
}

#[test]
fn an_author_may_withdraw_in_every_state() {
    for state in State::ALL {
        let may = state.allows(StepKind::Withdrawn);
        assert_eq!(may, !matches!(state, State::Captured | State::Withdrawn), "{state}");
    }
}

#[test]
fn what_is_gathered_until_a_day_does_not_lie_still_before_it_and_the_work_begins_after_it() {
    let closes = day("2026-04-30");
    let gathering = || Step::Gathered(evidence::Gathering::by_carry(Some(closes)));
    let walk = Walk::begin(AnswerBy::None).screened().then(gathering());
    assert_eq!((walk.dossier.state, walk.dossier.gathers), (State::Screened, Some(closes)), "gathering moves nothing");
    let after = |walk: &Walk, term| Some(walk.civil.last_day(closes, term));
    assert_eq!(walk.dossier.until, after(&walk, walk.civil.terms.bundle));
    let joined = walk.days(40);
    assert_eq!(joined.stranded(), [], "forty days on, and residents still answer");
    let random = SeededRandom::new(77);
    let joining = Step::Joined(evidence::Joining::by_journey(
        ContributionId::new(start(), &random),
        kernel::PublicNumber::draw(&random),
        journey::Channel::Paper,
        AnswerBy::Letter,
        day("2026-04-01"),
        start(),
        true,
        true,
        kernel::DossierId::new(start(), &random),
        None,
    ));
    let walk = joined.then(joining);
    assert_eq!((walk.dossier.state, walk.dossier.until), (State::Bundled, after(&walk, walk.civil.terms.bundle)));
    let walk = walk
        .then(Step::Assigned(evidence::Assignment::by_carry(department(1))))
        .then(Step::Accepted(evidence::Acceptance::by_carry(department(1), account(1))))
        .then(Step::FramesChecked(evidence::Frames::by_carry(Verdict::Fits, Verdict::Fits, Verdict::Fits)));
    assert_eq!(walk.dossier.until, after(&walk, walk.civil.terms.assess), "assessed when everybody could answer");
    assert!(!walk.days(120).stranded().is_empty(), "and then it has a term like everything else");
}

#[test]
fn a_result_is_given_after_the_work_of_a_department_and_never_past_it() {
    let random = SeededRandom::new(19);
    let result = |outcome: Outcome| {
        let decision = DecisionId::new(start(), &random);
        Step::Decided(evidence::Decision::by_carry(decision, outcome, "Groen en water", day("2026-03-04"), None).mandated())
    };
    for outcome in [Outcome::ResultActed, Outcome::ResultNoted] {
        assert!(outcome.is_a_result() && outcome.is_carried_out() != outcome.is_a_no(), "something is done, or it is said why not");
        let walk = Walk::begin(AnswerBy::None)
            .screened()
            .guarded(result(outcome), "result")
            .then(Step::Assigned(evidence::Assignment::by_carry(department(1))))
            .then(Step::Accepted(evidence::Acceptance::by_carry(department(1), account(1))))
            .guarded(result(outcome), "result")
            .then(Step::FramesChecked(evidence::Frames::by_carry(Verdict::Fits, Verdict::Fits, Verdict::Fits)))
            .then(Step::AdviceReady(evidence::Advice::by_carry(AdviceId::new(start(), &random))))
            .then(result(outcome));
        assert_eq!((walk.dossier.state, walk.dossier.outcome), (State::Decided, Some(outcome)));
        assert!(walk.dossier.until.is_some(), "every respondent is owed the answer, in term");
        assert_eq!(walk.days(30).stranded()[0].0, Stranding::X7, "silence closes nothing");
    }
}

#[test]
fn the_table_follows_catalogue_f4() {
    use StepKind as K;
    // The transitions of F4 as the catalogue writes them, each with the step that makes it.
    for (from, step) in [
        (State::Received, K::Screened),
        (State::Screened, K::Joined),
        (State::Screened, K::Assigned),
        (State::Screened, K::Decided),
        (State::Bundled, K::Assigned),
        (State::Assigned, K::Accepted),
        (State::FrameCheck, K::FramesChecked),
        (State::FrameCheck, K::AdviceReady),
        (State::FrameCheck, K::Decided),
        (State::Assessed, K::Questioned),
        (State::Questioned, K::QuestionAnswered),
        (State::Assessed, K::Tabled),
        (State::Assessed, K::MeansAwaited),
        (State::Assessed, K::AdviceReady),
        (State::Table, K::Assessed),
        (State::Table, K::MeansAwaited),
        (State::Table, K::AdviceReady),
        (State::Table, K::Escalated),
        (State::Means, K::AdviceReady),
        (State::Means, K::Escalated),
        (State::Means, K::Scheduled),
        (State::Escalated, K::Assessed),
        (State::Escalated, K::Tabled),
        (State::Escalated, K::MeansAwaited),
        (State::Escalated, K::AdviceReady),
        (State::AdviceReady, K::Scheduled),
        (State::OnAgenda, K::Decided),
        (State::Decided, K::Answered),
        (State::Decided, K::MeansAwaited),
        (State::Decided, K::Started),
        (State::Reaction, K::ReviewGranted),
        (State::Reaction, K::Started),
        (State::Reaction, K::Evaluated),
        (State::Underway, K::Realised),
        (State::Underway, K::Answered),
        (State::Realised, K::Integrated),
        (State::Integrated, K::Evaluated),
    ] {
        assert!(from.allows(step), "{from} must allow {step}");
    }
    // What no line of F4 draws.
    for (from, step) in [
        (State::Received, K::Assigned),
        (State::Received, K::Decided),
        (State::Screened, K::Answered),
        (State::Assigned, K::Decided),
        (State::Assessed, K::Decided),
        (State::Assessed, K::Scheduled),
        (State::OnAgenda, K::Answered),
        (State::Questioned, K::Decided),
        (State::Referred, K::Decided),
        (State::Withdrawn, K::Answered),
    ] {
        assert!(!from.allows(step), "{from} must not allow {step}");
    }
}

#[test]
fn terms_are_read_from_settings_and_keep_their_defaults() {
    let terms: journey::Terms = serde_json::from_str(r#"{"accept": {"in": "days", "count": 7}}"#).unwrap();
    assert_eq!(terms.accept, kernel::Term::Days(7));
    assert_eq!(terms.assess, kernel::Term::Working(20));
    assert!(serde_json::from_str::<journey::Terms>(r#"{"acept": {"in": "days", "count": 7}}"#).is_err(), "a slip is not swallowed");
}

#[test]
fn every_code_reads_back() {
    for state in State::ALL {
        assert_eq!(State::from_code(state.code()), Some(*state));
        assert_eq!(serde_json::to_value(state).unwrap(), state.code());
    }
    for kind in StepKind::ALL {
        assert_eq!(StepKind::from_code(kind.code()), Some(*kind));
    }
}

#[test]
fn an_event_of_another_version_is_not_guessed_at() {
    assert!(Event::read("screened", 2, &serde_json::json!({})).unwrap_err().contains("version 2"));
    assert!(Event::read("danced", 1, &serde_json::json!({})).unwrap_err().contains("danced"));
}

fn walk_at_random(steps: &[Attempt], answer_by: AnswerBy) -> (Dossier, Vec<(Event, Instant)>) {
    let mut walk = Walk::begin(answer_by);
    let mut told = Vec::new();
    for attempt in steps {
        walk.now = walk.now.plus_seconds(attempt.days * DAY + 1);
        let Some(step) = attempt.step(&walk.dossier, walk.civil.today(walk.now)) else { continue };
        if let Ok(event) = walk.dossier.decide(step, walk.now, &walk.civil) {
            let withdrawn = walk.dossier.contributions.iter().filter(|t| t.track == Track::Withdrawn).count();
            walk.dossier.apply(&event, walk.now);
            assert!(walk.dossier.contributions.iter().filter(|t| t.track == Track::Withdrawn).count() >= withdrawn);
            told.push((event, walk.now));
        }
    }
    (walk.dossier, told)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) })]

    #[test]
    fn whatever_happens_the_dossier_has_an_owner_a_date_and_no_silent_end(steps in attempts(80), letter: bool) {
        let (d, _) = walk_at_random(&steps, if letter { AnswerBy::Letter } else { AnswerBy::None });
        // While means are awaited, the department that has the dossier keeps it, and the other one owes an answer.
        let awaits_means = d.state == State::Means && matches!(d.means, Some((_, false)));
        prop_assert!(!(d.asked.is_some() && d.department.is_some()) || awaits_means, "one owner");
        prop_assert!(!awaits_means || d.asked == d.means.map(|(department, _)| department), "means are asked of somebody");
        // What lies open beside the way has a date too, and an objection somebody who objects.
        for (code, last) in d.open_matters() {
            let late = stranded(&d, &brussels(), brussels().zone.end_of(last));
            prop_assert!(late.iter().any(|one| one.code == code), "{code} is open and never lies still");
        }
        if matches!(d.state, State::AdviceReady | State::OnAgenda | State::Decided) {
            prop_assert!(d.touched.is_empty(), "{} without hearing whom it touches", d.state);
        }
        // An empty dossier says with which other one its last contribution went along, and waits for nothing.
        prop_assert_eq!(d.merged.is_some(), d.contributions.is_empty());
        if d.state.can_strand() && d.state != State::Underway && d.merged.is_none() {
            prop_assert!(d.until.is_some(), "{} has no date", d.state);
        }
        if matches!(d.state, State::FedBack | State::Reaction | State::Evaluated) {
            prop_assert!(d.live().all(|t| t.answered.is_some()), "{} without a published motivation", d.state);
        }
        if d.state == State::Withdrawn {
            prop_assert!(d.live().next().is_none());
        }
        // Whoever works on it can be named: a department that has it, one that is asked, or the participation team, which has
        // whatever no department took and is the only one that has it before a department was asked.
        if matches!(d.state, State::FrameCheck | State::Assessed | State::Questioned | State::AdviceReady) {
            prop_assert!(d.department.is_some() && d.holder.is_some(), "{} with nobody who holds it", d.state);
        }
        if d.state == State::Assigned {
            prop_assert!(d.asked.is_some(), "nobody was asked");
        }
        if d.state == State::Questioned {
            prop_assert!(!d.questions.is_empty() && d.paused.is_some(), "a question that nobody asked stops the clock for ever");
        }
        prop_assert!(d.state == State::Questioned || d.questions.is_empty(), "a question is open and nobody waits for it");
        // Nothing ends but by the author's own word or a published answer.
        for t in &d.contributions {
            let ended = matches!(t.state, State::FedBack | State::Reaction | State::Evaluated);
            prop_assert!(!ended || t.answered.is_some(), "{} ended at {} in silence", t.number, t.state);
        }
        for t in &d.contributions {
            prop_assert_eq!(t.state, t.track.state(d.state));
        }
    }

    #[test]
    fn replaying_the_journal_gives_back_the_dossier(steps in attempts(80), letter: bool) {
        let answer_by = if letter { AnswerBy::Letter } else { AnswerBy::None };
        let (d, told) = walk_at_random(&steps, answer_by);
        let mut replayed = Walk::begin(answer_by).dossier;
        for (event, at) in told {
            let read = Event::read(event.step.kind().code(), 1, &event_body(&event)).unwrap();
            replayed.apply(&read, at);
        }
        prop_assert_eq!((replayed.state, replayed.department, replayed.until, replayed.outcome), (d.state, d.department, d.until, d.outcome));
        prop_assert_eq!(replayed, d);
    }

    #[test]
    fn every_event_reads_back_from_the_journal_as_it_was(steps in attempts(60)) {
        let (_, told) = walk_at_random(&steps, AnswerBy::Mail);
        for (event, _) in told {
            let body = event_body(&event);
            prop_assert_eq!(Event::read(event.step.kind().code(), 1, &body), Ok(event));
        }
    }
}

fn event_body(event: &Event) -> serde_json::Value {
    event.body().unwrap()
}

#[test]
fn random_walks_reach_every_kind_of_step() {
    use proptest::strategy::ValueTree as _;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..1500 {
        let steps = attempts(120).new_tree(&mut runner).unwrap().current();
        seen.extend(walk_at_random(&steps, AnswerBy::Letter).1.into_iter().map(|(event, _)| event.step.kind()));
    }
    // How a dossier begins is no step; the parts of a contribution are walked at random in `parts.rs`.
    let elsewhere = [StepKind::Received, StepKind::PartBegun, StepKind::PartWithdrawn];
    let missing: Vec<_> = StepKind::ALL.iter().filter(|kind| !elsewhere.contains(*kind) && !seen.contains(*kind)).collect();
    assert!(missing.is_empty(), "the random walks never do {missing:?}, so they prove nothing about it");
}
