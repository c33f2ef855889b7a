//! The population that a panel is to look like: how many people, or which share of them, has each feature.

use std::collections::HashSet;
use std::io::Read;

use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};

use crate::error::SortitionError;
use crate::exact::{Fraction, float};
use crate::people::{folded, table};

/// How much of the population has a feature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PopulationShare {
    /// What was asked, for example `gender`.
    pub category: String,
    /// The answer, for example `female`.
    pub feature: String,
    /// So many people, where the file counts people.
    pub count: Option<u64>,
    /// Their share of the population, 0 to 1. The shares of a category sum to exactly 1.
    pub share: Fraction,
}

/// The population of those who may be on the panel, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Population {
    /// One entry per line of the file.
    pub shares: Vec<PopulationShare>,
    /// What an officer should know about the file.
    pub warnings: Vec<String>,
}

/// Numbers of people up to this one are believed.
const MOST_PEOPLE: u64 = 1_000_000_000_000;
/// More decimals than this are no statistics.
const MOST_DECIMALS: usize = 12;

/// A line as it was read, before its category is complete.
struct Line {
    line: u64,
    category: String,
    feature: String,
    count: Option<u64>,
    amount: Fraction,
    /// As far as rounding can have moved the amount.
    rounding: Fraction,
}

impl Population {
    /// Reads `category,feature,count` (numbers of people) or `category,feature,share`; as with the quotas,
    /// `feature,value,count` and `feature,value,share` mean the same. A share is `0.512`, `0,512` or `51.2%`.
    ///
    /// The shares of a category must add up to 1. They may miss it by what rounding explains, half of the last decimal per
    /// line and at most half a percent; then all are divided by their sum, and a warning says so.
    ///
    /// # Errors
    /// [`SortitionError::Population`] with the line for a missing column, a number that is none, an empty name, a pair of
    /// category and feature that stands there twice, shares that do not add up, a category in which nobody lives.
    ///
    /// ```
    /// let counted = sortition::Population::read("category,feature,count\ngender,woman,512\ngender,man,488\n".as_bytes())?;
    /// assert_eq!(counted.shares[0].share.to_string(), "64/125");
    /// let shares = sortition::Population::read("feature;value;share\ngender;woman;51,2%\ngender;man;48,8%\n".as_bytes())?;
    /// assert_eq!(shares.shares[0].share, counted.shares[0].share);
    /// let wrong = sortition::Population::read("category,feature,share\ngender,woman,0.5\ngender,man,0.3\n".as_bytes());
    /// assert!(wrong.unwrap_err().to_string().contains("add up to 0.8"));
    /// # Ok::<(), sortition::SortitionError>(())
    /// ```
    pub fn read(mut source: impl Read) -> Result<Self, SortitionError> {
        let mut bytes = Vec::new();
        source.read_to_end(&mut bytes).map_err(|error| SortitionError::population(0, format!("the file cannot be read: {error}")))?;
        let (columns, records) = table(&bytes).map_err(|(line, what)| SortitionError::population(line, what))?;
        let find = |name: &str| columns.iter().position(|column| folded(column) == name);
        let asked = || {
            SortitionError::population(
                1,
                format!(
                    "the header must be category,feature,count or category,feature,share (or feature,value,count and feature,value,share), and it is {}",
                    columns.join(",")
                ),
            )
        };
        let (category, feature) = match (find("category"), find("feature"), find("value")) {
            (Some(category), Some(feature), _) | (None, Some(category), Some(feature)) => (category, feature),
            _ => return Err(asked()),
        };
        let (amount, counted) = match (find("count"), find("share")) {
            (Some(at), None) => (at, true),
            (None, Some(at)) => (at, false),
            (Some(_), Some(_)) => {
                return Err(SortitionError::population(1, "there are both count and share: keep one of them".to_owned()));
            }
            (None, None) => return Err(asked()),
        };
        let mut lines: Vec<Line> = Vec::new();
        let mut seen = HashSet::new();
        for (line, record) in records {
            let (category, feature, text) = (record[category].clone(), record[feature].clone(), record[amount].as_str());
            if category.is_empty() || feature.is_empty() {
                return Err(SortitionError::population(line, "the name of the category or of the feature is empty".to_owned()));
            }
            if !seen.insert((folded(&category), folded(&feature))) {
                return Err(SortitionError::population(line, format!("{category}: {feature} stands there a second time")));
            }
            let (count, amount, rounding) = if counted {
                let count = text.parse::<u64>().ok().filter(|&count| count <= MOST_PEOPLE).ok_or_else(|| {
                    SortitionError::population(
                        line,
                        format!("\"{text}\" is not a number of people: write a whole number without dots or spaces, as 12345"),
                    )
                })?;
                (Some(count), Fraction::from_integer(BigInt::from(count)), Fraction::zero())
            } else {
                let (share, rounding) = written(text).ok_or_else(|| {
                    SortitionError::population(line, format!("\"{text}\" is not a share: write 0.512 or 51.2%, from 0 to 1 or 0% to 100%"))
                })?;
                (None, share, rounding)
            };
            lines.push(Line { line, category, feature, count, amount, rounding });
        }
        if lines.is_empty() {
            return Err(SortitionError::population(1, "the file has no line about anybody".to_owned()));
        }
        complete(lines)
    }

