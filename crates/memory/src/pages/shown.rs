//! A lesson as a page shows it.

use crate::model::LessonRow;
use crate::processes::{NamedProcess, Processes};
use evidence::{EffectKey, Knowledge};
use kernel::{AreaId, Language, ProcessId};
use people::{Context, Fault};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::Session;
use store::texts::LanguageSet;
use ui::Page;

/// A text in the language that fits the reader best.
#[derive(Debug, Clone)]
pub(super) struct Words {
    pub(super) text: String,
    pub(super) language: Language,
    pub(super) note: Option<&'static str>,
}

/// The version of `set` that fits the reader of `page` best.
pub(super) fn words(page: &Page, set: &LanguageSet) -> Words {
    let shown = set.best(&page.language);
    let note = if shown.unreviewed {
        Some("ui-translated")
    } else if *shown.language == page.language {
        None
    } else {
        Some("memory-other-language")
    };
    Words { text: shown.text.to_owned(), language: *shown.language, note }
}

/// A lesson, ready to be shown.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) id: String,
    pub(super) worked: String,
    pub(super) text: Words,
    pub(super) advice: Words,
    pub(super) process: Option<(Words, Option<String>)>,
    pub(super) from: Option<String>,
    pub(super) area: Option<String>,
    pub(super) theme: Option<String>,
    pub(super) effects: Vec<String>,
    pub(super) rules: String,
    pub(super) about: String,
    pub(super) informal: bool,
    pub(super) day: String,
    pub(super) adjusted: Option<String>,
    pub(super) retired: Option<String>,
    /// In which language the names of effects are.
    pub(super) names_in: Language,
}

/// The names of what lessons name by its id or key.
pub(super) struct Names {
    pub(super) areas: Vec<(AreaId, String)>,
    pub(super) processes: BTreeMap<ProcessId, NamedProcess>,
    pub(super) knowledge: Arc<Knowledge>,
}

/// The language in which the knowledge speaks on this page.
pub(super) fn names_in(page: &Page) -> Language {
    if page.language == Language::EN { Language::EN } else { Language::NL }
}

/// Words of the knowledge.
pub(super) fn said(page: &Page, words: &evidence::Words) -> String {
    if page.language == Language::EN { words.en.clone() } else { words.nl.clone() }
}

impl Names {
    /// Reads the names of what `rows` name.
    pub(super) async fn read(s: &mut Session, ctx: &Context, rows: &[LessonRow], processes: &dyn Processes) -> Result<Self, Fault> {
        let tenant = ctx.tenant_id();
        let mut ids: Vec<ProcessId> = rows.iter().filter_map(|row| row.lesson.process).collect();
        ids.sort();
        ids.dedup();
        let named = if ids.is_empty() { Vec::new() } else { processes.named(s, tenant, &ids).await? };
        Ok(Self {
            areas: people::tables::areas(s, tenant).await?.into_iter().map(|area| (area.id, area.name)).collect(),
            processes: named.into_iter().map(|it| (it.id, it)).collect(),
            knowledge: knowledge::known(s, tenant).await?,
        })
    }

    pub(super) fn area(&self, id: AreaId) -> Option<String> {
        self.areas.iter().find(|(known, _)| *known == id).map(|(_, name)| name.clone())
    }

    /// The name of an effect or value; its key when it is not known any more.
    pub(super) fn effect(&self, page: &Page, key: &str) -> String {
        let effect = EffectKey::try_from(key.to_owned()).ok();
        effect.and_then(|effect| self.knowledge.effect(&effect)).map_or_else(|| key.to_owned(), |item| said(page, &item.name))
    }
}

impl Shown {
    pub(super) fn of(page: &Page, names: &Names, row: &LessonRow) -> Self {
        let lesson = &row.lesson;
        let own = lesson.process.and_then(|id| names.processes.get(&id)).map(|it| (words(page, &it.title), it.href.clone()));
        let plain = |text: &String| (Words { text: text.clone(), language: page.language, note: None }, None);
        Self {
            id: lesson.id.to_string(),
            worked: page.t(lesson.worked.key()),
            text: words(page, &lesson.text),
            advice: words(page, &lesson.advice),
            process: own.or_else(|| row.elsewhere.as_ref().and_then(|it| it.process.as_ref()).map(plain)),
            from: row.elsewhere.as_ref().map(|it| it.municipality.clone()),
            area: lesson.area.and_then(|id| names.area(id)),
            theme: lesson.theme.clone(),
            effects: lesson.effects.iter().map(|key| names.effect(page, key)).collect(),
            rules: row.marks.rules.join(", "),
            about: row.marks.about.iter().map(|about| page.t(about.key())).collect::<Vec<_>>().join(", "),
            informal: row.marks.informal,
            day: page.day(&lesson.at),
            adjusted: row.adjusted.map(|at| page.day(&at)),
            retired: row.retired.map(|at| page.day(&at)),
            names_in: names_in(page),
        }
    }
}
