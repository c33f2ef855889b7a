//! The forms of what a municipality adds most often: a source, an effect, a rule, a toets, and what fills something lost. What is
//! typed becomes part of the whole addition; whether that fits what is shipped is checked when it is saved.

use super::read::{line, words};
use evidence::{
    AskedAt, Citation, Condition, EffectKey, EvidenceKind, Fact, Fill, Gate, Item, Known, Local, Phase, Rule, RuleKind, Shape, Sign,
    Source, Strength, Toets, ToetsQuestion, Touch, Words,
};
use serde::de::DeserializeOwned;
use ui::Typed;

/// A thing that has a form of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A source.
    Source,
    /// An effect.
    Effect,
    /// A rule.
    Rule,
    /// A toets.
    Toets,
    /// What fills something that is lost.
    Fill,
}

impl Form {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Source, Self::Effect, Self::Rule, Self::Toets, Self::Fill];

    /// Its place in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Source => "bron",
            Self::Effect => "effect",
            Self::Rule => "regel",
            Self::Toets => "toets",
            Self::Fill => "verloren",
        }
    }
    /// The form at a place.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.code() == code)
    }
    /// The code of what it makes.
    #[must_use]
    pub const fn makes(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Effect => "effect",
            Self::Rule => "rule",
            Self::Toets => "toets",
            Self::Fill => "fill",
        }
    }
}

/// At most so many questions in a toets.
pub const MOST_QUESTIONS: usize = 20;
/// At most so many effects that a rule touches.
pub const MOST_TOUCHES: usize = 4;
/// At most so many tests in a simple condition.
pub const MOST_TESTS: usize = 3;
/// The tests of a simple condition: what is sent, and how the condition writes it. A value follows where there is a space behind.
pub const TESTS: [(&str, &str); 10] = [
    ("yes", "= yes"),
    ("no", "= no"),
    ("equals", "= "),
    ("less", "< "),
    ("more", "> "),
    ("has", "has "),
    ("lacks", "lacks "),
    ("only", "only "),
    ("empty", "is empty"),
    ("filled", "is filled"),
];
/// The signs of an effect: what is sent, and what it is.
pub const SIGNS: [(&str, Sign); 4] = [("promotes", Sign::Promotes), ("harms", Sign::Harms), ("mixed", Sign::Mixed), ("open", Sign::Open)];

/// The names of the fields of the `nth` question: its key, and its words.
#[must_use]
pub fn question(nth: usize) -> (String, String) {
    (format!("vraag-{nth}-sleutel"), format!("vraag-{nth}"))
}
/// The names of the fields of the `nth` effect of a rule: the sign, and the effect.
#[must_use]
pub fn touch(nth: usize) -> (String, String) {
    (format!("raakt-{nth}-teken"), format!("raakt-{nth}"))
}
/// The names of the fields of the `nth` test: the fact, the test, and the value.
#[must_use]
pub fn test(nth: usize) -> (String, String, String) {
    (format!("feit-{nth}"), format!("proef-{nth}"), format!("waarde-{nth}"))
}

/// How many questions the form shows: those that are filled, and two more.
#[must_use]
pub fn questions_shown(typed: &Typed) -> usize {
    let filled = |nth: &usize| !typed.get(&question(*nth).1).trim().is_empty();
    ((1..=MOST_QUESTIONS).filter(filled).max().unwrap_or(0) + 2).min(MOST_QUESTIONS)
}

/// A value of the data files by its code.
pub fn coded<T: DeserializeOwned>(code: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(code.to_owned())).ok()
}

fn key(typed: &mut Typed) -> Option<String> {
    let key = line(typed, "sleutel", 60)?;
    let fits = key.starts_with(|first: char| first.is_ascii_lowercase())
        && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    if !fits {
        typed.wrong("sleutel", "knowledge-key-wrong");
        return None;
    }
    Some(key)
}

