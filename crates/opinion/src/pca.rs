//! The two directions in which opinions differ most.
//!
//! An unseen statement is filled with the mean of those who saw it, so it lies at zero once the means are taken away: the
//! centred table stays as sparse as the votes. A product with it needs no multiplication per vote: a vote points into a
//! table with one entry per column and vote.
//!
//! Polis finds the components by power iteration; its end is the pair of leading eigenvectors, which is what is computed
//! here, by a block Krylov method with restarts until the residual is at rounding level. The sign of a component, which
//! Polis leaves to chance, is fixed: the largest entry is positive.

#![allow(clippy::needless_range_loop, reason = "the indices are those of the formulas")]

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};
use rayon::prelude::*;

use crate::arranged::Cells;
use crate::eigen::symmetric;

const BLOCK: usize = 4;
type Lanes = [f64; BLOCK];

/// The leading pair of eigenvectors of XᵀX, X being the centred table.
#[derive(Debug, Clone)]
pub(crate) struct Axes {
    /// Two components of length one, or of length zero where nothing varies.
    pub components: [Vec<f64>; 2],
    /// The variance along the first three, as sums of squares; the third as far as it was found.
    pub values: [f64; 3],
    /// The sum of squares in all directions.
    pub total: f64,
}

/// How far to go.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Effort {
    /// Largest relative residual.
    pub tolerance: f64,
    /// How many directions to hold at once.
    pub basis: usize,
    /// How often to start again from the best found.
    pub restarts: usize,
}

impl Effort {
    pub const EXACT: Self = Self { tolerance: 2e-14, basis: 120, restarts: 60 };
    pub const ROUGH: Self = Self { tolerance: 1e-3, basis: 16, restarts: 0 };
}

/// The centred table as a product.
struct Centred<'cells> {
    cells: &'cells Cells,
    means: &'cells [f64],
    /// Rows per chunk: set by the votes alone, so that the order of sums does not depend on threads.
    chunks: Vec<(usize, usize)>,
}

impl<'cells> Centred<'cells> {
    fn new(cells: &'cells Cells, means: &'cells [f64]) -> Self {
        let votes_per_chunk = (48 * cells.columns).max(1 << 15);
        let mut chunks = Vec::new();
        let mut begin = 0;
        for row in 0..cells.rows() {
            if cells.starts[row + 1] - cells.starts[begin] >= votes_per_chunk || row + 1 == cells.rows() {
                chunks.push((begin, row + 1));
                begin = row + 1;
            }
        }
        Self { cells, means, chunks }
    }

    /// XᵀX times a block of vectors.
    fn squared(&self, block: &[Lanes]) -> Vec<Lanes> {
        let mut table = vec![[0.0; BLOCK]; 3 * block.len()];
        for (column, lanes) in block.iter().enumerate() {
            for place in 0..3 {
                let deviation = place as f64 - 1.0 - self.means[column];
                table[3 * column + place] = lanes.map(|lane| deviation * lane);
            }
        }
        let part = |(begin, end): &(usize, usize)| {
            let mut gathered = vec![[0.0; BLOCK]; table.len()];
            for row in *begin..*end {
                let cells = self.cells.row(row);
                let mut sum = [0.0; BLOCK];
                for cell in cells {
                    let entry = &table[*cell as usize];
                    for lane in 0..BLOCK {
                        sum[lane] += entry[lane];
                    }
                }
                for cell in cells {
                    let entry = &mut gathered[*cell as usize];
                    for lane in 0..BLOCK {
                        entry[lane] += sum[lane];
                    }
                }
            }
            gathered
        };
        let parts: Vec<Vec<Lanes>> = self.chunks.par_iter().map(part).collect();
        let mut gathered = vec![[0.0; BLOCK]; table.len()];
        for part in parts {
            for (sum, value) in gathered.iter_mut().zip(part) {
                for lane in 0..BLOCK {
                    sum[lane] += value[lane];
                }
            }
        }
        (0..block.len())
            .map(|column| {
                let mut sum = [0.0; BLOCK];
                for place in 0..3 {
                    let deviation = place as f64 - 1.0 - self.means[column];
                    for lane in 0..BLOCK {
                        sum[lane] += deviation * gathered[3 * column + place][lane];
                    }
                }
                sum
            })
            .collect()
    }

