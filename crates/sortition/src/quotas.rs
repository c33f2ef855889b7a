//! Quotas: how many people with each feature a panel must have.

use std::collections::HashSet;
use std::fmt;
use std::io::Read;

use crate::error::SortitionError;
use crate::people::{folded, table};

/// Bounds on the number of people of one kind, for example "gender: female, 9 to 12".
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Quota {
    /// What was asked, for example `gender`. It is the name of a column of the pool.
    pub category: String,
    /// The answer, for example `female`.
    pub feature: String,
    /// At least so many.
    pub min: u32,
    /// At most so many.
    pub max: u32,
    /// How far `min` may be lowered when the quotas contradict each other.
    pub min_flex: u32,
    /// How far `max` may be raised.
    pub max_flex: u32,
    /// Why there are so many or so few, where that goes against the population; for the transparency report.
    pub reason: Option<String>,
}

impl fmt::Display for Quota {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.category, self.feature)
    }
}

/// All quotas of a draw, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub struct Quotas {
    /// One entry per line of the file.
    pub quotas: Vec<Quota>,
    /// Whether the file said how far they may give way. Without that every quota may be relaxed as far as needed.
    pub flexible: bool,
}

impl Quotas {
    /// Reads either form in use: `category,feature,min,max` or `feature,value,min,max`, each with or without
    /// `min_flex,max_flex`. In the second form `feature` is the question and `value` the answer. A column `reason`, which may be
    /// empty, says why a quota asks for more or fewer people than their share of the population.
    ///
    /// Without flex columns a minimum may fall to 0 and a maximum may rise without limit when relaxations are *proposed*;
    /// nothing is ever relaxed silently.
    ///
    /// # Errors
    /// [`SortitionError::Quotas`] with the line for a missing column, a number that is none, a minimum above its maximum, flex bounds
    /// inside the quota, a pair of category and feature that stands there twice.
    ///
    /// ```
    /// let quotas = sortition::Quotas::read("category,feature,min,max\ngender,female,9,20\n".as_bytes()).unwrap();
    /// assert_eq!(quotas.quotas[0].min, 9);
    /// let same = sortition::Quotas::read("feature,value,min,max,min_flex,max_flex\ngender,female,9,20,8,22\n".as_bytes()).unwrap();
    /// assert_eq!((same.quotas[0].category.as_str(), same.quotas[0].max_flex), ("gender", 22));
    /// ```
    pub fn read(mut source: impl Read) -> Result<Self, SortitionError> {
        let mut bytes = Vec::new();
        source.read_to_end(&mut bytes).map_err(|error| SortitionError::quotas(0, format!("the file cannot be read: {error}")))?;
        let (columns, records) = table(&bytes).map_err(|(line, what)| SortitionError::quotas(line, what))?;
        let find = |name: &str| columns.iter().position(|column| folded(column) == name);
        let need = |name: &str| {
            find(name).ok_or_else(|| {
                SortitionError::quotas(
                    1,
                    format!(
                        "there is no column \"{name}\": the header must be category,feature,min,max or feature,value,min,max (both may go on with min_flex,max_flex and reason), and it is {}",
                        columns.join(",")
                    ),
                )
            })
        };
        let (category, feature) = match find("category") {
            Some(at) => (at, need("feature")?),
            None => (need("feature")?, need("value")?),
        };
        let (min, max) = (need("min")?, need("max")?);
        let flex = match (find("min_flex"), find("max_flex")) {
            (Some(low), Some(high)) => Some((low, high)),
            (None, None) => None,
            _ => return Err(SortitionError::quotas(1, "min_flex and max_flex belong together: only one of them is there".to_owned())),
        };
        let reason = find("reason");
        let mut quotas: Vec<Quota> = Vec::new();
        let mut seen = HashSet::new();
        for (line, record) in records {
            let number = |at: usize| {
                record[at].parse::<u32>().ok().filter(|&number| number <= 1_000_000).ok_or_else(|| {
                    SortitionError::quotas(
                        line,
                        format!("\"{}\" in column {} is not a whole number from 0 to 1000000", record[at], columns[at]),
                    )
                })
            };
            let (min, max) = (number(min)?, number(max)?);
            let (min_flex, max_flex) = match flex {
                Some((low, high)) => (number(low)?, number(high)?),
                None => (0, u32::MAX),
            };
            let reason = reason.map(|at| record[at].clone()).filter(|words| !words.is_empty());
            let quota =
                Quota { category: record[category].clone(), feature: record[feature].clone(), min, max, min_flex, max_flex, reason };
            if quota.category.is_empty() || quota.feature.is_empty() {
                return Err(SortitionError::quotas(line, "the name of the category or of the feature is empty".to_owned()));
            }
            if min > max {
                return Err(SortitionError::quotas(line, format!("{quota}: the minimum {min} is above the maximum {max}")));
            }
            if min_flex > min || max_flex < max {
                return Err(SortitionError::quotas(
                    line,
                    format!(
                        "{quota}: min_flex must not be above min, nor max_flex below max (min {min}, max {max}, min_flex {min_flex}, max_flex {max_flex})"
                    ),
                ));
            }
            if !seen.insert((folded(&quota.category), folded(&quota.feature))) {
                return Err(SortitionError::quotas(line, format!("{quota} stands there a second time")));
            }
            quotas.push(quota);
        }
        if quotas.is_empty() {
            return Err(SortitionError::quotas(1, "the file has no quota".to_owned()));
        }
        Ok(Self { quotas, flexible: flex.is_some() })
    }

    /// The categories in the order in which they first occur.
    #[must_use]
    pub fn categories(&self) -> Vec<&str> {
        let mut out: Vec<&str> = Vec::new();
        for quota in &self.quotas {
            if !out.iter().any(|name| folded(name) == folded(&quota.category)) {
                out.push(&quota.category);
            }
        }
        out
    }
}
