//! A second person lays each sheet of a batch of paper beside what was typed, and confirms or corrects it. Nothing waits for that: the
//! contribution is on its way meanwhile, and what is corrected after it was published is looked at once more before it is shown.

use crate::model::contribution::{Contribution, Error, Screening};
use crate::parts::{follow_screening, parts_of};
use crate::receive::{SEARCH, STREAM};
use crate::tables::{contribution as table, sheet};
use crate::translate;
use journey::{Act, Step, evidence};
use kernel::{AccountId, ContributionId, Line, Prose};
use store::{Tx, journal, search};

/// Notes that `by` laid a sheet beside its paper, on which these words stand. Gives whether they were typed so.
///
/// # Errors
/// [`Error::Missing`] when the sheet does not wait for `by`, [`Error::Withdrawn`] when its author took it back,
/// [`Error::Divided`] when it would be corrected while parts hold its words; when the journey refuses, or the database fails.
pub(crate) async fn check(
    tx: &mut Tx,
    act: &Act<'_>,
    id: ContributionId,
    by: AccountId,
    words: (&Line, Option<&Prose>),
) -> Result<bool, Error> {
    let tenant = act.tenant;
    let contribution = table::contribution(tx, tenant, id).await?.ok_or(Error::Missing)?;
    if contribution.withdrawn.is_some() || contribution.erased {
        return Err(Error::Withdrawn);
    }
    let (title, body) = table::original(tx, tenant, id).await?.ok_or(Error::Missing)?;
    let same = title == words.0.as_str() && body.as_deref() == words.1.map(Prose::as_str);
    // A part that keeps a passage which no longer stands on the paper would be lost to everybody.
    if !same && !parts_of(tx, tenant, id).await?.is_empty() {
        return Err(Error::Divided);
    }
    let was = (!same).then_some((title.as_str(), body.as_deref()));
    if !sheet::check(tx, tenant, id, by, act.at, was).await? {
        return Err(Error::Missing);
    }
    let batch = contribution.assisted.as_ref().and_then(|helped| helped.batch);
    let (kind, body) = if same {
        ("sheet-checked", serde_json::json!({ "batch": batch }))
    } else {
        let text = format!("{}\n\n{}", words.0, words.1.map_or("", Prose::as_str));
        let digest = tx.digest(tenant, id.uuid(), &text).await?;
        correct(tx, act, &contribution, words).await?;
        ("sheet-corrected", serde_json::json!({ "batch": batch, "words": digest }))
    };
    let (actor, at) = (act.actor, act.at);
    tx.journal(journal::Entry { tenant, stream: id.uuid(), stream_kind: STREAM, kind, version: 1, actor, at, body }).await?;
    Ok(same)
}

/// Writes the words as they stand on the paper. What everybody could read by then is hidden until somebody looked at it anew: who checks
/// paper does not decide what is published.
async fn correct(tx: &mut Tx, act: &Act<'_>, before: &Contribution, (title, body): (&Line, Option<&Prose>)) -> Result<(), Error> {
    let (tenant, id) = (act.tenant, before.id);
    table::correct(tx, tenant, id, title, body).await?;
    translate::forget_all(tx, tenant, id).await?;
    let words = format!("{title} {}", body.map_or("", Prose::as_str));
    let (scope, language) = (before.process.uuid(), &before.language);
    let entry = search::Entry { kind: SEARCH, id: id.uuid(), scope, language, words: &words, public: false };
    tx.index(tenant, entry).await?;
    if before.screening != Screening::Shown {
        return Ok(());
    }
    table::set_screening(tx, tenant, id, Screening::Waiting, (None, None), None, None, act.at).await?;
    if let Some(dossier) = journey::of_contribution(tx, tenant, id).await? {
        journey::record(tx, act, dossier.id, Step::PrivacyChecked(evidence::Privacy::kept_back_by_voice(id))).await?;
    }
    let now = table::contribution(tx, tenant, id).await?.ok_or(Error::Missing)?;
    follow_screening(tx, act, &now).await
}