    /// The sum of the squares of all entries.
    fn total(&self) -> f64 {
        let mut counts = vec![0_u64; 3 * self.cells.columns];
        for cell in &self.cells.cells {
            counts[*cell as usize] += 1;
        }
        counts
            .iter()
            .enumerate()
            .map(|(place, count)| {
                let deviation = (place % 3) as f64 - 1.0 - self.means[place / 3];
                *count as f64 * deviation * deviation
            })
            .sum()
    }
}

fn dot(left: &[f64], right: &[f64]) -> f64 {
    left.iter().zip(right).map(|(left, right)| left * right).sum()
}

fn add_scaled(target: &mut [f64], factor: f64, source: &[f64]) {
    target.iter_mut().zip(source).for_each(|(target, source)| *target += factor * source);
}

/// Makes a vector square to all of `basis` and of length one; `None` when nothing is left of it.
fn squared_up(mut vector: Vec<f64>, basis: &[Vec<f64>]) -> Option<Vec<f64>> {
    let before = dot(&vector, &vector).sqrt();
    if before == 0.0 {
        return None;
    }
    for _ in 0..2 {
        for other in basis {
            let along = dot(&vector, other);
            add_scaled(&mut vector, -along, other);
        }
    }
    let after = dot(&vector, &vector).sqrt();
    if after <= 1e-12 * before {
        return None;
    }
    vector.iter_mut().for_each(|value| *value /= after);
    // Dividing a short remainder enlarges what rounding left along the others.
    if after < 1e-3 * before {
        for other in basis {
            let along = dot(&vector, other);
            add_scaled(&mut vector, -along, other);
        }
        let length = dot(&vector, &vector).sqrt();
        vector.iter_mut().for_each(|value| *value /= length);
    }
    Some(vector)
}

struct Krylov<'table> {
    table: Centred<'table>,
    basis: Vec<Vec<f64>>,
    images: Vec<Vec<f64>>,
}

impl Krylov<'_> {
    /// Takes up new directions with their images; says how many were new.
    fn take_up(&mut self, directions: Vec<Vec<f64>>) -> usize {
        let begin = self.basis.len();
        for direction in directions {
            if self.basis.len() < self.table.cells.columns
                && let Some(direction) = squared_up(direction, &self.basis)
            {
                self.basis.push(direction);
            }
        }
        for group in self.basis[begin..].chunks(BLOCK) {
            let block: Vec<Lanes> = (0..self.table.cells.columns)
                .map(|column| std::array::from_fn(|lane| group.get(lane).map_or(0.0, |vector| vector[column])))
                .collect();
            let image = self.table.squared(&block);
            for lane in 0..group.len() {
                self.images.push(image.iter().map(|lanes| lanes[lane]).collect());
            }
        }
        self.basis.len() - begin
    }

    /// The best approximations inside the basis: (value, vector, image).
    fn best(&self, wanted: usize) -> Vec<(f64, Vec<f64>, Vec<f64>)> {
        let size = self.basis.len();
        let mut small = vec![vec![0.0; size]; size];
        for row in 0..size {
            for column in row..size {
                let value = dot(&self.basis[row], &self.images[column]);
                small[row][column] = value;
                small[column][row] = value;
            }
        }
        symmetric(small)
            .into_iter()
            .take(wanted)
            .map(|(value, weights)| {
                let mut vector = vec![0.0; self.table.cells.columns];
                let mut image = vector.clone();
                for (weight, (basis, its)) in weights.iter().zip(self.basis.iter().zip(&self.images)) {
                    add_scaled(&mut vector, *weight, basis);
                    add_scaled(&mut image, *weight, its);
                }
                (value, vector, image)
            })
            .collect()
    }
}