    /// What the file says about a category, in its order.
    #[must_use]
    pub fn of(&self, category: &str) -> Vec<&PopulationShare> {
        self.shares.iter().filter(|share| folded(&share.category) == folded(category)).collect()
    }

    /// The categories in the order in which they first occur.
    #[must_use]
    pub fn categories(&self) -> Vec<&str> {
        let mut seen = HashSet::new();
        self.shares.iter().filter(|share| seen.insert(folded(&share.category))).map(|share| share.category.as_str()).collect()
    }
}

/// Turns amounts into shares that sum to 1, category by category.
fn complete(lines: Vec<Line>) -> Result<Population, SortitionError> {
    let mut warnings = Vec::new();
    let mut totals: Vec<(String, &Line, Fraction, Fraction)> = Vec::new();
    for line in &lines {
        let name = folded(&line.category);
        match totals.iter_mut().find(|(other, ..)| *other == name) {
            Some((_, _, total, rounding)) => {
                *total += &line.amount;
                *rounding += &line.rounding;
            }
            None => totals.push((name, line, line.amount.clone(), line.rounding.clone())),
        }
    }
    for (_, first, total, rounding) in &totals {
        let category = &first.category;
        if total.is_zero() {
            return Err(SortitionError::population(
                first.line,
                format!("nobody of the population has any answer to {category}: all are 0"),
            ));
        }
        let missing = total - Fraction::one();
        if first.count.is_some() || missing.is_zero() {
            continue;
        }
        if missing.abs() > *rounding {
            return Err(SortitionError::population(
                first.line,
                format!("the shares of {category} add up to {}, not to 1, which is more than rounding explains", decimal(total)),
            ));
        }
        warnings.push(format!(
            "the shares of {category} in the population add up to {}, not to 1, as rounded shares may; each was divided by that",
            decimal(total)
        ));
    }
    let counted: Vec<&(String, &Line, Fraction, Fraction)> = totals.iter().filter(|(_, first, ..)| first.count.is_some()).collect();
    if let (Some(least), Some(most)) =
        (counted.iter().min_by_key(|(_, _, total, _)| total), counted.iter().max_by_key(|(_, _, total, _)| total))
        && &least.2 * Fraction::from_integer(BigInt::from(101)) < &most.2 * Fraction::from_integer(BigInt::from(100))
    {
        warnings.push(format!(
            "the population counts {} people by {} and {} by {}: both should be the people who may be on the panel",
            least.2, least.1.category, most.2, most.1.category
        ));
    }
    let total_of =
        |category: &str| totals.iter().find(|(name, ..)| *name == folded(category)).map_or_else(Fraction::one, |it| it.2.clone());
    let shares = lines
        .iter()
        .map(|line| PopulationShare {
            category: line.category.clone(),
            feature: line.feature.clone(),
            count: line.count,
            share: &line.amount / total_of(&line.category),
        })
        .collect();
    Ok(Population { shares, warnings })
}

/// A share as it is written, `0.512`, `0,512` or `51.2%`, as a fraction. `None` for anything else and above 1.
///
/// ```
/// assert_eq!(sortition::share("51.2 %").unwrap().to_string(), "64/125");
/// assert_eq!(sortition::share("1.2"), None);
/// ```
#[must_use]
pub fn share(text: &str) -> Option<Fraction> {
    written(text.trim()).map(|(share, _)| share)
}

