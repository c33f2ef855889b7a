//! The heaviest panel: given a weight per kind of person, which possible panel weighs most?
//!
//! Branch and bound over the relaxation (fractions of people allowed), whose basis stays warm from question to
//! question. Every calculation of a fair lottery is a sequence of such questions.
//!
//! Source: A. H. Land, A. G. Doig, *Econometrica* 28, 1960.

use crate::linear::{Ending, Program};
use crate::pool::Row;

/// A value this near to a whole number is one.
const WHOLE: f64 = 1e-6;

/// A panel: so many people of each kind.
pub type Panel = Vec<u32>;

/// A region of the search that needs no further look: bounds per kind that were narrowed, and prices per row that bound the weight there.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Leaf {
    /// (kind, at least, at most)
    pub narrowed: Vec<(usize, u32, u32)>,
    /// Prices per row of the set of panels.
    pub prices: Vec<f64>,
    /// Prices that prove the region empty.
    pub ray: Option<Vec<f64>>,
}

/// What the search found.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    /// The heaviest panel met, heavier than asked.
    pub panel: Option<Panel>,
    pub weight: f64,
    /// No panel weighs more than this.
    pub bound: f64,
    /// Whether the search came to its end.
    pub complete: bool,
    pub leaves: Vec<Leaf>,
}

/// How far to search.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Effort {
    /// Only panels heavier than this are of interest.
    pub above: f64,
    /// A panel at least this heavy ends the search at once.
    pub enough: f64,
    /// Regions closer to the best panel than this are not searched.
    pub slack: f64,
    /// At most so many regions.
    pub nodes: usize,
    /// Whether to keep the leaves with their prices.
    pub keep: bool,
}

/// Finds heaviest panels within fixed rows and bounds.
#[derive(Debug, Clone)]
pub(crate) struct Pricer {
    program: Program,
    lower: Vec<u32>,
    upper: Vec<u32>,
    pub nodes: usize,
}

struct Search<'a> {
    weights: &'a [f64],
    effort: Effort,
    best: Option<Panel>,
    weight: f64,
    bound: f64,
    nodes: usize,
    cut_off: bool,
    leaves: Vec<Leaf>,
    done: bool,
}

impl Pricer {
    /// Over panels with these rows and these bounds per kind.
    pub fn new(rows: &[Row], lower: Vec<u32>, upper: Vec<u32>) -> Self {
        let bounds: Vec<(f64, f64)> = rows.iter().map(|row| (f64::from(row.lower), f64::from(row.upper))).collect();
        let mut columns = vec![Vec::new(); lower.len()];
        for (at, row) in rows.iter().enumerate() {
            for &kind in &row.kinds {
                columns[kind].push((at, 1.0));
            }
        }
        Self::with_columns(&bounds, columns, lower, upper)
    }

    /// With columns of any entries.
    pub fn with_columns(bounds: &[(f64, f64)], columns: Vec<Vec<(usize, f64)>>, lower: Vec<u32>, upper: Vec<u32>) -> Self {
        let mut program = Program::new(bounds);
        for ((column, &low), &high) in columns.into_iter().zip(&lower).zip(&upper) {
            program.add(column, 0.0, f64::from(low), f64::from(high));
        }
        Self { program, lower, upper, nodes: 0 }
    }

    /// The greatest weight in the relaxation, its prices, and its solution.
    pub fn relaxed(&mut self, weights: &[f64]) -> Option<(f64, Vec<f64>, Vec<f64>)> {
        for (kind, &weight) in weights.iter().enumerate() {
            self.program.set_cost(kind, weight);
        }
        (self.program.solve() == Ending::Optimal)
            .then(|| (self.program.objective(), self.program.duals(), (0..weights.len()).map(|kind| self.program.x(kind)).collect()))
    }