fn needed<T>(typed: &mut Typed, name: &str, found: Option<T>) -> Option<T> {
    if found.is_none() && typed.error_of(name).is_none() {
        typed.wrong(name, if typed.get(name).trim().is_empty() { "ui-missing" } else { "ui-choose" });
    }
    found
}

/// The citation that was typed: a source, a place, and perhaps its words.
fn cite(typed: &mut Typed) -> Option<Citation> {
    let source = Some(typed.get("bron").to_owned()).filter(|key| !key.is_empty());
    let source = needed(typed, "bron", source);
    let place = line(typed, "plaats", 120).unwrap_or_default();
    let quote = line(typed, "citaat", 600).map(|quote| quote.replace(['«', '»'], "").trim().to_owned()).filter(|it| !it.is_empty());
    if place.contains(['«', '»']) {
        typed.wrong("plaats", "knowledge-place-wrong");
    }
    Some(Citation { source: source?, place, quote })
}

/// Words that may be left out.
fn maybe_words(typed: &mut Typed, name: &str, most: usize) -> Option<Words> {
    if typed.get(name).trim().is_empty() { None } else { words(typed, name, most) }
}

fn source(typed: &mut Typed, local: &mut Local) -> Option<String> {
    let key = key(typed);
    let key = needed(typed, "sleutel", key);
    let kind = coded(typed.get("soort")).filter(|kind| matches!(kind, EvidenceKind::Local | EvidenceKind::External));
    let kind = needed(typed, "soort", kind);
    let (title, note) = (words(typed, "titel", 300), words(typed, "let-op", 1_000));
    let made = Source { key: key?, kind: kind?, title: title?, note: note? };
    let id = made.key.clone();
    put(&mut local.sources, made, |it| it.key == id);
    Some(id)
}

fn effect(typed: &mut Typed, local: &mut Local) -> Option<String> {
    let key = key(typed);
    let key = needed(typed, "sleutel", key);
    let (name, means, cite) = (words(typed, "naam", 120), maybe_words(typed, "betekent", 1_000), cite(typed));
    let key = key?;
    let made = Item {
        key: key.clone(),
        name: name?,
        category: None,
        means,
        cites: vec![cite?],
        direction: None,
        columns: std::collections::BTreeMap::new(),
        helps: Vec::new(),
        local: true,
    };
    put(&mut local.effects, made, |it| it.key == key);
    Some(key)
}

/// Puts a thing in the place of the one that is the same, or behind the last.
fn put<T>(things: &mut Vec<T>, made: T, same: impl Fn(&T) -> bool) {
    match things.iter_mut().find(|it| same(it)) {
        Some(old) => *old = made,
        None => things.push(made),
    }
}

/// The id of the next rule of a municipality's own.
fn next_rule(local: &Local) -> String {
    let highest = local.rules.iter().filter_map(|rule| rule.id.strip_prefix('L')?.parse::<u32>().ok()).max().unwrap_or(0);
    format!("L{}", highest + 1)
}

/// The condition that was typed: as a text, or as tests that all must hold.
fn condition(typed: &mut Typed) -> Option<Condition> {
    let own = line(typed, "voorwaarde", Condition::LONGEST);
    let mut parts = Vec::new();
    for nth in 1..=MOST_TESTS {
        let (fact, proof, value) = test(nth);
        let key = typed.get(&fact).to_owned();
        if key.is_empty() {
            continue;
        }
        let Some((_, written)) = TESTS.into_iter().find(|(code, _)| *code == typed.get(&proof)) else {
            typed.wrong(proof.as_str(), "ui-choose");
            continue;
        };
        let part = format!("{key} {written}{}", if written.ends_with(' ') { typed.get(&value).trim() } else { "" });
        if Condition::read(&part).is_err() {
            let words = Fact::of_key(&key).map(Fact::shape).and_then(Shape::words).map(|words| words.join(", ")).unwrap_or_default();
            if words.is_empty() {
                typed.wrong(value.as_str(), "knowledge-test-wrong");
            } else {
                typed.wrong_with(value.as_str(), "knowledge-test-words", &[("words", words.into())]);
            }
            continue;
        }
        parts.push(part);
    }
    let text = own.unwrap_or_else(|| parts.join(" and "));
    if text.is_empty() {
        if typed.error_of("feit-1").is_none() && !typed.is_wrong() {
            typed.wrong("feit-1", "ui-choose");
        }
        return None;
    }
    match Condition::read(&text) {
        Ok(condition) => Some(condition),
        Err(error) => {
            if !typed.is_wrong() {
                typed.wrong_with("voorwaarde", "knowledge-condition-wrong", &[("said", error.to_string().into())]);
            }
            None
        }
    }
}

