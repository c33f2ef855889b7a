//! Linear programs with bounds on variables and on rows, solved by the simplex method.
//!
//! Few rows (tens to some hundreds), many short columns: the inverse of the basis is kept as a dense matrix. Bounded
//! primal simplex (Dantzig's rule, Bland's after a standstill) and bounded dual simplex for warm starts after a bound
//! changed. The answer is in floating point; nothing in this crate is *called proven* on its word alone: see
//! [`certificate`](crate::certificate), which recomputes bounds in exact fractions.
//!
//! Source: G. B. Dantzig, *Linear Programming and Extensions*, 1963, chapters 5–18; the two-pass ratio test is
//! P. M. J. Harris, *Mathematical Programming* 5, 1973.

/// How far a value may pass its bound.
const FEASIBLE: f64 = 1e-9;
/// How far a reduced cost may have the wrong sign.
const OPTIMAL: f64 = 1e-9;
/// Smaller entries are no pivots.
const PIVOT: f64 = 1e-7;
/// Pivots after which the inverse is computed anew.
const AFRESH: usize = 120;

/// How a linear program ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    Optimal,
    Infeasible,
    Unbounded,
    /// Too many pivots: numerically stuck.
    Stuck,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Basic(usize),
    Lower,
    Upper,
}

/// `maximise cost · x` with `row_lower ≤ A x ≤ row_upper` and `lower ≤ x ≤ upper`.
///
/// Variable `i < rows` stands for the value of row `i`; variable `rows + j` is column `j`.
#[derive(Debug, Clone)]
pub(crate) struct Program {
    rows: usize,
    columns: Vec<Vec<(usize, f64)>>,
    cost: Vec<f64>,
    lower: Vec<f64>,
    upper: Vec<f64>,
    place: Vec<Place>,
    basis: Vec<usize>,
    inverse: Vec<f64>,
    value: Vec<f64>,
    since: usize,
    pub pivots: usize,
}

/// A basis to come back to.
#[derive(Debug, Clone)]
pub(crate) struct State {
    place: Vec<Place>,
    basis: Vec<usize>,
    inverse: Vec<f64>,
    since: usize,
}

impl Program {
    /// A program without columns, whose rows have these bounds.
    pub fn new(bounds: &[(f64, f64)]) -> Self {
        let rows = bounds.len();
        let mut inverse = vec![0.0; rows * rows];
        for row in 0..rows {
            inverse[row * rows + row] = -1.0;
        }
        Self {
            rows,
            columns: Vec::new(),
            cost: vec![0.0; rows],
            lower: bounds.iter().map(|b| b.0).collect(),
            upper: bounds.iter().map(|b| b.1).collect(),
            place: (0..rows).map(Place::Basic).collect(),
            basis: (0..rows).collect(),
            inverse,
            value: vec![0.0; rows],
            since: 0,
            pivots: 0,
        }
    }

    /// Adds a column at its bound nearest to zero and returns its number.
    pub fn add(&mut self, column: Vec<(usize, f64)>, cost: f64, lower: f64, upper: f64) -> usize {
        self.columns.push(column);
        self.cost.push(cost);
        self.lower.push(lower);
        self.upper.push(upper);
        let at_upper = lower == f64::NEG_INFINITY || (upper.is_finite() && upper.abs() < lower.abs());
        self.place.push(if at_upper { Place::Upper } else { Place::Lower });
        self.columns.len() - 1
    }

    pub fn set_cost(&mut self, column: usize, cost: f64) {
        self.cost[self.rows + column] = cost;
    }

    pub fn bounds(&self, column: usize) -> (f64, f64) {
        (self.lower[self.rows + column], self.upper[self.rows + column])
    }

    pub fn set_bounds(&mut self, column: usize, lower: f64, upper: f64) {
        self.set(self.rows + column, lower, upper);
    }

    pub fn set_row(&mut self, row: usize, lower: f64, upper: f64) {
        self.set(row, lower, upper);
    }

    fn set(&mut self, variable: usize, lower: f64, upper: f64) {
        self.lower[variable] = lower;
        self.upper[variable] = upper;
        if self.place[variable] == Place::Lower && lower == f64::NEG_INFINITY {
            self.place[variable] = Place::Upper;
        } else if self.place[variable] == Place::Upper && upper == f64::INFINITY {
            self.place[variable] = Place::Lower;
        }
    }

