//! What of the guide everybody reads with the agreements: the aims in order, what is not aimed at, who does what (A014), which lessons of earlier
//! processes are used, and which lessons and advice were set aside and why.

use super::plan::{AimLine, aims, on_other_ladders};
use super::{Card, Guided, LessonShown, said_in};
use crate::model::{GuideText, Stance};
use crate::pages::view::{self, Words};
use kernel::Language;
use ui::Page;

/// The public part of a guide.
#[derive(Debug)]
pub(in crate::pages) struct PublicGuide {
    /// The aims, the most important first.
    pub(in crate::pages) aims: Vec<AimLine>,
    /// In which language those are.
    pub(in crate::pages) language: Language,
    /// The rung on the ladders that the municipality added (A005), each with the name of its ladder.
    pub(in crate::pages) ladders: Vec<(String, String)>,
    /// Texts under their headings.
    pub(in crate::pages) texts: Vec<(&'static str, Words)>,
    /// Lessons that are used.
    pub(in crate::pages) adopted: Vec<LessonShown>,
    /// Lessons that were set aside.
    pub(in crate::pages) unused: Vec<LessonShown>,
    /// Advice that was set aside and still applies.
    pub(in crate::pages) aside: Vec<Card>,
}

impl PublicGuide {
    /// What everybody reads; nothing when there is nothing to read.
    pub(in crate::pages) fn of(page: &Page, guided: &Guided) -> Option<Self> {
        let texts: Vec<(&str, Words)> = GuideText::ALL
            .into_iter()
            .filter(|text| text.is_public())
            .filter_map(|text| Some((text.key(), view::words(page, guided.guide.texts.get(&text)?))))
            .collect();
        let set_aside = |id: &str| guided.guide.choices.get(id).is_some_and(|choice| choice.stance == Stance::SetAside);
        let aside: Vec<Card> =
            guided.applying().into_iter().filter(|rule| set_aside(&rule.id)).map(|rule| Card::of(page, guided, rule)).collect();
        let aims = aims(page, guided);
        let (adopted, unused): (Vec<LessonShown>, Vec<LessonShown>) = LessonShown::all(page, guided)
            .into_iter()
            .filter(|lesson| lesson.outcome.is_some())
            .partition(|lesson| lesson.outcome.as_ref().is_some_and(|(adopted, _)| *adopted));
        let ladders = on_other_ladders(page, guided, true);
        let something =
            !(aims.is_empty() && ladders.is_empty() && texts.is_empty() && aside.is_empty() && adopted.is_empty() && unused.is_empty());
        something.then(|| Self { aims, language: said_in(page), ladders, texts, adopted, unused, aside })
    }
}
