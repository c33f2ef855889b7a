//! The rules of this room, without database or pages.

pub mod code;
pub mod indicator;
pub mod microdata;
pub mod outcome;
pub mod plan;
pub mod sheet;
pub mod statement;
pub mod wave;