    /// Where the basis stands, to come back to it later.
    pub fn state(&self) -> State {
        State { place: self.place.clone(), basis: self.basis.clone(), inverse: self.inverse.clone(), since: self.since }
    }

    /// Goes back to an earlier basis; bounds and costs stay as they are.
    pub fn restore(&mut self, state: &State) {
        self.place.clone_from(&state.place);
        self.basis.clone_from(&state.basis);
        self.inverse.clone_from(&state.inverse);
        self.since = state.since;
        // A bound may have moved to infinity or come from there since.
        for variable in 0..self.place.len() {
            let (lower, upper) = (self.lower[variable], self.upper[variable]);
            self.set(variable, lower, upper);
        }
    }

    /// After [`Ending::Infeasible`] from [`solve`](Self::solve): prices at which no point can pay, a proof of infeasibility.
    pub fn ray(&self) -> Vec<f64> {
        let gradient: Vec<f64> = self
            .basis
            .iter()
            .zip(&self.value)
            .map(|(&variable, &value)| {
                if value < self.lower[variable] - FEASIBLE {
                    1.0
                } else if value > self.upper[variable] + FEASIBLE {
                    -1.0
                } else {
                    0.0
                }
            })
            .collect();
        self.prices(&gradient)
    }

    /// The entries of a column that already stands in the program.
    pub fn set_column(&mut self, column: usize, entries: Vec<(usize, f64)>) {
        self.columns[column] = entries;
        self.since = AFRESH;
    }

    fn at(&self, variable: usize) -> f64 {
        match self.place[variable] {
            Place::Basic(row) => self.value[row],
            Place::Lower => self.lower[variable],
            Place::Upper => self.upper[variable],
        }
    }

    /// The value of a column.
    pub fn x(&self, column: usize) -> f64 {
        self.at(self.rows + column)
    }

    /// The value of a row, `A x`.
    #[cfg(test)]
    pub fn row(&self, row: usize) -> f64 {
        self.at(row)
    }

    pub fn objective(&self) -> f64 {
        (0..self.columns.len()).map(|j| self.cost[self.rows + j] * self.x(j)).sum()
    }

    /// One price per row: what the objective gains when that row's binding bound gives way by one.
    pub fn duals(&self) -> Vec<f64> {
        self.prices(&self.basis.iter().map(|&variable| self.cost[variable]).collect::<Vec<_>>())
    }

    fn prices(&self, basic_cost: &[f64]) -> Vec<f64> {
        let mut prices = vec![0.0; self.rows];
        for (row, &cost) in basic_cost.iter().enumerate() {
            if cost != 0.0 {
                let line = &self.inverse[row * self.rows..(row + 1) * self.rows];
                for (price, entry) in prices.iter_mut().zip(line) {
                    *price += cost * entry;
                }
            }
        }
        prices
    }

    /// Cost of `variable` minus what its column is worth at these prices.
    fn reduced(&self, variable: usize, cost: f64, prices: &[f64]) -> f64 {
        if variable < self.rows {
            cost + prices[variable]
        } else {
            cost - self.columns[variable - self.rows].iter().map(|&(row, entry)| prices[row] * entry).sum::<f64>()
        }
    }

    /// The reduced cost of every column.
    pub fn reduced_costs(&self) -> Vec<f64> {
        let prices = self.duals();
        (0..self.columns.len())
            .map(|j| match self.place[self.rows + j] {
                Place::Basic(_) => 0.0,
                _ => self.reduced(self.rows + j, self.cost[self.rows + j], &prices),
            })
            .collect()
    }

    /// The inverse times the column of `variable`.
    fn direction(&self, variable: usize) -> Vec<f64> {
        let m = self.rows;
        let mut out = vec![0.0; m];
        if variable < m {
            for (row, value) in out.iter_mut().enumerate() {
                *value = -self.inverse[row * m + variable];
            }
        } else {
            let column = &self.columns[variable - m];
            for (row, value) in out.iter_mut().enumerate() {
                let line = &self.inverse[row * m..(row + 1) * m];
                *value = column.iter().map(|&(r, entry)| line[r] * entry).sum();
            }
        }
        out
    }

