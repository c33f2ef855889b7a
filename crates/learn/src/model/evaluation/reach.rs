//! Who took part beside who lives there, and who dropped out (G001, G002, G010). Somebody counts both, in groups and with the source of
//! the numbers; what may be shown of it is decided here, before it is kept anywhere.
//!
//! Characteristics are of groups and never of a person: there is no field for one.

use super::counts::Counts;
use evidence::Exact;
use serde::{Deserialize, Serialize};
use statistics::{Spread, publishable, publishable_list, representativeness};

/// What people are alike or not in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Characteristic {
    /// How old they are (G003).
    Age,
    /// Women, men and others.
    Gender,
    /// Where they live.
    Area,
    /// What they learned.
    Education,
    /// What they speak at home.
    Language,
    /// Whether they rent, own or something else.
    Housing,
    /// Whether they are in an association (G005).
    Association,
    /// Whether taking part is harder for them than for most.
    Harder,
}

impl Characteristic {
    /// All of them.
    pub const ALL: [Self; 8] =
        [Self::Age, Self::Gender, Self::Area, Self::Education, Self::Language, Self::Housing, Self::Association, Self::Harder];

    /// The code under which it is stored; keys of words end with it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Age => "age",
            Self::Gender => "gender",
            Self::Area => "area",
            Self::Education => "education",
            Self::Language => "language",
            Self::Housing => "housing",
            Self::Association => "association",
            Self::Harder => "harder",
        }
    }
    /// The one with this code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// At most so many groups.
pub const MOST_GROUPS: usize = 8;
/// At most so many signs in the name of a group.
pub const LONGEST_GROUP: usize = 80;
/// At most so many signs in a source.
pub const LONGEST_SOURCE: usize = 200;
/// Nobody counts more people than these.
pub const MOST_PEOPLE: i64 = 100_000_000;

/// One group, as somebody counted it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupCounted {
    /// What it is called: «18 tot 30 jaar».
    pub name: String,
    /// How many of them live there.
    pub population: i64,
    /// How many of them began to take part.
    pub began: i64,
    /// How many of them were there at the last step that belongs to it; none when nobody counted that.
    pub stayed: Option<i64>,
}

/// One characteristic, as somebody counted it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReachCounted {
    /// Which.
    pub characteristic: Characteristic,
    /// Where the numbers of the population come from.
    pub population_source: String,
    /// Where the numbers of participants come from.
    pub source: String,
    /// How many participants did not say it; none when nobody counted that.
    pub unsaid: Option<i64>,
    /// Its groups; of all of them it was counted how many stayed, or of none.
    pub groups: Vec<GroupCounted>,
}

/// How many began and how many were there at the last step, of everybody together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StayedCounted {
    /// How many began.
    pub began: i64,
    /// How many were there at the last step that belongs to it.
    pub stayed: i64,
    /// Where the numbers come from, and what the first and the last step are.
    pub source: String,
}

/// Everything that was counted of who took part.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// By characteristic, each once.
    pub characteristics: Vec<ReachCounted>,
    /// Of everybody together.
    pub everybody: Option<StayedCounted>,
    /// What else was counted.
    pub counts: Counts,
}

/// One group, as it may be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupFound {
    /// What it is called; empty for all groups together that are too small to be told apart.
    pub name: String,
    /// How many of them live there.
    pub population: i64,
    /// How many of them began; none when too few.
    pub began: Option<i64>,
    /// How many of them were there at the last step; none when nobody counted it, or when it or what is left is of too few.
    pub stayed: Option<i64>,
    /// The share of participants divided by the share of the population, in hundredths: below 100 there were fewer than their share.
    pub ratio: Option<i64>,
    /// Whether it is below four fifths (G002).
    pub under: bool,
}

/// One characteristic, as it may be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReachFound {
    /// Its code.
    pub characteristic: String,
    /// Where the numbers of the population come from.
    pub population_source: String,
    /// Where the numbers of participants come from.
    pub source: String,
    /// How many participants told it; none when too few.
    pub told: Option<i64>,
    /// How many did not; none when too few told it, or nobody counted it.
    pub unsaid: Option<i64>,
    /// Whether it was counted how many stayed.
    pub stayed_counted: bool,
    /// Its groups, and behind them those together that are too small to be told apart.
    pub groups: Vec<GroupFound>,
    /// How like the population those are who began, in hundredths (G001): 100 when the shares are the same.
    pub index: Option<i64>,
    /// The same of those who were there at the last step.
    pub index_stayed: Option<i64>,
    /// Which group was farthest below its share, by its place among the groups; none when none was below (G002).
    pub worst: Option<i64>,
    /// The largest share of a group that dropped out less the smallest, in hundredths (G010).
    pub skew: Option<i64>,
}

