//! What sets a group apart, and what unites: the tests and orders of Polis.

use serde::Serialize;

use crate::id::StatementId;
use crate::votes::VoteCounts;

/// One-sided significance at 90 %, as Polis rounds it.
pub const Z_90: f64 = 1.2816;
/// How many statements represent a group, and how many are told as consensus, at most.
pub const TOLD: usize = 5;

/// Whether people agree or disagree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// For the statement.
    Agree,
    /// Against it.
    Disagree,
}

/// How a group votes on a statement, beside everybody in another group. All numbers exist for every count, zero included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparison {
    /// The group's counts.
    pub counts: VoteCounts,
    /// Chance that a member agrees: (agrees + 1) / (seen + 2), between 0 and 1.
    pub agree: f64,
    /// Chance that a member disagrees.
    pub disagree: f64,
    /// z of agreement against one half.
    pub agree_test: f64,
    /// z of disagreement against one half.
    pub disagree_test: f64,
    /// How many times likelier a member agrees than somebody in another group.
    pub agree_ratio: f64,
    /// How many times likelier a member disagrees than somebody in another group.
    pub disagree_ratio: f64,
    /// z of the difference in agreeing.
    pub agree_ratio_test: f64,
    /// z of the difference in disagreeing.
    pub disagree_ratio_test: f64,
}

/// (successes + 1) / (trials + 2).
#[must_use]
pub fn smoothed(successes: u64, trials: u64) -> f64 {
    (successes as f64 + 1.0) / (trials as f64 + 2.0)
}

/// z of a share against one half: 2 · √(n + 1) · ((s + 1) / (n + 1) − ½).
#[must_use]
pub fn proportion_test(successes: u64, trials: u64) -> f64 {
    let trials = trials as f64 + 1.0;
    2.0 * trials.sqrt() * ((successes as f64 + 1.0) / trials - 0.5)
}

/// z of the difference of two shares, every count one higher; 0 where everything is a success.
#[must_use]
pub fn two_proportion_test(successes: u64, trials: u64, other_successes: u64, other_trials: u64) -> f64 {
    let [successes, trials, other_successes, other_trials] =
        [successes, trials, other_successes, other_trials].map(|count| count as f64 + 1.0);
    let pooled = (successes + other_successes) / (trials + other_trials);
    if pooled >= 1.0 {
        return 0.0;
    }
    (successes / trials - other_successes / other_trials) / (pooled * (1.0 - pooled) * (1.0 / trials + 1.0 / other_trials)).sqrt()
}

impl Comparison {
    /// Compares a group with all others together.
    #[must_use]
    pub fn new(counts: VoteCounts, others: VoteCounts) -> Self {
        let agree = smoothed(counts.agrees, counts.seen);
        let disagree = smoothed(counts.disagrees, counts.seen);
        Self {
            counts,
            agree,
            disagree,
            agree_test: proportion_test(counts.agrees, counts.seen),
            disagree_test: proportion_test(counts.disagrees, counts.seen),
            agree_ratio: agree / smoothed(others.agrees, others.seen),
            disagree_ratio: disagree / smoothed(others.disagrees, others.seen),
            agree_ratio_test: two_proportion_test(counts.agrees, counts.seen, others.agrees, others.seen),
            disagree_ratio_test: two_proportion_test(counts.disagrees, counts.seen, others.disagrees, others.seen),
        }
    }

    fn is_sufficient(&self) -> bool {
        (self.agree_ratio_test > Z_90 && self.agree_test > Z_90) || (self.disagree_ratio_test > Z_90 && self.disagree_test > Z_90)
    }

    /// For or against: where the group differs more from the others.
    #[must_use]
    pub fn direction(&self) -> Direction {
        if self.agree_ratio_test > self.disagree_ratio_test { Direction::Agree } else { Direction::Disagree }
    }

    fn agreeing(&self) -> f64 {
        self.agree_ratio * self.agree_ratio_test * self.agree * self.agree_test
    }

    fn weight(&self) -> f64 {
        match self.direction() {
            Direction::Agree => self.agreeing(),
            Direction::Disagree => self.disagree_ratio * self.disagree_ratio_test * self.disagree * self.disagree_test,
        }
    }

    fn told(&self, statement: &StatementId, best_agree: bool) -> Representative {
        let direction = self.direction();
        let agrees = direction == Direction::Agree;
        let either = |agree, disagree| if agrees { agree } else { disagree };
        Representative {
            statement: statement.clone(),
            direction,
            n_success: if agrees { self.counts.agrees } else { self.counts.disagrees },
            n_trials: self.counts.seen,
            p_success: either(self.agree, self.disagree),
            p_test: either(self.agree_test, self.disagree_test),
            repness: either(self.agree_ratio, self.disagree_ratio),
            repness_test: either(self.agree_ratio_test, self.disagree_ratio_test),
            best_agree,
        }
    }
}

