//! Sequential Phragmén: each project is a load that its supporters share as evenly as can be; the next is the one
//! after which the most loaded voter carries least. It ends at the first project that does not fit (semantic point 15).

use crate::Election;
use crate::exact::{Purse, near, whole};
use crate::shares::Support;
use crate::ties::{Tie, Ties};
use num_rational::BigRational;
use num_traits::Zero;
use std::collections::HashMap;

/// Relative distance within which two floats may be the same exact number.
const NEAR: f64 = 1e-7;

#[derive(Debug, Clone, Default)]
pub(crate) struct Phragmen {
    pub(crate) winners: Vec<usize>,
    pub(crate) cost: i64,
    pub(crate) ties: Vec<Tie>,
}

pub(crate) fn phragmen(election: &Election, support: &[Support], allowed: &[bool], ties: &Ties) -> Phragmen {
    let mut purse = Purse::new();
    let mut load: Vec<usize> = vec![0; election.ballots.len()];
    let mut open: Vec<usize> = (0..election.projects.len())
        .filter(|at| allowed[*at] && !support[*at].by.is_empty() && election.projects[*at].cost <= election.budget)
        .collect();
    let mut result = Phragmen::default();
    let weight = |ballot: u32| i64::from(election.ballots[ballot as usize].weight);
    while !open.is_empty() {
        #[allow(clippy::cast_precision_loss, reason = "a filter; what it lets through is computed exactly")]
        let nears: Vec<f64> = open
            .iter()
            .map(|at| {
                let carried: f64 =
                    support[*at].by.iter().map(|(ballot, _)| purse.near(load[*ballot as usize]) * weight(*ballot) as f64).sum();
                let bearers: i64 = support[*at].by.iter().map(|(ballot, _)| weight(*ballot)).sum();
                (election.projects[*at].cost as f64 + carried) / bearers as f64
            })
            .collect();
        let best = nears.iter().copied().fold(f64::INFINITY, f64::min);
        let mut least: Option<BigRational> = None;
        let mut equals = Vec::new();
        for (at, _) in open.iter().zip(&nears).filter(|(_, near)| **near <= best * (1.0 + NEAR)) {
            let mut counted: HashMap<usize, i64> = HashMap::new();
            for (ballot, _) in &support[*at].by {
                *counted.entry(load[*ballot as usize]).or_insert(0) += weight(*ballot);
            }
            let mut carried = whole(election.projects[*at].cost);
            for (amount, count) in &counted {
                carried += purse.exact(*amount) * whole(*count);
            }
            let bearers: i64 = counted.values().sum();
            let after = carried / whole(bearers);
            match least.as_ref().map(|least| after.cmp(least)) {
                None | Some(std::cmp::Ordering::Less) => {
                    least = Some(after);
                    equals = vec![*at];
                }
                Some(std::cmp::Ordering::Equal) => equals.push(*at),
                Some(std::cmp::Ordering::Greater) => {}
            }
        }
        let Some(after) = least else { break };
        if equals.iter().any(|at| result.cost + election.projects[*at].cost > election.budget) {
            break;
        }
        let Some((next, tie)) = ties.first(election, &equals) else { break };
        result.ties.extend(tie);
        debug_assert!(near(&after) >= 0.0 && (!after.is_zero() || election.projects[next].cost == 0));
        let loaded = purse.add(after);
        for (ballot, _) in &support[next].by {
            load[*ballot as usize] = loaded;
        }
        result.cost += election.projects[next].cost;
        result.winners.push(next);
        open.retain(|at| *at != next);
    }
    result
}
