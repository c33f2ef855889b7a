//! A figure: what an indicator comes to in a period, with what it is counted of, and what of it may be shown.
//!
//! A group of people smaller than the municipality's own limit is not shown (catalogue G, «suppress cells < k»), and not
//! by subtraction either: in a table, what is hidden is hidden with enough beside it that the rest does not give it away.

use super::days::Histogram;
use super::fact::Measure;
use super::indicator::{Definition, Form, Tone};
use super::quarter::Quarter;
use kernel::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Whatever a municipality sets: what was said in confidence is not shown of fewer than so many.
pub const SMALLEST_IN_CONFIDENCE: i64 = 5;
/// From this share on, one way of coping with values in conflict is so much more usual than the others that the page says
/// so (G036).
pub const ONE_SIDED: i64 = 60;

/// Facts of which everything that was asked for is the same, with how many there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What kind of facts.
    pub measure: Measure,
    /// Their second code.
    pub kind: String,
    /// What was found.
    pub part: String,
    /// How many working days each took.
    pub days: Option<i64>,
    /// By what they are split: an id or a code; `None` where there is none, and when nothing is split.
    pub place: Option<String>,
    /// The month, when they are told by month.
    pub month: String,
    /// How many.
    pub many: i64,
}

/// What can be said of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Everything that is shown.
    Measured,
    /// Nothing of it is recorded.
    NotMeasured,
    /// It is recorded, and nothing of it happened in this period.
    Nothing,
    /// Too few to show.
    Few,
    /// It cannot be split as was asked.
    NotSplit,
    /// Nobody counted yet.
    NotCounted,
}

impl Told {
    /// The code that is sent, and that the key of its words ends with.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Measured => "measured",
            Self::NotMeasured => "not-measured",
            Self::Nothing => "nothing",
            Self::Few => "few",
            Self::NotSplit => "not-split",
            Self::NotCounted => "not-counted",
        }
    }
}

/// One part of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What was found.
    pub code: String,
    /// What it says.
    pub tone: Tone,
    /// How many.
    pub many: i64,
}

/// What an indicator comes to. Everything is zero or empty unless [`Told::Measured`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Of which indicator.
    pub definition: &'static Definition,
    /// What can be said of it.
    pub told: Told,
    /// How many of the whole.
    pub numerator: i64,
    /// The whole.
    pub denominator: i64,
    /// Of how many it is not known, or not yet.
    pub missing: i64,
    /// Whether the whole is large enough to take a share of.
    pub shares: bool,
    /// The working days of the one in the middle.
    pub median: Option<i64>,
    /// The working days within which nine of ten were done.
    pub nine_of_ten: Option<i64>,
    /// All parts, those with a known place first, then by number.
    pub parts: Vec<Part>,
}

impl Figure {
    /// A figure of which only this can be said.
    #[must_use]
    pub const fn only(definition: &'static Definition, told: Told) -> Self {
        Self {
            definition,
            told,
            numerator: 0,
            denominator: 0,
            missing: 0,
            shares: false,
            median: None,
            nine_of_ten: None,
            parts: Vec::new(),
        }
    }

    /// Counts the cells of its measure; groups of people smaller than `smallest` are not shown.
    #[must_use]
    pub fn of<'c>(definition: &'static Definition, cells: impl IntoIterator<Item = &'c Cell>, smallest: i64) -> Self {
        let Some(measure) = definition.measure else { return Self::only(definition, Told::NotMeasured) };
        let smallest = limit(definition, smallest);
        let mut parts: BTreeMap<&str, i64> = BTreeMap::new();
        let mut took = Histogram::default();
        let cells: Vec<&Cell> = cells.into_iter().filter(|cell| cell.measure == measure).collect();
        if definition.of_largest {
            let through = Through::of(definition, &cells, smallest);
            parts = through.parts();
            if parts.is_empty() && !cells.is_empty() {
                return Self::only(definition, Told::Few);
            }
        } else {
            for cell in cells {
                *parts.entry(&cell.part).or_default() += cell.many;
                if let Some(days) = cell.days {
                    took.add(days, cell.many);
                }
            }
        }
        let sum = |of: &dyn Fn(&str) -> bool| parts.iter().filter(|(part, _)| of(part)).map(|(_, many)| many).sum::<i64>();
        let missing = sum(&|part| definition.tone(part) == Tone::Unknown);
        let known = sum(&|part| definition.tone(part) != Tone::Unknown);
        if missing + known == 0 {
            return Self::only(definition, Told::Nothing);
        }
        let group = if definition.in_confidence { known } else { missing + known };
        if definition.unit.is_of_people() && group < smallest {
            return Self::only(definition, Told::Few);
        }
        let denominator = if definition.waiting_counts { missing + known } else { known };
        let with_days = definition.form != Form::Share && definition.form != Form::Spread;
        Self {
            definition,
            told: Told::Measured,
            numerator: sum(&|part| definition.numerator.contains(&part)),
            denominator,
            missing,
            shares: denominator >= smallest,
            median: took.median().filter(|_| with_days),
            nine_of_ten: took.nine_of_ten().filter(|_| with_days),
            parts: in_order(definition, &parts),
        }
    }

    /// The part that holds more than sixty of every hundred, when the whole is large enough to say so (G036).
    #[must_use]
    pub fn one_sided(&self) -> Option<&Part> {
        let known = |part: &&Part| part.tone != Tone::Unknown && part.many * 100 > self.denominator * ONE_SIDED;
        self.parts.iter().filter(|_| self.shares).find(known)
    }
}

