//! How a process, or the whole municipality, is doing: numerators and denominators, the bad ones too (H3.9).
//!
//! Each contribution stands in one cell: how far it came, the day after which it lies still, and how long its answer took. One
//! that was divided counts once, as far as the whole came; its parts are counted apart, so that nobody counts twice.
//! A dossier that moves takes its contributions from cell to cell in the same write ([`store::counters`]).

use crate::model::codes::{State, Track};
use crate::model::dossier::{Dossier, Travelling};
use crate::model::stranding::BOUNCES;
use kernel::{Date, Instant, ProcessId, TenantId};
use std::collections::BTreeMap;
use store::{Error, Session, Tx, counters};

/// Under what the cells stand among the counters.
const KIND: &str = "journey";

/// How many contributions came how far. Withdrawn ones are counted apart and nowhere else.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Came in and were not withdrawn: the denominator of all others.
    pub received: i64,
    /// Were screened.
    pub screened: i64,
    /// Have an outcome.
    pub decided: i64,
    /// Have a published answer.
    pub answered: i64,
    /// Lie still (X1, X2 or X7).
    pub stranded: i64,
    /// Were withdrawn by their authors.
    pub withdrawn: i64,
    /// Parts of contributions that were divided over departments, without those of withdrawn ones. None of the others holds them.
    pub parts: i64,
    /// Of these parts lie still.
    pub parts_stranded: i64,
    /// Days from coming in to the published answer, for the one in the middle (the lower one of two); `None` without answers.
    pub median_days: Option<i64>,
}

/// The counts of one process on `today`.
///
/// # Errors
/// What the store says.
pub async fn counts(s: &mut Session, tenant: TenantId, process: ProcessId, today: Date) -> Result<Counts, Error> {
    summed(&counters::counted(s, tenant, KIND, Some(process.uuid())).await?, today)
}

/// The counts of the whole municipality on `today`.
///
/// # Errors
/// What the store says.
pub async fn counts_of_all(s: &mut Session, tenant: TenantId, today: Date) -> Result<Counts, Error> {
    summed(&counters::counted(s, tenant, KIND, None).await?, today)
}

/// Takes the contributions of a dossier from the cells in which they stood to those in which they stand.
pub(super) async fn count(tx: &mut Tx, before: Option<&Dossier>, after: &Dossier) -> Result<(), Error> {
    let mut changes: BTreeMap<String, i64> = BTreeMap::new();
    for (dossier, by) in before.map(|it| (it, -1)).into_iter().chain([(after, 1)]) {
        for travelling in &dossier.contributions {
            *changes.entry(Cell::of(dossier, travelling).written()).or_default() += by;
        }
    }
    let changes: Vec<(&str, i64)> = changes.iter().map(|(cell, many)| (cell.as_str(), *many)).collect();
    tx.count(after.tenant, KIND, after.process.uuid(), &changes).await
}

/// When a contribution lies still.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Still {
    /// Never, where it stands now.
    Never,
    /// After this day.
    After(Date),
    /// Already: nobody wants it.
    Now,
}

impl Still {
    fn written(self) -> String {
        match self {
            Self::Never => String::new(),
            Self::After(until) => until.to_string(),
            Self::Now => "!".to_owned(),
        }
    }
    fn is_so(self, today: Date) -> bool {
        match self {
            Self::Never => false,
            Self::After(until) => until < today,
            Self::Now => true,
        }
    }
}

/// Where one contribution is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cell {
    Withdrawn,
    /// A part of a contribution that is counted itself.
    Part(Still),
    /// A part of a contribution that was withdrawn.
    PartWithdrawn,
    Here {
        screened: bool,
        decided: bool,
        still: Still,
        /// After how many days its author was answered.
        answered: Option<i64>,
    },
}

