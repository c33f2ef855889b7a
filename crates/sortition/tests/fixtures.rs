//! What others published about real files is reproduced.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use std::path::{Path, PathBuf};

use sortition::{Lottery, Objective, People, Pool, PublicLottery, Quotas, Report, SortitionError, Terms, fair};

fn data(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/sortition").join(name);
    assert!(path.exists(), "this test needs the data that lies beside the repository: {} is missing", path.display());
    path
}

fn read(folder: &str, people: &str, quotas: &str) -> (People, Quotas) {
    let open = |name: &str| std::fs::File::open(data(&format!("{folder}/{name}"))).unwrap();
    (People::read(open(people), None).unwrap(), Quotas::read(open(quotas)).unwrap())
}

fn fixture(people: &str, size: u32) -> Pool {
    let (people, quotas) = read("sortition_algorithms_fixture", people, "features.csv");
    Pool::new(&people, &quotas, &Terms { size, ..Terms::default() }).unwrap()
}

fn sound(pool: &Pool, lottery: &Lottery) {
    assert!(lottery.panels.iter().all(|panel| pool.allows(panel)), "every panel keeps the quotas");
    let total = lottery.weights.iter().fold(sortition::Fraction::from_integer(0.into()), |sum, weight| sum + weight);
    assert_eq!(total.to_string(), "1");
    let seats: f64 = lottery.per_person(pool).iter().sum();
    assert!((seats - f64::from(pool.size)).abs() < 1e-9, "probabilities sum to the size of the panel: {seats}");
}

#[test]
fn leximin_of_the_fixture_is_exact_and_its_minimum_is_one_eleventh() {
    let pool = fixture("candidates.csv", 22);
    assert_eq!((pool.ids.len(), pool.kinds.len()), (150, 122));
    let lottery = fair(&pool, Objective::Leximin, &mut |_| {}).unwrap();
    sound(&pool, &lottery);
    assert!(lottery.exact());
    assert_eq!(lottery.levels[0].reached.to_string(), "1/11");
    assert_eq!(lottery.levels[1].reached.to_string(), "3/26");
    // The proofs are checked again from nothing but themselves.
    let mut held = vec![None; pool.kinds.len()];
    for level in &lottery.levels {
        let proof = level.proof.as_ref().unwrap();
        assert_eq!(proof.ceiling(&pool, &held).as_ref(), Some(&level.reached));
        for &kind in &level.kinds {
            held[kind] = Some(level.reached.clone());
        }
    }
    assert!(held.iter().all(Option::is_some));
}

#[test]
fn maximin_of_the_fixture_has_the_published_minimum() {
    let pool = fixture("candidates.csv", 22);
    let lottery = fair(&pool, Objective::Maximin, &mut |_| {}).unwrap();
    sound(&pool, &lottery);
    assert_eq!(lottery.levels.len(), 1);
    assert_eq!(lottery.levels[0].ceiling.as_ref().unwrap().to_string(), "1/11");
    assert_eq!(lottery.levels[0].reached.to_string(), "1/11");
}

#[test]
fn capitals_in_the_file_change_nothing() {
    let one = fixture("candidates.csv", 22);
    let other = fixture("candidates_lower.csv", 22);
    let (a, b) = (fair(&one, Objective::Maximin, &mut |_| {}).unwrap(), fair(&other, Objective::Maximin, &mut |_| {}).unwrap());
    assert_eq!(a.per_person(&one), b.per_person(&other));
}

#[test]
fn nash_of_the_fixture_is_at_least_as_good_as_published() {
    // sortition-algorithms: minimum 0.0877, gini .142 (reference, section 2).
    let pool = fixture("candidates.csv", 22);
    let lottery = fair(&pool, Objective::Nash, &mut |_| {}).unwrap();
    sound(&pool, &lottery);
    let score = lottery.score.unwrap();
    assert!(score.bound / score.reached < 1.0 + 1e-6, "{score:?}");
    let p = lottery.per_person(&pool);
    assert!((p.iter().copied().fold(1.0, f64::min) - 0.0877).abs() < 1e-4);
    assert!((sortition::gini(&p) - 0.142).abs() < 1e-3);
}

