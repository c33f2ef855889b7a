//! `meemaak export`: what is public of a process or of the whole municipality, row by row, for a spreadsheet or a program.

use super::import::places;
use super::{CommandError, complain};
use crate::api::shape::Process as PublicProcess;
use crate::config::Config;
use crate::open_data::{Form, Rows};
use clap::{Args, ValueEnum};
use design::Process;
use people::{App, SecondFactor, Tenant};
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::sync::Arc;

/// In which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A table for a spreadsheet: the words as they were written
    Csv,
    /// Everything of one process and its charter, in every language, as the API gives it
    Json,
    /// The same without the charter, one contribution on each line; the form for very many
    Jsonl,
}

/// Write out what is public of a process, or of the whole municipality
#[derive(Debug, Args)]
pub struct Export {
    /// The last part of the address of the process; everything of the municipality when left out
    #[arg(long, value_name = "SLUG")]
    process: Option<String>,
    /// In which form
    #[arg(long, value_enum, default_value = "csv")]
    format: Format,
    /// Write to this file instead of the screen
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Host of the municipality; not needed when there is only one
    #[arg(long, value_name = "HOST")]
    tenant: Option<String>,
}

impl Export {
    /// Does it.
    ///
    /// # Errors
    /// When the process is not public, the file cannot be written or the database fails.
    pub async fn run(&self, config: Config) -> Result<(), CommandError> {
        let app = super::serve::open(&config, SecondFactor::Required).await?;
        let tenant = places::tenant(&app, self.tenant.as_deref()).await?;
        let process = match &self.process {
            Some(slug) => Some(places::process_at(&app, &tenant, slug).await?),
            None => None,
        };
        let written = match &self.output {
            Some(path) => {
                let file = File::create(path).map_err(|error| CommandError::Io(format!("cannot write {}", path.display()), error))?;
                write(&app, &tenant, process.as_ref(), self.format, &mut BufWriter::new(file)).await?
            }
            None => write(&app, &tenant, process.as_ref(), self.format, &mut BufWriter::new(io::stdout())).await?,
        };
        complain(&format!("{written} contributions written"));
        Ok(())
    }
}

/// Writes the public contributions of a process, or of all, newest first, a few hundred at a time. Gives back how many.
///
/// # Errors
/// When the process is not public, the output cannot be written or the database fails.
pub async fn write(
    app: &App,
    tenant: &Arc<Tenant>,
    process: Option<&Process>,
    format: Format,
    out: &mut impl Write,
) -> Result<u64, CommandError> {
    let io = |error: io::Error| CommandError::Io("cannot write".into(), error);
    let today = tenant.civil.zone.date(app.clock.now());
    let public = match process {
        Some(process) => Some(
            PublicProcess::of(process, today)
                .ok_or_else(|| CommandError::Asked(format!("«{}» is not public yet; publish its charter first", process.slug)))?,
        ),
        None => None,
    };
    let mut rows = match process {
        Some(process) => Rows::of_process(app, tenant, process).await?,
        None => Rows::of_all(app, tenant).await?,
    };
    let form = match (format, &public) {
        (Format::Csv, _) => Some(Form::Csv),
        (Format::Jsonl, _) => Some(Form::Lines),
        (Format::Json, Some(process)) => {
            let process = serde_json::to_string(process).map_err(|error| io(error.into()))?;
            write!(out, "{{\"process\":{process},\"contributions\":[").map_err(io)?;
            None
        }
        (Format::Json, None) => {
            let why = "--format json writes one process with its charter; name it with --process, or take --format jsonl";
            return Err(CommandError::Asked(why.to_owned()));
        }
    };
    if let Some(form) = form {
        out.write_all(&form.head().map_err(io)?).map_err(io)?;
    }
    let mut written = 0_u64;
    while let Some(some) = rows.next().await? {
        match form {
            Some(form) => out.write_all(&form.written(&some).map_err(io)?).map_err(io)?,
            None => {
                for (place, row) in some.iter().enumerate() {
                    let comma = if written == 0 && place == 0 { "\n" } else { ",\n" };
                    let it = serde_json::to_string(&row.contribution).map_err(|error| io(error.into()))?;
                    write!(out, "{comma}{it}").map_err(io)?;
                }
            }
        }
        written += u64::try_from(some.len()).unwrap_or(0);
    }
    if form.is_none() {
        out.write_all(b"\n]}\n").map_err(io)?;
    }
    out.flush().map_err(io)?;
    Ok(written)
}
