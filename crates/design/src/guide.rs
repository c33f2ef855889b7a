//! What can be done in the design guide. Each act writes its rows and its lines in the journal together.

use crate::acts::{draft, note};
use crate::forms::guide::GuideAnswers;
use crate::model::{
    Draft, Guide, GuideMoment, LessonStance, Stance, State, facts, open_gates, template, with_aims, with_lessons, with_origin,
};
use crate::refusal::Refusal;
use crate::tables::charter::{self, SavedDraft};
use crate::tables::copy::{CopyOrigin, copy_origin};
use crate::tables::guide::{self, Writing};
use crate::tables::{organisation, process};
use evidence::{Facts, Knowledge};
use journey::Act;
use kernel::{CharterId, Date, Instant, ProcessId, TenantId};
use memory::{Circumstances, LessonRow};
use people::{FactsOf, Hold, ProcessAsked, Threshold};
use serde_json::{Map, Value, json};
use std::sync::Arc;
use store::texts::LanguageSet;
use store::{Session, Tx};
use uuid::Uuid;

/// The version of the program, which is that of the knowledge it ships with.
pub const KNOWLEDGE_VERSION: &str = env!("CARGO_PKG_VERSION");

/// So many lessons of earlier processes are looked at.
const LESSONS: i64 = 12;

/// The rooms after this one, which may ask for something before a step of a process.
pub(crate) type Rooms = [Arc<dyn FactsOf>];

/// The lessons of earlier processes that fit this design, what did not work first.
async fn fitting(s: &mut Session, tenant: TenantId, process: ProcessId, guide: &Guide) -> Result<Vec<LessonRow>, store::Error> {
    let alike = Circumstances {
        process: Some(process),
        areas: guide.areas(),
        themes: guide.themes(),
        effects: guide.aims.iter().map(|aim| aim.effect.as_str().to_owned()).collect(),
    };
    memory::fitting(s, tenant, &alike, LESSONS).await
}

/// What other rooms tell of a process.
async fn told(s: &mut Session, of: &ProcessAsked<'_>, rooms: &Rooms) -> Result<Facts, store::Error> {
    let mut told = Facts::new();
    for room in rooms {
        for (fact, value) in room.facts(s, of).await? {
            told.put(fact, value).ok();
        }
    }
    Ok(told)
}

/// What rooms after this one ask before a step of a process (A240).
pub(crate) async fn held(s: &mut Session, of: &ProcessAsked<'_>, rooms: &Rooms, before: Threshold) -> Result<Vec<Hold>, store::Error> {
    let mut held = Vec::new();
    for room in rooms {
        held.extend(room.holds(s, of, before).await?);
    }
    Ok(held)
}

/// Whether a process that was begun from a template or from an earlier process still says what that says (C080).
async fn copied_unchanged(s: &mut Session, tenant: TenantId, process: ProcessId, now: &Draft) -> Result<bool, store::Error> {
    Ok(match copy_origin(s, tenant, process).await? {
        None => false,
        Some(CopyOrigin::Template(code)) => template(&code).is_some_and(|it| it.is_said_by(now)),
        // It was begun from the version that held then.
        Some(CopyOrigin::Process(id)) => charter::history(s, tenant, id).await?.iter().any(|it| now.says_as(&it.draft())),
    })
}

/// From what a design was begun, and whether a regulation holds for it: what the program knows without asking.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Origin {
    copied_unchanged: bool,
    regulated: bool,
    regulated_once_published: bool,
}

impl Origin {
    /// What is known of a process with this charter, of which `now` is written. A regulation holds for a charter that is bound to one, or
    /// that will be once it is published (C020).
    pub(crate) async fn read(
        s: &mut Session,
        tenant: TenantId,
        (process, charter): (ProcessId, Option<CharterId>),
        now: &Draft,
        today: Date,
    ) -> Result<Self, store::Error> {
        let regulated_once_published = knowledge::regulation_on(s, tenant, today).await?.is_some();
        Ok(Self {
            copied_unchanged: copied_unchanged(s, tenant, process, now).await?,
            regulated: match charter {
                Some(charter) => !knowledge::bound(s, tenant, charter).await?.is_empty(),
                None => regulated_once_published,
            },
            regulated_once_published,
        })
    }
}

/// A design: what is written, and what was answered about it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Design<'a> {
    pub(crate) draft: &'a Draft,
    pub(crate) state: State,
    /// The charter that holds.
    pub(crate) charter: Option<CharterId>,
    pub(crate) guide: &'a Guide,
    pub(crate) knowledge: &'a Knowledge,
}

