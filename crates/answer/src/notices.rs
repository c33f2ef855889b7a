//! Messages to the authors of a dossier beside an answer: a room that stands after this one asks them something, or tells
//! what was found. They go by the way that each author chose, and stand on the same lists as answers.
//!
//! A notice is written once for each matter and occasion, and brought once to each author, however often it is asked for:
//! a job that is done again after a restart changes nothing.

use crate::act::{self, Refusal};
use crate::tables::deliveries::{Brings, Delivery};
use crate::tables::notices::{self, Notice};
use journey::{Act, AnswerBy, DeliveryStatus};
use kernel::{ContributionId, DossierId, NoticeId, TenantId};
use serde_json::{Map, json};
use store::texts::LanguageSet;
use store::{Error, Session, Tx, journal};
use uuid::Uuid;

/// What authors are told.
#[derive(Debug, Clone, PartialEq)]
pub struct NewNotice {
    /// The dossier whose authors are told.
    pub dossier: DossierId,
    /// What it is about, by the id of that thing in its own room.
    pub matter: Uuid,
    /// What it says of that, as a code of the room that writes.
    pub about: &'static str,
    /// At which turn: the same matter may come up again.
    pub occasion: String,
    /// The subject, one line.
    pub subject: LanguageSet,
    /// What it says.
    pub words: LanguageSet,
}

/// Whether this was written before.
///
/// # Errors
/// When the database does not answer.
pub async fn is_written(s: &mut Session, tenant: TenantId, matter: Uuid, about: &str, occasion: &str) -> Result<bool, Error> {
    Ok(notices::about(s, tenant, matter, about, occasion).await?.is_some())
}

/// Writes a notice, unless it was written before; its id. Nobody has it yet.
///
/// # Errors
/// When the database does not answer.
pub async fn write(tx: &mut Tx, act: &Act<'_>, new: &NewNotice) -> Result<NoticeId, Refusal> {
    let tenant = act.tenant;
    if let Some(before) = notices::about(tx, tenant, new.matter, new.about, &new.occasion).await? {
        return Ok(before.id);
    }
    let mut digests = Map::new();
    let subject = act::keep(tx, act, "subject", &new.subject, &mut digests).await?;
    let words = act::keep(tx, act, "words", &new.words, &mut digests).await?;
    let notice = Notice {
        id: NoticeId::new(act.at, tx.random()),
        dossier: new.dossier,
        matter: new.matter,
        about: new.about.to_owned(),
        occasion: new.occasion.clone(),
        subject,
        words,
        at: act.at,
        closed: false,
    };
    notices::insert(tx, tenant, &notice).await?;
    let body = json!({ "dossier": new.dossier, "matter": new.matter, "about": new.about, "occasion": new.occasion, "digests": digests });
    let entry = journal::Entry {
        tenant,
        stream: notice.id.uuid(),
        stream_kind: "notice",
        kind: "written",
        version: 1,
        actor: act.actor,
        at: act.at,
        body,
    };
    tx.journal(entry).await?;
    Ok(notice.id)
}

/// Puts a notice on its way to these authors, as far as they want to hear from us and can be reached; to how many. Whoever
/// has it, or to whom it is on its way, does not get it again. Of whom nothing is kept any more reads it on the page of the
/// journey.
///
/// # Errors
/// [`Refusal::Missing`] when there is no such notice.
pub async fn send(tx: &mut Tx, act: &Act<'_>, id: NoticeId, to: &[ContributionId]) -> Result<u64, Refusal> {
    let tenant = act.tenant;
    let notice = notices::notice(tx, tenant, id).await?.ok_or(Refusal::Missing)?;
    if notice.closed {
        return Ok(0);
    }
    let dossier = journey::dossier(tx, tenant, notice.dossier).await?.ok_or(Refusal::Missing)?;
    let mut many = 0;
    for contribution in voice::contributions(tx, tenant, to).await? {
        let travels = dossier.live().any(|it| it.contribution == contribution.id);
        let reached = contribution.identity.is_some() || contribution.organisation.is_some();
        if contribution.answer_by == AnswerBy::None || !travels || !reached || notices::is_sent(tx, tenant, id, contribution.id).await? {
            continue;
        }
        act::bring(tx, act, Brings::Notice(id), (dossier.id, dossier.process, dossier.area), &contribution).await?;
        many += 1;
    }
    Ok(many)
}

/// Takes what was asked about a matter off the lists: it was answered.
///
/// # Errors
/// When the database does not answer.
pub async fn close(tx: &mut Tx, tenant: TenantId, matter: Uuid, about: &str) -> Result<(), Error> {
    notices::close(tx, tenant, matter, about).await
}

/// Notes in the journal how far a notice is on its way to an author.
pub(crate) async fn note_delivery(
    tx: &mut Tx,
    act: &Act<'_>,
    delivery: &Delivery,
    notice: NoticeId,
    status: DeliveryStatus,
) -> Result<(), Refusal> {
    if !delivery.status.may_become(status) {
        return Err(Refusal::Guard("delivery"));
    }
    if notices::notice(tx, act.tenant, notice).await?.is_none_or(|it| it.closed) {
        return Err(Refusal::Superseded);
    }
    let entry = journal::Entry {
        tenant: act.tenant,
        stream: delivery.id.uuid(),
        stream_kind: "notice-delivery",
        kind: status.code(),
        version: 1,
        actor: act.actor,
        at: act.at,
        body: json!({ "notice": notice, "contribution": delivery.contribution, "by": delivery.channel.code() }),
    };
    tx.journal(entry).await?;
    Ok(())
}
