//! The tables of this room: `lesson`, `lesson_topic` by which a lesson is found again, and `lesson_change`.

use crate::model::{About, Change, Changing, Circumstances, Elsewhere, Lesson, LessonRow, Marks, Worked, in_order, theme_key};
use kernel::{AccountId, AreaId, Instant, ProcessId, TenantId, TextId};
use std::collections::BTreeMap;
use store::texts::{LanguageSet, texts};
use store::{Error, Migration, Row, Session, Tx, sql, values};
use uuid::Uuid;

/// The tables, in the order in which they came.
pub const MIGRATIONS: &[Migration] = &[Migration { room: "memory", number: 1, name: "lessons", sql: include_str!("001-lessons.sql") }];

/// Which lessons are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only those that worked so.
    pub worked: Option<Worked>,
    /// Only those of this area.
    pub area: Option<AreaId>,
    /// Only those about this theme.
    pub theme: Option<String>,
    /// Only those on this effect or value.
    pub effect: Option<String>,
    /// Only those of this process.
    pub process: Option<ProcessId>,
    /// Those that were retired, instead of those that hold.
    pub retired: bool,
}

/// A row with the places of its texts.
struct Kept {
    id: Uuid,
    process: Option<ProcessId>,
    text: TextId,
    advice: TextId,
    worked: Worked,
    area: Option<AreaId>,
    theme: Option<String>,
    effects: String,
    rules: String,
    about: String,
    informal: bool,
    origin: Option<String>,
    origin_process: Option<String>,
    origin_id: Option<Uuid>,
    at: Instant,
    adjusted: Option<Instant>,
    retired: Option<Instant>,
}

fn worked(place: i64) -> Result<Worked, Error> {
    Worked::at_place(place).ok_or_else(|| Error::Broken(format!("a lesson cannot have worked «{place}»")))
}

fn kept_of(row: &Row) -> Result<Kept, Error> {
    Ok(Kept {
        id: row.get("id")?,
        process: row.get("process")?,
        text: row.get("text")?,
        advice: row.get("advice")?,
        worked: worked(row.get("worked")?)?,
        area: row.get("area")?,
        theme: row.get("theme")?,
        effects: row.get("effects")?,
        rules: row.get("rules")?,
        about: row.get("about")?,
        informal: row.get("informal")?,
        origin: row.get("origin")?,
        origin_process: row.get("origin_process")?,
        origin_id: row.get("origin_id")?,
        at: row.get("kept")?,
        adjusted: row.get("adjusted")?,
        retired: row.get("retired")?,
    })
}

