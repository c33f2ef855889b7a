//! The transparency report: who is drawn with which probability, why, and what can be checked, as data for a page or a file.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use num_traits::{Signed, Zero};

use crate::exact::{Fraction, float};
use crate::fair::{Lottery, Objective, Score, gini};
use crate::lottery::PublicLottery;
use crate::pool::Pool;
use crate::representation::Representation;

/// Everything about one lottery. Serialises to the JSON of `meemaak sortition select`.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Report {
    /// What was asked.
    pub objective: Objective,
    /// Places drawn.
    pub size: u32,
    /// People who can be drawn.
    pub people: usize,
    /// Probability of each person in the fair lottery, by id; they sum to `size`.
    pub probabilities: BTreeMap<String, f64>,
    /// The smallest probability.
    pub minimum: f64,
    /// The largest probability.
    pub maximum: f64,
    /// Gini coefficient of the probabilities, 0 to 1.
    pub gini: f64,
    /// The levels of the objective, from the smallest probability up.
    pub levels: Vec<LevelRow>,
    /// The panels of the public lottery.
    pub panels: Vec<NumberedPanel>,
    /// The public lottery beside the fair one.
    pub lottery: LotteryRow,
    /// What can be checked without an optimiser.
    pub certificate: CertificateRow,
    /// Per feature: in the pool, on the panel, and what it means for one person.
    pub features: Vec<FeatureShare>,
    /// Per kind of people: what it means for one of them.
    pub kinds: Vec<KindShare>,
    /// The panel and the pool beside the population, where a file of it was given.
    pub population: Option<Representation>,
    /// What should be known before the draw.
    pub warnings: Vec<String>,
}

/// A level in words and numbers.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct LevelRow {
    /// The smallest probability reached, as a number.
    pub value: f64,
    /// The same as a fraction.
    pub reached: String,
    /// Proven: it cannot be larger. `None` where there is no proof.
    pub ceiling: Option<String>,
    /// Ceiling minus reached, as a number.
    pub gap: Option<f64>,
    /// So many people are held at this level.
    pub people: usize,
    /// So many kinds are.
    pub kinds: usize,
}

/// A panel with its number, as the balls show it.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct NumberedPanel {
    /// With leading zeros.
    pub number: String,
    /// Ids, sorted.
    pub members: Vec<String>,
}

/// The public lottery and how near it stays.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct LotteryRow {
    /// Number of panels, all equally likely.
    pub size: usize,
    /// SHA-256 of the secret seed.
    pub commitment: String,
    /// SHA-256 of the panels.
    pub digest: String,
    /// The smallest share of panels that somebody is on.
    pub minimum: f64,
    /// The largest distance between somebody's share of panels and their fair probability.
    pub largest_difference: f64,
    /// Share of the panels that each person is on, by id.
    pub probabilities: BTreeMap<String, f64>,
}

/// The certificate: kinds, the fair lottery in fractions, and the proof of each level.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct CertificateRow {
    /// Whether every level is proven and reached exactly, as fractions.
    pub exact: bool,
    /// Largest distance between a level and its proven ceiling, rounded; `None` without levels or proofs.
    pub gap: Option<f64>,
    /// Reached and bound of an objective without levels.
    pub score: Option<Score>,
    /// How to check it, in words.
    pub how_to_check: String,
    /// The rows that prices refer to, in order.
    pub rows: Vec<String>,
    /// The kinds of people that weights refer to.
    pub kinds: Vec<KindRow>,
    /// One proof per level.
    pub proofs: Vec<ProofRow>,
    /// The fair lottery: weight as a fraction, and (kind, number of people).
    pub lottery: Vec<(String, Vec<(usize, u32)>)>,
}

/// A kind of people in the certificate.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct KindRow {
    /// Its answers.
    pub features: String,
    /// So many people.
    pub people: usize,
    /// At most so many on one panel (fewer than `people` where they share households).
    pub most: u32,
    /// Probability of each, as a fraction (a long one is left out, `None`).
    pub probability: Option<String>,
}

/// The proof of one level.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct ProofRow {
    /// What no lottery can exceed at this level.
    pub ceiling: Option<String>,
    /// No panel weighs more than this.
    pub bound: Option<String>,
    /// (kind, weight per person)
    pub weights: Vec<(usize, String)>,
    /// Per region: (kind, at least, at most) of its divisions, and (row, price).
    pub regions: Vec<RegionRow>,
}

