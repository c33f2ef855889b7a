//! Meten: what is measured of a process, when and of whom, and what people answered.

use kernel::{ProcessId, TenantId};
use statistics::{Estimate, Measured};
use store::{Error, Session};

/// When somebody is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Round {
    /// Before people take part.
    Before,
    /// After they heard the decision.
    After,
    /// Long after (A251).
    Later,
}

/// What one question came to in one round, for everybody who may be shown.
#[derive(Debug, Clone)]
pub struct Answers {
    /// Which indicator it measures (`G042`).
    pub indicator: &'static str,
    /// In which round.
    pub round: Round,
    /// Whether of people who took part.
    pub took_part: bool,
    /// How many answered it; `None` when fewer than may be shown.
    pub answered: Option<i64>,
    /// How many filled in the questionnaire and left this one open.
    pub missing: i64,
    /// The middle of the answers, from 1 to 5, with how sure it is.
    pub mean: Measured<Estimate>,
    /// The share that agrees (4 or 5), with how sure it is.
    pub agree: Measured<Estimate>,
}

/// How answers after differ from answers before of the same people, by the code that they kept.
#[derive(Debug, Clone)]
pub struct Change {
    /// Of which indicator.
    pub indicator: &'static str,
    /// How many answered both times; `None` when fewer than may be shown.
    pub pairs: Option<i64>,
    /// After less before, with how sure it is.
    pub difference: Measured<Estimate>,
    /// How many went up, stayed, went down; hidden when too few.
    pub moved: Option<[i64; 3]>,
}

/// What people answered of a process, without what may not be shown of too few.
///
/// # Errors
/// When the database cannot be read.
pub async fn results(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<(Vec<Answers>, Vec<Change>), Error> {
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
    people::Routes::new("measure")
}
