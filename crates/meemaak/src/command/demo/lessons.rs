//! What Leyhoven learned: before the demo begins, and while it ran.

use super::town::Town;
use journey::Act;
use kernel::{Actor, Instant, Language};
use memory::{About, Lesson, Marks, Worked};
use people::App;
use serde::Deserialize;
use std::collections::BTreeMap;
use store::texts::{LanguageSet, Origin, Version};
use uuid::Uuid;

#[derive(Debug, Deserialize)]
struct File {
    lesson: Vec<Words>,
}

#[derive(Debug, Deserialize)]
struct Words {
    code: String,
    worked: String,
    process: Option<String>,
    days: Option<i64>,
    area: Option<String>,
    theme: Option<String>,
    #[serde(default)]
    about: Vec<String>,
    #[serde(default)]
    effects: Vec<String>,
    #[serde(default)]
    rules: Vec<String>,
    #[serde(default)]
    informal: bool,
    text: BTreeMap<String, String>,
    advice: BTreeMap<String, String>,
}

fn set(words: &BTreeMap<String, String>) -> Result<LanguageSet, String> {
    let mut set = LanguageSet::written(Language::NL, words.get("nl").ok_or("a lesson has no Dutch")?.clone());
    for (tag, text) in words.iter().filter(|(tag, _)| *tag != "nl") {
        let language = tag.parse().map_err(|_| format!("«{tag}» is no language"))?;
        set = set.with(Version { language, text: text.clone(), origin: Origin::Human, reviewed_by: None });
    }
    Ok(set)
}

/// Keeps those of before the demo, or those that were kept while it ran; gives back which is which.
pub(super) async fn keep(app: &App, town: &Town, earlier: bool, now: Instant) -> Result<BTreeMap<String, Uuid>, String> {
    let file: File = toml::from_str(include_str!("lessons.toml")).map_err(|error| error.to_string())?;
    let officer = town.account("participatie")?;
    let mut kept = BTreeMap::new();
    for words in file.lesson.into_iter().filter(|it| it.days.is_none() == earlier) {
        let at = now.plus_seconds(-words.days.unwrap_or(0) * 86_400);
        let lesson = Lesson {
            id: memory::new_id(at, app.random.as_ref()),
            process: words.process.as_ref().and_then(|code| town.processes.get(code)).map(|it| it.id),
            text: set(&words.text)?,
            advice: set(&words.advice)?,
            worked: Worked::of_code(&words.worked).ok_or("a lesson that worked in no known way")?,
            area: words.area.as_ref().and_then(|name| town.areas.get(name)).copied(),
            theme: words.theme,
            effects: words.effects,
            at,
        };
        let marks = Marks {
            rules: words.rules,
            about: words.about.iter().filter_map(|code| About::of_code(code)).collect(),
            informal: words.informal,
        };
        kept.insert(words.code, lesson.id);
        let (tenant, civil) = (town.tenant.id, town.tenant.civil.clone());
        store::write!(app.store, [civil, lesson, marks], |tx| {
            let actor = Actor::Account { account: officer };
            memory::keep_marked(tx, &Act { tenant, actor: &actor, at, civil: &civil }, &lesson, &marks).await
        })
        .await
        .map_err(|error| error.to_string())?;
    }
    Ok(kept)
}
