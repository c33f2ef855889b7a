//! Instants, civil days, terms and the calendar of a municipality.
//!
//! An instant is UTC. A term is counted in civil days of the tenant's zone and ends at midnight after its
//! last day, so that a clock change never takes an hour away from a resident.

use jiff::civil;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use std::sync::atomic::{AtomicI64, Ordering};

/// A moment: microseconds since 1970-01-01T00:00:00 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Instant(i64);

/// Why a text or number is not a day, a zone or a moment.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TimeError {
    /// Not a day such as 2026-03-12.
    #[error("write a day as 2026-03-12")]
    Day,
    /// Not a zone such as Europe/Brussels.
    #[error("«{0}» is not a time zone; write for instance Europe/Brussels")]
    Zone(String),
}

impl Instant {
    /// The moment so many microseconds after 1970 began.
    #[must_use]
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }
    /// Microseconds since 1970 began.
    #[must_use]
    pub const fn micros(self) -> i64 {
        self.0
    }
    /// So many seconds later (earlier when negative).
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1_000_000)))
    }
    /// The moment in RFC 3339, UTC.
    #[must_use]
    pub fn rfc3339(self) -> String {
        self.timestamp().to_string()
    }
    fn timestamp(self) -> jiff::Timestamp {
        jiff::Timestamp::from_microsecond(self.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH)
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.timestamp().fmt(f)
    }
}

/// A day of the calendar, without hour or zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Date(civil::Date);

impl Date {
    /// A day before all days of people alive: sorts first.
    pub const FIRST: Self = Self(civil::Date::constant(1, 1, 1));
    /// The last day that is written with four digits: sorts last.
    pub const LAST: Self = Self(civil::Date::constant(9999, 12, 31));

    /// A day by year, month (1–12) and day of the month; `None` when the calendar has no such day.
    #[must_use]
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        civil::Date::new(year, month, day).ok().map(Self)
    }
    /// The year.
    #[must_use]
    pub fn year(&self) -> i16 {
        self.0.year()
    }
    /// The month, 1–12.
    #[must_use]
    pub fn month(&self) -> i8 {
        self.0.month()
    }
    /// The day of the month, 1–31.
    #[must_use]
    pub fn day(&self) -> i8 {
        self.0.day()
    }
    /// The day of the week, Monday is 1 and Sunday 7.
    #[must_use]
    pub fn weekday(&self) -> i8 {
        self.0.weekday().to_monday_one_offset()
    }
    /// So many days later (earlier when negative).
    #[must_use]
    pub fn plus_days(&self, days: i64) -> Self {
        Self(self.0.saturating_add(jiff::Span::new().try_days(days).unwrap_or_default()))
    }
    /// How many days from this day to `later`; negative when it lies before.
    #[must_use]
    pub fn days_until(&self, later: Date) -> i64 {
        i64::from(self.0.until(later.0).map(|span| span.get_days()).unwrap_or(0))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Date {
    type Err = TimeError;
    fn from_str(text: &str) -> Result<Self, TimeError> {
        let text = text.trim();
        if text.len() != 10 {
            return Err(TimeError::Day);
        }
        text.parse().map(Self).map_err(|_| TimeError::Day)
    }
}

/// A time zone of the tz database, for instance Europe/Brussels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone(TimeZone);

impl Zone {
    /// The zone by its name.
    ///
    /// # Errors
    /// When the tz database has no such name.
    pub fn named(name: &str) -> Result<Self, TimeError> {
        TimeZone::get(name).map(Self).map_err(|_| TimeError::Zone(name.to_owned()))
    }
    /// Coordinated universal time.
    #[must_use]
    pub fn utc() -> Self {
        Self(TimeZone::UTC)
    }
    /// The name in the tz database.
    #[must_use]
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }
    /// Which day it is here at `instant`.
    #[must_use]
    pub fn date(&self, instant: Instant) -> Date {
        Date(instant.timestamp().to_zoned(self.0.clone()).date())
    }
    /// The clock here at `instant`: hour 0–23 and minute.
    #[must_use]
    pub fn clock(&self, instant: Instant) -> (i8, i8) {
        let here = instant.timestamp().to_zoned(self.0.clone());
        (here.hour(), here.minute())
    }
    /// The moment at which `date` begins here.
    #[must_use]
    pub fn start_of(&self, date: Date) -> Instant {
        Instant(date.0.to_zoned(self.0.clone()).map(|zoned| zoned.timestamp().as_microsecond()).unwrap_or(0))
    }
    /// The moment at which a term whose last day is `date` is over: the next midnight here.
    #[must_use]
    pub fn end_of(&self, date: Date) -> Instant {
        self.start_of(date.plus_days(1))
    }
}

