//! Gates: rules that ask for an answer before a design is published. A gate opens when it no longer applies, or when it
//! is set aside with a motive.

use super::{Guide, Stance};
use evidence::{Facts, Gate, Knowledge, Phase, Rule, RuleKind, Toets};

/// The stages whose gates stand before publication; those of later stages stand before what they are about.
pub const GATE_PHASES: [Phase; 2] = [Phase::Design, Phase::Recruitment];

/// The gates that are shut. `facts` are those that hold once the charter is published: a rule that only says that it is
/// not public yet would keep it from becoming so.
#[must_use]
pub fn open_gates<'k>(knowledge: &'k Knowledge, facts: &Facts, guide: &Guide) -> Vec<&'k Rule> {
    let shut = |rule: &&Rule| {
        rule.kinds.contains(&RuleKind::Gate)
            && rule.phases.iter().any(|phase| GATE_PHASES.contains(phase))
            && guide.choices.get(&rule.id).is_none_or(|choice| choice.stance != Stance::SetAside)
    };
    guide.applying(knowledge, facts).into_iter().filter(shut).collect()
}

/// The toetsen before a design that have no questions here, so that nothing can pass or fail them (A010, A011).
pub fn unanswered_toetsen(knowledge: &Knowledge) -> impl Iterator<Item = &Toets> {
    knowledge.toetsen.iter().filter(|toets| toets.at.contains(&Gate::Design) && toets.is_template())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::super::{RuleChoice, answer};
    use super::*;
    use kernel::Instant;

    fn ids(facts: &str, guide: &Guide) -> Vec<String> {
        let knowledge = Knowledge::shipped().unwrap();
        open_gates(knowledge, &Facts::read(facts).unwrap(), guide).iter().map(|rule| rule.id.clone()).collect()
    }

    fn with(stance: Stance) -> Guide {
        let choice = RuleChoice { stance, motive: None, knowledge: "1".into(), at: Instant::from_micros(1) };
        Guide { choices: [("C042".to_owned(), choice.clone()), ("C058".to_owned(), choice)].into(), ..Guide::default() }
    }

    #[test]
    fn a_gate_opens_when_it_no_longer_applies_or_is_set_aside() {
        let missing = "roles-missing=1; charter-published=yes";
        assert_eq!(ids(missing, &Guide::default()), ["C042", "C058"]);
        assert_eq!(ids(missing, &with(Stance::Followed)), ["C042", "C058"], "to follow it is to do it");
        assert!(ids(missing, &with(Stance::SetAside)).is_empty());
        assert!(ids("roles-missing=0; charter-published=yes", &Guide::default()).is_empty());
        assert!(ids("", &Guide::default()).is_empty(), "what is unknown shuts nothing");
    }

    #[test]
    fn a_question_answered_with_yes_can_be_a_gate() {
        let guide = Guide { answers: [(answer::asked("C010"), "yes".to_owned())].into(), ..Guide::default() };
        assert_eq!(ids("", &guide), ["C010"]);
        assert!(ids("target-groups=poverty; facilitators-planned=0", &Guide::default()).is_empty(), "C068 speaks while it runs");
    }
}
