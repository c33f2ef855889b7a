//! The identity vault: who somebody is, apart from what somebody said.
//!
//! Every identity is sealed with a key of its own, and that key with a key derived from the secret of the house.
//! Erasing destroys the key first: what an old row, a replica or a stolen disk still holds cannot be opened.
//! Every look is written in the journal with its reason. Nothing here is called by a page that has not asked
//! [`crate::Permission::SeeIdentity`] (or `Deliver`, for the address on a letter) before.

use crate::seal::{SealKey, Unreadable, place};
use crate::tables::events::{self, Event};
use kernel::{Actor, Date, IdentityId, TenantId};
use serde::{Deserialize, Serialize};
use store::{Error, Session, Tx, sql, values};

/// Who somebody is, as far as that person told. Every field may be absent (E203: no mail, no account needed).
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Identity {
    /// The name.
    pub name: String,
    /// The mail address.
    pub mail: String,
    /// The telephone number.
    pub phone: String,
    /// The postal address.
    pub address: String,
}

impl std::fmt::Debug for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Identity(…)")
    }
}

impl Identity {
    /// Whether nothing was told at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        [&self.name, &self.mail, &self.phone, &self.address].iter().all(|part| part.trim().is_empty())
    }
}

/// Why somebody looks at an identity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// To confirm that a contribution came in.
    Receipt,
    /// To bring an answer.
    Delivery,
    /// To ask the author something.
    Question,
    /// The author asked to see, correct or erase what we hold.
    OwnRequest,
    /// To judge whether something can be published.
    Screening,
    /// To hand out what is held about somebody, to that person.
    Export,
    /// Something else; the page asks staff to write down what, in the dossier.
    Other,
}

impl Reason {
    /// The code that the journal keeps; `people-reason-…` says it in words.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Receipt => "receipt",
            Self::Delivery => "delivery",
            Self::Question => "question",
            Self::OwnRequest => "own-request",
            Self::Screening => "screening",
            Self::Export => "export",
            Self::Other => "other",
        }
    }
}

/// The key to a tenant's vault in the hands of an actor.
#[derive(Debug, Clone, Copy)]
pub struct Keeper {
    key: SealKey,
    tenant: TenantId,
    actor: Actor,
}

impl Keeper {
    pub(crate) const fn new(key: SealKey, tenant: TenantId, actor: Actor) -> Self {
        Self { key, tenant, actor }
    }
}

/// Whoever holds the key to a vault: a [`crate::Context`] on a page, a [`Keeper`] elsewhere.
pub trait KeyHolder {
    /// The key, the tenant and who acts.
    fn keeper(&self) -> Keeper;
}

impl KeyHolder for Keeper {
    fn keeper(&self) -> Keeper {
        *self
    }
}

fn unreadable(error: Unreadable) -> Error {
    Error::Broken(error.to_string())
}

/// Puts an identity in the vault, or replaces what is there. The row carries a day and no moment.
///
/// # Errors
/// When the database does not answer.
pub async fn keep(tx: &mut Tx, holder: &impl KeyHolder, id: IdentityId, identity: &Identity) -> Result<(), Error> {
    let Keeper { key, tenant, actor } = holder.keeper();
    let own = match own_key(tx, key, tenant, id).await? {
        Some(own) => own,
        None => {
            let own = SealKey::fresh(tx.random());
            let wrapped = key.seal(tx.random(), &place("identity key", tenant, id.uuid()), own.bytes()).map_err(unreadable)?;
            tx.run(sql!("INSERT INTO identity_key (tenant, identity, wrapped) VALUES ($1, $2, $3)"), &values![tenant, id, wrapped]).await?;
            own
        }
    };
    let words = serde_json::to_vec(identity).map_err(|error| Error::Broken(error.to_string()))?;
    let sealed = own.seal(tx.random(), &place("identity", tenant, id.uuid()), &words).map_err(unreadable)?;
    let today = kernel::Zone::utc().date(tx.now());
    tx.run(sql!("DELETE FROM identity WHERE tenant = $1 AND id = $2"), &values![tenant, id]).await?;
    tx.run(
        sql!("INSERT INTO identity (tenant, id, sealed, kept_on, keep_until) VALUES ($1, $2, $3, $4, $5)"),
        &values![tenant, id, sealed, today, None::<Date>],
    )
    .await?;
    events::record(tx, tenant, &actor, Event::IdentityKept { identity: id }).await
}

