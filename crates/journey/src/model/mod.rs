//! The grammar of a journey: pure rules, no IO.

pub mod act;
pub mod codes;
pub mod dossier;
pub mod event;
pub mod guards;
pub mod public;
pub mod step;
pub mod stranding;
pub mod terms;
