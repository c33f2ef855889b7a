//! What every page of the running program shares.

use crate::facts_of::FactsOf;
use crate::holder::Holder;
use crate::limits::Limits;
use crate::mail::Mailer;
use crate::panel::Panel;
use crate::password::Cost;
use crate::routes::Access;
use crate::seal::SealKey;
use crate::tables;
use crate::tenant::{Known, Tenant, bare_host};
use crate::vault::Keeper;
use kernel::{Actor, Clock, Random, TenantId};
use std::fmt;
use std::path::Path;
use std::sync::Arc;
use store::{Secret, Store};
use ui::{Site, Texts};

/// Whether staff needs a second factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecondFactor {
    /// Everybody of the municipality enrols at the first sign-in; people of partner organisations may.
    Required,
    /// Only who enrolled is asked for it. For demonstrations.
    Optional,
}

/// The letters of the alphabet with which letters are printed: two fonts of the machine, TrueType or OpenType.
#[derive(Clone, PartialEq, Eq)]
pub struct LetterFonts {
    /// For the words.
    pub regular: Arc<Vec<u8>>,
    /// For headings.
    pub bold: Arc<Vec<u8>>,
}

impl fmt::Debug for LetterFonts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LetterFonts(…)")
    }
}

/// Where Debian and its relatives keep fonts that have Latin and Arabic letters: the words, the headings.
const USUAL_FONTS: [(&str, &str); 2] = [
    ("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"),
    ("/usr/share/fonts/dejavu/DejaVuSans.ttf", "/usr/share/fonts/dejavu/DejaVuSans-Bold.ttf"),
];

impl LetterFonts {
    /// The fonts in these files.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn read(regular: &Path, bold: &Path) -> std::io::Result<Self> {
        Ok(Self { regular: Arc::new(std::fs::read(regular)?), bold: Arc::new(std::fs::read(bold)?) })
    }

    /// The fonts that this machine has in one of the usual places.
    #[must_use]
    pub fn usual() -> Option<Self> {
        USUAL_FONTS.iter().find_map(|(regular, bold)| Self::read(Path::new(regular), Path::new(bold)).ok())
    }
}

/// How the house behaves, from the configuration.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Whether visitors reach us over https: cookies are then `Secure` and `__Host-`.
    pub https: bool,
    /// The port that links in mails carry when it is not the usual one.
    pub port: Option<u16>,
    /// Whether the last address in `X-Forwarded-For` was written by our own proxy and may be believed.
    pub behind_proxy: bool,
    /// Whether staff needs a second factor.
    pub second_factor: SecondFactor,
    /// What hashing one password costs.
    pub password_cost: Cost,
    /// After so many seconds without a page a sign-in has passed.
    pub idle_seconds: i64,
    /// After so many seconds a sign-in has passed, whatever was done.
    pub absolute_seconds: i64,
    /// The largest form without files, in bytes.
    pub most_form: usize,
    /// The largest single file, in bytes.
    pub most_file: usize,
    /// The largest form with its files, in bytes.
    pub most_files: usize,
    /// Where the source of this version can be read (EUPL-1.2).
    pub source: String,
    /// With which fonts letters become PDF; without them they stay pages to print.
    pub letter_fonts: Option<LetterFonts>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            https: true,
            port: None,
            behind_proxy: false,
            second_factor: SecondFactor::Required,
            password_cost: Cost::Sensible,
            idle_seconds: 60 * 60,
            absolute_seconds: 12 * 60 * 60,
            most_form: 4 << 20,
            most_file: 12 << 20,
            most_files: 48 << 20,
            source: "https://example.org/meemaak".to_owned(),
            letter_fonts: None,
        }
    }
}

/// A link in the navigation; shown to whoever may open it.
#[derive(Debug, Clone, Copy)]
pub struct NavItem {
    /// Where it leads.
    pub href: &'static str,
    /// The Fluent key of its words.
    pub key: &'static str,
    /// Who may open it. Public items stand on public pages, the others on staff pages.
    pub access: Access,
}

/// The keys that the rooms of `people` derive from the secret of the house.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Keys {
    pub(crate) csrf: [u8; 32],
    pub(crate) sign_in: [u8; 32],
    pub(crate) vault: SealKey,
    pub(crate) factor: SealKey,
    pub(crate) kept: SealKey,
    pub(crate) link: [u8; 32],
    pub(crate) link_mail: SealKey,
}

/// What `House::new` needs from outside.
pub struct Parts {
    /// The database, journal, jobs and files.
    pub store: Store,
    /// The words of all rooms.
    pub texts: Arc<Texts>,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The source of randomness.
    pub random: Arc<dyn Random>,
    /// The secret from which keys are derived.
    pub secret: Secret,
    /// How mail leaves.
    pub mail: Mailer,
    /// How the house behaves.
    pub settings: Settings,
    /// The rooms that hold something about a person.
    pub holders: Vec<Arc<dyn Holder>>,
    /// The navigation, in order.
    pub nav: Vec<NavItem>,
    /// What rooms show on pages of rooms that stand before them, in order.
    pub panels: Vec<Arc<dyn Panel>>,
    /// What rooms know of a process, for rooms that stand before them.
    pub facts: Vec<Arc<dyn FactsOf>>,
}

