//! Filled-in questionnaires, and the digests of codes.

use crate::model::outcome::{AnswerCount, Counts, PairCount, SheetCount, barrier_key};
use crate::model::sheet::{Sheet, Way};
use crate::model::statement::{BARRIERS, Scale};
use crate::model::wave::{Round, Wave};
use kernel::{AccountId, Date, ProcessId, TenantId};
use store::{Error, Row, Session, Tx, sql, values};
use uuid::Uuid;

/// Under which value it is kept that somebody does not know or does not want to say. It is counted as not answered.
const NOT_SAID: i64 = 0;

/// Whether this form was taken before.
pub(crate) async fn is_there(s: &mut Session, tenant: TenantId, id: Uuid) -> Result<bool, Error> {
    Ok(s.optional(sql!("SELECT id FROM measure_sheet WHERE tenant = $1 AND id = $2"), &values![tenant, id]).await?.is_some())
}

/// For what a code stands here; nothing when nobody has it.
pub(crate) async fn link(s: &mut Session, tenant: TenantId, process: ProcessId, digest: &str) -> Result<Option<Uuid>, Error> {
    let sql = sql!("SELECT link FROM measure_code WHERE tenant = $1 AND process = $2 AND digest = $3");
    s.optional(sql, &values![tenant, process, digest]).await?.map(|row| row.get("link")).transpose()
}

/// Keeps the digest of a code. `false` when somebody has that code already.
pub(crate) async fn keep_code(tx: &mut Tx, tenant: TenantId, process: ProcessId, digest: &str, link: Uuid) -> Result<bool, Error> {
    let sql = sql!("INSERT INTO measure_code (tenant, process, digest, link) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING");
    Ok(tx.run(sql, &values![tenant, process, digest, link]).await? == 1)
}

/// Takes away what was answered in a wave with this code: everything but the sheet `but`, or only what nobody checked yet. Whether
/// there was any.
pub(crate) async fn drop_linked(
    tx: &mut Tx,
    tenant: TenantId,
    process: ProcessId,
    wave: Wave,
    link: Uuid,
    but: Option<Uuid>,
    only_unchecked: bool,
) -> Result<bool, Error> {
    let of = values![tenant, process, wave.code(), link, but.unwrap_or_else(Uuid::nil), only_unchecked];
    let answers = sql!(
        "DELETE FROM measure_answer WHERE tenant = $1 AND sheet IN
           (SELECT id FROM measure_sheet WHERE tenant = $1 AND process = $2 AND wave = $3 AND link = $4 AND id <> $5
            AND NOT (checked AND $6))"
    );
    tx.run(answers, &of).await?;
    let sheets = sql!(
        "DELETE FROM measure_sheet WHERE tenant = $1 AND process = $2 AND wave = $3 AND link = $4 AND id <> $5 AND NOT (checked AND $6)"
    );
    Ok(tx.run(sheets, &of).await? > 0)
}

/// A sheet that was typed in from paper and that nobody checked yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unchecked {
    pub(crate) id: Uuid,
    pub(crate) wave: Wave,
    pub(crate) number: i64,
    pub(crate) took_part: bool,
    pub(crate) link: Option<Uuid>,
    pub(crate) typed_by: Option<AccountId>,
}

fn unchecked(row: &Row) -> Result<Unchecked, Error> {
    Ok(Unchecked {
        id: row.get("id")?,
        wave: wave_of(row, "wave")?,
        number: row.get::<Option<i64>>("number")?.unwrap_or(0),
        took_part: row.get("took_part")?,
        link: row.get("link")?,
        typed_by: row.get("typed_by")?,
    })
}

/// One sheet that waits for a second person.
pub(crate) async fn waiting(s: &mut Session, tenant: TenantId, process: ProcessId, id: Uuid) -> Result<Option<Unchecked>, Error> {
    let sql = sql!(
        "SELECT id, wave, number, took_part, link, typed_by FROM measure_sheet
         WHERE tenant = $1 AND process = $2 AND id = $3 AND NOT checked"
    );
    s.optional(sql, &values![tenant, process, id]).await?.as_ref().map(unchecked).transpose()
}

