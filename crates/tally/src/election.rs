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
    /// Points that add up to a fixed number at most.
    Cumulative,
    /// Projects from most to least wanted.
    Ordinal,
}

/// What a funded project is worth to a voter who supports it (semantic point 1 of the README).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Utility {
    /// Its cost, times the points given where points were given: gives the «effective vote count» that cities publish.
    Cost,
    /// One.
    Cardinality,
    /// The points the voter gave. On an ordinal ballot of three these are 3, 2 and 1.
    Points,
    /// The number of projects that the ballot places after it: 2, 1 and 0 on a ballot of three.
    Borda,
}

impl Utility {
    /// The usual one for a kind of ballot.
    #[must_use]
    pub const fn usual(kind: Kind) -> Self {
        match kind {
            Kind::Approval => Self::Cost,
            Kind::Points | Kind::Cumulative => Self::Points,
            Kind::Ordinal => Self::Borda,
        }
    }
}

/// A project that asks for money.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// The id on the ballot.
    pub id: String,
    /// Its name, empty when the file has none.
    pub name: String,
    /// What it costs, in cents: 0 to [`MOST_MONEY`].
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
    /// Places of projects in [`Election::projects`], each once, with their points (1 for an approval; the order is the
    /// ballot's). At most [`MOST_POINTS`] each; no worth where 0 or less.
    pub choices: Vec<(usize, i64)>,
    /// How much of a share of the budget this ballot starts with, in millionths: [`WHOLE_SHARE`] unless districts are
    /// weighed (semantic point 19). More than 0.
    pub weight: u32,
}

/// The weight of an ordinary ballot: one share, in millionths.
pub const WHOLE_SHARE: u32 = 1_000_000;

/// The most money that is counted with, in cents: ten thousand billion euros.
pub const MOST_MONEY: i64 = 1_000_000_000_000_000;

/// The most points that one ballot can give to one project.
pub const MOST_POINTS: i64 = 1_000_000_000;

/// Everything that is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Election {
    /// The money to divide, in cents: 1 to [`MOST_MONEY`].
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
    /// How many ballots support each project. A weight changes a ballot's money, not its vote.
    #[must_use]
    pub fn votes(&self) -> Vec<u64> {
        self.per_project(|_| 1)
    }

    /// What each project scored: votes, or the sum of points where points were given.
    #[must_use]
    pub fn scores(&self) -> Vec<u64> {
        self.per_project(|points| points.unsigned_abs())
    }

    fn per_project(&self, each: impl Fn(i64) -> u64) -> Vec<u64> {
        let mut sums = vec![0_u64; self.projects.len()];
        for (project, points) in self.ballots.iter().flat_map(|ballot| &ballot.choices) {
            if *points > 0 {
                sums[*project] = sums[*project].saturating_add(each(*points));
            }
        }
        sums
    }

    /// What a project is worth to this ballot, which names it in place `at` (from 0), in two factors: one of the project
    /// and one of the ballot.
    #[must_use]
    pub fn worth(&self, utility: Utility, ballot: &Ballot, at: usize) -> (i64, i64) {
        let Some((project, points)) = ballot.choices.get(at).copied() else { return (1, 0) };
        let after = i64::try_from(ballot.choices.len() - at).unwrap_or(0);
        match utility {
            _ if points <= 0 => (1, 0),
            Utility::Cost => (self.projects[project].cost, points),
            Utility::Cardinality => (1, 1),
            Utility::Points if self.kind == Kind::Ordinal => (1, after),
            Utility::Points => (1, points),
            Utility::Borda => (1, after - 1),
        }
    }

    /// The value that the file gives to a key, when it has one.
    #[must_use]
    pub fn meta(&self, key: &str) -> Option<&str> {
        self.meta.iter().find(|(known, _)| known == key).map(|(_, value)| value.as_str())
    }
}
