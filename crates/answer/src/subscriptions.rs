//! News by mail: asked for by anybody, begun by whoever reads the mail of that address, ended with one click.
//!
//! A link in a mail carries the id of the subscription and a seal over it, made with the secret of the house; nothing secret
//! is stored, and a link of one municipality says nothing in another.

use crate::bulletin::{self, News};
use crate::model::subscription::{self, Subscription};
use crate::tables::subscriptions;
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use kernel::{Actor, AreaId, Date, IdentityId, Instant, Language, ProcessId, SubscriptionId, TenantId};
use people::mail::{self, Letter, Recipient};
use people::vault::{self, Identity};
use people::{App, Context, Fault, Tenant, Trial};
use serde_json::json;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;
use store::{Error, Session, Tx, journal};
use subtle::ConstantTimeEq as _;
use ui::{Arg, Page};

/// The kind of stream under which the journal tells of a subscription.
const STREAM: &str = "subscription";
/// So many subscriptions are looked at in one go.
const AT_ONCE: i64 = 200;
/// So many pieces of news stand in one mail; the bulletin has them all.
const IN_MAIL: usize = 20;

/// What somebody wants to hear of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish {
    /// Only of this process.
    pub process: Option<ProcessId>,
    /// Only of this area.
    pub area: Option<AreaId>,
}

fn seal(app: &App, tenant: TenantId, id: SubscriptionId) -> String {
    BASE64URL_NOPAD.encode(&app.secret.derive(&format!("answer subscription {tenant} {id}"))[..16])
}

/// The path of the page of a subscription; whoever knows it may confirm and stop it.
#[must_use]
pub fn path(app: &App, tenant: TenantId, id: SubscriptionId) -> String {
    format!("/abonnement/{}.{}", BASE64URL_NOPAD.encode(id.uuid().as_bytes()), seal(app, tenant, id))
}

/// The subscription that a link names, when the link is one of ours.
#[must_use]
pub fn named(app: &App, tenant: TenantId, token: &str) -> Option<SubscriptionId> {
    let (id, given) = token.split_once('.')?;
    let bytes: [u8; 16] = BASE64URL_NOPAD.decode(id.as_bytes()).ok()?.try_into().ok()?;
    let id = SubscriptionId::from_uuid(uuid::Uuid::from_bytes(bytes));
    bool::from(seal(app, tenant, id).as_bytes().ct_eq(given.as_bytes())).then_some(id)
}

fn digest(app: &App, tenant: TenantId, address: &str) -> String {
    HEXLOWER.encode(&app.secret.derive(&format!("answer subscriber {tenant} {}", address.trim().to_lowercase())))
}

async fn note(tx: &mut Tx, tenant: TenantId, id: SubscriptionId, kind: &'static str, at: Instant) -> Result<(), Error> {
    let entry =
        journal::Entry { tenant, stream: id.uuid(), stream_kind: STREAM, kind, version: 1, actor: &Actor::Resident, at, body: json!({}) };
    tx.journal(entry).await.map(drop)
}

/// Somebody asks for news at an address. Nothing but a mail with a question goes there before it is confirmed; whether the
/// address was known already is told in that mail and nowhere else.
///
/// # Errors
/// [`Fault::TooMany`] when this address or this visitor asked too often; when the database does not answer.
pub async fn ask(ctx: &Context, address: &str, wish: Wish) -> Result<(), Fault> {
    let subject = format!("{}/{}", ctx.tenant_id(), digest(&ctx.app, ctx.tenant_id(), address));
    ctx.app.limits.take(Trial::Subscription, &ctx.address, &subject, ctx.now())?;
    enlist(&ctx.app, &ctx.tenant, address, wish, ctx.language).await?;
    Ok(())
}

/// As [`ask`], without a page and without a limit.
///
/// # Errors
/// When the database does not answer.
pub async fn enlist(app: &App, tenant: &Arc<Tenant>, address: &str, wish: Wish, language: Language) -> Result<SubscriptionId, Error> {
    let page = words_of(app, tenant, language);
    let scope = scope_name(&mut app.store.read().await?, tenant, &page, wish).await?;
    let (digest, keeper) = (digest(app, tenant.id, address), app.keeper(tenant.id, Actor::Resident));
    let today = tenant.civil.zone.date(app.clock.now());
    let (app, tenant, address) = (App::clone(app), Arc::clone(tenant), address.trim().to_owned());
    let store = app.store.clone();
    store::write!(store, [tenant, app, digest, keeper, address, page, scope], |tx| {
        let it = match subscriptions::of_address(tx, tenant.id, &digest, wish.process, wish.area).await? {
            Some(known) => known,
            None => {
                let it = fresh(tx, &tenant, wish, language, today);
                let who = Identity { mail: address.clone(), ..Identity::default() };
                vault::keep(tx, &keeper, it.identity, &who).await?;
                vault::keep_until(tx, tenant.id, it.identity, Some(it.ends)).await?;
                subscriptions::insert(tx, tenant.id, &digest, &it).await?;
                // With the day alone, as what the vault writes: its moment tells nothing of anybody.
                note(tx, tenant.id, it.id, "asked", tenant.civil.zone.start_of(today)).await?;
                it
            }
        };
        let letter = question(&app, &tenant, &page, &it, &scope);
        mail::enqueue(tx, tenant.id, letter).await?;
        Ok::<_, Error>(it.id)
    })
    .await
}

