//! The fair lottery: panels and their weights for an objective, with the proof of every level.

use num_bigint::BigInt;
use num_traits::{Signed, Zero};

use crate::certificate::Proof;
use crate::columns;
use crate::decompose::{self, Decomposed, Limits, Reached, decompose};
use crate::error::SortitionError;
use crate::exact::{self, Fraction, float, whole};
use crate::feasibility;
use crate::goldilocks;
use crate::nash;
use crate::pool::{Pool, Row};
use crate::pricing::{Effort, Panel, Pricer};
use crate::target::{self, Cut, Level};

/// What a fair lottery is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Objective {
    /// The smallest probability as large as possible, then the second smallest, and so on. Proven level by level.
    Leximin,
    /// The smallest probability as large as possible; beyond that as [`Leximin`](Self::Leximin) has it where that is possible.
    Maximin,
    /// The product of the probabilities as large as possible.
    Nash,
    /// Neither tiny nor nearly certain: `(n/k)·max + (k/n)/min` as small as possible. Source: C. Baharav, B. Flanigan,
    /// *Fair, manipulation-robust, and transparent sortition*, 2024.
    Goldilocks,
}

impl std::str::FromStr for Objective {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "leximin" => Ok(Self::Leximin),
            "maximin" => Ok(Self::Maximin),
            "nash" => Ok(Self::Nash),
            "goldilocks" => Ok(Self::Goldilocks),
            other => Err(format!("\"{other}\" is no objective; there are leximin, maximin, nash and goldilocks")),
        }
    }
}

/// How a long calculation is getting on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Progress {
    /// So many kinds of people, of so many, have their level.
    Levels(usize, usize),
    /// After so many panels this share of the wanted lottery is still missing.
    Panels(usize, f64),
    /// The bounds are being proven: level, of so many.
    Proofs(usize, usize),
}

/// One level of the lottery: these people cannot have more, given that those of earlier levels have what they have.
#[derive(Debug, Clone, PartialEq)]
pub struct FairLevel {
    /// Kinds held at this level.
    pub kinds: Vec<usize>,
    /// The smallest probability in this lottery among everybody who was not held before.
    pub reached: Fraction,
    /// Proven: it cannot be larger. `None` where there is no proof.
    pub ceiling: Option<Fraction>,
    /// The proof of the ceiling.
    pub proof: Option<Proof>,
}

/// A lottery over panels.
#[derive(Debug, Clone, PartialEq)]
pub struct Lottery {
    /// What was asked.
    pub objective: Objective,
    /// Panels as numbers of people per kind, the most probable first.
    pub panels: Vec<Panel>,
    /// Probability of each panel; they sum to 1 exactly.
    pub weights: Vec<Fraction>,
    /// Probability of each person of a kind, exact for these weights.
    pub probabilities: Vec<Fraction>,
    /// The levels: all of them for leximin, the first for maximin, none otherwise.
    pub levels: Vec<FairLevel>,
    /// For nash and goldilocks: what the objective has reached, and the bound that no lottery passes.
    pub score: Option<Score>,
    /// What is to be said beside the result.
    pub warnings: Vec<String>,
}

/// The value of an objective that has no levels.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Score {
    /// Nash: geometric mean of the probabilities. Goldilocks: `(n/k)·max + (k/n)/min`.
    pub reached: f64,
    /// Nash: the geometric mean is at most this. Goldilocks: the sum is at least this. Floating point, not a proof in fractions.
    pub bound: f64,
}

impl Lottery {
    /// Whether every level reached its proven ceiling exactly, as fractions.
    #[must_use]
    pub fn exact(&self) -> bool {
        !self.levels.is_empty() && self.levels.iter().all(|level| level.ceiling.as_ref() == Some(&level.reached))
    }

    /// The largest distance between a level and its ceiling; `None` when a level has no proof.
    #[must_use]
    pub fn gap(&self) -> Option<Fraction> {
        if self.levels.is_empty() {
            return None;
        }
        self.levels.iter().map(|level| level.ceiling.as_ref().map(|ceiling| ceiling - &level.reached)).try_fold(
            Fraction::zero(),
            |worst, gap| {
                let gap = gap?;
                Some(if gap > worst { gap } else { worst })
            },
        )
    }

    /// Probability of every person, in the order of [`Pool::ids`].
    #[must_use]
    pub fn per_person(&self, pool: &Pool) -> Vec<f64> {
        let by_kind: Vec<f64> = self.probabilities.iter().map(float).collect();
        pool.kind_of.iter().map(|&kind| by_kind[kind]).collect()
    }
}

