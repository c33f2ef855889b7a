//! Who holds the dossiers of a process, or of a municipality.

use crate::model::codes::State;
use kernel::{AccountId, ProcessId, TenantId};
use store::{Error, Session, ToValue as _, Value, sql, values};

/// The states in which a dossier is handed over from one holder to the next: as [`holders`] asks the database.
const HELD: [State; 8] = [
    State::FrameCheck,
    State::Assessed,
    State::Questioned,
    State::Table,
    State::Means,
    State::Escalated,
    State::AdviceReady,
    State::OnAgenda,
];

/// Who holds dossiers of a process that are on their way to a decision, each with how many, in order of id; so many people at most.
///
/// # Errors
/// What the store says.
pub async fn holders(s: &mut Session, tenant: TenantId, process: ProcessId, most: i64) -> Result<Vec<(AccountId, i64)>, Error> {
    let mut values: Vec<Value> = values![tenant, process, most].into();
    values.extend(HELD.iter().map(|state| state.code().to_value()));
    let rows = s
        .all(
            sql!(
                "SELECT holder, CAST(count(*) AS BIGINT) AS many FROM dossier
                 WHERE tenant = $1 AND process = $2 AND state IN ($4, $5, $6, $7, $8, $9, $10, $11) AND size > 0 AND holder IS NOT NULL
                 GROUP BY holder ORDER BY holder LIMIT $3"
            ),
            &values,
        )
        .await?;
    rows.iter().map(|row| Ok((row.get("holder")?, row.get("many")?))).collect()
}

/// Who holds dossiers of a municipality that are on their way to a decision, in order of id; `after` is the last one of the page
/// before.
///
/// # Errors
/// What the store says.
pub async fn all_holders(s: &mut Session, tenant: TenantId, after: Option<AccountId>, limit: i64) -> Result<Vec<AccountId>, Error> {
    let mut values: Vec<Value> = values![tenant, after.map_or(uuid::Uuid::nil(), |it| it.uuid()), limit].into();
    values.extend(HELD.iter().map(|state| state.code().to_value()));
    let rows = s
        .all(
            sql!(
                "SELECT DISTINCT holder FROM dossier
                 WHERE tenant = $1 AND holder > $2 AND state IN ($4, $5, $6, $7, $8, $9, $10, $11) AND size > 0 ORDER BY holder LIMIT $3"
            ),
            &values,
        )
        .await?;
    rows.iter().map(|row| row.get("holder")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::codes::StepKind;

    #[test]
    fn what_somebody_holds_can_be_handed_over_and_nothing_else() {
        let held: Vec<State> = State::ALL.iter().copied().filter(|state| state.allows(StepKind::HandedOver)).collect();
        assert_eq!(held, HELD);
    }
}
