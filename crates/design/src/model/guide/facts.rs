//! From a charter and the answers of the guide to the facts that rules look at. What nobody said stays unknown.

use super::{Guide, GuideMoment, GuideText, answer};
use crate::model::{Draft, MandateDraft, Part, State};
use evidence::{EffectKey, Exact, Fact, Facts, Knowledge, Value};
use std::collections::BTreeSet;

/// Whether more is written than a title: before that, an empty field says nothing about the design.
fn begun(draft: &Draft) -> bool {
    draft.texts.keys().any(|part| *part != Part::Title)
        || draft.rung.is_some()
        || draft.mandate != MandateDraft::default()
        || draft.decider.is_some()
        || draft.budget.is_some()
        || !draft.planning.is_empty()
        || draft.opens.is_some()
        || draft.closes.is_some()
        || draft.decision_date.is_some()
        || draft.answer_term.is_some()
}

fn count(number: usize) -> Value {
    Value::Number(Exact::whole(i64::try_from(number).unwrap_or(i64::MAX)))
}

/// Puts down what is known; a value that the fact no longer may have stays unknown.
fn put(facts: &mut Facts, fact: Fact, value: Value) {
    facts.put(fact, value).ok();
}

fn of_charter(facts: &mut Facts, draft: &Draft) {
    let yes_no = [
        (Fact::CriteriaWritten, draft.text(Part::Criteria).is_some()),
        (Fact::DeciderWritten, draft.text(Part::Decides).is_some() && draft.decider.is_some()),
        (Fact::OutsideWritten, draft.text(Part::Outside).is_some()),
        (Fact::BudgetSet, draft.budget.is_some()),
        (Fact::DecisionDateSet, draft.decision_date.is_some()),
        (Fact::MandateWritten, matches!(&draft.mandate, MandateDraft { body: Some(_), date: Some(_), reference: Some(_), rung: Some(_) })),
    ];
    for (fact, yes) in yes_no {
        put(facts, fact, Value::YesNo(yes));
    }
    for (fact, rung) in [(Fact::AnnouncedRung, draft.rung), (Fact::MandateRung, draft.mandate.rung)] {
        if let Some(rung) = rung {
            put(facts, fact, Value::Word(rung.word().to_owned()));
        }
    }
    // A text in one language is read by who reads that language; the text with the fewest tells.
    if let Some(fewest) = draft.texts.values().map(|set| set.versions().len()).min() {
        put(facts, Fact::TextLanguages, count(fewest));
    }
    // The duration runs from the first day that is written down to the decision, or else to the last day to take part.
    let first = draft.opens.into_iter().chain(draft.planning.iter().map(|moment| moment.date)).min();
    if let (Some(first), Some(last)) = (first, draft.decision_date.or(draft.closes)) {
        put(facts, Fact::DurationDays, Value::Number(Exact::whole(first.days_until(last))));
    }
    // The slack lies between the last day to take part and the decision.
    if let (Some(closes), Some(decision)) = (draft.closes, draft.decision_date) {
        put(facts, Fact::SlackDays, Value::Number(Exact::whole(closes.days_until(decision))));
    }
}

/// The largest part of one vocabulary that is aimed at: almost everything of one list is no choice (C035).
fn share(knowledge: &Knowledge, aims: &BTreeSet<&EffectKey>) -> Option<Exact> {
    ["effect", "value"]
        .into_iter()
        .filter_map(|vocabulary| {
            let whole = knowledge.list(vocabulary)?.items.len();
            let ticked = aims.iter().filter(|aim| aim.vocabulary() == vocabulary).count();
            Exact::ratio(i64::try_from(ticked).ok()?, i64::try_from(whole).ok()?)
        })
        .max()
}

/// What is aimed at, also when that is nothing.
fn of_aims(facts: &mut Facts, guide: &Guide, knowledge: &Knowledge) {
    let aims: BTreeSet<&EffectKey> = guide.aims.iter().map(|aim| &aim.effect).collect();
    put(facts, Fact::Aims, Value::Words(aims.iter().map(|aim| aim.as_str().to_owned()).collect()));
    put(facts, Fact::AimsWithoutLevel, count(guide.aims.iter().filter(|aim| aim.level.is_none()).count()));
    put(facts, Fact::NotPursuedWritten, Value::YesNo(guide.texts.contains_key(&GuideText::NotAimed)));
    if let Some(share) = share(knowledge, &aims) {
        put(facts, Fact::AimsShare, Value::Number(share));
    }
}

