//! Encryption of what only few may read: XChaCha20-Poly1305 with keys derived from the secret of the house.
//!
//! What is sealed is bound to where it lies (tenant and row): copied to another row it does not open.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use kernel::Random;
use sha2::Sha256;

const NONCE: usize = 24;

/// A key of 32 bytes that never shows itself.
#[derive(Clone, Copy)]
pub(crate) struct SealKey([u8; 32]);

impl std::fmt::Debug for SealKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SealKey(…)")
    }
}

/// Sealed bytes that do not open: another key, another place, or changed bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("what was sealed does not open with this key at this place")]
pub struct Unreadable;

impl SealKey {
    pub(crate) const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub(crate) fn fresh(random: &dyn Random) -> Self {
        let mut bytes = [0; 32];
        random.fill(&mut bytes);
        Self(bytes)
    }

    pub(crate) fn from_slice(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    pub(crate) const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Seals `words` for the place `place`; the nonce stands before what was sealed.
    pub(crate) fn seal(&self, random: &dyn Random, place: &[u8], words: &[u8]) -> Result<Vec<u8>, Unreadable> {
        let mut nonce = [0; NONCE];
        random.fill(&mut nonce);
        let cipher = XChaCha20Poly1305::new(Key::from_slice(&self.0));
        let sealed = cipher.encrypt(XNonce::from_slice(&nonce), Payload { msg: words, aad: place }).map_err(|_| Unreadable)?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Opens what was sealed for the place `place`.
    pub(crate) fn open(&self, place: &[u8], sealed: &[u8]) -> Result<Vec<u8>, Unreadable> {
        let (nonce, sealed) = sealed.split_at_checked(NONCE).ok_or(Unreadable)?;
        let cipher = XChaCha20Poly1305::new(Key::from_slice(&self.0));
        cipher.decrypt(XNonce::from_slice(nonce), Payload { msg: sealed, aad: place }).map_err(|_| Unreadable)
    }
}

/// HMAC-SHA256 over parts, each preceded by its length so that no two lists of parts look alike.
pub(crate) fn mac(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    #[allow(clippy::expect_used, reason = "HMAC takes a key of any length")]
    let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(key).expect("a key of any length");
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// The bytes of a place: a word, a tenant and a row.
pub(crate) fn place(word: &str, tenant: kernel::TenantId, row: uuid::Uuid) -> Vec<u8> {
    [word.as_bytes(), tenant.uuid().as_bytes(), row.as_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::SeededRandom;

    #[test]
    fn only_the_same_key_at_the_same_place_opens() {
        let random = SeededRandom::new(1);
        let (key, other) = (SealKey::fresh(&random), SealKey::fresh(&random));
        let sealed = key.seal(&random, b"here", "مرحبا".as_bytes()).expect("sealed");
        assert_eq!(key.open(b"here", &sealed).as_deref(), Ok("مرحبا".as_bytes()));
        assert_eq!(key.open(b"there", &sealed), Err(Unreadable));
        assert_eq!(other.open(b"here", &sealed), Err(Unreadable));
        assert_eq!(key.open(b"here", &sealed[..30]), Err(Unreadable));
        assert_eq!(key.open(b"here", b""), Err(Unreadable));
        let mut changed = sealed;
        changed[40] ^= 1;
        assert_eq!(key.open(b"here", &changed), Err(Unreadable));
    }
}
