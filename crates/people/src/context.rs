//! What a handler knows of the request: tenant, language, who asks, and what that person may do.

use crate::cookies::{self, Name};
use crate::csrf::{self, Bond};
use crate::fault::Fault;
use crate::house::App;
use crate::permit::{Grant, Permission, Thing, permit, permit_somewhere};
use crate::routes::Access;
use crate::tables;
use crate::tenant::Tenant;
use crate::vault::{Keeper, KeyHolder};
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::response::Response;
use data_encoding::BASE64URL_NOPAD;
use kernel::{AccountId, Actor, Date, DepartmentId, Instant, Language, OrganisationId, SignInId, TenantId};
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use store::{Session, Store};
use ui::{LanguageLink, NavLink, Page};

/// Somebody who signed in completely.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// The account.
    pub id: AccountId,
    /// This signing-in.
    pub sign_in: SignInId,
    /// The name of the person.
    pub name: String,
    /// The mail address.
    pub mail: String,
    /// The partner organisation, for people who do not work for the municipality.
    pub organisation: Option<OrganisationId>,
    /// The department.
    pub department: Option<DepartmentId>,
    /// The grants of this person, own and as a substitute.
    pub grants: Arc<[Grant]>,
}

/// What the cookie of a sign-in stands for.
#[derive(Debug, Clone)]
pub(crate) enum Standing {
    /// No sign-in, or none that we know.
    None,
    /// The password was right; a code or an enrolment is still needed.
    Half(tables::sign_ins::SignIn),
    /// A sign-in that has passed or was ended; whose it was.
    Passed(AccountId),
    /// Signed in.
    Full,
}

/// What a handler knows of the request. Extract it as the first argument.
#[derive(Clone)]
pub struct Context {
    /// The house.
    pub app: App,
    /// The tenant, from the host.
    pub tenant: Arc<Tenant>,
    /// The language of the page: that of the visitor, or Dutch on a page for staff that has no words in it.
    pub language: Language,
    /// Who acts, as the journal writes it.
    pub actor: Actor,
    /// Who signed in.
    pub account: Option<SignedIn>,
    /// The path that was asked.
    pub path: String,
    /// The question part of the path, without `?`.
    pub query: Option<String>,
    /// The network address of the visitor, for limits only; never stored.
    pub address: String,
    pub(crate) standing: Standing,
    pub(crate) bond: Bond,
    pub(crate) fresh_visitor: bool,
    /// The language of the visitor.
    pub(crate) own_language: Language,
    /// Whether the page has words in every language of the tenant.
    every_language: bool,
    pub(crate) chosen_language: bool,
    pub(crate) csrf: String,
    notice: Option<Notice>,
}

/// Words that are shown once, and the numbers in them.
#[derive(Clone)]
struct Notice {
    key: String,
    counts: Vec<(String, i64)>,
}

impl Notice {
    /// Reads what [`Context::done_counting`] wrote; anything else is nothing.
    fn read(text: &str) -> Option<Self> {
        let plain = |word: &str| word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        let mut parts = text.split('!');
        let key = parts.next().filter(|key| plain(key))?.to_owned();
        let count = |part: &str| part.split_once(':').and_then(|(name, count)| Some((name.to_owned(), count.parse().ok()?)));
        let counts: Option<Vec<(String, i64)>> = parts.map(count).collect();
        Some(Self { key, counts: counts.filter(|counts| counts.iter().all(|(name, _)| plain(name)))? })
    }
}

impl std::fmt::Debug for Context {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Context")
            .field("tenant", &self.tenant.id)
            .field("path", &self.path)
            .field("actor", &self.actor)
            .finish_non_exhaustive()
    }
}

