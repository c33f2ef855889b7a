//! What is counted: projects that cost money, and ballots.

use serde::Serialize;

/// How people voted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Each named project is approved of.
    Approval,
    /// Each named project gets points.
    Points,
    /// Points that add up to a fixed number.
    Cumulative,
    /// Projects from most to least wanted.
    Ordinal,
}

/// What a funded project is worth to a voter who supports it (semantic point 1 of the README).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Utility {
    /// Its cost: gives the «effective vote count» that cities publish.
    Cost,
    /// One.
    Cardinality,
    /// The points the voter gave.
    Points,
    /// The number of projects in the election less the place on the ballot, places from 0.
    Borda,
}

/// A project that asks for money.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// The id on the ballot.
    pub id: String,
    /// Its name, empty when the file has none.
    pub name: String,
    /// What it costs, in cents.
    pub cost: i64,
    /// Categories it belongs to.
    pub categories: Vec<String>,
    /// Its neighbourhood, when it has one.
    pub neighbourhood: Option<String>,
}

/// One ballot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballot {
    /// The id of the voter in the file.
    pub voter: String,
    /// Places of projects in [`Election::projects`], each once, with their points (1 for an approval; the order is the ballot's).
    pub choices: Vec<(usize, i64)>,
    /// How many shares of the budget stand behind this ballot; 1 unless districts are weighed (semantic point 19).
    pub weight: u32,
}

/// Everything that is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Election {
    /// The money to divide, in cents.
    pub budget: i64,
    /// How people voted.
    pub kind: Kind,
    /// The projects, in the order of the file.
    pub projects: Vec<Project>,
    /// All cast ballots, blank ones included: they count in the number of shares (semantic point 2).
    pub ballots: Vec<Ballot>,
    /// What the file says besides, in its order.
    pub meta: Vec<(String, String)>,
}

impl Election {
    /// How many ballots support each project, in weighed votes.
    #[must_use]
    pub fn votes(&self) -> Vec<u64> {
        let mut votes = vec![0; self.projects.len()];
        for ballot in &self.ballots {
            for (project, points) in &ballot.choices {
                if *points > 0 {
                    votes[*project] += u64::from(ballot.weight);
                }
            }
        }
        votes
    }

    /// What a project is worth to a ballot that names it in place `at`.
    #[must_use]
    pub fn worth(&self, utility: Utility, project: usize, points: i64, at: usize) -> i64 {
        match utility {
            _ if points <= 0 => 0,
            Utility::Cost => self.projects[project].cost,
            Utility::Cardinality => 1,
            Utility::Points => points,
            Utility::Borda => i64::try_from(self.projects.len() - at).unwrap_or(0),
        }
    }

    /// The value that the file gives to a key, when it has one.
    #[must_use]
    pub fn meta(&self, key: &str) -> Option<&str> {
        self.meta.iter().find(|(known, _)| known == key).map(|(_, value)| value.as_str())
    }
}
