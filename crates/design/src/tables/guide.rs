//! What the design guide holds of a process.

use crate::model::{Aim, Guide, GuideText, LessonChoice, LessonStance, RuleChoice, Stance};
use evidence::EffectKey;
use kernel::{AccountId, CharterId, Instant, ProcessId, TenantId, TextId};
use std::collections::BTreeMap;
use store::texts::{LanguageSet, texts};
use store::{Error, Session, Tx, sql, values};
use uuid::Uuid;

/// The guide of a process; empty when nobody opened it yet.
///
/// # Errors
/// When the database cannot be read.
pub async fn guide(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<Guide, Error> {
    let of = values![tenant, process];
    let mut guide = Guide::default();
    // What holds for all processes is known before anybody opened the guide of this one.
    for (fact, said) in super::organisation::organisation_facts(s, tenant).await? {
        guide.answers.insert(fact, said.value);
    }
    let Some(row) = s.optional(sql!("SELECT saved FROM guide WHERE tenant = $1 AND process = $2"), &of).await? else {
        return Ok(guide);
    };
    guide.saved = Some(row.get("saved")?);
    for row in s.all(sql!("SELECT fact, value FROM guide_answer WHERE tenant = $1 AND process = $2"), &of).await? {
        guide.answers.insert(row.get("fact")?, row.get("value")?);
    }
    for row in s.all(sql!("SELECT effect, level FROM guide_aim WHERE tenant = $1 AND process = $2 ORDER BY place"), &of).await? {
        // An effect that the knowledge no longer has is no aim any more.
        if let Ok(effect) = EffectKey::try_from(row.get::<String>("effect")?) {
            guide.aims.push(Aim { effect, level: row.get("level")? });
        }
    }
    let mut places: Vec<(GuideText, TextId)> = Vec::new();
    for row in s.all(sql!("SELECT part, text FROM guide_text WHERE tenant = $1 AND process = $2"), &of).await? {
        if let Some(part) = GuideText::of_code(&row.get::<String>("part")?) {
            places.push((part, row.get("text")?));
        }
    }
    let rules = sql!("SELECT rule, stance, motive, knowledge, chosen FROM guide_rule WHERE tenant = $1 AND process = $2");
    let mut motives: Vec<(String, TextId)> = Vec::new();
    for row in s.all(rules, &of).await? {
        let (rule, stance): (String, String) = (row.get("rule")?, row.get("stance")?);
        let Some(stance) = Stance::of_code(&stance) else { continue };
        if let Some(motive) = row.get::<Option<TextId>>("motive")? {
            motives.push((rule.clone(), motive));
        }
        guide.choices.insert(rule, RuleChoice { stance, motive: None, knowledge: row.get("knowledge")?, at: row.get("chosen")? });
    }
    let lessons = sql!("SELECT lesson, stance, words, chosen FROM guide_lesson WHERE tenant = $1 AND process = $2");
    let mut chosen: Vec<(Uuid, LessonStance, TextId, Instant)> = Vec::new();
    for row in s.all(lessons, &of).await? {
        let Some(stance) = LessonStance::of_code(&row.get::<String>("stance")?) else { continue };
        chosen.push((row.get("lesson")?, stance, row.get("words")?, row.get("chosen")?));
    }
    let motive_places = motives.iter().map(|(_, place)| *place);
    let all: Vec<TextId> =
        places.iter().map(|(_, place)| *place).chain(motive_places).chain(chosen.iter().map(|(_, _, place, _)| *place)).collect();
    let words: BTreeMap<TextId, LanguageSet> = texts(s, tenant, &all).await?.into_iter().collect();
    guide.texts = places.into_iter().filter_map(|(part, place)| Some((part, words.get(&place)?.clone()))).collect();
    for (rule, place) in motives {
        if let Some(choice) = guide.choices.get_mut(&rule) {
            choice.motive = words.get(&place).cloned();
        }
    }
    let lesson = |(id, stance, place, at)| Some((id, LessonChoice { stance, words: words.get(&place)?.clone(), at }));
    guide.lessons = chosen.into_iter().filter_map(lesson).collect();
    Ok(guide)
}

/// Keeps the guide as it is now beside a version of the charter that is being published.
///
/// # Errors
/// When the database cannot be written.
pub async fn keep_with(tx: &mut Tx, tenant: TenantId, charter: CharterId, guide: &Guide) -> Result<(), Error> {
    let written = serde_json::to_string(guide).map_err(|error| Error::Broken(error.to_string()))?;
    let sql = sql!("INSERT INTO charter_guide (tenant, charter, guide, roles_told) VALUES ($1, $2, $3, TRUE)");
    tx.run(sql, &values![tenant, charter, written]).await.map(drop)
}

/// The guide as it was when this version of the charter was published; nothing when it was published before guides were kept
/// with it. What roles do is left out where that was written before residents were told of it.
///
/// # Errors
/// When the database cannot be read.
pub async fn with(s: &mut Session, tenant: TenantId, charter: CharterId) -> Result<Option<Guide>, Error> {
    let sql = sql!("SELECT guide, roles_told FROM charter_guide WHERE tenant = $1 AND charter = $2");
    let Some(row) = s.optional(sql, &values![tenant, charter]).await? else { return Ok(None) };
    let guide: Guide = serde_json::from_str(&row.get::<String>("guide")?).map_err(|error| Error::Broken(error.to_string()))?;
    Ok(Some(if row.get("roles_told")? { guide } else { guide.without_roles() }))
}

/// How many designs used the guide, and in how many of them a lesson of an earlier process was adopted (G067): those that
/// were published from `from` on and before `until`.
///
/// # Errors
/// When the database cannot be read.
pub async fn lesson_reuse(s: &mut Session, tenant: TenantId, from: Instant, until: Instant) -> Result<LessonReuse, Error> {
    let row = s
        .one(
            sql!(
                "SELECT CAST(count(*) AS BIGINT) AS designs,
                   CAST(coalesce(sum(CASE WHEN EXISTS (SELECT 1 FROM guide_lesson l WHERE l.tenant = p.tenant AND l.process = p.id
                     AND l.stance = 'adopted') THEN 1 ELSE 0 END), 0) AS BIGINT) AS adopted
                 FROM process p WHERE p.tenant = $1 AND p.published >= $2 AND p.published < $3"
            ),
            &values![tenant, from, until],
        )
        .await?;
    Ok(LessonReuse { designs: row.get("designs")?, adopted: row.get("adopted")? })
}

/// How many published designs adopted a lesson of an earlier process (G067).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LessonReuse {
    /// All designs that were published in the period, with or without the guide.
    pub designs: i64,
    /// Those in which at least one lesson was adopted.
    pub adopted: i64,
}

