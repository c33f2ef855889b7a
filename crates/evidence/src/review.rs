//! A systematic review: what was found, what of it was read, and why the rest was left out (catalogue D010–D013).
//!
//! The source tells only where the funnel begins and ends; a step that nobody knows is none, never zero.

use crate::{Citation, Exact, Knowledge, Words};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A review that a source reports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// Its key.
    pub key: String,
    /// What it is called.
    pub name: Words,
    /// The category of its questions in list B49.
    pub questions: String,
    /// Where was searched, as far as the source says.
    pub databases: Vec<String>,
    /// From when to when the studies appeared; none where the source does not say.
    #[serde(default)]
    pub period: Option<Period>,
    /// What a study had to be, as far as the source says.
    pub criteria: Vec<Criterion>,
    /// Key of the number of things found.
    pub found: String,
    /// Key of the number looked at by title and summary, where the source says it.
    #[serde(default)]
    pub screened: Option<String>,
    /// Key of the number read in full, where the source says it.
    #[serde(default)]
    pub read: Option<String>,
    /// Key of the number included.
    pub included: String,
    /// What is not in the source.
    pub note: Words,
    /// Where it stands.
    pub cites: Vec<Citation>,
}

/// Keys of the first and the last year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// Key of the first year.
    pub from: String,
    /// Key of the last year.
    pub to: String,
}

/// What a study had to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Its key.
    pub key: String,
    /// What it asks.
    pub name: Words,
    /// Where it stands.
    pub cites: Vec<Citation>,
}

/// How far a study came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReviewStep {
    /// A search found it.
    Found,
    /// Somebody looked at its title and summary; doubles are out.
    Screened,
    /// Somebody read it in full.
    Read,
    /// It counts.
    Included,
}

impl ReviewStep {
    /// All of them, in order.
    pub const ALL: [Self; 4] = [Self::Found, Self::Screened, Self::Read, Self::Included];
}

/// How many studies came how far, and why the others did not.
///
/// ```
/// use evidence::{Funnel, FunnelFault, ReviewStep};
/// let mut funnel = Funnel::default();
/// funnel.reached(ReviewStep::Found, 120);
/// funnel.reached(ReviewStep::Screened, 100);
/// funnel.reached(ReviewStep::Included, 30);
/// funnel.left_out(ReviewStep::Found, "double", 20);
/// funnel.left_out(ReviewStep::Screened, "not-local", 40);
/// assert_eq!(funnel.faults(), [], "how many were read is not known; 40 of the 70 have their reason");
/// assert_eq!(funnel.included_share().map(|share| share.percent(1)), Some("25.0".to_owned()));
/// funnel.left_out(ReviewStep::Found, "other-language", 1);
/// assert_eq!(funnel.faults(), [FunnelFault::Reasons { after: ReviewStep::Found, gone: 20, told: 21 }]);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Funnel {
    counts: BTreeMap<ReviewStep, u64>,
    reasons: BTreeMap<(ReviewStep, String), u64>,
}

/// What does not add up in a funnel.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FunnelFault {
    /// More studies at a later step than at an earlier one.
    #[error("more at {to:?} ({more}) than at {from:?} ({less})")]
    Grows {
        /// The earlier step.
        from: ReviewStep,
        /// Its count.
        less: u64,
        /// The later step.
        to: ReviewStep,
        /// Its count.
        more: u64,
    },
    /// Reasons that do not add up to those who are gone. Where a count between is not known they may tell of fewer, never of more;
    /// where no reason is told at all, that is not a fault but something nobody knows.
    #[error("{gone} gone after {after:?}, and reasons for {told}")]
    Reasons {
        /// The step after which they are gone.
        after: ReviewStep,
        /// So many are gone.
        gone: u64,
        /// So many have a reason.
        told: u64,
    },
}

impl Funnel {
    /// So many reached a step.
    pub fn reached(&mut self, step: ReviewStep, count: u64) {
        self.counts.insert(step, count);
    }

    /// So many more that reached `step` went no further, for this reason.
    pub fn left_out(&mut self, step: ReviewStep, reason: &str, count: u64) {
        let all = self.reasons.entry((step, reason.to_owned())).or_default();
        *all = all.saturating_add(count);
    }

    /// How many reached a step; none when nobody knows.
    #[must_use]
    pub fn count(&self, step: ReviewStep) -> Option<u64> {
        self.counts.get(&step).copied()
    }

    /// Each reason with its count, step by step.
    pub fn reasons(&self) -> impl Iterator<Item = (ReviewStep, &str, u64)> {
        self.reasons.iter().map(|((step, reason), count)| (*step, reason.as_str(), *count))
    }

    /// The share of what was found that is included; none when one of the two is not known, or nothing was found.
    #[must_use]
    pub fn included_share(&self) -> Option<Exact> {
        let number = |step| self.count(step).and_then(|count| i64::try_from(count).ok());
        Exact::ratio(number(ReviewStep::Included)?, number(ReviewStep::Found)?)
    }

    /// Everything that does not add up, from the first step on.
    #[must_use]
    pub fn faults(&self) -> Vec<FunnelFault> {
        let mut faults = Vec::new();
        let known: Vec<(ReviewStep, u64)> = self.counts.iter().map(|(step, count)| (*step, *count)).collect();
        for pair in known.windows(2) {
            let ((from, less), (to, more)) = (pair[0], pair[1]);
            let Some(gone) = less.checked_sub(more) else {
                faults.push(FunnelFault::Grows { from, less, to, more });
                continue;
            };
            let between = |step: &ReviewStep| *step >= from && *step < to;
            let told = self.reasons.iter().filter(|((step, _), _)| between(step)).fold(0_u64, |sum, (_, count)| sum.saturating_add(*count));
            let neighbours = ReviewStep::ALL.into_iter().filter(between).count() == 1;
            if told > gone || (neighbours && told > 0 && told != gone) {
                faults.push(FunnelFault::Reasons { after: from, gone, told });
            }
        }
        faults
    }
}

impl Review {
    /// Its funnel, as far as the source tells; none when a number is missing from the data.
    #[must_use]
    pub fn funnel(&self, knowledge: &Knowledge) -> Option<Funnel> {
        let mut funnel = Funnel::default();
        let steps = [
            (ReviewStep::Found, Some(&self.found)),
            (ReviewStep::Screened, self.screened.as_ref()),
            (ReviewStep::Read, self.read.as_ref()),
            (ReviewStep::Included, Some(&self.included)),
        ];
        for (step, key) in steps {
            if let Some(key) = key {
                funnel.reached(step, u64::try_from(knowledge.quantity(key)?.value.as_whole()?).ok()?);
            }
        }
        Some(funnel)
    }

    /// Keys of the numbers it names.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &String> {
        let years = self.period.iter().flat_map(|period| [&period.from, &period.to]);
        [&self.found, &self.included].into_iter().chain(&self.screened).chain(&self.read).chain(years)
    }
}