/// What is known of a process now.
#[derive(Debug)]
pub(crate) struct FactsNow {
    /// All of it.
    pub(crate) facts: Facts,
    /// Of those what other rooms told.
    pub(crate) told: Facts,
    pub(crate) origin: Origin,
    /// The lessons of earlier processes that fit.
    pub(crate) lessons: Vec<LessonRow>,
}

/// The facts of a process as they are now: what pages show, and what acts are judged on.
pub(crate) async fn facts_now(s: &mut Session, of: &ProcessAsked<'_>, rooms: &Rooms, design: Design<'_>) -> Result<FactsNow, store::Error> {
    let tenant = of.act.tenant;
    let lessons = fitting(s, tenant, of.process, design.guide).await?;
    let today = of.act.civil.today(of.act.at);
    let origin = Origin::read(s, tenant, (of.process, design.charter), design.draft, today).await?;
    let designed = facts(design.draft, design.state, design.guide, design.knowledge);
    let mut facts = with_lessons(designed, &lessons, design.guide);
    facts = with_origin(facts, origin.copied_unchanged, origin.regulated);
    let told = told(s, of, rooms).await?;
    for (fact, value) in told.iter() {
        facts.put(fact, value.clone()).ok();
    }
    Ok(FactsNow { facts, told, origin, lessons })
}

/// The facts of a process as they will be once its draft is published: what a gate looks at.
pub(crate) fn facts_when_published(saved: &SavedDraft, guide: &Guide, knowledge: &Knowledge) -> Facts {
    with_aims(facts(&saved.draft, State::Published, guide, knowledge), guide, knowledge)
}

/// The ids of the gates that keep `saved` from being published. A guide that nobody opened ranks nothing, and is shut.
pub(crate) fn shut(saved: &SavedDraft, guide: &Guide, knowledge: &Knowledge, origin: Origin) -> Vec<String> {
    let facts = facts_when_published(saved, guide, knowledge);
    let facts = with_origin(facts, origin.copied_unchanged, origin.regulated_once_published);
    open_gates(knowledge, &facts, guide, Threshold::Publishing).into_iter().map(|rule| rule.id.clone()).collect()
}

/// The ids of the gates that keep a process with this charter from being closed: those of what happened after it was published.
pub(crate) async fn shut_at_closing(
    s: &mut Session,
    of: &ProcessAsked<'_>,
    rooms: &Rooms,
    charter: Option<CharterId>,
) -> Result<Vec<String>, store::Error> {
    let (tenant, process) = (of.act.tenant, of.process);
    let Some(saved) = draft(s, tenant, process).await? else { return Ok(Vec::new()) };
    let guide = guide::guide(s, tenant, process).await?;
    let known = knowledge::known(s, tenant).await?;
    let design = Design { draft: &saved.draft, state: State::Published, charter, guide: &guide, knowledge: &known };
    let now = facts_now(s, of, rooms, design).await?;
    Ok(open_gates(&known, &now.facts, &guide, Threshold::Closing).into_iter().map(|rule| rule.id.clone()).collect())
}

/// Saves what an officer answered on one page of the guide. `seen` is the moment at which the guide was saved that the
/// writer saw: when somebody else saved since, nothing is overwritten. What did not change is not written again.
///
/// # Errors
/// When the process is unknown, or closed while the page is about its design; when a rule is set aside without a
/// motive; when somebody else saved meanwhile.
pub async fn save_guide(tx: &mut Tx, act: &Act<'_>, id: ProcessId, new: &GuideAnswers, seen: Option<Instant>) -> Result<(), Refusal> {
    let row = process::row(tx, act.tenant, id).await?.ok_or(Refusal::Missing)?;
    if row.state == State::Closed && new.moment != GuideMoment::Course {
        return Err(Refusal::NotOpen);
    }
    let before = guide::guide(tx, act.tenant, id).await?;
    if before.saved != seen {
        return Err(Refusal::Overtaken);
    }
    let of = Writing { tenant: act.tenant, process: id, by: act.actor.account(), at: act.at };
    let mut changed: Vec<&str> = Vec::new();
    for (key, value) in &new.answers {
        if before.answer(key) != value.as_deref() {
            guide::keep_answer(tx, of, key, value.as_deref()).await?;
            changed.push(key);
        }
    }
    if let Some(aims) = &new.aims
        && before.aims != *aims
    {
        guide::keep_aims(tx, of, aims).await?;
        changed.push("aims");
    }
    let mut digests = Map::new();
    for (part, text) in &new.texts {
        if before.texts.get(part) == text.as_ref() {
            continue;
        }
        changed.push(part.code());
        if let (Some(place), Some(text)) = (guide::keep_text(tx, of, *part, text.as_ref()).await?, text) {
            let words: Vec<String> = text.versions().iter().map(|version| format!("{}\n{}", version.language, version.text)).collect();
            digests.insert(part.code().to_owned(), tx.digest(act.tenant, place.uuid(), &words.join("\n\n")).await?.into());
        }
    }
    for (rule, choice) in &new.choices {
        choose(tx, act, of, &before, rule, choice.as_ref().map(|(stance, motive)| (*stance, motive.as_ref()))).await?;
    }
    for (lesson, choice) in &new.lessons {
        use_lesson(tx, act, of, &before, *lesson, choice.as_ref()).await?;
    }
    for (fact, value) in &new.organisation {
        keep_organisation(tx, act, fact, value.as_deref()).await?;
    }
    guide::mark_saved(tx, of).await?;
    let aims: Option<Vec<&str>> = new.aims.as_ref().map(|aims| aims.iter().map(|aim| aim.effect.as_str()).collect());
    let body = json!({ "moment": new.moment.code(), "changed": changed, "aims": aims, "digests": Value::Object(digests) });
    note(tx, act, id, "guide-saved", body).await
}

