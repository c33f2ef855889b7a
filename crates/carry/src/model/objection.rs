//! Objections of another department (F3 X3, 004 «een andere afdeling van de gemeente hier (financiële) nadelen aan
//! ondervindt»): of what nature, and how they end. An objection is heard and settled; it never stops anything by itself.

/// Of what nature a disadvantage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nature {
    /// It costs that department money.
    Costs,
    /// It costs that department people or time.
    Work,
    /// It goes against rules that the department guards.
    Rules,
    /// It makes something less safe.
    Safety,
    /// It does not fit what the department plans in the same place.
    Plans,
    /// Something else.
    Other,
}

impl Nature {
    /// All natures.
    pub const ALL: [Self; 6] = [Self::Costs, Self::Work, Self::Rules, Self::Safety, Self::Plans, Self::Other];

    /// Its value in forms, tables, the journal and the public interface.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Costs => "costs",
            Self::Work => "work",
            Self::Rules => "rules",
            Self::Safety => "safety",
            Self::Plans => "plans",
            Self::Other => "other",
        }
    }

    /// The nature of a code.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// Its words.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Costs => "carry-nature-costs",
            Self::Work => "carry-nature-work",
            Self::Rules => "carry-nature-rules",
            Self::Safety => "carry-nature-safety",
            Self::Plans => "carry-nature-plans",
            Self::Other => "carry-nature-other",
        }
    }
}

/// How an objection ends. None of them is silence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ObjectionEnding {
    /// The department that objects takes it back.
    Withdrawn,
    /// A measure takes the disadvantage away; the department that objects says so.
    Met,
    /// A table, a higher level or a decision goes on in spite of it, with a motive.
    SetAside,
}

impl ObjectionEnding {
    /// All endings.
    pub const ALL: [Self; 3] = [Self::Withdrawn, Self::Met, Self::SetAside];

    /// Its value in forms, tables, the journal and the public interface.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Withdrawn => "withdrawn",
            Self::Met => "met",
            Self::SetAside => "set-aside",
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
            Self::Withdrawn => "carry-ending-withdrawn",
            Self::Met => "carry-ending-met",
            Self::SetAside => "carry-ending-set-aside",
        }
    }

    /// Whether the department that objects says it, and nobody for it.
    #[must_use]
    pub const fn is_of_the_objector(self) -> bool {
        matches!(self, Self::Withdrawn | Self::Met)
    }
}
