//! Searches for contributions that say the same, and the proposals that came of them. A proposal holds which contributions,
//! never their words.

use kernel::{ContributionId, DossierId, Instant, ProcessId, TenantId};
use std::collections::BTreeMap;
use store::{Error, Row, Session, Tx, sql, values};
use uuid::Uuid;

/// A search that was told nothing of for so many seconds may be begun again.
const STALE: i64 = 900;

/// The last search in a process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchRow {
    /// Which search; its stream in the journal.
    pub run: Uuid,
    /// Whether it is still busy.
    pub busy: bool,
    /// What it is busy with: `reading`, `comparing` or `grouping`.
    pub step: Option<String>,
    /// How many contributions are done in this step.
    pub done: i64,
    /// How many there are.
    pub total: i64,
    /// How many proposals came of it.
    pub found: i64,
    /// The highest number that a proposal of this process ever had.
    pub numbered: i64,
    /// When it was asked for.
    pub asked_at: Instant,
    /// When something was told of it last.
    pub told_at: Instant,
}

impl SearchRow {
    /// Whether it still runs, as far as can be known at `now`.
    #[must_use]
    pub fn runs(&self, now: Instant) -> bool {
        self.busy && self.told_at.plus_seconds(STALE) > now
    }
}

/// How a proposal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProposalStatus {
    /// A person still has to look.
    Open,
    /// What was chosen of it travels together.
    Confirmed,
    /// Nothing of it was put together; a later search does not bring it again.
    Aside,
}

impl ProposalStatus {
    const ALL: [Self; 3] = [Self::Open, Self::Confirmed, Self::Aside];

    /// The code that is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Confirmed => "confirmed",
            Self::Aside => "aside",
        }
    }
}

/// A proposal to put contributions together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposalRow {
    /// Its number within the process.
    pub number: i64,
    /// How many contributions it proposes to put together.
    pub size: i64,
    /// How it stands.
    pub status: ProposalStatus,
    /// The dossier in which the first of it were put together already.
    pub dossier: Option<DossierId>,
}

fn read(row: &Row) -> Result<ProposalRow, Error> {
    let code: String = row.get("status")?;
    let status = ProposalStatus::ALL.into_iter().find(|it| it.code() == code);
    Ok(ProposalRow {
        number: row.get("number")?,
        size: row.get("size")?,
        status: status.ok_or_else(|| Error::Broken(format!("«{code}» is no status of a proposal")))?,
        dossier: row.get("dossier")?,
    })
}

