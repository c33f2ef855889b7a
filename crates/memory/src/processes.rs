//! What this room must know of processes. They are of a later room, which tells it when the house is put together.

use async_trait::async_trait;
use kernel::{ProcessId, TenantId};
use store::texts::LanguageSet;
use store::{Error, Session};

/// A process by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedProcess {
    /// Which.
    pub id: ProcessId,
    /// Its name.
    pub title: LanguageSet,
    /// Its address, when everybody may read it.
    pub href: Option<String>,
}

/// Who knows the names of processes.
#[async_trait]
pub trait Processes: Send + Sync {
    /// Those of `ids` that are there.
    ///
    /// # Errors
    /// When the database cannot be read.
    async fn named(&self, s: &mut Session, tenant: TenantId, ids: &[ProcessId]) -> Result<Vec<NamedProcess>, Error>;

    /// The newest, `most` at most.
    ///
    /// # Errors
    /// When the database cannot be read.
    async fn newest(&self, s: &mut Session, tenant: TenantId, most: i64) -> Result<Vec<NamedProcess>, Error>;
}

/// A house without processes.
#[derive(Debug, Clone, Copy)]
pub struct Nowhere;

#[async_trait]
impl Processes for Nowhere {
    async fn named(&self, _: &mut Session, _: TenantId, _: &[ProcessId]) -> Result<Vec<NamedProcess>, Error> {
        Ok(Vec::new())
    }
    async fn newest(&self, _: &mut Session, _: TenantId, _: i64) -> Result<Vec<NamedProcess>, Error> {
        Ok(Vec::new())
    }
}
