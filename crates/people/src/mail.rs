//! Mail: written in the caller's transaction, sent by a job, erasable as long as it is here.
//!
//! The words of a mail lie in the table `mail`; the job carries only its id, so that erasing a person reaches what
//! still waits. Without an SMTP server mails wait and are shown as waiting; nothing fails loudly.

use crate::forgotten;
use crate::house::House;
use crate::tenant::Tenant;
use crate::vault::{self, Reason};
use kernel::{Actor, IdentityId, Instant, Language, PublicNumber, TenantId};
use lettre::message::Mailbox;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use serde_json::json;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};
use store::jobs::{Job, NewJob, Worker};
use store::{Error, Row, Session, Tx, sql, values};
use uuid::Uuid;

/// The kind of the job that sends one mail.
pub const JOB: &str = "mail.send";

/// After so many tries in vain a mail has failed and whoever waits for it is told.
const TRIES: u32 = 6;

/// A job will send it.
const WAITING: &str = "waiting";
/// There was no server when its job ran; it gets another job once there is one.
const PARKED: &str = "parked";
const SENT: &str = "sent";
const FAILED: &str = "failed";

/// How the connection to the SMTP server is kept secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tls {
    /// Not at all: a server on the same machine.
    None,
    /// STARTTLS, required.
    StartTls,
    /// TLS from the first byte.
    Wrapped,
}

/// The SMTP server.
#[derive(Clone)]
pub struct SmtpSettings {
    /// Its host.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is kept secret.
    pub tls: Tls,
    /// User and password, if the server asks for them.
    pub credentials: Option<(String, String)>,
    /// The address from which mails come.
    pub from: String,
}

impl std::fmt::Debug for SmtpSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SmtpSettings").field("host", &self.host).field("port", &self.port).field("tls", &self.tls).finish_non_exhaustive()
    }
}

/// Why mail cannot be set up.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// The address from which mails come is none.
    #[error("«{0}» is not a mail address; write for instance inspraak@leyhoven.example")]
    From(String),
    /// The server cannot be used.
    #[error("the mail server cannot be used: {0}")]
    Server(String),
}

/// How mail leaves the house.
#[derive(Clone, Default)]
pub struct Mailer {
    way: Option<(AsyncSmtpTransport<Tokio1Executor>, String)>,
}

impl std::fmt::Debug for Mailer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.way.is_some() { "Mailer(smtp)" } else { "Mailer(waiting)" })
    }
}

impl Mailer {
    /// No server: mails wait.
    #[must_use]
    pub const fn waiting() -> Self {
        Self { way: None }
    }

    /// Through an SMTP server.
    ///
    /// # Errors
    /// When the address or the server's name cannot be used. Nothing is connected yet.
    pub fn smtp(settings: &SmtpSettings) -> Result<Self, MailError> {
        settings.from.parse::<Mailbox>().map_err(|_| MailError::From(settings.from.clone()))?;
        let server = |error: lettre::transport::smtp::Error| MailError::Server(error.to_string());
        let mut builder = match settings.tls {
            Tls::None => AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&settings.host),
            Tls::StartTls => AsyncSmtpTransport::<Tokio1Executor>::starttls_relay(&settings.host).map_err(server)?,
            Tls::Wrapped => AsyncSmtpTransport::<Tokio1Executor>::relay(&settings.host).map_err(server)?,
        };
        builder = builder.port(settings.port).timeout(Some(std::time::Duration::from_secs(30)));
        if let Some((user, password)) = &settings.credentials {
            builder = builder.credentials(Credentials::new(user.clone(), password.clone()));
        }
        Ok(Self { way: Some((builder.build(), settings.from.clone())) })
    }

    /// Whether mail can leave.
    #[must_use]
    pub const fn leaves(&self) -> bool {
        self.way.is_some()
    }

    async fn send(&self, sender: &str, to: &str, mail: &MailRow) -> Result<(), InVain> {
        let Some((transport, from)) = &self.way else { return Err(InVain::now("no mail server is set")) };
        let message = composed(from, sender, to, mail)?;
        transport.send(message).await.map(drop).map_err(|error| InVain { for_good: error.is_permanent(), why: error.to_string() })
    }
}

