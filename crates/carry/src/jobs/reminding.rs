//! Reminding of what lies still: whoever must act first, then the head of the department, then the level above (F3).

use super::letters::{About, MOST_REMINDED, day, letter, level_words, subject};
use super::{A_PAGE, Failure, of_holder};
use crate::act::{self, Refusal};
use crate::model::{Level, Reminder, Rung, Standing, WaitsFor, beside_waits_for, reminder_above, reminders, waits_for, why};
use crate::tables;
use design::Decider;
use journey::{Act as Doing, DossierRow, Stranding};
use kernel::{AccountId, Actor, Date, DossierId, Instant};
use people::mail::Letter;
use people::{App, Permission, Tenant, Thing};
use serde_json::json;
use std::collections::BTreeMap;
use store::{Session, Tx};

/// Reads everything that lies still in the order of the ids, in which reminders stand too, so that a page is two stretches.
pub(super) async fn remind_all(app: &App, tenant: &Tenant, now: Instant) -> Result<(), Failure> {
    let yesterday = tenant.civil.today(now).plus_days(-1);
    let mut after = None;
    loop {
        let mut s = app.store.read().await?;
        let rows = journey::over_term(&mut s, tenant.id, yesterday, after, A_PAGE).await?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = Some(last.id);
        let due = fresh(&mut s, tenant, &rows, now).await?;
        drop(s);
        for (row, reminder) in due {
            remind(app, tenant, row, &reminder).await?;
        }
    }
}

/// The reminders that these dossiers, in the order of their ids, ask for and that did not go out before.
async fn fresh<'r>(
    s: &mut Session,
    tenant: &Tenant,
    rows: &'r [DossierRow],
    now: Instant,
) -> Result<Vec<(&'r DossierRow, Reminder)>, store::Error> {
    let today = tenant.civil.today(now);
    let ids: Vec<DossierId> = rows.iter().map(|row| row.id).collect();
    let sent = tables::sent_reminders(s, tenant.id, &ids).await?;
    let mut due = Vec::new();
    // What was put off lies still beside its state: whatever lies still asks for reminders.
    for row in rows {
        let stranded = row.stranded(&tenant.civil, now);
        let mut asked = reminders(&stranded, today);
        asked.extend(reminder_above(Standing::from(row).level, &stranded));
        let is_fresh = |it: &Reminder| !sent.contains(&(row.id, it.code.code().to_owned(), it.since, it.rung.code().to_owned()));
        due.extend(asked.into_iter().filter(is_fresh).map(|it| (row, it)));
    }
    Ok(due)
}

/// The people who are reminded: whoever the dossier waits for, or the heads of the department.
async fn reminded(
    s: &mut Session,
    tenant: &Tenant,
    row: &DossierRow,
    reminder: &Reminder,
    today: Date,
) -> Result<Vec<AccountId>, store::Error> {
    let standing = Standing::from(row);
    let beside = matches!(reminder.code, Stranding::X3 | Stranding::X5 | Stranding::X9 | Stranding::X10);
    let standing = if beside { standing.beside() } else { standing };
    let thing = standing.thing();
    if (reminder.code, reminder.rung) == (Stranding::X9, Rung::Owner) {
        return not_heard(s, tenant, row, today).await;
    }
    if reminder.rung == Rung::Above {
        let Some(next) = standing.level.and_then(Level::next) else { return Ok(Vec::new()) };
        let found = people::tables::who_has(s, tenant.id, next.permission(), &next.thing(thing), today).await?;
        return or_who_assigns(s, tenant, found, &thing, today).await;
    }
    if reminder.rung == Rung::Head {
        return people::tables::who_has(s, tenant.id, Permission::Accept, &thing, today).await;
    }
    let decider = act::decider(s, tenant.id, row.process).await?;
    let waits = if beside { beside_waits_for(reminder.code, &standing) } else { waits_for(&standing, decider) };
    let mut found = waited_for(s, tenant, &standing, &waits, decider, today).await?;
    // A dossier that no department takes is brought to a table, and an advice without agenda is told to whoever decides too
    // (F3 X2, X6); where somebody has the mandate, it waits for that one alone.
    let also = match reminder.code {
        Stranding::X2 => Some(Permission::Assign),
        Stranding::X6 if decider == Decider::Body => Some(Permission::Decide),
        _ => None,
    };
    if let Some(also) = also {
        let more = people::tables::who_has(s, tenant.id, also, &thing, today).await?;
        found.extend(more.into_iter().filter(|id| !found.contains(id)).collect::<Vec<_>>());
    }
    Ok(found)
}

