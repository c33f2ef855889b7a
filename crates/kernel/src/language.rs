//! Languages of pages and of what people say.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A language by its short BCP 47 tag in lower case, for instance `nl`, `ar` or `tzm`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language([u8; 3]);

/// Why a text is not the tag of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a language is two or three letters, such as nl or ar")]
pub struct LanguageError;

/// Which way a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    LeftToRight,
    /// From right to left.
    RightToLeft,
}

impl Language {
    /// Dutch, the language Meemaak is written in first.
    pub const NL: Self = Self(*b"nl\0");
    /// English.
    pub const EN: Self = Self(*b"en\0");
    /// Arabic.
    pub const AR: Self = Self(*b"ar\0");
    /// French.
    pub const FR: Self = Self(*b"fr\0");
    /// German.
    pub const DE: Self = Self(*b"de\0");

    /// The tag, in lower case.
    #[must_use]
    pub fn tag(&self) -> &str {
        let end = if self.0[2] == 0 { 2 } else { 3 };
        std::str::from_utf8(&self.0[..end]).unwrap_or("nl")
    }

    /// Which way this language is written.
    #[must_use]
    pub fn direction(&self) -> Direction {
        if matches!(self.tag(), "ar" | "fa" | "he" | "ur" | "ps" | "ckb" | "yi" | "dv" | "sd" | "ug") {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        }
    }
}

impl FromStr for Language {
    type Err = LanguageError;

    /// Reads `nl`, `NL`, `nl-BE` (the region is left out) and `tzm`.
    fn from_str(text: &str) -> Result<Self, LanguageError> {
        let tag = text.trim().split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        let bytes = tag.as_bytes();
        if !(2..=3).contains(&bytes.len()) || !bytes.iter().all(u8::is_ascii_lowercase) {
            return Err(LanguageError);
        }
        let mut held = [0_u8; 3];
        held[..bytes.len()].copy_from_slice(bytes);
        Ok(Self(held))
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl Serialize for Language {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.tag())
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_is_left_out() {
        assert_eq!("nl-BE".parse(), Ok(Language::NL));
        assert_eq!("AR".parse(), Ok(Language::AR));
        assert_eq!("tzm".parse::<Language>().map(|l| l.to_string()), Ok("tzm".to_owned()));
        assert_eq!("n".parse::<Language>(), Err(LanguageError));
        assert_eq!("ééé".parse::<Language>(), Err(LanguageError));
    }

    #[test]
    fn arabic_is_written_from_the_right() {
        assert_eq!(Language::AR.direction(), Direction::RightToLeft);
        assert_eq!(Language::NL.direction(), Direction::LeftToRight);
    }
}
