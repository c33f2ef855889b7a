//! The form of one moment of the guide: answers in the shapes of the facts, aims in order, texts, and what is done with
//! the rules that apply.

use crate::forms::charter::{Setting, put, set};
use crate::forms::{line, prose};
use crate::model::{Aim, Guide, GuideMoment, GuideText, LessonStance, Stance, answer, words_of};
use evidence::{EffectKey, Exact, Fact, FactOrigin, Knowledge, Known, Shape, Unit};
use std::cmp::Ordering;
use std::collections::BTreeSet;
use store::texts::LanguageSet;
use ui::Typed;
use uuid::Uuid;

/// At most so many aims: as many as all vocabularies together hold, and some of a municipality's own.
pub const MOST_AIMS: usize = 80;
/// At most so many signs in a motive.
const MOTIVE: usize = 1_000;
/// At most so many signs for the themes together.
const THEMES: usize = 300;
/// What a set sends when it is known to be empty.
pub const NONE: &str = "none";

/// The list of ways to decide (catalogue B14).
pub const DECISION_MODES: &str = "decision-mode";
/// The list of barriers (catalogue B30).
pub const BARRIERS: &str = "barrier";
/// The list of strategies that help (catalogue B31).
pub const STRATEGIES: &str = "facilitating-strategy";

/// What was done with a rule on a page: nothing, or a stance with its motive.
pub type RuleStance = Option<(Stance, Option<LanguageSet>)>;

/// What was done with a lesson on a page: nothing, or a stance with what is done with it or why not.
pub type LessonUse = Option<(LessonStance, LanguageSet)>;

/// What the page of a moment offers beside what the knowledge base asks.
#[derive(Debug, Clone, Copy, Default)]
pub struct Offers<'a> {
    /// The lessons that it shows.
    pub lessons: &'a [Uuid],
    /// The areas of the municipality, by their ids.
    pub areas: &'a [String],
}

/// What an officer saved on the page of one moment.
#[derive(Debug, Clone)]
pub struct GuideAnswers {
    /// Which page.
    pub moment: GuideMoment,
    /// Answers by key; nothing makes one unknown again.
    pub answers: Vec<(String, Option<String>)>,
    /// The aims in order; nothing when the page does not ask them.
    pub aims: Option<Vec<Aim>>,
    /// Texts.
    pub texts: Vec<(GuideText, Option<LanguageSet>)>,
    /// What is done with rules, by id.
    pub choices: Vec<(String, RuleStance)>,
    /// What is done with lessons of earlier processes, by id.
    pub lessons: Vec<(Uuid, LessonUse)>,
    /// What holds for all processes of the municipality, by the key of its fact; nothing makes one unknown again.
    pub organisation: Vec<(String, Option<String>)>,
}

/// The names of the fields of the `nth` aim: effect, place and level.
#[must_use]
pub fn aim(nth: usize) -> (String, String, String) {
    (format!("aim-{nth}"), format!("aim-{nth}-place"), format!("aim-{nth}-level"))
}
/// The names of the fields of a rule: what is done with it, and why.
#[must_use]
pub fn rule(id: &str) -> (String, String) {
    (format!("rule-{id}"), format!("motive-{id}"))
}
/// The name of the field of an asked rule.
#[must_use]
pub fn asked(id: &str) -> String {
    format!("asked-{id}")
}
/// The name of the field of the strategies against a barrier.
#[must_use]
pub fn against(barrier: &str) -> String {
    format!("against-{barrier}")
}

/// The names of the fields of a lesson: what is done with it, and how or why.
#[must_use]
pub fn lesson(id: Uuid) -> (String, String) {
    (format!("lesson-{id}"), format!("lesson-{id}-words"))
}

/// How many rows of aims the form shows: those that are filled, and two more.
#[must_use]
pub fn aims_shown(typed: &Typed) -> usize {
    let filled = |nth: &usize| {
        let (effect, place, level) = aim(*nth);
        [effect, place, level].iter().any(|name| !typed.get(name).trim().is_empty())
    };
    ((1..=MOST_AIMS).filter(filled).max().unwrap_or(0) + 2).min(MOST_AIMS)
}