impl Context {
    /// This moment.
    #[must_use]
    pub fn now(&self) -> Instant {
        self.app.clock.now()
    }
    /// This day, in the tenant's zone.
    #[must_use]
    pub fn today(&self) -> Date {
        self.tenant.civil.zone.date(self.now())
    }
    /// Who acts when, for steps of a journey.
    #[must_use]
    pub fn act(&self) -> journey::Act<'_> {
        journey::Act { tenant: self.tenant.id, actor: &self.actor, at: self.now(), civil: &self.tenant.civil }
    }
    /// As it is, in the visitor's own language also on a path of staff: for the few pages there that a resident reads too, and that
    /// have words in every language.
    #[must_use]
    pub fn in_own_language(mut self) -> Self {
        (self.language, self.every_language) = (self.own_language, true);
        self
    }
    /// The words of `key` in the language of the page.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        self.app.texts.get(&self.language, key, &[])
    }
    /// A reading session. Drop it before calling anything that reads itself.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn read(&self) -> Result<Session, Fault> {
        Ok(self.app.store.read().await?)
    }
    /// The store.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.app.store
    }
    /// The tenant's id.
    #[must_use]
    pub fn tenant_id(&self) -> TenantId {
        self.tenant.id
    }
    /// Whether whoever asks may do `permission` to `thing` today.
    #[must_use]
    pub fn may(&self, permission: Permission, thing: &Thing) -> bool {
        self.account.as_ref().is_some_and(|account| permit(&account.grants, account.id, permission, thing, self.today()))
    }
    /// Whether whoever asks may do `permission` to anything at all: enough to show a link or open a list.
    #[must_use]
    pub fn may_somewhere(&self, permission: Permission) -> bool {
        self.account.as_ref().is_some_and(|account| permit_somewhere(&account.grants, account.id, permission, self.today()))
    }
    /// As [`Context::may`], as a fault.
    ///
    /// # Errors
    /// [`Fault::Forbidden`], and [`Fault::SignIn`] when nobody signed in.
    pub fn permit(&self, permission: Permission, thing: &Thing) -> Result<(), Fault> {
        match (&self.account, self.may(permission, thing)) {
            (_, true) => Ok(()),
            (None, _) => Err(Fault::SignIn),
            _ => Err(Fault::Forbidden),
        }
    }
    /// Whoever signed in.
    ///
    /// # Errors
    /// [`Fault::SignIn`] when nobody did.
    pub fn signed_in(&self) -> Result<&SignedIn, Fault> {
        self.account.as_ref().ok_or(Fault::SignIn)
    }

    /// Whether this page may be opened under `access`.
    pub(crate) fn opens(&self, access: Access) -> bool {
        match access {
            Access::Public => true,
            Access::SignedIn => self.account.is_some(),
            Access::Staff(permission) => self.may_somewhere(permission),
        }
    }

    /// A page whose title is the words of `title_key`.
    #[must_use]
    pub fn page(&self, title_key: &str) -> Page {
        self.page_titled(self.t(title_key))
    }

    /// A page with this title.
    #[must_use]
    pub fn page_titled(&self, title: String) -> Page {
        let staff = is_staff_path(&self.path);
        let mut seen: Vec<&str> = Vec::new();
        let nav = self.app.nav.iter().filter(|item| matches!(item.access, Access::Public) != staff && self.opens(item.access));
        // Two permissions may open the same page; it stands there once.
        let nav: Vec<_> = nav
            .filter(|item| {
                if seen.contains(&item.href) {
                    false
                } else {
                    seen.push(item.href);
                    true
                }
            })
            .collect();
        Page {
            title,
            language: self.language,
            path: self.path_and_query(),
            texts: Arc::clone(&self.app.texts),
            site: self.app.site_of(&self.tenant),
            languages: self.language_links(),
            signed_in: self.account.as_ref().map(|account| account.name.clone()),
            csrf: self.csrf.clone(),
            notice: self.notice.as_ref().map(|notice| {
                let args: Vec<_> = notice.counts.iter().map(|(name, count)| (name.as_str(), ui::Arg::Number(*count))).collect();
                self.app.texts.get(&self.language, &notice.key, &args)
            }),
            staff,
            unreviewed: !self.tenant.reviewed.contains(&self.language),
            zone: self.tenant.civil.zone.clone(),
            nav: nav
                .into_iter()
                .map(|item| NavLink { href: item.href.to_owned(), label: self.t(item.key), current: item.href == self.path })
                .collect(),
        }
    }

    /// Sends the browser to `path` (303), where the words of `notice_key` are shown once.
    #[must_use]
    pub fn done(&self, path: &str, notice_key: &str) -> Response {
        self.done_counting(path, notice_key, &[])
    }

    /// As [`Context::done`], with words that tell numbers. Names are of small letters.
    #[must_use]
    pub fn done_counting(&self, path: &str, notice_key: &str, counts: &[(&str, i64)]) -> Response {
        let mut response = ui::see_other(path);
        let counts: String = counts.iter().map(|(name, count)| format!("!{name}:{count}")).collect();
        if let Some(cookie) = cookies::set(Name::Notice, self.app.settings.https, &format!("{notice_key}{counts}"), Some(60)) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        response
    }

    /// The path with its question part.
    #[must_use]
    pub fn path_and_query(&self) -> String {
        match &self.query {
            Some(query) => format!("{}?{query}", self.path),
            None => self.path.clone(),
        }
    }

    /// The token that forms of this visitor carry.
    #[must_use]
    pub fn token(&self) -> &str {
        &self.csrf
    }

    /// Whether this page shows a notice to this visitor alone.
    #[must_use]
    pub fn has_notice(&self) -> bool {
        self.notice.is_some()
    }

    fn language_links(&self) -> Vec<LanguageLink> {
        let others: String =
            self.query.as_deref().unwrap_or_default().split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("taal=")).fold(
                String::new(),
                |mut kept, pair| {
                    kept.push_str(pair);
                    kept.push('&');
                    kept
                },
            );
        let link = |language: &Language| LanguageLink {
            code: language.to_string(),
            name: ui::own_name(language),
            href: format!("{}?{others}taal={language}", self.path),
            current: *language == self.language,
        };
        let spoken = |language: &&Language| self.every_language || self.app.texts.is_whole(language);
        self.tenant.languages.iter().filter(spoken).map(link).collect()
    }
}

