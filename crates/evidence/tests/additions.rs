//! What a municipality adds stays its own, cites its own source, and claims no more than it may; perspectives are mixes.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use evidence::{EffectKey, EvidenceError, Facts, Knowledge, Ladder, Level, Local, Mix, MixError, Strength, ToetsAnswer, ToetsGap, Verdict};

const SOURCE: &str = r#"
[[source]]
key = "eigen"
kind = "local"
title = { nl = "Eigen evaluatie 2025", en = "Own evaluation 2025" }
note = { nl = "Van de dienst participatie.", en = "Of the participation department." }
"#;

fn with(text: &str) -> Result<Knowledge, EvidenceError> {
    Knowledge::shipped().unwrap().with(&Local::read(&format!("{SOURCE}{text}"))?)
}

const RULE: &str = r#"
[[rule]]
id = "L1"
phases = ["design"]
kinds = ["warning"]
touches = ["-local.plezier"]
when = { nl = "Er is geen vast bedrag.", en = "There is no fixed amount." }
effect = { nl = "Dat kan het plezier schaden.", en = "That can harm joy." }
advice = { nl = "Zet een bedrag opzij.", en = "Set an amount aside." }
cite = "eigen p. 3"
strength = "review-finding"
known = { computed = "budget-set = no" }

[[effect]]
key = "plezier"
name = { nl = "Plezier", en = "Joy" }
cites = ["eigen p. 2"]
"#;

#[test]
fn a_rule_and_an_effect_of_its_own_stand_beside_those_of_the_sources() {
    let knowledge = with(RULE).unwrap();
    let matches = knowledge.matching(&Facts::read("budget-set=no").unwrap());
    let rule = matches.iter().find(|found| found.rule.id == "L1").unwrap().rule;
    assert_eq!(rule.strength, Strength::Local, "it cannot call itself a finding of a review");
    assert!(matches.iter().any(|found| found.rule.id == "C021"));
    assert_eq!(knowledge.effects().filter(|(_, item)| item.local).map(|(key, _)| key.to_string()).collect::<Vec<_>>(), ["local.plezier"]);
    assert!(knowledge.effect(&EffectKey::try_from("local.plezier".to_owned()).unwrap()).is_some());
    assert_eq!(knowledge.counts().computed, Knowledge::shipped().unwrap().counts().computed + 1);
}

#[test]
fn an_addition_that_claims_or_names_too_much_is_refused() {
    let refused = |text: &str| with(text).unwrap_err().to_string();
    assert!(refused(&RULE.replace("\"L1\"", "\"C200\"")).contains("must be L"));
    assert!(refused(&RULE.replace("Dat kan het plezier schaden.", "Dat schaadt het plezier.")).contains("what can happen"));
    assert!(refused(&RULE.replace("eigen p. 3", "elders p. 3")).contains("«elders»"));
    assert!(refused(&RULE.replace("-local.plezier", "-local.vreugde")).contains("local.vreugde"));
    assert!(refused(&RULE.replace("[\"eigen p. 2\"]", "[]")).contains("cites"));
    assert!(refused(&format!("{RULE}{}", RULE.split("[[effect]]").next().unwrap())).contains("twice"));
    assert!(refused(&RULE.replace("budget-set = no", "moon = full")).contains("there is no fact"));
    assert!(refused(&RULE.replace("eigen p. 3", "000 §1.2 «dat werkt altijd»")).contains("quotes only sources of its own"));
    assert!(with(&RULE.replace("eigen p. 3", "000 §1.2")).is_ok(), "it may point to a shipped source");
    let review = format!("{}{RULE}", SOURCE.replace("\"local\"", "\"systematic-review\""));
    assert!(Knowledge::shipped().unwrap().with(&Local::read(&review).unwrap()).is_err(), "its own source is no review of research");
    assert!(Local::read(&" ".repeat(Local::LONGEST + 1)).is_err());
}

