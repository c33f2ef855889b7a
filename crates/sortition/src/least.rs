//! Nearest point of a cone: `minimise ‖b − Σ λᵢ aᵢ‖` with `λ ≥ 0`, columns coming one at a time.
//!
//! The active-set method of C. L. Lawson and R. J. Hanson, *Solving Least Squares Problems*, 1974, chapter 23, on the normal
//! equations with a Cholesky factor that is updated row by row. Columns are short lists, so inner products cost little.

/// Columns in use, their multipliers, and the factor of their inner products.
#[derive(Debug, Clone)]
pub(crate) struct Nearest {
    target: Vec<f64>,
    /// Every column ever offered and kept.
    columns: Vec<Vec<(usize, f64)>>,
    /// Indices of the columns in use.
    pub used: Vec<usize>,
    /// Multiplier of each used column.
    pub multipliers: Vec<f64>,
    /// Lower triangle, row `i` has `i + 1` entries.
    factor: Vec<Vec<f64>>,
    pub residual: Vec<f64>,
    dense: Vec<f64>,
    /// So many of the used columns, the first, may have multipliers of any sign.
    free: usize,
}

impl Nearest {
    pub fn new(target: Vec<f64>) -> Self {
        let dense = vec![0.0; target.len()];
        Self {
            residual: target.clone(),
            target,
            columns: Vec::new(),
            used: Vec::new(),
            multipliers: Vec::new(),
            factor: Vec::new(),
            dense,
            free: 0,
        }
    }

    pub fn add(&mut self, column: Vec<(usize, f64)>) -> usize {
        self.columns.push(column);
        self.columns.len() - 1
    }

    fn inner(column: &[(usize, f64)], dense: &[f64]) -> f64 {
        column.iter().map(|&(at, value)| value * dense[at]).sum()
    }

    /// How much the distance falls at first when `column` is used.
    pub fn slope(&self, column: usize) -> f64 {
        Self::inner(&self.columns[column], &self.residual)
    }

    pub fn distance(&self) -> f64 {
        self.residual.iter().map(|r| r * r).sum::<f64>().sqrt()
    }

    /// Takes `column` into use and solves. Returns `false` when it depends on those in use.
    pub fn take(&mut self, column: usize) -> bool {
        let taken = self.append(column);
        if taken {
            self.settle();
        }
        taken
    }

    fn append(&mut self, column: usize) -> bool {
        if self.used.contains(&column) {
            return false;
        }
        for &(at, value) in &self.columns[column] {
            self.dense[at] = value;
        }
        let own: f64 = self.columns[column].iter().map(|e| e.1 * e.1).sum();
        let mut line = Vec::with_capacity(self.used.len() + 1);
        let mut rest = own;
        for (row, &other) in self.used.iter().enumerate() {
            let product = Self::inner(&self.columns[other], &self.dense);
            let factor = &self.factor[row];
            let sum: f64 = factor[..row].iter().zip(&line).map(|(a, b): (&f64, &f64)| a * b).sum();
            let entry = (product - sum) / factor[row];
            rest -= entry * entry;
            line.push(entry);
        }
        for &(at, _) in &self.columns[column] {
            self.dense[at] = 0.0;
        }
        if rest <= own * 1e-11 {
            return false;
        }
        line.push(rest.sqrt());
        self.factor.push(line);
        self.used.push(column);
        self.multipliers.push(0.0);
        true
    }

    /// Takes these columns into use at these multipliers (all positive) without solving; those that depend on others are left out.
    pub fn seed(&mut self, columns: &[usize], multipliers: &[f64]) {
        for &column in columns {
            if self.append(column) {
                let last = self.multipliers.len() - 1;
                self.multipliers[last] = multipliers[column];
            }
        }
        self.measure();
        self.settle();
    }

    /// Takes these columns into use with multipliers of any sign, before all others; those that depend on others are left out.
    pub fn release(&mut self, columns: &[usize]) {
        for &column in columns {
            self.append(column);
        }
        self.free = self.used.len();
        self.settle();
    }

