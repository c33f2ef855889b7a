//! Lessons as a file that another municipality can take in (A250). It holds no account and no person.

use super::{About, Elsewhere, LessonRow, Worked};
use kernel::{Date, Language, Prose};
use serde::{Deserialize, Serialize};
use store::texts::{LanguageSet, Origin, Version};
use uuid::Uuid;

/// What the file says it is.
pub const FORMAT: &str = "meemaak-lessons";
/// The version of what stands in the file.
pub const VERSION: u32 = 1;
/// At most so many lessons are taken in at once.
pub const MOST: usize = 1_000;
/// At most so many signs in a text of a lesson.
pub const TEXT: usize = 4_000;
/// At most so many signs in a name.
pub const NAME: usize = 160;

/// The file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonsFile {
    /// [`FORMAT`].
    pub format: String,
    /// [`VERSION`].
    pub version: u32,
    /// Whose lessons they are.
    pub municipality: String,
    /// The lessons.
    pub lessons: Vec<Told>,
}

/// One lesson in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The id it has where it was first kept.
    pub id: Uuid,
    /// The municipality it came from, when that is not the one whose file it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The name of the process.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub process: Option<String>,
    /// What happened.
    pub text: Vec<Said>,
    /// What to do next time.
    pub advice: Vec<Said>,
    /// `no`, `partly` or `yes`.
    pub worked: String,
    /// The name of the area.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
    /// The theme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// The keys of effects and values.
    #[serde(default)]
    pub effects: Vec<String>,
    /// The ids of rules.
    #[serde(default)]
    pub rules: Vec<String>,
    /// The moments of designing it is about.
    #[serde(default)]
    pub about: Vec<String>,
    /// Whether it was noted in passing (A241).
    #[serde(default)]
    pub informal: bool,
    /// The day on which it was kept.
    pub kept: Date,
}

/// A text in one language; the first of several is the original.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The language.
    pub language: Language,
    /// The words.
    pub text: String,
    /// How it came into that language.
    #[serde(default = "written")]
    pub origin: Origin,
}

const fn written() -> Origin {
    Origin::Written
}

/// Why a file cannot be taken in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// It is no file of lessons.
    #[error("this is no file of lessons")]
    NotLessons,
    /// It was made by a later version of the program.
    #[error("this file has version {0}")]
    Version(u32),
    /// There are too many lessons in it.
    #[error("there are more than {MOST} lessons in it")]
    TooMany,
    /// A lesson cannot be read; counted from one.
    #[error("lesson {0} cannot be read")]
    Lesson(usize),
}

fn told(set: &LanguageSet) -> Vec<Said> {
    set.versions().iter().map(|it| Said { language: it.language, text: it.text.clone(), origin: it.origin }).collect()
}

impl Told {
    /// A lesson of ours as it stands in the file. `area` and `process` are the names of what it is of.
    #[must_use]
    pub fn of(row: &LessonRow, area: Option<String>, process: Option<String>, kept: Date) -> Self {
        let (lesson, elsewhere) = (&row.lesson, row.elsewhere.as_ref());
        Self {
            id: elsewhere.map_or(lesson.id, |it| it.id),
            from: elsewhere.map(|it| it.municipality.clone()),
            process: elsewhere.map_or(process, |it| it.process.clone()),
            text: told(&lesson.text),
            advice: told(&lesson.advice),
            worked: lesson.worked.code().to_owned(),
            area,
            theme: lesson.theme.clone(),
            effects: lesson.effects.clone(),
            rules: row.marks.rules.clone(),
            about: row.marks.about.iter().map(|it| it.code().to_owned()).collect(),
            informal: row.marks.informal,
            kept,
        }
    }
}

/// A lesson that was read from a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// Where it comes from.
    pub elsewhere: Elsewhere,
    /// What happened.
    pub text: LanguageSet,
    /// What to do next time.
    pub advice: LanguageSet,
    /// Whether it worked.
    pub worked: Worked,
    /// The theme.
    pub theme: Option<String>,
    /// The keys of effects and values.
    pub effects: Vec<String>,
    /// The ids of rules.
    pub rules: Vec<String>,
    /// The moments of designing it is about.
    pub about: Vec<About>,
    /// Whether it was noted in passing.
    pub informal: bool,
}

/// The words of a file, as one may keep them: nobody here has read a translation over.
fn words(said: &[Said]) -> Option<LanguageSet> {
    let mut set: Option<LanguageSet> = None;
    for it in said {
        let text = Prose::new(&it.text, TEXT).ok()?.into_string();
        set = Some(match set {
            None => LanguageSet::written(it.language, text),
            Some(set) => {
                let origin = if it.origin == Origin::Written { Origin::Human } else { it.origin };
                set.with(Version { language: it.language, text, origin, reviewed_by: None })
            }
        });
    }
    set
}

fn name(text: &str) -> Option<String> {
    kernel::Line::new(text, NAME).ok().map(kernel::Line::into_string)
}

fn is_rule(id: &str) -> bool {
    id.len() <= 8 && id.starts_with(['C', 'L']) && id.len() > 1 && id[1..].bytes().all(|sign| sign.is_ascii_digit())
}

fn incoming(told: &Told, municipality: &str) -> Option<Incoming> {
    let optional = |text: &Option<String>| match text.as_deref().map(str::trim) {
        None | Some("") => Some(None),
        Some(text) => name(text).map(Some),
    };
    if told.effects.len() > 80 || told.rules.len() > 80 {
        return None;
    }
    Some(Incoming {
        elsewhere: Elsewhere {
            municipality: match &told.from {
                Some(from) => name(from)?,
                None => municipality.to_owned(),
            },
            process: optional(&told.process)?,
            id: told.id,
        },
        text: words(&told.text)?,
        advice: words(&told.advice)?,
        worked: Worked::of_code(&told.worked)?,
        theme: optional(&told.theme)?,
        // An effect or rule that is not known here says nothing here; it is left out and the lesson is not.
        effects: told.effects.iter().filter(|key| evidence::EffectKey::try_from((*key).clone()).is_ok()).cloned().collect(),
        rules: told.rules.iter().filter(|id| is_rule(id)).cloned().collect(),
        about: told.about.iter().filter_map(|code| About::of_code(code)).collect(),
        informal: told.informal,
    })
}

