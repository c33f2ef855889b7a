//! One run of the Method of Equal Shares from a given share.
//!
//! Each ballot starts with a share. In each round the project is bought that costs its supporters least per unit of worth
//! (ρ), where a supporter with too little left gives all that is left.
//!
//! Floats with proven bounds say which projects can be the cheapest and who cannot pay in full. Whatever they cannot tell
//! apart is told apart exactly ([`crate::exact`]): equal projects, and voters whom a price leaves with exactly nothing.

use crate::Election;
use crate::caps::Caps;
use crate::exact::{Form, Ledger, near};
use crate::support::Support;
use crate::ties::{Broken, Ties};
use num_rational::BigRational;
use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

/// More than the relative error of a few operations on floats.
const SLACK: f64 = 1e-15;

/// Not in any round.
pub(crate) const NEVER: u32 = u32::MAX;

/// What one run gives.
#[derive(Debug)]
pub(crate) struct Run {
    /// Places of the winners in the order bought; those that cost nothing come first.
    pub(crate) winners: Vec<usize>,
    /// How many of the winners cost nothing.
    pub(crate) free: usize,
    /// What the winners cost, in cents.
    pub(crate) cost: i64,
    pub(crate) ties: Vec<Broken>,
    /// Per project the round in which it was bought.
    pub(crate) round_of: Vec<u32>,
    /// Per ballot the round in which it gave the last it had.
    pub(crate) emptied: Vec<u32>,
    /// Ballots that paid in full and had exactly nothing left.
    pub(crate) even: HashSet<u32>,
    /// The prices per round, what one unit of a ballot's worth costs: as far as somebody asked.
    pub(crate) ledger: Ledger,
}

impl Run {
    /// Enters the prices of all rounds in the ledger.
    pub(crate) fn catch_up(&mut self, election: &Election, support: &Support) {
        while self.ledger.rounds() < self.winners.len() - self.free {
            let round = u32::try_from(self.ledger.rounds()).unwrap_or(NEVER);
            let project = self.winners[self.free + self.ledger.rounds()];
            let mut form = Form::zero();
            form.constant = i128::from(election.projects[project].cost);
            form.over = 0;
            for (ballot, worth) in support.of(project) {
                let emptied = self.emptied[ballot as usize];
                if emptied == round && !self.even.contains(&ballot) {
                    self.add_purse(election, support, ballot, round, -1, &mut form);
                } else if emptied >= round {
                    form.over += i128::from(worth);
                }
            }
            self.ledger.push(form);
        }
    }

    /// Adds so many times what a ballot has before this round, if it was never emptied before.
    pub(crate) fn add_purse(&self, election: &Election, support: &Support, ballot: u32, round: u32, times: i128, form: &mut Form) {
        form.share += i128::from(election.ballots[ballot as usize].weight) * times;
        for (project, worth) in support.by(ballot) {
            let bought = self.round_of[*project as usize];
            if bought < round {
                form.add_price(bought as usize, -i128::from(*worth) * times);
            }
        }
    }
}

/// A project that may be the cheapest.
struct Candidate {
    project: usize,
    /// Its price per unit of the ballot's worth lies between these.
    low: f64,
    high: f64,
    /// Who has less than this price asks cannot pay in full.
    split: f64,
    /// The price, and who cannot pay in full, where floats could not tell.
    exact: Option<(Form, Vec<bool>)>,
}

enum Look {
    /// Its price is at least this: more than another's.
    Later(f64),
    /// Its supporters do not have enough together, and never will.
    Never,
    Now(Candidate),
    /// Floats cannot tell who pays in full at this price or more.
    Unsure(f64),
}

/// What going through the supporters once finds.
struct Pass {
    poor: usize,
    low: f64,
    high: f64,
    rich: bool,
    /// More may turn out to be poor at the price found.
    open: bool,
}

/// What is below this is below `ask` even when it is off by `worst`.
fn surely_less(ask: f64, worst: f64) -> f64 {
    (ask * (1.0 - 2.0 * SLACK) - worst) * (1.0 - SLACK)
}