/// How much came through which organisation (G060), as far as that may be told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Through<'c> {
    /// How much came through each organisation, by its id; the municipality itself under an empty one.
    pub named: BTreeMap<&'c str, i64>,
    /// How much came through organisations that are not named because they brought too few.
    pub others: i64,
    /// Of how many it is not known, by part.
    unknown: BTreeMap<&'c str, i64>,
}

impl<'c> Through<'c> {
    /// Puts organisations that brought fewer than `smallest` in a quarter together with enough others that none of them can
    /// be found by subtraction, also not between two periods. A quarter of which nothing can be named is left out wholly.
    #[must_use]
    pub fn of(definition: &Definition, cells: &[&'c Cell], smallest: i64) -> Self {
        let smallest = limit(definition, smallest);
        let mut quarters: BTreeMap<Option<Quarter>, Vec<&'c Cell>> = BTreeMap::new();
        for cell in cells.iter().filter(|cell| Some(cell.measure) == definition.measure) {
            quarters.entry(Quarter::of_month(&cell.month)).or_default().push(cell);
        }
        let mut found = Self::default();
        for cells in quarters.into_values() {
            let mut sizes: BTreeMap<&str, i64> = BTreeMap::new();
            for cell in cells.iter().filter(|cell| cell.many > 0 && definition.tone(&cell.part) != Tone::Unknown) {
                *sizes.entry(&cell.kind).or_default() += cell.many;
            }
            let away = hidden(&sizes, smallest);
            if away.len() == sizes.len() {
                continue;
            }
            for (organisation, many) in sizes {
                if away.contains(organisation) {
                    found.others += many;
                } else {
                    *found.named.entry(organisation).or_default() += many;
                }
            }
            for cell in cells.iter().filter(|cell| definition.tone(&cell.part) == Tone::Unknown) {
                *found.unknown.entry(&cell.part).or_default() += cell.many;
            }
        }
        found
    }

    /// The organisation through which most came; the municipality itself is none.
    #[must_use]
    pub fn largest(&self) -> Option<(&'c str, i64)> {
        self.named.iter().filter(|(organisation, _)| !organisation.is_empty()).map(|(id, many)| (*id, *many)).max_by_key(|(_, many)| *many)
    }

    /// The parts of the figure; empty when nothing may be told.
    fn parts(&self) -> BTreeMap<&'c str, i64> {
        let all = self.named.values().sum::<i64>() + self.others;
        if all == 0 {
            return BTreeMap::new();
        }
        let largest = self.largest().map_or(0, |(_, many)| many);
        let known = [("largest", largest), ("other", all - largest)];
        self.unknown.iter().map(|(part, many)| (*part, *many)).chain(known).filter(|(_, many)| *many > 0).collect()
    }
}

/// Below how many a group is not shown.
fn limit(definition: &Definition, smallest: i64) -> i64 {
    if definition.in_confidence { smallest.max(SMALLEST_IN_CONFIDENCE) } else { smallest }
}

fn in_order(definition: &Definition, parts: &BTreeMap<&str, i64>) -> Vec<Part> {
    let mut found: Vec<Part> =
        parts.iter().map(|(code, many)| Part { code: (*code).to_owned(), tone: definition.tone(code), many: *many }).collect();
    let place = |part: &Part| definition.parts.iter().position(|(code, _)| *code == part.code).unwrap_or(usize::MAX);
    let unknown = |part: &Part| part.tone == Tone::Unknown;
    found.sort_by(|a, b| (unknown(a), place(a), -a.many, &a.code).cmp(&(unknown(b), place(b), -b.many, &b.code)));
    found
}