#[test]
fn a_toets_is_a_template_until_its_questions_are_written() {
    let shipped = Knowledge::shipped().unwrap();
    for key in ["genk-toets", "armoedetoets"] {
        let toets = shipped.toetsen.iter().find(|its| its.key == key).unwrap();
        assert!(toets.is_template());
        assert_eq!(toets.gaps(&[]), [ToetsGap::NoQuestions], "a template never passes");
    }
    let text = r#"
[[toets]]
key = "armoedetoets"
name = { nl = "Armoedetoets", en = "Poverty test" }
purpose = { nl = "Wat betekent dit voor mensen in armoede?", en = "What does this mean for people in poverty?" }
at = ["design"]
cites = ["eigen p. 4"]
questions = [{ key = "kosten", asks = { nl = "Kost meedoen niets?", en = "Is taking part free?" }, cite = "eigen p. 4" }]
"#;
    let knowledge = with(text).unwrap();
    assert_eq!(knowledge.toetsen.len(), shipped.toetsen.len(), "it takes the place of the template");
    let toets = knowledge.toetsen.iter().find(|its| its.key == "armoedetoets").unwrap();
    let answer = |verdict, motive: &str| [ToetsAnswer { question: "kosten".to_owned(), verdict, motive: motive.to_owned() }];
    assert_eq!(toets.gaps(&[]), [ToetsGap::Unanswered("kosten".to_owned())]);
    assert_eq!(toets.gaps(&answer(Verdict::InOrder, " ")), [ToetsGap::NoMotive("kosten".to_owned())]);
    assert_eq!(toets.gaps(&answer(Verdict::NotYet, "De bus kost geld.")), [ToetsGap::NotYet("kosten".to_owned())]);
    assert_eq!(toets.gaps(&answer(Verdict::InOrder, "De bus is gratis.")), []);
}

#[test]
fn a_ladder_of_its_own_maps_to_the_first_and_a_shipped_mapping_can_be_read_otherwise() {
    let text = r#"
[[ladder]]
key = "eigen-ladder"
name = { nl = "Onze ladder", en = "Our ladder" }
cites = ["eigen p. 1"]
rungs = [
    { key = "weten", name = { nl = "Weten", en = "Know" } },
    { key = "meedoen", name = { nl = "Meedoen", en = "Take part" }, stands_for = "co-produce" },
]

[[mapping]]
ladder = "arnstein"
rung = "partnership"
stands_for = "co-produce"
"#;
    let knowledge = with(text).unwrap();
    let on_first = |ladder: &str, rung: &str| {
        let level = Level { ladder: ladder.to_owned(), rung: rung.to_owned() };
        knowledge.on_first_ladder(&level).map(|first| first.rung.to_owned())
    };
    assert_eq!(on_first("eigen-ladder", "meedoen").as_deref(), Some("co-produce"));
    assert_eq!(on_first("eigen-ladder", "weten"), None);
    assert_eq!(on_first("arnstein", "partnership").as_deref(), Some("co-produce"));
    assert!(knowledge.ladder("eigen-ladder").unwrap().local);
    assert!(with("[[mapping]]\nladder = \"proepper-steenbergen\"\nrung = \"listen\"").is_err(), "the first ladder is the measure");
}

#[test]
fn a_number_without_its_ladder_is_no_level() {
    let knowledge = Knowledge::shipped().unwrap();
    let first = knowledge.ladder(Ladder::FIRST).unwrap();
    let arnstein = knowledge.ladder("arnstein").unwrap();
    assert_eq!((first.rungs.len(), arnstein.rungs.len()), (5, 8));
    assert_eq!(first.place("co-decide"), Some(4));
    assert_eq!(arnstein.place("placation"), Some(5));
    let level = Level { ladder: "arnstein".to_owned(), rung: "placation".to_owned() };
    assert_eq!(knowledge.on_first_ladder(&level).map(|its| its.place), Some(2), "five on one ladder is two on the other");
    assert!(knowledge.ladder("beringen").unwrap().rungs.is_empty(), "its rungs are lost and not made up");
}