impl Cell {
    fn of(d: &Dossier, t: &Travelling) -> Self {
        if t.track == Track::Withdrawn {
            return if t.part_of.is_some() { Self::PartWithdrawn } else { Self::Withdrawn };
        }
        let unwanted =
            d.bounces >= BOUNCES && d.department.is_none() && matches!(d.state, State::Screened | State::Bundled | State::Assigned);
        let beside = d.open_matters().into_iter().map(|(_, last)| last).min();
        // Once its author may react, nobody waits for a term of the way any more.
        let waits = matches!(t.track, Track::Along | Track::FedBack);
        let until = d.until.filter(|_| waits && d.state.can_strand());
        let still = match until.into_iter().chain(beside).min() {
            _ if waits && unwanted => Still::Now,
            Some(until) => Still::After(until),
            None => Still::Never,
        };
        if t.part_of.is_some() {
            return Self::Part(still);
        }
        let answered = t.answered.map(|at| days(t.received, at));
        Self::Here { screened: d.state != State::Received, decided: d.outcome.is_some(), still, answered }
    }

    /// As it stands among the counters: letters for how far, the day, how long. The migration writes the same.
    fn written(self) -> String {
        let (screened, decided, still, answered) = match self {
            Self::Withdrawn => return "w||".to_owned(),
            Self::PartWithdrawn => return "pw||".to_owned(),
            Self::Part(still) => return format!("p|{}|", still.written()),
            Self::Here { screened, decided, still, answered } => (screened, decided, still, answered),
        };
        let letters = [("s", screened), ("d", decided), ("a", answered.is_some())];
        let far: String = letters.into_iter().filter(|(_, so)| *so).map(|(letter, _)| letter).collect();
        format!("r{far}|{}|{}", still.written(), answered.map(|days| days.to_string()).unwrap_or_default())
    }

    fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('|');
        let (far, still, answered) = (parts.next()?, parts.next()?, parts.next()?);
        match far {
            "w" => return Some(Self::Withdrawn),
            "pw" => return Some(Self::PartWithdrawn),
            _ => {}
        }
        let still = match still {
            "" => Still::Never,
            "!" => Still::Now,
            day => Still::After(day.parse().ok()?),
        };
        if far == "p" {
            return Some(Self::Part(still));
        }
        let answered = if answered.is_empty() { None } else { Some(answered.parse().ok()?) };
        Some(Self::Here { screened: far.contains('s'), decided: far.contains('d'), still, answered })
    }
}

fn summed(cells: &[(String, i64)], today: Date) -> Result<Counts, Error> {
    let mut counts = Counts::default();
    let mut took: BTreeMap<i64, i64> = BTreeMap::new();
    for (text, many) in cells {
        let cell = Cell::read(text).ok_or_else(|| Error::Broken(format!("contributions are counted in «{text}», which is no cell")))?;
        let (screened, decided, still, answered) = match cell {
            Cell::Here { screened, decided, still, answered } => (screened, decided, still, answered),
            Cell::Withdrawn => {
                counts.withdrawn += many;
                continue;
            }
            Cell::Part(still) => {
                counts.parts += many;
                counts.parts_stranded += many * i64::from(still.is_so(today));
                continue;
            }
            Cell::PartWithdrawn => continue,
        };
        let is_still = still.is_so(today);
        counts.received += many;
        counts.screened += many * i64::from(screened);
        counts.decided += many * i64::from(decided);
        counts.stranded += many * i64::from(is_still);
        if let Some(days) = answered {
            counts.answered += many;
            *took.entry(days).or_default() += many;
        }
    }
    counts.median_days = middle(&took);
    Ok(counts)
}

/// The days of the one in the middle, the lower one of two.
fn middle(took: &BTreeMap<i64, i64>) -> Option<i64> {
    let all: i64 = took.values().sum();
    let mut before = 0;
    took.iter().find_map(|(days, many)| {
        before += many;
        (all > 0 && before > (all - 1) / 2).then_some(*days)
    })
}

/// Whole days between two moments; a day begun counts, so that an answer on the same day took one.
fn days(from: Instant, to: Instant) -> i64 {
    (to.micros() - from.micros()) / 86_400_000_000 + 1
}
