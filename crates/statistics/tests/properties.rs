//! What holds whatever people answered.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use proptest::prelude::*;
use proptest::sample::Index;
use statistics::*;

const USUAL: Confidence = Confidence::USUAL;

/// Answers, some of them missing.
fn answers() -> impl Strategy<Value = Vec<Option<f64>>> {
    proptest::collection::vec(proptest::option::weighted(0.8, -1e6_f64..1e6), 0..40)
}

fn close(one: f64, two: f64) -> bool {
    (one - two).abs() <= 1e-9 * (1.0 + one.abs().max(two.abs()))
}

/// The same things in another order.
fn turned<T: Clone>(things: &[T], by: &Index) -> Vec<T> {
    let mut things = things.to_vec();
    if !things.is_empty() {
        let places = things.len();
        things.rotate_left(by.index(places));
        things.reverse();
    }
    things
}

fn sizes(answers: &[Option<f64>]) -> Size {
    let n = answers.iter().flatten().count() as u64;
    Size { n, missing: answers.len() as u64 - n }
}

/// Every result of a sample, for comparing.
fn told(answers: &[Option<f64>]) -> Vec<Outcome<f64>> {
    let sample = Sample::of(answers.iter().copied()).unwrap();
    let estimate = sample.mean_estimate(USUAL);
    let mut told = vec![sample.mean(), sample.variance(), sample.standard_deviation(), sample.median(), gini(&sample)];
    told.extend([0, 10, 25, 75, 90, 100].map(|percent| sample.quantile(percent)));
    told.extend(
        [|its: Estimate| its.low, |its: Estimate| its.high]
            .map(|end: fn(Estimate) -> f64| estimate.map(|its| Measured { value: end(its.value), size: its.size })),
    );
    told
}

