//! Whose process it is: the variants by the perspective of government from which it is held (catalogue F5, B39).

/// Who began, and what that means for the way that contributions go. The perspectives are ideal types (H3.10): this says how a
/// process is held, never what anybody is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Variant {
    /// The municipality asks, and decides on what comes in.
    #[default]
    Asked,
    /// Lawful: residents react on a plan that is published. Every reaction has a formal reply, and the competent body decides.
    Reaction,
    /// Performing: everybody is asked the same, or says what goes wrong. What comes in is gathered; one result goes back to everybody who
    /// took part, and nobody decides over one of them.
    Survey,
    /// Networking: partners own it together with the municipality, at the assignment, at the table and in the work.
    Joint,
    /// Responsive: residents begin, and it stays theirs. The municipality only helps, permits, adjusts or blocks.
    Initiative,
}

impl Variant {
    /// All of them; the one where the municipality asks first.
    pub const ALL: [Self; 5] = [Self::Asked, Self::Reaction, Self::Survey, Self::Joint, Self::Initiative];

    /// The code under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Reaction => "reaction",
            Self::Survey => "survey",
            Self::Joint => "joint",
            Self::Initiative => "initiative",
        }
    }
    /// The variant of a stored code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|variant| variant.code() == code)
    }
    /// Key of its name, for whoever writes the charter.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Asked => "design-variant-asked",
            Self::Reaction => "design-variant-reaction",
            Self::Survey => "design-variant-survey",
            Self::Joint => "design-variant-joint",
            Self::Initiative => "design-variant-initiative",
        }
    }
    /// Key of what it means, for everybody; where the municipality simply asks there is nothing to add.
    #[must_use]
    pub const fn meaning_key(self) -> Option<&'static str> {
        match self {
            Self::Asked => None,
            Self::Reaction => Some("design-variant-reaction-text"),
            Self::Survey => Some("design-variant-survey-text"),
            Self::Joint => Some("design-variant-joint-text"),
            Self::Initiative => Some("design-variant-initiative-text"),
        }
    }
}
