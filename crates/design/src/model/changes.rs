//! What differs between two versions of a charter: later changes are public (catalogue A013).

use crate::model::{Charter, Part};

/// One thing that changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// A text.
    Text(Part),
    /// The plan on which residents react.
    Plan,
    /// The partners that own it too.
    Partners,
    /// The rung.
    Rung,
    /// The mandate.
    Mandate,
    /// The role that decides.
    Decider,
    /// The money.
    Budget,
    /// The first day.
    Opens,
    /// The last day.
    Closes,
    /// The day of the decision.
    DecisionDate,
    /// The promise of an answer.
    AnswerTerm,
    /// The planning.
    Planning,
}

impl Change {
    /// Key of its heading.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Text(part) => part.key(),
            Self::Plan => "design-reaction-plan",
            Self::Partners => "design-partners",
            Self::Rung => "design-rung",
            Self::Mandate => "design-mandate",
            Self::Decider => "design-decider",
            Self::Budget => "design-budget",
            Self::Opens => "design-opens",
            Self::Closes => "design-closes",
            Self::DecisionDate => "design-decision-date",
            Self::AnswerTerm => "design-answer-term",
            Self::Planning => "design-planning",
        }
    }
}

/// What is different in `new`, in reading order.
#[must_use]
pub fn changes(old: &Charter, new: &Charter) -> Vec<Change> {
    let texts = Part::ALL.into_iter().filter(|part| old.text(*part) != new.text(*part)).map(Change::Text);
    let rest = [
        (old.plan != new.plan, Change::Plan),
        (old.partners != new.partners, Change::Partners),
        (old.rung != new.rung || old.ladder != new.ladder, Change::Rung),
        (old.mandate != new.mandate, Change::Mandate),
        (old.decider != new.decider, Change::Decider),
        (old.budget != new.budget, Change::Budget),
        (old.opens != new.opens, Change::Opens),
        (old.closes != new.closes, Change::Closes),
        (old.decision_date != new.decision_date, Change::DecisionDate),
        (old.answer_term != new.answer_term, Change::AnswerTerm),
        (old.planning != new.planning, Change::Planning),
    ];
    texts.chain(rest.into_iter().filter(|(differs, _)| *differs).map(|(_, change)| change)).collect()
}
