//! What somebody who sat by saw of sessions: how people spoke with each other, and how unequally (G017, G018). Of a session with too
//! few people nothing is told.

use super::reach::hundredths;
use serde::{Deserialize, Serialize};
use statistics::Sample;
use study::{Dominance, Observation};

/// What was seen of the sessions of a process, as it may be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObservedFound {
    /// How many sessions were observed.
    pub sessions: i64,
    /// At how many of them enough people were there to tell of it.
    pub told: i64,
    /// How people spoke with each other: the mean of those sessions, in hundredths of a scale from 1 to 5 (G017).
    pub quality: Option<i64>,
    /// At how many of them it was counted of enough people how much they spoke.
    pub compared: i64,
    /// How unequally people spoke: the mean of Gini's coefficient of those sessions, in hundredths (G018).
    pub gini: Option<i64>,
}

fn count(many: usize) -> i64 {
    i64::try_from(many).unwrap_or(i64::MAX)
}

fn mean(numbers: Vec<f64>) -> Option<i64> {
    Sample::of(numbers.into_iter().map(Some)).ok()?.mean().ok().and_then(|mean| hundredths(mean.value))
}

impl ObservedFound {
    /// What may be told of these sessions: of none with fewer people than `smallest`. None when nobody observed any.
    #[must_use]
    pub fn of(seen: &[Observation], smallest: i64) -> Option<Self> {
        let least = smallest.max(1);
        let told: Vec<&Observation> = seen.iter().filter(|it| it.present >= least).collect();
        let enough = told.iter().filter(|it| count(it.spoken.len()) >= least);
        let gini: Vec<f64> = enough.filter_map(|it| Dominance::of(&it.spoken).ok()).map(|it| it.gini.value).collect();
        (!seen.is_empty()).then(|| Self {
            sessions: count(seen.len()),
            told: count(told.len()),
            quality: mean(told.iter().map(|it| it.quality.mean()).collect()),
            compared: count(gini.len()),
            gini: mean(gini),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use study::{DialogueQuality, SpeakingUnit};

    fn session(present: i64, spoken: Vec<i64>, scale: i64) -> Observation {
        let quality = DialogueQuality { respect: scale, reasons: scale, listening: scale };
        Observation { present, unit: SpeakingUnit::Minutes, quality, missing: None, spoken }
    }

    #[test]
    fn sessions_of_enough_people_are_told_together() {
        let one_spoke: Vec<i64> = [9].into_iter().chain([0; 9]).collect();
        let seen = [session(12, vec![3; 10], 4), session(30, one_spoke, 3), session(5, vec![1; 5], 1), session(20, vec![1, 2], 5)];
        let it = ObservedFound::of(&seen, 10);
        // The third had five people, and of the fourth only two were counted.
        assert_eq!(it, Some(ObservedFound { sessions: 4, told: 3, quality: Some(400), compared: 2, gini: Some(45) }));
        assert_eq!(ObservedFound::of(&[], 10), None);
        let few = ObservedFound::of(&seen[2..3], 10);
        assert_eq!(few, Some(ObservedFound { sessions: 1, told: 0, quality: None, compared: 0, gini: None }));
    }
}
