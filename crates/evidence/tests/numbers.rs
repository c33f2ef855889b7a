//! The numbers of the reviews (catalogue D02): stated ones are cited, derivable ones derived by name, look-alikes apart.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use evidence::{DERIVATIONS, Exact, Figure, Knowledge, derivation};
use std::collections::BTreeSet;

fn text(key: &str) -> String {
    derivation(key)
        .unwrap_or_else(|| panic!("no figure «{key}»"))
        .text(Knowledge::shipped().unwrap())
        .unwrap_or_else(|| panic!("«{key}» cannot be derived"))
}

fn stated(key: &str) -> Exact {
    Knowledge::shipped().unwrap().quantity(key).unwrap_or_else(|| panic!("no number «{key}»")).value
}

#[test]
fn figures_follow_from_what_is_stated() {
    for (key, expected) in [
        ("participation.included-share", "5.4%"),
        ("cocreation.included-share", "7.5%"),
        ("cocreation.empirical-share", "66.7%"),
        ("cocreation.other-sources", "28"),
        ("participation.lost-effects", "17"),
        ("participation.observed-sum", "175"),
        ("participation.acceptance-share", "39%"),
        ("participation.decisions-share", "30%"),
        ("participation.citizens-share", "30%"),
        ("participation.rounded-shares-sum", "99"),
        ("participation.effects-per-study", "1.88"),
        ("participation.positive-count", "91"),
        ("participation.negative-count", "40 / 41"),
        ("participation.neutral-share", "25%"),
        ("participation.neutral-count", "43 / 44"),
        ("participation.negative-in-top-eight", "72.5% / 73.2%"),
        ("service.sum", "91"),
        ("relation.sum", "55"),
        ("democracy.sum", "95"),
        ("service.positive-share", "76.9%"),
        ("service.negative-share", "8.8%"),
        ("service.no-effect-share", "14.3%"),
        ("relation.positive-share", "58.2%"),
        ("relation.negative-share", "29.1%"),
        ("relation.no-effect-share", "12.7%"),
        ("democracy.positive-share", "78.9%"),
        ("democracy.negative-share", "11.6%"),
        ("democracy.no-effect-share", "9.5%"),
        ("cocreation.positive-sum", "177"),
        ("cocreation.negative-sum", "35"),
        ("cocreation.no-effect-sum", "29"),
        ("cocreation.mentions-sum", "241"),
        ("cocreation.positive-share", "73.4%"),
        ("reviews.sources", "177"),
        ("values.service", "9"),
        ("values.relation", "9"),
        ("values.democracy", "11"),
        ("values.count", "29"),
        ("trust.mentions", "17"),
        ("interviews.count", "11"),
        ("interviews.genk", "4"),
        ("interviews.beringen", "7"),
        ("interviews.political", "4"),
        ("interviews.official", "4"),
        ("interviews.intermediary", "3"),
        ("interviews.hours", "23"),
        ("interviews.hours-genk", "9"),
        ("interviews.hours-beringen", "14"),
        ("interviews.mean-hours", "2.09"),
        ("perspectives.count", "4"),
        ("perspectives.values", "13"),
        ("perspectives.competences", "16"),
        ("dilemmas.count", "6"),
        ("dilemmas.added", "2"),
        ("strategies.headings", "5"),
        ("strategies.variants", "7"),
        ("questions.participation", "2"),
        ("questions.cocreation", "2"),
        ("questions.thesis", "3"),
        ("questions.paper", "6"),
    ] {
        assert_eq!(text(key), expected, "{key}");
    }
}

#[test]
fn every_derivation_succeeds_and_is_checked_above() {
    let written = include_str!("numbers.rs");
    for derivation in DERIVATIONS {
        assert!(derivation.figure(Knowledge::shipped().unwrap()).is_some(), "{}", derivation.key);
        assert!(written.contains(&format!("(\"{}\",", derivation.key)), "no figure is expected for {}", derivation.key);
    }
}

