//! The states, steps, terms and stranding of everything that travels; what is public of it.
//!
//! What travels is a [`Dossier`]: one contribution or a bundle. Screening, assignment, advice and decision
//! belong to the dossier; the answer and its delivery belong to each author ([`Travelling`]). A room never sets
//! a state: it calls [`record`] inside its own transaction with [`evidence`] that it alone constructs, and state,
//! row and journal entry change together. Whatever a page shows of a journey is a read of the journal.

pub mod evidence;
mod model;
mod tables;

pub use model::act::{Act, NewDossier};
pub use model::codes::{AnswerBy, Channel, ConfirmedBy, DeliveryStatus, Outcome, State, StepKind, Stranding, Track, Verdict};
pub use model::dossier::{Agenda, Decided, DividedPart, Dossier, OpenConsult, OpenObjection, OpenQuestion, Paused, Travelling};
pub use model::event::Event;
pub use model::guards::{GUARDS, NotAllowed, guard_key};
pub use model::public::PublicStep;
pub use model::step::Step;
pub use model::stranding::{Stranded, stranded};
pub use model::terms::{Civil, Terms};
pub use tables::counts::{Counts, counts, counts_of_all};
pub use tables::happened::{Stretch, Turn, Turns, began, counted, lying_still, turns};
pub use tables::history::{Passing, history, ids};
pub use tables::holders::{all_holders, holders};
pub use tables::journeys::{Journey, companions, journey, journey_of, journeys, steps};
pub use tables::lists::{Among, DossierRow, Filter, InHands, Open, led_by, list, listed, outcomes, over_term, to_carry_out};
pub use tables::recording::{Refusal, bundle, divide, dossier, dossiers_of, of_contribution, open, record, record_all, replay, reunite};

/// The tables of this room.
pub const MIGRATIONS: &[store::Migration] = &[
    store::Migration { room: "journey", number: 1, name: "dossiers", sql: include_str!("tables/001-dossiers.sql") },
    store::Migration { room: "journey", number: 2, name: "counted, and listed by state", sql: include_str!("tables/002-counted.sql") },
    store::Migration { room: "journey", number: 3, name: "what lies open beside the way", sql: include_str!("tables/003-beside.sql") },
    store::Migration { room: "journey", number: 4, name: "listed by what is due", sql: include_str!("tables/004-due.sql") },
    store::Migration { room: "journey", number: 5, name: "parts of a contribution", sql: include_str!("tables/005-parts.sql") },
    store::Migration { room: "journey", number: 6, name: "lists of what lies open", sql: include_str!("tables/006-open.sql") },
    store::Migration { room: "journey", number: 7, name: "what was put off comes back", sql: include_str!("tables/007-put-off.sql") },
    store::Migration { room: "journey", number: 8, name: "what is to be carried out", sql: include_str!("tables/008-carried-out.sql") },
    store::Migration { room: "journey", number: 9, name: "what calls for whoever assigns", sql: include_str!("tables/009-called.sql") },
];

/// The kind of stream under which the steps of a dossier stand in the journal.
pub const STREAM: &str = "dossier";
