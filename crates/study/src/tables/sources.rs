//! Sources, their passages, what was seen of sessions, and who codes them.

use crate::model::{Actors, DialogueQuality, PaperKind, Source, SourceCode, SourceKind, SpeakingUnit};
use kernel::{AccountId, Date, Instant, Language, ProcessId, TenantId, TextId};
use std::collections::BTreeMap;
use store::texts::{LanguageSet, texts};
use store::{Error, Row, Session, Tx, sql, values};

fn read(row: &Row) -> Result<Source, Error> {
    let (letter, kind): (String, String) = (row.get("letter")?, row.get("kind")?);
    let actors: String = row.get("actors")?;
    let paper: Option<String> = row.get("paper")?;
    let broken = |what: &str| Error::Broken(format!("a source has no {what} that we know"));
    Ok(Source {
        code: SourceCode::new(letter.chars().next().ok_or_else(|| broken("letter"))?, row.get("number")?),
        id: row.get("id")?,
        kind: SourceKind::of_code(&kind).ok_or_else(|| broken("kind"))?,
        actors: Actors::of_stored(&actors),
        day: row.get::<Option<Date>>("day")?,
        minutes: row.get("minutes")?,
        paper: paper.as_deref().and_then(PaperKind::of_code),
        title: row.get("title")?,
        place: row.get("place")?,
        may_quote: row.get("may_quote")?,
        single: row.get("single")?,
        withdrawn: row.get::<Option<Date>>("withdrawn")?,
        added: row.get("added")?,
    })
}

/// The sources of a process, by letter and number; a process has at most a few hundred.
///
/// # Errors
/// When the database does not answer.
pub async fn sources(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<Vec<Source>, Error> {
    s.all(sql!("SELECT * FROM study_source WHERE tenant = $1 AND process = $2 ORDER BY letter, number"), &values![tenant, process])
        .await?
        .iter()
        .map(read)
        .collect()
}

/// One source.
///
/// # Errors
/// When the database does not answer.
pub async fn source(s: &mut Session, tenant: TenantId, process: ProcessId, code: &SourceCode) -> Result<Option<Source>, Error> {
    s.optional(
        sql!("SELECT * FROM study_source WHERE tenant = $1 AND process = $2 AND code = $3"),
        &values![tenant, process, code.to_string()],
    )
    .await?
    .as_ref()
    .map(read)
    .transpose()
}

/// The source with this random id, and its process.
pub(crate) async fn by_id(s: &mut Session, tenant: TenantId, id: uuid::Uuid) -> Result<Option<(ProcessId, Source)>, Error> {
    let row = s.optional(sql!("SELECT * FROM study_source WHERE tenant = $1 AND id = $2"), &values![tenant, id]).await?;
    row.map(|row| Ok((row.get("process")?, read(&row)?))).transpose()
}

/// How many sources of one kind, and of those withdrawn, each process has, from `after` on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// Which process.
    pub process: ProcessId,
    /// Interviews.
    pub interviews: i64,
    /// Sessions.
    pub sessions: i64,
    /// Documents.
    pub documents: i64,
    /// Interviews that were withdrawn; they are in no other count.
    pub withdrawn: i64,
    /// Sources that one person coded and a second has not yet.
    pub waiting: i64,
}

