//! What the sources contradict each other in, and what of them is lost (catalogue H1, H2).

use crate::{Citation, Words};
use serde::{Deserialize, Serialize};

/// Two or more things that sources say and that do not go together. Both are kept; none is declared right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contradiction {
    /// Its id in the catalogue, for instance `H2.1`.
    pub id: String,
    /// What it is about.
    pub name: Words,
    /// What is said, side by side.
    pub sides: Vec<Side>,
    /// What to keep in mind.
    pub note: Words,
}

/// One side of a contradiction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Side {
    /// What it says, in our words.
    pub says: Words,
    /// Where.
    pub cites: Vec<Citation>,
}

/// Something a source had that did not reach us. It is left open for whoever has it; nothing is made up in its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Placeholder {
    /// Its key.
    pub key: String,
    /// What is missing.
    pub name: Words,
    /// How many things are missing, where the sources say so.
    #[serde(default)]
    pub count: Option<u32>,
    /// Where it should stand.
    pub cites: Vec<Citation>,
    /// What somebody filled in, with a source of their own; empty until then.
    #[serde(default)]
    pub filled: Vec<Filled>,
}

/// What a municipality filled in for something that is lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filled {
    /// What it says.
    pub says: Words,
    /// Where it comes from: a source of the municipality's own.
    pub cite: Citation,
}

impl Placeholder {
    /// What stands there while it is empty, in Dutch and in English.
    pub const EMPTY: (&'static str, &'static str) = ("niet in bron", "not in the source");
}