/// The last search in a process.
///
/// # Errors
/// When the database cannot be read.
pub async fn bundle_search(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<Option<SearchRow>, Error> {
    let row = s
        .optional(
            sql!(
                "SELECT run, status, step, done, total, found, numbered, asked_at, told_at FROM bundle_search WHERE tenant = $1 AND process = $2"
            ),
            &values![tenant, process],
        )
        .await?;
    row.map(|row| {
        Ok(SearchRow {
            run: row.get("run")?,
            busy: row.get::<String>("status")? == "busy",
            step: row.get("step")?,
            done: row.get("done")?,
            total: row.get("total")?,
            found: row.get("found")?,
            numbered: row.get("numbered")?,
            asked_at: row.get("asked_at")?,
            told_at: row.get("told_at")?,
        })
    })
    .transpose()
}

/// A search begins; what the last one proposed stays until this one is done.
pub(crate) async fn begin_search(tx: &mut Tx, tenant: TenantId, process: ProcessId, run: Uuid, at: Instant) -> Result<(), Error> {
    let changed = tx
        .run(
            sql!(
                "UPDATE bundle_search SET run = $3, status = 'busy', step = NULL, done = 0, total = 0, found = 0, asked_at = $4, told_at = $4
                 WHERE tenant = $1 AND process = $2"
            ),
            &values![tenant, process, run, at],
        )
        .await?;
    if changed == 0 {
        tx.run(
            sql!(
                "INSERT INTO bundle_search (tenant, process, run, status, done, total, found, numbered, asked_at, told_at)
                 VALUES ($1, $2, $3, 'busy', 0, 0, 0, 0, $4, $4)"
            ),
            &values![tenant, process, run, at],
        )
        .await?;
    }
    Ok(())
}

/// Tells how far a search is.
pub(crate) async fn tell_search(
    tx: &mut Tx,
    tenant: TenantId,
    process: ProcessId,
    run: Uuid,
    (step, done, total): (&str, i64, i64),
) -> Result<(), Error> {
    let now = tx.now();
    tx.run(
        sql!(
            "UPDATE bundle_search SET step = $4, done = $5, total = $6, told_at = $7
             WHERE tenant = $1 AND process = $2 AND run = $3 AND status = 'busy'"
        ),
        &values![tenant, process, run, step, done, total, now],
    )
    .await?;
    Ok(())
}

/// A group that a search found: whom it proposes to put together, and who is against the same.
#[derive(Debug, Clone, Default)]
pub(crate) struct Found {
    pub(crate) with: Vec<ContributionId>,
    pub(crate) opposed: Vec<ContributionId>,
}

/// Keeps what a search found in the place of what is still open of the last one.
pub(crate) async fn end_search(
    tx: &mut Tx,
    tenant: TenantId,
    process: ProcessId,
    search: &SearchRow,
    groups: &[Found],
) -> Result<(), Error> {
    tx.run(
        sql!(
            "DELETE FROM bundle_member WHERE tenant = $1 AND process = $2 AND proposal IN
             (SELECT number FROM bundle_proposal WHERE tenant = $1 AND process = $2 AND status = 'open')"
        ),
        &values![tenant, process],
    )
    .await?;
    tx.run(sql!("DELETE FROM bundle_proposal WHERE tenant = $1 AND process = $2 AND status = 'open'"), &values![tenant, process]).await?;
    let mut number = search.numbered;
    for group in groups {
        number += 1;
        add_proposal(tx, tenant, process, number, group).await?;
    }
    let (found, now) = (i64::try_from(groups.len()).unwrap_or(i64::MAX), tx.now());
    tx.run(
        sql!(
            "UPDATE bundle_search SET status = 'done', step = NULL, done = total, found = $4, numbered = $5, told_at = $6
             WHERE tenant = $1 AND process = $2 AND run = $3"
        ),
        &values![tenant, process, search.run, found, number, now],
    )
    .await?;
    Ok(())
}

async fn add_proposal(tx: &mut Tx, tenant: TenantId, process: ProcessId, number: i64, group: &Found) -> Result<(), Error> {
    let size = i64::try_from(group.with.len()).unwrap_or(i64::MAX);
    tx.run(
        sql!("INSERT INTO bundle_proposal (tenant, process, number, size, status) VALUES ($1, $2, $3, $4, 'open')"),
        &values![tenant, process, number, size],
    )
    .await?;
    for (members, opposed) in [(&group.with, false), (&group.opposed, true)] {
        for (place, contribution) in (0_i64..).zip(members) {
            tx.run(
                sql!("INSERT INTO bundle_member (tenant, process, proposal, contribution, place, opposed) VALUES ($1, $2, $3, $4, $5, $6)"),
                &values![tenant, process, number, contribution, place, opposed],
            )
            .await?;
        }
    }
    Ok(())
}

/// A proposal under a number that was never used before in its process.
pub(crate) async fn add_numbered(tx: &mut Tx, tenant: TenantId, process: ProcessId, group: &Found) -> Result<i64, Error> {
    let last: i64 = tx
        .one(sql!("SELECT numbered FROM bundle_search WHERE tenant = $1 AND process = $2"), &values![tenant, process])
        .await?
        .get("numbered")?;
    tx.run(sql!("UPDATE bundle_search SET numbered = $3 WHERE tenant = $1 AND process = $2"), &values![tenant, process, last + 1]).await?;
    add_proposal(tx, tenant, process, last + 1, group).await?;
    Ok(last + 1)
}

/// Open proposals of a process after the number `after`: those of one search by size, the largest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn bundle_proposals(
    s: &mut Session,
    tenant: TenantId,
    process: ProcessId,
    after: i64,
    limit: i64,
) -> Result<Vec<ProposalRow>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT number, size, status, dossier FROM bundle_proposal
                 WHERE tenant = $1 AND process = $2 AND status = 'open' AND number > $3 ORDER BY number LIMIT $4"
            ),
            &values![tenant, process, after, limit],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// One proposal.
