//! The tables of this room.

pub(crate) mod plan;
pub(crate) mod separate;
pub(crate) mod sheet;

/// The tables of this room.
pub const MIGRATIONS: &[store::Migration] = &[
    store::Migration { room: "measure", number: 1, name: "measurement plans and questionnaires", sql: include_str!("001.sql") },
    store::Migration { room: "measure", number: 2, name: "paper that a second person checks", sql: include_str!("002-checked.sql") },
    store::Migration { room: "measure", number: 3, name: "what staff answers", sql: include_str!("003-staff.sql") },
    store::Migration { room: "measure", number: 4, name: "separate answers for research", sql: include_str!("004-separate.sql") },
];
