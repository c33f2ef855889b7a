//! Tensions between aims, as far as the knowledge base names them: a rule that can contribute to one aim and harm
//! another, or two rules that stand beside each other and pull different ways. Nothing is made up where it is silent.

use super::Aim;
use evidence::{Contradiction, Correspondence, EffectKey, Fact, Knowledge, Rule, Sign};

/// Two aims that can pull against each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tension<'k> {
    /// The aim that can gain.
    pub gains: EffectKey,
    /// The aim that can lose; the same as the first when two rules pull one aim both ways.
    pub loses: EffectKey,
    /// The rule by which the first gains.
    pub by: &'k Rule,
    /// The rule by which the second loses; the same rule when one does both.
    pub against: &'k Rule,
}

fn touched<'r>(rule: &'r Rule, aims: &[Aim], signs: &[Sign]) -> Vec<&'r EffectKey> {
    let aimed = |effect: &EffectKey| aims.iter().any(|aim| aim.effect == *effect);
    rule.touches.iter().filter(|touch| signs.contains(&touch.sign) && aimed(&touch.effect)).map(|touch| &touch.effect).collect()
}

/// The tensions between `aims`, in the order of the rules.
#[must_use]
pub fn tensions<'k>(knowledge: &'k Knowledge, aims: &[Aim]) -> Vec<Tension<'k>> {
    let mut found: Vec<Tension<'k>> = Vec::new();
    for by in &knowledge.rules {
        let others = by.beside.iter().filter_map(|id| knowledge.rule(id));
        for against in std::iter::once(by).chain(others) {
            for gains in touched(by, aims, &[Sign::Promotes]) {
                for loses in touched(against, aims, &[Sign::Harms, Sign::Mixed]) {
                    if by.id == against.id && gains == loses {
                        continue;
                    }
                    found.push(Tension { gains: gains.clone(), loses: loses.clone(), by, against });
                }
            }
        }
    }
    found
}

/// The aims of two vocabularies that share a name or a matter and are both chosen: they correspond and are not the same.
pub fn correspondences<'k>(knowledge: &'k Knowledge, aims: &'k [Aim]) -> impl Iterator<Item = &'k Correspondence> {
    let aimed = |effect: &EffectKey| aims.iter().any(|aim| aim.effect == *effect);
    knowledge.correspondences.iter().filter(move |pair| aimed(&pair.effect) && aimed(&pair.value))
}

/// Which aims a contradiction of the sources touches (catalogue H2).
const TOUCHED: [(&str, &[&str]); 3] = [
    ("H2.2", &["value.trust", "value.reciprocity", "value.power-relations", "value.responsibility"]),
    ("H2.11", &["effect.external-efficacy"]),
    ("H2.12", &["effect.social-capital"]),
];

/// What the sources contradict each other in about these aims.
pub fn contradictions<'k>(knowledge: &'k Knowledge, aims: &'k [Aim]) -> impl Iterator<Item = &'k Contradiction> {
    let matters =
        |id: &str| TOUCHED.iter().any(|(known, effects)| *known == id && aims.iter().any(|aim| effects.contains(&aim.effect.as_str())));
    knowledge.contradictions.iter().filter(move |contradiction| matters(&contradiction.id))
}

/// What the sources contradict each other in about the matter of `fact`.
pub fn contradictions_beside(knowledge: &Knowledge, fact: Fact) -> impl Iterator<Item = &Contradiction> {
    let id = match fact {
        Fact::Embedding => "H2.8",
        Fact::ScopeSetBy => "H2.9",
        Fact::Label => "H2.10",
        _ => "",
    };
    knowledge.contradictions.iter().filter(move |contradiction| contradiction.id == id)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;

    fn aims(keys: &[&str]) -> Vec<Aim> {
        keys.iter().map(|key| Aim { effect: (*key).to_owned().try_into().unwrap(), level: None }).collect()
    }

    #[test]
    fn one_rule_can_pull_two_aims_apart_and_two_rules_one() {
        let knowledge = Knowledge::shipped().unwrap();
        let found = tensions(knowledge, &aims(&["value.legitimacy", "value.inclusion"]));
        assert!(found.iter().any(|it| it.by.id == "C104" && it.against.id == "C104" && it.loses.as_str() == "value.inclusion"));
        let found = tensions(knowledge, &aims(&["further.perceived-influence"]));
        assert!(found.iter().any(|it| (it.by.id.as_str(), it.against.id.as_str()) == ("C023", "C024")));
        assert!(tensions(knowledge, &aims(&["value.legitimacy"])).iter().all(|it| it.gains == it.loses));
        assert!(tensions(knowledge, &[]).is_empty());
    }

    #[test]
    fn equal_names_in_two_lists_are_told_apart() {
        let knowledge = Knowledge::shipped().unwrap();
        assert_eq!(correspondences(knowledge, &aims(&["effect.trust", "value.trust"])).count(), 1);
        assert_eq!(correspondences(knowledge, &aims(&["effect.trust"])).count(), 0);
    }

    #[test]
    fn what_sources_contradict_is_there() {
        let knowledge = Knowledge::shipped().unwrap();
        for (id, effects) in TOUCHED {
            assert!(knowledge.contradictions.iter().any(|it| it.id == id), "{id}");
            for effect in effects {
                assert!(knowledge.effect(&(*effect).to_owned().try_into().unwrap()).is_some(), "{effect}");
            }
        }
        let about = aims(&["effect.external-efficacy"]);
        assert_eq!(contradictions(knowledge, &about).map(|it| it.id.as_str()).collect::<Vec<_>>(), ["H2.11"]);
    }
}
