#![doc = include_str!("../README.md")]

mod ground;
mod read;
mod ring;

pub use ground::{Bounds, Ground, Part};
pub use read::{MOST_BYTES, MOST_PARTS, MOST_RINGS, MOST_SPOTS, Unread};
pub use ring::{Ring, Side, Spot};