/// What is known of a process while it is designed: from its charter, from the answers of the guide, and from nothing
/// else.
#[must_use]
pub fn facts(draft: &Draft, state: State, guide: &Guide, knowledge: &Knowledge) -> Facts {
    let mut facts = Facts::new();
    put(&mut facts, Fact::CharterPublished, Value::YesNo(state != State::Draft));
    if begun(draft) {
        of_charter(&mut facts, draft);
    }
    for fact in GuideMoment::ALL.into_iter().flat_map(|moment| moment.asks()) {
        let read = guide.answer(fact.key()).and_then(|value| Facts::read(&format!("{fact}={value}")).ok());
        if let Some(value) = read.as_ref().and_then(|read| read.get(*fact)) {
            put(&mut facts, *fact, value.clone());
        }
    }
    if !guide.aims.is_empty() || guide.answer(answer::NO_AIMS) == Some("yes") {
        of_aims(&mut facts, guide, knowledge);
    }
    if let Some(modes) = guide.set(Fact::SelectionModes.key()) {
        put(&mut facts, Fact::SelectionModeCount, count(modes.len()));
    }
    if let (Some(groups), Some(reached)) = (guide.set(Fact::TargetGroups.key()), guide.set(answer::OUTREACH)) {
        put(&mut facts, Fact::GroupsWithoutOutreach, count(groups.difference(&reached).count()));
    }
    if guide.answer(answer::ROLES_SEEN) == Some("yes") {
        put(&mut facts, Fact::RolesMissing, count(GuideText::ROLES.iter().filter(|role| !guide.texts.contains_key(role)).count()));
    }
    facts
}

/// The same facts at the moment of publication: who ranked nothing by then aims at nothing, and is asked to (C038, C081).
#[must_use]
pub fn with_aims(mut facts: Facts, guide: &Guide, knowledge: &Knowledge) -> Facts {
    of_aims(&mut facts, guide, knowledge);
    facts
}

/// The same facts with how many lessons of earlier processes fit this one, and how many of them say that something did not
/// work while nobody said yet what is done with them (C074, C088).
#[must_use]
pub fn with_lessons(mut facts: Facts, fitting: &[memory::LessonRow], guide: &Guide) -> Facts {
    let open = |row: &&memory::LessonRow| row.lesson.worked == memory::Worked::No && !guide.lessons.contains_key(&row.lesson.id);
    put(&mut facts, Fact::EarlierLessons, count(fitting.len()));
    put(&mut facts, Fact::EarlierNegativeLessons, count(fitting.iter().filter(open).count()));
    facts
}

/// The same facts with whether the design still says what it was begun from (C080), and whether a regulation holds for it (C020). The
/// program knows both, and asks neither.
#[must_use]
pub fn with_origin(mut facts: Facts, copied_unchanged: bool, regulated: bool) -> Facts {
    put(&mut facts, Fact::CopiedUnchanged, Value::YesNo(copied_unchanged));
    put(&mut facts, Fact::RegulationLinked, Value::YesNo(regulated));
    facts
}

