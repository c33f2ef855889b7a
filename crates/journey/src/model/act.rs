//! Who does something when, and what comes in.

use super::codes::{AnswerBy, Channel};
use super::terms::Civil;
use kernel::{Actor, AreaId, ContributionId, Date, DossierId, Instant, ProcessId, PublicNumber, TenantId};

/// Somebody does something at a moment, in the calendar of a municipality.
#[derive(Debug, Clone, Copy)]
pub struct Act<'a> {
    /// The municipality.
    pub tenant: TenantId,
    /// Who.
    pub actor: &'a Actor,
    /// When.
    pub at: Instant,
    /// The zone, calendar and terms that count.
    pub civil: &'a Civil,
}

/// A contribution that comes in, to travel in a dossier of its own at first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDossier {
    /// The id of the dossier.
    pub id: DossierId,
    /// The process.
    pub process: ProcessId,
    /// The area it is about, when it is about one.
    pub area: Option<AreaId>,
    /// The contribution.
    pub contribution: ContributionId,
    /// Its public number.
    pub number: PublicNumber,
    /// How it came in.
    pub channel: Channel,
    /// How its author wants the answer.
    pub answer_by: AnswerBy,
    /// The day on which it was said or written.
    pub captured: Date,
}
