//! Fractions without rounding: near fractions of floating point numbers, and whole-number systems solved exactly.
//!
//! A system is solved modulo a prime, lifted digit by digit to a large power of it, and turned back into fractions
//! (J. D. Dixon, *Numerische Mathematik* 40, 1982); the result is then checked against every equation, so a mistake on the way
//! gives no answer instead of a wrong one.

use num_bigint::{BigInt, BigUint, Sign};
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};

/// A fraction of any size.
pub type Fraction = BigRational;

/// A prime below 2³¹.
const PRIME: u64 = 2_147_483_629;

/// The whole number `n` as a fraction.
pub(crate) fn whole(n: u32) -> Fraction {
    Fraction::from_integer(BigInt::from(n))
}

/// The fraction with the smallest denominator within a hair of `x`; without one below a million, `x` itself as it is stored.
pub(crate) fn near(x: f64) -> Fraction {
    if !x.is_finite() || x.abs() < 1e-12 {
        return Fraction::zero();
    }
    let tolerance = 2e-10 * x.abs().min(1.0);
    let (mut h0, mut h1, mut k0, mut k1) = (0_i128, 1_i128, 1_i128, 0_i128);
    let mut rest = x.abs();
    for _ in 0..40 {
        let floor = rest.floor();
        let Some(a) = floor.to_i128() else { break };
        let (h2, k2) = (a.saturating_mul(h1).saturating_add(h0), a.saturating_mul(k1).saturating_add(k0));
        if k2 > 1_000_000 || h2 > 1_000_000_000_000 {
            break;
        }
        (h0, h1, k0, k1) = (h1, h2, k1, k2);
        let (Some(numerator), Some(denominator)) = (h1.to_f64(), k1.to_f64()) else { break };
        if (numerator / denominator - x.abs()).abs() <= tolerance {
            let sign = if x < 0.0 { -1 } else { 1 };
            return Fraction::new(BigInt::from(h1 * sign), BigInt::from(k1));
        }
        if rest - floor < 1e-15 {
            break;
        }
        rest = 1.0 / (rest - floor);
    }
    Fraction::from_float(x).unwrap_or_else(Fraction::zero)
}

/// The nearest floating point number.
pub(crate) fn float(x: &Fraction) -> f64 {
    // Both parts may be beyond f64: bring the quotient to 80 bits first.
    if x.is_zero() {
        return 0.0;
    }
    if let (Some(n), Some(d)) = (x.numer().to_f64(), x.denom().to_f64())
        && n.is_finite()
        && d.is_finite()
        && n.abs() < 9e15
        && d < 9e15
    {
        return n / d;
    }
    let shift = i64::try_from(x.denom().bits()).unwrap_or(0) - i64::try_from(x.numer().bits()).unwrap_or(0) + 80;
    let scaled = if shift >= 0 { (x.numer() << shift) / x.denom() } else { x.numer() / (x.denom() << (-shift)) };
    let power = i32::try_from(-shift).unwrap_or(0);
    // In two steps: 2^-shift alone may be too small.
    scaled.to_f64().unwrap_or(0.0) * 2.0_f64.powi(power / 2) * 2.0_f64.powi(power - power / 2)
}

fn power(base: u64, mut exponent: u64) -> u64 {
    let (mut result, mut square) = (1, base % PRIME);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = result * square % PRIME;
        }
        square = square * square % PRIME;
        exponent >>= 1;
    }
    result
}

fn remainder(x: &BigInt) -> u64 {
    let modulus = BigInt::from(PRIME);
    let r = x % &modulus;
    let r = if r.is_negative() { r + modulus } else { r };
    r.to_u64().unwrap_or(0)
}

