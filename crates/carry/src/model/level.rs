//! The levels to which a question can be brought (F1 S10): official, head, manager, college.

use people::{Permission, Thing};

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

    /// The level above it, which hears of what was not settled in term; none above the college.
    #[must_use]
    pub const fn next(self) -> Option<Self> {
        match self {
            Self::Head => Some(Self::Manager),
            Self::Manager => Some(Self::College),
            Self::College => None,
        }
    }

    /// What whoever speaks for the level may do, over [`Level::thing`]: the head takes dossiers for the department, an alderman decides.
    /// No shipped role is the management; whoever assigns for all departments brings it there.
    #[must_use]
    pub const fn permission(self) -> Permission {
        match self {
            Self::Head => Permission::Accept,
            Self::Manager => Permission::Assign,
            Self::College => Permission::Decide,
        }
    }

    /// What that must cover: the management stands above every department.
    #[must_use]
    pub const fn thing(self, thing: Thing) -> Thing {
        match self {
            Self::Manager => Thing { department: None, ..thing },
            Self::Head | Self::College => thing,
        }
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
