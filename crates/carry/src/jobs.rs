//! What happens later and by itself: once a day the terms are looked at, and a question goes to its author.

mod coming_back;
mod holders;
mod overtaken;
mod proposing;

pub use proposing::seek_now;

use crate::act::{self, Refusal};
use crate::model::{Level, Reminder, Rung, Standing, WaitsFor, beside_waits_for, holds_for, reminder_above, reminders, waits_for, why};
use crate::tables;
use design::Decider;
use journey::{Act as Doing, Civil, Dossier, DossierRow, State, Stranding};
use kernel::{AccountId, Actor, ContributionId, Date, DepartmentId, DossierId, Instant, QuestionId, TenantId};
use people::mail::{Letter, Recipient};
use people::tables::Account;
use people::{App, Permission, Tenant, Thing};
use serde::Deserialize;
use serde_json::json;
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;
use store::jobs::{Job, NewJob, Worker};
use store::{Session, Store, Tx};

/// Once a day: reminders, and questions whose term passed.
pub(crate) const TERMS: &str = "carry.terms";
/// A question goes to its author.
pub(crate) const QUESTION: &str = "carry.question";
/// A department that was asked, or a person who holds a dossier from now on, hears of it (E601).
pub(crate) const TASK: &str = "carry.task";
/// Proposals are sought to put contributions together.
pub(crate) const BUNDLES: &str = "carry.bundles";
/// The decision that a charter announced for its whole process was taken.
pub(crate) const OVERTAKEN: &str = "carry.overtaken";
/// How many dossiers are read at once.
const A_PAGE: i64 = 200;
/// At most so many people get the same reminder.
const MOST_REMINDED: usize = 20;

/// Teaches the worker what this room does later.
#[must_use]
pub fn register(worker: Worker, app: &App) -> Worker {
    let (terms_app, question_app, task_app, bundles_app) = (Arc::clone(app), Arc::clone(app), Arc::clone(app), Arc::clone(app));
    let overtaken_app = Arc::clone(app);
    worker
        .on(OVERTAKEN, move |_, job| {
            let app = Arc::clone(&overtaken_app);
            Box::pin(async move { overtaken::run(&app, job).await.map_err(|error| error.to_string()) })
        })
        .on(BUNDLES, move |_, job| {
            let app = Arc::clone(&bundles_app);
            Box::pin(async move { proposing::run(&app, job).await.map_err(|error| error.to_string()) })
        })
        .on(TASK, move |_, job| {
            let app = Arc::clone(&task_app);
            Box::pin(async move { task(&app, job).await.map_err(|error| error.to_string()) })
        })
        .on(TERMS, move |_, job| {
            let app = Arc::clone(&terms_app);
            Box::pin(async move { terms(&app, job).await.map_err(|error| error.to_string()) })
        })
        .on(QUESTION, move |_, job| {
            let app = Arc::clone(&question_app);
            Box::pin(async move { question(&app, job).await.map_err(|error| error.to_string()) })
        })
}

/// Begins looking at the terms of a tenant every day. Once is enough; more often is harmless.
///
/// # Errors
/// When the database cannot be written.
pub async fn begin(tx: &mut Tx, tenant: TenantId, civil: &Civil) -> Result<(), store::Error> {
    let now = tx.now();
    plan(tx, tenant, civil.today(now), now).await
}

async fn plan(tx: &mut Tx, tenant: TenantId, day: Date, due: Instant) -> Result<(), store::Error> {
    if tables::first_run_of(tx, tenant, day).await? {
        tx.enqueue(NewJob { tenant, kind: TERMS, payload: json!({ "day": day }), due }).await?;
    }
    Ok(())
}

