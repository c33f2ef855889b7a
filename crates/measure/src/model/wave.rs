//! When people are asked: before, after, and long after (A251).

use kernel::Date;

/// When somebody is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Round {
    /// Before people take part.
    Before,
    /// After they heard the decision.
    After,
    /// Long after (A251).
    Later,
}

impl Round {
    /// All of them, in the order of time.
    pub const ALL: [Self; 3] = [Self::Before, Self::After, Self::Later];

    /// The code under which it is stored; keys of words end with it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::After => "after",
            Self::Later => "later",
        }
    }
    /// The round of a stored code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|round| round.code() == code)
    }
}

/// One period in which people are asked. The questions of a round are asked in each of its waves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wave {
    /// Before people take part.
    Before,
    /// After they heard the decision.
    After,
    /// Six months later.
    HalfYear,
    /// Twelve months later.
    Year,
    /// Twenty-four months later.
    TwoYears,
}

impl Wave {
    /// All of them, in the order of time.
    pub const ALL: [Self; 5] = [Self::Before, Self::After, Self::HalfYear, Self::Year, Self::TwoYears];

    /// The code under which it is stored; keys of words end with it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::After => "after",
            Self::HalfYear => "later-6",
            Self::Year => "later-12",
            Self::TwoYears => "later-24",
        }
    }
    /// The wave of a stored code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|wave| wave.code() == code)
    }
    /// To which round it belongs.
    #[must_use]
    pub const fn round(self) -> Round {
        match self {
            Self::Before => Round::Before,
            Self::After => Round::After,
            Self::HalfYear | Self::Year | Self::TwoYears => Round::Later,
        }
    }
    /// How many days after the decision it is proposed; nothing for a wave before it.
    #[must_use]
    pub const fn days_after_decision(self) -> Option<i64> {
        match self {
            Self::Before => None,
            Self::After => Some(14),
            Self::HalfYear => Some(182),
            Self::Year => Some(365),
            Self::TwoYears => Some(730),
        }
    }
}

/// Paper that was filled in before the last day is still typed in for so many days. After that the answers hold.
pub const PAPER_DAYS: i64 = 14;
/// So many days after the last answers hold, nobody can link new ones any more: the digests of all codes are destroyed.
pub const CODE_DAYS: i64 = 30;

/// The days of a wave, and how many people were asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WaveDays {
    /// The first day.
    pub opens: Date,
    /// The last day.
    pub closes: Date,
    /// How many people were asked, as far as somebody knows: what response is a share of.
    pub invited: Option<i64>,
    /// Whether the answers hold: nothing is added any more, and what may be shown is shown.
    pub released: bool,
}

impl WaveDays {
    /// Whether people can answer on a screen on `today`.
    #[must_use]
    pub fn is_open(&self, today: Date) -> bool {
        !self.released && self.opens <= today && today <= self.closes
    }
    /// Whether what was filled in on paper can be typed in on `today`.
    #[must_use]
    pub fn takes_paper(&self, today: Date) -> bool {
        !self.released && self.opens <= today && today <= self.closes.plus_days(PAPER_DAYS)
    }
    /// Whether its answers may be made to hold on `today`: nobody can answer on a screen any more.
    #[must_use]
    pub fn may_be_released(&self, today: Date) -> bool {
        !self.released && self.closes < today
    }
    /// Whether also the days for paper are over on `today`, so that the answers hold by themselves.
    #[must_use]
    pub fn is_over(&self, today: Date) -> bool {
        self.closes.plus_days(PAPER_DAYS) < today
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wave_opens_closes_waits_for_paper_and_is_over() {
        let day = |text: &str| text.parse::<Date>().expect("a day");
        let days = WaveDays { opens: day("2026-03-02"), closes: day("2026-03-10"), invited: None, released: false };
        let at = |text: &str| {
            let today = day(text);
            [days.is_open(today), days.takes_paper(today), days.may_be_released(today), days.is_over(today)]
        };
        assert_eq!(at("2026-03-01"), [false, false, false, false]);
        assert_eq!(at("2026-03-02"), [true, true, false, false]);
        assert_eq!(at("2026-03-10"), [true, true, false, false]);
        assert_eq!(at("2026-03-11"), [false, true, true, false]);
        assert_eq!(at("2026-03-24"), [false, true, true, false]);
        assert_eq!(at("2026-03-25"), [false, false, true, true]);
        let held = WaveDays { released: true, ..days };
        assert!(!held.is_open(day("2026-03-05")) && !held.takes_paper(day("2026-03-05")) && !held.may_be_released(day("2026-04-01")));
    }

    #[test]
    fn codes_read_back() {
        for wave in Wave::ALL {
            assert_eq!(Wave::of_code(wave.code()), Some(wave));
            assert!(wave.code().starts_with(wave.round().code()));
        }
        for round in Round::ALL {
            assert_eq!(Round::of_code(round.code()), Some(round));
        }
    }
}