/// The facts that pages of the program can make for the guide, for [`Knowledge::silent`]: the rules that need others
/// stay silent here, and the guide says which.
#[must_use]
pub fn made_facts() -> BTreeSet<Fact> {
    GuideMoment::ALL
        .into_iter()
        .flat_map(|moment| moment.asks().iter().copied().chain(moment.derives().iter().map(|(fact, _)| *fact)))
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use evidence::Known;
    use kernel::Language;
    use proptest::prelude::*;
    use store::texts::LanguageSet;

    fn titled() -> Draft {
        Draft::titled(LanguageSet::written(Language::NL, "Het plein"))
    }

    #[test]
    fn nothing_is_known_of_a_title_alone() {
        let knowledge = Knowledge::shipped().unwrap();
        let facts = facts(&titled(), State::Draft, &Guide::default(), knowledge);
        assert_eq!(facts.to_string(), "charter-published=no");
    }

    #[test]
    fn who_ranked_nothing_aims_at_nothing_once_it_is_published() {
        let knowledge = Knowledge::shipped().unwrap();
        let guide = Guide::default();
        let before = facts(&titled(), State::Published, &guide, knowledge);
        assert!(before.get(Fact::Aims).is_none(), "while it is written, nobody can say so");
        let after = with_aims(before, &guide, knowledge);
        assert_eq!(after.get(Fact::Aims), Some(&Value::Words(BTreeSet::new())));
        let gates = super::super::open_gates(knowledge, &after, &guide, people::Threshold::Publishing);
        assert!(["C038", "C081"].iter().all(|id| gates.iter().any(|rule| rule.id == *id)), "a ranking is asked for");
    }

    #[test]
    fn every_fact_of_a_design_has_a_place_on_one_page() {
        for fact in Fact::ALL {
            let places = GuideMoment::ALL.into_iter().filter(|moment| moment.place_of(*fact).is_some()).count();
            assert_eq!(places, 1, "{fact}");
        }
    }

    #[test]
    fn every_question_of_the_knowledge_base_stands_on_one_page() {
        let knowledge = Knowledge::shipped().unwrap();
        for rule in &knowledge.rules {
            if let Known::Asked { at, .. } = &rule.known {
                assert_eq!(GuideMoment::ALL.iter().filter(|moment| moment.questions().contains(at)).count(), 1, "{}", rule.id);
            }
            if let Known::Shown(stage) = &rule.known {
                assert_eq!(GuideMoment::ALL.iter().filter(|moment| moment.reads().contains(stage)).count(), 1, "{}", rule.id);
            }
        }
    }

    #[test]
    fn counts_follow_from_what_was_chosen() {
        let knowledge = Knowledge::shipped().unwrap();
        let mut guide = Guide::default();
        guide.answers.insert("target-groups".into(), "poverty,youth".into());
        guide.answers.insert(answer::OUTREACH.into(), "youth".into());
        guide.answers.insert("selection-modes".into(), "sortition,targeted".into());
        guide.answers.insert(answer::ROLES_SEEN.into(), "yes".into());
        guide.texts.insert(GuideText::Officials, LanguageSet::written(Language::NL, "Zij luisteren."));
        guide.aims = vec![
            Aim { effect: "effect.trust".to_owned().try_into().unwrap(), level: None },
            Aim { effect: "value.trust".to_owned().try_into().unwrap(), level: Some("participants".into()) },
        ];
        let facts = facts(&titled(), State::Draft, &guide, knowledge);
        let said = |fact: Fact| facts.get(fact).map(ToString::to_string).unwrap_or_default();
        assert_eq!(said(Fact::GroupsWithoutOutreach), "1");
        assert_eq!(said(Fact::SelectionModeCount), "2");
        assert_eq!(said(Fact::RolesMissing), "2");
        assert_eq!(said(Fact::AimsWithoutLevel), "1");
        assert_eq!(said(Fact::NotPursuedWritten), "no");
        assert_eq!(said(Fact::AimsShare), "1/11");
    }

    #[test]
    fn what_the_program_knows_is_no_longer_taken_from_what_somebody_typed() {
        let knowledge = Knowledge::shipped().unwrap();
        let mut guide = Guide::default();
        let told = ["copied-unchanged", "regulation-linked", "drop-out", "drop-out-skew", "worst-group-ratio", "youth-gap"];
        for (key, value) in told.into_iter().zip(["yes", "no", "0.9", "0.9", "0.1", "-0.5"]) {
            guide.answers.insert(key.into(), value.into());
        }
        assert_eq!(facts(&titled(), State::Draft, &guide, knowledge).to_string(), "charter-published=no");
        let known = with_origin(Facts::new(), true, false);
        assert_eq!(known.to_string(), "copied-unchanged=yes; regulation-linked=no");
    }

    proptest! {
        /// Whatever is stored, also by an older version of the program, the guide never falls over it.
        #[test]
        fn no_stored_answer_is_too_strange(nth in 0..Fact::ALL.len(), value in ".{0,40}") {
            let knowledge = Knowledge::shipped().unwrap();
            let mut guide = Guide::default();
            guide.answers.insert(Fact::ALL[nth].key().to_owned(), value);
            let _ = facts(&titled(), State::Draft, &guide, knowledge);
        }
    }

    use super::super::Aim;
}
