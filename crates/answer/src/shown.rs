//! A public text in the language that fits its reader best.

use kernel::Language;
use serde::Serialize;
use store::texts::LanguageSet;

/// A text as one reader gets it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Said {
    /// The words.
    pub text: String,
    /// Their language.
    pub language: Language,
    /// Whether a machine translated them and nobody read them over.
    pub unreviewed: bool,
}

impl Said {
    /// The version for a reader of `language`.
    #[must_use]
    pub fn of(set: &LanguageSet, language: &Language) -> Self {
        let shown = set.best(language);
        Self { text: shown.text.to_owned(), language: *shown.language, unreviewed: shown.unreviewed }
    }

    /// The key of what a reader of `language` should know about these words.
    #[must_use]
    pub fn note(&self, language: &Language) -> Option<&'static str> {
        if self.unreviewed {
            Some("ui-translated")
        } else if self.language != *language {
            Some("ui-original-language")
        } else {
            None
        }
    }
}
