//! Answers that are late (F3 X7): decided, referred or kept for later, and somebody still waits for the answer after its term.
//! The list is public, so that no promise passes in silence.

use journey::{DossierRow, Filter, State};
use kernel::{Date, DossierId, TenantId};
use store::{Error, Session};

/// The states in which an author is owed an answer, or the answer is still to be delivered.
const OWED: [State; 5] = [State::Decided, State::Referred, State::Parked, State::FedBack, State::Underway];

/// A page of dossiers whose answer is late on `today`, the oldest promise first. `after` is `(due, id)` of the last one of the
/// page before.
///
/// # Errors
/// When the database does not answer.
pub async fn late(
    s: &mut Session,
    tenant: TenantId,
    today: Date,
    after: Option<(Date, DossierId)>,
    limit: i64,
) -> Result<Vec<DossierRow>, Error> {
    let filter = Filter { states: OWED.to_vec(), due_until: Some(today.plus_days(-1)), ..Filter::default() };
    journey::list(s, tenant, &filter, after, limit).await
}
