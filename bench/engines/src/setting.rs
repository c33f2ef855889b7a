//! Where data and peers are, and how a thing is timed.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// Where data and peers are.
#[derive(Debug)]
pub struct Setting {
    /// The Python with the peers.
    pub python: Option<PathBuf>,
    /// The folder with real data: `tally/`, `sortition/`, `opinion/`.
    pub data: PathBuf,
}

impl Setting {
    /// Runs `peers/SCRIPT` with these arguments; its last line is its answer as JSON. `None` where no Python was given.
    ///
    /// # Errors
    /// When the script fails or does not answer.
    pub fn peer(&self, script: &str, arguments: &[&str]) -> Result<Option<Value>, String> {
        let Some(python) = &self.python else { return Ok(None) };
        let mut command = Command::new(python);
        command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("peers").join(script)).args(arguments);
        answer(command, script).map(Some)
    }

    /// Runs a case of an engine in a process of its own, so that its memory is its own.
    ///
    /// # Errors
    /// When the case fails.
    pub fn alone(&self, case: &str) -> Result<Value, String> {
        let program = std::env::current_exe().map_err(|error| error.to_string())?;
        let mut command = Command::new(program);
        command.arg("--case").arg(case).arg("--data").arg(&self.data);
        answer(command, case)
    }
}

fn answer(mut command: Command, name: &str) -> Result<Value, String> {
    let output = command.output().map_err(|error| format!("{name} could not be started: {error}"))?;
    if !output.status.success() {
        return Err(format!("{name} ended with {}:\n{}", output.status, String::from_utf8_lossy(&output.stderr)));
    }
    let said = String::from_utf8_lossy(&output.stdout);
    let line = said.lines().last().unwrap_or_default();
    serde_json::from_str(line).map_err(|error| format!("{name} answered «{line}»: {error}"))
}

/// The shortest of `times` runs in seconds, and what the last gave. Work of more than five seconds is done once.
pub fn shortest<T>(times: usize, mut work: impl FnMut() -> T) -> (f64, T) {
    let mut timed = || {
        let start = Instant::now();
        let result = work();
        (start.elapsed().as_secs_f64(), result)
    };
    let (mut least, mut result) = timed();
    for _ in 1..times {
        if least > 5.0 {
            break;
        }
        let (took, again) = timed();
        least = least.min(took);
        result = again;
    }
    (least, result)
}

/// The most memory that this process ever held, in megabytes.
pub fn peak_memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse::<f64>().unwrap_or(f64::NAN) / 1024.0
}

/// The machine's load over the last minute.
pub fn load() -> String {
    let text = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').next().unwrap_or("unknown").to_owned()
}
