//! The tables of this room.

pub(crate) mod counting;
pub(crate) mod counts;
pub(crate) mod evaluation;
pub(crate) mod facts;
pub(crate) mod group_counts;
pub(crate) mod reach;
pub(crate) mod setting;
