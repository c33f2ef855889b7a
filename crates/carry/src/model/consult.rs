//! What a department finds that a dossier touches too (F3 X9, F4 guard of S11: «co-department paraph or dissent», 004
//! «Verkokeren»). What it finds is written down and public; it stops nothing, but without hearing it there is no advice.

/// How hearing a department ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConsultVerdict {
    /// It agrees.
    Agrees,
    /// It does not agree, and says why; the advice may go on in spite of it.
    Dissents,
    /// It finds that this does not touch it.
    Untouched,
    /// It said nothing, and a table or a higher level went on without it, with a motive.
    PassedOver,
    /// It took the dossier itself.
    TookOver,
}

impl ConsultVerdict {
    /// All verdicts.
    pub const ALL: [Self; 5] = [Self::Agrees, Self::Dissents, Self::Untouched, Self::PassedOver, Self::TookOver];
    /// What somebody says; the other follows from what happens.
    pub const SAID: [Self; 4] = [Self::Agrees, Self::Dissents, Self::Untouched, Self::PassedOver];

    /// Its value in forms, tables, the journal and the public interface.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::Dissents => "dissents",
            Self::Untouched => "untouched",
            Self::PassedOver => "passed-over",
            Self::TookOver => "took-over",
        }
    }

    /// The verdict of a code.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// Its words.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Agrees => "carry-consult-agrees",
            Self::Dissents => "carry-consult-dissents",
            Self::Untouched => "carry-consult-untouched",
            Self::PassedOver => "carry-consult-passed-over",
            Self::TookOver => "carry-consult-took-over",
        }
    }

    /// Whether the department says it itself, and nobody for it.
    #[must_use]
    pub const fn is_of_the_department(self) -> bool {
        matches!(self, Self::Agrees | Self::Dissents | Self::Untouched)
    }
}

/// How it ended that a decision came before a dossier was processed (F3 X12).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OvertakingEnding {
    /// The process guardian looked at it and says in public how it came and what was done.
    Explained,
    /// It was processed after all, and decided about itself.
    Processed,
    /// Its author asked for a review, and got it.
    Reviewed,
}

impl OvertakingEnding {
    /// All endings.
    pub const ALL: [Self; 3] = [Self::Explained, Self::Processed, Self::Reviewed];

    /// Its value in tables, the journal and the public interface.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Explained => "explained",
            Self::Processed => "processed",
            Self::Reviewed => "reviewed",
        }
    }

    /// The ending of a code.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// Its words.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Explained => "carry-overtaken-explained",
            Self::Processed => "carry-overtaken-processed",
            Self::Reviewed => "carry-overtaken-reviewed",
        }
    }
}
