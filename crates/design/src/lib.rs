//! Ontwerpen: the charter of a process, before anybody is asked anything.
//!
//! A process has a charter in versions. A version is written as a draft, is published when nothing is missing that
//! residents must know ([`gaps`]), and is never changed afterwards: a later version says in public why it differs.

mod acts;
mod forms;
mod model;
mod pages {
    pub(crate) mod view;
}
pub mod panels;
mod refusal;
mod tables;

pub use acts::{Created, NewProcess, close, create, draft, give_reason, publish, save_draft};
pub use model::*;
pub use refusal::Refusal;
pub use tables::MIGRATIONS;
pub use tables::charter::{SavedDraft, charter, history};
pub use tables::process::{process, process_by_slug, processes};

/// The words of this room.
pub const TEXTS: &[(&str, &str)] = &[
    ("nl", include_str!("../locales/nl/design.ftl")),
    ("nl", include_str!("../locales/nl/design-staff.ftl")),
    ("en", include_str!("../locales/en/design.ftl")),
    ("en", include_str!("../locales/en/design-staff.ftl")),
    ("ar", include_str!("../locales/ar/design.ftl")),
];
