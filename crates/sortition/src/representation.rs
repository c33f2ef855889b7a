//! The panel beside the population and the pool: does it look like the people it stands for, and where not, is that on purpose?
//!
//! Shares, ratios and indices are fractions; the panel is the expected one, by the probabilities of the fair lottery, together with
//! those who are on it already.

use std::fmt::Write as _;

use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};

use crate::error::SortitionError;
use crate::exact::{Fraction, float, whole};
use crate::fair::Lottery;
use crate::people::folded;
use crate::pool::Pool;
use crate::population::{Population, PopulationShare};
use crate::report::short;

/// Representativeness of one distribution against another, catalogue G001: 1 − ½ Σ |p − q|. It is 1 when both are the same and 0 when
/// they have nothing in common; it is also the largest share of people who could be paired with somebody of the same feature.
///
/// ```
/// use sortition::{Fraction, representativeness};
/// let share = |n: i64, d: i64| Fraction::new(n.into(), d.into());
/// let population = [share(1, 2), share(1, 2)];
/// assert_eq!(representativeness(&population, &[share(3, 4), share(1, 4)]).to_string(), "3/4");
/// assert_eq!(representativeness(&population, &population).to_string(), "1");
/// ```
#[must_use]
pub fn representativeness(p: &[Fraction], q: &[Fraction]) -> Fraction {
    let distance = p.iter().zip(q).fold(Fraction::zero(), |sum, (p, q)| sum + (p - q).abs());
    Fraction::one() - distance / whole(2)
}

/// A share or an index, for reading and for checking.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct ExactShare {
    /// Rounded to the nearest floating point number.
    pub value: f64,
    /// The same as a fraction; decimals where it would be very long.
    pub exact: String,
}

impl From<&Fraction> for ExactShare {
    fn from(fraction: &Fraction) -> Self {
        Self { value: float(fraction), exact: short(fraction) }
    }
}

/// Population, pool and panel beside each other.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Representation {
    /// Below this ratio to the population a feature counts as under-represented (catalogue G002: 0.8).
    pub alert: f64,
    /// One entry per category that both quotas and population have, in the order of the quotas.
    pub categories: Vec<CategoryRepresentation>,
    /// Everything that is over-represented by its quota, under-represented, or not known.
    pub warnings: Vec<String>,
}

/// One category, for example gender.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct CategoryRepresentation {
    /// The question.
    pub category: String,
    /// People of the population, where they were counted.
    pub population: Option<u64>,
    /// Index of the pool, 0 to 1 (G001).
    pub pool_index: ExactShare,
    /// Index of the expected panel, 0 to 1 (G001).
    pub panel_index: ExactShare,
    /// The feature of the pool that is farthest below its share of the population (G002).
    pub pool_worst: Option<WorstFeature>,
    /// The same of the expected panel.
    pub panel_worst: Option<WorstFeature>,
    /// Its features.
    pub features: Vec<FeatureRepresentation>,
}

/// Who is farthest below their share of the population.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct WorstFeature {
    /// The answer.
    pub feature: String,
    /// Its share divided by its share of the population.
    pub ratio: f64,
    /// Whether that is below the limit.
    pub is_alert: bool,
}

/// One feature, for example woman.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct FeatureRepresentation {
    /// The answer.
    pub feature: String,
    /// People of the population, where they were counted.
    pub count: Option<u64>,
    /// Share of the population.
    pub population: ExactShare,
    /// Share of those who can be drawn.
    pub pool: ExactShare,
    /// Share of the expected panel.
    pub panel: ExactShare,
    /// At least so many on the whole panel.
    pub min: u32,
    /// At most so many on the whole panel.
    pub max: u32,
    /// Share of the pool divided by share of the population; `None` when nobody of the population has the feature.
    pub pool_ratio: Option<f64>,
    /// Share of the panel divided by share of the population.
    pub panel_ratio: Option<f64>,
    /// Minimum of the quota, as a share of the panel, divided by share of the population.
    pub quota_lowest_ratio: Option<f64>,
    /// Maximum of the quota, likewise.
    pub quota_highest_ratio: Option<f64>,
    /// Whether the quota goes against the population's share on purpose.
    pub purpose: Purpose,
    /// Why, in the words of the file of quotas.
    pub reason: Option<String>,
    /// All of it in a sentence.
    pub told: String,
}

