//! What of each event everybody may see (catalogue F, principle 4): never a name, an account or the way to an author.

use super::codes::{Outcome, State, StepKind, Track};
use super::dossier::Dossier;
use super::event::Event;
use super::step::Step;
use crate::evidence::Screening;
use kernel::{AnswerId, ContributionId, Date, DepartmentId, Instant, TextId};

/// One step as the public journey page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicStep {
    /// When.
    pub at: Instant,
    /// What: the code of a [`super::codes::StepKind`]; the key of its words is `journey-step-` and this code.
    pub kind: &'static str,
    /// Where it stood after this step.
    pub state: State,
    /// The department that is asked, has it, or gave it back.
    pub department: Option<DepartmentId>,
    /// What was decided.
    pub outcome: Option<Outcome>,
    /// The body that decides, or the level or authority it was brought to: a code.
    pub body: Option<String>,
    /// The day of the agenda, the decision or the table.
    pub date: Option<Date>,
    /// The last day of the term that began.
    pub until: Option<Date>,
    /// The published explanation, when there is one.
    pub text: Option<TextId>,
    /// The published answer.
    pub answer: Option<AnswerId>,
}

/// The public form of an event for the journey of `contribution`; `None` when the event is internal or about another
/// contribution. `after` is the dossier as it stood after the event.
#[must_use]
pub fn public_form(event: &Event, after: &Dossier, contribution: ContributionId, at: Instant) -> Option<PublicStep> {
    if let Some(about) = event.step.contribution()
        && about != contribution
        && event.step.kind() != StepKind::Joined
    {
        return None;
    }
    let state = match after.travelling(contribution) {
        Some(travelling) => travelling.state,
        None => after.state,
    };
    let mut shown = PublicStep {
        at,
        kind: event.step.kind().code(),
        state,
        department: None,
        outcome: None,
        body: None,
        date: None,
        until: event.until,
        text: None,
        answer: None,
    };
    match &event.step {
        // How an answer travels and what its author thought of it is between the author and the municipality; that the
        // words may be published shows by their being there; how means and the reason of a hand-back were worded too.
        // Who holds it is never public, and so neither is that this changed; that nobody does is shown by its lying still.
        Step::PrivacyChecked(_) | Step::Delivered(_) | Step::Left(_) | Step::HandedOver(_) | Step::HolderAbsent(_) => return None,
        Step::Reacted(e) if !e.review_asked => return None,
        Step::Received(_) | Step::Joined(_) | Step::QuestionAnswered(_) | Step::QuestionLapsed(_) => {}
        Step::Reacted(_) | Step::Withdrawn(_) | Step::PartWithdrawn(_) | Step::Realised(_) | Step::Integrated(_) => {}
        Step::Divided(_) | Step::Reunited(_) | Step::PartBegun(_) | Step::PartReopened(_) => {}
        Step::PartAnswered(e) => shown.outcome = Some(e.outcome),
        Step::Gathered(e) if e.until.is_none() => return None,
        Step::Gathered(e) => shown.date = e.until,
        Step::Screened(screening) => {
            shown.text = screening.motive();
            shown.outcome = after.outcome;
            match screening {
                Screening::Referred { to, .. } => shown.body = Some(to.clone()),
                // The day on which it is looked at again says more to a resident than the term of the answer.
                Screening::Parked { until, .. } => shown.until = until.or(event.until),
                Screening::InScope { .. } => {}
            }
        }
        Step::Assigned(e) => shown.department = Some(e.department),
        Step::Accepted(e) => shown.department = Some(e.department),
        Step::HandedBack(e) => shown.department = Some(e.department),
        Step::FramesChecked(_) | Step::Assessed(_) | Step::Questioned(_) | Step::AdviceReady(_) => shown.department = after.department,
        Step::Tabled(e) => shown.date = Some(e.date),
        Step::MeansAwaited(e) => shown.department = Some(e.department),
        Step::MeansCommitted(e) => shown.department = Some(e.department),
        Step::MeansRefused(e) => shown.department = Some(e.department),
        Step::Objected(e) => shown.department = Some(e.department),
        Step::ObjectionEnded(e) => shown.department = Some(e.department),
        Step::Touched(e) => shown.department = Some(e.department),
        Step::Consulted(e) => shown.department = Some(e.department),
        Step::Overtaken(e) => shown.date = Some(e.date),
        Step::OvertakingEnded(_) => {}
        Step::ValuesWeighed(_) => shown.department = after.department,
        Step::Escalated(e) => shown.body = Some(e.level.clone()),
        Step::Scheduled(e) => {
            shown.body = Some(e.body.clone());
            shown.date = Some(e.date);
        }
        Step::Decided(e) => {
            shown.outcome = Some(e.outcome);
            shown.body = Some(e.body.clone());
            shown.date = Some(e.date);
            // The date of a deferral or trial says more to a resident than the term of the answer.
            shown.until = e.until.or(event.until);
        }
        Step::Answered(e) => {
            shown.answer = Some(e.answer);
            shown.outcome = after.outcome;
        }
        Step::ReviewGranted(e) => shown.text = Some(e.reason),
        Step::Resumed(e) => {
            shown.department = after.department;
            shown.text = e.reason;
        }
        Step::Started(e) => shown.department = Some(e.department),
        Step::Evaluated(e) => shown.text = Some(e.negative_effects),
    }
    Some(shown)
}

/// What stays public when the author withdrew: only that (S20).
pub(crate) fn after_withdrawal(steps: Vec<PublicStep>, track: Track) -> Vec<PublicStep> {
    if track != Track::Withdrawn {
        return steps;
    }
    let withdrawn = [StepKind::Withdrawn.code(), StepKind::PartWithdrawn.code()];
    steps.into_iter().filter(|step| withdrawn.contains(&step.kind)).collect()
}
