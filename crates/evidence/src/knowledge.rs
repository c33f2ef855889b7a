//! The whole knowledge base, read from its data files and checked.

use crate::gap::{Contradiction, Placeholder};
use crate::ladder::{Ladder, LadderRung, Level};
use crate::list::{CodeList, Correspondence, Item};
use crate::perspective::{Dilemma, Perspective, Strategy};
use crate::quantity::{Quantity, Trap};
use crate::{AskedAt, Citation, EffectKey, Exact, Fact, Facts, Known, Match, Phase, Review, Rule, Source, Toets, Words};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// Somebody who was interviewed for the case study, by code (catalogue D03).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Respondent {
    /// The code, for instance `B1`.
    pub code: String,
    /// Kind of actor: `political`, `official` or `intermediary`.
    pub actor: String,
    /// Which municipality.
    pub municipality: String,
    /// How long the interview took, in hours.
    pub hours: Exact,
    /// What else the table says.
    #[serde(default)]
    pub note: Option<Words>,
    /// Where that stands.
    pub cite: Citation,
}

/// Everything that is known, with where from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Knowledge {
    /// The sources.
    #[serde(rename = "source")]
    pub sources: Vec<Source>,
    /// Code lists (B).
    #[serde(rename = "list")]
    pub lists: Vec<CodeList>,
    /// Which effects and values correspond (B01, B08).
    #[serde(rename = "correspondence")]
    pub correspondences: Vec<Correspondence>,
    /// Ladders (B24).
    #[serde(rename = "ladder")]
    pub ladders: Vec<Ladder>,
    /// Perspectives (B39–B41).
    #[serde(rename = "perspective")]
    pub perspectives: Vec<Perspective>,
    /// Dilemmas (B42).
    #[serde(rename = "dilemma")]
    pub dilemmas: Vec<Dilemma>,
    /// Strategies (B43).
    #[serde(rename = "strategy")]
    pub strategies: Vec<Strategy>,
    /// Rules (C), by id.
    #[serde(rename = "rule")]
    pub rules: Vec<Rule>,
    /// Stated numbers (D02).
    #[serde(rename = "quantity")]
    pub quantities: Vec<Quantity>,
    /// Numbers that look alike.
    #[serde(rename = "trap")]
    pub traps: Vec<Trap>,
    /// Who was interviewed (D03).
    #[serde(rename = "respondent")]
    pub respondents: Vec<Respondent>,
    /// The reviews that a source reports (D010–D012).
    #[serde(rename = "review")]
    pub reviews: Vec<Review>,
    /// What contradicts (H2).
    #[serde(rename = "contradiction")]
    pub contradictions: Vec<Contradiction>,
    /// What is lost (H1).
    #[serde(rename = "placeholder")]
    pub placeholders: Vec<Placeholder>,
    /// Toetsen.
    #[serde(rename = "toets")]
    pub toetsen: Vec<Toets>,
}

/// The data files, in the order in which they are read.
const FILES: &[(&str, &str)] = &[
    ("sources.toml", include_str!("../data/sources.toml")),
    ("effects.toml", include_str!("../data/effects.toml")),
    ("design.toml", include_str!("../data/design.toml")),
    ("people.toml", include_str!("../data/people.toml")),
    ("practices.toml", include_str!("../data/practices.toml")),
    ("organisation.toml", include_str!("../data/organisation.toml")),
    ("words.toml", include_str!("../data/words.toml")),
    ("ladders.toml", include_str!("../data/ladders.toml")),
    ("perspectives.toml", include_str!("../data/perspectives.toml")),
    ("rules-1-participation.toml", include_str!("../data/rules-1-participation.toml")),
    ("rules-2-cocreation.toml", include_str!("../data/rules-2-cocreation.toml")),
    ("rules-3-slides.toml", include_str!("../data/rules-3-slides.toml")),
    ("rules-4-inclusive.toml", include_str!("../data/rules-4-inclusive.toml")),
    ("rules-5-carry-through.toml", include_str!("../data/rules-5-carry-through.toml")),
    ("numbers.toml", include_str!("../data/numbers.toml")),
    ("reviews.toml", include_str!("../data/reviews.toml")),
    ("gaps.toml", include_str!("../data/gaps.toml")),
    ("toetsen.toml", include_str!("../data/toetsen.toml")),
];