/// Why a job of this room failed; it is tried again.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("{0}")]
    Store(#[from] store::Error),
    #[error("{0}")]
    Refused(#[from] Refusal),
    #[error("the job cannot be read: {0}")]
    Unreadable(#[from] serde_json::Error),
    #[error("seeking stopped in the middle")]
    Stopped,
}

#[derive(Debug, Deserialize)]
struct Day {
    day: Date,
}

/// Looks at all terms of a tenant. May stop in the middle and be run again: a reminder is noted with its mail.
async fn terms(app: &App, job: Job) -> Result<(), Failure> {
    let Day { day } = serde_json::from_value(job.payload)?;
    let tenant = app.tenant_of(job.tenant).await?;
    let now = app.clock.now();
    let today = tenant.civil.today(now);
    look(app, &tenant, now).await?;
    // Days on which the program stood still are not made up for: what strands is seen on the next day.
    let next = day.max(today).plus_days(1);
    let morning = tenant.civil.zone.start_of(next).plus_seconds(6 * 3600);
    let id = tenant.id;
    store::write!(app.store, [], |tx| { plan(tx, id, next, morning).await }).await?;
    Ok(())
}

/// All that is looked at on a day.
async fn look(app: &App, tenant: &Tenant, now: Instant) -> Result<(), Failure> {
    let today = tenant.civil.today(now);
    lapse_questions(app, tenant, today).await?;
    forget_withdrawn_answers(app, tenant).await?;
    forget_withdrawn_contests(app, tenant).await?;
    look_at_contests(app, tenant, today).await?;
    holders::look(app, tenant, now).await?;
    coming_back::tell(app, tenant, today).await?;
    look_at_reviews(app, tenant, today).await?;
    remind_all(app, tenant, now).await
}

/// Looks at everything as on every day, and reminds of what lies still: each once. Gives nothing back but what went wrong, in words.
///
/// # Errors
/// When the database does not answer, or there is no such municipality.
pub async fn remind_now(app: &App, tenant: TenantId) -> Result<(), String> {
    let tenant = app.tenant_of(tenant).await.map_err(|error| error.to_string())?;
    look(app, &tenant, app.clock.now()).await.map_err(|error| error.to_string())
}

async fn lapse_questions(app: &App, tenant: &Tenant, today: Date) -> Result<(), Failure> {
    let mut done: Vec<QuestionId> = Vec::new();
    loop {
        let mut s = app.store.read().await?;
        let overdue = tables::overdue_questions(&mut s, tenant.id, today).await?;
        drop(s);
        let fresh: Vec<QuestionId> = overdue.into_iter().map(|(id, _)| id).filter(|id| !done.contains(id)).collect();
        if fresh.is_empty() {
            return Ok(());
        }
        for id in fresh {
            done.push(id);
            let (tenant_id, civil) = (tenant.id, tenant.civil.clone());
            let lapsed = store::write!(app.store, [civil], |tx| {
                let doing = Doing { tenant: tenant_id, actor: &Actor::System, at: tx.now(), civil: &civil };
                act::lapse(tx, &doing, id).await.map(|_| ())
            })
            .await;
            match lapsed {
                // Withdrawn or answered meanwhile, or the term ends later than the question thought.
                Ok(()) | Err(Refusal::NotNow(_) | Refusal::Guard(_)) => {}
                Err(refusal) => return Err(refusal.into()),
            }
        }
    }
}

/// Answers whose authors took their words back go as well.
async fn forget_withdrawn_answers(app: &App, tenant: &Tenant) -> Result<(), Failure> {
    let mut after = None;
    loop {
        let mut s = app.store.read().await?;
        let found = tables::answered_questions(&mut s, tenant.id, after).await?;
        let Some(last) = found.last().map(|it| it.id) else { return Ok(()) };
        let ids: Vec<_> = found.iter().map(|it| it.contribution).collect();
        let erased: Vec<_> =
            voice::contributions(&mut s, tenant.id, &ids).await?.into_iter().filter(|it| it.erased).map(|it| it.id).collect();
        drop(s);
        after = Some(last);
        let gone: Vec<_> =
            found.into_iter().filter(|it| erased.contains(&it.contribution)).filter_map(|it| Some((it.id, it.answer?))).collect();
        let id = tenant.id;
        store::write!(app.store, [gone], |tx| {
            for (question, answer) in gone.clone() {
                tx.forget_text(id, answer).await?;
                tx.forget_key(id, answer.uuid()).await?;
                tables::forget_answer(tx, id, question).await?;
            }
            Ok::<_, store::Error>(())
        })
        .await?;
    }
}

/// What authors wrote who took their words back goes as well.
async fn forget_withdrawn_contests(app: &App, tenant: &Tenant) -> Result<(), Failure> {
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
async fn look_at_contests(app: &App, tenant: &Tenant, today: Date) -> Result<(), Failure> {
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

/// Of a choice of which the day came to look at it again, whoever must look hears once (F6).
async fn look_at_reviews(app: &App, tenant: &Tenant, today: Date) -> Result<(), Failure> {
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
async fn who_looks_again(s: &mut Session, tenant: &Tenant, dossier: &Dossier, today: Date) -> Result<Vec<AccountId>, store::Error> {
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

/// Reads everything that lies still in the order of the ids, in which reminders stand too, so that a page is two stretches.
async fn remind_all(app: &App, tenant: &Tenant, now: Instant) -> Result<(), Failure> {
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
async fn waited_for(
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
async fn or_who_assigns(
    s: &mut Session,
    tenant: &Tenant,
    found: Vec<AccountId>,
    thing: &Thing,
    today: Date,
) -> Result<Vec<AccountId>, store::Error> {
    if found.is_empty() { people::tables::who_has(s, tenant.id, Permission::Assign, thing, today).await } else { Ok(found) }
}

/// Whoever holds a dossier, and whoever stands in today; nobody when the holder is gone and nobody does (F3 X10).
async fn of_holder(
    s: &mut Session,
    tenant: &Tenant,
    holder: AccountId,
    thing: &Thing,
    today: Date,
) -> Result<Vec<AccountId>, store::Error> {
    if !people::tables::grants::gone(s, tenant.id, &[holder], today).await?.is_empty() {
        return Ok(Vec::new());
    }
    let grants = people::tables::grants::of_account(s, tenant.id, holder).await?;
    // An account that ended is told nothing, also while somebody stands in for it.
    let here = people::tables::account(s, tenant.id, holder).await?.is_some_and(|it| it.ended.is_none());
    let mut found = if here { vec![holder] } else { Vec::new() };
    for account in grants.iter().filter_map(|grant| grant.substitute).map(|it| it.account) {
        if !found.contains(&account) && holds_for(&grants, account, holder, thing, today) {
            found.push(account);
        }
    }
    Ok(found)
}

/// Whoever speaks for a level, and whoever writes down what it says (F1 S10).
async fn at_level(s: &mut Session, tenant: &Tenant, level: Level, thing: &Thing, today: Date) -> Result<Vec<AccountId>, store::Error> {
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

/// A level in words; empty without one.
fn level_words(app: &App, tenant: &Tenant, level: Option<Level>) -> String {
    level.map(|level| app.texts.plain(&tenant.language, level.key(), &[])).unwrap_or_default()
}

/// The title under which colleagues know a dossier; empty when its words were taken back.
async fn subject(s: &mut Session, tenant: &Tenant, lead: ContributionId) -> Result<String, store::Error> {
    let words = voice::words(s, tenant.id, &[lead]).await?;
    Ok(words.first().filter(|it| !it.withdrawn).map(|it| it.title.best(&tenant.language).text.to_owned()).unwrap_or_default())
}

/// The dossier that a letter is about.
struct About<'a> {
    id: DossierId,
    number: &'a str,
    subject: &'a str,
}

/// A letter to a colleague.
fn letter(app: &App, tenant: &Tenant, about: &About<'_>, (subject, text): (&str, &str), to: &Account, words: &[(&str, ui::Arg)]) -> Letter {
    let language = to.language.unwrap_or(tenant.language);
    let mut all: Vec<(&str, ui::Arg)> = vec![
        ("name", to.name.as_str().into()),
        ("number", about.number.into()),
        ("subject", about.subject.into()),
        ("address", app.address_of(tenant, &format!("/werk/dossiers/{}", about.id)).into()),
    ];
    all.extend(words.iter().cloned());
    Letter {
        to: Recipient::Address(to.mail.clone()),
        language,
        subject: app.texts.plain(&language, subject, &all),
        text: app.texts.plain(&language, text, &all),
    }
}

#[derive(Debug, Deserialize)]
struct Task {
    dossier: DossierId,
    department: Option<DepartmentId>,
    holder: Option<AccountId>,
    by: Option<AccountId>,
    /// The department is called to a table.
    #[serde(default)]
    table: bool,
    /// An author contests the bundle, to be answered by this day.
    #[serde(default)]
    contest: Option<Date>,
    /// The department raised this objection.
    objection: Option<i64>,
    /// The department is touched too.
    #[serde(default)]
    touched: bool,
    /// So many dossiers were not processed when a body decided.
    #[serde(default)]
    overtaken: Option<u32>,
    /// Somebody else held it before.
    #[serde(default)]
    handed: bool,
    /// A colleague asks whoever the dossier waits for.
    #[serde(default)]
    remind: bool,
    /// The question was brought to this level.
    #[serde(default)]
    level: Option<String>,
    /// It was put off until this day, which comes soon.
    #[serde(default)]
    comes_back: Option<Date>,
    /// A choice is looked at again on this day.
    #[serde(default)]
    review: Option<Date>,
}

/// Tells the heads of a department that it was asked, or a person that the dossier is theirs; not when that has changed
/// meanwhile, and not to whoever did it.
async fn task(app: &App, job: Job) -> Result<(), Failure> {
    let task: Task = serde_json::from_value(job.payload)?;
    let tenant = app.tenant_of(job.tenant).await?;
    let mut s = app.store.read().await?;
    let Some(dossier) = journey::dossier(&mut s, tenant.id, task.dossier).await? else { return Ok(()) };
    let Some(first) = dossier.contributions.first() else { return Ok(()) };
    let today = tenant.civil.today(app.clock.now());
    let mut until = task.contest.or(task.comes_back).or(task.review).or(dossier.until);
    let (accounts, keys) = if let Some(number) = task.objection {
        if !dossier.objections.iter().any(|open| open.number == number) {
            return Ok(());
        }
        let thing = Standing::from(&dossier).thing().in_department(dossier.department.or(dossier.asked));
        let mut all = people::tables::who_has(&mut s, tenant.id, Permission::Assign, &thing, today).await?;
        if let Some(holder) = dossier.holder {
            let holds = of_holder(&mut s, &tenant, holder, &thing, today).await?;
            all.extend(holds.into_iter().filter(|id| !all.contains(id)).collect::<Vec<_>>());
        }
        (all, ("carry-task-objection-subject", "carry-task-objection-text"))
    } else if task.review.is_some() {
        // Somebody looked meanwhile, or chose anew.
        let open = tables::open_review(&mut s, tenant.id, dossier.id).await?;
        if open.map(|(_, day)| day) != task.review {
            return Ok(());
        }
        (who_looks_again(&mut s, &tenant, &dossier, today).await?, ("carry-task-review-subject", "carry-task-review-text"))
    } else if task.overtaken.is_some() {
        let thing = Standing::from(&dossier).thing();
        let guardians = people::tables::who_has(&mut s, tenant.id, Permission::Review, &thing, today).await?;
        (guardians, ("carry-task-overtaken-subject", "carry-task-overtaken-text"))
    } else if task.touched {
        let open = dossier.touched.iter().find(|open| Some(open.department) == task.department);
        let Some(open) = open else { return Ok(()) };
        until = Some(open.until);
        let thing = Standing::from(&dossier).thing().in_department(task.department);
        let heads = people::tables::who_has(&mut s, tenant.id, Permission::Accept, &thing, today).await?;
        (heads, ("carry-task-touched-subject", "carry-task-touched-text"))
    } else if let Some(level) = task.level.as_deref().and_then(Level::of) {
        let standing = Standing::from(&dossier);
        if standing.level != Some(level) {
            return Ok(());
        }
        let all = at_level(&mut s, &tenant, level, &standing.thing(), today).await?;
        (all, ("carry-task-level-subject", "carry-task-level-text"))
    } else if task.remind || (task.comes_back.is_some() && task.comes_back == dossier.put_off_until()) {
        let standing = Standing::from(&dossier);
        let decider = act::decider(&mut s, tenant.id, dossier.process).await?;
        let all = waited_for(&mut s, &tenant, &standing, &waits_for(&standing, decider), decider, today).await?;
        let asked = ("carry-task-remind-subject", "carry-task-remind-text");
        (all, if task.remind { asked } else { ("carry-task-comes-back-subject", "carry-task-comes-back-text") })
    } else if task.holder.is_some() && task.holder == dossier.holder {
        let text = if task.handed { "carry-task-handed-text" } else { "carry-task-held-text" };
        let thing = Standing::from(&dossier).beside().thing();
        let holds = match dossier.holder {
            Some(holder) => of_holder(&mut s, &tenant, holder, &thing, today).await?,
            None => Vec::new(),
        };
        (holds, ("carry-task-held-subject", text))
    } else if task.table && dossier.state == State::Table {
        let thing = Standing::from(&dossier).thing().in_department(task.department);
        let heads = people::tables::who_has(&mut s, tenant.id, Permission::Accept, &thing, today).await?;
        (heads, ("carry-task-table-subject", "carry-task-table-text"))
    } else if task.contest.is_some() {
        let officers = people::tables::who_has(&mut s, tenant.id, Permission::Assign, &Standing::from(&dossier).thing(), today).await?;
        let keys = match dossier.state {
            State::Divided => ("carry-task-contest-divided-subject", "carry-task-contest-divided-text"),
            _ => ("carry-task-contest-subject", "carry-task-contest-text"),
        };
        (officers, keys)
    } else if let Some(department) = task.department.filter(|it| dossier.asked == Some(*it) || dossier.awaiting.contains(it)) {
        let (permission, keys) = match dossier.state {
            State::Means => (Permission::CommitMeans, ("carry-task-means-subject", "carry-task-means-text")),
            _ => (Permission::Accept, ("carry-task-asked-subject", "carry-task-asked-text")),
        };
        let thing = Standing::from(&dossier).thing().in_department(department);
        (people::tables::who_has(&mut s, tenant.id, permission, &thing, today).await?, keys)
    } else {
        return Ok(());
    };
    let subject = subject(&mut s, &tenant, first.contribution).await?;
    let about = About { id: dossier.id, number: first.number.as_str(), subject: &subject };
    let until = until.map(|until| day(app, &tenant.language, until)).unwrap_or_default();
    let level = level_words(app, &tenant, Standing::from(&dossier).level);
    let words = [("until", until.as_str().into()), ("count", task.overtaken.unwrap_or_default().into()), ("level", level.into())];
    let mut letters = Vec::new();
    for id in accounts.into_iter().filter(|id| Some(*id) != task.by).take(MOST_REMINDED) {
        if let Some(account) = people::tables::account(&mut s, tenant.id, id).await?.filter(|it| it.ended.is_none()) {
            letters.push(letter(app, &tenant, &about, keys, &account, &words));
        }
    }
    drop(s);
    let id = tenant.id;
    store::write!(app.store, [letters], |tx| {
        for letter in letters.clone() {
            people::mail::enqueue(tx, id, letter).await?;
        }
        Ok::<_, store::Error>(())
    })
    .await?;
    Ok(())
}

/// A day in words, as pages write it.
fn day(app: &App, language: &kernel::Language, day: Date) -> String {
    let month = app.texts.plain(language, &format!("ui-month-{}", day.month()), &[]);
    let [number, year] = [day.day().to_string(), day.year().to_string()];
    app.texts.plain(language, "ui-date", &[("day", number.into()), ("month", month.into()), ("year", year.into())])
}

#[derive(Debug, Deserialize)]
struct Asked {
    question: QuestionId,
}

/// Mails a question to its author, when the author chose mail. Letters, calls and visits are shown to staff until
/// somebody says that the question was brought.
async fn question(app: &App, job: Job) -> Result<(), Failure> {
    let Asked { question: id } = serde_json::from_value(job.payload)?;
    let tenant = app.tenant_of(job.tenant).await?;
    let mut s = app.store.read().await?;
    let Some(row) = tables::question(&mut s, tenant.id, id).await? else { return Ok(()) };
    let Some(contribution) = voice::contribution(&mut s, tenant.id, row.contribution).await? else { return Ok(()) };
    let words = store::texts::text(&mut s, tenant.id, row.question).await?;
    drop(s);
    let (Some(identity), Some(words), journey::AnswerBy::Mail, None) = (contribution.identity, words, row.channel, row.carried_at) else {
        return Ok(());
    };
    if row.status != tables::QuestionStatus::Open || contribution.withdrawn.is_some() {
        return Ok(());
    }
    let language = if tenant.languages.contains(&contribution.language) { contribution.language } else { tenant.language };
    let plain = |key: &str, args: &[(&str, ui::Arg)]| app.texts.plain(&language, key, args);
    let number = contribution.number.to_string();
    let letter = Letter {
        to: Recipient::Identity(identity),
        language,
        subject: plain("carry-question-mail-subject", &[("number", number.as_str().into())]),
        text: plain(
            "carry-question-mail-text",
            &[
                ("number", number.as_str().into()),
                ("question", words.best(&language).text.into()),
                ("day", day(app, &language, row.until).into()),
                ("address", app.address_of(&tenant, &format!("/bijdragen/{number}/antwoord-op-vraag")).into()),
                ("site", tenant.name.as_str().into()),
            ],
        ),
    };
    let (civil, tenant_id, dossier): (Civil, TenantId, DossierId) = (tenant.civil.clone(), tenant.id, row.dossier);
    let store: Store = app.store.clone();
    let sent = store::write!(store, [letter, civil], |tx| {
        let doing = Doing { tenant: tenant_id, actor: &Actor::System, at: tx.now(), civil: &civil };
        act::carry(tx, &doing, dossier, id).await?;
        people::mail::enqueue(tx, tenant_id, letter.clone()).await?;
        Ok::<_, Refusal>(())
    })
    .await;
    match sent {
        // Somebody brought it meanwhile.
        Ok(()) | Err(Refusal::NotNow(_)) => Ok(()),
        Err(refusal) => Err(refusal.into()),
    }
}
