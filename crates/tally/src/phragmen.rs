//! Sequential Phragmén: each project is a load that its supporters share as evenly as can be; the next is the one
//! after which the most loaded voter carries least. It ends at the first project that does not fit (semantic point 15).
//!
//! After a project all its supporters carry the same load, so a load is a number of the round, and a project's next load is
//! (its cost + what its supporters carry) / their number: linear in the loads before, as in [`crate::exact`].

use crate::Election;
use crate::caps::Caps;
use crate::exact::{Form, Ledger, near};
use crate::support::Support;
use crate::ties::{Broken, Ties};
use num_rational::BigRational;
use num_traits::Zero;
use std::cmp::Ordering;

/// More than the relative error of one sum over the rounds.
const SLACK: f64 = 1e-11;

#[derive(Debug)]
pub(crate) struct Phragmen {
    pub(crate) winners: Vec<usize>,
    /// How many of the winners cost nothing.
    pub(crate) free: usize,
    pub(crate) cost: i64,
    pub(crate) ties: Vec<Broken>,
    /// The load of each round.
    pub(crate) ledger: Ledger,
    /// Equal projects of which one did not fit, and what was left: the counting ended there.
    pub(crate) stopped: Option<(Vec<usize>, i64)>,
}

pub(crate) fn phragmen(election: &Election, support: &Support, allowed: &[bool], ties: &Ties, caps: &Caps) -> Phragmen {
    // The last round in which a ballot took a load; none carries nothing.
    let mut last: Vec<Option<usize>> = vec![None; election.ballots.len()];
    let open = (0..election.projects.len()).filter(|at| allowed[*at] && support.of(*at).len() > 0);
    let (mut free, mut open): (Vec<usize>, Vec<usize>) = open.partition(|at| election.projects[*at].cost == 0);
    ties.sort(election, &mut free);
    let mut result =
        Phragmen { free: free.len(), winners: free, cost: 0, ties: Vec::new(), ledger: Ledger::new(&BigRational::zero()), stopped: None };
    let mut loads: Vec<f64> = Vec::new();
    let mut spent = caps.none_spent();
    open.retain(|at| caps.allows(&spent, *at, election.projects[*at].cost));
    loop {
        let mut best = f64::INFINITY;
        let mut candidates: Vec<(usize, Form, f64)> = Vec::new();
        for at in open.iter().copied() {
            let mut form = Form { constant: i128::from(election.projects[at].cost), prices: vec![0; loads.len()], ..Form::zero() };
            form.over = support.of(at).len() as i128;
            for (ballot, _) in support.of(at) {
                if let Some(round) = last[ballot as usize] {
                    form.prices[round] += 1;
                }
            }
            #[allow(clippy::cast_precision_loss, reason = "a filter; what it lets through is compared exactly")]
            let load = (form.constant as f64 + loads.iter().zip(&form.prices).map(|(load, times)| load * *times as f64).sum::<f64>())
                / form.over as f64;
            if load <= best * (1.0 + SLACK) {
                best = best.min(load);
                candidates.push((at, form, load));
            }
        }
        let mut least: Vec<(usize, Form)> = Vec::new();
        for (at, form, load) in candidates {
            if load > best * (1.0 + SLACK) {
                continue;
            }
            let order = least.first().map_or(Ordering::Less, |(_, other)| {
                if form.same(1, other, 1) == Some(true) { Ordering::Equal } else { result.ledger.compare(&form, 1, other, 1) }
            });
            match order {
                Ordering::Less => least = vec![(at, form)],
                Ordering::Equal => least.push((at, form)),
                Ordering::Greater => {}
            }
        }
        let equals: Vec<usize> = least.iter().map(|(at, _)| *at).collect();
        if equals.iter().any(|at| result.cost + election.projects[*at].cost > election.budget) {
            result.stopped = Some((equals, election.budget - result.cost));
            return result;
        }
        let Some((next, tie)) = ties.first(election, &equals) else { return result };
        result.ties.extend(tie);
        let Some((_, form)) = least.into_iter().find(|(at, _)| *at == next) else { return result };
        let round = loads.len();
        result.ledger.push(form);
        loads.push(near(&result.ledger.price(round)));
        for (ballot, _) in support.of(next) {
            last[ballot as usize] = Some(round);
        }
        result.winners.push(next);
        result.cost += election.projects[next].cost;
        caps.spend(&mut spent, next, election.projects[next].cost);
        open.retain(|at| *at != next && caps.allows(&spent, *at, election.projects[*at].cost));
    }
}
