//! A house with two municipalities for the tests of every room: real database, real router, real sign-ins.

use crate::context::Context;
use crate::csrf::{self, Bond};
use crate::holder::Holder;
use crate::house::{App, House, Parts, Settings};
use crate::mail::Mailer;
use crate::password::{self, Cost};
use crate::permit::{Grant, Role, Scope};
use crate::routes::Routes;
use crate::sign_in::{digest, fresh_token};
use crate::tables::accounts::{self, Account};
use crate::tables::organisations::{Department, Organisation, save_department, save_organisation};
use crate::tables::places::{Area, Street, save_area, save_streets};
use crate::tables::sign_ins::{self, SignIn, Stage};
use crate::tables::{grants, tenants};
use crate::tenant::{Tenant, TermsWords};
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use kernel::{
    AccountId, Actor, AreaId, Calendar, DepartmentId, GrantId, IdentityId, Language, OrganisationId, ProcessId, SeededRandom, SignInId,
    StreetId, TenantId, TestClock, Zone,
};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use store::jobs::Worker;
use store::testing::TestStore;
use store::{Engine, Migration, Store};
use tower::ServiceExt;
use ui::{Contact, Texts};

/// The words of one room: its name and its constant `TEXTS`.
pub type RoomTexts = (&'static str, &'static [(&'static str, &'static str)]);

/// The host of the municipality under test.
pub const LEYHOVEN: &str = "leyhoven.test";
/// The host of its neighbour.
pub const BUURSTAD: &str = "buurstad.test";
/// The password of every test account.
pub const PASSWORD: &str = "drie banken in het park";

/// What a test municipality consists of.
#[derive(Debug, Clone)]
pub struct Place {
    /// The tenant.
    pub tenant: Tenant,
    /// Department «Openbaar domein».
    pub public_space: DepartmentId,
    /// Department «Groen».
    pub green: DepartmentId,
    /// Department «Financiën».
    pub finance: DepartmentId,
    /// Area «Centrum».
    pub centre: AreaId,
    /// Area «Molenveld».
    pub molenveld: AreaId,
    /// Street «Molenstraat» in Molenveld.
    pub molenstraat: StreetId,
    /// Partner organisation «De Kring».
    pub de_kring: OrganisationId,
    /// The account of each role.
    pub accounts: BTreeMap<Role, AccountId>,
    /// The heads of the three departments; the one of «Openbaar domein» is also in `accounts`.
    pub heads: BTreeMap<DepartmentId, AccountId>,
}

/// A house with two municipalities.
pub struct TestHouse {
    /// The house.
    pub app: App,
    /// Leyhoven.
    pub leyhoven: Place,
    /// Buurstad, the neighbour.
    pub buurstad: Place,
    /// The clock.
    pub clock: Arc<TestClock>,
    /// The database; dropped with the house.
    pub database: TestStore,
    router: Router,
}

impl std::fmt::Debug for TestHouse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TestHouse")
    }
}

/// What a test may set before the house opens.
#[derive(Default)]
pub struct Options {
    /// The rooms that hold something about a person.
    pub holders: Vec<Arc<dyn Holder>>,
    /// How mail leaves; it waits otherwise.
    pub mail: Mailer,
    /// The navigation.
    pub nav: Vec<crate::house::NavItem>,
    /// Changes settings.
    pub settings: Option<fn(&mut Settings)>,
    /// What rooms show on pages of others.
    pub panels: Vec<Arc<dyn crate::Panel>>,
    /// What rooms know of a process.
    pub facts: Vec<Arc<dyn crate::FactsOf>>,
}

impl std::fmt::Debug for Options {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Options")
    }
}

impl TestHouse {
    /// Opens a house on a fresh database, with the migrations, words and routes of the rooms under test. Those of
    /// `journey`, `ui` and `people` are there already, and may be given again.
    pub async fn open(engine: Engine, migrations: &[Migration], texts: &[RoomTexts], routes: Routes) -> Self {
        Self::open_with(engine, migrations, texts, routes, Options::default()).await
    }

