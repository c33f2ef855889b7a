//! Whether two people who read the same texts code them alike.

use crate::measured::{Because, Confidence, Estimate, NotMeasurable, Outcome, Size};
use crate::normal_quantile;

/// What two coders said of the same things: how often one chose each category and the other each.
///
/// ```
/// use statistics::{Agreement, Confidence, Weighting};
/// // Of eight passages; categories 0 negative, 1 neutral, 2 positive. The second coder left one out.
/// let read = [(0, 0), (0, 0), (1, 1), (1, 2), (2, 2), (2, 2), (2, 2)].map(|(one, two)| (Some(one), Some(two)));
/// let agreement = Agreement::of(3, read.into_iter().chain([(Some(0), None)]))?;
/// let kappa = agreement.kappa(Weighting::None, Confidence::USUAL)?;
/// assert!((kappa.value.value - 0.774).abs() < 0.001);
/// assert_eq!((kappa.size.n, kappa.size.missing), (7, 1));
/// # Ok::<(), statistics::NotMeasurable>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// Row by row: what the first chose, then the second.
    counts: Vec<u64>,
    categories: usize,
    size: Size,
}

/// How much of an agreement it is when two coders choose categories that lie next to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weighting {
    /// None: categories have no order.
    None,
    /// Less in proportion to the steps between them.
    Linear,
    /// Less in proportion to the square of the steps.
    Quadratic,
}

/// Cohen's kappa: agreement beyond what the two would reach by chance. 1 is full agreement, 0 what chance gives, less is less.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Kappa {
    /// The coefficient, −1 to 1.
    pub value: f64,
    /// Its interval, from the large-sample standard error of Fleiss, Cohen and Everitt; none when that is zero (two coders who
    /// never disagree), since it would seem to be certain.
    pub interval: Option<Estimate>,
    /// Agreement that was seen, 0 to 1, weighted.
    pub observed: f64,
    /// Agreement that chance would give, 0 to 1, weighted.
    pub expected: f64,
}

impl Agreement {
    /// Pairs of choices, each a category counted from 0; `None` where a coder did not choose.
    ///
    /// # Errors
    /// When a choice is not below `categories`.
    pub fn of(categories: usize, pairs: impl IntoIterator<Item = (Option<usize>, Option<usize>)>) -> Result<Self, NotMeasurable> {
        let mut size = Size::default();
        let Some(cells) = categories.checked_mul(categories) else {
            return Err(NotMeasurable { because: Because::TooLarge, size });
        };
        let mut counts = vec![0_u64; cells];
        let mut known = true;
        for pair in pairs {
            match pair {
                (Some(one), Some(two)) => {
                    size.n += 1;
                    match counts.get_mut(one.saturating_mul(categories).saturating_add(two)) {
                        Some(count) if one < categories && two < categories => *count += 1,
                        _ => known = false,
                    }
                }
                _ => size.missing += 1,
            }
        }
        if known { Ok(Self { counts, categories, size }) } else { Err(NotMeasurable { because: Because::OutOfRange, size }) }
    }

    /// What it rests on.
    #[must_use]
    pub const fn size(&self) -> Size {
        self.size
    }

    /// Cohen's kappa.
    ///
    /// # Errors
    /// When there are fewer than two categories, nobody chose anything, or both chose one category only.
    pub fn kappa(&self, weighting: Weighting, confidence: Confidence) -> Outcome<Kappa> {
        let categories = self.categories;
        if categories < 2 {
            return self.size.refuses(Because::OnlyOne);
        }
        if self.size.n == 0 {
            return self.size.refuses(Because::Empty);
        }
        let n = self.size.n as f64;
        let weight = |one: usize, two: usize| {
            let steps = one.abs_diff(two) as f64 / (categories - 1) as f64;
            match weighting {
                Weighting::None => f64::from(u8::from(one == two)),
                Weighting::Linear => 1.0 - steps,
                Weighting::Quadratic => 1.0 - steps * steps,
            }
        };
        let places = || (0..categories).flat_map(|one| (0..categories).map(move |two| (one, two)));
        let mut first = vec![0.0; categories];
        let mut second = vec![0.0; categories];
        for ((one, two), count) in places().zip(&self.counts) {
            first[one] += *count as f64 / n;
            second[two] += *count as f64 / n;
        }
        let observed: f64 = places().zip(&self.counts).map(|((one, two), count)| weight(one, two) * (*count as f64 / n)).sum();
        let expected: f64 = places().map(|(one, two)| weight(one, two) * first[one] * second[two]).sum();
        let left = 1.0 - expected;
        if left < 1e-12 {
            return self.size.refuses(Because::NoVariation);
        }
        let value = ((observed - expected) / left).clamp(-1.0, 1.0);
        // Fleiss, Cohen and Everitt 1969, formula for any weights; without weights it is that of the plain kappa.
        let of_first: Vec<f64> = (0..categories).map(|one| (0..categories).map(|two| weight(one, two) * second[two]).sum()).collect();
        let of_second: Vec<f64> = (0..categories).map(|two| (0..categories).map(|one| weight(one, two) * first[one]).sum()).collect();
        let spread: f64 = places()
            .zip(&self.counts)
            .map(|((one, two), count)| {
                let apart = weight(one, two) - (of_first[one] + of_second[two]) * (1.0 - value);
                *count as f64 / n * apart * apart
            })
            .sum();
        let variance = (spread - (value - expected * (1.0 - value)).powi(2)) / (left * left);
        let interval = (variance > 1e-12).then(|| {
            let margin = normal_quantile(confidence.tail()) * (variance / n).sqrt();
            Estimate::around(value, margin, confidence).within(-1.0, 1.0)
        });
        self.size.gives(Kappa { value, interval, observed, expected })
    }
}
