//! Whether any panel keeps the quotas; if not, which quotas contradict each other and what is the smallest change that helps.

use std::fmt::Write as _;

use crate::error::SortitionError;
use crate::people::folded;
use crate::pool::{Pool, Row};
use crate::pricing::{Effort, Panel, Pricer};
use crate::quotas::Quota;

/// Regions per search; a search that needs more counts as undecided.
const NODES: usize = 50_000;

/// Some panel that keeps everything; the first that a search finds, not a random one.
///
/// # Errors
/// [`SortitionError::Infeasible`] in plain words.
pub(crate) fn some_panel(pool: &Pool) -> Result<Panel, SortitionError> {
    let rows = pool.rows();
    match any(pool, &rows) {
        Verdict::Panel(panel) => Ok(panel),
        Verdict::Nothing => Err(explain(pool, &rows)),
        Verdict::Undecided => Err(SortitionError::Unsolved {
            message: "whether any panel keeps these quotas was not found out within the effort allowed".to_owned(),
        }),
    }
}

enum Verdict {
    Panel(Panel),
    Nothing,
    Undecided,
}

fn any(pool: &Pool, rows: &[Row]) -> Verdict {
    let most: Vec<u32> = pool.kinds.iter().map(|kind| kind.most).collect();
    let kinds = most.len();
    if kinds == 0 {
        return Verdict::Nothing;
    }
    let mut pricer = Pricer::new(rows, vec![0; kinds], most);
    let found = pricer.heaviest(&vec![0.0; kinds], Effort { above: -1.0, enough: -1.0, slack: 0.0, nodes: NODES, keep: false });
    match found.panel {
        Some(panel) => Verdict::Panel(panel),
        None if found.complete => Verdict::Nothing,
        None => Verdict::Undecided,
    }
}

fn explain(pool: &Pool, rows: &[Row]) -> SortitionError {
    let mut reasons = Vec::new();
    let size = u64::from(pool.size);
    let people = pool.ids.len() as u64;
    if people < size {
        return SortitionError::Infeasible {
            message: format!("{size} people are to be drawn and the pool has {people}"),
            suggestions: vec![format!("ask for at most {people} people, or find more volunteers")],
        };
    }
    for category in &pool.categories {
        let own: Vec<&Quota> = pool.quotas.iter().filter(|quota| folded(&quota.category) == folded(category)).collect();
        let least: u64 = own.iter().map(|quota| u64::from(quota.min)).sum();
        let most: u64 = own.iter().map(|quota| u64::from(quota.max)).sum();
        if least > size {
            reasons.push(format!("the minima of {category} add up to {least}, more than the {size} places"));
        }
        if most < size {
            reasons.push(format!("the maxima of {category} add up to {most}, fewer than the {size} places"));
        }
    }
    for (quota, row) in pool.quotas.iter().zip(&rows[1..]) {
        let there: u64 = row.kinds.iter().map(|&kind| pool.kinds[kind].members.len() as u64).sum();
        if there < u64::from(quota.min) {
            reasons.push(format!("{quota}: at least {} are asked and the pool has {there}", quota.min));
        }
    }
    if reasons.is_empty() {
        let together = contradicting(pool, rows);
        let mut message = "these quotas cannot be kept together, although each of them could alone: ".to_owned();
        let names: Vec<String> =
            together.iter().map(|&at| format!("{} (from {} to {})", pool.quotas[at], pool.quotas[at].min, pool.quotas[at].max)).collect();
        let _ = write!(message, "{}", names.join("; "));
        if names.is_empty() {
            "the household rule leaves too few people for this panel".clone_into(&mut message);
        }
        reasons.push(message);
    }
    let suggestions = match relaxations(pool, rows, true) {
        Some(found) => found,
        None if pool.flexible => {
            reasons.push("within min_flex and max_flex no change helps".to_owned());
            relaxations(pool, rows, false).map_or_else(Vec::new, |found| {
                found.into_iter().map(|line| format!("{line} (beyond what the flex bounds allow)")).collect()
            })
        }
        None => Vec::new(),
    };
    SortitionError::Infeasible { message: format!("no panel of {size} people keeps the quotas: {}", reasons.join("; ")), suggestions }
}

/// Quotas of which none can be left out without the others becoming possible.
fn contradicting(pool: &Pool, rows: &[Row]) -> Vec<usize> {
    let mut rows = rows.to_vec();
    let mut needed = Vec::new();
    for at in 0..pool.quotas.len() {
        let kept = rows[at + 1].clone();
        rows[at + 1].lower = 0;
        rows[at + 1].upper = u32::MAX;
        if !matches!(any(pool, &rows), Verdict::Nothing) {
            rows[at + 1] = kept;
            needed.push(at);
        }
    }
    needed
}

/// The smallest changes of quotas, counted in people, that make a panel possible; large quotas give way before small ones.
fn relaxations(pool: &Pool, rows: &[Row], within_flex: bool) -> Option<Vec<String>> {
    let kinds = pool.kinds.len();
    let mut columns = vec![Vec::new(); kinds];
    for (at, row) in rows.iter().enumerate() {
        for &kind in &row.kinds {
            columns[kind].push((at, 1.0));
        }
    }
    let mut upper: Vec<u32> = pool.kinds.iter().map(|kind| kind.most).collect();
    let mut weights = vec![0.0; kinds];
    let mut meaning = Vec::new();
    for (at, quota) in pool.quotas.iter().enumerate() {
        let (low, high) = if within_flex { (quota.min_flex.min(quota.min), quota.max_flex.max(quota.max)) } else { (0, u32::MAX) };
        for (room, sign, bound) in
            [(quota.min - low, 1.0, quota.min), (high.min(quota.max.saturating_add(pool.size)) - quota.max, -1.0, quota.max)]
        {
            if room > 0 {
                columns.push(vec![(at + 1, sign)]);
                upper.push(room);
                weights.push(-1.0 - 1.0 / (1.0 + f64::from(bound)));
                meaning.push((at, sign > 0.0));
            }
        }
    }
    let bounds: Vec<(f64, f64)> = rows.iter().map(|row| (f64::from(row.lower), f64::from(row.upper))).collect();
    let mut pricer = Pricer::with_columns(&bounds, columns, vec![0; upper.len()], upper);
    let found = pricer.heaviest(&weights, Effort { above: -1e12, enough: f64::INFINITY, slack: 1e-6, nodes: NODES, keep: false });
    let panel = found.panel?;
    Some(
        meaning
            .iter()
            .zip(&panel[kinds..])
            .filter(|(_, by)| **by > 0)
            .map(|(&(at, minimum), &by)| {
                let quota = &pool.quotas[at];
                if minimum {
                    format!("{quota}: lower the minimum from {} to {}", quota.min, quota.min - by)
                } else {
                    format!("{quota}: raise the maximum from {} to {}", quota.max, quota.max + by)
                }
            })
            .collect(),
    )
}
