//! Types and rules of contributing, without database or page.

pub mod code;
pub mod contribution;
pub mod passage;
pub mod photo;
pub mod place;
pub mod privacy;
pub mod rules;
pub mod sheet;
pub mod theme;