/// The processes that have sources, with what there is, by their id.
///
/// # Errors
/// When the database does not answer.
pub async fn counts(s: &mut Session, tenant: TenantId, after: Option<ProcessId>, limit: i64) -> Result<Vec<Counted>, Error> {
    let after = after.unwrap_or_else(|| ProcessId::from_uuid(uuid::Uuid::nil()));
    let rows = s
        .all(
            sql!(
                "SELECT process,
                   CAST(sum(CASE WHEN kind = 'interview' AND withdrawn IS NULL THEN 1 ELSE 0 END) AS BIGINT) AS interviews,
                   CAST(sum(CASE WHEN kind = 'session' THEN 1 ELSE 0 END) AS BIGINT) AS sessions,
                   CAST(sum(CASE WHEN kind = 'document' THEN 1 ELSE 0 END) AS BIGINT) AS documents,
                   CAST(sum(CASE WHEN withdrawn IS NULL THEN 0 ELSE 1 END) AS BIGINT) AS withdrawn,
                   CAST(sum(CASE WHEN withdrawn IS NULL AND single = FALSE AND 1 = (
                     SELECT count(*) FROM study_coder c
                     WHERE c.tenant = study_source.tenant AND c.process = study_source.process AND c.source = study_source.code
                   ) THEN 1 ELSE 0 END) AS BIGINT) AS waiting
                 FROM study_source WHERE tenant = $1 AND process > $2 GROUP BY process ORDER BY process LIMIT $3"
            ),
            &values![tenant, after, limit],
        )
        .await?;
    let read = |row: &Row| {
        Ok(Counted {
            process: row.get("process")?,
            interviews: row.get("interviews")?,
            sessions: row.get("sessions")?,
            documents: row.get("documents")?,
            withdrawn: row.get("withdrawn")?,
            waiting: row.get("waiting")?,
        })
    };
    rows.iter().map(read).collect()
}

/// The next number of a letter in a process.
pub(crate) async fn next_number(s: &mut Session, tenant: TenantId, process: ProcessId, letter: char) -> Result<i64, Error> {
    s.one(
        sql!("SELECT COALESCE(max(number), 0) + 1 AS number FROM study_source WHERE tenant = $1 AND process = $2 AND letter = $3"),
        &values![tenant, process, letter.to_string()],
    )
    .await?
    .get("number")
}

pub(crate) async fn insert(tx: &mut Tx, tenant: TenantId, process: ProcessId, it: &Source) -> Result<(), Error> {
    tx.run(
        sql!(
            "INSERT INTO study_source (tenant, process, code, id, kind, letter, number, actors, day, minutes, paper, title, place,
               may_quote, single, withdrawn, added)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)"
        ),
        &values![
            tenant,
            process,
            it.code.to_string(),
            it.id,
            it.kind.code(),
            it.code.letter().to_string(),
            it.code.number(),
            it.actors.stored(),
            it.day,
            it.minutes,
            it.paper.map(PaperKind::code),
            it.title,
            it.place,
            it.may_quote,
            it.single,
            it.withdrawn,
            it.added
        ],
    )
    .await
    .map(drop)
}

/// Keeps a text of a source and gives its place.
pub(crate) async fn keep_text(tx: &mut Tx, tenant: TenantId, language: Language, at: Instant, words: &str) -> Result<TextId, Error> {
    let id = TextId::new(at, tx.random());
    tx.save_text(tenant, id, &LanguageSet::written(language, words)).await?;
    Ok(id)
}

pub(crate) async fn insert_passage(
    tx: &mut Tx,
    tenant: TenantId,
    process: ProcessId,
    code: &SourceCode,
    number: i64,
    text: TextId,
) -> Result<(), Error> {
    tx.run(
        sql!("INSERT INTO study_passage (tenant, process, source, number, text) VALUES ($1, $2, $3, $4, $5)"),
        &values![tenant, process, code.to_string(), number, text],
    )
    .await
    .map(drop)
}

async fn places(s: &mut Session, tenant: TenantId, process: ProcessId, code: &SourceCode) -> Result<Vec<(i64, TextId)>, Error> {
    s.all(
        sql!("SELECT number, text FROM study_passage WHERE tenant = $1 AND process = $2 AND source = $3 ORDER BY number"),
        &values![tenant, process, code.to_string()],
    )
    .await?
    .iter()
    .map(|row| Ok((row.get("number")?, row.get("text")?)))
    .collect()
}

/// The passages of a source with their words, in order.
///
/// # Errors
/// When the database does not answer.
pub async fn passages(s: &mut Session, tenant: TenantId, process: ProcessId, code: &SourceCode) -> Result<Vec<(i64, String)>, Error> {
    let places = places(s, tenant, process, code).await?;
    let ids: Vec<TextId> = places.iter().map(|(_, text)| *text).collect();
    let words = words(s, tenant, &ids).await?;
    Ok(places.into_iter().filter_map(|(number, text)| Some((number, words.get(&text)?.clone()))).collect())
}