/// The texts that the page of a moment asks.
#[must_use]
pub const fn texts(moment: GuideMoment) -> &'static [GuideText] {
    match moment {
        GuideMoment::Aims => &[GuideText::NotAimed, GuideText::Inclusion],
        GuideMoment::Approach => &[GuideText::Trust],
        GuideMoment::Roles => &[GuideText::Politicians, GuideText::Officials, GuideText::Residents, GuideText::Governance],
        _ => &[],
    }
}

/// The keys of a list of the catalogue.
fn keys<'k>(knowledge: &'k Knowledge, list: &str) -> Vec<&'k str> {
    knowledge.list(list).map(|list| list.items.iter().map(|item| item.key.as_str()).collect()).unwrap_or_default()
}

/// A number as people write it, in the unit of its fact, as facts store it.
fn number(typed: &mut Typed, name: &str, unit: Unit) -> Option<String> {
    let text: String = typed.get(name).chars().filter(|sign| !sign.is_whitespace() && *sign != '%' && *sign != '€').collect();
    if text.is_empty() {
        return None;
    }
    let read = match unit {
        Unit::Euro => text.parse::<kernel::Money>().ok().and_then(|amount| amount.to_string().parse::<Exact>().ok()),
        _ if text.len() > 15 || text.contains('/') => None,
        Unit::Share => format!("{}%", text.replace(',', ".")).parse().ok(),
        Unit::Things | Unit::Hours | Unit::Days | Unit::Months => text.replace(',', ".").parse::<Exact>().ok(),
    };
    let read = read.filter(|number| *number >= Exact::ZERO);
    if read.is_none() {
        typed.wrong(name, "design-guide-not-a-number");
    }
    read.map(|number| number.to_string())
}

/// One of `words`, or nothing when it is not known yet.
fn one(typed: &mut Typed, name: &str, words: &[&str]) -> Option<String> {
    let chosen = typed.get(name).to_owned();
    if chosen.is_empty() {
        return None;
    }
    if !words.contains(&chosen.as_str()) {
        typed.wrong(name, "design-guide-choose");
        return None;
    }
    Some(chosen)
}

/// Any of `words`; nothing when nothing was ticked, and an empty set when «none of these» was.
fn any(typed: &mut Typed, name: &str, words: &[&str]) -> Option<String> {
    let chosen: BTreeSet<String> = typed.all(name).into_iter().filter(|word| !word.is_empty()).map(str::to_owned).collect();
    if chosen.is_empty() {
        return None;
    }
    // The word «none» stands on one list itself: there it says something else than that nothing was chosen.
    if chosen.contains(NONE) && !words.contains(&NONE) {
        if chosen.len() > 1 {
            typed.wrong(name, "design-guide-none-and-more");
            return None;
        }
        return Some(String::new());
    }
    if !chosen.iter().all(|word| words.contains(&word.as_str())) {
        typed.wrong(name, "design-guide-choose");
        return None;
    }
    Some(chosen.into_iter().collect::<Vec<_>>().join(","))
}

fn fact(typed: &mut Typed, fact: Fact) -> Option<String> {
    match fact.shape() {
        Shape::YesNo => one(typed, fact.key(), &["yes", "no"]),
        Shape::Number(unit) => number(typed, fact.key(), unit),
        Shape::One(words) | Shape::Ordered(words) => one(typed, fact.key(), words),
        Shape::Any(words) => any(typed, fact.key(), words),
        Shape::Effects => None,
    }
}

