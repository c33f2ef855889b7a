//! A motivated answer: what was done with the words of the author, by what it was decided, and why not when not.
//! It is published only when nothing of that is missing (guard S13→S14 of catalogue F4; 004 «gemotiveerd»).

use super::{plain, template};
use journey::Outcome;
use kernel::{ContributionId, Language};
use std::collections::BTreeSet;
use store::texts::LanguageSet;

/// A text of an answer has at most this many signs.
pub const TEXT_MOST: usize = 4_000;
/// Fewer signs than this cannot tell what was done with somebody's words.
pub const DONE_LEAST: usize = 30;
/// Fewer signs than this name no criterion.
pub const CRITERION_LEAST: usize = 6;
/// Fewer signs than this give no reason for a no.
pub const WHY_NOT_LEAST: usize = 50;
/// Fewer signs than this cannot tell what was done with one author's own words in a bundle.
pub const OWN_LEAST: usize = 20;

/// A part of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// What was done with what was put in.
    Done,
    /// The criterion that decided.
    Criterion,
    /// Why not, when not.
    WhyNot,
    /// What comes now, and when.
    Coming,
    /// What was done with the words of this one author.
    Own,
}

impl Part {
    /// The parts that all authors of a dossier read.
    pub const SHARED: [Self; 4] = [Self::Done, Self::Criterion, Self::WhyNot, Self::Coming];

    /// The name of its form field and the end of its keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Criterion => "criterion",
            Self::WhyNot => "why-not",
            Self::Coming => "coming",
            Self::Own => "own",
        }
    }

    /// How many signs it has at least.
    #[must_use]
    pub const fn least(self) -> usize {
        match self {
            Self::Done => DONE_LEAST,
            Self::Criterion => CRITERION_LEAST,
            Self::WhyNot => WHY_NOT_LEAST,
            Self::Coming => 1,
            Self::Own => OWN_LEAST,
        }
    }
}

/// A motivated answer to the authors of a dossier: a shared part, and an own part for each author.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Motivation {
    /// What was done with what was put in.
    pub done: Option<LanguageSet>,
    /// The criterion that decided.
    pub criterion: Option<LanguageSet>,
    /// Why not; needed when the outcome is a no, wholly or in part.
    pub why_not: Option<LanguageSet>,
    /// What comes now, and when.
    pub coming: Option<LanguageSet>,
    /// What was done with the words of each author. Needed for each when there are several; the shared part says it when
    /// there is one.
    pub own: Vec<(ContributionId, LanguageSet)>,
}

impl Motivation {
    /// An answer of the two parts that every answer has.
    #[must_use]
    pub fn new(done: LanguageSet, criterion: LanguageSet) -> Self {
        Self { done: Some(done), criterion: Some(criterion), ..Self::default() }
    }
    /// The same, with the reason why not.
    #[must_use]
    pub fn why_not(mut self, words: LanguageSet) -> Self {
        self.why_not = Some(words);
        self
    }
    /// The same, with what comes now.
    #[must_use]
    pub fn coming(mut self, words: LanguageSet) -> Self {
        self.coming = Some(words);
        self
    }
    /// The same, with what was done with the words of one author.
    #[must_use]
    pub fn own(mut self, contribution: ContributionId, words: LanguageSet) -> Self {
        self.own.retain(|(known, _)| *known != contribution);
        self.own.push((contribution, words));
        self
    }
    /// A shared part.
    #[must_use]
    pub const fn part(&self, part: Part) -> Option<&LanguageSet> {
        match part {
            Part::Done => self.done.as_ref(),
            Part::Criterion => self.criterion.as_ref(),
            Part::WhyNot => self.why_not.as_ref(),
            Part::Coming => self.coming.as_ref(),
            Part::Own => None,
        }
    }
    /// Every language in which a shared part is written.
    #[must_use]
    pub fn languages(&self) -> BTreeSet<Language> {
        let shared = Part::SHARED.into_iter().filter_map(|part| self.part(part));
        shared.flat_map(|words| words.versions().iter().map(|version| version.language)).collect()
    }
    /// The own part of one author.
    #[must_use]
    pub fn own_of(&self, contribution: ContributionId) -> Option<&LanguageSet> {
        self.own.iter().find(|(known, _)| *known == contribution).map(|(_, words)| words)
    }
}

