//! The directions in which opinions differ most: two for the picture, two more for finding groups.
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

/// How many directions are found. The picture shows the first two; the others help to tell groups apart.
pub(crate) const DIRECTIONS: usize = 4;
/// How many of them are found to rounding; the others to `Effort::beyond`.
pub(crate) const SHOWN: usize = 2;

/// The leading eigenvectors of XᵀX, X being the centred table.
#[derive(Debug, Clone)]
pub(crate) struct Axes {
    /// Components of length one, or of length zero where nothing varies.
    pub components: [Vec<f64>; DIRECTIONS],
    /// The variance along them, as sums of squares.
    pub values: [f64; DIRECTIONS],
    /// The sum of squares in all directions.
    pub total: f64,
}

/// How far to go.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Effort {
    /// Largest relative residual of the directions that are shown.
    pub tolerance: f64,
    /// Largest relative residual of the others.
    pub beyond: f64,
    /// At which size of the basis to look first whether that is reached.
    pub first_look: usize,
    /// How many directions to hold at once.
    pub basis: usize,
    /// How often to start again from the best found.
    pub restarts: usize,
}

impl Effort {
    pub const EXACT: Self = Self { tolerance: 2e-14, beyond: 1e-6, first_look: 6 * BLOCK, basis: 120, restarts: 60 };
    /// From directions that are known to be near.
    pub const ROUGH: Self = Self { tolerance: 1e-3, beyond: 1e-2, first_look: 3 * BLOCK, basis: 16, restarts: 0 };
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
}

/// How much the votes on each column scatter: the sum of squared deviations from their mean.
fn scatter(counts: &[[u64; 3]], means: &[f64]) -> Vec<f64> {
    let square = |place: usize, mean: f64| (place as f64 - 1.0 - mean) * (place as f64 - 1.0 - mean);
    let sum = |(counts, mean): (&[u64; 3], &f64)| (0..3).map(|place| counts[place] as f64 * square(place, *mean)).sum();
    counts.iter().zip(means).map(sum).collect()
}

/// How many leading directions carry more than votes without any pattern could.
///
/// If the votes on every column were dealt out anew among those who cast them, no direction would carry more than
/// (√ heaviest row + √ heaviest column)², with the expected squares of a row and of a column as their weights: the edge of
/// Marchenko and Pastur for rows and columns of unequal weight (Bandeira and van Handel 2016). Each direction is held
/// against the part of it that is left when the variance of those before is taken out.
pub(crate) fn standing_out(cells: &Cells, counts: &[[u64; 3]], means: &[f64], axes: &Axes) -> usize {
    let columns = scatter(counts, means);
    let of_each = |(sum, counts): (&f64, &[u64; 3])| sum / counts.iter().sum::<u64>().max(1) as f64;
    let variance: Vec<f64> = columns.iter().zip(counts).map(of_each).collect();
    let row = |row: usize| cells.row(row).iter().map(|cell| variance[(cell / 3) as usize]).sum::<f64>();
    let heaviest_row = (0..cells.rows()).into_par_iter().with_min_len(64).map(row).reduce(|| 0.0, f64::max);
    let heaviest_column = columns.iter().copied().fold(0.0, f64::max);
    let edge = (heaviest_row.sqrt() + heaviest_column.sqrt()).powi(2);
    let mut left = axes.total;
    let stands = |value: &&f64| {
        let stands = **value * axes.total > edge * left;
        left -= **value;
        stands
    };
    axes.values.iter().take_while(stands).count()
}