    /// As [`TestHouse::open`], with options.
    #[allow(clippy::expect_used, reason = "a test may stop at the first surprise")]
    pub async fn open_with(engine: Engine, migrations: &[Migration], texts: &[RoomTexts], routes: Routes, options: Options) -> Self {
        let mut all: Vec<Migration> = Vec::new();
        for migration in journey::MIGRATIONS.iter().chain(crate::MIGRATIONS).chain(migrations) {
            if !all.iter().any(|known| known.room == migration.room && known.number == migration.number) {
                all.push(*migration);
            }
        }
        let database = store::testing::open(engine, &all).await;
        let mut words = Texts::new();
        let own: [RoomTexts; 2] = [("ui", ui::TEXTS), ("people", crate::TEXTS)];
        let mut added: Vec<&str> = Vec::new();
        for (room, files) in own.iter().chain(texts) {
            if !added.contains(room) {
                words.add_all(room, files).expect("readable words");
                added.push(room);
            }
        }
        let mut settings = Settings { https: false, password_cost: Cost::Light, ..Settings::default() };
        if let Some(change) = options.settings {
            change(&mut settings);
        }
        let house = House::new(Parts {
            store: database.store.clone(),
            texts: Arc::new(words),
            clock: database.clock.clone(),
            random: database.random.clone(),
            secret: database.settings.secret.clone(),
            mail: options.mail,
            settings,
            holders: options.holders,
            nav: options.nav,
            panels: options.panels,
            facts: options.facts,
        });
        let password = password::hash(&house, PASSWORD.to_owned()).await.expect("a hash");
        let leyhoven = found(&house, LEYHOVEN, "Stad Leyhoven", &password).await.expect("a municipality");
        let buurstad = found(&house, BUURSTAD, "Gemeente Buurstad", &password).await.expect("a municipality");
        // The pages of this room are there as well; a room that gave them already is not given them twice.
        let known = routes.entries().iter().any(|entry| entry.room == "people");
        let routes = if known { routes } else { routes.merge(crate::routes()) };
        let router = routes.into_router(Arc::clone(&house));
        Self { app: house, leyhoven, buurstad, clock: Arc::clone(&database.clock), database, router }
    }

    /// The store.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.app.store
    }

    /// A worker that knows this room's jobs. Add those of the room under test with `.on(…)`.
    #[must_use]
    pub fn worker(&self) -> Worker {
        let worker = crate::mail::register(Worker::new(self.app.store.clone()), Arc::clone(&self.app));
        let worker = crate::forgotten::register(worker, Arc::clone(&self.app));
        crate::kept::register(worker, Arc::clone(&self.app))
    }

    /// The tenant under test.
    #[must_use]
    pub fn tenant(&self) -> TenantId {
        self.leyhoven.tenant.id
    }

    /// The account of a role in Leyhoven.
    #[must_use]
    pub fn account(&self, role: Role) -> AccountId {
        self.leyhoven.accounts[&role]
    }

    /// Who acts as this role in Leyhoven.
    #[must_use]
    pub fn actor(&self, role: Role) -> Actor {
        Actor::Account { account: self.account(role) }
    }

    /// A visitor of Leyhoven without account.
    #[must_use]
    pub fn visitor(&self) -> Browser {
        Browser::new(self, LEYHOVEN, None)
    }

    /// A browser of Leyhoven in which the person with this role signed in. The sign-in never passes, however far a
    /// test moves the clock.
    #[must_use]
    pub fn as_role(&self, role: Role) -> Browser {
        Browser::new(self, LEYHOVEN, Some(self.account(role)))
    }

    /// A browser of Leyhoven in which the head of this department signed in.
    #[must_use]
    pub fn as_head_of(&self, department: DepartmentId) -> Browser {
        Browser::new(self, LEYHOVEN, self.leyhoven.heads.get(&department).copied())
    }

    /// A browser of Leyhoven in which this account signed in.
    #[must_use]
    pub fn as_account(&self, account: AccountId) -> Browser {
        Browser::new(self, LEYHOVEN, Some(account))
    }

    /// The neighbour's people: a browser of Buurstad in which the person with this role signed in.
    #[must_use]
    pub fn as_neighbour(&self, role: Role) -> Browser {
        Browser::new(self, BUURSTAD, Some(self.buurstad.accounts[&role]))
    }

    /// Gives an account a further role in Leyhoven, from today without end.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn give(&self, account: AccountId, role: Role, scope: Scope) -> Result<(), store::Error> {
        give(&self.app, &self.leyhoven.tenant, account, role, scope).await
    }

    /// A further grant for one process, for instance the mandate to decide.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn give_for_process(&self, account: AccountId, role: Role, process: ProcessId) -> Result<(), store::Error> {
        self.give(account, role, Scope::Process(process)).await
    }

    /// A fresh identity id.
    #[must_use]
    pub fn identity(&self) -> IdentityId {
        IdentityId::new(self.app.clock.now(), self.app.random.as_ref())
    }
}

