//! Forms: what was typed becomes a charter, a reason or a plan, or comes back with what is wrong.

pub mod charter;
pub mod guide;
pub mod plan;
mod read;

pub use read::{date, line, prose, whole_number};
