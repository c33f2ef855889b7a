//! Promises over many made-up pools, the small ones checked against everything that is possible.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeMap;

use num_traits::ToPrimitive;
use proptest::prelude::*;
use sortition::{
    Fraction, Objective, People, Person, Pool, Population, PublicLottery, Purpose, Quota, Quotas, Representation, Terms, fair,
    representativeness, usual_alert,
};

/// A tiny pool: answers to three questions, households, and quotas near what a random panel has.
#[derive(Debug, Clone)]
struct Tiny {
    people: People,
    quotas: Quotas,
    size: u32,
    household: bool,
}

fn tiny() -> impl Strategy<Value = Tiny> {
    (
        prop::collection::vec((0_u8..2, 0_u8..3, 0_u8..2, 0_u8..6), 4..9),
        1_u32..5,
        prop::collection::vec((0_u32..2, 0_u32..2), 7),
        any::<bool>(),
    )
        .prop_map(|(rows, size, room, household)| {
            let people: Vec<Person> = rows
                .iter()
                .enumerate()
                .map(|(at, &(a, b, c, home))| Person {
                    id: format!("p{at}"),
                    answers: BTreeMap::from([
                        ("a".to_owned(), a.to_string()),
                        ("b".to_owned(), b.to_string()),
                        ("c".to_owned(), c.to_string()),
                        ("home".to_owned(), home.to_string()),
                    ]),
                })
                .collect();
            let chosen: Vec<&(u8, u8, u8, u8)> = rows.iter().take(usize::try_from(size).unwrap()).collect();
            let mut quotas = Vec::new();
            let mut room = room.into_iter();
            for (category, answers) in [("a", 2_u8), ("b", 3), ("c", 2)] {
                for answer in 0..answers {
                    let have = u32::try_from(
                        chosen.iter().filter(|row| [row.0, row.1, row.2][usize::from(category.as_bytes()[0] - b'a')] == answer).count(),
                    )
                    .unwrap();
                    let (down, up) = room.next().unwrap();
                    quotas.push(Quota {
                        category: category.to_owned(),
                        feature: answer.to_string(),
                        min: have.saturating_sub(down),
                        max: have + up,
                        min_flex: 0,
                        max_flex: u32::MAX,
                        reason: None,
                    });
                }
            }
            let columns = ["a", "b", "c", "home"].map(str::to_owned).to_vec();
            Tiny { people: People { columns, people }, quotas: Quotas { quotas, flexible: false }, size, household }
        })
}

fn pool_of(tiny: &Tiny) -> Pool {
    let household = if tiny.household { vec!["home".to_owned()] } else { Vec::new() };
    Pool::new(&tiny.people, &tiny.quotas, &Terms { size: tiny.size, household, selected: Vec::new() }).unwrap()
}

/// Every panel of people that keeps the rules, by looking at all subsets.
fn all_panels(tiny: &Tiny) -> Vec<Vec<usize>> {
    let n = tiny.people.people.len();
    (0_u32..1 << n)
        .filter(|set| set.count_ones() == tiny.size)
        .map(|set| (0..n).filter(|at| set >> at & 1 == 1).collect::<Vec<usize>>())
        .filter(|members| {
            let has = |at: usize, category: &str, value: &str| tiny.people.people[at].answers[category] == value;
            tiny.quotas.quotas.iter().all(|quota| {
                let count = u32::try_from(members.iter().filter(|&&at| has(at, &quota.category, &quota.feature)).count()).unwrap();
                count >= quota.min && count <= quota.max
            }) && (!tiny.household
                || members.iter().all(|&a| {
                    members.iter().all(|&b| a == b || tiny.people.people[a].answers["home"] != tiny.people.people[b].answers["home"])
                }))
        })
        .collect()
}

/// The weight of the heaviest of all panels that are possible.
fn heaviest_of(panels: &[Vec<usize>], weights: &[f64]) -> f64 {
    panels.iter().map(|panel| panel.iter().map(|&at| weights[at]).sum::<f64>()).fold(0.0, f64::max)
}

