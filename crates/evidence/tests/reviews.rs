//! Systematic reviews: what is stated of two of them, and what a review of one's own adds up to (catalogue D010–D022).
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use evidence::{
    Basis, Code, Coding, CodingError, CodingSheet, Counted, Direction, Distribution, Exact, Figure, Funnel, FunnelFault, Knowledge,
    ReviewStep, Words, derivation,
};
use proptest::prelude::*;
use std::collections::BTreeSet;

#[test]
fn the_two_reviews_come_to_the_figures_of_the_catalogue() {
    let knowledge = Knowledge::shipped().unwrap();
    let shares: Vec<(&str, String)> = knowledge
        .reviews
        .iter()
        .map(|review| (review.key.as_str(), review.funnel(knowledge).unwrap().included_share().unwrap().percent(1)))
        .collect();
    assert_eq!(shares, [("participation", "5.4".to_owned()), ("cocreation", "7.5".to_owned())]);
    for review in &knowledge.reviews {
        let funnel = review.funnel(knowledge).unwrap();
        assert_eq!(funnel.faults(), []);
        assert_eq!((funnel.count(ReviewStep::Screened), funnel.count(ReviewStep::Read)), (None, None), "not in the source");
        let derived = derivation(&format!("{}.included-share", review.key)).unwrap().figure(knowledge);
        assert_eq!(derived, funnel.included_share().map(Figure::One));
        assert_eq!(knowledge.list("B49").unwrap().of_category(&review.questions).count(), 2);
    }
    assert!(knowledge.reviews[1].period.is_none() && knowledge.reviews[1].databases.is_empty(), "not in the source");
}

fn book() -> CodingSheet {
    let words = |text: &str| Words { nl: text.to_owned(), en: text.to_owned(), en_reviewed: false };
    let code = |key: &str, category: &str, same_as: Option<&str>| Code {
        key: key.to_owned(),
        name: words(key),
        category: Some(category.to_owned()),
        since: "2026-05-31".to_owned(),
        by: "A".to_owned(),
        reason: "startkader".to_owned(),
        same_as: same_as.map(str::to_owned),
    };
    CodingSheet {
        codes: vec![
            code("trust", "acceptance", None),
            code("faith", "acceptance", Some("confidence")),
            code("confidence", "acceptance", Some("trust")),
            code("learning", "citizens", None),
        ],
    }
}

fn codings() -> impl Strategy<Value = Vec<Coding>> {
    let coding =
        (0_u8..6, 0_usize..4, 0_usize..4, any::<bool>(), any::<bool>()).prop_map(|(study, code, direction, empirical, observed)| Coding {
            study: format!("s{study}"),
            code: book().codes[code].key.clone(),
            direction: Direction::ALL[direction],
            basis: if empirical { Basis::Empirical } else { Basis::Theoretical },
            observed,
            factors: vec!["tijd".to_owned()],
            passage: "=1+1, p. 3".to_owned(),
            coder: "B".to_owned(),
        });
    proptest::collection::vec(coding, 0..40)
}