/// The sheets of a wave that wait for somebody else than `me`, by number, `limit` at most.
pub(crate) async fn waiting_for(
    s: &mut Session,
    tenant: TenantId,
    process: ProcessId,
    wave: Wave,
    me: AccountId,
    limit: i64,
) -> Result<Vec<Unchecked>, Error> {
    let sql = sql!(
        "SELECT id, wave, number, took_part, link, typed_by FROM measure_sheet
         WHERE tenant = $1 AND process = $2 AND wave = $3 AND NOT checked AND typed_by <> $4 ORDER BY number, id LIMIT $5"
    );
    s.all(sql, &values![tenant, process, wave.code(), me, limit]).await?.iter().map(unchecked).collect()
}

/// How many sheets of a wave nobody checked yet; of those typed in by one person, or of all.
pub(crate) async fn many_unchecked(
    s: &mut Session,
    tenant: TenantId,
    process: ProcessId,
    wave: Wave,
    by: Option<AccountId>,
) -> Result<i64, Error> {
    let sql = sql!(
        "SELECT CAST(count(*) AS BIGINT) AS many FROM measure_sheet
         WHERE tenant = $1 AND process = $2 AND wave = $3 AND NOT checked AND (NOT $4 OR typed_by = $5)"
    );
    let nobody = by.map_or_else(Uuid::nil, |by| by.uuid());
    s.one(sql, &values![tenant, process, wave.code(), by.is_some(), nobody]).await?.get("many")
}

/// What is known beside the answers of a sheet that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sent {
    pub(crate) wave: Wave,
    pub(crate) took_part: bool,
    pub(crate) link: Option<Uuid>,
    /// The number of a sheet of paper.
    pub(crate) number: Option<i64>,
    pub(crate) typed_by: Option<AccountId>,
}

/// One sheet that was sent.
pub(crate) async fn sent(s: &mut Session, tenant: TenantId, process: ProcessId, id: Uuid) -> Result<Option<Sent>, Error> {
    let sql = sql!("SELECT wave, took_part, link, number, typed_by FROM measure_sheet WHERE tenant = $1 AND process = $2 AND id = $3");
    let read = |row: &Row| {
        Ok(Sent {
            wave: wave_of(row, "wave")?,
            took_part: row.get("took_part")?,
            link: row.get("link")?,
            number: row.get("number")?,
            typed_by: row.get("typed_by")?,
        })
    };
    s.optional(sql, &values![tenant, process, id]).await?.as_ref().map(read).transpose()
}

/// What was typed in of a sheet: each question with its answer, as they are kept.
pub(crate) async fn typed(s: &mut Session, tenant: TenantId, id: Uuid) -> Result<Vec<(String, i64)>, Error> {
    let sql = sql!("SELECT question, answer FROM measure_answer WHERE tenant = $1 AND sheet = $2 ORDER BY question");
    let rows = s.all(sql, &values![tenant, id]).await?;
    rows.iter().map(|row| Ok((row.get("question")?, row.get("answer")?))).collect()
}

/// A second person typed a sheet in as well: it counts from now on, as that person read it.
pub(crate) async fn mark_checked(
    tx: &mut Tx,
    tenant: TenantId,
    id: Uuid,
    took_part: bool,
    link: Option<Uuid>,
    rows: &[(String, i64)],
) -> Result<(), Error> {
    let sql = sql!("UPDATE measure_sheet SET checked = TRUE, typed_by = NULL, took_part = $3, link = $4 WHERE tenant = $1 AND id = $2");
    tx.run(sql, &values![tenant, id, took_part, link]).await?;
    replace_answers(tx, tenant, id, rows).await
}

