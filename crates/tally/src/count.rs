//! The whole count: the rule, its completion, the comparison with most votes.

use crate::caps::Caps;
use crate::exact::{euros, whole};
use crate::explain::{Accounts, Loser, Reason, Round, Step, plain};
use crate::greedy::{Bounds, Greedy, Misfit, greedy};
use crate::phragmen::phragmen;
use crate::shares::{Run, run};
use crate::support::Support;
use crate::ties::{Broken, Tie, TieKey, TieLog, Ties};
use crate::{Election, MOST_MONEY, MOST_POINTS, Utility, WHOLE_SHARE};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;
use serde::Serialize;
use std::collections::VecDeque;

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
    /// Projects with fewer votes (or points, where points were given) take no part.
    pub threshold: Option<u64>,
    /// Greedy may pay a last project in part when at least this share of its cost is left, in millionths.
    pub partial_last: Option<u32>,
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
    /// The file sets no money aside.
    #[error("the file names no money per {0}")]
    NoCaps(&'static str),
    /// The file sets money aside in a way that cannot be understood.
    #[error("what the file says of money per {0} cannot be understood: as many amounts as names are needed")]
    UnclearCaps(&'static str),
    /// No budget, or more than can be counted with.
    #[error("a budget of more than nothing, and of ten thousand billion at most, is needed")]
    Budget,
    /// A project, a choice or a weight outside its range.
    #[error(
        "a cost below nothing, more points than a billion, a ballot without weight or a choice of a project that is not there cannot be counted"
    )]
    Election,
}

/// The outcome beside most votes first (greedy with cost as utility): semantic point 10.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Compared {
    /// Whether the comparison could replace the outcome.
    pub asked: Comparison,
    /// Whether most votes replaced the rule.
    pub replaced: bool,
    /// Ballots with strictly more of their projects under the rule.
    pub prefer_rule: u64,
    /// Ballots with strictly more of their projects under most votes.
    pub prefer_greedy: u64,
    /// What most votes would fund, in its order.
    pub greedy: Vec<String>,
    /// What these cost, in euros.
    pub greedy_cost: String,
    /// Ballots counted, blank ones included.
    pub ballots: u64,
    /// Of these, ballots none of whose projects won, under the rule and under most votes.
    pub with_nothing: [u64; 2],
    /// Winners on all ballots together: divided by the ballots the average per ballot.
    pub winners_on_ballots: [u64; 2],
    /// Ballots with 0, 1, 2, … of their projects among the winners.
    pub distribution: Vec<[u64; 2]>,
}

