//! `cargo xtask bench`: the measurements of `bench/`, with an optimised build and a PostgreSQL that really writes.

use clap::{Args, Subcommand};

use crate::run::{cargo, must};
use crate::services::{Durability, Postgres};
use crate::{Outcome, assets, tools};

/// What to measure.
#[derive(Args)]
pub struct Options {
    /// Seconds for each measurement
    #[arg(long, default_value_t = 5)]
    seconds: u32,
    /// Measure with SQLite only
    #[arg(long)]
    sqlite_only: bool,
    /// Measure with PostgreSQL only
    #[arg(long, conflicts_with = "sqlite_only")]
    postgres_only: bool,
    /// Measure the dev build instead of the release build (for trying the benchmark itself)
    #[arg(long)]
    dev: bool,
    /// Something else than the program
    #[command(subcommand)]
    what: Option<What>,
}

/// What else can be measured.
#[derive(Subcommand)]
pub enum What {
    /// The engines beside the programs that others use (pabutools, sortition-algorithms, red-dwarf), on the same files
    Engines(Engines),
    /// The desk, the look at the terms and the export, with very many dossiers (issue 3)
    Carry,
}

/// Which engines.
#[derive(Args)]
pub struct Engines {
    /// One engine only: tally, sortition, opinion or bundling
    #[arg(long)]
    only: Option<String>,
    /// Without the other programs
    #[arg(long)]
    alone: bool,
}

/// Runs the benchmark; its gates decide the exit code.
///
/// # Errors
/// When something cannot be built or started, or a gate is not met.
pub fn bench(options: &Options) -> Outcome<()> {
    let of_program = match &options.what {
        Some(What::Engines(engines)) => return bench_engines(engines, options.dev),
        Some(What::Carry) => Some("carry"),
        None => None,
    };
    assets::assets()?;
    let postgres = if options.sqlite_only {
        None
    } else {
        tools::postgres()?;
        Some(Postgres::start(Durability::Real)?)
    };
    let profile: &[&str] = if options.dev { &[] } else { &["--release"] };
    // The program itself is started too, for its start time and its memory. Both are built in one go: apart, what they stand on
    // would be built for each.
    must(cargo(&[&["build", "--locked", "--package", "meemaak", "--package", "bench"], profile].concat()))?;
    let built = crate::target().join(if options.dev { "debug" } else { "release" });
    let mut command = std::process::Command::new(built.join("bench"));
    command.args(of_program);
    command.arg("--seconds").arg(options.seconds.to_string());
    if options.postgres_only {
        command.arg("--postgres-only");
    }
    command.env("MEEMAAK_TEST_PROGRAM", built.join("meemaak"));
    if let Some(postgres) = &postgres {
        command.env("MEEMAAK_TEST_POSTGRES", &postgres.address);
    }
    must(command)
}

fn bench_engines(engines: &Engines, dev: bool) -> Outcome<()> {
    let profile: &[&str] = if dev { &[] } else { &["--release"] };
    let mut command = cargo(&[&["run", "--locked", "--package", "bench-engines"], profile, &["--"]].concat());
    if !engines.alone {
        command.arg("--python").arg(tools::Python::peers()?.bin("python"));
    }
    if let Some(only) = &engines.only {
        command.args(["--only", only]);
    }
    must(command)
}
