//! A contribution comes in: stored, numbered, given a dossier and a follow code, in one transaction.

use crate::model::code::CodeDigest;
use crate::model::contribution::{Contribution, Error, NewContribution, Receipt};
use crate::tables::{contribution as table, photo, sheet};
use journey::{Act, Channel, NewDossier};
use kernel::{ContributionId, DossierId, FollowCode, PublicNumber, TenantId};
use store::{Session, Tx, journal, search};

/// The kind under which contributions stand in the search index.
pub const SEARCH: &str = "contribution";
/// The kind of stream under which what this room does to a contribution stands in the journal.
pub const STREAM: &str = "contribution";

/// So many numbers are tried; two in a row that are taken is a chance of one in 10¹⁵ with a million contributions.
const DRAWS: usize = 8;

/// Takes a contribution in. The caller has checked that the process, the area, the organisation and the batch are
/// this municipality's, and that contributions are welcome.
///
/// Sending the same id again stores nothing and gives the same number. The follow code comes back only to a sender
/// who already holds it ([`NewContribution::code`]), because nothing but its digest is kept.
///
/// # Errors
/// When the journey refuses, or the database fails.
pub async fn receive(tx: &mut Tx, act: &Act<'_>, new: NewContribution) -> Result<Receipt, Error> {
    let tenant = act.tenant;
    for draw in 0..DRAWS {
        let held = new.number.clone().filter(|_| draw == 0);
        let number = held.unwrap_or_else(|| PublicNumber::draw(tx.random()));
        let code = new.code.clone().unwrap_or_else(|| FollowCode::draw(tx.random()));
        let dossier = DossierId::new(act.at, tx.random());
        let digest = CodeDigest::of(tx.random(), &number, &code);
        if table::insert(tx, tenant, act.at, &new, dossier, &number, &digest).await? {
            photo::send(tx, tenant, new.id, &new.photos).await?;
            journey::open(
                tx,
                act,
                NewDossier {
                    id: dossier,
                    process: new.process,
                    area: new.place.area,
                    contribution: new.id,
                    number: number.clone(),
                    channel: new.channel,
                    answer_by: new.answering.by,
                    captured: new.captured,
                },
            )
            .await?;
            begin_term_when_closed(tx, act, &new).await?;
            note(tx, act, &new, &number).await?;
            index(tx, tenant, &new).await?;
            lay_sheet(tx, tenant, &new).await?;
            return Ok(Receipt { id: new.id, number, follow_code: Some(code), dossier, repeated: false, same_words: true });
        }
        if let Some(earlier) = table::earlier(tx, tenant, new.id).await? {
            let held = new.code.as_ref().filter(|code| earlier.code.proves(&earlier.number, code)).cloned();
            let same_words = earlier.title == new.title.as_str() && earlier.body.as_deref() == new.body.as_ref().map(|body| body.as_str());
            let (number, dossier) = (earlier.number, earlier.dossier);
            return Ok(Receipt { id: new.id, number, follow_code: held, dossier, repeated: true, same_words });
        }
        // The number was taken: draw another one.
    }
    Err(Error::Store(store::Error::Conflict("contribution_number".to_owned())))
}

/// A sheet of a batch of paper is laid ready for a second person. The contribution does not wait for that.
async fn lay_sheet(tx: &mut Tx, tenant: TenantId, new: &NewContribution) -> Result<(), store::Error> {
    let Some(helped) = new.assisted.as_ref().filter(|_| new.channel == Channel::Paper) else { return Ok(()) };
    let Some(batch) = helped.batch else { return Ok(()) };
    sheet::lay(tx, tenant, new.id, (batch, new.process), helped.recorder).await
}

/// What comes in from paper after a process was closed has missed the moment at which the terms of the others began.
async fn begin_term_when_closed(tx: &mut Tx, act: &Act<'_>, new: &NewContribution) -> Result<(), Error> {
    let Some(identity) = new.answering.identity.filter(|_| new.channel != Channel::Online) else { return Ok(()) };
    if design::process(tx, act.tenant, new.process).await?.is_some_and(|process| process.closed.is_some()) {
        people::vault::begin_term(tx, act.tenant, identity, act.civil.zone.date(act.at)).await?;
    }
    Ok(())
}

/// Writes in the journal what came in: codes, dates and a keyed digest of the words, never the words.
async fn note(tx: &mut Tx, act: &Act<'_>, new: &NewContribution, number: &PublicNumber) -> Result<(), Error> {
    let words = format!("{}\n\n{}", new.title, new.body.as_ref().map_or("", |body| body.as_str()));
    let digest = tx.digest_first(act.tenant, new.id.uuid(), &words).await?;
    let helped = new.assisted.as_ref();
    tx.journal_first(journal::Entry {
        tenant: act.tenant,
        stream: new.id.uuid(),
        stream_kind: STREAM,
        kind: "received",
        version: 1,
        actor: act.actor,
        at: act.at,
        body: serde_json::json!({
            "process": new.process,
            "number": number,
            "channel": new.channel.code(),
            "captured": new.captured,
            "language": new.language,
            "answer-by": new.answering.by.code(),
            "organisation": new.answering.organisation,
            "updates": new.answering.updates,
            "public": new.public,
            "photos": new.photos.len(),
            "batch": helped.and_then(|helped| helped.batch),
            "spoken": helped.map(|helped| helped.spoken),
            "read-back": helped.map(|helped| helped.read_back),
            "source": new.source,
            "words": digest,
        }),
    })
    .await?;
    Ok(())
}

/// Makes the words findable for staff; they become findable for everybody when somebody looked at them.
async fn index(tx: &mut Tx, tenant: TenantId, new: &NewContribution) -> Result<(), Error> {
    let words = format!("{} {}", new.title, new.body.as_ref().map_or("", |body| body.as_str()));
    tx.index(
        tenant,
        search::Entry { kind: SEARCH, id: new.id.uuid(), scope: new.process.uuid(), language: &new.language, words: &words, public: false },
    )
    .await?;
    Ok(())
}

/// Whose contribution this is, when `code` is its follow code, which for a part is that of the whole; `None` when it is not, or when there is no such
/// contribution: both take as long. Pages use [`crate::prove`], which also counts the tries.
///
/// # Errors
/// When the database fails.
pub async fn proven(
    s: &mut Session,
    tenant: TenantId,
    number: &PublicNumber,
    code: &FollowCode,
) -> Result<Option<Contribution>, store::Error> {
    let Some((id, of, digest)) = table::code(s, tenant, number).await? else {
        let nothing = CodeDigest { key: vec![0; 32], digest: Vec::new() };
        let _ = nothing.proves(number, code);
        return Ok(None);
    };
    if !digest.proves(&of, code) {
        return Ok(None);
    }
    table::contribution(s, tenant, id).await
}

/// Whether a contribution with this id came in before.
///
/// # Errors
/// When the database fails.
pub async fn is_known(s: &mut Session, tenant: TenantId, id: ContributionId) -> Result<bool, store::Error> {
    Ok(table::earlier(s, tenant, id).await?.is_some())
}
