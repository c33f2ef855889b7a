//! Exact numbers, and the one way in which they are rounded.

use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// An exact number: a fraction in lowest terms.
///
/// Shares and means are kept as fractions and rounded only when shown, and then always **half up** (a half goes away
/// from zero): 72.5 becomes 73, never 72. Other programs round a half to the even neighbour; the same share would
/// then read 72 (catalogue D061).
///
/// ```
/// use evidence::Exact;
/// let share = Exact::ratio(29, 40).ok_or("no ratio")?;
/// assert_eq!(share.percent(1), "72.5");
/// assert_eq!(share.percent(0), "73");
/// # Ok::<(), &str>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Exact {
    over: i128,
    under: i128,
}

const fn common_divisor(mut a: i128, mut b: i128) -> i128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

impl Exact {
    /// Nothing.
    pub const ZERO: Self = Self { over: 0, under: 1 };

    /// A whole number.
    #[must_use]
    pub const fn whole(number: i64) -> Self {
        Self { over: number as i128, under: 1 }
    }

    /// `over` of `under`; none when `under` is nothing.
    #[must_use]
    pub fn ratio(over: i64, under: i64) -> Option<Self> {
        Self::reduced(i128::from(over), i128::from(under))
    }

    fn reduced(over: i128, under: i128) -> Option<Self> {
        let (over, under) = if under < 0 { (over.checked_neg()?, under.checked_neg()?) } else { (over, under) };
        if under == 0 || over == i128::MIN {
            return None;
        }
        let divisor = common_divisor(over.abs(), under);
        Some(Self { over: over / divisor, under: under / divisor })
    }

    /// The sum; none when it is too large to hold.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        Self::reduced(
            self.over.checked_mul(other.under)?.checked_add(other.over.checked_mul(self.under)?)?,
            self.under.checked_mul(other.under)?,
        )
    }

    /// The difference; none when it is too large to hold.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(Self { over: other.over.checked_neg()?, under: other.under })
    }

    /// The product; none when it is too large to hold.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        Self::reduced(self.over.checked_mul(other.over)?, self.under.checked_mul(other.under)?)
    }

    /// The quotient; none when `other` is nothing, or the outcome too large to hold.
    #[must_use]
    pub fn divided_by(self, other: Self) -> Option<Self> {
        Self::reduced(self.over.checked_mul(other.under)?, self.under.checked_mul(other.over)?)
    }

    /// The sum of all; none when it is too large to hold.
    #[must_use]
    pub fn sum(numbers: impl IntoIterator<Item = Self>) -> Option<Self> {
        numbers.into_iter().try_fold(Self::ZERO, Self::plus)
    }

    /// How far from nothing.
    #[must_use]
    pub const fn distance_from_zero(self) -> Self {
        Self { over: self.over.abs(), under: self.under }
    }

    /// The whole number, when it is one that fits.
    #[must_use]
    pub fn as_whole(self) -> Option<i64> {
        (self.under == 1).then(|| i64::try_from(self.over).ok()).flatten()
    }

    /// With `decimals` decimals (at most 9), a half going away from zero, a full stop before the decimals.
    #[must_use]
    pub fn rounded(self, decimals: u32) -> String {
        let decimals = decimals.min(9);
        let scale = 10_i128.pow(decimals);
        let sign = if self.over < 0 { "-" } else { "" };
        let size = self.over.abs();
        let (mut whole, rest) = (size / self.under, size % self.under);
        // Long division digit by digit: `rest` stays below `under`, so a number that could be held never overflows
        // unless `under` itself is nearly as large as can be; then the last digits are taken as they are.
        let mut digits: i128 = 0;
        let mut rest = rest;
        for _ in 0..decimals {
            let Some(tenfold) = rest.checked_mul(10) else { break };
            digits = digits * 10 + tenfold / self.under;
            rest = tenfold % self.under;
        }
        if rest >= self.under - rest {
            digits += 1;
        }
        if digits >= scale {
            whole += 1;
            digits -= scale;
        }
        let sign = if whole == 0 && digits == 0 { "" } else { sign };
        if decimals == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{digits:0width$}", width = decimals as usize) }
    }

    /// A share as a percentage without its sign, with `decimals` decimals, rounded half up.
    #[must_use]
    pub fn percent(self, decimals: u32) -> String {
        self.times(Self::whole(100)).unwrap_or(self).rounded(decimals)
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        // By continued fraction, so that no product can overflow.
        let (mut a, mut b) = ((self.over, self.under), (other.over, other.under));
        let mut turned = false;
        loop {
            let order = a.0.div_euclid(a.1).cmp(&b.0.div_euclid(b.1));
            let (rest_a, rest_b) = (a.0.rem_euclid(a.1), b.0.rem_euclid(b.1));
            let order = if order != Ordering::Equal {
                order
            } else if rest_a == 0 || rest_b == 0 {
                rest_a.signum().cmp(&rest_b.signum())
            } else {
                (a, b) = ((a.1, rest_a), (b.1, rest_b));
                turned = !turned;
                continue;
            };
            return if turned { order.reverse() } else { order };
        }
    }
}