/// Which public holidays count as closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Holidays {
    /// The ten legal holidays of Belgium (law of 4 January 1974, royal decree of 18 April 1974).
    Belgian,
    /// The days that the Dutch Algemene termijnenwet, article 3, treats as a Sunday.
    Dutch,
    /// Only Saturdays and Sundays.
    None,
}

/// On which days a municipality works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// The public holidays.
    pub holidays: Holidays,
    /// Days on which the municipality is closed besides.
    pub closed: Vec<Date>,
}

impl Calendar {
    /// Weekends and the given holidays.
    #[must_use]
    pub const fn new(holidays: Holidays) -> Self {
        Self { holidays, closed: Vec::new() }
    }

    /// Whether people work on `date`.
    #[must_use]
    pub fn works(&self, date: Date) -> bool {
        date.weekday() < 6 && !self.is_holiday(date) && !self.closed.contains(&date)
    }

    fn is_holiday(&self, date: Date) -> bool {
        let easter = easter(date.year());
        let from_easter = easter.days_until(date);
        let fixed = (date.month(), date.day());
        match self.holidays {
            Holidays::None => false,
            Holidays::Belgian => {
                matches!(fixed, (1, 1) | (5, 1) | (7, 21) | (8, 15) | (11, 1) | (11, 11) | (12, 25)) || matches!(from_easter, 1 | 39 | 50)
            }
            Holidays::Dutch => {
                let kings_day = match Date::new(date.year(), 4, 27) {
                    Some(day) if day.weekday() == 7 => (4, 26),
                    _ => (4, 27),
                };
                matches!(fixed, (1, 1) | (5, 5) | (12, 25 | 26)) || fixed == kings_day || matches!(from_easter, -2 | 1 | 39 | 50)
            }
        }
    }

    /// The last day of a term that starts after `from`: the day of the event does not count, and when
    /// the last day falls on a closed day the term ends on the next working day.
    #[must_use]
    pub fn last_day(&self, from: Date, term: Term) -> Date {
        let mut day = from;
        match term {
            Term::Working(days) => {
                for _ in 0..days {
                    day = self.next_working(day.plus_days(1));
                }
                self.next_working(day)
            }
            Term::Days(days) => self.next_working(day.plus_days(i64::from(days))),
        }
    }

    fn next_working(&self, mut day: Date) -> Date {
        // A calendar that is closed for ever would never end; four years is more than any term.
        for _ in 0..1500 {
            if self.works(day) {
                return day;
            }
            day = day.plus_days(1);
        }
        day
    }
}

/// Easter Sunday of the Gregorian calendar (algorithm of Meeus, Jones and Butcher).
fn easter(year: i16) -> Date {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let month = (h + l - 7 * m + 114) / 31;
    let day = (h + l - 7 * m + 114) % 31 + 1;
    let month = i8::try_from(month).unwrap_or(4);
    let day = i8::try_from(day).unwrap_or(1);
    Date(civil::Date::new(year, month, day).unwrap_or(civil::Date::constant(2000, 4, 23)))
}

/// How long something may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "in", content = "count", rename_all = "kebab-case")]
pub enum Term {
    /// Working days of the tenant's calendar.
    Working(u16),
    /// Calendar days.
    Days(u16),
}

/// The clock, handed in from outside.
pub trait Clock: Send + Sync + fmt::Debug {
    /// This moment.
    fn now(&self) -> Instant;
}

/// The clock of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods, reason = "this is the one place where the clock of the machine is read")]
    fn now(&self) -> Instant {
        Instant(jiff::Timestamp::now().as_microsecond())
    }
}

/// A clock that stands still until a test moves it.
#[derive(Debug)]
pub struct TestClock(AtomicI64);