/// How many passages a source has.
///
/// # Errors
/// When the database does not answer.
pub async fn passage_count(s: &mut Session, tenant: TenantId, process: ProcessId, code: &SourceCode) -> Result<i64, Error> {
    s.one(
        sql!("SELECT count(*) AS many FROM study_passage WHERE tenant = $1 AND process = $2 AND source = $3"),
        &values![tenant, process, code.to_string()],
    )
    .await?
    .get("many")
}

/// The words at these places, as they were written.
///
/// # Errors
/// When the database does not answer.
pub async fn words(s: &mut Session, tenant: TenantId, ids: &[TextId]) -> Result<BTreeMap<TextId, String>, Error> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    Ok(texts(s, tenant, ids).await?.into_iter().map(|(id, set)| (id, set.original().text.clone())).collect())
}

/// What was seen of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observation {
    /// How many people were there.
    pub present: i64,
    /// In what speaking was counted.
    pub unit: SpeakingUnit,
    /// How people spoke with each other.
    pub quality: DialogueQuality,
    /// Who was missing, in words.
    pub missing: Option<TextId>,
    /// What each person said, in no order that tells who.
    pub spoken: Vec<i64>,
}

/// What was seen of a session; none for another source.
///
/// # Errors
/// When the database does not answer.
pub async fn observation(s: &mut Session, tenant: TenantId, process: ProcessId, code: &SourceCode) -> Result<Option<Observation>, Error> {
    let of = values![tenant, process, code.to_string()];
    let Some(row) = s.optional(sql!("SELECT * FROM study_session WHERE tenant = $1 AND process = $2 AND source = $3"), &of).await? else {
        return Ok(None);
    };
    let turns = s
        .all(sql!("SELECT spoken FROM study_turn WHERE tenant = $1 AND process = $2 AND source = $3 ORDER BY seat"), &of)
        .await?
        .iter()
        .map(|row| row.get("spoken"))
        .collect::<Result<Vec<i64>, _>>()?;
    let unit: String = row.get("unit")?;
    Ok(Some(Observation {
        present: row.get("present")?,
        unit: SpeakingUnit::of_code(&unit).unwrap_or(SpeakingUnit::Turns),
        quality: DialogueQuality { respect: row.get("respect")?, reasons: row.get("reasons")?, listening: row.get("listening")? },
        missing: row.get("missing")?,
        spoken: turns,
    }))
}

pub(crate) async fn insert_observation(
    tx: &mut Tx,
    tenant: TenantId,
    process: ProcessId,
    code: &SourceCode,
    it: &Observation,
) -> Result<(), Error> {
    tx.run(
        sql!(
            "INSERT INTO study_session (tenant, process, source, present, unit, respect, reasons, listening, missing)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        ),
        &values![
            tenant,
            process,
            code.to_string(),
            it.present,
            it.unit.code(),
            it.quality.respect,
            it.quality.reasons,
            it.quality.listening,
            it.missing
        ],
    )
    .await?;
    // From much to little: the order in which an observer wrote people down would tell who sat where.
    let mut spoken = it.spoken.clone();
    spoken.sort_unstable_by(|one, two| two.cmp(one));
    for (seat, many) in (1_i64..).zip(spoken) {
        tx.run(
            sql!("INSERT INTO study_turn (tenant, process, source, seat, spoken) VALUES ($1, $2, $3, $4, $5)"),
            &values![tenant, process, code.to_string(), seat, many],
        )
        .await?;
    }
    Ok(())
}

/// Somebody who codes a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coder {
    /// 1 or 2.
    pub place: i64,
    /// Whose account.
    pub account: AccountId,
    /// When they said that they were done.
    pub done: Option<Instant>,
}

fn read_coder(row: &Row) -> Result<Coder, Error> {
    Ok(Coder { place: row.get("place")?, account: row.get("coder")?, done: row.get("done")? })
}

/// Who codes a source, the first first.
///
/// # Errors
/// When the database does not answer.
pub async fn coders(s: &mut Session, tenant: TenantId, process: ProcessId, code: &SourceCode) -> Result<Vec<Coder>, Error> {
    s.all(
        sql!("SELECT place, coder, done FROM study_coder WHERE tenant = $1 AND process = $2 AND source = $3 ORDER BY place"),
        &values![tenant, process, code.to_string()],
    )
    .await?
    .iter()
    .map(read_coder)
    .collect()
}