async fn give(app: &App, tenant: &Tenant, account: AccountId, role: Role, scope: Scope) -> Result<(), store::Error> {
    let now = app.clock.now();
    let grant = Grant {
        id: GrantId::new(now, app.random.as_ref()),
        account,
        role: role.code().to_owned(),
        permissions: role.permissions(),
        scope,
        from: tenant.civil.zone.date(now),
        until: None,
        substitute: None,
    };
    let id = tenant.id;
    store::write!(app.store, [id, grant], |tx| grants::give(tx, id, &Actor::System, &grant).await).await
}

/// Founds a municipality with departments, areas, a partner organisation and an account per role.
async fn found(app: &App, host: &str, name: &str, password: &str) -> Result<Place, store::Error> {
    let (now, random) = (app.clock.now(), app.random.as_ref());
    let zone = Zone::named("Europe/Brussels").unwrap_or_else(|_| Zone::utc());
    let tenant = Tenant {
        id: TenantId::new(now, random),
        host: host.to_owned(),
        hosts: vec![host.to_owned()],
        name: name.to_owned(),
        civil: journey::Civil { zone, calendar: Calendar::new(kernel::Holidays::Belgian), terms: journey::Terms::default() },
        language: Language::NL,
        languages: vec![Language::NL, Language::EN, Language::AR],
        reviewed: vec![Language::NL, Language::EN],
        terms_words: TermsWords::Flemish,
        plain_words: Vec::new(),
        light: false,
        theme: ui::theme::Theme::default(),
        contact: Contact {
            phone: "09 555 01 20".to_owned(),
            address: "Markt 1".to_owned(),
            mail: format!("inspraak@{host}"),
            hours: "ma–vr 9–12 u".to_owned(),
        },
        logo: None,
    };
    let department = |name: &str, code: &str| Department {
        id: DepartmentId::new(now, random),
        name: name.to_owned(),
        code: code.to_owned(),
        mail: format!("{code}@{host}"),
        ended: None,
    };
    let departments = [department("Openbaar domein", "public-space"), department("Groen", "green"), department("Financiën", "finance")];
    let area = |name: &str, code: &str| Area {
        id: AreaId::new(now, random),
        name: name.to_owned(),
        code: code.to_owned(),
        parent: None,
        shape: None,
    };
    let areas = [area("Centrum", "centre"), area("Molenveld", "molenveld")];
    let street = Street { id: StreetId::new(now, random), name: "Molenstraat".to_owned(), area: areas[1].id, shape: None };
    let organisation =
        Organisation { id: OrganisationId::new(now, random), name: "De Kring".to_owned(), contact: String::new(), ended: None };

    let mut place = Place {
        public_space: departments[0].id,
        green: departments[1].id,
        finance: departments[2].id,
        centre: areas[0].id,
        molenveld: areas[1].id,
        molenstraat: street.id,
        de_kring: organisation.id,
        accounts: BTreeMap::new(),
        heads: BTreeMap::new(),
        tenant,
    };
    let mut people: Vec<(Account, Role, Scope)> = Vec::new();
    for role in Role::ALL {
        let in_department = match role {
            Role::DepartmentHead | Role::Specialist => Some(place.public_space),
            Role::BudgetHolder | Role::Controller => Some(place.finance),
            _ => None,
        };
        let organisation = (*role == Role::Intermediary).then_some(place.de_kring);
        let scope = match role {
            Role::DepartmentHead | Role::Specialist => Scope::Department(place.public_space),
            Role::BudgetHolder => Scope::Department(place.finance),
            Role::Intermediary => Scope::Organisation(place.de_kring),
            _ => Scope::Tenant,
        };
        let account = test_account(app, role.code(), role.code(), host, in_department, organisation);
        place.accounts.insert(*role, account.id);
        if *role == Role::DepartmentHead {
            place.heads.insert(place.public_space, account.id);
        }
        people.push((account, *role, scope));
    }
    for (id, code) in [(place.green, "head-green"), (place.finance, "head-finance")] {
        let account = test_account(app, code, code, host, Some(id), None);
        place.heads.insert(id, account.id);
        people.push((account, Role::DepartmentHead, Scope::Department(id)));
    }

    let today = place.tenant.civil.zone.date(now);
    let founding = Arc::new((place.tenant.clone(), departments, areas, street, organisation, people, password.to_owned()));
    store::write!(app.store, [founding, today, now], |tx| {
        let (tenant, departments, areas, street, organisation, people, password) = &*founding;
        let (id, system) = (tenant.id, Actor::System);
        tenants::create(tx, &system, tenant).await?;
        for department in departments {
            save_department(tx, id, &system, department).await?;
        }
        for area in areas {
            save_area(tx, id, &system, area).await?;
        }
        save_streets(tx, id, &system, std::slice::from_ref(street)).await?;
        save_organisation(tx, id, &system, organisation).await?;
        for (account, role, scope) in people {
            accounts::create(tx, id, &system, account, Some(password)).await?;
            let grant = Grant {
                id: GrantId::new(now, tx.random()),
                account: account.id,
                role: role.code().to_owned(),
                permissions: role.permissions(),
                scope: scope.clone(),
                from: today,
                until: None,
                substitute: None,
            };
            grants::give(tx, id, &system, &grant).await?;
        }
        Ok::<_, store::Error>(())
    })
    .await?;
    Ok(place)
}