impl TestClock {
    /// A clock that stands at `now`.
    #[must_use]
    pub const fn new(now: Instant) -> Self {
        Self(AtomicI64::new(now.micros()))
    }
    /// Puts the clock at `now`.
    pub fn set(&self, now: Instant) {
        self.0.store(now.micros(), Ordering::SeqCst);
    }
    /// Moves the clock on by so many seconds.
    pub fn advance_seconds(&self, seconds: i64) {
        self.set(self.now().plus_seconds(seconds));
    }
    /// Moves the clock on by so many times 24 hours.
    pub fn advance_days(&self, days: i64) {
        self.advance_seconds(days * 86_400);
    }
}

impl Clock for TestClock {
    fn now(&self) -> Instant {
        Instant(self.0.load(Ordering::SeqCst))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }

    #[test]
    fn easter_falls_where_the_almanac_says() {
        for (year, date) in [(2024, "2024-03-31"), (2025, "2025-04-20"), (2026, "2026-04-05"), (2027, "2027-03-28"), (2038, "2038-04-25")] {
            assert_eq!(easter(year), day(date));
        }
    }

    #[test]
    fn working_days_skip_weekends_holidays_and_closing_days() {
        let mut belgian = Calendar::new(Holidays::Belgian);
        // Maundy Thursday 2026: Friday works in Belgium, Easter Monday does not.
        assert_eq!(belgian.last_day(day("2026-04-02"), Term::Working(2)), day("2026-04-07"));
        belgian.closed.push(day("2026-04-07"));
        assert_eq!(belgian.last_day(day("2026-04-02"), Term::Working(2)), day("2026-04-08"));
        let dutch = Calendar::new(Holidays::Dutch);
        assert_eq!(dutch.last_day(day("2026-04-02"), Term::Working(1)), day("2026-04-07"), "Good Friday counts as a Sunday");
        assert!(!dutch.works(day("2026-04-27")), "King's Day");
        assert!(!Calendar::new(Holidays::Belgian).works(day("2026-05-14")), "Ascension Day");
    }

    #[test]
    fn a_term_in_days_that_ends_on_a_closed_day_moves_on() {
        let calendar = Calendar::new(Holidays::Belgian);
        assert_eq!(calendar.last_day(day("2026-11-06"), Term::Days(1)), day("2026-11-09"));
        assert_eq!(calendar.last_day(day("2026-11-06"), Term::Days(5)), day("2026-11-12"), "11 November is closed");
    }

    #[test]
    fn a_term_ends_at_midnight_here_across_both_clock_changes() {
        let brussels = Zone::named("Europe/Brussels").expect("a zone");
        // Spring: 29 March 2026 has 23 hours. Autumn: 25 October 2026 has 25.
        for (date, hours) in [("2026-03-29", 23), ("2026-10-25", 25), ("2026-06-01", 24)] {
            let length = brussels.end_of(day(date)).micros() - brussels.start_of(day(date)).micros();
            assert_eq!(length, hours * 3_600_000_000, "{date}");
        }
        let end = brussels.end_of(day("2026-10-25"));
        assert_eq!(end.rfc3339(), "2026-10-25T23:00:00Z");
        assert_eq!(brussels.date(end), day("2026-10-26"));
        assert_eq!(brussels.date(end.plus_seconds(-1)), day("2026-10-25"));
    }

    #[test]
    fn the_tenants_midnight_decides_the_day() {
        let brussels = Zone::named("Europe/Brussels").expect("a zone");
        let late = brussels.start_of(day("2026-07-01")).plus_seconds(-1);
        assert_eq!(late.rfc3339(), "2026-06-30T21:59:59Z");
        assert_eq!(brussels.date(late), day("2026-06-30"));
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_the_reader_of_days_stumble(text in ".*") {
            let _ = text.parse::<Date>();
        }
        #[test]
        fn a_term_always_ends_on_a_working_day_not_before_it_began(offset in 0_i64..4000, days in 0_u16..60, working: bool) {
            let calendar = Calendar::new(Holidays::Belgian);
            let from = day("2020-01-01").plus_days(offset);
            let last = calendar.last_day(from, if working { Term::Working(days) } else { Term::Days(days) });
            proptest::prop_assert!(calendar.works(last) && last >= from);
        }
    }
}