struct State<'a> {
    election: &'a Election,
    support: &'a Support,
    /// What each ballot has left, in cents: somewhere within `off` of `has`. Exactly nothing where both are 0.
    has: Vec<f64>,
    off: Vec<f64>,
    /// At least the largest of `off`.
    worst: f64,
    /// The supporters of each project who have something left, a copy of those in `support` that shrinks.
    starts: Vec<usize>,
    ends: Vec<usize>,
    supporters: Vec<u32>,
    factors: Vec<u32>,
    /// How often each project was looked at.
    looks: Vec<u32>,
    run: Run,
}

/// What a block of supporters of one unit of worth each comes to.
struct Block {
    sum: f64,
    poor: usize,
    /// The least that one of the others has.
    least: f64,
}

impl Block {
    /// Four sums side by side and no branches: who is poor is hard to foretell.
    fn of(has: &[f64], ballots: &[u32], below: f64) -> Self {
        let (mut sums, mut poor, mut least) = ([0.0; 4], [0_u64; 4], [f64::INFINITY; 4]);
        let fours = ballots.chunks_exact(4);
        let rest = fours.remainder();
        for four in fours {
            for (lane, ballot) in four.iter().enumerate() {
                let has = has[*ballot as usize];
                let is_poor = has < below;
                sums[lane] += if is_poor { has } else { 0.0 };
                poor[lane] = poor[lane].wrapping_add(u64::from(is_poor));
                let other = if is_poor { f64::INFINITY } else { has };
                least[lane] = if other < least[lane] { other } else { least[lane] };
            }
        }
        for ballot in rest {
            let has = has[*ballot as usize];
            if has < below {
                sums[0] += has;
                poor[0] += 1;
            } else {
                least[0] = least[0].min(has);
            }
        }
        Self {
            sum: (sums[0] + sums[1]) + (sums[2] + sums[3]),
            poor: usize::try_from(poor.iter().sum::<u64>()).unwrap_or(usize::MAX),
            least: least.iter().copied().fold(f64::INFINITY, f64::min),
        }
    }
}

