//! Records of values in conflict (F6). A record is never changed: a new one stands above it, so that it shows how the
//! weighing went.

use super::next;
use crate::model::ReviewEnding;
use kernel::{AccountId, AreaId, Date, DepartmentId, DossierId, Instant, ProcessId, TenantId, TextId};
use store::{Error, Row, Session, Tx, sql, values};

/// One record of values in conflict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weighing {
    /// The dossier.
    pub dossier: DossierId,
    /// The first of a dossier is 1.
    pub number: i64,
    /// The department that had the dossier then.
    pub department: Option<DepartmentId>,
    /// The values in conflict, keys of [`evidence::Perspective::values`].
    pub values: Vec<String>,
    /// The dilemma, a key of [`evidence::Dilemma`].
    pub dilemma: String,
    /// Between what can be chosen, in public words.
    pub options: TextId,
    /// How the department copes with it, a key of [`evidence::Strategy`]; `None` while no choice was made (F3 X5).
    pub strategy: Option<String>,
    /// What was chosen and why, in public words; there when a choice was made.
    pub motive: Option<TextId>,
    /// Which of the values was put first; there when the strategy is [`crate::model::PRIORITISE`].
    pub first: Option<String>,
    /// With which earlier dossier it was compared, when it was with one.
    pub compared: Option<DossierId>,
    /// When a value that was put first is looked at again.
    pub review: Option<Date>,
    /// What was found then; `None` while nobody looked.
    pub reviewed: Option<Reviewed>,
    /// Which departments defend which of the values; departments, never people.
    pub defended: Vec<(String, DepartmentId)>,
    /// The area that the dossier was about then.
    pub area: Option<AreaId>,
    /// The theme of its first contribution then, by its code.
    pub theme: Option<String>,
    /// When it was recorded.
    pub at: Instant,
}

/// What was found when a choice was looked at again (F6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reviewed {
    /// Whether the value still goes first.
    pub ending: ReviewEnding,
    /// What was found, in public words.
    pub words: TextId,
    /// When.
    pub at: Instant,
}

/// A choice that somebody must look at again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DueReview {
    pub(crate) dossier: DossierId,
    /// On which day.
    pub(crate) day: Date,
}

fn read(row: &Row) -> Result<Weighing, Error> {
    let (values, defended): (String, String) = (row.get("conflicting")?, row.get("defended")?);
    let ending = row.get::<Option<String>>("reviewed")?.and_then(|code| ReviewEnding::of(&code));
    let (words, at): (Option<TextId>, Option<Instant>) = (row.get("review_words")?, row.get("reviewed_at")?);
    let pair =
        |it: &str| it.split_once('=').and_then(|(value, department)| Some((value.to_owned(), department.parse::<DepartmentId>().ok()?)));
    Ok(Weighing {
        dossier: row.get("dossier")?,
        number: row.get("number")?,
        department: row.get("department")?,
        values: values.split(' ').map(str::to_owned).collect(),
        dilemma: row.get("dilemma")?,
        options: row.get("options")?,
        strategy: row.get("strategy")?,
        motive: row.get("motive")?,
        first: row.get("put_first")?,
        compared: row.get("compared")?,
        review: row.get("review_day")?,
        reviewed: ending.zip(words).zip(at).map(|((ending, words), at)| Reviewed { ending, words, at }),
        defended: defended.split_whitespace().filter_map(pair).collect(),
        area: row.get("area")?,
        theme: row.get("theme")?,
        at: row.get("recorded_at")?,
    })
}

/// The records of a dossier, newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn weighings(s: &mut Session, tenant: TenantId, dossier: DossierId) -> Result<Vec<Weighing>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT * FROM weighing
                 WHERE tenant = $1 AND dossier = $2 ORDER BY number DESC LIMIT 20"
            ),
            &values![tenant, dossier],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// Earlier choices in the same dilemma in other dossiers, newest first: to compare with, never to follow (B43 «per casus
