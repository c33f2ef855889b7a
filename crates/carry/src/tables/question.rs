//! Questions to authors (F1 S6a, E605). A question goes to the author by the channel that the author chose, and is
//! answered, or lapses after its term and the dossier goes on without; it never closes anything (H3).

use journey::AnswerBy;
use kernel::{AccountId, ContributionId, Date, DossierId, IdentityId, Instant, QuestionId, TenantId, TextId};
use store::{Error, Row, Session, Tx, sql, values};

/// How it stands with a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuestionStatus {
    /// Waiting for the author.
    Open,
    /// The author answered.
    Answered,
    /// The term passed; the dossier went on.
    Lapsed,
}

impl QuestionStatus {
    /// As stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Answered => "answered",
            Self::Lapsed => "lapsed",
        }
    }
    /// Its word.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "carry-question-open",
            Self::Answered => "carry-question-answered",
            Self::Lapsed => "carry-question-lapsed",
        }
    }
    fn of(code: &str) -> Self {
        [Self::Open, Self::Answered].into_iter().find(|status| status.code() == code).unwrap_or(Self::Lapsed)
    }
}

/// One question to one author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its id.
    pub id: QuestionId,
    /// In which dossier.
    pub dossier: DossierId,
    /// About whose contribution.
    pub contribution: ContributionId,
    /// What is asked.
    pub question: TextId,
    /// When it was asked.
    pub asked_at: Instant,
    /// The last day to answer; afterwards the dossier goes on without.
    pub until: Date,
    /// How the question reaches the author.
    pub channel: AnswerBy,
    /// Who the author is in the vault, when the vault knows.
    pub identity: Option<IdentityId>,
    /// When it was brought to the author: at once by mail, else when somebody says so.
    pub carried_at: Option<Instant>,
    /// How it stands.
    pub status: QuestionStatus,
    /// What the author answered.
    pub answer: Option<TextId>,
    /// When.
    pub answered_at: Option<Instant>,
    /// Who wrote the answer down, when the author did not type it.
    pub heard_by: Option<AccountId>,
}

fn read(row: &Row) -> Result<Question, Error> {
    Ok(Question {
        id: row.get("id")?,
        dossier: row.get("dossier")?,
        contribution: row.get("contribution")?,
        question: row.get("question")?,
        asked_at: row.get("asked_at")?,
        until: row.get("until_day")?,
        channel: AnswerBy::from_code(&row.get::<String>("channel")?).unwrap_or(AnswerBy::None),
        identity: row.get("identity")?,
        carried_at: row.get("carried_at")?,
        status: QuestionStatus::of(&row.get::<String>("status")?),
        answer: row.get("answer")?,
        answered_at: row.get("answered_at")?,
        heard_by: row.get("heard_by")?,
    })
}

/// One question.
///
/// # Errors
/// When the database cannot be read.
pub async fn question(s: &mut Session, tenant: TenantId, id: QuestionId) -> Result<Option<Question>, Error> {
    let row = s
        .optional(
            sql!(
                "SELECT id, dossier, contribution, question, asked_at, until_day, channel, identity, carried_at, status, answer, answered_at, heard_by
                 FROM author_question WHERE tenant = $1 AND id = $2"
            ),
            &values![tenant, id],
        )
        .await?;
    row.as_ref().map(read).transpose()
}

/// The questions of a dossier, oldest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn questions(s: &mut Session, tenant: TenantId, dossier: DossierId) -> Result<Vec<Question>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT id, dossier, contribution, question, asked_at, until_day, channel, identity, carried_at, status, answer, answered_at, heard_by
                 FROM author_question WHERE tenant = $1 AND dossier = $2 ORDER BY asked_at, id LIMIT 200"
            ),
            &values![tenant, dossier],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// The question that is open about a contribution, when one is.
///
/// # Errors
/// When the database cannot be read.
pub async fn open_question(s: &mut Session, tenant: TenantId, contribution: ContributionId) -> Result<Option<Question>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT id, dossier, contribution, question, asked_at, until_day, channel, identity, carried_at, status, answer, answered_at, heard_by
                 FROM author_question WHERE tenant = $1 AND contribution = $2 AND status = 'open' ORDER BY asked_at LIMIT 1"
            ),
            &values![tenant, contribution],
        )
        .await?;
    rows.first().map(read).transpose()
}

