//! The whole count: the rule, its completion, the comparison with most votes.

use crate::exact::{euros, ratio, whole};
use crate::explain::{Loser, Round, losers};
use crate::greedy::{Bounds, Caps, Greedy, Misfit, greedy};
use crate::phragmen::phragmen;
use crate::shares::{Run, Support, run, support};
use crate::ties::{Tie, TieKey, Ties};
use crate::{Election, Kind, Utility};
use num_rational::BigRational;
use num_traits::Zero;
use serde::Serialize;

/// Which rule counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// The Method of Equal Shares.
    EqualShares,
    /// Most worth per euro first.
    Greedy,
    /// Sequential Phragmén.
    Phragmen,
}

/// What happens with money that equal shares leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Completion {
    /// It stays unspent.
    None,
    /// Everybody gets a little more, and the method runs again, until more would overspend.
    Add1,
    /// Greedy spends it.
    Utilitarian,
    /// First add1, then greedy.
    Add1Utilitarian,
}

/// How much each ballot starts with (semantic point 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Start {
    /// Budget divided by ballots, rounded down to a whole unit of currency.
    Floor,
    /// Budget divided by ballots, exactly.
    Exact,
}

/// When add1 stops (semantic point 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stop {
    /// Only when the next outcome costs more than the budget: the official rule of Wieliczka.
    OverBudget,
    /// Also as soon as no supported project fits in what is left.
    Exhaustive,
}

/// What the outcome is compared with (semantic point 10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Comparison {
    /// Nothing.
    None,
    /// Greedy, which replaces equal shares only when strictly more voters have more of their projects in it.
    Greedy,
}

/// Everything that is decided before the ballots are opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Options {
    /// The rule.
    pub rule: Rule,
    /// What a project is worth; the usual one of the kind of ballot when absent.
    pub utility: Option<Utility>,
    /// What happens with money that is left.
    pub completion: Completion,
    /// How much each ballot starts with.
    pub start: Start,
    /// When add1 stops.
    pub stop: Stop,
    /// What add1 adds per share, in cents.
    pub increment: i64,
    /// The order in which ties are broken.
    pub ties: Vec<TieKey>,
    /// The seed of the lots.
    pub lot_seed: u64,
    /// What the outcome is compared with.
    pub compare: Comparison,
    /// What greedy does with a project that does not fit.
    pub misfit: Misfit,
    /// Projects with fewer votes take no part.
    pub threshold: Option<u64>,
    /// Greedy may pay the last project in part when this percentage of its cost is left.
    pub partial_last: Option<u8>,
    /// Keep to the money per neighbourhood that the file names.
    pub cap_neighbourhood: bool,
    /// Keep to the money per category that the file names.
    pub cap_category: bool,
    /// Projects that take no part, by id.
    pub exclude: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            rule: Rule::EqualShares,
            utility: None,
            completion: Completion::None,
            start: Start::Exact,
            stop: Stop::OverBudget,
            increment: 100,
            ties: vec![TieKey::Cost, TieKey::Votes, TieKey::Lot],
            lot_seed: 0,
            compare: Comparison::None,
            misfit: Misfit::Skip,
            threshold: None,
            partial_last: None,
            cap_neighbourhood: false,
            cap_category: false,
            exclude: Vec::new(),
        }
    }
}

/// Why a count cannot begin.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OptionsError {
    /// A key of the order of ties that does not exist.
    #[error("«{0}» is no key for ties; use cost, votes, file, id or lot")]
    TieKey(String),
    /// add1 with nothing to add.
    #[error("the increment must be more than nothing")]
    Increment,
    /// An id to leave out that no project has.
    #[error("there is no project «{0}» to leave out")]
    Exclude(String),
    /// Money per group was asked for a rule that cannot keep to it.
    #[error("money per neighbourhood or category is kept by greedy only")]
    Caps,
    /// The file sets no money aside.
    #[error("the file names no money per {0}")]
    NoCaps(&'static str),
    /// A budget or an election that cannot be counted.
    #[error("a budget of more than nothing is needed")]
    Budget,
}

/// How many voters are better off with one of two outcomes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Versus {
    /// Voters with strictly more of their projects under equal shares.
    pub prefer_rule: u64,
    /// Voters with strictly more of their projects under greedy.
    pub prefer_greedy: u64,
    /// What greedy would fund, in its order.
    pub greedy: Vec<String>,
    /// Whether greedy replaced the rule.
    pub replaced: bool,
}

