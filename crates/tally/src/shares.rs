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
use crate::ties::{Tie, Ties};
use num_rational::BigRational;
use std::cmp::Ordering;
use std::collections::HashMap;

/// More than the relative error of a few operations on floats.
const SLACK: f64 = 1e-15;

/// Not in any round.
pub(crate) const NEVER: u32 = u32::MAX;

/// What a ballot has left, in cents: somewhere within `off` of `has`. Exactly nothing where both are 0.
#[derive(Debug, Clone, Copy)]
struct Purse {
    has: f64,
    off: f64,
}

/// What one run gives.
#[derive(Debug)]
pub(crate) struct Run {
    /// Places of the winners in the order bought; those that cost nothing come first.
    pub(crate) winners: Vec<usize>,
    /// How many of the winners cost nothing.
    pub(crate) free: usize,
    /// What the winners cost, in cents.
    pub(crate) cost: i64,
    pub(crate) ties: Vec<Tie>,
    /// Per project the round in which it was bought.
    pub(crate) round_of: Vec<u32>,
    /// Per ballot the round in which it gave the last it had.
    pub(crate) emptied: Vec<u32>,
    /// The prices per round: what one unit of a ballot's worth costs.
    pub(crate) ledger: Ledger,
}

/// A project that may be the cheapest.
struct Candidate {
    project: usize,
    /// Its price per unit of the ballot's worth lies between these.
    low: f64,
    high: f64,
    /// Who cannot pay in full, where floats could not tell.
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
    unsure: bool,
}

struct State<'a> {
    election: &'a Election,
    support: &'a Support,
    purses: Vec<Purse>,
    run: Run,
}

impl State<'_> {
    /// Price per unit of worth when everybody who has less than `low` asks of them gives all.
    #[allow(clippy::cast_precision_loss, reason = "the loss is within the slack")]
    fn pass(&self, project: usize, low: f64, high: f64) -> Pass {
        let supporters = self.support.of(project);
        let (mut poor, mut sum, mut off, mut worth, mut unsure) = (0_usize, 0.0_f64, 0.0_f64, 0_i64, false);
        let (ask_low, ask_high) = (low * (1.0 - SLACK), high * (1.0 + SLACK));
        // Sums of 256 are summed: fewer roundings.
        for block in supporters.chunks(256) {
            let mut part = 0.0;
            for (ballot, each) in block {
                let purse = self.purses[*ballot as usize];
                let times = f64::from(*each);
                if purse.has + purse.off < ask_low * times {
                    poor += 1;
                    part += purse.has;
                    off += purse.off;
                } else {
                    worth += i64::from(*each);
                    unsure |= purse.has - purse.off < ask_high * times;
                }
            }
            sum += part;
        }
        let rich = worth > 0;
        let worth = worth as f64;
        let cost = self.election.projects[project].cost as f64;
        let mid = (cost - sum) / worth;
        let roundings = 260.0 + supporters.len() as f64 / 256.0;
        let error = (off * 1.01 + cost * 2.0 * SLACK + sum * roundings * SLACK / 4.0) / worth + mid.abs() * SLACK;
        Pass { poor, low: mid - error, high: mid + error, rich, unsure }
    }

    /// Looks at a project whose price is at least `low`; `best` is the least ρ known so far.
    #[allow(clippy::cast_precision_loss, reason = "the loss is within the slack")]
    fn look(&self, project: usize, mut low: f64, best: f64) -> Look {
        let factor = self.support.factor[project] as f64;
        let (mut high, mut before) = (f64::INFINITY, usize::MAX);
        loop {
            let pass = self.pass(project, low, high);
            if !pass.rich {
                return Look::Never;
            }
            low = low.max(pass.low);
            if low / factor * (1.0 - SLACK) > best {
                return Look::Later(low);
            }
            // More can be poor only as the price rises: as many are the same ones.
            if pass.poor == before {
                return if pass.unsure { Look::Unsure(low) } else { Look::Now(Candidate { project, low, high: pass.high, exact: None }) };
            }
            (before, high) = (pass.poor, pass.high);
        }
    }

    /// What the ballot has left before this round, if it was never emptied before.
    fn purse(&self, ballot: u32, round: u32) -> Form {
        let mut form = Form::zero();
        form.share = i128::from(self.election.ballots[ballot as usize].weight);
        for (project, worth) in self.support.by(ballot) {
            let bought = self.run.round_of[*project as usize];
            if bought < round {
                form.add_price(bought as usize, -i128::from(*worth));
            }
        }
        form
    }

    fn poor(&self, project: usize, low: f64) -> Vec<bool> {
        let ask = low * (1.0 - SLACK);
        let poor = |(ballot, each): &(u32, u32)| {
            let purse = self.purses[*ballot as usize];
            purse.has + purse.off < ask * f64::from(*each)
        };
        self.support.of(project).iter().map(poor).collect()
    }

    /// The price when these give all they have and the others pay in full.
    fn form(&self, project: usize, poor: &[bool]) -> Form {
        let mut form = Form::zero();
        form.constant = i128::from(self.election.projects[project].cost);
        let mut over = 0;
        for ((ballot, each), poor) in self.support.of(project).iter().zip(poor) {
            if !poor {
                over += i128::from(*each);
            } else if self.run.emptied[*ballot as usize] == NEVER {
                form.share -= i128::from(self.election.ballots[*ballot as usize].weight);
                for (project, worth) in self.support.by(*ballot) {
                    let bought = self.run.round_of[*project as usize];
                    if bought != NEVER {
                        form.add_price(bought as usize, i128::from(*worth));
                    }
                }
            }
        }
        form.over = over;
        form
    }

    /// Exactly who gives all, and the price; nothing when all together do not have enough.
    fn split(&mut self, project: usize, low: f64) -> Option<(Form, Vec<bool>)> {
        let support = self.support;
        let mut poor = self.poor(project, low);
        loop {
            let form = self.form(project, &poor);
            if form.over == 0 {
                return None;
            }
            let ask = near(&self.run.ledger.value(&form)) * (1.0 + 10.0 * SLACK);
            let mut known: HashMap<(Form, u32), bool> = HashMap::new();
            let mut moved = false;
            for (at, (ballot, each)) in support.of(project).iter().enumerate() {
                let purse = self.purses[*ballot as usize];
                if poor[at] || purse.has - purse.off > ask * f64::from(*each) {
                    continue;
                }
                let has = if self.run.emptied[*ballot as usize] == NEVER { self.purse(*ballot, NEVER) } else { Form::zero() };
                let ledger = &mut self.run.ledger;
                let too_little = *known.entry((has, *each)).or_insert_with_key(|(has, each)| {
                    let mut rest = Form::zero();
                    rest.add(has, form.over);
                    rest.add(&form, -i128::from(*each));
                    ledger.sign(&rest) == Ordering::Less
                });
                if too_little {
                    poor[at] = true;
                    moved = true;
                }
            }
            if !moved {
                return Some((form, poor));
            }
        }
    }

    /// Buys a project: who has too little gives all, the others pay the price.
    fn buy(&mut self, candidate: Candidate) {
        let project = candidate.project;
        let (form, poor) = candidate.exact.unwrap_or_else(|| {
            let poor = self.poor(project, candidate.low);
            (self.form(project, &poor), poor)
        });
        self.run.ledger.push(form);
        let round = u32::try_from(self.run.winners.len() - self.run.free).unwrap_or(NEVER);
        self.run.round_of[project] = round;
        let mid = f64::midpoint(candidate.low, candidate.high);
        let error = (candidate.high - candidate.low).max(0.0) * 0.51 + mid * SLACK;
        let support = self.support;
        let mut unsure = Vec::new();
        for ((ballot, each), poor) in support.of(project).iter().zip(&poor) {
            let purse = &mut self.purses[*ballot as usize];
            if *poor {
                let emptied = &mut self.run.emptied[*ballot as usize];
                if *emptied == NEVER {
                    *emptied = round;
                    *purse = Purse { has: 0.0, off: 0.0 };
                }
            } else {
                let paid = f64::from(*each) * mid;
                let rest = Purse {
                    has: purse.has - paid,
                    off: (purse.off + f64::from(*each) * error) * (1.0 + SLACK) + (purse.has + paid) * SLACK,
                };
                *purse = rest;
                if rest.has <= rest.off {
                    unsure.push(*ballot);
                }
            }
        }
        let mut known: HashMap<Form, f64> = HashMap::new();
        for ballot in unsure {
            let form = self.purse(ballot, NEVER);
            let ledger = &mut self.run.ledger;
            let has = *known.entry(form).or_insert_with_key(|form| if ledger.sign(form).is_gt() { near(&ledger.value(form)) } else { 0.0 });
            if has == 0.0 {
                self.run.emptied[ballot as usize] = round;
            }
            self.purses[ballot as usize] = Purse { has, off: has * 2.0 * SLACK };
        }
        self.run.winners.push(project);
        self.run.cost += self.election.projects[project].cost;
    }
}

