//! The words of the knowledge base on a page. It speaks Dutch and English; a page in another language shows the Dutch
//! original, marked as such.

use crate::forms::guide::written;
use crate::model::Rung;
use evidence::{EffectKey, Fact, Knowledge, Shape, Unit, Value, Words};
use kernel::Language;
use ui::Page;

/// The language in which the knowledge base speaks on this page.
pub(crate) fn said_in(page: &Page) -> Language {
    if page.language == Language::EN { Language::EN } else { Language::NL }
}

/// Words of the knowledge base.
pub(crate) fn said(page: &Page, words: &Words) -> String {
    if page.language == Language::EN { words.en.clone() } else { words.nl.clone() }
}

/// The name of an effect or value.
pub(crate) fn effect_name(page: &Page, knowledge: &Knowledge, effect: &EffectKey) -> String {
    knowledge.effect(effect).map_or_else(|| effect.to_string(), |item| said(page, &item.name))
}

/// The list of the catalogue that has the words of a fact; nothing when they are words of this room.
const fn list_of(fact: Fact) -> Option<&'static str> {
    match fact {
        Fact::FirstResidentStage => Some("B23"),
        Fact::InteractionModes => Some("B13"),
        Fact::Embedding => Some("B17"),
        Fact::TrustMoments | Fact::PartnerPhases => Some("B22"),
        Fact::SelectionModes => Some("B12"),
        Fact::TargetGroups => Some("B29"),
        _ => None,
    }
}

/// A word that a fact may have, as it is read.
pub(crate) fn word(page: &Page, knowledge: &Knowledge, fact: Fact, word: &str) -> String {
    if let Some(item) = list_of(fact).and_then(|list| knowledge.list(list)?.item(word)) {
        return said(page, &item.name);
    }
    if fact.shape() == Shape::Effects {
        return EffectKey::try_from(word.to_owned()).map_or_else(|_| word.to_owned(), |key| effect_name(page, knowledge, &key));
    }
    let coping = match fact {
        Fact::DilemmasRecorded => knowledge.dilemmas.iter().find(|it| it.key == word).map(|it| &it.name),
        Fact::StrategiesUsed => knowledge.strategies.iter().find(|it| it.key == word).map(|it| &it.name),
        _ => None,
    };
    if let Some(name) = coping {
        return said(page, name);
    }
    match (fact, word) {
        (Fact::AnnouncedRung | Fact::MandateRung | Fact::EffectiveRung, word) => {
            let rung = match word {
                "listen" => Rung::Listen,
                "consult" => Rung::Consult,
                "co-produce" => Rung::CoProduce,
                "co-decide" => Rung::CoDecide,
                _ => Rung::DecideAlone,
            };
            page.t(rung.key())
        }
        _ => page.t(format!("design-word-{fact}-{word}")),
    }
}

const fn unit_word(unit: Unit) -> &'static str {
    match unit {
        Unit::Things => "things",
        Unit::Hours => "hours",
        Unit::Days => "days",
        Unit::Months => "months",
        Unit::Euro => "euro",
        Unit::Share => "share",
    }
}

/// Key of the hint of a number.
pub(super) fn unit_hint(unit: Unit) -> String {
    format!("design-guide-unit-{}", unit_word(unit))
}

/// The value of a fact, as it is read.
pub(crate) fn answer_words(page: &Page, knowledge: &Knowledge, fact: Fact, value: &Value) -> String {
    match value {
        Value::YesNo(yes) => page.t(if *yes { "design-guide-yes" } else { "design-guide-no" }),
        Value::Word(one) => word(page, knowledge, fact, one),
        Value::Words(words) if words.is_empty() => page.t("design-guide-none-of-these"),
        Value::Words(words) => words.iter().map(|one| word(page, knowledge, fact, one)).collect::<Vec<_>>().join(", "),
        Value::Number(number) => {
            let unit = if let Shape::Number(unit) = fact.shape() { unit } else { Unit::Things };
            let shown = written(&number.to_string(), unit);
            page.t2("design-guide-as-number", "number", shown, "unit", unit_word(unit)).trim().to_owned()
        }
    }
}
