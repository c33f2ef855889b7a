//! What is known, ready to be shown: the words of the knowledge base in the language that fits the reader, rules with their source,
//! and how an obligation is checked, in a sentence.

use crate::model::Check;
use evidence::{Citation, EffectKey, Fact, Knowledge, Known, Rule, RuleKind, Sign, Strength, Words};
use kernel::{Language, Term};
use serde::Serialize;
use ui::Page;

/// Words with their language, for the `lang` attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The words.
    pub text: String,
    /// In which language they are.
    pub language: Language,
}

/// Words of the knowledge base for a page. It speaks Dutch and English: a page in another language shows the Dutch original, and so
/// does an English page where a municipality wrote Dutch only.
#[must_use]
pub fn said(page: &Page, words: &Words) -> Said {
    pair(page, &words.nl, &words.en)
}

pub(crate) fn pair(page: &Page, nl: &str, en: &str) -> Said {
    if page.language == Language::EN && nl != en {
        Said { text: en.to_owned(), language: Language::EN }
    } else {
        Said { text: nl.to_owned(), language: Language::NL }
    }
}

/// The code under which a value is written in the data files.
pub(crate) fn coded(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        _ => String::new(),
    }
}

/// A citation as a reader finds it.
#[derive(Debug, Clone)]
pub(crate) struct Cited {
    /// The title of the source.
    pub(crate) title: Said,
    /// Where in it.
    pub(crate) place: String,
    /// Its words, as they stand there.
    pub(crate) quote: Option<String>,
    /// Its place in the list of sources.
    pub(crate) href: String,
}

impl Cited {
    pub(crate) fn of(page: &Page, knowledge: &Knowledge, cite: &Citation) -> Self {
        let title = knowledge
            .source(&cite.source)
            .map_or_else(|| Said { text: cite.source.clone(), language: Language::NL }, |source| said(page, &source.title));
        Self { title, place: cite.place.clone(), quote: cite.quote.clone(), href: format!("/wat-we-weten/bronnen#bron-{}", cite.source) }
    }

    pub(crate) fn all(page: &Page, knowledge: &Knowledge, cites: &[Citation]) -> Vec<Self> {
        cites.iter().map(|cite| Self::of(page, knowledge, cite)).collect()
    }
}

/// Words that lead somewhere.
#[derive(Debug, Clone)]
pub(crate) struct Linked {
    pub(crate) href: String,
    pub(crate) name: Said,
}

impl Linked {
    pub(crate) fn effect(page: &Page, knowledge: &Knowledge, key: &EffectKey) -> Self {
        let name =
            knowledge.effect(key).map_or_else(|| Said { text: key.to_string(), language: Language::NL }, |item| said(page, &item.name));
        Self { href: effect_href(key), name }
    }
}

/// The page of an effect.
pub(crate) fn effect_href(key: &EffectKey) -> String {
    format!("/wat-we-weten/{key}")
}

/// The page of a rule.
pub(crate) fn rule_href(id: &str) -> String {
    format!("/wat-we-weten/regel/{id}")
}

/// The signs in the order in which they are read, each with the key of its heading.
pub(crate) const SIGNS: [(Sign, &str); 4] = [
    (Sign::Promotes, "knowledge-promotes"),
    (Sign::Harms, "knowledge-harms"),
    (Sign::Mixed, "knowledge-mixed"),
    (Sign::Open, "knowledge-open"),
];

