//! Words of a municipality with which its answers begin.

use crate::model::motivation::Part;
use journey::Outcome;
use kernel::{Instant, Language, TenantId};
use std::collections::BTreeMap;
use store::{Error, Row, Session, Tx, sql, values};

/// Words of a municipality with which an answer begins when that was decided, in the place of those that are shipped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beginning {
    /// What was decided.
    pub outcome: Outcome,
    /// The language of the words.
    pub language: Language,
    /// The words of each part.
    pub words: BTreeMap<Part, String>,
    /// When they were saved.
    pub saved: Instant,
}

/// The column of each part.
const COLUMNS: [(Part, &str); 4] =
    [(Part::Done, "done"), (Part::Criterion, "criterion"), (Part::WhyNot, "why_not"), (Part::Coming, "coming")];

fn read(row: &Row) -> Result<Beginning, Error> {
    let outcome: String = row.get("outcome")?;
    let mut words = BTreeMap::new();
    for (part, column) in COLUMNS {
        if let Some(text) = row.get::<Option<String>>(column)? {
            words.insert(part, text);
        }
    }
    Ok(Beginning {
        outcome: Outcome::from_code(&outcome).ok_or_else(|| Error::Broken(format!("an answer has no outcome «{outcome}»")))?,
        language: row.get("language")?,
        words,
        saved: row.get("saved")?,
    })
}

/// The own words for one outcome in one language.
///
/// # Errors
/// When the database does not answer.
pub async fn beginning(s: &mut Session, tenant: TenantId, outcome: Outcome, language: Language) -> Result<Option<Beginning>, Error> {
    let sql = sql!("SELECT * FROM answer_beginning WHERE tenant = $1 AND outcome = $2 AND language = $3");
    s.optional(sql, &values![tenant, outcome.code(), language]).await?.as_ref().map(read).transpose()
}

/// The own words for one outcome, in every language that has them.
///
/// # Errors
/// When the database does not answer.
pub async fn of_outcome(s: &mut Session, tenant: TenantId, outcome: Outcome) -> Result<Vec<Beginning>, Error> {
    let sql = sql!("SELECT * FROM answer_beginning WHERE tenant = $1 AND outcome = $2 ORDER BY language");
    s.all(sql, &values![tenant, outcome.code()]).await?.iter().map(read).collect()
}

/// All own words: at most one for each outcome and language that is shipped.
///
/// # Errors
/// When the database does not answer.
pub async fn all(s: &mut Session, tenant: TenantId) -> Result<Vec<Beginning>, Error> {
    let sql = sql!("SELECT * FROM answer_beginning WHERE tenant = $1 ORDER BY outcome, language");
    s.all(sql, &values![tenant]).await?.iter().map(read).collect()
}

/// Keeps own words in the place of those before.
pub(crate) async fn keep(tx: &mut Tx, tenant: TenantId, it: &Beginning) -> Result<(), Error> {
    let part = |part: Part| it.words.get(&part).cloned();
    tx.run(
        sql!(
            "INSERT INTO answer_beginning (tenant, outcome, language, done, criterion, why_not, coming, saved)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
             ON CONFLICT (tenant, outcome, language) DO UPDATE SET done = excluded.done, criterion = excluded.criterion,
             why_not = excluded.why_not, coming = excluded.coming, saved = excluded.saved"
        ),
        &values![
            tenant,
            it.outcome.code(),
            it.language,
            part(Part::Done),
            part(Part::Criterion),
            part(Part::WhyNot),
            part(Part::Coming),
            it.saved
        ],
    )
    .await
    .map(drop)
}

/// Takes own words away; the shipped ones hold again.
pub(crate) async fn forget(tx: &mut Tx, tenant: TenantId, outcome: Outcome, language: Language) -> Result<(), Error> {
    let sql = sql!("DELETE FROM answer_beginning WHERE tenant = $1 AND outcome = $2 AND language = $3");
    tx.run(sql, &values![tenant, outcome.code(), language]).await.map(drop)
}
