//! Why it cannot be fairer, checkable with pencil, paper and patience.
//!
//! Give every person a weight. If no possible panel weighs more than `B`, no lottery lets the expected weight exceed `B`, so
//! if some people are held at probabilities they are owed, the smallest probability among the others is at most
//! `(B − what the held ones weigh) / (what the others weigh)`. That no panel weighs more than `B` is shown by **prices** on the
//! quotas: a panel's weight is at most what its quotas cost, plus what is left of kinds whose weight exceeds their prices. Where
//! prices alone are not sharp, the panels are divided into regions (*at most 2 of this kind*, *at least 3*), each with its own
//! prices. All numbers are fractions; checking them takes additions and multiplications, no optimiser.

use num_bigint::BigInt;
use num_traits::{Signed, Zero};

use crate::exact::{Fraction, float, near, whole};
use crate::pool::{Pool, Row};
use crate::pricing::{Effort, Leaf, Pricer};

/// Prices that bound the weight of every panel within a region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// The region: (kind, at least, at most) for each division on the way to it, in order. Empty: all panels.
    pub narrowed: Vec<(usize, u32, u32)>,
    /// Price per row: the size of the panel first, then the quotas in their order, then the classes of shared households.
    pub prices: Vec<Fraction>,
}

/// A proof that no panel weighs more than a bound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Weight per person, by kind; kinds that are missing weigh nothing.
    pub weights: Vec<(usize, Fraction)>,
    /// Regions that together hold every panel.
    pub regions: Vec<Region>,
}

fn at_most(row: &Row, price: &Fraction) -> Fraction {
    price * whole(if price.is_positive() { row.upper } else { row.lower })
}

impl Region {
    /// The most that a panel of this region can weigh.
    fn bound(&self, rows: &[Row], most: &[u32], weights: &[Fraction]) -> Option<Fraction> {
        if self.prices.len() != rows.len() {
            return None;
        }
        let mut left: Vec<Fraction> = weights.to_vec();
        let mut sum = Fraction::zero();
        for (row, price) in rows.iter().zip(&self.prices) {
            if price.is_zero() {
                continue;
            }
            sum += at_most(row, price);
            for &kind in &row.kinds {
                left[kind] -= price;
            }
        }
        let mut low = vec![0; most.len()];
        let mut high = most.to_vec();
        for &(kind, l, h) in &self.narrowed {
            *low.get_mut(kind)? = l;
            high[kind] = h;
        }
        for (kind, rest) in left.into_iter().enumerate() {
            if !rest.is_zero() {
                sum += &rest * whole(if rest.is_positive() { high[kind] } else { low[kind] });
            }
        }
        Some(sum)
    }
}

/// Whether these regions, from division number `depth` on, hold everything between `low` and `high`.
fn cover(regions: &[&Region], depth: usize, bounds: &mut Vec<(u32, u32)>) -> bool {
    if let [only] = regions
        && only.narrowed.len() == depth
    {
        return true;
    }
    let Some(&(kind, _, _)) = regions.first().and_then(|region| region.narrowed.get(depth)) else { return false };
    if !regions.iter().all(|region| region.narrowed.get(depth).is_some_and(|n| n.0 == kind)) || kind >= bounds.len() {
        return false;
    }
    let (low, high) = bounds[kind];
    let mut parts: Vec<(u32, u32)> = regions.iter().map(|region| (region.narrowed[depth].1, region.narrowed[depth].2)).collect();
    parts.sort_unstable();
    parts.dedup();
    let mut next = low;
    for &(from, to) in &parts {
        if from > next || to < from {
            return false;
        }
        next = to.saturating_add(1);
    }
    if parts.first().is_none_or(|part| part.0 > low) || next <= high {
        return false;
    }
    for part in parts {
        let own: Vec<&Region> =
            regions.iter().copied().filter(|region| (region.narrowed[depth].1, region.narrowed[depth].2) == part).collect();
        bounds[kind] = part;
        let whole = cover(&own, depth + 1, bounds);
        bounds[kind] = (low, high);
        if !whole {
            return false;
        }
    }
    true
}

impl Proof {
    /// The bound that this proof proves for the panels of `pool`, recomputed from nothing but the proof. `None` when it is no
    /// proof: a negative weight, regions that leave panels out, prices that do not fit the rows.
    #[must_use]
    pub fn bound(&self, pool: &Pool) -> Option<Fraction> {
        let rows = pool.rows();
        let most: Vec<u32> = pool.kinds.iter().map(|kind| kind.most).collect();
        let mut weights = vec![Fraction::zero(); most.len()];
        for (kind, weight) in &self.weights {
            if weight.is_negative() {
                return None;
            }
            *weights.get_mut(*kind)? = weight.clone();
        }
        let mut bounds: Vec<(u32, u32)> = most.iter().map(|&m| (0, m)).collect();
        if !cover(&self.regions.iter().collect::<Vec<_>>(), 0, &mut bounds) {
            return None;
        }
        let mut worst: Option<Fraction> = None;
        for region in &self.regions {
            let bound = region.bound(&rows, &most, &weights)?;
            if worst.as_ref().is_none_or(|w| bound > *w) {
                worst = Some(bound);
            }
        }
        worst
    }

