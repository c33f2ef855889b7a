//! Filled-in questionnaires, and the digests of codes.

use crate::model::outcome::{AnswerCount, Counts, PairCount, SheetCount, barrier_key};
use crate::model::sheet::{Sheet, Way};
use crate::model::statement::{BARRIERS, Scale};
use crate::model::wave::{Round, Wave};
use kernel::{Date, ProcessId, TenantId};
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

/// Takes away what was answered in a wave with this code. Whether there was any.
pub(crate) async fn drop_linked(tx: &mut Tx, tenant: TenantId, process: ProcessId, wave: Wave, link: Uuid) -> Result<bool, Error> {
    let of = values![tenant, process, wave.code(), link];
    let answers = sql!(
        "DELETE FROM measure_answer WHERE tenant = $1 AND sheet IN
           (SELECT id FROM measure_sheet WHERE tenant = $1 AND process = $2 AND wave = $3 AND link = $4)"
    );
    tx.run(answers, &of).await?;
    let sheets = sql!("DELETE FROM measure_sheet WHERE tenant = $1 AND process = $2 AND wave = $3 AND link = $4");
    Ok(tx.run(sheets, &of).await? > 0)
}

/// Keeps a questionnaire.
pub(crate) async fn keep(
    tx: &mut Tx,
    tenant: TenantId,
    process: ProcessId,
    id: Uuid,
    day: Date,
    link: Option<Uuid>,
    sheet: &Sheet,
) -> Result<(), Error> {
    let sql = sql!(
        "INSERT INTO measure_sheet (tenant, id, process, wave, took_part, way, day, link, batch)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
    );
    tx.run(sql, &values![tenant, id, process, sheet.wave.code(), sheet.took_part, sheet.way.code(), day, link, sheet.batch]).await?;
    let agreed = sheet.answers.iter().filter(|(it, _)| it.scale == Scale::Agreement);
    let mut rows: Vec<(String, i64)> = agreed.map(|(it, answer)| (it.code.to_owned(), answer.map_or(NOT_SAID, i64::from))).collect();
    if let Some(barriers) = &sheet.barriers {
        rows.push((BARRIERS.to_owned(), i64::try_from(barriers.len()).unwrap_or(0)));
        rows.extend(barriers.iter().map(|key| (barrier_key(key), 1)));
    }
    for (question, answer) in rows {
        let sql = sql!("INSERT INTO measure_answer (tenant, sheet, question, answer) VALUES ($1, $2, $3, $4)");
        tx.run(sql, &values![tenant, id, question, answer]).await?;
    }
    Ok(())
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

/// How many questionnaires there are in a wave.
pub(crate) async fn many(s: &mut Session, tenant: TenantId, process: ProcessId, wave: Wave) -> Result<i64, Error> {
    let sql = sql!("SELECT CAST(count(*) AS BIGINT) AS many FROM measure_sheet WHERE tenant = $1 AND process = $2 AND wave = $3");
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
         WHERE s.tenant = $1 AND s.process = $2 AND s.wave = $3 AND s.took_part AND a.answer > 0 AND a.question IN ($4, $5, $6, $7)
         GROUP BY a.question"
    );
    let rows = s.all(sql, &values![tenant, process, wave.code(), one, two, three, four]).await?;
    rows.iter().map(|row| Ok((row.get("question")?, row.get("answered")?, row.get("agreed")?))).collect()
}

/// Of a wave: whether anybody who took part answered, and whether anybody who did not.
pub(crate) async fn who_answered(s: &mut Session, tenant: TenantId, process: ProcessId, wave: Wave) -> Result<(bool, bool), Error> {
    let sql = sql!("SELECT DISTINCT took_part FROM measure_sheet WHERE tenant = $1 AND process = $2 AND wave = $3");
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
        "SELECT wave, took_part, way, CAST(count(*) AS BIGINT) AS many FROM measure_sheet
         WHERE tenant = $1 AND process = $2 GROUP BY wave, took_part, way"
    );
    for row in s.all(sheets, &of).await? {
        let code: String = row.get("way")?;
        let way = Way::of_code(&code).ok_or_else(|| Error::Broken(format!("a questionnaire came in by «{code}»")))?;
        counts.sheets.push(SheetCount { wave: wave_of(&row, "wave")?, took_part: row.get("took_part")?, way, many: row.get("many")? });
    }
    let answers = sql!(
        "SELECT s.wave, s.took_part, a.question, a.answer, CAST(count(*) AS BIGINT) AS many
         FROM measure_sheet s JOIN measure_answer a ON a.tenant = s.tenant AND a.sheet = s.id
         WHERE s.tenant = $1 AND s.process = $2
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
        "SELECT later.wave AS until, a.question, a.answer AS first, b.answer AS second, CAST(count(*) AS BIGINT) AS many
         FROM measure_sheet before
         JOIN measure_sheet later ON later.tenant = before.tenant AND later.process = before.process AND later.link = before.link
         JOIN measure_answer a ON a.tenant = before.tenant AND a.sheet = before.id
         JOIN measure_answer b ON b.tenant = later.tenant AND b.sheet = later.id AND b.question = a.question
         WHERE before.tenant = $1 AND before.process = $2 AND before.wave = 'before' AND later.wave <> 'before'
           AND a.answer > 0 AND b.answer > 0
         GROUP BY later.wave, a.question, a.answer, b.answer ORDER BY later.wave, a.question, a.answer, b.answer"
    );
    for row in s.all(pairs, &of).await? {
        counts.pairs.push(PairCount {
            until: wave_of(&row, "until")?,
            question: row.get("question")?,
            before: row.get("first")?,
            later: row.get("second")?,
            many: row.get("many")?,
        });
    }
    Ok(counts)
}
