//! Computed rules appear on facts and stay away on others; what nobody can compute does not pretend to be.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use evidence::{AskedAt, Counts, Fact, Facts, Knowledge, Phase, Sign, Truth};
use std::collections::{BTreeMap, BTreeSet};

/// Per computed rule: facts with which it appears, and facts with which it stays away.
fn examples() -> BTreeMap<String, (Facts, Facts)> {
    let mut examples = BTreeMap::new();
    for line in include_str!("computed.txt").lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        let [id, appears, away] = parts[..] else { panic!("«{line}» has no three parts") };
        let read = |facts: &str| Facts::read(facts).unwrap_or_else(|error| panic!("{id}: {error}"));
        assert!(examples.insert(id.to_owned(), (read(appears), read(away))).is_none(), "{id} stands there twice");
    }
    examples
}

#[test]
fn every_computed_rule_appears_on_its_facts_and_stays_away_on_others() {
    let (knowledge, examples) = (Knowledge::shipped().unwrap(), examples());
    let computed: BTreeSet<&str> = knowledge.rules.iter().filter(|rule| rule.condition().is_some()).map(|rule| rule.id.as_str()).collect();
    assert_eq!(computed, examples.keys().map(String::as_str).collect::<BTreeSet<_>>());
    let mut wrong = Vec::new();
    for (id, (appears, away)) in &examples {
        let matched = |facts: &Facts| knowledge.matching(facts).iter().any(|found| found.rule.id == *id);
        let condition = knowledge.rule(id).unwrap().condition().unwrap();
        if !matched(appears) {
            wrong.push(format!("{id} does not appear on «{appears}»: {condition}"));
        }
        // It stays away because its condition fails, not because nothing is known.
        if matched(away) || condition.truth(away) != Truth::Fails {
            wrong.push(format!("{id} does not fail on «{away}»: {condition}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_rule_is_computed_while_nothing_is_known() {
    assert_eq!(Knowledge::shipped().unwrap().matching(&Facts::new()), []);
}

#[test]
fn a_match_tells_by_which_facts() {
    let knowledge = Knowledge::shipped().unwrap();
    for (id, (appears, _)) in examples() {
        let found = knowledge.matching(&appears);
        let found = found.iter().find(|found| found.rule.id == id).unwrap();
        assert!(!found.because.is_empty(), "{id}");
        assert!(found.because.iter().all(|(fact, value)| appears.get(*fact) == Some(value)), "{id}");
    }
}

#[test]
fn what_takes_away_the_deciding_fact_takes_away_the_rule() {
    let knowledge = Knowledge::shipped().unwrap();
    for (id, (appears, _)) in examples() {
        let rule = knowledge.rule(&id).unwrap();
        let bare = rule.condition().unwrap().facts().into_iter().fold(appears, Facts::without);
        assert!(rule.matched(&bare).is_none(), "{id} appears without any of its facts");
    }
}

#[test]
fn the_counts_that_are_published_are_those_of_the_data() {
    let counts = Knowledge::shipped().unwrap().counts();
    let Counts { computed, asked, shown } = counts;
    assert_eq!(computed + asked + shown, 177);
    let line = format!("**{computed} computed, {asked} asked, {shown} shown**");
    assert!(include_str!("../README.md").contains(&line), "the README does not say {line}");
    let handbook = include_str!("../../../docs/handbook/evidence.md");
    for line in [format!("| computed | {computed} |"), format!("| asked | {asked} |"), format!("| shown | {shown} |")] {
        assert!(handbook.contains(&line), "the handbook does not say {line}");
    }
}

#[test]
fn every_asked_or_shown_rule_has_its_moment() {
    let knowledge = Knowledge::shipped().unwrap();
    let Counts { asked, shown, .. } = knowledge.counts();
    assert_eq!(AskedAt::ALL.iter().map(|at| knowledge.asked_at(*at).count()).sum::<usize>(), asked);
    assert_eq!(Phase::ALL.iter().map(|phase| knowledge.shown_at(*phase).count()).sum::<usize>(), shown);
    for at in AskedAt::ALL {
        for (rule, question) in knowledge.asked_at(at) {
            assert!(question.nl.trim_end().ends_with('?') && question.en.trim_end().ends_with('?'), "{} asks nothing", rule.id);
        }
    }
    for phase in Phase::ALL {
        for rule in knowledge.shown_at(phase) {
            assert!(rule.phases.contains(&phase), "{} is shown at a stage it does not speak at", rule.id);
        }
    }
}

#[test]
fn a_program_that_makes_no_facts_knows_that_its_computed_rules_are_silent() {
    let knowledge = Knowledge::shipped().unwrap();
    assert_eq!(knowledge.silent(&BTreeSet::new()).len(), knowledge.counts().computed);
    assert_eq!(knowledge.silent(&Fact::ALL.iter().copied().collect()).len(), 0);
    let silent = knowledge.silent(&[Fact::BudgetSet].into());
    assert!(!silent.iter().any(|rule| rule.id == "C021") && silent.iter().any(|rule| rule.id == "C022"));
}

#[test]
fn every_fact_serves_a_rule() {
    let knowledge = Knowledge::shipped().unwrap();
    let used: BTreeSet<Fact> = knowledge.rules.iter().filter_map(|rule| rule.condition()).flat_map(evidence::Condition::facts).collect();
    let idle: Vec<&str> = Fact::ALL.iter().filter(|fact| !used.contains(fact)).map(|fact| fact.key()).collect();
    assert_eq!(idle, Vec::<&str>::new());
}

#[test]
fn an_effect_says_what_can_happen_and_a_rule_quotes_briefly() {
    let knowledge = Knowledge::shipped().unwrap();
    for rule in &knowledge.rules {
        let words: Vec<&str> = rule.effect.nl.split(|sign: char| !sign.is_alphabetic()).collect();
        assert!(words.iter().any(|word| word.eq_ignore_ascii_case("kan") || word.eq_ignore_ascii_case("kunnen")), "{}", rule.id);
        assert!(rule.effect.en.contains("can"), "{} in English", rule.id);
        assert!(rule.cite.quote.as_ref().is_none_or(|quote| quote.chars().count() <= 200), "{}", rule.id);
        assert!(!rule.cite.place.is_empty() || matches!(rule.cite.source.as_str(), "001" | "003" | "004"), "{} names no place", rule.id);
        for words in [&rule.when, &rule.effect, &rule.advice] {
            assert!(!words.en_reviewed, "{}: nobody has reviewed the English", rule.id);
        }
    }
}

#[test]
fn rules_of_two_minds_stand_beside_each_other_both_ways() {
    let knowledge = Knowledge::shipped().unwrap();
    for rule in &knowledge.rules {
        for other in &rule.beside {
            assert!(
                knowledge.rule(other).unwrap().beside.contains(&rule.id) || rule.touches.iter().any(|touch| touch.sign == Sign::Mixed),
                "{} – {other}",
                rule.id
            );
        }
    }
}

#[test]
fn words_of_facts_are_words_of_the_lists() {
    let knowledge = Knowledge::shipped().unwrap();
    let within = |words: &[&str], list: &str| {
        for word in words {
            assert!(knowledge.list(list).unwrap().item(word).is_some(), "«{word}» is not in {list}");
        }
    };
    within(evidence::STAGES, "B23");
    within(evidence::SELECTIONS, "B12");
    within(evidence::INTERACTIONS, "B13");
    within(evidence::EMBEDDINGS, "B17");
    within(evidence::MOMENTS, "B22");
    within(evidence::GROUPS, "B29");
    within(evidence::VOICES, "B35");
    assert_eq!(evidence::GROUPS.len(), knowledge.list("B29").unwrap().items.len());
    assert_eq!(evidence::STAGES.len(), knowledge.list("B23").unwrap().items.len());
    assert_eq!(evidence::DILEMMAS.to_vec(), knowledge.dilemmas.iter().map(|its| its.key.as_str()).collect::<Vec<_>>());
    assert_eq!(evidence::STRATEGIES.to_vec(), knowledge.strategies.iter().map(|its| its.key.as_str()).collect::<Vec<_>>());
    let rungs: Vec<&str> = knowledge.ladder(evidence::Ladder::FIRST).unwrap().rungs.iter().map(|rung| rung.key.as_str()).collect();
    assert_eq!(evidence::RUNGS[1..].to_vec(), rungs);
}

#[test]
fn a_limit_that_no_source_gives_says_so() {
    for rule in &Knowledge::shipped().unwrap().rules {
        let Some(condition) = rule.condition() else { continue };
        let text = condition.to_string();
        let limit = text.split_whitespace().any(|word| {
            word.trim_matches(['(', ')'])
                .parse::<evidence::Exact>()
                .is_ok_and(|number| number > evidence::Exact::whole(1) || number.as_whole().is_none())
        });
        assert!(!limit || rule.note.is_some(), "{} draws a limit without a note: {text}", rule.id);
    }
}
