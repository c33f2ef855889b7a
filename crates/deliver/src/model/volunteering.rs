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
    /// What was given in each month, the earliest first.
    pub months: Vec<HoursMonth>,
}

/// Time that was given for one commitment in one month, with how large the groups behind it were.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HoursMonth {
    /// The month, as `2026-03`.
    pub month: String,
    /// In minutes.
    pub minutes: i64,
    /// The most people who gave time together on one day.
    pub people: i64,
    /// Of those minutes, at private moments.
    pub private: i64,
    /// The most people who gave time together on one day at private moments.
    pub private_people: i64,
    /// The same at other moments.
    pub other_people: i64,
}

impl HoursMonth {
    /// Whether everybody may read how much of it was private: neither those minutes nor the others are of a small group.
    fn tells_private(&self, smallest: i64) -> bool {
        let large = |minutes: i64, people: i64| minutes == 0 || people >= smallest;
        large(self.private, self.private_people) && large(self.minutes - self.private, self.other_people)
    }
}

impl HoursSum {
    /// Adds what was given in one more month, later than those that it has.
    pub(crate) fn add(&mut self, month: HoursMonth) {
        self.minutes = self.minutes.saturating_add(month.minutes);
        self.private = self.private.saturating_add(month.private);
        self.months.push(month);
    }

    /// The months in which more was given than volunteers said they can give, `ceiling` hours a month.
    #[must_use]
    pub fn over(&self, ceiling: Option<i64>) -> Vec<(&str, i64)> {
        let Some(ceiling) = ceiling else { return Vec::new() };
        let most = ceiling.saturating_mul(60);
        self.months.iter().filter(|it| it.minutes > most).map(|it| (it.month.as_str(), it.minutes)).collect()
    }

    /// What everybody may read of it on `today`, and whether that tells how much was private. Only whole months count, so that nobody
    /// sees what one day added, and only those in which a group gave time that is large enough: in a smaller one could know who it was.
    #[must_use]
    pub fn public(&self, smallest: i64, today: Date) -> (Self, bool) {
        let this = month_of(today);
        let months: Vec<HoursMonth> = self.months.iter().filter(|it| it.month < this && it.people >= smallest).cloned().collect();
        let private = months.iter().all(|it| it.tells_private(smallest));
        let of = |part: fn(&HoursMonth) -> i64| months.iter().map(part).fold(0_i64, i64::saturating_add);
        (Self { minutes: of(|it| it.minutes), private: if private { of(|it| it.private) } else { 0 }, months }, private)
    }
}

/// The time that volunteers gave for what was promised in a process: of each promise what everybody reads beside it, and no more.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct HoursTold {
    /// In whole hours, upwards for each promise.
    pub hours: i64,
    /// For so many promises.
    pub commitments: i64,
    /// For so many more time was given of which nothing is told: by too few people, or in a month that is not over.
    pub few: i64,
}

impl HoursTold {
    /// Adds what everybody reads on `today` of the time that was given for one promise.
    pub(crate) fn add(&mut self, sum: &HoursSum, smallest: i64, today: Date) {
        if sum.months.is_empty() {
            return;
        }
        match sum.public(smallest, today).0.minutes {
            0 => self.few += 1,
            minutes => {
                self.hours = self.hours.saturating_add(whole_hours(minutes));
                self.commitments += 1;
            }
        }
    }
}

/// The month of a day, as months of [`HoursMonth`] are written.
#[must_use]
pub fn month_of(day: Date) -> String {
    format!("{:04}-{:02}", day.year(), day.month())
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
        let month = |month: &str, minutes, people| HoursMonth {
            month: month.to_owned(),
            minutes,
            people,
            other_people: people,
            ..HoursMonth::default()
        };
        let sum = HoursSum { minutes: 961, private: 0, months: vec![month("2026-03", 480, 9), month("2026-04", 481, 12)] };
        assert_eq!(sum.over(Some(8)), [("2026-04", 481)]);
        assert_eq!(sum.over(None), []);
        let day = |text: &str| text.parse::<Date>().expect("a day");
        let public = |smallest, today: &str| sum.public(smallest, day(today)).0.minutes;
        assert_eq!(public(9, "2026-05-01"), 961);
        assert_eq!(public(10, "2026-05-01"), 481, "a month of a small group stays hidden beside one of a large group");
        assert_eq!(public(9, "2026-04-30"), 480, "what one day adds is not seen");
        assert_eq!(public(13, "2026-05-01"), 0);
    }

    #[test]
    fn what_was_private_is_told_only_where_nobody_is_known_by_it_nor_by_the_rest() {
        let day: Date = "2026-05-01".parse().expect("a day");
        let told = |private, private_people, other_people| {
            let month = HoursMonth { month: "2026-04".to_owned(), minutes: 600, people: 12, private, private_people, other_people };
            HoursSum { minutes: 600, private, months: vec![month] }.public(10, day)
        };
        for (private, few, others) in [(60, 1, 12), (540, 12, 1)] {
            let (sum, tells) = told(private, few, others);
            assert!(!tells && sum.private == 0 && sum.minutes == 600, "{private}");
        }
        assert!(told(300, 12, 11).1 && told(600, 12, 0).1 && told(0, 0, 12).1);
    }
}
