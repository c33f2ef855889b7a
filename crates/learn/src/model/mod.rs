//! The rules of this room, without database or pages.

pub(crate) mod alone;
pub mod days;
pub mod evaluation;
pub mod fact;
pub mod figure;
pub mod indicator;
pub mod overview;
pub mod quarter;
pub mod trace;
