//! Onderzoeken: what was seen and heard, coded by two, with everything that was not heard.

use evidence::EffectKey;
use kernel::{ProcessId, TenantId};
use store::{Error, Session};

/// Which way an effect went (B03).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// For the better.
    Positive,
    /// No change was seen.
    Neutral,
    /// For the worse.
    Negative,
    /// Nobody can say.
    Unknown,
}

/// How an effect or value came out of what was seen and heard of a process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Balance {
    /// Which effect or value.
    pub effect: EffectKey,
    /// How many sources (interviews, observations, documents) say so, by direction in the order of [`Direction`].
    pub sources: [i64; 4],
    /// For whom it was negative, in words of the coders (G052).
    pub negative_for: Vec<String>,
    /// What helped and what hindered, by the keys of factors, with how often.
    pub factors: Vec<(String, i64)>,
}

/// Of whom something was heard, by kind of actor (G074); whoever was not heard stands here with nought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// Kind of actor, by its key in the knowledge.
    pub actor: String,
    /// How many sources.
    pub sources: i64,
}

/// What came out of the coding of a process: per effect that was aimed at or found, and of whom it was heard.
///
/// # Errors
/// When the database cannot be read.
pub async fn found(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<(Vec<Balance>, Vec<Heard>), Error> {
    let _ = (s, tenant, process);
    Ok((Vec::new(), Vec::new()))
}

/// The tables of this room.
pub const MIGRATIONS: &[store::Migration] = &[];

/// The words of this room.
pub const TEXTS: &[(&str, &str)] = &[];

/// The addresses of this room.
#[must_use]
pub fn routes() -> people::Routes {
    people::Routes::new("study")
}
