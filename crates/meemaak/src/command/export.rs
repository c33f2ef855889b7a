//! `meemaak export`: what is public of a process, row by row, for a spreadsheet or a program.

use super::import::places;
use super::{CommandError, complain};
use crate::api::shape::{Contribution, Names, Process as PublicProcess, Text};
use crate::config::Config;
use clap::{Args, ValueEnum};
use design::Process;
use people::{App, SecondFactor, Tenant};
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

/// So many contributions are read at once.
const AT_ONCE: i64 = 100;

/// In which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A table for a spreadsheet: the words as they were written
    Csv,
    /// Everything, in every language, as the API gives it
    Json,
}

/// Write out what is public of a process
#[derive(Debug, Args)]
pub struct Export {
    /// The last part of the address of the process
    #[arg(long, value_name = "SLUG")]
    process: String,
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
        let process = places::process_at(&app, &tenant, &self.process).await?;
        let written = match &self.output {
            Some(path) => {
                let file = File::create(path).map_err(|error| CommandError::Io(format!("cannot write {}", path.display()), error))?;
                write(&app, &tenant, &process, self.format, &mut BufWriter::new(file)).await?
            }
            None => write(&app, &tenant, &process, self.format, &mut BufWriter::new(io::stdout())).await?,
        };
        complain(&format!("{written} contributions written"));
        Ok(())
    }
}

const COLUMNS: [&str; 22] = [
    "number",
    "title",
    "body",
    "language",
    "area",
    "street",
    "place",
    "latitude",
    "longitude",
    "channel",
    "captured",
    "received",
    "cost",
    "category",
    "state",
    "state_name",
    "since",
    "until",
    "department",
    "outcome",
    "answered",
    "stranded",
];

/// Words that a spreadsheet would run as a formula get a quote before them.
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

fn words(text: Option<&String>) -> String {
    text.map(|text| harmless(text)).unwrap_or_default()
}

fn original(texts: &[Text]) -> String {
    words(texts.first().map(|text| &text.text))
}

fn cells(it: &Contribution) -> [String; 22] {
    let plain = |text: Option<&str>| text.unwrap_or_default().to_owned();
    [
        it.number.clone(),
        original(&it.title),
        it.body.as_deref().map(original).unwrap_or_default(),
        it.title.first().map(|text| text.language.clone()).unwrap_or_default(),
        words(it.area.as_ref()),
        words(it.street.as_ref()),
        words(it.place.as_ref()),
        it.point.as_ref().map(|point| point.latitude.to_string()).unwrap_or_default(),
        it.point.as_ref().map(|point| point.longitude.to_string()).unwrap_or_default(),
        it.channel.to_owned(),
        it.captured.to_string(),
        it.received.clone(),
        it.cost_cents.map(|cents| kernel::Money::from_cents(cents).to_string()).unwrap_or_default(),
        words(it.category.as_ref()),
        plain(it.state),
        plain(it.state_name),
        plain(it.since.as_deref()),
        it.until.map(|day| day.to_string()).unwrap_or_default(),
        words(it.department.as_ref()),
        plain(it.outcome),
        plain(it.answered.as_deref()),
        it.stranded.iter().map(|it| format!("{} {}", it.code, it.since)).collect::<Vec<_>>().join("; "),
    ]
}

/// Writes the public contributions of a process, newest first, a hundred at a time. Gives back how many.
///
/// # Errors
/// When the process is not public, the output cannot be written or the database fails.
pub async fn write(app: &App, tenant: &Tenant, process: &Process, format: Format, out: &mut impl Write) -> Result<u64, CommandError> {
    let io = |error: io::Error| CommandError::Io("cannot write".into(), error);
    let csv = |error: csv::Error| CommandError::Io("cannot write".into(), io::Error::other(error));
    let now = app.clock.now();
    let Some(public) = PublicProcess::of(process, tenant.civil.zone.date(now)) else {
        return Err(CommandError::Asked(format!("«{}» is not public yet; publish its charter first", process.slug)));
    };
    let mut row_of = csv::WriterBuilder::new().from_writer(Vec::new());
    match format {
        Format::Csv => row_of.write_record(COLUMNS).map_err(csv)?,
        Format::Json => {
            let process = serde_json::to_string(&public).map_err(|error| io(error.into()))?;
            write!(out, "{{\"process\":{process},\"contributions\":[").map_err(io)?;
        }
    }
    let names = Names::of(&mut app.store.read().await?, tenant.id).await?;
    let (mut after, mut written) = (None, 0_u64);
    loop {
        let mut session = app.store.read().await?;
        let rows = voice::list_public(&mut session, tenant.id, process.id, after, AT_ONCE).await?;
        let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
        let journeys = journey::journeys(&mut session, tenant.id, &ids, &tenant.civil, now).await?;
        drop(session);
        for row in &rows {
            let it = Contribution::of(row, journeys.iter().find(|journey| journey.contribution == row.id), &names);
            match format {
                Format::Csv => row_of.write_record(cells(&it)).map_err(csv)?,
                Format::Json => {
                    let comma = if written == 0 { "\n" } else { ",\n" };
                    let it = serde_json::to_string(&it).map_err(|error| io(error.into()))?;
                    write!(out, "{comma}{it}").map_err(io)?;
                }
            }
            written += 1;
        }
        row_of.flush().map_err(io)?;
        out.write_all(row_of.get_ref()).map_err(io)?;
        row_of = csv::WriterBuilder::new().has_headers(false).from_writer(Vec::new());
        let whole = i64::try_from(rows.len()).unwrap_or(i64::MAX) >= AT_ONCE;
        match rows.last().filter(|_| whole) {
            Some(last) => after = Some((last.received, last.id)),
            None => break,
        }
    }
    if format == Format::Json {
        out.write_all(b"\n]}\n").map_err(io)?;
    }
    out.flush().map_err(io)?;
    Ok(written)
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn words_never_become_a_formula() {
        assert_eq!(harmless("=HYPERLINK(\"…\")"), "'=HYPERLINK(\"…\")");
        assert_eq!(harmless("@bank"), "'@bank");
        assert_eq!(harmless("Een bank = fijn"), "Een bank = fijn");
    }
}
