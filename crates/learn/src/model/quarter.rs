//! Quarters of a year: what is said in confidence is counted in whole ones, and trends are drawn of them.

use kernel::Date;
use std::fmt;

/// A quarter of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    /// The year.
    pub year: i16,
    /// Which one: 1 to 4.
    pub number: i8,
}

impl Quarter {
    /// The quarter in which a day lies.
    #[must_use]
    pub fn of(day: Date) -> Self {
        Self { year: day.year(), number: (day.month() - 1) / 3 + 1 }
    }

    /// The quarter of a month as it is grouped by: «2026-03».
    #[must_use]
    pub fn of_month(month: &str) -> Option<Self> {
        format!("{month}-01").parse().ok().map(Self::of)
    }

    /// Its first day.
    #[must_use]
    pub fn first(self) -> Option<Date> {
        Date::new(self.year, (self.number - 1) * 3 + 1, 1)
    }

    /// Its last day.
    #[must_use]
    pub fn last(self) -> Option<Date> {
        let next = if self.number == 4 { Self { year: self.year + 1, number: 1 } } else { Self { number: self.number + 1, ..self } };
        next.first().map(|day| day.plus_days(-1))
    }

    /// Whether all of it lies in the period and is over on `today`.
    #[must_use]
    pub fn is_whole(self, from: Date, to: Date, today: Date) -> bool {
        matches!((self.first(), self.last()), (Some(first), Some(last)) if from <= first && last <= to && last < today)
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-Q{}", self.year, self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }

    #[test]
    fn a_quarter_is_whole_when_all_of_it_is_asked_and_over() {
        let third = Quarter::of(day("2026-08-31"));
        assert_eq!((third.to_string(), third.first(), third.last()), ("2026-Q3".into(), Some(day("2026-07-01")), Some(day("2026-09-30"))));
        assert!(third.is_whole(day("2026-07-01"), day("2026-09-30"), day("2026-10-01")));
        assert!(!third.is_whole(day("2026-07-02"), day("2026-12-31"), day("2027-01-01")), "a day is missing in front");
        assert!(!third.is_whole(day("2026-01-01"), day("2026-09-29"), day("2027-01-01")), "a day is missing behind");
        assert!(!third.is_whole(day("2026-01-01"), day("2026-12-31"), day("2026-09-30")), "it is not over");
        let fourth = Quarter::of_month("2026-12");
        assert_eq!(fourth.and_then(Quarter::last), Some(day("2026-12-31")));
        assert_eq!(Quarter::of_month("niets"), None);
    }
}
