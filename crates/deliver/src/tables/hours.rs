//! The time that volunteers gave for commitments.

use crate::model::volunteering::{HoursGiven, HoursMonth, HoursSum, HoursTold, NotedBy, month_of};
use kernel::{CommitmentId, Date, Instant, ProcessId, TenantId};
use store::{Error, Row, Session, Tx, sql, values};

fn read(row: &Row) -> Result<(i64, HoursGiven), Error> {
    let given = HoursGiven { day: row.get("day")?, minutes: row.get("minutes")?, people: row.get("people")?, private: row.get("private")? };
    Ok((row.get("number")?, given))
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
        let month = HoursMonth {
            month: row.get("of_month")?,
            minutes: row.get("minutes")?,
            people: row.get("people")?,
            private: row.get("at_home")?,
            private_people: row.get("people_at_home")?,
            other_people: row.get("people_elsewhere")?,
        };
        found.minutes = found.minutes.saturating_add(month.minutes);
        found.private = found.private.saturating_add(month.private);
        found.months.push(month);
    }
    Ok(found)
}

/// The time that was given for what was promised in a process, as [`HoursSum::public`] lets everybody read it of each promise on
/// `today`.
///
/// # Errors
/// When the database does not answer.
pub async fn told(s: &mut Session, tenant: TenantId, process: ProcessId, smallest: i64, today: Date) -> Result<HoursTold, Error> {
    let row = s
        .one(
            sql!(
                "SELECT CAST(coalesce(sum((g.minutes + 59) / 60), 0) AS BIGINT) AS hours,
                   CAST(coalesce(sum(CASE WHEN g.minutes > 0 THEN 1 ELSE 0 END), 0) AS BIGINT) AS commitments,
                   CAST(coalesce(sum(CASE WHEN g.minutes > 0 THEN 0 ELSE 1 END), 0) AS BIGINT) AS few
                 FROM (SELECT m.commitment,
                     CAST(sum(CASE WHEN m.of_month < $4 AND m.people >= $3 THEN m.minutes ELSE 0 END) AS BIGINT) AS minutes
                   FROM (SELECT h.commitment, substr(h.day, 1, 7) AS of_month, CAST(sum(h.minutes) AS BIGINT) AS minutes,
                       max(h.people) AS people
                     FROM commitment c JOIN commitment_hours h ON h.tenant = c.tenant AND h.commitment = c.id
                     WHERE c.tenant = $1 AND c.process = $2 AND h.struck_at IS NULL
                     GROUP BY h.commitment, substr(h.day, 1, 7)) m
                   GROUP BY m.commitment) g"
            ),
            &values![tenant, process, smallest, month_of(today)],
        )
        .await?;
    Ok(HoursTold { hours: row.get("hours")?, commitments: row.get("commitments")?, few: row.get("few")? })
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
