//! Passwords: argon2id, hashed off the threads that serve pages.

use crate::house::House;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use std::sync::Arc;

/// The fewest signs of a password. NIST SP 800-63B asks for 15 without and 8 with a second factor; we ask 12 of everybody.
pub const FEWEST: usize = 12;
/// The most signs that are read, so that nobody makes us hash a book.
pub const MOST: usize = 256;

/// What hashing one password costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cost {
    /// 19 MiB, two passes, one lane: the OWASP minimum for argon2id.
    Sensible,
    /// Almost nothing. For tests only.
    Light,
}

impl Cost {
    fn argon(self) -> Argon2<'static> {
        let params = match self {
            Self::Sensible => Params::new(19 * 1024, 2, 1, None),
            Self::Light => Params::new(Params::MIN_M_COST, 1, 1, None),
        };
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params.unwrap_or_default())
    }
}

/// Hashing did not work.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a password could not be hashed: {0}")]
pub struct HashError(String);

/// The hash that is stored, in PHC form.
///
/// # Errors
/// When argon2 refuses, which it does for no password between [`FEWEST`] and [`MOST`].
pub async fn hash(house: &House, password: String) -> Result<String, HashError> {
    let mut salt = [0; 16];
    house.random.fill(&mut salt);
    let cost = house.settings.password_cost;
    let permit = Arc::clone(&house.hashing).acquire_owned().await;
    tokio::task::spawn_blocking(move || {
        let _held = permit;
        let salt = SaltString::encode_b64(&salt).map_err(|error| HashError(error.to_string()))?;
        cost.argon().hash_password(password.as_bytes(), &salt).map(|hash| hash.to_string()).map_err(|error| HashError(error.to_string()))
    })
    .await
    .map_err(|error| HashError(error.to_string()))?
}

/// Whether `password` belongs to `stored`. Without a stored hash the work is done all the same, so that the time
/// it takes does not tell who has an account.
pub async fn matches(house: &House, password: String, stored: Option<String>) -> bool {
    if password.chars().count() > MOST {
        return false;
    }
    let cost = house.settings.password_cost;
    let permit = Arc::clone(&house.hashing).acquire_owned().await;
    tokio::task::spawn_blocking(move || {
        let _held = permit;
        match stored.as_deref().map(PasswordHash::new) {
            Some(Ok(hash)) => cost.argon().verify_password(password.as_bytes(), &hash).is_ok(),
            _ => {
                let mut idle = [0; 32];
                let _ = cost.argon().hash_password_into(password.as_bytes(), b"nobody has this salt", &mut idle);
                false
            }
        }
    })
    .await
    .unwrap_or(false)
}