/// What comes out.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// Places of the winners, in the order elected.
    pub winners: Vec<usize>,
    /// What they cost together, in cents.
    pub total_cost: i64,
    /// What each ballot started with in the run that counts, in euros, exact.
    pub endowment: Option<String>,
    /// How often the method ran.
    pub runs: u64,
    /// Ties in the run that counts.
    pub ties: Vec<Tie>,
    /// Purchases in the run that counts.
    pub rounds: Vec<Round>,
    /// Places of the winners that the completion added.
    pub completed: Vec<usize>,
    /// A last project paid in part, with the cents paid.
    pub partial: Option<(usize, i64)>,
    /// Why the others were not bought.
    pub losers: Vec<Loser>,
    /// The comparison, when one was asked.
    pub comparison: Option<Versus>,
    /// Ballots none of whose projects won.
    pub empty_handed: u64,
    /// What the reader of the outcome should know.
    pub warnings: Vec<String>,
}

impl Outcome {
    /// The ids of the winners, in the order elected.
    #[must_use]
    pub fn winner_ids<'a>(&self, election: &'a Election) -> Vec<&'a str> {
        self.winners.iter().map(|at| election.projects[*at].id.as_str()).collect()
    }
}

fn caps(election: &Election, options: &Options) -> Result<Caps, OptionsError> {
    let mut caps = Caps { money: Vec::new(), of: vec![Vec::new(); election.projects.len()] };
    for (asked, key, word) in
        [(options.cap_neighbourhood, "budget_per_neighborhood", "neighbourhood"), (options.cap_category, "budget_per_category", "category")]
    {
        if !asked {
            continue;
        }
        let named = election.meta(key).ok_or(OptionsError::NoCaps(word))?;
        for (name, amount) in crate::file::amounts(named) {
            let group = caps.money.len();
            caps.money.push(amount);
            for (at, project) in election.projects.iter().enumerate() {
                let belongs = if word == "category" {
                    project.categories.contains(&name)
                } else {
                    project.neighbourhood.as_deref() == Some(name.as_str())
                };
                if belongs {
                    caps.of[at].push(group);
                }
            }
        }
    }
    Ok(caps)
}

/// Counts.
///
/// # Errors
/// When the options do not fit the election.
pub fn count(election: &Election, options: &Options) -> Result<Outcome, OptionsError> {
    if election.budget <= 0 {
        return Err(OptionsError::Budget);
    }
    if options.increment <= 0 {
        return Err(OptionsError::Increment);
    }
    if options.rule != Rule::Greedy && (options.cap_neighbourhood || options.cap_category) {
        return Err(OptionsError::Caps);
    }
    for id in &options.exclude {
        if !election.projects.iter().any(|project| project.id == *id) {
            return Err(OptionsError::Exclude(id.clone()));
        }
    }
    let utility = options.utility.unwrap_or(match election.kind {
        Kind::Approval => Utility::Cost,
        Kind::Points | Kind::Cumulative => Utility::Points,
        Kind::Ordinal => Utility::Borda,
    });
    let votes = election.votes();
    let allowed: Vec<bool> = (0..election.projects.len())
        .map(|at| {
            let project = &election.projects[at];
            project.cost <= election.budget
                && !options.exclude.contains(&project.id)
                && options.threshold.is_none_or(|least| votes[at] >= least)
        })
        .collect();
    let ties = Ties::new(election, &options.ties, options.lot_seed);
    let caps = caps(election, options)?;
    let bounds = Bounds { misfit: options.misfit, partial_percent: options.partial_last, caps: &caps };
    let mut warnings = Vec::new();
    let too_dear = election.projects.iter().filter(|project| project.cost > election.budget).count();
    if too_dear > 0 {
        warnings.push(format!("{too_dear} projects cost more than the whole budget and take no part"));
    }
    let support = support(election, utility);
    let mut outcome = match options.rule {
        Rule::EqualShares => equal_shares(election, options, utility, &support, &allowed, &ties, &bounds),
        Rule::Greedy => from_greedy(greedy(election, utility, &allowed, &[], &ties, &bounds)),
        Rule::Phragmen => {
            let found = phragmen(election, &support, &allowed, &ties);
            Outcome { winners: found.winners, total_cost: found.cost, ties: found.ties, ..empty() }
        }
    };
    if options.compare == Comparison::Greedy {
        let other = greedy(election, utility, &allowed, &[], &ties, &bounds);
        let (prefer_rule, prefer_greedy) = preferences(election, &outcome.winners, &other.winners);
        let replaced = prefer_greedy > prefer_rule;
        let ids = other.winners.iter().map(|at| election.projects[*at].id.clone()).collect();
        let versus = Versus { prefer_rule, prefer_greedy, greedy: ids, replaced };
        if replaced {
            outcome = from_greedy(other);
        }
        outcome.comparison = Some(versus);
    }
    outcome.empty_handed = election
        .ballots
        .iter()
        .filter(|ballot| !ballot.choices.iter().any(|(project, points)| *points > 0 && outcome.winners.contains(project)))
        .count() as u64;
    outcome.warnings = warnings;
    Ok(outcome)
}

