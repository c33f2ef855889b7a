//! What people inside hear of what lies still while it is carried out (F3, «first action»): the one who has it and whoever stands in,
//! the head of the department, the controller, the holder of the money that was asked for, whoever confirms. Each once for every time
//! that something lies still, and noted in the journal; whoever hears of several things at once gets one letter. What nobody could hear
//! is not noted, so that whoever comes later hears it. Nothing else happens by itself: residents read the same on the page.

use crate::holder_left::{left_since, there};
use crate::model::Signal;
use crate::model::lying_still::{signals, uncommitted};
use crate::tables::commitments::{self, Commitment};
use crate::tables::signals::{first_time, sent};
use journey::DossierRow;
use kernel::{AccountId, Actor, CommitmentId, Date, DossierId, EventId, Instant, Language, TenantId};
use people::mail::{Letter, Recipient};
use people::tables::Account;
use people::{App, Permission, Tenant, Thing, WhoIsThere};
use serde_json::json;
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use store::texts::LanguageSet;
use store::{Error, Session, Tx, journal};
use ui::Arg;
use uuid::Uuid;

/// So many commitments or dossiers are read at once.
const AT_ONCE: i64 = 200;
/// At most so many people hear the same.
const MOST: usize = 20;
/// So many things are told in one write: after years without this look the first one does not hold everything at once.
const TOLD_AT_ONCE: usize = 200;

/// Lets everybody hear of what lies still today and was not told before. Done again, it changes nothing.
pub(crate) async fn signal_all(app: &App, tenant: &Arc<Tenant>, now: Instant) -> Result<(), Error> {
    let today = tenant.civil.today(now);
    let mut look = Look { app, tenant, today, accounts: HashMap::new(), told: Vec::new() };
    look.commitments().await?;
    look.dossiers().await?;
    look.send().await
}

/// What is signalled about what, and who hears of it.
#[derive(Debug, Clone)]
struct Told {
    /// The commitment, or the dossier for which nothing was agreed.
    matter: Uuid,
    dossier: DossierId,
    signal: Signal,
    since: Date,
    department: String,
    /// Who hears of it, each in the own language.
    heard: Vec<(AccountId, String)>,
}

/// What a signal is about.
struct About {
    matter: Uuid,
    dossier: DossierId,
    what: Option<LanguageSet>,
    /// The public number, where nothing was agreed.
    number: String,
    department: String,
    path: String,
    /// By when it must be there, or when its money ends.
    until: Option<Date>,
}

/// The look of one day: what it found so far, and the people who hear of it, each read once.
struct Look<'l> {
    app: &'l App,
    tenant: &'l Arc<Tenant>,
    today: Date,
    accounts: HashMap<AccountId, Account>,
    told: Vec<Told>,
}

