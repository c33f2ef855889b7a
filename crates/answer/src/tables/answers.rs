//! Published answers.

use journey::{Outcome, Stretch};
use kernel::{AnswerId, AreaId, ContributionId, DossierId, Instant, ProcessId, PublicNumber, TenantId, TextId};
use store::{Error, Row, Session, Tx, sql, values};

/// A published answer to one author. The shared texts have the same ids for all authors of a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Its id.
    pub id: AnswerId,
    /// The dossier that was answered.
    pub dossier: DossierId,
    /// The contribution of the author.
    pub contribution: ContributionId,
    /// Its public number.
    pub number: PublicNumber,
    /// The process.
    pub process: ProcessId,
    /// The area.
    pub area: Option<AreaId>,
    /// What was decided.
    pub outcome: Outcome,
    /// What was done with what was put in.
    pub done: TextId,
    /// The criterion that decided.
    pub criterion: TextId,
    /// Why not, when not.
    pub why_not: Option<TextId>,
    /// What comes now.
    pub coming: Option<TextId>,
    /// What was done with the words of this author.
    pub own: Option<TextId>,
    /// When it was published.
    pub published: Instant,
    /// Whether a later answer took its place, after a review or a changed plan.
    pub superseded: bool,
    /// Whether it is the answer to a part of a contribution. Its author counts as answered when the whole is.
    pub of_part: bool,
    /// Whether it gives its author the answers to all parts in one. Lists show those, each with its part.
    pub closing: bool,
}

impl Answer {
    /// The ids of its texts.
    #[must_use]
    pub fn texts(&self) -> Vec<TextId> {
        [Some(self.done), Some(self.criterion), self.why_not, self.coming, self.own].into_iter().flatten().collect()
    }
}

fn read(row: &Row) -> Result<Answer, Error> {
    let outcome: String = row.get("outcome")?;
    Ok(Answer {
        id: row.get("id")?,
        dossier: row.get("dossier")?,
        contribution: row.get("contribution")?,
        number: row.get("number")?,
        process: row.get("process")?,
        area: row.get("area")?,
        outcome: Outcome::from_code(&outcome).ok_or_else(|| Error::Broken(format!("an answer has no outcome «{outcome}»")))?,
        done: row.get("done")?,
        criterion: row.get("criterion")?,
        why_not: row.get("why_not")?,
        coming: row.get("coming")?,
        own: row.get("own")?,
        published: row.get("published")?,
        superseded: row.get("superseded")?,
        of_part: row.get("of_part")?,
        closing: row.get("closing")?,
    })
}

/// One answer.
///
/// # Errors
/// When the database does not answer.
pub async fn answer(s: &mut Session, tenant: TenantId, id: AnswerId) -> Result<Option<Answer>, Error> {
    s.optional(sql!("SELECT * FROM answer WHERE tenant = $1 AND id = $2"), &values![tenant, id]).await?.as_ref().map(read).transpose()
}

/// All answers to one contribution, the oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn of_contribution(s: &mut Session, tenant: TenantId, contribution: ContributionId) -> Result<Vec<Answer>, Error> {
    let rows = s
        .all(sql!("SELECT * FROM answer WHERE tenant = $1 AND contribution = $2 ORDER BY published, id"), &values![tenant, contribution])
        .await?;
    rows.iter().map(read).collect()
}

/// Which answers a list shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Of {
    /// Of this process.
    pub process: Option<ProcessId>,
    /// In this area.
    pub area: Option<AreaId>,
}

/// The answers that hold, the newest first, from `after` on: of what was divided the answer to each part.
///
/// # Errors
/// When the database does not answer.
pub async fn latest(
    s: &mut Session,
    tenant: TenantId,
    of: Of,
    after: Option<(Instant, AnswerId)>,
    limit: i64,
) -> Result<Vec<Answer>, Error> {
    let nobody = tenant.uuid();
    let (at, id) = after.unwrap_or((Instant::from_micros(i64::MAX), AnswerId::from_uuid(nobody)));
    let (by_area, area) = (of.area.is_some(), of.area.map_or(nobody, |area| area.uuid()));
    let rows = match of.process {
        Some(process) => {
            s.all(
                sql!(
                    "SELECT * FROM answer WHERE tenant = $1 AND process = $6 AND superseded = FALSE AND closing = FALSE AND (published, id) < ($2, $3)
                     AND (NOT $4 OR area = $5) ORDER BY published DESC, id DESC LIMIT $7"
                ),
                &values![tenant, at, id, by_area, area, process, limit],
            )
            .await?
        }
        None => {
            s.all(
                sql!(
                    "SELECT * FROM answer WHERE tenant = $1 AND superseded = FALSE AND closing = FALSE AND (published, id) < ($2, $3)
                     AND (NOT $4 OR area = $5) ORDER BY published DESC, id DESC LIMIT $6"
                ),
                &values![tenant, at, id, by_area, area, limit],
            )
            .await?
        }
    };
    rows.iter().map(read).collect()
}