fn empty() -> Outcome {
    Outcome {
        winners: Vec::new(),
        total_cost: 0,
        endowment: None,
        runs: 1,
        ties: Vec::new(),
        rounds: Vec::new(),
        completed: Vec::new(),
        partial: None,
        losers: Vec::new(),
        comparison: None,
        empty_handed: 0,
        warnings: Vec::new(),
    }
}

fn from_greedy(found: Greedy) -> Outcome {
    Outcome { winners: found.winners, total_cost: found.cost, ties: found.ties, partial: found.partial, ..empty() }
}

fn preferences(election: &Election, a: &[usize], b: &[usize]) -> (u64, u64) {
    let mut counts = (0, 0);
    for ballot in &election.ballots {
        let has = |winners: &[usize]| ballot.choices.iter().filter(|(project, points)| *points > 0 && winners.contains(project)).count();
        match has(a).cmp(&has(b)) {
            std::cmp::Ordering::Greater => counts.0 += u64::from(ballot.weight),
            std::cmp::Ordering::Less => counts.1 += u64::from(ballot.weight),
            std::cmp::Ordering::Equal => {}
        }
    }
    counts
}

fn equal_shares(
    election: &Election,
    options: &Options,
    utility: Utility,
    support: &[Support],
    allowed: &[bool],
    ties: &Ties,
    bounds: &Bounds<'_>,
) -> Outcome {
    let shares: i64 = election.ballots.iter().map(|ballot| i64::from(ballot.weight)).sum();
    if shares == 0 {
        return Outcome { endowment: Some("0".into()), ..empty() };
    }
    let mut endowment = ratio(election.budget, shares);
    if options.start == Start::Floor {
        endowment = (endowment / whole(100)).floor() * whole(100);
    }
    let supported: Vec<usize> = (0..election.projects.len()).filter(|at| allowed[*at] && !support[*at].by.is_empty()).collect();
    let mut current = run(election, support, allowed, &endowment, ties, false);
    let mut runs = 1;
    if matches!(options.completion, Completion::Add1 | Completion::Add1Utilitarian) {
        loop {
            let bought_all = supported.iter().all(|at| current.winners.contains(at));
            if bought_all || (options.stop == Stop::Exhaustive && exhaustive(election, &supported, &current)) {
                break;
            }
            let more = &endowment + whole(options.increment);
            let next = run(election, support, allowed, &more, ties, false);
            runs += 1;
            if next.cost > election.budget {
                break;
            }
            endowment = more;
            current = next;
        }
    }
    let last = run(election, support, allowed, &endowment, ties, true);
    let mut outcome = Outcome {
        winners: last.winners.clone(),
        total_cost: last.cost,
        endowment: Some(euros(&endowment)),
        runs,
        ties: last.ties.clone(),
        rounds: last.rounds.clone(),
        ..empty()
    };
    if matches!(options.completion, Completion::Utilitarian | Completion::Add1Utilitarian) {
        let added = greedy(election, utility, allowed, &last.winners, ties, bounds);
        outcome.total_cost = added.cost;
        outcome.ties.extend(added.ties);
        outcome.winners.extend(&added.winners);
        outcome.partial = added.partial;
        outcome.completed = added.winners;
    }
    outcome.losers = losers(election, support, &last, &outcome.winners);
    debug_assert!(last.left.iter().all(|left| *left >= BigRational::zero()));
    outcome
}

fn exhaustive(election: &Election, supported: &[usize], run: &Run) -> bool {
    supported.iter().filter(|at| !run.winners.contains(at)).all(|at| run.cost + election.projects[*at].cost > election.budget)
}
