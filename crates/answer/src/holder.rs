//! What this room holds about a person, for a copy and for erasure.

use crate::tables::deliveries::Brings;
use crate::tables::{answers, deliveries, drafts, notices, reactions, subscriptions};
use async_trait::async_trait;
use journey::{Act, Dossier};
use kernel::{ContributionId, IdentityId, TenantId};
use people::Holder;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use store::{Error, Session, Tx};

/// Answers, deliveries, reactions and subscriptions of a person.
#[derive(Debug, Clone, Copy, Default)]
pub struct Answers;

#[async_trait]
impl Holder for Answers {
    fn room(&self) -> &'static str {
        "answer"
    }

    async fn export(&self, s: &mut Session, tenant: TenantId, identity: IdentityId) -> Result<Value, Error> {
        let mut sent = Vec::new();
        // Who asked for no answer reacted to one all the same.
        let mut contributions: BTreeSet<ContributionId> =
            voice::of_identity(s, tenant, identity).await?.into_iter().map(|it| it.id).collect();
        for delivery in deliveries::of_identity(s, tenant, identity).await? {
            contributions.insert(delivery.contribution);
            let (mut own, mut notice) = (None, None);
            match delivery.brings {
                Brings::Answer(answer) => {
                    if let Some(text) = answers::answer(s, tenant, answer).await?.and_then(|answer| answer.own) {
                        own = store::texts::text(s, tenant, text).await?;
                    }
                }
                Brings::Notice(id) => {
                    if let Some(it) = notices::notice(s, tenant, id).await? {
                        notice = store::texts::text(s, tenant, it.words).await?;
                    }
                }
            }
            sent.push(json!({
                "number": delivery.number,
                "answer": if let Brings::Answer(answer) = delivery.brings { Some(answer) } else { None },
                "about your words": own,
                "notice": notice,
                "by": delivery.channel.code(),
                "status": delivery.status.code(),
                "reason": delivery.reason,
                "published": delivery.created.rfc3339(),
                "changed": delivery.changed.rfc3339(),
            }));
        }
        let mut thought = Vec::new();
        for contribution in contributions {
            for reaction in reactions::of_contribution(s, tenant, contribution).await? {
                thought.push(json!({
                    "number": reaction.number,
                    "understood": reaction.understood,
                    "fair": reaction.fair,
                    "review asked": reaction.review,
                    "words": reaction.words,
                    "at": reaction.at.rfc3339(),
                }));
            }
        }
        let wished: Vec<Value> = subscriptions::of_identity(s, tenant, identity)
            .await?
            .into_iter()
            .map(|it| {
                json!({
                    "asked": it.asked,
                    "confirmed": it.confirmed,
                    "ends": it.ends,
                    "process": it.process,
                    "area": it.area,
                    "language": it.language,
                })
            })
            .collect();
        Ok(json!({ "deliveries": sent, "reactions": thought, "subscriptions": wished }))
    }

    /// What lay ready as an answer goes to nobody any more, and tells in other words what was taken back.
    async fn taken_back(&self, tx: &mut Tx, _act: &Act<'_>, before: &Dossier) -> Result<(), Error> {
        drafts::forget(tx, before.tenant, before.id).await
    }

    async fn forget_words(&self, tx: &mut Tx, tenant: TenantId, contribution: ContributionId) -> Result<(), Error> {
        answers::forget_own(tx, tenant, contribution).await?;
        reactions::forget_words(tx, tenant, contribution).await?;
        if let Some(it) = voice::contribution(tx, tenant, contribution).await? {
            for dossier in journey::dossiers_of(tx, tenant, contribution).await? {
                drafts::forget_own(tx, tenant, dossier, &it.number).await?;
            }
        }
        for delivery in deliveries::of_contribution(tx, tenant, contribution).await? {
            // The mail with an answer bears the id of its delivery.
            people::mail::forget(tx, tenant, delivery.id.uuid()).await?;
        }
        Ok(())
    }

    async fn erase(&self, tx: &mut Tx, tenant: TenantId, identity: IdentityId) -> Result<(), Error> {
        let contributions: BTreeSet<ContributionId> =
            deliveries::of_identity(tx, tenant, identity).await?.into_iter().map(|delivery| delivery.contribution).collect();
        for contribution in contributions {
            let parts = voice::part_ids(tx, tenant, contribution).await?;
            for it in parts.into_iter().chain([contribution]) {
                self.forget_words(tx, tenant, it).await?;
            }
        }
        subscriptions::forget(tx, tenant, identity).await?;
        deliveries::forget_identity(tx, tenant, identity).await
    }
}
