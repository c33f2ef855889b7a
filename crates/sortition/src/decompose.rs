//! From an expected panel to a lottery over real panels.
//!
//! The wanted point lies on some face of the relaxation: the quotas that it meets with equality must be met with equality by
//! every panel of the lottery. Within that face panels are added one at a time, each the heaviest against what is still
//! missing, and all multipliers are chosen anew each time (nearest point of a cone). When nothing is missing any more
//! the multipliers are a lottery with exactly the wanted expectation. When a complete search finds no panel that helps,
//! no lottery reaches the point, and the missing direction is a proof of it.
//!
//! Source: P. Wolfe, *Mathematical Programming* 11, 1976 (nearest point in a polytope).

use num_traits::{Signed, Zero};

use crate::exact::{self, Fraction, float, whole as whole_number};
use crate::least::Nearest;
use crate::pool::Row;
use crate::pricing::{Effort, Panel, Pricer};

/// A value this near to its bound is at it.
const TIGHT: f64 = 1e-7;

/// How it went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reached {
    /// The lottery has the wanted expectation (up to rounding of floating point numbers).
    Wholly,
    /// Proven: no lottery has it. The direction is `residual`.
    Outside,
    /// The effort allowed was used up.
    Partly,
}

/// A lottery: panels with their weights, near the wanted point.
#[derive(Debug, Clone)]
pub(crate) struct Decomposed {
    pub panels: Vec<Panel>,
    pub weights: Vec<f64>,
    pub reached: Reached,
    /// Direction per kind in which more was wanted, and the most that a panel of the face weighs in it.
    pub direction: Vec<f64>,
}

/// How far to go.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// At most so many panels are tried.
    pub rounds: usize,
    /// Regions per search.
    pub nodes: usize,
}

/// The face of the relaxation on which a point lies, and the panels met on it.
struct Face {
    sharp: Vec<Row>,
    low: Vec<u32>,
    high: Vec<u32>,
    scale: Vec<f64>,
    pricer: Pricer,
    panels: Vec<Panel>,
}

impl Face {
    fn new(rows: &[Row], counts: &[u32], most: &[u32], point: &[f64]) -> Self {
        let kinds = counts.len();
        let sharp: Vec<Row> = rows
            .iter()
            .map(|row| {
                let sum: f64 = row.kinds.iter().map(|&kind| point[kind]).sum();
                let (mut lower, mut upper) = (row.lower, row.upper);
                if sum - f64::from(row.lower) < TIGHT {
                    upper = lower;
                } else if f64::from(row.upper) - sum < TIGHT {
                    lower = upper;
                }
                Row { kinds: row.kinds.clone(), lower, upper }
            })
            .collect();
        let low: Vec<u32> = (0..kinds).map(|kind| if f64::from(most[kind]) - point[kind] < TIGHT { most[kind] } else { 0 }).collect();
        let high: Vec<u32> = (0..kinds).map(|kind| if point[kind] < TIGHT { 0 } else { most[kind] }).collect();
        let pricer = Pricer::new(&sharp, low.clone(), high.clone());
        let scale = counts.iter().map(|&count| 1.0 / f64::from(count).sqrt()).collect();
        Self { sharp, low, high, scale, pricer, panels: Vec::new() }
    }

    fn holds(&self, panel: &Panel) -> bool {
        panel.iter().zip(self.low.iter().zip(&self.high)).all(|(x, (l, h))| x >= l && x <= h)
            && self.sharp.iter().all(|row| {
                let sum: u32 = row.kinds.iter().map(|&kind| panel[kind]).sum();
                sum >= row.lower && sum <= row.upper
            })
    }

    fn column(&self, panel: &Panel) -> Vec<(usize, f64)> {
        panel.iter().enumerate().filter(|e| *e.1 > 0).map(|(kind, &number)| (kind, f64::from(number) * self.scale[kind])).collect()
    }

    fn scaled(&self, point: &[f64]) -> Vec<f64> {
        point.iter().zip(&self.scale).map(|(x, s)| x * s).collect()
    }

    /// Adds panels to `nearest` until nothing more than `precision` is missing. Returns the end and the last direction.
    fn pursue(&mut self, nearest: &mut Nearest, limits: Limits, precision: f64, watch: &mut dyn FnMut(usize, f64)) -> (Reached, Vec<f64>) {
        let whole = nearest.distance();
        let mut direction = vec![0.0; self.scale.len()];
        let mut stuck = 0;
        for round in 1..=limits.rounds {
            let distance = nearest.distance();
            if round % 16 == 1 {
                watch(round, distance / whole);
            }
            if distance <= precision * whole {
                return (Reached::Wholly, direction);
            }
            // The missing part itself weighs 1; any panel that weighs more than nothing helps.
            let squared = distance * distance;
            // Panels known already first.
            let known = (0..self.panels.len())
                .filter(|at| !nearest.used.contains(at))
                .max_by(|&a, &b| nearest.slope(a).total_cmp(&nearest.slope(b)).then(b.cmp(&a)));
            if let Some(at) = known.filter(|&at| nearest.slope(at) > 0.3 * squared)
                && nearest.take(at)
            {
                continue;
            }
            direction = nearest.residual.iter().zip(&self.scale).map(|(r, s)| r * s / squared).collect();
            let effort = Effort { above: 1e-9, enough: 0.3, slack: 1e-9, nodes: limits.nodes, keep: false };
            let found = self.pricer.heaviest(&direction, effort);
            let Some(panel) = found.panel else {
                return (if found.complete { Reached::Outside } else { Reached::Partly }, direction);
            };
            let at = match self.panels.iter().position(|known| *known == panel) {
                Some(at) => at,
                None => {
                    let at = nearest.add(self.column(&panel));
                    self.panels.push(panel);
                    at
                }
            };
            if nearest.take(at) {
                stuck = 0;
            } else {
                // Numerically dependent: correct what is there and look again.
                nearest.polish();
                stuck += 1;
                if stuck > 3 {
                    break;
                }
            }
        }
        (Reached::Partly, direction)
    }
}

