//! The words of the house in every language (Fluent).

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Entry;
use kernel::{Direction, Language};
use std::borrow::Cow;
use std::fmt;
use unic_langid::LanguageIdentifier;

/// Why a file of words cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextsError {
    /// The tag of the language is none.
    #[error("«{0}» is not the tag of a language")]
    Language(String),
    /// The file is not Fluent.
    #[error("the words of {room} in {language} cannot be read: {what}")]
    Unreadable {
        /// Whose words.
        room: String,
        /// In which language.
        language: String,
        /// What the reader stumbled over.
        what: String,
    },
    /// A key was added before.
    #[error("the words of {room} in {language} repeat a key: {what}")]
    Repeated {
        /// Whose words.
        room: String,
        /// In which language.
        language: String,
        /// Which key.
        what: String,
    },
}

/// What fills a place in a text: words, or a number that also chooses the plural.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// Words, put in as they are.
    Words(String),
    /// A whole number.
    Number(i64),
    /// A number with decimals.
    Decimal(f64),
}

impl From<&str> for Arg {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}
impl From<String> for Arg {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}
impl From<f64> for Arg {
    fn from(number: f64) -> Self {
        Self::Decimal(number)
    }
}
impl From<&Arg> for Arg {
    fn from(arg: &Arg) -> Self {
        arg.clone()
    }
}
macro_rules! by_reference {
    ($($kind:ty),*) => {$(
        impl From<&$kind> for Arg {
            fn from(value: &$kind) -> Self { Self::from(<$kind>::clone(value)) }
        }
        impl From<&&$kind> for Arg {
            fn from(value: &&$kind) -> Self { Self::from(<$kind>::clone(*value)) }
        }
    )*};
}
macro_rules! whole_numbers {
    ($($kind:ty),*) => {$(
        impl From<$kind> for Arg {
            fn from(number: $kind) -> Self { Self::Number(i64::try_from(number).unwrap_or(i64::MAX)) }
        }
    )*};
}
whole_numbers!(i64, i32, i16, u8, u16, u32, u64, usize);
by_reference!(String, &str, f64, i64, i32, i16, u8, u16, u32, u64, usize);

struct Bundle {
    language: Language,
    words: FluentBundle<FluentResource>,
    messages: usize,
}

/// The words of all rooms in all languages. Dutch stands first and steps in for a language that lacks a key.
///
/// Words put into a text are wrapped in Unicode isolates only when they run the other way than the text, so that
/// «{number} بلاغ» keeps its order and a plain Dutch sentence stays plain.
pub struct Texts {
    bundles: Vec<Bundle>,
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Texts").field("languages", &self.languages()).finish()
    }
}

impl Default for Texts {
    fn default() -> Self {
        Self::new()
    }
}

impl Texts {
    /// No words yet.
    #[must_use]
    pub fn new() -> Self {
        Self { bundles: Vec::new() }
    }

