//! Dossiers and random steps for the tests of this room.
#![allow(dead_code, reason = "each test file uses a part")]

use journey::evidence::{self, Screening};
use journey::{AnswerBy, Channel, Civil, DeliveryStatus, Dossier, NewDossier, Outcome, Step, StepKind, Verdict};
use kernel::{
    AccountId, AdviceId, AnswerId, ContributionId, Date, DecisionId, DeliveryId, DepartmentId, DossierId, Instant, ProcessId, PublicNumber,
    QuestionId, SeededRandom, TextId,
};
use proptest::prelude::*;
use uuid::Uuid;

pub fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

/// Wednesday 4 March 2026, ten in the morning in Brussels.
pub fn start() -> Instant {
    Instant::from_micros(1_772_614_800_000_000)
}

pub fn brussels() -> Civil {
    Civil {
        zone: kernel::Zone::named("Europe/Brussels").expect("a zone"),
        calendar: kernel::Calendar::new(kernel::Holidays::Belgian),
        terms: journey::Terms::default(),
    }
}

pub fn new_dossier(random: &SeededRandom, answer_by: AnswerBy) -> NewDossier {
    NewDossier {
        id: DossierId::new(start(), random),
        process: process(),
        area: None,
        contribution: ContributionId::new(start(), random),
        number: PublicNumber::draw(random),
        channel: Channel::HouseVisit,
        answer_by,
        captured: day("2026-03-01"),
    }
}

pub fn process() -> ProcessId {
    ProcessId::from_uuid(uuid_of(7))
}

/// Ids that are the same in every run.
fn uuid_of(n: u64) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + u128::from(n))
}

pub fn department(n: u64) -> DepartmentId {
    DepartmentId::from_uuid(uuid_of(100 + n))
}

pub fn account(n: u64) -> AccountId {
    AccountId::from_uuid(uuid_of(200 + n))
}

/// One thing that somebody tries.
#[derive(Debug, Clone)]
pub struct Attempt {
    /// Which step; among those that the table allows when `sensible`.
    pub kind: usize,
    pub sensible: bool,
    /// Chooses contribution, department, outcome, status.
    pub pick: usize,
    pub flag: bool,
    /// Days that pass before it.
    pub days: i64,
}

pub fn attempts(most: usize) -> impl Strategy<Value = Vec<Attempt>> {
    let one = (0..1000_usize, prop::bool::weighted(0.9), 0..1000_usize, any::<bool>(), 0..9_i64)
        .prop_map(|(kind, sensible, pick, flag, days)| Attempt { kind, sensible, pick, flag, days: (days - 5).max(0) });
    prop::collection::vec(one, 1..most)
}

