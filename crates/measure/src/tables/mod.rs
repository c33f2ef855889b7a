//! The tables of this room.

pub(crate) mod plan;
pub(crate) mod sheet;

/// The tables of this room.
pub const MIGRATIONS: &[store::Migration] =
    &[store::Migration { room: "measure", number: 1, name: "measurement plans and questionnaires", sql: include_str!("001.sql") }];