/// The leading two eigenvectors. `start` holds directions that are likely good; the rest of the first block is drawn
/// from the seed.
pub(crate) fn axes(cells: &Cells, means: &[f64], seed: u64, start: &[Vec<f64>], effort: Effort) -> Axes {
    let table = Centred::new(cells, means);
    let total = table.total();
    let nothing = || vec![0.0; cells.columns];
    if total <= 0.0 || cells.columns == 0 {
        return Axes { components: [nothing(), nothing()], values: [0.0; 3], total: 0.0 };
    }
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let mut draw = || (0..cells.columns).map(|_| (random.next_u64() >> 11) as f64 / (1_u64 << 52) as f64 - 1.0).collect::<Vec<f64>>();
    let mut block: Vec<Vec<f64>> = start.iter().take(BLOCK).cloned().collect();
    block.resize_with(BLOCK, &mut draw);
    let mut krylov = Krylov { table, basis: Vec::new(), images: Vec::new() };
    let largest = effort.basis.min(cells.columns);
    let mut found: Vec<(f64, Vec<f64>, Vec<f64>)>;
    let mut restarts = 0;
    let mut next_look = 6 * BLOCK;
    let mut before = f64::INFINITY;
    loop {
        let new = krylov.take_up(block);
        let size = krylov.basis.len();
        let full = size >= largest || (size + BLOCK > largest && largest < cells.columns);
        if new > 0 && !full && size < next_look {
            let end = krylov.images.len();
            block = krylov.images[end - new..].to_vec();
            continue;
        }
        next_look = size + 5 * BLOCK;
        found = krylov.best(2 * BLOCK);
        let scale = found.first().map_or(0.0, |first| first.0).max(f64::MIN_POSITIVE);
        let residuals: Vec<Vec<f64>> = found
            .iter()
            .map(|(value, vector, image)| {
                let mut residual = image.clone();
                add_scaled(&mut residual, -value, vector);
                residual
            })
            .collect();
        let worst = residuals.iter().take(2).map(|residual| dot(residual, residual).sqrt()).fold(0.0, f64::max) / scale;
        let stalled = worst < 1e-12 && worst > 0.5 * before;
        before = worst;
        if worst <= effort.tolerance || stalled || new == 0 || size >= cells.columns || (full && restarts >= effort.restarts) {
            break;
        }
        if full {
            restarts += 1;
            (krylov.basis, krylov.images) = found.iter().map(|(_, vector, image)| (vector.clone(), image.clone())).unzip();
            block = residuals.into_iter().take(BLOCK).collect();
            next_look = 6 * BLOCK;
        } else {
            let end = krylov.images.len();
            block = krylov.images[end - new..].to_vec();
        }
    }
    let value = |place: usize| found.get(place).map_or(0.0, |(value, _, _)| value.max(0.0));
    let values = [value(0), value(1), value(2)];
    let mut vectors = found.into_iter().map(|(_, vector, _)| vector);
    let mut component = |place: usize| match vectors.next() {
        Some(vector) if values[place] > 1e-13 * values[0] => directed(vector),
        _ => nothing(),
    };
    Axes { components: [component(0), component(1)], values, total }
}

/// Length one, largest entry positive; the first of equally large ones.
fn directed(mut vector: Vec<f64>) -> Vec<f64> {
    let length = dot(&vector, &vector).sqrt();
    let largest = vector.iter().fold(0.0_f64, |largest, value| largest.max(value.abs()));
    let first = vector.iter().find(|value| value.abs() >= largest * (1.0 - 1e-9)).copied().unwrap_or(1.0);
    let factor = if first < 0.0 { -1.0 / length } else { 1.0 / length };
    vector.iter_mut().for_each(|value| *value *= factor);
    vector
}

/// Where everybody stands: the sum of deviations along each component over the statements seen, stretched by
/// √(columns / seen). `columns` and `kept_out` count the whole table: a statement kept out counts as seen by all.
pub(crate) fn positions(cells: &Cells, means: &[f64], components: &[Vec<f64>; 2], columns: usize, kept_out: usize) -> Vec<[f64; 2]> {
    let mut table = vec![[0.0; 2]; 3 * cells.columns];
    for column in 0..cells.columns {
        for place in 0..3 {
            let deviation = place as f64 - 1.0 - means[column];
            table[3 * column + place] = [deviation * components[0][column], deviation * components[1][column]];
        }
    }
    (0..cells.rows())
        .into_par_iter()
        .map(|row| {
            let row = cells.row(row);
            let mut sum = [0.0; 2];
            for cell in row {
                let entry = table[*cell as usize];
                sum[0] += entry[0];
                sum[1] += entry[1];
            }
            let stretch = (columns as f64 / (row.len() + kept_out).max(1) as f64).sqrt();
            [sum[0] * stretch, sum[1] * stretch]
        })
        .collect()
}