#[test]
fn goldilocks_of_the_fixture_reaches_its_bound_and_lowers_the_largest_probability() {
    let pool = fixture("candidates.csv", 22);
    let lottery = fair(&pool, Objective::Goldilocks, &mut |_| {}).unwrap();
    sound(&pool, &lottery);
    let score = lottery.score.unwrap();
    assert!((score.reached / score.bound - 1.0).abs() < 1e-6, "{score:?}");
    let leximin = fair(&pool, Objective::Leximin, &mut |_| {}).unwrap();
    let max = |lottery: &Lottery| lottery.per_person(&pool).into_iter().fold(0.0, f64::max);
    assert!(max(&lottery) < max(&leximin));
}

#[test]
fn the_small_example_gives_everybody_ten_percent() {
    // Published: 10.0 %, gini 0 (reference, section 4).
    let (people, quotas) = read("example_small_20", "respondents.csv", "categories.csv");
    let pool = Pool::new(&people, &quotas, &Terms { size: 20, ..Terms::default() }).unwrap();
    let lottery = fair(&pool, Objective::Leximin, &mut |_| {}).unwrap();
    sound(&pool, &lottery);
    assert!(lottery.exact());
    assert!(lottery.probabilities.iter().all(|p| p.to_string() == "1/10"));
}

#[test]
fn impossible_quotas_are_told_with_the_smallest_change() {
    // Observed with another program: "Gender:Male maximum target -> change from 11 to 12".
    let error = fair(&fixture("candidates.csv", 24), Objective::Leximin, &mut |_| {}).unwrap_err();
    assert_eq!(error.code(), "infeasible");
    assert_eq!(error.suggestions(), ["Gender: Male: raise the maximum from 11 to 12"]);
    let SortitionError::Infeasible { message, .. } = error else { panic!("{error}") };
    assert!(message.contains("Gender: Female") && message.contains("Gender: Male"), "{message}");
    let far = fair(&fixture("candidates.csv", 30), Objective::Leximin, &mut |_| {}).unwrap_err();
    assert!(far.to_string().contains("the maxima of Gender add up to 24, fewer than the 30 places"), "{far}");
    assert!(far.to_string().contains("within min_flex and max_flex no change helps"), "{far}");
}

#[test]
fn a_thousand_numbered_panels_stay_near_the_fair_probabilities() {
    let pool = fixture("candidates.csv", 22);
    let lottery = fair(&pool, Objective::Leximin, &mut |_| {}).unwrap();
    let public = PublicLottery::new(&pool, &lottery, 1000, "a seed").unwrap();
    assert_eq!(public.panels.len(), 1000);
    assert_eq!(public.number(7), "007");
    for (fair, shown) in lottery.per_person(&pool).iter().zip(public.per_person(&pool)) {
        assert!((fair - shown).abs() < 0.005, "{fair} and {shown}");
    }
    let positions: std::collections::HashMap<&str, usize> = pool.ids.iter().enumerate().map(|(at, id)| (id.as_str(), at)).collect();
    for panel in &public.panels {
        let mut numbers = vec![0; pool.kinds.len()];
        for id in panel {
            numbers[pool.kind_of[positions[id.as_str()]]] += 1;
        }
        assert!(pool.allows(&numbers));
        assert!(panel.windows(2).all(|pair| pair[0] < pair[1]), "nobody twice");
    }
    let again = PublicLottery::new(&pool, &lottery, 1000, "a seed").unwrap();
    assert_eq!(public, again);
    let draw = public.draw("a seed").unwrap();
    assert!(public.verify(&draw).is_empty());
    let mut forged = draw.clone();
    forged.members[0] = "somebody else".to_owned();
    assert_eq!(public.verify(&forged).len(), 1);
    assert!(public.draw("another seed").is_err());
}