impl State<'_> {
    /// Takes supporters with nothing left out of the list.
    fn shrink(&mut self, project: usize) {
        let (start, end) = (self.starts[project], self.ends[project]);
        let mut kept = start;
        for at in start..end {
            let ballot = self.supporters[at];
            if self.has[ballot as usize] > 0.0 {
                self.supporters[kept] = ballot;
                self.factors[kept] = self.factors[at];
                kept += 1;
            }
        }
        self.ends[project] = kept;
    }

    /// Price per unit of worth when everybody who has less than `low` asks of them gives all; `high` is at least the price
    /// that was found before.
    #[allow(clippy::cast_precision_loss, reason = "the loss is within the slack")]
    fn pass(&self, project: usize, low: f64, high: f64) -> Pass {
        let range = self.starts[project]..self.ends[project];
        let supporters = &self.supporters[range.clone()];
        let (mut sum, mut worth, mut poor, mut open) = (0.0, 0_i64, 0_usize, false);
        let mut least = f64::INFINITY;
        if self.support.uniform {
            let below = surely_less(low, self.worst);
            // Sums of 256 are summed: fewer roundings.
            for block in supporters.chunks(256) {
                let found = Block::of(&self.has, block, below);
                sum += found.sum;
                poor += found.poor;
                least = least.min(found.least);
            }
            worth = i64::try_from(supporters.len() - poor).unwrap_or(i64::MAX);
        } else {
            let ask_high = high * (1.0 + SLACK);
            for (block, factors) in supporters.chunks(256).zip(self.factors[range].chunks(256)) {
                let mut part = 0.0;
                for (ballot, each) in block.iter().zip(factors) {
                    let (has, times) = (self.has[*ballot as usize], f64::from(*each));
                    if has == 0.0 || has < surely_less(low * times, self.worst) {
                        poor += 1;
                        part += has;
                    } else {
                        worth += i64::from(*each);
                        open |= has - self.worst < ask_high * times;
                    }
                }
                sum += part;
            }
        }
        let (rich, worth) = (worth > 0, worth as f64);
        let cost = self.election.projects[project].cost as f64;
        let mid = (cost - sum) / worth;
        let roundings = 260.0 + supporters.len() as f64 / 256.0;
        let off = poor as f64 * self.worst;
        let error = (off * 1.01 + cost * 2.0 * SLACK + sum * roundings * SLACK / 4.0) / worth + mid.abs() * SLACK;
        let price = mid + error;
        open |= if self.support.uniform { least - self.worst < price * (1.0 + SLACK) } else { price > high };
        Pass { poor, low: mid - error, high: price, rich, open }
    }

    /// Looks at a project whose price is at least `low`; `best` is the least ρ known so far.
    #[allow(clippy::cast_precision_loss, reason = "the loss is within the slack")]
    fn look(&mut self, project: usize, mut low: f64, best: f64) -> Look {
        let factor = self.support.factor[project] as f64;
        let (mut high, mut before) = (f64::INFINITY, usize::MAX);
        self.looks[project] += 1;
        if self.looks[project].is_multiple_of(4) {
            self.shrink(project);
        }
        loop {
            let pass = self.pass(project, low, high);
            if !pass.rich {
                return Look::Never;
            }
            let split = low;
            low = low.max(pass.low);
            if low / factor * (1.0 - SLACK) > best {
                return Look::Later(low);
            }
            if !pass.open {
                return Look::Now(Candidate { project, low, high: pass.high, split, exact: None });
            }
            // More can be poor only as the price rises: as many are the same ones.
            if pass.poor == before {
                return Look::Unsure(low);
            }
            (before, high) = (pass.poor, pass.high);
        }
    }

    /// Supporters who have something left, and their factors.
    fn supporters(&self, project: usize) -> impl ExactSizeIterator<Item = (u32, u32)> + '_ {
        let range = self.starts[project]..self.ends[project];
        self.supporters[range.clone()].iter().copied().zip(self.factors[range].iter().copied())
    }

    /// Of these, who cannot pay in full at this price.
    fn poor(&self, project: usize, split: f64) -> Vec<bool> {
        self.supporters(project)
            .map(|(ballot, each)| self.has[ballot as usize] < surely_less(split * f64::from(each), self.worst))
            .collect()
    }

    /// The price when these give all they have and the others pay in full.
    fn form(&self, project: usize, poor: &[bool]) -> Form {
        let mut form = Form::zero();
        form.constant = i128::from(self.election.projects[project].cost);
        form.over = 0;
        for ((ballot, each), poor) in self.supporters(project).zip(poor) {
            if !poor {
                form.over += i128::from(each);
            } else if self.has[ballot as usize] > 0.0 {
                self.run.add_purse(self.election, self.support, ballot, NEVER, -1, &mut form);
            }
        }
        form
    }

    /// Exactly who gives all, and the price; nothing when all together do not have enough.
    fn split(&mut self, project: usize, low: f64) -> Option<(Form, Vec<bool>)> {
        self.run.catch_up(self.election, self.support);
        let mut poor = self.poor(project, low);
        loop {
            let form = self.form(project, &poor);
            if form.over == 0 {
                return None;
            }
            let ask = near(&self.run.ledger.value(&form)) * (1.0 + 10.0 * SLACK);
            let mut known: HashMap<(Form, u32), bool> = HashMap::new();
            let mut moved = false;
            for (at, poor) in poor.iter_mut().enumerate() {
                let (ballot, each) = (self.supporters[self.starts[project] + at], self.factors[self.starts[project] + at]);
                if *poor || self.has[ballot as usize] - self.worst > ask * f64::from(each) {
                    continue;
                }
                let mut purse = Form::zero();
                if self.has[ballot as usize] > 0.0 {
                    self.run.add_purse(self.election, self.support, ballot, NEVER, 1, &mut purse);
                }
                let ledger = &mut self.run.ledger;
                let too_little = *known.entry((purse, each)).or_insert_with_key(|(purse, each)| {
                    let mut rest = Form::zero();
                    rest.add(purse, form.over);
                    rest.add(&form, -i128::from(*each));
                    ledger.sign(&rest) == Ordering::Less
                });
                if too_little {
                    *poor = true;
                    moved = true;
                }
            }
            if !moved {
                return Some((form, poor));
            }
        }
    }

    /// Those with the least ρ, exactly.
    fn cheapest(&mut self, candidates: Vec<Candidate>) -> Vec<Candidate> {
        let mut least: Vec<Candidate> = Vec::new();
        for candidate in candidates {
            let order = match (candidate.exact.as_ref(), least.first().and_then(|first| Some((first.project, first.exact.as_ref()?)))) {
                (Some((form, _)), Some((project, (other, _)))) => {
                    let (mine, its) = (self.support.factor[candidate.project], self.support.factor[project]);
                    if form.same(its, other, mine) == Some(true) {
                        Ordering::Equal
                    } else {
                        self.run.catch_up(self.election, self.support);
                        self.run.ledger.compare(form, mine, other, its)
                    }
                }
                _ => Ordering::Less,
            };
            match order {
                Ordering::Less => least = vec![candidate],
                Ordering::Equal => least.push(candidate),
                Ordering::Greater => {}
            }
        }
        least
    }

    /// Buys a project: who has too little gives all, the others pay the price.
    #[allow(clippy::cast_precision_loss, reason = "the loss is within the slack")]
    fn buy(&mut self, candidate: Candidate) {
        let project = candidate.project;
        let (price, poor) = match candidate.exact {
            Some((form, poor)) => {
                self.run.catch_up(self.election, self.support);
                (Some(near(&self.run.ledger.value(&form))), poor)
            }
            None => (None, self.poor(project, candidate.split)),
        };
        let round = u32::try_from(self.run.winners.len() - self.run.free).unwrap_or(NEVER);
        self.run.round_of[project] = round;
        let (start, end) = (self.starts[project], self.ends[project]);
        let (supporters, factors) = (&self.supporters[start..end], &self.factors[start..end]);
        let (mut sum, mut off, mut worth, mut given) = (0.0_f64, 0.0_f64, 0_i64, 0_usize);
        for ((ballot, each), poor) in supporters.iter().zip(factors).zip(&poor) {
            let ballot = *ballot as usize;
            if !poor {
                worth += i64::from(*each);
            } else if self.has[ballot] > 0.0 {
                sum += self.has[ballot];
                off += self.off[ballot];
                given += 1;
                (self.has[ballot], self.off[ballot]) = (0.0, 0.0);
                self.run.emptied[ballot] = round;
            }
        }
        let cost = self.election.projects[project].cost as f64;
        let worth = worth as f64;
        let (mid, error) = price.map_or_else(
            || {
                let mid = (cost - sum) / worth;
                (mid, (off * 1.01 + cost * 2.0 * SLACK + sum * (given as f64 + 4.0) * SLACK / 4.0) / worth + mid.abs() * SLACK)
            },
            |price| (price, price * SLACK),
        );
        let mut unsure = Vec::new();
        for ((ballot, each), poor) in supporters.iter().zip(factors).zip(&poor) {
            if *poor {
                continue;
            }
            let at = *ballot as usize;
            let (had, times) = (self.has[at], f64::from(*each));
            let paid = times * mid;
            let off = (self.off[at] + times * error) * (1.0 + SLACK) + (had + paid) * SLACK / 4.0;
            (self.has[at], self.off[at]) = (had - paid, off);
            self.worst = self.worst.max(off);
            if had - paid <= off {
                unsure.push(*ballot);
            }
        }
        self.run.winners.push(project);
        self.run.cost += self.election.projects[project].cost;
        if unsure.is_empty() {
            return;
        }
        self.run.even.extend(&unsure);
        for ballot in &unsure {
            self.run.emptied[*ballot as usize] = round;
        }
        self.run.catch_up(self.election, self.support);
        let mut known: HashMap<Form, f64> = HashMap::new();
        for ballot in unsure {
            let mut form = Form::zero();
            self.run.add_purse(self.election, self.support, ballot, NEVER, 1, &mut form);
            let ledger = &mut self.run.ledger;
            let has = *known.entry(form).or_insert_with_key(|form| if ledger.sign(form).is_gt() { near(&ledger.value(form)) } else { 0.0 });
            if has > 0.0 {
                self.run.even.remove(&ballot);
                self.run.emptied[ballot as usize] = NEVER;
            }
            (self.has[ballot as usize], self.off[ballot as usize]) = (has, has * 2.0 * SLACK);
        }
    }
}