impl Attempt {
    /// The step that is tried. `None` for the one that comes through `open`, and when the dossier holds nothing.
    pub fn step(&self, d: &Dossier, today: Date) -> Option<Step> {
        let kinds: Vec<StepKind> = StepKind::ALL
            .iter()
            .copied()
            .filter(|kind| !self.sensible || d.state.allows(*kind))
            .filter(|kind| rare(*kind, self.pick))
            .collect();
        let kind = *kinds.get(self.kind % kinds.len().max(1))?;
        let nobody = ContributionId::from_uuid(uuid_of(999));
        let contribution = d.contributions.get(self.pick % d.contributions.len().max(1)).map_or(nobody, |it| it.contribution);
        let n = self.pick as u64;
        let dep = d.asked.or(d.department).filter(|_| self.sensible).unwrap_or_else(|| department(n % 3));
        let text = TextId::from_uuid(uuid_of(300 + n));
        let question = d.questions.first().map(|q| (q.question, q.contribution));
        let (open, asked_of) = question.unwrap_or((QuestionId::from_uuid(uuid_of(n)), contribution));
        Some(match kind {
            StepKind::Received | StepKind::PartBegun => return None,
            StepKind::Divided => {
                let part = |nth: u64| {
                    let random = SeededRandom::new(7000 + 3 * n + nth);
                    let contribution = ContributionId::from_uuid(uuid_of(950 + nth));
                    let dossier = DossierId::from_uuid(uuid_of(960 + 3 * n + nth));
                    evidence::NewPart { contribution, number: PublicNumber::draw(&random), dossier }
                };
                let parts = (0..1 + n % 3).map(part).collect();
                Step::Divided(evidence::Division::by_journey(contribution, parts))
            }
            StepKind::Reunited => Step::Reunited(evidence::Reunion::by_journey(contribution)),
            StepKind::PartAnswered => {
                let part = d.parts.get(self.pick % d.parts.len().max(1)).map_or(nobody, |part| part.contribution);
                Step::PartAnswered(evidence::PartAnswer::by_journey(part, Outcome::ALL[self.pick % Outcome::ALL.len()]))
            }
            StepKind::PartReopened => {
                let part = d.parts.get(self.pick % d.parts.len().max(1)).map_or(nobody, |part| part.contribution);
                Step::PartReopened(evidence::PartReview::by_journey(part))
            }
            StepKind::Gathered => {
                let until = today.plus_days(i64::try_from(n % 30).expect("small") - 5);
                Step::Gathered(evidence::Gathering::by_carry(self.flag.then_some(until)))
            }
            StepKind::Joined => Step::Joined(joining(n)),
            StepKind::Left => Step::Left(evidence::Leaving::by_journey(contribution, DossierId::from_uuid(uuid_of(900 + n)))),
            StepKind::PrivacyChecked if self.flag => Step::PrivacyChecked(evidence::Privacy::by_voice(contribution, n.is_multiple_of(2))),
            StepKind::PrivacyChecked => Step::PrivacyChecked(evidence::Privacy::kept_back_by_voice(contribution)),
            StepKind::Screened => Step::Screened(match n % 6 {
                0 => Screening::referred_by_carry("water-company", Some(text)),
                1 => Screening::parked_by_carry(text, None).until(self.flag.then(|| today.plus_days(30))),
                _ => Screening::in_scope_by_carry("idea", None),
            }),
            StepKind::Assigned => Step::Assigned(evidence::Assignment::by_carry(department(n % 3))),
            StepKind::Accepted => Step::Accepted(evidence::Acceptance::by_carry(dep, account(n % 2))),
            StepKind::HandedOver => Step::HandedOver(evidence::HandOver::by_carry(dep, account(n % 3))),
            StepKind::HolderAbsent => {
                let since = today.plus_days(i64::from(self.sensible) - 1);
                Step::HolderAbsent(evidence::Absence::by_carry(self.flag.then_some(since)))
            }
            StepKind::HandedBack => Step::HandedBack(evidence::HandBack::by_carry(dep, text)),
            StepKind::FramesChecked => {
                Step::FramesChecked(evidence::Frames::by_carry(Verdict::Fits, Verdict::ALL[self.pick % 3], Verdict::FitsIf))
            }
            StepKind::Assessed => Step::Assessed(evidence::Assessment::by_carry(dep)),
            StepKind::Questioned => Step::Questioned(evidence::Question::by_carry(QuestionId::from_uuid(uuid_of(400 + n)), contribution)),
            StepKind::QuestionAnswered => Step::QuestionAnswered(evidence::QuestionAnswer::by_carry(open, asked_of)),
            StepKind::QuestionLapsed => Step::QuestionLapsed(evidence::QuestionLapse::by_carry(open, asked_of)),
            StepKind::Tabled => Step::Tabled(evidence::Table::by_carry(today.plus_days(4))),
            StepKind::MeansAwaited => {
                Step::MeansAwaited(evidence::MeansAwait::by_carry(department(n % 3), self.flag.then(|| today.plus_days(90))))
            }
            StepKind::MeansRefused => {
                let of = d.awaiting.last().copied().unwrap_or(dep);
                Step::MeansRefused(evidence::MeansRefusal::by_carry(of))
            }
            StepKind::MeansCommitted => {
                let of = d.means.map_or(dep, |(department, _)| department);
                Step::MeansCommitted(evidence::Commitment::by_carry(of, account(1)))
            }
            StepKind::Escalated => Step::Escalated(evidence::Escalation::by_carry("college".to_owned())),
            StepKind::Objected => {
                Step::Objected(evidence::Objection::by_carry(i64::try_from(n % 5).expect("small"), department(n % 4), "costs".to_owned()))
            }
            StepKind::ObjectionEnded => {
                let open = d.objections.first().map_or((1, department(3)), |open| (open.number, open.department));
                Step::ObjectionEnded(evidence::ObjectionEnd::by_carry(open.0, open.1, "withdrawn".to_owned()))
            }
            StepKind::Touched => Step::Touched(evidence::ConsultRequest::by_carry(department(n % 4))),
            StepKind::Consulted => {
                let open = d.touched.first().map_or_else(|| department(3), |open| open.department);
                Step::Consulted(evidence::Consult::by_carry(open, "agrees".to_owned()))
            }
            StepKind::Overtaken => Step::Overtaken(evidence::Overtaking::by_carry(today.plus_days(-1))),
            StepKind::OvertakingEnded => Step::OvertakingEnded(evidence::OvertakingEnd::by_carry("explained".to_owned())),
            StepKind::ValuesWeighed => Step::ValuesWeighed(evidence::ValueRecord::by_carry(self.flag)),
            StepKind::AdviceReady => Step::AdviceReady(evidence::Advice::by_carry(AdviceId::from_uuid(uuid_of(n)))),
            StepKind::Scheduled => {
                let date = today.plus_days(if self.flag { 6 } else { i64::from(self.sensible) - 1 });
                Step::Scheduled(evidence::Agenda::by_carry("council".to_owned(), date))
            }
            StepKind::Decided => {
                let outcome = Outcome::ALL[self.pick % Outcome::ALL.len()];
                let until = (outcome == Outcome::Deferred && (self.flag || self.sensible)).then(|| today.plus_days(60));
                let date = today.plus_days(if self.sensible { -1 } else { 1 });
                let decision = evidence::Decision::by_carry(DecisionId::from_uuid(uuid_of(n)), outcome, "college", date, until);
                Step::Decided(if self.flag { decision.mandated() } else { decision })
            }
            StepKind::Answered => Step::Answered(evidence::Motivation::by_answer(AnswerId::from_uuid(uuid_of(500 + n)), contribution)),
            StepKind::Delivered => Step::Delivered(evidence::Delivery::by_answer(
                DeliveryId::from_uuid(uuid_of(n)),
                contribution,
                AnswerBy::Letter,
                DeliveryStatus::ALL[self.pick % DeliveryStatus::ALL.len()],
            )),
            StepKind::Reacted => Step::Reacted(evidence::Reaction::by_answer(contribution, Some(self.flag), None, n.is_multiple_of(2))),
            StepKind::ReviewGranted => Step::ReviewGranted(evidence::Review::by_answer(text)),
            StepKind::Resumed => Step::Resumed(evidence::Resumption::by_carry(self.flag.then_some(text))),
            StepKind::Started => Step::Started(evidence::Start::by_deliver(dep)),
            StepKind::Realised => Step::Realised(evidence::Realisation::by_deliver(journey::ConfirmedBy::Author)),
            StepKind::Integrated => Step::Integrated(evidence::Integration::by_deliver(self.flag)),
            StepKind::Evaluated => Step::Evaluated(evidence::Evaluation::by_learn(text)),
            StepKind::Withdrawn => Step::Withdrawn(evidence::Withdrawal::by_voice(contribution)),
            StepKind::PartWithdrawn => Step::PartWithdrawn(evidence::Withdrawal::by_voice(contribution)),
        })
    }
}

