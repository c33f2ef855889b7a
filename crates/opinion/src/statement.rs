//! What is known of a statement besides the votes on it.

use crate::id::StatementId;

/// What a moderator decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Moderation {
    /// −1: not shown, and its votes count as nothing in the positions.
    Rejected,
    /// 0: nobody decided yet. Shown, unless moderation is strict.
    #[default]
    Undecided,
    /// 1: shown.
    Accepted,
}

/// A statement on which people vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Its id, as the votes name it.
    pub id: StatementId,
    /// Its words; may be empty.
    pub text: String,
    /// What a moderator decided.
    pub moderation: Moderation,
    /// A question about the people themselves («I work in the public sector»): kept out of the positions.
    pub meta: bool,
    /// Agrees and disagrees as the source counted them, where it did.
    pub told: Option<(u64, u64)>,
}

impl Statement {
    /// An undecided statement without words.
    #[must_use]
    pub fn new(id: &str) -> Self {
        Self { id: StatementId::from(id), text: String::new(), moderation: Moderation::Undecided, meta: false, told: None }
    }

    /// Whether its votes are kept out of the positions: rejected, or a question about people.
    #[must_use]
    pub fn is_kept_out(&self) -> bool {
        self.meta || self.moderation == Moderation::Rejected
    }

    /// Whether it may be shown: accepted, or, unless moderation is strict, undecided.
    #[must_use]
    pub fn is_shown(&self, strict: bool) -> bool {
        match self.moderation {
            Moderation::Accepted => true,
            Moderation::Undecided => !strict,
            Moderation::Rejected => false,
        }
    }
}
