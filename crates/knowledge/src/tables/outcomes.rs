//! How each published charter stood to the regulation that held on that day.

use crate::model::{ComplianceCounts, Outcome};
use kernel::{CharterId, Date, ProcessId, TenantId, TextId};
use store::texts::{LanguageSet, texts};
use store::{Error, Row, Session, Tx, sql, values};

/// How a charter stood to one obligation when it was published.
#[derive(Debug, Clone, PartialEq)]
pub struct BoundOutcome {
    /// Under which version of the regulation.
    pub version: i64,
    /// The number of the article.
    pub article: String,
    /// The key of the obligation.
    pub obligation: String,
    /// How it stood.
    pub outcome: Outcome,
    /// Why it deviates, where it does.
    pub motive: Option<LanguageSet>,
}

/// How a charter stood to the regulation when it was published, in the order of the articles; nothing when there was none.
///
/// # Errors
/// When the database cannot be read.
pub async fn bound(s: &mut Session, tenant: TenantId, charter: CharterId) -> Result<Vec<BoundOutcome>, Error> {
    let sql = sql!(
        "SELECT version, article, obligation, outcome, motive FROM obligation_outcome WHERE tenant = $1 AND charter = $2 ORDER BY place"
    );
    let mut found: Vec<(BoundOutcome, Option<TextId>)> = Vec::new();
    for row in s.all(sql, &values![tenant, charter]).await? {
        let code: String = row.get("outcome")?;
        let Some(outcome) = Outcome::of_code(&code) else { continue };
        let its = BoundOutcome {
            version: row.get("version")?,
            article: row.get("article")?,
            obligation: row.get("obligation")?,
            outcome,
            motive: None,
        };
        found.push((its, row.get("motive")?));
    }
    let places: Vec<TextId> = found.iter().filter_map(|(_, place)| *place).collect();
    let words: std::collections::BTreeMap<TextId, LanguageSet> = texts(s, tenant, &places).await?.into_iter().collect();
    Ok(found.into_iter().map(|(its, place)| BoundOutcome { motive: place.and_then(|it| words.get(&it).cloned()), ..its }).collect())
}

/// Of which charter an outcome is kept.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// The municipality.
    pub tenant: TenantId,
    /// The process.
    pub process: ProcessId,
    /// The charter.
    pub charter: CharterId,
    /// The day of its publication.
    pub day: Date,
}

/// The charters that a process had before hold no longer.
pub async fn release(tx: &mut Tx, of: Binding) -> Result<(), Error> {
    let sql = sql!("UPDATE obligation_outcome SET holds = FALSE WHERE tenant = $1 AND process = $2");
    tx.run(sql, &values![of.tenant, of.process]).await.map(drop)
}

/// Keeps how a charter stands to one obligation.
pub async fn keep(tx: &mut Tx, of: Binding, place: i64, its: &BoundOutcome, motive: Option<TextId>) -> Result<(), Error> {
    let sql = sql!(
        "INSERT INTO obligation_outcome (tenant, charter, place, process, version, article, obligation, outcome, motive, day, holds)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, TRUE)"
    );
    let (article, obligation) = (its.article.as_str(), its.obligation.as_str());
    let values = values![of.tenant, of.charter, place, of.process, its.version, article, obligation, its.outcome.code(), motive, of.day];
    tx.run(sql, &values).await.map(drop)
}

/// Notes that something which nobody could tell at publication is met since.
pub async fn meet(tx: &mut Tx, tenant: TenantId, process: ProcessId, obligation: &str) -> Result<u64, Error> {
    let sql = sql!(
        "UPDATE obligation_outcome SET outcome = 'met' WHERE tenant = $1 AND process = $2 AND obligation = $3 AND outcome = 'untold'
         AND holds = TRUE"
    );
    tx.run(sql, &values![tenant, process, obligation]).await
}

fn counted(rows: &[Row]) -> Result<ComplianceCounts, Error> {
    let mut counts = ComplianceCounts::default();
    for row in rows {
        let (code, many): (String, i64) = (row.get("outcome")?, row.get("many")?);
        match Outcome::of_code(&code) {
            Some(Outcome::Met) => counts.met = many,
            Some(Outcome::NotMet) => (counts.not_met, counts.motivated) = (many, row.get("motivated")?),
            Some(Outcome::Untold) => counts.untold = many,
            None => {}
        }
    }
    Ok(counts)
}

/// How the charters that hold stand to the regulation, of those that were published from a day to a day (G073). They are counts
/// of obligations, never of people: nothing of it is too small to show.
///
/// # Errors
/// When the database cannot be read.
pub async fn compliance(s: &mut Session, tenant: TenantId, from: Date, to: Date) -> Result<ComplianceCounts, Error> {
    let sql = sql!(
        "SELECT outcome, CAST(COUNT(*) AS BIGINT) AS many, CAST(COUNT(motive) AS BIGINT) AS motivated FROM obligation_outcome
         WHERE tenant = $1 AND day >= $2 AND day <= $3 AND holds = TRUE GROUP BY outcome"
    );
    counted(&s.all(sql, &values![tenant, from, to]).await?)
}

/// As [`compliance`], of one process.
///
/// # Errors
/// When the database cannot be read.
pub async fn compliance_of(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<ComplianceCounts, Error> {
    let sql = sql!(
        "SELECT outcome, CAST(COUNT(*) AS BIGINT) AS many, CAST(COUNT(motive) AS BIGINT) AS motivated FROM obligation_outcome
         WHERE tenant = $1 AND process = $2 AND holds = TRUE GROUP BY outcome"
    );
    counted(&s.all(sql, &values![tenant, process]).await?)
}
