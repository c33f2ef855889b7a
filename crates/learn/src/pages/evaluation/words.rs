//! Words of the knowledge base and of the design on a page of this room. They speak Dutch and English; a page in another language
//! shows the Dutch, marked as such.

use design::Rung;
use evidence::{EffectKey, Knowledge, Words};
use kernel::Language;
use ui::Page;

/// The language in which the knowledge base speaks on this page.
pub(crate) fn said_in(page: &Page) -> Language {
    if page.language == Language::EN { Language::EN } else { Language::NL }
}

/// Words of the knowledge base.
pub(crate) fn text(page: &Page, words: &Words) -> String {
    if page.language == Language::EN { words.en.clone() } else { words.nl.clone() }
}

/// The name of an effect or value; the key itself when this house does not know it, as of another municipality's own. A public value
/// is called one: words that stand in both vocabularies are two things (B01, B08).
pub(crate) fn effect(page: &Page, knowledge: &Knowledge, key: &str) -> String {
    let known = EffectKey::try_from(key.to_owned()).ok();
    let name = known.as_ref().and_then(|key| knowledge.effect(key)).map_or_else(|| key.to_owned(), |item| text(page, &item.name));
    match known {
        Some(key) if key.vocabulary() == "value" => page.texts.get(&said_in(page), "learn-value-named", &[("name", name.into())]),
        _ => name,
    }
}

/// The name of an item of a list; the key itself when it is not there.
pub(crate) fn item(page: &Page, knowledge: &Knowledge, list: &str, key: &str) -> String {
    knowledge.list(list).and_then(|list| list.item(key)).map_or_else(|| key.to_owned(), |item| text(page, &item.name))
}

/// The name of a wide kind of actors of whom something was heard.
pub(crate) fn voice(page: &Page, knowledge: &Knowledge, key: &str) -> String {
    if key == study::RespondentKind::Other.actor() {
        return page.texts.get(&said_in(page), "learn-heard-other", &[]);
    }
    item(page, knowledge, "actor", key)
}

/// The name of a factor, whose key begins with that of the list it stands in: `factor.selection`.
pub(crate) fn factor(page: &Page, knowledge: &Knowledge, key: &str) -> String {
    let named = key.split_once('.').and_then(|(list, key)| knowledge.list(list)?.item(key));
    named.map_or_else(|| key.to_owned(), |item| text(page, &item.name))
}

/// A word of the design: a form, or who took the initiative.
pub(crate) fn design_word(page: &Page, fact: &str, word: &str) -> String {
    let key = format!("design-word-{fact}-{word}");
    if page.texts.has(&Language::NL, &key) { page.texts.get(&said_in(page), &key, &[]) } else { word.to_owned() }
}

/// The name of a rung, «2 consulteren»; nought is that residents were only informed, below the ladder.
pub(crate) fn rung(page: &Page, step: u8) -> String {
    if step == 0 {
        return page.t("learn-rung-informed");
    }
    match Rung::of_step(i64::from(step)) {
        Some(rung) => page.t2("learn-rung", "step", i64::from(step), "name", page.t(format!("ui-rung-{}", rung.step()))),
        None => page.t("ui-none"),
    }
}

/// Whose process it is, in a few words.
pub(crate) fn variant(page: &Page, code: &str) -> String {
    match design::Variant::of_code(code) {
        Some(variant) => page.t(format!("learn-variant-{}", variant.code())),
        None => code.to_owned(),
    }
}

/// A number in hundredths, written with two places as the language writes it.
pub(crate) fn hundredths(page: &Page, number: i64) -> String {
    page.decimal(number as f64 / 100.0, 2)
}