fn fresh(tx: &mut Tx, tenant: &Tenant, wish: Wish, language: Language, today: Date) -> Subscription {
    let now = tx.now();
    Subscription {
        id: SubscriptionId::new(now, tx.random()),
        identity: IdentityId::new(now, tx.random()),
        process: wish.process,
        area: wish.area,
        language,
        asked: today,
        confirmed: None,
        ends: today.plus_days(subscription::CONFIRM_DAYS),
        told: tenant.civil.zone.start_of(today),
    }
}

/// The mail that asks whether it was really this person; or says that there is a subscription already.
fn question(app: &App, tenant: &Tenant, page: &Page, it: &Subscription, scope: &str) -> Letter {
    let link = app.address_of(tenant, &path(app, tenant.id, it.id));
    let stem = if it.confirmed.is_some() { "answer-subscribe-known" } else { "answer-subscribe-confirm" };
    let args: [(&str, Arg); 4] = [
        ("scope", scope.into()),
        ("municipality", tenant.name.as_str().into()),
        ("link", link.into()),
        ("days", subscription::CONFIRM_DAYS.into()),
    ];
    let words = |part: &str| app.texts.plain(&page.language, &format!("{stem}-{part}"), &args);
    Letter { to: Recipient::Identity(it.identity), language: page.language, subject: words("subject"), text: words("text") }
}

/// Whoever reads the mail of the address wants the news, or wants it for another year.
///
/// # Errors
/// When the database does not answer.
pub async fn confirm(ctx: &Context, id: SubscriptionId) -> Result<(), Fault> {
    let (tenant, today) = (Arc::clone(&ctx.tenant), ctx.today());
    let store = ctx.store().clone();
    let known = store::write!(store, [tenant], |tx| {
        let Some(it) = subscriptions::subscription(tx, tenant.id, id).await? else { return Ok::<_, Error>(false) };
        let told = if it.confirmed.is_some() { it.told } else { tenant.civil.zone.start_of(today) };
        let ends = subscription::last_day(today);
        subscriptions::confirm(tx, tenant.id, id, it.confirmed.unwrap_or(today), ends, told).await?;
        vault::keep_until(tx, tenant.id, it.identity, Some(ends)).await?;
        let kind = if it.confirmed.is_some() { "prolonged" } else { "confirmed" };
        note(tx, tenant.id, id, kind, tenant.civil.zone.start_of(today)).await?;
        Ok(true)
    });
    if known.await? { Ok(()) } else { Err(Fault::NotFound) }
}

/// Ends a subscription and forgets the address, everywhere. Ending what has ended changes nothing.
///
/// # Errors
/// When the database does not answer.
pub async fn stop(ctx: &Context, id: SubscriptionId) -> Result<(), Fault> {
    let it = subscriptions::subscription(&mut ctx.read().await?, ctx.tenant_id(), id).await?;
    if let Some(it) = it {
        people::holder::erase(&ctx.app, ctx.tenant_id(), it.identity, Actor::Resident, "subscription-stopped").await?;
    }
    Ok(())
}

/// Whose news it is: in words, and the address of its bulletin.
async fn scope_of(s: &mut Session, tenant: &Tenant, page: &Page, wish: Wish) -> Result<(String, String), Error> {
    let name = scope_name(s, tenant, page, wish).await?;
    let mut asked = Vec::new();
    if let Some(id) = wish.process
        && let Some(process) = design::process(s, tenant.id, id).await?
    {
        asked.push(format!("project={}", process.slug));
    }
    asked.extend(wish.area.map(|id| format!("gebied={id}")));
    let path = if asked.is_empty() { "/bulletin".to_owned() } else { format!("/bulletin?{}", asked.join("&")) };
    Ok((name, path))
}

/// Whose news it is, in words.
pub(crate) async fn scope_name(s: &mut Session, tenant: &Tenant, page: &Page, wish: Wish) -> Result<String, Error> {
    let mut names = Vec::new();
    if let Some(id) = wish.process
        && let Some(process) = design::process(s, tenant.id, id).await?
    {
        names.push(process.title.best(&page.language).text.to_owned());
    }
    if let Some(id) = wish.area
        && let Some(area) = people::tables::area(s, tenant.id, id).await?
    {
        names.push(area.name);
    }
    Ok(if names.is_empty() { tenant.name.clone() } else { names.join(" · ") })
}