/// The people for whom something waits; when nobody answers for it, whoever assigns has to look.
pub(super) async fn waited_for(
    s: &mut Session,
    tenant: &Tenant,
    standing: &Standing,
    waits: &WaitsFor,
    decider: Decider,
    today: Date,
) -> Result<Vec<AccountId>, store::Error> {
    let thing = standing.thing();
    let permission = match waits {
        WaitsFor::Holder(holder) => {
            let found = of_holder(s, tenant, *holder, &thing, today).await?;
            if !found.is_empty() {
                return Ok(found);
            }
            Permission::Assign
        }
        WaitsFor::Level(level) => return at_level(s, tenant, *level, &thing, today).await,
        WaitsFor::NewHolder => Permission::Assign,
        // Whoever the charter gave the mandate is the head of the department here.
        WaitsFor::Whoever(crate::Act::Decide) if decider != Decider::Body => Permission::Accept,
        WaitsFor::Whoever(act) => act.permission(),
        WaitsFor::Answer => Permission::Answer,
        WaitsFor::Delivery => Permission::Deliver,
        WaitsFor::Author | WaitsFor::Parts | WaitsFor::Nobody => return Ok(Vec::new()),
    };
    let found = people::tables::who_has(s, tenant.id, permission, &thing, today).await?;
    or_who_assigns(s, tenant, found, &thing, today).await
}

/// These people; whoever assigns when there are none, so that nothing is told to nobody.
pub(super) async fn or_who_assigns(
    s: &mut Session,
    tenant: &Tenant,
    found: Vec<AccountId>,
    thing: &Thing,
    today: Date,
) -> Result<Vec<AccountId>, store::Error> {
    if found.is_empty() { people::tables::who_has(s, tenant.id, Permission::Assign, thing, today).await } else { Ok(found) }
}

/// Whoever speaks for a level, and whoever writes down what it says (F1 S10).
pub(super) async fn at_level(
    s: &mut Session,
    tenant: &Tenant,
    level: Level,
    thing: &Thing,
    today: Date,
) -> Result<Vec<AccountId>, store::Error> {
    let mut found = people::tables::who_has(s, tenant.id, level.permission(), &level.thing(*thing), today).await?;
    let assign = people::tables::who_has(s, tenant.id, Permission::Assign, thing, today).await?;
    found.extend(assign.into_iter().filter(|id| !found.contains(id)).collect::<Vec<_>>());
    Ok(found)
}

/// The heads of the departments that should have said what they find by now, and whoever holds the dossier (F3 X9).
async fn not_heard(s: &mut Session, tenant: &Tenant, row: &DossierRow, today: Date) -> Result<Vec<AccountId>, store::Error> {
    let Some(dossier) = journey::dossier(s, tenant.id, row.id).await? else { return Ok(Vec::new()) };
    let mut found = match row.holder {
        Some(holder) => of_holder(s, tenant, holder, &Standing::from(row).beside().thing(), today).await?,
        None => Vec::new(),
    };
    for open in dossier.touched.iter().filter(|open| open.until < today) {
        let thing = Standing::from(row).thing().in_department(Some(open.department));
        let heads = people::tables::who_has(s, tenant.id, Permission::Accept, &thing, today).await?;
        found.extend(heads.into_iter().filter(|id| !found.contains(id)).collect::<Vec<_>>());
    }
    Ok(found)
}

