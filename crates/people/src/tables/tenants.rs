//! Tenants and the hosts under which they are found.

use crate::permit::UnknownCode;
use crate::tables::{events, roles};
use crate::tenant::{PlainWord, SMALLEST, Tenant, TermsWords, bare_host};
use journey::{Civil, Terms};
use kernel::{Actor, Calendar, Language, TenantId, Zone};
use store::{Error, Row, Session, Tx, sql, values};
use ui::Contact;
use ui::theme::Theme;

fn unreadable(what: impl std::fmt::Display) -> Error {
    Error::Broken(format!("a tenant cannot be read: {what}"))
}

fn languages(text: &str) -> Vec<Language> {
    text.split(' ').filter_map(|tag| tag.parse().ok()).collect()
}

fn listed(languages: &[Language]) -> String {
    languages.iter().map(Language::tag).collect::<Vec<_>>().join(" ")
}

fn of_row(row: &Row, hosts: Vec<String>) -> Result<Tenant, Error> {
    let text = |column: &str| row.get::<String>(column);
    Ok(Tenant {
        id: row.get("tenant")?,
        host: hosts.first().cloned().unwrap_or_default(),
        hosts,
        name: text("name")?,
        civil: Civil {
            zone: Zone::named(&text("zone")?).map_err(unreadable)?,
            calendar: serde_json::from_str::<Calendar>(&text("calendar")?).map_err(unreadable)?,
            terms: serde_json::from_str::<Terms>(&text("terms")?).map_err(unreadable)?,
        },
        language: row.get("language")?,
        languages: languages(&text("languages")?),
        reviewed: languages(&text("reviewed")?),
        terms_words: text("words")?.parse::<TermsWords>().map_err(|error: UnknownCode| unreadable(error))?,
        plain_words: serde_json::from_str::<Vec<PlainWord>>(&text("plain_words")?).map_err(unreadable)?,
        theme: serde_json::from_str::<Theme>(&text("theme")?).map_err(unreadable)?,
        contact: serde_json::from_str::<Contact>(&text("contact")?).map_err(unreadable)?,
        logo: row.get("logo")?,
        light: row.get("light")?,
    })
}

/// The tenant that is found under `host` (lower case, without port).
///
/// # Errors
/// When the database does not answer, or a row does not read back.
pub async fn by_host(s: &mut Session, host: &str) -> Result<Option<Tenant>, Error> {
    let Some(row) = s.optional(sql!("SELECT tenant FROM host WHERE host = $1 ORDER BY tenant LIMIT 1"), &values![host]).await? else {
        return Ok(None);
    };
    tenant(s, row.get("tenant")?).await
}

