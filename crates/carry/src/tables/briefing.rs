//! What a council was told before it decided (F1 S12, G062), and politicians at the moments of a process (G063).

use kernel::{AccountId, BriefingId, Date, DossierId, Instant, ProcessId, TenantId, TextId};
use store::{Error, Row, Session, Tx, sql, values};

/// Rows of one kind that are read of one thing at most.
const MOST: i64 = 200;

/// One time that a council, or a committee of it, was told about a process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Briefing {
    /// Its id.
    pub id: BriefingId,
    /// About which process.
    pub process: ProcessId,
    /// Who was told, for instance «commissie wonen».
    pub body: String,
    /// On which day.
    pub day: Date,
    /// What was told, in plain words.
    pub told: TextId,
    /// Which legal rule keeps it closed, in public words; `None` when everybody may read what was told.
    pub closed: Option<TextId>,
    /// When it was written down.
    pub recorded: Instant,
}

/// A question that a council member asked then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BriefingQuestion {
    /// The first is 1.
    pub number: i64,
    /// What was asked.
    pub words: TextId,
    /// By when it is answered.
    pub until: Date,
    /// What was answered; `None` while it was not.
    pub answer: Option<TextId>,
    /// When.
    pub answered: Option<Instant>,
}

/// Politicians at one moment of a process, and what those who were there found of that: numbers, never names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Presence {
    /// On which day of the planning.
    pub day: Date,
    /// How many politicians were there.
    pub politicians: i64,
    /// So many found that it helped.
    pub helpful: i64,
    /// So many found that it steered.
    pub steering: i64,
    /// So many found that it made no difference.
    pub neither: i64,
}

fn read(row: &Row) -> Result<Briefing, Error> {
    Ok(Briefing {
        id: row.get("id")?,
        process: row.get("process")?,
        body: row.get("body")?,
        day: row.get("day")?,
        told: row.get("told")?,
        closed: row.get("closed")?,
        recorded: row.get("recorded_at")?,
    })
}

/// One briefing, with the dossiers that it was about in particular and what was asked.
///
/// # Errors
/// When the database cannot be read.
pub async fn briefing(
    s: &mut Session,
    tenant: TenantId,
    id: BriefingId,
) -> Result<Option<(Briefing, Vec<DossierId>, Vec<BriefingQuestion>)>, Error> {
    let row = s
        .optional(
            sql!("SELECT id, process, body, day, told, closed, recorded_at FROM council_briefing WHERE tenant = $1 AND id = $2"),
            &values![tenant, id],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let dossiers = s
        .all(
            sql!("SELECT dossier FROM briefing_dossier WHERE tenant = $1 AND briefing = $2 ORDER BY dossier LIMIT $3"),
            &values![tenant, id, MOST],
        )
        .await?;
    let dossiers = dossiers.iter().map(|row| row.get("dossier")).collect::<Result<_, _>>()?;
    let questions = s
        .all(
            sql!(
                "SELECT number, words, until_day, answer, answered_at FROM briefing_question WHERE tenant = $1 AND briefing = $2
                 ORDER BY number LIMIT $3"
            ),
            &values![tenant, id, MOST],
        )
        .await?;
    let question = |row: &Row| {
        Ok::<_, Error>(BriefingQuestion {
            number: row.get("number")?,
            words: row.get("words")?,
            until: row.get("until_day")?,
            answer: row.get("answer")?,
            answered: row.get("answered_at")?,
        })
    };
    let questions = questions.iter().map(question).collect::<Result<_, _>>()?;
    Ok(Some((read(&row)?, dossiers, questions)))
}

/// The briefings of a municipality, the last day first, before `before`, at most `limit`.
///
/// # Errors
/// When the database cannot be read.
pub async fn briefings(s: &mut Session, tenant: TenantId, before: Option<(Date, BriefingId)>, limit: i64) -> Result<Vec<Briefing>, Error> {
    let (narrow, day, id) = match before {
        Some((day, id)) => (true, day.to_string(), id),
        None => (false, String::new(), BriefingId::from_uuid(uuid::Uuid::nil())),
    };
    let rows = s
        .all(
            sql!(
                "SELECT id, process, body, day, told, closed, recorded_at FROM council_briefing
                 WHERE tenant = $1 AND (NOT $2 OR (day, id) < ($3, $4)) ORDER BY day DESC, id DESC LIMIT $5"
            ),
            &values![tenant, narrow, day, id, limit],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// The briefings about a process, the first day first.
///
/// # Errors
/// When the database cannot be read.
pub async fn briefings_of_process(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<Vec<Briefing>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT id, process, body, day, told, closed, recorded_at FROM council_briefing
                 WHERE tenant = $1 AND process = $2 ORDER BY day, id LIMIT $3"
            ),
            &values![tenant, process, MOST],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// The briefings that a dossier comes under: those that name it, and those about its whole process.
///
/// # Errors
/// When the database cannot be read.
pub async fn briefings_of_dossier(
    s: &mut Session,
    tenant: TenantId,
    process: ProcessId,
    dossier: DossierId,
) -> Result<Vec<Briefing>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT b.id, b.process, b.body, b.day, b.told, b.closed, b.recorded_at FROM council_briefing b
                 WHERE b.tenant = $1 AND b.process = $2
                 AND (EXISTS (SELECT 1 FROM briefing_dossier d WHERE d.tenant = b.tenant AND d.briefing = b.id AND d.dossier = $3)
                      OR NOT EXISTS (SELECT 1 FROM briefing_dossier d WHERE d.tenant = b.tenant AND d.briefing = b.id))
                 ORDER BY b.day, b.id LIMIT $4"
            ),
            &values![tenant, process, dossier, MOST],
        )
        .await?;
    rows.iter().map(read).collect()
}

