//! The engines beside the programs that others use, on the same files, in one run.
//!
//! `cargo xtask bench engines` makes the environment of the peers and starts this. Each engine has its module here and
//! its peer script in `peers/`.
#![allow(clippy::print_stdout, reason = "a measurement is printed")]
#![allow(clippy::disallowed_methods, reason = "measuring needs the machine's own clock")]

mod bundling;
mod opinion;
mod report;
mod setting;
mod sortition;
mod tally;

use crate::report::Report;
use crate::setting::Setting;
use clap::Parser;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Parser)]
struct Arguments {
    /// The Python that has the peers; without it only our own side is measured
    #[arg(long)]
    python: Option<PathBuf>,
    /// The folder with real data
    #[arg(long, default_value = "../shared/data")]
    data: PathBuf,
    /// One engine only: tally, sortition, opinion or bundling
    #[arg(long)]
    only: Option<String>,
    /// Measure one case and print what it took as JSON (started by the measurement itself, for its memory)
    #[arg(long, hide = true)]
    case: Option<String>,
}

/// An engine: its name, its measurements, and its cases that run in a process of their own.
type Engine =
    (&'static str, fn(&Setting, &mut Report) -> Result<(), String>, fn(&Setting, &str) -> Option<Result<serde_json::Value, String>>);

const ENGINES: &[Engine] = &[
    ("tally", tally::measure, tally::case),
    ("sortition", sortition::measure, sortition::case),
    ("opinion", opinion::measure, opinion::case),
    ("bundling", bundling::measure, bundling::case),
];

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let setting = Setting { python: arguments.python, data: arguments.data };
    match run(&setting, arguments.only.as_deref(), arguments.case.as_deref()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(words) => {
            eprintln!("bench-engines: {words}");
            ExitCode::FAILURE
        }
    }
}

fn run(setting: &Setting, only: Option<&str>, case: Option<&str>) -> Result<(), String> {
    if let Some(case) = case {
        let measured = ENGINES.iter().find_map(|(_, _, run)| run(setting, case)).ok_or(format!("there is no case {case}"))??;
        println!("{measured}");
        return Ok(());
    }
    let mut report = Report::default();
    let before = setting::load();
    for (name, measure, _) in ENGINES {
        if only.is_none_or(|only| only == *name) {
            measure(setting, &mut report).map_err(|error| format!("{name}: {error}"))?;
        }
    }
    print!("{}", report.table());
    println!(
        "{} build, {} processors, load {before} before and {} after",
        if cfg!(debug_assertions) { "dev" } else { "release" },
        std::thread::available_parallelism().map_or(0, usize::from),
        setting::load()
    );
    report.verdict()
}
