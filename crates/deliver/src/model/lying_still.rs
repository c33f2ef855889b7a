//! When something that was promised lies still, and by when somebody must act (F3). Computed from dates, never set by
//! hand and never stored.

use super::{Funding, Signal, Stage};
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
    /// Whether its money is there.
    pub funding: Funding,
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
            Stage::Underway if self.funding.is_there() => Some(self.work_until(civil)),
            Stage::Underway => Some(self.work_until(civil).min(self.plan_until(civil))),
            Stage::Claimed => self.claimed.map(|claimed| civil.last_day(claimed, civil.terms.confirm)),
            Stage::Realised => self.check_on,
            Stage::Integrated => None,
        }
    }

    /// The last day on which a first milestone is planned and the money is there (X8).
    fn plan_until(&self, civil: &Civil) -> Date {
        civil.last_day(self.made, civil.terms.plan).min(self.until)
    }

    /// The last day of what must be done next, while it is being carried out.
    fn work_until(&self, civil: &Civil) -> Date {
        if self.milestones == 0 { self.plan_until(civil) } else { self.next.map_or(self.until, |next| next.min(self.until)) }
    }

    /// Everything for which it lies still on `today`, and since when: a date has passed (X1), nothing is planned or its money is
    /// not there (X8), nobody carries it out any more (X10), its money ends soon (X11). Each goes away when what it asks for is
    /// done.
    #[must_use]
    pub fn reasons(&self, civil: &Civil, today: Date) -> Vec<(Signal, Date)> {
        let mut found = Vec::new();
        let due = if self.stage == Stage::Underway { Some(self.work_until(civil)) } else { self.due(civil) };
        if let Some(due) = due
            && today > due
        {
            let signal = match self.stage {
                Stage::Claimed => Signal::Unconfirmed,
                Stage::Realised => Signal::Unchecked,
                Stage::Underway if self.milestones == 0 && due < self.until => Signal::Unplanned,
                Stage::Underway | Stage::Integrated => Signal::Late,
            };
            found.push((signal, due.plus_days(1)));
        }
        let plan = self.plan_until(civil);
        if self.stage == Stage::Underway && !self.funding.is_there() && today > plan {
            let signal = if self.funding == Funding::Asked { Signal::Unanswered } else { Signal::Unfunded };
            found.push((signal, plan.plus_days(1)));
        }
        let in_hand = matches!(self.stage, Stage::Underway | Stage::Claimed);
        if let Some(since) = self.left.filter(|_| in_hand) {
            found.push((Signal::Unheld, since));
        }
        if let Some(ends) = self.money_ends.filter(|_| self.stage != Stage::Integrated) {
            let from = ends.plus_days(-days(civil.terms.funding)).max(self.made);
            if today >= from {
                found.push((Signal::Ending, from));
            }
        }
        found
    }

    /// The same by its code in F3, each code once.
    #[must_use]
    pub fn stranded(&self, civil: &Civil, today: Date) -> Vec<Stranded> {
        let mut found: Vec<Stranded> = Vec::new();
        for (signal, since) in self.reasons(civil, today) {
            let code = signal.stranding();
            if found.iter().all(|one| one.code != code) {
                found.push(Stranded { code, since });
            }
        }
        found
    }
}

/// After how many calendar days the head of the department hears of a date that passed (F3 X1: «day +5 head»).
const HEAD_AFTER: i64 = 5;

/// What people inside hear of something that lies still for these reasons.
#[must_use]
pub fn signals(reasons: &[(Signal, Date)], today: Date) -> Vec<(Signal, Date)> {
    let passed = reasons.iter().find(|(signal, since)| signal.stranding() == Stranding::X1 && since.days_until(today) >= HEAD_AFTER);
    reasons.iter().copied().chain(passed.map(|(_, since)| (Signal::StillLate, *since))).collect()
}

/// The last day on which money ends of which must be said now how it goes on (X11).
#[must_use]
pub fn ending_until(civil: &Civil, today: Date) -> Date {
    today.plus_days(days(civil.terms.funding))
}

