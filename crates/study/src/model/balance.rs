//! How effects and values came out, and of whom nothing was heard (G051, G052, G074).

use super::agreement::Counted;
use super::coding::Direction;
use evidence::EffectKey;
use kernel::TextId;
use std::collections::{BTreeMap, BTreeSet};

/// Words on for whom something was worse leave this room only when at least so many respondents stand behind it: behind fewer, a
/// reader who knows the process knows the person.
pub const FEWEST_BEHIND_WORDS: i64 = 3;

/// How an effect or value came out of what was seen and heard of a process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Balance {
    /// Which effect or value.
    pub effect: EffectKey,
    /// How many sources (interviews, observations, documents) say so, by direction in the order of [`Direction`]. A source that
    /// says two things is counted with both.
    pub sources: [i64; 4],
    /// For whom it was negative, in words of the coders (G052).
    pub negative_for: Vec<String>,
    /// How many respondents stand behind it that it was negative: interviews, no sessions and no documents.
    pub negative_respondents: i64,
    /// For which kinds of actors it was negative, by their keys in the knowledge (G052).
    pub negative_for_actors: Vec<String>,
    /// What helped and what hindered, by the keys of factors, with how often.
    pub factors: Vec<(String, i64)>,
    /// Of those, what helped.
    pub helped: Vec<(String, i64)>,
    /// Of those, what hindered.
    pub hindered: Vec<(String, i64)>,
    /// How many of the sources were coded by one person only; they are less sure.
    pub single: i64,
    /// Sources by wide kind of actor, so that is seen who says it (D036).
    pub said_by: Vec<(String, i64)>,
    /// Sources that only expect or hope for it; they are in no other count (D013).
    pub expected: i64,
}

/// Of whom something was heard, by kind of actor (G074); whoever was not heard stands here with nought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// Kind of actor, by its key in the knowledge; a wide kind where it leaves this room.
    pub actor: String,
    /// How many sources.
    pub sources: i64,
}

/// What counts of one source.
#[derive(Debug, Clone)]
pub struct OfSource {
    /// Its wide kinds of actors.
    pub said_by: BTreeSet<String>,
    /// Whether one person coded it.
    pub single: bool,
    /// Whether it is the talk with one respondent.
    pub interview: bool,
    /// What was put to its passages.
    pub counted: Vec<Counted>,
}

/// A balance that still holds the places of words.
#[derive(Debug, Clone)]
pub struct RawBalance {
    /// The balance, without words.
    pub balance: Balance,
    /// Where the words are.
    pub whom: Vec<TextId>,
}

/// Puts the sources of a process together: every effect that was aimed at, also where nothing was heard of it, and then every
/// other that was found.
#[must_use]
pub fn balance(aims: &[EffectKey], sources: &[OfSource]) -> Vec<RawBalance> {
    let mut order: Vec<EffectKey> = Vec::new();
    let found: BTreeSet<&EffectKey> = sources.iter().flat_map(|it| &it.counted).map(|it| &it.effect).collect();
    for effect in aims.iter().chain(found) {
        if !order.contains(effect) {
            order.push(effect.clone());
        }
    }
    order.into_iter().map(|effect| of_effect(effect, sources)).collect()
}

fn most_first(counts: BTreeMap<String, i64>) -> Vec<(String, i64)> {
    let mut all: Vec<(String, i64)> = counts.into_iter().collect();
    all.sort_by(|one, two| two.1.cmp(&one.1).then_with(|| one.0.cmp(&two.0)));
    all
}

