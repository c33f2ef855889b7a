//! Who supports what, laid out for going through it fast.

use crate::{Election, Utility};

/// Who supports what. A worth is a factor of the project times a factor of the ballot.
#[derive(Debug)]
pub(crate) struct Support {
    /// Where each project's supporters begin in `supporters`; one more at the end.
    pub(crate) starts: Vec<usize>,
    /// The ballots, per project in their order, and beside them the ballot's factor.
    pub(crate) supporters: Vec<u32>,
    pub(crate) factors: Vec<u32>,
    /// Where each ballot's projects begin in `choices`; one more at the end.
    ballots: Vec<usize>,
    choices: Vec<(u32, u32)>,
    /// The project's own factor of its worth.
    pub(crate) factor: Vec<i64>,
    /// The sum of the ballots' factors.
    pub(crate) worth: Vec<i64>,
    /// Whether every ballot's factor is 1.
    pub(crate) uniform: bool,
}

impl Support {
    pub(crate) fn new(election: &Election, utility: Utility) -> Self {
        let projects = election.projects.len();
        let mut counts = vec![0_usize; projects];
        let mut support = Self {
            starts: Vec::with_capacity(projects + 1),
            supporters: Vec::new(),
            factors: Vec::new(),
            ballots: vec![0],
            choices: Vec::new(),
            factor: vec![1; projects],
            worth: vec![0; projects],
            uniform: true,
        };
        for ballot in &election.ballots {
            for at in 0..ballot.choices.len() {
                let (factor, worth) = election.worth(utility, ballot, at);
                let project = ballot.choices[at].0;
                // What costs nothing is worth nothing by its cost, but whoever named it wants it (semantic point 12).
                let factor = if factor == 0 { 1 } else { factor };
                if worth > 0 {
                    support.factor[project] = factor;
                    support.worth[project] += worth;
                    support.uniform &= worth == 1;
                    counts[project] += 1;
                    support.choices.push((u32::try_from(project).unwrap_or(u32::MAX), u32::try_from(worth).unwrap_or(u32::MAX)));
                }
            }
            support.ballots.push(support.choices.len());
        }
        let mut next = 0;
        for count in &counts {
            support.starts.push(next);
            next += count;
        }
        support.starts.push(next);
        let mut at = support.starts.clone();
        support.supporters = vec![0; support.choices.len()];
        support.factors = vec![0; support.choices.len()];
        for ballot in 0..election.ballots.len() {
            for (project, worth) in &support.choices[support.ballots[ballot]..support.ballots[ballot + 1]] {
                let place = &mut at[*project as usize];
                support.supporters[*place] = u32::try_from(ballot).unwrap_or(u32::MAX);
                support.factors[*place] = *worth;
                *place += 1;
            }
        }
        support
    }

    /// How many choices there are on all ballots.
    pub(crate) fn entries(&self) -> usize {
        self.choices.len()
    }

    /// Ballots that support the project, and the ballot's factor of its worth to each.
    pub(crate) fn of(&self, project: usize) -> impl ExactSizeIterator<Item = (u32, u32)> + '_ {
        let range = self.starts[project]..self.starts[project + 1];
        self.supporters[range.clone()].iter().copied().zip(self.factors[range].iter().copied())
    }

    /// Projects that the ballot supports, and its factor of their worth.
    pub(crate) fn by(&self, ballot: u32) -> &[(u32, u32)] {
        &self.choices[self.ballots[ballot as usize]..self.ballots[ballot as usize + 1]]
    }
}