/// Keeps what is done with one lesson, when it differs from what was done before (G067).
async fn use_lesson(
    tx: &mut Tx,
    act: &Act<'_>,
    of: Writing,
    before: &Guide,
    lesson: Uuid,
    choice: Option<&(LessonStance, LanguageSet)>,
) -> Result<(), Refusal> {
    let old = before.lessons.get(&lesson).map(|old| (old.stance, &old.words));
    let new = choice.map(|(stance, words)| (*stance, words));
    if old == new {
        return Ok(());
    }
    let place = guide::keep_lesson(tx, of, lesson, new).await?;
    let words = match (place, new) {
        (Some(place), Some((_, words))) => Some(tx.digest(act.tenant, place.uuid(), &words.original().text).await?),
        _ => None,
    };
    let kind = match new {
        Some((LessonStance::Adopted, _)) => "lesson-adopted",
        Some((LessonStance::SetAside, _)) => "lesson-set-aside",
        None => "lesson-reopened",
    };
    note(tx, act, of.process, kind, json!({ "lesson": lesson, "words": words })).await
}

/// Keeps what holds for all processes, when it differs from what was said before, and notes it in the journal of the
/// municipality.
async fn keep_organisation(tx: &mut Tx, act: &Act<'_>, fact: &str, value: Option<&str>) -> Result<(), Refusal> {
    let before = organisation::organisation_facts(tx, act.tenant).await?;
    if before.get(fact).map(|it| it.value.as_str()) == value {
        return Ok(());
    }
    organisation::keep(tx, act.tenant, fact, value, act.actor.account(), act.at).await?;
    let entry = store::journal::Entry {
        tenant: act.tenant,
        stream: act.tenant.uuid(),
        stream_kind: "tenant",
        kind: "design.organisation-fact",
        version: 1,
        actor: act.actor,
        at: act.at,
        body: json!({ "fact": fact, "value": value }),
    };
    tx.journal(entry).await?;
    Ok(())
}

/// Keeps what is done with one rule, when it differs from what was done before.
async fn choose(
    tx: &mut Tx,
    act: &Act<'_>,
    of: Writing,
    before: &Guide,
    rule: &str,
    choice: Option<(Stance, Option<&LanguageSet>)>,
) -> Result<(), Refusal> {
    let old = before.choices.get(rule).map(|old| (old.stance, old.motive.as_ref()));
    if old == choice {
        return Ok(());
    }
    if matches!(choice, Some((Stance::SetAside, None))) {
        return Err(Refusal::NoMotive);
    }
    let kept = choice.map(|(stance, motive)| (stance, motive, KNOWLEDGE_VERSION));
    let place = guide::keep_choice(tx, of, rule, kept).await?;
    let motive = match (place, choice.and_then(|(_, motive)| motive)) {
        (Some(place), Some(words)) => Some(tx.digest(act.tenant, place.uuid(), &words.original().text).await?),
        _ => None,
    };
    let kind = match choice {
        Some((Stance::Followed, _)) => "rule-followed",
        Some((Stance::SetAside, _)) => "rule-set-aside",
        None => "rule-reopened",
    };
    note(tx, act, of.process, kind, json!({ "rule": rule, "knowledge": KNOWLEDGE_VERSION, "motive": motive })).await
}
