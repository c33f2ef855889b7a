//! The tables `dossier` and `travelling`, and what is read from them and from the journal.

pub mod counts;
pub mod happened;
pub mod history;
pub mod holders;
pub mod journeys;
pub mod lists;
pub mod recording;
mod rows;
