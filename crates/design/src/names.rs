//! The names of processes, for the room that remembers: it stands before this one.

use crate::tables::process::{named, titles};
use async_trait::async_trait;
use kernel::{ProcessId, TenantId};
use memory::{NamedProcess, Processes};
use store::{Error, Session};

/// Tells the names of processes.
#[derive(Debug, Clone, Copy)]
pub struct Names;

fn address(slug: &str) -> String {
    format!("/processen/{slug}")
}

#[async_trait]
impl Processes for Names {
    async fn named(&self, s: &mut Session, tenant: TenantId, ids: &[ProcessId]) -> Result<Vec<NamedProcess>, Error> {
        let found = named(s, tenant, ids).await?;
        // The name of what is not public yet is nobody's business.
        let public = |(id, title, slug): (ProcessId, _, Option<String>)| Some(NamedProcess { id, title, href: Some(address(&slug?)) });
        Ok(found.into_iter().filter_map(public).collect())
    }

    async fn newest(&self, s: &mut Session, tenant: TenantId, most: i64) -> Result<Vec<NamedProcess>, Error> {
        let found = titles(s, tenant, most).await?;
        Ok(found.into_iter().map(|(id, title)| NamedProcess { id, title, href: None }).collect())
    }
}