///
/// # Errors
/// When the database cannot be read.
pub async fn bundle_proposal(s: &mut Session, tenant: TenantId, process: ProcessId, number: i64) -> Result<Option<ProposalRow>, Error> {
    let row = s
        .optional(
            sql!("SELECT number, size, status, dossier FROM bundle_proposal WHERE tenant = $1 AND process = $2 AND number = $3"),
            &values![tenant, process, number],
        )
        .await?;
    row.as_ref().map(read).transpose()
}

/// The contributions of a proposal, in order: those to put together, or those that are `opposed`.
///
/// # Errors
/// When the database cannot be read.
pub async fn bundle_members(
    s: &mut Session,
    tenant: TenantId,
    process: ProcessId,
    number: i64,
    opposed: bool,
    limit: i64,
) -> Result<Vec<ContributionId>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT contribution FROM bundle_member WHERE tenant = $1 AND process = $2 AND proposal = $3 AND opposed = $4
                 ORDER BY place LIMIT $5"
            ),
            &values![tenant, process, number, opposed, limit],
        )
        .await?;
    rows.iter().map(|row| row.get("contribution")).collect()
}

/// What was set aside before, each as the contributions in it.
pub(crate) async fn aside(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<Vec<Vec<ContributionId>>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT m.proposal, m.contribution FROM bundle_proposal p
                 JOIN bundle_member m ON m.tenant = p.tenant AND m.process = p.process AND m.proposal = p.number
                 WHERE p.tenant = $1 AND p.process = $2 AND p.status = 'aside' AND m.opposed = FALSE"
            ),
            &values![tenant, process],
        )
        .await?;
    let mut found: BTreeMap<i64, Vec<ContributionId>> = BTreeMap::new();
    for row in rows {
        found.entry(row.get("proposal")?).or_default().push(row.get("contribution")?);
    }
    Ok(found.into_values().collect())
}

/// Takes a contribution out of a proposal; answers whether it was in it.
pub(crate) async fn take_out(
    tx: &mut Tx,
    tenant: TenantId,
    process: ProcessId,
    number: i64,
    contribution: ContributionId,
) -> Result<bool, Error> {
    let gone = tx
        .run(
            sql!(
                "DELETE FROM bundle_member WHERE tenant = $1 AND process = $2 AND proposal = $3 AND contribution = $4 AND opposed = FALSE"
            ),
            &values![tenant, process, number, contribution],
        )
        .await?;
    Ok(gone > 0)
}

/// Counts a proposal again, and says how it stands; answers how many are left in it.
pub(crate) async fn recount(
    tx: &mut Tx,
    tenant: TenantId,
    process: ProcessId,
    number: i64,
    dossier: Option<DossierId>,
) -> Result<i64, Error> {
    let left: i64 = tx
        .one(
            sql!(
                "SELECT CAST(count(*) AS BIGINT) AS left_in FROM bundle_member
                 WHERE tenant = $1 AND process = $2 AND proposal = $3 AND opposed = FALSE"
            ),
            &values![tenant, process, number],
        )
        .await?
        .get("left_in")?;
    // Into a dossier one more can go; by itself one is no bundle.
    let least = if dossier.is_some() { 1 } else { 2 };
    let status = match (left < least, dossier) {
        (false, _) => ProposalStatus::Open,
        (true, Some(_)) => ProposalStatus::Confirmed,
        (true, None) => ProposalStatus::Aside,
    };
    let settled = (status != ProposalStatus::Open).then(|| tx.now());
    tx.run(
        sql!(
            "UPDATE bundle_proposal SET size = $4, status = $5, dossier = $6, settled_at = $7
             WHERE tenant = $1 AND process = $2 AND number = $3"
        ),
        &values![tenant, process, number, left, status.code(), dossier, settled],
    )
    .await?;
    Ok(left)
}

/// Sets a proposal aside.
pub(crate) async fn set_aside(tx: &mut Tx, tenant: TenantId, process: ProcessId, number: i64) -> Result<(), Error> {
    let now = tx.now();
    tx.run(
        sql!("UPDATE bundle_proposal SET status = 'aside', settled_at = $4 WHERE tenant = $1 AND process = $2 AND number = $3"),
        &values![tenant, process, number, now],
    )
    .await?;
    Ok(())
}
