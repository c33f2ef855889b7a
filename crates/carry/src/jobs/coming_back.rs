//! What was put off until a day (F2) comes back on the desk a week before it, and whoever takes it up again hears so, once.

use super::{A_PAGE, Failure};
use crate::act::{Refusal, tell as enqueue};
use crate::desk::DUE_DAYS;
use crate::model::{Rung, put_off};
use crate::tables;
use journey::{Act as Doing, Filter, State};
use kernel::{Actor, Date};
use people::{App, Tenant};
use serde_json::json;

/// Has them told. May stop in the middle and be run again: whoever was told is not told twice.
pub(super) async fn tell(app: &App, tenant: &Tenant, today: Date) -> Result<(), Failure> {
    let soon = today.plus_days(DUE_DAYS);
    let filter = Filter { states: vec![State::Reaction], due_from: Some(today), due_until: Some(soon), ..Filter::default() };
    let mut after = None;
    loop {
        let rows = journey::list(&mut app.store.read().await?, tenant.id, &filter, after, A_PAGE).await?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = Some((last.due, last.id));
        for (dossier, day) in rows.iter().filter_map(|row| Some((row.id, put_off(row)?))) {
            let (tenant_id, civil) = (tenant.id, tenant.civil.clone());
            store::write!(app.store, [civil], |tx| {
                let doing = Doing { tenant: tenant_id, actor: &Actor::System, at: tx.now(), civil: &civil };
                if tables::first_time(tx, tenant_id, dossier, "put-off", day, Rung::Owner, doing.at).await? {
                    enqueue(tx, &doing, json!({ "dossier": dossier, "comes_back": day })).await?;
                }
                Ok::<_, Refusal>(())
            })
            .await?;
        }
    }
}