#[test]
fn the_fixture_beside_its_population_names_what_the_quotas_do_on_purpose() {
    let (people, quotas) = read("sortition_algorithms_fixture", "candidates.csv", "features.csv");
    let pool = Pool::new(&people, &quotas, &Terms { size: 22, ..Terms::default() }).unwrap();
    let lottery = fair(&pool, Objective::Leximin, &mut |_| {}).unwrap();
    let file = "category,feature,share\nGender,Female,40%\nGender,Male,59%\nGender,Non-binary or other,1%\n";
    let population = sortition::Population::read(file.as_bytes()).unwrap();
    let beside = sortition::Representation::new(&pool, &lottery, &population, &sortition::usual_alert()).unwrap();
    let gender = &beside.categories[0];
    // Due 8.8 of 22 places; the quota gives 11 or 12.
    assert_eq!((gender.features[0].purpose, gender.features[0].min), (sortition::Purpose::More, 11));
    assert!((gender.features[0].quota_lowest_ratio.unwrap() - 1.25).abs() < 1e-12);
    assert_eq!(gender.features[1].purpose, sortition::Purpose::Less);
    assert_eq!(gender.features[2].purpose, sortition::Purpose::AsPopulation, "due 0.22 of 22, and the quota allows 0");
    assert!(beside.warnings.iter().any(|it| it.contains("Gender: Female has more places") && it.contains("no reason")));
    assert!(beside.warnings.iter().any(|it| it.contains("age_bracket") && it.contains("compared with the pool only")));
    let svg = sortition::picture::representation(&beside);
    assert!(svg.starts_with("<svg") && svg.contains("role=\"img\"") && !svg.contains("<script"));
    assert!(beside.text().contains("Gender: Female") && beside.text().contains("positive discrimination"), "{}", beside.text());
}

#[test]
fn a_name_from_a_file_is_no_markup_in_the_picture() {
    let people = People::read("id,a\n1,<b>&\n2,c\n".as_bytes(), None).unwrap();
    let quotas = Quotas::read("category,feature,min,max\na,<b>&,0,1\na,c,0,1\n".as_bytes()).unwrap();
    let pool = Pool::new(&people, &quotas, &Terms { size: 1, ..Terms::default() }).unwrap();
    let lottery = fair(&pool, Objective::Leximin, &mut |_| {}).unwrap();
    let population = sortition::Population::read("category,feature,count\na,<b>&,1\na,c,1\n".as_bytes()).unwrap();
    let beside = sortition::Representation::new(&pool, &lottery, &population, &sortition::usual_alert()).unwrap();
    let svg = sortition::picture::representation(&beside);
    assert!(svg.contains("&lt;b&gt;&amp;") && !svg.contains("<b>"));
}

#[test]
fn the_report_says_who_gains_and_who_pays() {
    let pool = fixture("candidates.csv", 22);
    let lottery = fair(&pool, Objective::Leximin, &mut |_| {}).unwrap();
    let public = PublicLottery::new(&pool, &lottery, 100, "a seed").unwrap();
    let report = Report::new(&pool, &lottery, &public);
    assert_eq!(report.certificate.proofs.len(), report.levels.len());
    assert!(report.features.iter().any(|f| f.ratio > 1.05 && f.reason.contains("positive discrimination")));
    assert!(report.features.iter().any(|f| f.price != 0.0 && f.reason.contains("percentage points")));
    let total: f64 = report.features.iter().filter(|f| f.category == "Gender").map(|f| f.expected).sum();
    assert!((total - 22.0).abs() < 1e-9);
    assert!(report.text().contains("Gender: Female"));
    let svg = sortition::picture::probabilities(&report);
    assert!(svg.starts_with("<svg") && svg.contains("role=\"img\"") && svg.contains("<title") && !svg.contains("<script"));
    assert_eq!(sortition::picture::bands(&report).iter().map(|band| band.people).sum::<usize>(), 150);
}
