//! Authors who say that their contribution does not belong in the bundle it travels in, or should not have been divided, and how
//! that ended.

use kernel::{AccountId, ContributionId, Date, DossierId, IdentityId, Instant, TenantId, TextId};
use store::{Error, Row, Session, Tx, sql, values};

/// How the municipality ended a contest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContestEnd {
    /// The contribution goes on apart; of one that was divided the parts are one again.
    Apart,
    /// It stays in the bundle, or divided, with a motive.
    Kept,
}

impl ContestEnd {
    /// As stored, and as told to programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Apart => "apart",
            Self::Kept => "kept",
        }
    }
    fn of(code: &str) -> Option<Self> {
        [Self::Apart, Self::Kept].into_iter().find(|end| end.code() == code)
    }
}

/// An author contests that the contribution travels with others. That it was contested and how it ended is public; what
/// the author wrote is for the municipality.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contest {
    /// Which contribution.
    pub contribution: ContributionId,
    /// The first of a contribution is 1.
    pub number: i64,
    /// The bundle it travelled in; or the dossier from which it was divided.
    pub dossier: DossierId,
    /// Whether the author contests that it was divided over departments, not that it travels with others.
    pub of_division: bool,
    /// Why it is about something else, in the words of the author; `None` once they were taken back.
    pub words: Option<TextId>,
    /// When.
    pub asked: Instant,
    /// The last day for the municipality to answer.
    pub until: Date,
    /// How it ended; `None` while it waits.
    pub ended: Option<ContestEnd>,
    /// Why, in public words; there when it was kept.
    pub motive: Option<TextId>,
    /// When it ended.
    pub settled: Option<Instant>,
}

fn read(row: &Row) -> Result<Contest, Error> {
    Ok(Contest {
        contribution: row.get("contribution")?,
        number: row.get("number")?,
        dossier: row.get("dossier")?,
        of_division: row.get("of_division")?,
        words: row.get("words")?,
        asked: row.get("asked_at")?,
        until: row.get("until_day")?,
        ended: row.get::<Option<String>>("ended")?.and_then(|code| ContestEnd::of(&code)),
        motive: row.get("motive")?,
        settled: row.get("settled_at")?,
    })
}

/// What the author of a contribution contested, the oldest first; at most 100.
///
/// # Errors
/// When the database cannot be read.
pub async fn contests(s: &mut Session, tenant: TenantId, contribution: ContributionId) -> Result<Vec<Contest>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT contribution, number, dossier, of_division, words, asked_at, until_day, ended, motive, settled_at FROM bundle_contest
                 WHERE tenant = $1 AND contribution = $2 ORDER BY number LIMIT 100"
            ),
            &values![tenant, contribution],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// What waits for an answer in a dossier, the longest waiting first; at most 100.
///
/// # Errors
/// When the database cannot be read.
pub async fn open_contests(s: &mut Session, tenant: TenantId, dossier: DossierId) -> Result<Vec<Contest>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT contribution, number, dossier, of_division, words, asked_at, until_day, ended, motive, settled_at FROM bundle_contest
                 WHERE tenant = $1 AND dossier = $2 AND ended IS NULL ORDER BY asked_at, contribution LIMIT 100"
            ),
            &values![tenant, dossier],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// What waits for an answer in the whole municipality, whose term ends first before; at most `limit`. `after` is the term and the
/// contribution of the last one of the page before.
pub(crate) async fn waiting_contests(
    s: &mut Session,
    tenant: TenantId,
    after: Option<(Date, ContributionId)>,
    limit: i64,
) -> Result<Vec<Contest>, Error> {
    let (until, contribution) = after.map_or_else(
        || (String::new(), ContributionId::from_uuid(uuid::Uuid::nil())),
        |(until, contribution)| (until.to_string(), contribution),
    );
    let rows = s
        .all(
            sql!(
                "SELECT contribution, number, dossier, of_division, words, asked_at, until_day, ended, motive, settled_at FROM bundle_contest
                 WHERE tenant = $1 AND ended IS NULL AND (until_day, contribution) > ($2, $3) ORDER BY until_day, contribution LIMIT $4"
            ),
            &values![tenant, until, contribution, limit],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// What one person contested, as far as the vault knows.
pub(crate) async fn contests_of_identity(s: &mut Session, tenant: TenantId, identity: IdentityId) -> Result<Vec<Contest>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT contribution, number, dossier, of_division, words, asked_at, until_day, ended, motive, settled_at FROM bundle_contest
                 WHERE tenant = $1 AND identity = $2 ORDER BY asked_at, contribution LIMIT 1000"
            ),
            &values![tenant, identity],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// Contests with words that are kept, after `after`, at most 100: their authors may have withdrawn since.
pub(crate) async fn worded_contests(
    s: &mut Session,
    tenant: TenantId,
    after: Option<(ContributionId, i64)>,
) -> Result<Vec<Contest>, Error> {
    let (contribution, number) = after.unwrap_or((ContributionId::from_uuid(uuid::Uuid::nil()), 0));
    let rows = s
        .all(
            sql!(
                "SELECT contribution, number, dossier, of_division, words, asked_at, until_day, ended, motive, settled_at FROM bundle_contest
                 WHERE tenant = $1 AND words IS NOT NULL AND (contribution, number) > ($2, $3) ORDER BY contribution, number LIMIT 100"
            ),
            &values![tenant, contribution, number],
        )
        .await?;
    rows.iter().map(read).collect()
}

pub(crate) async fn add_contest(tx: &mut Tx, tenant: TenantId, it: &Contest, identity: Option<IdentityId>) -> Result<(), Error> {
    tx.run(
        sql!(
            "INSERT INTO bundle_contest (tenant, contribution, number, dossier, identity, words, asked_at, until_day, of_division)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        &values![tenant, it.contribution, it.number, it.dossier, identity, it.words, it.asked, it.until, it.of_division],
    )
    .await?;
    Ok(())
}

/// Writes down how a contest ended, if it still waits; answers whether it did.
pub(crate) async fn settle_contest(
    tx: &mut Tx,
    tenant: TenantId,
    it: &Contest,
    end: ContestEnd,
    motive: Option<TextId>,
    by: Option<AccountId>,
) -> Result<bool, Error> {
    let now = tx.now();
    let changed = tx
        .run(
            sql!(
                "UPDATE bundle_contest SET ended = $4, motive = $5, settled_at = $6, settled_by = $7
                 WHERE tenant = $1 AND contribution = $2 AND number = $3 AND ended IS NULL"
            ),
            &values![tenant, it.contribution, it.number, end.code(), motive, now, by],
        )
        .await?;
    Ok(changed > 0)
}

/// The words of the author are gone.
pub(crate) async fn forget_contest(tx: &mut Tx, tenant: TenantId, it: &Contest) -> Result<(), Error> {
    tx.run(
        sql!("UPDATE bundle_contest SET words = NULL, identity = NULL WHERE tenant = $1 AND contribution = $2 AND number = $3"),
        &values![tenant, it.contribution, it.number],
    )
    .await?;
    Ok(())
}

/// The contribution travels elsewhere while it waits for an answer.
pub(crate) async fn move_contest(tx: &mut Tx, tenant: TenantId, it: &Contest, dossier: DossierId) -> Result<(), Error> {
    tx.run(
        sql!("UPDATE bundle_contest SET dossier = $4 WHERE tenant = $1 AND contribution = $2 AND number = $3"),
        &values![tenant, it.contribution, it.number, dossier],
    )
    .await?;
    Ok(())
}