fn test_account(
    app: &App,
    name: &str,
    local: &str,
    host: &str,
    department: Option<DepartmentId>,
    organisation: Option<OrganisationId>,
) -> Account {
    Account {
        id: AccountId::new(app.clock.now(), app.random.as_ref()),
        name: format!("Test {name}"),
        mail: format!("{local}@{host}"),
        organisation,
        department,
        language: None,
        ended: None,
    }
}

/// The fields of the forms on a page that have no label.
#[must_use]
pub fn unnamed_fields(page: &str) -> Vec<String> {
    crate::labels::Labels::unnamed(page)
}

/// What a browser got.
#[derive(Debug, Clone)]
pub struct Page {
    /// The status.
    pub status: StatusCode,
    /// The body, as text.
    pub body: String,
    /// The body, as bytes.
    pub bytes: bytes::Bytes,
    /// The headers.
    pub headers: HeaderMap,
    /// Where a redirect leads.
    pub location: Option<String>,
}

impl Page {
    /// Whether the body holds these words.
    #[must_use]
    pub fn shows(&self, words: &str) -> bool {
        self.body.contains(words)
    }
}

/// A browser with its own cookies. Requests go through the real router, without a socket.
pub struct Browser {
    app: App,
    router: Router,
    host: String,
    tenant: TenantId,
    account: Option<AccountId>,
    language: &'static str,
    with_token: bool,
    awake: bool,
    address: SocketAddr,
    headers: Vec<(&'static str, String)>,
    cookies: Mutex<BTreeMap<String, String>>,
}

impl std::fmt::Debug for Browser {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Browser").field("host", &self.host).field("account", &self.account).finish_non_exhaustive()
    }
}

const SIGN_IN_COOKIE: &str = "aanmelding";
const VISITOR_COOKIE: &str = "bezoeker";

