//! A month, in which a bulletin tells what happened.

use kernel::{Date, Instant, Zone};
use std::fmt;
use std::str::FromStr;

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    year: i16,
    month: i8,
}

impl Month {
    /// The month of a day.
    #[must_use]
    pub fn of(day: &Date) -> Self {
        Self { year: day.year(), month: day.month() }
    }
    /// The number of the month, 1 to 12.
    #[must_use]
    pub const fn number(self) -> i8 {
        self.month
    }
    /// The year.
    #[must_use]
    pub const fn year(self) -> i16 {
        self.year
    }
    /// The month after it.
    #[must_use]
    pub const fn next(self) -> Self {
        if self.month == 12 { Self { year: self.year + 1, month: 1 } } else { Self { year: self.year, month: self.month + 1 } }
    }
    /// The month before it.
    #[must_use]
    pub const fn previous(self) -> Self {
        if self.month == 1 { Self { year: self.year - 1, month: 12 } } else { Self { year: self.year, month: self.month - 1 } }
    }
    /// From its first moment here until before the first moment of the next one; `None` beyond what a calendar holds.
    #[must_use]
    pub fn moments(self, zone: &Zone) -> Option<(Instant, Instant)> {
        let next = self.next();
        Some((zone.start_of(Date::new(self.year, self.month, 1)?), zone.start_of(Date::new(next.year, next.month, 1)?)))
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl FromStr for Month {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let (year, month) = text.split_once('-').filter(|(year, month)| year.len() == 4 && month.len() == 2).ok_or(())?;
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(year) || !digits(month) {
            return Err(());
        }
        let found = Self { year: year.parse().map_err(|_| ())?, month: month.parse().map_err(|_| ())? };
        if (1..=12).contains(&found.month) && (1970..=9000).contains(&found.year) { Ok(found) } else { Err(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_reads_back_and_nonsense_is_none() {
        let month: Month = "2026-12".parse().expect("a month");
        assert_eq!(
            (month.to_string(), month.next().to_string(), month.previous().to_string()),
            ("2026-12".into(), "2027-01".into(), "2026-11".into())
        );
        assert_eq!(month.next().previous(), month);
        for wrong in ["", "2026", "2026-13", "2026-00", "26-01", "2026-1", "+026-01", "2026-01-01", "0001-01"] {
            assert!(wrong.parse::<Month>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_month_begins_and_ends_at_midnight_here() {
        let zone = Zone::named("Europe/Brussels").expect("a zone");
        let month: Month = "2026-10".parse().expect("a month");
        let (from, until) = month.moments(&zone).expect("moments");
        assert_eq!(from.rfc3339(), "2026-09-30T22:00:00Z");
        assert_eq!(until.rfc3339(), "2026-10-31T23:00:00Z", "the clock went back in between");
    }
}
