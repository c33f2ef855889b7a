//! The rules of this room, without IO.

mod codes;
pub mod deed;
pub mod lying_still;
pub mod volunteering;

pub use codes::{Doer, Funding, HappeningKind, Lasting, Moment, Signal, Stage, Telling};
