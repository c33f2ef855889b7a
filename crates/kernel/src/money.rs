//! Amounts of money in whole cents.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// An amount in euro cents; never a float.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Money(i64);

/// Why a text is not an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Not a number of euros with at most two decimals.
    #[error("write an amount as 1250 or 1250,50")]
    Unreadable,
    /// More than the program can hold.
    #[error("the amount is too large")]
    TooLarge,
}

impl Money {
    /// An amount of so many cents.
    #[must_use]
    pub const fn from_cents(cents: i64) -> Self {
        Self(cents)
    }
    /// The amount in cents.
    #[must_use]
    pub const fn cents(self) -> i64 {
        self.0
    }
    /// The sum, or `None` past the largest amount.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }
}

impl FromStr for Money {
    type Err = MoneyError;

    /// Reads `1250`, `1250,5`, `1.250,50`, `1250.50` and the same with a euro sign or spaces.
    fn from_str(text: &str) -> Result<Self, MoneyError> {
        let bare: String = text.chars().filter(|c| !c.is_whitespace() && *c != '€').collect();
        let (negative, digits) = bare.strip_prefix('-').map_or((false, bare.as_str()), |rest| (true, rest));
        let decimal = digits.rfind([',', '.']).filter(|at| digits.len() - at <= 3);
        let (whole, part) = decimal.map_or((digits, ""), |at| (&digits[..at], &digits[at + 1..]));
        let whole: String = whole.chars().filter(|c| *c != '.' && *c != ',').collect();
        if whole.is_empty() || !whole.bytes().all(|b| b.is_ascii_digit()) || !part.bytes().all(|b| b.is_ascii_digit()) {
            return Err(MoneyError::Unreadable);
        }
        let euros: i64 = whole.parse().map_err(|_| MoneyError::TooLarge)?;
        let cents: i64 = format!("{part:0<2}").parse().map_err(|_| MoneyError::Unreadable)?;
        let total = euros.checked_mul(100).and_then(|e| e.checked_add(cents)).ok_or(MoneyError::TooLarge)?;
        Ok(Self(if negative { -total } else { total }))
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{}.{:02}", self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (text, cents) in
            [("1250", 125_000), ("1.250,50", 125_050), ("1250.5", 125_050), ("€ 1 250", 125_000), ("-3,07", -307), ("1.250", 125_000)]
        {
            assert_eq!(text.parse::<Money>().map(Money::cents), Ok(cents), "{text}");
        }
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for text in ["", "€", "twee", "1,2,3x", "99999999999999999999"] {
            assert!(text.parse::<Money>().is_err(), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn an_amount_reads_back_as_it_was_written(cents in -1_000_000_000_000_i64..1_000_000_000_000) {
            proptest::prop_assert_eq!(Money::from_cents(cents).to_string().parse::<Money>(), Ok(Money::from_cents(cents)));
        }
        #[test]
        fn no_text_makes_the_reader_stumble(text in ".*") {
            let _ = text.parse::<Money>();
        }
    }
}