pub(crate) async fn insert_coder(
    tx: &mut Tx,
    tenant: TenantId,
    process: ProcessId,
    code: &SourceCode,
    place: i64,
    account: AccountId,
) -> Result<(), Error> {
    tx.run(
        sql!("INSERT INTO study_coder (tenant, process, source, place, coder, done) VALUES ($1, $2, $3, $4, $5, NULL)"),
        &values![tenant, process, code.to_string(), place, account],
    )
    .await
    .map(drop)
}

pub(crate) async fn set_done(
    tx: &mut Tx,
    tenant: TenantId,
    process: ProcessId,
    code: &SourceCode,
    place: i64,
    at: Instant,
) -> Result<(), Error> {
    tx.run(
        sql!("UPDATE study_coder SET done = COALESCE(done, $5) WHERE tenant = $1 AND process = $2 AND source = $3 AND place = $4"),
        &values![tenant, process, code.to_string(), place, at],
    )
    .await
    .map(drop)
}

pub(crate) async fn set_single(tx: &mut Tx, tenant: TenantId, process: ProcessId, code: &SourceCode) -> Result<(), Error> {
    tx.run(
        sql!("UPDATE study_source SET single = TRUE WHERE tenant = $1 AND process = $2 AND code = $3"),
        &values![tenant, process, code.to_string()],
    )
    .await
    .map(drop)
}

/// Takes away everything of a source but its code, and that it was withdrawn on this day. It bears being called again.
pub(crate) async fn erase(tx: &mut Tx, tenant: TenantId, process: ProcessId, source: &Source, day: Date) -> Result<(), Error> {
    let code = source.code.to_string();
    let of = values![tenant, process, code];
    let mut gone: Vec<TextId> = places(tx, tenant, process, &source.code).await?.into_iter().map(|(_, text)| text).collect();
    gone.extend(source.title);
    gone.extend(source.place);
    let words = sql!("SELECT whom, remark FROM study_coding WHERE tenant = $1 AND process = $2 AND source = $3");
    for row in tx.all(words, &of).await? {
        gone.extend(row.get::<Option<TextId>>("whom")?);
        gone.extend(row.get::<Option<TextId>>("remark")?);
    }
    for row in tx.all(sql!("SELECT motive FROM study_settled WHERE tenant = $1 AND process = $2 AND source = $3"), &of).await? {
        gone.push(row.get("motive")?);
    }
    for row in tx.all(sql!("SELECT missing FROM study_session WHERE tenant = $1 AND process = $2 AND source = $3"), &of).await? {
        gone.extend(row.get::<Option<TextId>>("missing")?);
    }
    for text in gone {
        tx.forget_text(tenant, text).await?;
        tx.forget_key(tenant, text.uuid()).await?;
    }
    tx.forget_key(tenant, source.id).await?;
    tx.run(sql!("DELETE FROM study_passage WHERE tenant = $1 AND process = $2 AND source = $3"), &of).await?;
    tx.run(sql!("DELETE FROM study_session WHERE tenant = $1 AND process = $2 AND source = $3"), &of).await?;
    tx.run(sql!("DELETE FROM study_turn WHERE tenant = $1 AND process = $2 AND source = $3"), &of).await?;
    tx.run(sql!("DELETE FROM study_coder WHERE tenant = $1 AND process = $2 AND source = $3"), &of).await?;
    tx.run(sql!("DELETE FROM study_coding WHERE tenant = $1 AND process = $2 AND source = $3"), &of).await?;
    tx.run(sql!("DELETE FROM study_settled WHERE tenant = $1 AND process = $2 AND source = $3"), &of).await?;
    tx.run(
        sql!(
            "UPDATE study_source SET actors = '', day = NULL, minutes = NULL, paper = NULL, title = NULL, place = NULL,
               may_quote = FALSE, single = FALSE, withdrawn = COALESCE(withdrawn, $4)
             WHERE tenant = $1 AND process = $2 AND code = $3"
        ),
        &values![tenant, process, code, day],
    )
    .await
    .map(drop)
}