/// Other answers come in the place of those of a sheet; whether it was checked stays as it is.
pub(crate) async fn correct(
    tx: &mut Tx,
    tenant: TenantId,
    id: Uuid,
    took_part: bool,
    link: Option<Uuid>,
    rows: &[(String, i64)],
) -> Result<(), Error> {
    let sql = sql!("UPDATE measure_sheet SET took_part = $3, link = $4 WHERE tenant = $1 AND id = $2");
    tx.run(sql, &values![tenant, id, took_part, link]).await?;
    replace_answers(tx, tenant, id, rows).await
}

/// The answers of a sheet are these from now on, and no others.
async fn replace_answers(tx: &mut Tx, tenant: TenantId, id: Uuid, rows: &[(String, i64)]) -> Result<(), Error> {
    tx.run(sql!("DELETE FROM measure_answer WHERE tenant = $1 AND sheet = $2"), &values![tenant, id]).await?;
    put_answers(tx, tenant, id, rows).await
}

/// The number that the next sheet of paper of a wave gets.
async fn next_number(s: &mut Session, tenant: TenantId, process: ProcessId, wave: Wave) -> Result<i64, Error> {
    let sql = sql!("SELECT COALESCE(max(number), 0) + 1 AS number FROM measure_sheet WHERE tenant = $1 AND process = $2 AND wave = $3");
    s.one(sql, &values![tenant, process, wave.code()]).await?.get("number")
}

/// The number that the last sheet of a heap got; nothing when none did.
pub(crate) async fn last_number(s: &mut Session, tenant: TenantId, batch: Uuid) -> Result<Option<i64>, Error> {
    s.one(sql!("SELECT max(number) AS number FROM measure_sheet WHERE tenant = $1 AND batch = $2"), &values![tenant, batch])
        .await?
        .get("number")
}

/// Takes the numbers off the sheets of a wave, and who typed them in: nobody looks a paper up any more.
pub(crate) async fn forget_numbers(tx: &mut Tx, tenant: TenantId, process: ProcessId, wave: Wave) -> Result<(), Error> {
    let sql = sql!(
        "UPDATE measure_sheet SET number = NULL, typed_by = NULL
         WHERE tenant = $1 AND process = $2 AND wave = $3 AND (number IS NOT NULL OR typed_by IS NOT NULL)"
    );
    tx.run(sql, &values![tenant, process, wave.code()]).await.map(drop)
}

/// The answers of a sheet as they are kept: each question with its answer.
pub(crate) fn rows(sheet: &Sheet) -> Vec<(String, i64)> {
    let agreed = sheet.answers.iter().filter(|(it, _)| it.scale == Scale::Agreement);
    let mut rows: Vec<(String, i64)> = agreed.map(|(it, answer)| (it.code.to_owned(), answer.map_or(NOT_SAID, i64::from))).collect();
    if let Some(barriers) = &sheet.barriers {
        rows.push((BARRIERS.to_owned(), i64::try_from(barriers.len()).unwrap_or(0)));
        rows.extend(barriers.iter().map(|key| (barrier_key(key), 1)));
    }
    rows.sort();
    rows
}

async fn put_answers(tx: &mut Tx, tenant: TenantId, id: Uuid, rows: &[(String, i64)]) -> Result<(), Error> {
    for (question, answer) in rows {
        let sql = sql!("INSERT INTO measure_answer (tenant, sheet, question, answer) VALUES ($1, $2, $3, $4)");
        tx.run(sql, &values![tenant, id, question, *answer]).await?;
    }
    Ok(())
}

/// How a questionnaire came in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Arrival {
    /// On which day.
    pub(crate) day: Date,
    /// For what the code of the person stands, when there is one.
    pub(crate) link: Option<Uuid>,
    /// Who typed it in from paper, until somebody else checked it.
    pub(crate) typed_by: Option<AccountId>,
}

