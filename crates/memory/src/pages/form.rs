//! The form of a lesson: what was typed becomes a lesson, or comes back with what is wrong.

use super::shown::{Names, said};
use crate::model::exchange::{NAME, TEXT};
use crate::model::{About, LessonRow, Marks, Worked};
use crate::processes::NamedProcess;
use evidence::{EffectKey, Knowledge, VOCABULARIES};
use kernel::{AreaId, Line, ProcessId, Prose, TextError};
use ui::{Choice, Page, Typed};

/// At most so many signs in a reason.
const REASON: usize = 2_000;

/// What was typed.
#[derive(Debug, Clone)]
pub(super) struct Written {
    pub(super) process: Option<ProcessId>,
    pub(super) text: String,
    pub(super) advice: String,
    pub(super) worked: Worked,
    pub(super) area: Option<AreaId>,
    pub(super) theme: Option<String>,
    pub(super) effects: Vec<String>,
    pub(super) marks: Marks,
}

fn too_long(typed: &mut Typed, name: &str, length: usize, most: usize) {
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    typed.wrong_with(name, "ui-too-long", &[("most", number(most).into()), ("length", number(length).into())]);
}

fn prose(typed: &mut Typed, name: &str, most: usize, missing: &str) -> Option<String> {
    match Prose::new(typed.get(name), most) {
        Ok(text) => return Some(text.into_string()),
        Err(TextError::Empty) => typed.wrong(name, missing),
        Err(TextError::TooLong { length, most }) => too_long(typed, name, length, most),
    }
    None
}

/// Why a lesson is adjusted or retired.
pub(super) fn reason(typed: &mut Typed, name: &str) -> Option<String> {
    prose(typed, name, REASON, "memory-reason-missing")
}

/// The theme that was typed in the field `theme`: one line of at most [`NAME`] signs. One that is too long is noted beside the field.
#[must_use]
pub fn theme(typed: &mut Typed) -> Option<String> {
    // Themes are kept in a list with commas between them elsewhere.
    match Line::new(&typed.get("theme").replace(',', " "), NAME) {
        Ok(line) => Some(line.into_string()),
        Err(TextError::Empty) => None,
        Err(TextError::TooLong { length, most }) => {
            too_long(typed, "theme", length, most);
            None
        }
    }
}

fn rules(typed: &mut Typed, knowledge: &Knowledge) -> Vec<String> {
    let asked = typed.get("rules").to_uppercase();
    let ids: Vec<&str> = asked.split([',', ' ', ';']).filter(|id| !id.is_empty()).collect();
    let unknown = ids.iter().find(|id| knowledge.rule(id).is_none()).map(|id| (*id).to_owned());
    if let Some(unknown) = unknown {
        typed.wrong_with("rules", "memory-rule-unknown", &[("rule", unknown.into())]);
        return Vec::new();
    }
    let mut found: Vec<String> = ids.into_iter().map(str::to_owned).collect();
    found.dedup();
    found
}

/// The lesson that was typed; nothing when something is wrong, which is then noted beside its field.
pub(super) fn parse(typed: &mut Typed, names: &Names, processes: &[NamedProcess]) -> Option<Written> {
    let process = match typed.get("process") {
        "" => None,
        id => {
            let known = processes.iter().find(|it| it.id.to_string() == id).map(|it| it.id);
            if known.is_none() {
                typed.wrong("process", "ui-choose");
            }
            known
        }
    };
    let text = prose(typed, "text", TEXT, "memory-text-missing");
    let advice = prose(typed, "advice", TEXT, "memory-advice-missing");
    let worked = Worked::of_code(typed.get("worked"));
    if worked.is_none() {
        typed.wrong("worked", "memory-worked-missing");
    }
    let area = match typed.get("area") {
        "" => None,
        id => {
            let known = names.areas.iter().find(|(known, _)| known.to_string() == id).map(|(known, _)| *known);
            if known.is_none() {
                typed.wrong("area", "ui-choose");
            }
            known
        }
    };
    let theme = theme(typed);
    let known = |key: &&str| EffectKey::try_from((**key).to_owned()).is_ok_and(|key| names.knowledge.effect(&key).is_some());
    let effects = typed.all("effects").into_iter().filter(known).map(str::to_owned).collect();
    let about = typed.all("about").into_iter().filter_map(About::of_code).collect();
    let rules = rules(typed, &names.knowledge);
    let marks = Marks { rules, about, informal: typed.has("informal", "yes") };
    let (Some(text), Some(advice), Some(worked), false) = (text, advice, worked, typed.is_wrong()) else { return None };
    Some(Written { process, text, advice, worked, area, theme, effects, marks })
}

/// The form filled with a lesson.
pub(super) fn filled(row: &LessonRow) -> Typed {
    let lesson = &row.lesson;
    let mut typed = Typed::empty()
        .with("process", lesson.process.map(|id| id.to_string()).unwrap_or_default())
        .with("text", lesson.text.original().text.as_str())
        .with("advice", lesson.advice.original().text.as_str())
        .with("worked", lesson.worked.code())
        .with("area", lesson.area.map(|id| id.to_string()).unwrap_or_default())
        .with("theme", lesson.theme.clone().unwrap_or_default())
        .with("rules", row.marks.rules.join(", "));
    for effect in &lesson.effects {
        typed.push("effects", effect.as_str());
    }
    for about in &row.marks.about {
        typed.push("about", about.code());
    }
    if row.marks.informal {
        typed.set("informal", "yes");
    }
    typed
}

/// What the form offers.
#[derive(Debug)]
pub(super) struct Offered {
    pub(super) processes: Vec<Choice>,
    pub(super) worked: Vec<Choice>,
    pub(super) areas: Vec<Choice>,
    pub(super) effects: Vec<Choice>,
    pub(super) about: Vec<Choice>,
}

impl Offered {
    pub(super) fn of(page: &Page, names: &Names, processes: &[NamedProcess]) -> Self {
        let mut effects = Vec::new();
        for list in VOCABULARIES.iter().filter_map(|vocabulary| Some((vocabulary, names.knowledge.list(vocabulary)?))) {
            let (vocabulary, list) = list;
            let choice = |item: &evidence::Item| {
                let label = format!("{} ({})", said(page, &item.name), said(page, &list.name));
                Choice::new(format!("{vocabulary}.{}", item.key), label)
            };
            effects.extend(list.items.iter().map(choice));
        }
        Self {
            processes: processes.iter().map(|it| Choice::new(it.id.to_string(), it.title.best(&page.language).text)).collect(),
            worked: Worked::ALL.into_iter().map(|worked| Choice::new(worked.code(), page.t(worked.key()))).collect(),
            areas: names.areas.iter().map(|(id, name)| Choice::new(id.to_string(), name.clone())).collect(),
            effects,
            about: About::ALL.into_iter().map(|about| Choice::new(about.code(), page.t(about.key()))).collect(),
        }
    }
}
