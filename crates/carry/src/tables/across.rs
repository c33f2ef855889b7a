//! What departments do together on one dossier: sit at a table (F1 S7), ask each other for means (S8), bring a question to
//! a higher level (S10). Every row stays, so that it shows how often and by whom it was tried.

use super::next;
use crate::model::Level;
use kernel::{AccountId, BudgetId, Date, DepartmentId, DossierId, Instant, OrganisationId, ProcessId, TenantId, TextId};
use store::{Error, Row, Session, Tx, sql, values};

/// Rows of one kind that are read of one dossier at most.
const MOST: i64 = 50;

/// One time that departments sat at a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// The first is 1.
    pub number: i64,
    /// On which day.
    pub day: Date,
    /// What they had to settle, in public words.
    pub subject: TextId,
    /// The departments that were invited, and whether each was there; `None` until it is written down.
    pub parties: Vec<(DepartmentId, Option<bool>)>,
    /// The partners that own it too and were invited (F5).
    pub partners: Vec<OrganisationId>,
    /// What they agreed, in public words; `None` while it lies ahead.
    pub agreement: Option<TextId>,
}

/// One request for the means of a department.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeansRequest {
    /// The first is 1.
    pub number: i64,
    /// Whose means.
    pub department: DepartmentId,
    /// How much, in whole euros; `None` when people or time are asked for.
    pub euros: Option<i64>,
    /// Of which budget; `None` when whoever holds budgets for the department is asked for something else than money of one.
    pub budget: Option<BudgetId>,
    /// What for, in public words.
    pub purpose: TextId,
    /// When it was asked.
    pub at: Instant,
    /// Whether the means were committed; `None` while it is not answered.
    pub committed: Option<bool>,
    /// Until when it stands in the queue of a budget that has nothing left now.
    pub queued_until: Option<Date>,
    /// What the holder of the budget said to it, in public words; needed for a no.
    pub motive: Option<TextId>,
    /// When it was answered.
    pub settled_at: Option<Instant>,
    /// When what was committed went back to the budget, or what was asked was asked no longer, because it is not needed any more.
    pub released_at: Option<Instant>,
}

impl MeansRequest {
    /// Whether it waits for an answer, while the dossier has waited for means since `since`. What was not answered before a
    /// dossier was brought higher waits no longer.
    #[must_use]
    pub fn is_open(&self, since: Instant) -> bool {
        self.committed.is_none() && self.at >= since
    }
}

/// One time that a question was brought to a higher level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EscalationRow {
    /// The first is 1.
    pub number: i64,
    /// To which level.
    pub level: Level,
    /// What that level has to settle, in public words.
    pub question: TextId,
    /// What pulls in different directions, in public words.
    pub conflict: TextId,
    /// Between what it can choose, in public words.
    pub options: TextId,
    /// When it was brought there.
    pub at: Instant,
    /// What that level said, in public words; `None` while it said nothing.
    pub answer: Option<TextId>,
    /// When it said that.
    pub settled_at: Option<Instant>,
}

/// The tables at which a dossier lay, newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn meetings(s: &mut Session, tenant: TenantId, dossier: DossierId) -> Result<Vec<Meeting>, Error> {
    let parties = s
        .all(
            sql!("SELECT meeting, department, present FROM meeting_party WHERE tenant = $1 AND dossier = $2 ORDER BY meeting, department"),
            &values![tenant, dossier],
        )
        .await?;
    let rows = s
        .all(
            sql!("SELECT number, day, subject, agreement FROM meeting WHERE tenant = $1 AND dossier = $2 ORDER BY number DESC LIMIT $3"),
            &values![tenant, dossier, MOST],
        )
        .await?;
    let partners = s
        .all(
            sql!("SELECT meeting, organisation FROM meeting_partner WHERE tenant = $1 AND dossier = $2 ORDER BY meeting, organisation"),
            &values![tenant, dossier],
        )
        .await?;
    let partners_of = |number: i64| -> Result<Vec<OrganisationId>, Error> {
        let mut found = Vec::new();
        for row in &partners {
            if row.get::<i64>("meeting")? == number {
                found.push(row.get("organisation")?);
            }
        }
        Ok(found)
    };
    let of = |number: i64| -> Result<Vec<(DepartmentId, Option<bool>)>, Error> {
        let mut found = Vec::new();
        for row in &parties {
            if row.get::<i64>("meeting")? == number {
                found.push((row.get("department")?, row.get("present")?));
            }
        }
        Ok(found)
    };
    rows.iter()
        .map(|row| {
            let number = row.get("number")?;
            Ok(Meeting {
                number,
                day: row.get("day")?,
                subject: row.get("subject")?,
                parties: of(number)?,
                partners: partners_of(number)?,
                agreement: row.get("agreement")?,
            })
        })
        .collect()
}

