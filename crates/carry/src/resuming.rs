//! What was put off until a day, or kept for later policy, is taken up again (F4: S13 deferred, S2b): it gets a new decision, and its
//! authors a new answer.

use crate::act::{Refusal, here, keep_some, tell};
use crate::model::Act;
use journey::{Act as Doing, Dossier, Step, evidence};
use kernel::DossierId;
use serde_json::json;
use store::Tx;
use store::texts::LanguageSet;

/// Takes it up again: the department that had it assesses it once more; where none had it, one is sought. The reason is public.
///
/// # Errors
/// When something else was decided than that it comes back, or an author still waits to hear that.
pub async fn resume(tx: &mut Tx, doing: &Doing<'_>, dossier: DossierId, reason: Option<&LanguageSet>) -> Result<Dossier, Refusal> {
    here(tx, doing, dossier, Act::Resume).await?;
    let reason = keep_some(tx, doing, dossier, reason).await?;
    let after = journey::record(tx, doing, dossier, Step::Resumed(evidence::Resumption::by_carry(reason))).await?;
    if let Some(holder) = after.holder {
        tell(tx, doing, json!({ "dossier": dossier, "holder": holder, "handed": true, "by": doing.actor.account() })).await?;
    }
    Ok(after)
}
