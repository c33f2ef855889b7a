//! The states, steps, terms and stranding of everything that travels; what is public of it.
//!
//! What travels is a [`Dossier`]: one contribution or a bundle. Screening, assignment, advice and decision
//! belong to the dossier; the answer and its delivery belong to each author ([`Travelling`]). A room never sets
//! a state: it calls [`record`] inside its own transaction with [`evidence`] that it alone constructs, and state,
//! row and journal entry change together. Whatever a page shows of a journey is a read of the journal.

pub mod evidence;
mod model;

pub use model::act::{Act, NewDossier};
pub use model::codes::{AnswerBy, Channel, DeliveryStatus, Outcome, State, StepKind, Stranding, Track, Verdict};
pub use model::dossier::{Agenda, Decided, Dossier, OpenQuestion, Paused, Travelling};
pub use model::event::Event;
pub use model::guards::{GUARDS, NotAllowed};
pub use model::public::PublicStep;
pub use model::step::Step;
pub use model::stranding::{Stranded, stranded};
pub use model::terms::{Civil, Terms};

/// The kind of stream under which the steps of a dossier stand in the journal.
pub const STREAM: &str = "dossier";
