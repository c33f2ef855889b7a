//! The daily seal: a signed list of where every stream stands.
//!
//! A chain alone does not show that its end was cut off, or that somebody who may write to the database made it anew from
//! some entry on. A seal does, as long as one copy of it lies where that person does not reach: it is published and mailed.
//! Each seal holds the hash of the one before, so that one copy of a later seal vouches for all earlier ones too.

use crate::{Error, Row, Session, Store, Tx};
use data_encoding::{HEXLOWER, HEXLOWER_PERMISSIVE};
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use kernel::{Date, Instant, TenantId};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fmt;
use uuid::Uuid;

/// Rows of a page when the heads are read.
const PAGE: i64 = 5_000;

/// 32 bytes of SHA-256, written as hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Hash(pub(crate) [u8; 32]);

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&HEXLOWER.encode(&self.0))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Hash {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        bytes_of(&String::deserialize(deserializer)?).map(Self).ok_or_else(|| serde::de::Error::custom("a hash is 64 hexadecimal digits"))
    }
}

fn bytes_of<const N: usize>(digits: &str) -> Option<[u8; N]> {
    HEXLOWER_PERMISSIVE.decode(digits.as_bytes()).ok()?.try_into().ok()
}

/// Where one stream stood when it was sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Whose stream.
    pub tenant: TenantId,
    /// Which stream.
    pub stream: Uuid,
    /// The number of its last entry.
    pub number: i64,
    /// The hash of that entry, which vouches for all before it.
    pub hash: Hash,
}

/// A signed seal over all streams of all tenants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checkpoint {
    /// The place among the seals, from 1 without gaps.
    pub number: i64,
    /// For which day it was made; one a day at most.
    pub day: Date,
    /// When it was made.
    pub at: Instant,
    /// The hash of the seal before it; zeros before the first.
    pub previous: Hash,
    /// The public key that it was signed with, in hexadecimal digits.
    pub signer: Hash,
    /// The Ed25519 signature, in hexadecimal digits.
    pub signature: String,
    /// Every stream, in the order of tenant and stream. A short seal leaves them out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub heads: Vec<Head>,
    /// What a short seal says in place of its heads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub over: Option<Over>,
}

/// What a seal is over, in short: this is what is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Over {
    /// How many streams.
    pub streams: i64,
    /// The hash over the heads of all of them.
    pub root: Hash,
}

/// Why a text is no seal.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointError {
    /// It is not written as one.
    #[error("this is not a checkpoint: {0}")]
    Unreadable(String),
    /// Something in it was changed after it was signed.
    #[error("the signature does not fit: the checkpoint was changed after it was signed")]
    Unsigned,
}