    /// Adds a file of words of `room` in `language`.
    ///
    /// # Errors
    /// When the file is not Fluent, or a key was there before.
    pub fn add(&mut self, room: &str, language: &str, ftl: &str) -> Result<(), TextsError> {
        let tag: Language = language.parse().map_err(|_| TextsError::Language(language.to_owned()))?;
        let unreadable = |what: String| TextsError::Unreadable { room: room.to_owned(), language: language.to_owned(), what };
        let resource = FluentResource::try_new(ftl.to_owned())
            .map_err(|(_, errors)| unreadable(errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")))?;
        let at = if let Some(at) = self.bundles.iter().position(|bundle| bundle.language == tag) {
            at
        } else {
            let id: LanguageIdentifier = tag.tag().parse().map_err(|_| TextsError::Language(language.to_owned()))?;
            let mut words = FluentBundle::new_concurrent(vec![id]);
            words.set_use_isolating(false);
            words.set_formatter(Some(match tag.tag() {
                "en" | "ar" => grouped_by_comma,
                "fr" => grouped_by_blank,
                _ => grouped_by_point,
            }));
            self.bundles.push(Bundle { language: tag, words, messages: 0 });
            self.bundles.len() - 1
        };
        self.bundles[at].messages += resource.entries().filter(|entry| matches!(entry, Entry::Message(_))).count();
        self.bundles[at].words.add_resource(resource).map_err(|errors| TextsError::Repeated {
            room: room.to_owned(),
            language: language.to_owned(),
            what: errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
        })
    }

    /// Adds all files of a room, as it exports them in its constant `TEXTS`.
    ///
    /// # Errors
    /// As [`Texts::add`].
    pub fn add_all(&mut self, room: &str, files: &[(&str, &str)]) -> Result<(), TextsError> {
        files.iter().try_for_each(|(language, ftl)| self.add(room, language, ftl))
    }

    /// The languages for which there are words, in the order they were added.
    #[must_use]
    pub fn languages(&self) -> Vec<Language> {
        self.bundles.iter().map(|bundle| bundle.language).collect()
    }

    /// Whether `language` has its own words for `key`.
    #[must_use]
    pub fn has(&self, language: &Language, key: &str) -> bool {
        self.bundles.iter().any(|bundle| bundle.language == *language && bundle.words.has_message(key))
    }

    /// Whether `language` has words for all that has words in Dutch, also for pages that only staff sees.
    #[must_use]
    pub fn is_whole(&self, language: &Language) -> bool {
        let messages = |wanted: &Language| self.bundles.iter().find(|bundle| bundle.language == *wanted).map(|bundle| bundle.messages);
        messages(language).is_some_and(|many| messages(&Language::NL).is_none_or(|dutch| many >= dutch))
    }

    /// The words of `key` in `language`; in Dutch when the language lacks them; `⟦key⟧` when nobody has them.
    #[must_use]
    pub fn get(&self, language: &Language, key: &str, args: &[(&str, Arg)]) -> String {
        self.words(language, key, args, true)
    }

    /// As [`Texts::get`], without invisible direction marks: for mail subjects, file names and CSV.
    #[must_use]
    pub fn plain(&self, language: &Language, key: &str, args: &[(&str, Arg)]) -> String {
        self.words(language, key, args, false)
    }

    fn words(&self, language: &Language, key: &str, args: &[(&str, Arg)], isolate: bool) -> String {
        [*language, Language::NL]
            .iter()
            .find_map(|wanted| {
                let bundle = self.bundles.iter().find(|bundle| bundle.language == *wanted)?;
                let pattern = bundle.words.get_message(key)?.value()?;
                let mut filled = FluentArgs::new();
                for (name, arg) in args {
                    filled.set(*name, value(arg, isolate, bundle.language.direction()));
                }
                let mut errors = Vec::new();
                let text = bundle.words.format_pattern(pattern, Some(&filled), &mut errors).into_owned();
                debug_assert!(errors.is_empty(), "the words of {key} in {wanted}: {errors:?}");
                Some(text)
            })
            .unwrap_or_else(|| format!("⟦{key}⟧"))
    }
}

fn value(arg: &Arg, isolate: bool, direction: Direction) -> FluentValue<'static> {
    match arg {
        Arg::Words(words) if isolate && runs_against(words, direction) => {
            FluentValue::String(Cow::Owned(format!("\u{2068}{words}\u{2069}")))
        }
        Arg::Words(words) => FluentValue::String(Cow::Owned(words.clone())),
        Arg::Number(number) => FluentValue::from(*number),
        Arg::Decimal(number) => FluentValue::from(*number),
    }
}

/// Whether a text holds signs that are written the other way than its surroundings.
fn runs_against(words: &str, direction: Direction) -> bool {
    match direction {
        Direction::LeftToRight => words.chars().any(is_from_the_right),
        Direction::RightToLeft => words.chars().any(|c| c.is_alphanumeric() && !is_from_the_right(c)),
    }
}

/// Letters of scripts written from the right: Hebrew up to Arabic Extended, and the presentation forms.
fn is_from_the_right(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{08ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}')
}

fn grouped_by_point<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    grouped(value, '.', ',')
}
fn grouped_by_comma<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    grouped(value, ',', '.')
}
fn grouped_by_blank<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    grouped(value, '\u{202f}', ',')
}

