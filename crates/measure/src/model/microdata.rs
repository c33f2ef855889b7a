//! Separate answers for research (D034, E1103): what of each questionnaire leaves, so that nobody can be told by it.
//!
//! What somebody may know of a neighbour – took part or not, how they answered, what makes taking part hard for them, answered once
//! or twice – leaves only as far as there are as many alike as the municipality calls enough (k-anonymity). Where there are fewer,
//! what is told becomes coarser, and a pair comes apart. A group of which everybody reads totals leaves whole, and a group of which
//! nobody does leaves not at all: otherwise the few in between could be found by subtraction. For the same reason never a few pairs
//! only come apart.

use super::sheet::Way;
use super::statement::BARRIER_KEYS;
use super::wave::Wave;
use kernel::Random;
use std::collections::BTreeMap;
use uuid::Uuid;

/// What stands in the place of an answer that was left open.
pub const OPEN: &str = "98";
/// What stands in the place of an answer that somebody did not know, or did not want to give.
pub const NOT_SAID: &str = "99";
/// What stands in the place of what is left out to protect somebody.
pub const HIDDEN: &str = "hidden";

/// Of whom a questionnaire is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Respondent {
    /// Of a resident who took part; before, who means to.
    TookPart,
    /// Of a resident who did not.
    DidNot,
    /// Of staff that was concerned.
    Staff,
}

impl Respondent {
    /// Of whom it is.
    #[must_use]
    pub const fn of(took_part: bool, staff: bool) -> Self {
        match (staff, took_part) {
            (true, _) => Self::Staff,
            (false, true) => Self::TookPart,
            (false, false) => Self::DidNot,
        }
    }
    /// Its code; `measure-group-…` says it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::TookPart => "took-part",
            Self::DidNot => "did-not",
            Self::Staff => "staff",
        }
    }
}

/// What is told of the barriers that somebody named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BarriersTold {
    /// The question was not asked of them.
    NotAsked,
    /// They left it open.
    Open,
    /// These, one bit each in the order of [`BARRIER_KEYS`]; no bit when they named none.
    These(u16),
    /// That they named any.
    Some,
    /// Nothing.
    Hidden,
}

impl BarriersTold {
    /// These barriers.
    #[must_use]
    pub fn of<'k>(keys: impl IntoIterator<Item = &'k str>) -> Self {
        let places = keys.into_iter().filter_map(|key| BARRIER_KEYS.iter().position(|it| *it == key));
        Self::These(places.fold(0, |bits, place| bits | (1_u16 << place)))
    }

    const fn roughly(self) -> Self {
        match self {
            Self::These(1..) => Self::Some,
            other => other,
        }
    }

    const fn hidden(self) -> Self {
        match self {
            Self::NotAsked => Self::NotAsked,
            _ => Self::Hidden,
        }
    }

    /// What stands in the file.
    #[must_use]
    pub fn cell(self) -> String {
        match self {
            Self::NotAsked => String::new(),
            Self::Open => OPEN.to_owned(),
            Self::These(0) => "none".to_owned(),
            Self::These(bits) => {
                let named = BARRIER_KEYS.iter().enumerate().filter(|(place, _)| bits & (1_u16 << place) != 0);
                named.map(|(_, key)| *key).collect::<Vec<_>>().join(" ")
            }
            Self::Some => "some".to_owned(),
            Self::Hidden => HIDDEN.to_owned(),
        }
    }
}

/// What of a questionnaire could tell whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SheetTraits {
    /// Which one.
    pub sheet: Uuid,
    /// For what the code of the person stands, when there is one.
    pub link: Option<Uuid>,
    /// In which wave.
    pub wave: Wave,
    /// Of whom.
    pub of: Respondent,
    /// How they answered.
    pub way: Way,
    /// Which barriers they named.
    pub barriers: BarriersTold,
}

/// A questionnaire as it leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReleasedSheet {
    /// Which one; that itself does not leave.
    pub sheet: Uuid,
    /// In which wave.
    pub wave: Wave,
    /// Of whom.
    pub of: Respondent,
    /// How they answered; nothing when that is left out.
    pub way: Option<Way>,
    /// What is told of the barriers they named.
    pub barriers: BarriersTold,
    /// The same number on the sheets of one person.
    pub pair: Option<usize>,
}