fn known(typed: &mut Typed) -> Option<Known> {
    match typed.get("hoe") {
        "shown" => {
            let phase: Option<Phase> = coded(typed.get("tonen-bij"));
            needed(typed, "tonen-bij", phase).map(Known::Shown)
        }
        "asked" => {
            let at: Option<AskedAt> = coded(typed.get("vragen-bij"));
            let (at, question) = (needed(typed, "vragen-bij", at), words(typed, "vraag", 600));
            Some(Known::Asked { at: at?, question: question? })
        }
        "computed" => condition(typed).map(Known::Computed),
        _ => {
            typed.wrong("hoe", "ui-choose");
            None
        }
    }
}

fn touches(typed: &mut Typed) -> Vec<Touch> {
    let mut touches = Vec::new();
    for nth in 1..=MOST_TOUCHES {
        let (sign, effect) = touch(nth);
        let key = typed.get(&effect).to_owned();
        if key.is_empty() {
            continue;
        }
        let Ok(key) = EffectKey::try_from(key) else {
            typed.wrong(effect.as_str(), "ui-choose");
            continue;
        };
        match SIGNS.into_iter().find(|(code, _)| *code == typed.get(&sign)) {
            Some((_, sign)) => touches.push(Touch { sign, effect: key }),
            None => typed.wrong(sign.as_str(), "ui-choose"),
        }
    }
    touches
}

fn rule(typed: &mut Typed, local: &mut Local) -> Option<String> {
    let asked = typed.get("sleutel").to_owned();
    let id = if local.rules.iter().any(|rule| rule.id == asked) { asked } else { next_rule(local) };
    let phases: Vec<Phase> = typed.all("fase").into_iter().filter_map(coded).collect();
    if phases.is_empty() {
        typed.wrong("fase", "ui-choose");
    }
    let kinds: Vec<RuleKind> = typed.all("soort").into_iter().filter_map(coded).collect();
    if kinds.is_empty() {
        typed.wrong("soort", "ui-choose");
    }
    let touches = touches(typed);
    let (when, effect, advice) = (words(typed, "wanneer", 600), words(typed, "gevolg", 600), words(typed, "raad", 600));
    let (cite, known, note) = (cite(typed), known(typed), maybe_words(typed, "opmerking", 600));
    let made = Rule {
        id: id.clone(),
        phases,
        kinds,
        touches,
        when: when?,
        effect: effect?,
        advice: advice?,
        cite: cite?,
        strength: Strength::Local,
        known: known?,
        note,
        beside: Vec::new(),
    };
    let beside = local.rules.iter().find(|it| it.id == id).map(|it| it.beside.clone()).unwrap_or_default();
    put(&mut local.rules, Rule { beside, ..made }, |it| it.id == id);
    Some(id)
}