pub(crate) async fn add_meeting(
    tx: &mut Tx,
    tenant: TenantId,
    dossier: DossierId,
    (day, subject, parties, partners): (Date, TextId, &[DepartmentId], &[OrganisationId]),
    (at, by): (Instant, Option<AccountId>),
) -> Result<(), Error> {
    let last = sql!("SELECT CAST(coalesce(max(number), 0) AS BIGINT) AS last FROM meeting WHERE tenant = $1 AND dossier = $2");
    let number = next(tx, last, tenant, dossier).await?;
    tx.run(
        sql!("INSERT INTO meeting (tenant, dossier, number, day, subject, convened_at, convened_by) VALUES ($1, $2, $3, $4, $5, $6, $7)"),
        &values![tenant, dossier, number, day, subject, at, by],
    )
    .await?;
    for department in parties {
        tx.run(
            sql!("INSERT INTO meeting_party (tenant, dossier, meeting, department) VALUES ($1, $2, $3, $4)"),
            &values![tenant, dossier, number, *department],
        )
        .await?;
    }
    for organisation in partners {
        tx.run(
            sql!("INSERT INTO meeting_partner (tenant, dossier, meeting, organisation) VALUES ($1, $2, $3, $4)"),
            &values![tenant, dossier, number, *organisation],
        )
        .await?;
    }
    Ok(())
}

/// Writes down who was there and what was agreed.
pub(crate) async fn conclude_meeting(
    tx: &mut Tx,
    tenant: TenantId,
    dossier: DossierId,
    (number, agreement, present): (i64, TextId, &[DepartmentId]),
    (at, by): (Instant, Option<AccountId>),
) -> Result<u64, Error> {
    tx.run(
        sql!("UPDATE meeting_party SET present = FALSE WHERE tenant = $1 AND dossier = $2 AND meeting = $3"),
        &values![tenant, dossier, number],
    )
    .await?;
    for department in present {
        tx.run(
            sql!("UPDATE meeting_party SET present = TRUE WHERE tenant = $1 AND dossier = $2 AND meeting = $3 AND department = $4"),
            &values![tenant, dossier, number, *department],
        )
        .await?;
    }
    tx.run(
        sql!(
            "UPDATE meeting SET agreement = $4, concluded_at = $5, concluded_by = $6
             WHERE tenant = $1 AND dossier = $2 AND number = $3 AND agreement IS NULL"
        ),
        &values![tenant, dossier, number, agreement, at, by],
    )
    .await
}

/// Whether a table agreed on something since then.
pub(crate) async fn concluded_since(s: &mut Session, tenant: TenantId, dossier: DossierId, since: Instant) -> Result<bool, Error> {
    let row = s
        .optional(
            sql!("SELECT number FROM meeting WHERE tenant = $1 AND dossier = $2 AND concluded_at >= $3 LIMIT 1"),
            &values![tenant, dossier, since],
        )
        .await?;
    Ok(row.is_some())
}

pub(super) fn read_means(row: &Row) -> Result<MeansRequest, Error> {
    Ok(MeansRequest {
        number: row.get("number")?,
        department: row.get("department")?,
        euros: row.get("euros")?,
        budget: row.get("budget")?,
        purpose: row.get("purpose")?,
        at: row.get("asked_at")?,
        committed: row.get("committed")?,
        queued_until: row.get("queued_until")?,
        motive: row.get("motive")?,
        settled_at: row.get("settled_at")?,
        released_at: row.get("released_at")?,
    })
}

/// The requests for means of a dossier, newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn means_requests(s: &mut Session, tenant: TenantId, dossier: DossierId) -> Result<Vec<MeansRequest>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT number, department, euros, budget, purpose, asked_at, committed, queued_until, motive, settled_at, released_at
                 FROM means_request WHERE tenant = $1 AND dossier = $2 ORDER BY number DESC LIMIT $3"
            ),
            &values![tenant, dossier, MOST],
        )
        .await?;
    rows.iter().map(read_means).collect()
}

