//! How evenly something is spread: over people, or over categories.

use crate::Sample;
use crate::measured::{Because, Outcome, Size};
use crate::sample::sum;

/// Gini's coefficient of what each person had: 0 when all had the same, (n − 1)/n when one had everything. No correction for
/// small groups is made. Whoever had nothing counts, as a zero (catalogue G018, speaking time).
///
/// ```
/// use statistics::{Sample, gini};
/// let minutes = Sample::of([0.0, 0.0, 0.0, 12.0].map(Some))?;
/// assert_eq!(gini(&minutes)?.value, 0.75);
/// assert_eq!(gini(&Sample::of([3.0, 3.0].map(Some))?)?.value, 0.0);
/// # Ok::<(), statistics::NotMeasurable>(())
/// ```
///
/// # Errors
/// When there are fewer than two people, a value is below zero, or all are zero.
pub fn gini(sample: &Sample) -> Outcome<f64> {
    let size = sample.size();
    let sorted = sample.sorted();
    if size.n < 2 {
        return size.refuses(Because::TooFew { needed: 2 });
    }
    let (least, most) = (sorted.first().copied().unwrap_or_default(), sorted.last().copied().unwrap_or_default());
    if least < 0.0 {
        return size.refuses(Because::Negative);
    }
    if most <= 0.0 {
        return size.refuses(Because::NothingToShare);
    }
    if least >= most {
        return size.gives(0.0);
    }
    // Shares of the largest, so that no sum grows too large. Each number weighs by how many are below and above it.
    let n = size.n as f64;
    let total = sum(sorted.iter().map(|number| number / most));
    let weighed = sum(sorted.iter().enumerate().map(|(place, number)| (2.0 * place as f64 + 1.0 - n) * (number / most)));
    size.gives((weighed / (n * total)).clamp(0.0, (n - 1.0) / n))
}

/// How many of each category, with how many belong to none that is known.
///
/// ```
/// use statistics::Spread;
/// let themes = Spread::of([5, 5, 5, 5], 2);
/// assert!((themes.evenness()?.value - 1.0).abs() < 1e-12);
/// assert!((themes.effective_number()?.value - 4.0).abs() < 1e-12);
/// assert_eq!(Spread::of([20, 0, 0, 0], 0).evenness()?.value, 0.0);
/// # Ok::<(), statistics::NotMeasurable>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spread {
    counts: Vec<u64>,
    missing: u64,
}

impl Spread {
    /// A count for each category that there could be, those of which there is nothing too.
    #[must_use]
    pub fn of(counts: impl IntoIterator<Item = u64>, missing: u64) -> Self {
        Self { counts: counts.into_iter().collect(), missing }
    }

    /// What it rests on.
    #[must_use]
    pub fn size(&self) -> Size {
        Size { n: self.counts.iter().fold(0, |sum: u64, count| sum.saturating_add(*count)), missing: self.missing }
    }

    /// The counts, category by category.
    #[must_use]
    pub fn counts(&self) -> &[u64] {
        &self.counts
    }

    /// Shannon's entropy in nats (natural logarithm): 0 when all belong to one category.
    ///
    /// # Errors
    /// When there is nothing of any category.
    pub fn entropy(&self) -> Outcome<f64> {
        let size = self.size();
        if size.n == 0 {
            return size.refuses(Because::Empty);
        }
        // In order of size, so that the order of the categories makes no difference.
        let mut counts: Vec<u64> = self.counts.iter().copied().filter(|count| *count > 0).collect();
        counts.sort_unstable();
        let n = size.n as f64;
        let entropy = -sum(counts.iter().map(|count| {
            let share = *count as f64 / n;
            share * share.ln()
        }));
        size.gives(entropy.max(0.0))
    }

    /// The entropy as a share of the most it could be: 1 when every category has as many, 0 when one has all.
    ///
    /// # Errors
    /// When there is nothing of any category, or only one category.
    pub fn evenness(&self) -> Outcome<f64> {
        let entropy = self.entropy()?;
        if self.counts.len() < 2 {
            return entropy.size.refuses(Because::OnlyOne);
        }
        entropy.size.gives((entropy.value / (self.counts.len() as f64).ln()).clamp(0.0, 1.0))
    }

    /// How many categories of equal size would be as diverse (catalogue G012): e to the power of the entropy.
    ///
    /// # Errors
    /// When there is nothing of any category.
    pub fn effective_number(&self) -> Outcome<f64> {
        let entropy = self.entropy()?;
        entropy.size.gives(entropy.value.exp())
    }
}
