//! A rule as it stands beside a field.

use super::{Guided, answer_words, effect_name, said, said_in};
use crate::forms::guide::rule as fields_of;
use crate::model::{Stance, State, moment_of_rule, stands_before};
use crate::pages::view::{self, Words};
use evidence::{Fact, Rule, Sign, Strength};
use kernel::Language;
use people::Threshold;
use std::collections::BTreeMap;
use ui::{Choice, Page};

/// A rule, ready to be shown.
#[derive(Debug, Clone)]
pub(crate) struct Card {
    /// Its id in the catalogue.
    pub(crate) id: String,
    /// In which language its sentences are.
    pub(crate) language: Language,
    /// The condition.
    pub(crate) when: String,
    /// The effect it can have.
    pub(crate) effect: String,
    /// What to do.
    pub(crate) advice: String,
    /// Source and place.
    pub(crate) source: String,
    /// The words of the source.
    pub(crate) quote: Option<String>,
    /// On what kind of sentence it rests.
    pub(crate) strength: String,
    /// What the program chose where the source leaves it open.
    pub(crate) note: Option<String>,
    /// Key of what it holds back until it is answered; nothing when it is no gate, or the process is past it.
    pub(crate) gate: Option<&'static str>,
    /// Whether the municipality wrote it itself.
    pub(crate) own: bool,
    /// What it can contribute to and what it can harm: key of the heading, and the effects.
    pub(crate) touches: Vec<(&'static str, String)>,
    /// The answers because of which it applies.
    pub(crate) because: Vec<String>,
    /// The rules that say the other side.
    pub(crate) beside: Vec<String>,
    /// The name of the field of what is done with it.
    pub(crate) name: String,
    /// The name of the field of its motive.
    pub(crate) motive: String,
    /// Where it can be followed or set aside.
    pub(crate) href: String,
    /// What was done with it.
    pub(crate) stance: Option<Stance>,
    /// Why it was set aside.
    pub(crate) why: Option<Words>,
    /// When it was chosen, with which knowledge.
    pub(crate) chosen: Option<String>,
}

/// What a choice of a rule offers.
pub(super) fn stances(page: &Page) -> Vec<Choice> {
    vec![
        Choice::new("", page.t("design-guide-rule-open")),
        Choice::new(Stance::Followed.code(), page.t("design-guide-rule-follow")),
        Choice::new(Stance::SetAside.code(), page.t("design-guide-rule-aside")),
    ]
}

/// What a rule holds back in this state of the process: a later version is published as the first one was.
fn gate(rule: &Rule, state: State) -> Option<&'static str> {
    let first = |before: Threshold| stands_before(rule, before);
    match state {
        State::Closed => None,
        _ if first(Threshold::Publishing) => Some("design-guide-gate"),
        _ => first(Threshold::Closing).then_some("design-guide-gate-closing"),
    }
}

impl Card {
    /// A rule of the guide of a process.
    pub(crate) fn of(page: &Page, guided: &Guided, rule: &Rule) -> Self {
        let knowledge = &*guided.knowledge;
        let sides = [
            (Sign::Promotes, "design-guide-promotes"),
            (Sign::Harms, "design-guide-harms"),
            (Sign::Mixed, "design-guide-mixed"),
            (Sign::Open, "design-guide-open"),
        ];
        let touches = sides
            .into_iter()
            .filter_map(|(sign, key)| {
                let effects = rule.touches.iter().filter(|touch| touch.sign == sign);
                let names: Vec<String> = effects.map(|touch| effect_name(page, knowledge, &touch.effect)).collect();
                (!names.is_empty()).then(|| (key, names.join(", ")))
            })
            .collect();
        let label = |fact: Fact| {
            let (nl, en) = fact.words();
            if page.language == Language::EN { en } else { nl }
        };
        let because = rule.matched(&guided.facts).map(|found| found.because).unwrap_or_default();
        let source = knowledge.source(&rule.cite.source).map_or_else(|| rule.cite.source.clone(), |source| said(page, &source.title));
        let (nl, en) = rule.strength.words();
        let choice = guided.guide.choices.get(&rule.id);
        let (name, motive) = fields_of(&rule.id);
        Self {
            language: said_in(page),
            when: said(page, &rule.when),
            effect: said(page, &rule.effect),
            advice: said(page, &rule.advice),
            source: [source, rule.cite.place.clone()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
            quote: rule.cite.quote.clone(),
            strength: if page.language == Language::EN { en } else { nl }.to_owned(),
            note: rule.note.as_ref().map(|note| said(page, note)),
            gate: gate(rule, guided.process.state),
            own: rule.strength == Strength::Local,
            touches,
            because: because
                .iter()
                .map(|(fact, value)| format!("{}: {}", label(*fact), answer_words(page, knowledge, *fact, value)))
                .collect(),
            beside: rule
                .beside
                .iter()
                .filter_map(|id| knowledge.rule(id))
                .map(|other| format!("{}: {} {}", other.id, said(page, &other.when), said(page, &other.effect)))
                .collect(),
            href: format!("{}/{}#{name}", guided.href(), moment_of_rule(rule).code()),
            stance: choice.map(|choice| choice.stance),
            why: choice.and_then(|choice| choice.motive.as_ref()).map(|words| view::words(page, words)),
            chosen: choice
                .map(|choice| page.t2("design-guide-choice-knowledge", "date", page.day(&choice.at), "version", choice.knowledge.as_str())),
            id: rule.id.clone(),
            name,
            motive,
        }
    }
}

/// The computed rules that apply, each at the first of the `places` whose fact it looks at.
pub(crate) fn cards<'p>(page: &Page, guided: &Guided, places: &[(Fact, &'p str)]) -> BTreeMap<&'p str, Vec<Card>> {
    let mut found: BTreeMap<&str, Vec<Card>> = BTreeMap::new();
    for rule in guided.applying() {
        let Some(condition) = rule.condition() else { continue };
        let named = condition.facts();
        if let Some((_, place)) = places.iter().find(|(fact, _)| named.contains(fact)) {
            found.entry(place).or_default().push(Card::of(page, guided, rule));
        }
    }
    found
}