/// The sum of products, in eight strands that do not wait for each other.
fn dot(left: &[f64], right: &[f64]) -> f64 {
    let mut strands = [0.0; 8];
    let (lefts, rights) = (left.chunks_exact(8), right.chunks_exact(8));
    let rest: f64 = lefts.remainder().iter().zip(rights.remainder()).map(|(left, right)| left * right).sum();
    for (left, right) in lefts.zip(rights) {
        for strand in 0..8 {
            strands[strand] += left[strand] * right[strand];
        }
    }
    let [a, b, c, d, e, f, g, h] = strands;
    ((a + b) + (c + d)) + ((e + f) + (g + h)) + rest
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
    /// Products of basis and images, a row per vector of the basis up to the diagonal.
    products: Vec<Vec<f64>>,
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
        self.multiply();
        self.basis.len() - begin
    }

    /// Brings the products up to the size of the basis.
    fn multiply(&mut self) {
        for place in self.products.len()..self.basis.len() {
            let image = &self.images[place];
            self.products.push(self.basis[..=place].iter().map(|vector| dot(vector, image)).collect());
        }
    }

    /// The best approximations inside the basis: (value, vector, image).
    fn best(&self, wanted: usize) -> Vec<(f64, Vec<f64>, Vec<f64>)> {
        let size = self.basis.len();
        let mut small = vec![vec![0.0; size]; size];
        for row in 0..size {
            for column in row..size {
                let value = self.products[column][row];
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

/// The leading eigenvectors. `start` holds directions that are likely good; the rest of the first block is drawn
/// from the seed.
pub(crate) fn axes(cells: &Cells, counts: &[[u64; 3]], means: &[f64], seed: u64, start: &[Vec<f64>], effort: Effort) -> Axes {
    let table = Centred::new(cells, means);
    let total: f64 = scatter(counts, means).iter().sum();
    if total <= 0.0 || cells.columns == 0 {
        let components = std::array::from_fn(|_| vec![0.0; cells.columns]);
        return Axes { components, values: [0.0; DIRECTIONS], total: 0.0 };
    }
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let mut draw = || (0..cells.columns).map(|_| (random.next_u64() >> 11) as f64 / (1_u64 << 52) as f64 - 1.0).collect::<Vec<f64>>();
    let mut block: Vec<Vec<f64>> = start.iter().take(BLOCK).cloned().collect();
    block.resize_with(BLOCK, &mut draw);
    let mut krylov = Krylov { table, basis: Vec::new(), images: Vec::new(), products: Vec::new() };
    let largest = effort.basis.min(cells.columns);
    let mut found: Vec<(f64, Vec<f64>, Vec<f64>)>;
    let mut restarts = 0;
    let mut next_look = effort.first_look;
    let mut before: Option<(usize, f64)> = None;
    loop {
        let new = krylov.take_up(block);
        let size = krylov.basis.len();
        let full = size >= largest || (size + BLOCK > largest && largest < cells.columns);
        if new > 0 && !full && size < next_look {
            let end = krylov.images.len();
            block = krylov.images[end - new..].to_vec();
            continue;
        }
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
        let worst = |from: usize, to: usize| {
            let lengths =
                residuals[from.min(residuals.len())..to.min(residuals.len())].iter().map(|residual| dot(residual, residual).sqrt());
            lengths.fold(0.0, f64::max) / scale
        };
        let (shown, beyond) = (worst(0, SHOWN), worst(SHOWN, DIRECTIONS));
        let reached = shown <= effort.tolerance && beyond <= effort.beyond;
        let stalled = shown < 1e-12 && beyond <= effort.beyond && before.is_some_and(|(_, before)| shown > 0.5 * before);
        if reached || stalled || new == 0 || size >= cells.columns || (full && restarts >= effort.restarts) {
            break;
        }
        if full {
            restarts += 1;
            before = None;
            (krylov.basis, krylov.images) = found.iter().map(|(_, vector, image)| (vector.clone(), image.clone())).unzip();
            krylov.products.clear();
            krylov.multiply();
            block = residuals.into_iter().take(BLOCK).collect();
            next_look = 6 * BLOCK;
        } else {
            next_look = size + later(before, (size, shown), effort.tolerance);
            before = Some((size, shown));
            let end = krylov.images.len();
            block = krylov.images[end - new..].to_vec();
        }
    }
    let value = |place: usize| found.get(place).map_or(0.0, |(value, _, _)| value.max(0.0));
    let values: [f64; DIRECTIONS] = std::array::from_fn(value);
    let mut vectors = found.into_iter().map(|(_, vector, _)| vector);
    let components = values.map(|value| match vectors.next() {
        Some(vector) if value > 1e-13 * values[0] => directed(vector),
        _ => vec![0.0; cells.columns],
    });
    Axes { components, values, total }
}

/// How many vectors to take up before the next look: residuals shrink by an even factor per vector, or faster.
fn later(before: Option<(usize, f64)>, now: (usize, f64), tolerance: f64) -> usize {
    let farthest = 5 * BLOCK;
    let Some((size, residual)) = before else { return 2 * BLOCK };
    let per_vector = (residual / now.1).ln() / (now.0 - size) as f64;
    let needed = (now.1 / tolerance).ln() / per_vector;
    if needed.is_finite() && needed > 0.0 { (needed as usize).next_multiple_of(BLOCK).clamp(BLOCK, farthest) } else { farthest }
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
pub(crate) fn positions(
    cells: &Cells,
    means: &[f64],
    components: &[Vec<f64>; DIRECTIONS],
    columns: usize,
    kept_out: usize,
) -> Vec<[f64; DIRECTIONS]> {
    let mut table = vec![[0.0; DIRECTIONS]; 3 * cells.columns];
    for column in 0..cells.columns {
        for place in 0..3 {
            let deviation = place as f64 - 1.0 - means[column];
            table[3 * column + place] = std::array::from_fn(|axis| deviation * components[axis][column]);
        }
    }
    (0..cells.rows())
        .into_par_iter()
        .with_min_len(64)
        .map(|row| {
            let row = cells.row(row);
            let mut sum = [0.0; DIRECTIONS];
            for cell in row {
                let entry = &table[*cell as usize];
                for axis in 0..DIRECTIONS {
                    sum[axis] += entry[axis];
                }
            }
            let stretch = (columns as f64 / (row.len() + kept_out).max(1) as f64).sqrt();
            sum.map(|along| along * stretch)
        })
        .collect()
}
