//! The tables of this room and every query on them.

pub mod batch;
pub mod comment;
pub mod contribution;
pub mod photo;
pub mod recall;
pub mod sheet;
pub mod translation;

/// How the tables come to be.
pub const MIGRATIONS: &[store::Migration] = &[
    store::Migration { room: "voice", number: 1, name: "contributions, their photos, replies and batches", sql: include_str!("001.sql") },
    store::Migration { room: "voice", number: 2, name: "contributions counted", sql: include_str!("002-counted.sql") },
    store::Migration { room: "voice", number: 3, name: "translations", sql: include_str!("003-translations.sql") },
    store::Migration { room: "voice", number: 4, name: "taken back before it came in", sql: include_str!("004-fieldwork.sql") },
    store::Migration { room: "voice", number: 5, name: "parts of a contribution", sql: include_str!("005-parts.sql") },
    store::Migration { room: "voice", number: 6, name: "themes", sql: include_str!("006-themes.sql") },
    store::Migration { room: "voice", number: 7, name: "sheets that a second person checks", sql: include_str!("007-sheets.sql") },
];
