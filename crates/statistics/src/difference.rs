//! How far apart two means lie.

use crate::measured::{Because, Confidence, Estimate, NotMeasurable, Outcome, Size};
use crate::{Measured, Sample, t_quantile};

/// A difference between two groups or two moments, with its interval. It is never a cause: it says that they differ, not why.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// The second minus the first.
    pub estimate: Estimate,
    /// Degrees of freedom of the t distribution; none where the interval does not come from one.
    pub degrees: Option<f64>,
    /// What the first and the second rest on, each on its own.
    pub groups: [Size; 2],
}

/// The mean change of the same people between two moments, after minus before.
///
/// Somebody who answered at one moment only is missing; what that person said is in neither mean.
///
/// ```
/// use statistics::{Confidence, paired};
/// let trust = [(Some(2.0), Some(4.0)), (Some(3.0), Some(3.0)), (Some(1.0), Some(2.0)), (Some(5.0), None)];
/// let change = paired(trust, Confidence::USUAL)?;
/// assert_eq!((change.value.estimate.value, change.size.n, change.size.missing), (1.0, 3, 1));
/// assert!(change.value.estimate.low < 0.0, "three people are too few to tell that trust rose");
/// # Ok::<(), statistics::NotMeasurable>(())
/// ```
///
/// # Errors
/// When fewer than two people answered twice, when all changed by the same amount (the mean of the changes can then be told,
/// but not how sure it is), or a number is not finite or too large.
pub fn paired(pairs: impl IntoIterator<Item = (Option<f64>, Option<f64>)>, confidence: Confidence) -> Outcome<Difference> {
    let mut groups = [Size::default(); 2];
    let changes = Sample::of(pairs.into_iter().map(|(before, after)| {
        for (group, answer) in groups.iter_mut().zip([before, after]) {
            if answer.is_some() { group.n += 1 } else { group.missing += 1 }
        }
        Some(after? - before?)
    }))?;
    let estimate = changes.mean_estimate(confidence)?;
    let degrees = Some(estimate.size.n as f64 - 1.0);
    estimate.size.gives(Difference { estimate: estimate.value, degrees, groups })
}

/// The difference of the means of two groups of other people, second minus first, by Welch: neither the groups' sizes nor
/// their variances need be alike.
///
/// ```
/// use statistics::{Confidence, Sample, welch};
/// let without = Sample::of([2.0, 3.0, 3.0, 4.0].map(Some))?;
/// let with = Sample::of([4.0, 5.0, 5.0, 4.0, 5.0].map(Some))?;
/// let apart = welch(&without, &with, Confidence::USUAL)?.value;
/// assert!((apart.estimate.value - 1.6).abs() < 1e-12 && apart.estimate.low > 0.0);
/// assert_eq!((apart.groups[0].n, apart.groups[1].n), (4, 5));
/// # Ok::<(), statistics::NotMeasurable>(())
/// ```
///
/// # Errors
/// When a group has fewer than two answers, when in both groups all answers are the same, or a number is too large.
pub fn welch(first: &Sample, second: &Sample, confidence: Confidence) -> Outcome<Difference> {
    let groups = [first.size(), second.size()];
    let size = groups[0].with(groups[1]);
    let whole = |error: NotMeasurable| NotMeasurable { size, ..error };
    // The variance of each mean.
    let of_mean = |sample: &Sample| sample.variance().map(|Measured { value, size }| value / size.n as f64).map_err(whole);
    let (one, two) = (of_mean(first)?, of_mean(second)?);
    let together = one + two;
    if together <= 0.0 {
        return size.refuses(Because::NoVariation);
    }
    let value = second.mean().map_err(whole)?.value - first.mean().map_err(whole)?.value;
    let (part, rest) = (one / together, two / together);
    let degrees = 1.0 / (part * part / (groups[0].n - 1) as f64 + rest * rest / (groups[1].n - 1) as f64);
    let margin = t_quantile(confidence.tail(), degrees) * together.sqrt();
    if !(value.is_finite() && margin.is_finite()) {
        return size.refuses(Because::TooLarge);
    }
    size.gives(Difference { estimate: Estimate::around(value, margin, confidence), degrees: Some(degrees), groups })
}
