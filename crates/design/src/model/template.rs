//! Templates for the usual forms. Each is a beginning to write on: no sentence of it is a fact, and none is law.

use super::{Draft, Guide, Moment, Part, Rung, Variant};
use evidence::Facts;
use kernel::{Date, Language};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;
use store::texts::{LanguageSet, Origin, Version};

/// Words in the languages that ship.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemplateWords {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
    /// Arabic.
    pub ar: String,
}

impl TemplateWords {
    /// In this language; Dutch in those that do not ship.
    #[must_use]
    pub fn in_language(&self, language: Language) -> &str {
        if language == Language::EN {
            &self.en
        } else if language == Language::AR {
            &self.ar
        } else {
            &self.nl
        }
    }

    /// As a text of a charter: the municipality's language first, and the others it offers.
    #[must_use]
    pub fn set(&self, original: Language, others: &[Language]) -> LanguageSet {
        let mut set = LanguageSet::written(original, self.in_language(original));
        for language in others.iter().filter(|it| **it != original && [Language::NL, Language::EN, Language::AR].contains(*it)) {
            let text = self.in_language(*language).to_owned();
            set = set.with(Version { language: *language, text, origin: Origin::Human, reviewed_by: None });
        }
        set
    }
}

/// A step of the planning of a template.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemplateStep {
    /// So many days after the first.
    pub after: i64,
    /// What happens then.
    pub text: TemplateWords,
}

/// A usual form of participation, as a beginning of a charter and of a guide.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// By which it is known.
    pub code: String,
    /// Its name.
    pub name: TemplateWords,
    /// For what it is.
    pub about: TemplateWords,
    /// Whose process it is.
    #[serde(default)]
    pub variant: Option<String>,
    /// The rung that it suggests.
    pub rung: i64,
    /// So many days people can take part.
    pub open_days: i64,
    /// So many days after that the decision is planned.
    pub decision_days: i64,
    /// Texts of the charter, by the code of the part.
    pub texts: BTreeMap<String, TemplateWords>,
    /// Steps of the planning.
    #[serde(default)]
    pub steps: Vec<TemplateStep>,
    /// Answers of the guide, by the key of the fact.
    #[serde(default)]
    pub guide: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
struct File {
    template: Vec<Template>,
}

/// The templates that ship. A test sees to it that they can be read.
#[must_use]
pub fn templates() -> &'static [Template] {
    static SHIPPED: LazyLock<Vec<Template>> = LazyLock::new(|| match read(include_str!("../../data/templates.toml")) {
        Ok(templates) => templates,
        Err(error) => {
            tracing::error!(%error, "the templates cannot be read");
            Vec::new()
        }
    });
    &SHIPPED
}

fn read(text: &str) -> Result<Vec<Template>, toml::de::Error> {
    toml::from_str::<File>(text).map(|file| file.template)
}

/// The template with this code.
#[must_use]
pub fn template(code: &str) -> Option<&'static Template> {
    templates().iter().find(|template| template.code == code)
}

/// What stands between [ and ] in `text`, with its brackets.
pub fn bracketed(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(']')
        .filter_map(|piece| piece.ends_with(']').then(|| piece.rfind('[').and_then(|from| piece.get(from..))).flatten())
}

/// Whether `text` still holds what a template left to be filled in, in any language.
#[must_use]
pub fn is_unfilled(text: &str) -> bool {
    static LEFT_OPEN: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
        let texts = templates().iter().flat_map(|template| template.texts.values());
        texts.flat_map(|words| [&words.nl, &words.en, &words.ar]).flat_map(|text| bracketed(text)).collect()
    });
    bracketed(text).any(|left| LEFT_OPEN.contains(left))
}

