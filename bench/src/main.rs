//! Measures Meemaak against what it stands on: a page against a bare axum page of the same size, a durable submission
//! against the same rows inserted by the database driver alone. How and why: `README.md` beside this folder.
#![allow(clippy::print_stdout, reason = "a measurement is printed")]
#![allow(clippy::disallowed_methods, reason = "measuring needs the machine's own clock")]
#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "rates and shares are shown with three digits"
)]

mod bare;
mod carry;
mod disk;
mod load;
mod multiply;
mod page;
mod program;
mod raw;
mod report;
mod seed;
mod submission;

use std::ffi::OsString;
use std::process::ExitCode;
use std::time::Duration;

use clap::{Parser, Subcommand};

use crate::program::Program;
use crate::report::Report;
use crate::seed::Town;

/// As many people at once as the pages are measured with.
const CONNECTIONS: usize = 64;

#[derive(Parser)]
struct Arguments {
    /// Seconds for each measurement
    #[arg(long, default_value_t = 5)]
    seconds: u32,
    /// Contributions in the process whose page is measured
    #[arg(long, default_value_t = 10_000)]
    contributions: usize,
    /// Leave out SQLite, to try a measurement of PostgreSQL
    #[arg(long)]
    postgres_only: bool,
    #[command(subcommand)]
    part: Option<Part>,
}

#[derive(Subcommand)]
enum Part {
    /// The desk, the look at the terms and the export, with very many dossiers
    Carry(carry::Amounts),
    /// Serve a page that is only bytes (started by the measurement itself)
    #[command(hide = true)]
    Bare {
        #[arg(long)]
        size: usize,
    },
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("bench: {error}");
            return ExitCode::FAILURE;
        }
    };
    let outcome = runtime.block_on(async {
        match arguments.part {
            Some(Part::Bare { size }) => bare::serve(size).await,
            Some(Part::Carry(amounts)) => {
                reported(async |report: &mut Report, folder: &std::path::Path| carry::measure(&amounts, report, folder).await).await
            }
            None => reported(async |report: &mut Report, folder: &std::path::Path| measure(&arguments, report, folder).await).await,
        }
    });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(words) => {
            eprintln!("bench: {words}");
            ExitCode::FAILURE
        }
    }
}

/// Measures something in a folder of its own, prints the table, and says whether every gate was held.
async fn reported(measure: impl AsyncFnOnce(&mut Report, &std::path::Path) -> Result<(), String>) -> Result<(), String> {
    let folder = tempfile::Builder::new().prefix("meemaak-bench-").tempdir_in(work_folder().map_err(told)?).map_err(told)?;
    let mut report = Report::default();
    report.note("build", if cfg!(debug_assertions) { "dev" } else { "release" }, "");
    report.note("processors", std::thread::available_parallelism().map_or(0, usize::from).to_string(), "");
    report.note("load before", disk::load(), "");
    report.note("fdatasync", format!("{:.0}/s", disk::syncs_per_second(folder.path()).map_err(told)?), "");
    // What was measured before something failed is worth telling too.
    let outcome = measure(&mut report, folder.path()).await;
    report.note("load after", disk::load(), "");
    println!("{}", report.table());
    outcome?;
    report.verdict()
}

async fn measure(arguments: &Arguments, report: &mut Report, folder: &std::path::Path) -> Result<(), String> {
    let sqlite = format!("sqlite:{}", folder.join("meemaak.sqlite").display());
    if !arguments.postgres_only {
        engine(arguments, report, "SQLite", &sqlite, folder).await?;
    }
    match std::env::var("MEEMAAK_TEST_POSTGRES") {
        Ok(server) => {
            let database = raw::fresh_database(&server).await.map_err(told)?;
            engine(arguments, report, "PostgreSQL", &database, &folder.join("postgres")).await?;
        }
        Err(_) => report.note("PostgreSQL", "left out", "MEEMAAK_TEST_POSTGRES is not set"),
    }
    Ok(())
}

async fn engine(arguments: &Arguments, report: &mut Report, name: &str, database: &str, folder: &std::path::Path) -> Result<(), String> {
    std::fs::create_dir_all(folder).map_err(told)?;
    let seconds = arguments.seconds;
    let settings = settings(database, folder);
    eprintln!("{name}: filling a town");
    let town = seed::town(&settings, folder, arguments.contributions).await?;

    let program = Program::start(&[OsString::from("serve")], &settings, &town.host).await?;
    report.note(&format!("{name}: start to first page"), format!("{} ms", program.started_in.as_millis()), "aim under 1000 ms");
    tokio::time::sleep(Duration::from_secs(2)).await;
    if let Some(memory) = program.memory() {
        report.note(&format!("{name}: memory, idle"), format!("{:.0} MB", memory as f64 / 1e6), "aim under 80 MB");
    }
    for (what, path, gate) in [("first list page", &town.list, 0.15), ("journey page", &town.journey, 0.3)] {
        eprintln!("{name}: {what}");
        page::measure(report, &format!("{name}: {what}"), &program, &town, path, gate, seconds).await?;
    }
    if name == "SQLite" {
        let weight = page::weight(&program.address, &town.host, &town.journey).await?;
        report.note("journey page with its CSS, gzip", format!("{:.1} kB", weight as f64 / 1e3), "aim under 60 kB");
        let weight = page::weight(&program.address, &town.host, &town.list).await?;
        report.note("list page with its CSS, gzip", format!("{:.1} kB", weight as f64 / 1e3), "aim under 60 kB");
    }
    submissions(report, name, database, folder, &program, &town, seconds).await
}

async fn submissions(
    report: &mut Report,
    name: &str,
    database: &str,
    folder: &std::path::Path,
    program: &Program,
    town: &Town,
    seconds: u32,
) -> Result<(), String> {
    eprintln!("{name}: submissions");
    let before = raw::size(database).await.map_err(told)?;
    let rate = submission::measure(program, town, CONNECTIONS, seconds).await?;
    let after = raw::size(database).await.map_err(told)?;
    let footprint = before.each(after, rate.sent);
    report.note(&format!("{name}: rows, bytes a submission"), format!("{}, {}", footprint.rows, footprint.bytes), "");
    report.note(&format!("{name}: submission p99"), format!("{:.1} ms", rate.p99.as_secs_f64() * 1e3), "");
    let bare = if name == "SQLite" {
        raw::sqlite(folder, footprint, CONNECTIONS, seconds).await
    } else {
        raw::postgres(database, footprint, CONNECTIONS, seconds).await
    };
    report.gate(&format!("{name}: durable submissions"), rate.per_second, bare.map_err(told)?, 0.3);
    Ok(())
}

/// Settings of the program under measurement: as in production behind a proxy on this machine.
fn settings(database: &str, folder: &std::path::Path) -> Vec<(&'static str, OsString)> {
    vec![
        ("MEEMAAK_DATABASE", database.into()),
        ("MEEMAAK_FILES", folder.join("files").into()),
        ("MEEMAAK_SECRET_FILE", folder.join("secret").into()),
        ("MEEMAAK_ERASURE_LIST", folder.join("erased").into()),
        ("MEEMAAK_BEHIND_PROXY", "true".into()),
    ]
}

/// The folder `target` of where it is started: on the disk that is measured, and no part of the repository.
fn work_folder() -> std::io::Result<std::path::PathBuf> {
    let folder = std::env::current_dir()?.join("target");
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

fn told(error: impl std::fmt::Display) -> String {
    error.to_string()
}