/// What a quota does to a feature. The whole number nearest to the population's share of the places is what it is measured by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// The quota allows that number.
    AsPopulation,
    /// Its minimum is above it: positive discrimination.
    More,
    /// Its maximum is below it.
    Less,
}

/// The limit of catalogue G002: under four fifths of the share in the population somebody is under-represented.
#[must_use]
pub fn usual_alert() -> Fraction {
    Fraction::new(BigInt::from(4), BigInt::from(5))
}

/// Who counts for one quota line, and what of it there is.
struct Row<'a> {
    line: usize,
    population: &'a PopulationShare,
    pool: Fraction,
    panel: Fraction,
    /// Bounds of the quota on the whole panel.
    min: u32,
    max: u32,
}

/// One of the shares of a line.
type Share = for<'r, 'p> fn(&'r Row<'p>) -> &'r Fraction;

impl Row<'_> {
    fn ratio(&self, share: &Fraction) -> Option<Fraction> {
        (!self.population.share.is_zero()).then(|| share / &self.population.share)
    }
}

impl Representation {
    /// Puts the expected panel and the pool beside the population.
    ///
    /// # Errors
    /// [`SortitionError::Mismatch`] when population and quotas share no category, or have other features in one.
    ///
    /// ```
    /// use sortition::{Objective, People, Pool, Population, Purpose, Quotas, Representation, Terms, fair, usual_alert};
    /// let people = People::read("id,age\nan,young\nbo,old\ncas,old\ndot,old\n".as_bytes(), None)?;
    /// let quotas = Quotas::read("category,feature,min,max,reason\nage,young,1,1,the plan is a skate park\nage,old,1,1,\n".as_bytes())?;
    /// let pool = Pool::new(&people, &quotas, &Terms { size: 2, ..Terms::default() })?;
    /// let lottery = fair(&pool, Objective::Leximin, &mut |_| {})?;
    ///
    /// let population = Population::read("category,feature,count\nage,young,200\nage,old,800\n".as_bytes())?;
    /// let beside = Representation::new(&pool, &lottery, &population, &usual_alert())?;
    /// let young = &beside.categories[0].features[0];
    /// assert_eq!((young.population.exact.as_str(), young.pool.exact.as_str(), young.panel.exact.as_str()), ("1/5", "1/4", "1/2"));
    /// assert_eq!((young.panel_ratio, young.purpose), (Some(2.5), Purpose::More));
    /// assert!(young.told.contains("2.50 times its share") && young.told.contains("the plan is a skate park"));
    /// # Ok::<(), sortition::SortitionError>(())
    /// ```
    pub fn new(pool: &Pool, lottery: &Lottery, population: &Population, alert: &Fraction) -> Result<Self, SortitionError> {
        let mut warnings = population.warnings.clone();
        let mut categories = Vec::new();
        for category in &pool.categories {
            if population.of(category).is_empty() {
                warnings.push(format!("the population says nothing about {category}: that quota is compared with the pool only"));
                continue;
            }
            let rows = rows(pool, lottery, population, category)?;
            warn(pool, category, &rows, alert, &mut warnings);
            categories.push(compared(pool, category, &rows, alert));
        }
        for category in population.categories() {
            if !pool.categories.iter().any(|other| folded(other) == folded(category)) {
                warnings.push(format!("the population speaks of {category}, for which there is no quota: it is not compared"));
            }
        }
        if categories.is_empty() {
            return Err(SortitionError::Mismatch {
                message: format!(
                    "population and quotas have no category in common: the population has {}, the quotas {}",
                    population.categories().join(", "),
                    pool.categories.join(", ")
                ),
            });
        }
        Ok(Self { alert: float(alert), categories, warnings })
    }

