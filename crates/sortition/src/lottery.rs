//! The public lottery: so many numbered panels of named people, all equally likely, fixed before chance is asked.
//!
//! A fair lottery has panels with weights like 3/187. Nobody can draw that with balls. So the weights are rounded to
//! multiples of `1/m` (1000 by default): up or down at random such that every panel keeps its weight on average (dependent
//! rounding: R. Gandhi, S. Khuller, S. Parthasarathy, A. Srinivasan, *Journal of the ACM* 53, 2006), then improved while
//! exchanging one panel for another brings people's probabilities nearer to the fair ones. The kinds are then filled with people,
//! who take turns. How near it stays is part of the result.
//!
//! What is fixed when: the seed is chosen and kept secret; its **commitment** is published together with the numbered panels and
//! their **digest**; in public the seed is revealed, and commitment, digest and seed give the **number** drawn. Or three urns with ten balls each
//! give it, and no seed is needed.

use num_traits::ToPrimitive;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};
use sha2::{Digest, Sha256};

use crate::error::SortitionError;
use crate::exact::float;
use crate::fair::Lottery;
use crate::pool::Pool;

/// A uniform lottery over numbered panels of people.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct PublicLottery {
    /// SHA-256 of the secret seed, in hexadecimal: published before the draw, so that the seed cannot be changed afterwards.
    pub commitment: String,
    /// SHA-256 of the numbered panels, in hexadecimal.
    pub digest: String,
    /// Ids of the people of each panel, sorted; panel number `i` (from 0) stands at place `i`.
    pub panels: Vec<Vec<String>>,
}

/// The result of a draw, with everything needed to repeat it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Draw {
    /// The seed, now revealed.
    pub seed: String,
    /// Number of the panel drawn, as the balls would show it: with leading zeros.
    pub number: String,
    /// Ids of the people drawn.
    pub members: Vec<String>,
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The commitment to a seed: SHA-256 over a fixed line and the seed, in hexadecimal.
///
/// ```
/// assert_eq!(sortition::commitment("tuesday").len(), 64);
/// assert_ne!(sortition::commitment("tuesday"), sortition::commitment("Tuesday"));
/// ```
#[must_use]
pub fn commitment(seed: &str) -> String {
    hex(&Sha256::digest(format!("sortition commitment 1\n{seed}")))
}

/// SHA-256 of the panels: how many, then per panel how many people, then per person the length of the id and the id, each on a line.
fn digest(panels: &[Vec<String>]) -> String {
    let mut hash = Sha256::new();
    hash.update(format!("sortition panels 1\n{}\n", panels.len()));
    for panel in panels {
        hash.update(format!("{}\n", panel.len()));
        for id in panel {
            hash.update(format!("{}:{id}\n", id.len()));
        }
    }
    hex(&hash.finalize())
}

fn source(words: &str) -> ChaCha20Rng {
    ChaCha20Rng::from_seed(Sha256::digest(words).into())
}

/// An even draw from `0..bound`.
fn below(random: &mut ChaCha20Rng, bound: usize) -> usize {
    let bound = bound.max(1) as u64;
    let zone = u64::MAX - u64::MAX % bound;
    loop {
        let drawn = random.next_u64();
        if drawn < zone {
            return usize::try_from(drawn % bound).unwrap_or(0);
        }
    }
}

fn unit(random: &mut ChaCha20Rng) -> f64 {
    f64::from(random.next_u32()) / (f64::from(u32::MAX) + 1.0)
}

/// How many digits the numbers have: as many as the last number.
fn digits(panels: usize) -> usize {
    panels.saturating_sub(1).to_string().len()
}

impl PublicLottery {
    /// Rounds a fair lottery to `size` equally likely panels of people. Everything random in it follows from the commitment to the seed,
    /// not from the seed itself, so that anybody can repeat it before the seed is revealed.
    ///
    /// # Errors
    /// [`SortitionError::Request`] unless `size` is from 1 to 100,000.
    pub fn new(pool: &Pool, lottery: &Lottery, size: usize, seed: &str) -> Result<Self, SortitionError> {
        if size == 0 || size > 100_000 {
            return Err(SortitionError::Request {
                message: format!("a lottery over {size} panels cannot be made: give a number from 1 to 100000"),
            });
        }
        let commitment = commitment(seed);
        let mut random = source(&format!("sortition rounding 1\n{commitment}"));
        let copies = rounded(pool, lottery, size, &mut random);
        let mut order: Vec<usize> = copies.iter().enumerate().flat_map(|(panel, &copies)| std::iter::repeat_n(panel, copies)).collect();
        for at in (1..order.len()).rev() {
            order.swap(at, below(&mut random, at + 1));
        }
        let panels = people(pool, lottery, &order, &mut random);
        let digest = digest(&panels);
        Ok(Self { commitment, digest, panels })
    }

