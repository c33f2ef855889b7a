//! The program: settings, command line, the pages that show several rooms together, and what stands around them.

pub mod api;
pub mod checkpoints;
pub mod command;
pub mod config;
pub mod house;
pub mod open_data;
mod pages;
pub mod web;

pub use house::{migrations, open, router, routes, worker};
