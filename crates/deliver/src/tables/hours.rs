//! The time that volunteers gave for commitments.

use crate::model::volunteering::{HoursGiven, HoursMonth, HoursSum, HoursTold, NotedBy};
use kernel::{CommitmentId, Date, Instant, ProcessId, TenantId};
use store::{Error, Row, Session, Tx, sql, values};
use uuid::Uuid;

/// How many months are read at once.
const A_PAGE: i64 = 500;

fn read(row: &Row) -> Result<(i64, HoursGiven), Error> {
    let given = HoursGiven { day: row.get("day")?, minutes: row.get("minutes")?, people: row.get("people")?, private: row.get("private")? };
    Ok((row.get("number")?, given))
}

fn month(row: &Row) -> Result<HoursMonth, Error> {
    Ok(HoursMonth {
        month: row.get("of_month")?,
        minutes: row.get("minutes")?,
        people: row.get("people")?,
        private: row.get("at_home")?,
        private_people: row.get("people_at_home")?,
        other_people: row.get("people_elsewhere")?,
    })
}

/// What was written down of a commitment last and was not struck, each with its number, the newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn latest(s: &mut Session, tenant: TenantId, commitment: CommitmentId, limit: i64) -> Result<Vec<(i64, HoursGiven)>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT number, day, minutes, people, private FROM commitment_hours
                 WHERE tenant = $1 AND commitment = $2 AND struck_at IS NULL ORDER BY number DESC LIMIT $3"
            ),
            &values![tenant, commitment, limit],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// All time that was given for a commitment.
///
/// # Errors
/// When the database does not answer.
pub async fn sum(s: &mut Session, tenant: TenantId, commitment: CommitmentId) -> Result<HoursSum, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT substr(day, 1, 7) AS of_month, CAST(sum(minutes) AS BIGINT) AS minutes,
                   CAST(sum(CASE WHEN private THEN minutes ELSE 0 END) AS BIGINT) AS at_home, CAST(max(people) AS BIGINT) AS people,
                   CAST(max(CASE WHEN private THEN people ELSE 0 END) AS BIGINT) AS people_at_home,
                   CAST(max(CASE WHEN private THEN 0 ELSE people END) AS BIGINT) AS people_elsewhere
                 FROM commitment_hours WHERE tenant = $1 AND commitment = $2 AND struck_at IS NULL
                 GROUP BY substr(day, 1, 7) ORDER BY of_month"
            ),
            &values![tenant, commitment],
        )
        .await?;
    let mut found = HoursSum::default();
    for row in &rows {
        found.add(month(row)?);
    }
    Ok(found)
}

/// The time that was given for what was promised in a process, as [`HoursSum::public`] lets everybody read it of each promise on
/// `today`.
///
/// # Errors
/// When the database does not answer.
pub async fn told(s: &mut Session, tenant: TenantId, process: ProcessId, smallest: i64, today: Date) -> Result<HoursTold, Error> {
    let (mut told, mut of, mut sum) = (HoursTold::default(), CommitmentId::from_uuid(Uuid::nil()), HoursSum::default());
    loop {
        let after = sum.months.last().map_or_else(String::new, |it| it.month.clone());
        let rows = s
            .all(
                sql!(
                    "SELECT h.commitment, substr(h.day, 1, 7) AS of_month, CAST(sum(h.minutes) AS BIGINT) AS minutes,
                       CAST(sum(CASE WHEN h.private THEN h.minutes ELSE 0 END) AS BIGINT) AS at_home,
                       CAST(max(h.people) AS BIGINT) AS people,
                       CAST(max(CASE WHEN h.private THEN h.people ELSE 0 END) AS BIGINT) AS people_at_home,
                       CAST(max(CASE WHEN h.private THEN 0 ELSE h.people END) AS BIGINT) AS people_elsewhere
                     FROM commitment c JOIN commitment_hours h ON h.tenant = c.tenant AND h.commitment = c.id
                     WHERE c.tenant = $1 AND c.process = $2 AND h.struck_at IS NULL AND (h.commitment, substr(h.day, 1, 7)) > ($3, $4)
                     GROUP BY h.commitment, substr(h.day, 1, 7) ORDER BY h.commitment, of_month LIMIT $5"
                ),
                &values![tenant, process, of, after, A_PAGE],
            )
            .await?;
        for row in &rows {
            let commitment: CommitmentId = row.get("commitment")?;
            if commitment != of {
                told.add(&sum, smallest, today);
                (of, sum) = (commitment, HoursSum::default());
            }
            sum.add(month(row)?);
        }
        if rows.is_empty() {
            told.add(&sum, smallest, today);
            return Ok(told);
        }
    }
}

/// Keeps what was given; its number.
pub(crate) async fn insert(
    tx: &mut Tx,
    tenant: TenantId,
    commitment: CommitmentId,
    given: &HoursGiven,
    (by, at): (NotedBy, Instant),
) -> Result<i64, Error> {
    let last = tx
        .one(
            sql!("SELECT CAST(coalesce(max(number), 0) AS BIGINT) AS last FROM commitment_hours WHERE tenant = $1 AND commitment = $2"),
            &values![tenant, commitment],
        )
        .await?;
    let number = last.get::<i64>("last")? + 1;
    tx.run(
        sql!(
            "INSERT INTO commitment_hours (tenant, commitment, number, day, minutes, people, private, noted_by, noted_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        &values![tenant, commitment, number, given.day, given.minutes, given.people, given.private, by.code(), at],
    )
    .await?;
    Ok(number)
}

/// Strikes what was written down by mistake; false when there is no such thing (any more).
pub(crate) async fn strike(tx: &mut Tx, tenant: TenantId, commitment: CommitmentId, number: i64, at: Instant) -> Result<bool, Error> {
    let many = tx
        .run(
            sql!("UPDATE commitment_hours SET struck_at = $4 WHERE tenant = $1 AND commitment = $2 AND number = $3 AND struck_at IS NULL"),
            &values![tenant, commitment, number, at],
        )
        .await?;
    Ok(many > 0)
}
