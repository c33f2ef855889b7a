//! How many out of how many said yes.

use crate::measured::{Because, Confidence, Estimate, NotMeasurable, Outcome, Size};
use crate::{Difference, normal_quantile};

/// How many out of how many, with how many did not answer.
///
/// ```
/// use statistics::{Confidence, Proportion};
/// let understood = Proportion::of([Some(true), Some(true), Some(false), None])?;
/// let share = understood.estimate(Confidence::USUAL)?;
/// assert_eq!((share.size.n, share.size.missing), (3, 1));
/// assert!((share.value.low - 0.208).abs() < 0.001 && (share.value.high - 0.939).abs() < 0.001, "three people tell little");
/// # Ok::<(), statistics::NotMeasurable>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Proportion {
    yes: u64,
    size: Size,
}

impl Proportion {
    /// The answers; `None` for a person who did not answer.
    ///
    /// # Errors
    /// Never for answers that fit in memory.
    pub fn of(answers: impl IntoIterator<Item = Option<bool>>) -> Result<Self, NotMeasurable> {
        let (mut yes, mut size) = (0, Size::default());
        for answer in answers {
            match answer {
                Some(answer) => {
                    size.n += 1;
                    yes += u64::from(answer);
                }
                None => size.missing += 1,
            }
        }
        Self::counted(yes, size)
    }

    /// `yes` out of `size.n`, counted elsewhere.
    ///
    /// # Errors
    /// When more said yes than answered.
    pub const fn counted(yes: u64, size: Size) -> Result<Self, NotMeasurable> {
        if yes > size.n { Err(NotMeasurable { because: Because::OutOfRange, size }) } else { Ok(Self { yes, size }) }
    }

    /// What it rests on.
    #[must_use]
    pub const fn size(self) -> Size {
        self.size
    }

    /// The share, 0 to 1.
    ///
    /// # Errors
    /// When nobody answered.
    pub fn share(self) -> Outcome<f64> {
        if self.size.n == 0 { self.size.refuses(Because::Empty) } else { self.size.gives(self.yes as f64 / self.size.n as f64) }
    }

    /// The share with its interval by Wilson, which stays within 0 and 1 and is never a point, not even when all said the same.
    ///
    /// # Errors
    /// When nobody answered.
    pub fn estimate(self, confidence: Confidence) -> Outcome<Estimate> {
        let value = self.share()?.value;
        let (n, z) = (self.size.n as f64, normal_quantile(confidence.tail()));
        let square = z * z / n;
        let middle = (value + square / 2.0) / (1.0 + square);
        let margin = (value * (1.0 - value) * square + square * square / 4.0).sqrt() / (1.0 + square);
        let low = if self.yes == 0 { 0.0 } else { (middle - margin).clamp(0.0, value) };
        let high = if self.yes == self.size.n { 1.0 } else { (middle + margin).clamp(value, 1.0) };
        self.size.gives(Estimate { value, low, high, confidence })
    }

    /// This share minus that of `first`, of other people, with its interval by Newcombe (his method 10, from both Wilson intervals).
    ///
    /// ```
    /// use statistics::{Confidence, Proportion, Size};
    /// // Newcombe's own example: 56 of 70 and 48 of 80.
    /// let second = Proportion::counted(56, Size { n: 70, missing: 0 })?;
    /// let first = Proportion::counted(48, Size { n: 80, missing: 0 })?;
    /// let apart = second.minus(first, Confidence::USUAL)?.value.estimate;
    /// assert!((apart.low - 0.0524).abs() < 5e-5 && (apart.high - 0.3339).abs() < 5e-5);
    /// # Ok::<(), statistics::NotMeasurable>(())
    /// ```
    ///
    /// # Errors
    /// When nobody answered in one of the groups.
    pub fn minus(self, first: Self, confidence: Confidence) -> Outcome<Difference> {
        let size = first.size.with(self.size);
        let whole = |error: NotMeasurable| NotMeasurable { size, ..error };
        let (from, to) = (first.estimate(confidence).map_err(whole)?.value, self.estimate(confidence).map_err(whole)?.value);
        let value = to.value - from.value;
        let estimate = Estimate {
            value,
            low: value - (to.value - to.low).hypot(from.high - from.value),
            high: value + (to.high - to.value).hypot(from.value - from.low),
            confidence,
        };
        size.gives(Difference { estimate: estimate.within(-1.0, 1.0), degrees: None, groups: [first.size, self.size] })
    }
}