/// What comes out.
#[derive(Debug)]
pub struct Outcome {
    /// Places of the winners in [`Election::projects`], in the order elected.
    pub winners: Vec<usize>,
    /// What is paid for them together, in cents; never more than the budget.
    pub total_cost: i64,
    /// What each share held in the run that counts, in euros, exact, as a whole number or a fraction. Equal shares only.
    pub endowment: Option<String>,
    /// How often the method ran.
    pub runs: u64,
    /// Every tie that was broken, in whatever run, those of the run that counts first.
    pub ties: Vec<Tie>,
    /// How each winner was elected.
    pub rounds: Vec<Round>,
    /// Places of the winners that the completion added.
    pub completed: Vec<usize>,
    /// A last project paid in part, with the cents paid.
    pub partial: Option<(usize, i64)>,
    /// Why the others were not funded.
    pub losers: Vec<Loser>,
    /// The outcome beside most votes first; absent where the rule is greedy itself.
    pub comparison: Option<Compared>,
    /// Who paid what, where the winners were bought with shares.
    pub accounts: Option<Accounts>,
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

/// More runs of add1 than any budget needs with a sensible increment; there it ends, and says so.
const MOST_RUNS: u64 = 1_000_000;

/// Counts.
///
/// # Errors
/// When the options do not fit the election, or the election holds what cannot be counted with.
pub fn count(election: &Election, options: &Options) -> Result<Outcome, OptionsError> {
    count_watched(election, options, &mut |_| {})
}

/// Counts, and tells after each run of add1 how many there were.
///
/// # Errors
/// As [`count`].
pub fn count_watched(election: &Election, options: &Options, watch: &mut dyn FnMut(u64)) -> Result<Outcome, OptionsError> {
    check(election, options)?;
    let caps = Caps::new(election, options.cap_neighbourhood, options.cap_category)?;
    let utility = options.utility.unwrap_or(Utility::usual(election.kind));
    let (votes, scores) = (election.votes(), election.scores());
    let allowed: Vec<bool> = (0..election.projects.len())
        .map(|at| {
            let project = &election.projects[at];
            project.cost <= election.budget
                && !options.exclude.contains(&project.id)
                && options.threshold.is_none_or(|least| scores[at] >= least)
        })
        .collect();
    let ties = Ties::new(election, &options.ties, options.lot_seed);
    let count = Count { election, options, caps: &caps, votes: &votes, scores: &scores, allowed: &allowed, ties: &ties };
    let mut outcome = match options.rule {
        Rule::EqualShares => count.equal_shares(utility, watch),
        Rule::Greedy => count.greedy(utility),
        Rule::Phragmen => count.phragmen(),
    };
    if options.rule != Rule::Greedy {
        let most_votes = count.greedy(Utility::Cost);
        let mut compared = compare(election, options.compare, &outcome, &most_votes);
        if compared.replaced {
            let runs = outcome.runs;
            let warnings = std::mem::take(&mut outcome.warnings);
            outcome = Outcome { runs, warnings, ..most_votes };
            compared.replaced = true;
        }
        outcome.comparison = Some(compared);
    }
    outcome.warnings.extend(count.warnings());
    Ok(outcome)
}

fn check(election: &Election, options: &Options) -> Result<(), OptionsError> {
    if !(1..=MOST_MONEY).contains(&election.budget) {
        return Err(OptionsError::Budget);
    }
    if !(1..=MOST_MONEY).contains(&options.increment) {
        return Err(OptionsError::Increment);
    }
    if let Some(id) = options.exclude.iter().find(|id| !election.projects.iter().any(|project| project.id == **id)) {
        return Err(OptionsError::Exclude(id.clone()));
    }
    let projects_sound = election.projects.iter().all(|project| (0..=MOST_MONEY).contains(&project.cost));
    let mut seen = vec![usize::MAX; election.projects.len()];
    let ballots_sound = election.ballots.iter().enumerate().all(|(at, ballot)| {
        ballot.weight > 0
            && ballot.choices.iter().all(|(project, points)| {
                *points <= MOST_POINTS && seen.get_mut(*project).is_some_and(|seen| std::mem::replace(seen, at) != at)
            })
    });
    if projects_sound && ballots_sound { Ok(()) } else { Err(OptionsError::Election) }
}

fn compare(election: &Election, asked: Comparison, rule: &Outcome, greedy: &Outcome) -> Compared {
    let among = |winners: &[usize]| {
        let mut among = vec![false; election.projects.len()];
        for at in winners {
            among[*at] = true;
        }
        among
    };
    let (a, b) = (among(&rule.winners), among(&greedy.winners));
    let mut compared = Compared {
        asked,
        replaced: false,
        prefer_rule: 0,
        prefer_greedy: 0,
        greedy: greedy.winners.iter().map(|at| election.projects[*at].id.clone()).collect(),
        greedy_cost: plain(greedy.total_cost),
        ballots: election.ballots.len() as u64,
        with_nothing: [0, 0],
        winners_on_ballots: [0, 0],
        distribution: Vec::new(),
    };
    for ballot in &election.ballots {
        let has = |among: &[bool]| ballot.choices.iter().filter(|(project, points)| *points > 0 && among[*project]).count();
        let both = [has(&a), has(&b)];
        compared.prefer_rule += u64::from(both[0] > both[1]);
        compared.prefer_greedy += u64::from(both[1] > both[0]);
        for (side, has) in both.into_iter().enumerate() {
            compared.with_nothing[side] += u64::from(has == 0);
            compared.winners_on_ballots[side] += has as u64;
            if compared.distribution.len() <= has {
                compared.distribution.resize(has + 1, [0, 0]);
            }
            compared.distribution[has][side] += 1;
        }
    }
    compared.replaced = asked == Comparison::Greedy && compared.prefer_greedy > compared.prefer_rule;
    compared
}

/// Everything that a count looks at.
struct Count<'a> {
    election: &'a Election,
    options: &'a Options,
    caps: &'a Caps,
    votes: &'a [u64],
    scores: &'a [u64],
    allowed: &'a [bool],
    ties: &'a Ties,
}