/// The aims by the place that each was given; one without a place comes last.
fn aims(typed: &mut Typed, knowledge: &Knowledge) -> Vec<Aim> {
    let levels = keys(knowledge, "level");
    let mut ranked: Vec<((usize, Ordering), Aim)> = Vec::new();
    for nth in 1..=MOST_AIMS {
        let (name, place_name, level_name) = aim(nth);
        let (chosen, place) = (typed.get(&name).trim().to_owned(), typed.get(&place_name).trim().to_owned());
        let level = one(typed, &level_name, &levels);
        if chosen.is_empty() {
            if level.is_some() {
                typed.wrong(name, "design-guide-aim-missing");
            }
            continue;
        }
        let effect = EffectKey::try_from(chosen).ok().filter(|effect| knowledge.effect(effect).is_some());
        let Some(effect) = effect else {
            typed.wrong(name, "design-guide-aim-unknown");
            continue;
        };
        if ranked.iter().any(|(_, other)| other.effect == effect) {
            typed.wrong(name, "design-guide-aim-twice");
            continue;
        }
        let place = match place.parse::<usize>() {
            Ok(place) if place >= 1 => place,
            _ if place.is_empty() => usize::MAX,
            _ => {
                typed.wrong(place_name, "design-guide-place-wrong");
                continue;
            }
        };
        // Rows are shown by their place. One that was moved up goes before the one whose place it takes, one that was
        // moved down goes after it: the order is always whole, and nobody has to number every row anew.
        ranked.push(((place, place.cmp(&nth)), Aim { effect, level }));
    }
    ranked.sort_by_key(|(place, _)| *place);
    ranked.into_iter().map(|(_, aim)| aim).collect()
}

fn choices(typed: &mut Typed, setting: &Setting, knowledge: &Knowledge) -> Vec<(String, RuleStance)> {
    let mut found = Vec::new();
    for known in &knowledge.rules {
        let (name, motive_name) = rule(&known.id);
        if !typed.pairs().iter().any(|(sent, _)| *sent == name) {
            continue;
        }
        let stance = one(typed, &name, &[Stance::Followed.code(), Stance::SetAside.code()]).and_then(|code| Stance::of_code(&code));
        let motive = prose(typed, &motive_name, MOTIVE).map(|text| LanguageSet::written(setting.original, text));
        match stance {
            Some(Stance::SetAside) if motive.is_none() => {
                if typed.error_of(&motive_name).is_none() {
                    typed.wrong(motive_name, "design-guide-motive-missing");
                }
            }
            Some(Stance::SetAside) => found.push((known.id.clone(), Some((Stance::SetAside, motive)))),
            Some(Stance::Followed) => found.push((known.id.clone(), Some((Stance::Followed, None)))),
            None => found.push((known.id.clone(), None)),
        }
    }
    found
}

/// What is done with each lesson that the page showed.
fn lessons(typed: &mut Typed, setting: &Setting, shown: &[Uuid]) -> Vec<(Uuid, LessonUse)> {
    let mut found = Vec::new();
    for id in shown {
        let (name, words_name) = lesson(*id);
        if !typed.pairs().iter().any(|(sent, _)| *sent == name) {
            continue;
        }
        let codes = LessonStance::ALL.map(LessonStance::code);
        let stance = one(typed, &name, &codes).and_then(|code| LessonStance::of_code(&code));
        let words = prose(typed, &words_name, MOTIVE).map(|text| LanguageSet::written(setting.original, text));
        match (stance, words) {
            (Some(stance), Some(words)) => found.push((*id, Some((stance, words)))),
            (Some(_), None) => {
                if typed.error_of(&words_name).is_none() {
                    typed.wrong(words_name, "design-lesson-words-missing");
                }
            }
            (None, _) => found.push((*id, None)),
        }
    }
    found
}

/// Themes with a comma between them, each in one way of writing blanks.
fn themes(typed: &mut Typed) -> Option<String> {
    let text = line(typed, answer::THEMES, THEMES)?;
    let all: BTreeSet<&str> = words_of(&text).collect();
    (!all.is_empty()).then(|| all.into_iter().collect::<Vec<_>>().join(","))
}

