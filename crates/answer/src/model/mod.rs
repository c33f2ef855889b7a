//! The rules of this room, without IO.

pub mod month;
pub mod motivation;
pub mod plain;
pub mod sentence;
pub mod subscription;
pub mod template;
