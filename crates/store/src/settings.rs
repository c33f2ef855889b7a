//! Where the data is and with which secret its keys are made.

use hmac::{Hmac, Mac};
use sha2::Sha256;
use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

/// Everything the store must be told. The erasure list lies outside the database, so that no backup of the database holds it.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Which database.
    pub database: DatabaseUrl,
    /// Where photos and other files are kept.
    pub files: FilesSettings,
    /// From this every key is derived. Without it checkpoints cannot be signed again and the vault cannot be read.
    pub secret: Secret,
    /// The file that remembers who was erased, replayed after a restore.
    pub erasure_list: PathBuf,
    /// How many connections may read at once (at least 1; 4 is good for SQLite, 16 for PostgreSQL).
    pub readers: u32,
}

/// Which database: `sqlite:PATH` or `postgres://…`.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// One file, made when it is not there.
    Sqlite(PathBuf),
    /// A server, by its connection address with name and password.
    Postgres(String),
}

/// Why a text names no database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("write the database as sqlite:PATH or postgres://NAME:PASSWORD@HOST/DATABASE")]
pub struct DatabaseUrlError;

impl FromStr for DatabaseUrl {
    type Err = DatabaseUrlError;

    fn from_str(text: &str) -> Result<Self, DatabaseUrlError> {
        let text = text.trim();
        if let Some(rest) = text.strip_prefix("sqlite:") {
            let path = rest.strip_prefix("//").unwrap_or(rest);
            if path.is_empty() || path.contains('\0') || path.starts_with(":memory:") {
                return Err(DatabaseUrlError);
            }
            return Ok(Self::Sqlite(PathBuf::from(path)));
        }
        let rest = text.strip_prefix("postgres://").or_else(|| text.strip_prefix("postgresql://")).ok_or(DatabaseUrlError)?;
        if rest.is_empty() || text.contains(char::is_whitespace) || text.parse::<sqlx::postgres::PgConnectOptions>().is_err() {
            return Err(DatabaseUrlError);
        }
        Ok(Self::Postgres(text.to_owned()))
    }
}

/// The address without its password, so that it may stand in a log.
impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Self::Postgres(url) => {
                // The password ends at the last @ before the path; what follows a ? may hold one too.
                let bare = url.split('?').next().unwrap_or_default();
                let after_scheme = bare.split_once("://").map_or(bare, |(_, rest)| rest);
                let (user, place) = after_scheme.rsplit_once('@').unwrap_or(("", after_scheme));
                let name = user.split(':').next().unwrap_or_default();
                write!(f, "postgres://{name}{}{place}", if name.is_empty() { "" } else { "@" })
            }
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Where files are kept.
#[derive(Clone, PartialEq, Eq)]
pub enum FilesSettings {
    /// A folder of this machine, made when it is not there.
    Folder(PathBuf),
    /// A bucket of a store that speaks S3.
    S3 {
        /// The address of the store, for instance `https://s3.example.org`.
        endpoint: String,
        /// The bucket, which must be there.
        bucket: String,
        /// The region, for instance `eu-west-1`.
        region: String,
        /// The name of the access key.
        key: String,
        /// The secret of the access key.
        secret: String,
    },
}

impl fmt::Debug for FilesSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(path) => write!(f, "folder {}", path.display()),
            Self::S3 { endpoint, bucket, region, .. } => write!(f, "bucket {bucket} at {endpoint} ({region})"),
        }
    }
}

/// The 32 bytes from which the keys of the house are derived. Never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret([u8; 32]);

/// Why a text is no secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the secret is 32 bytes written as 64 hexadecimal digits")]
pub struct SecretError;

impl Secret {
    /// The secret that consists of these bytes.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// A fresh secret.
    #[must_use]
    pub fn draw(random: &dyn kernel::Random) -> Self {
        let mut bytes = [0; 32];
        random.fill(&mut bytes);
        Self(bytes)
    }

    /// The key for one purpose; knowing it tells nothing of the secret or of another key.
    #[must_use]
    pub fn derive(&self, purpose: &str) -> [u8; 32] {
        keyed(&self.0, purpose.as_bytes())
    }

    /// The secret in 64 hexadecimal digits, to be written to a file that only the program may read.
    #[must_use]
    pub fn reveal(&self) -> String {
        data_encoding::HEXLOWER.encode(&self.0)
    }
}

/// HMAC-SHA-256.
pub(crate) fn keyed(key: &[u8; 32], words: &[u8]) -> [u8; 32] {
    // A key of 32 bytes is shorter than a block, so padding it with zeros is what HMAC prescribes for any key.
    let mut block = hmac::digest::generic_array::GenericArray::default();
    block[..32].copy_from_slice(key);
    let mut mac = <Hmac<Sha256> as hmac::digest::KeyInit>::new(&block);
    mac.update(words);
    mac.finalize().into_bytes().into()
}

impl FromStr for Secret {
    type Err = SecretError;
    fn from_str(text: &str) -> Result<Self, SecretError> {
        let bytes = data_encoding::HEXLOWER_PERMISSIVE.decode(text.trim().as_bytes()).map_err(|_| SecretError)?;
        bytes.try_into().map(Self).map_err(|_| SecretError)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_database_is_named_as_people_write_it() {
        assert_eq!("sqlite:data/m.db".parse(), Ok(DatabaseUrl::Sqlite("data/m.db".into())));
        assert_eq!("sqlite:///srv/m.db".parse(), Ok(DatabaseUrl::Sqlite("/srv/m.db".into())));
        assert!("postgres://a:b@h/d".parse::<DatabaseUrl>().is_ok());
        for text in ["", "sqlite:", "sqlite://", "sqlite::memory:", "mysql://a/b", "postgres://", "/srv/m.db", "postgres://a b/c"] {
            assert_eq!(text.parse::<DatabaseUrl>(), Err(DatabaseUrlError), "{text}");
        }
    }

    #[test]
    fn a_keyed_digest_is_the_known_one() {
        // RFC 4231, test case 2, with its key padded with zeros as HMAC does.
        let mut key = [0; 32];
        key[..4].copy_from_slice(b"Jefe");
        let digest = keyed(&key, b"what do ya want for nothing?");
        assert_eq!(data_encoding::HEXLOWER.encode(&digest), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    #[test]
    fn a_secret_reads_back_and_is_never_shown() {
        let secret = Secret::from_bytes([7; 32]);
        assert_eq!(secret.reveal().parse(), Ok(secret.clone()));
        assert_eq!(format!("{secret:?}"), "Secret(…)");
        assert_ne!(secret.derive("a"), secret.derive("b"));
        assert_eq!("07".parse::<Secret>(), Err(SecretError));
    }

    proptest! {
        #[test]
        fn no_text_makes_the_reader_stumble(text in ".*") {
            let _ = text.parse::<DatabaseUrl>();
        }

        #[test]
        fn a_path_reads_back_as_it_was_written(path in "[a-z][a-z0-9_/.-]{0,40}") {
            let url = DatabaseUrl::Sqlite(path.into());
            prop_assert_eq!(url.to_string().parse(), Ok(url));
        }

        #[test]
        fn a_password_is_never_shown(password in "[A-Z0-9]{8,20}", query in "(\\?password=[A-Z]{8})?") {
            let url: DatabaseUrl = format!("postgres://app:{password}@db.example/m{query}").parse().unwrap();
            let shown = format!("{url} {url:?}");
            prop_assert!(!shown.contains(&password) && !shown.contains("password"));
        }
    }
}
