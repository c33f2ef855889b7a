//! Tiny pools, all objectives, against every panel that is possible.
#![no_main]
use libfuzzer_sys::arbitrary::{self, Arbitrary};
use libfuzzer_sys::fuzz_target;
use num_traits::ToPrimitive;
use sortition::{Objective, People, Person, Pool, PublicLottery, Quota, Quotas, Terms, fair};
use std::collections::BTreeMap;

#[derive(Debug, Arbitrary)]
struct Tiny {
    rows: Vec<(u8, u8, u8, u8)>,
    size: u8,
    room: [(u8, u8); 7],
    household: bool,
    objective: u8,
}

fuzz_target!(|tiny: Tiny| {
    if tiny.rows.is_empty() || tiny.rows.len() > 9 {
        return;
    }
    let n = tiny.rows.len();
    let size = u32::from(tiny.size) % 5 + 1;
    let answers = |row: &(u8, u8, u8, u8)| [row.0 % 2, row.1 % 3, row.2 % 2];
    let home = |row: &(u8, u8, u8, u8)| row.3 % 7;
    let people = People {
        columns: ["a", "b", "c", "home"].map(str::to_owned).to_vec(),
        people: tiny
            .rows
            .iter()
            .enumerate()
            .map(|(at, row)| Person {
                id: at.to_string(),
                answers: ["a", "b", "c"]
                    .into_iter()
                    .zip(answers(row))
                    .map(|(name, answer)| (name.to_owned(), answer.to_string()))
                    .chain([("home".to_owned(), home(row).to_string())])
                    .collect::<BTreeMap<_, _>>(),
            })
            .collect(),
    };
    let mut lines = Vec::new();
    let mut room = tiny.room.iter();
    for (category, number) in [(0_usize, 2_u8), (1, 3), (2, 2)] {
        for answer in 0..number {
            let have = tiny.rows.iter().take(size as usize).filter(|row| answers(row)[category] == answer).count() as u32;
            let (down, up) = room.next().copied().unwrap_or_default();
            lines.push((category, answer, have.saturating_sub(u32::from(down % 3)), have + u32::from(up % 3)));
        }
    }
    let quotas = Quotas {
        quotas: lines
            .iter()
            .map(|&(category, answer, min, max)| Quota {
                category: ["a", "b", "c"][category].to_owned(),
                feature: answer.to_string(),
                min,
                max,
                min_flex: 0,
                max_flex: u32::MAX,
                reason: None,
            })
            .collect(),
        flexible: false,
    };
    let possible: Vec<Vec<usize>> = (0_u32..1 << n)
        .filter(|set| set.count_ones() == size)
        .map(|set| (0..n).filter(|at| set >> at & 1 == 1).collect::<Vec<_>>())
        .filter(|members| {
            lines.iter().all(|&(category, answer, min, max)| {
                let count = members.iter().filter(|&&at| answers(&tiny.rows[at])[category] == answer).count() as u32;
                count >= min && count <= max
            }) && (!tiny.household || members.iter().all(|&a| members.iter().all(|&b| a == b || home(&tiny.rows[a]) != home(&tiny.rows[b]))))
        })
        .collect();
    let household = if tiny.household { vec!["home".to_owned()] } else { Vec::new() };
    let pool = Pool::new(&people, &quotas, &Terms { size, household, selected: Vec::new() }).expect("people and quotas fit");
    let objective = [Objective::Leximin, Objective::Maximin, Objective::Nash, Objective::Goldilocks][usize::from(tiny.objective % 4)];
    let lottery = match fair(&pool, objective, &mut |_| {}) {
        Err(error) => {
            assert!(possible.is_empty(), "{} panels are possible, and yet: {error}", possible.len());
            assert_eq!(error.code(), "infeasible");
            return;
        }
        Ok(lottery) => lottery,
    };
    let p = lottery.per_person(&pool);
    assert!((p.iter().sum::<f64>() - f64::from(size)).abs() < 1e-6);
    let public = PublicLottery::new(&pool, &lottery, 20, "seed").expect("a lottery");
    for panel in &public.panels {
        let mut members: Vec<usize> = panel.iter().map(|id| id.parse().expect("an id")).collect();
        members.sort_unstable();
        assert!(possible.contains(&members));
    }
    let mut before = vec![false; pool.kinds.len()];
    for level in &lottery.levels {
        let proof = level.proof.as_ref().expect("a proof");
        let mut weights = vec![0.0; n];
        for (kind, weight) in &proof.weights {
            for &member in &pool.kinds[*kind].members {
                weights[member] = weight.to_f64().expect("a number");
            }
        }
        let heaviest = possible.iter().map(|panel| panel.iter().map(|&at| weights[at]).sum::<f64>()).fold(0.0, f64::max);
        let value = level.reached.to_f64().expect("a number");
        let held: f64 = (0..n).filter(|&at| before[pool.kind_of[at]]).map(|at| weights[at] * p[at]).sum();
        let free: f64 = (0..n).filter(|&at| !before[pool.kind_of[at]]).map(|at| weights[at]).sum();
        assert!((heaviest - held) / free <= value + 1e-6, "level {value} could be {}", (heaviest - held) / free);
        assert!(level.ceiling.as_ref().and_then(ToPrimitive::to_f64).expect("a ceiling") >= value - 1e-9);
        for &kind in &level.kinds {
            before[kind] = true;
        }
    }
});