/// Keeps a questionnaire.
pub(crate) async fn keep(
    tx: &mut Tx,
    tenant: TenantId,
    process: ProcessId,
    id: Uuid,
    sheet: &Sheet,
    arrival: Arrival,
) -> Result<(), Error> {
    let Arrival { day, link, typed_by } = arrival;
    let (wave, way) = (sheet.wave.code(), sheet.way.code());
    let number = match typed_by {
        Some(_) => Some(next_number(tx, tenant, process, sheet.wave).await?),
        None => None,
    };
    let sql = sql!(
        "INSERT INTO measure_sheet (tenant, id, process, wave, took_part, way, day, link, batch, checked, number, typed_by, staff)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
    );
    let row =
        values![tenant, id, process, wave, sheet.took_part, way, day, link, sheet.batch, typed_by.is_none(), number, typed_by, sheet.staff];
    tx.run(sql, &row).await?;
    put_answers(tx, tenant, id, &rows(sheet)).await
}

/// Whether anybody answered in a wave of this round.
pub(crate) async fn any(s: &mut Session, tenant: TenantId, process: ProcessId, round: Round) -> Result<bool, Error> {
    for wave in Wave::ALL.into_iter().filter(|wave| wave.round() == round) {
        let sql = sql!("SELECT id FROM measure_sheet WHERE tenant = $1 AND process = $2 AND wave = $3 LIMIT 1");
        if s.optional(sql, &values![tenant, process, wave.code()]).await?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// How many questionnaires of a wave count.
pub(crate) async fn many(s: &mut Session, tenant: TenantId, process: ProcessId, wave: Wave) -> Result<i64, Error> {
    let sql =
        sql!("SELECT CAST(count(*) AS BIGINT) AS many FROM measure_sheet WHERE tenant = $1 AND process = $2 AND wave = $3 AND checked");
    s.one(sql, &values![tenant, process, wave.code()]).await?.get("many")
}

/// Of these questions in one wave, how many people who took part answered, and how many of those agree (4 or 5 of 5). A question
/// that nobody answered is not there.
pub(crate) async fn agreeing(
    s: &mut Session,
    tenant: TenantId,
    process: ProcessId,
    wave: Wave,
    questions: [&str; 4],
) -> Result<Vec<(String, i64, i64)>, Error> {
    let [one, two, three, four] = questions;
    let sql = sql!(
        "SELECT a.question, CAST(count(*) AS BIGINT) AS answered, CAST(sum(CASE WHEN a.answer >= 4 THEN 1 ELSE 0 END) AS BIGINT) AS agreed
         FROM measure_sheet s JOIN measure_answer a ON a.tenant = s.tenant AND a.sheet = s.id
         WHERE s.tenant = $1 AND s.process = $2 AND s.wave = $3 AND s.took_part AND s.checked AND NOT s.staff AND a.answer > 0 AND a.question IN ($4, $5, $6, $7)
         GROUP BY a.question"
    );
    let rows = s.all(sql, &values![tenant, process, wave.code(), one, two, three, four]).await?;
    rows.iter().map(|row| Ok((row.get("question")?, row.get("answered")?, row.get("agreed")?))).collect()
}

/// Of a wave: whether anybody who took part answered, and whether anybody who did not.
pub(crate) async fn who_answered(s: &mut Session, tenant: TenantId, process: ProcessId, wave: Wave) -> Result<(bool, bool), Error> {
    let sql =
        sql!("SELECT DISTINCT took_part FROM measure_sheet WHERE tenant = $1 AND process = $2 AND wave = $3 AND checked AND NOT staff");
    let mut found = (false, false);
    for row in s.all(sql, &values![tenant, process, wave.code()]).await? {
        if row.get("took_part")? {
            found.0 = true;
        } else {
            found.1 = true;
        }
    }
    Ok(found)
}

/// How many sheets of a heap were typed in.
pub(crate) async fn of_batch(s: &mut Session, tenant: TenantId, batch: Uuid) -> Result<i64, Error> {
    let sql = sql!("SELECT CAST(count(*) AS BIGINT) AS many FROM measure_sheet WHERE tenant = $1 AND batch = $2");
    s.one(sql, &values![tenant, batch]).await?.get("many")
}

/// Destroys the digests of all codes of a process, and which sheets lay in one heap. How many codes went.
pub(crate) async fn forget_codes(tx: &mut Tx, tenant: TenantId, process: ProcessId) -> Result<u64, Error> {
    let of = values![tenant, process];
    tx.run(sql!("UPDATE measure_sheet SET batch = NULL WHERE tenant = $1 AND process = $2 AND batch IS NOT NULL"), &of).await?;
    tx.run(sql!("DELETE FROM measure_code WHERE tenant = $1 AND process = $2"), &of).await
}

fn wave_of(row: &Row, column: &str) -> Result<Wave, Error> {
    let code: String = row.get(column)?;
    Wave::of_code(&code).ok_or_else(|| Error::Broken(format!("a questionnaire is of «{code}», which is no wave of ours")))
}

/// What was counted of all waves of a process.
pub(crate) async fn counts(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<Counts, Error> {
    let of = values![tenant, process];
    let mut counts = Counts::default();
    let sheets = sql!(
        "SELECT wave, took_part, staff, way, CAST(count(*) AS BIGINT) AS many FROM measure_sheet
         WHERE tenant = $1 AND process = $2 AND checked GROUP BY wave, took_part, staff, way"
    );
    for row in s.all(sheets, &of).await? {
        let code: String = row.get("way")?;
        let way = Way::of_code(&code).ok_or_else(|| Error::Broken(format!("a questionnaire came in by «{code}»")))?;
        counts.sheets.push(SheetCount {
            wave: wave_of(&row, "wave")?,
            took_part: row.get("took_part")?,
            staff: row.get("staff")?,
            way,
            many: row.get("many")?,
        });
    }
    let left = sql!(
        "SELECT wave, CAST(count(*) AS BIGINT) AS many FROM measure_sheet
         WHERE tenant = $1 AND process = $2 AND NOT checked GROUP BY wave"
    );
    for row in s.all(left, &of).await? {
        counts.unchecked.insert(wave_of(&row, "wave")?, row.get("many")?);
    }
    let answers = sql!(
        "SELECT s.wave, s.took_part, a.question, a.answer, CAST(count(*) AS BIGINT) AS many
         FROM measure_sheet s JOIN measure_answer a ON a.tenant = s.tenant AND a.sheet = s.id
         WHERE s.tenant = $1 AND s.process = $2 AND s.checked
         GROUP BY s.wave, s.took_part, a.question, a.answer ORDER BY s.wave, s.took_part, a.question, a.answer"
    );
    for row in s.all(answers, &of).await? {
        let (question, value): (String, i64) = (row.get("question")?, row.get("answer")?);
        if value == NOT_SAID && question != BARRIERS {
            continue;
        }
        counts.answers.push(AnswerCount {
            wave: wave_of(&row, "wave")?,
            took_part: row.get("took_part")?,
            question,
            value,
            many: row.get("many")?,
        });
    }
    let pairs = sql!(
        "SELECT later.wave AS until, before.took_part AS meant_to, later.took_part AS took_part, a.question, a.answer AS first,
           b.answer AS second, CAST(count(*) AS BIGINT) AS many
         FROM measure_sheet before
         JOIN measure_sheet later ON later.tenant = before.tenant AND later.process = before.process AND later.link = before.link
         JOIN measure_answer a ON a.tenant = before.tenant AND a.sheet = before.id
         JOIN measure_answer b ON b.tenant = later.tenant AND b.sheet = later.id AND b.question = a.question
         WHERE before.tenant = $1 AND before.process = $2 AND before.wave = 'before' AND later.wave <> 'before'
           AND before.checked AND later.checked
           AND a.answer > 0 AND b.answer > 0
         GROUP BY later.wave, before.took_part, later.took_part, a.question, a.answer, b.answer
         ORDER BY later.wave, before.took_part, later.took_part, a.question, a.answer, b.answer"
    );
    for row in s.all(pairs, &of).await? {
        counts.pairs.push(PairCount {
            until: wave_of(&row, "until")?,
            meant_to: row.get("meant_to")?,
            took_part: row.get("took_part")?,
            question: row.get("question")?,
            before: row.get("first")?,
            later: row.get("second")?,
            many: row.get("many")?,
        });
    }
    Ok(counts)
}