impl Browser {
    fn new(house: &TestHouse, host: &str, account: Option<AccountId>) -> Self {
        let tenant = if host == BUURSTAD { house.buurstad.tenant.id } else { house.leyhoven.tenant.id };
        Self {
            app: Arc::clone(&house.app),
            router: house.router.clone(),
            host: host.to_owned(),
            tenant,
            account,
            language: "nl",
            with_token: true,
            awake: true,
            address: SocketAddr::from(([192, 0, 2, 1], 4711)),
            headers: Vec::new(),
            cookies: Mutex::new(BTreeMap::new()),
        }
    }

    /// The same browser, which sends no token with its forms.
    #[must_use]
    pub fn without_token(mut self) -> Self {
        self.with_token = false;
        self
    }
    /// The same browser, cookies and all, which asks another host.
    #[must_use]
    pub fn on(mut self, host: &str) -> Self {
        host.clone_into(&mut self.host);
        self
    }
    /// The same browser, which asks for pages in this language.
    #[must_use]
    pub const fn in_language(mut self, language: &'static str) -> Self {
        self.language = language;
        self
    }
    /// The same browser behind another network address.
    #[must_use]
    pub fn from_address(mut self, address: [u8; 4]) -> Self {
        self.address = SocketAddr::from((address, 4711));
        self
    }
    /// The same browser, which sends this header with every request.
    #[must_use]
    pub fn with_header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }
    /// The same browser, whose sign-in passes when the clock goes on.
    #[must_use]
    pub const fn falling_asleep(mut self) -> Self {
        self.awake = false;
        self
    }

    /// The value of a cookie.
    #[must_use]
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.lock().unwrap_or_else(PoisonError::into_inner).get(name).cloned()
    }

    /// Puts a cookie in.
    pub fn set_cookie(&self, name: &str, value: &str) {
        self.cookies.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned(), value.to_owned());
    }

    /// Asks a page.
    pub async fn get(&self, path: &str) -> Page {
        self.ask(Method::GET, path, None, Vec::new()).await
    }

    /// Asks a page and follows redirects on this host, at most five.
    pub async fn follow(&self, path: &str) -> Page {
        let mut page = self.get(path).await;
        for _ in 0..5 {
            match page.location.clone() {
                Some(next) => page = self.get(&next).await,
                None => break,
            }
        }
        page
    }

    /// Sends a form; the token is filled in.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let token = self.token().await;
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(fields.iter().copied());
        if let Some(token) = token {
            form.append_pair(csrf::FIELD, &token);
        }
        self.post_bytes(path, "application/x-www-form-urlencoded", form.finish().into_bytes()).await
    }

    /// Sends a form with files: (field, file name, media type, bytes). The token is filled in.
    pub async fn post_files(&self, path: &str, fields: &[(&str, &str)], files: &[(&str, &str, &str, &[u8])]) -> Page {
        const BOUNDARY: &str = "meemaak-test-boundary";
        let token = self.token().await;
        let mut body = Vec::new();
        let token_field = token.as_deref().map(|token| (csrf::FIELD, token));
        for (name, value) in fields.iter().copied().chain(token_field) {
            body.extend_from_slice(
                format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").as_bytes(),
            );
        }
        for (name, file_name, media_type, bytes) in files {
            let head = format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file_name}\"\r\nContent-Type: {media_type}\r\n\r\n"
            );
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
        self.post_bytes(path, &format!("multipart/form-data; boundary={BOUNDARY}"), body).await
    }

    /// Sends bytes as they are, without adding a token.
    pub async fn post_bytes(&self, path: &str, media_type: &str, body: Vec<u8>) -> Page {
        self.ask(Method::POST, path, Some(media_type), body).await
    }

    /// The token that a page of this browser carries; none when the browser sends none.
    pub async fn token(&self) -> Option<String> {
        if !self.with_token {
            return None;
        }
        self.stay_signed_in().await;
        let bond = match (self.cookie(SIGN_IN_COOKIE), self.cookie(VISITOR_COOKIE)) {
            (Some(cookie), _) => Bond::SignIn(cookie),
            (None, Some(cookie)) => Bond::Visitor(cookie),
            (None, None) => {
                let cookie = fresh_token(&self.app);
                self.set_cookie(VISITOR_COOKIE, &cookie);
                Bond::Visitor(cookie)
            }
        };
        Some(csrf::token(&self.app.keys.csrf, self.tenant, &bond, self.app.random.as_ref()))
    }

    /// Signs the account of this browser in when it is not, or when the sign-in has passed.
    #[allow(clippy::expect_used, reason = "a test may stop at the first surprise")]
    async fn stay_signed_in(&self) {
        let Some(account) = self.account else { return };
        let (app, tenant) = (&self.app, self.tenant);
        if let Some(cookie) = self.cookie(SIGN_IN_COOKIE) {
            let mut session = app.store.read().await.expect("a session");
            let known = sign_ins::with_account(&mut session, tenant, &digest(app, &cookie)).await.expect("an answer");
            if !self.awake || known.is_none_or(|(sign_in, _)| crate::sign_in::holds(app, &sign_in, app.clock.now())) {
                return;
            }
        }
        let token = fresh_token(app);
        let stored = digest(app, &token);
        let now = app.clock.now();
        let id = SignInId::new(now, app.random.as_ref());
        let sign_in = SignIn { id, account, stage: Stage::Full, began: now, seen: now, ended: None };
        store::write!(app.store, [tenant, stored, sign_in], |tx| sign_ins::begin(tx, tenant, &stored, &sign_in).await)
            .await
            .expect("a sign-in");
        self.set_cookie(SIGN_IN_COOKIE, &token);
    }

    #[allow(clippy::expect_used, reason = "a test may stop at the first surprise")]
    async fn ask(&self, method: Method, path: &str, media_type: Option<&str>, body: Vec<u8>) -> Page {
        self.stay_signed_in().await;
        let mut request =
            Request::builder().method(method).uri(path).header(header::HOST, &self.host).header(header::ACCEPT_LANGUAGE, self.language);
        let cookies = self.cookies.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if !cookies.is_empty() {
            let line = cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ");
            request = request.header(header::COOKIE, line);
        }
        if let Some(media_type) = media_type {
            request = request.header(header::CONTENT_TYPE, media_type).header("sec-fetch-site", "same-origin");
        }
        for (name, value) in &self.headers {
            request.headers_mut().expect("headers").insert(*name, value.parse().expect("a header"));
        }
        let request = request.extension(ConnectInfo(self.address)).body(Body::from(body)).expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            self.take_cookie(cookie.to_str().expect("a cookie"));
        }
        let bytes = axum::body::to_bytes(body, usize::MAX).await.expect("a body");
        Page {
            status: parts.status,
            body: String::from_utf8_lossy(&bytes).into_owned(),
            location: parts.headers.get(header::LOCATION).and_then(|value| value.to_str().ok()).map(str::to_owned),
            headers: parts.headers,
            bytes,
        }
    }

    fn take_cookie(&self, line: &str) {
        let (pair, rest) = line.split_once(';').unwrap_or((line, ""));
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let mut cookies = self.cookies.lock().unwrap_or_else(PoisonError::into_inner);
        if rest.contains("Max-Age=0") {
            cookies.remove(name);
        } else {
            cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}

impl TestHouse {
    /// Writes the secret seed of random numbers anew; for tests that need two houses to differ.
    #[must_use]
    pub fn random(&self) -> &SeededRandom {
        &self.database.random
    }

    /// A context as a handler would get it, for functions that take one.
    ///
    /// # Errors
    /// When the database does not answer.
    #[allow(clippy::expect_used, reason = "a test may stop at the first surprise")]
    pub async fn context(&self, account: Option<AccountId>, path: &str) -> Context {
        use axum::extract::FromRequestParts;
        let browser = Browser::new(self, LEYHOVEN, account);
        browser.stay_signed_in().await;
        let mut request = Request::builder().uri(path).header(header::HOST, LEYHOVEN).header(header::ACCEPT_LANGUAGE, "nl");
        if let Some(cookie) = browser.cookie(SIGN_IN_COOKIE) {
            request = request.header(header::COOKIE, format!("{SIGN_IN_COOKIE}={cookie}"));
        }
        let (mut parts, ()) = request.body(()).expect("a request").into_parts();
        Context::from_request_parts(&mut parts, &self.app).await.expect("a context")
    }
}
