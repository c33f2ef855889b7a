//! The command line. Exit codes: 0 done · 1 something went wrong · 2 the command or a setting is not understood ·
//! 3 something was looked for and found wrong (a journal that was changed, rows of an import that were refused).

pub mod admin;
pub mod backup;
pub mod demo;
pub mod export;
pub mod import;
pub mod journal;
pub mod opinion;
pub mod routes;
pub mod serve;
pub mod sortition;
pub mod tally;

use crate::config::{Config, ConfigError};
use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// Meemaak: design a participation process, hear people, carry what they say to a decision and an answer.
#[derive(Debug, Parser)]
#[command(name = "meemaak", version, about, after_help = AFTER, max_term_width = 100)]
struct Line {
    /// Settings file (TOML); see the settings below
    #[arg(long, global = true, env = "MEEMAAK_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    /// sqlite:PATH or postgres://user:password@host/name
    #[arg(long, global = true, value_name = "URL")]
    database: Option<String>,
    #[command(subcommand)]
    command: Command,
}

const AFTER: &str = "Every setting can stand in the file (listen = \"0.0.0.0:80\") or in the environment (MEEMAAK_LISTEN=0.0.0.0:80).\n\
    `meemaak settings` prints them all with their defaults.\n\n\
    Exit codes: 0 done · 1 something went wrong · 2 the command or a setting is not understood · 3 looked, and found something wrong.";

#[derive(Debug, Subcommand)]
enum Command {
    /// Fill a folder with a fictional municipality and serve it, to look around
    Demo(demo::Demo),
    /// Serve the pages and do the work that waits
    Serve(serve::Serve),
    /// Take in contributions from elsewhere
    #[command(subcommand)]
    Import(import::Import),
    /// Write out what is public of a process
    Export(export::Export),
    /// Look after the journal
    #[command(subcommand)]
    Journal(journal::Journal),
    /// Find groups of opinion in agree/disagree votes, what sets them apart and what unites them
    #[command(subcommand)]
    Opinion(opinion::Opinion),
    /// Make a consistent copy of everything, while the program runs
    Backup(backup::Backup),
    /// Put a copy back; people who were erased since are erased again
    Restore(backup::Restore),
    /// Make a municipality or an account, or help somebody who lost a phone
    #[command(subcommand)]
    Admin(admin::Admin),
    /// Count a participatory budget from a file
    Tally(tally::Tally),
    /// Draw a panel by lot: the fairest lottery, its proof, a public draw
    #[command(subcommand)]
    Sortition(sortition::Sortition),
    /// List every page with who may come there
    Routes(routes::RoutesCommand),
    /// List every setting with its default
    Settings,
}

/// Why a command stopped.
#[derive(Debug, thiserror::Error)]
pub enum CommandError {
    /// A setting that cannot be used.
    #[error("{0}")]
    Config(#[from] ConfigError),
    /// What the person asked cannot be done; the text says what to do.
    #[error("{0}")]
    Asked(String),
    /// The database refused.
    #[error("the database: {0}")]
    Store(#[from] store::Error),
    /// A file or an address refused.
    #[error("{0}: {1}")]
    Io(String, std::io::Error),
    /// What was handed in cannot be used; the text says why and what to do.
    #[error("{0}")]
    Unusable(String),
    /// Looked, and found something wrong; already told.
    #[error("{0}")]
    Found(String),
}

impl CommandError {
    /// The exit code that belongs to it.
    #[must_use]
    pub const fn code(&self) -> u8 {
        match self {
            Self::Config(_) | Self::Unusable(_) => 2,
            Self::Asked(_) | Self::Store(_) | Self::Io(..) => 1,
            Self::Found(_) => 3,
        }
    }
}

/// Reads the command line and does what it says.
#[must_use]
pub fn run() -> ExitCode {
    let line = Line::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return stop(&CommandError::Io("cannot start".into(), error)),
    };
    match runtime.block_on(obey(line)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => stop(&error),
    }
}

fn stop(error: &CommandError) -> ExitCode {
    complain(&format!("meemaak: {error}"));
    ExitCode::from(error.code())
}

async fn obey(line: Line) -> Result<(), CommandError> {
    let read = |listen: Option<String>| {
        Config::read(line.config.as_deref(), std::env::vars(), &[("database", line.database.clone()), ("listen", listen)])
    };
    match line.command {
        Command::Demo(demo) => demo.run(read(None)?).await,
        Command::Serve(serve) => serve.run(read(serve.listen.clone())?).await,
        Command::Import(import) => import.run(read(None)?).await,
        Command::Export(export) => export.run(read(None)?).await,
        Command::Journal(journal) => journal.run(read(None)?).await,
        Command::Opinion(opinion) => opinion.run(),
        Command::Backup(backup) => backup.run(read(None)?).await,
        Command::Restore(restore) => restore.run(read(None)?).await,
        Command::Admin(admin) => admin.run(read(None)?).await,
        Command::Tally(tally) => tally.run(),
        Command::Sortition(sortition) => sortition.run(),
        Command::Routes(routes) => routes.run(),
        Command::Settings => {
            for (name, default, meaning) in crate::config::SETTINGS {
                say(&format!("{name:14} {meaning}{}", if default.is_empty() { String::new() } else { format!(" [{default}]") }));
            }
            Ok(())
        }
    }
}

/// One line for the person at the terminal. A closed pipe is no reason to fail.
pub fn say(text: &str) {
    use std::io::Write;
    let _ = writeln!(std::io::stdout().lock(), "{text}");
}

/// One line for the person at the terminal, beside the output itself.
pub fn complain(text: &str) {
    use std::io::Write;
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}
