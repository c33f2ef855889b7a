//! When something that was promised lies still, and by when somebody must act (F3). Computed from dates, never set by
//! hand and never stored.

use super::Stage;
use journey::{Civil, Stranded, Stranding};
use kernel::{Date, Term};

/// The dates of a commitment that decide whether it lies still.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dates {
    /// Where it stands.
    pub stage: Stage,
    /// The day on which it was promised.
    pub made: Date,
    /// The day by which all of it must be done.
    pub until: Date,
    /// How many milestones it has.
    pub milestones: i64,
    /// The earliest date of a milestone that is not reached.
    pub next: Option<Date>,
    /// The day on which the department said that it is done.
    pub claimed: Option<Date>,
    /// The day on which it must be looked at whether it lasts.
    pub check_on: Option<Date>,
    /// The day on which its money ends, when nobody said how it goes on.
    pub money_ends: Option<Date>,
    /// Since when whoever carries it out is gone, when nobody took it over.
    pub left: Option<Date>,
}

impl Dates {
    /// The last day of what is waited for now; `None` when nothing is.
    #[must_use]
    pub fn due(&self, civil: &Civil) -> Option<Date> {
        match self.stage {
            Stage::Underway if self.milestones == 0 => Some(civil.last_day(self.made, civil.terms.plan).min(self.until)),
            Stage::Underway => Some(self.next.map_or(self.until, |next| next.min(self.until))),
            Stage::Claimed => self.claimed.map(|claimed| civil.last_day(claimed, civil.terms.confirm)),
            Stage::Realised => self.check_on,
            Stage::Integrated => None,
        }
    }

    /// Everything for which it lies still on `today`: X1 when a date has passed, X8 when nothing is planned, X10 when
    /// nobody carries it out any more, X11 when its money ends soon. Each goes away when what it asks for is done.
    #[must_use]
    pub fn stranded(&self, civil: &Civil, today: Date) -> Vec<Stranded> {
        let mut found = Vec::new();
        if let Some(due) = self.due(civil)
            && today > due
        {
            let unplanned = self.stage == Stage::Underway && self.milestones == 0 && due < self.until;
            let code = if unplanned { Stranding::X8 } else { Stranding::X1 };
            found.push(Stranded { code, since: due.plus_days(1) });
        }
        let in_hand = matches!(self.stage, Stage::Underway | Stage::Claimed);
        if let Some(since) = self.left.filter(|_| in_hand) {
            found.push(Stranded { code: Stranding::X10, since });
        }
        if let Some(ends) = self.money_ends.filter(|_| self.stage != Stage::Integrated) {
            let from = before(ends, civil.terms.funding).max(self.made);
            if today >= from {
                found.push(Stranded { code: Stranding::X11, since: from });
            }
        }
        found
    }
}

/// Since when something that was decided lies still without any commitment (X8); `None` while the term runs.
#[must_use]
pub fn uncommitted(decided: Date, civil: &Civil, today: Date) -> Option<Stranded> {
    let last = civil.last_day(decided, civil.terms.plan);
    (today > last).then(|| Stranded { code: Stranding::X8, since: last.plus_days(1) })
}

/// So long before a day. Five working days count as a week.
fn before(day: Date, term: Term) -> Date {
    match term {
        Term::Days(days) => day.plus_days(-i64::from(days)),
        Term::Working(days) => day.plus_days(-(i64::from(days) * 7 / 5)),
    }
}

/// Whether more is asked of volunteers than they said they can give (hours a month; 000 §2.3.4).
#[must_use]
pub fn overloaded(asked: Option<i64>, ceiling: Option<i64>) -> bool {
    matches!((asked, ceiling), (Some(asked), Some(ceiling)) if asked > ceiling)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }

    fn dates() -> Dates {
        Dates {
            stage: Stage::Underway,
            made: day("2026-03-02"),
            until: day("2026-12-01"),
            milestones: 0,
            next: None,
            claimed: None,
            check_on: None,
            money_ends: None,
            left: None,
        }
    }

    fn codes(dates: &Dates, today: &str) -> Vec<(Stranding, String)> {
        dates.stranded(&Civil::default(), day(today)).iter().map(|it| (it.code, it.since.to_string())).collect()
    }

    #[test]
    fn without_a_milestone_it_lies_still_after_thirty_days_until_one_is_planned() {
        let none = dates();
        assert_eq!(codes(&none, "2026-04-01"), []);
        assert_eq!(codes(&none, "2026-04-02"), [(Stranding::X8, "2026-04-02".to_owned())]);
        let planned = Dates { milestones: 1, next: Some(day("2026-06-01")), ..none };
        assert_eq!(codes(&planned, "2026-04-02"), []);
        assert_eq!(codes(&planned, "2026-06-02"), [(Stranding::X1, "2026-06-02".to_owned())]);
        let reached = Dates { next: None, ..planned };
        assert_eq!(codes(&reached, "2026-06-02"), []);
        assert_eq!(codes(&reached, "2026-12-02"), [(Stranding::X1, "2026-12-02".to_owned())]);
    }

    #[test]
    fn what_is_said_to_be_done_waits_for_somebody_who_confirms_it() {
        let claimed = Dates { stage: Stage::Claimed, claimed: Some(day("2026-03-02")), ..dates() };
        assert_eq!(codes(&claimed, "2026-03-30"), []);
        assert_eq!(codes(&claimed, "2026-03-31"), [(Stranding::X1, "2026-03-31".to_owned())]);
        let realised = Dates { stage: Stage::Realised, check_on: Some(day("2027-03-02")), ..claimed };
        assert_eq!(codes(&realised, "2027-03-02"), []);
        assert_eq!(codes(&realised, "2027-03-03"), [(Stranding::X1, "2027-03-03".to_owned())]);
        assert_eq!(codes(&Dates { stage: Stage::Integrated, ..realised }, "2030-01-01"), []);
    }

    #[test]
    fn money_that_ends_warns_half_a_year_before_and_until_somebody_says_how_it_goes_on() {
        let ends = Dates { milestones: 1, money_ends: Some(day("2026-10-01")), ..dates() };
        assert_eq!(codes(&ends, "2026-03-31"), []);
        assert_eq!(codes(&ends, "2026-04-01"), [(Stranding::X11, "2026-04-01".to_owned())]);
        assert_eq!(codes(&Dates { money_ends: None, ..ends }, "2026-04-01"), []);
    }

    #[test]
    fn whoever_left_without_being_followed_up_shows() {
        let left = Dates { milestones: 1, left: Some(day("2026-05-01")), ..dates() };
        assert_eq!(codes(&left, "2026-05-02"), [(Stranding::X10, "2026-05-01".to_owned())]);
        assert_eq!(codes(&Dates { stage: Stage::Realised, ..left }, "2026-05-02"), []);
    }

    #[test]
    fn more_hours_than_the_ceiling_is_too_much() {
        assert!(overloaded(Some(9), Some(8)));
        assert!(!overloaded(Some(8), Some(8)) && !overloaded(Some(8), None) && !overloaded(None, Some(8)));
    }
}