    /// Multipliers of the unconstrained problem over the used columns.
    fn unconstrained(&self) -> Vec<f64> {
        // Correct the present multipliers by the residual: as exact as the residual is.
        let mut out: Vec<f64> = self.used.iter().map(|&column| Self::inner(&self.columns[column], &self.residual)).collect();
        for row in 0..out.len() {
            let factor = &self.factor[row];
            let sum: f64 = factor[..row].iter().zip(&out[..row]).map(|(a, b)| a * b).sum();
            out[row] = (out[row] - sum) / factor[row];
        }
        for row in (0..out.len()).rev() {
            let factor = &self.factor[row];
            let value = out[row] / factor[row];
            out[row] = value;
            for (entry, f) in out[..row].iter_mut().zip(&factor[..row]) {
                *entry -= value * f;
            }
        }
        out.iter().zip(&self.multipliers).map(|(change, now)| change + now).collect()
    }

    fn settle(&mut self) {
        loop {
            let goal = self.unconstrained();
            let mut step = 1.0_f64;
            for (now, goal) in self.multipliers.iter().zip(&goal).skip(self.free) {
                if *goal <= 0.0 && now > goal {
                    step = step.min(now / (now - goal));
                }
            }
            for (now, goal) in self.multipliers.iter_mut().zip(&goal) {
                *now += step * (goal - *now);
            }
            let mut dropped = false;
            for at in (self.free..self.used.len()).rev() {
                if goal[at] <= 0.0 && self.multipliers[at] <= 1e-13 {
                    self.drop_at(at);
                    dropped = true;
                }
            }
            self.measure();
            if !dropped || self.used.is_empty() {
                return;
            }
        }
    }

    fn measure(&mut self) {
        self.residual.clone_from(&self.target);
        for (&column, &multiplier) in self.used.iter().zip(&self.multipliers) {
            for &(at, value) in &self.columns[column] {
                self.residual[at] -= multiplier * value;
            }
        }
    }

    fn drop_at(&mut self, at: usize) {
        self.used.remove(at);
        self.multipliers.remove(at);
        self.factor.remove(at);
        // Rows below have one entry too many: rotate it away.
        for row in at..self.factor.len() {
            let (a, b) = (self.factor[row][row], self.factor[row][row + 1]);
            let r = a.hypot(b);
            let (c, s) = (a / r, b / r);
            for line in &mut self.factor[row..] {
                let (x, y) = (line[row], line[row + 1]);
                line[row] = c * x + s * y;
                line[row + 1] = c * y - s * x;
            }
            self.factor[row].truncate(row + 1);
        }
    }

    /// One more correction of the multipliers.
    pub fn polish(&mut self) {
        self.settle();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_nearest_point_leaves_no_column_that_helps(columns in prop::collection::vec(prop::collection::vec(0_u8..4, 5), 2..9), target in prop::collection::vec(0_u8..9, 5)) {
            let mut nearest = Nearest::new(target.iter().map(|&t| f64::from(t)).collect());
            for column in &columns {
                nearest.add(column.iter().enumerate().map(|(at, &v)| (at, f64::from(v))).collect());
            }
            for _ in 0..100 {
                let best = (0..columns.len()).filter(|c| !nearest.used.contains(c)).max_by(|&a, &b| nearest.slope(a).total_cmp(&nearest.slope(b)));
                let Some(best) = best.filter(|&c| nearest.slope(c) > 1e-9) else { break };
                if !nearest.take(best) { break; }
            }
            for column in 0..columns.len() {
                prop_assert!(nearest.slope(column) < 1e-7);
            }
            for (&column, &multiplier) in nearest.used.iter().zip(&nearest.multipliers) {
                prop_assert!(multiplier >= 0.0);
                prop_assert!(nearest.slope(column).abs() < 1e-7);
            }
        }
    }
}
