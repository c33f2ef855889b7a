//! Meemaak itself, as its users run it: a process of its own.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::load::{Connection, get};

/// A running `meemaak serve`, until dropped.
#[derive(Debug)]
pub struct Program {
    child: Child,
    /// `host:port`.
    pub address: String,
    /// From the start of the process to its first page.
    pub started_in: Duration,
}

impl Program {
    /// Starts the program with these arguments and settings and waits for its first page.
    ///
    /// # Errors
    /// When it ends, or does not answer within a minute.
    pub async fn start(arguments: &[OsString], settings: &[(&str, OsString)], host: &str) -> Result<Self, String> {
        let program = path()?;
        let port = free_port().map_err(|error| error.to_string())?;
        let address = format!("127.0.0.1:{port}");
        let log = std::env::temp_dir().join(format!("meemaak-bench-{port}.log"));
        let out = std::fs::File::create(&log).map_err(|error| error.to_string())?;
        let copy = out.try_clone().map_err(|error| error.to_string())?;
        let start = Instant::now();
        let child = Command::new(&program)
            .args(arguments)
            .arg("--listen")
            .arg(&address)
            .envs(settings.iter().map(|(name, value)| (*name, value)))
            .stdin(Stdio::null())
            .stdout(out)
            .stderr(copy)
            .spawn()
            .map_err(|error| format!("{} could not be started: {error}", program.display()))?;
        let mut running = Self { child, address, started_in: Duration::ZERO };
        while start.elapsed() < Duration::from_secs(60) {
            if let Ok(Some(status)) = running.child.try_wait() {
                let said = std::fs::read_to_string(&log).unwrap_or_default();
                return Err(format!("{} ended with {status}:\n{said}", program.display()));
            }
            if let Ok(mut connection) = Connection::open(&running.address).await
                && let Ok(answer) = connection.ask(&get(host, "/", false)).await
                && answer.status == 200
            {
                running.started_in = start.elapsed();
                let _ = std::fs::remove_file(&log);
                return Ok(running);
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        Err(format!("no page within a minute:\n{}", std::fs::read_to_string(&log).unwrap_or_default()))
    }

    /// The most memory that the process has held (VmHWM), in bytes.
    pub fn highest_memory(&self) -> Option<u64> {
        highest_memory_of(self.child.id())
    }

    /// Memory that the process holds (VmRSS), in bytes.
    pub fn memory(&self) -> Option<u64> {
        memory_of(self.child.id(), "VmRSS:")
    }
}

fn memory_of(process: u32, what: &str) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with(what))?;
    line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}

/// The most memory that a process has held, in bytes, while it runs.
pub fn highest_memory_of(process: u32) -> Option<u64> {
    memory_of(process, "VmHWM:")
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Where the program is: the one that is named, or the one beside us.
///
/// # Errors
/// When nobody knows where we are.
pub fn path() -> Result<PathBuf, String> {
    match std::env::var_os("MEEMAAK_TEST_PROGRAM") {
        Some(path) => Ok(PathBuf::from(path)),
        None => std::env::current_exe().map(|own| own.with_file_name("meemaak")).map_err(|error| error.to_string()),
    }
}

fn free_port() -> std::io::Result<u16> {
    Ok(std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}