fn split(list: &str) -> Vec<String> {
    list.split(',').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

async fn whole(s: &mut Session, tenant: TenantId, rows: Vec<Kept>) -> Result<Vec<LessonRow>, Error> {
    let places: Vec<TextId> = rows.iter().flat_map(|row| [row.text, row.advice]).collect();
    let words: BTreeMap<TextId, LanguageSet> = texts(s, tenant, &places).await?.into_iter().collect();
    let of = |row: Kept| {
        Some(LessonRow {
            lesson: Lesson {
                id: row.id,
                process: row.process,
                text: words.get(&row.text)?.clone(),
                advice: words.get(&row.advice)?.clone(),
                worked: row.worked,
                area: row.area,
                theme: row.theme,
                effects: split(&row.effects),
                at: row.at,
            },
            marks: Marks {
                rules: split(&row.rules),
                about: split(&row.about).iter().filter_map(|code| About::of_code(code)).collect(),
                informal: row.informal,
            },
            elsewhere: row.origin.zip(row.origin_id).map(|(municipality, id)| Elsewhere { municipality, process: row.origin_process, id }),
            adjusted: row.adjusted,
            retired: row.retired,
        })
    };
    Ok(rows.into_iter().filter_map(of).collect())
}

/// The lessons that a filter lets through, what did not work first and within that the newest first. `after` is the last
/// lesson of the page before.
///
/// # Errors
/// When the database cannot be read.
pub async fn listed(
    s: &mut Session,
    tenant: TenantId,
    filter: &Filter,
    after: Option<(Worked, Instant, Uuid)>,
    limit: i64,
) -> Result<Vec<LessonRow>, Error> {
    let nobody = tenant.uuid();
    let (place, at, id) = after.map_or((0, Instant::from_micros(0), nobody), |(worked, at, id)| (worked.place(), at, id));
    let of = values![
        tenant,
        after.is_some(),
        place,
        at,
        id,
        filter.worked.is_some(),
        filter.worked.map_or(0, Worked::place),
        filter.area.is_some(),
        filter.area.map_or(nobody, |area| area.uuid()),
        filter.theme.is_some(),
        filter.theme.as_deref().map(theme_key).unwrap_or_default(),
        filter.effect.is_some(),
        filter.effect.as_deref().unwrap_or_default(),
        filter.process.is_some(),
        filter.process.map_or(nobody, |process| process.uuid()),
        filter.retired,
        limit
    ];
    let rows = s
        .all(
            sql!(
                "SELECT l.* FROM lesson l WHERE l.tenant = $1
                 AND (NOT $2 OR l.worked > $3 OR (l.worked = $3 AND (l.kept, l.id) < ($4, $5)))
                 AND (NOT $6 OR l.worked = $7)
                 AND (NOT $8 OR l.area = $9)
                 AND (NOT $10 OR EXISTS (SELECT 1 FROM lesson_topic t WHERE t.tenant = l.tenant AND t.kind = 'theme' AND t.topic = $11
                   AND t.lesson = l.id))
                 AND (NOT $12 OR EXISTS (SELECT 1 FROM lesson_topic t WHERE t.tenant = l.tenant AND t.kind = 'effect' AND t.topic = $13
                   AND t.lesson = l.id))
                 AND (NOT $14 OR l.process = $15)
                 AND ((l.retired IS NOT NULL) = $16)
                 ORDER BY l.worked, l.kept DESC, l.id DESC LIMIT $17"
            ),
            &of,
        )
        .await?
        .iter()
        .map(kept_of)
        .collect::<Result<Vec<_>, _>>()?;
    whole(s, tenant, rows).await
}

/// One lesson, also when it was retired.
///
/// # Errors
/// When the database cannot be read.
pub async fn lesson(s: &mut Session, tenant: TenantId, id: Uuid) -> Result<Option<LessonRow>, Error> {
    Ok(kept(s, tenant, &[id]).await?.pop())
}

/// These lessons, in the order of `ids`, also when they were retired; those that are not there are left out.
///
/// # Errors
/// When the database cannot be read.
pub async fn kept(s: &mut Session, tenant: TenantId, ids: &[Uuid]) -> Result<Vec<LessonRow>, Error> {
    let mut rows = Vec::with_capacity(ids.len());
    for id in ids {
        let row = s.optional(sql!("SELECT * FROM lesson WHERE tenant = $1 AND id = $2"), &values![tenant, *id]).await?;
        rows.extend(row.as_ref().map(kept_of).transpose()?);
    }
    whole(s, tenant, rows).await
}

/// The lessons of one process that hold, what did not work first.
///
/// # Errors
/// When the database cannot be read.
pub async fn lessons(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<Vec<Lesson>, Error> {
    let filter = Filter { process: Some(process), ..Filter::default() };
    Ok(listed(s, tenant, &filter, None, 200).await?.into_iter().map(|row| row.lesson).collect())
}

/// So many lessons are looked at for each circumstance.
const CANDIDATES: i64 = 100;
/// So many aims are looked at: nobody chooses more with care.
const AIMS: usize = 20;

/// Lessons that fit the circumstances best: what did not work first, then how many of the circumstances are shared. Those of
/// the process itself, and those that were retired, are left out.
///
/// # Errors
/// When the database cannot be read.
pub async fn fitting(s: &mut Session, tenant: TenantId, of: &Circumstances, limit: i64) -> Result<Vec<LessonRow>, Error> {
    let mut topics: Vec<(&str, String)> = of.areas.iter().map(|area| ("area", area.to_string())).collect();
    topics.extend(of.themes.iter().map(|theme| ("theme", theme_key(theme))));
    topics.extend(of.effects.iter().take(AIMS).map(|effect| ("effect", effect.clone())));
    let mut rows: Vec<Kept> = Vec::new();
    for (kind, topic) in topics {
        let sql = sql!(
            "SELECT l.* FROM lesson_topic t JOIN lesson l ON l.tenant = t.tenant AND l.id = t.lesson
             WHERE t.tenant = $1 AND t.kind = $2 AND t.topic = $3 ORDER BY t.worked, t.lesson DESC LIMIT $4"
        );
        for row in s.all(sql, &values![tenant, kind, topic, CANDIDATES]).await? {
            let row = kept_of(&row)?;
            if !rows.iter().any(|known| known.id == row.id) {
                rows.push(row);
            }
        }
    }
    let mut found = whole(s, tenant, rows).await?;
    found.retain(|row| row.retired.is_none() && (row.lesson.process.is_none() || row.lesson.process != of.process));
    in_order(&mut found, of);
    found.truncate(usize::try_from(limit).unwrap_or(0));
    Ok(found)
}

/// How a lesson was changed, the latest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn changes(s: &mut Session, tenant: TenantId, lesson: Uuid) -> Result<Vec<Change>, Error> {
    let rows = s
        .all(sql!("SELECT * FROM lesson_change WHERE tenant = $1 AND lesson = $2 ORDER BY number DESC LIMIT 200"), &values![tenant, lesson])
        .await?;
    let mut places: Vec<TextId> = Vec::new();
    for row in &rows {
        places.push(row.get("reason")?);
        places.extend(row.get::<Option<TextId>>("text")?);
        places.extend(row.get::<Option<TextId>>("advice")?);
    }
    let words: BTreeMap<TextId, LanguageSet> = texts(s, tenant, &places).await?.into_iter().collect();
    let mut found = Vec::new();
    for row in &rows {
        let kind: String = row.get("kind")?;
        let reason: TextId = row.get("reason")?;
        let (Some(kind), Some(reason)) = (Changing::of_code(&kind), words.get(&reason).cloned()) else { continue };
        let said = |column: &str| Ok::<_, Error>(row.get::<Option<TextId>>(column)?.and_then(|place| words.get(&place).cloned()));
        let before = said("text")?.zip(said("advice")?);
        found.push(Change { kind, reason, before, worked: worked(row.get("worked")?)?, at: row.get("changed")? });
    }
    Ok(found)
}

/// Whether a lesson with this id is here: kept here, or taken in from elsewhere.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn is_here(s: &mut Session, tenant: TenantId, id: Uuid) -> Result<bool, Error> {
    let sql = sql!("SELECT id FROM lesson WHERE tenant = $1 AND (id = $2 OR origin_id = $2)");
    Ok(s.optional(sql, &values![tenant, id]).await?.is_some())
}