fn toets(typed: &mut Typed, local: &mut Local) -> Option<String> {
    let key = key(typed);
    let key = needed(typed, "sleutel", key);
    let (name, purpose, cite) = (words(typed, "naam", 160), words(typed, "doel", 1_000), cite(typed));
    let at: Vec<Gate> = typed.all("wanneer").into_iter().filter_map(coded).collect();
    if at.is_empty() {
        typed.wrong("wanneer", "ui-choose");
    }
    let mut questions: Vec<(String, Words)> = Vec::new();
    for nth in 1..=MOST_QUESTIONS {
        let (key, asks) = question(nth);
        let Some(asks) = maybe_words(typed, &asks, 400) else { continue };
        questions.push((typed.get(&key).to_owned(), asks));
    }
    if questions.is_empty() && !typed.is_wrong() {
        typed.wrong(question(1).1, "knowledge-question-missing");
    }
    let (key, cite) = (key?, cite?);
    let before = local.toetsen.iter().find(|it| it.key == key);
    // A question keeps its key, so that its answers stay with it; a new one gets a key that none has.
    let kept = |asked: &str| before.is_some_and(|it| it.questions.iter().any(|question| question.key == asked));
    let mut taken: Vec<String> = before.map(|it| it.questions.iter().map(|question| question.key.clone()).collect()).unwrap_or_default();
    let mut made = Vec::new();
    for (asked, asks) in questions {
        let key = if kept(&asked) && !made.iter().any(|it: &ToetsQuestion| it.key == asked) {
            asked
        } else {
            let fresh = (1..).map(|nth| format!("vraag-{nth}")).find(|fresh| !taken.contains(fresh)).unwrap_or_default();
            taken.push(fresh.clone());
            fresh
        };
        made.push(ToetsQuestion { key, asks, cite: cite.clone() });
    }
    let yes = |name: &str| typed.get(name) == "yes";
    let toets = Toets {
        key: key.clone(),
        name: name?,
        purpose: purpose?,
        at,
        with_intermediaries: yes("met-brugfiguren"),
        public: yes("openbaar"),
        obligatory: yes("verplicht"),
        cites: vec![cite],
        questions: made,
    };
    put(&mut local.toetsen, toets, |it| it.key == key);
    Some(key)
}

fn fill(typed: &mut Typed, local: &mut Local) -> Option<String> {
    let placeholder = Some(typed.get("verloren").to_owned()).filter(|key| !key.is_empty());
    let placeholder = needed(typed, "verloren", placeholder);
    let (says, cite) = (words(typed, "zegt", 4_000), cite(typed));
    let placeholder = placeholder?;
    put(&mut local.fills, Fill { placeholder: placeholder.clone(), says: says?, cite: cite? }, |it| it.placeholder == placeholder);
    Some(placeholder)
}

/// The addition with what was typed, and the key of that; nothing when something is wrong, which is then noted beside its field.
pub fn parse(typed: &mut Typed, form: Form, local: &Local) -> Option<(Local, String)> {
    let mut whole = local.clone();
    let made = match form {
        Form::Source => source(typed, &mut whole),
        Form::Effect => effect(typed, &mut whole),
        Form::Rule => rule(typed, &mut whole),
        Form::Toets => toets(typed, &mut whole),
        Form::Fill => fill(typed, &mut whole),
    };
    made.filter(|_| !typed.is_wrong()).map(|key| (whole, key))
}

fn fill_words(typed: &mut Typed, name: &str, words: &Words) {
    typed.set(name, words.nl.as_str());
    if words.en != words.nl {
        typed.set(format!("{name}-en"), words.en.as_str());
    }
}

fn fill_cite(typed: &mut Typed, cite: Option<&Citation>) {
    let Some(cite) = cite else { return };
    typed.set("bron", cite.source.as_str());
    typed.set("plaats", cite.place.as_str());
    typed.set("citaat", cite.quote.as_deref().unwrap_or_default());
}

fn code_of(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        _ => String::new(),
    }
}