pub(crate) async fn add_briefing(
    tx: &mut Tx,
    tenant: TenantId,
    it: &Briefing,
    dossiers: &[DossierId],
    by: Option<AccountId>,
) -> Result<(), Error> {
    tx.run(
        sql!(
            "INSERT INTO council_briefing (tenant, id, process, body, day, told, closed, recorded_at, recorded_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        &values![tenant, it.id, it.process, it.body, it.day, it.told, it.closed, it.recorded, by],
    )
    .await?;
    for dossier in dossiers {
        tx.run(sql!("INSERT INTO briefing_dossier (tenant, briefing, dossier) VALUES ($1, $2, $3)"), &values![tenant, it.id, *dossier])
            .await?;
    }
    Ok(())
}

pub(crate) async fn add_briefing_question(
    tx: &mut Tx,
    tenant: TenantId,
    briefing: BriefingId,
    (words, until): (TextId, Date),
    (at, by): (Instant, Option<AccountId>),
) -> Result<i64, Error> {
    let row = tx
        .one(
            sql!("SELECT CAST(coalesce(max(number), 0) AS BIGINT) AS last FROM briefing_question WHERE tenant = $1 AND briefing = $2"),
            &values![tenant, briefing],
        )
        .await?;
    let number = row.get::<i64>("last")? + 1;
    tx.run(
        sql!(
            "INSERT INTO briefing_question (tenant, briefing, number, words, until_day, asked_at, asked_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        &values![tenant, briefing, number, words, until, at, by],
    )
    .await?;
    Ok(number)
}

/// Writes down the answer to a question that has none.
pub(crate) async fn answer_briefing_question(
    tx: &mut Tx,
    tenant: TenantId,
    (briefing, number): (BriefingId, i64),
    answer: TextId,
    (at, by): (Instant, Option<AccountId>),
) -> Result<u64, Error> {
    tx.run(
        sql!(
            "UPDATE briefing_question SET answer = $4, answered_at = $5, answered_by = $6
             WHERE tenant = $1 AND briefing = $2 AND number = $3 AND answer IS NULL"
        ),
        &values![tenant, briefing, number, answer, at, by],
    )
    .await
}

/// The moments of a process of which was written down whether politicians were there, the first day first.
///
/// # Errors
/// When the database cannot be read.
pub async fn presences(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<Vec<Presence>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT day, politicians, helpful, steering, neither FROM moment_presence
                 WHERE tenant = $1 AND process = $2 ORDER BY day LIMIT $3"
            ),
            &values![tenant, process, MOST],
        )
        .await?;
    let presence = |row: &Row| {
        Ok(Presence {
            day: row.get("day")?,
            politicians: row.get("politicians")?,
            helpful: row.get("helpful")?,
            steering: row.get("steering")?,
            neither: row.get("neither")?,
        })
    };
    rows.iter().map(presence).collect()
}

/// Writes down who was there, in the place of what was written of that day before.
pub(crate) async fn add_presence(
    tx: &mut Tx,
    tenant: TenantId,
    process: ProcessId,
    it: &Presence,
    (at, by): (Instant, Option<AccountId>),
) -> Result<(), Error> {
    tx.run(sql!("DELETE FROM moment_presence WHERE tenant = $1 AND process = $2 AND day = $3"), &values![tenant, process, it.day]).await?;
    tx.run(
        sql!(
            "INSERT INTO moment_presence (tenant, process, day, politicians, helpful, steering, neither, recorded_at, recorded_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        &values![tenant, process, it.day, it.politicians, it.helpful, it.steering, it.neither, at, by],
    )
    .await
    .map(drop)
}

/// When the first advice was given in a process; `None` while there is none.
///
/// # Errors
/// When the database cannot be read.
pub async fn first_advice(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<Option<Instant>, Error> {
    let row =
        s.optional(sql!("SELECT first_at FROM process_advised WHERE tenant = $1 AND process = $2"), &values![tenant, process]).await?;
    row.map(|row| row.get("first_at")).transpose()
}

/// Remembers that an advice was given in a process, when it is the first.
pub(crate) async fn note_advised(tx: &mut Tx, tenant: TenantId, process: ProcessId, at: Instant) -> Result<(), Error> {
    tx.run(
        sql!("INSERT INTO process_advised (tenant, process, first_at) VALUES ($1, $2, $3) ON CONFLICT (tenant, process) DO NOTHING"),
        &values![tenant, process, at],
    )
    .await
    .map(drop)
}
