//! Quantiles of the normal distribution and of Student's t, computed and not looked up.
//!
//! The chance beyond a point is computed from series and continued fractions that are exact up to rounding; the point beyond
//! which a given chance lies is found by halving an interval until no number lies between its ends.

use std::f64::consts::PI;

/// From so many degrees of freedom on, t is the normal distribution with three terms of its known correction: what is left
/// out is smaller than rounding.
const MANY: f64 = 1e6;

/// The point beyond which, on the right, the chance `tail` lies; `tail` above 0 and below ½, otherwise 0.
///
/// ```
/// assert!((statistics::normal_quantile(0.025) - 1.959963984540054).abs() < 1e-12);
/// ```
#[must_use]
pub fn normal_quantile(tail: f64) -> f64 {
    if tail > 0.0 && tail < 0.5 { point(tail, normal_tail) } else { 0.0 }
}

/// The same of Student's t with `degrees` of freedom, which need not be whole; 0 when they are not above zero.
///
/// ```
/// assert!((statistics::t_quantile(0.025, 10.0) - 2.228138851986275).abs() < 1e-12);
/// ```
#[must_use]
pub fn t_quantile(tail: f64, degrees: f64) -> f64 {
    if !(tail > 0.0 && tail < 0.5 && degrees > 0.0) {
        return 0.0;
    }
    if degrees > MANY {
        let z = normal_quantile(tail);
        let square = z * z;
        let first = z * (square + 1.0) / 4.0;
        let second = z * ((5.0 * square + 16.0) * square + 3.0) / 96.0;
        return z + (first + second / degrees) / degrees;
    }
    point(tail, |at| t_tail(at, degrees))
}

/// The point beyond which `tail` lies, when `beyond` falls from ½ at zero towards nothing.
fn point(tail: f64, beyond: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    while beyond(high) > tail && high < 1e300 {
        low = high;
        high *= 2.0;
    }
    loop {
        let middle = low + (high - low) / 2.0;
        if middle <= low || middle >= high {
            return middle;
        }
        if beyond(middle) > tail {
            low = middle;
        } else {
            high = middle;
        }
    }
}

/// The chance that a normal number lies beyond `at` (0 or more).
fn normal_tail(at: f64) -> f64 {
    let density = (-0.5 * at * at).exp() / (2.0 * PI).sqrt();
    if at < 2.5 {
        // The chance between 0 and `at`: density · (at + at³/3 + at⁵/15 + …), each term all of one sign.
        let (mut term, mut sum, mut odd) = (at, at, 1.0);
        while term > sum * f64::EPSILON / 4.0 {
            odd += 2.0;
            term *= at * at / odd;
            sum += term;
        }
        0.5 - density * sum
    } else {
        // density / (at + 1/(at + 2/(at + 3/…))), from the inside out.
        density / (1..=300).rev().fold(at, |inner, step| at + f64::from(step) / inner)
    }
}

/// The chance that Student's t lies beyond `at` (0 or more): half of the incomplete beta function I(ν/2, ½) at ν/(ν + t²).
fn t_tail(at: f64, degrees: f64) -> f64 {
    let half = degrees / 2.0;
    let ratio = at * at / degrees;
    let (x, y) = (1.0 / (1.0 + ratio), ratio / (1.0 + ratio));
    let ln_beta = 0.5 * PI.ln() - half_step(half);
    let front = (-half * ratio.ln_1p() + 0.5 * y.ln() - ln_beta).exp();
    if x < (half + 1.0) / (half + 2.5) {
        0.5 * front * continued_fraction(half, 0.5, x) / half
    } else {
        0.5 - front * continued_fraction(0.5, half, y)
    }
}

/// ln Γ(a + ½) − ln Γ(a), by its series for large `a`, to which a small one is brought by Γ(a + 1) = a Γ(a).
fn half_step(a: f64) -> f64 {
    let (mut a, mut brought) = (a, 0.0);
    while a < 32.0 {
        brought += (a / (a + 0.5)).ln();
        a += 1.0;
    }
    let one = 1.0 / a;
    let square = one * one;
    brought + 0.5 * a.ln() - one * (1.0 / 8.0 - square * (1.0 / 192.0 - square * (1.0 / 640.0 - square * 17.0 / 14336.0)))
}

/// The continued fraction of the incomplete beta function, by the method of Lentz.
fn continued_fraction(a: f64, b: f64, x: f64) -> f64 {
    let away_from_zero = |number: f64| if number.abs() < 1e-300 { 1e-300 } else { number };
    let mut c = 1.0;
    let mut d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut whole = d;
    for step in 1..=20_000 {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut change = 1.0;
        for next in [even, odd] {
            d = 1.0 / away_from_zero(1.0 + next * d);
            c = away_from_zero(1.0 + next / c);
            change = c * d;
            whole *= change;
        }
        if (change - 1.0).abs() <= f64::EPSILON {
            break;
        }
    }
    whole
}
