//! The code that a person keeps, so that answers before and after can be laid side by side without knowing whose they are.

use kernel::{ProcessId, Random, TenantId};
use std::fmt;
use std::str::FromStr;
use store::Secret;
use uuid::Uuid;

/// The letters of a code: no vowels, so that no word comes up, and none that is taken for another (I, L, O, S, U). There are
/// nineteen, a prime, so that one letter that is wrong, or two that changed places, is always found.
const LETTERS: [char; 19] = ['B', 'C', 'D', 'F', 'G', 'H', 'J', 'K', 'M', 'N', 'P', 'Q', 'R', 'T', 'V', 'W', 'X', 'Y', 'Z'];
/// So many letters, the last of which checks the others.
const LENGTH: usize = 8;

/// Why a text is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// Another number of letters than a code has.
    #[error("a code has eight letters")]
    Length,
    /// A letter that no code has.
    #[error("the code holds a sign that our codes never have")]
    Sign,
    /// The letters do not fit together: one of them is wrong.
    #[error("the letters do not fit together")]
    Check,
}

impl CodeError {
    /// Key of what to tell the person.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Length => "measure-code-length",
            Self::Sign => "measure-code-sign",
            Self::Check => "measure-code-check",
        }
    }
}

/// Eight letters that somebody keeps: seven drawn and one that checks them. Kept nowhere, only its keyed digest.
#[derive(Clone, PartialEq, Eq)]
pub struct AnswerCode([u8; LENGTH]);

impl AnswerCode {
    /// The code whose first seven letters are these.
    fn with(first: [u8; LENGTH - 1]) -> Self {
        let mut places = [0; LENGTH];
        places[..LENGTH - 1].copy_from_slice(&first);
        // The last letter is the one that makes the sum nothing.
        places[LENGTH - 1] = (0..19).find(|last| fits(&first, *last)).unwrap_or(0);
        Self(places)
    }

    /// A code drawn for a sheet of paper.
    #[must_use]
    pub fn draw(random: &dyn Random) -> Self {
        let mut first = [0; LENGTH - 1];
        for place in &mut first {
            *place = u8::try_from(random.below(19)).unwrap_or(0);
        }
        Self::with(first)
    }

    /// The code as it is printed: `BCDF-GHJK`.
    #[must_use]
    pub fn reveal(&self) -> String {
        let letters = |part: &[u8]| part.iter().map(|place| LETTERS[usize::from(*place) % 19]).collect::<String>();
        format!("{}-{}", letters(&self.0[..4]), letters(&self.0[4..]))
    }
}

/// The weight of a place; all differ, and none is nothing.
fn weight(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(0) + 1
}

fn sum(places: &[u8]) -> u32 {
    places.iter().enumerate().map(|(at, place)| weight(at) * u32::from(*place)).sum::<u32>() % 19
}

fn fits(first: &[u8], last: u8) -> bool {
    (sum(first) + weight(LENGTH - 1) * u32::from(last)).is_multiple_of(19)
}

impl FromStr for AnswerCode {
    type Err = CodeError;
    /// Reads a code in any case, with or without dash and spaces.
    fn from_str(text: &str) -> Result<Self, CodeError> {
        let letters: Vec<char> = text.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_uppercase).collect();
        if letters.len() != LENGTH {
            return Err(CodeError::Length);
        }
        let mut places = [0; LENGTH];
        for (place, letter) in places.iter_mut().zip(letters) {
            let at = LETTERS.iter().position(|known| *known == letter).ok_or(CodeError::Sign)?;
            *place = u8::try_from(at).map_err(|_| CodeError::Sign)?;
        }
        if sum(&places) == 0 { Ok(Self(places)) } else { Err(CodeError::Check) }
    }
}

impl fmt::Debug for AnswerCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AnswerCode(…)")
    }
}

/// The key of one process under which codes are digested; another for each municipality and each process.
#[derive(Clone, PartialEq, Eq)]
pub struct CodeKey(Secret);

impl CodeKey {
    /// The key of this process.
    #[must_use]
    pub fn of(secret: &Secret, tenant: TenantId, process: ProcessId) -> Self {
        Self(Secret::from_bytes(secret.derive(&format!("measure.code {tenant} {process}"))))
    }

