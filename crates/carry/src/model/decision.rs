//! Verdicts, and when a decision differs from the advice (catalogue F1 S5, S11, S13).

use design::Decider;
use journey::{Outcome, State, Verdict};

/// A frame that is checked before residents work a plan out (catalogue B45, F1 S5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frame {
    /// Laws and rules.
    Legal,
    /// Money, once and every year.
    Financial,
    /// Place, maintenance, technique.
    Practical,
    /// What departments plan on the same ground.
    Plans,
}

impl Frame {
    /// The four frames.
    pub const ALL: [Self; 4] = [Self::Legal, Self::Financial, Self::Practical, Self::Plans];

    /// As stored, and the name of its field.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Legal => "legal",
            Self::Financial => "financial",
            Self::Practical => "practical",
            Self::Plans => "plans",
        }
    }
    /// The frame of a code.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|frame| frame.code() == code)
    }
    /// Its word.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Legal => "carry-frame-legal",
            Self::Financial => "carry-frame-financial",
            Self::Practical => "carry-frame-practical",
            Self::Plans => "carry-frame-plans",
        }
    }
}

/// Whether the rule that stands in the way is one that nobody here can change (F1 S5: the rule quoted, and whether it is essential or
/// adjustable), so that residents know where an effort is in vain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Firmness {
    /// Nobody here can depart from it.
    Essential,
    /// Whoever made it can change it.
    Adjustable,
}

impl Firmness {
    /// What a form offers for a rule of which this is not known.
    pub const UNKNOWN: &'static str = "unknown";
    /// Both.
    pub const ALL: [Self; 2] = [Self::Essential, Self::Adjustable];

    /// Its value in forms, tables and the public interface.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Essential => "essential",
            Self::Adjustable => "adjustable",
        }
    }
    /// The one of a code.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
    /// What is told of a verdict; nothing of one that fits as it is, because then no rule stands in the way.
    #[must_use]
    pub const fn told(fit: Verdict, firmness: Option<Self>) -> Option<&'static str> {
        match (fit, firmness) {
            (Verdict::Fits, _) => None,
            (_, Some(Self::Essential)) => Some("carry-firmness-essential"),
            (_, Some(Self::Adjustable)) => Some("carry-firmness-adjustable"),
            (_, None) => Some("carry-firmness-unknown"),
        }
    }
}

/// Whether a decision goes against the advice, so that it needs a motive of its own
/// (F1 S13: «decision differs from advice → separate motive»). Putting off or trying out is not yet against it.
#[must_use]
pub const fn deviates(advised: Verdict, outcome: Outcome) -> bool {
    let taken_up = outcome.is_carried_out();
    let refused = matches!(outcome, Outcome::NotAdopted | Outcome::OutOfScope | Outcome::ResultNoted);
    match advised {
        Verdict::Fits | Verdict::FitsIf => refused,
        Verdict::DoesNotFit => taken_up,
    }
}

/// How a decision comes about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    /// By the body on whose agenda the dossier stands.
    Agenda,
    /// By mandate, without an agenda (F4: a no after the frame check, the mandated head on a ready advice, and the
    /// fast lane for small matters in an area).
    Mandate,
}

/// How a decision can come about in this state, when the charter names this decider; `None` when it cannot yet.
#[must_use]
pub const fn lane(state: State, decider: Decider) -> Option<Lane> {
    match (state, decider) {
        (State::OnAgenda, _) => Some(Lane::Agenda),
        (State::AdviceReady | State::FrameCheck, Decider::DepartmentHead | Decider::NeighbourhoodManager)
        | (State::Screened | State::Bundled, Decider::NeighbourhoodManager) => Some(Lane::Mandate),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusing_what_fits_and_taking_up_what_does_not_are_against_the_advice() {
        assert!(deviates(Verdict::Fits, Outcome::NotAdopted));
        assert!(deviates(Verdict::FitsIf, Outcome::OutOfScope));
        assert!(deviates(Verdict::DoesNotFit, Outcome::Adopted));
        assert!(deviates(Verdict::DoesNotFit, Outcome::Partly));
    }

    #[test]
    fn only_who_has_a_mandate_decides_without_an_agenda() {
        assert_eq!(lane(State::OnAgenda, Decider::Body), Some(Lane::Agenda));
        assert_eq!(lane(State::AdviceReady, Decider::Body), None);
        assert_eq!(lane(State::AdviceReady, Decider::DepartmentHead), Some(Lane::Mandate));
        assert_eq!(lane(State::Screened, Decider::DepartmentHead), None);
        assert_eq!(lane(State::Screened, Decider::NeighbourhoodManager), Some(Lane::Mandate));
        assert_eq!(lane(State::Decided, Decider::NeighbourhoodManager), None);
    }

    #[test]
    fn following_the_advice_or_putting_it_off_is_not() {
        assert!(!deviates(Verdict::Fits, Outcome::Adopted));
        assert!(!deviates(Verdict::FitsIf, Outcome::Partly));
        assert!(!deviates(Verdict::Fits, Outcome::Deferred));
        assert!(!deviates(Verdict::DoesNotFit, Outcome::NotAdopted));
        assert!(!deviates(Verdict::DoesNotFit, Outcome::Deferred));
    }
}
