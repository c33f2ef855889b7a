//! Which dossiers lie still, since when and why (catalogue F3). Computed, never set by hand and never stored.

use super::codes::{State, Stranding};
use super::dossier::Dossier;
use super::terms::Civil;
use kernel::{Date, Instant};

/// How often a department may hand a dossier back before it counts as stranded (X2).
pub const BOUNCES: i64 = 2;

/// A dossier that lies still.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stranded {
    /// Why.
    pub code: Stranding,
    /// Since which day: the first day after the term, or the day of the second hand-back.
    pub since: Date,
}

/// Everything for which a dossier lies still at `now`; empty when it moves. The gravest reason stands first.
///
/// A term that is over is X2 while a department is asked, X4 while one is asked for its means, X6 while an advice waits for
/// a place on an agenda, X7 while an author waits for an answer, and X1 otherwise, so that one delay is never told twice.
/// What lies open beside the way has terms of its own: X3 an objection of another department, X5 values without a choice, X9 a
/// department that was not heard, and X1 what was put off until a day and not taken up. X12, a decision that came too early, counts
/// from that day on.
#[must_use]
pub fn stranded(d: &Dossier, civil: &Civil, now: Instant) -> Vec<Stranded> {
    if d.merged.is_some() {
        return Vec::new();
    }
    let bounced = d.bounced.map(|at| civil.today(at));
    at(d.state, d.until, d.department.is_some(), d.bounces, bounced, &d.open_matters(), civil.today(now))
}

/// The last day on which nothing of a dossier lies still: [`stranded`] tells something from the day after it.
/// [`Date::FIRST`] when it lies still already, [`Date::LAST`] when it never does where it stands.
pub(crate) fn last_quiet_day(d: &Dossier) -> Date {
    if d.merged.is_some() {
        return Date::LAST;
    }
    if unowned(d.state, d.department.is_some()) && d.bounces >= BOUNCES && d.bounced.is_some() {
        return Date::FIRST;
    }
    let matters = d.open_matters().into_iter().map(|(_, last)| last);
    d.until.filter(|_| d.state.can_strand()).into_iter().chain(matters).min().unwrap_or(Date::LAST)
}

/// Whether it lies where a department must be found, and none has it.
fn unowned(state: State, accepted: bool) -> bool {
    matches!(state, State::Screened | State::Bundled | State::Assigned) && !accepted
}

/// The same, from the few things that decide it.
pub(crate) fn at(
    state: State,
    until: Option<Date>,
    accepted: bool,
    bounces: i64,
    bounced: Option<Date>,
    matters: &[(Stranding, Date)],
    today: Date,
) -> Vec<Stranded> {
    let mut found = Vec::new();
    if let Some(until) = until.filter(|_| state.can_strand())
        && today > until
    {
        let code = match state {
            State::Assigned => Stranding::X2,
            State::Means => Stranding::X4,
            State::AdviceReady => Stranding::X6,
            State::Decided | State::Referred | State::Parked | State::FedBack | State::Underway => Stranding::X7,
            _ => Stranding::X1,
        };
        found.push(Stranded { code, since: until.plus_days(1) });
    }
    if unowned(state, accepted)
        && bounces >= BOUNCES
        && let Some(since) = bounced
    {
        match found.iter_mut().find(|one| one.code == Stranding::X2) {
            Some(one) => one.since = one.since.min(since),
            None => found.insert(0, Stranded { code: Stranding::X2, since }),
        }
    }
    let over = matters.iter().filter(|(_, last)| today > *last);
    found.extend(over.map(|(code, last)| Stranded { code: *code, since: last.plus_days(1) }));
    found
}