/// The lessons of a file.
///
/// # Errors
/// When it is no file of lessons, of a later version, too long, or when a lesson in it cannot be read.
pub fn read(text: &str) -> Result<Vec<Incoming>, ReadError> {
    let value: serde_json::Value = serde_json::from_str(text).map_err(|_| ReadError::NotLessons)?;
    if value["format"] != FORMAT {
        return Err(ReadError::NotLessons);
    }
    let version = value["version"].as_u64().and_then(|version| u32::try_from(version).ok()).ok_or(ReadError::NotLessons)?;
    if version > VERSION {
        return Err(ReadError::Version(version));
    }
    let municipality = value["municipality"].as_str().and_then(name).ok_or(ReadError::NotLessons)?;
    let lessons = value["lessons"].as_array().ok_or(ReadError::NotLessons)?;
    if lessons.len() > MOST {
        return Err(ReadError::TooMany);
    }
    let one = |(nth, value): (usize, &serde_json::Value)| {
        let told: Told = serde_json::from_value(value.clone()).map_err(|_| ReadError::Lesson(nth))?;
        incoming(&told, &municipality).ok_or(ReadError::Lesson(nth))
    };
    (1..).zip(lessons).map(one).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use crate::{Lesson, Marks};
    use kernel::Instant;
    use proptest::prelude::*;

    fn file(lessons: Vec<Told>) -> String {
        let file = LessonsFile { format: FORMAT.into(), version: VERSION, municipality: "Stad Leyhoven".into(), lessons };
        serde_json::to_string(&file).unwrap()
    }

    fn row(text: &str, theme: Option<String>, worked: Worked, about: Vec<About>, informal: bool) -> LessonRow {
        LessonRow {
            lesson: Lesson {
                id: Uuid::from_u128(7),
                process: None,
                text: LanguageSet::written(Language::NL, text),
                advice: LanguageSet::written(Language::NL, "Begin eerder."),
                worked,
                area: None,
                theme,
                effects: vec!["effect.trust".into()],
                at: Instant::from_micros(0),
            },
            marks: Marks { rules: vec!["C009".into()], about, informal },
            elsewhere: None,
            adjusted: None,
            retired: None,
        }
    }

    proptest! {
        #[test]
        fn a_lesson_is_read_as_it_was_written(
            text in "[A-Za-z][A-Za-zé .,]{0,80}[a-z]", theme in proptest::option::of("[a-z]{1,20}"), worked in 0_i64..3,
            about in proptest::sample::subsequence(About::ALL.to_vec(), 0..8), informal in any::<bool>(),
        ) {
            let row = row(&text, theme, Worked::at_place(worked).unwrap(), about, informal);
            let told = Told::of(&row, Some("Molenveld".into()), Some("Het plein".into()), "2026-03-12".parse().unwrap());
            let read = read(&file(vec![told])).unwrap().remove(0);
            prop_assert_eq!(&read.text.original().text, &row.lesson.text.original().text);
            prop_assert_eq!(read.advice, row.lesson.advice);
            prop_assert_eq!(read.worked, row.lesson.worked);
            prop_assert_eq!(read.theme, row.lesson.theme);
            prop_assert_eq!((read.about, read.informal, read.rules), (row.marks.about, row.marks.informal, row.marks.rules));
            prop_assert_eq!(read.elsewhere, Elsewhere { municipality: "Stad Leyhoven".into(), process: Some("Het plein".into()), id: row.lesson.id });
        }

        #[test]
        fn no_file_is_too_strange_to_refuse(text in ".{0,80}", word in "[a-z]{0,8}", number in any::<u64>()) {
            let _ = read(&text);
            let _ = read(&format!("{{\"format\":\"meemaak-lessons\",\"version\":{number},\"municipality\":\"{word}\",\"lessons\":[{{\"worked\":\"{word}\"}}]}}"));
        }
    }

    #[test]
    fn a_file_says_what_is_wrong_with_it() {
        assert_eq!(read("geen json"), Err(ReadError::NotLessons));
        assert_eq!(read("{\"format\":\"iets anders\"}"), Err(ReadError::NotLessons));
        assert_eq!(read(&file(Vec::new()).replace("\"version\":1", "\"version\":9")), Err(ReadError::Version(9)));
        let told = Told::of(&row("Te laat.", None, Worked::No, Vec::new(), false), None, None, "2026-03-12".parse().unwrap());
        assert_eq!(read(&file(vec![told.clone()])).unwrap().len(), 1);
        let wrong = Told { worked: "misschien".into(), ..told.clone() };
        assert_eq!(read(&file(vec![told.clone(), wrong])), Err(ReadError::Lesson(2)));
        assert_eq!(read(&file(vec![Told { text: Vec::new(), ..told }])), Err(ReadError::Lesson(1)));
    }

    #[test]
    fn a_review_of_another_municipality_is_none_of_ours() {
        let said = |language, origin| Said { language, text: "Begin eerder.".into(), origin };
        let set = words(&[said(Language::NL, Origin::Written), said(Language::EN, Origin::Machine)]).unwrap();
        assert!(set.best(&Language::EN).unreviewed, "a translation by a machine is marked until somebody here read it");
    }
}