/// What was typed on the page of `moment`; nothing when something is wrong, which is then noted beside its field.
/// `before` is the guide that the page showed.
pub fn parse(
    typed: &mut Typed,
    setting: &Setting,
    moment: GuideMoment,
    before: &Guide,
    offers: Offers<'_>,
    knowledge: &Knowledge,
) -> Option<GuideAnswers> {
    let mut answers: Vec<(String, Option<String>)> = Vec::new();
    let mut organisation: Vec<(String, Option<String>)> = Vec::new();
    for asks in moment.asks() {
        let said = fact(typed, *asks);
        if asks.origin() == FactOrigin::Organisation {
            // What holds for the organisation is said once for all processes, and no longer of this one alone.
            organisation.push((asks.key().to_owned(), said));
            answers.push((asks.key().to_owned(), None));
        } else {
            answers.push((asks.key().to_owned(), said));
        }
    }
    for known in &knowledge.rules {
        if let Known::Asked { at, .. } = &known.known
            && moment.questions().contains(at)
        {
            answers.push((answer::asked(&known.id), one(typed, &asked(&known.id), &["yes", "no"])));
        }
    }
    let mut aimed = None;
    match moment {
        GuideMoment::Aims => {
            let ranked = aims(typed, knowledge);
            let none = typed.has(answer::NO_AIMS, "yes");
            if none && !ranked.is_empty() {
                typed.wrong(answer::NO_AIMS, "design-guide-aims-and-none");
            }
            answers.push((answer::NO_AIMS.to_owned(), none.then(|| "yes".to_owned())));
            let areas: Vec<&str> = offers.areas.iter().map(String::as_str).collect();
            answers.push((answer::AREAS.to_owned(), any(typed, answer::AREAS, &areas).filter(|areas| !areas.is_empty())));
            answers.push((answer::THEMES.to_owned(), themes(typed)));
            aimed = Some(ranked);
        }
        GuideMoment::People => {
            answers.push((answer::OUTREACH.to_owned(), any(typed, answer::OUTREACH, evidence::GROUPS)));
            let (barriers, strategies) = (keys(knowledge, BARRIERS), keys(knowledge, STRATEGIES));
            let chosen = any(typed, answer::BARRIERS, &barriers);
            for barrier in &barriers {
                let kept = chosen.as_deref().is_some_and(|chosen| words_of(chosen).any(|word| word == *barrier));
                let what = if kept { any(typed, &against(barrier), &strategies) } else { None };
                answers.push((answer::strategies(barrier), what));
            }
            answers.push((answer::BARRIERS.to_owned(), chosen));
        }
        GuideMoment::Approach => {
            let modes = keys(knowledge, DECISION_MODES);
            answers.push((answer::DECISION_MODES.to_owned(), any(typed, answer::DECISION_MODES, &modes)));
        }
        GuideMoment::Roles => answers.push((answer::ROLES_SEEN.to_owned(), Some("yes".to_owned()))),
        _ => {}
    }
    let inner = Setting { others: Vec::new(), ..setting.clone() };
    let texts = texts(moment)
        .iter()
        .map(|text| {
            let setting = if text.is_public() { setting } else { &inner };
            (*text, set(typed, setting, text.code(), GuideText::MOST, false, before.texts.get(text)))
        })
        .collect();
    let choices = choices(typed, setting, knowledge);
    let lessons = lessons(typed, setting, offers.lessons);
    (!typed.is_wrong()).then_some(GuideAnswers { moment, answers, aims: aimed, texts, choices, lessons, organisation })
}

/// A stored number as people write it here.
#[must_use]
pub fn written(value: &str, unit: Unit) -> String {
    let Ok(number) = value.parse::<Exact>() else { return String::new() };
    let shown = if unit == Unit::Share { number.times(Exact::whole(100)).unwrap_or(number) } else { number };
    shown.to_string().replace('.', ",")
}

fn put_set(typed: &mut Typed, name: &str, stored: Option<&str>) {
    match stored {
        None => {}
        Some("") => typed.push(name, NONE),
        Some(words) => words_of(words).for_each(|word| typed.push(name, word)),
    }
}

