//! How long each kind of work may take (catalogue F1), and the calendar in which that is counted.

use kernel::{Calendar, Date, Holidays, Instant, Term, Zone};
use serde::{Deserialize, Serialize};

/// The terms of a municipality. The defaults are the proposals of catalogue F1, not findings; an absent field keeps its
/// default.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
pub struct Terms {
    /// S1: to look whether the words may be published.
    pub receive: Term,
    /// S2: to screen what may be published.
    pub screen: Term,
    /// S2a: to tell the author where it was referred.
    pub refer: Term,
    /// S2b: to tell the author why it is kept for later. The catalogue proposes none; the term of S14 is taken.
    pub park: Term,
    /// S3: to bundle, or to ask a department.
    pub bundle: Term,
    /// S4: to accept or hand back.
    pub accept: Term,
    /// S5: to check the frames.
    pub frames: Term,
    /// S6: to assess.
    pub assess: Term,
    /// S6a: for the author to answer a question; then the work goes on without.
    pub question: Term,
    /// S7: to come to an agreement at the table.
    pub table: Term,
    /// S8: to commit or refuse means.
    pub means: Term,
    /// S10: to settle it, for each level.
    pub escalate: Term,
    /// X3: to settle an objection of another department. The catalogue proposes no length.
    pub object: Term,
    /// X5: to choose between values that were found to conflict. The catalogue proposes no length.
    pub choose: Term,
    /// X9: for a department that a dossier touches too to say what it finds.
    pub consult: Term,
    /// S11: to bring a ready advice to the competent body.
    pub advise: Term,
    /// S14: to answer, counted from the decision.
    pub feed_back: Term,
    /// S15: for the author to react.
    pub react: Term,
    /// S16: to plan a first milestone, counted from the beginning (X8). The catalogue proposes no length.
    pub plan: Term,
    /// S17: for an author or the neighbourhood manager to confirm what the department says is done.
    pub confirm: Term,
    /// S18: after which it is looked at whether it still works and is used.
    pub integrate: Term,
    /// X11: how long before its money ends somebody must have said how it goes on.
    pub funding: Term,
}

impl Default for Terms {
    fn default() -> Self {
        Self {
            receive: Term::Working(2),
            screen: Term::Working(5),
            refer: Term::Working(5),
            park: Term::Working(10),
            bundle: Term::Working(10),
            accept: Term::Working(5),
            frames: Term::Working(15),
            assess: Term::Working(20),
            question: Term::Working(15),
            table: Term::Working(20),
            means: Term::Working(20),
            escalate: Term::Working(10),
            object: Term::Working(10),
            choose: Term::Working(10),
            consult: Term::Working(10),
            advise: Term::Working(10),
            feed_back: Term::Working(10),
            react: Term::Working(20),
            plan: Term::Days(30),
            confirm: Term::Working(20),
            integrate: Term::Days(365),
            funding: Term::Days(183),
        }
    }
}

/// The zone, calendar and terms of one municipality.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Civil {
    /// Whose midnight ends a term.
    pub zone: Zone,
    /// Which days are worked.
    pub calendar: Calendar,
    /// How long things may take.
    pub terms: Terms,
}

impl Default for Civil {
    /// UTC, weekends only, the proposed terms: for tests and for a tenant that set nothing.
    fn default() -> Self {
        Self { zone: Zone::utc(), calendar: Calendar::new(Holidays::None), terms: Terms::default() }
    }
}

impl Civil {
    /// Which day it is at `at`.
    #[must_use]
    pub fn today(&self, at: Instant) -> Date {
        self.zone.date(at)
    }
    /// The last day of a term that starts after `from`.
    #[must_use]
    pub fn last_day(&self, from: Date, term: Term) -> Date {
        self.calendar.last_day(from, term)
    }
}
