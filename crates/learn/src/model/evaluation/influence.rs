//! Influence as it was announced, as it came out, and as people felt it (G020–G023, B05). Three measures beside each other, each a
//! place on a scale from nought to a hundred so that they can be laid side by side; never one score.

use design::{Ladder, Rung};
use serde::{Deserialize, Serialize};

/// The rung that is established after the decision (G021): one of the ladder, or that residents were only informed, which lies below it
/// (A006). No charter promises the latter; it is what can come of a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EffectiveRung {
    /// Residents were told, and nobody listened to them.
    Informed,
    /// A rung of the ladder.
    Rung(Rung),
}

impl EffectiveRung {
    /// The one below the ladder, then its rungs from the lowest to the highest.
    pub fn all() -> impl Iterator<Item = Self> {
        std::iter::once(Self::Informed).chain(Ladder::default().rungs().into_iter().map(Self::Rung))
    }
    /// Which step it is: 0 below the ladder, 1 (lowest) to 5 (highest) on it.
    #[must_use]
    pub const fn step(self) -> u8 {
        match self {
            Self::Informed => 0,
            Self::Rung(rung) => rung.step(),
        }
    }
    /// The one that is step `step`, 0 to 5.
    #[must_use]
    pub fn of_step(step: i64) -> Option<Self> {
        if step == 0 { Some(Self::Informed) } else { Rung::of_step(step).map(Self::Rung) }
    }
    /// Its word in the knowledge ([`evidence::RUNGS`]).
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Informed => "inform",
            Self::Rung(rung) => rung.word(),
        }
    }
}

/// The three measures, as far as they are known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Influence {
    /// The rung that the charter promised, 1 to 5 (G020).
    pub announced: Option<u8>,
    /// The rung that was established after the decision, by a written rule (G021): 1 to 5, or 0 when residents were only informed, which
    /// findings of format 4 and before do not have.
    pub effective: Option<u8>,
    /// What people who took part answered before the decision, in hundredths of a scale from 1 to 5 (G022).
    pub perceived_before: Option<i64>,
    /// What they answered after they heard it.
    pub perceived_after: Option<i64>,
}

/// Where a rung lies between the lowest and the highest, 0 to 100.
#[must_use]
pub const fn place_of_rung(step: u8) -> i64 {
    (step as i64 - 1) * 25
}

/// Where a middle of answers from 1 to 5 lies between the lowest and the highest, 0 to 100; `mean` in hundredths.
#[must_use]
pub const fn place_of_mean(mean: i64) -> i64 {
    (mean - 100 + 2) / 4
}

impl Influence {
    /// Announced less effective, in hundredths of the ladder; above nought more was promised than came out (G023). Only informed is one
    /// rung below the lowest.
    #[must_use]
    pub fn announced_less_effective(&self) -> Option<i64> {
        Some((i64::from(self.announced?) - i64::from(self.effective?)) * 25)
    }
    /// Announced less perceived, in hundredths. The two scales are of different things, so this is a hint and no measure (G023).
    #[must_use]
    pub fn announced_less_perceived(&self) -> Option<i64> {
        Some(place_of_rung(self.announced?) - place_of_mean(self.perceived_after.or(self.perceived_before)?))
    }
    /// What people felt less what was taken over of all that was decided, in hundredths (G069).
    #[must_use]
    pub fn perceived_less_taken_over(&self, taken_over: i64, decided: i64) -> Option<i64> {
        let share = (decided > 0).then(|| (taken_over * 200 + decided) / (decided * 2))?;
        Some(place_of_mean(self.perceived_after.or(self.perceived_before)?) - share)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_measure_stays_its_own() {
        let it = Influence { announced: Some(4), effective: Some(2), perceived_before: Some(380), perceived_after: Some(300) };
        assert_eq!(it.announced_less_effective(), Some(50));
        assert_eq!(it.announced_less_perceived(), Some(25), "75 announced, 50 felt after the decision");
        assert_eq!(it.perceived_less_taken_over(3, 4), Some(-25));
        assert_eq!(it.perceived_less_taken_over(0, 0), None, "nothing decided is no fact");
        assert_eq!(Influence { effective: None, ..it }.announced_less_effective(), None);
        assert_eq!(Influence { effective: Some(0), ..it }.announced_less_effective(), Some(100), "four rungs lower");
    }

    #[test]
    fn only_informed_lies_below_the_ladder() {
        let words: Vec<&str> = EffectiveRung::all().map(EffectiveRung::word).collect();
        assert_eq!(words, evidence::RUNGS);
        assert!(EffectiveRung::all().all(|it| EffectiveRung::of_step(i64::from(it.step())) == Some(it)));
        assert_eq!((EffectiveRung::of_step(-1), EffectiveRung::of_step(6)), (None, None));
        assert!(EffectiveRung::Informed < EffectiveRung::Rung(Rung::Listen));
    }

    proptest! {
        #[test]
        fn every_place_lies_on_the_scale(step in 1_u8..=5, mean in 100_i64..=500) {
            prop_assert!((0..=100).contains(&place_of_rung(step)));
            prop_assert!((0..=100).contains(&place_of_mean(mean)));
        }
    }
}