/// The only solution of `Σ columns[j] xⱼ = right`, in fractions. `None` when there is none, when it is not unique, or when its
/// fractions are longer than `bits`. `columns` hold small whole numbers.
pub(crate) fn solve(columns: &[Vec<u32>], right: &[Fraction], bits: u64) -> Option<Vec<Fraction>> {
    let (rows, unknowns) = (right.len(), columns.len());
    if unknowns == 0 || unknowns > rows {
        return None;
    }
    let common = right.iter().fold(BigInt::one(), |acc, f| lcm(&acc, f.denom()));
    let scaled: Vec<BigInt> = right.iter().map(|f| f.numer() * (&common / f.denom())).collect();
    // Independent rows, found modulo the prime.
    let mut work: Vec<Vec<u64>> = (0..rows).map(|row| columns.iter().map(|column| u64::from(column[row])).collect()).collect();
    let mut order: Vec<usize> = (0..rows).collect();
    for at in 0..unknowns {
        let found = (at..rows).find(|&row| work[row][at] != 0)?;
        work.swap(at, found);
        order.swap(at, found);
        let inverse = power(work[at][at], PRIME - 2);
        let (done, rest) = work.split_at_mut(at + 1);
        let pivot = &done[at];
        for line in rest {
            if line[at] != 0 {
                let factor = PRIME - line[at] * inverse % PRIME;
                for (entry, base) in line[at..].iter_mut().zip(&pivot[at..]) {
                    if *base != 0 {
                        *entry = (*entry + factor * base) % PRIME;
                    }
                }
            }
        }
    }
    let rows_used: Vec<usize> = order[..unknowns].to_vec();
    let square: Vec<Vec<u32>> = rows_used.iter().map(|&row| columns.iter().map(|column| column[row]).collect()).collect();
    let inverse = invert(&square)?;
    // Lift: b = A (d0 + d1 p + d2 p² ...).
    let steps = usize::try_from(bits / 30 * 2 + 4).ok()?;
    let mut rest: Vec<BigInt> = rows_used.iter().map(|&row| scaled[row].clone()).collect();
    let mut digits: Vec<BigInt> = vec![BigInt::zero(); unknowns];
    let mut modulus = BigInt::one();
    let prime = BigInt::from(PRIME);
    for step in 0..steps {
        let reduced: Vec<u64> = rest.iter().map(remainder).collect();
        let next: Vec<u64> =
            inverse.iter().map(|line| line.iter().zip(&reduced).fold(0_u64, |acc, (a, b)| (acc + a * b) % PRIME)).collect();
        for (row, value) in rest.iter_mut().enumerate() {
            let product: i128 = square[row].iter().zip(&next).map(|(&a, &b)| i128::from(a) * i128::from(b)).sum();
            *value = (&*value - BigInt::from(product)) / &prime;
        }
        for (digit, value) in digits.iter_mut().zip(&next) {
            *digit += &modulus * BigInt::from(*value);
        }
        modulus *= &prime;
        // Try early when the length doubles.
        if (step + 1).is_power_of_two() || step + 1 == steps {
            if step < 3 && steps > 4 && unknowns > 4 {
                continue;
            }
            if let Some(solution) = fractions(&digits, &modulus)
                && checks(columns, &scaled, &solution)
            {
                return Some(solution.into_iter().map(|x| x / &common).collect());
            }
        }
    }
    None
}

fn lcm(a: &BigInt, b: &BigInt) -> BigInt {
    let (mut x, mut y) = (a.abs(), b.abs());
    while !y.is_zero() {
        (x, y) = (y.clone(), x % &y);
    }
    if x.is_zero() { BigInt::zero() } else { (a / &x) * b }
}

/// The smallest number that every denominator divides.
pub(crate) fn common_denominator(fractions: &[Fraction]) -> BigInt {
    fractions.iter().fold(BigInt::one(), |acc, f| lcm(&acc, f.denom()))
}

fn invert(square: &[Vec<u32>]) -> Option<Vec<Vec<u64>>> {
    let n = square.len();
    let mut work: Vec<Vec<u64>> = square
        .iter()
        .enumerate()
        .map(|(row, line)| {
            let mut out: Vec<u64> = line.iter().map(|&x| u64::from(x)).collect();
            out.extend((0..n).map(|at| u64::from(at == row)));
            out
        })
        .collect();
    for at in 0..n {
        let found = (at..n).find(|&row| work[row][at] != 0)?;
        work.swap(at, found);
        let inverse = power(work[at][at], PRIME - 2);
        for entry in &mut work[at] {
            *entry = *entry * inverse % PRIME;
        }
        let pivot = work[at].clone();
        for (row, line) in work.iter_mut().enumerate() {
            if row != at && line[at] != 0 {
                let factor = PRIME - line[at];
                for (entry, base) in line.iter_mut().zip(&pivot) {
                    if *base != 0 {
                        *entry = (*entry + factor * base) % PRIME;
                    }
                }
            }
        }
    }
    Some(work.into_iter().map(|line| line[n..].to_vec()).collect())
}

