//! The tables of this room: `process`, `charter` and `charter_moment`; of the guide: `guide`, `guide_answer`, `guide_aim`,
//! `guide_text`, `guide_rule` and `guide_lesson`; `charter_guide`, `process_copy` and `organisation_fact`; `plan` and
//! `plan_area`.

pub mod charter;
pub mod copy;
pub mod guide;
pub mod organisation;
pub mod plan;
pub mod process;

use store::Migration;

/// The tables, in the order in which they came.
pub const MIGRATIONS: &[Migration] = &[
    Migration { room: "design", number: 1, name: "process and charter", sql: include_str!("001.sql") },
    Migration { room: "design", number: 2, name: "design guide", sql: include_str!("002-guide.sql") },
    Migration { room: "design", number: 3, name: "plans of departments", sql: include_str!("003-plans.sql") },
    Migration { room: "design", number: 4, name: "whose process it is", sql: include_str!("004-variants.sql") },
    Migration { room: "design", number: 5, name: "lessons, copies and what holds for all", sql: include_str!("005-lessons.sql") },
    Migration { room: "design", number: 6, name: "with which versions roles are told", sql: include_str!("006-roles-told.sql") },
];
