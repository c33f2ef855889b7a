//! Milestones of commitments.

use kernel::{CommitmentId, Date, MilestoneId, TenantId, TextId};
use store::{Error, Row, Session, Tx, sql, values};

/// A step of a commitment with its date. All of it is public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    /// Its id.
    pub id: MilestoneId,
    /// Of which commitment.
    pub commitment: CommitmentId,
    /// What will be there.
    pub text: TextId,
    /// When.
    pub planned: Date,
    /// When it was reached.
    pub done: Option<Date>,
}

fn read(row: &Row) -> Result<Milestone, Error> {
    Ok(Milestone {
        id: row.get("id")?,
        commitment: row.get("commitment")?,
        text: row.get("text")?,
        planned: row.get("planned")?,
        done: row.get("done")?,
    })
}

/// The milestones of a commitment, the earliest first.
///
/// # Errors
/// When the database does not answer.
pub async fn of_commitment(s: &mut Session, tenant: TenantId, commitment: CommitmentId) -> Result<Vec<Milestone>, Error> {
    let rows = s
        .all(
            sql!("SELECT * FROM milestone WHERE tenant = $1 AND commitment = $2 ORDER BY planned, id LIMIT 200"),
            &values![tenant, commitment],
        )
        .await?;
    rows.iter().map(read).collect()
}

pub(crate) async fn insert(tx: &mut Tx, tenant: TenantId, it: &Milestone) -> Result<(), Error> {
    tx.run(
        sql!("INSERT INTO milestone (tenant, id, commitment, text, planned, done) VALUES ($1, $2, $3, $4, $5, $6)"),
        &values![tenant, it.id, it.commitment, it.text, it.planned, it.done],
    )
    .await
    .map(drop)
}

pub(crate) async fn update(tx: &mut Tx, tenant: TenantId, it: &Milestone) -> Result<(), Error> {
    tx.run(sql!("UPDATE milestone SET planned = $3, done = $4 WHERE tenant = $1 AND id = $2"), &values![tenant, it.id, it.planned, it.done])
        .await
        .map(drop)
}
