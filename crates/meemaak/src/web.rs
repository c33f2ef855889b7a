//! What stands around every page: measurements, the page cache, and the addresses for whoever keeps the program running.

pub mod cache;
pub mod metrics;
pub mod upkeep;
