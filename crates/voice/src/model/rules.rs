//! The published rules under which words are kept back. A reason goes to the author every time; what somebody
//! thinks is never a rule.

/// A rule of the page `/spelregels`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rule {
    /// Insults or threatens somebody.
    Insult,
    /// Discriminates or calls for hatred.
    Hatred,
    /// Says about somebody what is nobody else's business.
    Private,
    /// Sells something or asks for votes for a party.
    Advertising,
    /// Breaks the law otherwise.
    Unlawful,
    /// The author asked that the words stay out of sight.
    Wish,
}

impl Rule {
    /// All rules, in the order of the page.
    pub const ALL: [Self; 6] = [Self::Insult, Self::Hatred, Self::Private, Self::Advertising, Self::Unlawful, Self::Wish];

    /// The code that is stored and shown in an address.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Insult => "insult",
            Self::Hatred => "hatred",
            Self::Private => "private",
            Self::Advertising => "advertising",
            Self::Unlawful => "unlawful",
            Self::Wish => "wish",
        }
    }

    /// The rule with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.code() == code)
    }

    /// The key of its short name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Insult => "voice-rule-insult",
            Self::Hatred => "voice-rule-hatred",
            Self::Private => "voice-rule-private",
            Self::Advertising => "voice-rule-advertising",
            Self::Unlawful => "voice-rule-unlawful",
            Self::Wish => "voice-rule-wish",
        }
    }

    /// The key of the sentence that explains it.
    #[must_use]
    pub const fn explains(self) -> &'static str {
        match self {
            Self::Insult => "voice-rule-insult-explained",
            Self::Hatred => "voice-rule-hatred-explained",
            Self::Private => "voice-rule-private-explained",
            Self::Advertising => "voice-rule-advertising-explained",
            Self::Unlawful => "voice-rule-unlawful-explained",
            Self::Wish => "voice-rule-wish-explained",
        }
    }
}
