//! How often one may try: token buckets that stop guessing without locking a whole library out.
//!
//! Three buckets stand before a guess: a strict one for this address *and* this account (or number), a wider one
//! for the account from wherever (so that many addresses together cannot guess for ever, and one of them cannot
//! lock the owner out), and a generous one for the address. Whoever sits in the same library behind the same
//! address has a strict bucket of their own. A right answer gives its tokens back.
//!
//! The buckets live in the memory of one node and are gone after a restart: with n nodes an attacker has at most
//! n times as many tries. A follow code has 70 bits and a TOTP code is checked after the password, so that is enough.

use kernel::Instant;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// What is being tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Trial {
    /// A password.
    SignIn,
    /// Asking for a mail with which a password can be set. Nobody's mailbox is to be filled by a stranger.
    PasswordLink,
    /// Asking for news by mail. Nobody's mailbox is to be filled by a stranger here either.
    Subscription,
    /// A code of a second factor.
    Code,
    /// A follow code that proves whose contribution it is.
    FollowCode,
    /// Something that is put in without an account: only the address counts.
    Contribution,
}

/// How many tries fit at once, and how many seconds until the next one is there.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Rate {
    burst: f64,
    seconds: f64,
}

impl Trial {
    /// Together, for the subject from everywhere, for the address.
    const fn rates(self) -> [Rate; 3] {
        match self {
            Self::SignIn => [Rate { burst: 6.0, seconds: 60.0 }, Rate { burst: 60.0, seconds: 30.0 }, Rate { burst: 200.0, seconds: 2.0 }],
            Self::PasswordLink | Self::Subscription => {
                [Rate { burst: 3.0, seconds: 600.0 }, Rate { burst: 10.0, seconds: 600.0 }, Rate { burst: 200.0, seconds: 2.0 }]
            }
            Self::Code => [Rate { burst: 6.0, seconds: 60.0 }, Rate { burst: 12.0, seconds: 60.0 }, Rate { burst: 200.0, seconds: 2.0 }],
            Self::FollowCode => {
                [Rate { burst: 10.0, seconds: 30.0 }, Rate { burst: 100.0, seconds: 30.0 }, Rate { burst: 300.0, seconds: 2.0 }]
            }
            Self::Contribution => {
                [Rate { burst: 300.0, seconds: 2.0 }, Rate { burst: f64::MAX, seconds: 1.0 }, Rate { burst: 300.0, seconds: 2.0 }]
            }
        }
    }
}

#[derive(Debug, Clone, Copy)]
struct Bucket {
    left: f64,
    at: Instant,
}

impl Bucket {
    fn filled(self, rate: Rate, now: Instant) -> f64 {
        #[allow(clippy::cast_precision_loss, reason = "a rate needs no microsecond")]
        let passed = (now.micros() - self.at.micros()).max(0) as f64 / 1e6;
        (self.left + passed / rate.seconds).min(rate.burst)
    }
}

/// Too many tries; how many seconds until the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("too many tries; the next one fits in {seconds} seconds")]
pub struct TooMany {
    /// Seconds until the next try fits.
    pub seconds: u32,
}

/// The buckets of one node.
#[derive(Debug, Default)]
pub struct Limits(Mutex<HashMap<(Trial, u8, String), Bucket>>);

/// So many buckets at most: beyond this the fullest, which say least, are forgotten.
const MOST: usize = 200_000;

impl Limits {
    /// Takes one try of `trial` from `address` on `subject` (an account's mail address, a public number; prefix
    /// both with the tenant).
    ///
    /// # Errors
    /// When one of the three buckets is empty. Nothing is taken then.
    pub fn take(&self, trial: Trial, address: &str, subject: &str, now: Instant) -> Result<(), TooMany> {
        let mut buckets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() > MOST {
            buckets.retain(|(trial, which, _), bucket| {
                let rate = trial.rates()[usize::from(*which).min(2)];
                bucket.filled(rate, now) < rate.burst - 1.0
            });
        }
        let rates = trial.rates();
        let keys = keys(trial, address, subject);
        let mut filled = [0.0; 3];
        for (which, key) in keys.iter().enumerate() {
            filled[which] = buckets.get(key).map_or(rates[which].burst, |bucket| bucket.filled(rates[which], now));
            if filled[which] < 1.0 {
                let wait = ((1.0 - filled[which]) * rates[which].seconds).ceil().clamp(1.0, 86_400.0);
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 86400")]
                return Err(TooMany { seconds: wait as u32 });
            }
        }
        for (which, key) in keys.into_iter().enumerate() {
            buckets.insert(key, Bucket { left: filled[which] - 1.0, at: now });
        }
        Ok(())
    }

    /// Gives the try back, because the answer was right.
    pub fn give_back(&self, trial: Trial, address: &str, subject: &str, now: Instant) {
        let mut buckets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let rates = trial.rates();
        for (which, key) in keys(trial, address, subject).into_iter().enumerate() {
            if let Some(bucket) = buckets.get_mut(&key) {
                let left = bucket.filled(rates[which], now) + 1.0;
                *bucket = Bucket { left: left.min(rates[which].burst), at: now };
            }
        }
    }
}

fn keys(trial: Trial, address: &str, subject: &str) -> [(Trial, u8, String); 3] {
    [(trial, 0, format!("{address}\u{1f}{subject}")), (trial, 1, subject.to_owned()), (trial, 2, address.to_owned())]
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Instant = Instant::from_micros(1_000_000_000_000);

    fn tries(limits: &Limits, trial: Trial, address: &str, subject: &str, most: usize) -> usize {
        (0..most).take_while(|_| limits.take(trial, address, subject, NOW).is_ok()).count()
    }

    #[test]
    fn guessing_stops_and_the_neighbour_at_the_next_table_goes_on() {
        let limits = Limits::default();
        assert_eq!(tries(&limits, Trial::SignIn, "192.0.2.1", "an", 100), 6);
        assert_eq!(tries(&limits, Trial::SignIn, "192.0.2.1", "bo", 100), 6);
        assert!(limits.take(Trial::SignIn, "192.0.2.9", "an", NOW).is_ok(), "the owner at home is not locked out");
    }

    #[test]
    fn many_addresses_together_do_not_guess_for_ever() {
        let limits = Limits::default();
        let total: usize = (0..1000).map(|n| tries(&limits, Trial::SignIn, &format!("198.51.100.{n}"), "an", 100)).sum();
        assert_eq!(total, 60);
    }

    #[test]
    fn one_address_does_not_try_every_account() {
        let limits = Limits::default();
        let total: usize = (0..1000).map(|n| tries(&limits, Trial::SignIn, "192.0.2.1", &format!("account {n}"), 100)).sum();
        assert_eq!(total, 200);
    }

    #[test]
    fn time_and_right_answers_give_tries_back() {
        let limits = Limits::default();
        assert_eq!(tries(&limits, Trial::SignIn, "a", "an", 100), 6);
        assert!(limits.take(Trial::SignIn, "a", "an", NOW).is_err_and(|too| too.seconds == 60));
        assert!(limits.take(Trial::SignIn, "a", "an", NOW.plus_seconds(61)).is_ok());
        for _ in 0..100 {
            assert!(limits.take(Trial::SignIn, "b", "bo", NOW).is_ok());
            limits.give_back(Trial::SignIn, "b", "bo", NOW);
        }
    }
}
