//! The tables of this room.

pub mod commitments;
pub mod happenings;
pub mod hours;
pub mod milestones;
pub mod photos;
pub(crate) mod signals;