    /// Inverts the basis anew. A variable that no longer fits is replaced by the logical of a free row.
    fn invert(&mut self) {
        let m = self.rows;
        let mut matrix = vec![0.0; m * m];
        for (at, &variable) in self.basis.iter().enumerate() {
            if variable < m {
                matrix[variable * m + at] = -1.0;
            } else {
                for &(row, entry) in &self.columns[variable - m] {
                    matrix[row * m + at] += entry;
                }
            }
        }
        let mut inverse = vec![0.0; m * m];
        for row in 0..m {
            inverse[row * m + row] = 1.0;
        }
        // Gauss–Jordan; `owner[row]` is the column of the basis that this row was used for.
        let mut owner = vec![usize::MAX; m];
        let mut missing = Vec::new();
        for at in 0..m {
            let best = (0..m)
                .filter(|&row| owner[row] == usize::MAX)
                .max_by(|&a, &b| matrix[a * m + at].abs().total_cmp(&matrix[b * m + at].abs()));
            let Some(row) = best.filter(|&row| matrix[row * m + at].abs() > 1e-10) else {
                missing.push(at);
                continue;
            };
            owner[row] = at;
            let pivot = 1.0 / matrix[row * m + at];
            for k in 0..m {
                matrix[row * m + k] *= pivot;
                inverse[row * m + k] *= pivot;
            }
            let (line, other) = (matrix[row * m..(row + 1) * m].to_vec(), inverse[row * m..(row + 1) * m].to_vec());
            for r in 0..m {
                let factor = matrix[r * m + at];
                if r != row && factor != 0.0 {
                    for k in 0..m {
                        matrix[r * m + k] -= factor * line[k];
                        inverse[r * m + k] -= factor * other[k];
                    }
                }
            }
        }
        if !missing.is_empty() {
            // Repair: rows that nobody owns get their own logical.
            let mut free: Vec<usize> = (0..m).filter(|&row| owner[row] == usize::MAX).collect();
            for at in missing {
                let leaving = self.basis[at];
                self.place[leaving] = if self.lower[leaving].is_finite() { Place::Lower } else { Place::Upper };
                let logical = free.iter().position(|&row| !matches!(self.place[row], Place::Basic(_))).unwrap_or(0);
                self.basis[at] = free.remove(logical);
                self.place[self.basis[at]] = Place::Basic(at);
            }
            return self.invert();
        }
        for row in 0..m {
            self.inverse[owner[row] * m..(owner[row] + 1) * m].copy_from_slice(&inverse[row * m..(row + 1) * m]);
        }
        self.since = 0;
    }

    /// Values of the basic variables, from the bounds at which the others stand.
    fn evaluate(&mut self) {
        let m = self.rows;
        let mut load = vec![0.0; m];
        for variable in 0..m + self.columns.len() {
            if matches!(self.place[variable], Place::Basic(_)) {
                continue;
            }
            let value = self.at(variable);
            if value != 0.0 {
                if variable < m {
                    load[variable] -= value;
                } else {
                    for &(row, entry) in &self.columns[variable - m] {
                        load[row] += entry * value;
                    }
                }
            }
        }
        for row in 0..m {
            let line = &self.inverse[row * m..(row + 1) * m];
            self.value[row] = -line.iter().zip(&load).map(|(a, b)| a * b).sum::<f64>();
        }
    }

    fn freshen(&mut self) {
        if self.since >= AFRESH {
            self.invert();
        }
        self.evaluate();
    }

    fn exchange(&mut self, row: usize, entering: usize, direction: &[f64], leaving_place: Place) {
        let m = self.rows;
        let leaving = self.basis[row];
        self.place[leaving] = leaving_place;
        self.place[entering] = Place::Basic(row);
        self.basis[row] = entering;
        let pivot = 1.0 / direction[row];
        for entry in &mut self.inverse[row * m..(row + 1) * m] {
            *entry *= pivot;
        }
        let line = self.inverse[row * m..(row + 1) * m].to_vec();
        for (r, &factor) in direction.iter().enumerate() {
            if r != row && factor != 0.0 {
                for (entry, base) in self.inverse[r * m..(r + 1) * m].iter_mut().zip(&line) {
                    *entry -= factor * base;
                }
            }
        }
        self.since += 1;
        self.pivots += 1;
    }