fn fill_rule(typed: &mut Typed, rule: &Rule) {
    for phase in &rule.phases {
        typed.push("fase", code_of(phase));
    }
    for kind in &rule.kinds {
        typed.push("soort", code_of(kind));
    }
    for (nth, its) in (1..=MOST_TOUCHES).zip(&rule.touches) {
        let (sign, effect) = touch(nth);
        typed.set(sign, SIGNS.into_iter().find(|(_, known)| *known == its.sign).map_or("", |(code, _)| code));
        typed.set(effect, its.effect.as_str());
    }
    fill_words(typed, "wanneer", &rule.when);
    fill_words(typed, "gevolg", &rule.effect);
    fill_words(typed, "raad", &rule.advice);
    if let Some(note) = &rule.note {
        fill_words(typed, "opmerking", note);
    }
    fill_cite(typed, Some(&rule.cite));
    match &rule.known {
        Known::Shown(phase) => {
            typed.set("hoe", "shown");
            typed.set("tonen-bij", code_of(phase));
        }
        Known::Asked { at, question } => {
            typed.set("hoe", "asked");
            typed.set("vragen-bij", code_of(at));
            fill_words(typed, "vraag", question);
        }
        Known::Computed(condition) => {
            typed.set("hoe", "computed");
            typed.set("voorwaarde", condition.to_string());
        }
    }
}

fn fill_toets(typed: &mut Typed, toets: &Toets) {
    fill_words(typed, "naam", &toets.name);
    fill_words(typed, "doel", &toets.purpose);
    for gate in &toets.at {
        typed.push("wanneer", code_of(gate));
    }
    for (name, holds) in [("met-brugfiguren", toets.with_intermediaries), ("openbaar", toets.public), ("verplicht", toets.obligatory)] {
        if holds {
            typed.set(name, "yes");
        }
    }
    for (nth, its) in (1..=MOST_QUESTIONS).zip(&toets.questions) {
        let (key, asks) = question(nth);
        typed.set(key, its.key.as_str());
        fill_words(typed, &asks, &its.asks);
    }
}

