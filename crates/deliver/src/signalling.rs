//! What people inside hear of what lies still while it is carried out (F3, «first action»): the one who has it, the head of the
//! department, the controller, the holder of the money that was asked for, whoever confirms. Each once for every time that
//! something lies still, and noted in the journal. Nothing else happens by itself: residents read the same on the page.

use crate::holder_left::Holders;
use crate::model::Signal;
use crate::model::lying_still::{signals, uncommitted};
use crate::tables::commitments::{self, Commitment};
use crate::tables::signals::{first_time, is_sent};
use journey::DossierRow;
use kernel::{AccountId, Actor, CommitmentId, Date, DossierId, EventId, Instant, Language};
use people::mail::{Letter, Recipient};
use people::{App, Permission, Tenant, Thing};
use serde_json::json;
use std::sync::Arc;
use store::texts::LanguageSet;
use store::{Error, Session, Tx, journal};
use ui::Arg;
use uuid::Uuid;

/// So many commitments or dossiers are read at once.
const AT_ONCE: i64 = 200;
/// At most so many people hear the same.
const MOST: usize = 20;

/// Lets everybody hear of what lies still today and was not told before. Done again, it changes nothing.
pub(crate) async fn signal_all(app: &App, tenant: &Arc<Tenant>, now: Instant) -> Result<(), Error> {
    let today = tenant.civil.today(now);
    of_commitments(app, tenant, today).await?;
    of_dossiers(app, tenant, today).await
}

/// What is signalled about what, and who hears of it.
struct Told {
    /// The commitment, or the dossier for which nothing was agreed.
    matter: Uuid,
    dossier: DossierId,
    signal: Signal,
    since: Date,
    letters: Vec<(AccountId, Letter)>,
}

async fn of_commitments(app: &App, tenant: &Arc<Tenant>, today: Date) -> Result<(), Error> {
    let mut after: Option<(Date, CommitmentId)> = None;
    loop {
        let mut s = app.store.read().await?;
        let page = commitments::open(&mut s, tenant.id, None, None, after, AT_ONCE).await?;
        let Some(last) = page.last() else { return Ok(()) };
        after = last.due.map(|due| (due, last.id));
        let holders = Holders::read(&mut s, tenant.id, page.iter().filter_map(|it| it.holder).collect()).await?;
        let mut all = Vec::new();
        for it in &page {
            let left = holders.left(it, &tenant.civil, today);
            let reasons = it.dates(&tenant.civil, left).reasons(&tenant.civil, today);
            for (signal, since) in signals(&reasons, today) {
                if !is_sent(&mut s, tenant.id, it.id.uuid(), (signal, since)).await? {
                    let who = heard_by(&mut s, tenant, it, signal, left.is_some(), today).await?;
                    all.push(of_commitment(&mut s, app, tenant, it, (signal, since), who).await?);
                }
            }
        }
        drop(s);
        send(app, tenant, all).await?;
    }
}

async fn of_dossiers(app: &App, tenant: &Arc<Tenant>, today: Date) -> Result<(), Error> {
    let mut after: Option<(Date, DossierId)> = None;
    loop {
        let mut s = app.store.read().await?;
        let page = journey::to_carry_out(&mut s, tenant.id, (None, None), after, AT_ONCE).await?;
        let Some(last) = page.last() else { return Ok(()) };
        after = Some((last.due, last.id));
        let mut all = Vec::new();
        for row in &page {
            let still = row.decided.and_then(|decided| uncommitted(decided, &tenant.civil, today));
            let Some(since) = still.map(|still| still.since) else { continue };
            if !is_sent(&mut s, tenant.id, row.id.uuid(), (Signal::Unpromised, since)).await? {
                all.push(of_dossier(&mut s, app, tenant, row, since, today).await?);
            }
        }
        drop(s);
        send(app, tenant, all).await?;
    }
}

async fn add(
    s: &mut Session,
    tenant: &Tenant,
    permission: Permission,
    thing: &Thing,
    today: Date,
    found: &mut Vec<AccountId>,
) -> Result<(), Error> {
    let more = people::tables::who_has(s, tenant.id, permission, thing, today).await?;
    found.extend(more);
    Ok(())
}

/// Who hears of a commitment that lies still: whoever has it, the head of the department, or whoever confirms. When nobody is
/// there, everybody who may carry it out.
async fn heard_by(
    s: &mut Session,
    tenant: &Tenant,
    it: &Commitment,
    signal: Signal,
    left: bool,
    today: Date,
) -> Result<Vec<AccountId>, Error> {
    let thing = it.thing();
    let holder = it.holder.filter(|_| !left);
    let mut found = Vec::new();
    match signal {
        Signal::Unconfirmed | Signal::Unchecked => add(s, tenant, Permission::Confirm, &thing, today, &mut found).await?,
        Signal::Late if holder.is_some() => found.extend(holder),
        Signal::Unfunded | Signal::Unanswered => {
            if signal == Signal::Unanswered {
                add(s, tenant, Permission::CommitMeans, &it.means_thing(), today, &mut found).await?;
            }
            found.extend(holder);
            add(s, tenant, Permission::Accept, &thing, today, &mut found).await?;
            add(s, tenant, Permission::ManageBudgets, &Thing::tenant(), today, &mut found).await?;
        }
        _ => {
            found.extend(holder.filter(|_| matches!(signal, Signal::Unplanned | Signal::Ending)));
            add(s, tenant, Permission::Accept, &thing, today, &mut found).await?;
        }
    }
    if found.is_empty() {
        add(s, tenant, Permission::CarryOut, &thing, today, &mut found).await?;
    }
    Ok(only_some(found))
}