    /// Solves from the present basis, whatever it is.
    pub fn solve(&mut self) -> Ending {
        self.freshen();
        let limit = 2000 + 60 * (self.rows + 20) + self.columns.len() * 2;
        let mut stalled = 0;
        for round in 0..limit {
            if self.since >= AFRESH {
                self.freshen();
            }
            // Phase one as long as a basic value is outside its bounds.
            let mut gradient = Vec::with_capacity(self.rows);
            let mut outside = false;
            for (row, &variable) in self.basis.iter().enumerate() {
                gradient.push(if self.value[row] < self.lower[variable] - FEASIBLE {
                    outside = true;
                    1.0
                } else if self.value[row] > self.upper[variable] + FEASIBLE {
                    outside = true;
                    -1.0
                } else {
                    0.0
                });
            }
            if !outside {
                for (row, &variable) in self.basis.iter().enumerate() {
                    gradient[row] = self.cost[variable];
                }
            }
            let prices = self.prices(&gradient);
            let bland = stalled > 60 + self.rows;
            let mut entering = None;
            let mut best = OPTIMAL;
            for variable in 0..self.rows + self.columns.len() {
                let place = self.place[variable];
                if matches!(place, Place::Basic(_)) || self.lower[variable] >= self.upper[variable] {
                    continue;
                }
                let reduced = self.reduced(variable, if outside { 0.0 } else { self.cost[variable] }, &prices);
                let gain = if place == Place::Lower { reduced } else { -reduced };
                let free = self.lower[variable] == f64::NEG_INFINITY && self.upper[variable] == f64::INFINITY;
                let gain = if free { reduced.abs() } else { gain };
                if gain > best {
                    entering = Some((variable, if free { reduced > 0.0 } else { place == Place::Lower }));
                    if bland {
                        break;
                    }
                    best = gain;
                }
            }
            let Some((entering, rising)) = entering else {
                if self.since > 0 && round + 1 < limit && !self.clean() {
                    self.since = AFRESH;
                    continue;
                }
                return if outside { Ending::Infeasible } else { Ending::Optimal };
            };
            let direction = self.direction(entering);
            let sign = if rising { 1.0 } else { -1.0 };
            // Basic values change by `-sign * direction * step`.
            let own = self.upper[entering] - self.lower[entering];
            let pass = |slack: f64| -> f64 {
                let mut least = f64::INFINITY;
                for (row, &entry) in direction.iter().enumerate() {
                    if let Some(bound) = self.blocking(row, -sign * entry, gradient_outside(outside, &gradient, row)) {
                        let room = ((bound - self.value[row]) / (-sign * entry)).max(0.0);
                        least = least.min(room + slack / entry.abs());
                    }
                }
                least
            };
            let relaxed = pass(FEASIBLE);
            let mut chosen: Option<(usize, f64)> = None;
            if relaxed.is_finite() {
                let mut size = 0.0;
                for (row, &entry) in direction.iter().enumerate() {
                    if let Some(bound) = self.blocking(row, -sign * entry, gradient_outside(outside, &gradient, row)) {
                        let room = ((bound - self.value[row]) / (-sign * entry)).max(0.0);
                        let better =
                            if bland { chosen.is_none_or(|(other, _)| self.basis[row] < self.basis[other]) } else { entry.abs() > size };
                        if room <= relaxed && better {
                            size = entry.abs();
                            chosen = Some((row, room));
                        }
                    }
                }
            }
            let step = chosen.map_or(f64::INFINITY, |c| c.1);
            if own <= step {
                if own == f64::INFINITY {
                    return if outside { Ending::Stuck } else { Ending::Unbounded };
                }
                for (value, entry) in self.value.iter_mut().zip(&direction) {
                    *value -= sign * own * entry;
                }
                self.place[entering] = if rising { Place::Upper } else { Place::Lower };
                self.pivots += 1;
                stalled = 0;
                continue;
            }
            let Some((row, step)) = chosen else { return Ending::Stuck };
            if step <= 1e-12 {
                stalled += 1;
            } else {
                stalled = 0;
            }
            let leaving = self.basis[row];
            let up = -sign * direction[row] > 0.0;
            let target = self.blocking(row, -sign * direction[row], gradient_outside(outside, &gradient, row));
            let start = self.at(entering);
            for (value, entry) in self.value.iter_mut().zip(&direction) {
                *value -= sign * step * entry;
            }
            let goes = if target == Some(self.upper[leaving]) && (up || target != Some(self.lower[leaving])) {
                Place::Upper
            } else {
                Place::Lower
            };
            self.exchange(row, entering, &direction, goes);
            self.value[row] = start + sign * step;
        }
        Ending::Stuck
    }