/// Runs the method once. `share` is what a millionth of a share holds, in cents. Ends early, with a cost above the budget,
/// as soon as that is sure.
#[allow(clippy::cast_precision_loss, reason = "the loss is within the slack")]
pub(crate) fn run(election: &Election, support: &Support, allowed: &[bool], share: &BigRational, ties: &Ties, caps: &Caps) -> Run {
    let part = near(share);
    let purses = election.ballots.iter().map(|ballot| {
        let has = part * f64::from(ballot.weight);
        Purse { has, off: has * 2.0 * SLACK }
    });
    let run = Run {
        winners: Vec::new(),
        free: 0,
        cost: 0,
        ties: Vec::new(),
        round_of: vec![NEVER; election.projects.len()],
        emptied: vec![NEVER; election.ballots.len()],
        ledger: Ledger::new(share),
    };
    let mut state = State { election, support, purses: purses.collect(), run };
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
                    Candidate { project, low: price * (1.0 - SLACK), high: price * (1.0 + SLACK), exact }
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
                    let poor = state.poor(candidate.project, candidate.low);
                    candidate.exact = Some((state.form(candidate.project, &poor), poor));
                }
            }
            candidates = cheapest(&mut state.run.ledger, support, candidates);
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

/// Those with the least ρ, exactly.
fn cheapest(ledger: &mut Ledger, support: &Support, candidates: Vec<Candidate>) -> Vec<Candidate> {
    let mut least: Vec<Candidate> = Vec::new();
    for candidate in candidates {
        let order = match (candidate.exact.as_ref(), least.first().and_then(|first| Some((first.project, first.exact.as_ref()?)))) {
            (Some((form, _)), Some((project, (other, _)))) => {
                ledger.compare(form, support.factor[candidate.project], other, support.factor[project])
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