/// Gini coefficient of these probabilities: 0 when all are equal. Between 0 and 1.
///
/// ```
/// assert_eq!(sortition::gini(&[0.1, 0.1, 0.1]), 0.0);
/// assert!((sortition::gini(&[0.0, 1.0]) - 0.5).abs() < 1e-12);
/// ```
#[must_use]
pub fn gini(probabilities: &[f64]) -> f64 {
    let mut sorted = probabilities.to_vec();
    sorted.sort_by(f64::total_cmp);
    let total: f64 = sorted.iter().sum();
    if total <= 0.0 {
        return 0.0;
    }
    let n = f64::from(u32::try_from(sorted.len()).unwrap_or(u32::MAX));
    let mut rank = 0.0;
    let weighted: f64 = sorted
        .iter()
        .map(|p| {
            rank += 1.0;
            rank * p
        })
        .sum();
    (2.0 * weighted / (n * total) - (n + 1.0) / n).max(0.0)
}

/// Regions per search that a proof may take.
const PROOF_NODES: usize = 20_000;
/// Regions per search for one panel.
const SEARCH_NODES: usize = 20_000;
/// Up to so many kinds the thorough way is affordable.
const THOROUGH: usize = 400;
/// Up to so many kinds a lottery is made exact to the last fraction.
const REFINED: usize = 500;
/// For maximin, where only the first level counts, up to so many.
const REFINED_MAXIMIN: usize = 150;
/// Length of the fractions that are still worth writing down.
const BITS: u64 = 6_000;

/// Finds the fair lottery over the panels of `pool`. `watch` hears how it is getting on.
///
/// The same pool and objective give the same lottery, on every machine and in every order of the people.
///
/// # Errors
/// [`SortitionError::Infeasible`] with the smallest relaxations when no panel keeps the quotas; [`SortitionError::Unsolved`] when the
/// calculation did not end.
///
/// ```
/// use sortition::{Objective, People, Pool, Quotas, Terms, fair};
/// let people = People::read("id,gender\na,f\nb,f\nc,m\nd,m\ne,m\n".as_bytes(), None).unwrap();
/// let quotas = Quotas::read("category,feature,min,max\ngender,f,1,1\ngender,m,1,1\n".as_bytes()).unwrap();
/// let pool = Pool::new(&people, &quotas, &Terms { size: 2, ..Terms::default() }).unwrap();
/// let lottery = fair(&pool, Objective::Leximin, &mut |_| {}).unwrap();
/// // One of two women, one of three men.
/// assert_eq!(lottery.per_person(&pool), [0.5, 0.5, 1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0]);
/// assert!(lottery.exact());
/// ```
pub fn fair(pool: &Pool, objective: Objective, watch: &mut dyn FnMut(Progress)) -> Result<Lottery, SortitionError> {
    let rows = pool.rows();
    let counts = pool.counts();
    let most: Vec<u32> = pool.kinds.iter().map(|kind| kind.most).collect();
    let first = feasibility::some_panel(pool)?;
    let unsolved = |what: &str| SortitionError::Unsolved { message: what.to_owned() };
    let plan = Plan { pool, rows: &rows, counts: &counts, most: &most };
    match objective {
        Objective::Leximin | Objective::Maximin => {
            let found = plan.levels(objective, first, watch).ok_or_else(|| unsolved("the levels"))?;
            Ok(plan.settle(objective, found, watch))
        }
        Objective::Nash => {
            let start = plan.levels(Objective::Leximin, first, watch).ok_or_else(|| unsolved("a lottery to start from"))?;
            let (panels, weights, score) =
                nash::nash(&rows, &counts, &most, start.panels, start.weights, watch).ok_or_else(|| unsolved("the product"))?;
            let held = vec![None; counts.len()];
            let (panels, weights, probabilities) = plan.fractions(panels, &weights, &held, 0);
            Ok(Lottery { objective, panels, weights, probabilities, levels: Vec::new(), score: Some(score), warnings: start.warnings })
        }
        Objective::Goldilocks => {
            let start = plan.levels(Objective::Leximin, first, watch).ok_or_else(|| unsolved("a lottery to start from"))?;
            let dead: Vec<bool> = (0..counts.len())
                .map(|kind| start.panels.iter().zip(&start.weights).all(|(panel, &weight)| panel[kind] == 0 || weight < 1e-9))
                .collect();
            let (point, mut bound) = goldilocks::point(&rows, &counts, &most, &dead).ok_or_else(|| unsolved("the two ends"))?;
            let mut warnings = Vec::new();
            let found = plan.reach(&point, &start.panels, watch);
            let (panels, weights) = if found.reached == Reached::Wholly {
                (found.panels, found.weights)
            } else if counts.len() <= THOROUGH {
                let (panels, weights, lowest) = goldilocks::thorough(&rows, &counts, &most, &dead, start.panels)
                    .ok_or_else(|| unsolved("the two ends over whole panels"))?;
                bound = bound.max(lowest);
                (panels, weights)
            } else {
                warnings.push(
                    "no lottery was found that has the balance fractions of people would allow; this one is the nearest found".to_owned(),
                );
                (found.panels, found.weights)
            };
            let held = vec![None; counts.len()];
            let (panels, weights, probabilities) = plan.fractions(panels, &weights, &held, 0);
            let floats: Vec<f64> = probabilities.iter().map(float).collect();
            let reached = goldilocks::value(&floats, &counts, pool.size);
            Ok(Lottery { objective, panels, weights, probabilities, levels: Vec::new(), score: Some(Score { reached, bound }), warnings })
        }
    }
}

