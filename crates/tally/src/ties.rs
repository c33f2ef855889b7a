//! Which of two equal projects goes first: a declared order that ends in a lot drawn beforehand (semantic point 8).

use crate::{Election, OptionsError};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};
use serde::Serialize;
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::str::FromStr;

/// One key of the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TieKey {
    /// Lower cost first.
    Cost,
    /// More votes first.
    Votes,
    /// The order in the file.
    File,
    /// The id as text: only to compare with programs that do so.
    Id,
    /// A lot drawn from the seed before counting. It depends on the ids alone, not on the order in the file.
    Lot,
}

impl FromStr for TieKey {
    type Err = OptionsError;
    fn from_str(text: &str) -> Result<Self, OptionsError> {
        Ok(match text.trim() {
            "cost" => Self::Cost,
            "votes" => Self::Votes,
            "file" => Self::File,
            "id" => Self::Id,
            "lot" => Self::Lot,
            _ => return Err(OptionsError::TieKey(text.trim().to_owned())),
        })
    }
}

/// A tie that the order broke.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tie {
    /// The projects that were equal, first the one that went first.
    pub projects: Vec<String>,
    /// The key that decided.
    pub decided_by: TieKey,
    /// How often it came up in all runs together.
    pub times: u64,
    /// Whether it came up in the run that counts.
    pub in_result: bool,
}

/// A tie as it came up: the places of the projects, first the one that went first, and the key that decided.
pub(crate) type Broken = (Vec<usize>, TieKey);

/// All ties of all runs.
#[derive(Debug, Default)]
pub(crate) struct TieLog(BTreeMap<Broken, (usize, u64, bool)>);

impl TieLog {
    pub(crate) fn add(&mut self, ties: &[Broken]) {
        for tie in ties {
            let next = self.0.len();
            self.0.entry(tie.clone()).or_insert((next, 0, false)).1 += 1;
        }
    }
    /// The ties, those of the run that counts first, in the order in which they came up.
    pub(crate) fn told(mut self, election: &Election, result: &[Broken]) -> Vec<Tie> {
        for tie in result {
            if let Some(found) = self.0.get_mut(tie) {
                found.2 = true;
            }
        }
        let mut ties: Vec<_> = self.0.into_iter().collect();
        ties.sort_by_key(|(_, (first, _, in_result))| (!in_result, *first));
        ties.into_iter()
            .map(|((projects, decided_by), (_, times, in_result))| Tie {
                projects: projects.into_iter().map(|at| election.projects[at].id.clone()).collect(),
                decided_by,
                times,
                in_result,
            })
            .collect()
    }
}

/// The declared order, ready to compare.
#[derive(Debug)]
pub struct Ties {
    keys: Vec<TieKey>,
    votes: Vec<u64>,
    lots: Vec<usize>,
}

impl Ties {
    /// Draws the lots and counts the votes once, for every run alike.
    #[must_use]
    pub fn new(election: &Election, keys: &[TieKey], seed: u64) -> Self {
        let mut places: Vec<usize> = (0..election.projects.len()).collect();
        places.sort_by(|a, b| election.projects[*a].id.cmp(&election.projects[*b].id));
        let mut random = ChaCha20Rng::seed_from_u64(seed);
        for at in (1..places.len()).rev() {
            let bound = at as u64 + 1;
            let zone = u64::MAX - (u64::MAX % bound);
            let drawn = loop {
                let drawn = random.next_u64();
                if drawn < zone {
                    break drawn % bound;
                }
            };
            places.swap(at, usize::try_from(drawn).unwrap_or(0));
        }
        let mut lots = vec![0; places.len()];
        for (lot, place) in places.into_iter().enumerate() {
            lots[place] = lot;
        }
        let mut keys = keys.to_vec();
        if !keys.iter().any(|key| matches!(key, TieKey::Lot | TieKey::File | TieKey::Id)) {
            keys.push(TieKey::Lot);
        }
        Self { keys, votes: election.votes(), lots }
    }

    fn compare(&self, election: &Election, a: usize, b: usize) -> (Ordering, TieKey) {
        for key in &self.keys {
            let order = match key {
                TieKey::Cost => election.projects[a].cost.cmp(&election.projects[b].cost),
                TieKey::Votes => self.votes[b].cmp(&self.votes[a]),
                TieKey::File => a.cmp(&b),
                TieKey::Id => election.projects[a].id.cmp(&election.projects[b].id),
                TieKey::Lot => self.lots[a].cmp(&self.lots[b]),
            };
            if order != Ordering::Equal {
                return (order, *key);
            }
        }
        (a.cmp(&b), TieKey::File)
    }

    /// Puts projects in the declared order.
    pub(crate) fn sort(&self, election: &Election, projects: &mut [usize]) {
        projects.sort_by(|a, b| self.compare(election, *a, *b).0);
    }

    /// The project that goes first, and the tie when there was one.
    pub(crate) fn first(&self, election: &Election, equals: &[usize]) -> Option<(usize, Option<Broken>)> {
        if let [only] = equals {
            return Some((*only, None));
        }
        let mut sorted = equals.to_vec();
        self.sort(election, &mut sorted);
        let first = *sorted.first()?;
        let decided = self.compare(election, first, *sorted.get(1)?).1;
        Some((first, Some((sorted, decided))))
    }
}
