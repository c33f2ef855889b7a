//! Why something cannot be done to a measurement plan, or with answers.

/// Why something cannot be done to a measurement plan, or with answers.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// This municipality has no such process, or no such wave of it.
    #[error("there is no such thing")]
    Missing,
    /// Somebody else saved the plan since it was read.
    #[error("somebody else saved this plan meanwhile")]
    Overtaken,
    /// What was proposed is dropped with a motive, or not at all.
    #[error("a proposal is dropped with a motive")]
    NoMotive,
    /// The days of a wave that began or is over do not change any more.
    #[error("the days of this wave hold")]
    DaysHold,
    /// Somebody answered already: the questions of that round hold.
    #[error("the questions of this round hold")]
    QuestionsHold,
    /// More questions than fit.
    #[error("too many questions")]
    TooMany,
    /// Nobody is asked now.
    #[error("nobody is asked now")]
    NotOpen,
    /// People can still answer.
    #[error("people can still answer")]
    StillOpen,
    /// Sheets of paper wait for a second person.
    #[error("{0} sheets wait for a second person")]
    Unchecked(i64),
    /// Who typed a sheet in does not check it.
    #[error("who typed this in does not check it")]
    OwnSheet,
    /// The database.
    #[error(transparent)]
    Store(#[from] store::Error),
}

impl From<Refusal> for people::Fault {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Missing => Self::NotFound,
            Refusal::Store(error) => Self::Store(error),
            Refusal::Overtaken => Self::Conflict("measure-refused-overtaken"),
            Refusal::NoMotive => Self::Conflict("measure-refused-no-motive"),
            Refusal::DaysHold => Self::Conflict("measure-refused-days-hold"),
            Refusal::QuestionsHold => Self::Conflict("measure-refused-questions-hold"),
            Refusal::TooMany => Self::Conflict("measure-refused-too-many"),
            Refusal::NotOpen => Self::Conflict("measure-refused-not-open"),
            Refusal::Unchecked(_) => Self::Conflict("measure-refused-unchecked"),
            Refusal::OwnSheet => Self::Conflict("measure-refused-own-sheet"),
            Refusal::StillOpen => Self::Conflict("measure-refused-still-open"),
        }
    }
}