impl Checkpoint {
    /// The seal as a text to publish and to keep.
    #[must_use]
    pub fn to_text(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// The seal that a text holds. Whose signature it bears is for [`verify`](super::verify()) to say.
    ///
    /// # Errors
    /// [`CheckpointError`] when it cannot be read or its signature does not fit.
    pub fn from_text(text: &str) -> Result<Self, CheckpointError> {
        let checkpoint: Self = serde_json::from_str(text).map_err(|error| CheckpointError::Unreadable(error.to_string()))?;
        let sorted = checkpoint.heads.windows(2).all(|pair| (pair[0].tenant, pair[0].stream) < (pair[1].tenant, pair[1].stream));
        if !sorted {
            return Err(CheckpointError::Unreadable("the streams are not in order".to_owned()));
        }
        if checkpoint.seal().is_signed() { Ok(checkpoint) } else { Err(CheckpointError::Unsigned) }
    }

    /// The seal without its heads: a few lines that name no stream and no tenant, to publish and to mail. Its signature
    /// is the same, so a journal that was made anew is found with it; which stream that was, only the whole seal names.
    #[must_use]
    pub fn short(&self) -> Self {
        self.seal().with(Vec::new())
    }

    pub(crate) fn seal(&self) -> Seal {
        let mut heads = Root::default();
        self.heads.iter().for_each(|head| heads.add(head));
        let counted = Over { streams: heads.streams(), root: heads.end() };
        let Over { streams, root } = self.over.filter(|_| self.heads.is_empty()).unwrap_or(counted);
        let (number, day, at) = (self.number, self.day, self.at);
        let signature = bytes_of(&self.signature).unwrap_or([0; 64]);
        Seal { number, day, at, previous: self.previous, streams, root, signer: self.signer, signature }
    }
}

/// The hash over all heads, built one by one.
#[derive(Clone)]
pub(crate) struct Root(Sha256, i64);

impl Default for Root {
    fn default() -> Self {
        let mut sha = Sha256::new();
        sha.update(b"meemaak journal heads 1\n");
        Self(sha, 0)
    }
}

impl Root {
    pub(crate) fn add(&mut self, head: &Head) {
        self.0.update(head.tenant.uuid().as_bytes());
        self.0.update(head.stream.as_bytes());
        self.0.update(head.number.to_be_bytes());
        self.0.update(head.hash.0);
        self.1 += 1;
    }
    pub(crate) fn streams(&self) -> i64 {
        self.1
    }
    pub(crate) fn end(self) -> Hash {
        Hash(self.0.finalize().into())
    }
}

/// A seal without its heads: what is signed, and what the table keeps of every day.
pub(crate) struct Seal {
    pub number: i64,
    pub day: Date,
    pub at: Instant,
    pub previous: Hash,
    pub streams: i64,
    pub root: Hash,
    pub signer: Hash,
    pub signature: [u8; 64],
}

impl Seal {
    fn words(&self) -> Vec<u8> {
        let mut words = b"meemaak journal checkpoint 1\n".to_vec();
        words.extend(self.number.to_be_bytes());
        words.extend(self.day.to_string().as_bytes());
        words.extend(self.at.micros().to_be_bytes());
        words.extend(self.previous.0);
        words.extend(self.streams.to_be_bytes());
        words.extend(self.root.0);
        words
    }

    pub(crate) fn is_signed(&self) -> bool {
        let signature = Signature::from_bytes(&self.signature);
        VerifyingKey::from_bytes(&self.signer.0).is_ok_and(|key| key.verify_strict(&self.words(), &signature).is_ok())
    }

    pub(crate) fn hash(&self) -> Hash {
        let mut sha = Sha256::new();
        sha.update(self.words());
        sha.update(self.signer.0);
        sha.update(self.signature);
        Hash(sha.finalize().into())
    }

    pub(crate) fn of(row: &Row) -> Result<Self, Error> {
        Ok(Self {
            number: row.get("number")?,
            day: row.get("day")?,
            at: row.get("at")?,
            previous: hash(row, "previous")?,
            streams: row.get("streams")?,
            root: hash(row, "root")?,
            signer: hash(row, "signer")?,
            signature: row.get::<Vec<u8>>("signature")?.try_into().unwrap_or([0; 64]),
        })
    }

