//! How the neighbourhood budget of Leyhoven was designed with the guide, before it was published.

use super::town::Town;
use design::{Aim, GuideAnswers, GuideMoment, GuideText, LessonStance, Refusal, RuleStance, Stance};
use journey::Act;
use kernel::{Language, ProcessId};
use serde::Deserialize;
use std::collections::BTreeMap;
use store::Tx;
use store::texts::{LanguageSet, Origin, Version};

#[derive(Debug, Deserialize)]
struct File {
    slug: String,
    step: Vec<Step>,
}

/// One page of the guide as the officer filled it in.
#[derive(Debug, Deserialize)]
struct Step {
    moment: String,
    #[serde(default)]
    answers: BTreeMap<String, String>,
    aims: Option<Vec<[String; 2]>>,
    #[serde(default)]
    texts: BTreeMap<String, BTreeMap<String, String>>,
    #[serde(default)]
    follow: Vec<String>,
    #[serde(default)]
    aside: BTreeMap<String, String>,
    /// The areas by their names.
    #[serde(default)]
    areas: Vec<String>,
    /// What is done with lessons, by their codes.
    #[serde(default)]
    adopt: BTreeMap<String, BTreeMap<String, String>>,
}

fn set(words: &BTreeMap<String, String>) -> Result<LanguageSet, String> {
    let original = words.get("nl").ok_or("a text of the guide has no Dutch")?;
    let mut set = LanguageSet::written(Language::NL, original.clone());
    for (tag, text) in words.iter().filter(|(tag, _)| *tag != "nl") {
        let language = tag.parse().map_err(|_| format!("«{tag}» is no language"))?;
        set = set.with(Version { language, text: text.clone(), origin: Origin::Human, reviewed_by: None });
    }
    Ok(set)
}

fn read(step: Step, town: &Town) -> Result<GuideAnswers, String> {
    let moment = GuideMoment::of_code(&step.moment).ok_or_else(|| format!("the guide has no moment «{}»", step.moment))?;
    let aim = |[effect, level]: [String; 2]| Ok(Aim { effect: effect.try_into().map_err(|error| format!("{error}"))?, level: Some(level) });
    let text = |(part, words): (&String, &BTreeMap<String, String>)| {
        let part = GuideText::of_code(part).ok_or_else(|| format!("the guide has no text «{part}»"))?;
        Ok((part, Some(set(words)?)))
    };
    let followed = step.follow.into_iter().map(|rule| (rule, Some((Stance::Followed, None))));
    let aside = step.aside.into_iter().map(|(rule, why)| {
        let chosen: RuleStance = Some((Stance::SetAside, Some(LanguageSet::written(Language::NL, why))));
        (rule, chosen)
    });
    let areas: Vec<String> = step.areas.iter().filter_map(|name| town.areas.get(name)).map(ToString::to_string).collect();
    let areas = (!areas.is_empty()).then(|| (design::answer::AREAS.to_owned(), Some(areas.join(","))));
    let lesson = |(code, words): (&String, &BTreeMap<String, String>)| {
        let id = town.lessons.get(code).ok_or_else(|| format!("Leyhoven has no lesson «{code}»"))?;
        Ok((*id, Some((LessonStance::Adopted, set(words)?))))
    };
    Ok(GuideAnswers {
        moment,
        lessons: step.adopt.iter().map(lesson).collect::<Result<Vec<_>, String>>()?,
        organisation: Vec::new(),
        answers: step.answers.into_iter().map(|(key, value)| (key, Some(value))).chain(areas).collect(),
        aims: step.aims.map(|aims| aims.into_iter().map(aim).collect::<Result<Vec<_>, String>>()).transpose()?,
        texts: step.texts.iter().map(text).collect::<Result<Vec<_>, String>>()?,
        choices: followed.chain(aside).collect(),
    })
}

/// What was filled in for the process at this address; nothing for one that was designed without the guide.
pub(super) fn of(slug: &str, town: &Town) -> Result<Vec<GuideAnswers>, String> {
    let file: File = toml::from_str(include_str!("guide.toml")).map_err(|error| error.to_string())?;
    if file.slug == slug { file.step.into_iter().map(|step| read(step, town)).collect() } else { Ok(Vec::new()) }
}

/// Saves the pages one after the other.
pub(super) async fn save(tx: &mut Tx, act: &Act<'_>, id: ProcessId, steps: &[GuideAnswers]) -> Result<(), Refusal> {
    let mut seen = None;
    for step in steps {
        design::save_guide(tx, act, id, step, seen).await?;
        seen = Some(act.at);
    }
    Ok(())
}
