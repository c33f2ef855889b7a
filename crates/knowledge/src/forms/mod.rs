//! Forms: what was typed becomes an article or an addition, or comes back with what is wrong.

pub mod addition;
pub mod article;
mod read;

pub use read::{Setting, date, set};
