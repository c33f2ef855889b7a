//! The tables of this room: sources, passages, sessions, codes, codings and what was settled of a process; and the review of
//! literature of a municipality.

pub mod codings;
pub mod review;
pub mod sources;

use store::Migration;

/// The tables, in the order in which they came.
pub const MIGRATIONS: &[Migration] = &[
    Migration { room: "study", number: 1, name: "sources, codes and codings", sql: include_str!("001-study.sql") },
    Migration { room: "study", number: 2, name: "a review of literature", sql: include_str!("002-review.sql") },
];
