//! Once a day: whoever holds a dossier and is absent or gone while nobody stands in is missed (F3 X10), until somebody else holds it
//! or somebody is there again.

use super::{A_PAGE, Failure};
use crate::act::Refusal;
use crate::model::Standing;
use journey::{Act as Doing, Filter, InHands, Open, State, Step, evidence};
use kernel::{AccountId, Actor, Date, DossierId, Instant};
use people::{App, Tenant, WhoIsThere};

/// May stop in the middle and be run again: what was told is not told twice.
pub(super) async fn look(app: &App, tenant: &Tenant, now: Instant) -> Result<(), Failure> {
    find_again(app, tenant, now).await?;
    miss(app, tenant, now).await
}

/// Notes on every dossier on its way to a decision that its holder is absent or gone.
async fn miss(app: &App, tenant: &Tenant, now: Instant) -> Result<(), Failure> {
    let today = tenant.civil.today(now);
    let mut after = None;
    loop {
        let mut s = app.store.read().await?;
        let holders = journey::all_holders(&mut s, tenant.id, after, A_PAGE).await?;
        let Some(last) = holders.last() else { return Ok(()) };
        after = Some(*last);
        let who = WhoIsThere::read(&mut s, tenant.id, &tenant.civil, holders.clone()).await?;
        drop(s);
        for holder in holders.into_iter().filter(|holder| who.may_be_missed(*holder, today)) {
            miss_one(app, tenant, &who, holder, today).await?;
        }
    }
}

/// One person may be there for the one dossier and be missed for the other.
async fn miss_one(app: &App, tenant: &Tenant, who: &WhoIsThere, holder: AccountId, today: Date) -> Result<(), Failure> {
    let states = State::ALL.iter().copied().filter(|state| state.may_be_handed_over()).collect();
    let filter = Filter { hands: InHands::Holder(holder), states, ..Filter::default() };
    let mut after = None;
    loop {
        let rows = journey::list(&mut app.store.read().await?, tenant.id, &filter, after, A_PAGE).await?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = Some((last.due, last.id));
        for row in rows.iter().filter(|row| !row.is_left()) {
            if let Some(since) = Standing::from(row).nobody_since(who, today) {
                note(app, tenant, row.id, holder, Some(since)).await?;
            }
        }
    }
}

/// Notes on every dossier that was left that somebody is there again: the holder came back, or somebody stands in.
async fn find_again(app: &App, tenant: &Tenant, now: Instant) -> Result<(), Failure> {
    let today = tenant.civil.today(now);
    let filter = Filter { open: Some(Open::Unheld), ..Filter::default() };
    let mut after = None;
    loop {
        let mut s = app.store.read().await?;
        let rows = journey::list(&mut s, tenant.id, &filter, after, A_PAGE).await?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = Some((last.due, last.id));
        let left = || rows.iter().filter(|row| row.is_left());
        let who = WhoIsThere::read(&mut s, tenant.id, &tenant.civil, left().filter_map(|row| row.holder).collect()).await?;
        drop(s);
        let back = left().filter(|row| Standing::from(*row).nobody_since(&who, today).is_none());
        let back: Vec<(DossierId, AccountId)> = back.filter_map(|row| Some((row.id, row.holder?))).collect();
        for (id, holder) in back {
            note(app, tenant, id, holder, None).await?;
        }
    }
}

async fn note(app: &App, tenant: &Tenant, id: DossierId, holder: AccountId, since: Option<Date>) -> Result<(), Failure> {
    let (tenant_id, civil) = (tenant.id, tenant.civil.clone());
    store::write!(app.store, [civil], |tx| {
        let doing = Doing { tenant: tenant_id, actor: &Actor::System, at: tx.now(), civil: &civil };
        let Some(dossier) = journey::dossier(tx, tenant_id, id).await? else { return Ok(()) };
        // Handed over or decided meanwhile.
        let held = dossier.holder == Some(holder) && dossier.state.may_be_handed_over() && dossier.merged.is_none();
        // It is missed here since this step began at the earliest: before that nobody waited for it, and everybody reads this day.
        let since = since.map(|day| day.max(civil.today(dossier.since)));
        if held && dossier.absent.is_some() != since.is_some() {
            journey::record(tx, &doing, id, Step::HolderAbsent(evidence::Absence::by_carry(since))).await?;
        }
        Ok::<_, Refusal>(())
    })
    .await?;
    Ok(())
}