impl Look<'_> {
    async fn commitments(&mut self) -> Result<(), Error> {
        let (tenant, today) = (Arc::clone(self.tenant), self.today);
        let mut after: Option<(Date, CommitmentId)> = None;
        loop {
            let mut s = self.app.store.read().await?;
            let page = commitments::open(&mut s, tenant.id, None, None, after, AT_ONCE).await?;
            let Some(last) = page.last() else { return Ok(()) };
            after = last.due.map(|due| (due, last.id));
            let holders = WhoIsThere::read(&mut s, tenant.id, &tenant.civil, page.iter().filter_map(|it| it.holder).collect()).await?;
            let ids: Vec<Uuid> = page.iter().map(|it| it.id.uuid()).collect();
            let before = sent(&mut s, tenant.id, &ids).await?;
            for it in &page {
                let left = left_since(&holders, it, &tenant.civil, today);
                let reasons = it.dates(&tenant.civil, left).reasons(&tenant.civil, today);
                for (signal, since) in signals(&reasons, today) {
                    if !before.contains(&(it.id.uuid(), signal.code().to_owned(), since)) {
                        let who = heard_by(&mut s, &tenant, it, signal, &holders, today).await?;
                        let about = of_commitment(&mut s, &tenant, it, signal).await?;
                        self.tell(&mut s, about, (signal, since), who).await?;
                    }
                }
            }
            drop(s);
            if self.told.len() >= TOLD_AT_ONCE {
                self.send().await?;
            }
        }
    }

    async fn dossiers(&mut self) -> Result<(), Error> {
        let (tenant, today) = (Arc::clone(self.tenant), self.today);
        let mut after: Option<(Date, DossierId)> = None;
        loop {
            let mut s = self.app.store.read().await?;
            let page = journey::to_carry_out(&mut s, tenant.id, (None, None), after, AT_ONCE).await?;
            let Some(last) = page.last() else { return Ok(()) };
            after = Some((last.due, last.id));
            let ids: Vec<Uuid> = page.iter().map(|row| row.id.uuid()).collect();
            let before = sent(&mut s, tenant.id, &ids).await?;
            for row in &page {
                let still = row.decided.and_then(|decided| uncommitted(decided, &tenant.civil, today));
                let Some(since) = still.map(|still| still.since) else { continue };
                if !before.contains(&(row.id.uuid(), Signal::Unpromised.code().to_owned(), since)) {
                    let who = heard_of_dossier(&mut s, &tenant, row, today).await?;
                    let about = of_dossier(&mut s, &tenant, row).await?;
                    self.tell(&mut s, about, (Signal::Unpromised, since), who).await?;
                }
            }
            drop(s);
            if self.told.len() >= TOLD_AT_ONCE {
                self.send().await?;
            }
        }
    }

    /// Keeps what is told to whom, when there is somebody.
    async fn tell(&mut self, s: &mut Session, about: About, (signal, since): (Signal, Date), who: Vec<AccountId>) -> Result<(), Error> {
        let mut heard = Vec::new();
        for id in who {
            if let Entry::Vacant(unknown) = self.accounts.entry(id) {
                let found = people::tables::account(s, self.tenant.id, id).await?;
                let Some(account) = found.filter(|account| account.ended.is_none()) else { continue };
                unknown.insert(account);
            }
            if let Some(account) = self.accounts.get(&id) {
                heard.push((id, words(self.app, self.tenant, &about, (signal, since), account)));
            }
        }
        if !heard.is_empty() {
            let About { matter, dossier, department, .. } = about;
            self.told.push(Told { matter, dossier, signal, since, department, heard });
        }
        Ok(())
    }

    /// Notes what was found, and sends each who hears of it one letter.
    async fn send(&mut self) -> Result<(), Error> {
        if self.told.is_empty() {
            return Ok(());
        }
        let (app, tenant, store) = (App::clone(self.app), Arc::clone(self.tenant), self.app.store.clone());
        let found = Arc::new((std::mem::take(&mut self.told), self.accounts.clone()));
        store::write!(store, [app, tenant, found], |tx| note(tx, &app, &tenant, &found.0, &found.1).await).await
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

/// Who hears of a commitment that lies still: whoever has it and whoever stands in, the head of the department, or whoever confirms.
/// When nobody is there, everybody who may carry it out.
async fn heard_by(
    s: &mut Session,
    tenant: &Tenant,
    it: &Commitment,
    signal: Signal,
    holders: &WhoIsThere,
    today: Date,
) -> Result<Vec<AccountId>, Error> {
    let thing = it.thing();
    let there = there(holders, it, today);
    let mut found = Vec::new();
    match signal {
        Signal::Unconfirmed | Signal::Unchecked => add(s, tenant, Permission::Confirm, &thing, today, &mut found).await?,
        Signal::Late if !there.is_empty() => found.extend(there),
        Signal::Unfunded | Signal::Unanswered => {
            if signal == Signal::Unanswered {
                add(s, tenant, Permission::CommitMeans, &it.means_thing(), today, &mut found).await?;
            }
            found.extend(there);
            add(s, tenant, Permission::Accept, &thing, today, &mut found).await?;
            add(s, tenant, Permission::ManageBudgets, &Thing::tenant(), today, &mut found).await?;
        }
        _ => {
            if matches!(signal, Signal::Unplanned | Signal::Ending) {
                found.extend(there);
            }
            add(s, tenant, Permission::Accept, &thing, today, &mut found).await?;
        }
    }
    if found.is_empty() {
        add(s, tenant, Permission::CarryOut, &thing, today, &mut found).await?;
    }
    Ok(only_some(found))
}

/// Of a dossier for which nobody agreed anything: the head of its department and the controller, for it has no money either.
async fn heard_of_dossier(s: &mut Session, tenant: &Tenant, row: &DossierRow, today: Date) -> Result<Vec<AccountId>, Error> {
    let thing = Thing::process(row.process).in_department(row.department).in_area(row.area);
    let mut found = Vec::new();
    add(s, tenant, Permission::Accept, &thing, today, &mut found).await?;
    add(s, tenant, Permission::ManageBudgets, &Thing::tenant(), today, &mut found).await?;
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

async fn of_commitment(s: &mut Session, tenant: &Tenant, it: &Commitment, signal: Signal) -> Result<About, Error> {
    Ok(About {
        matter: it.id.uuid(),
        dossier: it.dossier,
        what: store::texts::text(s, tenant.id, it.what).await?,
        number: String::new(),
        department: people::tables::department(s, tenant.id, it.department).await?.map(|it| it.name).unwrap_or_default(),
        path: format!("/werk/uitvoering/{}", it.id),
        until: if signal == Signal::Ending { it.money_ends } else { Some(it.until) },
    })
}

async fn of_dossier(s: &mut Session, tenant: &Tenant, row: &DossierRow) -> Result<About, Error> {
    let department = match row.department {
        Some(id) => people::tables::department(s, tenant.id, id).await?.map(|it| it.name).unwrap_or_default(),
        None => String::new(),
    };
    Ok(About {
        matter: row.id.uuid(),
        dossier: row.id,
        what: None,
        number: row.number.to_string(),
        department,
        path: format!("/werk/dossiers/{}", row.id),
        until: None,
    })
}

/// What one of them reads about one thing, with where it stands.
fn words(app: &App, tenant: &Tenant, about: &About, (signal, since): (Signal, Date), account: &Account) -> String {
    let language = account.language.unwrap_or(tenant.language);
    let what = about.what.as_ref().map_or_else(|| about.number.clone(), |what| what.best(&language).text.to_owned());
    let words: [(&str, Arg); 5] = [
        ("what", what.into()),
        ("department", about.department.as_str().into()),
        ("day", day(app, &language, since).into()),
        ("until", about.until.map(|until| day(app, &language, until)).unwrap_or_default().into()),
        ("address", app.address_of(tenant, &about.path).into()),
    ];
    [signal.key(), "deliver-signal-end"].map(|key| app.texts.plain(&language, key, &words)).join("\n")
}

/// A day in words, as pages write it.
fn day(app: &App, language: &Language, day: Date) -> String {
    let month = app.texts.plain(language, &format!("ui-month-{}", day.month()), &[]);
    let [number, year] = [day.day().to_string(), day.year().to_string()];
    app.texts.plain(language, "ui-date", &[("day", number.into()), ("month", month.into()), ("year", year.into())])
}

/// The letter of one of them: everything that was found, what lies still longest first.
fn letter(app: &App, tenant: &Tenant, account: &Account, parts: &[(&str, &str)]) -> Letter {
    let language = account.language.unwrap_or(tenant.language);
    let many = i64::try_from(parts.len()).unwrap_or(i64::MAX);
    let subject = match parts {
        [(department, _)] => app.texts.plain(&language, "deliver-signal-subject", &[("department", (*department).into())]),
        _ => app.texts.plain(&language, "deliver-signal-subject-many", &[("count", many.into())]),
    };
    let greeting = app.texts.plain(&language, "deliver-signal-greeting", &[("name", account.name.as_str().into())]);
    let all: Vec<&str> = std::iter::once(greeting.as_str()).chain(parts.iter().map(|(_, words)| *words)).collect();
    Letter { to: Recipient::Address(account.mail.clone()), language, subject, text: all.join("\n\n") }
}

/// Notes what did not go out before, and sends it: one letter to each who hears of it.
async fn note(tx: &mut Tx, app: &App, tenant: &Tenant, all: &[Told], accounts: &HashMap<AccountId, Account>) -> Result<(), Error> {
    let at = tx.now();
    let mut letters: BTreeMap<AccountId, Vec<(&str, &str)>> = BTreeMap::new();
    for told in all {
        if !first_time(tx, tenant.id, told.matter, (told.signal, told.since), at).await? {
            continue;
        }
        for (id, words) in &told.heard {
            letters.entry(*id).or_default().push((told.department.as_str(), words.as_str()));
        }
        enter(tx, tenant.id, told, at).await?;
    }
    for (id, parts) in &letters {
        if let Some(account) = accounts.get(id) {
            people::mail::enqueue(tx, tenant.id, letter(app, tenant, account, parts)).await?;
        }
    }
    Ok(())
}

async fn enter(tx: &mut Tx, tenant: TenantId, told: &Told, at: Instant) -> Result<(), Error> {
    let body = json!({
        "dossier": told.dossier,
        "matter": told.matter.to_string(),
        "code": told.signal.stranding().code(),
        "signal": told.signal.code(),
        "since": told.since,
        "to": told.heard.iter().map(|(id, _)| id).collect::<Vec<_>>(),
    });
    let entry = journal::Entry {
        tenant,
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
