//! Whatever stands in a text, reading it refuses in words or gives something that holds together.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use evidence::{Citation, Condition, Exact, Fact, Facts, Knowledge, Local, Shape, Truth, Value};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn value_of(fact: Fact) -> BoxedStrategy<Value> {
    match fact.shape() {
        Shape::YesNo => any::<bool>().prop_map(Value::YesNo).boxed(),
        Shape::Number(_) => (0_i64..5_000, 1_i64..50).prop_map(|(over, under)| Value::Number(Exact::ratio(over, under).unwrap())).boxed(),
        Shape::One(words) | Shape::Ordered(words) => {
            proptest::sample::select(words.to_vec()).prop_map(|word| Value::Word(word.to_owned())).boxed()
        }
        Shape::Any(words) => proptest::sample::subsequence(words.to_vec(), 0..=words.len())
            .prop_map(|words| Value::Words(words.into_iter().map(str::to_owned).collect()))
            .boxed(),
        Shape::Effects => {
            let keys: Vec<String> = Knowledge::shipped().unwrap().effects().map(|(key, _)| key.to_string()).collect();
            proptest::sample::subsequence(keys, 0..6).prop_map(|keys| Value::Words(keys.into_iter().collect())).boxed()
        }
    }
}

fn some_facts() -> impl Strategy<Value = Facts> {
    proptest::sample::subsequence(Fact::ALL.to_vec(), 0..30)
        .prop_flat_map(|facts| facts.into_iter().map(|fact| value_of(fact).prop_map(move |value| (fact, value))).collect::<Vec<_>>())
        .prop_map(|values| {
            let mut facts = Facts::new();
            for (fact, value) in values {
                facts.put(fact, value).unwrap();
            }
            facts
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn facts_are_read_as_they_are_written(facts in some_facts()) {
        prop_assert_eq!(Facts::read(&facts.to_string()).unwrap(), facts);
    }

    #[test]
    fn the_order_in_which_facts_come_changes_nothing(facts in some_facts()) {
        let backwards: Vec<String> = facts.to_string().split(';').map(str::to_owned).rev().collect();
        let again = Facts::read(&backwards.join(";")).unwrap();
        let ids = |facts: &Facts| Knowledge::shipped().unwrap().matching(facts).iter().map(|found| found.rule.id.clone()).collect::<Vec<_>>();
        prop_assert_eq!(ids(&again), ids(&facts));
    }

    #[test]
    fn learning_more_never_takes_a_rule_away(facts in some_facts(), more in some_facts()) {
        let knowledge = Knowledge::shipped().unwrap();
        let mut whole = facts.clone();
        for (fact, value) in more.iter() {
            if facts.get(fact).is_none() {
                whole.put(fact, value.clone()).unwrap();
            }
        }
        let after: BTreeSet<String> = knowledge.matching(&whole).iter().map(|found| found.rule.id.clone()).collect();
        for found in knowledge.matching(&facts) {
            prop_assert!(after.contains(&found.rule.id), "{} went away", found.rule.id);
        }
    }

    #[test]
    fn a_rule_that_cannot_appear_with_some_facts_never_does(facts in some_facts()) {
        let knowledge = Knowledge::shipped().unwrap();
        let made: BTreeSet<Fact> = facts.iter().map(|(fact, _)| fact).collect();
        let silent: BTreeSet<&str> = knowledge.silent(&made).iter().map(|rule| rule.id.as_str()).collect();
        for found in knowledge.matching(&facts) {
            prop_assert!(!silent.contains(found.rule.id.as_str()), "{}", found.rule.id);
        }
    }

    #[test]
    fn a_condition_of_the_data_reads_as_it_is_written(index in 0_usize..122, facts in some_facts()) {
        let conditions: Vec<&Condition> = Knowledge::shipped().unwrap().rules.iter().filter_map(|rule| rule.condition()).collect();
        let condition = conditions[index % conditions.len()];
        let again = Condition::read(&condition.to_string()).unwrap();
        prop_assert_eq!(again.truth(&facts), condition.truth(&facts));
        let opposite = Condition::Not(Box::new(again)).truth(&facts);
        prop_assert_eq!(opposite == Truth::Unknown, condition.truth(&facts) == Truth::Unknown);
    }

    #[test]
    fn a_citation_reads_as_it_is_written(source in "[0-9a-z-]{1,12}", place in "[A-Za-z0-9§][A-Za-z0-9§. ]{0,20}", quote in proptest::option::of("[a-zé ‘’…]{1,40}")) {
        let quote = quote.filter(|quote| !quote.trim().is_empty());
        let citation = Citation { source, place: place.trim().to_owned(), quote };
        prop_assert_eq!(Citation::try_from(citation.to_string()).unwrap(), citation);
    }

    #[test]
    fn no_citation_and_no_facts_are_too_strange_to_refuse(text in "[a-z0-9 «»=;,§é-]{0,60}") {
        let _ = Citation::try_from(text.clone());
        let _ = Facts::read(&text);
    }

    #[test]
    fn no_addition_is_too_strange_to_refuse(
        head in proptest::sample::select(vec!["[[rule]]", "[[effect]]", "[[source]]", "[[toets]]", "[[ladder]]", "[[fill]]", "[[item]]", "[[mapping]]", "moon"]),
        body in proptest::collection::vec("(id|key|name|cite|known|when|list|rungs) = (\"[a-zL0-9 «]{0,12}\"|\\[\\]|\\{ nl = \"a\", en = \"b\" \\}|7)", 0..5),
    ) {
        if let Ok(local) = Local::read(&format!("{head}\n{}", body.join("\n"))) {
            let _ = Knowledge::shipped().unwrap().with(&local);
        }
    }
}
