//! After the decision that a charter announced for its whole process: what was not processed by then is told (F3 X12).

use super::{A_PAGE, Failure};
use crate::act::{Refusal, tell};
use crate::overtaking::overtake;
use crate::tables;
use journey::{Act as Doing, Filter, State};
use kernel::{Actor, Date, DossierId, ProcessId};
use people::App;
use serde::Deserialize;
use serde_json::json;
use store::jobs::Job;

#[derive(Debug, Deserialize)]
struct Decided {
    /// The dossier about which was decided.
    dossier: DossierId,
    process: ProcessId,
    day: Date,
}

/// May stop in the middle and be run again: what was told is not told twice.
pub(super) async fn run(app: &App, job: Job) -> Result<(), Failure> {
    let Decided { dossier: decided, process, day } = serde_json::from_value(job.payload)?;
    let tenant = app.tenant_of(job.tenant).await?;
    let states = State::ALL.iter().copied().filter(|state| state.may_be_overtaken() && *state != State::Decided).collect();
    let filter = Filter { process: Some(process), states, ..Filter::default() };
    let (mut after, mut found) = (None, 0_u32);
    loop {
        let rows = journey::list(&mut app.store.read().await?, tenant.id, &filter, after, A_PAGE).await?;
        let Some(last) = rows.last() else { break };
        after = Some((last.due, last.id));
        for id in rows.into_iter().map(|row| row.id).filter(|id| *id != decided) {
            let (tenant_id, civil) = (tenant.id, tenant.civil.clone());
            let early = store::write!(app.store, [civil], |tx| {
                let doing = Doing { tenant: tenant_id, actor: &Actor::System, at: tx.now(), civil: &civil };
                let Some(dossier) = journey::dossier(tx, tenant_id, id).await? else { return Ok(false) };
                // What came in later has its own turn, and what went on meanwhile is processed.
                let was_there = dossier.live().any(|it| civil.today(it.received) <= day);
                let open = dossier.state.may_be_overtaken() && dossier.state != State::Decided && dossier.merged.is_none();
                if !was_there || !open || dossier.overtaken.is_some() {
                    return Ok(dossier.overtaken == Some(day));
                }
                overtake(tx, &doing, id, day).await?;
                Ok::<_, Refusal>(true)
            })
            .await?;
            found += u32::from(early);
        }
    }
    if found == 0 {
        return Ok(());
    }
    let (tenant_id, civil) = (tenant.id, tenant.civil.clone());
    store::write!(app.store, [civil], |tx| {
        let doing = Doing { tenant: tenant_id, actor: &Actor::System, at: tx.now(), civil: &civil };
        if tables::first_time(tx, tenant_id, decided, "X12", day, crate::model::Rung::Owner, doing.at).await? {
            tell(tx, &doing, json!({ "dossier": decided, "overtaken": found })).await?;
        }
        Ok::<_, Refusal>(())
    })
    .await?;
    Ok(())
}
