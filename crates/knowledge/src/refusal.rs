//! Why something cannot be done.

use crate::model::WhyNot;

/// Why something cannot be done in this room.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// There is no such thing here.
    #[error("there is no such thing here")]
    Missing,
    /// Somebody else saved since it was read.
    #[error("somebody else saved meanwhile")]
    Overtaken,
    /// The addition does not fit what is known.
    #[error("the addition cannot be kept: {}", .0.key)]
    Unfit(WhyNot),
    /// A regulation has at least one article.
    #[error("a regulation has articles")]
    NoArticles,
    /// A later version says why it differs.
    #[error("a later version says why it differs")]
    NoReason,
    /// A later version does not hold before the one it comes after, nor in the past.
    #[error("a version does not hold before the one it comes after, nor in the past")]
    TooEarly,
    /// The database.
    #[error(transparent)]
    Store(#[from] store::Error),
}

impl From<Refusal> for people::Fault {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Missing => Self::NotFound,
            Refusal::Store(error) => Self::Store(error),
            Refusal::Overtaken => Self::Conflict("knowledge-refused-overtaken"),
            Refusal::Unfit(_) => Self::Conflict("knowledge-refused-unfit"),
            Refusal::NoArticles => Self::Conflict("knowledge-refused-no-articles"),
            Refusal::NoReason => Self::Conflict("knowledge-refused-no-reason"),
            Refusal::TooEarly => Self::Conflict("knowledge-refused-too-early"),
        }
    }
}
