//! A lesson of an earlier process as it stands in the guide.

use super::Guided;
use crate::forms::guide::lesson as fields_of;
use crate::model::{GuideMoment, LessonStance, moments_of};
use crate::pages::view::{self, Words};
use memory::{LessonRow, Worked};
use ui::{Choice, Page};

/// So many signs of a lesson tell which one is meant.
const SHORT: usize = 90;

/// A lesson, ready to be shown.
#[derive(Debug, Clone)]
pub(crate) struct LessonShown {
    /// The name of the field of what is done with it.
    pub(crate) name: String,
    /// The name of the field of how or why.
    pub(crate) words: String,
    /// Whether it worked.
    pub(crate) title: String,
    /// What happened.
    pub(crate) text: Words,
    /// What to do next time.
    pub(crate) advice: Words,
    /// Its beginning.
    pub(crate) short: String,
    /// Where it comes from, in a sentence; empty when it comes from no process.
    pub(crate) of: String,
    /// Where everybody reads it.
    pub(crate) href: String,
    /// Where it can be adopted or set aside.
    pub(crate) place: String,
    /// Whether it was noted in passing (A241).
    pub(crate) informal: bool,
    /// Whether it was adopted, and how or why not; nothing when nothing was done with it.
    pub(crate) outcome: Option<(bool, Words)>,
}

fn beginning(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() <= SHORT {
        return line.to_owned();
    }
    let cut: String = line.chars().take(SHORT).collect();
    format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole))
}

/// Key of the words for whether something worked.
const fn worked_key(worked: Worked) -> &'static str {
    match worked {
        Worked::No => "design-lesson-worked-no",
        Worked::Partly => "design-lesson-worked-partly",
        Worked::Yes => "design-lesson-worked-yes",
    }
}

/// What a choice of a lesson offers.
pub(super) fn choices(page: &Page) -> Vec<Choice> {
    vec![
        Choice::new("", page.t("design-lesson-open")),
        Choice::new(LessonStance::Adopted.code(), page.t("design-lesson-adopt")),
        Choice::new(LessonStance::SetAside.code(), page.t("design-lesson-set-aside")),
    ]
}

impl LessonShown {
    /// A lesson in the guide of a process.
    pub(crate) fn of(page: &Page, guided: &Guided, row: &LessonRow) -> Self {
        let lesson = &row.lesson;
        let (name, words) = fields_of(lesson.id);
        let title = lesson.process.and_then(|id| guided.titles.get(&id)).map(|set| set.best(&page.language).text.to_owned());
        let of = match (&row.elsewhere, title) {
            (Some(elsewhere), _) => page.t1("design-lesson-of-municipality", "name", elsewhere.municipality.as_str()),
            (None, Some(title)) => page.t1("design-lesson-of-process", "name", title),
            (None, None) => String::new(),
        };
        let text = view::words(page, &lesson.text);
        let first = moments_of(row, &guided.knowledge).first().copied().unwrap_or(GuideMoment::Aims);
        Self {
            title: page.t(worked_key(lesson.worked)),
            short: beginning(&text.text),
            text,
            advice: view::words(page, &lesson.advice),
            of,
            href: format!("/lessen/{}", lesson.id),
            place: format!("{}/{}#{name}", guided.href(), first.code()),
            informal: row.marks.informal,
            outcome: guided
                .guide
                .lessons
                .get(&lesson.id)
                .map(|choice| (choice.stance == LessonStance::Adopted, view::words(page, &choice.words))),
            name,
            words,
        }
    }

    /// All lessons of the guide, what did not work first.
    pub(crate) fn all(page: &Page, guided: &Guided) -> Vec<Self> {
        guided.lessons.iter().map(|row| Self::of(page, guided, row)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beginning_ends_between_words() {
        assert_eq!(beginning("Kort.\nEn meer."), "Kort.");
        let long = "Wij vroegen het de buurt pas toen het plan al bij de aannemer lag, en toen kon er niets meer veranderen.";
        let short = beginning(long);
        assert!(short.ends_with('…') && long.starts_with(short.trim_end_matches('…')), "{short}");
        assert!(short.chars().count() <= SHORT + 1);
    }
}