/// Knowledge that cannot be read or does not hang together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EvidenceError {
    /// A text is no TOML of this kind.
    #[error("{file}: {reason}")]
    Unreadable {
        /// Which file or text.
        file: String,
        /// Where and why.
        reason: String,
    },
    /// A text is longer than may be.
    #[error("the text is longer than {0} bytes")]
    TooLong(usize),
    /// Two things have the same key.
    #[error("«{0}» stands there twice")]
    Twice(String),
    /// Something is named that is not there.
    #[error("«{by}» names «{missing}», which is not there")]
    Missing {
        /// Who names it.
        by: String,
        /// What is not there.
        missing: String,
    },
    /// A text is empty.
    #[error("«{0}» lacks a text")]
    Empty(String),
    /// A key that may not be.
    #[error("«{0}» is no key: small letters, digits and hyphens, beginning with a letter")]
    Key(String),
    /// A municipality's rule without an id of its own.
    #[error("«{0}» must be L with at most six digits: other ids belong to the catalogue")]
    LocalId(String),
    /// A municipality's addition that quotes a source whose text nobody here looked up, or calls its own a review.
    #[error("«{0}»: an addition quotes only sources of its own, and those are local or external")]
    NotItsOwn(String),
    /// A municipality's rule that claims more than it may.
    #[error("«{0}» must say what can happen, with «kan» or «kunnen», not what will")]
    Claim(String),
}

/// How many rules are known in which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Decided by the program from facts.
    pub computed: usize,
    /// Asked of an officer.
    pub asked: usize,
    /// Shown at a stage.
    pub shown: usize,
}