    /// The bound that stops basic variable of `row` when it moves at `speed`.
    fn blocking(&self, row: usize, speed: f64, outside: f64) -> Option<f64> {
        if speed.abs() < PIVOT {
            return None;
        }
        let variable = self.basis[row];
        let (lower, upper) = (self.lower[variable], self.upper[variable]);
        let bound = if outside > 0.0 {
            // Below its lower bound: only the way up meets something, first the lower bound.
            if speed > 0.0 { lower } else { return None }
        } else if outside < 0.0 {
            if speed < 0.0 { upper } else { return None }
        } else if speed > 0.0 {
            upper
        } else {
            lower
        };
        bound.is_finite().then_some(bound)
    }

    /// Whether the kept inverse still tells the truth; recomputes the values from it.
    fn clean(&mut self) -> bool {
        let before = self.value.clone();
        self.evaluate();
        before.iter().zip(&self.value).all(|(a, b)| (a - b).abs() <= 1e-7 * (1.0 + b.abs()))
    }

    /// Solves after bounds changed under a basis that was optimal: bounded dual simplex, then a primal check.
    /// `below` stops early with `Infeasible` once the objective cannot exceed it.
    pub fn resolve(&mut self, below: f64) -> Ending {
        self.freshen();
        let limit = 200 + 10 * self.rows;
        for _ in 0..limit {
            if self.since >= AFRESH {
                self.freshen();
            }
            let mut worst = FEASIBLE;
            let mut leaving = None;
            for (row, &variable) in self.basis.iter().enumerate() {
                let low = self.lower[variable] - self.value[row];
                let high = self.value[row] - self.upper[variable];
                if low > worst {
                    worst = low;
                    leaving = Some((row, true));
                }
                if high > worst {
                    worst = high;
                    leaving = Some((row, false));
                }
            }
            let Some((row, rises)) = leaving else { return self.solve() };
            if below > f64::NEG_INFINITY && self.objective() <= below {
                return Ending::Infeasible;
            }
            let prices = self.duals();
            let m = self.rows;
            let line = self.inverse[row * m..(row + 1) * m].to_vec();
            // Row `row` of the tableau; the basic variable changes by -alpha * (change of the other).
            let mut candidates: Vec<(usize, f64, f64)> = Vec::new();
            let mut least = f64::INFINITY;
            for variable in 0..m + self.columns.len() {
                let place = self.place[variable];
                if matches!(place, Place::Basic(_)) || self.lower[variable] >= self.upper[variable] {
                    continue;
                }
                let alpha = if variable < m {
                    -line[variable]
                } else {
                    self.columns[variable - m].iter().map(|&(r, entry)| line[r] * entry).sum::<f64>()
                };
                if alpha.abs() < PIVOT {
                    continue;
                }
                // Which way may the other move, and does that help?
                let helps = match place {
                    Place::Lower => (alpha < 0.0) == rises,
                    _ => (alpha > 0.0) == rises,
                };
                if !helps {
                    continue;
                }
                let reduced = self.reduced(variable, self.cost[variable], &prices).abs();
                least = least.min((reduced + OPTIMAL) / alpha.abs());
                candidates.push((variable, alpha, reduced));
            }
            let chosen = candidates
                .iter()
                .filter(|(_, alpha, reduced)| reduced / alpha.abs() <= least)
                .max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()).then(b.0.cmp(&a.0)));
            let Some(&(entering, _, _)) = chosen else {
                return if self.since == 0 || self.clean() { Ending::Infeasible } else { self.solve() };
            };
            let direction = self.direction(entering);
            if direction[row].abs() < PIVOT {
                self.since = AFRESH;
                return self.solve();
            }
            let old = self.basis[row];
            let target = if rises { self.lower[old] } else { self.upper[old] };
            let change = (self.value[row] - target) / direction[row];
            let start = self.at(entering);
            for (value, entry) in self.value.iter_mut().zip(&direction) {
                *value -= change * entry;
            }
            self.exchange(row, entering, &direction, if rises { Place::Lower } else { Place::Upper });
            self.value[row] = start + change;
        }
        self.solve()
    }
}

