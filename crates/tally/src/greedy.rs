//! Most worth per euro first, in the variants that cities use (semantic point 14).

use crate::ties::{Tie, Ties};
use crate::{Election, Utility};
use num_bigint::BigInt;
use num_rational::BigRational;
use serde::Serialize;

/// What happens when the next project does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Misfit {
    /// It is passed over and the next one is tried.
    Skip,
    /// The list ends there. A project that costs more than the whole budget is passed over all the same (semantic point 13).
    Stop,
}

/// What greedy gives.
#[derive(Debug, Clone, Default)]
pub(crate) struct Greedy {
    pub(crate) winners: Vec<usize>,
    pub(crate) cost: i64,
    pub(crate) ties: Vec<Tie>,
    /// A last project that is paid in part, and what is paid, in cents.
    pub(crate) partial: Option<(usize, i64)>,
}

pub(crate) struct Bounds<'a> {
    pub(crate) misfit: Misfit,
    /// The last project may be paid in part when at least this share of its cost, in percent, is left.
    pub(crate) partial_percent: Option<u8>,
    /// Money per group of projects: for each project the places of its groups, and the money of each group in cents.
    pub(crate) caps: &'a Caps,
}

/// Money set aside per neighbourhood or category (semantic point 20).
#[derive(Debug, Default)]
pub(crate) struct Caps {
    pub(crate) money: Vec<i64>,
    pub(crate) of: Vec<Vec<usize>>,
}

impl Caps {
    pub(crate) fn allows(&self, spent: &[i64], project: usize, cost: i64) -> bool {
        self.of.get(project).is_none_or(|groups| groups.iter().all(|group| spent[*group] + cost <= self.money[*group]))
    }
    pub(crate) fn spend(&self, spent: &mut [i64], project: usize, cost: i64) {
        for group in self.of.get(project).into_iter().flatten() {
            spent[*group] += cost;
        }
    }
}

/// Funds what is worth most per euro, within what is left after `already`. Never a project that nobody supports (semantic point 7).
pub(crate) fn greedy(
    election: &Election,
    utility: Utility,
    allowed: &[bool],
    already: &[usize],
    ties: &Ties,
    bounds: &Bounds<'_>,
) -> Greedy {
    let mut worth = vec![0_i64; election.projects.len()];
    for ballot in &election.ballots {
        for (at, (project, points)) in ballot.choices.iter().enumerate() {
            worth[*project] =
                worth[*project].saturating_add(election.worth(utility, *project, *points, at).saturating_mul(i64::from(ballot.weight)));
        }
    }
    let density = |at: usize| BigRational::new(BigInt::from(worth[at]), BigInt::from(election.projects[at].cost.max(1)));
    let mut spent = vec![0; bounds.caps.money.len()];
    let mut result = Greedy { cost: already.iter().map(|at| election.projects[*at].cost).sum(), ..Greedy::default() };
    for at in already {
        bounds.caps.spend(&mut spent, *at, election.projects[*at].cost);
    }
    let mut open: Vec<usize> = (0..election.projects.len()).filter(|at| allowed[*at] && worth[*at] > 0 && !already.contains(at)).collect();
    open.retain(|at| election.projects[*at].cost <= election.budget);
    let mut misfit: Option<usize> = None;
    let mut sorted: Vec<(BigRational, usize)> = open.iter().map(|at| (density(*at), *at)).collect();
    sorted.sort_by(|a, b| b.0.cmp(&a.0));
    let mut from = 0;
    'rounds: while from < sorted.len() {
        let to = (from..sorted.len()).find(|at| sorted[*at].0 != sorted[from].0).unwrap_or(sorted.len());
        let mut equals: Vec<usize> = sorted[from..to].iter().map(|(_, at)| *at).collect();
        while let Some((next, tie)) = ties.first(election, &equals) {
            result.ties.extend(tie);
            equals.retain(|at| *at != next);
            let cost = election.projects[next].cost;
            if result.cost + cost <= election.budget && bounds.caps.allows(&spent, next, cost) {
                result.winners.push(next);
                result.cost += cost;
                bounds.caps.spend(&mut spent, next, cost);
            } else {
                misfit = misfit.or(Some(next));
                if bounds.misfit == Misfit::Stop {
                    break 'rounds;
                }
            }
        }
        from = to;
    }
    if let (Some(percent), Some(next)) = (bounds.partial_percent, misfit) {
        let left = election.budget - result.cost;
        let cost = election.projects[next].cost;
        if left > 0 && i128::from(left) * 100 >= i128::from(cost) * i128::from(percent) {
            result.partial = Some((next, left.min(cost)));
        }
    }
    result
}