/// Keeps what was done with a lesson, in the place of what was done before; nothing takes it back. Gives back where the
/// words are kept.
///
/// # Errors
/// When the database cannot be written.
pub async fn keep_lesson(
    tx: &mut Tx,
    of: Writing,
    lesson: Uuid,
    choice: Option<(LessonStance, &LanguageSet)>,
) -> Result<Option<TextId>, Error> {
    let key = values![of.tenant, of.process, lesson];
    let row = tx.optional(sql!("SELECT words FROM guide_lesson WHERE tenant = $1 AND process = $2 AND lesson = $3"), &key).await?;
    if let Some(words) = row.map(|row| row.get::<TextId>("words")).transpose()? {
        tx.forget_text(of.tenant, words).await?;
    }
    tx.run(sql!("DELETE FROM guide_lesson WHERE tenant = $1 AND process = $2 AND lesson = $3"), &key).await?;
    let Some((stance, words)) = choice else { return Ok(None) };
    let place = TextId::new(of.at, tx.random());
    tx.save_text(of.tenant, place, words).await?;
    let sql =
        sql!("INSERT INTO guide_lesson (tenant, process, lesson, stance, words, chosen_by, chosen) VALUES ($1, $2, $3, $4, $5, $6, $7)");
    tx.run(sql, &values![of.tenant, of.process, lesson, stance.code(), place, of.by, of.at]).await?;
    Ok(Some(place))
}

/// Where, by whom and when something of a guide is written.
#[derive(Debug, Clone, Copy)]
pub struct Writing {
    /// Of which municipality.
    pub tenant: TenantId,
    /// Of which process.
    pub process: ProcessId,
    /// By whom; nothing when the program itself wrote.
    pub by: Option<AccountId>,
    /// When.
    pub at: Instant,
}

/// Notes that the guide was saved.
///
/// # Errors
/// When the database cannot be written.
pub async fn mark_saved(tx: &mut Tx, of: Writing) -> Result<(), Error> {
    let sql = sql!(
        "INSERT INTO guide (tenant, process, saved, saved_by) VALUES ($1, $2, $3, $4)
         ON CONFLICT (tenant, process) DO UPDATE SET saved = excluded.saved, saved_by = excluded.saved_by"
    );
    tx.run(sql, &values![of.tenant, of.process, of.at, of.by]).await.map(drop)
}

