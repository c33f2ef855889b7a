//! Forms: what a person typed, parsed into what the house trusts. What is wrong is said beside its field, and
//! nothing that was typed is lost.

pub mod fields;
pub mod fieldwork;
pub mod idea;
pub mod intake;
pub mod screening;
pub mod translation;
