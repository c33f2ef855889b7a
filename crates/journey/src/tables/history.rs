//! The whole way of a dossier, step by step, for whoever counts what happened (catalogue G).

use super::recording::advance;
use super::rows::broken;
use crate::model::dossier::Dossier;
use crate::model::event::Event;
use kernel::{DossierId, Instant, TenantId};
use store::{Error, Session, journal, sql, values};

/// A moment of a way.
#[derive(Debug, Clone, Copy)]
pub enum Passing<'a> {
    /// Something is about to happen at `at`; so the dossier stood until then.
    Before {
        /// How it stood.
        dossier: &'a Dossier,
        /// Until when.
        at: Instant,
    },
    /// Something happened at `at`.
    After {
        /// What.
        event: &'a Event,
        /// How the dossier stands since.
        dossier: &'a Dossier,
        /// When.
        at: Instant,
    },
}

/// Shows every moment of a dossier in the order of its journal, and gives the dossier as it stands at the end; `None` when the
/// journal knows no such dossier.
///
/// # Errors
/// What the store says, and [`Error::Broken`] when an entry cannot be read.
pub async fn history(
    s: &mut Session,
    tenant: TenantId,
    id: DossierId,
    mut shown: impl FnMut(Passing<'_>) + Send,
) -> Result<Option<Dossier>, Error> {
    let mut standing: Option<Dossier> = None;
    for recorded in journal::stream(s, tenant, id.uuid()).await? {
        let at = recorded.at;
        if let Some(dossier) = &standing {
            shown(Passing::Before { dossier, at });
        }
        let event = advance(&mut standing, tenant, id, &recorded)?;
        let dossier = standing.as_ref().ok_or_else(|| broken("a dossier begins with a receipt"))?;
        shown(Passing::After { event: &event, dossier, at });
    }
    Ok(standing)
}

/// The ids of all dossiers in order, from `after` on: for whoever walks through all of them, a page at a time.
///
/// # Errors
/// What the store says.
pub async fn ids(s: &mut Session, tenant: TenantId, after: Option<DossierId>, limit: i64) -> Result<Vec<DossierId>, Error> {
    let rows = match after {
        Some(after) => {
            let sql = sql!("SELECT id FROM dossier WHERE tenant = $1 AND id > $2 ORDER BY id LIMIT $3");
            s.all(sql, &values![tenant, after, limit]).await?
        }
        None => s.all(sql!("SELECT id FROM dossier WHERE tenant = $1 ORDER BY id LIMIT $2"), &values![tenant, limit]).await?,
    };
    rows.iter().map(|row| row.get("id")).collect()
}