#[test]
fn what_is_lost_says_so_until_somebody_fills_it_in() {
    let shipped = Knowledge::shipped().unwrap();
    assert!(shipped.placeholders.len() >= 12 && shipped.placeholders.iter().all(|its| its.filled.is_empty()));
    let effects = shipped.placeholders.iter().find(|its| its.key == "participation-effects").unwrap();
    assert_eq!(effects.count, Some(17));
    assert!(shipped.tables().iter().find(|table| table.name == "lost").unwrap().rows.iter().all(|row| row[4] == "niet in bron"));
    let text = r#"
[[fill]]
placeholder = "haug-roles"
says = { nl = "Uit het artikel: vier rollen.", en = "From the article: four roles." }
cite = "eigen p. 9"
"#;
    let knowledge = with(text).unwrap();
    let filled = knowledge.placeholders.iter().find(|its| its.key == "haug-roles").unwrap();
    assert_eq!(filled.filled[0].cite.source, "eigen");
}

#[test]
fn perspectives_are_mixes_of_at_least_three_people() {
    let knowledge = Knowledge::shipped().unwrap();
    assert_eq!(knowledge.perspectives.len(), 4);
    assert_eq!(Mix::of_answers(&[[10, 0, 0, 0], [10, 0, 0, 0]]), Err(MixError::TooFew));
    let mix = Mix::of_answers(&[[4, 2, 2, 2], [0, 5, 5, 0], [2, 2, 3, 3]]).unwrap();
    assert_eq!(evidence::Exact::sum(mix.weights()), Some(evidence::Exact::whole(1)));
    // The four stand in the four corners of the two axes.
    let corners: std::collections::BTreeSet<(bool, bool)> =
        knowledge.perspectives.iter().map(|its| (its.results_first, its.society_takes_part)).collect();
    assert_eq!(corners.len(), 4);
}

#[test]
fn equal_names_in_two_vocabularies_stay_two_things() {
    let knowledge = Knowledge::shipped().unwrap();
    let key = |text: &str| EffectKey::try_from(text.to_owned()).unwrap();
    for name in ["inclusion", "trust", "transparency", "accountability", "effectiveness", "social-capital"] {
        assert!(
            knowledge.effect(&key(&format!("effect.{name}"))).is_some() && knowledge.effect(&key(&format!("value.{name}"))).is_some(),
            "{name}"
        );
        assert!(
            knowledge.correspondences.iter().any(|its| its.effect.name() == name && its.value.name() == name),
            "{name} does not correspond"
        );
    }
    assert_ne!(knowledge.effect(&key("value.accountability")), knowledge.effect(&key("value.responsibility")));
    assert!(EffectKey::try_from("trust".to_owned()).is_err());
    let capital = |vocabulary: &str| knowledge.effect(&key(&format!("{vocabulary}.social-capital"))).unwrap().category.clone().unwrap();
    assert_eq!((capital("effect").as_str(), capital("value").as_str()), ("citizens", "democracy"));
}

#[test]
fn a_group_is_never_of_a_person() {
    // No type of this crate holds a group or a perspective together with a person.
    let note = Knowledge::shipped().unwrap().list("B29").unwrap().note.as_ref().unwrap();
    assert!(note.nl.contains("nooit een label"));
}

#[test]
fn the_example_of_the_handbook_is_read() {
    let handbook = include_str!("../../../docs/handbook/evidence.md");
    let example = handbook.split("```toml").nth(1).unwrap().split("```").next().unwrap();
    let knowledge = Knowledge::shipped().unwrap().with(&Local::read(example).unwrap()).unwrap();
    assert!(knowledge.matching(&Facts::read("budget-set=no").unwrap()).iter().any(|found| found.rule.id == "L1"));
}
