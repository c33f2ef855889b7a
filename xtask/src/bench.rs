//! `cargo xtask bench`: the measurements of `bench/`, with an optimised build and a PostgreSQL that really writes.

use clap::Args;

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
    /// Measure the dev build instead of the release build (for trying the benchmark itself)
    #[arg(long)]
    dev: bool,
}

/// Runs the benchmark; its gates decide the exit code.
///
/// # Errors
/// When something cannot be built or started, or a gate is not met.
pub fn bench(options: &Options) -> Outcome<()> {
    assets::assets()?;
    let postgres = if options.sqlite_only {
        None
    } else {
        tools::postgres()?;
        Some(Postgres::start(Durability::Real)?)
    };
    let profile: &[&str] = if options.dev { &[] } else { &["--release"] };
    // The program itself is started too, for its start time and its memory.
    must(cargo(&[&["build", "--locked", "--package", "meemaak"], profile].concat()))?;
    let mut command = cargo(&[&["run", "--locked", "--package", "bench"], profile, &["--", "--seconds"]].concat());
    command.arg(options.seconds.to_string());
    command.env("MEEMAAK_TEST_PROGRAM", crate::target().join(if options.dev { "debug" } else { "release" }).join("meemaak"));
    if let Some(postgres) = &postgres {
        command.env("MEEMAAK_TEST_POSTGRES", &postgres.address);
    }
    must(command)
}
