//! LEXIMIN by column generation: the thorough way for pools where no lottery reaches the relaxation.
//!
//! Each level is a linear program over the panels known so far; its prices are weights on people, and a complete search for
//! the heaviest panel either brings a new panel or proves the level. Source: Flanigan et al., *Nature* 596, 2021.

use crate::linear::{Ending, Program};
use crate::pool::Row;
use crate::pricing::{Effort, Panel, Pricer};
use crate::target::Level;

/// What came out.
#[derive(Debug, Clone)]
pub(crate) struct Generated {
    pub panels: Vec<Panel>,
    pub weights: Vec<f64>,
    pub levels: Vec<Level>,
    /// Whether every search came to its end.
    pub complete: bool,
}

/// All levels (`levels` at most), from the panels given.
pub(crate) fn leximin(
    rows: &[Row],
    counts: &[u32],
    most: &[u32],
    start: Vec<Panel>,
    levels: usize,
    nodes: usize,
    watch: &mut dyn FnMut(usize, usize),
) -> Option<Generated> {
    let kinds = counts.len();
    let mut pricer = Pricer::new(rows, vec![0; kinds], most.to_vec());
    let mut panels = start;
    panels.sort();
    panels.dedup();
    let search = |above: f64, enough: f64| Effort { above, enough, slack: 1e-10, nodes, keep: false };
    if panels.is_empty() {
        panels.push(pricer.heaviest(&vec![0.0; kinds], search(-1.0, -1.0)).panel?);
    }
    let mut held: Vec<Option<f64>> = vec![None; kinds];
    let mut done: Vec<Level> = Vec::new();
    let mut complete = true;
    let mut mix = vec![0.0; panels.len()];
    while held.iter().any(Option::is_none) && done.len() < levels {
        // Rows: expected share of each kind minus the common value of those not held; then the lottery sums to 1.
        let mut bounds: Vec<(f64, f64)> =
            held.iter().map(|held| (held.map_or(0.0, |value| (value - 1e-11).max(0.0)), f64::INFINITY)).collect();
        bounds.push((1.0, 1.0));
        let mut program = Program::new(&bounds);
        program.add(held.iter().enumerate().filter(|h| h.1.is_none()).map(|h| (h.0, -1.0)).collect(), 1.0, 0.0, f64::INFINITY);
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
        let (value, weights) = loop {
            if program.solve() != Ending::Optimal {
                return None;
            }
            let duals = program.duals();
            let weights: Vec<f64> = (0..kinds).map(|kind| (-duals[kind]).max(0.0) / f64::from(counts[kind])).collect();
            let worth = duals[kinds];
            let found = pricer.heaviest(&weights, search(worth + 1e-9, worth + 1e-4));
            match found.panel {
                Some(panel) => {
                    program.add(column(&panel), 0.0, 0.0, f64::INFINITY);
                    panels.push(panel);
                }
                None => {
                    complete &= found.complete;
                    break (program.x(0), weights);
                }
            }
            if panels.len() > 20_000 {
                return None;
            }
        };
        mix = (0..panels.len()).map(|at| program.x(at + 1).max(0.0)).collect();
        let heavy: Vec<(usize, f64)> =
            weights.iter().copied().enumerate().filter(|&(kind, w)| w * f64::from(counts[kind]) > 1e-7).collect();
        let mut now: Vec<usize> = heavy.iter().map(|h| h.0).filter(|&kind| held[kind].is_none()).collect();
        if now.is_empty() {
            now.extend((0..kinds).find(|&kind| held[kind].is_none()));
        }
        for &kind in &now {
            held[kind] = Some(value);
        }
        done.push(Level { value, kinds: now, weights: heavy });
        watch(held.iter().filter(|h| h.is_some()).count(), kinds);
    }
    let total: f64 = mix.iter().sum();
    let mut chosen: Vec<(Panel, f64)> =
        panels.into_iter().zip(mix).filter(|c| c.1 > 1e-13).map(|(panel, weight)| (panel, weight / total)).collect();
    chosen.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let (panels, weights) = chosen.into_iter().unzip();
    Some(Generated { panels, weights, levels: done, complete })
}