impl Knowledge {
    /// What ships with the program, read once.
    ///
    /// ```
    /// use evidence::Knowledge;
    /// let knowledge = Knowledge::shipped()?;
    /// let rule = knowledge.rule("C022").ok_or("no rule")?;
    /// assert_eq!(rule.cite.quote.as_deref(), Some("vanaf de agendaopmaak tot de finale goedkeuring"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// When a data file is not sound; the tests of this crate see to it that none is.
    pub fn shipped() -> Result<&'static Self, EvidenceError> {
        static SHIPPED: OnceLock<Result<Knowledge, EvidenceError>> = OnceLock::new();
        SHIPPED
            .get_or_init(|| {
                let mut knowledge = Self::default();
                for (file, text) in FILES {
                    knowledge.take(Self::parsed(file, text)?);
                }
                knowledge.rules.sort_by(|one, two| one.id.cmp(&two.id));
                knowledge.check()?;
                Ok(knowledge)
            })
            .as_ref()
            .map_err(Clone::clone)
    }

    /// The data files with their names, as they ship.
    #[must_use]
    pub const fn files() -> &'static [(&'static str, &'static str)] {
        FILES
    }

    pub(crate) fn parsed(file: &str, text: &str) -> Result<Self, EvidenceError> {
        toml::from_str(text).map_err(|error| EvidenceError::Unreadable { file: file.to_owned(), reason: error.to_string() })
    }

    pub(crate) fn take(&mut self, other: Self) {
        self.sources.extend(other.sources);
        self.lists.extend(other.lists);
        self.correspondences.extend(other.correspondences);
        self.ladders.extend(other.ladders);
        self.perspectives.extend(other.perspectives);
        self.dilemmas.extend(other.dilemmas);
        self.strategies.extend(other.strategies);
        self.rules.extend(other.rules);
        self.quantities.extend(other.quantities);
        self.traps.extend(other.traps);
        self.respondents.extend(other.respondents);
        self.reviews.extend(other.reviews);
        self.contradictions.extend(other.contradictions);
        self.placeholders.extend(other.placeholders);
        self.toetsen.extend(other.toetsen);
    }

    /// The source with this key.
    #[must_use]
    pub fn source(&self, key: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.key == key)
    }
    /// The list with this id or key.
    #[must_use]
    pub fn list(&self, id: &str) -> Option<&CodeList> {
        self.lists.iter().find(|list| list.id == id || list.key == id)
    }
    /// The rule with this id.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }
    /// The stated number with this key.
    #[must_use]
    pub fn quantity(&self, key: &str) -> Option<&Quantity> {
        self.quantities.iter().find(|quantity| quantity.key == key)
    }
    /// The ladder with this key.
    #[must_use]
    pub fn ladder(&self, key: &str) -> Option<&Ladder> {
        self.ladders.iter().find(|ladder| ladder.key == key)
    }
    /// The effect or value with this key, in its own vocabulary.
    #[must_use]
    pub fn effect(&self, key: &EffectKey) -> Option<&Item> {
        self.list(key.vocabulary()).and_then(|list| list.item(key.name()))
    }
    /// All effects and values that a process can aim at, vocabulary by vocabulary.
    pub fn effects(&self) -> impl Iterator<Item = (EffectKey, &Item)> {
        crate::effect::VOCABULARIES.into_iter().filter_map(|vocabulary| Some((vocabulary, self.list(vocabulary)?))).flat_map(
            |(vocabulary, list)| {
                list.items.iter().filter_map(move |item| Some((EffectKey::try_from(format!("{vocabulary}.{}", item.key)).ok()?, item)))
            },
        )
    }

    /// The computed rules that apply, by id. A rule of which a needed fact is unknown stays away.
    ///
    /// ```
    /// use evidence::{Facts, Knowledge};
    /// let knowledge = Knowledge::shipped()?;
    /// let facts = Facts::read("announced-rung=co-decide; mandate-rung=consult")?;
    /// let ids: Vec<&str> = knowledge.matching(&facts).iter().map(|found| found.rule.id.as_str()).collect();
    /// assert_eq!(ids, ["C011", "C060"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn matching(&self, facts: &Facts) -> Vec<Match<'_>> {
        self.rules.iter().filter_map(|rule| rule.matched(facts)).collect()
    }

    /// The rules that are asked at a moment, by id, with their question.
    pub fn asked_at(&self, moment: AskedAt) -> impl Iterator<Item = (&Rule, &Words)> {
        self.rules.iter().filter_map(move |rule| match &rule.known {
            Known::Asked { at, question } if *at == moment => Some((rule, question)),
            _ => None,
        })
    }

    /// The rules that are shown at a stage, by id.
    pub fn shown_at(&self, stage: Phase) -> impl Iterator<Item = &Rule> {
        self.rules.iter().filter(move |rule| rule.known == Known::Shown(stage))
    }

    /// The computed rules that could never appear when only these facts are ever made: for each, a fact that is missing
    /// keeps its condition from being decided, whatever the values of the others.
    ///
    /// A program that publishes how its rules are known passes the facts its pages make, and lists these apart: a rule
    /// whose facts nobody makes is not computed yet.
    #[must_use]
    pub fn silent(&self, made: &BTreeSet<Fact>) -> Vec<&Rule> {
        self.rules.iter().filter(|rule| rule.condition().is_some_and(|condition| !condition.can_hold(made))).collect()
    }

    /// How many rules are known in which way.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for rule in &self.rules {
            match rule.known {
                Known::Computed(_) => counts.computed += 1,
                Known::Asked { .. } => counts.asked += 1,
                Known::Shown(_) => counts.shown += 1,
            }
        }
        counts
    }

    /// The level that `level` stands for on the first ladder; none when nothing on that ladder does.
    ///
    /// ```
    /// use evidence::{Knowledge, Level};
    /// let knowledge = Knowledge::shipped()?;
    /// let level = |ladder: &str, rung: &str| Level { ladder: ladder.into(), rung: rung.into() };
    /// assert_eq!(knowledge.on_first_ladder(&level("arnstein", "partnership")).map(|first| first.rung), Some("co-decide"));
    /// assert_eq!(knowledge.on_first_ladder(&level("arnstein", "manipulation")), None);
    /// # Ok::<(), evidence::EvidenceError>(())
    /// ```
    #[must_use]
    pub fn on_first_ladder(&self, level: &Level) -> Option<FirstRung<'_>> {
        let ladder = self.ladder(&level.ladder)?;
        let rung = ladder.rungs.iter().find(|rung| rung.key == level.rung)?;
        let first = self.ladder(Ladder::FIRST)?;
        let key = if ladder.key == first.key { &rung.key } else { rung.stands_for.as_ref()? };
        let place = first.place(key)?;
        Some(FirstRung { place, rung: first.rungs.get(place - 1)?.key.as_str() })
    }

    /// The rungs of other ladders for which `rung` of the first ladder stands, each with its ladder.
    ///
    /// ```
    /// let knowledge = evidence::Knowledge::shipped()?;
    /// let others: Vec<_> = knowledge.on_other_ladders("co-decide").map(|(_, rung)| rung.key.as_str()).collect();
    /// assert_eq!(others, ["partnership", "delegated-power"]);
    /// # Ok::<(), evidence::EvidenceError>(())
    /// ```
    pub fn on_other_ladders<'k>(&'k self, rung: &'k str) -> impl Iterator<Item = (&'k Ladder, &'k LadderRung)> {
        let others = self.ladders.iter().filter(|ladder| ladder.key != Ladder::FIRST);
        let here = move |its: &&LadderRung| its.stands_for.as_deref() == Some(rung);
        others.flat_map(move |ladder| ladder.rungs.iter().filter(here).map(move |rung| (ladder, rung)))
    }

    /// Every id of part B that is in the data.
    #[must_use]
    pub fn list_ids(&self) -> BTreeSet<String> {
        let mut ids: BTreeSet<String> = self.lists.iter().map(|list| list.id.clone()).filter(|id| id.starts_with('B')).collect();
        let derived = crate::DERIVATIONS.iter().flat_map(|derivation| derivation.ids.iter().map(|id| (*id).to_owned()));
        ids.extend(self.quantities.iter().flat_map(|quantity| quantity.ids.clone()).chain(derived).filter(|id| id.starts_with('B')));
        for (there, id) in [
            (!self.ladders.is_empty(), "B24"),
            (!self.perspectives.is_empty(), "B39"),
            (self.perspectives.iter().any(|perspective| !perspective.in_text.is_empty()), "B40"),
            (!self.dilemmas.is_empty(), "B42"),
            (!self.strategies.is_empty(), "B43"),
        ] {
            if there {
                ids.insert(id.to_owned());
            }
        }
        ids
    }

    /// Every citation in the data, with what it belongs to.
    #[must_use]
    pub fn citations(&self) -> Vec<(String, &Citation)> {
        let mut all: Vec<(String, &Citation)> = Vec::new();
        for list in &self.lists {
            all.extend(list.cites.iter().map(|cite| (list.id.clone(), cite)));
            for item in list.categories.iter().chain(&list.items) {
                all.extend(item.cites.iter().map(|cite| (format!("{} {}", list.id, item.key), cite)));
            }
        }
        all.extend(self.ladders.iter().flat_map(|ladder| ladder.cites.iter().map(|cite| (ladder.key.clone(), cite))));
        all.extend(self.perspectives.iter().flat_map(|its| its.cites.iter().map(|cite| (its.key.clone(), cite))));
        all.extend(self.dilemmas.iter().flat_map(|its| its.cites.iter().map(|cite| (its.key.clone(), cite))));
        all.extend(self.strategies.iter().flat_map(|its| its.cites.iter().map(|cite| (its.key.clone(), cite))));
        all.extend(self.rules.iter().map(|rule| (rule.id.clone(), &rule.cite)));
        all.extend(self.quantities.iter().flat_map(|its| its.cites.iter().map(|cite| (its.key.clone(), cite))));
        all.extend(self.respondents.iter().map(|its| (its.code.clone(), &its.cite)));
        for review in &self.reviews {
            all.extend(review.cites.iter().map(|cite| (review.key.clone(), cite)));
            all.extend(review.criteria.iter().flat_map(|its| its.cites.iter().map(|cite| (format!("{} {}", review.key, its.key), cite))));
        }
        for contradiction in &self.contradictions {
            all.extend(contradiction.sides.iter().flat_map(|side| side.cites.iter().map(|cite| (contradiction.id.clone(), cite))));
        }
        for placeholder in &self.placeholders {
            all.extend(placeholder.cites.iter().map(|cite| (placeholder.key.clone(), cite)));
            all.extend(placeholder.filled.iter().map(|filled| (placeholder.key.clone(), &filled.cite)));
        }
        for toets in &self.toetsen {
            all.extend(toets.cites.iter().map(|cite| (toets.key.clone(), cite)));
            all.extend(toets.questions.iter().map(|question| (format!("{} {}", toets.key, question.key), &question.cite)));
        }
        all
    }
}

