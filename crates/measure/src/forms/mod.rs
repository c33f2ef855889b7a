//! What people fill in, read into the words of this room.

pub(crate) mod answers;
pub(crate) mod plan;