    /// The number as the balls show it, with leading zeros: `007` of 1000.
    #[must_use]
    pub fn number(&self, panel: usize) -> String {
        format!("{panel:0width$}", width = digits(self.panels.len()))
    }

    /// The panel that `seed` draws.
    ///
    /// # Errors
    /// [`SortitionError::Request`] when the seed is not the one committed to.
    pub fn draw(&self, seed: &str) -> Result<Draw, SortitionError> {
        if commitment(seed) != self.commitment {
            return Err(SortitionError::Request { message: "this is not the seed that was committed to".to_owned() });
        }
        let mut random = source(&format!("sortition draw 1\n{}\n{}\n{seed}", self.commitment, self.digest));
        let number = below(&mut random, self.panels.len());
        Ok(Draw { seed: seed.to_owned(), number: self.number(number), members: self.panels[number].clone() })
    }

    /// Whether a published draw is what lottery and seed give: the digest fits the panels, the seed fits the commitment, number and
    /// people fit both. The answer lists everything that does not fit; empty means that all is well.
    #[must_use]
    pub fn verify(&self, published: &Draw) -> Vec<String> {
        let mut wrong = Vec::new();
        if digest(&self.panels) != self.digest {
            wrong.push("the panels are not those of the published digest".to_owned());
        }
        match self.draw(&published.seed) {
            Err(error) => wrong.push(error.to_string()),
            Ok(own) => {
                if own.number != published.number {
                    wrong.push(format!("the seed draws panel {}, not {}", own.number, published.number));
                }
                if own.members != published.members {
                    wrong.push("the people published are not those of the panel drawn".to_owned());
                }
            }
        }
        wrong
    }

    /// Share of the panels that each person is on, in the order of [`Pool::ids`].
    #[must_use]
    pub fn per_person(&self, pool: &Pool) -> Vec<f64> {
        let positions: std::collections::HashMap<&str, usize> = pool.ids.iter().enumerate().map(|(at, id)| (id.as_str(), at)).collect();
        let mut counts = vec![0_u32; pool.ids.len()];
        for id in self.panels.iter().flatten() {
            if let Some(&at) = positions.get(id.as_str()) {
                counts[at] += 1;
            }
        }
        let total = self.panels.len().max(1).to_f64().unwrap_or(1.0);
        counts.into_iter().map(|count| f64::from(count) / total).collect()
    }
}

/// Number of copies of each panel; they sum to `size`.
fn rounded(pool: &Pool, lottery: &Lottery, size: usize, random: &mut ChaCha20Rng) -> Vec<usize> {
    let total = size.to_f64().unwrap_or(1.0);
    let mut copies: Vec<f64> = lottery.weights.iter().map(|weight| float(weight) * total).collect();
    let whole = |x: f64| (x - x.round()).abs() < 1e-9;
    let mut open: Option<usize> = None;
    for at in 0..copies.len() {
        if whole(copies[at]) {
            continue;
        }
        let Some(other) = open else {
            open = Some(at);
            continue;
        };
        // Two broken numbers: move weight between them until one is whole; each keeps its mean.
        let (a, b) = (copies[other], copies[at]);
        let up = (a.ceil() - a).min(b - b.floor());
        let down = (a - a.floor()).min(b.ceil() - b);
        let change = if unit(random) < down / (up + down) { up } else { -down };
        copies[other] += change;
        copies[at] -= change;
        open = [other, at].into_iter().find(|&place| !whole(copies[place]));
    }
    let mut copies: Vec<usize> = copies.iter().map(|&copies| usize::try_from(crate::pricing::to_count(copies)).unwrap_or(0)).collect();
    // Rounding of floating point numbers may leave one too many or too few.
    let mut sum: usize = copies.iter().sum();
    while sum > size {
        if let Some(most) = (0..copies.len()).max_by_key(|&at| copies[at]) {
            copies[most] -= 1;
        }
        sum -= 1;
    }
    if sum < size {
        copies[0] += size - sum;
    }
    improve(pool, lottery, &mut copies, total);
    copies
}