async fn remind(app: &App, tenant: &Tenant, row: &DossierRow, reminder: &Reminder) -> Result<(), Failure> {
    let mut s = app.store.read().await?;
    let today = tenant.civil.today(app.clock.now());
    let mut accounts = reminded(&mut s, tenant, row, reminder, today).await?;
    accounts.truncate(MOST_REMINDED);
    let subject = subject(&mut s, tenant, row.lead).await?;
    let about = About { id: row.id, number: row.number.as_str(), subject: &subject };
    let level = Standing::from(row).level;
    let text = match (reminder.code, reminder.rung) {
        (_, Rung::Above) => "carry-reminder-above-text",
        (Stranding::X1, Rung::Owner) if level.is_some() => "carry-reminder-level-text",
        // What to do first (F3).
        (Stranding::X2, _) => "carry-reminder-x2-text",
        (Stranding::X4, _) if row.asked.is_some() => "carry-reminder-x4-text",
        (Stranding::X6, _) => "carry-reminder-x6-text",
        (Stranding::X7, _) => "carry-reminder-x7-text",
        (Stranding::X10, _) => "carry-reminder-x10-text",
        (Stranding::X3, Rung::Owner) => "carry-reminder-x3-text",
        (Stranding::X3, Rung::Head) => "carry-reminder-x3-head-text",
        (Stranding::X5, Rung::Owner) => "carry-reminder-x5-text",
        (Stranding::X5, Rung::Head) => "carry-reminder-x5-head-text",
        (Stranding::X9, Rung::Owner) => "carry-reminder-x9-text",
        (Stranding::X9, Rung::Head) => "carry-reminder-x9-head-text",
        (_, Rung::Owner) => "carry-reminder-text",
        (_, Rung::Head) => "carry-reminder-head-text",
    };
    let decider = act::decider(&mut s, tenant.id, row.process).await?;
    let title = "carry-reminder-subject";
    let words = [
        ("day", day(app, &tenant.language, reminder.since).into()),
        ("why", app.texts.plain(&tenant.language, why(reminder.code, row.state, decider), &[]).into()),
        ("state", app.texts.plain(&tenant.language, row.state.key(), &[]).into()),
        ("level", level_words(app, tenant, level).into()),
        ("next", level_words(app, tenant, level.and_then(Level::next)).into()),
    ];
    let mut letters = BTreeMap::new();
    for id in accounts {
        if let Some(account) = people::tables::account(&mut s, tenant.id, id).await?.filter(|it| it.ended.is_none()) {
            letters.insert(id, letter(app, tenant, &about, (title, text), &account, &words));
        }
    }
    drop(s);
    let (reminder, dossier, tenant_id, civil) = (reminder.clone(), row.id, tenant.id, tenant.civil.clone());
    store::write!(app.store, [reminder, letters, civil], |tx| {
        let doing = Doing { tenant: tenant_id, actor: &Actor::System, at: tx.now(), civil: &civil };
        send(tx, &doing, dossier, &reminder, &letters).await
    })
    .await?;
    Ok(())
}

/// Notes the reminder and sends it, when it did not go out before.
async fn send(
    tx: &mut Tx,
    doing: &Doing<'_>,
    dossier: DossierId,
    reminder: &Reminder,
    letters: &BTreeMap<AccountId, Letter>,
) -> Result<(), Refusal> {
    if !tables::first_time(tx, doing.tenant, dossier, reminder.code.code(), reminder.since, reminder.rung, doing.at).await? {
        return Ok(());
    }
    for letter in letters.values() {
        people::mail::enqueue(tx, doing.tenant, letter.clone()).await?;
    }
    let id = kernel::EventId::new(doing.at, tx.random());
    let body = json!({
        "dossier": dossier,
        "code": reminder.code.code(),
        "since": reminder.since,
        "rung": reminder.rung.code(),
        "to": letters.keys().collect::<Vec<_>>(),
    });
    act::note_inside(tx, doing, id.uuid(), "reminder", "carry.reminded", body).await
}