/// One region of a proof.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct RegionRow {
    /// (kind, at least, at most); empty: all panels.
    pub narrowed: Vec<(usize, u32, u32)>,
    /// (row, price); rows that are missing cost nothing.
    pub prices: Vec<(usize, String)>,
}

/// A feature in the pool and on the panel.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct FeatureShare {
    /// The question.
    pub category: String,
    /// The answer.
    pub feature: String,
    /// People of the pool with it.
    pub pool: usize,
    /// Their share of the pool, 0 to 1.
    pub pool_share: f64,
    /// The quota.
    pub min: u32,
    /// The quota.
    pub max: u32,
    /// Expected number on the panel.
    pub expected: f64,
    /// Expected share of the panel, 0 to 1.
    pub panel_share: f64,
    /// The smallest probability of somebody with it.
    pub minimum: f64,
    /// The mean probability of somebody with it.
    pub mean: f64,
    /// The largest probability of somebody with it.
    pub maximum: f64,
    /// Mean probability divided by what everybody would have without quotas: 1 is neutral, above 1 is positive discrimination.
    pub ratio: f64,
    /// What one place more (positive: of the minimum, negative: of the maximum) would take from the smallest probability, in the proof of the first level.
    pub price: f64,
    /// Ratio and price in a sentence.
    pub reason: String,
}

/// A kind of people and what it means to be one of them.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct KindShare {
    /// Its answers.
    pub features: String,
    /// So many people of the pool.
    pub people: usize,
    /// Probability of each.
    pub probability: f64,
    /// The same divided by what everybody would have without quotas.
    pub ratio: f64,
}

const LONG: u64 = 400;

pub(crate) fn short(fraction: &Fraction) -> String {
    if fraction.denom().bits() <= LONG { fraction.to_string() } else { format!("{:.17}", float(fraction)) }
}

impl Report {
    /// Puts a lottery into words and numbers.
    #[must_use]
    pub fn new(pool: &Pool, lottery: &Lottery, public: &PublicLottery) -> Self {
        let per_person = lottery.per_person(pool);
        let drawn = public.per_person(pool);
        let by_id = |values: &[f64]| pool.ids.iter().cloned().zip(values.iter().copied()).collect::<BTreeMap<_, _>>();
        let minimum = per_person.iter().copied().fold(f64::INFINITY, f64::min);
        let maximum = per_person.iter().copied().fold(0.0, f64::max);
        let mut warnings = pool.warnings.clone();
        warnings.extend(lottery.warnings.iter().cloned());
        let never = per_person.iter().filter(|&&p| p <= 0.0).count();
        if never > 0 {
            warnings.push(format!("{never} people can be on no panel that this lottery draws from: their probability is 0"));
        }
        let certain = per_person.iter().filter(|&&p| p >= 1.0 - 1e-9).count();
        if certain > 0 && certain < per_person.len() {
            warnings.push(format!("{certain} people are on every panel, because the quotas need them"));
        }
        if let Some(gap) = lottery.gap()
            && gap.is_positive()
        {
            warnings.push(format!("not exact: between what is reached and what is proven lies a gap of at most {:.3e}", float(&gap)));
        }
        Self {
            objective: lottery.objective,
            size: pool.size,
            people: pool.ids.len(),
            minimum,
            maximum,
            gini: gini(&per_person),
            levels: lottery
                .levels
                .iter()
                .map(|level| LevelRow {
                    value: float(&level.reached),
                    reached: short(&level.reached),
                    ceiling: level.ceiling.as_ref().map(short),
                    gap: level.ceiling.as_ref().map(|ceiling| float(&(ceiling - &level.reached))),
                    people: level.kinds.iter().map(|&kind| pool.kinds[kind].members.len()).sum(),
                    kinds: level.kinds.len(),
                })
                .collect(),
            panels: public
                .panels
                .iter()
                .enumerate()
                .map(|(at, members)| NumberedPanel { number: public.number(at), members: members.clone() })
                .collect(),
            lottery: LotteryRow {
                size: public.panels.len(),
                commitment: public.commitment.clone(),
                digest: public.digest.clone(),
                minimum: drawn.iter().copied().fold(f64::INFINITY, f64::min),
                largest_difference: per_person.iter().zip(&drawn).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max),
                probabilities: by_id(&drawn),
            },
            certificate: certificate(pool, lottery),
            features: features(pool, lottery, &per_person),
            kinds: kinds(pool, lottery),
            population: None,
            probabilities: by_id(&per_person),
            warnings,
        }
    }

    /// The same with the panel and the pool beside the population, whose warnings become those of the report.
    #[must_use]
    pub fn beside(mut self, population: Representation) -> Self {
        self.warnings.extend(population.warnings.iter().cloned());
        self.population = Some(population);
        self
    }

    /// The report as a text that fits a terminal and a letter.
    #[must_use]
    pub fn text(&self) -> String {
        let mut out = String::new();
        let percent = |p: f64| format!("{:.2} %", p * 100.0);
        let _ = writeln!(out, "{} of {} people are drawn; objective {}.", self.size, self.people, objective_name(self.objective));
        let _ = writeln!(out, "Smallest probability {}, largest {}, Gini {:.3}.", percent(self.minimum), percent(self.maximum), self.gini);
        if let Some(level) = self.levels.first() {
            let _ = writeln!(
                out,
                "The smallest is {} ({}).",
                level.reached,
                match &level.ceiling {
                    Some(ceiling) if *ceiling == level.reached => "proven: no lottery gives everybody more".to_owned(),
                    Some(ceiling) => format!("proven: no lottery gives everybody more than {ceiling}"),
                    None => "without proof".to_owned(),
                }
            );
        }
        let _ = writeln!(
            out,
            "Lottery over {} numbered panels: everybody's share of panels is within {} of the fair probability.",
            self.lottery.size,
            percent(self.lottery.largest_difference)
        );
        let _ = writeln!(out, "Commitment to the seed {}\nDigest of the panels   {}\n", self.lottery.commitment, self.lottery.digest);
        let width = self.features.iter().map(|f| f.category.chars().count() + f.feature.chars().count() + 2).max().unwrap_or(10);
        let _ = writeln!(
            out,
            "{:width$}  {:>6} {:>8} {:>9} {:>8} {:>9} {:>9} {:>7}",
            "", "pool", "quota", "expected", "min", "mean", "max", "ratio"
        );
        for feature in &self.features {
            let _ = writeln!(
                out,
                "{:width$}  {:>6} {:>8} {:>9.2} {:>8} {:>9} {:>9} {:>6.2}x",
                format!("{}: {}", feature.category, feature.feature),
                feature.pool,
                format!("{}-{}", feature.min, feature.max),
                feature.expected,
                percent(feature.minimum),
                percent(feature.mean),
                percent(feature.maximum),
                feature.ratio
            );
        }
        if let Some(population) = &self.population {
            let _ = write!(out, "\n{}", population.text());
        }
        for warning in &self.warnings {
            let _ = writeln!(out, "\nNote: {warning}.");
        }
        out
    }
}

