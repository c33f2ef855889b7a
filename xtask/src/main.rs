//! The chores of a contributor, each one command: `cargo xtask demo`, `cargo xtask test`, `cargo xtask bench`.
//!
//! Nothing here is part of the product. What a chore needs and the machine lacks is installed by the chore; a test that
//! needs a real server gets a real one that ends with the chore.
#![allow(clippy::print_stdout, reason = "a chore speaks to the person at the terminal")]

mod assets;
mod bench;
mod count;
mod demo;
mod run;
mod services;
mod test;
mod tools;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// What went wrong, in words for the person at the terminal.
pub type Outcome<T> = Result<T, String>;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "The chores of a contributor to Meemaak")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Build Meemaak and serve the demo municipality on this machine
    Demo(demo::Options),
    /// Install what is missing, start the services, run every check and test
    Test(test::Options),
    /// Measure Meemaak against what it stands on, and hold it to its gates
    Bench(bench::Options),
    /// Gather style sheets and fonts into crates/ui/assets/built
    Assets,
    /// Start PostgreSQL, a mail server and an S3 server for tests; they end with this command
    Services(services::Options),
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().chore {
        Chore::Demo(options) => demo::demo(&options),
        Chore::Test(options) => test::test(&options),
        Chore::Bench(options) => bench::bench(&options),
        Chore::Assets => assets::assets(),
        Chore::Services(options) => services::stay(&options),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(words) => {
            eprintln!("xtask: {words}");
            ExitCode::FAILURE
        }
    }
}

/// The root folder of the repository.
pub fn root() -> PathBuf {
    let mut folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    folder.pop();
    folder
}

/// The folder for what is built.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}
