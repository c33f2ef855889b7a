//! The votes in an order that follows from the votes alone.
//!
//! Sums of floating point numbers depend on their order. So rows and columns are sorted by what they hold before anything
//! is summed: every column gets a fingerprint of its counts, every row one of the columns it voted on, every column one of
//! the rows that voted on it, and so on for three rounds (colour refinement). The order of rows, columns and votes in a
//! file, the names of participants and statements, and the number of threads leave no trace in the result. Only rows or
//! columns that the fingerprints cannot tell apart (such as two people with the very same votes) stand in the order of
//! their ids.

use rayon::prelude::*;

use crate::votes::{VoteCounts, VoteTable};

/// Scatters the bits of a number (the finaliser of SplitMix64).
pub(crate) const fn scatter(mut value: u64) -> u64 {
    value = value.wrapping_add(0x9E37_79B9_7F4A_7C15);
    value = (value ^ (value >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    value = (value ^ (value >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    value ^ (value >> 31)
}

/// Sparse rows of votes. A cell is 3 · column + place of the vote, so that it points straight into a table that holds one
/// entry per column and vote.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cells {
    pub starts: Vec<usize>,
    pub cells: Vec<u32>,
    pub columns: usize,
}

impl Cells {
    pub fn rows(&self) -> usize {
        self.starts.len() - 1
    }

    pub fn row(&self, row: usize) -> &[u32] {
        &self.cells[self.starts[row]..self.starts[row + 1]]
    }

    /// Some of the rows.
    pub fn taken(&self, rows: &[u32]) -> Self {
        let mut starts = Vec::with_capacity(rows.len() + 1);
        let mut cells = Vec::new();
        starts.push(0);
        for row in rows {
            cells.extend_from_slice(self.row(*row as usize));
            starts.push(cells.len());
        }
        Self { starts, cells, columns: self.columns }
    }

    /// How often each vote was given on each column.
    pub fn counts(&self) -> Vec<[u64; 3]> {
        let mut counts = vec![0_u64; 3 * self.columns];
        for cell in &self.cells {
            counts[*cell as usize] += 1;
        }
        counts.chunks_exact(3).map(|counts| [counts[0], counts[1], counts[2]]).collect()
    }
}

/// The mean vote of every column over those who saw it; 0 where nobody did.
pub(crate) fn means(counts: &[[u64; 3]]) -> Vec<f64> {
    counts
        .iter()
        .map(|[disagrees, passes, agrees]| {
            let seen = disagrees + passes + agrees;
            if seen == 0 { 0.0 } else { (*agrees as f64 - *disagrees as f64) / seen as f64 }
        })
        .collect()
}

/// The table in its own order.
#[derive(Debug, Clone)]
pub(crate) struct Arranged {
    /// Per arranged row the row in the table.
    pub rows: Vec<u32>,
    /// Per arranged column the column in the table; only columns that count in the positions.
    pub columns: Vec<u32>,
    /// The votes that count in the positions.
    pub cells: Cells,
    /// Follows from the votes and the states of the statements alone; the seed of everything drawn.
    pub digest: u64,
}

const PLACES: [u64; 4] = [0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB, 0x8EBC_6AF0_9C88_C6E3, 0];
const ROUNDS: usize = 3;
const ROWS_AT_ONCE: usize = 256;

impl Arranged {
    pub fn new(table: &VoteTable, counts: &[VoteCounts], kept_out: &[bool]) -> Self {
        let width = table.statements().len();
        let height = table.participants().len();
        let mut column_mark: Vec<u64> = counts
            .iter()
            .zip(kept_out)
            .map(|(counts, out)| scatter(scatter(scatter(counts.agrees) ^ counts.disagrees) ^ counts.seen ^ (u64::from(*out) << 63)))
            .collect();
        let mut row_mark = vec![0_u64; height];
        for _ in 0..ROUNDS {
            // What a column says through each of its three votes, worked out once per column.
            let said: Vec<[u64; 4]> = column_mark.iter().map(|mark| PLACES.map(|place| scatter(mark ^ place))).collect();
            // Sums that wrap around come out the same in any order.
            let part = |(begin, marks): (usize, &mut [u64])| {
                let mut sums = vec![0_u64; width];
                for (row, mark) in (begin * ROWS_AT_ONCE..).zip(marks) {
                    let cells = table.cells_of(row);
                    *mark =
                        scatter(cells.iter().fold(0_u64, |sum, cell| sum.wrapping_add(said[(cell >> 2) as usize][(cell & 3) as usize])));
                    let said = PLACES.map(|place| scatter(*mark ^ place));
                    for cell in cells {
                        let sum = &mut sums[(cell >> 2) as usize];
                        *sum = sum.wrapping_add(said[(cell & 3) as usize]);
                    }
                }
                sums
            };
            let together = |mut left: Vec<u64>, right: Vec<u64>| {
                left.iter_mut().zip(right).for_each(|(left, right)| *left = left.wrapping_add(right));
                left
            };
            let sums = row_mark.par_chunks_mut(ROWS_AT_ONCE).enumerate().map(part).reduce(|| vec![0; width], together);
            for (mark, sum) in column_mark.iter_mut().zip(sums) {
                *mark = scatter(*mark ^ scatter(sum));
            }
        }
        let mut rows: Vec<u32> = (0..height as u32).collect();
        rows.sort_by_key(|row| (row_mark[*row as usize], *row));
        let mut columns: Vec<u32> = (0..width as u32).filter(|column| !kept_out[*column as usize]).collect();
        columns.sort_by_key(|column| (column_mark[*column as usize], *column));

        let mut place = vec![u32::MAX; width];
        for (arranged, column) in columns.iter().enumerate() {
            place[*column as usize] = arranged as u32;
        }
        let mut starts = Vec::with_capacity(height + 1);
        let mut cells = Vec::with_capacity(table.votes());
        starts.push(0);
        for row in &rows {
            for cell in table.cells_of(*row as usize) {
                let column = place[(cell >> 2) as usize];
                if column != u32::MAX {
                    cells.push(3 * column + (cell & 3));
                }
            }
            starts.push(cells.len());
        }
        let mut rest = cells.as_mut_slice();
        let mut each = Vec::with_capacity(height);
        for (begin, end) in starts.iter().zip(&starts[1..]) {
            let (row, after) = rest.split_at_mut(end - begin);
            each.push(row);
            rest = after;
        }
        each.into_par_iter().with_min_len(32).for_each(<[u32]>::sort_unstable);
        let digest = column_mark.iter().chain(&row_mark).fold(0_u64, |sum, mark| sum.wrapping_add(scatter(*mark)));
        let columns_kept = columns.len();
        Self { rows, columns, cells: Cells { starts, cells, columns: columns_kept }, digest: scatter(digest) }
    }
}