    /// The table that belongs to the picture, as a text.
    #[must_use]
    pub fn text(&self) -> String {
        let named = |category: &str, feature: &str| format!("{category}: {feature}");
        let width = self
            .categories
            .iter()
            .flat_map(|it| it.features.iter().map(|feature| named(&it.category, &feature.feature).chars().count()))
            .max()
            .unwrap_or(10);
        let times = |ratio: Option<f64>| ratio.map_or_else(|| "-".to_owned(), |ratio| format!("{ratio:.2}x"));
        let percent = |amount: &ExactShare| format!("{:.2} %", amount.value * 100.0);
        let mut out = String::from("Beside the population (the panel is the expected one; 1.00x is as in the population):\n");
        let _ = writeln!(
            out,
            "{:width$}  {:>10} {:>9} {:>9} {:>9} {:>9} {:>13}",
            "", "population", "pool", "panel", "pool/pop", "panel/pop", "quota/pop"
        );
        for category in &self.categories {
            for feature in &category.features {
                let _ = writeln!(
                    out,
                    "{:width$}  {:>10} {:>9} {:>9} {:>9} {:>9} {:>13}",
                    named(&category.category, &feature.feature),
                    percent(&feature.population),
                    percent(&feature.pool),
                    percent(&feature.panel),
                    times(feature.pool_ratio),
                    times(feature.panel_ratio),
                    format!("{}-{}", times(feature.quota_lowest_ratio), times(feature.quota_highest_ratio)),
                );
            }
            let worst = |worst: &Option<WorstFeature>| {
                worst.as_ref().map_or_else(String::new, |worst| {
                    format!(", least {} with {:.2}x{}", worst.feature, worst.ratio, if worst.is_alert { " (!)" } else { "" })
                })
            };
            let _ = writeln!(
                out,
                "{}: representativeness of the pool {:.3}{}; of the panel {:.3}{}",
                category.category,
                category.pool_index.value,
                worst(&category.pool_worst),
                category.panel_index.value,
                worst(&category.panel_worst)
            );
        }
        let deliberate: Vec<String> = self
            .categories
            .iter()
            .flat_map(|it| it.features.iter().map(move |feature| (it, feature)))
            .filter(|(_, feature)| feature.purpose != Purpose::AsPopulation)
            .map(|(category, feature)| format!("  {}: {}\n", named(&category.category, &feature.feature), feature.told))
            .collect();
        if !deliberate.is_empty() {
            let _ = write!(out, "On purpose otherwise than the population:\n{}", deliberate.concat());
        }
        out
    }
}

/// The lines of one category, each with what the population has of it.
fn rows<'a>(pool: &Pool, lottery: &Lottery, population: &'a Population, category: &str) -> Result<Vec<Row<'a>>, SortitionError> {
    let mismatch = |message: String| Err(SortitionError::Mismatch { message });
    let known = population.of(category);
    let lines: Vec<usize> = (0..pool.quotas.len()).filter(|&line| folded(&pool.quotas[line].category) == folded(category)).collect();
    for share in &known {
        if !lines.iter().any(|&line| folded(&pool.quotas[line].feature) == folded(&share.feature)) {
            return mismatch(format!(
                "the population has \"{}\" as {category}, for which there is no quota line: add one, or leave out of the population who may not be on the panel",
                share.feature
            ));
        }
    }
    let people = count(pool.ids.len());
    let places = places(pool, &lines);
    let mut rows = Vec::with_capacity(lines.len());
    for line in lines {
        let quota = &pool.quotas[line];
        let Some(share) = known.iter().find(|share| folded(&share.feature) == folded(&quota.feature)) else {
            return mismatch(format!(
                "there is a quota for {quota}, and the population says nothing about it: give its number, 0 if there is nobody"
            ));
        };
        let own = || pool.kinds.iter().zip(&lottery.probabilities).filter(|(kind, _)| kind.features.contains(&line));
        let free: usize = own().map(|(kind, _)| kind.members.len()).sum();
        let drawn = own().fold(Fraction::zero(), |sum, (kind, probability)| sum + probability * count(kind.members.len()));
        let held = pool.held.get(line).copied().unwrap_or(0);
        rows.push(Row {
            line,
            population: share,
            pool: if people.is_zero() { Fraction::zero() } else { count(free) / &people },
            panel: (drawn + whole(held)) / whole(places),
            min: quota.min.saturating_add(held),
            max: quota.max.saturating_add(held),
        });
    }
    Ok(rows)
}

/// Places of the whole panel: those still to be drawn and those of the people who are on it already.
fn places(pool: &Pool, lines: &[usize]) -> u32 {
    pool.size.saturating_add(lines.iter().map(|&line| pool.held.get(line).copied().unwrap_or(0)).sum())
}

fn count(number: usize) -> Fraction {
    Fraction::from_integer(BigInt::from(number))
}

