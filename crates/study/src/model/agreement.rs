//! Whether two coders read the same in a source, where they differ, and what counts (D015).

use super::coding::{Direction, Item, Marked, Resolution, Settled};
use super::frame::Frame;
use evidence::EffectKey;
use kernel::TextId;
use statistics::{Agreement, Confidence, Kappa, NotMeasurable, Outcome, Weighting};
use std::collections::{BTreeMap, BTreeSet};

/// Two categories, or the four directions, that each coder chose.
type Pairs = Vec<(Option<usize>, Option<usize>)>;

/// What two coders said of the same source, side by side.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Compared {
    directions: Pairs,
    presence: Pairs,
    /// Where they differ, in the order of passages.
    pub differences: Vec<Difference>,
}

/// A place where two coders differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Number of the passage.
    pub passage: i64,
    /// Of what.
    pub item: Item,
    /// What each said; none where that coder did not put it to the passage. For a code the direction is none in both.
    pub said: [Option<Option<Direction>>; 2],
}

impl Compared {
    /// The same with another source beside it, for all sources of a process.
    pub fn add(&mut self, other: Self) {
        self.directions.extend(other.directions);
        self.presence.extend(other.presence);
        self.differences.extend(other.differences);
    }

    /// Cohen's kappa of the directions of effects that both put to a passage; where only one did, it is missing.
    ///
    /// # Errors
    /// When nothing was put there by both, or all of it went one way.
    pub fn direction(&self) -> Outcome<Kappa> {
        kappa(Direction::ALL.len(), &self.directions)
    }

    /// Cohen's kappa of whether an effect or code was put to a passage: each passage with each effect and code that one of the two
    /// used in this source.
    ///
    /// # Errors
    /// When neither used anything, or both used everything everywhere.
    pub fn presence(&self) -> Outcome<Kappa> {
        kappa(2, &self.presence)
    }
}

fn kappa(categories: usize, pairs: &Pairs) -> Outcome<Kappa> {
    let agreement: Result<Agreement, NotMeasurable> = Agreement::of(categories, pairs.iter().copied());
    agreement?.kappa(Weighting::None, Confidence::USUAL)
}

/// What one coder put where, by passage and item, with the direction of an effect.
fn by_item(frame: &Frame<'_>, marked: &[Marked]) -> BTreeMap<(i64, Item), Option<Direction>> {
    let mut found = BTreeMap::new();
    for it in marked {
        if let Some(effect) = &it.effect {
            found.insert((it.passage, Item::of_effect(effect)), it.direction);
        }
        for code in &it.codes {
            found.insert((it.passage, frame.counting(code)), None);
        }
    }
    found
}

/// Puts what two coders said of a source of so many passages side by side.
#[must_use]
pub fn compare(frame: &Frame<'_>, passages: i64, one: &[Marked], two: &[Marked]) -> Compared {
    let (one, two) = (by_item(frame, one), by_item(frame, two));
    let places: BTreeSet<&(i64, Item)> = one.keys().chain(two.keys()).collect();
    let items: BTreeSet<&Item> = places.iter().map(|(_, item)| item).collect();
    let mut compared = Compared::default();
    for place in &places {
        let said = [one.get(*place).copied(), two.get(*place).copied()];
        if place.1.effect().is_some() {
            let chosen = said.map(|it| it.flatten().map(Direction::place));
            compared.directions.push((chosen[0], chosen[1]));
        }
        if said[0] != said[1] {
            compared.differences.push(Difference { passage: place.0, item: place.1.clone(), said });
        }
    }
    for passage in 1..=passages {
        for item in &items {
            let place = (passage, (*item).clone());
            compared.presence.push((Some(usize::from(one.contains_key(&place))), Some(usize::from(two.contains_key(&place)))));
        }
    }
    compared
}

/// An effect at a passage that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// Number of the passage.
    pub passage: i64,
    /// Which effect or value.
    pub effect: EffectKey,
    /// Which way.
    pub direction: Direction,
    /// At which levels.
    pub levels: BTreeSet<String>,
    /// For which kinds of actors.
    pub actors: BTreeSet<String>,
    /// For whom, in free words.
    pub whom: Vec<TextId>,
    /// Factors that helped.
    pub helped: BTreeSet<String>,
    /// Factors that hindered.
    pub hindered: BTreeSet<String>,
    /// Whether it was observed, and not only expected (D013).
    pub observed: bool,
    /// Whether it was settled after a difference.
    pub settled: bool,
}