impl fmt::Debug for Parts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Parts").field("settings", &self.settings).finish_non_exhaustive()
    }
}

/// What every page of the running program shares. [`App`] is how it is handed around.
pub struct House {
    /// The database, journal, jobs and files.
    pub store: Store,
    /// The words of all rooms.
    pub texts: Arc<Texts>,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// The source of randomness.
    pub random: Arc<dyn Random>,
    /// The secret from which keys are derived.
    pub secret: Secret,
    /// How mail leaves.
    pub mail: Mailer,
    /// How often one may try.
    pub limits: Limits,
    /// How the house behaves.
    pub settings: Settings,
    /// The rooms that hold something about a person.
    pub holders: Vec<Arc<dyn Holder>>,
    /// The navigation, in order.
    pub nav: Vec<NavItem>,
    /// What rooms show on pages of rooms that stand before them, in order.
    pub panels: Vec<Arc<dyn Panel>>,
    /// What rooms know of a process, for rooms that stand before them.
    pub facts: Vec<Arc<dyn FactsOf>>,
    pub(crate) keys: Keys,
    pub(crate) hashing: Arc<tokio::sync::Semaphore>,
    known: Known,
}

/// The house, shared by all pages: the state of every axum router here.
pub type App = Arc<House>;

impl fmt::Debug for House {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("House").field("settings", &self.settings).finish_non_exhaustive()
    }
}

impl House {
    /// The house from its parts.
    #[must_use]
    pub fn new(parts: Parts) -> App {
        let keys = Keys {
            csrf: parts.secret.derive("people csrf"),
            sign_in: parts.secret.derive("people sign-in"),
            vault: SealKey::new(parts.secret.derive("people vault")),
            factor: SealKey::new(parts.secret.derive("people second factor")),
            kept: SealKey::new(parts.secret.derive("people kept form")),
            link: parts.secret.derive("people password link"),
            link_mail: SealKey::new(parts.secret.derive("people forgotten password")),
        };
        Arc::new(Self {
            store: parts.store,
            texts: parts.texts,
            clock: parts.clock,
            random: parts.random,
            secret: parts.secret,
            mail: parts.mail,
            limits: Limits::default(),
            settings: parts.settings,
            holders: parts.holders,
            nav: parts.nav,
            panels: parts.panels,
            facts: parts.facts,
            keys,
            // Hashing takes 19 MiB and a core; more than a few at once would starve the pages.
            hashing: Arc::new(tokio::sync::Semaphore::new(4)),
            known: Known::default(),
        })
    }

    /// The tenant that is found under `host` (with or without port).
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn tenant_at(&self, host: &str) -> Result<Option<Arc<Tenant>>, store::Error> {
        let host = bare_host(host);
        let now = self.clock.now();
        if host.is_empty() || host.len() > 253 {
            return Ok(None);
        }
        if let Some(tenant) = self.known.get(&host, now) {
            return Ok(Some(tenant));
        }
        let mut session = self.store.read().await?;
        let Some(tenant) = tables::tenants::by_host(&mut session, &host).await? else { return Ok(None) };
        let tenant = Arc::new(tenant);
        self.known.put(host, now, Arc::clone(&tenant));
        Ok(Some(tenant))
    }

    /// The tenant with this id, for jobs.
    ///
    /// # Errors
    /// [`store::Error::Missing`] when there is none any more; when the database does not answer.
    pub async fn tenant_of(&self, id: TenantId) -> Result<Arc<Tenant>, store::Error> {
        let mut session = self.store.read().await?;
        tables::tenants::tenant(&mut session, id).await?.map(Arc::new).ok_or(store::Error::Missing)
    }

    /// Forgets what this node knows of a tenant, after a change; the next page reads it again.
    pub fn forget_tenant(&self, tenant: TenantId) {
        self.known.forget(tenant);
    }

    /// What all pages of a tenant share; made once for each version of the tenant.
    #[must_use]
    pub fn site_of(&self, tenant: &Arc<Tenant>) -> Arc<Site> {
        self.known.site(tenant, || Site {
            name: tenant.name.clone(),
            theme_href: crate::pages::theme::href(tenant),
            icon_href: crate::pages::theme::icon_href(tenant),
            logo_href: tenant.logo.map(|logo| format!("/logo?v={logo}")),
            contact: tenant.contact.clone(),
            version: env!("CARGO_PKG_VERSION"),
            source: self.settings.source.clone(),
        })
    }

    /// Opens the identity vault of a tenant for `actor`, where there is no page: jobs, import, command line.
    #[must_use]
    pub fn keeper(&self, tenant: TenantId, actor: Actor) -> Keeper {
        Keeper::new(self.keys.vault, tenant, actor)
    }

    /// The address at which a page of `tenant` is found from outside.
    #[must_use]
    pub fn address_of(&self, tenant: &Tenant, path: &str) -> String {
        let scheme = if self.settings.https { "https" } else { "http" };
        let port = self.settings.port.map(|port| format!(":{port}")).unwrap_or_default();
        format!("{scheme}://{}{port}{path}", tenant.host)
    }
}
