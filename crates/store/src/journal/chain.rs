//! How the entries of a stream are chained.

use kernel::{EventId, Instant, TenantId};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

/// Everything of one entry that its hash covers, as it is stored.
pub(crate) struct Link<'a> {
    pub tenant: TenantId,
    pub stream: Uuid,
    pub number: i64,
    pub id: EventId,
    pub stream_kind: &'a str,
    pub kind: &'a str,
    pub version: i64,
    pub actor: &'a str,
    pub at: Instant,
    pub body: &'a str,
}

impl Link<'_> {
    /// SHA-256 over the hash before and the fields, each with its length in front, so that no two entries read alike.
    pub(crate) fn hash(&self, previous: &[u8]) -> [u8; 32] {
        let mut sha = Sha256::new();
        sha.update(b"meemaak journal entry 1\n");
        for field in [
            previous,
            self.tenant.uuid().as_bytes(),
            self.stream.as_bytes(),
            &self.number.to_be_bytes(),
            self.id.uuid().as_bytes(),
            self.stream_kind.as_bytes(),
            self.kind.as_bytes(),
            &self.version.to_be_bytes(),
            self.actor.as_bytes(),
            &self.at.micros().to_be_bytes(),
            self.body.as_bytes(),
        ] {
            sha.update((field.len() as u64).to_be_bytes());
            sha.update(field);
        }
        sha.finalize().into()
    }
}

/// What stands before the first entry of a stream: its own name, so that no stream can be passed off as another.
pub(crate) fn genesis(tenant: TenantId, stream: Uuid) -> [u8; 32] {
    let mut sha = Sha256::new();
    sha.update(b"meemaak journal stream 1\n");
    sha.update(tenant.uuid().as_bytes());
    sha.update(stream.as_bytes());
    sha.finalize().into()
}