impl Count<'_> {
    fn warnings(&self) -> Vec<String> {
        let mut warnings = Vec::new();
        let dear = self.election.projects.iter().filter(|project| project.cost > self.election.budget).count();
        if dear > 0 {
            warnings.push(format!("projects that cost more than the whole budget and take no part: {dear}"));
        }
        let weighed = self.election.ballots.iter().filter(|ballot| ballot.weight != WHOLE_SHARE).count();
        if weighed > 0 && self.options.rule != Rule::EqualShares {
            warnings.push(format!("ballots whose weight does not count, since only equal shares have shares to weigh: {weighed}"));
        }
        let negative = self.election.ballots.iter().flat_map(|ballot| &ballot.choices).filter(|(_, points)| *points < 0).count();
        if negative > 0 {
            warnings.push(format!("choices with points below nothing, which count as nothing: {negative}"));
        }
        warnings
    }

    fn told(&self, ties: Vec<Broken>) -> Vec<Tie> {
        let mut log = TieLog::default();
        log.add(&ties);
        log.told(self.election, &ties)
    }

    fn bounds(&self) -> Bounds<'_> {
        Bounds { misfit: self.options.misfit, partial: self.options.partial_last, caps: self.caps }
    }

    /// Why each project that did not win did not, as far as that does not depend on the rule.
    fn losers(&self, support: &Support, winners: &[usize], mut why: impl FnMut(usize, &mut Loser)) -> Vec<Loser> {
        let spent = self.caps.spent(self.election, winners);
        let mut losers = Vec::new();
        for (at, project) in self.election.projects.iter().enumerate().filter(|(at, _)| !winners.contains(at)) {
            let reason = if self.options.exclude.contains(&project.id) {
                Some(Reason::Excluded)
            } else if project.cost > self.election.budget {
                Some(Reason::AboveBudget)
            } else if self.options.threshold.is_some_and(|least| self.scores[at] < least) {
                Some(Reason::BelowThreshold)
            } else if support.worth[at] == 0 {
                Some(Reason::Unsupported)
            } else if !self.caps.allows(&spent, at, project.cost) {
                Some(Reason::Cap)
            } else {
                None
            };
            let mut loser = Loser {
                project: project.id.clone(),
                cost: plain(project.cost),
                supporters: self.votes[at],
                reason: reason.unwrap_or(Reason::ListEnded),
                left: None,
                missing: None,
                taken: Vec::new(),
            };
            if reason.is_none() {
                why(at, &mut loser);
            }
            losers.push(loser);
        }
        losers
    }

    fn greedy(&self, utility: Utility) -> Outcome {
        let support = Support::new(self.election, utility);
        let found = greedy(self.election, &support, self.allowed, &[], self.ties, &self.bounds());
        let rounds = self.greedy_rounds(&found, Step::Greedy, 0);
        let losers = self.losers(&support, &found.winners, |at, loser| not_fitted(self.election, &found, at, loser));
        Outcome {
            winners: found.winners,
            total_cost: found.cost,
            endowment: None,
            runs: 1,
            ties: self.told(found.ties),
            rounds,
            completed: Vec::new(),
            partial: found.partial,
            losers,
            comparison: None,
            accounts: None,
            warnings: Vec::new(),
        }
    }

    fn greedy_rounds(&self, found: &Greedy, by: Step, already: i64) -> Vec<Round> {
        let mut spent = already;
        let round = |at: &usize| {
            let paid = found.partial.filter(|(partial, _)| partial == at).map_or(self.election.projects[*at].cost, |(_, paid)| paid);
            spent += paid;
            Round::new(self.election, *at, by, self.votes, self.election.budget - spent)
        };
        found.winners.iter().map(round).collect()
    }

    fn phragmen(&self) -> Outcome {
        let support = Support::new(self.election, Utility::Cardinality);
        let mut found = phragmen(self.election, &support, self.allowed, self.ties, self.caps);
        let mut left = self.election.budget;
        let mut rounds = Vec::new();
        for (place, at) in found.winners.iter().enumerate() {
            left -= self.election.projects[*at].cost;
            let load = place.checked_sub(found.free).map(|round| euros(&found.ledger.price(round)));
            let by = if load.is_some() { Step::Phragmen } else { Step::Free };
            rounds.push(Round { load, ..Round::new(self.election, *at, by, self.votes, left) });
        }
        let losers = self.losers(&support, &found.winners, |at, loser| {
            if let Some((stopped, left)) = &found.stopped {
                let cost = self.election.projects[at].cost;
                if stopped.contains(&at) && cost > *left {
                    loser.reason = Reason::DidNotFit;
                    loser.left = Some(plain(*left));
                    loser.missing = Some(plain(cost - left));
                }
            }
        });
        Outcome {
            winners: found.winners,
            total_cost: found.cost,
            endowment: None,
            runs: 1,
            ties: self.told(found.ties),
            rounds,
            completed: Vec::new(),
            partial: None,
            losers,
            comparison: None,
            accounts: None,
            warnings: Vec::new(),
        }
    }

    fn equal_shares(&self, utility: Utility, watch: &mut dyn FnMut(u64)) -> Outcome {
        let support = Support::new(self.election, utility);
        let weights: i64 = self.election.ballots.iter().map(|ballot| i64::from(ballot.weight)).sum();
        // What a whole share holds, in cents.
        let mut share = if weights == 0 {
            BigRational::zero()
        } else {
            BigRational::new(BigInt::from(self.election.budget) * WHOLE_SHARE, BigInt::from(weights))
        };
        if self.options.start == Start::Floor {
            share = (share / whole(100)).floor() * whole(100);
        }
        let supported: Vec<usize> = (0..self.election.projects.len()).filter(|at| self.allowed[*at] && support.worth[*at] > 0).collect();
        let once = |share: &BigRational| {
            let part = share / whole(i64::from(WHOLE_SHARE));
            run(self.election, &support, self.allowed, &part, self.ties, self.caps)
        };
        let mut current = once(&share);
        let mut runs = 1;
        let mut warnings = Vec::new();
        let mut log = TieLog::default();
        log.add(&current.ties);
        if matches!(self.options.completion, Completion::Add1 | Completion::Add1Utilitarian) {
            // Large elections: the next runs are made at once, and looked at in their order. More threads change no result.
            let threads = if support.entries() < 100_000 { 1 } else { std::thread::available_parallelism().map_or(1, usize::from).min(8) };
            let mut ahead: VecDeque<(BigRational, Run)> = VecDeque::new();
            while !self.finished(&supported, &current) {
                if runs == MOST_RUNS {
                    warnings.push(format!("add1 was ended after {MOST_RUNS} runs; a larger increment reaches further"));
                    break;
                }
                if ahead.is_empty() {
                    let steps = (1..=i64::try_from(threads).unwrap_or(1)).map(|step| &share + whole(self.options.increment) * whole(step));
                    ahead = at_once(steps.collect(), &once);
                }
                let Some((more, next)) = ahead.pop_front() else { break };
                runs += 1;
                log.add(&next.ties);
                watch(runs);
                if next.cost > self.election.budget {
                    break;
                }
                (share, current) = (more, next);
            }
        }
        let (mut winners, mut total_cost, mut ties) = (current.winners.clone(), current.cost, current.ties.clone());
        let completion = matches!(self.options.completion, Completion::Utilitarian | Completion::Add1Utilitarian)
            .then(|| greedy(self.election, &support, self.allowed, &winners, self.ties, &self.bounds()));
        let mut accounts = Accounts::new(self.election, current, support);
        let mut rounds = accounts.rounds(self.election, self.votes, utility == Utility::Cost);
        let (mut completed, mut partial) = (Vec::new(), None);
        if let Some(added) = completion {
            rounds.extend(self.greedy_rounds(&added, Step::Completion, total_cost));
            total_cost = added.cost;
            winners.extend(&added.winners);
            log.add(&added.ties);
            ties.extend(added.ties);
            (completed, partial) = (added.winners, added.partial);
        }
        let mut losses: Vec<Option<_>> = (0..self.election.projects.len()).map(|_| None).collect();
        for at in supported.iter().filter(|at| !winners.contains(at)) {
            losses[*at] = Some(accounts.loss(self.election, *at));
        }
        let losers = self.losers(&accounts.support, &winners, |at, loser| {
            loser.reason = Reason::SharesSpent;
            if let Some((left, missing, taken)) = losses[at].take() {
                (loser.left, loser.missing, loser.taken) = (Some(left), Some(missing), taken);
            }
        });
        Outcome {
            winners,
            total_cost,
            endowment: Some(euros(&share)),
            runs,
            ties: log.told(self.election, &ties),
            rounds,
            completed,
            partial,
            losers,
            comparison: None,
            accounts: Some(accounts),
            warnings,
        }
    }

    /// Whether add1 has nothing more to reach (semantic points 3 and 4).
    fn finished(&self, supported: &[usize], run: &Run) -> bool {
        if self.election.ballots.is_empty() {
            return true;
        }
        let mut won = vec![false; self.election.projects.len()];
        for at in &run.winners {
            won[*at] = true;
        }
        let spent = self.caps.spent(self.election, &run.winners);
        let cost = |at: usize| self.election.projects[at].cost;
        let mut open = supported.iter().copied().filter(|at| !won[*at] && self.caps.allows(&spent, *at, cost(*at)));
        match self.options.stop {
            Stop::OverBudget => open.next().is_none(),
            Stop::Exhaustive => open.all(|at| run.cost + cost(at) > self.election.budget),
        }
    }
}

/// Makes these runs, each in a thread of its own when there are several.
fn at_once(shares: Vec<BigRational>, once: &(impl Fn(&BigRational) -> Run + Sync)) -> VecDeque<(BigRational, Run)> {
    if let [share] = shares.as_slice() {
        return VecDeque::from([(share.clone(), once(share))]);
    }
    std::thread::scope(|scope| {
        let started: Vec<_> = shares.iter().map(|share| scope.spawn(|| once(share))).collect();
        let runs: Vec<Run> =
            started.into_iter().zip(&shares).map(|(thread, share)| thread.join().unwrap_or_else(|_| once(share))).collect();
        shares.iter().cloned().zip(runs).collect()
    })
}

fn not_fitted(election: &Election, found: &Greedy, at: usize, loser: &mut Loser) {
    if let Some((_, left)) = found.passed.iter().find(|(passed, _)| *passed == at) {
        loser.reason = Reason::DidNotFit;
        loser.left = Some(plain(*left));
        loser.missing = Some(plain((election.projects[at].cost - left).max(0)));
    }
}