/// A lottery in floating point and the levels it was made for.
struct Rough {
    panels: Vec<Panel>,
    weights: Vec<f64>,
    levels: Vec<Level>,
    warnings: Vec<String>,
}

struct Plan<'a> {
    pool: &'a Pool,
    rows: &'a [Row],
    counts: &'a [u32],
    most: &'a [u32],
}

impl Plan<'_> {
    fn reach(&self, point: &[f64], start: &[Panel], watch: &mut dyn FnMut(Progress)) -> Decomposed {
        let limits = Limits { rounds: 4 * self.counts.len() + 400, nodes: SEARCH_NODES };
        decompose(self.rows, self.counts, self.most, point, start, limits, &mut |rounds, missing| watch(Progress::Panels(rounds, missing)))
    }

    /// First the relaxation and a lottery that reaches it; where there is none, what was learnt about whole panels is added as
    /// a cut; small pools then go the thorough way.
    fn levels(&self, objective: Objective, first: Panel, watch: &mut dyn FnMut(Progress)) -> Option<Rough> {
        let most: Vec<f64> = self.most.iter().map(|&m| f64::from(m)).collect();
        let mut cuts: Vec<Cut> = Vec::new();
        let mut known = vec![first];
        let rounds = if self.counts.len() <= THOROUGH { 1 } else { 25 };
        let mut last: Option<(Decomposed, Vec<Level>)> = None;
        for _ in 0..rounds {
            let (point, levels) =
                target::leximin(self.rows, &cuts, self.counts, &most, &mut |done, all| watch(Progress::Levels(done, all)))?;
            let found = self.reach(&point, &known, watch);
            known.extend(found.panels.iter().cloned());
            let reached = found.reached;
            let direction = found.direction.clone();
            last = Some((found, levels));
            if reached == Reached::Wholly {
                break;
            }
            if reached != Reached::Outside || rounds == 1 {
                break;
            }
            let mut pricer = Pricer::new(self.rows, vec![0; self.counts.len()], self.most.to_vec());
            let effort = Effort { above: f64::NEG_INFINITY, enough: f64::INFINITY, slack: 1e-9, nodes: SEARCH_NODES, keep: false };
            let heaviest = pricer.heaviest(&direction, effort);
            known.extend(heaviest.panel);
            let at_point: f64 = direction.iter().zip(&point).map(|(d, x)| d * x).sum();
            if !heaviest.complete || heaviest.bound >= at_point - 1e-9 {
                break;
            }
            cuts.push(Cut { weights: direction.iter().copied().enumerate().filter(|d| d.1 != 0.0).collect(), upper: heaviest.bound });
        }
        let (found, levels) = last?;
        if found.reached == Reached::Wholly {
            return Some(Rough { panels: found.panels, weights: found.weights, levels, warnings: Vec::new() });
        }
        if self.counts.len() <= THOROUGH {
            let depth = if objective == Objective::Leximin { usize::MAX } else { 1 };
            let generated = columns::leximin(self.rows, self.counts, self.most, known, depth, SEARCH_NODES, &mut |done, all| {
                watch(Progress::Levels(done, all))
            })?;
            let warnings = if generated.complete {
                Vec::new()
            } else {
                vec!["a search for the heaviest panel was broken off; see the gap".to_owned()]
            };
            return Some(Rough { panels: generated.panels, weights: generated.weights, levels: generated.levels, warnings });
        }
        let warnings = vec![
            "the fairest lottery over whole panels was not found exactly; see the gap between what is reached and what is proven"
                .to_owned(),
        ];
        Some(Rough { panels: found.panels, weights: found.weights, levels, warnings })
    }

    /// Panels with weights as fractions that sum to 1, and the probabilities that follow. Exact ones where `held` says what they
    /// must give and they can be found.
    fn fractions(
        &self,
        panels: Vec<Panel>,
        weights: &[f64],
        held: &[Option<Fraction>],
        refined: usize,
    ) -> (Vec<Panel>, Vec<Fraction>, Vec<Fraction>) {
        let wanted: Option<Vec<Fraction>> =
            held.iter().zip(self.counts).map(|(value, &count)| value.as_ref().map(|value| value * whole(count))).collect();
        let total: Fraction = wanted.iter().flatten().fold(Fraction::zero(), |sum, value| sum + value);
        let exact = wanted.filter(|_| total == whole(self.pool.size)).and_then(|wanted| {
            let solved = exact::solve(&panels, &wanted, BITS).filter(|weights| weights.iter().all(|weight| !weight.is_negative()));
            match solved {
                Some(weights) => Some((panels.clone(), weights)),
                None if self.counts.len() <= refined => {
                    let limits = Limits { rounds: 2 * self.counts.len() + 100, nodes: SEARCH_NODES };
                    decompose::refine(self.rows, self.counts, self.most, &wanted, (&panels, weights), limits, BITS)
                }
                None => None,
            }
        });
        let (panels, weights) = exact.unwrap_or_else(|| {
            const PARTS: f64 = 1_099_511_627_776.0;
            #[allow(clippy::cast_possible_truncation, reason = "at most 2^40")]
            let parts: Vec<i64> = weights.iter().map(|weight| (weight * PARTS).round() as i64).collect();
            let total: i64 = parts.iter().sum();
            (panels, parts.into_iter().map(|part| Fraction::new(BigInt::from(part), BigInt::from(total.max(1)))).collect())
        });
        let probabilities = expected(&panels, &weights, self.counts);
        (panels, weights, probabilities)
    }

    /// Proofs, then exact weights, then what each level reached.
    fn settle(&self, objective: Objective, rough: Rough, watch: &mut dyn FnMut(Progress)) -> Lottery {
        let mean: Vec<f64> = (0..self.counts.len())
            .map(|kind| rough.panels.iter().zip(&rough.weights).map(|(panel, weight)| f64::from(panel[kind]) * weight).sum())
            .collect();
        let mut held: Vec<Option<Fraction>> = vec![None; self.counts.len()];
        let mut levels = Vec::new();
        let all = rough.levels.len();
        for (number, level) in rough.levels.into_iter().enumerate() {
            watch(Progress::Proofs(number + 1, all));
            let reached: f64 = level.weights.iter().map(|&(kind, weight)| weight * mean[kind]).sum();
            let proof = Proof::make(self.pool, &level.weights, reached, PROOF_NODES);
            let ceiling = proof.as_ref().and_then(|proof| proof.ceiling(self.pool, &held));
            for &kind in &level.kinds {
                held[kind] = Some(ceiling.clone().unwrap_or_else(|| exact::near(level.value)));
            }
            levels.push(FairLevel { kinds: level.kinds, reached: Fraction::zero(), ceiling, proof });
        }
        let (panels, weights, probabilities) =
            self.fractions(rough.panels, &rough.weights, &held, if objective == Objective::Leximin { REFINED } else { REFINED_MAXIMIN });
        let mut before = vec![false; self.counts.len()];
        for level in &mut levels {
            level.reached = (0..self.counts.len())
                .filter(|&kind| !before[kind])
                .map(|kind| probabilities[kind].clone())
                .min()
                .unwrap_or_else(Fraction::zero);
            for &kind in &level.kinds {
                before[kind] = true;
            }
        }
        if objective == Objective::Maximin {
            levels.truncate(1);
        }
        Lottery { objective, panels, weights, probabilities, levels, score: None, warnings: rough.warnings }
    }
}

/// The probability of each person of a kind.
pub(crate) fn expected(panels: &[Panel], weights: &[Fraction], counts: &[u32]) -> Vec<Fraction> {
    // Over one common denominator the sums are whole numbers.
    let common = exact::common_denominator(weights);
    let parts: Vec<BigInt> = weights.iter().map(|weight| weight.numer() * (&common / weight.denom())).collect();
    counts
        .iter()
        .enumerate()
        .map(|(kind, &count)| {
            let mut sum = BigInt::zero();
            for (panel, part) in panels.iter().zip(&parts) {
                if panel[kind] != 0 {
                    sum += part * panel[kind];
                }
            }
            Fraction::new(sum, &common * count)
        })
        .collect()
}