/// Pairs of before with one later wave, of residents or of staff, that came apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CutPairs {
    /// The wave of the second sheet.
    pub until: Wave,
    /// Whether of staff.
    pub staff: bool,
    /// How many.
    pub many: usize,
}

/// The questionnaires of a process as they leave for research, in an order that tells nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Microdata {
    /// The questionnaires.
    pub sheets: Vec<ReleasedSheet>,
    /// The groups that are too small: nothing of them leaves.
    pub few: Vec<(Wave, Respondent)>,
    /// The pairs that came apart.
    pub cut: Vec<CutPairs>,
}

/// The sheets of one person in the order of the waves, as far as a code links them.
type Unit = Vec<SheetTraits>;
/// In which waves somebody answered, and as whom.
type Shape = Vec<(Wave, Respondent)>;
type Units = BTreeMap<Shape, Vec<Unit>>;
/// How many pairs of before with a later wave there are, of residents and of staff.
type Ends = BTreeMap<(Wave, bool), usize>;
/// What is told of the sheets of one person.
type Told = Vec<(Option<Way>, BarriersTold)>;

fn put(units: &mut Units, unit: Unit) {
    if !unit.is_empty() {
        let shape: Shape = unit.iter().map(|it| (it.wave, it.of)).collect();
        units.entry(shape).or_default().push(unit);
    }
}

/// The pairs in this shape of which everybody reads the change: before, with each later wave.
fn ends(shape: &[(Wave, Respondent)]) -> Vec<(Wave, bool)> {
    match shape.split_first() {
        Some(((Wave::Before, of), later)) => later.iter().map(|(wave, _)| (*wave, *of == Respondent::Staff)).collect(),
        _ => Vec::new(),
    }
}

fn many_with(units: &Units, end: (Wave, bool)) -> usize {
    units.iter().filter(|(shape, _)| ends(shape).contains(&end)).map(|(_, all)| all.len()).sum()
}

/// The linked sheets that come apart next; nothing when nobody can be told by which waves they answered in.
fn comes_apart(units: &Units, pairs: &Ends, k: usize) -> Option<Shape> {
    let fewest = |fits: &dyn Fn(&Shape) -> bool| {
        let fitting = units.iter().filter(|(shape, _)| shape.len() > 1 && fits(shape));
        fitting.min_by_key(|(_, all)| all.len()).map(|(shape, _)| shape.clone())
    };
    let few = |(shape, all): &(&Shape, &Vec<Unit>), linked: bool| (shape.len() > 1) == linked && all.len() < k;
    if let Some((shape, _)) = units.iter().find(|it| few(it, true)) {
        return Some(shape.clone());
    }
    // Also that somebody has no code can be known of them.
    for (alone, _) in units.iter().filter(|it| few(it, false)) {
        if let Some(found) = fewest(&|shape| alone.iter().any(|group| shape.contains(group))) {
            return Some(found);
        }
    }
    // The change of the few pairs that came apart would be what everybody reads less what the others say.
    for (end, all) in pairs {
        let left = many_with(units, *end);
        if left > 0 && (1..k).contains(&all.saturating_sub(left)) {
            return fewest(&|shape| ends(shape).contains(end));
        }
    }
    None
}

/// From the most that can be told of a sheet to the least.
const LEVELS: u8 = 5;

const fn told(it: &SheetTraits, level: u8) -> (Option<Way>, BarriersTold) {
    match level {
        0 => (Some(it.way), it.barriers),
        1 => (None, it.barriers),
        2 => (Some(it.way), it.barriers.roughly()),
        3 => (None, it.barriers.roughly()),
        _ => (None, it.barriers.hidden()),
    }
}

