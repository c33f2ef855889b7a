//! The time that volunteers really gave (catalogue A110, G055; load on volunteers: 000 §2.3.4). Nobody is named: what is kept is
//! a day, how much time, how many people together, and whether it was at moments that are private.

use kernel::Date;

/// Time that people gave on one day, together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HoursGiven {
    /// On which day.
    pub day: Date,
    /// How much time all of them gave together, in minutes.
    pub minutes: i64,
    /// How many people that were.
    pub people: i64,
    /// Whether it was at moments that are private: in the evening, in a weekend, at home.
    pub private: bool,
}

/// Who wrote it down: never a volunteer by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotedBy {
    /// Somebody of the department that carries it out.
    Department,
    /// Somebody who writes down what others say.
    Intermediary,
}

impl NotedBy {
    /// The code that is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Department => "department",
            Self::Intermediary => "intermediary",
        }
    }
}

/// All time that was given for one commitment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HoursSum {
    /// In minutes.
    pub minutes: i64,
    /// Of those, at private moments.
    pub private: i64,
    /// The most people who gave time together on one day.
    pub people: i64,
    /// How many minutes in each month, the earliest first.
    pub months: Vec<(String, i64)>,
}

impl HoursSum {
    /// The months in which more was given than volunteers said they can give, `ceiling` hours a month.
    #[must_use]
    pub fn over(&self, ceiling: Option<i64>) -> Vec<(&str, i64)> {
        let Some(ceiling) = ceiling else { return Vec::new() };
        let most = ceiling.saturating_mul(60);
        self.months.iter().filter(|(_, minutes)| *minutes > most).map(|(month, minutes)| (month.as_str(), *minutes)).collect()
    }

    /// Whether everybody may read how much: in a group that is smaller one could know who it was.
    #[must_use]
    pub const fn is_public(&self, smallest: i64) -> bool {
        self.people >= smallest
    }
}

/// The time that volunteers gave for what was promised in a process: of each promise what everybody reads beside it, and no more.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct HoursTold {
    /// In whole hours, upwards for each promise.
    pub hours: i64,
    /// For so many promises.
    pub commitments: i64,
    /// For so many more time was given by too few people to tell how much.
    pub few: i64,
}

/// Whole hours, upwards: no time that somebody gave is nothing.
#[must_use]
pub const fn whole_hours(minutes: i64) -> i64 {
    minutes.saturating_add(59) / 60
}

/// Minutes of a number of hours as it is typed, with two decimals at most; `None` for anything else.
#[must_use]
pub fn minutes_typed(text: &str) -> Option<i64> {
    let text = text.trim().replace(',', ".");
    let (whole, part) = text.split_once('.').unwrap_or((text.as_str(), "0"));
    let digits = |text: &str, most: usize| (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole, 4) || !digits(part, 2) {
        return None;
    }
    let hundredths = part.parse::<i64>().ok()? * if part.len() == 1 { 10 } else { 1 };
    Some(whole.parse::<i64>().ok()? * 60 + hundredths * 60 / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_people_type_them() {
        for (text, minutes) in [("2", 120), (" 1,5 ", 90), ("1.25", 75), ("0,75", 45), ("0", 0)] {
            assert_eq!(minutes_typed(text), Some(minutes), "{text}");
        }
        for text in ["", "-1", "+1", "veel", "1,", ",5", "1,234", "12345", "1e3"] {
            assert_eq!(minutes_typed(text), None, "{text}");
        }
        assert_eq!([0, 1, 60, 61].map(whole_hours), [0, 1, 1, 2]);
    }

    #[test]
    fn a_month_above_the_ceiling_shows_and_a_small_group_does_not() {
        let sum =
            HoursSum { minutes: 1_000, private: 0, people: 9, months: vec![("2026-03".to_owned(), 480), ("2026-04".to_owned(), 481)] };
        assert_eq!(sum.over(Some(8)), [("2026-04", 481)]);
        assert_eq!(sum.over(None), []);
        assert!(!sum.is_public(10) && sum.is_public(9));
    }
}