async fn topics(tx: &mut Tx, tenant: TenantId, lesson: &Lesson) -> Result<(), Error> {
    let area = lesson.area.iter().map(|area| ("area", area.to_string()));
    let theme = lesson.theme.iter().map(|theme| ("theme", theme_key(theme)));
    let effects = lesson.effects.iter().map(|effect| ("effect", effect.clone()));
    for (kind, topic) in area.chain(theme).chain(effects) {
        let sql = sql!("INSERT INTO lesson_topic (tenant, kind, topic, worked, lesson) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING");
        tx.run(sql, &values![tenant, kind, topic, lesson.worked.place(), lesson.id]).await?;
    }
    Ok(())
}

async fn forget_topics(tx: &mut Tx, tenant: TenantId, lesson: Uuid) -> Result<(), Error> {
    tx.run(sql!("DELETE FROM lesson_topic WHERE tenant = $1 AND lesson = $2"), &values![tenant, lesson]).await.map(drop)
}

/// Where the words of a lesson were put.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Places {
    pub(crate) text: TextId,
    pub(crate) advice: TextId,
}

async fn put_words(tx: &mut Tx, tenant: TenantId, at: Instant, lesson: &Lesson) -> Result<Places, Error> {
    let places = Places { text: TextId::new(at, tx.random()), advice: TextId::new(at, tx.random()) };
    tx.save_text(tenant, places.text, &lesson.text).await?;
    tx.save_text(tenant, places.advice, &lesson.advice).await?;
    Ok(places)
}

