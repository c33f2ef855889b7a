//! Four perspectives on government, the dilemmas between them and what officials do about those (004).
//!
//! The perspectives are ideal types. A profile is a mix of all four, of a team or a process; there is no type in this
//! crate that gives a perspective to a person (catalogue B44, H3.10).

use crate::{Citation, Exact, Words};
use serde::{Deserialize, Serialize};

/// A perspective on government.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Perspective {
    /// Its key.
    pub key: String,
    /// What it is called.
    pub name: Words,
    /// Where it stands.
    pub cites: Vec<Citation>,
    /// The role of a resident in it (004 figure 1).
    pub resident: Words,
    /// As what residents are seen.
    pub seen_as: Words,
    /// Its instruments of participation.
    pub instruments: Words,
    /// What an official who works from it wants of participation.
    pub wants: Words,
    /// How it looks at a budget, where the text says so.
    #[serde(default)]
    pub budget: Option<Words>,
    /// Top or bottom: results or conditions first (004 figure 2, B41).
    pub results_first: bool,
    /// Right or left: society takes part or receives (004 figure 2, B41).
    pub society_takes_part: bool,
    /// Its values (004 table 1).
    pub values: Vec<Named>,
    /// Its competences (004 table 1).
    pub competences: Vec<Named>,
    /// Values and competences that only the text of §2 names (B40).
    pub in_text: Vec<Named>,
}

/// A value or competence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// Its key.
    pub key: String,
    /// In Dutch, as the source writes it.
    pub nl: String,
    /// In English, ours.
    pub en: String,
}

/// A dilemma.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dilemma {
    /// Its key.
    pub key: String,
    /// What it is called.
    pub name: Words,
    /// What it means for an officer, in plain words.
    pub means: Words,
    /// Perspectives of the first pole, as the text names them.
    pub from: Vec<String>,
    /// Perspectives of the second pole, as the text names them.
    pub to: Vec<String>,
    /// Perspectives of the second pole as the logic elsewhere has it, where the text seems to slip.
    #[serde(default)]
    pub to_by_logic: Vec<String>,
    /// Whether the authors added it to the four of Blijleven and Van Hulst.
    pub added: bool,
    /// Where it stands.
    pub cites: Vec<Citation>,
}

/// A way of coping with dilemmas.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Strategy {
    /// Its key.
    pub key: String,
    /// The heading it stands under.
    pub heading: String,
    /// What it is called.
    pub name: Words,
    /// What it means for an officer, in plain words.
    pub means: Words,
    /// The dilemma it mainly fits; none when it fits all.
    #[serde(default)]
    pub dilemma: Option<String>,
    /// Where it stands.
    pub cites: Vec<Citation>,
}

/// Weights over the four perspectives of a team or a process, in the order of the data; together exactly one.
///
/// ```
/// use evidence::Mix;
/// // Three people divide ten points each.
/// let mix = Mix::of_answers(&[[4, 2, 2, 2], [0, 5, 5, 0], [2, 2, 3, 3]])?;
/// assert_eq!(mix.weights().map(|weight| weight.percent(0)), ["20", "30", "33", "17"]);
/// // One person is not a team.
/// assert!(Mix::of_answers(&[[10, 0, 0, 0]]).is_err());
/// # Ok::<(), evidence::MixError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mix([Exact; 4]);

/// Answers that make no mix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MixError {
    /// Too few people answered: their mix could be read back as a person's.
    #[error("a mix needs the answers of at least {} people", Mix::FEWEST)]
    TooFew,
    /// Somebody gave no points, or so many that they cannot be counted.
    #[error("everybody divides at least one point")]
    NoPoints,
}

impl Mix {
    /// At least so many people make a mix.
    pub const FEWEST: usize = 3;

    /// The mix of a team in which everybody divided points over the four perspectives; everybody weighs the same.
    ///
    /// # Errors
    /// When fewer than [`Mix::FEWEST`] people answered, or somebody gave no points.
    pub fn of_answers(answers: &[[u16; 4]]) -> Result<Self, MixError> {
        if answers.len() < Self::FEWEST {
            return Err(MixError::TooFew);
        }
        let people = i64::try_from(answers.len()).ok().map(Exact::whole).ok_or(MixError::NoPoints)?;
        let mut weights = [Exact::ZERO; 4];
        // People who gave equally many points are counted together, so that the fractions stay small.
        let mut by_points = std::collections::BTreeMap::<i64, [i64; 4]>::new();
        for answer in answers {
            let points: i64 = answer.iter().map(|points| i64::from(*points)).sum();
            let counted = by_points.entry(points).or_default();
            for (total, points) in counted.iter_mut().zip(answer) {
                *total += i64::from(*points);
            }
        }
        for (points, counted) in by_points {
            for (weight, total) in weights.iter_mut().zip(counted) {
                let share = Exact::ratio(total, points).and_then(|share| share.divided_by(people)).ok_or(MixError::NoPoints)?;
                *weight = weight.plus(share).ok_or(MixError::NoPoints)?;
            }
        }
        Ok(Self(weights))
    }

    /// The weights, in the order of the perspectives.
    #[must_use]
    pub const fn weights(&self) -> [Exact; 4] {
        self.0
    }

    /// How far two mixes lie apart: 0 when they are equal, 1 when they have nothing in common. None when the
    /// fractions are too large to hold.
    #[must_use]
    pub fn distance(&self, other: &Self) -> Option<Exact> {
        let apart = self.0.iter().zip(other.0).map(|(one, two)| Some(one.minus(two)?.distance_from_zero())).collect::<Option<Vec<_>>>()?;
        Exact::sum(apart)?.divided_by(Exact::whole(2))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn weights_together_are_exactly_one_and_never_leave_nought_to_one(
            answers in proptest::collection::vec((0_u16..10, 0_u16..10, 0_u16..10, 1_u16..10), 3..12)
        ) {
            let answers: Vec<[u16; 4]> = answers.into_iter().map(|(a, b, c, d)| [a, b, c, d]).collect();
            let mix = Mix::of_answers(&answers).unwrap();
            prop_assert_eq!(Exact::sum(mix.weights()).unwrap(), Exact::whole(1));
            prop_assert!(mix.weights().iter().all(|weight| (Exact::ZERO..=Exact::whole(1)).contains(weight)));
            prop_assert_eq!(mix.distance(&mix).unwrap(), Exact::ZERO);
        }
    }

    #[test]
    fn mixes_without_anything_in_common_lie_one_apart() {
        let lawful = Mix::of_answers(&[[1, 0, 0, 0]; 3]).unwrap();
        let responsive = Mix::of_answers(&[[0, 0, 0, 7]; 3]).unwrap();
        assert_eq!(lawful.distance(&responsive).unwrap(), Exact::whole(1));
        assert_eq!(Mix::of_answers(&[[1, 0, 0, 0], [1, 0, 0, 0], [0, 0, 0, 0]]), Err(MixError::NoPoints));
    }
}
