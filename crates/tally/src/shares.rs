//! One run of the Method of Equal Shares from a given endowment.
//!
//! Each ballot starts with the endowment. In each round the project is bought that costs its supporters least per
//! unit of worth (ρ), where a supporter with too little left pays all that is left. A float tells which projects may
//! be the cheapest; who is, and what everybody pays, is computed exactly.

use crate::exact::{Purse, near, whole};
use crate::explain::Round;
use crate::ties::{Tie, Ties};
use crate::{Election, Utility};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;
use std::collections::HashMap;

/// Relative distance within which two floats may be the same exact number. A sum of 10⁵ terms errs by less.
const NEAR: f64 = 1e-7;

/// Who supports a project, and what it is worth to them.
pub(crate) struct Support {
    /// Ballot and worth.
    pub(crate) by: Vec<(u32, i64)>,
}

pub(crate) fn support(election: &Election, utility: Utility) -> Vec<Support> {
    let mut support: Vec<Support> = election.projects.iter().map(|_| Support { by: Vec::new() }).collect();
    for (ballot, cast) in election.ballots.iter().enumerate() {
        for (at, (project, points)) in cast.choices.iter().enumerate() {
            let worth = election.worth(utility, *project, *points, at);
            if worth > 0 {
                support[*project].by.push((u32::try_from(ballot).unwrap_or(u32::MAX), worth));
            }
        }
    }
    support
}

/// What one run gives.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    pub(crate) winners: Vec<usize>,
    pub(crate) cost: i64,
    pub(crate) rounds: Vec<Round>,
    pub(crate) ties: Vec<Tie>,
    /// What each ballot has left, in cents.
    pub(crate) left: Vec<BigRational>,
    /// Per winner, who paid: ballot and amount. Kept only when an explanation is asked.
    pub(crate) payments: Vec<Vec<(u32, BigRational)>>,
}

/// Groups of supporters with the same purse and the same worth, poorest per worth first.
struct Groups(Vec<(usize, i64, i64)>);

impl Groups {
    fn of(support: &Support, held: &[usize], purse: &Purse, weights: &[u32]) -> Self {
        let mut counted: HashMap<(usize, i64), i64> = HashMap::new();
        for (ballot, worth) in &support.by {
            let place = *ballot as usize;
            if held[place] != 0 {
                // A ballot of weight w holds w shares in one purse: it counts as one payer.
                let _ = weights;
                *counted.entry((held[place], *worth)).or_insert(0) += 1;
            }
        }
        let mut groups: Vec<_> = counted.into_iter().map(|((amount, worth), count)| (amount, worth, count)).collect();
        #[allow(clippy::cast_precision_loss, reason = "only sorts; equal floats are compared exactly")]
        let key = |group: &(usize, i64, i64)| purse.near(group.0) / group.1 as f64;
        groups.sort_by(|a, b| {
            let (ka, kb) = (key(a), key(b));
            if (ka - kb).abs() > NEAR * ka.max(kb) {
                ka.total_cmp(&kb)
            } else {
                (purse.exact(a.0) * whole(b.1)).cmp(&(purse.exact(b.0) * whole(a.1)))
            }
        });
        Self(groups)
    }

    #[allow(clippy::cast_precision_loss, reason = "a filter; what it lets through is computed exactly")]
    fn near_rho(&self, cost: i64, purse: &Purse) -> f64 {
        let mut rest = cost as f64;
        let mut worth: f64 = self.0.iter().map(|(_, worth, count)| *worth as f64 * *count as f64).sum();
        for (amount, each, count) in &self.0 {
            let rho = rest / worth;
            if rho * *each as f64 <= purse.near(*amount) * (1.0 + NEAR) {
                return rho;
            }
            rest -= purse.near(*amount) * *count as f64;
            worth -= *each as f64 * *count as f64;
        }
        f64::INFINITY
    }

    fn rho(&self, cost: i64, purse: &Purse) -> Option<BigRational> {
        let mut rest = whole(cost);
        let mut worth: BigInt = self.0.iter().map(|(_, worth, count)| BigInt::from(*worth) * BigInt::from(*count)).sum();
        for (amount, each, count) in &self.0 {
            if worth.is_zero() {
                return None;
            }
            let rho = &rest / BigRational::from_integer(worth.clone());
            if &rho * whole(*each) <= *purse.exact(*amount) {
                return Some(rho);
            }
            rest -= purse.exact(*amount) * whole(*count);
            worth -= BigInt::from(*each) * BigInt::from(*count);
        }
        None
    }
}