/// A rung of the first ladder, with its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FirstRung<'a> {
    /// 1 for the lowest.
    pub place: usize,
    /// Its key.
    pub rung: &'a str,
}

/// The checks: what is named is there, nothing stands twice, nothing is empty.
impl Knowledge {
    pub(crate) fn check(&self) -> Result<(), EvidenceError> {
        self.check_keys()?;
        let missing = |by: &str, missing: &str| EvidenceError::Missing { by: by.to_owned(), missing: missing.to_owned() };
        for (of, cite) in self.citations() {
            if self.source(&cite.source).is_none() {
                return Err(missing(&of, &cite.source));
            }
        }
        for rule in &self.rules {
            self.check_rule(rule)?;
        }
        for its in &self.correspondences {
            for key in [&its.effect, &its.value] {
                if self.effect(key).is_none() {
                    return Err(missing("correspondence", key.as_str()));
                }
            }
        }
        let barriers = self.list("barrier");
        for list in &self.lists {
            for item in &list.items {
                let place = format!("{} {}", list.id, item.key);
                if let Some(category) = &item.category
                    && !list.categories.iter().any(|its| its.key == *category)
                {
                    return Err(missing(&place, category));
                }
                if let Some(barrier) = item.helps.iter().find(|key| barriers.is_none_or(|list| list.item(key).is_none())) {
                    return Err(missing(&place, barrier));
                }
            }
        }
        for ladder in &self.ladders {
            for LadderRung { key, stands_for, .. } in &ladder.rungs {
                if let Some(rung) = stands_for
                    && self.ladder(Ladder::FIRST).is_none_or(|first| first.place(rung).is_none())
                {
                    return Err(missing(&format!("{} {key}", ladder.key), rung));
                }
            }
        }
        let perspective = |key: &String| self.perspectives.iter().any(|its| its.key == *key);
        for dilemma in &self.dilemmas {
            if let Some(key) = dilemma.from.iter().chain(&dilemma.to).chain(&dilemma.to_by_logic).find(|key| !perspective(key)) {
                return Err(missing(&dilemma.key, key));
            }
        }
        for strategy in &self.strategies {
            if let Some(key) = strategy.dilemma.as_ref().filter(|key| !self.dilemmas.iter().any(|its| its.key == **key)) {
                return Err(missing(&strategy.key, key));
            }
        }
        for quantity in &self.quantities {
            if quantity.alone.as_ref().is_some_and(|words| !words.complete()) {
                return Err(EvidenceError::Empty(quantity.key.clone()));
            }
        }
        for review in &self.reviews {
            if let Some(key) = review.keys().find(|key| self.quantity(key).is_none()) {
                return Err(missing(&review.key, key));
            }
            if self.list("B49").is_none_or(|list| list.of_category(&review.questions).next().is_none()) {
                return Err(missing(&review.key, &review.questions));
            }
        }
        for trap in &self.traps {
            if let Some(key) = trap.keys.iter().find(|key| self.quantity(key).is_none() && crate::derivation(key).is_none()) {
                return Err(missing(&trap.looks, key));
            }
        }
        Ok(())
    }

