//! What the rooms hold about a person: to hand it out, and to erase it everywhere.

use crate::house::House;
use crate::mail;
use crate::tables::events::{self, Event};
use crate::vault::{self, Reason};
use async_trait::async_trait;
use kernel::{Actor, ContributionId, IdentityId, PublicNumber, TenantId};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::Arc;
use store::{Error, Session, Tx};

/// A room that holds something about a person. `erase` reaches its rows, its entries in the search index, its files
/// and its waiting jobs; the words themselves stay only as far as they say nothing about who spoke.
#[async_trait]
pub trait Holder: Send + Sync {
    /// The name of the room.
    fn room(&self) -> &'static str;
    /// What it holds about the person, readable for that person.
    async fn export(&self, s: &mut Session, tenant: TenantId, identity: IdentityId) -> Result<Value, Error>;
    /// The person behind a contribution, when this room knows; for who asks to be erased at the desk and names a number.
    ///
    /// # Errors
    /// When the database does not answer.
    async fn identity_of(&self, _s: &mut Session, _tenant: TenantId, _number: &PublicNumber) -> Result<Option<IdentityId>, Error> {
        Ok(None)
    }
    /// The contributions of a person that this room keeps, with all parts that were ever made of them: what other rooms hold about
    /// each goes with the person, also when the person asked for no answer.
    ///
    /// # Errors
    /// When the database does not answer.
    async fn contributions_of(
        &self,
        _s: &mut Session,
        _tenant: TenantId,
        _identity: IdentityId,
    ) -> Result<BTreeSet<ContributionId>, Error> {
        Ok(BTreeSet::new())
    }
    /// Forgets the words that it holds from and about one contribution, or one part of it: in the transaction in which those of the
    /// contribution go, because the author takes them back, or is erased, or a restore repeats either. Re-runnable.
    ///
    /// # Errors
    /// When the database does not answer.
    async fn forget_words(&self, _tx: &mut Tx, _tenant: TenantId, _contribution: ContributionId) -> Result<(), Error> {
        Ok(())
    }
    /// Lets go of what it kept ready for a dossier that its last author takes back (F1 S20), in the same transaction. `before` is
    /// the dossier as it stood; of one in which others still travel nothing is let go.
    ///
    /// # Errors
    /// When the database does not answer.
    async fn taken_back(&self, _tx: &mut Tx, _act: &journey::Act<'_>, _before: &journey::Dossier) -> Result<(), Error> {
        Ok(())
    }
    /// Erases what it holds. Re-runnable: a write may run again, and a restore repeats it.
    async fn erase(&self, tx: &mut Tx, tenant: TenantId, identity: IdentityId) -> Result<(), Error>;
}

/// Everything that is held about a person, room by room (GDPR, article 15 and 20). The look is logged.
///
/// # Errors
/// When the database does not answer.
pub async fn export(house: &House, tenant: TenantId, identity: IdentityId, actor: Actor) -> Result<Value, Error> {
    let keeper = house.keeper(tenant, actor);
    let who = store::write!(house.store, [keeper, identity, tenant, actor], |tx| {
        let who = vault::look(tx, &keeper, identity, Reason::Export).await?;
        events::record(tx, tenant, &actor, Event::IdentityExported { identity }).await?;
        Ok::<_, Error>(who)
    })
    .await?;
    let mut session = house.store.read().await?;
    let mut rooms = serde_json::Map::new();
    for holder in &house.holders {
        rooms.insert(holder.room().to_owned(), holder.export(&mut session, tenant, identity).await?);
    }
    let mails = mail::of_identity(&mut session, tenant, identity).await?;
    let mails: Vec<Value> = mails.into_iter().map(|it| json!({ "at": it.at.rfc3339(), "subject": it.subject, "text": it.text })).collect();
    Ok(json!({ "identity": identity, "person": who, "mails": mails, "rooms": rooms }))
}

/// Erases a person everywhere (GDPR, article 17): first a line in the erasure list outside the database, which a
/// restored backup repeats; then rows, search, files, jobs and mails, and the key of the vault, in one write.
///
/// # Errors
/// When the list or the database cannot be written; what was noted is erased again at the next call.
pub async fn erase(house: &House, tenant: TenantId, identity: IdentityId, actor: Actor, why: &'static str) -> Result<(), Error> {
    store::erasure::note(&house.store, tenant, identity.uuid(), "identity", house.clock.now()).await?;
    erase_rows(house, tenant, identity, actor, why).await
}

/// The same without the line in the list: for a restore, which reads that list.
///
/// # Errors
/// When the database cannot be written.
pub async fn erase_rows(house: &House, tenant: TenantId, identity: IdentityId, actor: Actor, why: &'static str) -> Result<(), Error> {
    let holders: Vec<Arc<dyn Holder>> = house.holders.clone();
    store::write!(house.store, [holders, tenant, identity, actor], |tx| erase_within(tx, &holders, tenant, identity, &actor, why).await)
        .await
}

/// The same inside a write that is under way, where there is no house yet: while a backup comes back.
///
/// # Errors
/// When the database cannot be written.
pub async fn erase_within(
    tx: &mut Tx,
    holders: &[Arc<dyn Holder>],
    tenant: TenantId,
    identity: IdentityId,
    actor: &Actor,
    why: &'static str,
) -> Result<(), Error> {
    // Asked before anything goes: afterwards nobody knows any more whose they were.
    let mut contributions = BTreeSet::new();
    for holder in holders {
        contributions.extend(holder.contributions_of(tx, tenant, identity).await?);
    }
    for holder in holders {
        for contribution in &contributions {
            holder.forget_words(tx, tenant, *contribution).await?;
        }
        holder.erase(tx, tenant, identity).await?;
    }
    mail::forget_identity(tx, tenant, identity).await?;
    vault::forget(tx, tenant, identity).await?;
    events::record(tx, tenant, actor, Event::IdentityErased { identity, why }).await
}

/// Erases again, at a restore, whoever stands on the erasure list: give one to `store::backup::restore`.
pub struct AgainAtRestore {
    /// The rooms that hold something about a person.
    pub holders: Vec<Arc<dyn Holder>>,
}

impl std::fmt::Debug for AgainAtRestore {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AgainAtRestore")
    }
}

#[async_trait]
impl store::erasure::Eraser for AgainAtRestore {
    fn kind(&self) -> &str {
        "identity"
    }
    async fn erase(&self, tx: &mut Tx, tenant: TenantId, subject: uuid::Uuid) -> Result<(), Error> {
        erase_within(tx, &self.holders, tenant, IdentityId::from_uuid(subject), &Actor::System, "restore").await
    }
}
