//! Influence as it was announced, as it came out, and as people felt it (G020–G023, B05). Three measures beside each other, each a
//! place on a scale from nought to a hundred so that they can be laid side by side; never one score.

use serde::{Deserialize, Serialize};

/// The three measures, as far as they are known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Influence {
    /// The rung that the charter promised, 1 to 5 (G020).
    pub announced: Option<u8>,
    /// The rung that was established after the decision, by a written rule (G021).
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
    /// Announced less effective, in hundredths of the ladder; above nought more was promised than came out (G023).
    #[must_use]
    pub fn announced_less_effective(&self) -> Option<i64> {
        Some(place_of_rung(self.announced?) - place_of_rung(self.effective?))
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
    }

    proptest! {
        #[test]
        fn every_place_lies_on_the_scale(step in 1_u8..=5, mean in 100_i64..=500) {
            prop_assert!((0..=100).contains(&place_of_rung(step)));
            prop_assert!((0..=100).contains(&place_of_mean(mean)));
        }
    }
}
