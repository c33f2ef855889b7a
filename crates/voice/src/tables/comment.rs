//! Replies under a contribution: nobody sees them before a moderator looked.

use crate::model::rules::Rule;
use kernel::{CommentId, ContributionId, Instant, Language, Prose, PublicNumber, TenantId};
use store::{Error, Row, Session, Tx, sql, values};
use uuid::Uuid;

/// How far a reply is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nobody looked yet.
    Waiting,
    /// Everybody may read it.
    Placed,
    /// Not placed, under a published rule.
    Refused,
}

impl State {
    /// The code that is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Placed => "placed",
            Self::Refused => "refused",
        }
    }
    fn from_code(code: &str) -> Self {
        match code {
            "placed" => Self::Placed,
            "refused" => Self::Refused,
            _ => Self::Waiting,
        }
    }
}

/// A reply as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Which one.
    pub id: CommentId,
    /// The contribution it is about.
    pub contribution: ContributionId,
    /// The number under which its author finds what became of it.
    pub number: PublicNumber,
    /// The words.
    pub body: String,
    /// Their language.
    pub language: Language,
    /// When it came in.
    pub received: Instant,
    /// How far it is.
    pub state: State,
    /// The rule under which it was refused.
    pub rule: Option<Rule>,
    /// Why, for its author and everybody.
    pub reason: Option<String>,
}

fn read(row: &Row) -> Result<Comment, Error> {
    let number: String = row.get("number")?;
    let (state, rule): (String, Option<String>) = (row.get("state")?, row.get("rule")?);
    Ok(Comment {
        id: row.get("id")?,
        contribution: row.get("contribution")?,
        number: number.parse().map_err(|_| Error::Broken(format!("a reply has the number «{number}»")))?,
        body: row.get("body")?,
        language: row.get("language")?,
        received: row.get("received")?,
        state: State::from_code(&state),
        rule: rule.and_then(|rule| Rule::from_code(&rule)),
        reason: row.get("reason")?,
    })
}

/// The replies under a contribution that were decided on, the oldest first: refused ones too, without their words
/// being meant for showing.
///
/// # Errors
/// When the database fails.
pub async fn of(
    s: &mut Session,
    tenant: TenantId,
    contribution: ContributionId,
    after: Option<(Instant, CommentId)>,
    limit: i64,
) -> Result<Vec<Comment>, Error> {
    let (at, id) = after.map_or((i64::MIN, Uuid::nil()), |(at, id)| (at.micros(), id.uuid()));
    let rows = s
        .all(
            sql!(
                "SELECT id, contribution, number, body, language, received, state, rule, reason FROM comment
                 WHERE tenant = $1 AND contribution = $2 AND state <> 'waiting' AND (received, id) > ($3, $4)
                 ORDER BY received, id LIMIT $5"
            ),
            &values![tenant, contribution, at, id, limit],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// How many replies under a contribution everybody may read.
///
/// # Errors
/// When the database fails.
pub async fn count(s: &mut Session, tenant: TenantId, contribution: ContributionId) -> Result<i64, Error> {
    s.one(
        sql!("SELECT count(*) AS many FROM comment WHERE tenant = $1 AND contribution = $2 AND state = 'placed'"),
        &values![tenant, contribution],
    )
    .await?
    .get("many")
}

/// Replies that wait for a moderator, the longest waiting first.
///
/// # Errors
/// When the database fails.
pub async fn waiting(s: &mut Session, tenant: TenantId, after: Option<(Instant, CommentId)>, limit: i64) -> Result<Vec<Comment>, Error> {
    let (at, id) = after.map_or((i64::MIN, Uuid::nil()), |(at, id)| (at.micros(), id.uuid()));
    let rows = s
        .all(
            sql!(
                "SELECT id, contribution, number, body, language, received, state, rule, reason FROM comment
                 WHERE tenant = $1 AND state = 'waiting' AND (received, id) > ($2, $3) ORDER BY received, id LIMIT $4"
            ),
            &values![tenant, at, id, limit],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// One reply.
///
/// # Errors
/// When the database fails.
pub async fn comment(s: &mut Session, tenant: TenantId, id: CommentId) -> Result<Option<Comment>, Error> {
    let row = s
        .optional(
            sql!(
                "SELECT id, contribution, number, body, language, received, state, rule, reason FROM comment WHERE tenant = $1 AND id = $2"
            ),
            &values![tenant, id],
        )
        .await?;
    row.as_ref().map(read).transpose()
}

/// Writes a reply. `false` when its id or number is taken: nothing is written then.
#[allow(clippy::too_many_arguments, reason = "one statement, one call")]
pub(crate) async fn insert(
    tx: &mut Tx,
    tenant: TenantId,
    id: CommentId,
    contribution: ContributionId,
    number: &PublicNumber,
    body: &Prose,
    language: Language,
    at: Instant,
) -> Result<bool, Error> {
    let written = tx
        .run(
            sql!(
                "INSERT INTO comment (tenant, id, contribution, number, body, language, received, state)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, 'waiting') ON CONFLICT DO NOTHING"
            ),
            &values![tenant, id, contribution, number.as_str(), body.as_str(), language, at],
        )
        .await?;
    Ok(written == 1)
}

/// Writes what the moderator decided.
pub(crate) async fn decide(
    tx: &mut Tx,
    tenant: TenantId,
    id: CommentId,
    state: State,
    rule: Option<Rule>,
    reason: Option<&str>,
    at: Instant,
) -> Result<(), Error> {
    tx.run(
        sql!("UPDATE comment SET state = $3, rule = $4, reason = $5, decided = $6 WHERE tenant = $1 AND id = $2"),
        &values![tenant, id, state.code(), rule.map(Rule::code), reason, at],
    )
    .await
    .map(|_| ())
}
