//! A decision that came before what it decides on was processed (F3 X12, 000 «‘check-box’»): it is told to the process
//! guardian and to everybody, and stays open until somebody answers for it.

use crate::act::{Refusal, here, keep, tell};
use crate::model::{Act, OvertakingEnding};
use crate::tables;
use journey::{Act as Doing, Dossier, Step, evidence};
use kernel::{Date, DossierId, TextId};
use serde_json::json;
use store::Tx;
use store::jobs::NewJob;
use store::texts::LanguageSet;

/// Writes down that a body decided on `day` before the dossier was processed.
pub(crate) async fn overtake(tx: &mut Tx, doing: &Doing<'_>, dossier: DossierId, day: Date) -> Result<Dossier, Refusal> {
    let after = journey::record(tx, doing, dossier, Step::Overtaken(evidence::Overtaking::by_carry(day))).await?;
    tables::add_overtaking(tx, doing.tenant, dossier, day, doing.at).await?;
    Ok(after)
}

async fn end(
    tx: &mut Tx,
    doing: &Doing<'_>,
    dossier: DossierId,
    ending: OvertakingEnding,
    motive: Option<TextId>,
) -> Result<Dossier, journey::Refusal> {
    let proof = evidence::OvertakingEnd::by_carry(ending.code().to_owned());
    let after = journey::record(tx, doing, dossier, Step::OvertakingEnded(proof)).await?;
    tables::end_overtaking(tx, doing.tenant, dossier, (ending, motive), (doing.at, doing.actor.account())).await?;
    Ok(after)
}

/// The process guardian says in public how it came that a decision was taken too early, and what was done.
///
/// # Errors
/// When no decision came too early, or it was looked at already.
pub async fn explain(tx: &mut Tx, doing: &Doing<'_>, dossier: DossierId, motive: &LanguageSet) -> Result<Dossier, Refusal> {
    here(tx, doing, dossier, Act::Explain).await?;
    let motive = keep(tx, doing, dossier, motive).await?;
    Ok(end(tx, doing, dossier, OvertakingEnding::Explained, Some(motive)).await?)
}

/// A review was granted: what came too early is done once more (F4 S15→S6).
///
/// # Errors
/// When the database cannot be written.
pub async fn reviewed(tx: &mut Tx, doing: &Doing<'_>, dossier: &Dossier) -> Result<(), journey::Refusal> {
    if dossier.overtaken.is_some() {
        end(tx, doing, dossier.id, OvertakingEnding::Reviewed, None).await?;
    }
    Ok(())
}

/// Before a decision about the dossier itself is written down: it was processed after all.
pub(crate) async fn processed(tx: &mut Tx, doing: &Doing<'_>, before: &Dossier) -> Result<(), Refusal> {
    if before.overtaken.is_some() {
        end(tx, doing, before.id, OvertakingEnding::Processed, None).await?;
    }
    Ok(())
}

/// After a decision of `day` was written down: is it older than what it decides on, and was it the one decision that the
/// charter `announced` for everything in the process?
pub(crate) async fn look(tx: &mut Tx, doing: &Doing<'_>, before: &Dossier, day: Date, announced: Option<Date>) -> Result<(), Refusal> {
    let later = |at| doing.civil.today(at) > day;
    let came_later = before.live().any(|it| later(it.received));
    // Only what was there is asked when it was screened; and nothing was screened after a decision of today.
    let long_ago = day < doing.civil.today(doing.at);
    if came_later || (long_ago && tables::screening(tx, doing.tenant, before.id).await?.is_some_and(|it| later(it.at))) {
        overtake(tx, doing, before.id, day).await?;
        tell(tx, doing, json!({ "dossier": before.id, "overtaken": 1 })).await?;
    }
    if announced.is_some_and(|announced| day >= announced) {
        let payload = json!({ "dossier": before.id, "process": before.process, "day": day });
        tx.enqueue(NewJob { tenant: doing.tenant, kind: crate::jobs::OVERTAKEN, payload, due: doing.at }).await?;
    }
    Ok(())
}
