//! The tables of this room and the questions that are asked of them.

pub mod additions;
pub mod answers;
pub mod outcomes;
pub mod regulations;
