//! Why something cannot be done to what was seen and heard.

/// Why something cannot be done.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// There is no such source, code or study.
    #[error("there is no such thing")]
    Missing,
    /// Two people code it already.
    #[error("two people code this source already")]
    TwoCoders,
    /// Its coder said that nobody codes it a second time.
    #[error("this source is coded by one person")]
    Single,
    /// This coder said to be done.
    #[error("this coder is done")]
    Done,
    /// This effect stands at this passage already.
    #[error("this effect stands at this passage already")]
    Twice,
    /// There is no such difference, or the two are not both done.
    #[error("there is no such difference")]
    NoDifference,
    /// A code cannot be put together with this one.
    #[error("these codes cannot be put together")]
    NoMerge,
    /// Whoever acts has no account.
    #[error("somebody with an account does this")]
    Nobody,
    /// The database.
    #[error(transparent)]
    Store(#[from] store::Error),
}

impl From<Refusal> for people::Fault {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Missing => Self::NotFound,
            Refusal::Store(error) => Self::Store(error),
            Refusal::TwoCoders => Self::Conflict("study-refused-two"),
            Refusal::Single => Self::Conflict("study-refused-single"),
            Refusal::Done => Self::Conflict("study-refused-done"),
            Refusal::Twice => Self::Conflict("study-coding-twice"),
            Refusal::NoDifference => Self::Conflict("study-refused-no-difference"),
            Refusal::NoMerge => Self::Conflict("study-refused-merge"),
            Refusal::Nobody => Self::Forbidden,
        }
    }
}