fn objective_name(objective: Objective) -> &'static str {
    match objective {
        Objective::Leximin => "leximin",
        Objective::Maximin => "maximin",
        Objective::Nash => "nash",
        Objective::Goldilocks => "goldilocks",
    }
}

fn certificate(pool: &Pool, lottery: &Lottery) -> CertificateRow {
    let mut rows = vec!["size of the panel".to_owned()];
    rows.extend(pool.quotas.iter().map(|quota| format!("{quota} ({} to {})", quota.min, quota.max)));
    rows.extend(
        pool.classes
            .iter()
            .filter(|class| class.kinds.len() > 1)
            .map(|class| format!("at most one of each of {} households", class.households.len())),
    );
    CertificateRow {
        exact: lottery.exact(),
        gap: lottery.gap().map(|gap| float(&gap)),
        score: lottery.score,
        how_to_check: "For each level: add up, over the rows, price times the row's upper bound (a negative price: its lower bound); add, for each kind whose weight \
                       is above the prices of its rows, the difference times the most of it (within the region; below: times the least). That is the bound of the region, and the \
                       largest over the regions is the bound of the level. Take from it weight times people times probability of the kinds held at earlier levels, and divide by weight \
                       times people of the others: the ceiling."
            .to_owned(),
        rows,
        kinds: (0..pool.kinds.len())
            .map(|kind| KindRow {
                features: pool.describe(kind),
                people: pool.kinds[kind].members.len(),
                most: pool.kinds[kind].most,
                probability: (lottery.probabilities[kind].denom().bits() <= LONG).then(|| lottery.probabilities[kind].to_string()),
            })
            .collect(),
        proofs: lottery
            .levels
            .iter()
            .filter_map(|level| {
                level.proof.as_ref().map(|proof| ProofRow {
                    ceiling: level.ceiling.as_ref().map(ToString::to_string),
                    bound: proof.bound(pool).map(|bound| bound.to_string()),
                    weights: proof.weights.iter().map(|(kind, weight)| (*kind, weight.to_string())).collect(),
                    regions: proof
                        .regions
                        .iter()
                        .map(|region| RegionRow {
                            narrowed: region.narrowed.clone(),
                            prices: region
                                .prices
                                .iter()
                                .enumerate()
                                .filter(|(_, price)| !price.is_zero())
                                .map(|(row, price)| (row, price.to_string()))
                                .collect(),
                        })
                        .collect(),
                })
            })
            .collect(),
        lottery: lottery
            .panels
            .iter()
            .zip(&lottery.weights)
            .map(|(panel, weight)| {
                (weight.to_string(), panel.iter().copied().enumerate().filter(|entry| entry.1 > 0).collect())
            })
            .collect(),
    }
}