fn only_some(mut all: Vec<AccountId>) -> Vec<AccountId> {
    let mut seen = Vec::new();
    all.retain(|id| {
        let fresh = !seen.contains(id);
        seen.push(*id);
        fresh
    });
    all.truncate(MOST);
    all
}

async fn of_commitment(
    s: &mut Session,
    app: &App,
    tenant: &Tenant,
    it: &Commitment,
    (signal, since): (Signal, Date),
    who: Vec<AccountId>,
) -> Result<Told, Error> {
    let what = store::texts::text(s, tenant.id, it.what).await?;
    let department = people::tables::department(s, tenant.id, it.department).await?.map(|it| it.name).unwrap_or_default();
    let until = if signal == Signal::Ending { it.money_ends } else { Some(it.until) };
    let about = About { what, number: String::new(), department, path: format!("/werk/uitvoering/{}", it.id), until };
    let letters = letters(s, app, tenant, &about, (signal, since), who).await?;
    Ok(Told { matter: it.id.uuid(), dossier: it.dossier, signal, since, letters })
}

/// Of a dossier for which nobody agreed anything: the head of its department and the controller, for it has no money either.
async fn of_dossier(s: &mut Session, app: &App, tenant: &Tenant, row: &DossierRow, since: Date, today: Date) -> Result<Told, Error> {
    let thing = Thing::process(row.process).in_department(row.department).in_area(row.area);
    let mut who = Vec::new();
    add(s, tenant, Permission::Accept, &thing, today, &mut who).await?;
    add(s, tenant, Permission::ManageBudgets, &Thing::tenant(), today, &mut who).await?;
    if who.is_empty() {
        add(s, tenant, Permission::CarryOut, &thing, today, &mut who).await?;
    }
    let department = match row.department {
        Some(id) => people::tables::department(s, tenant.id, id).await?.map(|it| it.name).unwrap_or_default(),
        None => String::new(),
    };
    let about = About { what: None, number: row.number.to_string(), department, path: format!("/werk/dossiers/{}", row.id), until: None };
    let letters = letters(s, app, tenant, &about, (Signal::Unpromised, since), only_some(who)).await?;
    Ok(Told { matter: row.id.uuid(), dossier: row.id, signal: Signal::Unpromised, since, letters })
}

/// What a letter is about.
struct About {
    what: Option<LanguageSet>,
    /// The public number, where nothing was agreed.
    number: String,
    department: String,
    path: String,
    /// By when it must be there, or when its money ends.
    until: Option<Date>,
}

async fn letters(
    s: &mut Session,
    app: &App,
    tenant: &Tenant,
    about: &About,
    (signal, since): (Signal, Date),
    who: Vec<AccountId>,
) -> Result<Vec<(AccountId, Letter)>, Error> {
    let mut all = Vec::new();
    for id in who {
        let Some(account) = people::tables::account(s, tenant.id, id).await? else { continue };
        let language = account.language.unwrap_or(tenant.language);
        let what = about.what.as_ref().map_or_else(|| about.number.clone(), |what| what.best(&language).text.to_owned());
        let words: [(&str, Arg); 6] = [
            ("name", account.name.as_str().into()),
            ("what", what.into()),
            ("department", about.department.as_str().into()),
            ("day", day(app, &language, since).into()),
            ("until", about.until.map(|until| day(app, &language, until)).unwrap_or_default().into()),
            ("address", app.address_of(tenant, &about.path).into()),
        ];
        let plain = |key: &str| app.texts.plain(&language, key, &words);
        let text = [plain("deliver-signal-greeting"), plain(signal.key()), plain("deliver-signal-end")].join("\n\n");
        let letter = Letter { to: Recipient::Address(account.mail), language, subject: plain("deliver-signal-subject"), text };
        all.push((id, letter));
    }
    Ok(all)
}

/// A day in words, as pages write it.
fn day(app: &App, language: &Language, day: Date) -> String {
    let month = app.texts.plain(language, &format!("ui-month-{}", day.month()), &[]);
    let [number, year] = [day.day().to_string(), day.year().to_string()];
    app.texts.plain(language, "ui-date", &[("day", number.into()), ("month", month.into()), ("year", year.into())])
}

async fn send(app: &App, tenant: &Arc<Tenant>, all: Vec<Told>) -> Result<(), Error> {
    let tenant = Arc::clone(tenant);
    for told in all {
        let told = Arc::new(told);
        store::write!(app.store, [tenant, told], |tx| one(tx, &tenant, &told).await).await?;
    }
    Ok(())
}

/// Notes it and sends it, when it did not go out before.
async fn one(tx: &mut Tx, tenant: &Tenant, told: &Told) -> Result<(), Error> {
    let at = tx.now();
    if !first_time(tx, tenant.id, told.matter, (told.signal, told.since), at).await? {
        return Ok(());
    }
    for (_, letter) in &told.letters {
        people::mail::enqueue(tx, tenant.id, letter.clone()).await?;
    }
    let body = json!({
        "dossier": told.dossier,
        "matter": told.matter.to_string(),
        "code": told.signal.stranding().code(),
        "signal": told.signal.code(),
        "since": told.since,
        "to": told.letters.iter().map(|(id, _)| id).collect::<Vec<_>>(),
    });
    let entry = journal::Entry {
        tenant: tenant.id,
        stream: EventId::new(at, tx.random()).uuid(),
        stream_kind: "reminder",
        kind: "deliver.reminded",
        version: 1,
        actor: &Actor::System,
        at,
        body,
    };
    tx.journal(entry).await?;
    Ok(())
}