/// Somebody whose contribution comes to travel along.
fn joining(n: u64) -> evidence::Joining {
    let random = SeededRandom::new(5000 + n);
    let answer_by = AnswerBy::ALL[usize::try_from(n).expect("small") % AnswerBy::ALL.len()];
    evidence::Joining::by_journey(
        ContributionId::new(start(), &random),
        PublicNumber::draw(&random),
        Channel::Paper,
        answer_by,
        day("2026-03-02"),
        start(),
        true,
        n.is_multiple_of(2),
        DossierId::from_uuid(uuid_of(800 + n)),
        None,
    )
}

/// Withdrawing ends a walk and handing back turns it round, so both are tried less often than what moves it on.
const fn rare(kind: StepKind, pick: usize) -> bool {
    match kind {
        StepKind::Withdrawn | StepKind::PartWithdrawn => pick.is_multiple_of(23),
        StepKind::Left | StepKind::Gathered => pick.is_multiple_of(7),
        StepKind::Divided | StepKind::PartReopened => pick.is_multiple_of(11),
        StepKind::Joined | StepKind::HandedOver | StepKind::Objected | StepKind::ValuesWeighed => pick.is_multiple_of(3),
        StepKind::Touched | StepKind::OvertakingEnded | StepKind::HolderAbsent => pick.is_multiple_of(5),
        StepKind::Overtaken => pick.is_multiple_of(19),
        StepKind::HandedBack => pick.is_multiple_of(5),
        _ => true,
    }
}