/// How many stayed of everybody, as it may be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StayedFound {
    /// Where it comes from; empty when it is what an officer noted in the guide while the process went on.
    pub source: String,
    /// How many began; none when too few, or not counted.
    pub began: Option<i64>,
    /// How many were there at the last step; none when it or what is left is of too few, or not counted.
    pub stayed: Option<i64>,
    /// The share that dropped out, in hundredths (G010).
    pub drop_out: Option<i64>,
}

pub(super) fn whole(many: i64) -> u64 {
    u64::try_from(many).unwrap_or(0)
}

pub(super) fn number(many: u64) -> Option<i64> {
    i64::try_from(many).ok()
}

/// A share of 0 to 1, or a ratio, in whole hundredths.
pub(super) fn hundredths(share: f64) -> Option<i64> {
    let rounded = (share * 100.0).round();
    (rounded.is_finite() && rounded.abs() < 1e12).then_some(rounded as i64)
}

/// The share that dropped out, in whole hundredths.
#[must_use]
pub fn drop_out(began: i64, stayed: i64) -> Option<i64> {
    (began > 0 && (0..=began).contains(&stayed)).then(|| ((began - stayed) * 200 + began) / (began * 2))
}

/// How many began and how many stayed, as far as it may be shown.
type Cells = Vec<(Option<i64>, Option<i64>)>;

/// What may be shown of the groups, and how many began of all of them.
fn shown(groups: &[GroupCounted], smallest: u64) -> (Option<i64>, Cells) {
    let hidden = || (None, vec![(None, None); groups.len()]);
    if groups.iter().all(|it| it.stayed.is_some()) {
        // Stayed and left in two columns, so that neither is found by taking the other from all.
        let table: Vec<[u64; 2]> = groups
            .iter()
            .map(|it| {
                let stayed = it.stayed.unwrap_or(0).min(it.began);
                [whole(stayed), whole(it.began - stayed)]
            })
            .collect();
        let Ok(told) = publishable(&table, smallest) else { return hidden() };
        let began = told.rows.into_iter().map(|row| row.and_then(number));
        let stayed = told.counts.into_iter().map(|row| row.first().copied().flatten().and_then(number));
        return (told.all.and_then(number), began.zip(stayed).collect());
    }
    let counts: Vec<u64> = groups.iter().map(|it| whole(it.began)).collect();
    let Ok(told) = publishable_list(&counts, smallest) else { return hidden() };
    (told.all.and_then(number), told.counts.into_iter().map(|it| (it.and_then(number), None)).collect())
}

impl ReachCounted {
    /// What may be told of it: of no group smaller than `smallest`, and of none that is found by subtraction.
    #[must_use]
    pub fn found(&self, smallest: i64) -> ReachFound {
        let least = smallest.max(1);
        let (told, cells) = shown(&self.groups, whole(least));
        let mut it = ReachFound {
            characteristic: self.characteristic.code().to_owned(),
            population_source: self.population_source.clone(),
            source: self.source.clone(),
            told,
            unsaid: told.and(self.unsaid),
            stayed_counted: self.groups.iter().any(|it| it.stayed.is_some()),
            groups: Vec::new(),
            index: None,
            index_stayed: None,
            worst: None,
            skew: None,
        };
        it.groups = self
            .groups
            .iter()
            .zip(&cells)
            .map(|(group, (began, stayed))| GroupFound {
                name: group.name.clone(),
                population: group.population,
                began: *began,
                stayed: began.and(*stayed),
                ratio: None,
                under: false,
            })
            .collect();
        it.together(least);
        it.compare();
        it
    }
}

