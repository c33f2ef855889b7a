//! What authors think of their answers.

use kernel::{AnswerId, AreaId, ContributionId, DossierId, Instant, ProcessId, PublicNumber, ReactionId, TenantId, TextId};
use store::{Error, Row, Session, Tx, sql, values};

/// What one author thinks of the answer. Never public as such; counted, and read by who guards the process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reaction {
    /// Its id.
    pub id: ReactionId,
    /// The contribution.
    pub contribution: ContributionId,
    /// The dossier.
    pub dossier: DossierId,
    /// The answer it is about.
    pub answer: Option<AnswerId>,
    /// The public number of the contribution.
    pub number: PublicNumber,
    /// The process.
    pub process: ProcessId,
    /// The area.
    pub area: Option<AreaId>,
    /// Whether the author understood the answer.
    pub understood: Option<bool>,
    /// Whether the author finds that it went fairly, whatever the outcome.
    pub fair: Option<bool>,
    /// Whether the author asks to look at it once more.
    pub review: bool,
    /// What the author adds.
    pub words: Option<String>,
    /// When.
    pub at: Instant,
    /// When a wish for review was settled.
    pub settled: Option<Instant>,
    /// Why it was not granted, when it was not. Public.
    pub declined: Option<TextId>,
}

fn read(row: &Row) -> Result<Reaction, Error> {
    Ok(Reaction {
        id: row.get("id")?,
        contribution: row.get("contribution")?,
        dossier: row.get("dossier")?,
        answer: row.get("answer")?,
        number: row.get("number")?,
        process: row.get("process")?,
        area: row.get("area")?,
        understood: row.get("understood")?,
        fair: row.get("fair")?,
        review: row.get("review")?,
        words: row.get("words")?,
        at: row.get("at")?,
        settled: row.get("settled")?,
        declined: row.get("declined")?,
    })
}

/// One reaction.
///
/// # Errors
/// When the database does not answer.
pub async fn reaction(s: &mut Session, tenant: TenantId, id: ReactionId) -> Result<Option<Reaction>, Error> {
    s.optional(sql!("SELECT * FROM reaction WHERE tenant = $1 AND id = $2"), &values![tenant, id]).await?.as_ref().map(read).transpose()
}

/// The reactions of one author, the oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn of_contribution(s: &mut Session, tenant: TenantId, contribution: ContributionId) -> Result<Vec<Reaction>, Error> {
    let rows = s
        .all(sql!("SELECT * FROM reaction WHERE tenant = $1 AND contribution = $2 ORDER BY at, id"), &values![tenant, contribution])
        .await?;
    rows.iter().map(read).collect()
}

/// Wishes for review that nobody settled, the longest waiting first.
///
/// # Errors
/// When the database does not answer.
pub async fn open_reviews(
    s: &mut Session,
    tenant: TenantId,
    after: Option<(Instant, ReactionId)>,
    limit: i64,
) -> Result<Vec<Reaction>, Error> {
    let (at, id) = after.unwrap_or((Instant::from_micros(i64::MIN), ReactionId::from_uuid(tenant.uuid())));
    let rows = s
        .all(
            sql!(
                "SELECT * FROM reaction WHERE tenant = $1 AND review = TRUE AND settled IS NULL AND (at, id) > ($2, $3) ORDER BY at, id LIMIT $4"
            ),
            &values![tenant, at, id, limit],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// Keeps a reaction. An author who reacts once more to the same answer changes the reaction.
pub(crate) async fn insert(tx: &mut Tx, tenant: TenantId, r: &Reaction) -> Result<(), Error> {
    tx.run(
        sql!("DELETE FROM reaction WHERE tenant = $1 AND contribution = $2 AND answer = $3 AND settled IS NULL"),
        &values![tenant, r.contribution, r.answer],
    )
    .await?;
    tx.run(
        sql!(
            "INSERT INTO reaction (tenant, id, contribution, dossier, answer, number, process, area, understood, fair, review, words, at, settled)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, NULL)"
        ),
        &values![
            tenant,
            r.id,
            r.contribution,
            r.dossier,
            r.answer,
            r.number,
            r.process,
            r.area,
            r.understood,
            r.fair,
            r.review,
            r.words,
            r.at,
        ],
    )
    .await
    .map(drop)
}

/// Notes that the wishes for review of a dossier are settled.
pub(crate) async fn settle(tx: &mut Tx, tenant: TenantId, dossier: DossierId, at: Instant) -> Result<(), Error> {
    tx.run(
        sql!("UPDATE reaction SET settled = $3 WHERE tenant = $1 AND dossier = $2 AND review = TRUE AND settled IS NULL"),
        &values![tenant, dossier, at],
    )
    .await
    .map(drop)
}

/// Notes that one wish for review is not granted, and why.
pub(crate) async fn decline(tx: &mut Tx, tenant: TenantId, id: ReactionId, why: TextId, at: Instant) -> Result<(), Error> {
    tx.run(
        sql!("UPDATE reaction SET settled = $3, declined = $4 WHERE tenant = $1 AND id = $2 AND settled IS NULL"),
        &values![tenant, id, at, why],
    )
    .await
    .map(drop)
}

/// Takes away what an author added.
pub(crate) async fn forget_words(tx: &mut Tx, tenant: TenantId, contribution: ContributionId) -> Result<(), Error> {
    tx.run(sql!("UPDATE reaction SET words = NULL WHERE tenant = $1 AND contribution = $2"), &values![tenant, contribution]).await.map(drop)
}