/// The form of `moment` filled with what the guide holds.
#[must_use]
pub fn filled(guide: &Guide, moment: GuideMoment, knowledge: &Knowledge) -> Typed {
    let mut typed = Typed::empty();
    typed.set("seen", crate::forms::charter::seen(guide.saved));
    for fact in moment.asks() {
        let (name, stored) = (fact.key(), guide.answer(fact.key()));
        match fact.shape() {
            Shape::Any(_) | Shape::Effects => put_set(&mut typed, name, stored),
            Shape::Number(unit) => typed.set(name, stored.map(|value| written(value, unit)).unwrap_or_default()),
            Shape::YesNo | Shape::One(_) | Shape::Ordered(_) => typed.set(name, stored.unwrap_or_default()),
        }
    }
    for known in &knowledge.rules {
        if matches!(&known.known, Known::Asked { at, .. } if moment.questions().contains(at)) {
            typed.set(asked(&known.id), guide.answer(&answer::asked(&known.id)).unwrap_or_default());
        }
        let (name, motive) = rule(&known.id);
        let choice = guide.choices.get(&known.id);
        typed.set(name, choice.map(|choice| choice.stance.code()).unwrap_or_default());
        if let Some(words) = choice.and_then(|choice| choice.motive.as_ref()) {
            typed.set(motive, words.original().text.as_str());
        }
    }
    for (id, choice) in &guide.lessons {
        let (name, words) = lesson(*id);
        typed.set(name, choice.stance.code());
        typed.set(words, choice.words.original().text.as_str());
    }
    match moment {
        GuideMoment::Aims => {
            put_set(&mut typed, answer::AREAS, guide.answer(answer::AREAS));
            typed.set(answer::THEMES, guide.answer(answer::THEMES).unwrap_or_default().replace(',', ", "));
            for (nth, aimed) in (1..).zip(&guide.aims) {
                let (name, place, level) = aim(nth);
                typed.set(name, aimed.effect.as_str());
                typed.set(place, nth.to_string());
                typed.set(level, aimed.level.as_deref().unwrap_or_default());
            }
            if guide.answer(answer::NO_AIMS) == Some("yes") {
                typed.set(answer::NO_AIMS, "yes");
            }
        }
        GuideMoment::People => {
            put_set(&mut typed, answer::OUTREACH, guide.answer(answer::OUTREACH));
            put_set(&mut typed, answer::BARRIERS, guide.answer(answer::BARRIERS));
            for barrier in keys(knowledge, BARRIERS) {
                put_set(&mut typed, &against(barrier), guide.answer(&answer::strategies(barrier)));
            }
        }
        GuideMoment::Approach => put_set(&mut typed, answer::DECISION_MODES, guide.answer(answer::DECISION_MODES)),
        _ => {}
    }
    for text in texts(moment) {
        if let Some(words) = guide.texts.get(text) {
            put(&mut typed, text.code(), words);
        }
    }
    typed
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use kernel::{Instant, Language};
    use proptest::prelude::*;

    fn setting() -> Setting {
        Setting { original: Language::NL, others: vec![Language::EN, Language::AR], writer: None }
    }

    fn knowledge() -> &'static Knowledge {
        Knowledge::shipped().unwrap()
    }

    fn read(typed: &mut Typed, moment: GuideMoment) -> Option<GuideAnswers> {
        parse(typed, &setting(), moment, &Guide::default(), Offers::default(), knowledge())
    }

    fn of<'a>(read: &'a GuideAnswers, key: &str) -> Option<&'a str> {
        read.answers.iter().find(|(known, _)| known == key).and_then(|(_, value)| value.as_deref())
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (unit, text, stored) in [
            (Unit::Euro, "€ 1.250,50", Some("1250.5")),
            (Unit::Hours, "7,5", Some("7.5")),
            (Unit::Share, "25 %", Some("0.25")),
            (Unit::Share, "12,5", Some("0.125")),
            (Unit::Things, "0", Some("0")),
            (Unit::Things, "-1", None),
            (Unit::Things, "veel", None),
            (Unit::Days, "1/2", None),
        ] {
            let mut typed = Typed::empty().with("x", text);
            assert_eq!(number(&mut typed, "x", unit).as_deref(), stored, "{text}");
            assert_eq!(typed.is_wrong(), stored.is_none(), "{text}");
        }
        let mut typed = Typed::empty().with("x", "-5");
        assert_eq!(number(&mut typed, "x", Unit::Share), None, "nobody is asked for less than nothing");
        assert_eq!(written("-0.05", Unit::Share), "-5");
        assert_eq!(written("7.5", Unit::Hours), "7,5");
    }

    #[test]
    fn nothing_ticked_is_unknown_and_none_of_these_is_known_to_be_empty() {
        let mut typed = Typed::empty();
        assert_eq!(of(&read(&mut typed, GuideMoment::People).unwrap(), "target-groups"), None);
        let mut typed = Typed::empty().with("target-groups", NONE);
        assert_eq!(of(&read(&mut typed, GuideMoment::People).unwrap(), "target-groups"), Some(""));
        let mut typed = Typed::empty();
        typed.push("target-groups", "youth");
        typed.push("target-groups", NONE);
        assert!(read(&mut typed, GuideMoment::People).is_none());
        // «Nothing» is an answer of its own to what people get.
        let mut typed = Typed::empty().with("incentives", NONE);
        assert_eq!(of(&read(&mut typed, GuideMoment::People).unwrap(), "incentives"), Some("none"));
    }

    #[test]
    fn aims_come_in_the_order_of_their_places() {
        let mut typed = Typed::empty()
            .with("aim-1", "effect.trust")
            .with("aim-1-place", "2")
            .with("aim-2", "value.inclusion")
            .with("aim-2-place", "1")
            .with("aim-2-level", "community")
            .with("aim-5", "effect.learning");
        let aims = read(&mut typed, GuideMoment::Aims).unwrap().aims.unwrap();
        let keys: Vec<&str> = aims.iter().map(|aim| aim.effect.as_str()).collect();
        assert_eq!(keys, ["value.inclusion", "effect.trust", "effect.learning"]);
        assert_eq!(aims[0].level.as_deref(), Some("community"));
        for (name, value) in [("aim-2", "effect.trust"), ("aim-2", "effect.fame"), ("aim-2-place", "0"), ("aims-none", "yes")] {
            let mut wrong = typed.clone().with(name, value);
            assert!(read(&mut wrong, GuideMoment::Aims).is_none(), "{name}={value}");
            assert!(wrong.error_of(name).is_some(), "{name}={value}");
        }
    }

    #[test]
    fn one_aim_that_is_moved_moves_the_others_along() {
        let moved = |which: &str, to: &str| {
            let mut typed = Typed::empty();
            for (nth, effect) in (1..).zip(["effect.trust", "effect.learning", "effect.influence"]) {
                let (name, place, _) = aim(nth);
                typed.set(name, effect);
                typed.set(place, nth.to_string());
            }
            typed.set(which, to);
            let aims = read(&mut typed, GuideMoment::Aims).unwrap().aims.unwrap();
            aims.iter().map(|aim| aim.effect.name().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(moved("aim-3-place", "1"), ["influence", "trust", "learning"]);
        assert_eq!(moved("aim-1-place", "3"), ["learning", "influence", "trust"]);
        assert_eq!(moved("aim-1-place", "2"), ["learning", "trust", "influence"]);
    }

    #[test]
    fn a_rule_is_set_aside_with_a_motive_only() {
        let mut typed = Typed::empty().with("rule-C042", "set-aside");
        assert!(read(&mut typed, GuideMoment::Roles).is_none());
        assert_eq!(typed.error_of("motive-C042").map(|wrong| wrong.key.as_str()), Some("design-guide-motive-missing"));
        let mut typed =
            Typed::empty().with("rule-C042", "set-aside").with("motive-C042", "Wij zijn met drie.").with("rule-C124", "followed");
        let read = read(&mut typed, GuideMoment::Roles).unwrap();
        assert_eq!(read.choices.len(), 2);
        assert!(matches!(&read.choices[0], (id, Some((Stance::SetAside, Some(_)))) if id == "C042"));
    }

    #[test]
    fn a_lesson_is_adopted_or_set_aside_with_words_only() {
        let (id, other) = (Uuid::from_u128(7), Uuid::from_u128(8));
        let (name, words) = lesson(id);
        let offers = Offers { lessons: &[id, other], areas: &[] };
        let read = |typed: &mut Typed| parse(typed, &setting(), GuideMoment::Roles, &Guide::default(), offers, knowledge());
        for stance in ["adopted", "set-aside"] {
            let mut typed = Typed::empty().with(name.as_str(), stance);
            assert!(read(&mut typed).is_none());
            assert_eq!(typed.error_of(&words).map(|wrong| wrong.key.as_str()), Some("design-lesson-words-missing"));
            let mut typed = typed_with(&name, stance, &words);
            let kept = read(&mut typed).unwrap().lessons;
            assert!(matches!(&kept[..], [(it, Some((kind, _)))] if *it == id && kind.code() == stance), "the other one was not sent");
        }
        let mut typed = Typed::empty().with(name.as_str(), "");
        assert_eq!(read(&mut typed).unwrap().lessons, [(id, None)]);
        let mut typed = Typed::empty().with(name.as_str(), "ignored");
        assert!(read(&mut typed).is_none());
    }

    fn typed_with(name: &str, stance: &str, words: &str) -> Typed {
        Typed::empty().with(name, stance).with(words, "Wij vragen het nu in mei.")
    }

    #[test]
    fn themes_are_a_list_and_areas_are_known() {
        let area = "01890000-0000-7000-8000-000000000001".to_owned();
        let offers = Offers { lessons: &[], areas: std::slice::from_ref(&area) };
        let read = |typed: &mut Typed| parse(typed, &setting(), GuideMoment::Aims, &Guide::default(), offers, knowledge());
        let mut typed = Typed::empty().with("themes", " groen ,  Verkeer en parkeren,, groen").with("areas", area.as_str());
        let kept = read(&mut typed).unwrap();
        assert_eq!(of(&kept, "themes"), Some("Verkeer en parkeren,groen"));
        assert_eq!(of(&kept, "areas"), Some(area.as_str()));
        assert!(read(&mut Typed::empty().with("areas", "elders")).is_none());
    }

    #[test]
    fn what_is_stored_comes_back_from_its_own_form() {
        let mut guide = Guide { saved: Some(Instant::from_micros(7)), ..Guide::default() };
        for moment in GuideMoment::ALL {
            for fact in moment.asks() {
                let value = match fact.shape() {
                    Shape::YesNo => "no".to_owned(),
                    Shape::Number(_) => "0.25".to_owned(),
                    Shape::One(words) | Shape::Ordered(words) => words[0].to_owned(),
                    Shape::Any(words) => {
                        format!("{},{}", words[1], words[2]).split(',').collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join(",")
                    }
                    Shape::Effects => continue,
                };
                guide.answers.insert(fact.key().to_owned(), value);
            }
        }
        guide.answers.insert(answer::BARRIERS.to_owned(), "language".to_owned());
        guide.answers.insert(answer::strategies("language"), "bridge-persons".to_owned());
        for moment in GuideMoment::ALL {
            let mut typed = filled(&guide, moment, knowledge());
            let read = read(&mut typed, moment).unwrap_or_else(|| panic!("{moment:?}: {:?}", typed.errors()));
            let of_all = |key: &String| read.organisation.iter().any(|(known, _)| known == key);
            for (key, value) in read.answers.iter().filter(|(key, _)| key != answer::ROLES_SEEN && !of_all(key)) {
                assert_eq!(value.as_deref(), guide.answer(key), "{key}");
            }
            for (key, value) in &read.organisation {
                assert_eq!(value.as_deref(), guide.answer(key), "{key}");
                assert!(read.answers.contains(&(key.clone(), None)), "{key} is no longer said of this process alone");
            }
        }
    }

    proptest! {
        #[test]
        fn no_text_is_too_strange_for_a_number(text in ".{0,30}") {
            for unit in [Unit::Euro, Unit::Share, Unit::Hours] {
                let mut typed = Typed::empty().with("x", text.as_str());
                if let Some(stored) = number(&mut typed, "x", unit) {
                    prop_assert!(stored.parse::<Exact>().is_ok());
                }
            }
        }
    }
}
