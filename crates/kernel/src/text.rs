//! Texts that people type, checked at the edge and trusted inside.

use serde::{Deserialize, Serialize};
use std::fmt;
use unicode_normalization::UnicodeNormalization;

/// Why a text cannot be taken as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing was written.
    #[error("nothing was written")]
    Empty,
    /// More signs than fit.
    #[error("the text has {length} signs; at most {most} fit")]
    TooLong {
        /// How many signs there are.
        length: usize,
        /// How many may be there.
        most: usize,
    },
}

/// Signs that show nothing, or that turn the direction of what follows: they hide or disguise words.
/// Joiners (U+200C, U+200D) and plain direction marks (U+200E, U+200F) stay: Arabic, Persian and emoji need them.
fn hides(c: char) -> bool {
    matches!(c,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' | '\u{fe00}'..='\u{fe0d}' | '\u{180e}' | '\u{00ad}')
        || (c.is_control() && c != '\n' && c != '\t')
}

/// At most three marks on one letter: more draws over the lines above and below.
fn clean(text: &str) -> String {
    let mut marks = 0;
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .nfc()
        .filter(|c| !hides(*c))
        .filter(|c| {
            marks = if unicode_normalization::char::is_combining_mark(*c) { marks + 1 } else { 0 };
            marks <= 3
        })
        .collect()
}

fn checked(cleaned: String, most: usize) -> Result<String, TextError> {
    let length = cleaned.chars().count();
    if length == 0 {
        Err(TextError::Empty)
    } else if length > most {
        Err(TextError::TooLong { length, most })
    } else {
        Ok(cleaned)
    }
}

/// One line of text: a title, a name. Normalised (NFC), without control or hiding signs, blanks taken together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Line(String);

impl Line {
    /// Takes a line of at most `most` signs.
    ///
    /// # Errors
    /// When nothing readable is left, or more than fits.
    pub fn new(text: &str, most: usize) -> Result<Self, TextError> {
        checked(clean(text).split_whitespace().collect::<Vec<_>>().join(" "), most).map(Self)
    }
    /// The line.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
    /// The line, taken out.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }
}

/// Text of one or more paragraphs. Normalised (NFC), without control or hiding signs, at most one empty line between paragraphs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Prose(String);

impl Prose {
    /// Takes a text of at most `most` signs.
    ///
    /// # Errors
    /// When nothing readable is left, or more than fits.
    pub fn new(text: &str, most: usize) -> Result<Self, TextError> {
        let mut kept = String::with_capacity(text.len());
        let mut empty = 0;
        for line in clean(text).lines() {
            let line = line.trim_end();
            empty = if line.trim().is_empty() { empty + 1 } else { 0 };
            if empty < 2 {
                kept.push_str(line);
                kept.push('\n');
            }
        }
        checked(kept.trim().to_owned(), most).map(Self)
    }
    /// The text, paragraphs divided by an empty line.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
    /// The text, taken out.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Prose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hiding_signs_are_taken_out() {
        assert_eq!(
            Line::new("  een\u{202e} bank\u{0} \n in \u{200b}het park ", 80).map(Line::into_string),
            Ok("een bank in het park".into())
        );
    }

    #[test]
    fn arabic_keeps_its_marks_and_joiners() {
        let words = "مَدْرَسَة\u{200c}ها";
        assert_eq!(Line::new(words, 80).map(Line::into_string), Ok(words.nfc().collect()));
    }

    #[test]
    fn a_heap_of_marks_is_cut() {
        let heap = format!("a{}", "\u{0316}".repeat(500));
        assert!(Line::new(&heap, 80).is_ok_and(|line| line.as_str().chars().count() <= 4));
    }

    #[test]
    fn a_megabyte_of_title_is_refused_with_its_length() {
        assert_eq!(Line::new(&"a".repeat(1_000_000), 120), Err(TextError::TooLong { length: 1_000_000, most: 120 }));
        assert_eq!(Line::new("\u{202e}\u{200b}", 120), Err(TextError::Empty));
    }

    proptest::proptest! {
        #[test]
        fn cleaning_twice_is_cleaning_once(text in "\\PC{0,200}") {
            if let Ok(line) = Line::new(&text, 500) {
                proptest::prop_assert_eq!(Line::new(line.as_str(), 500), Ok(line.clone()));
            }
            if let Ok(prose) = Prose::new(&text, 500) {
                proptest::prop_assert_eq!(Prose::new(prose.as_str(), 500), Ok(prose.clone()));
            }
        }
    }
}
