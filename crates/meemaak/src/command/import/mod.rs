//! `meemaak import`: contributions that were gathered elsewhere come in through the same door as all others.
//!
//! Every row gets an id that follows from the source and the row, so that running an import again stores nothing
//! twice. What cannot be taken is told with its line and its reason; the rest comes in.

pub mod pabulib;
pub mod places;
pub mod take;
pub mod taking;

use crate::command::{CommandError, say};
use crate::config::Config;
use clap::{Args, Subcommand};
use design::Process;
use kernel::{Actor, Language};
use people::{App, SecondFactor, Tenant};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use take::{Defaults, Mapping};
use taking::{Bar, Report};

/// What can be imported.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// The projects of a participatory budget in the Pabulib format (.pb)
    ///
    /// Makes a process in preparation when there is none of that name, with the projects as its contributions.
    /// What the file does not tell stays empty. Write the charter of the process and publish it afterwards.
    Pabulib(Pabulib),
    /// The rows of a table (.csv), with a mapping from its columns
    Contributions(Contributions),
}

/// `meemaak import pabulib`.
#[derive(Debug, Args)]
pub struct Pabulib {
    /// The Pabulib file
    file: PathBuf,
    /// Name of the process, or the last part of its address when it exists
    #[arg(long, value_name = "NAME")]
    process: String,
    #[command(flatten)]
    common: Common,
}

/// `meemaak import contributions`.
#[derive(Debug, Args)]
pub struct Contributions {
    /// The table: comma, semicolon or tab between the columns, names of the columns in the first row
    file: PathBuf,
    /// Which column holds what: title=Titel,body=Tekst,key=Nummer. Fields: title, body, date, language, area, street,
    /// place, latitude, longitude, channel, cost, category, key. Without it, columns with those names are taken
    #[arg(long, value_name = "FIELD=COLUMN,…", value_delimiter = ',')]
    map: Vec<String>,
    /// The last part of the address of the process
    #[arg(long, value_name = "SLUG")]
    process: String,
    #[command(flatten)]
    common: Common,
}

/// What both have.
#[derive(Debug, Args)]
struct Common {
    /// Host of the municipality; not needed when there is only one
    #[arg(long, value_name = "HOST")]
    tenant: Option<String>,
    /// Language of the words, when the file does not tell (nl, fr, …)
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<Language>,
    /// Say what would happen and store nothing
    #[arg(long)]
    dry_run: bool,
}

impl Import {
    /// Does it.
    ///
    /// # Errors
    /// When the file or the process cannot be used; [`CommandError::Found`] (exit code 3) when rows were refused.
    pub async fn run(&self, config: Config) -> Result<(), CommandError> {
        let app = super::serve::open(&config, SecondFactor::Required).await?;
        let common = match self {
            Self::Pabulib(it) => &it.common,
            Self::Contributions(it) => &it.common,
        };
        let tenant = places::tenant(&app, common.tenant.as_deref()).await?;
        let file = match self {
            Self::Pabulib(it) => &it.file,
            Self::Contributions(it) => &it.file,
        };
        let report = match self {
            Self::Pabulib(it) => pabulib_file(&app, &tenant, file, &it.process, common.language, common.dry_run).await?,
            Self::Contributions(it) => table_file(&app, &tenant, file, &it.map, &it.process, common.language, common.dry_run).await?,
        };
        told(&report, common.dry_run)
    }
}

fn told(report: &Report, dry_run: bool) -> Result<(), CommandError> {
    let Report { taken, known, refused } = report;
    let done = if dry_run { "would come in" } else { "came in" };
    say(&format!("{taken} {done} · {known} had come in before · {refused} refused"));
    if dry_run {
        say("Nothing was stored (--dry-run).");
    }
    match refused {
        0 => Ok(()),
        1 => Err(CommandError::Found("one row was refused; its line and reason stand above".into())),
        more => Err(CommandError::Found(format!("{more} rows were refused; their lines and reasons stand above"))),
    }
}