/// A population of the three questions of [`tiny`], by numbers of people.
fn population_of(counts: &[u64]) -> Population {
    let mut file = "category,feature,count\n".to_owned();
    let mut counts = counts.iter();
    for (category, answers) in [("a", 2), ("b", 3), ("c", 2)] {
        for answer in 0..answers {
            file.push_str(&format!("{category},{answer},{}\n", counts.next().unwrap() + u64::from(answer == 0)));
        }
    }
    Population::read(file.as_bytes()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn leximin_of_a_tiny_pool_is_proven_against_every_panel(tiny in tiny()) {
        let panels = all_panels(&tiny);
        let pool = pool_of(&tiny);
        match fair(&pool, Objective::Leximin, &mut |_| {}) {
            Err(error) => {
                prop_assert!(panels.is_empty(), "{} panels are possible, and yet: {error}", panels.len());
                prop_assert_eq!(error.code(), "infeasible");
            }
            Ok(lottery) => {
                prop_assert!(!panels.is_empty());
                let p = lottery.per_person(&pool);
                prop_assert!((p.iter().sum::<f64>() - f64::from(tiny.size)).abs() < 1e-9);
                for panel in &lottery.panels {
                    prop_assert!(pool.allows(panel));
                }
                // Each level's weights, over all panels that are possible at all: none weighs more than the lottery gives. That is the
                // optimality of the level, shown without the program's own bounds.
                let mut before = vec![false; pool.kinds.len()];
                for level in &lottery.levels {
                    let proof = level.proof.as_ref().unwrap();
                    let mut weights = vec![0.0; pool.ids.len()];
                    for (kind, weight) in &proof.weights {
                        for &member in &pool.kinds[*kind].members {
                            weights[member] = weight.to_f64().unwrap();
                        }
                    }
                    let heaviest = heaviest_of(&panels, &weights);
                    let value = level.reached.to_f64().unwrap();
                    let held: f64 = (0..pool.ids.len()).filter(|&at| before[pool.kind_of[at]]).map(|at| weights[at] * p[at]).sum();
                    let free: f64 = (0..pool.ids.len()).filter(|&at| !before[pool.kind_of[at]]).map(|at| weights[at]).sum();
                    prop_assert!(free > 0.0);
                    prop_assert!((heaviest - held) / free <= value + 1e-7, "level {value}: a lottery could reach {}", (heaviest - held) / free);
                    let ceiling = level.ceiling.as_ref().unwrap().to_f64().unwrap();
                    prop_assert!(ceiling >= value - 1e-9);
                    prop_assert!(ceiling <= value + 1e-6, "the proof is not tight: {ceiling} and {value}");
                    for &kind in &level.kinds {
                        before[kind] = true;
                        for &member in &pool.kinds[kind].members {
                            prop_assert!((p[member] - value).abs() < 1e-7);
                        }
                    }
                }
                prop_assert!(before.iter().all(|held| *held));
            }
        }
    }

    #[test]
    fn the_order_and_the_names_of_people_change_nothing(tiny in tiny(), turn in 1_usize..7) {
        let pool = pool_of(&tiny);
        let mut other = tiny.clone();
        let turn = turn % other.people.people.len();
        other.people.people.rotate_left(turn);
        for person in &mut other.people.people {
            person.id = format!("renamed {}", person.id);
        }
        let turned = pool_of(&other);
        if let (Ok(a), Ok(b)) = (fair(&pool, Objective::Leximin, &mut |_| {}), fair(&turned, Objective::Leximin, &mut |_| {})) {
            let p: BTreeMap<String, f64> = pool.ids.iter().map(|id| format!("renamed {id}")).zip(a.per_person(&pool)).collect();
            for (id, q) in turned.ids.iter().zip(b.per_person(&turned)) {
                prop_assert!((p[id] - q).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn shares_beside_the_population_sum_to_one_and_every_index_lies_between_none_and_one(
        tiny in tiny(),
        counts in prop::collection::vec(0_u64..50, 7),
    ) {
        let (pool, population) = (pool_of(&tiny), population_of(&counts));
        for category in population.categories() {
            let sum = population.of(category).iter().fold(Fraction::from_integer(0.into()), |sum, share| sum + &share.share);
            prop_assert_eq!(sum.to_string(), "1");
        }
        if let Ok(lottery) = fair(&pool, Objective::Leximin, &mut |_| {}) {
            let beside = Representation::new(&pool, &lottery, &population, &usual_alert()).unwrap();
            prop_assert_eq!(beside.categories.len(), 3);
            for category in &beside.categories {
                let exact = |text: &str| text.parse::<Fraction>().unwrap();
                let of = |share: fn(&sortition::FeatureRepresentation) -> &sortition::ExactShare| -> Vec<Fraction> {
                    category.features.iter().map(|feature| exact(&share(feature).exact)).collect()
                };
                let (wanted, drawn, came) = (of(|it| &it.population), of(|it| &it.panel), of(|it| &it.pool));
                for shares in [&wanted, &drawn, &came] {
                    prop_assert_eq!(shares.iter().sum::<Fraction>().to_string(), "1");
                }
                for (index, shares) in [(&category.panel_index, &drawn), (&category.pool_index, &came)] {
                    // The same by another way: what both distributions have in common.
                    let common: Fraction = wanted.iter().zip(shares.iter()).map(|(p, q)| p.min(q).clone()).sum();
                    prop_assert_eq!(exact(&index.exact), common);
                    prop_assert!((0.0..=1.0).contains(&index.value));
                    prop_assert_eq!(exact(&index.exact), representativeness(&wanted, shares));
                }
                for feature in &category.features {
                    if feature.purpose == Purpose::More {
                        prop_assert!(feature.panel.value > feature.population.value, "{}", feature.told);
                        prop_assert!(feature.told.contains("no reason is given"));
                    }
                    if feature.purpose == Purpose::Less {
                        prop_assert!(feature.panel.value < feature.population.value, "{}", feature.told);
                    }
                    let below = feature.panel_ratio.is_some_and(|ratio| ratio < 0.8);
                    let told = beside.warnings.iter().any(|it| it.starts_with(&format!("{}: {} is under-represented on the panel", category.category, feature.feature)));
                    prop_assert_eq!(below, told);
                }
            }
        }
    }

    #[test]
    fn the_order_of_people_and_of_the_population_changes_nothing_beside_the_population(
        tiny in tiny(),
        counts in prop::collection::vec(0_u64..50, 7),
        turn in 1_usize..7,
    ) {
        let mut other = tiny.clone();
        other.people.people.rotate_left(turn % tiny.people.people.len());
        for person in &mut other.people.people {
            person.id = format!("renamed {}", person.id);
        }
        let population = population_of(&counts);
        let mut shuffled = population.clone();
        shuffled.shares.rotate_left(turn);
        let (pool, turned) = (pool_of(&tiny), pool_of(&other));
        if let (Ok(a), Ok(b)) = (fair(&pool, Objective::Leximin, &mut |_| {}), fair(&turned, Objective::Leximin, &mut |_| {})) {
            let one = Representation::new(&pool, &a, &population, &usual_alert()).unwrap();
            let two = Representation::new(&turned, &b, &shuffled, &usual_alert()).unwrap();
            for (one, two) in one.categories.iter().zip(&two.categories) {
                prop_assert_eq!(&one.pool_index, &two.pool_index);
                prop_assert!((one.panel_index.value - two.panel_index.value).abs() < 1e-12);
                for (one, two) in one.features.iter().zip(&two.features) {
                    prop_assert_eq!((&one.feature, &one.population, &one.pool, one.purpose), (&two.feature, &two.population, &two.pool, two.purpose));
                    prop_assert!((one.panel.value - two.panel.value).abs() < 1e-12);
                }
            }
        }
    }

    #[test]
    fn people_on_the_panel_already_count_beside_the_population(tiny in tiny(), counts in prop::collection::vec(0_u64..50, 7)) {
        if let Some(panel) = all_panels(&tiny).first() && tiny.size > 1 {
            let selected: Vec<String> = panel[..panel.len() - 1].iter().map(|&at| tiny.people.people[at].id.clone()).collect();
            let pool = Pool::new(&tiny.people, &tiny.quotas, &Terms { size: tiny.size, household: Vec::new(), selected }).unwrap();
            let lottery = fair(&pool, Objective::Leximin, &mut |_| {}).unwrap();
            let beside = Representation::new(&pool, &lottery, &population_of(&counts), &usual_alert()).unwrap();
            for (category, quotas) in beside.categories.iter().zip([&tiny.quotas.quotas[..2], &tiny.quotas.quotas[2..5], &tiny.quotas.quotas[5..]]) {
                for (feature, quota) in category.features.iter().zip(quotas) {
                    let places = feature.panel.value * f64::from(tiny.size);
                    prop_assert!(places >= f64::from(quota.min) - 1e-9 && places <= f64::from(quota.max) + 1e-9, "{places} of {quota:?}");
                    prop_assert_eq!(feature.max, quota.max);
                }
            }
        }
    }

    #[test]
    fn nash_and_goldilocks_keep_the_quotas_and_meet_their_bounds(tiny in tiny()) {
        let pool = pool_of(&tiny);
        for objective in [Objective::Nash, Objective::Goldilocks] {
            if let Ok(lottery) = fair(&pool, objective, &mut |_| {}) {
                let p = lottery.per_person(&pool);
                prop_assert!((p.iter().sum::<f64>() - f64::from(tiny.size)).abs() < 1e-6);
                for panel in &lottery.panels {
                    prop_assert!(pool.allows(panel));
                }
                let score = lottery.score.unwrap();
                if objective == Objective::Nash {
                    prop_assert!(score.reached <= score.bound + 1e-12 && score.reached >= score.bound * (1.0 - 1e-4), "{score:?}");
                } else {
                    prop_assert!(score.reached >= score.bound - 1e-6 && score.reached <= score.bound * (1.0 + 1e-6), "{score:?}");
                }
            }
        }
    }

    #[test]
    fn a_public_lottery_keeps_every_rule_and_can_be_replayed(tiny in tiny(), size in 1_usize..200, seed in "[a-z]{1,8}") {
        let pool = pool_of(&tiny);
        let panels = all_panels(&tiny);
        if let Ok(lottery) = fair(&pool, Objective::Leximin, &mut |_| {}) {
            let public = PublicLottery::new(&pool, &lottery, size, &seed).unwrap();
            prop_assert_eq!(public.panels.len(), size);
            for panel in &public.panels {
                let mut members: Vec<usize> = panel.iter().map(|id| id[1..].parse().unwrap()).collect();
                members.sort_unstable();
                prop_assert!(panels.contains(&members), "{members:?} is not possible");
            }
            let draw = public.draw(&seed).unwrap();
            prop_assert!(public.verify(&draw).is_empty());
        }
    }

    #[test]
    fn a_replacement_completes_the_panel_within_the_quotas(tiny in tiny()) {
        let panels = all_panels(&tiny);
        if let Some(panel) = panels.first() && tiny.size > 1 {
            let selected: Vec<String> = panel[..panel.len() - 1].iter().map(|&at| tiny.people.people[at].id.clone()).collect();
            let household = if tiny.household { vec!["home".to_owned()] } else { Vec::new() };
            let pool = Pool::new(&tiny.people, &tiny.quotas, &Terms { size: tiny.size, household, selected: selected.clone() }).unwrap();
            prop_assert_eq!(pool.size, 1);
            let lottery = fair(&pool, Objective::Leximin, &mut |_| {}).unwrap();
            let public = PublicLottery::new(&pool, &lottery, 10, "seed").unwrap();
            for one in &public.panels {
                let mut whole: Vec<usize> = selected.iter().chain(one).map(|id| id[1..].parse().unwrap()).collect();
                whole.sort_unstable();
                prop_assert!(panels.contains(&whole));
            }
        }
    }
}