/// The tenant with this id.
///
/// # Errors
/// As [`by_host`].
pub async fn tenant(s: &mut Session, id: TenantId) -> Result<Option<Tenant>, Error> {
    let row = s
        .optional(
            sql!(
                "SELECT tenant, name, zone, calendar, terms, language, languages, reviewed, words, plain_words, theme, contact, logo, light FROM tenant WHERE tenant = $1"
            ),
            &values![id],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let hosts = s.all(sql!("SELECT host FROM host WHERE tenant = $1 ORDER BY position, host"), &values![id]).await?;
    let hosts = hosts.iter().map(|row| row.get("host")).collect::<Result<Vec<String>, _>>()?;
    of_row(&row, hosts).map(Some)
}

/// Whether one or two people do all the work there ([`Tenant::light`]).
///
/// # Errors
/// When the database does not answer.
pub async fn is_light(s: &mut Session, id: TenantId) -> Result<bool, Error> {
    let row = s.optional(sql!("SELECT light FROM tenant WHERE tenant = $1"), &values![id]).await?;
    row.map_or(Ok(false), |row| row.get("light"))
}

/// The words of this office that its texts had better not use ([`Tenant::plain_words`]).
///
/// # Errors
/// When the database does not answer, or the row does not read back.
pub async fn plain_words(s: &mut Session, id: TenantId) -> Result<Vec<PlainWord>, Error> {
    let row = s.optional(sql!("SELECT plain_words FROM tenant WHERE tenant = $1"), &values![id]).await?;
    let Some(row) = row else { return Ok(Vec::new()) };
    serde_json::from_str(&row.get::<String>("plain_words")?).map_err(unreadable)
}

/// How small a group of people may be to be shown there: the one setting for every figure, answer and result.
///
/// # Errors
/// When the database does not answer.
pub async fn smallest(s: &mut Session, id: TenantId) -> Result<i64, Error> {
    let row = s.optional(sql!("SELECT smallest FROM tenant WHERE tenant = $1"), &values![id]).await?;
    row.map_or(Ok(SMALLEST), |row| row.get("smallest"))
}

/// Sets how small a group may be, within [`SMALLEST_ALLOWED`](crate::SMALLEST_ALLOWED) as the page asks it, and notes that in the journal.
///
/// # Errors
/// When there is no such tenant, or the database does not answer.
pub async fn set_smallest(tx: &mut Tx, actor: &Actor, id: TenantId, smallest: i64) -> Result<(), Error> {
    if tx.run(sql!("UPDATE tenant SET smallest = $2 WHERE tenant = $1"), &values![id, smallest]).await? == 0 {
        return Err(Error::Missing);
    }
    events::record(tx, id, actor, events::Event::SmallestGroupSet { smallest }).await
}

/// The ids of all tenants: for jobs that visit each of them, never for a page.
///
/// # Errors
/// When the database does not answer.
pub async fn ids(s: &mut Session) -> Result<Vec<TenantId>, Error> {
    s.all(sql!("SELECT tenant FROM tenant ORDER BY tenant"), &[]).await?.iter().map(|row| row.get("tenant")).collect()
}

/// Makes a tenant with its hosts and the shipped roles.
///
/// # Errors
/// [`Error::Conflict`] when one of its hosts leads to a tenant already.
pub async fn create(tx: &mut Tx, actor: &Actor, tenant: &Tenant) -> Result<(), Error> {
    let made = tx.now();
    tx.run(
        sql!(
            "INSERT INTO tenant (tenant, name, zone, calendar, terms, language, languages, reviewed, words, theme, contact, logo, made, plain_words, light) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"
        ),
        &values![
            tenant.id,
            tenant.name,
            tenant.civil.zone.name(),
            json(&tenant.civil.calendar)?,
            json(&tenant.civil.terms)?,
            tenant.language,
            listed(&tenant.languages),
            listed(&tenant.reviewed),
            tenant.terms_words.code(),
            json(&tenant.theme)?,
            json(&tenant.contact)?,
            tenant.logo,
            made,
            json(&tenant.plain_words)?,
            tenant.light
        ],
    )
    .await?;
    put_hosts(tx, tenant).await?;
    roles::ship(tx, tenant.id).await?;
    events::record(tx, tenant.id, actor, events::Event::TenantMade).await
}

/// Writes the changed settings of a tenant. Call [`crate::House::forget_tenant`] after the write.
///
/// # Errors
/// [`Error::Conflict`] when one of its hosts leads to another tenant; [`Error::Missing`] when there is no such tenant.
pub async fn save(tx: &mut Tx, actor: &Actor, tenant: &Tenant) -> Result<(), Error> {
    let changed = tx
        .run(
            sql!(
                "UPDATE tenant SET name = $2, zone = $3, calendar = $4, terms = $5, language = $6, languages = $7, reviewed = $8, words = $9, theme = $10, contact = $11, logo = $12, plain_words = $13, light = $14 WHERE tenant = $1"
            ),
            &values![
                tenant.id,
                tenant.name,
                tenant.civil.zone.name(),
                json(&tenant.civil.calendar)?,
                json(&tenant.civil.terms)?,
                tenant.language,
                listed(&tenant.languages),
                listed(&tenant.reviewed),
                tenant.terms_words.code(),
                json(&tenant.theme)?,
                json(&tenant.contact)?,
                tenant.logo,
                json(&tenant.plain_words)?,
                tenant.light
            ],
        )
        .await?;
    if changed == 0 {
        return Err(Error::Missing);
    }
    tx.run(sql!("DELETE FROM host WHERE tenant = $1"), &values![tenant.id]).await?;
    put_hosts(tx, tenant).await?;
    events::record(tx, tenant.id, actor, events::Event::TenantChanged).await
}

async fn put_hosts(tx: &mut Tx, tenant: &Tenant) -> Result<(), Error> {
    let listed: Vec<String> = std::iter::once(&tenant.host).chain(&tenant.hosts).map(|host| bare_host(host)).collect();
    for (position, host) in listed.iter().enumerate() {
        if host.is_empty() || listed[..position].contains(host) {
            continue;
        }
        let taken =
            tx.optional(sql!("SELECT tenant FROM host WHERE host = $1 AND tenant <> $2 LIMIT 1"), &values![host, tenant.id]).await?;
        if taken.is_some() {
            return Err(Error::Conflict(format!("host(host) {host}")));
        }
        let position = i64::try_from(position).unwrap_or(i64::MAX);
        tx.run(sql!("INSERT INTO host (tenant, host, position) VALUES ($1, $2, $3)"), &values![tenant.id, host, position]).await?;
    }
    Ok(())
}

fn json<T: serde::Serialize>(value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(unreadable)
}