proptest! {
    #[test]
    fn the_order_of_people_makes_no_difference_and_everybody_is_counted(answers in answers(), by in any::<Index>()) {
        let here = told(&answers);
        prop_assert_eq!(&here, &told(&turned(&answers, &by)));
        for outcome in here {
            prop_assert_eq!(outcome.map_or_else(|error| error.size, |measured| measured.size), sizes(&answers));
            prop_assert!(outcome.is_err() || outcome.unwrap().value.is_finite());
        }
    }

    #[test]
    fn what_lies_in_the_middle_lies_between_the_ends(answers in answers()) {
        let sample = Sample::of(answers.iter().copied()).unwrap();
        let (Ok(least), Ok(most)) = (sample.quantile(0), sample.quantile(100)) else { return Ok(()) };
        let mean = sample.mean().unwrap().value;
        prop_assert!(least.value <= mean && mean <= most.value);
        let mut before = least.value;
        for percent in 0..=100 {
            let quantile = sample.quantile(percent).unwrap().value;
            prop_assert!(before <= quantile && sample.sorted().contains(&quantile));
            let within = sample.sorted().iter().filter(|number| **number <= quantile).count();
            prop_assert!(within * 100 >= usize::from(percent) * sample.sorted().len());
            before = quantile;
        }
        if let Ok(estimate) = sample.mean_estimate(USUAL) {
            prop_assert!(estimate.value.low < mean && mean < estimate.value.high);
        }
    }

    #[test]
    fn another_unit_changes_the_figure_as_it_changes_the_answers(answers in answers(), by in 0.01_f64..100.0, and in -1e3_f64..1e3) {
        let other = Sample::of(answers.iter().map(|answer| answer.map(|number| number * by + and))).unwrap();
        let sample = Sample::of(answers.iter().copied()).unwrap();
        if let Ok(mean) = sample.mean() {
            prop_assert!(close(other.mean().unwrap().value, mean.value * by + and));
            prop_assert!(close(other.median().unwrap().value, sample.median().unwrap().value * by + and));
        }
        if let (Ok(one), Ok(two)) = (sample.standard_deviation(), other.standard_deviation()) {
            prop_assert!((two.value - one.value * by).abs() <= 1e-9 * (1e3 + two.value));
        }
    }

    #[test]
    fn shares_of_a_whole_know_no_unit(answers in proptest::collection::vec(0.0_f64..1e6, 2..40), by in 0.001_f64..1e3) {
        let one = gini(&Sample::of(answers.iter().copied().map(Some)).unwrap());
        let two = gini(&Sample::of(answers.iter().map(|number| Some(number * by))).unwrap());
        match (one, two) {
            (Ok(one), Ok(two)) => {
                prop_assert!(close(one.value, two.value));
                prop_assert!(one.value >= 0.0 && one.value <= 1.0 - 1.0 / answers.len() as f64);
            }
            (one, two) => prop_assert_eq!(one, two),
        }
    }

    #[test]
    fn a_change_seen_from_the_other_side_is_the_same_with_its_sign_turned(
        pairs in proptest::collection::vec((proptest::option::weighted(0.8, -1e3_f64..1e3), proptest::option::weighted(0.8, -1e3_f64..1e3)), 0..30),
        by in any::<Index>(),
    ) {
        let forth = paired(pairs.iter().copied(), USUAL);
        prop_assert_eq!(&forth, &paired(turned(&pairs, &by), USUAL));
        let back = paired(pairs.iter().map(|(before, after)| (*after, *before)), USUAL);
        let first = Sample::of(pairs.iter().map(|pair| pair.0)).unwrap();
        let second = Sample::of(pairs.iter().map(|pair| pair.1)).unwrap();
        for (forth, back, strict) in [(forth, back, true), (welch(&first, &second, USUAL), welch(&second, &first, USUAL), false)] {
            match (forth, back) {
                (Ok(forth), Ok(back)) => {
                    let (one, two) = (forth.value.estimate, back.value.estimate);
                    prop_assert!(close(one.value, -two.value) && close(one.low, -two.high) && close(one.high, -two.low));
                    prop_assert!(one.low < one.value && one.value < one.high);
                    prop_assert_eq!(forth.value.groups, [first.size(), second.size()]);
                    prop_assert!(!strict || forth.size.n + forth.size.missing == pairs.len() as u64);
                    let degrees = forth.value.degrees.unwrap();
                    prop_assert!(degrees >= 1.0 - 1e-9 && degrees <= (2 * pairs.len()) as f64);
                }
                (forth, back) => prop_assert_eq!(forth.map(|its| its.size), back.map(|its| its.size)),
            }
        }
    }

    #[test]
    fn a_share_and_its_interval_stay_between_nothing_and_all(yes in 0_u64..200, no in 0_u64..200, missing in 0_u64..20, level in 0.5_f64..0.999) {
        let confidence = Confidence::new(level).unwrap();
        let size = Size { n: yes + no, missing };
        let (one, other) = (Proportion::counted(yes, size).unwrap(), Proportion::counted(no, size).unwrap());
        let Ok(Measured { value: share, size: told }) = one.estimate(confidence) else {
            prop_assert_eq!(one.estimate(confidence).unwrap_err().because, Because::Empty);
            return Ok(());
        };
        prop_assert_eq!(told, size);
        prop_assert!(0.0 <= share.low && share.low <= share.value && share.value <= share.high && share.high <= 1.0);
        prop_assert!(share.low < share.high, "an interval is never a point");
        let mirrored = other.estimate(confidence).unwrap().value;
        prop_assert!(close(share.low, 1.0 - mirrored.high) && close(share.high, 1.0 - mirrored.low));
        let (forth, back) = (one.minus(other, confidence).unwrap().value.estimate, other.minus(one, confidence).unwrap().value.estimate);
        prop_assert!(-1.0 <= forth.low && forth.low <= forth.value && forth.value <= forth.high && forth.high <= 1.0);
        prop_assert!(close(forth.low, -back.high) && close(forth.high, -back.low));
    }

    #[test]
    fn coders_agree_as_much_whoever_is_named_first(
        pairs in proptest::collection::vec((proptest::option::weighted(0.9, 0_usize..4), proptest::option::weighted(0.9, 0_usize..4)), 0..60),
        by in any::<Index>(),
    ) {
        for weighting in [Weighting::None, Weighting::Linear, Weighting::Quadratic] {
            let kappa = |pairs: &[(Option<usize>, Option<usize>)]| Agreement::of(4, pairs.iter().copied()).unwrap().kappa(weighting, USUAL);
            let here = kappa(&pairs);
            prop_assert_eq!(&here, &kappa(&turned(&pairs, &by)));
            let swapped = kappa(&pairs.iter().map(|(one, two)| (*two, *one)).collect::<Vec<_>>());
            match (here, swapped) {
                (Ok(here), Ok(swapped)) => {
                    prop_assert!(close(here.value.value, swapped.value.value));
                    prop_assert!((-1.0..=1.0).contains(&here.value.value));
                    prop_assert!(here.value.interval.is_none_or(|its| its.low <= its.value && its.value <= its.high));
                    prop_assert_eq!(here.size.n + here.size.missing, pairs.len() as u64);
                }
                (here, swapped) => prop_assert_eq!(here, swapped),
            }
        }
        // Without an order, calling the categories otherwise makes no difference.
        let plain = |pairs: Vec<(Option<usize>, Option<usize>)>| Agreement::of(4, pairs).unwrap().kappa(Weighting::None, USUAL);
        let renamed = pairs.iter().map(|(one, two)| (one.map(|its| 3 - its), two.map(|its| 3 - its))).collect();
        if let (Ok(one), Ok(two)) = (plain(pairs), plain(renamed)) {
            prop_assert!(close(one.value.value, two.value.value));
        }
    }

    #[test]
    fn diversity_lies_between_one_category_and_all(counts in proptest::collection::vec(0_u64..50, 0..12), by in any::<Index>(), missing in 0_u64..9) {
        let (spread, other) = (Spread::of(counts.clone(), missing), Spread::of(turned(&counts, &by), missing));
        prop_assert_eq!(spread.entropy(), other.entropy());
        prop_assert_eq!(spread.evenness(), other.evenness());
        if let Ok(evenness) = spread.evenness() {
            prop_assert!((0.0..=1.0).contains(&evenness.value));
        }
        if let Ok(many) = spread.effective_number() {
            let there = counts.iter().filter(|count| **count > 0).count() as f64;
            prop_assert!(many.value >= 1.0 && many.value <= there * (1.0 + 1e-12));
            let doubled = Spread::of(counts.iter().map(|count| count * 2), missing).effective_number().unwrap().value;
            prop_assert!(close(doubled, many.value));
        }
    }

    #[test]
    fn representativeness_is_that_of_the_lottery(rows in proptest::collection::vec((0_u64..60, 0_u64..5_000), 1..8)) {
        let (ours, theirs): (Vec<u64>, Vec<u64>) = rows.into_iter().unzip();
        let spread = Spread::of(ours.clone(), 0);
        let Ok(beside) = representativeness(&spread, &theirs) else {
            prop_assert!(ours.iter().sum::<u64>() == 0 || theirs.iter().sum::<u64>() == 0);
            return Ok(());
        };
        let beside = beside.value;
        let shares = |counts: &[u64]| {
            let all: u64 = counts.iter().sum();
            counts.iter().map(|count| sortition::Fraction::new((*count).into(), all.into())).collect::<Vec<_>>()
        };
        let (ours, theirs) = (shares(&ours), shares(&theirs));
        let exact = sortition::ExactShare::from(&sortition::representativeness(&theirs, &ours));
        prop_assert!((beside.index - exact.value).abs() < 1e-15);
        let zero = sortition::Fraction::new(0.into(), 1.into());
        let under: Vec<usize> = (0..ours.len())
            .filter(|class| theirs[*class] > zero && &ours[*class] / &theirs[*class] < sortition::usual_alert())
            .collect();
        prop_assert_eq!(&beside.under, &under);
        prop_assert!(beside.under.is_empty() || beside.under.contains(&beside.worst.unwrap()));
    }

    #[test]
    fn a_scale_is_never_more_than_itself(
        rows in proptest::collection::vec(proptest::collection::vec(proptest::option::weighted(0.95, (1_u8..=5).prop_map(f64::from)), 4), 0..25),
        by in any::<Index>(),
        unit in 0.1_f64..10.0,
    ) {
        let here = cronbach_alpha(&rows);
        prop_assert_eq!(&here, &cronbach_alpha(&turned(&rows, &by)));
        let other: Vec<Vec<Option<f64>>> =
            rows.iter().map(|row| row.iter().map(|answer| answer.map(|number| number * unit + 3.0)).collect()).collect();
        let complete = rows.iter().filter(|row| row.iter().all(Option::is_some)).count() as u64;
        match (here, cronbach_alpha(&other)) {
            (Ok(here), Ok(other)) => {
                prop_assert!(here.value <= 1.0 + 1e-12);
                prop_assert!((here.value - other.value).abs() < 1e-6 * (1.0 + here.value.abs()));
                prop_assert_eq!(here.size, Size { n: complete, missing: rows.len() as u64 - complete });
            }
            (here, other) => prop_assert_eq!(here.map(|its| its.size), other.map(|its| its.size)),
        }
    }

    #[test]
    fn a_list_with_its_total_gives_no_small_count_away(counts in proptest::collection::vec(0_u64..30, 0..9), smallest in 1_u64..12) {
        let shown = publishable_list(&counts, smallest).unwrap();
        let all: u64 = counts.iter().sum();
        prop_assert_eq!(shown.all, (all >= smallest).then_some(all));
        let hidden: Vec<u64> = counts.iter().zip(&shown.counts).filter(|(_, shown)| shown.is_none()).map(|(count, _)| *count).collect();
        for (count, shown) in counts.iter().zip(&shown.counts) {
            prop_assert!(shown.is_none_or(|shown| shown == *count && shown >= smallest));
        }
        // What is left of the total is no small count itself, and no single one.
        if shown.all.is_some() && !hidden.is_empty() {
            prop_assert!(hidden.iter().sum::<u64>() >= smallest && hidden.len() > 1);
        }
    }

    #[test]
    fn no_text_is_needed_for_what_is_too_large(answers in proptest::collection::vec(prop_oneof![Just(f64::MAX), Just(-f64::MAX), Just(1.0), Just(1e-300)], 0..6)) {
        let answers: Vec<Option<f64>> = answers.into_iter().map(Some).collect();
        for outcome in told(&answers) {
            prop_assert!(outcome.is_err() || outcome.unwrap().value.is_finite());
        }
        let half = answers.len() / 2;
        let (one, two) = (Sample::of(answers[..half].to_vec()).unwrap(), Sample::of(answers[half..].to_vec()).unwrap());
        if let Ok(apart) = welch(&one, &two, USUAL) {
            prop_assert!(apart.value.estimate.low.is_finite() && apart.value.estimate.high.is_finite());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Every table of two by two that a reader could think of beside what is shown: of no hidden count do all of them say that it
    /// is small.
    #[test]
    fn no_reader_can_tell_a_small_count_of_a_table(table in prop::array::uniform2(prop::array::uniform2(0_u64..8)), smallest in 1_u64..5) {
        const MOST: u64 = 14;
        let shown = publishable(&table, smallest).unwrap();
        let mut largest: [[u64; 3]; 3] = [[0; 3]; 3];
        for a in 0..=MOST {
            for b in 0..=MOST {
                for c in 0..=MOST {
                    for d in 0..=MOST {
                        let grid = [[a, b, a + b], [c, d, c + d], [a + c, b + d, a + b + c + d]];
                        let fits = (0..3).all(|row| (0..3).all(|column| seen(&shown, row, column).is_none_or(|its| its == grid[row][column])));
                        if fits {
                            for row in 0..3 {
                                for column in 0..3 {
                                    largest[row][column] = largest[row][column].max(grid[row][column]);
                                }
                            }
                        }
                    }
                }
            }
        }
        for (row, counts) in largest.iter().enumerate() {
            for (column, most) in counts.iter().enumerate() {
                prop_assert!(*most >= smallest, "{shown:?} gives away row {row}, column {column} of {table:?}");
            }
        }
    }

    /// Larger tables: what is shown is true and no count below the limit, and nothing more is hidden where nothing is small.
    #[test]
    fn what_is_shown_of_a_table_is_true(table in prop::collection::vec(prop::collection::vec(0_u64..40, 4), 1..6), smallest in 0_u64..12) {
        let shown = publishable(&table, smallest).unwrap();
        for (row, counts) in table.iter().enumerate() {
            for (column, count) in counts.iter().enumerate() {
                prop_assert!(shown.counts[row][column].is_none_or(|its| its == *count && its >= smallest));
            }
            prop_assert!(shown.rows[row].is_none_or(|its| its == counts.iter().sum::<u64>() && its >= smallest));
            // A row with its total shown hides no count or more than one.
            let hidden = shown.counts[row].iter().filter(|its| its.is_none()).count();
            prop_assert!(shown.rows[row].is_none() || hidden != 1);
        }
        if table.iter().flatten().all(|count| *count >= smallest) {
            prop_assert!(shown.counts.iter().flatten().all(Option::is_some) && shown.all.is_some());
        }
    }
}

/// What is shown at a place of the table with its totals.
fn seen(shown: &Published, row: usize, column: usize) -> Option<u64> {
    match (row, column) {
        (2, 2) => shown.all,
        (2, column) => shown.columns[column],
        (row, 2) => shown.rows[row],
        (row, column) => shown.counts[row][column],
    }
}

#[test]
fn what_cannot_be_measured_says_why_and_what_there_was() {
    let sample = |answers: &[Option<f64>]| Sample::of(answers.iter().copied()).unwrap();
    let because = |outcome: Outcome<f64>| {
        let error = outcome.unwrap_err();
        (error.because, error.size.n, error.size.missing)
    };
    assert_eq!(because(sample(&[]).mean()), (Because::Empty, 0, 0));
    assert_eq!(because(sample(&[None, None]).median()), (Because::Empty, 0, 2));
    assert_eq!(because(sample(&[Some(1.0), None]).variance()), (Because::TooFew { needed: 2 }, 1, 1));
    assert_eq!(sample(&[Some(4.0); 3]).variance().unwrap().value, 0.0);
    assert_eq!(sample(&[Some(4.0); 3]).mean_estimate(USUAL).unwrap_err().because, Because::NoVariation);
    assert_eq!(because(gini(&sample(&[Some(0.0), Some(0.0), None]))), (Because::NothingToShare, 2, 1));
    assert_eq!(because(gini(&sample(&[Some(-1.0), Some(2.0)]))), (Because::Negative, 2, 0));
    assert_eq!(because(sample(&[Some(1.0)]).quantile(101)), (Because::OutOfRange, 1, 0));
    assert_eq!(Sample::of([Some(f64::NAN), None]).unwrap_err().because, Because::NotANumber);
    assert_eq!(Sample::of([Some(f64::INFINITY)]).unwrap_err().because, Because::NotANumber);
    assert_eq!(because(Spread::of([], 3).entropy()), (Because::Empty, 0, 3));
    assert_eq!(because(Spread::of([4], 0).evenness()), (Because::OnlyOne, 4, 0));
    assert_eq!(because(cronbach_alpha(&[[Some(1.0)]])), (Because::OnlyOne, 1, 0));
    assert_eq!(because(cronbach_alpha(&[[Some(1.0), None]])), (Because::Empty, 0, 1));
    assert_eq!(because(cronbach_alpha(&[[Some(1.0), Some(2.0)]; 3])), (Because::NoVariation, 3, 0));
    assert_eq!(because(cronbach_alpha(&[vec![Some(1.0), Some(2.0)], vec![Some(1.0)]])).0, Because::UnequalLengths);
    let nobody: [Vec<Option<f64>>; 0] = [];
    assert_eq!(cronbach_alpha(&nobody).unwrap_err().because, Because::Empty);
    let kappa = |categories, pairs: &[(usize, usize)]| {
        let pairs = pairs.iter().map(|(one, two)| (Some(*one), Some(*two)));
        Agreement::of(categories, pairs).and_then(|its| its.kappa(Weighting::None, USUAL)).map_err(|error| error.because)
    };
    assert_eq!(kappa(2, &[]).unwrap_err(), Because::Empty);
    assert_eq!(kappa(1, &[(0, 0)]).unwrap_err(), Because::OnlyOne);
    assert_eq!(kappa(2, &[(0, 0), (0, 0)]).unwrap_err(), Because::NoVariation);
    assert_eq!(kappa(2, &[(0, 2)]).unwrap_err(), Because::OutOfRange);
    let never_apart = kappa(2, &[(0, 0), (1, 1), (1, 1)]).unwrap().value;
    assert_eq!((never_apart.value, never_apart.interval), (1.0, None), "who never disagrees leaves no way to tell how sure that is");
    let size = Size { n: 3, missing: 1 };
    assert_eq!(Proportion::counted(4, size).unwrap_err(), NotMeasurable { because: Because::OutOfRange, size });
    let nobody = Proportion::of([None]).unwrap();
    assert_eq!(Proportion::counted(3, size).unwrap().minus(nobody, USUAL).unwrap_err().size, Size { n: 3, missing: 2 });
    assert_eq!(representativeness(&Spread::of([1, 2], 0), &[3]).unwrap_err().because, Because::UnequalLengths);
    assert_eq!(representativeness(&Spread::of([1, 2], 0), &[0, 0]).unwrap_err().because, Because::NothingToShare);
    assert_eq!(publishable_list(&[u64::MAX, 1], 10).unwrap_err().because, Because::TooLarge);
    assert_eq!(publishable(&[vec![1], vec![1, 2]], 10).unwrap_err().because, Because::UnequalLengths);
    let nothing: [[u64; 0]; 0] = [];
    assert_eq!(publishable(&nothing, 10).unwrap().all, None);
    assert_eq!((Confidence::new(0.0), Confidence::new(1.0), Confidence::new(f64::NAN)), (None, None, None));
    assert_eq!(
        NotMeasurable { because: Because::Empty, size }.to_string(),
        "not measurable, because nothing was answered (n = 3, missing = 1)"
    );
}

#[test]
fn a_reason_has_a_key_of_its_own() {
    let all = [
        Because::Empty,
        Because::TooFew { needed: 2 },
        Because::NoVariation,
        Because::OnlyOne,
        Because::NothingToShare,
        Because::Negative,
        Because::NotANumber,
        Because::OutOfRange,
        Because::UnequalLengths,
        Because::TooLarge,
    ];
    let keys: std::collections::BTreeSet<&str> = all.iter().map(|because| because.key()).collect();
    assert_eq!(keys.len(), all.len());
}

/// The examples of which the exact value is known without any program.
#[test]
fn quantiles_of_t_are_those_that_can_be_written_down() {
    for tail in [0.4, 0.25, 0.1, 0.025, 0.005, 0.0005] {
        // One degree is Cauchy's distribution, two have a root.
        let one = 1.0 / (std::f64::consts::PI * tail).tan();
        let rest = 1.0 - 2.0 * tail;
        let two = rest * (2.0 / (1.0 - rest * rest)).sqrt();
        assert!((t_quantile(tail, 1.0) / one - 1.0).abs() < 1e-12, "{tail}");
        assert!((t_quantile(tail, 2.0) / two - 1.0).abs() < 1e-12, "{tail}");
        assert!((t_quantile(tail, 1e9) / normal_quantile(tail) - 1.0).abs() < 1e-8, "{tail}");
    }
    // The two ways of calculating meet.
    assert!((t_quantile(0.025, 999_999.0) / t_quantile(0.025, 1_000_001.0) - 1.0).abs() < 1e-11);
    assert_eq!((t_quantile(0.6, 3.0), t_quantile(0.1, 0.0), t_quantile(0.1, f64::NAN), normal_quantile(0.0)), (0.0, 0.0, 0.0, 0.0));
}
