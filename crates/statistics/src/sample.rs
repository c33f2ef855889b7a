//! Numbers that people gave, and what lies in their middle.

use crate::measured::{Because, Confidence, Estimate, NotMeasurable, Outcome, Size};
use crate::t_quantile;

/// Numbers that were asked of people, with how many did not answer.
///
/// ```
/// use statistics::Sample;
/// let hours = Sample::of([Some(2.0), Some(3.0), None, Some(7.0)])?;
/// let mean = hours.mean()?;
/// assert_eq!((mean.value, mean.size.n, mean.size.missing), (4.0, 3, 1));
/// assert_eq!(hours.median()?.value, 3.0);
/// # Ok::<(), statistics::NotMeasurable>(())
/// ```
///
/// Nobody's answer is a result too:
///
/// ```
/// use statistics::{Because, Sample};
/// let nobody = Sample::of([None, None])?;
/// assert_eq!(nobody.mean().unwrap_err().because, Because::Empty);
/// # Ok::<(), statistics::NotMeasurable>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sample {
    /// In order, so that no result depends on the order in which people answered.
    sorted: Vec<f64>,
    missing: u64,
}

impl Sample {
    /// The numbers; `None` for a person who did not answer.
    ///
    /// # Errors
    /// When one of them is not a finite number: that is no missing answer but a mistake of whoever hands it in.
    pub fn of(answers: impl IntoIterator<Item = Option<f64>>) -> Result<Self, NotMeasurable> {
        let mut sample = Self::default();
        let mut finite = true;
        for answer in answers {
            match answer {
                // Adding zero makes minus zero plain zero.
                Some(number) => {
                    finite &= number.is_finite();
                    sample.sorted.push(number + 0.0);
                }
                None => sample.missing += 1,
            }
        }
        if !finite {
            return Err(NotMeasurable { because: Because::NotANumber, size: sample.size() });
        }
        sample.sorted.sort_unstable_by(f64::total_cmp);
        Ok(sample)
    }

    /// How many answered, and how many did not.
    #[must_use]
    pub fn size(&self) -> Size {
        Size::of(self.sorted.len(), self.missing)
    }

    /// The numbers from small to large.
    #[must_use]
    pub fn sorted(&self) -> &[f64] {
        &self.sorted
    }

    /// The mean.
    ///
    /// # Errors
    /// When nobody answered, or the sum is too large.
    pub fn mean(&self) -> Outcome<f64> {
        let size = self.size();
        let (Some(least), Some(most)) = (self.sorted.first(), self.sorted.last()) else { return size.refuses(Because::Empty) };
        let mean = sum(self.sorted.iter().copied()) / size.n as f64;
        if mean.is_finite() { size.gives(mean.clamp(*least, *most)) } else { size.refuses(Because::TooLarge) }
    }

    /// The variance of the people of whom these are a sample: squared distances to the mean, divided by n − 1.
    ///
    /// ```
    /// let answers = statistics::Sample::of([2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0].map(Some))?;
    /// assert!((answers.variance()?.value - 32.0 / 7.0).abs() < 1e-12);
    /// # Ok::<(), statistics::NotMeasurable>(())
    /// ```
    ///
    /// # Errors
    /// When fewer than two answered, or a square is too large.
    pub fn variance(&self) -> Outcome<f64> {
        let size = self.size();
        if size.n < 2 {
            return size.refuses(Because::TooFew { needed: 2 });
        }
        let mean = self.mean()?.value;
        let squares = sum(self.sorted.iter().map(|number| (number - mean).powi(2)));
        // What is left of the sum of distances after rounding the mean is taken out again.
        let rest = sum(self.sorted.iter().map(|number| number - mean));
        size.gives_finite(((squares - rest * rest / size.n as f64) / (size.n - 1) as f64).max(0.0))
    }

    /// The standard deviation: the root of the variance, in the unit of the answers.
    ///
    /// # Errors
    /// As for the variance.
    pub fn standard_deviation(&self) -> Outcome<f64> {
        self.variance().map(|variance| crate::Measured { value: variance.value.sqrt(), size: variance.size })
    }

    /// The mean with its interval, by Student's t.
    ///
    /// ```
    /// use statistics::{Confidence, Sample};
    /// let mean = Sample::of([3.0, 4.0, 5.0, 4.0].map(Some))?.mean_estimate(Confidence::USUAL)?.value;
    /// assert_eq!(mean.value, 4.0);
    /// assert!((mean.low - 2.70).abs() < 0.005 && (mean.high - 5.30).abs() < 0.005);
    /// # Ok::<(), statistics::NotMeasurable>(())
    /// ```
    ///
    /// # Errors
    /// As for the variance; and when all answers are the same, since then nothing tells how sure the mean is.
    pub fn mean_estimate(&self, confidence: Confidence) -> Outcome<Estimate> {
        let size = self.size();
        let (variance, mean) = (self.variance()?.value, self.mean()?.value);
        if variance <= 0.0 {
            return size.refuses(Because::NoVariation);
        }
        let n = size.n as f64;
        let margin = t_quantile(confidence.tail(), n - 1.0) * (variance / n).sqrt();
        if margin.is_finite() { size.gives(Estimate::around(mean, margin, confidence)) } else { size.refuses(Because::TooLarge) }
    }

    /// The smallest answer such that at least `percent` of every hundred answers are no larger (nearest rank). It is always an
    /// answer that somebody gave, never a number between two; the house counts days in the same way. 0 gives the smallest.
    ///
    /// ```
    /// let days = statistics::Sample::of((1..=10).map(|day| Some(f64::from(day))))?;
    /// assert_eq!((days.quantile(50)?.value, days.quantile(90)?.value, days.quantile(91)?.value), (5.0, 9.0, 10.0));
    /// # Ok::<(), statistics::NotMeasurable>(())
    /// ```
    ///
    /// # Errors
    /// When nobody answered, or `percent` is more than 100.
    pub fn quantile(&self, percent: u8) -> Outcome<f64> {
        let size = self.size();
        if percent > 100 {
            return size.refuses(Because::OutOfRange);
        }
        let rank = (self.sorted.len() as u128 * u128::from(percent)).div_ceil(100).max(1);
        match usize::try_from(rank - 1).ok().and_then(|place| self.sorted.get(place)) {
            Some(number) => size.gives(*number),
            None => size.refuses(Because::Empty),
        }
    }

    /// The answer in the middle; of an even number of answers the lower one of the two.
    ///
    /// # Errors
    /// When nobody answered.
    pub fn median(&self) -> Outcome<f64> {
        self.quantile(50)
    }
}

/// The sum, with what each step rounds away carried along (Neumaier).
pub(crate) fn sum(numbers: impl Iterator<Item = f64>) -> f64 {
    let (mut sum, mut lost) = (0.0_f64, 0.0_f64);
    for number in numbers {
        let next = sum + number;
        lost += if sum.abs() >= number.abs() { (sum - next) + number } else { (number - next) + sum };
        sum = next;
    }
    sum + lost
}