fn of_effect(effect: EffectKey, sources: &[OfSource]) -> RawBalance {
    let mut ways = [0_i64; 4];
    let (mut single, mut expected, mut negative_respondents) = (0, 0, 0);
    let mut said_by = BTreeMap::<String, i64>::new();
    let (mut helped, mut hindered) = (BTreeMap::<String, i64>::new(), BTreeMap::<String, i64>::new());
    let (mut actors, mut whom) = (BTreeSet::new(), Vec::new());
    for source in sources {
        let all: Vec<&Counted> = source.counted.iter().filter(|it| it.effect == effect).collect();
        let observed: Vec<&Counted> = all.iter().copied().filter(|it| it.observed).collect();
        if observed.is_empty() {
            expected += i64::from(!all.is_empty());
            continue;
        }
        single += i64::from(source.single);
        for kind in &source.said_by {
            *said_by.entry(kind.clone()).or_default() += 1;
        }
        for way in observed.iter().map(|it| it.direction.place()).collect::<BTreeSet<_>>() {
            ways[way] += 1;
        }
        negative_respondents += i64::from(source.interview && observed.iter().any(|it| it.direction == Direction::Negative));
        for it in observed {
            for (counts, factors) in [(&mut helped, &it.helped), (&mut hindered, &it.hindered)] {
                for factor in factors {
                    *counts.entry(factor.clone()).or_default() += 1;
                }
            }
            if it.direction == Direction::Negative {
                actors.extend(it.actors.iter().cloned());
                whom.extend(it.whom.iter().copied());
            }
        }
    }
    let mut both = helped.clone();
    for (factor, often) in &hindered {
        *both.entry(factor.clone()).or_default() += often;
    }
    RawBalance {
        balance: Balance {
            effect,
            sources: ways,
            negative_for: Vec::new(),
            negative_respondents,
            negative_for_actors: actors.into_iter().collect(),
            factors: most_first(both),
            helped: most_first(helped),
            hindered: most_first(hindered),
            single,
            said_by: said_by.into_iter().collect(),
            expected,
        },
        whom,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use proptest::prelude::*;

    fn key(text: &str) -> EffectKey {
        EffectKey::try_from(text.to_owned()).unwrap()
    }

    fn counted(direction: Direction, observed: bool) -> Counted {
        Counted {
            passage: 1,
            effect: key("effect.trust"),
            direction,
            levels: BTreeSet::new(),
            actors: BTreeSet::from(["residents".to_owned()]),
            whom: Vec::new(),
            helped: BTreeSet::from(["factor.selection".to_owned()]),
            hindered: BTreeSet::new(),
            observed,
            settled: false,
        }
    }

    fn of(counted: Vec<Counted>) -> OfSource {
        OfSource { said_by: BTreeSet::from(["B".to_owned()]), single: true, interview: true, counted }
    }

    #[test]
    fn an_aim_of_which_nothing_was_heard_stands_there_with_nought() {
        let found = balance(&[key("effect.learning"), key("effect.trust")], &[of(vec![counted(Direction::Negative, true)])]);
        assert_eq!(found.iter().map(|it| it.balance.sources).collect::<Vec<_>>(), [[0; 4], [0, 0, 1, 0]]);
        assert_eq!(found[1].balance.negative_for_actors, ["residents"]);
        assert_eq!((found[1].balance.single, found[1].balance.said_by.clone()), (1, vec![("B".to_owned(), 1)]));
    }

    #[test]
    fn what_is_only_hoped_for_is_counted_apart() {
        let found = balance(&[], &[of(vec![counted(Direction::Positive, false)]), of(vec![counted(Direction::Positive, true)])]);
        assert_eq!((found[0].balance.sources, found[0].balance.expected), ([1, 0, 0, 0], 1));
    }

    #[test]
    fn only_interviews_are_respondents_behind_what_was_worse() {
        let seen = OfSource { interview: false, ..of(vec![counted(Direction::Negative, true)]) };
        let twice = of(vec![counted(Direction::Negative, true), counted(Direction::Negative, true)]);
        let found =
            balance(&[], &[seen, twice, of(vec![counted(Direction::Positive, true)]), of(vec![counted(Direction::Negative, false)])]);
        assert_eq!((found[0].balance.sources, found[0].balance.negative_respondents), ([1, 0, 2, 0], 1));
    }

    proptest! {
        #[test]
        fn no_direction_counts_more_sources_than_there_are(ways in proptest::collection::vec(proptest::collection::vec(0_usize..4, 0..6), 0..6)) {
            let sources: Vec<OfSource> = ways.iter().map(|of_one| of(of_one.iter().map(|way| counted(Direction::ALL[*way], true)).collect())).collect();
            let found = balance(&[key("effect.trust")], &sources);
            let with = ways.iter().filter(|it| !it.is_empty()).count() as i64;
            prop_assert!(found[0].balance.sources.iter().all(|it| *it <= with));
            prop_assert!(found[0].balance.sources.iter().sum::<i64>() >= with);
            prop_assert_eq!(found[0].balance.single, with);
        }
    }
}