impl Template {
    /// The beginning of a charter under this name, whose first day is `first`.
    #[must_use]
    pub fn draft(&self, title: LanguageSet, first: Date, original: Language, others: &[Language]) -> Draft {
        let mut draft = Draft::titled(title);
        for part in Part::ALL {
            if let Some(words) = self.texts.get(part.code()) {
                draft.texts.insert(part, words.set(original, others));
            }
        }
        draft.variant = self.variant.as_deref().and_then(Variant::of_code).unwrap_or_default();
        draft.rung = Rung::of_step(self.rung);
        let closes = first.plus_days(self.open_days);
        draft.opens = Some(first);
        draft.closes = Some(closes);
        draft.decision_date = Some(closes.plus_days(self.decision_days));
        draft.planning =
            self.steps.iter().map(|step| Moment { date: first.plus_days(step.after), text: step.text.set(original, others) }).collect();
        draft.planning.sort_by_key(|moment| moment.date);
        draft
    }

    /// Whether a draft still says everything in the words of this template (C080).
    #[must_use]
    pub fn is_said_by(&self, draft: &Draft) -> bool {
        let same = |part: &Part| match (self.texts.get(part.code()), draft.text(*part).map(LanguageSet::original)) {
            (Some(words), Some(set)) => set.text == words.in_language(set.language),
            (words, set) => words.is_none() && set.is_none(),
        };
        draft.rung == Rung::of_step(self.rung) && Part::ALL.iter().filter(|part| **part != Part::Title).all(same)
    }

    /// The answers of the guide that it begins with.
    #[must_use]
    pub fn guide(&self) -> Guide {
        let readable = |(key, value): &(&String, &String)| Facts::read(&format!("{key}={value}")).is_ok();
        let answers = self.guide.iter().filter(readable).map(|(key, value)| (key.clone(), value.clone())).collect();
        Guide { answers, ..Guide::default() }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use crate::model::GuideMoment;
    use evidence::{Fact, FactOrigin};

    #[test]
    fn what_a_template_leaves_open_is_known_in_every_language_and_nothing_else_is() {
        for text in ["Wat doen we in [wijk]?", "In [neighbourhood], and [amount]", "[الحي]"] {
            assert!(is_unfilled(text), "{text}");
        }
        for text in ["", "Wat doen we in de Mijnwijk?", "Zie [1] en [bijlage 2].", "]wijk[", "[[", "[wijk", "wijk]"] {
            assert!(!is_unfilled(text), "{text}");
        }
    }

    #[test]
    fn every_template_makes_a_charter_that_still_asks_for_its_mandate() {
        let shipped = read(include_str!("../../data/templates.toml")).unwrap();
        assert!(shipped.len() >= 6);
        let codes: BTreeSet<&str> = shipped.iter().map(|it| it.code.as_str()).collect();
        assert_eq!(codes.len(), shipped.len());
        let first: Date = "2026-09-01".parse().unwrap();
        for it in &shipped {
            let title = LanguageSet::written(Language::NL, "Naam");
            let draft = it.draft(title, first, Language::NL, &[Language::EN, Language::AR]);
            assert!(it.texts.keys().all(|code| Part::ALL.iter().any(|part| part.code() == code)), "{}", it.code);
            for part in [Part::Question, Part::CanChange, Part::Fixed, Part::Outside, Part::Decides, Part::Criteria] {
                let set = draft.text(part).unwrap_or_else(|| panic!("{}: {part:?}", it.code));
                assert_eq!(set.versions().len(), 3, "{}: {part:?}", it.code);
            }
            assert!(draft.rung.is_some() && draft.mandate == crate::model::MandateDraft::default() && draft.budget.is_none());
            assert!(draft.planning.iter().all(|step| Some(step.date) <= draft.decision_date), "{}", it.code);
            assert_eq!(it.guide().answers.len(), it.guide.len(), "{}: every answer can be read", it.code);
            for key in it.guide.keys() {
                let fact = Fact::of_key(key).unwrap();
                assert!(fact.origin() != FactOrigin::Organisation, "{}: {key}", it.code);
                assert_eq!(GuideMoment::ALL.iter().filter(|moment| moment.asks().contains(&fact)).count(), 1, "{}: {key}", it.code);
            }
        }
    }
}