fn kinds(pool: &Pool, lottery: &Lottery) -> Vec<KindShare> {
    let people = f64::from(u32::try_from(pool.ids.len()).unwrap_or(u32::MAX));
    let even = f64::from(pool.size) / people;
    (0..pool.kinds.len())
        .map(|kind| {
            let probability = float(&lottery.probabilities[kind]);
            KindShare { features: pool.describe(kind), people: pool.kinds[kind].members.len(), probability, ratio: probability / even }
        })
        .collect()
}

fn features(pool: &Pool, lottery: &Lottery, per_person: &[f64]) -> Vec<FeatureShare> {
    let people = f64::from(u32::try_from(pool.ids.len()).unwrap_or(u32::MAX));
    let size = f64::from(pool.size);
    let even = size / people;
    // Prices of the first level that takes part in a choice at all, per unit of what the others weigh.
    let counts = pool.counts();
    let prices: Vec<f64> = lottery
        .levels
        .first()
        .and_then(|level| level.proof.as_ref())
        .filter(|proof| proof.regions.len() == 1)
        .map(|proof| {
            let whole: f64 = proof.weights.iter().map(|(kind, weight)| float(weight) * f64::from(counts[*kind])).sum();
            proof.regions[0].prices.iter().map(|price| float(price) / whole).collect()
        })
        .unwrap_or_default();
    pool.quotas
        .iter()
        .enumerate()
        .map(|(line, quota)| {
            let own: Vec<f64> = per_person
                .iter()
                .zip(&pool.kind_of)
                .filter(|&(_, &kind)| pool.kinds[kind].features.contains(&line))
                .map(|(&p, _)| p)
                .collect();
            let number = f64::from(u32::try_from(own.len()).unwrap_or(u32::MAX));
            let expected = own.iter().sum::<f64>() + 0.0;
            let mean = if own.is_empty() { 0.0 } else { expected / number };
            let ratio = if own.is_empty() { 0.0 } else { mean / even };
            // A positive price belongs to the maximum, a negative one to the minimum.
            let price = -prices.get(line + 1).copied().unwrap_or(0.0);
            let mut reason = if own.is_empty() {
                "nobody in the pool".to_owned()
            } else if ratio > 1.05 {
                format!(
                    "positive discrimination: {:.1} % of the pool, {:.1} % of the panel, because the quota asks {} to {}; one of them is drawn {ratio:.2} times as easily as without quotas",
                    100.0 * number / people,
                    100.0 * expected / size,
                    quota.min,
                    quota.max
                )
            } else if ratio < 0.95 {
                format!(
                    "more volunteered than the quota of {} to {} takes: {:.1} % of the pool, {:.1} % of the panel; one of them is drawn {ratio:.2} times as easily as without quotas",
                    quota.min,
                    quota.max,
                    100.0 * number / people,
                    100.0 * expected / size
                )
            } else {
                "as without quotas".to_owned()
            };
            if price > 1e-9 {
                let _ = write!(reason, "; one place less in the minimum would raise the smallest probability by up to {:.2} percentage points", price * 100.0);
            } else if price < -1e-9 {
                let _ = write!(reason, "; one place more in the maximum would raise the smallest probability by up to {:.2} percentage points", -price * 100.0);
            }
            FeatureShare {
                category: quota.category.clone(),
                feature: quota.feature.clone(),
                pool: own.len(),
                pool_share: number / people,
                min: quota.min,
                max: quota.max,
                expected,
                panel_share: expected / size,
                minimum: own.iter().copied().fold(f64::INFINITY, f64::min).min(1.0) * if own.is_empty() { 0.0 } else { 1.0 },
                mean,
                maximum: own.iter().copied().fold(0.0, f64::max),
                ratio,
                price,
                reason,
            }
        })
        .collect()
}
