//! Nash: the product of all probabilities as large as possible.
//!
//! The logarithm of the product is approximated by a parabola around the present lottery; the best lottery for the parabola
//! is a nearest point of a cone, which [`least`](crate::least) finds; repeat. Between the steps the heaviest panel for the weights
//! `1 / probability` is added. When no panel weighs more than the pool has people, no lottery has a larger product: for any
//! lottery with probabilities `q`, the mean of `q / p` is at most the heaviest weight divided by `n`, and the geometric mean lies below the mean.

use crate::fair::{Progress, Score};
use crate::least::Nearest;
use crate::pool::Row;
use crate::pricing::{Effort, Panel, Pricer};

/// The lottery, its weights, and the geometric mean with its bound. Kinds that can never be drawn are left out of the product.
pub(crate) fn nash(
    rows: &[Row],
    counts: &[u32],
    most: &[u32],
    mut panels: Vec<Panel>,
    mut weights: Vec<f64>,
    watch: &mut dyn FnMut(Progress),
) -> Option<(Vec<Panel>, Vec<f64>, Score)> {
    let kinds = counts.len();
    let size: f64 = f64::from(rows.first()?.lower);
    let mut pricer = Pricer::new(rows, vec![0; kinds], most.to_vec());
    let mean = |panels: &[Panel], weights: &[f64]| -> Vec<f64> {
        let mut out = vec![0.0; kinds];
        for (panel, weight) in panels.iter().zip(weights) {
            for (sum, &number) in out.iter_mut().zip(panel) {
                *sum += weight * f64::from(number);
            }
        }
        out
    };
    let start = mean(&panels, &weights);
    let live: Vec<bool> = start.iter().map(|&x| x > 1e-9).collect();
    let people: f64 = counts.iter().zip(&live).filter(|c| *c.1).map(|c| f64::from(*c.0)).sum();
    let welfare = |x: &[f64]| -> f64 {
        x.iter()
            .zip(counts)
            .zip(&live)
            .filter(|c| *c.1)
            .map(|((&x, &count), _)| f64::from(count) * (x.max(1e-300) / f64::from(count)).ln())
            .sum()
    };
    let mut bound = f64::INFINITY;
    let mut ratio = f64::INFINITY;
    for round in 0..400 {
        let mut x = mean(&panels, &weights);
        // Newton steps over the panels known.
        for _ in 0..30 {
            let scale: Vec<f64> =
                (0..kinds).map(|kind| if live[kind] { f64::from(counts[kind]).sqrt() / x[kind].max(1e-12) } else { 0.0 }).collect();
            let goal: Vec<f64> = (0..kinds)
                .map(|kind| scale[kind] * (2.0 * x[kind] - people / size * x[kind] * x[kind] / f64::from(counts[kind])))
                .collect();
            let mut nearest = Nearest::new(goal);
            for panel in &panels {
                nearest.add(panel.iter().enumerate().filter(|e| *e.1 > 0).map(|(kind, &n)| (kind, f64::from(n) * scale[kind])).collect());
            }
            let mut order: Vec<usize> = (0..panels.len()).filter(|&at| weights[at] > 0.0).collect();
            order.sort_by(|&a, &b| weights[b].total_cmp(&weights[a]));
            nearest.seed(&order, &weights);
            loop {
                let best = (0..panels.len())
                    .filter(|at| !nearest.used.contains(at))
                    .max_by(|&a, &b| nearest.slope(a).total_cmp(&nearest.slope(b)));
                let Some(best) = best.filter(|&at| nearest.slope(at) > 1e-9 * people) else { break };
                if !nearest.take(best) {
                    break;
                }
            }
            let mut next = vec![0.0; panels.len()];
            for (&at, &multiplier) in nearest.used.iter().zip(&nearest.multipliers) {
                next[at] = multiplier.max(0.0);
            }
            let total: f64 = next.iter().sum();
            if total <= 0.0 {
                break;
            }
            next.iter_mut().for_each(|weight| *weight /= total);
            // As far along as the product grows.
            let before = welfare(&x);
            let mut step = 1.0;
            let mut moved = false;
            while step > 1e-4 {
                let tried: Vec<f64> = weights.iter().zip(&next).map(|(a, b)| a + step * (b - a)).collect();
                let there = mean(&panels, &tried);
                if welfare(&there) > before + 1e-12 * before.abs() {
                    weights = tried;
                    x = there;
                    moved = true;
                    break;
                }
                step /= 2.0;
            }
            if !moved || welfare(&x) - before < 1e-10 * people {
                break;
            }
        }
        let slope: Vec<f64> = (0..kinds).map(|kind| if live[kind] { f64::from(counts[kind]) / x[kind].max(1e-12) } else { 0.0 }).collect();
        let found = pricer.heaviest(
            &slope,
            Effort { above: people * (1.0 + 1e-7), enough: people * 1.2, slack: people * 1e-7, nodes: 20_000, keep: false },
        );
        let geometric = (welfare(&x) / people).exp();
        watch(Progress::Panels(round + 1, (found.weight / people - 1.0).max(0.0)));
        if let Some((relaxed, _, _)) = pricer.relaxed(&slope) {
            ratio = ratio.min((if found.complete { found.bound.min(relaxed) } else { relaxed }) / people);
            bound = f64::min(bound, geometric * (if found.complete { found.bound.min(relaxed) } else { relaxed }) / people);
        }
        match found.panel {
            Some(panel) if !panels.contains(&panel) && ratio > 1.0 + 1e-6 => {
                panels.push(panel);
                weights.push(0.0);
            }
            _ => break,
        }
    }
    let x = mean(&panels, &weights);
    let mut chosen: Vec<(Panel, f64)> = panels.into_iter().zip(weights).filter(|c| c.1 > 1e-12).collect();
    chosen.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let reached = (welfare(&x) / people).exp();
    let (panels, weights) = chosen.into_iter().unzip();
    Some((panels, weights, Score { reached, bound: bound.max(reached) }))
}
