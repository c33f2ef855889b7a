//! What a room shows on a page of a room that stands before it.
//!
//! A room imports only what stands above it, so the page of a journey cannot ask the room that carries out. It asks the
//! house, which was given the panels of all rooms when it was put together.

use crate::context::Context;
use crate::fault::Fault;
use async_trait::async_trait;
use kernel::{ContributionId, DossierId, ProcessId};

/// On which page a panel stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// «Mijn werk» of whoever signed in.
    Desk,
    /// The dossier, for staff.
    Dossier(DossierId),
    /// The public journey of a contribution.
    Journey(ContributionId),
    /// The public page of a process.
    Process(ProcessId),
}

/// A piece of a page. Headings begin at the second level.
#[async_trait]
pub trait Panel: Send + Sync {
    /// The piece as HTML; empty when there is nothing to show there.
    ///
    /// # Errors
    /// When the database does not answer.
    async fn draw(&self, ctx: &Context, spot: Spot) -> Result<String, Fault>;
}

impl Context {
    /// What all rooms show at this spot, in the order of the house.
    ///
    /// # Errors
    /// When a room cannot draw its piece.
    pub async fn panels(&self, spot: Spot) -> Result<String, Fault> {
        let mut drawn = String::new();
        for panel in &self.app.panels {
            drawn.push_str(&panel.draw(self, spot).await?);
        }
        Ok(drawn)
    }
}
