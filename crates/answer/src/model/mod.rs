//! The rules of this room, without IO.

pub mod motivation;
pub mod month;
pub mod plain;
pub mod sentence;
pub mod subscription;
