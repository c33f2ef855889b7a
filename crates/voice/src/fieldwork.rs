//! What was kept on a telephone without a network comes in: once, under the number that its author holds already.

use crate::model::contribution::{Contribution, Error, NewContribution, Receipt};
use crate::tables::{batch, photo, recall};
use crate::withdraw;
use journey::Act;
use kernel::{BatchId, Instant, PublicNumber, RecallId, TenantId};
use people::vault::Identity;
use people::{Context, Holder};
use std::sync::Arc;
use store::{Store, Tx, journal};
use uuid::Uuid;

/// The kind of stream under which the journal keeps that somebody took words back before they came in.
const RECALL: &str = "recall";

/// One thing that somebody said, as a telephone kept it.
#[derive(Debug, Clone)]
pub struct Capture {
    /// What comes in.
    pub new: NewContribution,
    /// The number on the card that the author holds.
    pub number: PublicNumber,
    /// For the vault.
    pub identity: Option<Identity>,
    /// The batch it was kept in, which the telephone opened.
    pub batch: Option<(BatchId, batch::NewBatch)>,
}

/// What became of a capture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arrival {
    /// It is in, now or since an earlier try.
    Received(Receipt),
    /// Its author took it back: it does not come in, and the telephone may not keep it.
    Gone,
}

/// Whether the telephone that kept this must let go of it: the author took it back, or was erased.
#[must_use]
pub const fn is_gone(contribution: &Contribution) -> bool {
    contribution.withdrawn.is_some() || contribution.erased
}

/// Takes a capture in, with its batch. Sending it again changes nothing and gives the same number.
///
/// # Errors
/// As [`crate::receive`]; a conflict when its photos are not all there, because it is being sent twice at this moment.
pub async fn arrive(tx: &mut Tx, by: &Context, capture: &Capture) -> Result<Arrival, Error> {
    let act = by.act();
    let known = crate::contribution(tx, act.tenant, capture.new.id).await?;
    if known.as_ref().is_some_and(is_gone) || (known.is_none() && recall::is_recalled(tx, act.tenant, &capture.number).await?) {
        return Ok(Arrival::Gone);
    }
    if let (Some((id, new)), Some(helped)) = (&capture.batch, &capture.new.assisted) {
        keep_batch(tx, &act, *id, new, helped.recorder).await?;
    }
    let new = NewContribution { number: Some(capture.number.clone()), ..capture.new.clone() };
    let photos = new.photos.len();
    let receipt = match &capture.identity {
        Some(identity) => crate::receive_known(tx, by, &act, new, identity).await?,
        None => crate::receive(tx, &act, new).await?,
    };
    let sent = photo::of(tx, act.tenant, receipt.id).await?.iter().filter(|photo| photo.sent).count();
    if !receipt.repeated && sent != photos {
        return Err(Error::Store(store::Error::Conflict("photo".to_owned())));
    }
    crate::mail::received(tx, by, &receipt).await?;
    Ok(Arrival::Received(receipt))
}

/// Opens the batch when this is the first of it that comes in, and notes how many the telephone kept in it, so that one
/// that never arrives shows (catalogue F1 S0).
async fn keep_batch(
    tx: &mut Tx,
    act: &Act<'_>,
    id: BatchId,
    new: &batch::NewBatch,
    recorder: kernel::AccountId,
) -> Result<(), store::Error> {
    let (kind, body) = if batch::open(tx, act.tenant, id, new, recorder, act.at).await? {
        let (process, channel, captured) = (new.process, new.channel.code(), new.captured);
        let body = serde_json::json!({
            "process": process, "channel": channel, "captured": captured, "expected": new.expected, "organisation": new.organisation,
        });
        ("opened", body)
    } else if batch::expect(tx, act.tenant, id, new.expected).await? {
        ("counted", serde_json::json!({ "expected": new.expected }))
    } else {
        return Ok(());
    };
    let (stream, actor, at) = (id.uuid(), act.actor, act.at);
    tx.journal(journal::Entry { tenant: act.tenant, stream, stream_kind: "batch", kind, version: 1, actor, at, body }).await?;
    Ok(())
}

/// The kind of an entry in the erasure list that lies outside the database: a restore recalls it anew.
pub const RECALLED: &str = "voice.recall";

/// Notes outside the database that what a telephone kept under this number may not come in, before that is written down: a
/// restored backup may not have forgotten it, for the telephone may still send.
///
/// # Errors
/// When the list cannot be written; nothing may be promised then.
pub async fn note_recall(store: &Store, tenant: TenantId, number: &PublicNumber, at: Instant) -> Result<(), store::Error> {
    store::erasure::note(store, tenant, as_subject(number), RECALLED, at).await
}

/// A number of eight signs and a dash as what the list can hold.
fn as_subject(number: &PublicNumber) -> Uuid {
    let mut bytes = [0; 16];
    for (place, byte) in bytes.iter_mut().zip(number.as_str().bytes()) {
        *place = byte;
    }
    Uuid::from_bytes(bytes)
}

fn of_subject(subject: Uuid) -> Option<PublicNumber> {
    let bytes: Vec<u8> = subject.into_bytes().into_iter().filter(|byte| *byte != 0).collect();
    String::from_utf8(bytes).ok()?.parse().ok()
}

/// As [`recall`], for a restore that replays the erasure list: it may not come in after all, and what a backup of another moment
/// holds of it goes. Does nothing when it is recalled already.
///
/// # Errors
/// When the database fails.
pub(crate) async fn recall_again(tx: &mut Tx, tenant: TenantId, subject: Uuid, holders: &[Arc<dyn Holder>]) -> Result<(), store::Error> {
    let Some(number) = of_subject(subject) else { return Ok(()) };
    let (id, at) = (RecallId::new(tx.now(), tx.random()), tx.now());
    recall::insert(tx, tenant, id, &number, at).await?;
    if let Some(contribution) = crate::by_number(tx, tenant, &number).await? {
        withdraw::erase(tx, tenant, &contribution, holders).await?;
    }
    Ok(())
}

/// Notes that what a telephone kept under this number may not come in: its author asked for that, by this proof. Does
/// nothing when it was noted before.
///
/// # Errors
/// When the database fails.
pub async fn recall(tx: &mut Tx, act: &Act<'_>, number: &PublicNumber, proof: &'static str) -> Result<(), store::Error> {
    let id = RecallId::new(act.at, tx.random());
    if recall::insert(tx, act.tenant, id, number, act.at).await? {
        let body = serde_json::json!({ "number": number, "proof": proof });
        let (tenant, stream, actor, at) = (act.tenant, id.uuid(), act.actor, act.at);
        tx.journal(journal::Entry { tenant, stream, stream_kind: RECALL, kind: "recalled", version: 1, actor, at, body }).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::SeededRandom;

    #[test]
    fn every_number_comes_back_from_the_list_as_it_went_there() {
        for seed in 0..200 {
            let number = PublicNumber::draw(&SeededRandom::new(seed));
            assert_eq!(of_subject(as_subject(&number)), Some(number));
        }
        assert_eq!(of_subject(Uuid::nil()), None, "what is no number recalls nothing");
    }
}
