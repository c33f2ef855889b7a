//! How an answer can begin, for each outcome (catalogue F2; 004 «gemotiveerd»): plain words that leave open between [ and ] what
//! only the municipality knows. An answer in which something is still left open is not published, as with a charter.

use super::motivation::Part;
use journey::Outcome;
use kernel::Language;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The words, in every language in which an answer can begin so.
const WORDS: [(Language, &str); 3] = [
    (Language::NL, include_str!("../../locales/nl/answer-templates.ftl")),
    (Language::EN, include_str!("../../locales/en/answer-templates.ftl")),
    (Language::AR, include_str!("../../locales/ar/answer-templates.ftl")),
];

/// So many signs of what stands between brackets are shown to whoever wrote it.
const MOST_SHOWN: usize = 60;

/// Whether an answer can begin so in this language.
#[must_use]
pub fn speaks(language: Language) -> bool {
    WORDS.iter().any(|(known, _)| *known == language)
}

/// The key of the words with which this part begins when that was decided. `None` where there are none: a result is told in the
/// words of whoever wrote it down, and what is said to one author begins with the words of that author.
#[must_use]
pub fn key(outcome: Outcome, part: Part) -> Option<String> {
    if outcome.is_a_result() {
        return None;
    }
    match part {
        Part::Own => None,
        Part::Criterion => Some("answer-template-criterion".to_owned()),
        Part::WhyNot if !outcome.is_a_no() => None,
        Part::Done | Part::WhyNot | Part::Coming => Some(format!("answer-template-{}-{}", outcome.code(), part.code())),
    }
}

/// What a beginning in this language can leave open, each with its brackets.
#[must_use]
pub fn places(language: Language) -> BTreeSet<&'static str> {
    WORDS.into_iter().filter(|(known, _)| *known == language).flat_map(|(_, words)| design::bracketed(words)).collect()
}

/// What stands between brackets in `text` and is none of the [`places`] of this language, or a bracket without its other half: no
/// answer would be held back by it. The first of it, cut where it is long.
#[must_use]
pub fn unknown_place(text: &str, language: Language) -> Option<String> {
    // A blank in its stead, so that what stood around it does not become a place.
    let rest = places(language).into_iter().fold(text.to_owned(), |rest, place| rest.replace(place, " "));
    let from = rest.find(['[', ']'])?;
    let rest = rest.get(from..)?;
    let until = rest.find(']').map_or(rest.len(), |at| at + 1);
    Some(rest.get(..until)?.chars().take(MOST_SHOWN).collect())
}

/// What `text` still holds of what a beginning left open, in any language; the first of it.
#[must_use]
pub fn left_open(text: &str) -> Option<&str> {
    static OPEN: LazyLock<BTreeSet<&'static str>> =
        LazyLock::new(|| WORDS.into_iter().flat_map(|(_, words)| design::bracketed(words)).collect());
    design::bracketed(text).find(|left| OPEN.contains(*left))
}

#[cfg(test)]
mod tests {
    use super::super::plain;
    use super::*;

    fn words<'a>(ftl: &'a str, key: &str) -> &'a str {
        let found = ftl.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "));
        found.unwrap_or_else(|| panic!("{key} is not there"))
    }

    #[test]
    fn every_outcome_has_a_beginning_in_every_language_that_cannot_be_sent_as_it_is() {
        for outcome in Outcome::ALL.iter().filter(|it| !it.is_a_result()) {
            for (language, ftl) in WORDS {
                for part in Part::SHARED {
                    let Some(key) = key(*outcome, part) else {
                        assert!(part == Part::WhyNot && !outcome.is_a_no(), "{outcome} begins without {part:?}");
                        continue;
                    };
                    let text = words(ftl, &key);
                    assert!(text.chars().count() >= part.least(), "{language} {key}: too short");
                    assert!(plain::long_sentence(text).is_none(), "{language} {key}: too long a sentence");
                    assert!(part == Part::Coming || left_open(text).is_some(), "{language} {key} leaves nothing open");
                }
            }
        }
        assert_eq!(key(Outcome::ResultActed, Part::Done), None);
    }

    #[test]
    fn what_would_hold_no_answer_back_is_found_whole_or_half() {
        for (language, ftl) in WORDS {
            assert!(places(language).len() > 20, "{language} leaves nothing open");
            for text in ftl.lines().filter_map(|line| Some(line.split_once(" = ")?.1)) {
                assert_eq!(unknown_place(text, language), None, "{language}: {text}");
            }
        }
        for (text, unknown) in [
            ("De dienst [welke dienst] en [de wethouder] kijken.", "[de wethouder]"),
            ("Zie bijlage [1].", "[1]"),
            ("De dienst [Welke dienst] kijkt.", "[Welke dienst]"),
            ("The department [which department] looks.", "[which department]"),
            ("De dienst [welke dienst kijkt.", "[welke dienst kijkt."),
            ("welke dienst] kijkt", "]"),
            ("[[welke dienst]]", "[ ]"),
            ("[wel[wie beslist]ke dienst]", "[wel ke dienst]"),
        ] {
            assert_eq!(unknown_place(text, Language::NL).as_deref(), Some(unknown), "{text}");
        }
        assert_eq!(unknown_place(&format!("[{}]", "é".repeat(200)), Language::NL).map(|it| it.chars().count()), Some(MOST_SHOWN));
        assert_eq!(unknown_place("De dienst Groen kijkt.", Language::NL), None);
        assert!(places(Language::FR).is_empty());
    }

    #[test]
    fn only_what_a_beginning_left_open_is_still_to_be_filled_in() {
        assert_eq!(left_open("De dienst [welke dienst] kijkt."), Some("[welke dienst]"));
        assert_eq!(left_open("The department Green looks at [what was looked into]."), Some("[what was looked into]"));
        for text in ["", "De dienst Groen kijkt.", "Zie bijlage [1] en [de tekening].", "welke dienst]", "[welke dienst"] {
            assert_eq!(left_open(text), None, "{text}");
        }
    }
}
