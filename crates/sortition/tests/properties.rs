//! Promises over many made-up pools, the small ones checked against everything that is possible.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeMap;

use num_traits::ToPrimitive;
use proptest::prelude::*;
use sortition::{Objective, People, Person, Pool, PublicLottery, Quota, Quotas, Terms, fair};

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
