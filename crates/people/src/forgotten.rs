//! A forgotten password: a link by mail with which somebody sets another, once and within an hour.
//!
//! Whoever asks gets the same answer in the same time, whether the address has an account or not: the looking-up is
//! left to a job, which carries the address sealed. Of the token only a digest is stored; the mail that waits in the
//! database holds the id of the link, and the token is made of that id and the secret of the house when it leaves.

use crate::context::Context;
use crate::fault::Fault;
use crate::house::{App, House};
use crate::mail::{self, LINK, Letter, Recipient};
use crate::seal::{mac, place};
use crate::tables::events::{self, Event};
use crate::tables::{accounts, password_links, tenants};
use crate::tenant::Tenant;
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use kernel::{AccountId, Actor, Instant, TenantId};
use serde_json::json;
use std::sync::Arc;
use store::jobs::{Job, NewJob, Worker};
use store::{Error, Session, Tx};
use ui::Arg;
use uuid::Uuid;

/// The kind of the job that looks the account up and writes the mail.
const JOB: &str = "people.forgotten-password";
/// How long a link works, in hours.
pub(crate) const HOURS: u16 = 1;

const PATH: &str = "/wachtwoord-vergeten";

fn token(house: &House, tenant: TenantId, link: Uuid) -> String {
    BASE64URL_NOPAD.encode(&mac(&house.keys.link, &[b"token", tenant.uuid().as_bytes(), link.as_bytes()]))
}

fn digest(house: &House, token: &str) -> String {
    BASE64URL_NOPAD.encode(&mac(&house.keys.link, &[b"digest", token.as_bytes()]))
}

/// The whole address of a link, for the mail that leaves with it; none when it works no more.
pub(crate) async fn address(house: &House, session: &mut Session, tenant: &Tenant, link: Uuid) -> Result<Option<String>, Error> {
    let token = token(house, tenant.id, link);
    let whose = password_links::whose(session, tenant.id, &digest(house, &token), house.clock.now()).await?;
    Ok(whose.map(|_| house.address_of(tenant, &format!("{PATH}/{token}"))))
}

/// Whose password is set with this token, as long as it works and the account has not ended.
pub(crate) async fn whose(ctx: &Context, token: &str) -> Result<Option<accounts::Account>, Fault> {
    let mut session = ctx.read().await?;
    let Some(id) = password_links::whose(&mut session, ctx.tenant.id, &digest(&ctx.app, token), ctx.now()).await? else { return Ok(None) };
    Ok(accounts::account(&mut session, ctx.tenant.id, id).await?.filter(|account| account.ended.is_none()))
}

/// Lets a job mail a link to this address, when it is one of an account.
pub(crate) async fn ask(ctx: &Context, mail: &str) -> Result<(), Fault> {
    let tenant = ctx.tenant.id;
    let sealed = ctx.app.keys.link_mail.seal(ctx.app.random.as_ref(), &place(JOB, tenant, tenant.uuid()), mail.as_bytes())?;
    let sealed = HEXLOWER.encode(&sealed);
    store::write!(ctx.app.store, [tenant, sealed], |tx| {
        let due = tx.now();
        tx.enqueue(NewJob { tenant, kind: JOB, payload: json!({ "sealed": sealed }), due }).await.map(drop)
    })
    .await?;
    Ok(())
}

/// Sets the password with a token and ends every sign-in of the account. False when somebody was first.
pub(crate) async fn set(ctx: &Context, token: &str, account: AccountId, hash: String) -> Result<bool, Fault> {
    let (tenant, digest) = (ctx.tenant.id, digest(&ctx.app, token));
    let set = store::write!(ctx.app.store, [tenant, digest, account, hash], |tx| {
        if !password_links::use_up(tx, tenant, &digest).await? {
            return Ok::<_, Error>(false);
        }
        accounts::set_password(tx, tenant, &Actor::Account { account }, account, &hash, None).await?;
        Ok(true)
    });
    Ok(set.await?)
}

async fn make(tx: &mut Tx, house: &House, tenant: TenantId, account: AccountId) -> Result<Uuid, Error> {
    let now = tx.now();
    let id = kernel::JobId::new(now, tx.random()).uuid();
    let expires = now.plus_seconds(i64::from(HOURS) * 3600);
    password_links::make(tx, tenant, &digest(house, &token(house, tenant, id)), id, account, expires).await?;
    events::record(tx, tenant, &Actor::System, Event::PasswordLinkMade { account }).await?;
    Ok(id)
}

/// The path of a fresh link for an account, as a mail would carry it: for looking at that page in a demonstration.
///
/// # Errors
/// When the database does not answer.
pub async fn fresh_path(app: &App, tenant: TenantId, account: AccountId) -> Result<String, Error> {
    let house = Arc::clone(app);
    let link = store::write!(app.store, [house, tenant, account], |tx| make(tx, &house, tenant, account).await).await?;
    Ok(format!("{PATH}/{}", token(app, tenant, link)))
}

/// Teaches a worker to mail links.
#[must_use]
pub fn register(worker: Worker, house: Arc<House>) -> Worker {
    worker.on(JOB, move |_store, job: Job| {
        let house = Arc::clone(&house);
        Box::pin(async move { send_link(house, &job).await.map_err(|fault| fault.to_string()) })
    })
}

async fn send_link(house: App, job: &Job) -> Result<(), Fault> {
    let broken = || Fault::Broken("a job without a sealed address".to_owned());
    let sealed = job.payload.get("sealed").and_then(|it| it.as_str()).ok_or_else(broken)?;
    let sealed = HEXLOWER.decode(sealed.as_bytes()).map_err(|_| broken())?;
    let mail = house.keys.link_mail.open(&place(JOB, job.tenant, job.tenant.uuid()), &sealed)?;
    let mail = String::from_utf8(mail).map_err(|_| broken())?;
    let mut session = house.store.read().await?;
    let tenant = tenants::tenant(&mut session, job.tenant).await?;
    let account = accounts::by_mail(&mut session, job.tenant, &mail).await?.filter(|account| account.ended.is_none());
    drop(session);
    let (Some(tenant), Some(account)) = (tenant, account) else { return Ok(()) };
    let letter = letter(&house, &tenant, &account, house.clock.now());
    let (id, account, database) = (tenant.id, account.id, house.store.clone());
    store::write!(database, [house, id, account, letter], |tx| {
        let link = make(tx, &house, id, account).await?;
        mail::enqueue_with_link(tx, id, letter, link).await.map(drop)
    })
    .await?;
    Ok(())
}

fn letter(house: &House, tenant: &Tenant, account: &accounts::Account, now: Instant) -> Letter {
    let language = account.language.unwrap_or(tenant.language);
    let (hour, minute) = tenant.civil.zone.clock(now.plus_seconds(i64::from(HOURS) * 3600));
    let args: [(&str, Arg); 4] = [
        ("name", account.name.as_str().into()),
        ("municipality", tenant.name.as_str().into()),
        ("until", Arg::Words(format!("{hour:02}:{minute:02}"))),
        ("link", LINK.into()),
    ];
    let words = |part: &str| house.texts.plain(&language, &format!("people-forgotten-mail-{part}"), &args);
    Letter { to: Recipient::Address(account.mail.clone()), language, subject: words("subject"), text: words("text") }
}