/// Since when something that was decided lies still without any commitment (X8); `None` while the term runs.
#[must_use]
pub fn uncommitted(decided: Date, civil: &Civil, today: Date) -> Option<Stranded> {
    let last = civil.last_day(decided, civil.terms.plan);
    (today > last).then(|| Stranded { code: Stranding::X8, since: last.plus_days(1) })
}

/// How many calendar days a term has. Five working days count as a week.
fn days(term: Term) -> i64 {
    match term {
        Term::Days(days) => i64::from(days),
        Term::Working(days) => i64::from(days) * 7 / 5,
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
    use journey::Terms;

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
            funding: Funding::Own,
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
    fn without_its_money_it_lies_still_although_a_milestone_is_planned() {
        let sought = Dates { milestones: 1, next: Some(day("2026-06-01")), funding: Funding::Sought, ..dates() };
        assert_eq!(sought.due(&Civil::default()), Some(day("2026-04-01")));
        assert_eq!(codes(&sought, "2026-04-01"), []);
        assert_eq!(codes(&sought, "2026-04-02"), [(Stranding::X8, "2026-04-02".to_owned())]);
        let why = |funding| Dates { funding, ..sought }.reasons(&Civil::default(), day("2026-04-02"));
        assert_eq!(why(Funding::Sought), [(Signal::Unfunded, day("2026-04-02"))]);
        assert_eq!(why(Funding::Refused), [(Signal::Unfunded, day("2026-04-02"))]);
        assert_eq!(why(Funding::Asked), [(Signal::Unanswered, day("2026-04-02"))]);
        for there in [Funding::Own, Funding::Given, Funding::Unneeded] {
            assert_eq!(why(there), [], "{there:?}");
        }
        let neither = Dates { milestones: 0, next: None, ..sought };
        assert_eq!(codes(&neither, "2026-04-02").len(), 1, "one code");
        assert_eq!(neither.reasons(&Civil::default(), day("2026-04-02")).len(), 2, "and two reasons");
    }

    #[test]
    fn whoever_left_without_being_followed_up_shows() {
        let left = Dates { milestones: 1, left: Some(day("2026-05-01")), ..dates() };
        assert_eq!(codes(&left, "2026-05-02"), [(Stranding::X10, "2026-05-01".to_owned())]);
        assert_eq!(codes(&Dates { stage: Stage::Realised, ..left }, "2026-05-02"), []);
    }

    #[test]
    fn the_head_hears_of_a_date_that_passed_five_days_later_and_of_nothing_else() {
        let since = day("2026-03-02");
        let reasons = [(Signal::Late, since), (Signal::Ending, since)];
        assert_eq!(signals(&reasons, since.plus_days(4)), reasons);
        let later = signals(&reasons, since.plus_days(5));
        assert_eq!(later, [(Signal::Late, since), (Signal::Ending, since), (Signal::StillLate, since)]);
        assert_eq!(signals(&[(Signal::Unplanned, since)], since.plus_days(50)).len(), 1);
    }

    #[test]
    fn money_is_listed_as_long_before_it_ends_as_it_warns() {
        for term in [Term::Days(183), Term::Working(7), Term::Working(130)] {
            let civil = Civil { terms: Terms { funding: term, ..Terms::default() }, ..Civil::default() };
            let ends = Dates { milestones: 1, money_ends: Some(day("2026-10-01")), ..dates() };
            for ahead in 0..250 {
                let today = day("2026-10-01").plus_days(-ahead);
                let warns = today >= ends.made && ends.reasons(&civil, today).iter().any(|(signal, _)| *signal == Signal::Ending);
                assert_eq!(warns, today >= ends.made && day("2026-10-01") <= ending_until(&civil, today), "{term:?} {today}");
            }
        }
    }

    #[test]
    fn more_hours_than_the_ceiling_is_too_much() {
        assert!(overloaded(Some(9), Some(8)));
        assert!(!overloaded(Some(8), Some(8)) && !overloaded(Some(8), None) && !overloaded(None, Some(8)));
    }
}