pub(crate) async fn add_means_request(
    tx: &mut Tx,
    tenant: TenantId,
    (process, dossier): (ProcessId, DossierId),
    (department, euros, purpose): (DepartmentId, Option<i64>, TextId),
    (budget, queued_until): (Option<BudgetId>, Option<Date>),
    (at, by): (Instant, Option<AccountId>),
) -> Result<(), Error> {
    let last = sql!("SELECT CAST(coalesce(max(number), 0) AS BIGINT) AS last FROM means_request WHERE tenant = $1 AND dossier = $2");
    let number = next(tx, last, tenant, dossier).await?;
    tx.run(
        sql!(
            "INSERT INTO means_request (tenant, dossier, number, department, euros, purpose, asked_at, asked_by, budget, queued_until,
               process)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
        ),
        &values![tenant, dossier, number, department, euros, purpose, at, by, budget, queued_until, process],
    )
    .await?;
    Ok(())
}

/// Writes down the answer to a request that is open.
pub(crate) async fn settle_means_request(
    tx: &mut Tx,
    tenant: TenantId,
    (dossier, number): (DossierId, i64),
    (committed, motive): (bool, Option<TextId>),
    (at, by): (Instant, Option<AccountId>),
) -> Result<u64, Error> {
    tx.run(
        sql!(
            "UPDATE means_request SET committed = $4, motive = $5, settled_at = $6, settled_by = $7
             WHERE tenant = $1 AND dossier = $2 AND number = $3 AND committed IS NULL"
        ),
        &values![tenant, dossier, number, committed, motive, at, by],
    )
    .await
}

/// Puts a request that is open in the queue of its budget until that day, with the reason.
pub(crate) async fn queue_means_request(
    tx: &mut Tx,
    tenant: TenantId,
    (dossier, number): (DossierId, i64),
    (until, motive): (Date, Option<TextId>),
) -> Result<u64, Error> {
    tx.run(
        sql!(
            "UPDATE means_request SET queued_until = $4, motive = $5
             WHERE tenant = $1 AND dossier = $2 AND number = $3 AND committed IS NULL"
        ),
        &values![tenant, dossier, number, until, motive],
    )
    .await
}

fn read_escalation(row: &Row) -> Result<EscalationRow, Error> {
    Ok(EscalationRow {
        number: row.get("number")?,
        level: Level::of(&row.get::<String>("level")?).unwrap_or(Level::College),
        question: row.get("question")?,
        conflict: row.get("conflict")?,
        options: row.get("options")?,
        at: row.get("raised_at")?,
        answer: row.get("answer")?,
        settled_at: row.get("settled_at")?,
    })
}

/// The times that a dossier was brought to a higher level, newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn escalations(s: &mut Session, tenant: TenantId, dossier: DossierId) -> Result<Vec<EscalationRow>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT number, level, question, conflict, options, raised_at, answer, settled_at FROM escalation
                 WHERE tenant = $1 AND dossier = $2 ORDER BY number DESC LIMIT $3"
            ),
            &values![tenant, dossier, MOST],
        )
        .await?;
    rows.iter().map(read_escalation).collect()
}

pub(crate) async fn add_escalation(
    tx: &mut Tx,
    tenant: TenantId,
    dossier: DossierId,
    (level, question, conflict, options): (Level, TextId, TextId, TextId),
    (at, by): (Instant, Option<AccountId>),
) -> Result<(), Error> {
    let last = sql!("SELECT CAST(coalesce(max(number), 0) AS BIGINT) AS last FROM escalation WHERE tenant = $1 AND dossier = $2");
    let number = next(tx, last, tenant, dossier).await?;
    tx.run(
        sql!(
            "INSERT INTO escalation (tenant, dossier, number, level, question, conflict, options, raised_at, raised_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        &values![tenant, dossier, number, level.code(), question, conflict, options, at, by],
    )
    .await?;
    Ok(())
}

/// Writes down what the level said to which the dossier was brought last.
pub(crate) async fn settle_escalation(
    tx: &mut Tx,
    tenant: TenantId,
    dossier: DossierId,
    answer: TextId,
    (at, by): (Instant, Option<AccountId>),
) -> Result<u64, Error> {
    tx.run(
        sql!(
            "UPDATE escalation SET answer = $3, settled_at = $4, settled_by = $5 WHERE tenant = $1 AND dossier = $2 AND answer IS NULL
             AND number = (SELECT max(e.number) FROM escalation e WHERE e.tenant = $1 AND e.dossier = $2)"
        ),
        &values![tenant, dossier, answer, at, by],
    )
    .await
}
