//! Alternates: who stands ready for whom when somebody of the panel withdraws.
//!
//! Somebody can stand in for a member when the panel keeps every quota and the household rule after the exchange. Alternates are
//! chosen one by one: each time the one who can stand in for most members who have fewest alternates so far; between equals a lot from the
//! seed decides.

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};
use sha2::{Digest, Sha256};

use crate::error::SortitionError;
use crate::pool::Pool;

/// Somebody who stands ready, and for whom.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Alternate {
    /// Id of the alternate.
    pub id: String,
    /// Ids of the members whom this person can replace, alone, with all quotas kept.
    pub replaces: Vec<String>,
}

/// Chooses `number` alternates for a panel. The same seed chooses the same.
///
/// # Errors
/// [`SortitionError::Mismatch`] when a member is not in the pool.
///
/// ```
/// use sortition::{People, Pool, Quotas, Terms, alternates};
/// let people = People::read("id,g\na,f\nb,m\nc,m\nd,f\n".as_bytes(), None).unwrap();
/// let quotas = Quotas::read("category,feature,min,max\ng,f,1,1\ng,m,1,1\n".as_bytes()).unwrap();
/// let pool = Pool::new(&people, &quotas, &Terms { size: 2, ..Terms::default() }).unwrap();
/// let ready = alternates(&pool, &["a".into(), "b".into()], 2, "seed").unwrap();
/// assert_eq!(ready.len(), 2);
/// assert!(ready.iter().any(|r| r.id == "d" && r.replaces == ["a"]));
/// ```
pub fn alternates(pool: &Pool, members: &[String], number: usize, seed: &str) -> Result<Vec<Alternate>, SortitionError> {
    let place = |id: &String| {
        pool.ids
            .iter()
            .position(|known| known == id)
            .ok_or_else(|| SortitionError::Mismatch { message: format!("\"{id}\" is on the panel, but not in the pool") })
    };
    let panel: Vec<usize> = members.iter().map(place).collect::<Result<_, _>>()?;
    let mut household = vec![0; pool.ids.len()];
    for (number, own) in pool.classes.iter().flat_map(|class| &class.households).enumerate() {
        for &member in own {
            household[member] = number;
        }
    }
    let mut taken = vec![0_u32; pool.quotas.len()];
    for &member in &panel {
        for &line in &pool.kinds[pool.kind_of[member]].features {
            taken[line] += 1;
        }
    }
    let fits = |out: usize, into: usize| {
        let (gone, come) = (&pool.kinds[pool.kind_of[out]].features, &pool.kinds[pool.kind_of[into]].features);
        panel.iter().all(|&other| other == out || household[other] != household[into])
            && gone.iter().chain(come).all(|&line| {
                let count = taken[line] + u32::from(come.contains(&line)) - u32::from(gone.contains(&line));
                count >= pool.quotas[line].min && count <= pool.quotas[line].max
            })
    };
    let mut random = ChaCha20Rng::from_seed(Sha256::digest(format!("sortition alternates 1\n{seed}")).into());
    let mut candidates: Vec<(String, u64, Vec<usize>)> = (0..pool.ids.len())
        .filter(|at| !panel.contains(at))
        .map(|at| (pool.ids[at].clone(), 0, (0..panel.len()).filter(|&member| fits(panel[member], at)).collect()))
        .collect();
    candidates.sort();
    for candidate in &mut candidates {
        candidate.1 = random.next_u64();
    }
    let mut ready = vec![0_u32; panel.len()];
    let mut chosen = Vec::new();
    while chosen.len() < number {
        let worth = |candidate: &(String, u64, Vec<usize>)| -> f64 {
            candidate.2.iter().map(|&member| 0.25_f64.powi(i32::try_from(ready[member]).unwrap_or(i32::MAX))).sum()
        };
        let best = (0..candidates.len())
            .max_by(|&a, &b| worth(&candidates[a]).total_cmp(&worth(&candidates[b])).then(candidates[a].1.cmp(&candidates[b].1)));
        let Some(best) = best else { break };
        let (id, _, replaced) = candidates.remove(best);
        for &member in &replaced {
            ready[member] += 1;
        }
        chosen.push(Alternate { id, replaces: replaced.into_iter().map(|member| members[member].clone()).collect() });
    }
    Ok(chosen)
}