fn compared(pool: &Pool, category: &str, rows: &[Row<'_>], alert: &Fraction) -> CategoryRepresentation {
    let places = places(pool, &rows.iter().map(|row| row.line).collect::<Vec<_>>());
    let wanted: Vec<Fraction> = rows.iter().map(|row| row.population.share.clone()).collect();
    let index =
        |share: Share| ExactShare::from(&representativeness(&wanted, &rows.iter().map(|row| share(row).clone()).collect::<Vec<_>>()));
    let worst =
        |share: Share| {
            rows.iter().filter_map(|row| Some((row.ratio(share(row))?, row))).min_by(|a, b| a.0.cmp(&b.0)).map(|(ratio, row)| {
                WorstFeature { feature: pool.quotas[row.line].feature.clone(), ratio: float(&ratio), is_alert: ratio < *alert }
            })
        };
    CategoryRepresentation {
        category: category.to_owned(),
        population: rows.iter().map(|row| row.population.count).sum(),
        pool_index: index(|row| &row.pool),
        panel_index: index(|row| &row.panel),
        pool_worst: worst(|row| &row.pool),
        panel_worst: worst(|row| &row.panel),
        features: rows.iter().map(|row| feature(pool, row, places)).collect(),
    }
}

/// Whether the quota shuts out the whole number nearest to the population's share of the places.
fn purpose(row: &Row<'_>, places: u32) -> Purpose {
    let due = &row.population.share * whole(places);
    let half = Fraction::new(BigInt::one(), BigInt::from(2));
    if whole(row.min) > &due + &half {
        Purpose::More
    } else if whole(row.max) < &due - &half {
        Purpose::Less
    } else {
        Purpose::AsPopulation
    }
}

fn feature(pool: &Pool, row: &Row<'_>, places: u32) -> FeatureRepresentation {
    let quota = &pool.quotas[row.line];
    let ratio = |share: &Fraction| row.ratio(share).map(|ratio| float(&ratio));
    let of_panel = |number: u32| whole(number) / whole(places);
    let purpose = purpose(row, places);
    let times = |number: u32| match ratio(&of_panel(number)) {
        Some(ratio) => format!("{ratio:.2} times its share of the population ({:.1} %)", float(&row.population.share) * 100.0),
        None => "and nobody of the population has it".to_owned(),
    };
    let why = match &quota.reason {
        Some(reason) => format!("; the reason: {reason}"),
        None => "; no reason is given".to_owned(),
    };
    let told = match purpose {
        Purpose::More => {
            format!("positive discrimination: the quota gives it at least {} of {places} places, {}{why}", row.min, times(row.min))
        }
        Purpose::Less => format!("held back: the quota gives it at most {} of {places} places, {}{why}", row.max, times(row.max)),
        Purpose::AsPopulation => match ratio(&row.panel) {
            Some(ratio) => format!("{ratio:.2} times its share of the population on the expected panel; the quota allows its share"),
            None => "nobody of the population has it, and the quota asks for nobody".to_owned(),
        },
    };
    FeatureRepresentation {
        feature: quota.feature.clone(),
        count: row.population.count,
        population: ExactShare::from(&row.population.share),
        pool: ExactShare::from(&row.pool),
        panel: ExactShare::from(&row.panel),
        min: row.min,
        max: row.max,
        pool_ratio: ratio(&row.pool),
        panel_ratio: ratio(&row.panel),
        quota_lowest_ratio: ratio(&of_panel(row.min)),
        quota_highest_ratio: ratio(&of_panel(row.max.min(places))),
        purpose,
        reason: quota.reason.clone(),
        told,
    }
}

/// Who is under-represented, and which positive discrimination lacks a reason.
fn warn(pool: &Pool, category: &str, rows: &[Row<'_>], alert: &Fraction, warnings: &mut Vec<String>) {
    let places = places(pool, &rows.iter().map(|row| row.line).collect::<Vec<_>>());
    for row in rows {
        let name = &pool.quotas[row.line];
        let below = |share: &Fraction| row.ratio(share).filter(|ratio| ratio < alert).map(|ratio| float(&ratio));
        if let Some(ratio) = below(&row.panel) {
            warnings.push(format!(
                "{name} is under-represented on the panel: {ratio:.2} times its share of the population, below {}; a quota with a higher minimum would mend it",
                float(alert)
            ));
        }
        if let Some(ratio) = below(&row.pool) {
            warnings.push(format!(
                "{name} is under-represented among those who can be drawn: {ratio:.2} times its share of the population; seek more of them before the draw"
            ));
        }
        if purpose(row, places) == Purpose::More && pool.quotas[row.line].reason.is_none() {
            warnings.push(format!(
                "{name} has more places than its share of the population and the quotas give no reason: say it in a column reason (category {category})"
            ));
        }
    }
}
