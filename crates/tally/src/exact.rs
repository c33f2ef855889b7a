//! Exact amounts. Denominators grow with each round, so nothing here is a float except where a float only
//! decides what must be looked at exactly.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{ToPrimitive, Zero};

pub(crate) fn whole(number: i64) -> BigRational {
    BigRational::from_integer(BigInt::from(number))
}

pub(crate) fn ratio(above: i64, below: i64) -> BigRational {
    BigRational::new(BigInt::from(above), BigInt::from(below))
}

/// Near enough to sort by; infinite when it is too large.
pub(crate) fn near(amount: &BigRational) -> f64 {
    amount.to_f64().unwrap_or(f64::INFINITY)
}

/// Euro, exact: 33.37 where that is all, else a fraction.
pub(crate) fn euros(cents: &BigRational) -> String {
    let amount = cents / whole(100);
    if amount.is_integer() {
        amount.to_integer().to_string()
    } else if cents.is_integer() {
        let cents: BigInt = cents.to_integer();
        let (euro, rest): (BigInt, BigInt) = (&cents / 100, &cents % 100);
        format!("{euro}.{:02}", rest.to_i64().unwrap_or(0).abs())
    } else {
        format!("{}/{}", amount.numer(), amount.denom())
    }
}

/// The amounts that voters have left: each different amount once.
#[derive(Debug)]
pub(crate) struct Purse {
    amounts: Vec<BigRational>,
    near: Vec<f64>,
}

impl Purse {
    pub(crate) fn new() -> Self {
        Self { amounts: vec![BigRational::zero()], near: vec![0.0] }
    }
    pub(crate) fn add(&mut self, amount: BigRational) -> usize {
        if amount.is_zero() {
            return 0;
        }
        self.near.push(near(&amount));
        self.amounts.push(amount);
        self.amounts.len() - 1
    }
    pub(crate) fn exact(&self, at: usize) -> &BigRational {
        &self.amounts[at]
    }
    pub(crate) fn near(&self, at: usize) -> f64 {
        self.near[at]
    }
}
