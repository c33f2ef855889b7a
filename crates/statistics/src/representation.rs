//! Whether those who took part are like those they are part of (catalogue G001, G002).

use crate::Spread;
use crate::measured::{Because, Outcome};

/// Below this ratio to its share of the population a class is under-represented (catalogue G002), as (4, 5): four fifths.
/// `sortition` uses the same limit.
pub const UNDER_REPRESENTED: (u64, u64) = (4, 5);

/// How like the population those who took part are, for one characteristic.
#[derive(Debug, Clone, PartialEq)]
pub struct Representativeness {
    /// 1 − ½ Σ |share of those who took part − share of the population| (catalogue G001): 1 when the shares are the same, 0 when
    /// nobody who took part belongs to a class of the population.
    pub index: f64,
    /// Per class its share divided by its share of the population; none where the population has nobody.
    pub ratios: Vec<Option<f64>>,
    /// The class that is farthest below, the first of several; none when the population has no class of anybody.
    pub worst: Option<usize>,
    /// Classes below [`UNDER_REPRESENTED`].
    pub under: Vec<usize>,
}

/// Those who took part beside the population, class by class; exact up to one rounding at the end.
///
/// ```
/// use statistics::{Spread, representativeness};
/// // Up to 30, up to 60, older; five did not tell their age.
/// let took_part = Spread::of([5, 20, 25], 5);
/// let beside = representativeness(&took_part, &[3_000, 4_000, 3_000])?;
/// assert_eq!(beside.value.index, 0.8);
/// assert_eq!((beside.value.worst, beside.value.under.as_slice()), (Some(0), [0].as_slice()));
/// assert_eq!((beside.size.n, beside.size.missing), (50, 5));
/// # Ok::<(), statistics::NotMeasurable>(())
/// ```
///
/// # Errors
/// When the classes are not the same number, nobody took part, the population is empty, or the counts are too large.
pub fn representativeness(took_part: &Spread, population: &[u64]) -> Outcome<Representativeness> {
    let size = took_part.size();
    if took_part.counts().len() != population.len() {
        return size.refuses(Because::UnequalLengths);
    }
    let whole: u128 = population.iter().map(|count| u128::from(*count)).sum();
    let n: u128 = took_part.counts().iter().map(|count| u128::from(*count)).sum();
    if n == 0 {
        return size.refuses(Because::Empty);
    }
    if whole == 0 {
        return size.refuses(Because::NothingToShare);
    }
    // Everything over the same denominator, n · whole, and so in whole numbers.
    let most = u128::from(u32::MAX) * u128::from(u32::MAX);
    if n > most || whole > most || n.checked_mul(whole).is_none_or(|both| both > u128::MAX / 16) {
        return size.refuses(Because::TooLarge);
    }
    let crossed = |ours: u64, theirs: u64| (u128::from(ours) * whole, u128::from(theirs) * n);
    let pairs = || took_part.counts().iter().zip(population).map(|(ours, theirs)| crossed(*ours, *theirs));
    let apart: u128 = pairs().map(|(ours, theirs)| ours.abs_diff(theirs)).sum();
    let index = (2 * n * whole - apart) as f64 / (2 * n * whole) as f64;
    let ratios: Vec<Option<f64>> = pairs().map(|(ours, theirs)| (theirs > 0).then(|| ours as f64 / theirs as f64)).collect();
    let worst = ratios
        .iter()
        .enumerate()
        .filter_map(|(class, ratio)| Some((class, (*ratio)?)))
        .reduce(|worst, next| if next.1 < worst.1 { next } else { worst })
        .map(|(class, _)| class);
    let (over, under) = UNDER_REPRESENTED;
    let is_under = |(ours, theirs): (u128, u128)| theirs > 0 && ours * u128::from(under) < theirs * u128::from(over);
    let under = pairs().enumerate().filter(|(_, pair)| is_under(*pair)).map(|(class, _)| class).collect();
    size.gives(Representativeness { index, ratios, worst, under })
}