/// The answers that hold and were published in a stretch of time, the newest first, `limit` at most: as in [`latest`].
///
/// # Errors
/// When the database does not answer.
pub async fn within(s: &mut Session, tenant: TenantId, stretch: &Stretch, limit: i64) -> Result<Vec<Answer>, Error> {
    let nobody = tenant.uuid();
    let rows = s
        .all(
            sql!(
                "SELECT * FROM answer WHERE tenant = $1 AND superseded = FALSE AND closing = FALSE AND published >= $2 AND published < $3
                 AND (NOT $4 OR process = $5) AND (NOT $6 OR area = $7) ORDER BY published DESC, id DESC LIMIT $8"
            ),
            &values![
                tenant,
                stretch.from,
                stretch.until,
                stretch.process.is_some(),
                stretch.process.map_or(nobody, |it| it.uuid()),
                stretch.area.is_some(),
                stretch.area.map_or(nobody, |it| it.uuid()),
                limit,
            ],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// How many authors were answered in a stretch of time with an answer that holds, by what was decided: of what was divided once, when
/// every part was answered.
///
/// # Errors
/// When the database does not answer.
pub async fn outcomes(s: &mut Session, tenant: TenantId, stretch: &Stretch) -> Result<Vec<(Outcome, i64)>, Error> {
    let nobody = tenant.uuid();
    let rows = s
        .all(
            sql!(
                "SELECT outcome, count(*) AS many FROM answer WHERE tenant = $1 AND superseded = FALSE AND of_part = FALSE AND published >= $2
                 AND published < $3 AND (NOT $4 OR process = $5) AND (NOT $6 OR area = $7) GROUP BY outcome"
            ),
            &values![
                tenant,
                stretch.from,
                stretch.until,
                stretch.process.is_some(),
                stretch.process.map_or(nobody, |it| it.uuid()),
                stretch.area.is_some(),
                stretch.area.map_or(nobody, |it| it.uuid()),
            ],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let outcome: String = row.get("outcome")?;
            let known = Outcome::from_code(&outcome).ok_or_else(|| Error::Broken(format!("an answer has no outcome «{outcome}»")))?;
            Ok((known, row.get("many")?))
        })
        .collect()
}

/// Keeps a published answer; an earlier one to the same contribution no longer holds.
pub(crate) async fn insert(tx: &mut Tx, tenant: TenantId, answer: &Answer) -> Result<(), Error> {
    tx.run(sql!("UPDATE answer SET superseded = TRUE WHERE tenant = $1 AND contribution = $2"), &values![tenant, answer.contribution])
        .await?;
    tx.run(
        sql!(
            "INSERT INTO answer (tenant, id, dossier, contribution, number, process, area, outcome, done, criterion, why_not, coming, own,
             published, superseded, of_part, closing) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, FALSE, $15, $16)"
        ),
        &values![
            tenant,
            answer.id,
            answer.dossier,
            answer.contribution,
            answer.number,
            answer.process,
            answer.area,
            answer.outcome.code(),
            answer.done,
            answer.criterion,
            answer.why_not,
            answer.coming,
            answer.own,
            answer.published,
            answer.of_part,
            answer.closing,
        ],
    )
    .await
    .map(drop)
}

/// Takes the own part of an answer away: it speaks of one person's words.
pub(crate) async fn forget_own(tx: &mut Tx, tenant: TenantId, contribution: ContributionId) -> Result<(), Error> {
    for answer in of_contribution(tx, tenant, contribution).await? {
        if let Some(own) = answer.own {
            tx.forget_text(tenant, own).await?;
            tx.forget_key(tenant, own.uuid()).await?;
        }
    }
    tx.run(sql!("UPDATE answer SET own = NULL WHERE tenant = $1 AND contribution = $2"), &values![tenant, contribution]).await.map(drop)
}