/// Runs the method once. `share` is what a millionth of a share holds, in cents. Ends early, with a cost above the budget,
/// as soon as that is sure.
#[allow(clippy::cast_precision_loss, reason = "the loss is within the slack")]
pub(crate) fn run(election: &Election, support: &Support, allowed: &[bool], share: &BigRational, ties: &Ties, caps: &Caps) -> Run {
    let part = near(share);
    let has: Vec<f64> = election.ballots.iter().map(|ballot| part * f64::from(ballot.weight)).collect();
    let off: Vec<f64> = has.iter().map(|has| has * 2.0 * SLACK).collect();
    let worst = off.iter().copied().fold(0.0, f64::max);
    let run = Run {
        winners: Vec::new(),
        free: 0,
        cost: 0,
        ties: Vec::new(),
        round_of: vec![NEVER; election.projects.len()],
        emptied: vec![NEVER; election.ballots.len()],
        even: HashSet::new(),
        ledger: Ledger::new(share),
    };
    let mut state = State {
        election,
        support,
        has,
        off,
        worst,
        starts: support.starts[..election.projects.len()].to_vec(),
        ends: support.starts[1..].to_vec(),
        supporters: support.supporters.clone(),
        factors: support.factors.clone(),
        looks: vec![0; election.projects.len()],
        run,
    };
    let mut open: Vec<usize> = (0..election.projects.len()).filter(|at| allowed[*at] && support.worth[*at] > 0).collect();

    // What costs nothing is bought at once when somebody wants it (semantic point 12).
    let (mut free, paid): (Vec<usize>, Vec<usize>) = open.iter().partition(|at| election.projects[**at].cost == 0);
    open = paid;
    ties.sort(election, &mut free);
    state.run.free = free.len();
    state.run.winners = free;

    // A price never falls from round to round: the last one known is a bound that saves most of the work.
    let mut lows: Vec<f64> = (0..election.projects.len())
        .map(|at| election.projects[at].cost as f64 / support.worth[at].max(1) as f64 * (1.0 - SLACK))
        .collect();
    let rho = |at: usize, price: f64| price / support.factor[at] as f64;
    let mut spent = caps.none_spent();
    open.retain(|at| caps.allows(&spent, *at, election.projects[*at].cost));
    while state.run.cost <= election.budget {
        open.sort_by(|a, b| rho(*a, lows[*a]).total_cmp(&rho(*b, lows[*b])));
        let mut best = f64::INFINITY;
        let mut candidates: Vec<Candidate> = Vec::new();
        let mut gone = false;
        for project in open.iter().copied() {
            if rho(project, lows[project]) * (1.0 - SLACK) > best {
                break;
            }
            let candidate = match state.look(project, lows[project], best) {
                Look::Later(low) => {
                    lows[project] = low;
                    continue;
                }
                Look::Never => None,
                Look::Now(candidate) => Some(candidate),
                Look::Unsure(low) => state.split(project, low).map(|(form, poor)| {
                    let price = near(&state.run.ledger.value(&form));
                    let exact = Some((form, poor));
                    Candidate { project, low: price * (1.0 - SLACK), high: price * (1.0 + SLACK), split: low, exact }
                }),
            };
            let Some(candidate) = candidate else {
                lows[project] = f64::INFINITY;
                gone = true;
                continue;
            };
            lows[project] = lows[project].max(candidate.low);
            best = best.min(rho(project, candidate.high) * (1.0 + SLACK));
            candidates.push(candidate);
        }
        if gone {
            open.retain(|at| lows[*at].is_finite());
        }
        candidates.retain(|candidate| rho(candidate.project, candidate.low) * (1.0 - SLACK) <= best);
        if candidates.len() > 1 {
            for candidate in &mut candidates {
                if candidate.exact.is_none() {
                    let poor = state.poor(candidate.project, candidate.split);
                    candidate.exact = Some((state.form(candidate.project, &poor), poor));
                }
            }
            candidates = state.cheapest(candidates);
        }
        let equals: Vec<usize> = candidates.iter().map(|candidate| candidate.project).collect();
        let Some((next, tie)) = ties.first(election, &equals) else { break };
        state.run.ties.extend(tie);
        let Some(at) = candidates.iter().position(|candidate| candidate.project == next) else { break };
        state.buy(candidates.swap_remove(at));
        caps.spend(&mut spent, next, election.projects[next].cost);
        open.retain(|at| *at != next && caps.allows(&spent, *at, election.projects[*at].cost));
    }
    state.run
}
