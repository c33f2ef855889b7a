//! Gates: rules that ask for an answer before a step of the process. Those about the design stand before publication, those about
//! what happens afterwards before closing (A240). A gate opens when it no longer applies, or when it is set aside with a motive.

use super::{Guide, Stance};
use evidence::{Facts, Gate, Knowledge, Known, Phase, Rule, RuleKind, Toets};
use people::Threshold;

/// The stages whose gates stand before publication: what they ask must be there before anybody takes part.
pub const GATE_PHASES: [Phase; 3] = [Phase::Design, Phase::Recruitment, Phase::Run];

/// Whether a rule is a gate before this step. What everybody only reads holds nothing.
#[must_use]
pub fn stands_before(rule: &Rule, before: Threshold) -> bool {
    let early = |phase: &Phase| GATE_PHASES.contains(phase);
    rule.kinds.contains(&RuleKind::Gate)
        && !matches!(rule.known, Known::Shown(_))
        && rule.phases.iter().any(|phase| early(phase) == (before == Threshold::Publishing))
}

/// The gates that are shut before this step. For publication, `facts` are those that hold once the charter is published: a rule that
/// only says that it is not public yet would keep it from becoming so.
#[must_use]
pub fn open_gates<'k>(knowledge: &'k Knowledge, facts: &Facts, guide: &Guide, before: Threshold) -> Vec<&'k Rule> {
    let aside = |rule: &Rule| guide.choices.get(&rule.id).is_some_and(|choice| choice.stance == Stance::SetAside);
    guide.applying(knowledge, facts).into_iter().filter(|rule| stands_before(rule, before) && !aside(rule)).collect()
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
        before(facts, guide, Threshold::Publishing)
    }

    fn before(facts: &str, guide: &Guide, before: Threshold) -> Vec<String> {
        let knowledge = Knowledge::shipped().unwrap();
        open_gates(knowledge, &Facts::read(facts).unwrap(), guide, before).iter().map(|rule| rule.id.clone()).collect()
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
    }

    #[test]
    fn each_gate_stands_before_a_step_and_is_heard_there() {
        let knowledge = Knowledge::shipped().unwrap();
        for rule in knowledge.rules.iter().filter(|rule| rule.kinds.contains(&RuleKind::Gate)) {
            assert!([Threshold::Publishing, Threshold::Closing].iter().any(|before| stands_before(rule, *before)), "{}", rule.id);
        }
        let nobody = Guide::default();
        assert_eq!(ids("target-groups=poverty; facilitators-planned=0", &nobody), ["C068"], "nobody begins without facilitators");
        for (facts, gate) in [
            ("evaluation-plan=no", "C032"),
            ("earlier-negative-lessons=1", "C088"),
            ("agenda-slot-missing=1", "C152"),
            ("decisions-without-legal-test=1", "C165"),
        ] {
            assert_eq!(before(facts, &nobody, Threshold::Closing), [gate]);
            assert!(ids(facts, &nobody).is_empty(), "{gate} is about what comes later");
        }
        let convinced = Guide { answers: [(answer::asked("C047"), "yes".to_owned())].into(), ..Guide::default() };
        assert_eq!(before("", &convinced, Threshold::Closing), ["C047"]);
    }
}