pub(crate) async fn add_question(tx: &mut Tx, tenant: TenantId, question: &Question, by: Option<AccountId>) -> Result<(), Error> {
    tx.run(
        sql!(
            "INSERT INTO author_question (tenant, id, dossier, contribution, question, asked_at, asked_by, until_day, channel, identity, carried_at, status)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
        ),
        &values![
            tenant,
            question.id,
            question.dossier,
            question.contribution,
            question.question,
            question.asked_at,
            by,
            question.until,
            question.channel.code(),
            question.identity,
            question.carried_at,
            question.status.code()
        ],
    )
    .await?;
    Ok(())
}

/// Notes that the question was brought to the author.
pub(crate) async fn carry_question(tx: &mut Tx, tenant: TenantId, id: QuestionId, at: Instant) -> Result<u64, Error> {
    tx.run(
        sql!("UPDATE author_question SET carried_at = $3 WHERE tenant = $1 AND id = $2 AND carried_at IS NULL"),
        &values![tenant, id, at],
    )
    .await
}

/// Keeps the answer of an open question; 0 when it was not open any more.
pub(crate) async fn answer_question(
    tx: &mut Tx,
    tenant: TenantId,
    id: QuestionId,
    answer: TextId,
    at: Instant,
    heard_by: Option<AccountId>,
) -> Result<u64, Error> {
    tx.run(
        sql!(
            "UPDATE author_question SET status = 'answered', answer = $3, answered_at = $4, heard_by = $5
             WHERE tenant = $1 AND id = $2 AND status = 'open'"
        ),
        &values![tenant, id, answer, at, heard_by],
    )
    .await
}

/// Lets an open question lapse; 0 when it was not open any more.
pub(crate) async fn lapse_question(tx: &mut Tx, tenant: TenantId, id: QuestionId) -> Result<u64, Error> {
    tx.run(sql!("UPDATE author_question SET status = 'lapsed' WHERE tenant = $1 AND id = $2 AND status = 'open'"), &values![tenant, id])
        .await
}

/// Open questions whose last day lies before `today`, at most 100.
pub(crate) async fn overdue_questions(s: &mut Session, tenant: TenantId, today: Date) -> Result<Vec<(QuestionId, DossierId)>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT id, dossier FROM author_question
                 WHERE tenant = $1 AND status = 'open' AND until_day < $2 ORDER BY until_day, id LIMIT 100"
            ),
            &values![tenant, today],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get("id")?, row.get("dossier")?))).collect()
}

/// The questions that were put to a person, oldest first.
pub(crate) async fn of_identity(s: &mut Session, tenant: TenantId, identity: IdentityId) -> Result<Vec<Question>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT id, dossier, contribution, question, asked_at, until_day, channel, identity, carried_at, status, answer, answered_at,
                 heard_by FROM author_question WHERE tenant = $1 AND identity = $2 ORDER BY asked_at, id LIMIT 1000"
            ),
            &values![tenant, identity],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// All questions that were put to the author of one contribution.
pub(crate) async fn questions_of(s: &mut Session, tenant: TenantId, contribution: ContributionId) -> Result<Vec<Question>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT id, dossier, contribution, question, asked_at, until_day, channel, identity, carried_at, status, answer, answered_at,
                 heard_by FROM author_question WHERE tenant = $1 AND contribution = $2 ORDER BY asked_at, id"
            ),
            &values![tenant, contribution],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// Questions with an answer that is kept, after `after`, at most 100: their authors may have withdrawn since.
pub(crate) async fn answered_questions(s: &mut Session, tenant: TenantId, after: Option<QuestionId>) -> Result<Vec<Question>, Error> {
    let after = after.unwrap_or_else(|| QuestionId::from_uuid(uuid::Uuid::nil()));
    let rows = s
        .all(
            sql!(
                "SELECT id, dossier, contribution, question, asked_at, until_day, channel, identity, carried_at, status, answer, answered_at,
                 heard_by FROM author_question WHERE tenant = $1 AND id > $2 AND answer IS NOT NULL ORDER BY id LIMIT 100"
            ),
            &values![tenant, after],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// The answer to a question is no longer kept.
pub(crate) async fn forget_answer(tx: &mut Tx, tenant: TenantId, id: QuestionId) -> Result<(), Error> {
    tx.run(sql!("UPDATE author_question SET answer = NULL WHERE tenant = $1 AND id = $2"), &values![tenant, id]).await?;
    Ok(())
}

/// No question leads to this person any more.
pub(crate) async fn forget_identity(tx: &mut Tx, tenant: TenantId, identity: IdentityId) -> Result<(), Error> {
    tx.run(sql!("UPDATE author_question SET identity = NULL WHERE tenant = $1 AND identity = $2"), &values![tenant, identity]).await?;
    Ok(())
}