/// A rule, ready to be shown.
#[derive(Debug, Clone)]
pub(crate) struct RuleShown {
    pub(crate) id: String,
    pub(crate) href: String,
    /// Whether the municipality wrote it itself.
    pub(crate) own: bool,
    pub(crate) when: Said,
    pub(crate) effect: Said,
    pub(crate) advice: Said,
    pub(crate) touches: Vec<(&'static str, Vec<Linked>)>,
    pub(crate) cited: Cited,
    /// Key of what kind of sentence it rests on.
    pub(crate) strength: String,
    pub(crate) kinds: Vec<String>,
    pub(crate) phases: Vec<String>,
    /// Key of how it is known whether it applies.
    pub(crate) known: &'static str,
    /// The facts it looks at, or the question that is asked.
    pub(crate) looks_at: Vec<Said>,
    /// Key of when it is asked or shown.
    pub(crate) moment: Option<String>,
    pub(crate) note: Option<Said>,
    pub(crate) beside: Vec<Linked>,
}

pub(crate) fn kind_key(kind: RuleKind) -> String {
    format!("knowledge-kind-{}", coded(&kind))
}

pub(crate) fn phase_key(phase: evidence::Phase) -> String {
    format!("knowledge-phase-{}", coded(&phase))
}

pub(crate) fn strength_key(strength: Strength) -> String {
    format!("knowledge-strength-{}", coded(&strength))
}

/// What a fact is called.
pub(crate) fn fact_name(page: &Page, fact: Fact) -> Said {
    let (nl, en) = fact.words();
    pair(page, nl, en)
}

impl RuleShown {
    pub(crate) fn of(page: &Page, knowledge: &Knowledge, rule: &Rule) -> Self {
        let touches = SIGNS
            .into_iter()
            .filter_map(|(sign, key)| {
                let touched = rule.touches.iter().filter(|touch| touch.sign == sign);
                let names: Vec<Linked> = touched.map(|touch| Linked::effect(page, knowledge, &touch.effect)).collect();
                (!names.is_empty()).then_some((key, names))
            })
            .collect();
        let (known, looks_at, moment) = match &rule.known {
            Known::Computed(condition) => {
                ("knowledge-computed", condition.facts().into_iter().map(|fact| fact_name(page, fact)).collect(), None)
            }
            Known::Asked { at, question } => ("knowledge-asked", vec![said(page, question)], Some(format!("knowledge-at-{}", coded(at)))),
            Known::Shown(phase) => ("knowledge-shown", Vec::new(), Some(phase_key(*phase))),
        };
        let beside = rule
            .beside
            .iter()
            .filter_map(|id| knowledge.rule(id))
            .map(|other| Linked { href: rule_href(&other.id), name: said(page, &other.when) })
            .collect();
        Self {
            id: rule.id.clone(),
            href: rule_href(&rule.id),
            own: rule.strength == Strength::Local,
            when: said(page, &rule.when),
            effect: said(page, &rule.effect),
            advice: said(page, &rule.advice),
            touches,
            cited: Cited::of(page, knowledge, &rule.cite),
            strength: strength_key(rule.strength),
            kinds: rule.kinds.iter().map(|kind| kind_key(*kind)).collect(),
            phases: rule.phases.iter().map(|phase| phase_key(*phase)).collect(),
            known,
            looks_at,
            moment,
            note: rule.note.as_ref().map(|note| said(page, note)),
            beside,
        }
    }
}

/// A count for a page.
pub(crate) fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// How it is known whether an obligation is met, in a sentence.
#[must_use]
pub fn check_words(page: &Page, check: Check) -> String {
    match check {
        Check::AnswerWithin { term: Term::Working(days) } => page.t1("knowledge-check-answer-working", "days", i64::from(days)),
        Check::AnswerWithin { term: Term::Days(days) } => page.t1("knowledge-check-answer-days", "days", i64::from(days)),
        Check::OpenAtLeast { days } => page.t1("knowledge-check-open", "days", i64::from(days)),
        Check::RungAtLeast { step } => page.t1("knowledge-check-rung", "rung", page.t(format!("ui-rung-{step}"))),
        Check::BesideScreen => page.t("knowledge-check-screen"),
        Check::Written { fact } => page.t(format!("knowledge-check-{}", fact.key())),
        Check::ReportPublished => page.t("knowledge-check-report"),
        Check::Asked => page.t("knowledge-check-asked"),
    }
}
