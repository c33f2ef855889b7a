//! The digest of a follow code, so that the code itself is kept nowhere.

use hmac::{Hmac, Mac};
use kernel::{FollowCode, PublicNumber, Random};
use sha2::Sha256;
use subtle::ConstantTimeEq;

/// The keyed digest of one follow code: a key of its own for each contribution, destroyed when its author is
/// erased. A code has 70 bits, so that nobody finds it back from digest and key.
#[derive(Clone, PartialEq, Eq)]
pub struct CodeDigest {
    /// The key, 32 random bytes.
    pub key: Vec<u8>,
    /// HMAC-SHA-256 over number and code.
    pub digest: Vec<u8>,
}

impl CodeDigest {
    /// Digests `code` for the contribution `number` under a fresh key.
    #[must_use]
    pub fn of(random: &dyn Random, number: &PublicNumber, code: &FollowCode) -> Self {
        let mut key = vec![0; 32];
        random.fill(&mut key);
        let digest = digest(&key, number, code);
        Self { key, digest }
    }

    /// Whether `code` is the code that was digested. Takes as long for a wrong code as for a right one.
    #[must_use]
    pub fn proves(&self, number: &PublicNumber, code: &FollowCode) -> bool {
        !self.key.is_empty() && bool::from(digest(&self.key, number, code).ct_eq(&self.digest))
    }
}

impl std::fmt::Debug for CodeDigest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CodeDigest(…)")
    }
}

fn digest(key: &[u8], number: &PublicNumber, code: &FollowCode) -> Vec<u8> {
    // A key of any length is taken, so this never fails; an empty digest proves nothing.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else { return Vec::new() };
    mac.update(number.as_str().as_bytes());
    mac.update(b"\0");
    mac.update(code.bare().as_bytes());
    mac.finalize().into_bytes().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::SeededRandom;

    #[test]
    fn only_the_right_code_of_the_right_contribution_proves() {
        let random = SeededRandom::new(11);
        let (number, other) = (PublicNumber::draw(&random), PublicNumber::draw(&random));
        let (code, wrong) = (FollowCode::draw(&random), FollowCode::draw(&random));
        let kept = CodeDigest::of(&random, &number, &code);
        assert!(kept.proves(&number, &code));
        assert!(!kept.proves(&number, &wrong) && !kept.proves(&other, &code));
        assert!(!CodeDigest { key: Vec::new(), digest: Vec::new() }.proves(&number, &code), "an erased code proves nothing");
        assert_ne!(kept, CodeDigest::of(&random, &number, &code), "two keys give two digests");
    }
}