/// Each residue as numerator over one common denominator, both below the root of half the modulus.
fn fractions(digits: &[BigInt], modulus: &BigInt) -> Option<Vec<Fraction>> {
    let limit = BigInt::from_biguint(Sign::Plus, (modulus.magnitude() / BigUint::from(2_u32)).sqrt());
    let mut denominator = BigInt::one();
    let mut out = Vec::with_capacity(digits.len());
    for digit in digits {
        // With the denominators met so far most are whole already.
        let known = (digit * &denominator) % modulus;
        let centred = if &known + &known > *modulus { &known - modulus } else { known.clone() };
        if centred.abs() <= limit {
            out.push(Fraction::new(centred, denominator.clone()));
            continue;
        }
        let (mut r0, mut r1, mut t0, mut t1) = (modulus.clone(), known, BigInt::zero(), BigInt::one());
        while r1 > limit {
            let quotient = &r0 / &r1;
            (r0, r1) = (r1.clone(), r0 - &quotient * &r1);
            (t0, t1) = (t1.clone(), t0 - quotient * &t1);
        }
        if t1.is_zero() || t1.abs() > limit {
            return None;
        }
        let (numerator, extra) = if t1.is_negative() { (-r1, -t1) } else { (r1, t1) };
        denominator *= extra;
        if denominator > limit {
            return None;
        }
        out.push(Fraction::new(numerator, denominator.clone()));
    }
    Some(out)
}

fn checks(columns: &[Vec<u32>], right: &[BigInt], solution: &[Fraction]) -> bool {
    let common = solution.iter().fold(BigInt::one(), |acc, f| lcm(&acc, f.denom()));
    let whole: Vec<BigInt> = solution.iter().map(|f| f.numer() * (&common / f.denom())).collect();
    right.iter().enumerate().all(|(row, value)| {
        let mut sum = BigInt::zero();
        for (column, number) in columns.iter().zip(&whole) {
            if column[row] != 0 {
                sum += number * column[row];
            }
        }
        sum == value * &common
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_near_fraction_is_the_simple_one() {
        assert_eq!(near(1.0 / 11.0).to_string(), "1/11");
        assert_eq!(near(-0.375).to_string(), "-3/8");
        assert_eq!(near(0.0), Fraction::zero());
        assert!((float(&near(0.123_456_789_123)) - 0.123_456_789_123).abs() < 1e-10);
    }

    proptest! {
        #[test]
        fn a_system_gives_back_the_fractions_it_was_made_from(
            columns in prop::collection::vec(prop::collection::vec(0_u32..4, 8), 1..7),
            values in prop::collection::vec((0_i64..1000, 1_i64..1000), 7),
        ) {
            let wanted: Vec<Fraction> = columns.iter().zip(&values).map(|(_, &(n, d))| Fraction::new(n.into(), d.into())).collect();
            let right: Vec<Fraction> = (0..8).map(|row| {
                columns.iter().zip(&wanted).map(|(column, x)| x * BigInt::from(column[row])).fold(Fraction::zero(), |a, b| a + b)
            }).collect();
            // None only when the columns depend on each other.
            if let Some(found) = solve(&columns, &right, 600) {
                prop_assert_eq!(found, wanted);
            } else {
                let mut nearest = crate::least::Nearest::new(vec![1.0; 8]);
                let independent = columns.iter().all(|column| {
                    let at = nearest.add(column.iter().enumerate().map(|(i, &v)| (i, f64::from(v))).collect());
                    nearest.take(at)
                });
                prop_assert!(!independent || nearest.used.len() < columns.len());
            }
        }

        #[test]
        fn a_fraction_becomes_the_nearest_number(n in 1_i64..1_000_000_000, d in 1_i64..1_000_000_000) {
            let exact = Fraction::new(n.into(), d.into());
            #[allow(clippy::cast_precision_loss, reason = "below 2^53")]
            let plain = n as f64 / d as f64;
            prop_assert!((float(&exact) - plain).abs() <= plain * 1e-15);
            let long = &exact * Fraction::new(BigInt::from(3_u32).pow(1500), BigInt::from(3_u32).pow(1500) + 1_u32);
            prop_assert!((float(&long) - plain).abs() <= plain * 1e-14);
        }
    }
}