/// What is wrong with a part of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lack {
    /// It is not there.
    Missing,
    /// It is too short to say anything.
    Short {
        /// How many signs it must have at least.
        least: usize,
    },
    /// It is longer than an answer can be.
    Long {
        /// How many signs it may have at most.
        most: usize,
    },
    /// It still holds what its beginning left open.
    LeftOpen {
        /// What, with its brackets.
        left: String,
    },
    /// It has a sentence that nobody reads to its end.
    Sentence {
        /// How many words it has.
        words: usize,
        /// How it begins.
        begins: String,
    },
}

/// What is missing before an answer can be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// In which part.
    pub part: Part,
    /// For which author, in an own part.
    pub contribution: Option<ContributionId>,
    /// In which language; `None` where the whole part is missing.
    pub language: Option<Language>,
    /// What.
    pub lack: Lack,
}

/// Everything that is missing before `motivation` can be published to `authors`; empty when it is complete.
#[must_use]
pub fn gaps(motivation: &Motivation, outcome: Option<Outcome>, authors: &[ContributionId]) -> Vec<Gap> {
    let mut found = Vec::new();
    for part in Part::SHARED {
        let needed = match part {
            Part::Done | Part::Criterion => true,
            Part::WhyNot => outcome.is_some_and(Outcome::is_a_no),
            Part::Coming | Part::Own => false,
        };
        // A yes has no reason why not; what was written there is not published.
        if needed || part != Part::WhyNot {
            look(part, None, motivation.part(part), needed, motivation, &mut found);
        }
    }
    // Of what was gathered one result is told to everybody (F5): it holds the words of all.
    let own = authors.len() > 1 && !outcome.is_some_and(Outcome::is_a_result);
    for author in authors {
        look(Part::Own, Some(*author), motivation.own_of(*author), own, motivation, &mut found);
    }
    found
}