impl ReachFound {
    /// Puts the groups that are too small to be told apart together, when together they are not.
    fn together(&mut self, smallest: i64) {
        let apart: i64 = self.groups.iter().filter_map(|it| it.began).sum();
        let rest = self.told.map(|told| told - apart).filter(|rest| *rest >= smallest);
        let population: i64 = self.groups.iter().filter(|it| it.began.is_none()).map(|it| it.population).sum();
        let several = self.groups.iter().filter(|it| it.began.is_none()).count() > 1;
        if let Some(rest) = rest.filter(|_| several && apart > 0) {
            self.groups.push(GroupFound { name: String::new(), population, began: Some(rest), stayed: None, ratio: None, under: false });
        }
    }

    /// Holds what may be told against the population. Only numbers that are shown are used, so nothing that is hidden is found back.
    fn compare(&mut self) {
        let places: Vec<usize> = (0..self.groups.len()).filter(|place| self.groups[*place].began.is_some()).collect();
        let population: Vec<u64> = places.iter().map(|place| whole(self.groups[*place].population)).collect();
        let began = places.iter().map(|place| whole(self.groups[*place].began.unwrap_or(0)));
        // One group alone is like itself: that says nothing.
        let everybody: i64 = places.iter().filter_map(|place| self.groups[*place].began).sum();
        if places.len() < 2 || Some(everybody) != self.told {
            return;
        }
        if let Ok(beside) = representativeness(&Spread::of(began, whole(self.unsaid.unwrap_or(0))), &population) {
            self.index = hundredths(beside.value.index);
            for (nth, place) in places.iter().enumerate() {
                self.groups[*place].ratio = beside.value.ratios.get(nth).copied().flatten().and_then(hundredths);
                self.groups[*place].under = beside.value.under.contains(&nth);
            }
            let below = |nth: &usize| beside.value.ratios.get(*nth).copied().flatten().is_some_and(|ratio| ratio < 1.0);
            self.worst = beside.value.worst.filter(below).and_then(|nth| i64::try_from(places[nth]).ok());
        }
        let stayed: Option<Vec<u64>> = places.iter().map(|place| self.groups[*place].stayed.map(whole)).collect();
        if let Some(stayed) = stayed {
            let beside = representativeness(&Spread::of(stayed, 0), &population);
            self.index_stayed = beside.ok().and_then(|beside| hundredths(beside.value.index));
        }
        let shares: Vec<i64> = self.groups.iter().filter_map(|it| drop_out(it.began?, it.stayed?)).collect();
        if let (Some(most), Some(least), true) = (shares.iter().max(), shares.iter().min(), shares.len() > 1) {
            self.skew = Some(most - least);
        }
    }
}

/// Until this age people are young here; the sources name no age, so this is our reading (C106).
const YOUNG_UNTIL: i64 = 30;
/// A smaller number alone is no age: «groep 1».
const FEWEST_YEARS: i64 = 10;

/// Whether the name of an age group says that everybody in it is young: «jonger dan 18», «18 tot 30 jaar», «jongeren».
fn is_young(name: &str) -> bool {
    let name = name.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
    let ages = name.split(|sign: char| !sign.is_ascii_digit()).filter_map(|age| age.parse::<i64>().ok()).filter(|age| *age >= FEWEST_YEARS);
    match ages.max() {
        Some(oldest) => oldest <= YOUNG_UNTIL && !says(&["+", "ouder", "vanaf", "boven", "older", "over", "from"]),
        None => says(&["jong", "jeugd", "tiener", "kind", "young", "youth", "teen", "child"]),
    }
}

impl ReachFound {
    /// How many began and how many live there, of all groups; nothing when the groups cannot be held against the population.
    fn together_told(&self) -> Option<(i64, i64)> {
        self.index?;
        let told = self.groups.iter().filter(|it| it.began.is_some());
        let (began, population) = told.fold((0, 0), |(began, population), it| (began + it.began.unwrap_or(0), population + it.population));
        (began > 0 && population > 0).then_some((began, population))
    }

    /// The smallest share of participants divided by the share of the population, of the groups that may be told (G002, C164).
    #[must_use]
    pub fn worst_ratio(&self) -> Option<Exact> {
        let (began, population) = self.together_told()?;
        let told = self.groups.iter().filter(|it| it.ratio.is_some());
        told.filter_map(|it| Exact::ratio(it.began?.checked_mul(population)?, began.checked_mul(it.population)?)).min()
    }

