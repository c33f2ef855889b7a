//! Forms: what was typed becomes a charter or a reason, or comes back with what is wrong.

pub mod charter;
pub mod guide;
mod read;

pub use read::{date, line, prose, whole_number};