fn look(
    part: Part,
    contribution: Option<ContributionId>,
    words: Option<&LanguageSet>,
    needed: bool,
    motivation: &Motivation,
    found: &mut Vec<Gap>,
) {
    let gap = |language: Option<Language>, lack: Lack| Gap { part, contribution, language, lack };
    let Some(words) = words else {
        if needed {
            found.push(gap(None, Lack::Missing));
        }
        return;
    };
    for version in words.versions() {
        let signs = version.text.trim().chars().count();
        if let Some(left) = template::left_open(&version.text) {
            found.push(gap(Some(version.language), Lack::LeftOpen { left: left.to_owned() }));
        } else if signs < part.least() {
            found.push(gap(Some(version.language), Lack::Short { least: part.least() }));
        } else if signs > TEXT_MOST {
            found.push(gap(Some(version.language), Lack::Long { most: TEXT_MOST }));
        } else if let Some(long) = plain::long_sentence(&version.text) {
            found.push(gap(Some(version.language), Lack::Sentence { words: long.words, begins: long.begins }));
        }
    }
    // A translation of a half answer would keep the other half from its reader.
    if contribution.is_none() {
        for language in motivation.languages() {
            if !words.versions().iter().any(|version| version.language == language) {
                found.push(gap(Some(language), Lack::Missing));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{Instant, SeededRandom};
    use store::texts::{Origin, Version};

    fn nl(text: &str) -> LanguageSet {
        LanguageSet::written(Language::NL, text)
    }

    fn authors(count: usize) -> Vec<ContributionId> {
        let random = SeededRandom::new(4);
        (0..count).map(|_| ContributionId::new(Instant::from_micros(5), &random)).collect()
    }

    fn whole() -> Motivation {
        Motivation::new(
            nl("Wij hebben uw plan voor drie banken op het plein uitgerekend en getekend."),
            nl("De brandweer moet er altijd door kunnen."),
        )
    }

    #[test]
    fn a_yes_needs_what_was_done_and_by_what_it_was_decided() {
        let one = authors(1);
        assert_eq!(gaps(&whole(), Some(Outcome::Adopted), &one), []);
        let nothing = gaps(&Motivation::default(), Some(Outcome::Adopted), &one);
        assert_eq!(nothing.iter().map(|gap| gap.part).collect::<Vec<_>>(), [Part::Done, Part::Criterion]);
    }

    #[test]
    fn a_no_needs_its_reason_and_not_two_words_of_it() {
        let one = authors(1);
        for outcome in Outcome::ALL {
            let asked = gaps(&whole(), Some(*outcome), &one);
            assert_eq!(!asked.is_empty(), outcome.is_a_no(), "{outcome}");
        }
        let short = gaps(&whole().why_not(nl("Te duur.")), Some(Outcome::NotAdopted), &one);
        assert_eq!(short[0].lack, Lack::Short { least: WHY_NOT_LEAST });
        let said = whole().why_not(nl("Een vierde bank staat op de route van de brandweer. Die route mag niet versperd zijn."));
        assert_eq!(gaps(&said, Some(Outcome::NotAdopted), &one), []);
    }

    #[test]
    fn in_a_bundle_everybody_hears_of_their_own_words() {
        let three = authors(3);
        let motivation = whole().own(three[1], nl("Uw schets van de banken nemen wij over."));
        let asked = gaps(&motivation, Some(Outcome::Adopted), &three);
        assert_eq!(asked.iter().map(|gap| gap.contribution).collect::<Vec<_>>(), [Some(three[0]), Some(three[2])]);
    }

    #[test]
    fn one_result_is_told_to_everybody_who_took_part_and_a_no_in_it_needs_its_reason() {
        let three = authors(3);
        assert_eq!(gaps(&whole(), Some(Outcome::ResultActed), &three), []);
        let asked = gaps(&whole(), Some(Outcome::ResultNoted), &three);
        assert_eq!(asked.iter().map(|gap| gap.part).collect::<Vec<_>>(), [Part::WhyNot]);
    }

    #[test]
    fn a_half_translation_is_not_published() {
        let english = Version {
            language: Language::EN,
            text: "We calculated and drew your plan for three benches.".to_owned(),
            origin: Origin::Human,
            reviewed_by: None,
        };
        let mut motivation = whole();
        motivation.done = motivation.done.map(|done| done.with(english));
        let asked = gaps(&motivation, Some(Outcome::Adopted), &authors(1));
        assert_eq!((asked.len(), asked[0].part, asked[0].language), (1, Part::Criterion, Some(Language::EN)));
    }

    #[test]
    fn what_its_beginning_left_open_is_filled_in_first_in_every_part_and_language() {
        let english = Version {
            language: Language::EN,
            text: "This is what decided it: [the criterion, in plain words].".to_owned(),
            origin: Origin::Human,
            reviewed_by: None,
        };
        let mut motivation = whole().coming(nl("Op [dag of maand] kijken wij er opnieuw naar."));
        motivation.criterion = motivation.criterion.map(|criterion| criterion.with(english));
        let asked = gaps(&motivation, Some(Outcome::Adopted), &authors(1));
        let open: Vec<_> = asked.iter().filter(|gap| matches!(gap.lack, Lack::LeftOpen { .. })).collect();
        assert_eq!(open.iter().map(|gap| gap.part).collect::<Vec<_>>(), [Part::Criterion, Part::Coming]);
        assert_eq!(open[1].lack, Lack::LeftOpen { left: "[dag of maand]".to_owned() });
    }

    #[test]
    fn an_answer_is_in_plain_words() {
        let mut motivation = whole();
        motivation.done = Some(nl(&"en toen ".repeat(20)));
        assert!(matches!(gaps(&motivation, Some(Outcome::Adopted), &authors(1))[0].lack, Lack::Sentence { words: 40, .. }));
    }
}