impl KeyHolder for Context {
    fn keeper(&self) -> Keeper {
        self.app.keeper(self.tenant.id, self.actor)
    }
}

fn is_staff_path(path: &str) -> bool {
    path == "/werk" || path == "/beheer" || path.starts_with("/werk/") || path.starts_with("/beheer/")
}

/// The value of `name` in a question part.
pub(crate) fn asked<'q>(query: Option<&'q str>, name: &str) -> Option<std::borrow::Cow<'q, str>> {
    form_urlencoded::parse(query.unwrap_or_default().as_bytes()).find(|(key, _)| key == name).map(|(_, value)| value)
}

/// The languages that a browser asks for, the dearest first (RFC 9110, 12.5.4).
pub(crate) fn accepted(headers: &HeaderMap) -> Vec<Language> {
    let text = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut wanted: Vec<(f32, Language)> = text
        .split(',')
        .take(20)
        .filter_map(|part| {
            let (tag, weight) = part.split_once(';').unwrap_or((part, "q=1"));
            let weight = weight.trim().strip_prefix("q=").and_then(|q| q.parse().ok()).unwrap_or(1.0);
            (weight > 0.0).then_some((weight, tag.parse().ok()?))
        })
        .collect();
    wanted.sort_by(|a, b| b.0.total_cmp(&a.0));
    wanted.into_iter().map(|(_, language)| language).collect()
}

/// The visitor's address, for limits: what our own proxy wrote last, or who is at the other end of the line.
fn address(parts: &Parts, behind_proxy: bool) -> String {
    let forwarded = || {
        let all = parts.headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
        all.rsplit(',').next()?.trim().parse::<IpAddr>().ok()
    };
    let line = || parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(at)| at.ip());
    if behind_proxy { forwarded().or_else(line) } else { line() }.map(counted_as).unwrap_or_default()
}

