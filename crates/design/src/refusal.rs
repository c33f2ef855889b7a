//! Why something cannot be done to a process.

use crate::model::Gap;

/// Why something cannot be done to a process.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// This municipality has no such process.
    #[error("there is no such process")]
    Missing,
    /// The charter is not whole; what it lacks.
    #[error("the charter lacks {0:?}")]
    Incomplete(Vec<Gap>),
    /// A later version says why it differs.
    #[error("a change of a published charter says why")]
    NoReason,
    /// The design guide asks for an answer first; the ids of the rules.
    #[error("the design guide asks for an answer to {0:?} first")]
    Gates(Vec<String>),
    /// A later room asks for something first: a measurement plan, or an evaluation (A240).
    #[error("something is asked first")]
    Held,
    /// A toets that is obligatory here is not answered, or answered without a motive; their keys.
    #[error("the toetsen {0:?} ask for an answer first")]
    Toetsen(Vec<String>),
    /// The process deviates from the regulation and does not say why; the keys of the obligations.
    #[error("a deviation from {0:?} has no motive")]
    Deviations(Vec<String>),
    /// A rule is set aside with a motive, or not at all.
    #[error("a rule is set aside with a motive")]
    NoMotive,
    /// Nothing was written that could be published.
    #[error("there is no draft to publish")]
    NoDraft,
    /// Somebody else saved the draft since it was read.
    #[error("somebody else saved this charter meanwhile")]
    Overtaken,
    /// The process was closed, or was never open.
    #[error("the process is not open")]
    NotOpen,
    /// Something was decided in it and not fed back within its term (F3 X7).
    #[error("somebody waits for an answer whose term is over")]
    NotFedBack,
    /// A process that residents know does not become one of another variant.
    #[error("a published process keeps its variant")]
    OtherVariant,
    /// Residents cannot react on a plan that they cannot read.
    #[error("the plan is not public")]
    PlanNotPublic,
    /// A process has a title.
    #[error("a process has a title")]
    Untitled,
    /// The database.
    #[error(transparent)]
    Store(#[from] store::Error),
}

impl From<knowledge::Refusal> for Refusal {
    fn from(refusal: knowledge::Refusal) -> Self {
        match refusal {
            knowledge::Refusal::Store(error) => Self::Store(error),
            _ => Self::Missing,
        }
    }
}

impl From<Refusal> for people::Fault {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Missing => Self::NotFound,
            Refusal::Store(error) => Self::Store(error),
            Refusal::Incomplete(_) => Self::Conflict("design-refused-incomplete"),
            Refusal::NoReason => Self::Conflict("design-refused-no-reason"),
            Refusal::Gates(_) => Self::Conflict("design-refused-gates"),
            Refusal::Held => Self::Conflict("design-refused-held"),
            Refusal::Toetsen(_) => Self::Conflict("design-refused-toetsen"),
            Refusal::Deviations(_) => Self::Conflict("design-refused-deviations"),
            Refusal::NoMotive => Self::Conflict("design-refused-no-motive"),
            Refusal::NoDraft => Self::Conflict("design-refused-no-draft"),
            Refusal::Overtaken => Self::Conflict("design-refused-overtaken"),
            Refusal::NotOpen => Self::Conflict("design-refused-not-open"),
            Refusal::NotFedBack => Self::Conflict("design-refused-not-fed-back"),
            Refusal::OtherVariant => Self::Conflict("design-refused-other-variant"),
            Refusal::PlanNotPublic => Self::Conflict("design-refused-plan-not-public"),
            Refusal::Untitled => Self::Conflict("design-refused-untitled"),
        }
    }
}
