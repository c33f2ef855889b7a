//! Goldilocks: neither tiny nor nearly certain.
//!
//! `(n/k)·max p + (k/n)/min p` as small as possible. For a smallest probability `z` and a largest `M`, whether an expected panel
//! exists is a question about the relaxation; where there is none, its prices give a line in the plane of `z` and `M` that all possible pairs
//! keep to. Lines are collected until the best pair of the plane is possible.
//!
//! Source of the objective: C. Baharav, B. Flanigan, *Fair, manipulation-robust, and transparent sortition*, EC 2024.

use crate::linear::{Ending, Program};
use crate::pool::Row;
use crate::pricing::{Effort, Panel, Pricer};

/// The objective for these probabilities per kind. People who can be on no panel do not count.
pub(crate) fn value(probabilities: &[f64], counts: &[u32], size: u32) -> f64 {
    let people: f64 = counts.iter().zip(probabilities).filter(|c| *c.1 > 0.0).map(|c| f64::from(*c.0)).sum();
    let share = f64::from(size) / people;
    let max = probabilities.iter().copied().fold(0.0, f64::max);
    let min = probabilities.iter().copied().filter(|&p| p > 0.0).fold(1.0, f64::min);
    max / share + share / min
}

/// A line that every possible pair keeps to: `constant + of_min · z + of_max · M ≥ 0`.
type Line = (f64, f64, f64);

fn objective(share: f64, z: f64, m: f64) -> f64 {
    m / share + share / z
}

/// The smallest `M` that goes with `z` by these lines.
fn least_max(lines: &[Line], share: f64, z: f64) -> f64 {
    lines.iter().fold(share.max(z), |m, &(constant, of_min, of_max)| {
        let missing = -(constant + of_min * z);
        if missing <= 1e-15 {
            m
        } else if of_max > 1e-12 {
            m.max(missing / of_max)
        } else {
            f64::INFINITY
        }
    })
}

/// The best pair by these lines; convex in `z`, so a ternary search finds it.
fn best_pair(lines: &[Line], share: f64) -> Option<(f64, f64)> {
    let (mut low, mut high) = (share * 1e-6, share);
    for _ in 0..200 {
        let (a, b) = (low + (high - low) / 3.0, high - (high - low) / 3.0);
        let (va, vb) = (objective(share, a, least_max(lines, share, a)), objective(share, b, least_max(lines, share, b)));
        if va <= vb && va.is_finite() || vb.is_infinite() {
            high = b;
        } else {
            low = a;
        }
    }
    let m = least_max(lines, share, low);
    m.is_finite().then_some((low, m))
}

/// The best lottery over whole panels, for pools where none reaches the relaxation: panels and weights, and the value that no lottery can
/// be below. Where a pair is impossible over the panels known, the prices ask for a panel that would help; where none does, they are a line.
pub(crate) fn thorough(
    rows: &[Row],
    counts: &[u32],
    most: &[u32],
    dead: &[bool],
    mut panels: Vec<Panel>,
) -> Option<(Vec<Panel>, Vec<f64>, f64)> {
    let kinds = counts.len();
    let people: f64 = counts.iter().zip(dead).filter(|c| !*c.1).map(|c| f64::from(*c.0)).sum();
    let share = f64::from(rows.first()?.lower) / people;
    let mut pricer = Pricer::new(rows, vec![0; kinds], most.to_vec());
    panels.sort();
    panels.dedup();
    let mut bounds = vec![(0.0, 1.0); kinds];
    bounds.push((1.0, 1.0));
    let mut program = Program::new(&bounds);
    let column = |panel: &Panel| -> Vec<(usize, f64)> {
        let mut out: Vec<(usize, f64)> = panel
            .iter()
            .enumerate()
            .filter(|e| *e.1 > 0)
            .map(|(kind, &number)| (kind, f64::from(number) / f64::from(counts[kind])))
            .collect();
        out.push((kinds, 1.0));
        out
    };
    for panel in &panels {
        program.add(column(panel), 0.0, 0.0, f64::INFINITY);
    }
    let mut lines: Vec<Line> = Vec::new();
    for _ in 0..2000 {
        let (z, m) = best_pair(&lines, share)?;
        for (kind, &dead) in dead.iter().enumerate() {
            program.set_row(kind, if dead { 0.0 } else { z * (1.0 - 1e-9) }, m * (1.0 + 1e-9));
        }
        match program.solve() {
            Ending::Optimal => {
                let weights: Vec<f64> = (0..panels.len()).map(|at| program.x(at).max(0.0)).collect();
                let total: f64 = weights.iter().sum();
                let (panels, weights) =
                    panels.into_iter().zip(weights).filter(|c| c.1 > 1e-13).map(|(panel, weight)| (panel, weight / total)).unzip();
                return Some((panels, weights, objective(share, z, m)));
            }
            Ending::Infeasible => {
                let ray = program.ray();
                let weights: Vec<f64> = (0..kinds).map(|kind| -ray[kind] / f64::from(counts[kind])).collect();
                let effort = Effort { above: ray[kinds] + 1e-9, enough: f64::INFINITY, slack: 1e-10, nodes: 20_000, keep: false };
                let found = pricer.heaviest(&weights, effort);
                if let Some(panel) = found.panel.filter(|panel| !panels.contains(panel)) {
                    program.add(column(&panel), 0.0, 0.0, f64::INFINITY);
                    panels.push(panel);
                    continue;
                }
                let mut line = (ray[kinds], 0.0, 0.0);
                for kind in 0..kinds {
                    if ray[kind] > 0.0 {
                        line.2 += ray[kind];
                    } else if !dead[kind] {
                        line.1 += ray[kind];
                    }
                }
                lines.push(line);
            }
            _ => return None,
        }
    }
    None
}

