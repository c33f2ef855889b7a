//! What stands around every page: security headers, measurements, the page cache.

pub mod cache;
pub mod headers;
pub mod metrics;
