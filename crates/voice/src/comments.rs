//! Replies under a contribution: taken in, looked at by a moderator, placed or refused with rule and reason.

use crate::model::contribution::Error;
use crate::model::rules::Rule;
use crate::tables::comment::{self as table, State};
use journey::Act;
use kernel::{CommentId, ContributionId, Language, Prose, PublicNumber};
use store::{Tx, journal};

/// The kind of stream under which replies stand in the journal.
pub const STREAM: &str = "comment";

/// Takes a reply in and gives the number under which its author finds what became of it. Sending the same id again
/// stores nothing and gives the same number.
///
/// # Errors
/// When the database fails.
pub async fn comment(
    tx: &mut Tx,
    act: &Act<'_>,
    id: CommentId,
    contribution: ContributionId,
    body: &Prose,
    language: Language,
) -> Result<PublicNumber, Error> {
    let tenant = act.tenant;
    for _ in 0..8 {
        let number = PublicNumber::draw(tx.random());
        if table::insert(tx, tenant, id, contribution, &number, body, language, act.at).await? {
            let digest = tx.digest(tenant, id.uuid(), body.as_str()).await?;
            let what = serde_json::json!({ "contribution": contribution, "number": number, "language": language, "words": digest });
            write_down(tx, act, id, "received", what).await?;
            return Ok(number);
        }
        if let Some(earlier) = table::comment(tx, tenant, id).await? {
            return Ok(earlier.number);
        }
    }
    Err(Error::Store(store::Error::Conflict("comment_number".to_owned())))
}

/// Places a reply: everybody may read it.
///
/// # Errors
/// [`Error::Missing`] for another municipality's reply; when the database fails.
pub async fn place(tx: &mut Tx, act: &Act<'_>, id: CommentId) -> Result<(), Error> {
    table::comment(tx, act.tenant, id).await?.ok_or(Error::Missing)?;
    table::decide(tx, act.tenant, id, State::Placed, None, None, act.at).await?;
    write_down(tx, act, id, "placed", serde_json::json!({})).await
}

/// Refuses a reply under a published rule, with the reason in plain words.
///
/// # Errors
/// [`Error::Missing`] for another municipality's reply; when the database fails.
pub async fn refuse(tx: &mut Tx, act: &Act<'_>, id: CommentId, rule: Rule, reason: &Prose) -> Result<(), Error> {
    table::comment(tx, act.tenant, id).await?.ok_or(Error::Missing)?;
    table::decide(tx, act.tenant, id, State::Refused, Some(rule), Some(reason.as_str()), act.at).await?;
    write_down(tx, act, id, "refused", serde_json::json!({ "rule": rule.code() })).await
}

async fn write_down(tx: &mut Tx, act: &Act<'_>, id: CommentId, kind: &str, body: serde_json::Value) -> Result<(), Error> {
    let entry =
        journal::Entry { tenant: act.tenant, stream: id.uuid(), stream_kind: STREAM, kind, version: 1, actor: act.actor, at: act.at, body };
    tx.journal(entry).await?;
    Ok(())
}
