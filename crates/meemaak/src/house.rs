//! Puts the rooms together: one database, one set of words, one router, one worker.

use crate::config::{Config, ConfigError};
use crate::pages;
use crate::web::{cache, metrics, upkeep};
use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use kernel::{Clock, Random};
use people::mail::{SmtpSettings, Tls};
use people::{Access, App, FactsOf, Holder, House, LetterFonts, Mailer, NavItem, Panel, Parts, Permission, Routes, SecondFactor, Settings};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::jobs::Worker;
use store::{DatabaseUrl, FilesSettings, Migration, Secret, Store};
use ui::{Texts, TextsError};

/// What stands in the way of opening the house.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// A setting that cannot be used.
    #[error("{0}")]
    Config(#[from] ConfigError),
    /// The database or the files cannot be used.
    #[error("{0}")]
    Store(#[from] store::Error),
    /// The mail server or its sender cannot be used.
    #[error("{0}")]
    Mail(#[from] people::mail::MailError),
    /// The file with the secret cannot be read or written.
    #[error("the secret file {0}: {1}")]
    Secret(PathBuf, String),
    /// The words of the program are broken; a test keeps this from happening.
    #[error("{0}")]
    Words(#[from] TextsError),
}

/// The words of every room.
pub const ROOMS: &[(&str, &[(&str, &str)])] = &[
    ("ui", ui::TEXTS),
    ("people", people::TEXTS),
    ("knowledge", knowledge::TEXTS),
    ("memory", memory::TEXTS),
    ("design", design::TEXTS),
    ("voice", voice::TEXTS),
    ("carry", carry::TEXTS),
    ("answer", answer::TEXTS),
    ("deliver", deliver::TEXTS),
    ("measure", measure::TEXTS),
    ("study", study::TEXTS),
    ("learn", learn::TEXTS),
    (
        "meemaak",
        &[
            ("nl", include_str!("../locales/nl/meemaak.ftl")),
            ("en", include_str!("../locales/en/meemaak.ftl")),
            ("ar", include_str!("../locales/ar/meemaak.ftl")),
            ("nl", include_str!("../locales/nl/meemaak-staff.ftl")),
            ("en", include_str!("../locales/en/meemaak-staff.ftl")),
        ],
    ),
];

/// The tables of every room, in the order of the house.
#[must_use]
pub fn migrations() -> Vec<Migration> {
    [
        journey::MIGRATIONS,
        people::MIGRATIONS,
        knowledge::MIGRATIONS,
        memory::MIGRATIONS,
        design::MIGRATIONS,
        voice::MIGRATIONS,
        carry::MIGRATIONS,
        answer::MIGRATIONS,
        deliver::MIGRATIONS,
        measure::MIGRATIONS,
        study::MIGRATIONS,
        learn::MIGRATIONS,
    ]
    .concat()
}

/// All words.
///
/// # Errors
/// When a file of words is broken.
pub fn texts() -> Result<Texts, TextsError> {
    let mut texts = Texts::new();
    for (room, files) in ROOMS {
        texts.add_all(room, files)?;
    }
    Ok(texts)
}

/// All pages with who may come there.
#[must_use]
pub fn routes() -> Routes {
    pages::routes()
        .merge(people::routes())
        .merge(knowledge::routes())
        .merge(memory::routes(Arc::new(design::Names)))
        .merge(design::routes())
        .merge(voice::routes())
        .merge(carry::routes())
        .merge(answer::routes())
        .merge(deliver::routes())
        .merge(measure::routes())
        .merge(study::routes(Arc::new(learn::FrozenFindings)))
        .merge(learn::routes())
        .merge(crate::api::routes())
        .merge(crate::checkpoints::routes())
}

/// What the rooms hold about a person.
#[must_use]
pub fn holders() -> Vec<Arc<dyn Holder>> {
    vec![Arc::new(voice::Contributions), Arc::new(carry::Questions), Arc::new(answer::Answers)]
}

/// What rooms show on pages of rooms that stand before them.
#[must_use]
pub fn panels() -> Vec<Arc<dyn Panel>> {
    vec![
        Arc::new(voice::panels::Panels),
        Arc::new(carry::panels::Panels),
        Arc::new(deliver::Panels),
        Arc::new(measure::Panels),
        Arc::new(study::panels::Panels),
        Arc::new(learn::Panels),
    ]
}

/// What rooms know of a process, for the design guide.
#[must_use]
pub fn facts() -> Vec<Arc<dyn FactsOf>> {
    vec![Arc::new(carry::Known), Arc::new(answer::Known), Arc::new(deliver::Known), Arc::new(measure::Known), Arc::new(learn::Known)]
}

fn nav() -> Vec<NavItem> {
    let item = |href, key, access| NavItem { href, key, access };
    vec![
        item("/", "meemaak-nav-home", Access::Public),
        item("/processen", "meemaak-nav-processes", Access::Public),
        item("/plannen", "meemaak-nav-plans", Access::Public),
        item("/antwoorden", "meemaak-nav-answers", Access::Public),
        item("/volgen", "meemaak-nav-follow", Access::Public),
        item("/hoe-doen-we-het", "meemaak-nav-figures", Access::Public),
        item("/wat-we-weten", "meemaak-nav-knowledge", Access::Public),
        item("/werk", "meemaak-nav-work", Access::SignedIn),
        item("/hoe-doen-we-het", "meemaak-nav-figures", Access::Staff(Permission::ReadStaff)),
        item("/werk/uitvoering", "meemaak-nav-carrying-out", Access::Staff(Permission::ReadStaff)),
        item("/werk/processen", "meemaak-nav-design", Access::Staff(Permission::DesignProcess)),
        item("/werk/meten", "meemaak-nav-measure", Access::Staff(Permission::Evaluate)),
        item("/werk/evaluaties", "meemaak-nav-evaluations", Access::Staff(Permission::Evaluate)),
        item("/werk/lessen", "meemaak-nav-lessons", Access::Staff(Permission::Evaluate)),
        item("/werk/plannen", "meemaak-nav-keep-plans", Access::Staff(Permission::KeepPlans)),
        item("/werk/intake", "meemaak-nav-intake", Access::Staff(Permission::RecordContribution)),
        item("/werk/veld", "meemaak-nav-fieldwork", Access::Staff(Permission::RecordContribution)),
        item("/werk/groepstelling", "meemaak-nav-group-count", Access::Staff(Permission::RecordContribution)),
        item("/werk/onderzoek", "meemaak-nav-research", Access::Staff(Permission::Research)),
        item("/werk/onderzoek", "meemaak-nav-research", Access::Staff(Permission::Evaluate)),
        item("/werk/budgetten", "meemaak-nav-budgets", Access::Staff(Permission::ManageBudgets)),
        item("/werk/budgetten", "meemaak-nav-budgets", Access::Staff(Permission::CommitMeans)),
        item("/werk/agenda", "meemaak-nav-agenda", Access::Staff(Permission::Schedule)),
        item("/werk/agenda", "meemaak-nav-agenda", Access::Staff(Permission::Decide)),
        item("/werk/bundelen", "meemaak-nav-bundling", Access::Staff(Permission::Assign)),
        item("/werk/privacy", "meemaak-nav-privacy", Access::Staff(Permission::Moderate)),
        item("/werk/bezorging", "meemaak-nav-delivery", Access::Staff(Permission::Deliver)),
        item("/werk/reacties", "meemaak-nav-comments", Access::Staff(Permission::Moderate)),
        item("/werk/herzieningen", "meemaak-nav-reviews", Access::Staff(Permission::Review)),
        item("/beheer/wissen", "meemaak-nav-erasure", Access::Staff(Permission::SeeIdentity)),
        item("/beheer/logboek", "meemaak-nav-journal", Access::Staff(Permission::ReadJournal)),
        item("/beheer", "meemaak-nav-admin", Access::Staff(Permission::ManageTenant)),
        item("/beheer/cijfers", "meemaak-nav-figures-setting", Access::Staff(Permission::ManageTenant)),
        item("/beheer/antwoordsjablonen", "meemaak-nav-beginnings", Access::Staff(Permission::ManageTenant)),
        item("/beheer/kennis", "meemaak-nav-own-knowledge", Access::Staff(Permission::ManageTenant)),
        item("/beheer/reglement", "meemaak-nav-regulation", Access::Staff(Permission::ManageTenant)),
    ]
}

/// The settings of the store.
///
/// # Errors
/// When a setting cannot be used, or the secret cannot be read or written.
pub fn store_settings(config: &Config, random: &dyn Random) -> Result<store::Settings, OpenError> {
    let database: DatabaseUrl =
        config.get("database").parse().map_err(|_| config.wrong("database", "write sqlite:PATH or postgres://user:password@host/name"))?;
    let files = match config.some("s3-endpoint") {
        None => FilesSettings::Folder(config.path("files", "files")),
        Some(endpoint) => FilesSettings::S3 {
            endpoint: endpoint.to_owned(),
            bucket: config.get("s3-bucket").to_owned(),
            region: config.get("s3-region").to_owned(),
            key: config.get("s3-key").to_owned(),
            secret: config.get("s3-secret").to_owned(),
        },
    };
    let secret = read_secret(&config.path("secret-file", "secret"), random)?;
    let erasure_list = config.path("erasure-list", "erased.jsonl");
    Ok(store::Settings { database, files, secret, erasure_list, readers: config.number("readers")? })
}

/// Reads the secret of the house, and draws one when there is none yet. Only its owner may read the file.
fn read_secret(path: &Path, random: &dyn Random) -> Result<Secret, OpenError> {
    let fault = |error: &dyn std::fmt::Display| OpenError::Secret(path.into(), error.to_string());
    match std::fs::read_to_string(path) {
        Ok(text) => text.trim().parse().map_err(|error| fault(&error)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder).map_err(|error| fault(&error))?;
            }
            let secret = Secret::draw(random);
            let mut options = std::fs::OpenOptions::new();
            options.write(true).create_new(true);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            match options.open(path) {
                Ok(mut file) => {
                    std::io::Write::write_all(&mut file, secret.reveal().as_bytes()).map_err(|error| fault(&error))?;
                    file.sync_all().map_err(|error| fault(&error))?;
                    Ok(secret)
                }
                // Another node starting at the same moment was first.
                Err(_) => std::fs::read_to_string(path).map_err(|error| fault(&error))?.trim().parse().map_err(|error| fault(&error)),
            }
        }
        Err(error) => Err(fault(&error)),
    }
}

/// The fonts that a setting names, or those of the machine; without any letters stay pages.
fn letter_fonts(config: &Config) -> Result<Option<LetterFonts>, OpenError> {
    let Some(regular) = config.some("letter-font") else { return Ok(LetterFonts::usual()) };
    let bold = config.some("letter-font-bold").unwrap_or(regular);
    let read = LetterFonts::read(Path::new(regular), Path::new(bold));
    read.map(Some).map_err(|_| config.wrong("letter-font", "name a font file that can be read, also as letter-font-bold").into())
}

fn mailer(config: &Config) -> Result<Mailer, OpenError> {
    let Some(server) = config.some("smtp") else { return Ok(Mailer::waiting()) };
    let (host, port) = server.rsplit_once(':').unwrap_or((server, "25"));
    let port = port.parse().map_err(|_| config.wrong("smtp", "write host:port"))?;
    let credentials = config.some("smtp-user").map(|user| (user.to_owned(), config.get("smtp-password").to_owned()));
    let tls = match (credentials.is_some(), port) {
        (_, 465) => Tls::Wrapped,
        (true, _) => Tls::StartTls,
        (false, _) => Tls::None,
    };
    Ok(Mailer::smtp(&SmtpSettings { host: host.to_owned(), port, tls, credentials, from: config.get("mail-from").to_owned() })?)
}

/// Opens the database and puts the house together.
///
/// # Errors
/// When a setting, the database, the files or the words cannot be used.
pub async fn open(config: &Config, clock: Arc<dyn Clock>, random: Arc<dyn Random>, second_factor: SecondFactor) -> Result<App, OpenError> {
    let settings = store_settings(config, &*random)?;
    let secret = settings.secret.clone();
    let store = Store::open(settings, &migrations(), Arc::clone(&clock), Arc::clone(&random)).await?;
    let port = config.get("listen").rsplit(':').next().and_then(|port| port.parse().ok()).filter(|port| ![80, 443].contains(port));
    let https = config.flag("https")?;
    let behind_proxy = config.flag("behind-proxy")?;
    let settings = Settings { https, port: port.filter(|_| !behind_proxy), behind_proxy, second_factor, ..Settings::default() };
    let letter_fonts = letter_fonts(config)?;
    Ok(House::new(Parts {
        store,
        texts: Arc::new(texts()?),
        clock,
        random,
        secret,
        mail: mailer(config)?,
        settings: Settings { source: config.some("source").unwrap_or("/broncode").to_owned(), letter_fonts, ..settings },
        holders: holders(),
        nav: nav(),
        panels: panels(),
        facts: facts(),
    }))
}

/// Everything that is served.
pub fn router(app: App) -> Router {
    metrics::begin();
    let kept = cache::PageCache::default();
    let pages = routes().into_router_around(App::clone(&app), |router| {
        router.layer(from_fn_with_state(kept, cache::remember)).layer(from_fn(metrics::measure))
    });
    let gzip = tower_http::compression::CompressionLayer::new().gzip(true);
    upkeep::routes(app).merge(pages).layer(gzip)
}

/// Everything that is done later.
#[must_use]
pub fn worker(app: &App) -> Worker {
    let worker = Worker::new(app.store.clone());
    let worker = people::mail::register(worker, App::clone(app));
    let worker = people::kept::register(worker, App::clone(app));
    let worker = people::forgotten::register(worker, App::clone(app));
    let worker = voice::jobs::register(worker);
    let worker = carry::jobs::register(worker, app);
    let worker = measure::jobs::register(worker, app);
    let worker = learn::jobs::register(worker, app);
    let worker = deliver::jobs::register(worker, app);
    answer::jobs::register(worker, App::clone(app))
}