/// Looks at an identity, and writes in the journal who looked and why. `None` when it was erased or never kept.
///
/// # Errors
/// When the database does not answer, or the row was changed from outside.
pub async fn look(tx: &mut Tx, holder: &impl KeyHolder, id: IdentityId, reason: Reason) -> Result<Option<Identity>, Error> {
    let Keeper { key, tenant, actor } = holder.keeper();
    let Some(own) = own_key(tx, key, tenant, id).await? else { return Ok(None) };
    let row = tx.optional(sql!("SELECT sealed FROM identity WHERE tenant = $1 AND id = $2"), &values![tenant, id]).await?;
    let Some(row) = row else { return Ok(None) };
    let words = own.open(&place("identity", tenant, id.uuid()), &row.get::<Vec<u8>>("sealed")?).map_err(unreadable)?;
    let identity = serde_json::from_slice(&words).map_err(|error| Error::Broken(error.to_string()))?;
    events::record(tx, tenant, &actor, Event::IdentitySeen { identity: id, reason: reason.code() }).await?;
    Ok(Some(identity))
}

/// Sets the last day on which an identity is kept; the retention job erases it after that.
///
/// # Errors
/// When the database does not answer.
pub async fn keep_until(tx: &mut Tx, tenant: TenantId, id: IdentityId, last: Option<Date>) -> Result<(), Error> {
    tx.run(sql!("UPDATE identity SET keep_until = $3 WHERE tenant = $1 AND id = $2"), &values![tenant, id, last]).await.map(drop)
}

/// Starts the term after which an identity goes ([`crate::kept::AFTER_ANSWER_DAYS`]), or starts it anew: `from` is the
/// day of an answer to this person, of the withdrawal of what this person put in, or of the closing of the process to
/// which it belongs. The latest of these counts. Whoever answers or withdraws calls it in the same write.
///
/// # Errors
/// When the database does not answer.
pub async fn begin_term(tx: &mut Tx, tenant: TenantId, id: IdentityId, from: Date) -> Result<(), Error> {
    let last = from.plus_days(i64::from(crate::kept::AFTER_ANSWER_DAYS));
    tx.run(
        sql!("UPDATE identity SET keep_until = $3 WHERE tenant = $1 AND id = $2 AND (keep_until IS NULL OR keep_until < $3)"),
        &values![tenant, id, last],
    )
    .await
    .map(drop)
}

/// Whether the vault holds this identity.
///
/// # Errors
/// When the database does not answer.
pub async fn holds(s: &mut Session, tenant: TenantId, id: IdentityId) -> Result<bool, Error> {
    Ok(s.optional(sql!("SELECT id FROM identity WHERE tenant = $1 AND id = $2"), &values![tenant, id]).await?.is_some())
}

/// Destroys the key and the row of an identity. Erasing somebody everywhere is [`crate::holder::erase`].
///
/// # Errors
/// When the database does not answer.
pub async fn forget(tx: &mut Tx, tenant: TenantId, id: IdentityId) -> Result<(), Error> {
    tx.run(sql!("DELETE FROM identity_key WHERE tenant = $1 AND identity = $2"), &values![tenant, id]).await?;
    tx.run(sql!("DELETE FROM identity WHERE tenant = $1 AND id = $2"), &values![tenant, id]).await.map(drop)
}

/// The identities whose last day lies before `today`; at most 200 at a time.
pub(crate) async fn past_term(s: &mut Session, tenant: TenantId, today: Date) -> Result<Vec<IdentityId>, Error> {
    s.all(
        sql!("SELECT id FROM identity WHERE tenant = $1 AND keep_until IS NOT NULL AND keep_until < $2 ORDER BY keep_until, id LIMIT 200"),
        &values![tenant, today],
    )
    .await?
    .iter()
    .map(|row| row.get("id"))
    .collect()
}

async fn own_key(s: &mut Session, key: SealKey, tenant: TenantId, id: IdentityId) -> Result<Option<SealKey>, Error> {
    let row = s.optional(sql!("SELECT wrapped FROM identity_key WHERE tenant = $1 AND identity = $2"), &values![tenant, id]).await?;
    let Some(row) = row else { return Ok(None) };
    let bytes = key.open(&place("identity key", tenant, id.uuid()), &row.get::<Vec<u8>>("wrapped")?).map_err(unreadable)?;
    Ok(SealKey::from_slice(&bytes))
}
