//! What this room holds about a person, for a copy and for erasure.

use crate::tables::{contribution as table, photo};
use crate::{fieldwork, withdraw};
use async_trait::async_trait;
use kernel::{ContributionId, IdentityId, PublicNumber, TenantId};
use people::Holder;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::Arc;
use store::erasure::Eraser;
use store::{Error, Session, Tx};
use uuid::Uuid;

/// The contributions of a person, with words, place, photos and how the answer had to go.
#[derive(Debug, Clone, Copy, Default)]
pub struct Contributions;

#[async_trait]
impl Holder for Contributions {
    fn room(&self) -> &'static str {
        "voice"
    }

    async fn export(&self, s: &mut Session, tenant: TenantId, identity: IdentityId) -> Result<Value, Error> {
        let mut all = Vec::new();
        for contribution in table::of_identity(s, tenant, identity).await? {
            let original = table::original(s, tenant, contribution.id).await?;
            let photos = photo::of(s, tenant, contribution.id).await?;
            all.push(json!({
                "number": contribution.number,
                "title": original.as_ref().map(|words| words.0.clone()),
                "words": original.and_then(|words| words.1),
                "language": contribution.language,
                "street": contribution.place.street,
                "place": contribution.place.words,
                "point": contribution.place.point.map(|point| [point.longitude, point.latitude]),
                "channel": contribution.channel.code(),
                "captured": contribution.captured,
                "received": contribution.received.rfc3339(),
                "answer-by": contribution.answer_by.code(),
                "updates": contribution.updates,
                "part": contribution.part_of.is_some(),
                "withdrawn": contribution.withdrawn.map(|at| at.rfc3339()),
                "photos": photos.iter().map(|photo| json!({ "file": photo.id, "description": photo.description })).collect::<Vec<_>>(),
            }));
        }
        Ok(json!({ "contributions": all }))
    }

    async fn identity_of(&self, s: &mut Session, tenant: TenantId, number: &PublicNumber) -> Result<Option<IdentityId>, Error> {
        Ok(table::by_number(s, tenant, number).await?.and_then(|contribution| contribution.identity))
    }

    async fn contributions_of(&self, s: &mut Session, tenant: TenantId, identity: IdentityId) -> Result<BTreeSet<ContributionId>, Error> {
        let mut all = BTreeSet::new();
        for contribution in table::of_identity(s, tenant, identity).await? {
            all.extend(table::parts(s, tenant, contribution.id).await?.into_iter().map(|part| part.id));
            all.insert(contribution.id);
        }
        Ok(all)
    }

    async fn erase(&self, tx: &mut Tx, tenant: TenantId, identity: IdentityId) -> Result<(), Error> {
        // The other rooms forget what they hold about each themselves ([`Holder::contributions_of`]).
        for contribution in table::of_identity(tx, tenant, identity).await? {
            withdraw::erase(tx, tenant, &contribution, &[]).await?;
            table::forget_author(tx, tenant, contribution.id).await?;
        }
        Ok(())
    }
}

/// Erases the words of a contribution again after a restore ([`crate::note_erasure`]), in every room.
#[derive(Clone, Default)]
pub struct ErasedWords {
    /// The rooms that hold something about a contribution.
    pub holders: Vec<Arc<dyn Holder>>,
}

impl std::fmt::Debug for ErasedWords {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ErasedWords")
    }
}

#[async_trait]
impl Eraser for ErasedWords {
    fn kind(&self) -> &str {
        withdraw::ERASURE
    }

    async fn erase(&self, tx: &mut Tx, tenant: TenantId, subject: Uuid) -> Result<(), Error> {
        withdraw::erase_again(tx, tenant, ContributionId::from_uuid(subject), &self.holders).await
    }
}

/// Recalls again after a restore what still lay on a telephone when its author took it back ([`crate::fieldwork::note_recall`]).
#[derive(Clone, Default)]
pub struct RecalledNumbers {
    /// The rooms that hold something about a contribution.
    pub holders: Vec<Arc<dyn Holder>>,
}

impl std::fmt::Debug for RecalledNumbers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecalledNumbers")
    }
}

#[async_trait]
impl Eraser for RecalledNumbers {
    fn kind(&self) -> &str {
        fieldwork::RECALLED
    }

    async fn erase(&self, tx: &mut Tx, tenant: TenantId, subject: Uuid) -> Result<(), Error> {
        fieldwork::recall_again(tx, tenant, subject, &self.holders).await
    }
}
