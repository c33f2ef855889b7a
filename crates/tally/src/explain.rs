//! The explanation, as data that a page can show: rounds, and per losing project where its supporters' money went.

use crate::Election;
use crate::exact::{Form, Ledger, euros, whole};
use crate::shares::{NEVER, Run};
use crate::support::Support;
use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use serde::Serialize;
use std::collections::{HashMap, HashSet};

/// In what way a project was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// It costs nothing and somebody supports it (semantic point 12).
    Free,
    /// Its supporters paid for it from their shares.
    Shares,
    /// The completion added it with money that was left.
    Completion,
    /// It was worth most per euro of those left.
    Greedy,
    /// After it the most loaded voter carries least.
    Phragmen,
}

/// One winner, in the order elected. Amounts are euros, exact, fractions as text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Round {
    /// The project.
    pub project: String,
    /// In what way it was chosen.
    pub by: Step,
    /// What it costs.
    pub cost: String,
    /// Ballots that support it.
    pub votes: u64,
    /// What is left of the budget after it.
    pub left: String,
    /// What a supporter pays per unit of worth. With cost as utility a share of the cost, else euros.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rho: Option<String>,
    /// Cost divided by what a supporter pays per point or vote: so many votes stood behind it in full.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effective_votes: Option<String>,
    /// How many ballots paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payers: Option<u64>,
    /// How many of these gave all they had left.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gave_all: Option<u64>,
    /// The most that one ballot paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_payment: Option<String>,
    /// What each supporter carries after it (Phragmén).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub load: Option<String>,
}

impl Round {
    pub(crate) fn new(election: &Election, at: usize, by: Step, votes: &[u64], left: i64) -> Self {
        let project = &election.projects[at];
        Self {
            project: project.id.clone(),
            by,
            cost: euros(&whole(project.cost)),
            votes: votes[at],
            left: euros(&whole(left)),
            rho: None,
            effective_votes: None,
            payers: None,
            gave_all: None,
            max_payment: None,
            load: None,
        }
    }
}

/// What the supporters of a losing project spent on a winner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Taken {
    /// The winner.
    pub project: String,
    /// How many supporters of the loser paid for it.
    pub supporters: u64,
    /// What they paid together, in euros, rounded to the cent.
    pub amount: String,
}

/// Why a project lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// It was left out beforehand.
    Excluded,
    /// It costs more than the whole budget.
    AboveBudget,
    /// It has fewer votes than asked.
    BelowThreshold,
    /// Nobody supports it.
    Unsupported,
    /// With it, its neighbourhood or category would get more than is set aside for it.
    Cap,
    /// Its supporters do not have its cost left.
    SharesSpent,
    /// At its turn less than its cost was left of the budget.
    DidNotFit,
    /// The list ended before its turn.
    ListEnded,
}

/// Why a project was not funded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Loser {
    /// The project.
    pub project: String,
    /// What it costs, in euros.
    pub cost: String,
    /// Ballots that support it.
    pub supporters: u64,
    /// Why it lost.
    pub reason: Reason,
    /// With equal shares what its supporters have left together, else what was left of the budget at its turn: in euros,
    /// rounded down to the cent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left: Option<String>,
    /// What is missing of its cost, in euros, rounded up to the cent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<String>,
    /// Which winners used its supporters' money, most first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub taken: Vec<Taken>,
}

/// Who paid what, exactly, in the run of equal shares that counts.
#[derive(Debug)]
pub struct Accounts {
    pub(crate) run: Run,
    pub(crate) support: Support,
    weights: Vec<u32>,
}

impl Accounts {
    pub(crate) fn new(election: &Election, mut run: Run, support: Support) -> Self {
        run.catch_up(election, &support);
        Self { run, support, weights: election.ballots.iter().map(|ballot| ballot.weight).collect() }
    }

    /// The projects that supporters paid for, as places in [`Election::projects`], in the order bought.
    #[must_use]
    pub fn bought(&self) -> &[usize] {
        &self.run.winners[self.run.free..]
    }

    /// What each payer of a round (from 0) paid: the place of the ballot and the amount in cents. They sum to the cost.
    ///
    /// # Panics
    /// When there was no such round.
    pub fn payments(&mut self, round: usize) -> Vec<(usize, BigRational)> {
        let project = self.bought()[round];
        let number = u32::try_from(round).unwrap_or(NEVER);
        let mut known: HashMap<Form, BigRational> = HashMap::new();
        let mut paid = Vec::new();
        let supporters: Vec<(u32, u32)> = self.support.of(project).collect();
        for (ballot, worth) in supporters {
            if let Some(form) = self.payment(ballot, worth, number) {
                let ledger = &mut self.run.ledger;
                let amount = known.entry(form).or_insert_with_key(|form| ledger.value(form)).clone();
                if !amount.is_zero() {
                    paid.push((ballot as usize, amount));
                }
            }
        }
        paid
    }

    /// What a ballot has left at the end, in cents.
    ///
    /// # Panics
    /// When there is no such ballot.
    pub fn left(&mut self, ballot: usize) -> BigRational {
        let mut form = Form::zero();
        self.add_purse(u32::try_from(ballot).unwrap_or(u32::MAX), NEVER, &mut form);
        self.run.ledger.value(&form)
    }

    /// Adds what a ballot has before this round.
    fn add_purse(&self, ballot: u32, round: u32, form: &mut Form) {
        if self.run.emptied[ballot as usize] < round {
            return;
        }
        form.share += i128::from(self.weights[ballot as usize]);
        for (project, worth) in self.support.by(ballot) {
            let bought = self.run.round_of[*project as usize];
            if bought < round {
                form.add_price(bought as usize, -i128::from(*worth));
            }
        }
    }

