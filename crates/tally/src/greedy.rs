//! Most worth per euro first, in the variants that cities use (semantic point 14).

use crate::Election;
use crate::caps::Caps;
use crate::support::Support;
use crate::ties::{Broken, Ties};
use num_bigint::BigInt;
use num_rational::BigRational;
use serde::Serialize;

/// What happens when the next project does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Misfit {
    /// It is passed over and the next one is tried.
    Skip,
    /// The list ends there. A project that costs more than the whole budget, or than what is set aside for its group, is
    /// passed over all the same (semantic point 13).
    Stop,
}

/// What greedy gives.
#[derive(Debug, Clone, Default)]
pub(crate) struct Greedy {
    pub(crate) winners: Vec<usize>,
    /// What the winners cost and what is paid of a last one in part, in cents.
    pub(crate) cost: i64,
    pub(crate) ties: Vec<Broken>,
    /// The last winner when it is paid in part, and what is paid, in cents.
    pub(crate) partial: Option<(usize, i64)>,
    /// What did not fit, and what was left at its turn, in cents.
    pub(crate) passed: Vec<(usize, i64)>,
    /// The project at which the list ended.
    pub(crate) stopped: Option<usize>,
}

pub(crate) struct Bounds<'a> {
    pub(crate) misfit: Misfit,
    /// A project that no longer fits is paid in part, as the last one, when at least this share of its cost is left, in
    /// millionths.
    pub(crate) partial: Option<u32>,
    pub(crate) caps: &'a Caps,
}

/// Funds what is worth most per euro, within what is left after `already`. Never a project that nobody supports (semantic
/// point 7).
pub(crate) fn greedy(
    election: &Election,
    support: &Support,
    allowed: &[bool],
    already: &[usize],
    ties: &Ties,
    bounds: &Bounds<'_>,
) -> Greedy {
    let mut spent = bounds.caps.spent(election, already);
    let mut result = Greedy { cost: already.iter().map(|at| election.projects[*at].cost).sum(), ..Greedy::default() };
    let open =
        |at: &usize| allowed[*at] && support.worth[*at] > 0 && election.projects[*at].cost <= election.budget && !already.contains(at);
    // What costs nothing comes before what costs something.
    let mut sorted: Vec<(Option<BigRational>, usize)> = (0..election.projects.len())
        .filter(open)
        .map(|at| {
            let cost = election.projects[at].cost;
            let worth = BigInt::from(support.worth[at]) * support.factor[at];
            ((cost > 0).then(|| BigRational::new(worth, cost.into())), at)
        })
        .collect();
    sorted.sort_by(|a, b| match (&a.0, &b.0) {
        (Some(a), Some(b)) => b.cmp(a),
        (a, b) => a.is_some().cmp(&b.is_some()),
    });
    for equal in sorted.chunk_by(|a, b| a.0 == b.0) {
        let mut equals: Vec<usize> = equal.iter().map(|(_, at)| *at).collect();
        while let Some((next, tie)) = ties.first(election, &equals) {
            result.ties.extend(tie);
            equals.retain(|at| *at != next);
            let cost = election.projects[next].cost;
            let left = election.budget - result.cost;
            let within = bounds.caps.allows(&spent, next, cost);
            if cost <= left && within {
                result.winners.push(next);
                result.cost += cost;
                bounds.caps.spend(&mut spent, next, cost);
                continue;
            }
            let enough = |share: u32| left > 0 && i128::from(left) * 1_000_000 >= i128::from(cost) * i128::from(share);
            if within && bounds.partial.is_some_and(enough) {
                result.winners.push(next);
                result.cost = election.budget;
                result.partial = Some((next, left));
                return result;
            }
            result.passed.push((next, left));
            if within && bounds.misfit == Misfit::Stop {
                result.stopped = Some(next);
                return result;
            }
        }
    }
    result
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use crate::{Misfit, Options, Reading, Rule, count, read};

    const FILE: &str = "META\nkey;value\nbudget;100\nvote_type;approval\nneighborhoods;north,south\nbudget_per_neighborhood;40,80\n\
        PROJECTS\nproject_id;cost;neighborhood\na;50;south\nb;60;south\nc;40;north\nd;10;north\nx;999;south\n\
        VOTES\nvoter_id;vote\n1;a,b,c,d,x\n2;a,b,c,x\n3;a,b,x\n4;a,x\n5;x\n";

    fn winners(options: Options) -> (Vec<String>, i64) {
        let election = read(FILE.as_bytes(), Reading::Strict).unwrap().election;
        let outcome = count(&election, &Options { rule: Rule::Greedy, ..options }).unwrap();
        (outcome.winner_ids(&election).into_iter().map(str::to_owned).collect(), outcome.total_cost)
    }

    #[test]
    fn a_project_that_does_not_fit_is_passed_over_or_ends_the_list() {
        assert_eq!(winners(Options::default()), (vec!["a".into(), "c".into(), "d".into()], 10_000));
        assert_eq!(winners(Options { misfit: Misfit::Stop, ..Options::default() }), (vec!["a".into()], 5_000));
    }

    #[test]
    fn the_last_project_is_paid_in_part_when_enough_of_it_can_be_paid() {
        let share = |percent: u32| Options { partial_last: Some(percent * 10_000), ..Options::default() };
        assert_eq!(winners(share(80)), (vec!["a".into(), "b".into()], 10_000), "50 of 60 is 83 %");
        assert_eq!(winners(share(90)).0, ["a", "c", "d"]);
    }

    #[test]
    fn a_group_gets_no_more_than_is_set_aside_for_it() {
        let options = Options { cap_neighbourhood: true, misfit: Misfit::Stop, ..Options::default() };
        assert_eq!(winners(options).0, ["a", "c"], "b is passed over: 50 + 60 > 80; so is d: 40 + 10 > 40");
    }

    #[test]
    fn projects_with_too_few_votes_take_no_part() {
        assert_eq!(winners(Options { threshold: Some(3), ..Options::default() }).0, ["a"]);
        assert_eq!(winners(Options { exclude: vec!["a".into()], ..Options::default() }).0, ["b", "c"]);
    }
}