fn gradient_outside(outside: bool, gradient: &[f64], row: usize) -> f64 {
    if outside { gradient[row] } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_textbook_program_is_solved() {
        // max 3x + 5y, x <= 4, 2y <= 12, 3x + 2y <= 18
        let mut program = Program::new(&[(f64::NEG_INFINITY, 12.0), (f64::NEG_INFINITY, 18.0)]);
        program.add(vec![(1, 3.0)], 3.0, 0.0, 4.0);
        program.add(vec![(0, 2.0), (1, 2.0)], 5.0, 0.0, f64::INFINITY);
        assert_eq!(program.solve(), Ending::Optimal);
        assert!((program.objective() - 36.0).abs() < 1e-9);
        assert!((program.row(1) - 18.0).abs() < 1e-9);
        let duals = program.duals();
        assert!((duals[0] - 1.5).abs() < 1e-9 && (duals[1] - 1.0).abs() < 1e-9, "{duals:?}");
    }

    #[test]
    fn contradicting_rows_are_infeasible() {
        let mut program = Program::new(&[(3.0, 4.0), (f64::NEG_INFINITY, 1.0)]);
        program.add(vec![(0, 1.0), (1, 1.0)], 0.0, 0.0, 10.0);
        assert_eq!(program.solve(), Ending::Infeasible);
    }

    fn random_program(seed: &[i8], rows: usize, columns: usize) -> Program {
        let mut entries = seed.iter().cycle().copied();
        let mut next = || f64::from(entries.next().unwrap_or(1));
        let bounds: Vec<(f64, f64)> = (0..rows)
            .map(|_| {
                let low = next();
                (low - 3.0, low + next().abs())
            })
            .collect();
        let mut program = Program::new(&bounds);
        for _ in 0..columns {
            let column = (0..rows).map(|row| (row, next())).filter(|e| e.1 != 0.0).collect();
            program.add(column, next(), 0.0, next().abs());
        }
        program
    }

    proptest! {
        #[test]
        fn an_optimum_equals_its_dual_bound(seed in prop::collection::vec(-4_i8..5, 60..120), rows in 1_usize..6, columns in 1_usize..9) {
            let mut program = random_program(&seed, rows, columns);
            let ending = program.solve();
            prop_assert!(ending == Ending::Optimal || ending == Ending::Infeasible);
            if ending == Ending::Optimal {
                let duals = program.duals();
                let mut bound = 0.0;
                for (row, dual) in duals.iter().enumerate() {
                    bound += dual * if *dual > 0.0 { program.upper[row] } else { program.lower[row] };
                }
                for column in 0..columns {
                    let variable = rows + column;
                    let rest = program.cost[variable] - program.columns[column].iter().map(|&(row, e)| duals[row] * e).sum::<f64>();
                    bound += if rest > 0.0 { rest * program.upper[variable] } else { rest * program.lower[variable] };
                }
                prop_assert!((bound - program.objective()).abs() < 1e-6, "bound {bound}, value {}", program.objective());
                for row in 0..rows {
                    prop_assert!(program.row(row) > program.lower[row] - 1e-6 && program.row(row) < program.upper[row] + 1e-6);
                }
            }
        }

        #[test]
        fn a_warm_start_after_new_bounds_finds_the_same_optimum(seed in prop::collection::vec(-4_i8..5, 60..120), rows in 1_usize..6, columns in 2_usize..9, at in 0_usize..9, to in 0_u8..3) {
            let mut program = random_program(&seed, rows, columns);
            if program.solve() == Ending::Optimal {
                let column = at % columns;
                let (lower, upper) = program.bounds(column);
                let cut = lower + (upper - lower) * f64::from(to) / 2.0;
                program.set_bounds(column, lower, cut);
                let mut cold = random_program(&seed, rows, columns);
                cold.set_bounds(column, lower, cut);
                let (warm, cold_end) = (program.resolve(f64::NEG_INFINITY), cold.solve());
                prop_assert_eq!(warm, cold_end);
                if warm == Ending::Optimal {
                    prop_assert!((program.objective() - cold.objective()).abs() < 1e-6);
                }
            }
        }
    }
}
