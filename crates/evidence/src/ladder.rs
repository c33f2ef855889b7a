//! Ladders of participation. A level is always a ladder with a rung, never a bare number (catalogue A004, A007).

use crate::{Citation, Words};
use serde::{Deserialize, Serialize};

/// A ladder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ladder {
    /// Its key.
    pub key: String,
    /// What it is called.
    pub name: Words,
    /// Where it stands.
    pub cites: Vec<Citation>,
    /// What to keep in mind with it.
    #[serde(default)]
    pub note: Option<Words>,
    /// Its rungs, from least to most power for residents; none when the source lost them.
    #[serde(default)]
    pub rungs: Vec<LadderRung>,
    /// Whether a municipality added it.
    #[serde(default)]
    pub local: bool,
}

/// A rung of a ladder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LadderRung {
    /// Its key, alone on its ladder.
    pub key: String,
    /// What it is called.
    pub name: Words,
    /// What it promises a resident, in plain words.
    #[serde(default)]
    pub promise: Option<Words>,
    /// The rung of the first ladder that stands for it; none when none does. The mapping is a reading that a
    /// municipality may change, not something the sources give.
    #[serde(default)]
    pub stands_for: Option<String>,
}

/// A rung with its ladder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// Key of the ladder.
    pub ladder: String,
    /// Key of the rung.
    pub rung: String,
}

impl Ladder {
    /// The ladder that others are mapped to.
    pub const FIRST: &'static str = "proepper-steenbergen";

    /// The place of a rung, 1 for the lowest.
    #[must_use]
    pub fn place(&self, rung: &str) -> Option<usize> {
        self.rungs.iter().position(|its| its.key == rung).map(|index| index + 1)
    }
}