/// Finds a lottery whose expectation is `point`, beginning with the panels of `start`. `watch` hears (round, share still missing).
pub(crate) fn decompose(
    rows: &[Row],
    counts: &[u32],
    most: &[u32],
    point: &[f64],
    start: &[Panel],
    limits: Limits,
    watch: &mut dyn FnMut(usize, f64),
) -> Decomposed {
    let mut face = Face::new(rows, counts, most, point);
    let mut nearest = Nearest::new(face.scaled(point));
    for panel in start {
        if face.holds(panel) && !face.panels.contains(panel) {
            nearest.add(face.column(panel));
            face.panels.push(panel.clone());
        }
    }
    let whole = nearest.distance();
    let (mut reached, direction) = face.pursue(&mut nearest, limits, 1e-11, watch);
    if nearest.distance() <= 1e-9 * whole {
        nearest.polish();
        reached = Reached::Wholly;
    }
    let total: f64 = nearest.multipliers.iter().sum();
    let mut chosen: Vec<(Panel, f64)> = nearest
        .used
        .iter()
        .zip(&nearest.multipliers)
        .filter(|e| *e.1 > 0.0)
        .map(|(&at, &multiplier)| (face.panels[at].clone(), multiplier / total))
        .collect();
    if chosen.is_empty() {
        // No panel lies on the face at all.
        chosen.extend(start.first().map(|panel| (panel.clone(), 1.0)));
    }
    chosen.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let (panels, weights) = chosen.into_iter().unzip();
    Decomposed { panels, weights, reached, direction }
}

/// From a lottery that is right up to rounding to one that is exactly right: what is missing is computed in fractions, blown up,
/// and made good by further panels, until the panels in use span the wanted point and the system can be solved exactly.
pub(crate) fn refine(
    rows: &[Row],
    counts: &[u32],
    most: &[u32],
    wanted: &[Fraction],
    lottery: (&[Panel], &[f64]),
    limits: Limits,
    bits: u64,
) -> Option<(Vec<Panel>, Vec<Fraction>)> {
    let point: Vec<f64> = wanted.iter().map(float).collect();
    let mut face = Face::new(rows, counts, most, &point);
    let (mut used, mut weights): (Vec<usize>, Vec<Fraction>) = (Vec::new(), Vec::new());
    for (panel, &weight) in lottery.0.iter().zip(lottery.1) {
        if !face.holds(panel) {
            return None;
        }
        face.panels.push(panel.clone());
        if weight > 1e-7 {
            used.push(face.panels.len() - 1);
            weights.push(dyadic(weight));
        }
    }
    for _ in 0..40 {
        let mut missing: Vec<Fraction> = wanted.to_vec();
        for (&at, weight) in used.iter().zip(&weights) {
            for (rest, &number) in missing.iter_mut().zip(&face.panels[at]) {
                if number > 0 {
                    *rest -= weight * whole_number(number);
                }
            }
        }
        let size = missing.iter().map(|m| float(m).abs()).fold(0.0, f64::max);
        if size == 0.0 {
            let panels = used.iter().map(|&at| face.panels[at].clone()).collect();
            return Some((panels, weights));
        }
        let unit = dyadic(size);
        let target: Vec<f64> = missing.iter().map(|m| float(&(m / &unit))).collect();
        let mut nearest = Nearest::new(face.scaled(&target));
        for panel in &face.panels {
            nearest.add(face.column(panel));
        }
        nearest.release(&used);
        let free = nearest.used.len();
        if free < used.len() {
            return None;
        }
        let before = nearest.distance();
        let spanned = before <= 1e-9 * point.iter().fold(1.0, |a: f64, b| a.max(*b));
        if spanned {
            let panels: Vec<Panel> = used.iter().map(|&at| face.panels[at].clone()).collect();
            let solved = exact::solve(&panels, wanted, bits)?;
            return solved.iter().all(|weight| !weight.is_negative()).then_some((panels, solved));
        }
        let (reached, _) = face.pursue(&mut nearest, limits, 1e-7, &mut |_, _| {});
        if reached != Reached::Wholly {
            return None;
        }
        for (place, (&at, &multiplier)) in nearest.used.iter().zip(&nearest.multipliers).enumerate() {
            let change = &unit * dyadic(multiplier);
            if place < free {
                weights[place] += change;
                if !weights[place].is_positive() {
                    return None;
                }
            } else if multiplier > 1e-4 {
                used.push(at);
                weights.push(change);
            }
        }
    }
    None
}

/// The number as it is stored, with 40 binary digits.
fn dyadic(x: f64) -> Fraction {
    if x == 0.0 {
        return Fraction::zero();
    }
    let keep = 2.0_f64.powi(40 - x.abs().log2().floor() as i32);
    let rounded = (x * keep).round() / keep;
    Fraction::from_float(if rounded.is_finite() { rounded } else { x }).unwrap_or_else(Fraction::zero)
}