/// Expected number per kind at the best pair, and the value that no lottery can be below. `dead` kinds can be on no panel.
pub(crate) fn point(rows: &[Row], counts: &[u32], most: &[u32], dead: &[bool]) -> Option<(Vec<f64>, f64)> {
    let kinds = counts.len();
    let people: f64 = counts.iter().zip(dead).filter(|c| !*c.1).map(|c| f64::from(*c.0)).sum();
    let share = f64::from(rows.first()?.lower) / people;
    let bounds: Vec<(f64, f64)> = rows.iter().map(|row| (f64::from(row.lower), f64::from(row.upper))).collect();
    let mut columns = vec![Vec::new(); kinds];
    for (at, row) in rows.iter().enumerate() {
        for &kind in &row.kinds {
            columns[kind].push((at, 1.0));
        }
    }
    let mut program = Program::new(&bounds);
    for column in &columns {
        program.add(column.clone(), 0.0, 0.0, 0.0);
    }
    let number = |kind: usize| f64::from(counts[kind]);
    let mut lines: Vec<Line> = Vec::new();
    // Somebody of a kind that shares households has at most its share of what a panel can take of them.
    lines.extend(
        (0..kinds).filter(|&kind| !dead[kind] && most[kind] < counts[kind]).map(|kind| (f64::from(most[kind]), -number(kind), 0.0)),
    );
    for _ in 0..500 {
        let (z, m) = best_pair(&lines, share)?;
        let bound = objective(share, z, m);
        // A hair of room, so that rounding does not ask for ever more lines.
        let (floor, ceiling) = (z * (1.0 - 1e-9), m * (1.0 + 1e-9));
        for kind in 0..kinds {
            let top = (ceiling * number(kind)).min(f64::from(most[kind]));
            program.set_bounds(kind, if dead[kind] { 0.0 } else { (floor * number(kind)).min(top) }, if dead[kind] { 0.0 } else { top });
        }
        match program.solve() {
            Ending::Optimal => return Some((even(&mut program, counts, share), bound)),
            Ending::Infeasible => {
                let ray = program.ray();
                let mut line = (0.0, 0.0, 0.0);
                for (price, row) in ray.iter().zip(&bounds) {
                    line.0 += price * if *price > 0.0 { row.1 } else { row.0 };
                }
                for kind in (0..kinds).filter(|&kind| !dead[kind]) {
                    let rest = -columns[kind].iter().map(|&(row, entry): &(usize, f64)| ray[row] * entry).sum::<f64>();
                    if rest > 0.0 {
                        if ceiling * number(kind) <= f64::from(most[kind]) {
                            line.2 += rest * number(kind);
                        } else {
                            line.0 += rest * f64::from(most[kind]);
                        }
                    } else if rest < 0.0 {
                        line.1 += rest * number(kind);
                    }
                }
                lines.push(line);
            }
            _ => return None,
        }
    }
    None
}

/// Within the bounds of `program`, the point nearest to equal probabilities that some hundred steps find (M. Frank, P. Wolfe, 1956).
fn even(program: &mut Program, counts: &[u32], share: f64) -> Vec<f64> {
    let kinds = counts.len();
    let mut x: Vec<f64> = (0..kinds).map(|kind| program.x(kind)).collect();
    for _ in 0..300 {
        for kind in 0..kinds {
            program.set_cost(kind, share - x[kind] / f64::from(counts[kind]));
        }
        if program.solve() != Ending::Optimal {
            break;
        }
        let change: Vec<f64> = (0..kinds).map(|kind| program.x(kind) - x[kind]).collect();
        let slope: f64 = (0..kinds).map(|kind| (share - x[kind] / f64::from(counts[kind])) * change[kind]).sum();
        let curve: f64 = (0..kinds).map(|kind| change[kind] * change[kind] / f64::from(counts[kind])).sum();
        if slope <= 1e-12 || curve <= 0.0 {
            break;
        }
        let step = (slope / curve).min(1.0);
        for (value, change) in x.iter_mut().zip(&change) {
            *value += step * change;
        }
    }
    x
}