fn grouped(value: &FluentValue<'_>, between: char, decimal: char) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let text = number.as_string();
    let (whole, part) = text.split_once('.').map_or((text.as_ref(), None), |(whole, part)| (whole, Some(part)));
    let mut written = group_digits(whole, between, 5);
    if let Some(part) = part {
        written.push(decimal);
        written.push_str(part);
    }
    Some(written)
}

/// Sets `between` after every three digits, from `least` digits on (a year stays whole).
pub(crate) fn group_digits(whole: &str, between: char, least: usize) -> String {
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |rest| ("-", rest));
    if digits.len() < least {
        return whole.to_owned();
    }
    let mut written = String::from(sign);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            written.push(between);
        }
        written.push(digit);
    }
    written
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;

    fn texts() -> Texts {
        let mut texts = Texts::new();
        texts
            .add(
                "t",
                "nl",
                "t-count = { $n ->\n  [one] één idee\n *[other] { $n } ideeën\n}\nt-hello = Dag { $name }\nt-only = Alleen hier",
            )
            .unwrap();
        texts.add("t", "ar", "t-count = { $n ->\n  [zero] صفر\n  [one] واحد\n  [two] اثنان\n  [few] { $n } قليل\n  [many] { $n } كثير\n *[other] { $n } آخر\n}\nt-hello = مرحبا { $name }").unwrap();
        texts
    }

    #[test]
    fn numbers_choose_their_plural_and_are_grouped() {
        let texts = texts();
        assert_eq!(texts.get(&Language::NL, "t-count", &[("n", 1.into())]), "één idee");
        assert_eq!(texts.get(&Language::NL, "t-count", &[("n", 2026.into())]), "2026 ideeën");
        assert_eq!(texts.get(&Language::NL, "t-count", &[("n", 1_234_567.into())]), "1.234.567 ideeën");
        let arabic: Vec<String> =
            [0, 1, 2, 3, 11, 100].iter().map(|n: &i64| texts.get(&Language::AR, "t-count", &[("n", n.into())])).collect();
        assert_eq!(arabic, ["صفر", "واحد", "اثنان", "3 قليل", "11 كثير", "100 آخر"]);
    }

    #[test]
    fn words_that_run_the_other_way_are_set_apart_except_in_plain_text() {
        let texts = texts();
        assert_eq!(texts.get(&Language::NL, "t-hello", &[("name", "Ann".into())]), "Dag Ann");
        assert_eq!(texts.get(&Language::NL, "t-hello", &[("name", "ليلى".into())]), "Dag \u{2068}ليلى\u{2069}");
        assert_eq!(texts.get(&Language::AR, "t-hello", &[("name", "Ann".into())]), "مرحبا \u{2068}Ann\u{2069}");
        assert_eq!(texts.plain(&Language::AR, "t-hello", &[("name", "Ann".into())]), "مرحبا Ann");
    }

    #[test]
    fn dutch_steps_in_and_a_missing_key_is_seen() {
        let texts = texts();
        assert_eq!(texts.get(&Language::AR, "t-only", &[]), "Alleen hier");
        assert_eq!(texts.get(&Language::FR, "t-only", &[]), "Alleen hier");
        assert_eq!(texts.get(&Language::NL, "t-nowhere", &[]), "⟦t-nowhere⟧");
        assert!(texts.is_whole(&Language::NL) && !texts.is_whole(&Language::AR) && !texts.is_whole(&Language::FR));
    }

    #[test]
    fn a_repeated_key_and_a_broken_file_are_refused() {
        let mut texts = texts();
        assert!(matches!(texts.add("t", "nl", "t-only = Nog eens"), Err(TextsError::Repeated { .. })));
        assert!(matches!(texts.add("t", "nl", "t-x = { $"), Err(TextsError::Unreadable { .. })));
        assert!(matches!(texts.add("t", "n", "t-x = x"), Err(TextsError::Language(_))));
    }
}