/// What words need where no page was asked for.
#[must_use]
pub fn words_of(app: &App, tenant: &Arc<Tenant>, language: Language) -> Page {
    Page {
        title: String::new(),
        language,
        path: String::new(),
        texts: Arc::clone(&app.texts),
        site: app.site_of(tenant),
        languages: Vec::new(),
        signed_in: None,
        csrf: String::new(),
        notice: None,
        staff: false,
        unreviewed: false,
        zone: tenant.civil.zone.clone(),
        nav: Vec::new(),
    }
}

/// The same news for everybody who asked for it and was told as far.
type Told = (Option<ProcessId>, Option<AreaId>, Language, Instant);

/// Mails everybody what happened since the last mail, when a week has passed and something happened. How many mails it wrote.
/// Running it twice, or on two nodes, writes each mail once.
///
/// # Errors
/// When the database does not answer; what was written stays.
pub async fn send_news(app: &App, tenant: TenantId) -> Result<usize, Error> {
    let mut s = app.store.read().await?;
    let Some(tenant) = people::tables::tenants::tenant(&mut s, tenant).await?.map(Arc::new) else { return Ok(0) };
    drop(s);
    let zone = tenant.civil.zone.clone();
    let today = zone.date(app.clock.now());
    // Up to midnight, so that the news of a day stands whole in one mail.
    let (until, before) = (zone.start_of(today), subscription::due_before(&zone, today));
    let mut known: HashMap<Told, (String, String, Vec<News>)> = HashMap::new();
    let (mut after, mut written) = (None, 0);
    loop {
        let mut s = app.store.read().await?;
        let due = subscriptions::due(&mut s, tenant.id, before, today, after, AT_ONCE).await?;
        let Some(last) = due.last() else { break };
        after = Some((last.told, last.id));
        let mut letters = Vec::new();
        for it in due {
            let key = (it.process, it.area, it.language, it.told);
            if let Entry::Vacant(place) = known.entry(key) {
                let page = words_of(app, &tenant, it.language);
                let stretch = journey::Stretch { from: it.told, until, process: it.process, area: it.area };
                let (scope, whole) = scope_of(&mut s, &tenant, &page, Wish { process: it.process, area: it.area }).await?;
                let news = bulletin::news(&mut s, &tenant, &page, &stretch, bulletin::MOST).await?;
                place.insert((scope, whole, news));
            }
            if let Some((scope, whole, news)) = known.get(&key).filter(|(.., news)| !news.is_empty()) {
                letters.push((it.clone(), digest_letter(app, &tenant, &it, (scope, whole), news)));
            }
        }
        drop(s);
        for (it, letter) in letters {
            let stop = app.address_of(&tenant, &format!("{}/stop", path(app, tenant.id, it.id)));
            let id = tenant.id;
            let wrote = store::write!(app.store, [it, letter, stop], |tx| {
                let first = subscriptions::tell(tx, id, it.id, it.told, until).await?;
                if first {
                    mail::enqueue_again(tx, id, letter, stop).await?;
                }
                Ok::<_, Error>(first)
            });
            written += usize::from(wrote.await?);
        }
    }
    Ok(written)
}

fn digest_letter(app: &App, tenant: &Arc<Tenant>, it: &Subscription, (scope, whole): (&str, &str), news: &[News]) -> Letter {
    let page = words_of(app, tenant, it.language);
    let plain = |key: &str, args: &[(&str, Arg)]| app.texts.plain(&it.language, key, args);
    let mut parts = vec![plain("answer-news-intro", &[("scope", scope.into()), ("date", page.day(&it.told).into())])];
    for one in news.iter().take(IN_MAIL) {
        let title =
            one.title.as_ref().map_or_else(|| plain("answer-journey-of", &[("number", one.number.as_str().into())]), |it| it.text.clone());
        let sentence = one.said.as_ref().map(|it| it.text.as_str()).or(one.told.as_deref()).unwrap_or_default();
        parts.push(format!("{}: {title}\n{sentence}\n{}", one.label, app.address_of(tenant, &one.path())));
    }
    let whole = app.address_of(tenant, whole);
    parts.push(match i64::try_from(news.len().saturating_sub(IN_MAIL)).unwrap_or(i64::MAX) {
        0 => plain("answer-news-all", &[("address", whole.into())]),
        more => plain("answer-news-more", &[("count", more.into()), ("address", whole.into())]),
    });
    let link = app.address_of(tenant, &path(app, tenant.id, it.id));
    parts.push(plain("answer-news-stop", &[("link", link.into()), ("date", page.date(&it.ends).into())]));
    parts.push(plain(
        "answer-letter-contact",
        &[("phone", tenant.contact.phone.as_str().into()), ("place", tenant.contact.address.as_str().into())],
    ));
    parts.push(tenant.name.clone());
    Letter {
        to: Recipient::Identity(it.identity),
        language: it.language,
        subject: plain("answer-news-subject", &[("scope", scope.into())]),
        text: parts.join("\n\n"),
    }
}
