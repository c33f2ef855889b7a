//! What stands still elsewhere of what was coded here, and must not outlive an interview that was withdrawn (D031).

use async_trait::async_trait;
use journey::Act;
use kernel::{Date, Instant, ProcessId, TenantId};
use store::{Error, Tx};

/// An interview that was withdrawn. Its words and codings are gone already: what the study tells now is what is left.
#[derive(Debug, Clone, Copy)]
pub struct Withdrawn<'a> {
    /// Of which municipality.
    pub tenant: TenantId,
    /// Of which process.
    pub process: ProcessId,
    /// When it was put in: what stood still before never held it.
    pub added: Instant,
    /// On which day it was withdrawn.
    pub day: Date,
    /// Who does it; nobody when a restored backup is cleaned.
    pub act: Option<&'a Act<'a>>,
}

/// A later room that lets figures of the study stand still. This room stands before it and does not know it.
#[async_trait]
pub trait Frozen: Send + Sync {
    /// Takes an interview out of what stands still.
    ///
    /// # Errors
    /// What the database says; then the interview is not withdrawn either.
    async fn withdrawn(&self, tx: &mut Tx, interview: &Withdrawn<'_>) -> Result<(), Error>;
}

/// Where nothing stands still.
#[async_trait]
impl Frozen for () {
    async fn withdrawn(&self, _: &mut Tx, _: &Withdrawn<'_>) -> Result<(), Error> {
        Ok(())
    }
}