    fn with(self, heads: Vec<Head>) -> Checkpoint {
        let (number, day, at, previous, signer) = (self.number, self.day, self.at, self.previous, self.signer);
        let over = heads.is_empty().then_some(Over { streams: self.streams, root: self.root });
        Checkpoint { number, day, at, previous, signer, signature: HEXLOWER.encode(&self.signature), heads, over }
    }
}

/// A hash of a row. One that somebody cut short becomes zeros, which fit nothing.
pub(crate) fn hash(row: &Row, column: &str) -> Result<Hash, Error> {
    Ok(Hash(row.get::<Vec<u8>>(column)?.try_into().unwrap_or([0; 32])))
}

fn key(store: &Store) -> SigningKey {
    SigningKey::from_bytes(&store.secret().derive("journal checkpoint"))
}

/// The public key with which this house signs its seals, to be published beside them.
#[must_use]
pub fn signer(store: &Store) -> Hash {
    Hash(key(store).verifying_key().to_bytes())
}

/// Seals the journal for a day and answers the seal; when it was sealed for that day (or a later one) already, that seal.
/// Called by a daily job; the caller publishes and mails it.
///
/// # Errors
/// [`Error::Tampered`] when an entry that was sealed before is no longer the same, since a new seal would hide that.
/// Otherwise what the database says.
pub async fn checkpoint(store: &Store, at: Date) -> Result<Checkpoint, Error> {
    for _ in 0..5 {
        match seal_once(store, at).await {
            // Another node sealed at the same moment: then its seal is the answer.
            Err(Error::Conflict(_)) => {}
            sealed => return sealed,
        }
    }
    Err(Error::Unavailable("other nodes keep sealing".to_owned()))
}

async fn seal_once(store: &Store, day: Date) -> Result<Checkpoint, Error> {
    let mut session = store.snapshot().await?;
    let last = last(&mut session).await?;
    if let Some(last) = &last
        && last.day >= day
    {
        return sealed(&mut session).await?.ok_or(Error::Missing);
    }
    refuse_what_was_changed(&mut session).await?;
    let (heads, moved) = heads(&mut session).await?;
    drop(session);
    let mut root = Root::default();
    heads.iter().for_each(|head| root.add(head));
    let mut seal = Seal {
        number: last.as_ref().map_or(1, |last| last.number + 1),
        day,
        at: store.clock().now(),
        previous: last.map_or(Hash([0; 32]), |last| last.hash()),
        streams: root.streams(),
        root: root.end(),
        signer: signer(store),
        signature: [0; 64],
    };
    seal.signature = key(store).sign(&seal.words()).to_bytes();
    let moved = std::sync::Arc::new(moved);
    let row = std::sync::Arc::new(crate::values![
        Uuid::nil(),
        seal.number,
        seal.day,
        seal.at,
        seal.previous.0,
        seal.streams,
        seal.root.0,
        seal.signer.0,
        seal.signature
    ]);
    crate::write!(store, [moved, row], |tx| {
        let sql = crate::sql!(
            "INSERT INTO checkpoint (tenant, number, day, at, previous, streams, root, signer, signature) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        );
        tx.run(sql, &row[..]).await?;
        for head in moved.iter() {
            let sql = crate::sql!(
                "INSERT INTO checkpoint_head (tenant, stream, number, hash) VALUES ($1, $2, $3, $4) ON CONFLICT (tenant, stream) DO UPDATE SET number = excluded.number, hash = excluded.hash"
            );
            tx.run(sql, &crate::values![head.tenant, head.stream, head.number, head.hash.0]).await?;
        }
        Ok::<_, Error>(())
    })
    .await?;
    Ok(seal.with(heads))
}

/// The last seal with all its heads, if the journal was ever sealed. Give it a [`Store::snapshot`], so that both fit.
///
/// # Errors
/// What the database says.
pub async fn sealed(session: &mut Session) -> Result<Option<Checkpoint>, Error> {
    let Some(last) = last(session).await? else { return Ok(None) };
    let mut heads = Vec::new();
    let mut after = (TenantId::from_uuid(Uuid::nil()), Uuid::nil());
    loop {
        let page = sealed_page(session, after).await?;
        let Some(end) = page.last() else { break };
        after = (end.tenant, end.stream);
        heads.extend(page);
    }
    Ok(Some(last.with(heads)))
}

/// Seals in short, the newest first: those before the number `before`, or from the last one on.
///
/// # Errors
/// What the database says.
pub async fn seals(session: &mut Session, before: Option<i64>, limit: i64) -> Result<Vec<Checkpoint>, Error> {
    let sql = crate::sql!(
        "SELECT number, day, at, previous, streams, root, signer, signature FROM checkpoint WHERE tenant = $1 AND number < $2 ORDER BY number DESC LIMIT $3"
    );
    let rows = session.all(sql, &crate::values![Uuid::nil(), before.unwrap_or(i64::MAX), limit]).await?;
    rows.iter().map(|row| Ok(Seal::of(row)?.with(Vec::new()))).collect()
}

/// Notes that a seal is mailed: true for whoever comes first, so that of several nodes one mails it.
///
/// # Errors
/// What the database says.
pub async fn note_mailed(tx: &mut Tx, number: i64) -> Result<bool, Error> {
    let sql = crate::sql!("UPDATE checkpoint SET mailed = TRUE WHERE tenant = $1 AND number = $2 AND mailed = FALSE");
    Ok(tx.run(sql, &crate::values![Uuid::nil(), number]).await? == 1)
}

/// The next heads of the last seal, in order.
pub(crate) async fn sealed_page(session: &mut Session, after: (TenantId, Uuid)) -> Result<Vec<Head>, Error> {
    let sql = crate::sql!(
        "SELECT tenant, stream, number, hash FROM checkpoint_head WHERE (tenant, stream) > ($1, $2) ORDER BY tenant, stream LIMIT $3"
    );
    session.all(sql, &crate::values![after.0, after.1, PAGE]).await?.iter().map(head).collect()
}

fn head(row: &Row) -> Result<Head, Error> {
    Ok(Head { tenant: row.get("tenant")?, stream: row.get("stream")?, number: row.get("number")?, hash: hash(row, "hash")? })
}

async fn last(session: &mut Session) -> Result<Option<Seal>, Error> {
    let sql = crate::sql!(
        "SELECT number, day, at, previous, streams, root, signer, signature FROM checkpoint WHERE tenant = $1 ORDER BY number DESC LIMIT 1"
    );
    session.optional(sql, &crate::values![Uuid::nil()]).await?.as_ref().map(Seal::of).transpose()
}

/// All heads, and those that moved since the last seal.
async fn heads(session: &mut Session) -> Result<(Vec<Head>, Vec<Head>), Error> {
    let (mut all, mut moved) = (Vec::new(), Vec::new());
    let mut after = (TenantId::from_uuid(Uuid::nil()), Uuid::nil());
    loop {
        let sql = crate::sql!(
            "SELECT h.tenant, h.stream, h.number, h.hash, c.number AS sealed FROM journal_head h LEFT JOIN checkpoint_head c ON c.tenant = h.tenant AND c.stream = h.stream AND (c.tenant, c.stream) > ($1, $2) WHERE (h.tenant, h.stream) > ($1, $2) ORDER BY h.tenant, h.stream LIMIT $3"
        );
        let rows = session.all(sql, &crate::values![after.0, after.1, PAGE]).await?;
        for row in &rows {
            let head = head(row)?;
            if row.get::<Option<i64>>("sealed")? != Some(head.number) {
                moved.push(head);
            }
            after = (head.tenant, head.stream);
            all.push(head);
        }
        if rows.is_empty() {
            return Ok((all, moved));
        }
    }
}

async fn refuse_what_was_changed(session: &mut Session) -> Result<(), Error> {
    let sql = crate::sql!(
        "SELECT c.stream, c.number FROM checkpoint_head c LEFT JOIN journal j ON j.tenant = c.tenant AND j.stream = c.stream AND j.number = c.number LEFT JOIN journal_head h ON h.tenant = c.tenant AND h.stream = c.stream WHERE j.hash IS NULL OR j.hash <> c.hash OR h.number IS NULL OR h.number < c.number OR (h.number = c.number AND h.hash <> c.hash) LIMIT 1"
    );
    match session.optional(sql, &[]).await? {
        None => Ok(()),
        Some(row) => Err(Error::Tampered(format!("stream {} up to entry {}", row.get::<Uuid>("stream")?, row.get::<i64>("number")?))),
    }
}