/// An address as it is counted: one household or machine has a whole /64 of IPv6.
fn counted_as(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

impl FromRequestParts<App> for Context {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Fault> {
        if let Some(known) = parts.extensions.get::<Self>() {
            return Ok(known.clone());
        }
        let context = read_context(parts, app).await?;
        parts.extensions.insert(context.clone());
        Ok(context)
    }
}

async fn read_context(parts: &Parts, app: &App) -> Result<Context, Fault> {
    let https = app.settings.https;
    let host = parts.uri.authority().map(|authority| authority.as_str());
    let host = host.or_else(|| parts.headers.get(header::HOST).and_then(|value| value.to_str().ok())).unwrap_or_default();
    let tenant = app.tenant_at(host).await?.ok_or(Fault::NotFound)?;
    let query = parts.uri.query();

    let offered = |language: &Language| tenant.languages.contains(language);
    let chosen = asked(query, "taal").and_then(|tag| tag.parse().ok()).filter(offered);
    let remembered = || cookies::read(&parts.headers, Name::Language, https).and_then(|tag| tag.parse().ok()).filter(offered);
    let own = chosen.or_else(remembered).or_else(|| accepted(&parts.headers).into_iter().find(offered)).unwrap_or(tenant.language);
    let every_language = !is_staff_path(parts.uri.path());
    let language = if every_language || app.texts.is_whole(&own) { own } else { Language::NL };

    let cookie = cookies::read(&parts.headers, Name::SignIn, https);
    let (standing, account) = match &cookie {
        Some(cookie) => crate::sign_in::standing(app, &tenant, cookie).await?,
        None => (Standing::None, None),
    };
    let (bond, fresh_visitor) = match (cookie, &standing) {
        (Some(cookie), Standing::Full | Standing::Half(_) | Standing::Passed(_)) => (Bond::SignIn(cookie), false),
        _ => match cookies::read(&parts.headers, Name::Visitor, https) {
            Some(cookie) => (Bond::Visitor(cookie), false),
            None => {
                let mut bytes = [0; 18];
                app.random.fill(&mut bytes);
                (Bond::Visitor(BASE64URL_NOPAD.encode(&bytes)), true)
            }
        },
    };
    let notice = cookies::read(&parts.headers, Name::Notice, https)
        .and_then(|text| Notice::read(&text))
        .filter(|notice| app.texts.has(&Language::NL, &notice.key));

    Ok(Context {
        csrf: csrf::token(&app.keys.csrf, tenant.id, &bond, app.random.as_ref()),
        app: Arc::clone(app),
        language,
        actor: account.as_ref().map_or(Actor::Resident, |account| Actor::Account { account: account.id }),
        account,
        path: parts.uri.path().to_owned(),
        query: query.map(str::to_owned),
        address: address(parts, app.settings.behind_proxy),
        standing,
        bond,
        fresh_visitor,
        own_language: own,
        every_language,
        chosen_language: chosen.is_some(),
        notice,
        tenant,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn the_dearest_language_comes_first() {
        let headers =
            HeaderMap::from_iter([(header::ACCEPT_LANGUAGE, HeaderValue::from_static("fr;q=0.5, ar-MA, *;q=0.1, en;q=0.8, de;q=0"))]);
        assert_eq!(accepted(&headers), [Language::AR, Language::EN, Language::FR]);
        assert!(accepted(&HeaderMap::new()).is_empty());
    }

    #[test]
    fn an_address_of_ipv6_counts_by_its_network() {
        let counted = |text: &str| counted_as(text.parse().expect("an address"));
        assert_eq!(counted("2001:db8:1:2:aaaa::1"), counted("2001:db8:1:2:bbbb::2"));
        assert_ne!(counted("2001:db8:1:2::1"), counted("2001:db8:1:3::1"));
        assert_eq!(counted("::ffff:192.0.2.1"), "192.0.2.1");
    }

    #[test]
    fn staff_pages_are_known_by_their_path() {
        assert!(is_staff_path("/werk") && is_staff_path("/beheer/rollen") && !is_staff_path("/werken") && !is_staff_path("/"));
    }
}