/// The people of one shape, put together with those of whom the same is told: as much as can be, and never of fewer than `k`.
fn alike(units: Vec<Unit>, k: usize) -> BTreeMap<Told, Vec<Unit>> {
    let mut classes: BTreeMap<Told, Vec<Unit>> = BTreeMap::new();
    let (mut left, mut least) = (units, Told::new());
    for level in 0..LEVELS {
        let mut tried: BTreeMap<Told, Vec<Unit>> = BTreeMap::new();
        for unit in left.drain(..) {
            least = unit.iter().map(|it| told(it, LEVELS)).collect();
            tried.entry(unit.iter().map(|it| told(it, level)).collect()).or_default().push(unit);
        }
        for (of, units) in tried {
            if units.len() >= k || level + 1 == LEVELS {
                classes.entry(of).or_default().extend(units);
            } else {
                left.extend(units);
            }
        }
    }
    // Those of whom the least is told may be a few still: then less is told of others as well, always of the same ones, so that two
    // files do not tell together what neither tells.
    while let Some(needed) = classes.get(&least).map(|units| k.saturating_sub(units.len())).filter(|needed| *needed > 0) {
        let sizes = classes.iter().filter(|(of, _)| **of != least).map(|(of, units)| (units.len(), of.clone()));
        let (most, fewest) = (sizes.clone().max(), sizes.min());
        let moved = match (most, fewest) {
            (Some((many, of)), _) if many >= k + needed => classes.get_mut(&of).map(|units| units.split_off(many - needed)),
            (_, Some((_, of))) => classes.remove(&of),
            _ => break,
        };
        classes.entry(least.clone()).or_default().extend(moved.into_iter().flatten());
    }
    classes
}

/// In an order that chance made.
fn shuffled<T>(mut all: Vec<T>, random: &dyn Random) -> Vec<T> {
    for last in (1..all.len()).rev() {
        let bound = u64::try_from(last + 1).unwrap_or(u64::MAX);
        let other = usize::try_from(random.below(bound)).unwrap_or(last);
        all.swap(last, other);
    }
    all
}

/// What leaves of these sheets, all of waves whose answers hold; `smallest` is how many a group must have here.
#[must_use]
pub fn microdata(sheets: Vec<SheetTraits>, smallest: i64, random: &dyn Random) -> Microdata {
    let k = usize::try_from(smallest).unwrap_or(0).max(1);
    let mut groups: BTreeMap<(Wave, Respondent), usize> = BTreeMap::new();
    for it in &sheets {
        *groups.entry((it.wave, it.of)).or_default() += 1;
    }
    let few: Vec<(Wave, Respondent)> = groups.into_iter().filter(|(_, many)| *many < k).map(|(group, _)| group).collect();
    let leaves = |it: &SheetTraits| !few.contains(&(it.wave, it.of));
    let (mut units, mut pairs, mut linked) = (Units::new(), Ends::new(), BTreeMap::<Uuid, Unit>::new());
    for it in sheets {
        match it.link {
            Some(link) => linked.entry(link).or_default().push(it),
            None if leaves(&it) => put(&mut units, vec![it]),
            None => {}
        }
    }
    for mut unit in linked.into_values() {
        unit.sort_by_key(|it| it.wave);
        let shape: Shape = unit.iter().map(|it| (it.wave, it.of)).collect();
        for end in ends(&shape) {
            *pairs.entry(end).or_default() += 1;
        }
        unit.retain(leaves);
        put(&mut units, unit);
    }
    while let Some(shape) = comes_apart(&units, &pairs, k) {
        for it in units.remove(&shape).into_iter().flatten().flatten() {
            put(&mut units, vec![it]);
        }
    }
    let cut = pairs
        .iter()
        .map(|((until, staff), all)| (*until, *staff, all.saturating_sub(many_with(&units, (*until, *staff)))))
        .filter(|(_, _, many)| *many > 0)
        .map(|(until, staff, many)| CutPairs { until, staff, many })
        .collect();
    Microdata { sheets: released(units, k, random), few, cut }
}

