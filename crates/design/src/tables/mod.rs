//! The tables of this room: `process`, `charter` and `charter_moment`.

pub mod charter;
pub mod process;

use store::Migration;

/// The tables, in the order in which they came.
pub const MIGRATIONS: &[Migration] = &[Migration { room: "design", number: 1, name: "process and charter", sql: include_str!("001.sql") }];