    /// Adds what a ballot pays in this round; false when it had nothing left.
    fn add_payment(&self, ballot: u32, worth: u32, round: u32, form: &mut Form) -> bool {
        let emptied = self.run.emptied[ballot as usize];
        if emptied < round {
            return false;
        }
        if emptied == round {
            self.add_purse(ballot, round, form);
        } else {
            form.add_price(round as usize, i128::from(worth));
        }
        true
    }

    fn payment(&self, ballot: u32, worth: u32, round: u32) -> Option<Form> {
        let mut form = Form::zero();
        self.add_payment(ballot, worth, round, &mut form).then_some(form)
    }

    pub(crate) fn rounds(&mut self, election: &Election, votes: &[u64], dimensionless: bool) -> Vec<Round> {
        let mut left = election.budget;
        let mut rounds: Vec<Round> =
            self.run.winners[..self.run.free].iter().map(|at| Round::new(election, *at, Step::Free, votes, left)).collect();
        for number in 0..self.bought().len() {
            let at = self.bought()[number];
            let project = &election.projects[at];
            left -= project.cost;
            let price = self.run.ledger.price(number);
            let rho = &price / whole(self.support.factor[at]);
            let round = u32::try_from(number).unwrap_or(NEVER);
            let (mut payers, mut gave_all, mut full) = (0, 0, 0_u32);
            for (ballot, worth) in self.support.of(at) {
                let emptied = self.run.emptied[ballot as usize];
                payers += u64::from(emptied >= round);
                gave_all += u64::from(emptied == round);
                if emptied > round {
                    full = full.max(worth);
                }
            }
            // Who gave all paid no more than the price asks: that can only be the most where more was asked.
            let mut poor: HashSet<Form> = HashSet::new();
            for (ballot, worth) in self.support.of(at) {
                if self.run.emptied[ballot as usize] == round && worth > full {
                    let mut form = Form::zero();
                    self.add_purse(ballot, round, &mut form);
                    poor.insert(form);
                }
            }
            let mut most = &price * whole(i64::from(full));
            for form in poor {
                let has = self.run.ledger.value(&form);
                if has > most {
                    most = has;
                }
            }
            rounds.push(Round {
                rho: Some(if dimensionless { rho.to_string() } else { euros(&rho) }),
                effective_votes: Some((whole(project.cost) / &price).to_string()),
                payers: Some(payers),
                gave_all: Some(gave_all),
                max_payment: Some(euros(&most)),
                ..Round::new(election, at, Step::Shares, votes, left)
            });
        }
        rounds
    }

    /// What the supporters have left together, what is missing of the cost, and where the rest went.
    pub(crate) fn loss(&mut self, election: &Election, at: usize) -> (String, String, Vec<Taken>) {
        let rounds = self.bought().len();
        let mut paid: Vec<(Form, u64)> = vec![(Form::zero(), 0); rounds];
        let mut left = Form::zero();
        for (ballot, _) in self.support.of(at) {
            self.add_purse(ballot, NEVER, &mut left);
            for (project, worth) in self.support.by(ballot) {
                let round = self.run.round_of[*project as usize];
                if round != NEVER {
                    let (form, payers) = &mut paid[round as usize];
                    *payers += u64::from(self.add_payment(ballot, *worth, round, form));
                }
            }
        }
        let mut missing = Form { constant: i128::from(election.projects[at].cost), ..Form::zero() };
        missing.add(&left, -1);
        let mut taken: Vec<(BigInt, u64, usize)> = Vec::new();
        for (round, (form, payers)) in paid.iter().enumerate() {
            if *payers > 0 {
                taken.push((rounded(&mut self.run.ledger, form, Rounding::Nearest), *payers, self.bought()[round]));
            }
        }
        taken.sort_by(|a, b| b.0.cmp(&a.0));
        let taken = taken
            .into_iter()
            .map(|(amount, supporters, winner)| Taken {
                project: election.projects[winner].id.clone(),
                supporters,
                amount: decimal(&amount),
            })
            .collect();
        let left = rounded(&mut self.run.ledger, &left, Rounding::Down);
        let missing = rounded(&mut self.run.ledger, &missing, Rounding::Up);
        (decimal(&left), decimal(&missing.max(BigInt::zero())), taken)
    }
}

#[derive(Clone, Copy)]
enum Rounding {
    Down,
    Nearest,
    Up,
}

fn rounded(ledger: &mut Ledger, form: &Form, rounding: Rounding) -> BigInt {
    let (above, below) = ledger.parts(form);
    match rounding {
        Rounding::Down => above.div_floor(&below),
        Rounding::Nearest => (above * 2_i32 + &below).div_floor(&(below * 2_i32)),
        Rounding::Up => -((-above).div_floor(&below)),
    }
}

/// Cents as euros with two decimals where they are not whole.
fn decimal(cents: &BigInt) -> String {
    let (euros, rest) = cents.abs().div_rem(&BigInt::from(100));
    let sign = if cents.is_negative() { "-" } else { "" };
    if rest.is_zero() { format!("{sign}{euros}") } else { format!("{sign}{euros}.{rest:0>2}") }
}

/// Cents as euros with two decimals where they are not whole.
pub(crate) fn plain(cents: i64) -> String {
    decimal(&BigInt::from(cents))
}
