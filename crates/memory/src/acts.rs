//! What can be done with lessons. Each act writes its rows and its line in the journal together.

use crate::model::exchange::Incoming;
use crate::model::{Adjusting, Changing, Elsewhere, Lesson, Marks};
use crate::tables::{self, Happened};
use journey::Act;
use kernel::{Instant, Random, TextId};
use serde_json::{Value, json};
use store::texts::LanguageSet;
use store::{Error, Tx, journal};
use uuid::Uuid;

/// Why something cannot be done with a lesson.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// This municipality has no such lesson.
    #[error("there is no such lesson")]
    Missing,
    /// It was retired: it stays as it is.
    #[error("the lesson was retired")]
    Retired,
    /// The database.
    #[error(transparent)]
    Store(#[from] Error),
}

impl From<Refusal> for people::Fault {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Missing => Self::NotFound,
            Refusal::Retired => Self::Conflict("memory-refused-retired"),
            Refusal::Store(error) => Self::Store(error),
        }
    }
}

/// A fresh id for a lesson.
#[must_use]
pub fn new_id(at: Instant, random: &dyn Random) -> Uuid {
    // The id of a text is made as that of a lesson is: sortable by time.
    TextId::new(at, random).uuid()
}

fn said(set: &LanguageSet) -> String {
    set.versions().iter().map(|version| format!("{}\n{}", version.language, version.text)).collect::<Vec<_>>().join("\n\n")
}

async fn note(tx: &mut Tx, act: &Act<'_>, id: Uuid, kind: &'static str, body: Value) -> Result<(), Error> {
    let entry =
        journal::Entry { tenant: act.tenant, stream: id, stream_kind: "lesson", kind, version: 1, actor: act.actor, at: act.at, body };
    tx.journal(entry).await.map(drop)
}

fn circumstances(lesson: &Lesson, marks: &Marks) -> Value {
    json!({
        "process": lesson.process,
        "worked": lesson.worked.code(),
        "area": lesson.area,
        "effects": lesson.effects,
        "rules": marks.rules,
        "about": marks.about.iter().map(|about| about.code()).collect::<Vec<_>>(),
        "informal": marks.informal,
    })
}

async fn keep_as(
    tx: &mut Tx,
    act: &Act<'_>,
    lesson: &Lesson,
    marks: &Marks,
    elsewhere: Option<&Elsewhere>,
    kind: &'static str,
) -> Result<(), Error> {
    let places = tables::insert(tx, act.tenant, act.actor.account(), lesson, marks, elsewhere).await?;
    let mut body = circumstances(lesson, marks);
    body["text"] = tx.digest(act.tenant, places.text.uuid(), &said(&lesson.text)).await?.into();
    body["advice"] = tx.digest(act.tenant, places.advice.uuid(), &said(&lesson.advice)).await?.into();
    if let Some(elsewhere) = elsewhere {
        body["from"] = json!(elsewhere.id);
    }
    note(tx, act, lesson.id, kind, body).await
}

/// Keeps a lesson.
///
/// # Errors
/// When the database cannot be written, or a lesson with this id is there.
pub async fn keep(tx: &mut Tx, act: &Act<'_>, lesson: &Lesson) -> Result<(), Error> {
    keep_marked(tx, act, lesson, &Marks::default()).await
}

/// Keeps a lesson of which more is said: on which rules it bears, at which moment of designing it is of use, and whether it
/// was noted in passing.
///
/// # Errors
/// As [`keep`].
pub async fn keep_marked(tx: &mut Tx, act: &Act<'_>, lesson: &Lesson, marks: &Marks) -> Result<(), Error> {
    keep_as(tx, act, lesson, marks, None, "lesson-kept").await
}

/// Puts other words or circumstances in the place of those of a lesson. What stood there before stays readable beside the
/// reason.
///
/// # Errors
/// When there is no such lesson, or it was retired.
pub async fn adjust(tx: &mut Tx, act: &Act<'_>, new: &Adjusting) -> Result<(), Refusal> {
    let before = tables::lesson(tx, act.tenant, new.lesson.id).await?.ok_or(Refusal::Missing)?;
    if before.retired.is_some() {
        return Err(Refusal::Retired);
    }
    let lesson = Lesson { process: before.lesson.process, at: before.lesson.at, ..new.lesson.clone() };
    let happened = Happened { kind: Changing::Adjusted, reason: &new.reason, at: act.at, by: act.actor.account() };
    let (places, reason) = tables::replace(tx, act.tenant, &lesson, &new.marks, &happened).await?;
    let mut body = circumstances(&lesson, &new.marks);
    body["text"] = tx.digest(act.tenant, places.text.uuid(), &said(&lesson.text)).await?.into();
    body["advice"] = tx.digest(act.tenant, places.advice.uuid(), &said(&lesson.advice)).await?.into();
    body["reason"] = tx.digest(act.tenant, reason.uuid(), &said(&new.reason)).await?.into();
    note(tx, act, lesson.id, "lesson-adjusted", body).await?;
    Ok(())
}

/// Retires a lesson: it is no longer shown to who designs, and stays readable with the reason.
///
/// # Errors
/// When there is no such lesson, or it was retired before.
pub async fn retire(tx: &mut Tx, act: &Act<'_>, id: Uuid, reason: &LanguageSet) -> Result<(), Refusal> {
    tables::lesson(tx, act.tenant, id).await?.ok_or(Refusal::Missing)?;
    let happened = Happened { kind: Changing::Retired, reason, at: act.at, by: act.actor.account() };
    let place = tables::mark_retired(tx, act.tenant, id, &happened).await?.ok_or(Refusal::Retired)?;
    let digest = tx.digest(act.tenant, place.uuid(), &said(reason)).await?;
    note(tx, act, id, "lesson-retired", json!({ "reason": digest })).await?;
    Ok(())
}

/// Takes in lessons of another municipality (A250), and gives back how many were new. One that is here already stays as it is.
///
/// # Errors
/// When the database cannot be written.
pub async fn take_in(tx: &mut Tx, act: &Act<'_>, incoming: &[Incoming]) -> Result<usize, Error> {
    let mut many = 0;
    for it in incoming {
        if tables::is_here(tx, act.tenant, it.elsewhere.id).await? {
            continue;
        }
        let lesson = Lesson {
            id: new_id(act.at, tx.random()),
            process: None,
            text: it.text.clone(),
            advice: it.advice.clone(),
            worked: it.worked,
            area: None,
            theme: it.theme.clone(),
            effects: it.effects.clone(),
            at: act.at,
        };
        let marks = Marks { rules: it.rules.clone(), about: it.about.clone(), informal: it.informal };
        keep_as(tx, act, &lesson, &marks, Some(&it.elsewhere), "lesson-taken-in").await?;
        many += 1;
    }
    Ok(many)
}
