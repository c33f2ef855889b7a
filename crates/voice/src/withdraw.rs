//! An author takes a contribution back, at any time and without a reason (catalogue F1 S20), and chooses what
//! happens to the words. What was learned of the way stays: number, dates, steps.

use crate::jobs;
use crate::model::contribution::{Contribution, Erasure, Error};
use crate::parts::parts_of;
use crate::receive::{SEARCH, STREAM};
use crate::tables::{contribution as table, photo, sheet};
use crate::translate;
use journey::{Act, Dossier, State, Step, evidence};
use kernel::{ContributionId, Instant, TenantId};
use people::Holder;
use std::sync::Arc;
use store::{Store, Tx, journal};

/// The kind of an entry in the erasure list that lies outside the database: a restore erases it anew.
pub const ERASURE: &str = "voice.contribution";

/// Notes outside the database that the words of a contribution must go, before they go: a restored backup may not
/// bring them back.
///
/// # Errors
/// When the list cannot be written; nothing may be erased then.
pub async fn note_erasure(store: &Store, tenant: TenantId, id: ContributionId, at: Instant) -> Result<(), store::Error> {
    store::erasure::note(store, tenant, id.uuid(), ERASURE, at).await
}

/// Takes a contribution back. Call [`note_erasure`] before, when the words are erased. What was divided is taken back as a whole,
/// with all its parts, also when a part is named. When the words are erased the `holders` forget what they hold about it too; of a
/// dossier in which nobody travels any more they let go of what they kept ready for it.
///
/// # Errors
/// [`Error::Missing`], [`Error::Withdrawn`] when it happened before (unless words that were hidden are now erased);
/// when the journey refuses, or the database fails.
pub async fn withdraw(tx: &mut Tx, act: &Act<'_>, id: ContributionId, erasure: Erasure, holders: &[Arc<dyn Holder>]) -> Result<(), Error> {
    let tenant = act.tenant;
    let mut contribution = table::contribution(tx, tenant, id).await?.ok_or(Error::Missing)?;
    if let Some(whole) = contribution.part_of {
        contribution = table::contribution(tx, tenant, whole).await?.ok_or(Error::Missing)?;
    }
    let id = contribution.id;
    let parts = parts_of(tx, tenant, id).await?;
    let first = table::set_withdrawn(tx, tenant, id, act.at).await?;
    if !first && (contribution.erased || erasure == Erasure::Hide) {
        return Err(Error::Withdrawn);
    }
    for part in &parts {
        table::set_withdrawn(tx, tenant, part.id, act.at).await?;
        translate::hide_all(tx, tenant, part.id).await?;
    }
    sheet::take_away(tx, tenant, id).await?;
    if erasure == Erasure::Words {
        erase(tx, tenant, &contribution, holders).await?;
    } else {
        tx.unindex(tenant, SEARCH, id.uuid()).await?;
        translate::hide_all(tx, tenant, id).await?;
    }
    let body = serde_json::json!({ "erased": erasure == Erasure::Words });
    tx.journal(journal::Entry {
        tenant,
        stream: id.uuid(),
        stream_kind: STREAM,
        kind: "withdrawn",
        version: 1,
        actor: act.actor,
        at: act.at,
        body,
    })
    .await?;
    if first {
        end_of_asking(tx, act, &contribution).await?;
    }
    if first && let Some(dossier) = journey::of_contribution(tx, tenant, id).await? {
        let after = journey::record(tx, act, dossier.id, Step::Withdrawn(evidence::Withdrawal::by_voice(id))).await?;
        let_go(tx, act, holders, (&dossier, &after)).await?;
    }
    for part in &parts {
        if let Some(dossier) = journey::of_contribution(tx, tenant, part.id).await? {
            let after = journey::record(tx, act, dossier.id, Step::PartWithdrawn(evidence::Withdrawal::by_voice(part.id))).await?;
            let_go(tx, act, holders, (&dossier, &after)).await?;
        }
    }
    Ok(())
}

/// What rooms kept ready for a dossier is let go when its last author took it back; not while others travel in it.
async fn let_go(
    tx: &mut Tx,
    act: &Act<'_>,
    holders: &[Arc<dyn Holder>],
    (before, after): (&Dossier, &Dossier),
) -> Result<(), store::Error> {
    if after.state == State::Withdrawn && before.state != State::Withdrawn {
        for holder in holders {
            holder.taken_back(tx, act, before).await?;
        }
    }
    Ok(())
}

/// Nothing is asked any more of somebody who took back all that was put in: the term of the identity begins.
async fn end_of_asking(tx: &mut Tx, act: &Act<'_>, contribution: &Contribution) -> Result<(), Error> {
    let Some(identity) = contribution.identity else { return Ok(()) };
    let others = table::of_identity(tx, act.tenant, identity).await?;
    if others.iter().all(|other| other.id == contribution.id || other.withdrawn.is_some()) {
        people::vault::begin_term(tx, act.tenant, identity, act.civil.zone.date(act.at)).await?;
    }
    Ok(())
}

/// Takes the words, their translations, the place, the photos and the search entries of a contribution away for good, and
/// the keys under which the journal holds the digests of its words; of its parts as well, whose words are the same. The `holders`
/// forget the words that they hold about it, and no mail keeps its title.
///
/// # Errors
/// When the database fails.
pub async fn erase(tx: &mut Tx, tenant: TenantId, contribution: &Contribution, holders: &[Arc<dyn Holder>]) -> Result<(), store::Error> {
    for part in table::parts(tx, tenant, contribution.id).await? {
        erase_one(tx, tenant, &part, holders).await?;
    }
    erase_one(tx, tenant, contribution, holders).await
}

async fn erase_one(tx: &mut Tx, tenant: TenantId, it: &Contribution, holders: &[Arc<dyn Holder>]) -> Result<(), store::Error> {
    let id = it.id;
    for holder in holders {
        holder.forget_words(tx, tenant, id).await?;
    }
    let titles = translate::titles(tx, tenant, it).await?;
    people::mail::forget_words(tx, tenant, &it.number, &titles).await?;
    for kept in photo::of(tx, tenant, id).await? {
        photo::forget(tx, tenant, kept.id).await?;
        tx.enqueue(jobs::delete_bytes(tenant, kept.id, tx.now())).await?;
    }
    translate::forget_all(tx, tenant, id).await?;
    sheet::forget(tx, tenant, id).await?;
    table::erase(tx, tenant, id).await?;
    tx.unindex(tenant, SEARCH, id.uuid()).await?;
    tx.forget_key(tenant, id.uuid()).await
}

/// As [`erase`], by id, for a restore that replays the erasure list. Does nothing when it is gone already.
///
/// # Errors
/// When the database fails.
pub async fn erase_again(tx: &mut Tx, tenant: TenantId, id: ContributionId, holders: &[Arc<dyn Holder>]) -> Result<(), store::Error> {
    if let Some(contribution) = table::contribution(tx, tenant, id).await? {
        erase(tx, tenant, &contribution, holders).await?;
    }
    Ok(())
}
