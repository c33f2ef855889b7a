//! The balance of a process: for every effect or value that was aimed at, and for every other one that was found, how many
//! sources say that it went for the better, that nothing changed, that it went for the worse, or that nobody can say (G051, B03).
//!
//! What was aimed at and of which nothing was found stands here too, as unknown: a balance without that column would be a success
//! story (H3.9). What research says of an effect stands beside it and is never counted with it.

use crate::model::indicator::Tone;
use evidence::{EffectKey, Knowledge, Sign};
use serde::{Deserialize, Serialize};
use study::{Direction, FEWEST_BEHIND_WORDS};

/// What research says of an effect: the ids of the rules, by what they say it can do. Never counted with what was found here.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Literature {
    /// Circumstances that can contribute to it.
    pub promotes: Vec<String>,
    /// Circumstances that can harm it.
    pub harms: Vec<String>,
    /// Circumstances that can do either, or of which the source leaves it open.
    pub open: Vec<String>,
}

impl Literature {
    /// What the rules say of this effect.
    #[must_use]
    pub fn of(knowledge: &Knowledge, effect: &str) -> Self {
        let mut found = Self::default();
        for rule in &knowledge.rules {
            for touch in rule.touches.iter().filter(|touch| touch.effect.as_str() == effect) {
                let list = match touch.sign {
                    Sign::Promotes => &mut found.promotes,
                    Sign::Harms => &mut found.harms,
                    Sign::Mixed | Sign::Open => &mut found.open,
                };
                list.push(rule.id.clone());
            }
        }
        found
    }
}

/// How one effect or value came out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weighed {
    /// The key of the effect or value, as `effect.trust`.
    pub effect: String,
    /// Its place among the aims, 1 for the first; none when nobody aimed at it.
    pub rank: Option<u32>,
    /// How many sources say so: for the better, no change, for the worse, unknown.
    pub sources: [i64; 4],
    /// For whom it went for the worse, in the words of the coders (G052); nothing where too few respondents stand behind them.
    pub negative_for: Vec<String>,
    /// Whether there are such words, and they are not told.
    #[serde(default)]
    pub negative_hidden: bool,
    /// What helped and what hindered, by the keys of factors, with how often.
    pub factors: Vec<(String, i64)>,
    /// What research says of it.
    pub literature: Literature,
}

impl Weighed {
    /// How many sources say that it went this way.
    #[must_use]
    pub const fn sources(&self, direction: Direction) -> i64 {
        self.sources[direction as usize]
    }
    /// Whether nothing at all was found of it: then it is unknown, and is shown as such.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.sources.iter().all(|count| *count == 0)
    }
    /// Whether nothing is known of it, or only that nobody can say.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.sources[..3].iter().all(|count| *count == 0)
    }
}

/// The balance: what was aimed at in the order of the aims, then what else was found, by key. Each effect stands there once.
#[must_use]
pub fn weigh(aims: &[EffectKey], found: &[study::Balance], knowledge: &Knowledge) -> Vec<Weighed> {
    let mut rows: Vec<Weighed> = Vec::new();
    let empty = |effect: &str, rank: Option<u32>| Weighed {
        effect: effect.to_owned(),
        rank,
        sources: [0; 4],
        negative_for: Vec::new(),
        negative_hidden: false,
        factors: Vec::new(),
        literature: Literature::of(knowledge, effect),
    };
    for (rank, aim) in (1..).zip(aims) {
        if !rows.iter().any(|row| row.effect == aim.as_str()) {
            rows.push(empty(aim.as_str(), Some(rank)));
        }
    }
    let aimed = rows.len();
    for one in found {
        let at = rows.iter().position(|row| row.effect == one.effect.as_str()).unwrap_or_else(|| {
            rows.push(empty(one.effect.as_str(), None));
            rows.len() - 1
        });
        let row = &mut rows[at];
        for (sum, count) in row.sources.iter_mut().zip(one.sources) {
            *sum = sum.saturating_add(count.max(0));
        }
        if one.negative_respondents >= FEWEST_BEHIND_WORDS {
            row.negative_for.extend(one.negative_for.iter().cloned());
        } else {
            row.negative_hidden |= !one.negative_for.is_empty();
        }
        row.factors.extend(one.factors.iter().cloned());
    }
    rows[aimed..].sort_by(|a, b| a.effect.cmp(&b.effect));
    rows
}