    fn check_rule(&self, rule: &Rule) -> Result<(), EvidenceError> {
        let missing = |missing: &str| EvidenceError::Missing { by: rule.id.clone(), missing: missing.to_owned() };
        if rule.phases.is_empty() || rule.kinds.is_empty() {
            return Err(EvidenceError::Empty(rule.id.clone()));
        }
        for words in [&rule.when, &rule.effect, &rule.advice].into_iter().chain(rule.note.as_ref()) {
            if !words.complete() {
                return Err(EvidenceError::Empty(rule.id.clone()));
            }
        }
        if let Known::Asked { question, .. } = &rule.known
            && !question.complete()
        {
            return Err(EvidenceError::Empty(rule.id.clone()));
        }
        if !hedged(&rule.effect.nl) {
            return Err(EvidenceError::Claim(rule.id.clone()));
        }
        if let Some(touch) = rule.touches.iter().find(|touch| self.effect(&touch.effect).is_none()) {
            return Err(missing(touch.effect.as_str()));
        }
        for key in rule.condition().map(crate::Condition::effects).unwrap_or_default() {
            if EffectKey::try_from(key.clone()).ok().is_none_or(|key| self.effect(&key).is_none()) {
                return Err(missing(&key));
            }
        }
        match rule.beside.iter().find(|id| self.rule(id).is_none()) {
            Some(id) => Err(missing(id)),
            None => Ok(()),
        }
    }

