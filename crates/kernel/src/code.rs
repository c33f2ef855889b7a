//! The two codes of a contribution: a public number that everybody may see, and a secret follow code
//! that proves whose words they are.

use crate::Random;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Letters that are hard to mistake on paper or over the telephone: no vowels, no 0/O, 1/I/L, 5/S, 8/B or 2/Z.
const ALPHABET: &[u8; 21] = b"34679CDFGHJKMNPQRTVWX";

/// Why a text is not a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// Another number of signs than the code has.
    #[error("the code has another length")]
    Length,
    /// A sign that no code holds.
    #[error("the code holds a sign that our codes never have")]
    Sign,
}

fn draw(random: &dyn Random, length: usize) -> String {
    let bound = ALPHABET.len() as u64;
    (0..length).map(|_| char::from(ALPHABET[usize::try_from(random.below(bound)).unwrap_or(0)])).collect()
}

fn read(text: &str, length: usize) -> Result<String, CodeError> {
    let bare: String = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect();
    if bare.chars().count() != length {
        return Err(CodeError::Length);
    }
    if !bare.bytes().all(|b| ALPHABET.contains(&b)) {
        return Err(CodeError::Sign);
    }
    Ok(bare)
}

fn grouped(bare: &str) -> String {
    bare.as_bytes().chunks(4).map(|chunk| std::str::from_utf8(chunk).unwrap_or_default()).collect::<Vec<_>>().join("-")
}

/// The number under which everybody can find a contribution, for instance `K7QM-3TPX`.
/// It is public, and gives no right over the contribution.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PublicNumber(String);

impl PublicNumber {
    /// A fresh number; one in 37 billion, and the database refuses one that exists.
    #[must_use]
    pub fn draw(random: &dyn Random) -> Self {
        Self(grouped(&draw(random, 8)))
    }
    /// The number as it is shown and stored.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for PublicNumber {
    type Err = CodeError;
    /// Reads the number in any case, with or without its dash and spaces.
    fn from_str(text: &str) -> Result<Self, CodeError> {
        read(text, 8).map(|bare| Self(grouped(&bare)))
    }
}

impl fmt::Display for PublicNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The secret code on the receipt, 16 signs (70 bits) in groups of four. Only its digest is kept.
#[derive(Clone, PartialEq, Eq)]
pub struct FollowCode(String);

impl FollowCode {
    /// A fresh code.
    #[must_use]
    pub fn draw(random: &dyn Random) -> Self {
        Self(draw(random, 16))
    }
    /// The code in groups of four, for the receipt and nowhere else.
    #[must_use]
    pub fn reveal(&self) -> String {
        grouped(&self.0)
    }
    /// The bare signs, to be digested.
    #[must_use]
    pub fn bare(&self) -> &str {
        &self.0
    }
}

impl FromStr for FollowCode {
    type Err = CodeError;
    /// Reads the code in any case, with or without dashes and spaces.
    fn from_str(text: &str) -> Result<Self, CodeError> {
        read(text, 16).map(Self)
    }
}

impl fmt::Debug for FollowCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FollowCode(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SeededRandom;

    #[test]
    fn a_code_reads_back_however_it_is_typed() {
        let random = SeededRandom::new(5);
        for _ in 0..200 {
            let number = PublicNumber::draw(&random);
            assert_eq!(number.as_str().to_lowercase().replace('-', " ").parse(), Ok(number));
            let code = FollowCode::draw(&random);
            assert_eq!(code.reveal().to_lowercase().parse(), Ok(code));
        }
    }

    #[test]
    fn a_secret_code_never_reaches_a_log() {
        let code = FollowCode::draw(&SeededRandom::new(5));
        assert!(!format!("{code:?}").contains(code.bare()));
    }

    #[test]
    fn what_is_no_code_is_refused() {
        assert_eq!("".parse::<PublicNumber>(), Err(CodeError::Length));
        assert_eq!("AAAA-AAAA".parse::<PublicNumber>(), Err(CodeError::Sign));
        assert_eq!("\u{202e}\u{202e}34679CDF".parse::<PublicNumber>().map(|n| n.to_string()), Ok("3467-9CDF".to_owned()));
    }
}