/// Imports a Pabulib file; see [`Import::Pabulib`].
///
/// # Errors
/// When the file cannot be read or the database fails.
pub async fn pabulib_file(
    app: &App,
    tenant: &Arc<Tenant>,
    file: &Path,
    name: &str,
    language: Option<Language>,
    dry_run: bool,
) -> Result<Report, CommandError> {
    let told = |error: pabulib::PabulibError| CommandError::Asked(format!("{}: {error}", file.display()));
    let opened = std::fs::File::open(file).map_err(|error| CommandError::Io(format!("cannot read {}", file.display()), error))?;
    let read = pabulib::read(opened).map_err(told)?;
    let language = language.or_else(|| read.meta.get("language")?.parse().ok()).unwrap_or(tenant.language);
    let process = places::process_named(app, tenant, name, read.meta.budget(), dry_run).await?;
    let known_places = places::Areas::of(app, tenant).await?;
    let bar = Bar::of_rows(read.projects.len() + read.unreadable.len());
    let mut taking = taking::Taking::new(app, tenant, process, dry_run, bar);
    for row in &read.unreadable {
        taking.refuse(row.line, &row.why);
    }
    let file_name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let source = pabulib::source(&read.meta);
    for project in read.projects {
        let (line, key) = (project.line, format!("pabulib\u{1f}{source}\u{1f}{}", project.id));
        match pabulib::contribution(project, taking.id(&key), process, language, taking.today(), &known_places, &file_name) {
            Ok(new) => taking.take(line, new).await?,
            Err(why) => taking.refuse(line, &why),
        }
    }
    taking.finish().await
}

/// Imports a table; see [`Import::Contributions`].
///
/// # Errors
/// When the file, its mapping or the process cannot be used, or the database fails.
pub async fn table_file(
    app: &App,
    tenant: &Arc<Tenant>,
    file: &Path,
    map: &[String],
    slug: &str,
    language: Option<Language>,
    dry_run: bool,
) -> Result<Report, CommandError> {
    let io = |error| CommandError::Io(format!("cannot read {}", file.display()), error);
    let process: Process = places::process_at(app, tenant, slug).await?;
    let delimiter = take::delimiter(&mut std::fs::File::open(file).map_err(io)?).map_err(io)?;
    let opened = std::fs::File::open(file).map_err(io)?;
    let bar = Bar::of_bytes(opened.metadata().map_err(io)?.len());
    let mut rows = csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(take::without_mark(bar.reading(opened)));
    let wrong = |error: csv::Error| CommandError::Asked(format!("{}: {error}", file.display()));
    let mapping = Mapping::new(map, rows.headers().map_err(wrong)?).map_err(CommandError::Asked)?;
    let areas = places::Areas::of(app, tenant).await?;
    let mut taking = taking::Taking::new(app, tenant, process.id, dry_run, bar);
    let defaults = Defaults {
        process: process.id,
        language: language.unwrap_or(tenant.language),
        today: taking.today(),
        source: file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
    };
    let mut row = csv::StringRecord::new();
    loop {
        let before = rows.position().line();
        match rows.read_record(&mut row) {
            Ok(false) => break,
            Ok(true) => {
                let line = row.position().map_or(before, csv::Position::line);
                match mapping.contribution(&row, line, &defaults, &areas, |key| taking.id(key)) {
                    Ok(new) => taking.take(line, new).await?,
                    Err(why) => taking.refuse(line, &why),
                }
            }
            Err(error) => match error.kind() {
                csv::ErrorKind::Utf8 { pos, .. } => {
                    taking.refuse(pos.as_ref().map_or(before, csv::Position::line), "the row is not text in UTF-8");
                }
                _ => return Err(wrong(error)),
            },
        }
    }
    taking.finish().await
}

/// Who imports: the program itself, at the command line.
pub(crate) const IMPORTER: Actor = Actor::System;
