//! The simple quota draw, for comparison: person after person, most pressing quota first, begin anew when stuck.
//!
//! It keeps the quotas and gives no guarantee to anybody: people with rare combinations of answers may have nearly no chance.

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};

use crate::pool::Pool;
use crate::pricing::Panel;

/// Draws panels `times` times and returns how often each person was drawn, as a share, in the order of [`Pool::ids`]; and how many of the
/// draws came to a panel within 100 attempts each. The same seed draws the same.
///
/// ```
/// use sortition::{People, Pool, Quotas, Terms, simple_draw};
/// let people = People::read("id,g\na,f\nb,m\nc,m\n".as_bytes(), None).unwrap();
/// let quotas = Quotas::read("category,feature,min,max\ng,f,1,1\ng,m,1,1\n".as_bytes()).unwrap();
/// let pool = Pool::new(&people, &quotas, &Terms { size: 2, ..Terms::default() }).unwrap();
/// let (shares, panels) = simple_draw(&pool, 200, 1);
/// assert_eq!((shares[0], panels), (1.0, 200));
/// ```
#[must_use]
pub fn simple_draw(pool: &Pool, times: u32, seed: u64) -> (Vec<f64>, u32) {
    let mut random = ChaCha20Rng::seed_from_u64(seed);
    let mut drawn = vec![0_u32; pool.ids.len()];
    let mut panels = 0;
    for _ in 0..times {
        for _ in 0..100 {
            if let Some(members) = attempt(pool, &mut random) {
                for member in members {
                    drawn[member] += 1;
                }
                panels += 1;
                break;
            }
        }
    }
    (drawn.iter().map(|&number| f64::from(number) / f64::from(panels.max(1))).collect(), panels)
}

fn attempt(pool: &Pool, random: &mut ChaCha20Rng) -> Option<Vec<usize>> {
    let mut household = vec![0; pool.ids.len()];
    for (number, members) in pool.classes.iter().flat_map(|class| &class.households).enumerate() {
        for &member in members {
            household[member] = number;
        }
    }
    let mut left: Vec<usize> = (0..pool.ids.len()).collect();
    let mut taken = vec![0_u32; pool.quotas.len()];
    let mut members: Vec<usize> = Vec::new();
    while members.len() < usize::try_from(pool.size).ok()? {
        let mut there = vec![0_u32; pool.quotas.len()];
        for &person in &left {
            for &line in &pool.kinds[pool.kind_of[person]].features {
                there[line] += 1;
            }
        }
        // Most pressing: places still needed per person still there.
        let mut pressing: Option<(usize, f64)> = None;
        for (line, quota) in pool.quotas.iter().enumerate() {
            let needed = quota.min.saturating_sub(taken[line]);
            if needed > there[line] {
                return None;
            }
            if needed > 0 {
                let ratio = f64::from(needed) / f64::from(there[line]);
                if pressing.is_none_or(|p| ratio > p.1) {
                    pressing = Some((line, ratio));
                }
            }
        }
        let candidates: Vec<usize> = match pressing {
            Some((line, _)) => left.iter().copied().filter(|&person| pool.kinds[pool.kind_of[person]].features.contains(&line)).collect(),
            None => left.clone(),
        };
        if candidates.is_empty() {
            return None;
        }
        let bound = u64::try_from(candidates.len()).ok()?;
        let person = candidates[usize::try_from(random.next_u64() % bound).ok()?];
        members.push(person);
        for &line in &pool.kinds[pool.kind_of[person]].features {
            taken[line] += 1;
        }
        left.retain(|&other| {
            household[other] != household[person]
                && pool.kinds[pool.kind_of[other]].features.iter().all(|&line| taken[line] < pool.quotas[line].max)
        });
    }
    let mut panel: Panel = vec![0; pool.kinds.len()];
    for &member in &members {
        panel[pool.kind_of[member]] += 1;
    }
    pool.allows(&panel).then_some(members)
}
