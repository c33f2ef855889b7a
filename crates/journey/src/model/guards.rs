//! May this step be set now? The table of F4 first ([`State::allows`]), then the guards.

use super::codes::{Outcome, State, StepKind, Track};
use super::dossier::Dossier;
use super::event::Event;
use super::step::Step;
use super::terms::Civil;
use crate::evidence::Screening;
use kernel::{ContributionId, Date, DepartmentId, Instant, Term};

/// Why a step may not be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAllowed {
    /// The table of F4 has no such step in this state.
    #[error("the step «{step}» cannot be set in state {state}")]
    NotNow {
        /// Where the dossier stands.
        state: State,
        /// What was tried.
        step: StepKind,
    },
    /// A guard is not met; its code is one of [`GUARDS`].
    #[error("the guard «{0}» is not met")]
    Guard(&'static str),
}

macro_rules! guards {
    ($($(#[$doc:meta])* $name:ident $code:literal;)*) => {
        $( $(#[$doc])* pub const $name: &str = $code; )*
        /// The codes of all guards; their words have the key `journey-guard-` and the code.
        pub const GUARDS: &[&str] = &[$($name),*];

        /// The key of the words of a guard, by its code.
        #[must_use]
        pub fn guard_key(code: &str) -> &'static str {
            match code {
                $($code => concat!("journey-guard-", $code),)*
                _ => "journey-guard-elsewhere",
            }
        }
    };
}

guards! {
    /// The contribution does not travel in this dossier.
    ELSEWHERE "elsewhere";
    /// The author withdrew it.
    WITHDRAWN "withdrawn";
    /// S1→S2: every contribution has had its privacy check.
    PRIVACY "privacy";
    /// S4: the department that answers is the one that was asked.
    OTHER_DEPARTMENT "other-department";
    /// S6, S8, S11: a department has it, so that somebody holds it.
    OWNER "owner";
    /// S2→S7: only what departments gave back twice is brought to a table before one has it (X2).
    NOT_BOUNCED "not-bounced";
    /// S5→S6: three verdicts.
    FRAMES "frames";
    /// S6a: that question is not open.
    QUESTION "question";
    /// S6a: a question lapses only when its term is over.
    QUESTION_TERM "question-term";
    /// S8: means are committed by the budget holder who was asked.
    MEANS "means";
    /// X3: a department objects to what another one has, once at a time under each number; and only what is open ends.
    OBJECTION "objection";
    /// X9: another department is touched once at a time, and only one that is touched is heard.
    TOUCH "touch";
    /// S11, S3a: every department that it touches was heard, or somebody above both went on without (F4).
    CONSULT "consult";
    /// X12: that a decision came too early is told once, and only what was told is looked at.
    OVERTAKEN "overtaken";
    /// X10: that whoever holds it is absent is told once, and only then that somebody is there again.
    ABSENT "absent";
    /// S12: the date of the agenda lies in the past.
    AGENDA_DATE "agenda-date";
    /// S13: without an agenda a decision needs a mandate.
    MANDATE "mandate";
    /// S5→S13: by mandate only a rejection, so early.
    ONLY_A_NO "only-a-no";
    /// S13: a decision is not taken in the future.
    DECISION_DATE "decision-date";
    /// S13: who defers says until when.
    DEFERRED_UNTIL "deferred-until";
    /// S14: this author has an answer already.
    ANSWERED "answered";
    /// S14: this author has no answer yet.
    NOT_ANSWERED "not-answered";
    /// The delivery cannot go from its status to this one.
    DELIVERY "delivery";
    /// S15→S6: no author asked for a review.
    REVIEW "review";
    /// Only a deferred idea waits for means after the decision.
    NOT_DEFERRED "not-deferred";
    /// Only what was put off or kept for later is taken up again.
    NOT_PUT_OFF "not-put-off";
    /// S19: what was put off or kept for later comes back, so that it does not end with the evaluation of its process.
    PUT_OFF "put-off";
    /// S16: nothing was decided that can be carried out.
    NOTHING_TO_DO "nothing-to-do";
    /// S19: not every author is answered.
    OWED "owed";
    /// Bundling: it holds no more, or it is the same dossier.
    BUNDLE "bundle";
    /// Dividing: it travels alone, is no part itself, and becomes two parts at least.
    DIVIDE "divide";
    /// What was divided goes on in its parts, and they become one again only before any of them is answered.
    PARTS "parts";
    /// A part is withdrawn with the whole, and the whole not as a part.
    PART "part";
    /// A result stands on what a department found: it is no shortcut past its advice (F5).
    RESULT "result";
}

fn guard(holds: bool, code: &'static str) -> Result<(), NotAllowed> {
    if holds { Ok(()) } else { Err(NotAllowed::Guard(code)) }
}

impl Dossier {
    /// The event that this step makes at `at`, with its terms.
    ///
    /// # Errors
    /// [`NotAllowed`] when the table or a guard forbids it; the dossier is left as it is.
    pub fn decide(&self, step: Step, at: Instant, civil: &Civil) -> Result<Event, NotAllowed> {
        // Into an empty dossier a contribution can only come back, when its author contests the bundle (S3).
        if (self.merged.is_some() && step.kind() != StepKind::Joined) || !self.state.allows(step.kind()) {
            return Err(NotAllowed::NotNow { state: self.state, step: step.kind() });
        }
        if let Some(contribution) = step.contribution()
            && step.kind() != StepKind::Joined
        {
            let travelling = self.travelling(contribution).ok_or(NotAllowed::Guard(ELSEWHERE))?;
            guard(travelling.track != Track::Withdrawn, WITHDRAWN)?;
        }
        let today = civil.today(at);
        let terms = &civil.terms;
        let last = |term: Term| Some(civil.last_day(today, term));
        // Where answers are gathered until a day, nobody can begin before it is over.
        let gathered = |until: Option<Date>, term: Term| Some(civil.last_day(until.map_or(today, |until| until.max(today)), term));
        let mut react_until = None;
        let until = match &step {
            Step::Received(_) | Step::PartBegun(_) => return Err(NotAllowed::NotNow { state: self.state, step: step.kind() }),
            Step::PrivacyChecked(e) => {
                let all_checked = self.live().all(|t| t.checked || t.contribution == e.contribution);
                let newly = self.live().any(|t| !t.checked);
                if self.state == State::Received && all_checked && newly { last(terms.screen) } else { None }
            }
            Step::Screened(screening) => {
                guard(self.live().all(|t| t.checked), PRIVACY)?;
                match screening {
                    Screening::InScope { .. } => last(terms.bundle),
                    Screening::Referred { .. } => last(terms.refer),
                    Screening::Parked { .. } => last(terms.park),
                }
            }
            // What a department has keeps the term of its work.
            Step::Gathered(e) if matches!(self.state, State::Screened | State::Bundled) => {
                e.until.and_then(|_| gathered(e.until, terms.bundle))
            }
            Step::Gathered(_) => None,
            Step::Joined(e) => {
                guard(e.from != self.id && self.travelling(e.contribution).is_none(), BUNDLE)?;
                if self.state == State::Screened || self.merged.is_some() { gathered(self.gathers, terms.bundle) } else { None }
            }
            Step::Left(e) => {
                guard(e.to != self.id, BUNDLE)?;
                None
            }
            Step::Divided(e) => {
                let whole = self.travelling(e.contribution).is_some_and(|t| t.part_of.is_none());
                guard(whole && self.live().count() == 1 && e.parts.len() > 1, DIVIDE)?;
                // Whoever is still to be heard about the whole would be heard by none of its parts (X9).
                guard(self.touched.is_empty(), CONSULT)?;
                None
            }
            Step::Reunited(_) => {
                guard(!self.parts.is_empty() && self.parts.iter().all(|part| part.outcome.is_none()), PARTS)?;
                last(terms.bundle)
            }
            Step::PartAnswered(e) => {
                guard(self.parts.iter().any(|part| part.contribution == e.part), PARTS)?;
                let all = self.parts.iter().all(|part| part.contribution == e.part || part.outcome.is_some());
                if all { last(terms.feed_back) } else { None }
            }
            Step::PartReopened(e) => {
                guard(self.parts.iter().any(|part| part.contribution == e.part && part.outcome.is_some()), PARTS)?;
                None
            }
            Step::Assigned(_) => last(terms.accept),
            Step::Accepted(e) => {
                guard(self.asked == Some(e.department), OTHER_DEPARTMENT)?;
                last(terms.frames)
            }
            Step::HandedOver(e) => {
                guard(self.department.is_some(), OWNER)?;
                guard(self.department == Some(e.department), OTHER_DEPARTMENT)?;
                None
            }
            Step::HolderAbsent(e) => {
                guard(self.holder.is_some() && e.since.is_some() != self.absent.is_some(), ABSENT)?;
                guard(e.since.is_none_or(|since| since <= today), ABSENT)?;
                None
            }
            Step::HandedBack(e) => {
                guard(self.asked.or(self.department) == Some(e.department), OTHER_DEPARTMENT)?;
                gathered(self.gathers, terms.bundle)
            }
            Step::FramesChecked(_) => gathered(self.gathers, terms.assess),
            Step::Assessed(e) => {
                guard(self.department.is_some(), OWNER)?;
                guard(self.department == Some(e.department), OTHER_DEPARTMENT)?;
                guard(self.state != State::FrameCheck || self.frames.is_some(), FRAMES)?;
                gathered(self.gathers, terms.assess)
            }
            Step::Questioned(e) => {
                guard(!self.questions.iter().any(|open| open.question == e.question), QUESTION)?;
                last(terms.question)
            }
            Step::QuestionAnswered(e) => {
                guard(self.questions.iter().any(|q| q.question == e.question && q.contribution == e.contribution), QUESTION)?;
                self.resumed_until(today, civil)
            }
            Step::QuestionLapsed(e) => {
                guard(self.questions.iter().any(|q| q.question == e.question && q.contribution == e.contribution), QUESTION)?;
                guard(self.until.is_none_or(|until| today > until), QUESTION_TERM)?;
                self.resumed_until(today, civil)
            }
            Step::Tabled(e) => {
                guard(!matches!(self.state, State::Screened | State::Bundled) || self.is_bounced(), NOT_BOUNCED)?;
                Some(civil.last_day(today, terms.table).max(e.date))
            }
            Step::MeansAwaited(e) => {
                guard(self.parts.is_empty(), PARTS)?;
                guard(self.outcome.is_some() || self.department.is_some(), OWNER)?;
                guard(self.outcome.is_none() || self.outcome == Some(Outcome::Deferred), NOT_DEFERRED)?;
                guard(self.outcome.is_none() || self.owes_no_answer(), OWED)?;
                let own = e.next_date.or_else(|| last(terms.means));
                // Of several departments that are asked, the one that must answer first gives the term.
                let others = self.state == State::Means && self.awaiting.iter().any(|department| *department != e.department);
                if others { self.until.min(own).or(own) } else { own }
            }
            Step::MeansCommitted(e) => {
                guard(self.awaits_means_of(e.department), MEANS)?;
                None
            }
            Step::MeansRefused(e) => {
                guard(self.awaits_means_of(e.department), MEANS)?;
                None
            }
            Step::Escalated(_) => last(terms.escalate),
            Step::Objected(e) => {
                let known = self.objections.iter().any(|open| open.number == e.number || open.department == e.department);
                let own = self.department == Some(e.department) || (self.state == State::Assigned && self.asked == Some(e.department));
                guard(!known && !own, OBJECTION)?;
                last(terms.object)
            }
            Step::ObjectionEnded(e) => {
                let open = self.objections.iter().any(|open| open.number == e.number && open.department == e.department);
                guard(open, OBJECTION)?;
                None
            }
            Step::Touched(e) => {
                let known = self.touched.iter().any(|open| open.department == e.department);
                let own = self.department == Some(e.department) || (self.state == State::Assigned && self.asked == Some(e.department));
                guard(!known && !own, TOUCH)?;
                last(terms.consult)
            }
            Step::Consulted(e) => {
                guard(self.touched.iter().any(|open| open.department == e.department), TOUCH)?;
                None
            }
            Step::Overtaken(e) => {
                guard(self.overtaken.is_none() && e.date <= today, OVERTAKEN)?;
                None
            }
            Step::OvertakingEnded(_) => {
                guard(self.overtaken.is_some(), OVERTAKEN)?;
                None
            }
            Step::ValuesWeighed(e) => {
                // What was recorded before keeps its term: writing it down again is no choice.
                let running = self.unchosen;
                if e.chosen { None } else { running.or_else(|| last(terms.choose)) }
            }
            Step::AdviceReady(_) => {
                guard(self.department.is_some(), OWNER)?;
                guard(self.touched.is_empty(), CONSULT)?;
                self.means_are_settled()?;
                last(terms.advise)
            }
            Step::Scheduled(e) => {
                guard(self.touched.is_empty(), CONSULT)?;
                self.means_are_settled()?;
                guard(e.date >= today, AGENDA_DATE)?;
                Some(e.date)
            }
            Step::Decided(e) => {
                guard(self.touched.is_empty(), CONSULT)?;
                guard(self.state == State::OnAgenda || e.mandated, MANDATE)?;
                guard(!e.outcome.is_a_result() || matches!(self.state, State::AdviceReady | State::OnAgenda), RESULT)?;
                guard(self.state != State::FrameCheck || e.outcome.is_a_no(), ONLY_A_NO)?;
                guard(e.date <= today, DECISION_DATE)?;
                guard(e.outcome != Outcome::Deferred || e.until.is_some_and(|until| until > e.date), DEFERRED_UNTIL)?;
                Some(civil.last_day(e.date, terms.feed_back))
            }
            Step::Answered(e) => {
                guard(self.outcome.is_some(), NOT_ANSWERED)?;
                guard(self.along(e.contribution) || self.is_carried_out(), ANSWERED)?;
                react_until = last(terms.react);
                None
            }
            Step::Delivered(e) => {
                let travelling = self.travelling(e.contribution).ok_or(NotAllowed::Guard(ELSEWHERE))?;
                guard(travelling.answered.is_some(), NOT_ANSWERED)?;
                guard(travelling.delivery.may_become(e.status), DELIVERY)?;
                react_until = last(terms.react);
                None
            }
            Step::Reacted(e) => {
                guard(!self.along(e.contribution), NOT_ANSWERED)?;
                None
            }
            Step::ReviewGranted(_) => {
                // What was carried out is no answer that could be looked at once more.
                if self.state == State::Evaluated && self.outcome.is_some_and(Outcome::is_carried_out) {
                    return Err(NotAllowed::NotNow { state: self.state, step: step.kind() });
                }
                guard(self.parts.is_empty(), PARTS)?;
                guard(self.live().any(|t| t.review_asked), REVIEW)?;
                if self.department.is_some() { last(terms.assess) } else { last(terms.bundle) }
            }
            Step::Resumed(_) => {
                guard(self.parts.is_empty(), PARTS)?;
                guard(self.outcome.is_some_and(Outcome::comes_back), NOT_PUT_OFF)?;
                guard(self.owes_no_answer(), OWED)?;
                if self.department.is_some() { last(terms.assess) } else { last(terms.bundle) }
            }
            Step::Started(_) => {
                guard(self.parts.is_empty(), PARTS)?;
                guard(self.outcome.is_some_and(Outcome::is_carried_out), NOTHING_TO_DO)?;
                // Decision-and-answer and delivery are two tracks: the term of an answer that is owed runs on.
                if self.owes_no_answer() { None } else { self.until }
            }
            Step::Realised(_) | Step::Integrated(_) => None,
            Step::Evaluated(_) => {
                guard(self.owes_no_answer(), OWED)?;
                guard(!self.outcome.is_some_and(Outcome::comes_back), PUT_OFF)?;
                None
            }
            Step::Withdrawn(e) | Step::PartWithdrawn(e) => {
                let part = self.travelling(e.contribution).is_some_and(|t| t.part_of.is_some());
                guard(part == (step.kind() == StepKind::PartWithdrawn), PART)?;
                let asked_only_here = !self.questions.is_empty() && self.questions.iter().all(|q| q.contribution == e.contribution);
                if asked_only_here { self.resumed_until(today, civil) } else { None }
            }
        };
        Ok(Event { step, until, react_until })
    }

    fn along(&self, contribution: ContributionId) -> bool {
        self.travelling(contribution).is_some_and(|t| t.track == Track::Along)
    }

    /// Whether every author who did not withdraw has an answer.
    #[must_use]
    pub fn owes_no_answer(&self) -> bool {
        self.live().all(|t| t.track != Track::Along)
    }

    /// A changed plan is fed back again (S16→S15).
    const fn is_carried_out(&self) -> bool {
        matches!(self.state, State::Underway | State::Realised | State::Integrated)
    }

    /// Whether the answer of that department about its means is awaited. A dossier that was kept before several departments
    /// could be asked names only one; and whoever refused may still commit.
    #[must_use]
    pub fn awaits_means_of(&self, department: DepartmentId) -> bool {
        self.awaiting.contains(&department) || (self.awaiting.is_empty() && self.means == Some((department, false)))
    }

    /// The exit of S8: the means are committed, or were never awaited. Of several departments all have answered then.
    fn means_are_settled(&self) -> Result<(), NotAllowed> {
        guard(self.state != State::Means || matches!(self.means, Some((_, true))), MEANS)
    }

    /// A question to the author stops the clock and does not turn it back: what was left of the term is left after it.
    fn resumed_until(&self, today: Date, civil: &Civil) -> Option<Date> {
        let paused = self.paused.as_ref()?;
        let until = paused.until?;
        let left = civil.today(paused.at).days_until(until);
        match u16::try_from(left) {
            Ok(left) => Some(civil.last_day(today, Term::Days(left))),
            Err(_) => Some(until),
        }
    }
}
