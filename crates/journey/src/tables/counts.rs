//! How a process, or the whole municipality, is doing: numerators and denominators, the bad ones too (H3.9).

use kernel::{Date, ProcessId, TenantId};
use store::{Error, Row, Session, sql, values};

/// How many contributions came how far. Withdrawn ones are counted apart and nowhere else.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Came in and were not withdrawn: the denominator of all others.
    pub received: i64,
    /// Were screened.
    pub screened: i64,
    /// Have an outcome.
    pub decided: i64,
    /// Have a published answer.
    pub answered: i64,
    /// Lie still (X1, X2 or X7).
    pub stranded: i64,
    /// Were withdrawn by their authors.
    pub withdrawn: i64,
    /// Days from coming in to the published answer, for the one in the middle (the lower one of two); `None` without answers.
    pub median_days: Option<i64>,
}

/// The counts of one process on `today`.
///
/// # Errors
/// What the store says.
pub async fn counts(s: &mut Session, tenant: TenantId, process: ProcessId, today: Date) -> Result<Counts, Error> {
    let row = s
        .one(
            sql!(
                "SELECT CAST(coalesce(sum(CASE WHEN t.track <> 'withdrawn' THEN 1 ELSE 0 END), 0) AS BIGINT) AS received,
                 CAST(coalesce(sum(CASE WHEN t.track <> 'withdrawn' AND d.state <> 'S1' THEN 1 ELSE 0 END), 0) AS BIGINT) AS screened,
                 CAST(coalesce(sum(CASE WHEN t.track <> 'withdrawn' AND d.outcome IS NOT NULL THEN 1 ELSE 0 END), 0) AS BIGINT) AS decided,
                 CAST(coalesce(sum(CASE WHEN t.track <> 'withdrawn' AND t.answered IS NOT NULL THEN 1 ELSE 0 END), 0) AS BIGINT) AS answered,
                 CAST(coalesce(sum(CASE WHEN t.track = 'withdrawn' THEN 1 ELSE 0 END), 0) AS BIGINT) AS withdrawn,
                 CAST(coalesce(sum(CASE WHEN t.track IN ('along', 'fed-back') AND (
                   (d.until < $3 AND d.state IN ('S1', 'S2', 'S2a', 'S2b', 'S3', 'S4', 'S5', 'S6', 'S6a', 'S7', 'S8', 'S10', 'S11', 'S12', 'S13',
                     'S14', 'S16'))
                   OR (d.bounces >= 2 AND d.department IS NULL AND d.state IN ('S2', 'S3', 'S4'))) THEN 1 ELSE 0 END), 0) AS BIGINT) AS stranded
                 FROM travelling t JOIN dossier d ON d.tenant = t.tenant AND d.id = t.dossier
                 WHERE t.tenant = $1 AND d.process = $2 AND t.gone = FALSE"
            ),
            &values![tenant, process, today],
        )
        .await?;
    let mut counts = read(&row)?;
    if counts.answered > 0 {
        let middle = s
            .one(
                sql!(
                    "SELECT t.answered - t.received AS took FROM travelling t JOIN dossier d ON d.tenant = t.tenant AND d.id = t.dossier
                     WHERE t.tenant = $1 AND d.process = $2 AND t.gone = FALSE AND t.track <> 'withdrawn' AND t.answered IS NOT NULL
                     ORDER BY t.answered - t.received LIMIT 1 OFFSET $3"
                ),
                &values![tenant, process, (counts.answered - 1) / 2],
            )
            .await?;
        counts.median_days = Some(days(middle.get("took")?));
    }
    Ok(counts)
}

/// The counts of the whole municipality on `today`.
///
/// # Errors
/// What the store says.
pub async fn counts_of_all(s: &mut Session, tenant: TenantId, today: Date) -> Result<Counts, Error> {
    let row = s
        .one(
            sql!(
                "SELECT CAST(coalesce(sum(CASE WHEN t.track <> 'withdrawn' THEN 1 ELSE 0 END), 0) AS BIGINT) AS received,
                 CAST(coalesce(sum(CASE WHEN t.track <> 'withdrawn' AND d.state <> 'S1' THEN 1 ELSE 0 END), 0) AS BIGINT) AS screened,
                 CAST(coalesce(sum(CASE WHEN t.track <> 'withdrawn' AND d.outcome IS NOT NULL THEN 1 ELSE 0 END), 0) AS BIGINT) AS decided,
                 CAST(coalesce(sum(CASE WHEN t.track <> 'withdrawn' AND t.answered IS NOT NULL THEN 1 ELSE 0 END), 0) AS BIGINT) AS answered,
                 CAST(coalesce(sum(CASE WHEN t.track = 'withdrawn' THEN 1 ELSE 0 END), 0) AS BIGINT) AS withdrawn,
                 CAST(coalesce(sum(CASE WHEN t.track IN ('along', 'fed-back') AND (
                   (d.until < $2 AND d.state IN ('S1', 'S2', 'S2a', 'S2b', 'S3', 'S4', 'S5', 'S6', 'S6a', 'S7', 'S8', 'S10', 'S11', 'S12', 'S13',
                     'S14', 'S16'))
                   OR (d.bounces >= 2 AND d.department IS NULL AND d.state IN ('S2', 'S3', 'S4'))) THEN 1 ELSE 0 END), 0) AS BIGINT) AS stranded
                 FROM travelling t JOIN dossier d ON d.tenant = t.tenant AND d.id = t.dossier
                 WHERE t.tenant = $1 AND t.gone = FALSE"
            ),
            &values![tenant, today],
        )
        .await?;
    let mut counts = read(&row)?;
    if counts.answered > 0 {
        let middle = s
            .one(
                sql!(
                    "SELECT answered - received AS took FROM travelling
                     WHERE tenant = $1 AND gone = FALSE AND track <> 'withdrawn' AND answered IS NOT NULL
                     ORDER BY answered - received LIMIT 1 OFFSET $2"
                ),
                &values![tenant, (counts.answered - 1) / 2],
            )
            .await?;
        counts.median_days = Some(days(middle.get("took")?));
    }
    Ok(counts)
}

fn read(row: &Row) -> Result<Counts, Error> {
    Ok(Counts {
        received: row.get("received")?,
        screened: row.get("screened")?,
        decided: row.get("decided")?,
        answered: row.get("answered")?,
        stranded: row.get("stranded")?,
        withdrawn: row.get("withdrawn")?,
        median_days: None,
    })
}

/// Whole days in so many microseconds; a day begun counts, so that an answer on the same day took one.
const fn days(micros: i64) -> i64 {
    micros / 86_400_000_000 + 1
}