/// The share and half of its last decimal. A whole `0` or `1` is meant exactly.
fn written(text: &str) -> Option<(Fraction, Fraction)> {
    let (number, percent) = text.strip_suffix('%').map_or((text, false), |number| (number.trim_end(), true));
    let (whole, decimals) = match number.split_once(['.', ',']) {
        Some((_, "")) => return None,
        Some(parts) => parts,
        None => (number, ""),
    };
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || decimals.len() > MOST_DECIMALS || !digits(whole) || !digits(decimals) {
        return None;
    }
    let unit = 10_u64.pow(u32::try_from(decimals.len()).ok()?) * if percent { 100 } else { 1 };
    let share = Fraction::new(BigInt::from(format!("{whole}{decimals}").parse::<u64>().ok()?), BigInt::from(unit));
    // A whole percent is the coarsest that statistics are rounded to: 0.5 and 0.4 are no rounded halves.
    let coarsest = Fraction::new(BigInt::one(), BigInt::from(200));
    let rounding = Fraction::new(BigInt::one(), BigInt::from(unit) * BigInt::from(2)).min(coarsest);
    let rounding = if decimals.is_empty() && !percent { Fraction::zero() } else { rounding };
    (share <= Fraction::one()).then_some((share, rounding))
}

/// A fraction as a reader of shares would write it.
fn decimal(fraction: &Fraction) -> String {
    let text = format!("{:.6}", float(fraction));
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(file: &str) -> String {
        Population::read(file.as_bytes()).expect_err("must be refused").to_string()
    }

    #[test]
    fn a_file_that_cannot_be_used_is_refused_in_a_sentence_with_its_line() {
        for (file, wanted) in [
            ("category,feature,number\na,b,1\n", "line 1: the header must be category,feature,count"),
            ("category,feature,count,share\na,b,1,1\n", "line 1: there are both count and share"),
            ("category,feature,count\n", "line 1: the file has no line about anybody"),
            ("category,feature,count\na,b,1.5\n", "line 2: \"1.5\" is not a number of people"),
            ("category,feature,count\na,b,-1\n", "line 2: \"-1\" is not a number of people"),
            ("category,feature,count\na,b,0\na,c,0\n", "line 2: nobody of the population has any answer to a"),
            ("category,feature,count\na,,3\n", "line 2: the name of the category or of the feature is empty"),
            ("category,feature,count\na,b,3\n A ,B,3\n", "line 3: A: B stands there a second time"),
            ("category,feature,share\na,b,half\n", "line 2: \"half\" is not a share"),
            ("category,feature,share\na,b,1.\n", "line 2: \"1.\" is not a share"),
            ("category,feature,share\na,b,101%\n", "line 2: \"101%\" is not a share"),
            ("category,feature,share\na,b,0.5\na,c,0.4\n", "line 2: the shares of a add up to 0.9, not to 1"),
            ("category,feature,share\na,b,0\na,c,0\n", "line 2: nobody of the population"),
        ] {
            let told = refusal(file);
            assert!(told.starts_with("the file of the population, ") && told.contains(wanted), "{file:?}: {told}");
        }
    }

    #[test]
    fn rounded_shares_are_stretched_to_one_and_that_is_told() {
        let thirds = Population::read("category,feature,share\na,b,33.3%\na,c,33.3%\na,d,33.3%\n".as_bytes()).expect("rounded thirds");
        assert!(thirds.shares.iter().all(|share| share.share.to_string() == "1/3"));
        assert_eq!(thirds.warnings.len(), 1);
        assert!(thirds.warnings[0].contains("add up to 0.999"), "{:?}", thirds.warnings);
        let exact = Population::read("category,feature,share\na,b,1\na,c,0\n".as_bytes()).expect("everybody");
        assert!(exact.warnings.is_empty());
    }

    #[test]
    fn two_counts_of_different_people_are_told() {
        let file = "category,feature,count\nage,young,400\nage,old,600\ngender,woman,300\ngender,man,300\n";
        let population = Population::read(file.as_bytes()).expect("readable");
        assert!(population.warnings[0].contains("600 people by gender and 1000 by age"), "{:?}", population.warnings);
    }
}
