//! Where answers are gathered, and the one result that came of them (F5, presterend).

use kernel::{AdviceId, Date, DepartmentId, DossierId, Instant, ProcessId, TenantId, TextId};
use store::{Error, Row, Session, Tx, sql, values};

/// What came out of what was gathered: said once, for everybody who took part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GatheredResult {
    /// The advice that it is written with.
    pub advice: AdviceId,
    /// On which dossier.
    pub dossier: DossierId,
    /// Of which process.
    pub process: ProcessId,
    /// How many took part and did not withdraw, when it was written.
    pub respondents: i64,
    /// What people said, in words.
    pub words: TextId,
    /// Why the municipality does with it what it does.
    pub motive: TextId,
    /// How often something was said.
    pub counts: Vec<ResultCount>,
    /// What is done with it, by which department, until which day; `None` when nothing changes now.
    pub deed: Option<(TextId, DepartmentId, Date)>,
    /// Whether the competent body decides, because it takes means.
    pub by_decision: bool,
    /// When.
    pub at: Instant,
}

/// How many people said something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ResultCount {
    /// What they said.
    pub label: TextId,
    /// How many.
    pub many: i64,
}

/// The dossier in which what comes in for a process was gathered last.
pub(crate) async fn gathering(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<Option<DossierId>, Error> {
    s.optional(
        sql!("SELECT dossier FROM gathering WHERE tenant = $1 AND process = $2 ORDER BY begun_at DESC, dossier DESC LIMIT 1"),
        &values![tenant, process],
    )
    .await?
    .map(|row| row.get("dossier"))
    .transpose()
}

/// From now on what comes in is gathered in this dossier.
pub(crate) async fn begin_gathering(
    tx: &mut Tx,
    tenant: TenantId,
    process: ProcessId,
    dossier: DossierId,
    at: Instant,
) -> Result<(), Error> {
    tx.run(
        sql!(
            "INSERT INTO gathering (tenant, process, dossier, begun_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (tenant, process, dossier) DO UPDATE SET begun_at = $4"
        ),
        &values![tenant, process, dossier, at],
    )
    .await
    .map(drop)
}

pub(crate) async fn add_result(tx: &mut Tx, tenant: TenantId, it: &GatheredResult) -> Result<(), Error> {
    let (deed, department, until) = match it.deed {
        Some((deed, department, until)) => (Some(deed), Some(department), Some(until)),
        None => (None, None, None),
    };
    tx.run(
        sql!(
            "INSERT INTO gathered_result (tenant, advice, dossier, process, respondents, deed, department, until_day, by_decision, given_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        &values![tenant, it.advice, it.dossier, it.process, it.respondents, deed, department, until, it.by_decision, it.at],
    )
    .await?;
    for (place, count) in it.counts.iter().enumerate() {
        tx.run(
            sql!("INSERT INTO gathered_count (tenant, advice, place, label, many) VALUES ($1, $2, $3, $4, $5)"),
            &values![tenant, it.advice, i64::try_from(place).unwrap_or(i64::MAX), count.label, count.many],
        )
        .await?;
    }
    Ok(())
}

fn read(row: &Row) -> Result<GatheredResult, Error> {
    let deed: (Option<TextId>, Option<DepartmentId>, Option<Date>) = (row.get("deed")?, row.get("department")?, row.get("until_day")?);
    Ok(GatheredResult {
        advice: row.get("advice")?,
        dossier: row.get("dossier")?,
        process: row.get("process")?,
        respondents: row.get("respondents")?,
        words: row.get("words")?,
        motive: row.get("motive")?,
        counts: Vec::new(),
        deed: match deed {
            (Some(deed), Some(department), Some(until)) => Some((deed, department, until)),
            _ => None,
        },
        by_decision: row.get("by_decision")?,
        at: row.get("given_at")?,
    })
}

async fn with_counts(s: &mut Session, tenant: TenantId, rows: &[Row]) -> Result<Vec<GatheredResult>, Error> {
    let mut found = rows.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    for it in &mut found {
        let counts = s
            .all(
                sql!("SELECT label, many FROM gathered_count WHERE tenant = $1 AND advice = $2 ORDER BY place"),
                &values![tenant, it.advice],
            )
            .await?;
        it.counts =
            counts.iter().map(|row| Ok(ResultCount { label: row.get("label")?, many: row.get("many")? })).collect::<Result<_, Error>>()?;
    }
    Ok(found)
}

/// The results on a dossier, newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn results(s: &mut Session, tenant: TenantId, dossier: DossierId) -> Result<Vec<GatheredResult>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT r.advice, r.dossier, r.process, r.respondents, r.deed, r.department, r.until_day, r.by_decision, r.given_at, a.words, a.motive
                 FROM gathered_result r JOIN advice a ON a.tenant = r.tenant AND a.id = r.advice
                 WHERE r.tenant = $1 AND r.dossier = $2 ORDER BY r.given_at DESC, r.advice DESC LIMIT 50"
            ),
            &values![tenant, dossier],
        )
        .await?;
    with_counts(s, tenant, &rows).await
}

/// The results of a process, newest first, at most `limit`.
///
/// # Errors
/// When the database cannot be read.
pub async fn results_of_process(s: &mut Session, tenant: TenantId, process: ProcessId, limit: i64) -> Result<Vec<GatheredResult>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT r.advice, r.dossier, r.process, r.respondents, r.deed, r.department, r.until_day, r.by_decision, r.given_at, a.words, a.motive
                 FROM gathered_result r JOIN advice a ON a.tenant = r.tenant AND a.id = r.advice
                 WHERE r.tenant = $1 AND r.process = $2 ORDER BY r.given_at DESC, r.advice DESC LIMIT $3"
            ),
            &values![tenant, process, limit],
        )
        .await?;
    with_counts(s, tenant, &rows).await
}