impl fmt::Display for Exact {
    /// A whole number, a decimal number when that is exact within six decimals, or `over/under`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.under == 1 {
            return write!(f, "{}", self.over);
        }
        for decimals in 1..=6 {
            if 10_i128.pow(decimals) % self.under == 0 {
                return f.write_str(&self.rounded(decimals));
            }
        }
        write!(f, "{}/{}", self.over, self.under)
    }
}

/// A text that is not a number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("«{0}» is not a number: write 12, 1.5, 20% or 3/4")]
pub struct NumberError(pub String);

impl FromStr for Exact {
    type Err = NumberError;

    /// Reads `12`, `-3`, `1.5`, `20%` and `3/4`; at most nine decimals.
    fn from_str(text: &str) -> Result<Self, NumberError> {
        let wrong = || NumberError(text.chars().take(40).collect());
        let (body, hundredth) = text.strip_suffix('%').map_or((text, false), |body| (body, true));
        let plain = |digits: &str| !digits.is_empty() && digits.len() <= 18 && digits.bytes().all(|byte| byte.is_ascii_digit());
        let (negative, size) = body.strip_prefix('-').map_or((false, body), |size| (true, size));
        let (over, under) = if let Some((over, under)) = size.split_once('/') {
            if !plain(over) || !plain(under) {
                return Err(wrong());
            }
            (over.parse::<i128>().map_err(|_| wrong())?, under.parse::<i128>().map_err(|_| wrong())?)
        } else {
            let (whole, decimals) = size.split_once('.').unwrap_or((size, ""));
            if !plain(whole) || (size.contains('.') && !plain(decimals)) || decimals.len() > 9 {
                return Err(wrong());
            }
            let over = format!("{whole}{decimals}").parse::<i128>().map_err(|_| wrong())?;
            (over, 10_i128.pow(u32::try_from(decimals.len()).unwrap_or(0)))
        };
        let under = if hundredth { under.checked_mul(100).ok_or_else(wrong)? } else { under };
        Self::reduced(if negative { -over } else { over }, under).ok_or_else(wrong)
    }
}

impl TryFrom<String> for Exact {
    type Error = NumberError;
    fn try_from(text: String) -> Result<Self, NumberError> {
        text.parse()
    }
}

impl From<Exact> for String {
    fn from(number: Exact) -> Self {
        number.to_string()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_half_goes_away_from_zero() {
        let half = |over| Exact::ratio(over, 2).unwrap();
        assert_eq!((half(1).rounded(0), half(3).rounded(0), half(5).rounded(0)), ("1".into(), "2".into(), "3".into()));
        assert_eq!((half(-1).rounded(0), half(-3).rounded(0)), ("-1".into(), "-2".into()));
        assert_eq!(Exact::ratio(999, 1000).unwrap().rounded(2), "1.00");
        assert_eq!(Exact::ratio(-1, 1000).unwrap().rounded(1), "0.0");
        assert_eq!(Exact::ratio(175, 93).unwrap().rounded(2), "1.88");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(over in -1_000_000_i64..1_000_000, under in 1_i64..100_000) {
            let number = Exact::ratio(over, under).unwrap();
            prop_assert_eq!(number.to_string().parse::<Exact>().unwrap(), number);
        }

        #[test]
        fn the_order_is_that_of_the_cross_products(a in -999_i64..999, b in 1_i64..999, c in -999_i64..999, d in 1_i64..999) {
            let (one, two) = (Exact::ratio(a, b).unwrap(), Exact::ratio(c, d).unwrap());
            prop_assert_eq!(one.cmp(&two), (a * d).cmp(&(c * b)));
        }

        #[test]
        fn rounding_is_never_further_off_than_half_a_unit(over in -1_000_000_i64..1_000_000, under in 1_i64..10_000, decimals in 0_u32..5) {
            let number = Exact::ratio(over, under).unwrap();
            let shown: Exact = number.rounded(decimals).parse().unwrap();
            let unit = Exact::ratio(1, 2 * 10_i64.pow(decimals)).unwrap();
            prop_assert!(shown.minus(number).unwrap().distance_from_zero() <= unit);
        }

        #[test]
        fn no_text_is_too_strange_to_refuse(text in ".{0,40}") {
            let _ = text.parse::<Exact>();
        }
    }
}