    /// The share of the young among participants less their share of the population (C106); nothing when it was not counted by age, no
    /// group is young by its name, or one that is may not be told.
    #[must_use]
    pub fn youth_gap(&self) -> Option<Exact> {
        if self.characteristic != Characteristic::Age.code() {
            return None;
        }
        let (began, population) = self.together_told()?;
        let young: Vec<&GroupFound> = self.groups.iter().filter(|it| is_young(&it.name)).collect();
        let among: Option<i64> = young.iter().map(|it| it.began).sum();
        let live: i64 = young.iter().map(|it| it.population).sum();
        let gap = among?.checked_mul(population)?.checked_sub(live.checked_mul(began)?)?;
        if young.is_empty() { None } else { Exact::ratio(gap, began.checked_mul(population)?) }
    }
}

impl StayedFound {
    /// The share that dropped out, when both numbers may be told (C040).
    #[must_use]
    pub fn share_that_dropped_out(&self) -> Option<Exact> {
        let (began, stayed) = self.began.zip(self.stayed)?;
        Exact::ratio(began - stayed, began)
    }
}

impl StayedCounted {
    /// What may be told of it.
    #[must_use]
    pub fn found(&self, smallest: i64) -> StayedFound {
        let least = whole(smallest.max(1));
        let stayed = self.stayed.min(self.began);
        let told = publishable_list(&[whole(stayed), whole(self.began - stayed)], least).ok();
        let began = told.as_ref().and_then(|it| it.all).and_then(number);
        let stayed = told.and_then(|it| it.counts.first().copied().flatten()).and_then(number);
        StayedFound {
            source: self.source.clone(),
            began,
            stayed,
            drop_out: began.zip(stayed).and_then(|(began, stayed)| drop_out(began, stayed)),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use proptest::prelude::*;

    fn counted(groups: &[(i64, i64, Option<i64>)]) -> ReachCounted {
        let group = |(place, (population, began, stayed)): (usize, &(i64, i64, Option<i64>))| GroupCounted {
            name: format!("groep {place}"),
            population: *population,
            began: *began,
            stayed: *stayed,
        };
        ReachCounted {
            characteristic: Characteristic::Age,
            population_source: "Bevolkingsregister".into(),
            source: "Vragenlijst".into(),
            unsaid: Some(4),
            groups: groups.iter().enumerate().map(group).collect(),
        }
    }

    #[test]
    fn the_index_the_worst_group_and_the_ratio_are_those_of_the_catalogue() {
        let it = counted(&[(3_000, 10, None), (4_000, 40, None), (3_000, 50, None)]).found(10);
        // 1 − ½ (|0,1−0,3| + |0,4−0,4| + |0,5−0,3|) = 0,8.
        assert_eq!((it.index, it.worst, it.told, it.unsaid), (Some(80), Some(0), Some(100), Some(4)));
        let ratios: Vec<_> = it.groups.iter().map(|group| (group.ratio, group.under)).collect();
        assert_eq!(ratios, [(Some(33), true), (Some(100), false), (Some(167), false)]);
        assert_eq!((it.index_stayed, it.skew), (None, None), "nobody counted who stayed");
    }

    #[test]
    fn an_age_group_is_young_by_its_name_or_not_at_all() {
        for name in ["12 tot 18 jaar", "jonger dan 25", "18-30", "Jongeren", "under 30"] {
            assert!(is_young(name), "{name}");
        }
        for name in ["18+", "ouder dan 25", "25 tot 40 jaar", "65 jaar en ouder", "Senioren", "groep 1 en 45", ""] {
            assert!(!is_young(name), "{name}");
        }
    }

    #[test]
    fn the_gap_of_the_young_and_the_worst_ratio_are_exact_and_of_what_may_be_told() {
        let mut ages = counted(&[(3_000, 20, None), (7_000, 180, None)]);
        assert_eq!(ages.found(10).youth_gap(), None, "no group says that it is young");
        ages.groups[0].name = "tot 30 jaar".into();
        let it = ages.found(10);
        // 20 of 200 against 3 000 of 10 000.
        assert_eq!((it.youth_gap(), it.worst_ratio()), (Exact::ratio(-1, 5), Exact::ratio(1, 3)));
        ages.groups[0].began = 3;
        let few = ages.found(10);
        assert_eq!((few.youth_gap(), few.worst_ratio()), (None, None), "three people are too few");
        let housing = ReachCounted { characteristic: Characteristic::Housing, ..ages };
        assert_eq!(housing.found(1).youth_gap(), None, "it is no age");
        let stayed = StayedCounted { began: 100, stayed: 75, source: "Lijst".into() }.found(10);
        assert_eq!(stayed.share_that_dropped_out(), Exact::ratio(1, 4));
    }

    #[test]
    fn who_dropped_out_is_told_by_group_and_of_all() {
        let it = counted(&[(500, 40, Some(20)), (500, 60, Some(48))]).found(10);
        let out: Vec<_> = it.groups.iter().map(|group| drop_out(group.began.unwrap(), group.stayed.unwrap())).collect();
        assert_eq!((out, it.skew), (vec![Some(50), Some(20)], Some(30)));
        assert_eq!((it.index, it.index_stayed), (Some(90), Some(79)), "who stays is less like everybody than who begins");
        let all = StayedCounted { began: 100, stayed: 68, source: "Aanwezigheidslijst".into() }.found(10);
        assert_eq!((all.began, all.stayed, all.drop_out), (Some(100), Some(68), Some(32)));
        let few = StayedCounted { began: 100, stayed: 97, source: "Aanwezigheidslijst".into() }.found(10);
        assert_eq!((few.began, few.stayed, few.drop_out), (Some(100), None, None), "three people left");
        assert_eq!(StayedCounted { began: 6, stayed: 6, source: "x".into() }.found(10).began, None);
    }

    #[test]
    fn small_groups_stand_together_and_are_not_found_by_subtraction() {
        let it = counted(&[(2_000, 3, None), (3_000, 12, None), (5_000, 60, None)]).found(10);
        let told: Vec<_> = it.groups.iter().map(|group| (group.name.as_str(), group.population, group.began)).collect();
        assert_eq!(
            told,
            [("groep 0", 2_000, None), ("groep 1", 3_000, None), ("groep 2", 5_000, Some(60)), ("", 5_000, Some(15))],
            "the second would give the first away"
        );
        assert_eq!((it.index, it.worst), (Some(70), Some(3)), "|60/75 − 0,5| once, and what is together is the farthest below");
        let few = counted(&[(2_000, 3, None), (3_000, 2, None)]).found(10);
        assert!(few.told.is_none() && few.unsaid.is_none() && few.index.is_none() && few.groups.iter().all(|it| it.began.is_none()));
    }

    #[test]
    fn a_group_of_which_nobody_lives_there_has_no_ratio() {
        let it = counted(&[(0, 20, None), (100, 20, None)]).found(10);
        assert_eq!((it.groups[0].ratio, it.groups[0].under, it.index), (None, false, Some(50)));
        let nobody = counted(&[(0, 20, None), (0, 20, None)]).found(10);
        assert_eq!((nobody.index, nobody.worst), (None, None));
    }

    proptest! {
        /// Whatever is counted: no number below the limit is told, nor one that follows from what is told.
        #[test]
        fn no_small_group_is_told(
            groups in prop::collection::vec((0_i64..5_000, 0_i64..60, prop::option::of(0_i64..60)), 1..8), smallest in 2_i64..15
        ) {
            let all = groups.iter().all(|it| it.2.is_some());
            let groups: Vec<_> = groups.into_iter().map(|(many, began, stayed)| (many, began, stayed.filter(|_| all).map(|it| it.min(began)))).collect();
            let it = counted(&groups).found(smallest);
            for group in &it.groups {
                prop_assert!(group.began.is_none_or(|many| many >= smallest));
                if let (Some(began), Some(stayed)) = (group.began, group.stayed) {
                    prop_assert!(stayed >= smallest && began - stayed >= smallest);
                }
            }
            if let Some(told) = it.told {
                let apart: i64 = it.groups.iter().filter(|group| !group.name.is_empty()).filter_map(|group| group.began).sum();
                let hidden = it.groups.iter().filter(|group| group.began.is_none()).count();
                prop_assert!(hidden == 0 || told - apart >= smallest, "{it:?}");
                prop_assert!(hidden != 1 || it.groups.len() == 1, "one hidden group is what is left: {:?}", it);
            }
            prop_assert!(it.index.is_none_or(|index| (0..=100).contains(&index)));
        }
    }
}
