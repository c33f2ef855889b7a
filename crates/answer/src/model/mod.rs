//! The rules of this room, without IO.

pub mod motivation;
pub mod plain;
