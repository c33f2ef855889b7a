//! Working days, and how many of them things took.

use kernel::{Calendar, Date};
use std::collections::BTreeMap;

/// The working days after `from` up to and with `to`: the day of the event does not count, as in a term. None when `to`
/// is not after `from`.
#[must_use]
pub fn working_days(calendar: &Calendar, from: Date, to: Date) -> i64 {
    let mut day = from;
    let mut many = 0;
    while day < to {
        day = day.plus_days(1);
        many += i64::from(calendar.works(day));
    }
    many
}

/// How many things took how many days. Small whatever is counted: there are only so many lengths.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Histogram(BTreeMap<i64, i64>);

impl Histogram {
    /// Counts `many` things that took `days`.
    pub fn add(&mut self, days: i64, many: i64) {
        *self.0.entry(days).or_default() += many;
    }

    /// How many things were counted.
    #[must_use]
    pub fn count(&self) -> i64 {
        self.0.values().sum()
    }

    /// The days within which at least `percent` of every hundred things were done (nearest rank); `None` without any.
    #[must_use]
    pub fn within(&self, percent: i64) -> Option<i64> {
        let rank = (self.count() * percent + 99) / 100;
        let mut before = 0;
        self.0.iter().find_map(|(days, many)| {
            before += many;
            (before >= rank.max(1)).then_some(*days)
        })
    }

    /// The days of the one in the middle, the lower one of two.
    #[must_use]
    pub fn median(&self) -> Option<i64> {
        self.within(50)
    }

    /// The days within which nine of ten were done.
    #[must_use]
    pub fn nine_of_ten(&self) -> Option<i64> {
        self.within(90)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Holidays;

    fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }

    #[test]
    fn weekends_holidays_and_closing_days_do_not_count() {
        let mut calendar = Calendar::new(Holidays::Belgian);
        // Thursday to Wednesday over Easter 2026: Friday, Tuesday, Wednesday.
        assert_eq!(working_days(&calendar, day("2026-04-02"), day("2026-04-08")), 3);
        calendar.closed.push(day("2026-04-07"));
        assert_eq!(working_days(&calendar, day("2026-04-02"), day("2026-04-08")), 2);
        assert_eq!(working_days(&calendar, day("2026-04-08"), day("2026-04-08")), 0);
        assert_eq!(working_days(&calendar, day("2026-04-09"), day("2026-04-08")), 0);
    }

    #[test]
    fn the_middle_and_nine_of_ten_are_days_that_something_took() {
        let mut took = Histogram::default();
        assert_eq!((took.median(), took.nine_of_ten()), (None, None));
        for days in 1..=10 {
            took.add(days, 1);
        }
        assert_eq!((took.median(), took.nine_of_ten(), took.count()), (Some(5), Some(9), 10));
        took.add(40, 90);
        assert_eq!((took.median(), took.nine_of_ten()), (Some(40), Some(40)));
    }

    proptest::proptest! {
        #[test]
        fn it_agrees_with_sorting_everything(mut all in proptest::collection::vec(0_i64..60, 1..80)) {
            let mut took = Histogram::default();
            all.iter().for_each(|days| took.add(*days, 1));
            all.sort_unstable();
            let rank = |percent: usize| all[((all.len() * percent).div_ceil(100)).max(1) - 1];
            proptest::prop_assert_eq!(took.median(), Some(rank(50)));
            proptest::prop_assert_eq!(took.nine_of_ten(), Some(rank(90)));
        }

        #[test]
        fn so_many_working_days_later_is_the_end_of_that_term(offset in 0_i64..3000, term in 0_u16..60) {
            let calendar = Calendar::new(Holidays::Dutch);
            let from = day("2020-01-01").plus_days(offset);
            let last = calendar.last_day(from, kernel::Term::Working(term));
            let counted = working_days(&calendar, from, last);
            // A term of no days from a closed day ends on the first day that is worked.
            let expected = if term == 0 && last > from { 1 } else { i64::from(term) };
            proptest::prop_assert_eq!(counted, expected);
        }
    }
}