    /// What the smallest probability of the people outside `held` cannot exceed, when each kind in `held` has at least its value.
    #[must_use]
    pub fn ceiling(&self, pool: &Pool, held: &[Option<Fraction>]) -> Option<Fraction> {
        let counts = pool.counts();
        let mut rest = self.bound(pool)?;
        let mut weight = Fraction::zero();
        for (kind, own) in &self.weights {
            let all = own * whole(counts[*kind]);
            match held.get(*kind)? {
                Some(value) => rest -= all * value,
                None => weight += all,
            }
        }
        (weight.is_positive()).then(|| rest / weight)
    }

    /// From weights in floating point: near fractions, prices of the relaxation, and regions where those are not sharp.
    /// `reached` is what some panel or lottery weighs; regions are made only when prices alone stay more than a hair above it.
    pub(crate) fn make(pool: &Pool, weights: &[(usize, f64)], reached: f64, nodes: usize) -> Option<Self> {
        let rows = pool.rows();
        let most: Vec<u32> = pool.kinds.iter().map(|kind| kind.most).collect();
        let scale = weights.iter().map(|w| w.1).fold(0.0, f64::max);
        if scale <= 0.0 {
            return None;
        }
        // In units of the heaviest: its weight is 1 and the others have short fractions.
        let mut dense = vec![0.0; most.len()];
        for &(kind, weight) in weights {
            dense[kind] = weight / scale;
        }
        let mut pricer = Pricer::new(&rows, vec![0; most.len()], most.clone());
        let (_, prices, _) = pricer.relaxed(&dense)?;
        let prices: Vec<Fraction> = prices.iter().map(|&price| near(price)).collect();
        let mut paid = vec![Fraction::zero(); most.len()];
        for (row, price) in rows.iter().zip(&prices) {
            for &kind in &row.kinds {
                paid[kind] += price;
            }
        }
        let exact: Vec<(usize, Fraction)> = weights
            .iter()
            .map(|&(kind, _)| {
                // A weight equal to its prices is taken from them, so that nothing is left over by rounding.
                let own = if (float(&paid[kind]) - dense[kind]).abs() < 1e-9 && !paid[kind].is_negative() {
                    paid[kind].clone()
                } else {
                    near(dense[kind])
                };
                (kind, own)
            })
            .filter(|(_, weight)| weight.is_positive())
            .collect();
        let simple = Self { weights: exact, regions: vec![Region { narrowed: Vec::new(), prices }] };
        let bound = float(&simple.bound(pool)?);
        let reached = reached / scale;
        if bound <= reached + 1e-9 * reached.abs().max(1.0) || nodes == 0 {
            return Some(simple);
        }
        let mut dense = vec![0.0; most.len()];
        for (kind, weight) in &simple.weights {
            dense[*kind] = float(weight);
        }
        let found = pricer.heaviest(&dense, Effort { above: reached - 1e-7, enough: f64::INFINITY, slack: 1e-9, nodes, keep: true });
        if !found.complete {
            return Some(simple);
        }
        let goal = near(found.bound);
        let mut full = vec![Fraction::zero(); most.len()];
        for (kind, weight) in &simple.weights {
            full[*kind] = weight.clone();
        }
        let regions = found.leaves.iter().map(|leaf| region(leaf, &rows, &most, &full, &goal)).collect::<Option<Vec<_>>>();
        let Some(regions) = regions else { return Some(simple) };
        let divided = Self { weights: simple.weights.clone(), regions };
        match (divided.bound(pool), simple.bound(pool)) {
            (Some(a), Some(b)) if a < b => Some(divided),
            _ => Some(simple),
        }
    }
}

/// A leaf in fractions. An empty region is paid for with its ray, as much of it as brings the bound to `goal`.
fn region(leaf: &Leaf, rows: &[Row], most: &[u32], weights: &[Fraction], goal: &Fraction) -> Option<Region> {
    let prices: Vec<Fraction> = leaf.prices.iter().map(|&price| near(price)).collect();
    let mut region = Region { narrowed: leaf.narrowed.clone(), prices };
    let Some(ray) = &leaf.ray else { return Some(region) };
    let ray: Vec<Fraction> = ray.iter().map(|&price| near(price)).collect();
    let empty = Region { narrowed: leaf.narrowed.clone(), prices: ray.clone() };
    let nothing = vec![Fraction::zero(); most.len()];
    let speed = empty.bound(rows, most, &nothing)?;
    if !speed.is_negative() {
        return Some(region);
    }
    let above = region.bound(rows, most, weights)? - goal;
    if above.is_positive() {
        let times = Fraction::from_integer((above / -speed).ceil().to_integer() + BigInt::from(1_u32));
        for (price, extra) in region.prices.iter_mut().zip(&ray) {
            *price += &times * extra;
        }
    }
    Some(region)
}