/// A mail with its headers.
fn composed(from: &str, sender: &str, to: &str, mail: &MailRow) -> Result<Message, InVain> {
    let mut from: Mailbox = from.parse().map_err(|_| InVain::for_good("our own mail address cannot be used"))?;
    from.name = Some(sender.to_owned());
    // The same id at every try, so that a mail that arrived twice is recognised as one.
    let id = format!("<{}@{}>", mail.id.0, from.email.domain());
    let to: Mailbox = to.parse().map_err(|_| InVain::for_good("the mail address cannot be used"))?;
    let mut message = Message::builder().from(from).to(to).subject(&mail.subject).message_id(Some(id)).header(ContentType::TEXT_PLAIN);
    if let Some(address) = &mail.unsubscribe {
        message = message.header(ListUnsubscribe(format!("<{address}>"))).header(OneClick);
    }
    message.body(mail.text.clone()).map_err(InVain::for_good)
}

/// Where a mail that comes again and again can be stopped (RFC 2369).
#[derive(Debug, Clone)]
struct ListUnsubscribe(String);

impl Header for ListUnsubscribe {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe")
    }
    fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self(text.to_owned()))
    }
    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), self.0.clone())
    }
}

/// That a mail program may stop it with one click, without a page (RFC 8058).
#[derive(Debug, Clone)]
struct OneClick;

impl Header for OneClick {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("List-Unsubscribe-Post")
    }
    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }
    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "List-Unsubscribe=One-Click".to_owned())
    }
}

/// Why a mail did not leave, and whether trying again is of no use.
#[derive(Debug)]
struct InVain {
    for_good: bool,
    why: String,
}

impl InVain {
    fn now(why: impl ToString) -> Self {
        Self { for_good: false, why: why.to_string() }
    }
    fn for_good(why: impl ToString) -> Self {
        Self { for_good: true, why: why.to_string() }
    }
}

/// To whom a mail goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recipient {
    /// Somebody whom the vault knows; the address is read there when the mail leaves.
    Identity(IdentityId),
    /// An address, for staff.
    Address(String),
}

/// A mail that has to leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// To whom.
    pub to: Recipient,
    /// The language it is written in.
    pub language: Language,
    /// The subject, one line.
    pub subject: String,
    /// The text.
    pub text: String,
}

/// Stands in the text of a mail where the address of its link belongs ([`enqueue_with_link`]).
pub(crate) const LINK: &str = "<link>";

/// The id of a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct MailId(pub Uuid);

/// What became of a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MailState {
    /// It waits for the job, for a next try, or for a server.
    Waiting,
    /// The server took it.
    Sent,
    /// It could not be sent; why, in the server's words.
    Failed(String),
}

/// A mail as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailRow {
    /// Its id.
    pub id: MailId,
    /// The person it goes to, if that is a person of the vault.
    pub identity: Option<IdentityId>,
    /// The address it goes to, if that is one of staff.
    pub address: Option<String>,
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
    /// What became of it.
    pub state: MailState,
    /// When it was written, or when its state last changed.
    pub at: Instant,
    /// Where it can be stopped, if it comes again and again.
    pub unsubscribe: Option<String>,
}

fn of_row(row: &Row) -> Result<MailRow, Error> {
    let state = match row.get::<String>("state")?.as_str() {
        SENT => MailState::Sent,
        FAILED => MailState::Failed(row.get::<Option<String>>("error")?.unwrap_or_default()),
        _ => MailState::Waiting,
    };
    Ok(MailRow {
        id: MailId(row.get("id")?),
        identity: row.get("identity")?,
        address: row.get("address")?,
        subject: row.get("subject")?,
        text: row.get("body")?,
        state,
        at: row.get("at")?,
        unsubscribe: row.get("unsubscribe")?,
    })
}

/// Writes a mail that leaves after this transaction.
///
/// # Errors
/// When the database does not answer.
pub async fn enqueue(tx: &mut Tx, tenant: TenantId, letter: Letter) -> Result<MailId, Error> {
    put(tx, tenant, letter, Extra::default()).await
}

/// As [`enqueue`], for a letter that comes again and again: its mail carries the headers with which it is stopped, in one
/// click where the mail program can (RFC 8058). `address` takes a POST without a token.
///
/// # Errors
/// When the database does not answer.
pub async fn enqueue_again(tx: &mut Tx, tenant: TenantId, letter: Letter, address: String) -> Result<MailId, Error> {
    put(tx, tenant, letter, Extra { unsubscribe: Some(address), ..Extra::default() }).await
}