/// How many effects and values went which way; one that went two ways counts in both (G051).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct BalanceCounts {
    /// How many there are in the balance.
    pub effects: i64,
    /// Of so many a source says that it went for the better.
    pub positive: i64,
    /// Of so many a source says that nothing changed.
    pub neutral: i64,
    /// Of so many a source says that it went for the worse: the signal of co-destruction (G052).
    pub negative: i64,
    /// Of so many nothing is known, or only that nobody can say.
    pub unknown: i64,
}

impl BalanceCounts {
    /// Counts the rows of a balance.
    #[must_use]
    pub fn of<'a>(rows: impl IntoIterator<Item = &'a Weighed>) -> Self {
        let mut counts = Self::default();
        for row in rows {
            counts.effects += 1;
            counts.positive += i64::from(row.sources(Direction::Positive) > 0);
            counts.neutral += i64::from(row.sources(Direction::Neutral) > 0);
            counts.negative += i64::from(row.sources(Direction::Negative) > 0);
            counts.unknown += i64::from(row.is_unknown());
        }
        counts
    }
}

/// Where the bars divide, in thousandths of the length: what went for the worse lies before it, what went for the better after it,
/// and no change on both sides of it.
pub const AXIS: i64 = 440;
/// From here on the bar of what is unknown lies, apart from the others.
pub const UNKNOWN: i64 = 900;

/// A stretch of a bar that divides, in thousandths of its length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DivergingStretch {
    /// What it says.
    pub tone: Tone,
    /// Where it begins.
    pub from: i64,
    /// How long it is.
    pub length: i64,
}

/// The bars of a balance, all on the same scale.
#[must_use]
pub fn bars(rows: &[Weighed]) -> Vec<Vec<DivergingStretch>> {
    // Half of what did not change lies on either side: counted in halves.
    let sides = |row: &Weighed| {
        let (better, same, worse) = (row.sources(Direction::Positive), row.sources(Direction::Neutral), row.sources(Direction::Negative));
        (2 * worse + same, 2 * better + same)
    };
    let widest = rows.iter().map(|row| sides(row).0.max(sides(row).1)).max().unwrap_or(0).max(1);
    let unknown_most = rows.iter().map(|row| row.sources(Direction::Unknown)).max().unwrap_or(0).max(1);
    let bar = |row: &Weighed| {
        let (worse, better) = sides(row);
        let same = row.sources(Direction::Neutral);
        let at = |halves: i64| AXIS + halves * (AXIS - 10) / widest;
        let mut found = Vec::new();
        let mut put = |tone: Tone, from: i64, to: i64| {
            if to > from {
                found.push(DivergingStretch { tone, from, length: to - from });
            }
        };
        put(Tone::Bad, at(-worse), at(-same));
        put(Tone::Plain, at(-same), at(same));
        put(Tone::Good, at(same), at(better));
        let unknown = if row.is_silent() { 100 } else { row.sources(Direction::Unknown) * 100 / unknown_most };
        put(Tone::Unknown, UNKNOWN, UNKNOWN + unknown);
        found
    };
    rows.iter().map(bar).collect()
}

