//! Contests of authors against a bundle: they end, they are late, and their words go with those of who takes them back.

use super::{A_PAGE, Failure};
use crate::act::{self, Refusal};
use crate::model::Rung;
use crate::tables;
use journey::Act as Doing;
use kernel::{Actor, Date};
use people::{App, Tenant};
use serde_json::json;

/// What authors wrote who took their words back goes as well.
pub(super) async fn forget_withdrawn(app: &App, tenant: &Tenant) -> Result<(), Failure> {
    let mut after = None;
    loop {
        let mut s = app.store.read().await?;
        let found = tables::worded_contests(&mut s, tenant.id, after).await?;
        let Some(last) = found.last() else { return Ok(()) };
        after = Some((last.contribution, last.number));
        let ids: Vec<_> = found.iter().map(|it| it.contribution).collect();
        let erased: Vec<_> =
            voice::contributions(&mut s, tenant.id, &ids).await?.into_iter().filter(|it| it.erased).map(|it| it.id).collect();
        drop(s);
        let gone: Vec<_> = found.into_iter().filter(|it| erased.contains(&it.contribution)).collect();
        let id = tenant.id;
        store::write!(app.store, [gone], |tx| {
            for it in &gone {
                if let Some(words) = it.words {
                    tx.forget_text(id, words).await?;
                    tx.forget_key(id, words.uuid()).await?;
                }
                tables::forget_contest(tx, id, it).await?;
            }
            Ok::<_, store::Error>(())
        })
        .await?;
    }
}

/// A contest whose contribution travels alone by now is over; of one whose term passed the officers hear once more.
pub(super) async fn look(app: &App, tenant: &Tenant, today: Date) -> Result<(), Failure> {
    let mut after = None;
    loop {
        let waiting = tables::waiting_contests(&mut app.store.read().await?, tenant.id, after, A_PAGE).await?;
        let Some(last) = waiting.last() else { return Ok(()) };
        after = Some((last.until, last.contribution));
        for it in waiting {
            let (id, civil, late) = (tenant.id, tenant.civil.clone(), it.until < today);
            store::write!(app.store, [civil, it], |tx| {
                let doing = Doing { tenant: id, actor: &Actor::System, at: tx.now(), civil: &civil };
                crate::contesting::follow(tx, &doing, &[it.dossier]).await?;
                let since = it.until.plus_days(1);
                if late && tables::first_time(tx, id, it.dossier, "contest", since, Rung::Owner, doing.at).await? {
                    act::tell(tx, &doing, json!({ "dossier": it.dossier, "contest": it.until })).await?;
                }
                Ok::<_, Refusal>(())
            })
            .await?;
        }
    }
}