proptest! {
    #[test]
    fn every_mention_is_counted_once_and_no_wish_is(codings in codings()) {
        let sheet = book();
        for (which, empirical_only) in [(Counted::Observed, false), (Counted::Empirical, true)] {
            let mut spread = Distribution::new(which);
            for coding in &codings {
                spread.add(&sheet, coding).unwrap();
            }
            let kept: Vec<&Coding> = codings.iter().filter(|its| its.observed && (!empirical_only || its.basis == Basis::Empirical)).collect();
            prop_assert_eq!(spread.mentions(), kept.len() as u64);
            prop_assert_eq!(spread.studies(), kept.iter().map(|its| &its.study).collect::<BTreeSet<_>>().len());
            prop_assert_eq!(spread.not_observed(), codings.iter().filter(|its| !its.observed).count() as u64);
            prop_assert!(spread.of("faith").is_none() && spread.of("confidence").is_none(), "the same as trust");
            let shares = Direction::ALL.map(|direction| spread.share(|its| its == direction));
            match Exact::sum(shares.into_iter().flatten()) {
                Some(sum) if !kept.is_empty() => prop_assert_eq!(sum, Exact::whole(1)),
                _ => prop_assert!(shares.iter().all(Option::is_none)),
            }
            let mut before = Exact::ZERO;
            for many in 0..=4 {
                if let Some(inside) = spread.negatives_inside(many) {
                    prop_assert!(before <= inside && inside <= Exact::whole(1));
                    before = inside;
                }
            }
            let order = spread.most_mentioned(9);
            prop_assert!(order.windows(2).all(|pair| pair[0].1.mentions() >= pair[1].1.mentions()));
        }
    }

    #[test]
    fn codings_leave_line_by_line_and_every_value_stands_in_the_code_book(codings in codings()) {
        let sheet = book();
        let (mut table, mut codebook) = (Vec::new(), Vec::new());
        sheet.write_codings(&mut table, &codings).unwrap();
        sheet.write_codebook(&mut codebook).unwrap();
        let read = |bytes: &[u8]| -> Vec<Vec<String>> {
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
            reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
        };
        let (rows, told) = (read(&table), read(&codebook));
        prop_assert_eq!(rows.len(), codings.len() + 1);
        for column in &rows[0] {
            prop_assert!(told.iter().any(|row| &row[0] == column && row[1].is_empty()), "{column}");
        }
        for row in &rows[1..] {
            for (column, named) in [(1, "code"), (2, "code"), (4, "direction"), (6, "basis")] {
                prop_assert!(told.iter().any(|told| told[0] == named && told[1] == row[column]), "{named} {}", row[column]);
            }
            prop_assert!(row[9].starts_with('\''), "a spreadsheet would calculate {}", row[9]);
            prop_assert_eq!(&row[2], &sheet.counting(&row[1]).unwrap().key);
        }
    }

    #[test]
    fn a_funnel_adds_up_when_its_reasons_do(steps in proptest::collection::vec(0_u64..50, 4), of in proptest::collection::vec(0_u64..9, 3)) {
        let mut counts: Vec<u64> = steps;
        counts.sort_unstable_by(|one, two| two.cmp(one));
        let mut funnel = Funnel::default();
        for (step, count) in ReviewStep::ALL.into_iter().zip(&counts) {
            funnel.reached(step, *count);
        }
        prop_assert_eq!(funnel.faults(), []);
        for (place, part) in of.iter().enumerate() {
            let gone = counts[place] - counts[place + 1];
            funnel.left_out(ReviewStep::ALL[place], "a", (*part).min(gone));
            funnel.left_out(ReviewStep::ALL[place], "b", gone - (*part).min(gone));
        }
        prop_assert_eq!(funnel.faults(), []);
        funnel.left_out(ReviewStep::Read, "c", 1);
        prop_assert_eq!(funnel.faults().len(), 1);
    }
}

#[test]
fn a_funnel_that_grows_and_a_book_that_goes_round_are_told() {
    let mut funnel = Funnel::default();
    funnel.reached(ReviewStep::Found, 10);
    funnel.reached(ReviewStep::Included, 11);
    assert!(matches!(funnel.faults().as_slice(), [FunnelFault::Grows { less: 10, more: 11, .. }]));
    assert_eq!(Funnel::default().included_share(), None);
    let sheet = book();
    assert_eq!(sheet.check(), Ok(()));
    let changed = |change: fn(&mut CodingSheet)| {
        let mut sheet = sheet.clone();
        change(&mut sheet);
        sheet.check()
    };
    assert_eq!(changed(|sheet| sheet.codes[0].same_as = Some("faith".to_owned())), Err(CodingError::Circle("trust".to_owned())));
    assert_eq!(changed(|sheet| sheet.codes[0].same_as = Some("hope".to_owned())), Err(CodingError::Unknown("hope".to_owned())));
    assert_eq!(changed(|sheet| sheet.codes[1].key = "trust".to_owned()), Err(CodingError::Twice("trust".to_owned())));
}
