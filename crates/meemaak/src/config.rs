//! Settings: built-in defaults, then a TOML file, then the environment (`MEEMAAK_…`), then the command line.
//!
//! Every setting is one line with one name: `smtp` in the file, `MEEMAAK_SMTP` in the environment.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

/// Every setting: its name, its default and what it means. The list is what `--help` and the handbook print.
pub const SETTINGS: &[(&str, &str, &str)] = &[
    ("database", "sqlite:meemaak.sqlite", "where everything is kept: sqlite:PATH or postgres://user:password@host/name"),
    ("listen", "127.0.0.1:8080", "address and port on which pages are served"),
    ("files", "", "folder for photos and logos; empty means a folder «files» beside the SQLite database"),
    ("s3-endpoint", "", "address of an S3-compatible object store; when set, files are kept there"),
    ("s3-bucket", "meemaak", "bucket in the object store"),
    ("s3-region", "eu-west-1", "region of the object store"),
    ("s3-key", "", "access key of the object store"),
    ("s3-secret", "", "secret key of the object store"),
    ("secret-file", "", "file with the secret from which all keys are made; written at the first start when it is absent"),
    ("erasure-list", "", "file outside the database in which erasures are remembered, so that a restore brings nobody back"),
    ("smtp", "", "mail server, host:port; empty means that mail waits in the queue"),
    ("smtp-user", "", "user name at the mail server"),
    ("smtp-password", "", "password at the mail server; when set, the connection is encrypted"),
    ("mail-from", "meemaak@localhost", "sender of mails"),
    ("https", "false", "true when residents reach the program over https, through a proxy; cookies are then kept to https"),
    ("behind-proxy", "false", "true when a proxy of yours stands in front: its last entry in X-Forwarded-For is then believed"),
    ("readers", "4", "how many reading connections to the database are open"),
    ("log", "text", "text for people, json for machines"),
    ("source", "", "address at which the source of this version can be read; empty means a page that says how to get it"),
    ("checkpoints", "", "folder in which the signed daily checkpoint of the journal is written, with the ids of all streams"),
    ("letter-font", "", "TrueType or OpenType file with which letters become PDF; empty means DejaVu Sans where the machine has it"),
    ("letter-font-bold", "", "the same for headings; empty means the file of letter-font"),
    ("checkpoint-mail", "", "mail addresses, with a comma between them, to which the signed daily checkpoint is sent in short"),
];

/// What stands in the way of starting, in words that say what to do.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("cannot read the settings file {0}: {1}")]
    Unreadable(PathBuf, std::io::Error),
    /// The file is not TOML.
    #[error("the settings file {0} is not valid TOML: {1}")]
    Malformed(PathBuf, toml::de::Error),
    /// A name that is no setting.
    #[error("{place} sets «{name}», which is no setting; did you mean «{nearest}»?")]
    Unknown {
        /// The file or the environment variable.
        place: String,
        /// What was written.
        name: String,
        /// The setting that looks most like it.
        nearest: String,
    },
    /// A value of the wrong kind.
    #[error("{name} is «{value}»; {expected}")]
    Wrong {
        /// The setting.
        name: String,
        /// What was written.
        value: String,
        /// What should stand there.
        expected: &'static str,
    },
}

/// All settings, each with its value as text.
#[derive(Clone)]
pub struct Config(BTreeMap<&'static str, String>);

impl fmt::Debug for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown =
            self.0.iter().map(|(name, value)| (name, if name.ends_with("secret") || name.ends_with("password") { "…" } else { value }));
        f.debug_map().entries(shown).finish()
    }
}

fn known(name: &str) -> Option<&'static str> {
    SETTINGS.iter().map(|(known, ..)| *known).find(|known| *known == name)
}

/// The setting that shares most letters, in order, with what was typed.
fn nearest(name: &str) -> String {
    let alike = |known: &str| {
        let mut rest = name.chars();
        known.chars().filter(|letter| rest.any(|typed| typed == *letter)).count() * 100 / known.len().max(1)
    };
    SETTINGS.iter().map(|(known, ..)| *known).max_by_key(|known| alike(known)).unwrap_or("database").to_owned()
}

