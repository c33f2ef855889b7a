//! What was seen of a session: who spoke how much (G018), and how people spoke with each other (G017). No seat has a name.

use super::coded;
use statistics::{Because, Measured, NotMeasurable, Outcome, Sample, gini};

coded! {
    /// In what speaking was counted.
    SpeakingUnit {
        /// Minutes.
        Minutes = "minutes",
        /// Times that somebody spoke.
        Turns = "turns",
    }
}

/// At most so many people at a session.
pub const MOST_SEATS: usize = 300;
/// Nobody speaks more than this.
pub const MOST_SPOKEN: i64 = 10_000;
/// The scale of an observation goes from 1 to this (G017).
pub const SCALE: i64 = 5;

/// How people spoke with each other, each from 1 (hardly) to 5 (all the time), as an observer saw it (G017).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DialogueQuality {
    /// Whether people treated each other with respect.
    pub respect: i64,
    /// Whether people gave reasons.
    pub reasons: i64,
    /// Whether people listened and went into what others said.
    pub listening: i64,
}

impl DialogueQuality {
    /// The middle of the three.
    #[must_use]
    pub fn mean(self) -> f64 {
        f64::from(i32::try_from(self.respect + self.reasons + self.listening).unwrap_or_default()) / 3.0
    }
}

/// How unequally people spoke at a session (G018).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dominance {
    /// Gini's coefficient: 0 when all spoke as much.
    pub gini: Measured<f64>,
    /// The share of all that was said by the tenth of the people who spoke most, at least one person; 0 to 1.
    pub top_share: f64,
    /// How many people are in that tenth.
    pub top: usize,
    /// How many said nothing.
    pub silent: usize,
}

impl Dominance {
    /// What each person at a session said, in any order; whoever said nothing counts as nought.
    ///
    /// ```
    /// let seen = study::Dominance::of(&[0, 0, 0, 12])?;
    /// assert_eq!((seen.gini.value, seen.top_share, seen.top, seen.silent), (0.75, 1.0, 1, 3));
    /// # Ok::<(), statistics::NotMeasurable>(())
    /// ```
    ///
    /// # Errors
    /// When fewer than two people were there, or nobody spoke.
    pub fn of(spoken: &[i64]) -> Result<Self, NotMeasurable> {
        let number = |it: i64| f64::from(i32::try_from(it).unwrap_or(i32::MAX));
        let gini: Outcome<f64> = gini(&Sample::of(spoken.iter().map(|it| Some(number(*it))))?);
        let gini = gini?;
        let mut sorted = spoken.to_vec();
        sorted.sort_unstable_by(|one, two| two.cmp(one));
        let top = spoken.len().div_ceil(10);
        let (of_top, all): (i64, i64) = (sorted.iter().take(top).sum(), sorted.iter().sum());
        if all <= 0 {
            return Err(NotMeasurable { because: Because::NothingToShare, size: gini.size });
        }
        Ok(Self { gini, top_share: number(of_top) / number(all), top, silent: spoken.iter().filter(|it| **it == 0).count() })
    }
}

/// Reads what each person said: whole numbers with blanks, commas or new lines between. None when something else stands there, or
/// more than [`MOST_SEATS`] numbers.
#[must_use]
pub fn read_spoken(text: &str) -> Option<Vec<i64>> {
    let parts = text.split(|sign: char| sign.is_whitespace() || matches!(sign, ',' | ';')).filter(|it| !it.is_empty());
    let read: Option<Vec<i64>> = parts
        .map(|it| {
            it.parse::<i64>().ok().filter(|number| (0..=MOST_SPOKEN).contains(number) && it.bytes().all(|byte| byte.is_ascii_digit()))
        })
        .collect();
    read.filter(|it| (1..=MOST_SEATS).contains(&it.len()))
}

/// Reads a number of hours, with a comma or a point, as minutes: more than nought, at most a day.
#[must_use]
pub fn read_hours(text: &str) -> Option<i64> {
    let text = text.trim().replace(',', ".");
    let (whole, part) = text.split_once('.').unwrap_or((&text, "0"));
    let digits = |it: &str, most: usize| (1..=most).contains(&it.len()) && it.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole, 2) || !digits(part, 2) {
        return None;
    }
    let hundredths: i64 = format!("{part:0<2}").parse().ok()?;
    let minutes = whole.parse::<i64>().ok()? * 60 + (hundredths * 60 + 50) / 100;
    (1..=24 * 60).contains(&minutes).then_some(minutes)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn hours_are_read_as_people_write_them() {
        for (text, minutes) in [("2", 120), ("1,5", 90), ("2.25", 135), (" 0,1 ", 6), ("24", 1440)] {
            assert_eq!(read_hours(text), Some(minutes), "{text}");
        }
        for text in ["", "0", "-1", "1,5,5", "anderhalf", "25", "1.234", "1,", ",5", "+2"] {
            assert_eq!(read_hours(text), None, "{text}");
        }
    }

    #[test]
    fn twenty_people_of_whom_two_said_half() {
        let mut spoken = vec![1; 18];
        spoken.extend([9, 9]);
        let seen = Dominance::of(&spoken).unwrap();
        assert_eq!((seen.top, seen.top_share, seen.silent), (2, 0.5, 0));
        assert!(Dominance::of(&[0, 0]).is_err() && Dominance::of(&[5]).is_err());
    }

    #[test]
    fn the_middle_of_three_scales() {
        assert!((DialogueQuality { respect: 4, reasons: 3, listening: 5 }.mean() - 4.0).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn what_people_said_reads_back_and_stays_within_bounds(spoken in proptest::collection::vec(0_i64..500, 2..40)) {
            let text = spoken.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            prop_assert_eq!(read_spoken(&text), Some(spoken.clone()));
            if let Ok(seen) = Dominance::of(&spoken) {
                prop_assert!((0.0..=1.0).contains(&seen.gini.value) && (0.0..=1.0).contains(&seen.top_share));
                prop_assert!(seen.top_share * spoken.len() as f64 >= seen.top as f64 - 1e-9, "those who spoke most said at least their part");
            } else {
                prop_assert!(spoken.iter().all(|it| *it == 0));
            }
        }

        #[test]
        fn soup_is_no_number_of_anything(text in "\\PC{0,20}") {
            if let Some(read) = read_spoken(&text) {
                prop_assert!(read.iter().all(|it| (0..=MOST_SPOKEN).contains(it)));
            }
            if let Some(minutes) = read_hours(&text) {
                prop_assert!((1..=1440).contains(&minutes));
            }
        }
    }
}