/// The form as it shows an added thing, or as it begins: a toets may begin from a template, without questions, because the sources
/// have none (A010, A011).
#[must_use]
pub fn filled(form: Form, key: &str, local: &Local, template: Option<&Toets>) -> Option<Typed> {
    let mut typed = Typed::empty();
    if let Some(template) = template.filter(|_| form == Form::Toets && key.is_empty()) {
        typed.set("sleutel", template.key.as_str());
        fill_toets(&mut typed, template);
        return Some(typed);
    }
    if key.is_empty() {
        return Some(typed);
    }
    typed.set("sleutel", key);
    match form {
        Form::Source => {
            let it = local.sources.iter().find(|it| it.key == key)?;
            typed.set("soort", code_of(&it.kind));
            fill_words(&mut typed, "titel", &it.title);
            fill_words(&mut typed, "let-op", &it.note);
        }
        Form::Effect => {
            let it = local.effects.iter().find(|it| it.key == key)?;
            fill_words(&mut typed, "naam", &it.name);
            if let Some(means) = &it.means {
                fill_words(&mut typed, "betekent", means);
            }
            fill_cite(&mut typed, it.cites.first());
        }
        Form::Rule => fill_rule(&mut typed, local.rules.iter().find(|it| it.id == key)?),
        Form::Toets => {
            let it = local.toetsen.iter().find(|it| it.key == key)?;
            fill_toets(&mut typed, it);
            fill_cite(&mut typed, it.cites.first());
        }
        Form::Fill => {
            let it = local.fills.iter().find(|it| it.placeholder == key)?;
            typed.set("verloren", key);
            fill_words(&mut typed, "zegt", &it.says);
            fill_cite(&mut typed, Some(&it.cite));
        }
    }
    Some(typed)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use evidence::Knowledge;

    fn typed(pairs: &[(&str, &str)]) -> Typed {
        Typed::from_pairs(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    const SOURCE: &[(&str, &str)] =
        &[("sleutel", "evaluatie-2025"), ("soort", "local"), ("titel", "Evaluatie 2025"), ("let-op", "Van ons.")];
    const RULE: &[(&str, &str)] = &[
        ("fase", "design"),
        ("soort", "warning"),
        ("soort", "gate"),
        ("raakt-1", "effect.trust"),
        ("raakt-1-teken", "harms"),
        ("wanneer", "De avond valt samen met de kermis."),
        ("gevolg", "Dat kan het vertrouwen schaden."),
        ("raad", "Kies een andere avond."),
        ("bron", "evaluatie-2025"),
        ("plaats", "p. 3"),
        ("hoe", "computed"),
        ("feit-1", "sessions-planned"),
        ("proef-1", "more"),
        ("waarde-1", "2"),
        ("feit-2", "channels"),
        ("proef-2", "lacks"),
        ("waarde-2", "paper"),
    ];

    fn whole() -> Local {
        let (local, key) = parse(&mut typed(SOURCE), Form::Source, &Local::default()).unwrap();
        assert_eq!(key, "evaluatie-2025");
        let (local, key) = parse(&mut typed(RULE), Form::Rule, &local).unwrap();
        assert_eq!(key, "L1");
        local
    }

    #[test]
    fn what_is_typed_fits_what_is_shipped_and_survives_its_text_and_its_form() {
        let local = whole();
        Knowledge::shipped().unwrap().with(&local).unwrap();
        let text = crate::acts::written(&local).unwrap();
        assert_eq!(Local::read(&text).unwrap(), local, "{text}");
        for (form, key) in [(Form::Source, "evaluatie-2025"), (Form::Rule, "L1")] {
            let mut again = filled(form, key, &local, None).unwrap();
            assert_eq!(parse(&mut again, form, &local).unwrap().0, local, "{form:?}");
        }
        assert!(filled(Form::Rule, "L9", &local, None).is_none());
    }

    #[test]
    fn a_toets_begins_from_its_template_without_a_question_and_keeps_the_keys_of_its_questions() {
        let shipped = Knowledge::shipped().unwrap();
        let template = shipped.toetsen.iter().find(|it| it.key == "armoedetoets");
        let mut form = filled(Form::Toets, "", &whole(), template).unwrap();
        assert_eq!(form.get("vraag-1"), "", "the questions of the source are lost");
        form.set("bron", "evaluatie-2025");
        assert!(parse(&mut form.clone(), Form::Toets, &whole()).is_none(), "a toets has questions");
        form.set("vraag-1", "Is het gratis?");
        form.set("vraag-2", "Is er vervoer?");
        let (local, _) = parse(&mut form, Form::Toets, &whole()).unwrap();
        assert!(shipped.with(&local).is_ok());
        let mut again = filled(Form::Toets, "armoedetoets", &local, None).unwrap();
        again.set("vraag-1", "");
        again.set("vraag-3", "Is er opvang?");
        let (later, _) = parse(&mut again, Form::Toets, &local).unwrap();
        let keys: Vec<&str> = later.toetsen[0].questions.iter().map(|it| it.key.as_str()).collect();
        assert_eq!(keys, ["vraag-2", "vraag-3"], "a key never goes to another question");
    }

    #[test]
    fn a_test_with_a_word_that_the_fact_never_has_says_which_it_has() {
        let mut wrong = typed(RULE);
        wrong.set("waarde-2", "papier");
        assert!(parse(&mut wrong, Form::Rule, &whole()).is_none());
        let said = wrong.error_of("waarde-2").unwrap();
        assert_eq!(said.key, "knowledge-test-words");
        let mut empty = typed(&[("hoe", "computed")]);
        assert!(parse(&mut empty, Form::Rule, &whole()).is_none());
        for field in ["fase", "soort", "wanneer", "gevolg", "raad", "bron"] {
            assert!(empty.error_of(field).is_some(), "{field}");
        }
    }
}
