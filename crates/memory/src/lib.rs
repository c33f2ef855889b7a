//! Onthouden: what was learned of a process, kept until it is of use to the next.

use journey::Act;
use kernel::{AreaId, Instant, ProcessId, TenantId};
use store::texts::LanguageSet;
use store::{Error, Session, Tx};
use uuid::Uuid;

/// Whether what was tried worked; what did not comes first when lessons are shown (A248).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Worked {
    /// It did not.
    No,
    /// In part, or for some.
    Partly,
    /// It did.
    Yes,
}

/// Something that was learned, with the circumstances in which it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesson {
    /// Which.
    pub id: Uuid,
    /// Of which process; a lesson may come from elsewhere.
    pub process: Option<ProcessId>,
    /// What happened, in the words of whoever wrote it.
    pub text: LanguageSet,
    /// What to do next time.
    pub advice: LanguageSet,
    /// Whether it worked.
    pub worked: Worked,
    /// In which area.
    pub area: Option<AreaId>,
    /// About which theme, as contributions have them.
    pub theme: Option<String>,
    /// On which effects or values, by their keys (`effect.trust`).
    pub effects: Vec<String>,
    /// When it was kept.
    pub at: Instant,
}

/// Keeps a lesson.
///
/// # Errors
/// When the database cannot be written.
pub async fn keep(tx: &mut Tx, act: &Act<'_>, lesson: &Lesson) -> Result<(), Error> {
    let _ = (tx, act, lesson);
    Ok(())
}

/// For which design lessons are looked for.
#[derive(Debug, Clone, Default)]
pub struct Circumstances {
    /// Which process is being designed; its own lessons are left out.
    pub process: Option<ProcessId>,
    /// Its areas.
    pub areas: Vec<AreaId>,
    /// Its themes.
    pub themes: Vec<String>,
    /// The effects it aims at, by their keys.
    pub effects: Vec<String>,
}

/// Lessons that fit the circumstances best: what did not work first, then how many of the circumstances are shared.
///
/// # Errors
/// When the database cannot be read.
pub async fn fitting(s: &mut Session, tenant: TenantId, of: &Circumstances, limit: i64) -> Result<Vec<Lesson>, Error> {
    let _ = (s, tenant, of, limit);
    Ok(Vec::new())
}

/// The lessons of one process.
///
/// # Errors
/// When the database cannot be read.
pub async fn lessons(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<Vec<Lesson>, Error> {
    let _ = (s, tenant, process);
    Ok(Vec::new())
}

/// The tables of this room.
pub const MIGRATIONS: &[store::Migration] = &[];

/// The words of this room.
pub const TEXTS: &[(&str, &str)] = &[];

/// The addresses of this room.
#[must_use]
pub fn routes() -> people::Routes {
    people::Routes::new("memory")
}