/// Codes at a passage that count.
pub type CountedCodes = BTreeSet<(i64, Item)>;

/// What counts of a source: of one coder everything; of two what they agree on, and what they settled. What they did not settle
/// counts nowhere.
#[must_use]
pub fn counted(frame: &Frame<'_>, coders: &[Vec<Marked>], settled: &[Settled]) -> (Vec<Counted>, CountedCodes) {
    let said: Vec<BTreeMap<(i64, Item), Option<Direction>>> = coders.iter().map(|it| by_item(frame, it)).collect();
    let places: BTreeSet<&(i64, Item)> = said.iter().flat_map(BTreeMap::keys).collect();
    let (mut effects, mut codes) = (Vec::new(), CountedCodes::new());
    for place in places {
        let agree = said.iter().all(|it| it.get(place) == said[0].get(place)) && said[0].contains_key(place);
        let spoken = settled.iter().find(|it| it.passage == place.0 && frame.counting(&it.item) == place.1);
        let chosen = match (agree, spoken.map(|it| it.resolution)) {
            (true, _) => said[0].get(place).copied().flatten().map_or(Resolution::Keep, Resolution::Way),
            (false, Some(resolution)) => resolution,
            (false, None) => continue,
        };
        match (place.1.effect(), chosen) {
            (Some(effect), Resolution::Way(direction)) => {
                let marks: Vec<&Marked> =
                    coders.iter().flatten().filter(|it| it.passage == place.0 && it.effect.as_ref() == Some(&effect)).collect();
                // What belongs to the way that was chosen; where it was neither's, what both said.
                let of_way: Vec<&Marked> = marks.iter().copied().filter(|it| it.direction == Some(direction)).collect();
                let marks = if of_way.is_empty() { marks } else { of_way };
                let all = |of: fn(&Marked) -> Option<String>| marks.iter().filter_map(|it| of(it)).collect::<BTreeSet<_>>();
                effects.push(Counted {
                    passage: place.0,
                    direction,
                    levels: all(|it| it.level.clone()),
                    actors: all(|it| it.actor.clone()),
                    whom: marks.iter().filter_map(|it| it.whom).collect(),
                    helped: all(|it| it.helped.clone()),
                    hindered: all(|it| it.hindered.clone()),
                    observed: marks.iter().any(|it| it.ground.is_none_or(super::Ground::counts)),
                    settled: !agree,
                    effect,
                });
            }
            (None, Resolution::Keep) => {
                codes.insert(place.clone());
            }
            _ => {}
        }
    }
    (effects, codes)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use Direction::{Negative, Neutral, Positive, Unknown};
    use evidence::Knowledge;
    use kernel::Instant;
    use proptest::prelude::*;
    use statistics::Because;

    fn frame() -> Frame<'static> {
        Frame { knowledge: Knowledge::shipped().unwrap(), own: Vec::new() }
    }

    fn marked(passage: i64, effect: &str, direction: Direction) -> Marked {
        Marked {
            passage,
            effect: Some(EffectKey::try_from(effect.to_owned()).unwrap()),
            direction: Some(direction),
            level: None,
            actor: None,
            whom: None,
            ground: None,
            helped: None,
            hindered: None,
            codes: Vec::new(),
            remark: None,
            at: Instant::from_micros(0),
        }
    }

    /// Two coders, one effect, ten passages: 4 × both positive, 3 × both negative, 1 × positive/negative, 1 × negative/positive,
    /// 1 × both neutral. Seen 8/10; by chance (5·5 + 4·4 + 1·1)/100 = 0.42; kappa = (0.8 − 0.42)/0.58 = 19/29.
    #[test]
    fn kappa_of_directions_as_counted_by_hand() {
        let pairs = [
            (Positive, Positive),
            (Positive, Positive),
            (Positive, Positive),
            (Positive, Positive),
            (Negative, Negative),
            (Negative, Negative),
            (Negative, Negative),
            (Positive, Negative),
            (Negative, Positive),
            (Neutral, Neutral),
        ];
        let of = |which: fn(&(Direction, Direction)) -> Direction| -> Vec<Marked> {
            (1..).zip(&pairs).map(|(passage, pair)| marked(passage, "effect.trust", which(pair))).collect()
        };
        let compared = compare(&frame(), 10, &of(|it| it.0), &of(|it| it.1));
        let kappa = compared.direction().unwrap();
        assert!((kappa.value.value - 19.0 / 29.0).abs() < 1e-12, "{kappa:?}");
        assert_eq!((kappa.size.n, kappa.size.missing, compared.differences.len()), (10, 0, 2));
        assert_eq!(compared.presence().unwrap_err().because, Because::NoVariation, "both put it everywhere");
    }

    /// One effect over four passages: both at 1, the first alone at 2, neither at 3 and 4. Seen 3/4; by chance
    /// (2/4 · 1/4) + (2/4 · 3/4) = 1/2; kappa = 1/2.
    #[test]
    fn kappa_of_presence_as_counted_by_hand() {
        let one = [marked(1, "effect.trust", Positive), marked(2, "effect.trust", Positive)];
        let two = [marked(1, "effect.trust", Positive)];
        let compared = compare(&frame(), 4, &one, &two);
        assert!((compared.presence().unwrap().value.value - 0.5).abs() < 1e-12);
        let direction = compared.direction().unwrap_err();
        assert_eq!((direction.because, direction.size.n, direction.size.missing), (Because::NoVariation, 1, 1));
        assert_eq!(compared.differences[0].said, [Some(Some(Positive)), None]);
    }

    #[test]
    fn what_is_not_settled_counts_nowhere_and_what_is_settled_counts_as_settled() {
        let coders = vec![
            vec![marked(1, "effect.trust", Positive), marked(2, "effect.trust", Positive)],
            vec![marked(1, "effect.trust", Positive), marked(2, "effect.trust", Negative)],
        ];
        let (open, _) = counted(&frame(), &coders, &[]);
        assert_eq!(open.iter().map(|it| it.passage).collect::<Vec<_>>(), [1]);
        let settled = |resolution| Settled {
            passage: 2,
            item: Item::of_key("effect.trust").unwrap(),
            resolution,
            motive: TextId::from_uuid(uuid::Uuid::nil()),
            at: Instant::from_micros(0),
        };
        let (after, _) = counted(&frame(), &coders, &[settled(Resolution::Way(Unknown))]);
        assert_eq!(after.iter().map(|it| (it.direction, it.settled)).collect::<Vec<_>>(), [(Positive, false), (Unknown, true)]);
        assert_eq!(counted(&frame(), &coders, &[settled(Resolution::LeaveOut)]).0.len(), 1);
    }

    proptest! {
        #[test]
        fn agreement_with_oneself_is_whole_and_order_makes_no_difference(
            raw in proptest::collection::btree_map((1_i64..6, 0_usize..3), 0_usize..4, 0..12),
            other in proptest::collection::btree_map((1_i64..6, 0_usize..3), 0_usize..4, 0..12),
        ) {
            let effects = ["effect.trust", "effect.inclusion", "value.trust"];
            let of = |raw: &std::collections::BTreeMap<(i64, usize), usize>| -> Vec<Marked> {
                raw.iter().map(|((passage, effect), way)| marked(*passage, effects[*effect], Direction::ALL[*way])).collect()
            };
            let (one, two) = (of(&raw), of(&other));
            let same = compare(&frame(), 5, &one, &one);
            prop_assert!(same.differences.is_empty());
            if let Ok(kappa) = same.direction() { prop_assert!((kappa.value.value - 1.0).abs() < 1e-9); }
            let (there, back) = (compare(&frame(), 5, &one, &two), compare(&frame(), 5, &two, &one));
            prop_assert_eq!(there.differences.len(), back.differences.len());
            match (there.presence(), back.presence()) {
                (Ok(a), Ok(b)) => prop_assert!((a.value.value - b.value.value).abs() < 1e-9),
                (a, b) => prop_assert_eq!(a.is_err(), b.is_err()),
            }
            // What counts without anything settled is exactly what both said the same.
            let (counted, _) = counted(&frame(), &[one.clone(), two.clone()], &[]);
            let both = raw.iter().filter(|(place, way)| other.get(place) == Some(way)).count();
            prop_assert_eq!(counted.len(), both);
        }
    }
}
