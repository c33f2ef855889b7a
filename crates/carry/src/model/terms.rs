//! Which reminder a stranded dossier asks for (catalogue F3: «reminder owner; day +5 head»).

use journey::{Stranded, Stranding};
use kernel::Date;

/// Who is reminded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rung {
    /// Whoever the dossier waits for.
    Owner,
    /// The head of the department, when five days after the term nothing happened (X1), or to bring it higher (X3, X5, X9).
    Head,
}

impl Rung {
    /// As stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Head => "head",
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_hears_of_it_five_days_later() {
        let since = Date::new(2026, 3, 2).expect("a day");
        let stranded = [Stranded { code: Stranding::X1, since }];
        assert_eq!(reminders(&stranded, since.plus_days(4)).len(), 1);
        assert_eq!(reminders(&stranded, since.plus_days(5)).iter().map(|r| r.rung).collect::<Vec<_>>(), [Rung::Owner, Rung::Head]);
    }
}
