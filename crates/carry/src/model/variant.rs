//! What the variant of a process asks of the way of its dossiers (catalogue F5, C161).

use design::Variant;
use journey::Outcome;

/// What the municipality does with an initiative of residents: never a decision over it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Response {
    /// It helps.
    Help,
    /// It gives the permission that is needed.
    Permit,
    /// It asks for a change, within which it may go on.
    Adjust,
    /// It stops something that may not be.
    Block,
}

impl Response {
    /// All four, the one that leaves most room first.
    pub const ALL: [Self; 4] = [Self::Help, Self::Permit, Self::Adjust, Self::Block];

    /// As stored and sent.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Help => "help",
            Self::Permit => "permit",
            Self::Adjust => "adjust",
            Self::Block => "block",
        }
    }
    /// The response of a code.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|response| response.code() == code)
    }
    /// Its words.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Help => "carry-response-help",
            Self::Permit => "carry-response-permit",
            Self::Adjust => "carry-response-adjust",
            Self::Block => "carry-response-block",
        }
    }
    /// The outcome under which the journey goes on (F2): what residents do stays theirs, so that it is never «adopted».
    #[must_use]
    pub const fn outcome(self) -> Outcome {
        match self {
            Self::Help | Self::Permit => Outcome::SelfWithSupport,
            Self::Adjust => Outcome::Partly,
            Self::Block => Outcome::NotAdopted,
        }
    }
}

/// What a formal reply says of the plan that was reacted on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PlanChange {
    /// The plan changes as the reaction asks.
    Changed,
    /// It changes in part.
    Partly,
    /// It stays as it is.
    Unchanged,
}

impl PlanChange {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Changed, Self::Partly, Self::Unchanged];

    /// As stored and sent.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Partly => "partly",
            Self::Unchanged => "unchanged",
        }
    }
    /// The change of a code.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|change| change.code() == code)
    }
    /// Its words.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Changed => "carry-plan-change-changed",
            Self::Partly => "carry-plan-change-partly",
            Self::Unchanged => "carry-plan-change-unchanged",
        }
    }
}

/// Whether the municipality responds in this variant instead of deciding.
#[must_use]
pub const fn responds(variant: Variant) -> bool {
    matches!(variant, Variant::Initiative)
}

/// Whether the assessment ends in a formal reply in this variant.
#[must_use]
pub const fn replies(variant: Variant) -> bool {
    matches!(variant, Variant::Reaction)
}

/// Whether staff may put what came in together in this variant. An initiative is put together by those who began, or not at all
/// (H3.11).
#[must_use]
pub const fn may_be_bundled(variant: Variant) -> bool {
    !matches!(variant, Variant::Initiative)
}

/// Whether what comes in is gathered in this variant, to be answered with one result.
#[must_use]
pub const fn gathers(variant: Variant) -> bool {
    matches!(variant, Variant::Survey)
}

/// Whether partners sit at the table in this variant.
#[must_use]
pub const fn has_partners(variant: Variant) -> bool {
    matches!(variant, Variant::Joint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_response_never_takes_an_initiative_over() {
        for response in Response::ALL {
            assert_eq!(Response::of(response.code()), Some(response));
            assert!(!matches!(response.outcome(), Outcome::Adopted | Outcome::Transferred), "{response:?}");
        }
        assert!(Response::Block.outcome().is_a_no() && !Response::Help.outcome().is_a_no());
    }

    #[test]
    fn each_variant_has_guards_of_its_own() {
        let of = |rule: fn(Variant) -> bool| Variant::ALL.into_iter().filter(|variant| rule(*variant)).collect::<Vec<_>>();
        assert_eq!(of(responds), [Variant::Initiative]);
        assert_eq!(of(replies), [Variant::Reaction]);
        assert_eq!(of(has_partners), [Variant::Joint]);
        assert_eq!(of(gathers), [Variant::Survey]);
        assert_eq!(of(may_be_bundled), [Variant::Asked, Variant::Reaction, Variant::Survey, Variant::Joint]);
        assert!(PlanChange::ALL.iter().all(|change| PlanChange::of(change.code()) == Some(*change)));
    }
}
