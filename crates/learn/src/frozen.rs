//! What a withdrawn interview leaves of findings that stand still: nothing, and that it was withdrawn (D031).

use crate::assembling;
use crate::evaluating;
use crate::tables::evaluation as table;
use async_trait::async_trait;
use serde_json::json;
use store::{Error, Tx};
use study::{Frozen, Withdrawn};

/// Takes withdrawn interviews out of the findings of evaluations that were finished.
#[derive(Debug, Clone, Copy, Default)]
pub struct FrozenFindings;

#[async_trait]
impl Frozen for FrozenFindings {
    async fn withdrawn(&self, tx: &mut Tx, interview: &Withdrawn<'_>) -> Result<(), Error> {
        let (tenant, process) = (interview.tenant, interview.process);
        let knowledge = knowledge::known(tx, tenant).await?;
        for (version, finished, mut findings) in table::frozen(tx, tenant, process).await? {
            if interview.added > finished {
                continue;
            }
            // Not what is left after subtracting, but what the others say: then nothing of it can stay behind.
            let left = study::found_at(tx, tenant, process, finished).await?;
            assembling::withdrawn(&mut findings, left, &knowledge, interview.day);
            table::refreeze(tx, tenant, process, version, &findings).await?;
            if let Some(act) = interview.act {
                evaluating::note(tx, act, process, "evaluation-interview-withdrawn", json!({ "version": version })).await?;
            }
        }
        Ok(())
    }
}