impl Config {
    /// Reads the settings in their order of strength.
    ///
    /// # Errors
    /// When a file cannot be read or names a setting that does not exist.
    pub fn read(
        file: Option<&Path>,
        environment: impl Iterator<Item = (String, String)>,
        flags: &[(&'static str, Option<String>)],
    ) -> Result<Self, ConfigError> {
        let mut held: BTreeMap<&'static str, String> = SETTINGS.iter().map(|(name, default, _)| (*name, (*default).to_owned())).collect();
        if let Some(path) = file {
            let text = std::fs::read_to_string(path).map_err(|error| ConfigError::Unreadable(path.into(), error))?;
            let table: toml::Table = text.parse().map_err(|error| ConfigError::Malformed(path.into(), error))?;
            for (name, value) in table {
                let place = path.display().to_string();
                let known = known(&name).ok_or_else(|| ConfigError::Unknown { place, nearest: nearest(&name), name: name.clone() })?;
                held.insert(known, value.as_str().map_or_else(|| value.to_string(), str::to_owned));
            }
        }
        for (variable, value) in environment {
            let Some(name) = variable.strip_prefix("MEEMAAK_") else { continue };
            if name.starts_with("TEST_") || name == "CONFIG" {
                continue;
            }
            let name = name.to_ascii_lowercase().replace('_', "-");
            let known = known(&name).ok_or_else(|| ConfigError::Unknown {
                place: variable.clone(),
                nearest: nearest(&name),
                name: name.clone(),
            })?;
            held.insert(known, value);
        }
        for (name, value) in flags {
            if let Some(value) = value {
                held.insert(name, value.clone());
            }
        }
        Ok(Self(held))
    }

    /// The settings of a demo: everything in one folder, unless a database was named.
    #[must_use]
    pub fn for_demo(mut self, folder: &Path, listen: &str) -> Self {
        if self.get("database") == "sqlite:meemaak.sqlite" {
            self.0.insert("database", format!("sqlite:{}", folder.join("leyhoven.sqlite").display()));
        }
        for (name, file) in [("files", "files"), ("secret-file", "secret"), ("erasure-list", "erased.jsonl")] {
            if self.get(name).is_empty() {
                self.0.insert(name, folder.join(file).display().to_string());
            }
        }
        self.0.insert("listen", listen.to_owned());
        self
    }

    /// The value of a setting, empty when nothing was set.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// The value of a setting, or nothing when it is empty.
    #[must_use]
    pub fn some(&self, name: &str) -> Option<&str> {
        Some(self.get(name)).filter(|value| !value.is_empty())
    }

    /// A setting that is a whole number.
    ///
    /// # Errors
    /// When it is not.
    pub fn number(&self, name: &str) -> Result<u32, ConfigError> {
        self.get(name).parse().map_err(|_| self.wrong(name, "write a whole number"))
    }

    /// A setting that is true or false.
    ///
    /// # Errors
    /// When it is neither.
    pub fn flag(&self, name: &str) -> Result<bool, ConfigError> {
        match self.get(name) {
            "true" | "1" | "yes" | "ja" => Ok(true),
            "false" | "0" | "no" | "nee" | "" => Ok(false),
            _ => Err(self.wrong(name, "write true or false")),
        }
    }

    /// The folder beside the SQLite database, or the present folder.
    #[must_use]
    pub fn beside(&self) -> PathBuf {
        let path = self.get("database").strip_prefix("sqlite:").map(Path::new).and_then(Path::parent);
        path.filter(|parent| !parent.as_os_str().is_empty()).map_or_else(|| PathBuf::from("."), Path::to_path_buf)
    }

    /// A setting that is a path, with its default beside the database.
    #[must_use]
    pub fn path(&self, name: &str, default: &str) -> PathBuf {
        self.some(name).map_or_else(|| self.beside().join(default), PathBuf::from)
    }

    /// The error for a value that cannot be used.
    #[must_use]
    pub fn wrong(&self, name: &str, expected: &'static str) -> ConfigError {
        ConfigError::Wrong { name: name.to_owned(), value: self.get(name).to_owned(), expected }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn none() -> impl Iterator<Item = (String, String)> {
        std::iter::empty()
    }

    #[test]
    fn a_flag_is_stronger_than_the_environment_and_that_than_the_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("meemaak.toml");
        std::fs::write(&file, "listen = \"0.0.0.0:1\"\nreaders = 7\nhttps = true\n").expect("written");
        let environment = [("MEEMAAK_LISTEN".to_owned(), "0.0.0.0:2".to_owned()), ("HOME".to_owned(), "/".to_owned())];
        let config =
            Config::read(Some(&file), environment.into_iter(), &[("database", Some("sqlite:/a/b.sqlite".into())), ("listen", None)])
                .expect("settings");
        assert_eq!((config.get("listen"), config.number("readers").ok(), config.flag("https").ok()), ("0.0.0.0:2", Some(7), Some(true)));
        assert_eq!(config.path("files", "files"), PathBuf::from("/a/files"));
    }

    #[test]
    fn a_setting_that_does_not_exist_is_named_with_its_neighbour() {
        let environment = [("MEEMAAK_DATABSE".to_owned(), "x".to_owned())];
        let error = Config::read(None, environment.into_iter(), &[]).expect_err("refused").to_string();
        assert!(error.contains("MEEMAAK_DATABSE") && error.contains("did you mean «database»"), "{error}");
    }

    #[test]
    fn secrets_stay_out_of_logs() {
        let config = Config::read(None, none(), &[("s3-secret", Some("hush".into()))]).expect("settings");
        assert!(!format!("{config:?}").contains("hush"));
    }

    #[test]
    fn a_wrong_value_says_what_should_stand_there() {
        let config = Config::read(None, none(), &[("https", Some("perhaps".into()))]).expect("settings");
        assert_eq!(config.flag("https").expect_err("refused").to_string(), "https is «perhaps»; write true or false");
    }
}
