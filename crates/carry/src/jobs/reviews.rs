//! Choices between values that are looked at again on the day that was said (F6).

use super::reminding::or_who_assigns;
use super::{A_PAGE, Failure, of_holder};
use crate::act::{self, Refusal};
use crate::model::{Rung, Standing};
use crate::tables;
use journey::{Act as Doing, Dossier};
use kernel::{AccountId, Actor, Date, DossierId};
use people::{App, Permission, Tenant};
use serde_json::json;
use std::collections::HashSet;
use store::Session;

/// Of a choice of which the day came to look at it again, whoever must look hears once (F6).
pub(super) async fn look(app: &App, tenant: &Tenant, today: Date) -> Result<(), Failure> {
    let mut after = None;
    loop {
        let mut s = app.store.read().await?;
        let mut due = tables::due_reviews(&mut s, tenant.id, today, after, A_PAGE).await?;
        let Some(last) = due.last() else { return Ok(()) };
        after = Some((last.day, last.dossier));
        // What was taken back, or went along with another one, nobody looks at any more.
        let ids: Vec<DossierId> = due.iter().map(|it| it.dossier).collect();
        let there: HashSet<DossierId> = journey::listed(&mut s, tenant.id, &ids).await?.into_iter().map(|row| row.id).collect();
        drop(s);
        due.retain(|it| there.contains(&it.dossier));
        let (id, civil) = (tenant.id, tenant.civil.clone());
        store::write!(app.store, [civil, due], |tx| {
            let doing = Doing { tenant: id, actor: &Actor::System, at: tx.now(), civil: &civil };
            for it in &due {
                if tables::first_time(tx, id, it.dossier, "review", it.day, Rung::Owner, doing.at).await? {
                    act::tell(tx, &doing, json!({ "dossier": it.dossier, "review": it.day })).await?;
                }
            }
            Ok::<_, Refusal>(())
        })
        .await?;
    }
}

/// Whoever holds the dossier looks at its choice again, or who stands in; the heads of its department when nobody does, and whoever
/// assigns when it has none.
pub(super) async fn who_looks_again(
    s: &mut Session,
    tenant: &Tenant,
    dossier: &Dossier,
    today: Date,
) -> Result<Vec<AccountId>, store::Error> {
    let thing = Standing::from(dossier).beside().thing();
    let there = match dossier.holder {
        Some(holder) => of_holder(s, tenant, holder, &thing, today).await?,
        None => Vec::new(),
    };
    if !there.is_empty() {
        return Ok(there);
    }
    let heads = people::tables::who_has(s, tenant.id, Permission::Accept, &thing, today).await?;
    or_who_assigns(s, tenant, heads, &thing, today).await
}
