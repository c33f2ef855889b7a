//! Reading single fields. A field that was left empty gives nothing; a wrong one is noted beside it.

use evidence::Words;
use kernel::{Date, Language, Line, Prose, TextError};
use store::texts::{LanguageSet, Origin, Version};
use ui::Typed;

/// What a form must know besides what was typed.
#[derive(Debug, Clone)]
pub struct Setting {
    /// The language in which the municipality writes.
    pub original: Language,
    /// The other languages it offers.
    pub others: Vec<Language>,
}

impl Setting {
    /// The languages of a municipality.
    #[must_use]
    pub fn of(tenant: &people::Tenant) -> Self {
        let original = tenant.language;
        Self { original, others: tenant.languages.iter().copied().filter(|language| *language != original).collect() }
    }
}

fn kept(typed: &mut Typed, name: &str, read: Result<String, TextError>) -> Option<String> {
    match read {
        Ok(text) => Some(text),
        Err(TextError::Empty) => None,
        Err(TextError::TooLong { length, most }) => {
            let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
            typed.wrong_with(name, "ui-too-long", &[("most", number(most).into()), ("length", number(length).into())]);
            None
        }
    }
}

/// One line of at most `most` signs.
pub fn line(typed: &mut Typed, name: &str, most: usize) -> Option<String> {
    let read = Line::new(typed.get(name), most).map(Line::into_string);
    kept(typed, name, read)
}

fn prose(typed: &mut Typed, name: &str, most: usize) -> Option<String> {
    let read = Prose::new(typed.get(name), most).map(Prose::into_string);
    kept(typed, name, read)
}

/// A day as `2026-03-12`.
pub fn date(typed: &mut Typed, name: &str) -> Option<Date> {
    let text = typed.get(name).trim().to_owned();
    if text.is_empty() {
        return None;
    }
    let read = text.parse().ok().filter(|day: &Date| (1900..=2200).contains(&day.year()));
    if read.is_none() {
        typed.wrong(name, "ui-not-a-date");
    }
    read
}

/// The original under `name` and its translations under `name-en` and so on, each by a person. An original that is missing is noted
/// when it is needed or when a translation is there.
pub fn set(typed: &mut Typed, setting: &Setting, name: &str, most: usize, one_line: bool, needed: bool) -> Option<LanguageSet> {
    let read = |typed: &mut Typed, name: &str| if one_line { line(typed, name, most) } else { prose(typed, name, most) };
    let original = read(typed, name);
    let mut translated = Vec::new();
    for language in &setting.others {
        if let Some(text) = read(typed, &format!("{name}-{language}")) {
            translated.push(Version { language: *language, text, origin: Origin::Human, reviewed_by: None });
        }
    }
    let Some(original) = original else {
        if (needed || !translated.is_empty()) && typed.error_of(name).is_none() {
            typed.wrong(name, "ui-missing");
        }
        return None;
    };
    Some(translated.into_iter().fold(LanguageSet::written(setting.original, original), LanguageSet::with))
}

/// Puts a text and its translations back into their fields.
pub fn filled_set(typed: &mut Typed, setting: &Setting, name: &str, set: &LanguageSet) {
    typed.set(name, set.original().text.as_str());
    for version in set.versions().iter().filter(|version| setting.others.contains(&version.language)) {
        typed.set(format!("{name}-{}", version.language), version.text.as_str());
    }
}

/// Words of the knowledge base: Dutch under `name`, English under `name-en`. Without English the Dutch stands in its place, and a page
/// in English shows it as Dutch.
pub fn words(typed: &mut Typed, name: &str, most: usize) -> Option<Words> {
    let nl = prose(typed, name, most);
    let en = prose(typed, &format!("{name}-en"), most);
    let Some(nl) = nl else {
        if typed.error_of(name).is_none() {
            typed.wrong(name, "ui-missing");
        }
        return None;
    };
    Some(Words { en: en.unwrap_or_else(|| nl.clone()), nl, en_reviewed: false })
}