/// Runs the method once.
///
/// `allowed` says which projects take part; `explain` keeps who paid what.
pub(crate) fn run(election: &Election, support: &[Support], allowed: &[bool], endowment: &BigRational, ties: &Ties, explain: bool) -> Run {
    let weights: Vec<u32> = election.ballots.iter().map(|ballot| ballot.weight).collect();
    let mut purse = Purse::new();
    let mut of_weight: HashMap<u32, usize> = HashMap::new();
    let mut held: Vec<usize> = Vec::with_capacity(weights.len());
    for weight in &weights {
        let at = *of_weight.entry(*weight).or_insert_with(|| purse.add(endowment * whole(i64::from(*weight))));
        held.push(at);
    }
    let mut result = Run { winners: Vec::new(), cost: 0, rounds: Vec::new(), ties: Vec::new(), left: Vec::new(), payments: Vec::new() };
    // A project's ρ never falls from round to round: the last one known is a bound that saves most of the work.
    let mut bound: Vec<f64> = vec![0.0; election.projects.len()];
    let mut open: Vec<usize> = (0..election.projects.len()).filter(|at| allowed[*at] && !support[*at].by.is_empty()).collect();

    // What costs nothing is bought at once when somebody wants it (semantic point 12).
    open.retain(|at| {
        let free = election.projects[*at].cost == 0;
        if free {
            result.winners.push(*at);
            result.rounds.push(Round::free(&election.projects[*at].id));
            result.payments.push(Vec::new());
        }
        !free
    });

    loop {
        open.sort_by(|a, b| bound[*a].total_cmp(&bound[*b]));
        let mut best = f64::INFINITY;
        let mut looked: Vec<(usize, Groups)> = Vec::new();
        for at in &open {
            if bound[*at] > best * (1.0 + NEAR) {
                break;
            }
            let groups = Groups::of(&support[*at], &held, &purse, &weights);
            let rho = groups.near_rho(election.projects[*at].cost, &purse);
            bound[*at] = rho * (1.0 - NEAR);
            if rho <= best * (1.0 + NEAR) {
                best = best.min(rho);
                looked.push((*at, groups));
            }
        }
        open.retain(|at| bound[*at].is_finite());
        let mut least: Option<BigRational> = None;
        let mut equals: Vec<usize> = Vec::new();
        for (at, groups) in &looked {
            if bound[*at] > best * (1.0 + 2.0 * NEAR) {
                continue;
            }
            let Some(rho) = groups.rho(election.projects[*at].cost, &purse) else {
                bound[*at] = f64::INFINITY;
                continue;
            };
            match least.as_ref().map(|least| rho.cmp(least)) {
                None | Some(std::cmp::Ordering::Less) => {
                    least = Some(rho);
                    equals = vec![*at];
                }
                Some(std::cmp::Ordering::Equal) => equals.push(*at),
                Some(std::cmp::Ordering::Greater) => {}
            }
        }
        let Some(rho) = least else {
            // The float let only projects through that cannot be paid exactly: look again without them.
            let before = open.len();
            open.retain(|at| bound[*at].is_finite());
            if open.is_empty() || open.len() == before {
                break;
            }
            continue;
        };
        let Some((bought, tie)) = ties.first(election, &equals) else { break };
        result.ties.extend(tie);
        let mut changed: HashMap<(usize, i64), (usize, BigRational)> = HashMap::new();
        let mut payers = 0;
        let mut most = BigRational::zero();
        let mut paid = Vec::new();
        for (ballot, worth) in &support[bought].by {
            let place = *ballot as usize;
            if held[place] == 0 {
                continue;
            }
            let (after, payment) = changed.entry((held[place], *worth)).or_insert_with(|| {
                let full = &rho * whole(*worth);
                let has = purse.exact(held[place]);
                let payment = if full < *has { full } else { has.clone() };
                let rest = has - &payment;
                (purse.add(rest), payment)
            });
            payers += 1;
            if *payment > most {
                most = payment.clone();
            }
            if explain {
                paid.push((*ballot, payment.clone()));
            }
            held[place] = *after;
        }
        let project = &election.projects[bought];
        result.rounds.push(Round::bought(project, &rho, payers, &most));
        result.payments.push(paid);
        result.winners.push(bought);
        result.cost += project.cost;
        open.retain(|at| *at != bought);
    }
    result.left = held.iter().map(|at| purse.exact(*at).clone()).collect();
    debug_assert!(near(endowment).is_finite());
    result
}
