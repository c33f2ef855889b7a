//! Every line of catalogue F4 that `journey` draws is walked by somebody: an act of a room opens it, or it stands below with the reason
//! why nobody needs it. A line that is drawn and that nobody can walk is a promise to residents that is not kept.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use carry::Act;
use design::Decider;
use journey::evidence::Receipt;
use journey::{AnswerBy, Channel, Dossier, Event, OpenConsult, OpenObjection, Outcome, State, Step, StepKind, Track};
use kernel::{AccountId, ContributionId, Date, DepartmentId, DossierId, Instant, ProcessId, PublicNumber, SeededRandom, TenantId};
use std::path::{Path, PathBuf};

/// Lines that are drawn and not used, each with its reason.
const UNUSED: &[(State, StepKind, &str)] = {
    use State::{Assessed, Decided, Escalated, FedBack, FrameCheck, Means, Questioned, Realised, Table};
    use StepKind as K;
    &[
        (FrameCheck, K::AdviceReady, "the verdicts lead to S6, where an advice can be given at once"),
        (FrameCheck, K::Assessed, "whoever takes it after a hand-back gives the verdicts anew"),
        (Assessed, K::FramesChecked, "what changed since the verdicts is said in the advice"),
        (Questioned, K::ValuesWeighed, "the clock stands still until the author answers"),
        (Table, K::MeansAwaited, "what was agreed is written down first, and leads to S6"),
        (Table, K::AdviceReady, "what was agreed is written down first, and leads to S6"),
        (Escalated, K::AdviceReady, "what the level said is written down first, and leads to S6"),
        (Means, K::Scheduled, "an agenda has an advice before it, which tells what the means are"),
        (Decided, K::MeansAwaited, "a guard closes it: every author hears of a deferral first"),
        (FedBack, K::Evaluated, "the answer arrives first (S15)"),
        (Realised, K::Evaluated, "first it is looked at whether it lasts (S18)"),
    ]
};

/// The acts of `carry` by which a step is set; `None` for what is set elsewhere, or by itself.
fn acts(step: StepKind) -> Option<&'static [Act]> {
    use StepKind as K;
    let acts: &'static [Act] = match step {
        K::Screened => &[Act::Screen],
        K::Joined => &[Act::Bundle],
        K::Left => &[Act::Part],
        K::Divided => &[Act::Divide],
        K::Reunited => &[Act::Reunite],
        // A table or a higher level may find another department.
        K::Assigned => &[Act::Assign, Act::Conclude, Act::Settle],
        K::Accepted => &[Act::Accept],
        K::HandedBack => &[Act::HandBack],
        K::FramesChecked => &[Act::CheckFrames],
        K::Assessed => &[Act::Conclude, Act::Settle],
        K::Questioned => &[Act::Ask],
        K::QuestionAnswered => &[Act::AnswerQuestion],
        K::Tabled => &[Act::Convene],
        K::MeansAwaited => &[Act::AskMeans],
        K::MeansCommitted | K::MeansRefused => &[Act::AnswerMeans],
        K::Escalated => &[Act::Escalate],
        K::Objected => &[Act::Object],
        K::ObjectionEnded => &[Act::EndObjection],
        K::Touched => &[Act::Touch],
        K::Consulted => &[Act::Consult],
        K::OvertakingEnded => &[Act::Explain],
        K::ValuesWeighed => &[Act::Weigh],
        K::AdviceReady => &[Act::Advise],
        K::Scheduled => &[Act::Schedule],
        K::Decided => &[Act::Decide],
        K::Resumed => &[Act::Resume],
        _ => return None,
    };
    Some(acts)
}

/// What `journey` writes itself, when a room bundles, divides or answers.
const BY_ITSELF: &[StepKind] = &[
    StepKind::Received,
    StepKind::Joined,
    StepKind::Left,
    StepKind::Divided,
    StepKind::Reunited,
    StepKind::PartBegun,
    StepKind::PartAnswered,
    StepKind::PartReopened,
];

fn begun(random: &SeededRandom) -> Dossier {
    let now = Instant::from_micros(1_772_614_800_000_000);
    let process = ProcessId::new(now, random);
    let (contribution, number) = (ContributionId::new(now, random), PublicNumber::draw(random));
    let receipt = Receipt::by_journey(process, None, contribution, number, Channel::Online, AnswerBy::None, Date::FIRST);
    let event = Event { step: Step::Received(receipt), until: None, react_until: None };
    Dossier::begin(TenantId::new(now, random), DossierId::new(now, random), &event, now).unwrap()
}

/// Dossiers that stand in this state in every way on which an act may depend.
fn standing(state: State) -> Vec<Dossier> {
    let random = SeededRandom::new(41);
    let now = Instant::from_micros(1_772_614_800_000_000);
    let (one, other) = (DepartmentId::new(now, &random), DepartmentId::new(now, &random));
    let holder = AccountId::new(now, &random);
    let mut found = Vec::new();
    for nth in 0..64_u32 {
        let is = |bit: u32| nth & (1 << bit) != 0;
        let mut d = begun(&random);
        d.state = state;
        if is(0) {
            (d.department, d.holder) = (Some(one), Some(holder));
        }
        d.asked = is(1).then_some(other);
        d.means = is(2).then_some((other, is(3)));
        d.bounces = if is(3) { 2 } else { 0 };
        if is(4) {
            d.objections.push(OpenObjection { number: 1, department: other, until: Date::FIRST });
            d.touched.push(OpenConsult { department: other, until: Date::FIRST });
            d.overtaken = Some(Date::FIRST);
        }
        if is(5) {
            let mut second = d.contributions[0].clone();
            second.contribution = ContributionId::new(now, &random);
            d.contributions.push(second);
        }
        if matches!(state, State::FedBack | State::Reaction) {
            d.outcome = Some(Outcome::Deferred);
            for it in &mut d.contributions {
                it.track = Track::Reaction;
            }
        }
        found.push(d);
    }
    found
}

fn is_opened(state: State, acts: &[Act]) -> bool {
    let open = |dossier: &Dossier| acts.iter().any(|act| Decider::ALL.into_iter().any(|decider| act.is_open(dossier, decider)));
    standing(state).iter().any(open)
}

#[test]
fn every_line_that_is_drawn_is_opened_by_an_act_or_has_a_reason_why_not() {
    for state in State::ALL.iter().copied() {
        for step in StepKind::ALL.iter().copied().filter(|step| state.allows(*step)) {
            let reason = UNUSED.iter().find(|(from, by, _)| (*from, *by) == (state, step));
            match (acts(step), reason) {
                (Some(acts), None) => assert!(is_opened(state, acts), "{state} by {step} is drawn, and no act opens it"),
                (Some(acts), Some((.., why))) => assert!(!is_opened(state, acts), "{state} by {step} is used after all: {why}"),
                (None, _) => {}
            }
        }
    }
    for (state, step, why) in UNUSED {
        assert!(state.allows(*step), "{state} by {step} is not drawn any more: {why}");
    }
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|it| it == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn every_step_is_set_by_a_room_of_the_house() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut files = Vec::new();
    for room in ["voice", "carry", "answer", "deliver", "learn"] {
        sources(&crates.join(room).join("src"), &mut files);
    }
    let all: String = files.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    for step in StepKind::ALL.iter().filter(|step| !BY_ITSELF.contains(step)) {
        assert!(all.contains(&format!("Step::{step:?}(")), "no room ever sets {step}");
    }
}