/// Writes a lesson down for the first time.
pub(crate) async fn insert(
    tx: &mut Tx,
    tenant: TenantId,
    by: Option<AccountId>,
    lesson: &Lesson,
    marks: &Marks,
    elsewhere: Option<&Elsewhere>,
) -> Result<Places, Error> {
    let places = put_words(tx, tenant, lesson.at, lesson).await?;
    let about: Vec<&str> = marks.about.iter().map(|about| about.code()).collect();
    tx.run(
        sql!(
            "INSERT INTO lesson (tenant, id, process, text, advice, worked, area, theme, effects, rules, about, informal, origin,
               origin_process, origin_id, kept, kept_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)"
        ),
        &values![
            tenant,
            lesson.id,
            lesson.process,
            places.text,
            places.advice,
            lesson.worked.place(),
            lesson.area,
            lesson.theme.as_deref(),
            lesson.effects.join(","),
            marks.rules.join(","),
            about.join(","),
            marks.informal,
            elsewhere.map(|it| it.municipality.as_str()),
            elsewhere.and_then(|it| it.process.as_deref()),
            elsewhere.map(|it| it.id),
            lesson.at,
            by
        ],
    )
    .await?;
    topics(tx, tenant, lesson).await?;
    Ok(places)
}

/// What happened to a lesson, and by whom.
pub(crate) struct Happened<'a> {
    pub(crate) kind: Changing,
    pub(crate) reason: &'a LanguageSet,
    pub(crate) at: Instant,
    pub(crate) by: Option<AccountId>,
}

/// Notes a change with the words that stood there before, and gives back where its reason is kept.
async fn note_change(tx: &mut Tx, tenant: TenantId, id: Uuid, it: &Happened<'_>, keeps_words: bool) -> Result<TextId, Error> {
    let row = tx
        .optional(sql!("SELECT text, advice, worked FROM lesson WHERE tenant = $1 AND id = $2"), &values![tenant, id])
        .await?
        .ok_or(Error::Missing)?;
    let (text, advice, worked): (TextId, TextId, i64) = (row.get("text")?, row.get("advice")?, row.get("worked")?);
    let number = tx
        .one(sql!("SELECT CAST(count(*) AS BIGINT) AS many FROM lesson_change WHERE tenant = $1 AND lesson = $2"), &values![tenant, id])
        .await?
        .get::<i64>("many")?;
    let reason = TextId::new(it.at, tx.random());
    tx.save_text(tenant, reason, it.reason).await?;
    tx.run(
        sql!(
            "INSERT INTO lesson_change (tenant, lesson, number, kind, reason, text, advice, worked, changed, changed_by)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        &values![
            tenant,
            id,
            number + 1,
            it.kind.code(),
            reason,
            (!keeps_words).then_some(text),
            (!keeps_words).then_some(advice),
            worked,
            it.at,
            it.by
        ],
    )
    .await?;
    Ok(reason)
}

/// Puts other words and circumstances in the place of those of a lesson, which stay readable.
pub(crate) async fn replace(
    tx: &mut Tx,
    tenant: TenantId,
    lesson: &Lesson,
    marks: &Marks,
    it: &Happened<'_>,
) -> Result<(Places, TextId), Error> {
    let reason = note_change(tx, tenant, lesson.id, it, false).await?;
    let places = put_words(tx, tenant, it.at, lesson).await?;
    let about: Vec<&str> = marks.about.iter().map(|about| about.code()).collect();
    tx.run(
        sql!(
            "UPDATE lesson SET text = $3, advice = $4, worked = $5, area = $6, theme = $7, effects = $8, rules = $9, about = $10,
               informal = $11, adjusted = $12 WHERE tenant = $1 AND id = $2"
        ),
        &values![
            tenant,
            lesson.id,
            places.text,
            places.advice,
            lesson.worked.place(),
            lesson.area,
            lesson.theme.as_deref(),
            lesson.effects.join(","),
            marks.rules.join(","),
            about.join(","),
            marks.informal,
            it.at
        ],
    )
    .await?;
    forget_topics(tx, tenant, lesson.id).await?;
    topics(tx, tenant, lesson).await?;
    Ok((places, reason))
}

/// Takes a lesson out of those that are shown to who designs. Gives back where the reason is kept; nothing when it was
/// retired before.
pub(crate) async fn mark_retired(tx: &mut Tx, tenant: TenantId, id: Uuid, it: &Happened<'_>) -> Result<Option<TextId>, Error> {
    let rows = tx
        .run(sql!("UPDATE lesson SET retired = $3 WHERE tenant = $1 AND id = $2 AND retired IS NULL"), &values![tenant, id, it.at])
        .await?;
    if rows == 0 {
        return Ok(None);
    }
    forget_topics(tx, tenant, id).await?;
    note_change(tx, tenant, id, it, true).await.map(Some)
}
