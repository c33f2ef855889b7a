//! What officers answered about a process: to obligations of the regulation, and to questions of toetsen.

use crate::model::toetsen::{verdict_code, verdict_of};
use crate::model::{ObligationAnswer, ObligationAnswers, ToetsVerdict, ToetsVerdicts};
use journey::Act;
use kernel::{ProcessId, TenantId, TextId};
use std::collections::BTreeMap;
use store::texts::{LanguageSet, texts};
use store::{Error, Session, Tx, sql, values};

async fn words_of(s: &mut Session, tenant: TenantId, places: Vec<TextId>) -> Result<BTreeMap<TextId, LanguageSet>, Error> {
    Ok(texts(s, tenant, &places).await?.into_iter().collect())
}

/// What was answered about the obligations in a process.
///
/// # Errors
/// When the database cannot be read.
pub async fn obligation_answers(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<ObligationAnswers, Error> {
    let sql = sql!("SELECT obligation, answer, motive FROM obligation_answer WHERE tenant = $1 AND process = $2");
    let rows = s.all(sql, &values![tenant, process]).await?;
    let mut found: Vec<(String, Option<String>, Option<TextId>)> = Vec::new();
    for row in &rows {
        found.push((row.get("obligation")?, row.get("answer")?, row.get("motive")?));
    }
    let words = words_of(s, tenant, found.iter().filter_map(|(_, _, motive)| *motive).collect()).await?;
    let answer = |(key, answer, motive): (String, Option<String>, Option<TextId>)| {
        let motive = motive.and_then(|place| words.get(&place).cloned());
        (key, ObligationAnswer { yes: answer.map(|answer| answer == "yes"), motive })
    };
    Ok(found.into_iter().map(answer).collect())
}

/// Keeps an answer in the place of the one before. Gives back where the motive is kept.
pub async fn keep_obligation(
    tx: &mut Tx,
    act: &Act<'_>,
    process: ProcessId,
    obligation: &str,
    answer: &ObligationAnswer,
) -> Result<Option<TextId>, Error> {
    let of = values![act.tenant, process, obligation];
    let before = sql!("SELECT motive FROM obligation_answer WHERE tenant = $1 AND process = $2 AND obligation = $3");
    if let Some(old) = tx.optional(before, &of).await?.map(|row| row.get::<Option<TextId>>("motive")).transpose()?.flatten() {
        tx.forget_text(act.tenant, old).await?;
    }
    let place = match &answer.motive {
        None => None,
        Some(words) => {
            let place = TextId::new(act.at, tx.random());
            tx.save_text(act.tenant, place, words).await?;
            Some(place)
        }
    };
    let yes = answer.yes.map(|yes| if yes { "yes" } else { "no" });
    let sql = sql!(
        "INSERT INTO obligation_answer (tenant, process, obligation, answer, motive, answered_by, answered)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (tenant, process, obligation) DO UPDATE
         SET answer = excluded.answer, motive = excluded.motive, answered_by = excluded.answered_by, answered = excluded.answered"
    );
    tx.run(sql, &values![act.tenant, process, obligation, yes, place, act.actor.account(), act.at]).await?;
    Ok(place)
}

/// What was answered to the questions of toetsen about a process.
///
/// # Errors
/// When the database cannot be read.
pub async fn toets_verdicts(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<ToetsVerdicts, Error> {
    let sql = sql!("SELECT toets, question, verdict, motive FROM toets_answer WHERE tenant = $1 AND process = $2");
    let rows = s.all(sql, &values![tenant, process]).await?;
    let mut found = Vec::new();
    for row in &rows {
        let Some(verdict) = verdict_of(&row.get::<String>("verdict")?) else { continue };
        let key: (String, String) = (row.get("toets")?, row.get("question")?);
        found.push((key, verdict, row.get::<Option<TextId>>("motive")?));
    }
    let words = words_of(s, tenant, found.iter().filter_map(|(_, _, motive)| *motive).collect()).await?;
    let verdict = |(key, verdict, motive): ((String, String), evidence::Verdict, Option<TextId>)| {
        (key, ToetsVerdict { verdict, motive: motive.and_then(|place| words.get(&place).cloned()) })
    };
    Ok(found.into_iter().map(verdict).collect())
}

/// Keeps the answer to a question of a toets; nothing takes it back. Gives back where the motive is kept.
pub async fn keep_verdict(
    tx: &mut Tx,
    act: &Act<'_>,
    process: ProcessId,
    (toets, question): (&str, &str),
    verdict: Option<&ToetsVerdict>,
) -> Result<Option<TextId>, Error> {
    let of = values![act.tenant, process, toets, question];
    let before = sql!("SELECT motive FROM toets_answer WHERE tenant = $1 AND process = $2 AND toets = $3 AND question = $4");
    if let Some(old) = tx.optional(before, &of).await?.map(|row| row.get::<Option<TextId>>("motive")).transpose()?.flatten() {
        tx.forget_text(act.tenant, old).await?;
    }
    let Some(verdict) = verdict else {
        let sql = sql!("DELETE FROM toets_answer WHERE tenant = $1 AND process = $2 AND toets = $3 AND question = $4");
        tx.run(sql, &of).await?;
        return Ok(None);
    };
    let place = match &verdict.motive {
        None => None,
        Some(words) => {
            let place = TextId::new(act.at, tx.random());
            tx.save_text(act.tenant, place, words).await?;
            Some(place)
        }
    };
    let sql = sql!(
        "INSERT INTO toets_answer (tenant, process, toets, question, verdict, motive, answered_by, answered)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (tenant, process, toets, question) DO UPDATE
         SET verdict = excluded.verdict, motive = excluded.motive, answered_by = excluded.answered_by, answered = excluded.answered"
    );
    let code = verdict_code(verdict.verdict);
    tx.run(sql, &values![act.tenant, process, toets, question, code, place, act.actor.account(), act.at]).await?;
    Ok(place)
}
