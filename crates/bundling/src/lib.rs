//! Proposing which contributions say the same, for a person to confirm, split or merge.
//!
//! A contribution that is bundled keeps its own words and its author gets an answer of their own (catalogue F1 S3, H5).
//! So this engine only proposes: [`propose`] gives groups, for each pair the reason, for each text what it alone asks
//! for, and beside each group the texts that speak of the same and are against it. A statement and its negation are
//! never proposed as the same.
//!
//! It looks at words, not at meaning: stems, hand-made lists of words that mean the same in the field, compounds, slips
//! of the pen, and how rare a word is among all texts. What it can and cannot, with figures, is in the README.

mod alike;
mod groups;
mod propose;
mod reading;
mod words;

pub use alike::Bar;
pub use propose::{Against, Comparison, Group, Member, Options, Pair, Place, Progress, Shared, Step, Text, compare, propose, together};
