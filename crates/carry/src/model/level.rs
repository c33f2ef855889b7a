//! The levels to which a question can be brought (F1 S10): official, head, manager, college.

/// A level above whoever holds the dossier, the lowest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The head of the department.
    Head,
    /// The manager above the departments, such as the general director.
    Manager,
    /// The college of mayor and aldermen.
    College,
}

impl Level {
    /// All levels, the lowest first.
    pub const ALL: [Self; 3] = [Self::Head, Self::Manager, Self::College];

    /// Its value in forms, tables and the journal.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Manager => "manager",
            Self::College => "college",
        }
    }

    /// The level of a code.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }

    /// Its words.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Head => "carry-level-head",
            Self::Manager => "carry-level-manager",
            Self::College => "carry-level-college",
        }
    }
}
