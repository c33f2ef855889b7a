//! Which reminder a stranded dossier asks for (catalogue F3: «reminder owner; day +5 head»).

use crate::model::Level;
use journey::{Stranded, Stranding};
use kernel::Date;

/// Who is reminded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rung {
    /// Whoever the dossier waits for.
    Owner,
    /// The head of the department, when five days after the term nothing happened (X1), or to bring it higher (X3, X5, X9).
    Head,
    /// The level above the one at which it lies, when the term of that one is over (F1 S10).
    Above,
}

impl Rung {
    /// As stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Head => "head",
            Self::Above => "above",
        }
    }
}

/// One reminder that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// Why.
    pub code: Stranding,
    /// Since which day it strands; a new stranding has another day, and so another reminder.
    pub since: Date,
    /// Who is reminded.
    pub rung: Rung,
}

/// After how many calendar days the head hears of it too (X1; for X3 and X5 that is the moment to bring it higher).
const HEAD_AFTER: i64 = 5;

/// The reminders that these strandings ask for on `today`, each once per stranding.
#[must_use]
pub fn reminders(stranded: &[Stranded], today: Date) -> Vec<Reminder> {
    let mut due = Vec::new();
    // Of a decision that came too early the process guardian hears at once, not once per dossier (X12).
    for one in stranded.iter().filter(|one| one.code != Stranding::X12) {
        due.push(Reminder { code: one.code, since: one.since, rung: Rung::Owner });
        if matches!(one.code, Stranding::X1 | Stranding::X3 | Stranding::X5 | Stranding::X9) && one.since.days_until(today) >= HEAD_AFTER {
            due.push(Reminder { code: one.code, since: one.since, rung: Rung::Head });
        }
    }
    due
}

/// The reminder of the next level that what lies at `level` asks for, at once when its term is over: once per level, since each has a
/// term of its own (F1 S10, B44).
#[must_use]
pub fn reminder_above(level: Option<Level>, stranded: &[Stranded]) -> Option<Reminder> {
    level.and_then(Level::next)?;
    let over = stranded.iter().find(|one| one.code == Stranding::X1)?;
    Some(Reminder { code: over.code, since: over.since, rung: Rung::Above })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_level_hears_at_once_as_long_as_there_is_one() {
        let since = Date::new(2026, 3, 2).expect("a day");
        let of = |code| [Stranded { code, since }];
        let above = reminder_above(Some(Level::Head), &of(Stranding::X1));
        assert_eq!(above, Some(Reminder { code: Stranding::X1, since, rung: Rung::Above }));
        assert_eq!(reminder_above(Some(Level::Head), &of(Stranding::X12)), None, "its term runs");
        assert_eq!(reminder_above(Some(Level::College), &of(Stranding::X1)), None);
        assert_eq!(reminder_above(None, &of(Stranding::X1)), None);
    }

    #[test]
    fn the_head_hears_of_it_five_days_later() {
        let since = Date::new(2026, 3, 2).expect("a day");
        let stranded = [Stranded { code: Stranding::X1, since }];
        assert_eq!(reminders(&stranded, since.plus_days(4)).len(), 1);
        assert_eq!(reminders(&stranded, since.plus_days(5)).iter().map(|r| r.rung).collect::<Vec<_>>(), [Rung::Owner, Rung::Head]);
    }
}