/// Exchanges single copies while the squared distance of people's probabilities from the fair ones falls.
fn improve(pool: &Pool, lottery: &Lottery, copies: &mut [usize], total: f64) {
    let counts = pool.counts();
    let panels: Vec<Vec<(usize, f64)>> = lottery
        .panels
        .iter()
        .map(|panel| panel.iter().enumerate().filter(|e| *e.1 > 0).map(|(kind, &number)| (kind, f64::from(number))).collect())
        .collect();
    // Missing appearances per kind.
    let mut missing: Vec<f64> = lottery.probabilities.iter().zip(&counts).map(|(p, &count)| float(p) * f64::from(count) * total).collect();
    for (panel, &number) in panels.iter().zip(copies.iter()) {
        for &(kind, in_it) in panel {
            missing[kind] -= in_it * number.to_f64().unwrap_or(0.0);
        }
    }
    let weight: Vec<f64> = counts.iter().map(|&count| 1.0 / f64::from(count)).collect();
    let square: Vec<f64> = panels.iter().map(|panel| panel.iter().map(|&(kind, n)| n * n * weight[kind]).sum()).collect();
    let mut dense = vec![0.0; counts.len()];
    for _ in 0..4 * panels.len() {
        let gain: Vec<f64> = panels.iter().map(|panel| panel.iter().map(|&(kind, n)| n * missing[kind] * weight[kind]).sum()).collect();
        // The copy that is least missed, then the best one for it.
        let mut best: Option<(usize, usize, f64)> = None;
        let mut leaving: Vec<usize> = (0..panels.len()).filter(|&at| copies[at] > 0).collect();
        leaving.sort_by(|&a, &b| (2.0 * gain[a] - square[a]).total_cmp(&(2.0 * gain[b] - square[b])).then(a.cmp(&b)));
        for &from in leaving.iter().take(12) {
            for &(kind, n) in &panels[from] {
                dense[kind] = n;
            }
            for to in 0..panels.len() {
                if to == from {
                    continue;
                }
                let shared: f64 = panels[to].iter().map(|&(kind, n)| n * dense[kind] * weight[kind]).sum();
                let fall = 2.0 * (gain[to] - gain[from]) - (square[to] + square[from] - 2.0 * shared);
                if fall > best.map_or(1e-9, |b| b.2) {
                    best = Some((from, to, fall));
                }
            }
            for &(kind, _) in &panels[from] {
                dense[kind] = 0.0;
            }
        }
        let Some((from, to, _)) = best else { return };
        copies[from] -= 1;
        copies[to] += 1;
        for &(kind, n) in &panels[from] {
            missing[kind] += n;
        }
        for &(kind, n) in &panels[to] {
            missing[kind] -= n;
        }
    }
}

/// Fills the panels with people: within a kind they take turns, and no household is asked twice for one panel.
fn people(pool: &Pool, lottery: &Lottery, order: &[usize], random: &mut ChaCha20Rng) -> Vec<Vec<String>> {
    // A place in the queue that has nothing to do with the order of the file.
    let mut queue: Vec<usize> = {
        let mut ids: Vec<usize> = (0..pool.ids.len()).collect();
        ids.sort_by(|&a, &b| pool.ids[a].cmp(&pool.ids[b]));
        for at in (1..ids.len()).rev() {
            ids.swap(at, below(random, at + 1));
        }
        let mut place = vec![0; ids.len()];
        for (at, &person) in ids.iter().enumerate() {
            place[person] = at;
        }
        place
    };
    let mut times = vec![0_u32; pool.ids.len()];
    let mut household_of = vec![0; pool.ids.len()];
    let mut households = 0;
    for class in &pool.classes {
        for household in &class.households {
            for &member in household {
                household_of[member] = households;
            }
            households += 1;
        }
    }
    let mut asked = vec![usize::MAX; households];
    order
        .iter()
        .enumerate()
        .map(|(number, &panel)| {
            let mut members = Vec::new();
            for (kind, &wanted) in lottery.panels[panel].iter().enumerate() {
                if wanted == 0 {
                    continue;
                }
                let mut candidates = pool.kinds[kind].members.clone();
                candidates.sort_by_key(|&person| (times[person], queue[person]));
                let mut left = wanted;
                for person in candidates {
                    if left == 0 {
                        break;
                    }
                    if asked[household_of[person]] != number {
                        asked[household_of[person]] = number;
                        times[person] += 1;
                        // To the end of the queue, so that neighbours in it do not always sit together.
                        queue[person] = queue[person].wrapping_mul(31).wrapping_add(below(random, pool.ids.len()));
                        members.push(pool.ids[person].clone());
                        left -= 1;
                    }
                }
            }
            members.sort();
            members
        })
        .collect()
}
