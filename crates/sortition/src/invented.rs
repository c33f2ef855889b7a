//! Invented pools, to try and to measure with: correlated answers, a skewed turn-out, quotas that fit the population.

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};

use crate::people::{People, Person};
use crate::quotas::{Quota, Quotas};

/// A pool of `people` with `categories` questions of two to six answers each, and quotas for a panel of `size`.
///
/// Everybody belongs to one of four hidden circles that lean to certain answers (so answers are correlated), and volunteers
/// lean further to the first answer of each question than the population does (so the quotas bite). The quotas are the population's
/// shares of `size`, rounded down and up. The same seed gives the same pool.
///
/// ```
/// let (people, quotas) = sortition::invented(300, 35, 6, 1);
/// assert_eq!(people.people.len(), 300);
/// assert_eq!(quotas.categories().len(), 6);
/// ```
#[must_use]
pub fn invented(people: usize, size: u32, categories: usize, seed: u64) -> (People, Quotas) {
    let mut random = ChaCha20Rng::seed_from_u64(seed);
    let mut unit = move || f64::from(random.next_u32()) / f64::from(u32::MAX);
    const CIRCLES: usize = 4;
    let answers: Vec<usize> = (0..categories).map(|category| [2, 4, 5, 3, 6, 4, 3][category % 7]).collect();
    // Leaning of each circle, and the pull towards volunteering, per question and answer.
    let leaning: Vec<Vec<Vec<f64>>> =
        (0..CIRCLES).map(|_| answers.iter().map(|&n| (0..n).map(|_| 0.25 + unit() * unit()).collect()).collect()).collect();
    let pull: Vec<Vec<f64>> =
        answers.iter().map(|&n| (0..n).map(|answer| 1.6 - 1.2 * f64_of(answer) / f64_of(n.max(2) - 1) + 0.3 * unit()).collect()).collect();
    let mut shares: Vec<Vec<f64>> = answers.iter().map(|&n| vec![0.0; n]).collect();
    let mut pool = Vec::new();
    let mut living = 0.0;
    while pool.len() < people {
        let circle = leaning.get(f64_floor(unit() * 3.999)).unwrap_or(&leaning[0]);
        let mut own = Vec::new();
        let mut eager = 0.5;
        for (category, weights) in circle.iter().enumerate() {
            let total: f64 = weights.iter().sum();
            let mut left = unit() * total;
            let mut answer = 0;
            for (at, weight) in weights.iter().enumerate() {
                answer = at;
                left -= weight;
                if left <= 0.0 {
                    break;
                }
            }
            eager *= pull[category][answer].sqrt();
            own.push(answer);
        }
        living += 1.0;
        for (category, &answer) in own.iter().enumerate() {
            shares[category][answer] += 1.0;
        }
        if unit() < eager.min(1.0) * 0.6 {
            pool.push(own);
        }
    }
    let name = |category: usize| format!("question {}", category + 1);
    let people = pool
        .into_iter()
        .enumerate()
        .map(|(at, own)| Person {
            id: format!("p{}", at + 1),
            answers: own.iter().enumerate().map(|(category, answer)| (name(category), format!("answer {}", answer + 1))).collect(),
        })
        .collect();
    let mut quotas = Vec::new();
    for (category, shares) in shares.iter().enumerate() {
        for (answer, share) in shares.iter().enumerate() {
            let exact = share / living * f64::from(size);
            let min = crate::pricing::to_count((exact - 0.3).floor());
            let max = crate::pricing::to_count((exact + 0.3).ceil());
            quotas.push(Quota {
                category: name(category),
                feature: format!("answer {}", answer + 1),
                min,
                max,
                min_flex: 0,
                max_flex: u32::MAX,
                reason: None,
            });
        }
    }
    let columns = (0..categories).map(name).collect();
    (People { columns, people }, Quotas { quotas, flexible: false })
}

fn f64_of(number: usize) -> f64 {
    u32::try_from(number).map_or(0.0, f64::from)
}

fn f64_floor(x: f64) -> usize {
    usize::try_from(crate::pricing::to_count(x.floor())).unwrap_or(0)
}