/// The sheets as they leave, each person's with a number of their own.
fn released(units: Units, k: usize, random: &dyn Random) -> Vec<ReleasedSheet> {
    let (mut sheets, mut person) = (Vec::new(), 0_usize);
    for (told, unit) in units
        .into_values()
        .flat_map(|units| alike(units, k))
        .flat_map(|(told, class)| class.into_iter().map(move |unit| (told.clone(), unit)))
    {
        person += 1;
        let pair = (unit.len() > 1).then_some(person);
        let of_each = unit.into_iter().zip(told);
        sheets.extend(of_each.map(|(it, (way, barriers))| ReleasedSheet {
            sheet: it.sheet,
            wave: it.wave,
            of: it.of,
            way,
            barriers,
            pair,
        }));
    }
    let mut sheets = shuffled(sheets, random);
    // The numbers follow the order of the file: what came before tells nothing.
    let mut numbers: BTreeMap<usize, usize> = BTreeMap::new();
    for it in &mut sheets {
        let next = numbers.len() + 1;
        it.pair = it.pair.map(|person| *numbers.entry(person).or_insert(next));
    }
    sheets
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use kernel::SeededRandom;
    use proptest::prelude::*;
    use std::collections::{BTreeSet, HashMap};

    const WAVES: [Wave; 3] = [Wave::Before, Wave::After, Wave::Year];
    const OF: [Respondent; 3] = [Respondent::TookPart, Respondent::DidNot, Respondent::Staff];

    fn sheet(id: usize, link: Option<u128>, wave: usize, of: usize, way: usize, barriers: Option<u16>) -> SheetTraits {
        let (wave, of) = (WAVES[wave], OF[of]);
        let barriers = match barriers {
            _ if wave == Wave::Year || of == Respondent::Staff => BarriersTold::NotAsked,
            Some(bits) => BarriersTold::These(bits),
            None => BarriersTold::Open,
        };
        let sheet = Uuid::from_u128(u128::try_from(id).unwrap());
        SheetTraits { sheet, link: link.map(Uuid::from_u128), wave, of, way: Way::ALL[way], barriers }
    }

    fn sheets() -> impl Strategy<Value = Vec<SheetTraits>> {
        let one = (proptest::option::of(0_u128..40), 0_usize..3, 0_usize..3, 0_usize..3, proptest::option::of(0_u16..3));
        proptest::collection::vec(one, 0..120).prop_map(|all| {
            let mut seen = BTreeSet::new();
            let made = all.into_iter().enumerate();
            // Of two sheets with one code in one wave only the latest counts.
            let made = made.filter(|(_, (link, wave, ..))| link.is_none_or(|link| seen.insert((link, *wave))));
            made.map(|(id, (link, wave, of, way, barriers))| sheet(id, link, wave, of, way, barriers)).collect()
        })
    }

    /// Everything that is told of one person.
    type Combination = Vec<(Wave, Respondent, Option<Way>, BarriersTold)>;

    fn combinations(found: &Microdata) -> BTreeMap<Combination, usize> {
        let mut people: BTreeMap<(usize, usize), Combination> = BTreeMap::new();
        for (place, it) in found.sheets.iter().enumerate() {
            let person = it.pair.map_or((place, 0), |pair| (usize::MAX, pair));
            people.entry(person).or_default().push((it.wave, it.of, it.way, it.barriers));
        }
        let mut counts = BTreeMap::new();
        for mut told in people.into_values() {
            told.sort_unstable();
            *counts.entry(told).or_default() += 1;
        }
        counts
    }

    proptest! {
        #[test]
        fn no_combination_leaves_of_fewer_than_the_smallest_group(all in sheets(), k in 1_i64..12, seed: u64) {
            let found = microdata(all, k, &SeededRandom::new(seed));
            let k = usize::try_from(k).unwrap();
            for (told, many) in combinations(&found) {
                prop_assert!(many >= k, "{many} of {told:?}");
            }
        }

        #[test]
        fn a_group_leaves_whole_or_not_at_all(all in sheets(), k in 1_i64..12, seed: u64) {
            let found = microdata(all.clone(), k, &SeededRandom::new(seed));
            let k = usize::try_from(k).unwrap();
            let mut groups: BTreeMap<(Wave, Respondent), BTreeSet<Uuid>> = BTreeMap::new();
            for it in &all {
                groups.entry((it.wave, it.of)).or_default().insert(it.sheet);
            }
            for (group, sheets) in groups {
                let left: Vec<Uuid> = found.sheets.iter().filter(|it| (it.wave, it.of) == group).map(|it| it.sheet).collect();
                prop_assert_eq!(found.few.contains(&group), sheets.len() < k);
                let expected = if sheets.len() < k { BTreeSet::new() } else { sheets };
                prop_assert_eq!(left.len(), expected.len());
                prop_assert_eq!(left.into_iter().collect::<BTreeSet<_>>(), expected);
            }
        }

        #[test]
        fn a_pair_is_of_one_person_and_never_a_few_come_apart(all in sheets(), k in 1_i64..12, seed: u64) {
            let found = microdata(all.clone(), k, &SeededRandom::new(seed));
            let k = usize::try_from(k).unwrap();
            let of: HashMap<Uuid, &SheetTraits> = all.iter().map(|it| (it.sheet, it)).collect();
            let mut links: BTreeMap<usize, BTreeSet<Option<Uuid>>> = BTreeMap::new();
            for it in &found.sheets {
                let was = of[&it.sheet];
                prop_assert_eq!((it.wave, it.of), (was.wave, was.of));
                prop_assert!(it.way.is_none_or(|way| way == was.way), "nothing is made up");
                let true_of_them = [was.barriers, was.barriers.roughly(), was.barriers.hidden()];
                prop_assert!(true_of_them.contains(&it.barriers), "nothing is made up");
                if let Some(pair) = it.pair {
                    links.entry(pair).or_default().insert(was.link);
                }
            }
            prop_assert!(links.values().all(|link| link.len() == 1 && !link.contains(&None)));
            let left: BTreeSet<(Wave, bool)> = {
                let mut people: BTreeMap<usize, Shape> = BTreeMap::new();
                for it in &found.sheets {
                    if let Some(pair) = it.pair {
                        people.entry(pair).or_default().push((it.wave, it.of));
                    }
                }
                people.into_values().flat_map(|mut shape| { shape.sort_unstable(); ends(&shape) }).collect()
            };
            for it in found.cut {
                prop_assert!(it.many >= k || !left.contains(&(it.until, it.staff)), "{it:?} could be found by subtraction");
            }
        }
    }

    #[test]
    fn enough_alike_leave_as_they_are_and_the_few_become_coarser() {
        // Twelve on a screen of whom six name the language, and two on paper.
        let named = |nth: usize| Some(u16::from(nth < 6));
        let mut all: Vec<SheetTraits> = (0..12).map(|nth| sheet(nth, None, 0, 0, 0, named(nth))).collect();
        all.extend((12..14).map(|nth| sheet(nth, None, 0, 0, 1, named(nth))));
        let found = microdata(all, 5, &SeededRandom::new(1));
        let mut told: Vec<_> = combinations(&found).into_iter().map(|(told, many)| (told[0].2, told[0].3, many)).collect();
        told.sort_unstable();
        // The two on paper, with the smallest class beside them, tell neither.
        assert_eq!(told, [(None, BarriersTold::Hidden, 8), (Some(Way::Screen), BarriersTold::These(1), 6)]);
        let mut all: Vec<SheetTraits> = (0..20).map(|nth| sheet(nth, None, 0, 0, 0, None)).collect();
        all.extend((20..22).map(|nth| sheet(nth, None, 0, 0, 1, None)));
        let found = microdata(all, 5, &SeededRandom::new(1));
        let told: Vec<_> = combinations(&found).into_iter().map(|(told, many)| (told[0].2, many)).collect();
        assert_eq!(told, [(None, 5), (Some(Way::Screen), 17)], "no more is left out than must be");
        assert_eq!(BarriersTold::of(["language", "digital"]).cell(), "language digital");
        assert_eq!([BarriersTold::of([]).cell(), BarriersTold::Open.cell(), BarriersTold::NotAsked.cell()], ["none", OPEN, ""]);
    }

    #[test]
    fn the_order_tells_nothing_and_another_file_has_another() {
        let all: Vec<SheetTraits> = (0..40).map(|nth| sheet(nth, None, 0, 0, 0, None)).collect();
        let order = |seed| microdata(all.clone(), 10, &SeededRandom::new(seed)).sheets.iter().map(|it| it.sheet).collect::<Vec<_>>();
        assert_ne!(order(1), order(2));
        assert_ne!(order(1), all.iter().map(|it| it.sheet).collect::<Vec<_>>());
    }
}