/// Keeps an answer in the place of the one before; nothing makes it unknown again.
///
/// # Errors
/// When the database cannot be written.
pub async fn keep_answer(tx: &mut Tx, of: Writing, fact: &str, value: Option<&str>) -> Result<(), Error> {
    let Some(value) = value else {
        let sql = sql!("DELETE FROM guide_answer WHERE tenant = $1 AND process = $2 AND fact = $3");
        return tx.run(sql, &values![of.tenant, of.process, fact]).await.map(drop);
    };
    let sql = sql!(
        "INSERT INTO guide_answer (tenant, process, fact, value, answered_by, answered) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (tenant, process, fact)
         DO UPDATE SET value = excluded.value, answered_by = excluded.answered_by, answered = excluded.answered"
    );
    tx.run(sql, &values![of.tenant, of.process, fact, value, of.by, of.at]).await.map(drop)
}

/// Keeps the aims in their order, in the place of those before.
///
/// # Errors
/// When the database cannot be written.
pub async fn keep_aims(tx: &mut Tx, of: Writing, aims: &[Aim]) -> Result<(), Error> {
    tx.run(sql!("DELETE FROM guide_aim WHERE tenant = $1 AND process = $2"), &values![of.tenant, of.process]).await?;
    for (place, aim) in (1_i64..).zip(aims) {
        let sql = sql!("INSERT INTO guide_aim (tenant, process, place, effect, level) VALUES ($1, $2, $3, $4, $5)");
        tx.run(sql, &values![of.tenant, of.process, place, aim.effect.as_str(), aim.level.as_deref()]).await?;
    }
    Ok(())
}

/// Keeps a text in the place of the one before; nothing removes it. Gives back where it is kept.
///
/// # Errors
/// When the database cannot be written.
pub async fn keep_text(tx: &mut Tx, of: Writing, part: GuideText, text: Option<&LanguageSet>) -> Result<Option<TextId>, Error> {
    let row = tx
        .optional(
            sql!("SELECT text FROM guide_text WHERE tenant = $1 AND process = $2 AND part = $3"),
            &values![of.tenant, of.process, part.code()],
        )
        .await?;
    let before: Option<TextId> = row.map(|row| row.get("text")).transpose()?;
    let Some(text) = text else {
        if let Some(place) = before {
            tx.forget_text(of.tenant, place).await?;
            let sql = sql!("DELETE FROM guide_text WHERE tenant = $1 AND process = $2 AND part = $3");
            tx.run(sql, &values![of.tenant, of.process, part.code()]).await?;
        }
        return Ok(None);
    };
    let place = before.unwrap_or_else(|| TextId::new(of.at, tx.random()));
    tx.save_text(of.tenant, place, text).await?;
    if before.is_none() {
        let sql = sql!("INSERT INTO guide_text (tenant, process, part, text) VALUES ($1, $2, $3, $4)");
        tx.run(sql, &values![of.tenant, of.process, part.code(), place]).await?;
    }
    Ok(Some(place))
}

/// Keeps what was done with a rule, in the place of what was done before; nothing takes it back. Gives back where the
/// motive is kept.
///
/// # Errors
/// When the database cannot be written.
pub async fn keep_choice(
    tx: &mut Tx,
    of: Writing,
    rule: &str,
    choice: Option<(Stance, Option<&LanguageSet>, &str)>,
) -> Result<Option<TextId>, Error> {
    let key = values![of.tenant, of.process, rule];
    let row = tx.optional(sql!("SELECT motive FROM guide_rule WHERE tenant = $1 AND process = $2 AND rule = $3"), &key).await?;
    if let Some(motive) = row.map(|row| row.get::<Option<TextId>>("motive")).transpose()?.flatten() {
        tx.forget_text(of.tenant, motive).await?;
    }
    tx.run(sql!("DELETE FROM guide_rule WHERE tenant = $1 AND process = $2 AND rule = $3"), &key).await?;
    let Some((stance, motive, knowledge)) = choice else { return Ok(None) };
    let place = match motive {
        Some(motive) => {
            let place = TextId::new(of.at, tx.random());
            tx.save_text(of.tenant, place, motive).await?;
            Some(place)
        }
        None => None,
    };
    let sql = sql!(
        "INSERT INTO guide_rule (tenant, process, rule, stance, motive, knowledge, chosen_by, chosen)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
    );
    tx.run(sql, &values![of.tenant, of.process, rule, stance.code(), place, knowledge, of.by, of.at]).await?;
    Ok(place)
}
