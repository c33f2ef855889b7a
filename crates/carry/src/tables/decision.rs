//! Decisions of the competent body (F1 S13, F2).

use crate::model::Response;
use journey::Outcome;
use kernel::{AccountId, AdviceId, Date, DecisionId, DossierId, Instant, ProcessId, TenantId, TextId};
use store::{Error, Row, Session, Tx, sql, values};

/// One decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Its id.
    pub id: DecisionId,
    /// On which dossier.
    pub dossier: DossierId,
    /// What came of it (F2).
    pub outcome: Outcome,
    /// The body that decided.
    pub body: String,
    /// On which day.
    pub day: Date,
    /// Until when it was put off, when it was.
    pub until: Option<Date>,
    /// How the body decided, for instance «unaniem»; empty when not told.
    pub vote: Option<String>,
    /// What exactly was decided, in public words.
    pub words: TextId,
    /// Why the decision differs from the advice, when it does.
    pub deviation: Option<TextId>,
    /// The advice that lay before the body.
    pub advice: Option<AdviceId>,
    /// Where the body published it: an address of the web, such as a decision in linked data (LBLOD, E1205).
    pub published: Option<String>,
    /// What the municipality does with an initiative of residents (F5); a decision otherwise.
    pub response: Option<Response>,
    /// Why it does that, in public words.
    pub response_motive: Option<TextId>,
    /// When it was written down.
    pub at: Instant,
}

fn read(row: &Row) -> Result<Decision, Error> {
    Ok(Decision {
        id: row.get("id")?,
        dossier: row.get("dossier")?,
        outcome: Outcome::from_code(&row.get::<String>("outcome")?).unwrap_or(Outcome::NotAdopted),
        body: row.get("body")?,
        day: row.get("day")?,
        until: row.get("until_day")?,
        vote: row.get("vote")?,
        words: row.get("words")?,
        deviation: row.get("deviation")?,
        advice: row.get("advice")?,
        published: row.get("published")?,
        response: row.get::<Option<String>>("response")?.as_deref().and_then(Response::of),
        response_motive: row.get("response_motive")?,
        at: row.get("decided_at")?,
    })
}

/// The decisions on a dossier, newest first: a dossier that was put off or reviewed has more than one.
///
/// # Errors
/// When the database cannot be read.
pub async fn decisions(s: &mut Session, tenant: TenantId, dossier: DossierId) -> Result<Vec<Decision>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT id, dossier, outcome, body, day, until_day, vote, words, deviation, advice, published, response, response_motive,
                   decided_at FROM decision
                 WHERE tenant = $1 AND dossier = $2 ORDER BY decided_at DESC, id DESC LIMIT 50"
            ),
            &values![tenant, dossier],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// The last decision on a dossier.
///
/// # Errors
/// When the database cannot be read.
pub async fn decision(s: &mut Session, tenant: TenantId, dossier: DossierId) -> Result<Option<Decision>, Error> {
    Ok(decisions(s, tenant, dossier).await?.into_iter().next())
}

/// How many dossiers of a process a body decided on, and how often the decision differs from the advice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecidedBy {
    /// The body.
    pub body: String,
    /// On how many dossiers it had the last word.
    pub many: i64,
    /// How many of those decisions differ from the advice.
    pub deviating: i64,
}

/// Who decided on the dossiers of a process. Of a dossier with several decisions the last counts, and none of one that is decided on
/// anew: whether that is so is known of the dossier only, so that it is read beside the decisions.
///
/// # Errors
/// When the database cannot be read.
pub async fn decided_by(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<Vec<DecidedBy>, Error> {
    let sql = sql!(
        "SELECT c.body, CAST(count(*) AS BIGINT) AS many,
           CAST(sum(CASE WHEN c.deviation IS NULL THEN 0 ELSE 1 END) AS BIGINT) AS deviating
         FROM dossier d JOIN decision c ON c.tenant = d.tenant AND c.dossier = d.id
         WHERE d.tenant = $1 AND d.process = $2 AND d.size > 0 AND d.outcome IS NOT NULL AND NOT EXISTS (
           SELECT 1 FROM decision l
           WHERE l.tenant = c.tenant AND l.dossier = c.dossier AND (l.decided_at, l.id) > (c.decided_at, c.id))
         GROUP BY c.body ORDER BY c.body"
    );
    let read = |row: &Row| Ok(DecidedBy { body: row.get("body")?, many: row.get("many")?, deviating: row.get("deviating")? });
    s.all(sql, &values![tenant, process]).await?.iter().map(read).collect()
}

pub(crate) async fn add_decision(
    tx: &mut Tx,
    tenant: TenantId,
    process: ProcessId,
    decision: &Decision,
    by: Option<AccountId>,
) -> Result<(), Error> {
    tx.run(
        sql!(
            "INSERT INTO decision (tenant, id, dossier, outcome, body, day, until_day, vote, words, deviation, advice, published, response,
               response_motive, decided_at, decided_by, process)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)"
        ),
        &values![
            tenant,
            decision.id,
            decision.dossier,
            decision.outcome.code(),
            decision.body,
            decision.day,
            decision.until,
            decision.vote,
            decision.words,
            decision.deviation,
            decision.advice,
            decision.published,
            decision.response.map(Response::code),
            decision.response_motive,
            decision.at,
            by,
            process
        ],
    )
    .await?;
    Ok(())
}
