//! Exact amounts that are worked out only when somebody asks.
//!
//! All prices of a run are linear in the share that everybody started with and in the prices before them:
//! pₖ = (cost − a·e + Σ cⱼ·pⱼ) / w with whole numbers a, cⱼ and w. A [`Form`] keeps those whole numbers; two equal forms are
//! a tie without any large number. The [`Ledger`] gives a form its exact value, over one common denominator.

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};
use std::cmp::Ordering;

/// (constant + share·e + Σ pricesⱼ·pⱼ) / over.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Form {
    pub(crate) constant: i128,
    pub(crate) share: i128,
    pub(crate) prices: Vec<i128>,
    /// More than 0.
    pub(crate) over: i128,
}

impl Form {
    pub(crate) fn zero() -> Self {
        Self { constant: 0, share: 0, prices: Vec::new(), over: 1 }
    }
    pub(crate) fn add_price(&mut self, round: usize, times: i128) {
        if self.prices.len() <= round {
            self.prices.resize(round + 1, 0);
        }
        self.prices[round] += times;
    }
    /// Adds `other` so many times; both over 1.
    pub(crate) fn add(&mut self, other: &Self, times: i128) {
        self.constant += other.constant * times;
        self.share += other.share * times;
        for (round, price) in other.prices.iter().enumerate() {
            self.add_price(round, price * times);
        }
    }
    /// Whether both, each multiplied, are the same whatever the share and the prices are. `None` when the numbers are too large.
    pub(crate) fn same(&self, mine: i64, other: &Self, its: i64) -> Option<bool> {
        let left = i128::from(mine).checked_mul(other.over)?;
        let right = i128::from(its).checked_mul(self.over)?;
        let equal = |a: i128, b: i128| Some(a.checked_mul(left)? == b.checked_mul(right)?);
        if !equal(self.constant, other.constant)? || !equal(self.share, other.share)? {
            return Some(false);
        }
        let at = |form: &Self, round: usize| form.prices.get(round).copied().unwrap_or(0);
        for round in 0..self.prices.len().max(other.prices.len()) {
            if !equal(at(self, round), at(other, round))? {
                return Some(false);
            }
        }
        Some(true)
    }
}

/// The exact values behind the forms of one run.
#[derive(Debug, Clone)]
pub(crate) struct Ledger {
    forms: Vec<Form>,
    /// How many prices are worked out.
    known: usize,
    below: BigInt,
    share: BigInt,
    prices: Vec<BigInt>,
}

impl Ledger {
    pub(crate) fn new(share: &BigRational) -> Self {
        Self { forms: Vec::new(), known: 0, below: share.denom().clone(), share: share.numer().clone(), prices: Vec::new() }
    }
    pub(crate) fn push(&mut self, form: Form) {
        self.forms.push(form);
    }

    /// How many prices are entered.
    pub(crate) fn rounds(&self) -> usize {
        self.forms.len()
    }

    fn settle(&mut self, rounds: usize) {
        while self.known < rounds {
            let form = self.forms[self.known].clone();
            let above = self.sum(&form);
            let over = BigInt::from(form.over);
            let common = above.gcd(&over);
            let times = &over / &common;
            if times != BigInt::from(1) {
                self.below *= &times;
                self.share *= &times;
                for price in &mut self.prices {
                    *price *= &times;
                }
            }
            self.prices.push(above / common);
            self.known += 1;
        }
    }

    /// The value times `over`, over the common denominator; every price in it is worked out.
    fn sum(&self, form: &Form) -> BigInt {
        let mut sum = &self.below * form.constant + &self.share * form.share;
        for (price, times) in self.prices.iter().zip(&form.prices) {
            if *times != 0 {
                sum += price * *times;
            }
        }
        sum
    }

    fn above(&mut self, form: &Form) -> BigInt {
        self.settle(form.prices.iter().rposition(|times| *times != 0).map_or(0, |last| last + 1));
        self.sum(form)
    }

    pub(crate) fn value(&mut self, form: &Form) -> BigRational {
        let above = self.above(form);
        BigRational::new(above, &self.below * form.over)
    }

    /// The value as numerator and denominator, not reduced.
    pub(crate) fn parts(&mut self, form: &Form) -> (BigInt, BigInt) {
        (self.above(form), &self.below * form.over)
    }

    pub(crate) fn price(&mut self, round: usize) -> BigRational {
        self.settle(round + 1);
        BigRational::new(self.prices[round].clone(), self.below.clone())
    }

    /// Less than nothing, nothing, or more.
    pub(crate) fn sign(&mut self, form: &Form) -> Ordering {
        let above = self.above(form);
        if above.is_zero() {
            Ordering::Equal
        } else if above.is_negative() {
            Ordering::Less
        } else {
            Ordering::Greater
        }
    }

    /// Compares two forms, each divided by a whole number.
    pub(crate) fn compare(&mut self, a: &Form, by: i64, b: &Form, its: i64) -> Ordering {
        // Both have to be worked out before either is summed: the common denominator moves.
        self.above(a);
        self.above(b);
        let (left, right) = (self.sum(a) * b.over * its, self.sum(b) * a.over * by);
        left.cmp(&right)
    }
}

pub(crate) fn whole(number: i64) -> BigRational {
    BigRational::from_integer(BigInt::from(number))
}

/// Near enough to sort by: within 10⁻¹⁵ of the amount.
pub(crate) fn near(amount: &BigRational) -> f64 {
    amount.to_f64().unwrap_or(f64::INFINITY)
}

/// Euro, exact, as a whole number or a fraction.
pub(crate) fn euros(cents: &BigRational) -> String {
    (cents / whole(100)).to_string()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_ledger_says_what_fractions_say(
            share in (1_i64..10_000, 1_i64..500),
            rows in prop::collection::vec((1_i128..100_000, -50_i128..50, prop::collection::vec(-9_i128..9, 8), 1_i128..5_000), 1..8),
        ) {
            let share = BigRational::new(share.0.into(), share.1.into());
            let mut ledger = Ledger::new(&share);
            let mut plain: Vec<BigRational> = Vec::new();
            for (round, (constant, times, prices, over)) in rows.into_iter().enumerate() {
                let form = Form { constant, share: times, prices: prices[..round].to_vec(), over };
                let mut value = BigRational::from_integer(constant.into()) + &share * BigRational::from_integer(times.into());
                for (price, times) in plain.iter().zip(&form.prices) {
                    value += price * BigRational::from_integer((*times).into());
                }
                value /= BigRational::from_integer(over.into());
                let other = Form { constant: 7, share: 0, prices: vec![], over: 3 };
                prop_assert_eq!(ledger.compare(&form, 5, &other, 2), (&value / whole(5)).cmp(&BigRational::new(7.into(), 6.into())));
                ledger.push(form);
                plain.push(value);
            }
            for (round, value) in plain.iter().enumerate().rev() {
                prop_assert_eq!(&ledger.price(round), value);
            }
        }
    }
}