/// beslissen»).
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn chosen_before(s: &mut Session, tenant: TenantId, dossier: DossierId, dilemma: &str) -> Result<Vec<Weighing>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT * FROM weighing
                 WHERE tenant = $1 AND dossier <> $2 AND dilemma = $3 AND strategy IS NOT NULL ORDER BY recorded_at DESC, dossier DESC LIMIT 20"
            ),
            &values![tenant, dossier, dilemma],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// Earlier choices about the same theme in other dossiers, newest first.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn chosen_of_theme(s: &mut Session, tenant: TenantId, dossier: DossierId, theme: &str) -> Result<Vec<Weighing>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT * FROM weighing
                 WHERE tenant = $1 AND dossier <> $2 AND theme = $3 AND strategy IS NOT NULL ORDER BY recorded_at DESC, dossier DESC LIMIT 20"
            ),
            &values![tenant, dossier, theme],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// Earlier choices in the same area in other dossiers, newest first.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn chosen_in_area(s: &mut Session, tenant: TenantId, dossier: DossierId, area: AreaId) -> Result<Vec<Weighing>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT * FROM weighing
                 WHERE tenant = $1 AND dossier <> $2 AND area = $3 AND strategy IS NOT NULL ORDER BY recorded_at DESC, dossier DESC LIMIT 20"
            ),
            &values![tenant, dossier, area],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// The newest choices in other dossiers, whatever they are about.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn chosen_lately(s: &mut Session, tenant: TenantId, dossier: DossierId) -> Result<Vec<Weighing>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT * FROM weighing
                 WHERE tenant = $1 AND dossier <> $2 AND strategy IS NOT NULL ORDER BY recorded_at DESC, dossier DESC LIMIT 100"
            ),
            &values![tenant, dossier],
        )
        .await?;
    rows.iter().map(read).collect()
}

pub(crate) async fn add_weighing(
    tx: &mut Tx,
    tenant: TenantId,
    process: ProcessId,
    it: &Weighing,
    by: Option<AccountId>,
) -> Result<(), Error> {
    let last = sql!("SELECT CAST(coalesce(max(number), 0) AS BIGINT) AS last FROM weighing WHERE tenant = $1 AND dossier = $2");
    let number = next(tx, last, tenant, it.dossier).await?;
    // Only the last choice of a dossier is looked at again.
    tx.run(
        sql!("UPDATE weighing SET review_open = NULL WHERE tenant = $1 AND dossier = $2 AND review_open IS NOT NULL"),
        &values![tenant, it.dossier],
    )
    .await?;
    let defended: Vec<String> = it.defended.iter().map(|(value, department)| format!("{value}={department}")).collect();
    tx.run(
        sql!(
            "INSERT INTO weighing (tenant, dossier, number, department, conflicting, dilemma, options, strategy, motive, review_day,
             recorded_at, recorded_by, process, put_first, compared, defended, area, theme, review_open)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)"
        ),
        &values![
            tenant,
            it.dossier,
            number,
            it.department,
            it.values.join(" "),
            it.dilemma,
            it.options,
            it.strategy,
            it.motive,
            it.review,
            it.at,
            by,
            process,
            it.first,
            it.compared,
            defended.join(" "),
            it.area,
            it.theme,
            it.review,
        ],
    )
    .await?;
    Ok(())
}

/// The choices that must be looked at again on `today` or before, those of the earliest day first, after `after`.
pub(crate) async fn due_reviews(
    s: &mut Session,
    tenant: TenantId,
    today: Date,
    after: Option<(Date, DossierId)>,
    limit: i64,
) -> Result<Vec<DueReview>, Error> {
    let (day, dossier) = after.map_or((String::new(), DossierId::from_uuid(uuid::Uuid::nil())), |(day, id)| (day.to_string(), id));
    let rows = s
        .all(
            sql!(
                "SELECT dossier, review_open FROM weighing
                 WHERE tenant = $1 AND review_open <= $2 AND (review_open, dossier) > ($3, $4) ORDER BY review_open, dossier LIMIT $5"
            ),
            &values![tenant, today, day, dossier, limit],
        )
        .await?;
    rows.iter().map(|row| Ok(DueReview { dossier: row.get("dossier")?, day: row.get("review_open")? })).collect()
}

/// The choice of a dossier that is still to be looked at again: its number, and on which day.
pub(crate) async fn open_review(s: &mut Session, tenant: TenantId, dossier: DossierId) -> Result<Option<(i64, Date)>, Error> {
    let row = s
        .optional(
            sql!(
                "SELECT number, review_open FROM weighing
                 WHERE tenant = $1 AND dossier = $2 AND review_open IS NOT NULL ORDER BY number DESC LIMIT 1"
            ),
            &values![tenant, dossier],
        )
        .await?;
    row.map(|row| Ok((row.get("number")?, row.get("review_open")?))).transpose()
}

/// Writes down what was found when a choice was looked at again.
pub(crate) async fn end_review(
    tx: &mut Tx,
    tenant: TenantId,
    (dossier, number): (DossierId, i64),
    (ending, words): (ReviewEnding, TextId),
    (at, by): (Instant, Option<AccountId>),
) -> Result<(), Error> {
    tx.run(
        sql!(
            "UPDATE weighing SET review_open = NULL, reviewed = $4, review_words = $5, reviewed_at = $6, reviewed_by = $7
             WHERE tenant = $1 AND dossier = $2 AND number = $3"
        ),
        &values![tenant, dossier, number, ending.code(), words, at, by],
    )
    .await?;
    Ok(())
}