/// A statement that sets a group apart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Representative {
    /// Which statement.
    pub statement: StatementId,
    /// Whether the group is for or against it.
    pub direction: Direction,
    /// How many members voted in that direction.
    pub n_success: u64,
    /// How many members saw it.
    pub n_trials: u64,
    /// Smoothed share of the members, between 0 and 1.
    pub p_success: f64,
    /// z of that share against one half.
    pub p_test: f64,
    /// How many times likelier than among the others.
    pub repness: f64,
    /// z of the difference from the others.
    pub repness_test: f64,
    /// Whether it was taken as the statement the group agrees with most.
    pub best_agree: bool,
}

/// The statements that represent a group, in the order of Polis: the best agreement, then whatever is significant by
/// weight, at most five, agreements before disagreements. Where nothing is significant, one statement.
/// Columns are taken in the order of `statements`; `untold` ones are passed over.
pub(crate) fn representative(statements: &[StatementId], compared: &[Comparison], untold: &[bool]) -> Vec<Representative> {
    let mut sufficient: Vec<usize> = Vec::new();
    let mut best: Option<usize> = None;
    let mut best_agree: Option<usize> = None;
    for (column, comparison) in compared.iter().enumerate().filter(|(column, _)| !untold[*column]) {
        let strongest = |place: usize| compared[place].agree_ratio_test.max(compared[place].disagree_ratio_test);
        if comparison.is_sufficient() {
            sufficient.push(column);
        }
        if sufficient.is_empty() && best.is_none_or(|best| strongest(column) > strongest(best)) {
            best = Some(column);
        }
        if comparison.counts.agrees + comparison.counts.disagrees > 0 {
            let better = match best_agree.map(|place| &compared[place]) {
                Some(current) if current.agree_ratio > 1.0 => comparison.agreeing() > current.agreeing(),
                Some(current) => comparison.agree * comparison.agree_test > current.agree * current.agree_test,
                None => comparison.agree_test > Z_90 || (comparison.agree_ratio > 1.0 && comparison.agree > 0.5),
            };
            if better {
                best_agree = Some(column);
            }
        }
    }
    if sufficient.is_empty() {
        let only = best_agree.or(best);
        return only.map(|column| compared[column].told(&statements[column], best_agree == Some(column))).into_iter().collect();
    }
    sufficient.retain(|column| Some(*column) != best_agree);
    sufficient.sort_by(|left, right| compared[*right].weight().total_cmp(&compared[*left].weight()));
    let mut told: Vec<Representative> = best_agree
        .into_iter()
        .chain(sufficient)
        .take(TOLD)
        .map(|column| compared[column].told(&statements[column], best_agree == Some(column)))
        .collect();
    told.sort_by_key(|one| one.direction == Direction::Disagree);
    told
}

/// A statement on which all who voted lean the same way.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Shared {
    /// Which statement.
    pub statement: StatementId,
    /// How many agree (or disagree).
    pub n_success: u64,
    /// How many saw it.
    pub n_trials: u64,
    /// Smoothed share, between 0 and 1.
    pub p_success: f64,
    /// z of the share against one half.
    pub p_test: f64,
}

/// What all who voted agree on and what they disagree with, without regard to groups: at most five each.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Consensus {
    /// Most shared agreement first.
    pub agree: Vec<Shared>,
    /// Most shared disagreement first.
    pub disagree: Vec<Shared>,
}

/// Consensus among everybody who voted; `untold` columns hold none.
pub(crate) fn consensus(statements: &[StatementId], counts: &[VoteCounts], untold: &[bool]) -> Consensus {
    let list = |successes: fn(&VoteCounts) -> u64| {
        let mut list: Vec<Shared> = statements
            .iter()
            .zip(counts.iter().zip(untold))
            .filter(|(_, (_, out))| !**out)
            .map(|(statement, (counts, _))| Shared {
                statement: statement.clone(),
                n_success: successes(counts),
                n_trials: counts.seen,
                p_success: smoothed(successes(counts), counts.seen),
                p_test: proportion_test(successes(counts), counts.seen),
            })
            .filter(|shared| shared.p_success > 0.5 && shared.p_test > Z_90)
            .collect();
        list.sort_by(|left, right| (right.p_success * right.p_test).total_cmp(&(left.p_success * left.p_test)));
        list.truncate(TOLD);
        list
    };
    Consensus { agree: list(|counts| counts.agrees), disagree: list(|counts| counts.disagrees) }
}

/// The weight with which a statement is shown next: statements that few saw, that tell people apart and that are not
/// passed over come more often. `extremity` is the statement's distance from the middle of the map.
///
/// A weight is at least 0. A statement without votes weighs 5.0625; a question about people always 49.
///
/// ```
/// use opinion::{VoteCounts, routing_priority};
/// assert_eq!(routing_priority(VoteCounts::default(), 0.0, false), 5.0625);
/// ```
#[must_use]
pub fn routing_priority(counts: VoteCounts, extremity: f64, meta: bool) -> f64 {
    if meta {
        return 49.0;
    }
    let passing = smoothed(counts.passes(), counts.seen);
    let agreeing = smoothed(counts.agrees, counts.seen);
    let importance = (1.0 - passing) * (extremity + 1.0) * agreeing;
    (importance * (1.0 + 8.0 * (-(counts.seen as f64) / 5.0).exp2())).powi(2)
}