    fn check_keys(&self) -> Result<(), EvidenceError> {
        fn once<'a>(what: &str, keys: impl Iterator<Item = &'a str>) -> Result<(), EvidenceError> {
            let mut seen = BTreeSet::new();
            for key in keys {
                if key.is_empty() {
                    return Err(EvidenceError::Empty(what.to_owned()));
                }
                if !seen.insert(key) {
                    return Err(EvidenceError::Twice(format!("{what} {key}")));
                }
            }
            Ok(())
        }
        once("source", self.sources.iter().map(|its| its.key.as_str()))?;
        once("list", self.lists.iter().flat_map(|its| [its.id.as_str(), its.key.as_str()]))?;
        once("ladder", self.ladders.iter().map(|its| its.key.as_str()))?;
        once("perspective", self.perspectives.iter().map(|its| its.key.as_str()))?;
        once("dilemma", self.dilemmas.iter().map(|its| its.key.as_str()))?;
        once("strategy", self.strategies.iter().map(|its| its.key.as_str()))?;
        once("rule", self.rules.iter().map(|its| its.id.as_str()))?;
        once("number", self.quantities.iter().map(|its| its.key.as_str()).chain(crate::DERIVATIONS.iter().map(|its| its.key)))?;
        once("respondent", self.respondents.iter().map(|its| its.code.as_str()))?;
        once("review", self.reviews.iter().map(|its| its.key.as_str()))?;
        once("contradiction", self.contradictions.iter().map(|its| its.id.as_str()))?;
        once("placeholder", self.placeholders.iter().map(|its| its.key.as_str()))?;
        once("toets", self.toetsen.iter().map(|its| its.key.as_str()))?;
        for ladder in &self.ladders {
            once(&ladder.key, ladder.rungs.iter().map(|its| its.key.as_str()))?;
        }
        for toets in &self.toetsen {
            once(&toets.key, toets.questions.iter().map(|its| its.key.as_str()))?;
        }
        for list in &self.lists {
            once(&list.id, list.items.iter().map(|its| its.key.as_str()))?;
            for item in list.categories.iter().chain(&list.items) {
                if !crate::fact::is_key(&item.key) {
                    return Err(EvidenceError::Key(item.key.clone()));
                }
                if !item.name.complete() {
                    return Err(EvidenceError::Empty(format!("{} {}", list.id, item.key)));
                }
            }
        }
        Ok(())
    }
}

/// Whether a Dutch sentence says what can happen and not what will.
pub(crate) fn hedged(text: &str) -> bool {
    text.split(|sign: char| !sign.is_alphabetic()).any(|word| matches!(word.to_lowercase().as_str(), "kan" | "kunnen"))
}