    /// What is kept of a code.
    #[must_use]
    pub fn digest(&self, code: &AnswerCode) -> String {
        self.0.derive(&format!("kept {}", code.reveal())).iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The id under which the answers of one form are kept. Nobody finds the form back from it, nor a code that was given for
    /// that form; the same form sent twice has the same id.
    #[must_use]
    pub fn sheet(&self, once: Uuid) -> Uuid {
        let bytes = self.0.derive(&format!("sheet {once}"));
        let mut first = [0; 16];
        first.copy_from_slice(&bytes[..16]);
        uuid::Builder::from_random_bytes(first).into_uuid()
    }

    /// The code that a person gets for one form; `nth` when the one before was somebody's already. A form that is sent again,
    /// because the page was loaded again, shows the same code.
    #[must_use]
    pub fn code(&self, once: Uuid, nth: u8) -> AnswerCode {
        let bytes = self.0.derive(&format!("code {nth} {once}"));
        // Even over the letters: 247 is thirteen times nineteen. Of 32 bytes hardly ever fewer than seven are below it.
        let mut drawn = bytes.iter().filter(|byte| **byte < 247).map(|byte| byte % 19).chain(std::iter::repeat(0));
        let mut first = [0; LENGTH - 1];
        for (place, letter) in first.iter_mut().zip(&mut drawn) {
            *place = letter;
        }
        AnswerCode::with(first)
    }
}

impl fmt::Debug for CodeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CodeKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::SeededRandom;
    use proptest::prelude::*;

    fn key() -> CodeKey {
        let id = Uuid::from_u128(7);
        CodeKey::of(&Secret::from_bytes([3; 32]), TenantId::from_uuid(id), ProcessId::from_uuid(id))
    }

    proptest! {
        #[test]
        fn a_code_reads_back_however_it_is_typed(first in proptest::array::uniform7(0_u8..19)) {
            let code = AnswerCode::with(first);
            let shown = code.reveal();
            prop_assert_eq!(shown.parse::<AnswerCode>(), Ok(code.clone()));
            prop_assert_eq!(shown.to_lowercase().replace('-', " ").parse::<AnswerCode>(), Ok(code.clone()));
            prop_assert_eq!(shown.replace('-', "").parse::<AnswerCode>(), Ok(code));
        }

        #[test]
        fn every_single_wrong_letter_is_found(first in proptest::array::uniform7(0_u8..19)) {
            let shown: Vec<char> = AnswerCode::with(first).reveal().replace('-', "").chars().collect();
            for place in 0..LENGTH {
                for letter in LETTERS {
                    let mut wrong = shown.clone();
                    wrong[place] = letter;
                    let read = wrong.iter().collect::<String>().parse::<AnswerCode>();
                    if letter == shown[place] {
                        prop_assert!(read.is_ok());
                    } else {
                        prop_assert_eq!(read, Err(CodeError::Check));
                    }
                }
            }
        }

        #[test]
        fn two_letters_that_changed_places_are_found(first in proptest::array::uniform7(0_u8..19), one in 0..LENGTH, other in 0..LENGTH) {
            let mut shown: Vec<char> = AnswerCode::with(first).reveal().replace('-', "").chars().collect();
            let differ = shown[one] != shown[other];
            shown.swap(one, other);
            let read = shown.iter().collect::<String>().parse::<AnswerCode>();
            prop_assert_eq!(read.is_err(), differ);
        }

        #[test]
        fn what_is_no_code_is_refused_and_never_panics(text in ".{0,40}") {
            if let Ok(code) = text.parse::<AnswerCode>() {
                prop_assert_eq!(code.reveal().parse::<AnswerCode>(), Ok(code));
            }
        }

        #[test]
        fn a_form_has_one_id_and_one_code_and_neither_tells_of_the_other(once in any::<u128>()) {
            let (key, once) = (key(), Uuid::from_u128(once));
            prop_assert_eq!(key.sheet(once), key.sheet(once));
            prop_assert_eq!(key.sheet(once).get_version_num(), 4);
            prop_assert_ne!(key.sheet(once), once);
            let code = key.code(once, 0);
            prop_assert_eq!(code.reveal().parse::<AnswerCode>(), Ok(code.clone()));
            prop_assert_eq!(&key.code(once, 0), &code);
            prop_assert_ne!(&key.code(once, 1), &code);
        }
    }

    #[test]
    fn another_municipality_and_another_process_keep_another_digest() {
        let code = AnswerCode::draw(&SeededRandom::new(5));
        let (a, b) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let of = |tenant, process| {
            CodeKey::of(&Secret::from_bytes([3; 32]), TenantId::from_uuid(tenant), ProcessId::from_uuid(process)).digest(&code)
        };
        assert!(of(a, a) != of(a, b) && of(a, a) != of(b, a) && of(a, b) != of(b, a));
        assert_eq!(of(a, a).len(), 64);
        assert!(!format!("{code:?}").contains(&code.reveal()));
    }

    #[test]
    fn letters_that_look_alike_are_never_in_a_code() {
        assert_eq!("BCDF-GHI1".parse::<AnswerCode>(), Err(CodeError::Sign));
        assert_eq!("BCDF".parse::<AnswerCode>(), Err(CodeError::Length));
        assert_eq!("".parse::<AnswerCode>(), Err(CodeError::Length));
        for letter in ['A', 'E', 'I', 'L', 'O', 'S', 'U', '0', '1', '5', '8'] {
            assert!(!LETTERS.contains(&letter), "{letter}");
        }
    }
}
