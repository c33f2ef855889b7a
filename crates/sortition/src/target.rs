//! The fairest expected panel when fractions of people are allowed.
//!
//! A lottery over panels has an expected number `x` of people of each kind, and everybody of a kind of `n` people has the
//! probability `x / n`. All such `x` lie within the *relaxation*: the quotas, with fractions. This small program, with one row
//! per quota, is solved level by level: raise the smallest probability as far as it goes, hold those who cannot have
//! more, go on with the others. What comes out is an upper bound for every lottery, and nearly always a lottery reaches it.
//!
//! Source: B. Flanigan, P. Gölz, A. Gupta, B. Hennig, A. D. Procaccia, *Nature* 596, 2021 (LEXIMIN); the use of the relaxation is ours.

use crate::linear::{Ending, Program};
use crate::pool::Row;

/// Weights below this share of the whole are noise.
const NOISE: f64 = 1e-7;

/// One level: the value, who is held at it, and why it cannot be more.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Level {
    pub value: f64,
    /// Kinds held at this value.
    pub kinds: Vec<usize>,
    /// Weight per person of each kind: no panel of the relaxation weighs more than the bound.
    pub weights: Vec<(usize, f64)>,
}

/// A row whose weights may be any numbers: a quota, or what was learnt about whole panels.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cut {
    pub weights: Vec<(usize, f64)>,
    pub upper: f64,
}

/// The fairest point of the relaxation and its levels. `first_only` stops after the first level.
/// `most` bounds the expected number per kind (at most its number in one panel).
pub(crate) fn leximin(
    rows: &[Row],
    cuts: &[Cut],
    counts: &[u32],
    most: &[f64],
    watch: &mut dyn FnMut(usize, usize),
) -> Option<(Vec<f64>, Vec<Level>)> {
    let kinds = counts.len();
    let mut columns: Vec<Vec<(usize, f64)>> = vec![Vec::new(); kinds];
    let mut bounds: Vec<(f64, f64)> = rows.iter().map(|row| (f64::from(row.lower), f64::from(row.upper))).collect();
    for (at, row) in rows.iter().enumerate() {
        for &kind in &row.kinds {
            columns[kind].push((at, 1.0));
        }
    }
    for cut in cuts {
        for &(kind, weight) in &cut.weights {
            columns[kind].push((bounds.len(), weight));
        }
        bounds.push((f64::NEG_INFINITY, cut.upper));
    }
    let plain = bounds.len();
    // Kinds that reached their most: a row of their own, added when needed.
    let mut capped: Vec<usize> = Vec::new();
    let mut held: Vec<Option<f64>> = vec![None; kinds];
    let mut levels = Vec::new();
    let mut program = assemble(&bounds, &columns, counts, most, &capped, &held);
    while held.iter().any(Option::is_none) {
        loop {
            match program.solve() {
                Ending::Optimal => {}
                _ => return None,
            }
            let value = program.x(kinds);
            let over: Vec<usize> = (0..kinds)
                .filter(|&kind| {
                    held[kind].is_none() && !capped.contains(&kind) && value * f64::from(counts[kind]) + program.x(kind) > most[kind] + 1e-9
                })
                .collect();
            if over.is_empty() {
                break;
            }
            capped.extend(over);
            program = assemble(&bounds, &columns, counts, most, &capped, &held);
        }
        let value = program.x(kinds);
        let reduced = program.reduced_costs();
        let weights: Vec<(usize, f64)> =
            (0..kinds).filter(|&kind| -reduced[kind] > NOISE / f64::from(counts[kind])).map(|kind| (kind, -reduced[kind])).collect();
        let mut now: Vec<usize> = weights.iter().map(|w| w.0).filter(|&kind| held[kind].is_none()).collect();
        if now.is_empty() {
            // Only noise was left: hold the heaviest.
            now.extend(
                (0..kinds)
                    .filter(|&kind| held[kind].is_none())
                    .min_by(|&a, &b| (reduced[a] * f64::from(counts[a])).total_cmp(&(reduced[b] * f64::from(counts[b])))),
            );
        }
        for &kind in &now {
            held[kind] = Some(value);
        }
        levels.push(Level { value, kinds: now, weights });
        watch(held.iter().filter(|h| h.is_some()).count(), kinds);
        hold(&mut program, plain, &columns, counts, most, &capped, &held);
    }
    let point = held.iter().zip(counts).map(|(value, &count)| value.unwrap_or(0.0) * f64::from(count)).collect();
    Some((point, levels))
}

fn common(plain: usize, columns: &[Vec<(usize, f64)>], counts: &[u32], capped: &[usize], held: &[Option<f64>]) -> Vec<(usize, f64)> {
    let mut sums = vec![0.0; plain + capped.len()];
    for (kind, column) in columns.iter().enumerate() {
        if held[kind].is_none() {
            for &(row, entry) in column {
                sums[row] += entry * f64::from(counts[kind]);
            }
        }
    }
    for (at, &kind) in capped.iter().enumerate() {
        if held[kind].is_none() {
            sums[plain + at] = f64::from(counts[kind]);
        }
    }
    sums.into_iter().enumerate().filter(|e| e.1 != 0.0).collect()
}

/// Columns: per kind what it has beyond the common value (or everything, once held); then the common value.
fn assemble(
    bounds: &[(f64, f64)],
    columns: &[Vec<(usize, f64)>],
    counts: &[u32],
    most: &[f64],
    capped: &[usize],
    held: &[Option<f64>],
) -> Program {
    let mut all = bounds.to_vec();
    all.extend(
        capped.iter().map(|&kind| if held[kind].is_none() { (f64::NEG_INFINITY, most[kind]) } else { (f64::NEG_INFINITY, f64::INFINITY) }),
    );
    let mut program = Program::new(&all);
    for (kind, column) in columns.iter().enumerate() {
        let mut column = column.clone();
        if let Some(at) = capped.iter().position(|&c| c == kind) {
            column.push((bounds.len() + at, 1.0));
        }
        let (low, high) = range(kind, counts, most, held);
        program.add(column, 0.0, low, high);
    }
    program.add(common(bounds.len(), columns, counts, capped, held), 1.0, 0.0, f64::INFINITY);
    program
}

fn range(kind: usize, counts: &[u32], most: &[f64], held: &[Option<f64>]) -> (f64, f64) {
    match held[kind] {
        None => (0.0, f64::INFINITY),
        Some(value) => {
            let low = value * f64::from(counts[kind]);
            (low.min(most[kind]), most[kind])
        }
    }
}

fn hold(
    program: &mut Program,
    plain: usize,
    columns: &[Vec<(usize, f64)>],
    counts: &[u32],
    most: &[f64],
    capped: &[usize],
    held: &[Option<f64>],
) {
    for kind in 0..columns.len() {
        let (low, high) = range(kind, counts, most, held);
        if program.bounds(kind) != (low, high) {
            program.set_bounds(kind, low, high);
        }
    }
    for (at, &kind) in capped.iter().enumerate() {
        if held[kind].is_some() {
            program.set_row(plain + at, f64::NEG_INFINITY, f64::INFINITY);
        }
    }
    program.set_column(columns.len(), common(plain, columns, counts, capped, held));
}