/// Which of these groups are not shown: those below the limit, and then the smallest others until what is hidden is
/// together no smaller than the limit itself. Without that the sum of all gives the hidden one away.
#[must_use]
pub fn hidden<K: Ord + Clone>(sizes: &BTreeMap<K, i64>, smallest: i64) -> BTreeSet<K> {
    let mut by_size: Vec<(i64, &K)> = sizes.iter().filter(|(_, size)| **size > 0).map(|(key, size)| (*size, key)).collect();
    by_size.sort();
    let mut found = BTreeSet::new();
    let mut together = 0;
    for (size, key) in by_size {
        if size >= smallest && (together == 0 || together >= smallest) {
            break;
        }
        together += size;
        found.insert(key.clone());
    }
    found
}

/// What is asked of cells that were said in confidence.
#[derive(Debug, Clone, Copy)]
pub struct InConfidence<'a> {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// The day of asking.
    pub today: Date,
    /// Only this group, of all groups by which the cells are split.
    pub place: Option<&'a Option<String>>,
    /// How small a group may be.
    pub smallest: i64,
}

/// The cells of an indicator that may be shown of what was said in confidence: whole quarters that are over, and in each only
/// groups that are large enough. Each quarter and group is shown wholly or never, so that no two questions that differ a
/// little tell what one person said.
#[must_use]
pub fn shown_in_confidence(definition: &Definition, cells: &[Cell], asked: InConfidence<'_>) -> Vec<Cell> {
    let smallest = limit(definition, asked.smallest);
    let mut quarters: BTreeMap<Quarter, Vec<&Cell>> = BTreeMap::new();
    for cell in cells.iter().filter(|cell| Some(cell.measure) == definition.measure) {
        if let Some(quarter) = Quarter::of_month(&cell.month).filter(|it| it.is_whole(asked.from, asked.to, asked.today)) {
            quarters.entry(quarter).or_default().push(cell);
        }
    }
    let mut shown = Vec::new();
    for cells in quarters.into_values() {
        let mut sizes: BTreeMap<Option<String>, i64> = BTreeMap::new();
        for cell in cells.iter().filter(|cell| definition.tone(&cell.part) != Tone::Unknown) {
            *sizes.entry(cell.place.clone()).or_default() += cell.many;
        }
        let all: i64 = sizes.values().sum();
        match asked.place {
            None if all >= smallest => shown.extend(cells.into_iter().cloned()),
            Some(place) if sizes.get(place).is_some_and(|size| *size >= smallest) && !hidden(&sizes, smallest).contains(place) => {
                shown.extend(cells.into_iter().filter(|cell| cell.place == *place).cloned());
            }
            _ => {}
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn definition(code: &str) -> &'static Definition {
        Definition::named(code).expect("a definition")
    }

    fn cell(measure: Measure, part: &str, days: Option<i64>, many: i64) -> Cell {
        Cell { measure, kind: String::new(), part: part.into(), days, place: None, month: String::new(), many }
    }

    fn said(place: &str, month: &str, part: &str, many: i64) -> Cell {
        Cell { place: Some(place.into()), month: month.into(), ..cell(Measure::Understood, part, None, many) }
    }

    fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }

    fn asked(place: Option<&Option<String>>) -> InConfidence<'_> {
        InConfidence { from: day("2026-01-01"), to: day("2026-12-31"), today: day("2026-10-05"), place, smallest: 10 }
    }

    #[test]
    fn a_share_is_taken_of_what_is_known_and_the_rest_is_told() {
        let cells = [
            cell(Measure::Answered, "delivered", None, 12),
            cell(Measure::Answered, "late", None, 3),
            cell(Measure::Answered, "failed", None, 1),
            cell(Measure::Answered, "in-term", None, 5),
            cell(Measure::Received, "kept", None, 99),
        ];
        let figure = Figure::of(definition("G027"), &cells, 10);
        assert_eq!((figure.told, figure.numerator, figure.denominator, figure.missing), (Told::Measured, 12, 16, 5));
        let parts: Vec<_> = figure.parts.iter().map(|part| (part.code.as_str(), part.tone)).collect();
        assert_eq!(parts, [("delivered", Tone::Good), ("failed", Tone::Bad), ("late", Tone::Bad), ("in-term", Tone::Unknown)]);
    }

    #[test]
    fn who_still_waits_counts_in_the_whole_of_how_long_it_takes() {
        let cells = [
            cell(Measure::Decision, "reached", Some(4), 6),
            cell(Measure::Decision, "reached", Some(30), 4),
            cell(Measure::Decision, "waiting", None, 10),
        ];
        let figure = Figure::of(definition("G026c"), &cells, 10);
        assert_eq!((figure.numerator, figure.denominator, figure.missing), (10, 20, 10));
        assert_eq!((figure.median, figure.nine_of_ten), (Some(4), Some(30)));
    }

    #[test]
    fn nothing_is_not_zero_and_what_is_not_recorded_is_not_nothing() {
        assert_eq!(Figure::of(definition("G027"), &[], 10).told, Told::Nothing);
        let unrecorded: &'static Definition = Box::leak(Box::new(Definition { measure: None, ..*definition("G036a") }));
        assert_eq!(Figure::of(unrecorded, &[], 10).told, Told::NotMeasured);
    }

    #[test]
    fn a_small_group_of_people_is_not_shown_and_a_handful_of_deeds_has_no_share() {
        let nine = [cell(Measure::Still, "never", None, 8), cell(Measure::Still, "ever", Some(3), 1)];
        let few = Figure::of(definition("G030"), &nine, 10);
        assert_eq!(few, Figure::only(definition("G030"), Told::Few), "no number of it is left");
        assert_eq!(Figure::of(definition("G030"), &nine, 9).told, Told::Measured, "the municipality's own limit");
        let deeds = Figure::of(definition("G035"), &[cell(Measure::Escalation, "in-term", None, 2)], 10);
        assert_eq!((deeds.told, deeds.numerator, deeds.denominator, deeds.shares), (Told::Measured, 2, 2, false));
    }

    #[test]
    fn what_was_said_in_confidence_is_never_shown_of_fewer_than_five() {
        let four = [cell(Measure::Understood, "yes", None, 4), cell(Measure::Understood, "silent", None, 90)];
        assert_eq!(Figure::of(definition("G028b"), &four, 1).told, Told::Few, "silence makes no group larger");
        let five = [cell(Measure::Understood, "yes", None, 4), cell(Measure::Understood, "no", None, 1)];
        assert_eq!(Figure::of(definition("G028b"), &five, 1).numerator, 4);
    }

    #[test]
    fn what_is_hidden_is_not_found_by_subtraction() {
        let sizes = |all: &[(&'static str, i64)]| all.iter().copied().collect::<BTreeMap<_, _>>();
        assert_eq!(hidden(&sizes(&[("a", 10), ("b", 30)]), 10), BTreeSet::new());
        assert_eq!(hidden(&sizes(&[("a", 3), ("b", 12), ("c", 30)]), 10), BTreeSet::from(["a", "b"]), "b hides a");
        assert_eq!(hidden(&sizes(&[("a", 4), ("b", 6), ("c", 30)]), 10), BTreeSet::from(["a", "b"]), "two hide each other");
        assert_eq!(hidden(&sizes(&[("a", 3), ("b", 0)]), 10), BTreeSet::from(["a"]));
    }

    proptest::proptest! {
        #[test]
        fn the_sum_of_all_gives_away_no_group_below_the_limit(sizes in proptest::collection::vec(0_i64..40, 1..9), smallest in 2_i64..12) {
            let sizes: BTreeMap<usize, i64> = sizes.into_iter().enumerate().collect();
            let away = hidden(&sizes, smallest);
            let together: i64 = away.iter().map(|key| sizes[key]).sum();
            let shown = sizes.iter().filter(|(key, size)| !away.contains(key) && **size > 0);
            proptest::prop_assert!(shown.clone().all(|(_, size)| *size >= smallest));
            // Less than the limit only when all of it is hidden, and then its sum is not shown either.
            proptest::prop_assert!(together == 0 || together >= smallest || shown.count() == 0);
        }
    }

    fn through(organisation: &str, month: &str, part: &str, many: i64) -> Cell {
        Cell { kind: organisation.into(), month: month.into(), ..cell(Measure::Through, part, None, many) }
    }

    #[test]
    fn how_much_leans_on_one_organisation_is_told_without_giving_a_small_one_away() {
        let cells = [
            through("kring", "2026-01", "organisation", 30),
            through("taal", "2026-02", "organisation", 12),
            through("klein", "2026-02", "organisation", 2),
            through("", "2026-01", "direct", 200),
            through("kring", "2026-05", "organisation", 11),
            through("klein", "2026-05", "organisation", 1),
            through("", "2026-05", "direct", 70),
        ];
        let figure = Figure::of(definition("G060a"), &cells, 10);
        // Of the first quarter «klein» goes with «taal»; of the second nothing can be told, since all but one is «kring».
        assert_eq!((figure.told, figure.numerator, figure.denominator, figure.missing), (Told::Measured, 30, 44, 200));
        let refs: Vec<&Cell> = cells.iter().collect();
        let told = Through::of(definition("G060a"), &refs, 10);
        assert_eq!((told.named.clone(), told.others), (BTreeMap::from([("kring", 30)]), 14));
        let few = Figure::of(definition("G060a"), &cells[4..], 10);
        assert_eq!(few, Figure::only(definition("G060a"), Told::Few));
        let one = Figure::of(definition("G060a"), &cells[..1], 10);
        assert_eq!((one.numerator, one.denominator), (30, 30), "all through one: nobody is found by that");
    }

    #[test]
    fn the_municipality_itself_is_no_organisation_on_which_it_leans() {
        let own = Cell { measure: Measure::Harder, ..through("", "2026-01", "yes", 40) };
        let kring = Cell { measure: Measure::Harder, ..through("kring", "2026-01", "yes", 10) };
        let figure = Figure::of(definition("G060b"), [&own, &kring], 5);
        assert_eq!((figure.numerator, figure.denominator), (10, 50));
    }

    proptest::proptest! {
        #[test]
        fn no_organisation_below_the_limit_is_found_from_what_is_told_of_it(
            sizes in proptest::collection::vec((0_usize..4, 0_usize..3, 0_i64..30), 0..14), smallest in 5_i64..12
        ) {
            const NAMES: [&str; 4] = ["a", "b", "c", "d"];
            const MONTHS: [&str; 3] = ["2026-01", "2026-04", "2026-07"];
            let cells: Vec<Cell> = sizes.iter().map(|(name, month, many)| through(NAMES[*name], MONTHS[*month], "organisation", *many)).collect();
            for month in MONTHS {
                let of_quarter: Vec<&Cell> = cells.iter().filter(|cell| cell.month == month).collect();
                let told = Through::of(definition("G060a"), &of_quarter, smallest);
                proptest::prop_assert!(told.named.values().all(|many| *many >= smallest));
                proptest::prop_assert!(told.others == 0 || told.others >= smallest);
            }
        }
    }

    #[test]
    fn in_confidence_only_whole_quarters_that_are_over_count() {
        let cells = [
            said("a", "2026-02", "yes", 12),
            said("a", "2026-05", "no", 9),
            said("a", "2026-08", "yes", 10),
            said("a", "2026-10", "no", 50),
        ];
        let sum = |cells: &[Cell]| cells.iter().map(|cell| cell.many).sum::<i64>();
        let shown = shown_in_confidence(definition("G028b"), &cells, asked(None));
        assert_eq!(sum(&shown), 22, "the second quarter is too small, the fourth is not over");
        let later = InConfidence { from: day("2026-02-02"), ..asked(None) };
        assert_eq!(sum(&shown_in_confidence(definition("G028b"), &cells, later)), 10, "one day less leaves out all of its quarter");
    }

    #[test]
    fn a_group_is_shown_only_where_the_others_do_not_give_away_a_small_one() {
        let (a, b, c) = (Some("a".to_owned()), Some("b".to_owned()), Some("c".to_owned()));
        let cells = [said("a", "2026-02", "yes", 20), said("b", "2026-02", "no", 12), said("c", "2026-02", "no", 2)];
        let shown = |place: &Option<String>| shown_in_confidence(definition("G028b"), &cells, asked(Some(place))).len();
        assert_eq!((shown(&a), shown(&b), shown(&c)), (1, 0, 0), "all and a and b would give away the two of c");
    }

    #[test]
    fn one_way_of_coping_that_is_nearly_always_taken_is_told() {
        let even = [cell(Measure::Strategy, "align", None, 6), cell(Measure::Strategy, "silo", None, 4)];
        assert_eq!(Figure::of(definition("G036a"), &even, 10).one_sided(), None, "sixty of a hundred is not more than sixty");
        let tilted = [cell(Measure::Strategy, "align", None, 7), cell(Measure::Strategy, "silo", None, 4)];
        let figure = Figure::of(definition("G036a"), &tilted, 10);
        assert_eq!(figure.one_sided().map(|part| part.code.as_str()), Some("align"));
        assert_eq!(Figure::of(definition("G036a"), &tilted, 12).one_sided(), None, "too few to say so");
    }
}