/// How many of all reports for the worse lie with the effects that were reported on most (G075); none when there are none.
#[must_use]
pub fn negatives_within(rows: &[Weighed], most: usize) -> Option<(i64, i64)> {
    let mut by_effect: std::collections::BTreeMap<&str, (i64, i64)> = std::collections::BTreeMap::new();
    for row in rows {
        let (all, negative) = by_effect.entry(&row.effect).or_default();
        *all += row.sources.iter().sum::<i64>();
        *negative += row.sources(Direction::Negative);
    }
    let mut counts: Vec<(&str, i64, i64)> = by_effect.into_iter().map(|(effect, (all, negative))| (effect, all, negative)).collect();
    counts.sort_by_key(|(effect, all, _)| (-*all, *effect));
    let whole: i64 = counts.iter().map(|(_, _, negative)| negative).sum();
    (whole > 0).then(|| (counts.iter().take(most).map(|(_, _, negative)| negative).sum(), whole))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use proptest::prelude::*;

    fn key(text: &str) -> EffectKey {
        EffectKey::try_from(text.to_owned()).unwrap()
    }

    fn found(effect: &str, sources: [i64; 4]) -> study::Balance {
        study::Balance {
            effect: key(effect),
            sources,
            negative_for: Vec::new(),
            negative_respondents: 0,
            negative_for_actors: Vec::new(),
            factors: Vec::new(),
            helped: Vec::new(),
            hindered: Vec::new(),
            single: 0,
            said_by: Vec::new(),
            expected: 0,
        }
    }

    fn knowledge() -> &'static Knowledge {
        Knowledge::shipped().unwrap()
    }

    #[test]
    fn what_was_aimed_at_and_not_found_is_unknown_and_stays() {
        let rows = weigh(&[key("effect.trust"), key("value.inclusion")], &[found("value.inclusion", [3, 1, 2, 0])], knowledge());
        assert_eq!(rows.iter().map(|row| row.effect.as_str()).collect::<Vec<_>>(), ["effect.trust", "value.inclusion"]);
        assert!(rows[0].is_silent() && rows[0].is_unknown() && rows[0].rank == Some(1));
        assert_eq!(BalanceCounts::of(&rows), BalanceCounts { effects: 2, positive: 1, neutral: 1, negative: 1, unknown: 1 });
    }

    #[test]
    fn what_nobody_aimed_at_stands_behind_what_was() {
        let rows =
            weigh(&[key("effect.trust")], &[found("value.access", [0, 0, 1, 0]), found("effect.deliberation", [1, 0, 0, 0])], knowledge());
        assert_eq!(rows.iter().map(|row| row.effect.as_str()).collect::<Vec<_>>(), ["effect.trust", "effect.deliberation", "value.access"]);
        assert_eq!(rows[1].rank, None);
    }

    #[test]
    fn words_of_a_few_respondents_are_not_told() {
        let of = |respondents: i64| {
            let whom = vec!["wie 's avonds werkt".to_owned()];
            let one = study::Balance { negative_for: whom, negative_respondents: respondents, ..found("effect.trust", [0, 0, 5, 0]) };
            weigh(&[], &[one], knowledge()).remove(0)
        };
        assert_eq!((of(2).negative_for, of(2).negative_hidden), (Vec::new(), true), "two people, whatever documents say so");
        assert_eq!((of(3).negative_for.len(), of(3).negative_hidden), (1, false));
        assert!(!weigh(&[], &[found("effect.trust", [0, 0, 1, 0])], knowledge())[0].negative_hidden, "there is nothing to hide");
    }

    #[test]
    fn two_words_of_two_vocabularies_stay_two_effects() {
        let rows = weigh(&[key("effect.trust")], &[found("value.trust", [1, 0, 0, 0])], knowledge());
        assert_eq!(rows.len(), 2, "B01 and B08 are never one list");
        assert!(rows[0].is_silent());
    }

    #[test]
    fn research_stands_beside_and_is_not_counted() {
        let rows = weigh(&[key("value.trust")], &[], knowledge());
        assert!(!rows[0].literature.harms.is_empty() && rows[0].is_silent(), "{:?}", rows[0].literature);
    }

    #[test]
    fn the_negatives_of_the_most_frequent_effects_are_a_part_of_all() {
        let rows = weigh(&[], &[found("effect.trust", [5, 0, 3, 0]), found("effect.influence", [0, 0, 1, 0])], knowledge());
        assert_eq!(negatives_within(&rows, 1), Some((3, 4)));
        assert_eq!(negatives_within(&rows, 8), Some((4, 4)));
        assert_eq!(negatives_within(&[], 8), None, "nothing found is no share");
    }

    fn some_rows() -> impl Strategy<Value = Vec<Weighed>> {
        let row = (prop::array::uniform4(0_i64..500), 0_usize..4).prop_map(|(sources, effect)| {
            let effect = ["effect.trust", "effect.influence", "value.access", "value.trust"][effect];
            Weighed {
                effect: effect.to_owned(),
                rank: None,
                sources,
                negative_for: Vec::new(),
                negative_hidden: false,
                factors: Vec::new(),
                literature: Literature::default(),
            }
        });
        prop::collection::vec(row, 0..9)
    }

    proptest! {
        /// No bar leaves the picture, no stretch covers another, worse lies before the axis and better behind it, and who is
        /// unknown is never without a mark.
        #[test]
        fn bars_stay_in_the_picture_and_apart(rows in some_rows()) {
            let drawn = bars(&rows);
            prop_assert_eq!(drawn.len(), rows.len());
            for (row, bar) in rows.iter().zip(drawn) {
                let mut at = 0;
                for stretch in &bar {
                    prop_assert!(stretch.from >= at && stretch.length > 0, "{bar:?}");
                    at = stretch.from + stretch.length;
                    prop_assert!(at <= 1000);
                    match stretch.tone {
                        Tone::Bad => prop_assert!(at <= AXIS),
                        Tone::Good => prop_assert!(stretch.from >= AXIS),
                        Tone::Plain => prop_assert!(stretch.from <= AXIS && at >= AXIS),
                        Tone::Unknown => prop_assert!(stretch.from >= UNKNOWN),
                    }
                }
                prop_assert_eq!(bar.iter().any(|it| it.tone == Tone::Unknown && it.length == 100), row.is_silent() || row.sources(Direction::Unknown) > 0
                    && row.sources(Direction::Unknown) == rows.iter().map(|it| it.sources(Direction::Unknown)).max().unwrap_or(0));
            }
        }

        /// Whatever is found in whatever order: every source is counted once, every aim is there, and no effect twice.
        #[test]
        fn a_balance_loses_nothing_and_doubles_nothing(aims in prop::collection::vec(0_usize..5, 0..6), many in prop::collection::vec((0_usize..5, prop::array::uniform4(0_i64..50)), 0..9)) {
            let names = ["effect.trust", "effect.influence", "value.access", "value.trust", "further.motivation"];
            let aims: Vec<EffectKey> = aims.into_iter().map(|nth| key(names[nth])).collect();
            let many: Vec<study::Balance> = many.into_iter().map(|(nth, sources)| found(names[nth], sources)).collect();
            let rows = weigh(&aims, &many, knowledge());
            let sum = |direction: usize| many.iter().map(|one| one.sources[direction]).sum::<i64>();
            for direction in 0..4 {
                prop_assert_eq!(rows.iter().map(|row| row.sources[direction]).sum::<i64>(), sum(direction));
            }
            for aim in &aims {
                prop_assert_eq!(rows.iter().filter(|row| row.effect == aim.as_str() && row.rank.is_some()).count(), 1);
            }
            let mut seen: Vec<&str> = rows.iter().map(|row| row.effect.as_str()).collect();
            seen.sort_unstable();
            seen.dedup();
            prop_assert_eq!(seen.len(), rows.len());
            let counts = BalanceCounts::of(&rows);
            prop_assert!(counts.unknown + counts.positive.max(counts.negative).max(counts.neutral) <= counts.effects);
        }
    }
}