    /// Searches for the heaviest panel.
    pub fn heaviest(&mut self, weights: &[f64], effort: Effort) -> Found {
        let mut search = Search {
            weights,
            effort,
            best: None,
            weight: effort.above,
            bound: f64::NEG_INFINITY,
            nodes: 0,
            cut_off: false,
            leaves: Vec::new(),
            done: false,
        };
        for (kind, &weight) in weights.iter().enumerate() {
            self.program.set_cost(kind, weight);
        }
        let ending = self.program.solve();
        match ending {
            Ending::Optimal => {
                let root = self.program.state();
                let mut narrowed = Vec::new();
                self.branch(&mut search, &mut narrowed);
                self.program.restore(&root);
            }
            Ending::Infeasible => {
                if effort.keep {
                    search.leaves.push(Leaf { narrowed: Vec::new(), prices: self.program.duals(), ray: Some(self.program.ray()) });
                }
            }
            _ => search.cut_off = true,
        }
        self.nodes += search.nodes;
        let bound = if search.cut_off || search.done { f64::INFINITY } else { search.bound.max(search.weight) };
        Found { panel: search.best, weight: search.weight, bound, complete: !search.cut_off && !search.done, leaves: search.leaves }
    }

    /// The region whose relaxation was just solved.
    fn branch(&mut self, search: &mut Search<'_>, narrowed: &mut Vec<(usize, u32, u32)>) {
        search.nodes += 1;
        if search.nodes > search.effort.nodes {
            search.cut_off = true;
            search.done = true;
            return;
        }
        let value = self.program.objective();
        let leaf = |program: &Program| Leaf { narrowed: narrowed.clone(), prices: program.duals(), ray: None };
        if value <= search.weight + search.effort.slack {
            search.bound = search.bound.max(value);
            if search.effort.keep {
                search.leaves.push(leaf(&self.program));
            }
            return;
        }
        // The kind whose number is furthest from decided, near a whole number first: a dive that rarely turns back.
        let mut choice: Option<(usize, f64, f64)> = None;
        for kind in 0..search.weights.len() {
            let x = self.program.x(kind);
            let off = (x - x.round()).abs();
            if off > WHOLE {
                let score = if x.fract() >= 0.5 { x.fract() } else { 0.5 - x.fract() * 0.01 };
                if choice.is_none_or(|c| score > c.2 + 1e-12) {
                    choice = Some((kind, x, score));
                }
            }
        }
        let Some((kind, x, _)) = choice else {
            let panel: Panel = (0..search.weights.len()).map(|kind| to_count(self.program.x(kind))).collect();
            let weight: f64 = panel.iter().zip(search.weights).map(|(&number, weight)| f64::from(number) * weight).sum();
            search.bound = search.bound.max(value);
            if search.effort.keep {
                search.leaves.push(leaf(&self.program));
            }
            if weight > search.weight {
                search.weight = weight;
                search.best = Some(panel);
                if weight >= search.effort.enough {
                    search.done = true;
                }
            }
            return;
        };
        let state = self.program.state();
        let (low, high) = (self.lower[kind], self.upper[kind]);
        let floor = to_count(x.floor());
        let up_first = x.fract() >= 0.5;
        for up in [up_first, !up_first] {
            let (l, h) = if up { (floor + 1, high) } else { (low, floor) };
            self.lower[kind] = l;
            self.upper[kind] = h;
            self.program.set_bounds(kind, f64::from(l), f64::from(h));
            narrowed.push((kind, l, h));
            // With leaves to keep, a region is left only with prices of its own optimum.
            let below = if search.effort.keep { f64::NEG_INFINITY } else { search.weight + search.effort.slack };
            match self.program.resolve(below) {
                Ending::Optimal => self.branch(search, narrowed),
                Ending::Infeasible if !search.effort.keep => {
                    search.bound = search.bound.max(search.weight);
                }
                Ending::Infeasible => {
                    let ray = (self.program.solve() == Ending::Infeasible).then(|| self.program.ray());
                    search.leaves.push(Leaf { narrowed: narrowed.clone(), prices: self.program.duals(), ray });
                }
                _ => search.cut_off = true,
            }
            narrowed.pop();
            self.lower[kind] = low;
            self.upper[kind] = high;
            self.program.set_bounds(kind, f64::from(low), f64::from(high));
            if search.done {
                return;
            }
            self.program.restore(&state);
        }
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of people, checked against bounds by the program")]
pub(crate) fn to_count(x: f64) -> u32 {
    x.round().max(0.0) as u32
}