#[test]
fn what_the_text_states_is_what_the_table_gives_where_they_agree() {
    let one = |key: &str| match derivation(key).unwrap().figure(Knowledge::shipped().unwrap()).unwrap() {
        Figure::One(number) => number,
        Figure::OneOf(numbers) => panic!("{key} is one of {numbers:?}"),
    };
    assert_eq!(one("participation.observed-sum"), stated("participation.observed"));
    assert_eq!(one("cocreation.positive-sum"), stated("cocreation.stated-positive"));
    assert_eq!(one("cocreation.negative-sum"), stated("cocreation.stated-negative"));
    assert_eq!(one("values.count"), stated("values.stated"));
    assert_eq!(one("interviews.count"), stated("interviews.stated"));
    for (share, text) in [
        ("participation.acceptance-share", "participation.stated-acceptance-share"),
        ("participation.decisions-share", "participation.stated-decisions-share"),
        ("participation.citizens-share", "participation.stated-citizens-share"),
    ] {
        assert_eq!(one(share).percent(0), stated(text).percent(0), "{share}");
    }
    // Where text and table do not agree, both stay: H2.1 and H2.2.
    assert_ne!(one("relation.negative-share").percent(0), stated("relation.stated-negative-share").percent(0));
    assert!(one("service.no-effect-share") > stated("others.stated-no-effect-share"));
    assert!(one("service.no-effect-share") > one("relation.no-effect-share"));
}

#[test]
fn the_rounded_shares_add_up_to_99_and_are_not_repaired() {
    assert_eq!(text("participation.rounded-shares-sum"), "99");
}

#[test]
fn a_half_is_rounded_up_so_that_the_top_eight_stay_73_percent() {
    let Some(Figure::OneOf(shares)) = derivation("participation.negative-in-top-eight").unwrap().figure(Knowledge::shipped().unwrap())
    else {
        panic!()
    };
    assert_eq!(shares, [Exact::ratio(29, 40).unwrap(), Exact::ratio(30, 41).unwrap()]);
    assert!(shares.iter().all(|share| share.percent(0) == "73"), "half to even would give 72 for 29 of 40");
}

#[test]
fn numbers_that_look_alike_are_other_quantities() {
    let knowledge = Knowledge::shipped().unwrap();
    let looks: BTreeSet<&str> = knowledge.traps.iter().map(|trap| trap.looks.as_str()).collect();
    assert_eq!(looks, BTreeSet::from(["73%", "177", "30%", "29", "99%"]));
    for trap in &knowledge.traps {
        let digits: String = trap.looks.chars().filter(char::is_ascii_digit).collect();
        for key in &trap.keys {
            let shown = match knowledge.quantity(key) {
                Some(quantity) if quantity.percent => quantity.value.percent(0),
                Some(quantity) => quantity.value.rounded(0),
                None => text(key),
            };
            assert!(shown.starts_with(&digits), "«{key}» is {shown}, which does not look like {}", trap.looks);
        }
        assert!(!trap.note.nl.is_empty());
    }
    let of = |key: &str| &knowledge.quantity(key).unwrap().cites[0].source;
    assert_eq!((of("participation.share-negative-in-top-eight").as_str(), of("genk.integrated-projects").as_str()), ("000", "002"));
}

#[test]
fn every_stated_number_has_a_quote_and_no_number_is_both_stated_and_derived() {
    let knowledge = Knowledge::shipped().unwrap();
    for quantity in &knowledge.quantities {
        assert!(quantity.cites.iter().all(|cite| cite.quote.is_some()), "{}", quantity.key);
        assert!(derivation(&quantity.key).is_none(), "{}", quantity.key);
    }
    for derivation in DERIVATIONS {
        for from in derivation.from {
            let known =
                knowledge.quantity(from).is_some() || evidence::derivation(from).is_some() || from.starts_with('B') || *from == "D03";
            assert!(known, "{} follows from «{from}», which is not there", derivation.key);
        }
    }
}