/// As [`enqueue`], for a letter with a link that sets a password: its address is written into the text where [`LINK`]
/// stands when the mail leaves, so that it lies nowhere before. When the link works no more, the mail does not leave.
pub(crate) async fn enqueue_with_link(tx: &mut Tx, tenant: TenantId, letter: Letter, link: Uuid) -> Result<MailId, Error> {
    put(tx, tenant, letter, Extra { link: Some(link), ..Extra::default() }).await
}

/// As [`enqueue`]; when the mail has left or has finally failed, a job of kind `report` follows with the payload
/// `{"about": …, "sent": true|false, "error": "…"|null}`. The mail bears the id of what it is about: it is written once,
/// also when the job that writes it is done again after a restart.
///
/// # Errors
/// When the database does not answer.
pub async fn enqueue_reporting(tx: &mut Tx, tenant: TenantId, letter: Letter, report: &'static str, about: Uuid) -> Result<MailId, Error> {
    if let Some(before) = one(tx, tenant, about).await? {
        return Ok(before.id);
    }
    put(tx, tenant, letter, Extra { report: Some((report, about)), ..Extra::default() }).await
}

/// What only some mails have.
#[derive(Debug, Default)]
struct Extra {
    report: Option<(&'static str, Uuid)>,
    link: Option<Uuid>,
    unsubscribe: Option<String>,
}

async fn put(tx: &mut Tx, tenant: TenantId, letter: Letter, extra: Extra) -> Result<MailId, Error> {
    let Extra { report, link, unsubscribe } = extra;
    let now = tx.now();
    let id = report.map_or_else(|| kernel::JobId::new(now, tx.random()).uuid(), |(_, about)| about);
    let (identity, address) = match letter.to {
        Recipient::Identity(identity) => (Some(identity), None),
        Recipient::Address(address) => (None, Some(address)),
    };
    let subject = letter.subject.replace(['\r', '\n'], " ");
    tx.run(
        sql!(
            "INSERT INTO mail (tenant, id, identity, address, language, subject, body, state, error, report, about, at, link, unsubscribe)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
        ),
        &values![
            tenant,
            id,
            identity,
            address,
            letter.language,
            subject,
            letter.text,
            WAITING,
            None::<String>,
            report.map(|(kind, _)| kind),
            report.map(|(_, about)| about),
            now,
            link,
            unsubscribe
        ],
    )
    .await?;
    tx.enqueue(NewJob { tenant, kind: JOB, payload: json!({ "mail": id }), due: now }).await?;
    Ok(MailId(id))
}

/// What became of a mail; `None` when it was erased or its term passed.
///
/// # Errors
/// When the database does not answer.
pub async fn state(s: &mut Session, tenant: TenantId, id: MailId) -> Result<Option<MailState>, Error> {
    Ok(one(s, tenant, id.0).await?.map(|it| it.state))
}

async fn one(s: &mut Session, tenant: TenantId, id: Uuid) -> Result<Option<MailRow>, Error> {
    s.optional(
        sql!("SELECT id, identity, address, subject, body, state, error, at, unsubscribe FROM mail WHERE tenant = $1 AND id = $2"),
        &values![tenant, id],
    )
    .await?
    .as_ref()
    .map(of_row)
    .transpose()
}

/// Mails that wait, the oldest first, for the administrator.
///
/// # Errors
/// When the database does not answer.
pub async fn waiting(s: &mut Session, tenant: TenantId, limit: i64) -> Result<Vec<MailRow>, Error> {
    s.all(
        sql!(
            "SELECT id, identity, address, subject, body, state, error, at, unsubscribe FROM mail WHERE tenant = $1 AND (state = $2 OR state = $3) ORDER BY at, id LIMIT $4"
        ),
        &values![tenant, WAITING, PARKED, limit],
    )
    .await?
    .iter()
    .map(of_row)
    .collect()
}

pub(crate) async fn of_identity(s: &mut Session, tenant: TenantId, identity: IdentityId) -> Result<Vec<MailRow>, Error> {
    s.all(
        sql!(
            "SELECT id, identity, address, subject, body, state, error, at, unsubscribe FROM mail WHERE tenant = $1 AND identity = $2 ORDER BY at, id LIMIT 1000"
        ),
        &values![tenant, identity],
    )
    .await?
    .iter()
    .map(of_row)
    .collect()
}

pub(crate) async fn forget_identity(tx: &mut Tx, tenant: TenantId, identity: IdentityId) -> Result<(), Error> {
    tx.run(sql!("DELETE FROM mail WHERE tenant = $1 AND identity = $2"), &values![tenant, identity]).await.map(drop)
}

/// Removes one mail, whatever became of it.
///
/// # Errors
/// When the database does not answer.
pub async fn forget(tx: &mut Tx, tenant: TenantId, id: Uuid) -> Result<(), Error> {
    tx.run(sql!("DELETE FROM mail WHERE tenant = $1 AND id = $2"), &values![tenant, id]).await.map(drop)
}

/// Lets no mail keep these words, to whomever it goes: of the mails that name this public number those that left or failed go as a
/// whole, and out of those that wait the words are taken, so that whoever waits for one hears all the same.
///
/// # Errors
/// When the database does not answer.
pub async fn forget_words(tx: &mut Tx, tenant: TenantId, number: &PublicNumber, words: &[String]) -> Result<(), Error> {
    let naming = format!("%{number}%");
    let rows = tx
        .all(
            sql!(
                "SELECT id, identity, address, subject, body, state, error, at, unsubscribe FROM mail WHERE tenant = $1 AND (body LIKE $2 OR subject LIKE $2)"
            ),
            &values![tenant, naming],
        )
        .await?;
    for row in &rows {
        let mail = of_row(row)?;
        if mail.state != MailState::Waiting {
            forget(tx, tenant, mail.id.0).await?;
            continue;
        }
        let without =
            |text: &str| words.iter().filter(|word| !word.is_empty()).fold(text.to_owned(), |text, word| text.replace(word.as_str(), "…"));
        let (subject, body) = (without(&mail.subject), without(&mail.text));
        if subject != mail.subject || body != mail.text {
            let sql = sql!("UPDATE mail SET subject = $3, body = $4 WHERE tenant = $1 AND id = $2");
            tx.run(sql, &values![tenant, mail.id.0, subject, body]).await?;
        }
    }
    Ok(())
}

/// Removes mails that left or failed before `before`; how many.
pub(crate) async fn remove_old(tx: &mut Tx, tenant: TenantId, before: Instant) -> Result<u64, Error> {
    tx.run(sql!("DELETE FROM mail WHERE tenant = $1 AND (state = $2 OR state = $3) AND at < $4"), &values![tenant, SENT, FAILED, before])
        .await
}

/// Gives mails that were laid by without a server a job again, once there is one; at most 500 at a time, how many.
///
/// # Errors
/// When the database does not answer.
pub async fn send_waiting(house: &House, tenant: TenantId) -> Result<usize, Error> {
    if !house.mail.leaves() {
        return Ok(0);
    }
    store::write!(house.store, [tenant], |tx| {
        let due = tx.now();
        let sql = sql!("SELECT id FROM mail WHERE tenant = $1 AND state = $2 ORDER BY at, id LIMIT 500");
        let rows = tx.all(sql, &values![tenant, PARKED]).await?;
        for row in &rows {
            let id: Uuid = row.get("id")?;
            tx.run(sql!("UPDATE mail SET state = $3 WHERE tenant = $1 AND id = $2"), &values![tenant, id, WAITING]).await?;
            tx.enqueue(NewJob { tenant, kind: JOB, payload: json!({ "mail": id }), due }).await?;
        }
        Ok::<_, Error>(rows.len())
    })
    .await
}

/// Teaches a worker to send mail.
#[must_use]
pub fn register(worker: Worker, house: Arc<House>) -> Worker {
    worker.on(JOB, move |_store, job: Job| {
        let house = Arc::clone(&house);
        Box::pin(async move { send_one(&house, &job).await })
    })
}

async fn send_one(house: &House, job: &Job) -> Result<(), String> {
    let words = |error: Error| error.to_string();
    let id =
        job.payload.get("mail").and_then(|id| id.as_str()).and_then(|id| id.parse::<Uuid>().ok()).ok_or("a mail job without a mail")?;
    let tenant = job.tenant;
    if !house.mail.leaves() {
        return store::write!(house.store, [tenant, id], |tx| {
            let sql = sql!("UPDATE mail SET state = $3 WHERE tenant = $1 AND id = $2 AND state = $4");
            tx.run(sql, &values![tenant, id, PARKED, WAITING]).await.map(drop)
        })
        .await
        .map_err(words);
    }
    let mut session = house.store.read().await.map_err(words)?;
    let Some(mut mail) = one(&mut session, tenant, id).await.map_err(words)? else { return Ok(()) };
    let Some(sender) = crate::tables::tenants::tenant(&mut session, tenant).await.map_err(words)? else { return Ok(()) };
    let complete = write_link(house, &mut session, &sender, &mut mail).await.map_err(words)?;
    drop(session);
    if mail.state == MailState::Sent {
        return Ok(());
    }
    let error = match address(house, tenant, &mail).await.map_err(words)? {
        _ if !complete => Some("the link in it works no more".to_owned()),
        None => Some("this person left no mail address".to_owned()),
        Some(to) => match house.mail.send(&sender.name, &to, &mail).await {
            Err(error) if !error.for_good && job.attempt < TRIES => return Err(error.why),
            outcome => outcome.err().map(|error| error.why),
        },
    };
    store::write!(house.store, [tenant, id, error], |tx| settle(tx, tenant, id, error).await).await.map_err(words)
}

/// Writes the address of its link into a mail that has one. False when that link works no more.
async fn write_link(house: &House, s: &mut Session, tenant: &Tenant, mail: &mut MailRow) -> Result<bool, Error> {
    let row = s.optional(sql!("SELECT link FROM mail WHERE tenant = $1 AND id = $2"), &values![tenant.id, mail.id.0]).await?;
    let Some(link) = row.map(|row| row.get::<Option<Uuid>>("link")).transpose()?.flatten() else { return Ok(true) };
    let Some(address) = forgotten::address(house, s, tenant, link).await? else { return Ok(false) };
    mail.text = mail.text.replace(LINK, &address);
    Ok(true)
}

async fn address(house: &House, tenant: TenantId, mail: &MailRow) -> Result<Option<String>, Error> {
    let Some(identity) = mail.identity else { return Ok(mail.address.clone()) };
    let keeper = house.keeper(tenant, Actor::System);
    let who = store::write!(house.store, [keeper, identity], |tx| vault::look(tx, &keeper, identity, Reason::Delivery).await).await?;
    Ok(who.map(|it| it.mail).filter(|mail| !mail.trim().is_empty()))
}

async fn settle(tx: &mut Tx, tenant: TenantId, id: Uuid, error: Option<String>) -> Result<(), Error> {
    let now = tx.now();
    let state = if error.is_none() { SENT } else { FAILED };
    tx.run(sql!("UPDATE mail SET state = $3, error = $4, at = $5 WHERE tenant = $1 AND id = $2"), &values![tenant, id, state, error, now])
        .await?;
    let row = tx.optional(sql!("SELECT report, about FROM mail WHERE tenant = $1 AND id = $2"), &values![tenant, id]).await?;
    let Some(row) = row else { return Ok(()) };
    let report = row.get::<Option<String>>("report")?;
    if let (Some(kind), Some(about)) = (report.as_deref().and_then(known_report), row.get::<Option<Uuid>>("about")?) {
        let payload = json!({ "about": about, "sent": error.is_none(), "error": error });
        tx.enqueue(NewJob { tenant, kind, payload, due: now }).await?;
    }
    Ok(())
}

/// The kind of a report job as a word of the program. Kinds are few and written by rooms, so each is kept for ever once.
fn known_report(kind: &str) -> Option<&'static str> {
    static KNOWN: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(word) = known.get(kind) {
        return Some(word);
    }
    if known.len() >= 100 {
        return None;
    }
    let word: &'static str = Box::leak(kind.to_owned().into_boxed_str());
    known.insert(word);
    Some(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mail(unsubscribe: Option<&str>) -> MailRow {
        MailRow {
            id: MailId(Uuid::from_u128(7)),
            identity: None,
            address: None,
            subject: "Wat ermee gebeurde".to_owned(),
            text: "Drie banken.".to_owned(),
            state: MailState::Waiting,
            at: Instant::from_micros(0),
            unsubscribe: unsubscribe.map(str::to_owned),
        }
    }

    fn headers(mail: &MailRow) -> String {
        let message = composed("inspraak@leyhoven.example", "Stad Leyhoven", "noor@voorbeeld.be", mail).expect("a mail");
        String::from_utf8(message.formatted()).expect("text")
    }

    #[test]
    fn a_mail_that_comes_again_and_again_can_be_stopped_in_one_click_and_no_other_says_so() {
        let news = headers(&mail(Some("https://leyhoven.example/abonnement/a.b/stop")));
        assert!(news.contains("List-Unsubscribe: <https://leyhoven.example/abonnement/a.b/stop>\r\n"), "{news}");
        assert!(news.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"), "{news}");
        assert!(!headers(&mail(None)).contains("List-Unsubscribe"));
    }
}
