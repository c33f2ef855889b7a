//! The explanation, as data that a page can show: rounds, and per losing project where its supporters' money went.

use crate::exact::{euros, whole};
use crate::shares::{Run, Support};
use crate::{Election, Project};
use num_rational::BigRational;
use num_traits::{One, Zero};
use serde::Serialize;

/// One project bought with equal shares. Amounts are euros, exact; fractions as text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Round {
    /// The project.
    pub project: String,
    /// What it costs.
    pub cost: String,
    /// The share of its worth that a supporter pays.
    pub rho: String,
    /// 1/ρ: with cost as utility, how many votes stood behind the project in full.
    pub effective_votes: String,
    /// How many ballots paid.
    pub payers: u64,
    /// The most that one ballot paid.
    pub max_payment: String,
}

impl Round {
    pub(crate) fn free(id: &str) -> Self {
        Self { project: id.into(), cost: "0".into(), rho: "0".into(), effective_votes: "0".into(), payers: 0, max_payment: "0".into() }
    }

    pub(crate) fn bought(project: &Project, rho: &BigRational, payers: u64, most: &BigRational) -> Self {
        let votes = if rho.is_zero() { BigRational::zero() } else { BigRational::one() / rho };
        Self {
            project: project.id.clone(),
            cost: euros(&whole(project.cost)),
            rho: rho.to_string(),
            effective_votes: votes.to_string(),
            payers,
            max_payment: euros(most),
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
    /// What they paid together, in euros.
    pub amount: String,
}

/// Why a project was not bought with shares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Loser {
    /// The project.
    pub project: String,
    /// What it costs, in euros.
    pub cost: String,
    /// Ballots that support it.
    pub supporters: u64,
    /// What these have left together, in euros.
    pub left: String,
    /// What is missing, in euros.
    pub missing: String,
    /// Which winners used its supporters' money, most first.
    pub taken: Vec<Taken>,
}

/// Tells per losing project what its supporters have left, and where the rest went.
pub(crate) fn losers(election: &Election, support: &[Support], run: &Run, winners: &[usize]) -> Vec<Loser> {
    let mut paid: Vec<std::collections::HashMap<u32, &BigRational>> = Vec::new();
    for payments in &run.payments {
        paid.push(payments.iter().map(|(ballot, amount)| (*ballot, amount)).collect());
    }
    let mut losers = Vec::new();
    for (at, project) in election.projects.iter().enumerate() {
        if winners.contains(&at) {
            continue;
        }
        let left: BigRational = support[at].by.iter().map(|(ballot, _)| &run.left[*ballot as usize]).sum();
        let mut taken: Vec<(BigRational, Taken)> = Vec::new();
        for (round, winner) in run.winners.iter().enumerate() {
            let mut amount = BigRational::zero();
            let mut supporters = 0;
            for (ballot, _) in &support[at].by {
                if let Some(share) = paid.get(round).and_then(|paid| paid.get(ballot)) {
                    amount += *share;
                    supporters += 1;
                }
            }
            if supporters > 0 {
                let project = election.projects[*winner].id.clone();
                taken.push((amount.clone(), Taken { project, supporters, amount: euros(&amount) }));
            }
        }
        taken.sort_by(|a, b| b.0.cmp(&a.0));
        let missing = whole(project.cost) - &left;
        losers.push(Loser {
            project: project.id.clone(),
            cost: euros(&whole(project.cost)),
            supporters: support[at].by.len() as u64,
            left: euros(&left),
            missing: euros(&if missing > BigRational::zero() { missing } else { BigRational::zero() }),
            taken: taken.into_iter().map(|(_, taken)| taken).collect(),
        });
    }
    losers
}
