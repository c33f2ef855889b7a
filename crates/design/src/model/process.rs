//! A process, from its first draft until contributions are no longer asked for.

use crate::model::Charter;
use kernel::{Date, Instant, ProcessId, TenantId, Zone};
use store::texts::LanguageSet;

/// How far a process is.
///
/// ```mermaid
/// stateDiagram-v2
///   [*] --> Draft
///   Draft --> Published: publish (no gaps)
///   Published --> Published: new version, with its reason
///   Published --> Closed: close, with its reason
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Only staff can see it.
    Draft,
    /// Residents can read the charter and take part within its dates.
    Published,
    /// Nothing new is asked; what came in keeps travelling and is answered.
    Closed,
}

impl State {
    /// The code under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
            Self::Closed => "closed",
        }
    }
    /// The state of a stored code.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        [Self::Draft, Self::Published, Self::Closed].into_iter().find(|state| state.code() == code)
    }
    /// Key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Draft => "design-state-draft",
            Self::Published => "design-state-published",
            Self::Closed => "design-state-closed",
        }
    }
}

/// A participation process with the charter that holds now.
#[derive(Debug, Clone, PartialEq)]
pub struct Process {
    /// Which process.
    pub id: ProcessId,
    /// Of which municipality.
    pub tenant: TenantId,
    /// Its place in addresses: `/processen/{slug}`. Never changes, since it is printed on paper.
    pub slug: String,
    /// Its name.
    pub title: LanguageSet,
    /// How far it is.
    pub state: State,
    /// The charter that holds; none before the first publication.
    pub charter: Option<Charter>,
    /// Whether a version is being written that is not public yet.
    pub has_draft: bool,
    /// When it was made.
    pub created: Instant,
    /// When it was first published.
    pub published: Option<Instant>,
    /// When it was closed.
    pub closed: Option<Instant>,
    /// Why it was closed.
    pub close_reason: Option<LanguageSet>,
}

impl Process {
    /// Whether residents may see it.
    #[must_use]
    pub const fn is_public(&self) -> bool {
        self.charter.is_some()
    }
}

/// Whether contributions are welcome on `today`: published, begun and not past the last day.
#[must_use]
pub fn open_for_contributions(process: &Process, today: Date) -> bool {
    process.charter.as_ref().is_some_and(|charter| welcomes(process.state, charter.opens, charter.closes, today))
}

/// Whether contributions were welcome on `day`, also when the process was closed since: what was said in time and waited
/// for a network or to be typed in is not late.
#[must_use]
pub fn was_open_on(process: &Process, day: Date, zone: &Zone) -> bool {
    let closed = process.closed.map(|at| zone.date(at));
    let in_time = closed.is_none_or(|closed| day <= closed) && process.state != State::Draft;
    in_time && process.charter.as_ref().is_some_and(|charter| welcomes(State::Published, charter.opens, charter.closes, day))
}

/// The rule of [`open_for_contributions`], from the few things that decide it.
pub(crate) fn welcomes(state: State, opens: Option<Date>, closes: Option<Date>, today: Date) -> bool {
    state == State::Published && opens.is_none_or(|opens| opens <= today) && closes.is_none_or(|closes| today <= closes)
}
