//! The second factor: time-based one-time codes (RFC 6238: SHA-1, six digits, thirty seconds).

use kernel::{Instant, Random};
use totp_rs::{Algorithm, TOTP};

const STEP_SECONDS: u64 = 30;

/// The secret that an authenticator app and we share.
#[derive(Clone, PartialEq, Eq)]
pub struct FactorSecret(Vec<u8>);

impl std::fmt::Debug for FactorSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FactorSecret(…)")
    }
}

impl FactorSecret {
    /// A fresh secret of 160 bits, as RFC 4226 recommends.
    #[must_use]
    pub fn fresh(random: &dyn Random) -> Self {
        let mut bytes = vec![0; 20];
        random.fill(&mut bytes);
        Self(bytes)
    }

    pub(crate) const fn from_bytes(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }

    fn totp(&self, issuer: &str, account: &str) -> TOTP {
        // A colon divides issuer and account in the address that the app reads.
        TOTP::new_unchecked(Algorithm::SHA1, 6, 0, STEP_SECONDS, self.0.clone(), Some(issuer.replace(':', " ")), account.replace(':', " "))
    }

    /// The secret in groups of four signs, to be typed into the app by hand.
    #[must_use]
    pub fn spelled(&self) -> String {
        let bare = data_encoding::BASE32_NOPAD.encode(&self.0);
        bare.as_bytes().chunks(4).map(|chunk| std::str::from_utf8(chunk).unwrap_or_default()).collect::<Vec<_>>().join(" ")
    }

    /// The secret from the signs in which it is spelled; `None` when they spell none.
    #[must_use]
    pub fn spelled_as(text: &str) -> Option<Self> {
        let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        data_encoding::BASE32_NOPAD.decode(bare.as_bytes()).ok().map(Self)
    }

    /// The `otpauth://` address that stands in the QR code.
    #[must_use]
    pub fn address(&self, issuer: &str, account: &str) -> String {
        self.totp(issuer, account).get_url()
    }

    /// The code that the app shows at `now`.
    #[must_use]
    pub fn code_at(&self, now: Instant) -> String {
        self.totp("Meemaak", "").generate(seconds(now))
    }

    /// The number of the step whose code was typed: this one, the one before or the one after, and later than
    /// `last`, so that a code works once.
    #[must_use]
    pub fn step_of(&self, typed: &str, now: Instant, last: i64) -> Option<i64> {
        let typed: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
        let totp = self.totp("Meemaak", "");
        let here = seconds(now) / STEP_SECONDS;
        [here, here.saturating_sub(1), here + 1].into_iter().find_map(|step| {
            let same = subtle::ConstantTimeEq::ct_eq(totp.generate(step * STEP_SECONDS).as_bytes(), typed.as_bytes());
            let step = i64::try_from(step).unwrap_or(i64::MAX);
            (bool::from(same) && step > last).then_some(step)
        })
    }
}

fn seconds(now: Instant) -> u64 {
    u64::try_from(now.micros() / 1_000_000).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::SeededRandom;

    #[test]
    fn the_codes_are_those_of_the_rfc() {
        // RFC 6238, appendix B, cut to six digits.
        let secret = FactorSecret::from_bytes(b"12345678901234567890".to_vec());
        for (at, code) in [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (20_000_000_000, "353130")] {
            assert_eq!(secret.code_at(Instant::from_micros(at * 1_000_000)), code);
        }
    }

    #[test]
    fn a_code_works_once_and_not_long() {
        let secret = FactorSecret::fresh(&SeededRandom::new(4));
        let now = Instant::from_micros(1_780_000_000_000_000);
        let code = secret.code_at(now);
        let step = secret.step_of(&code, now, 0).expect("a right code");
        assert_eq!(secret.step_of(&code, now, step), None, "the same code again");
        assert_eq!(secret.step_of(&format!("{} {}", &code[..3], &code[3..]), now.plus_seconds(29), step - 1), Some(step));
        assert_eq!(secret.step_of(&code, now.plus_seconds(90), 0), None);
        assert_eq!(secret.step_of("", now, 0), None);
    }
}
