//! The form of a charter.

use crate::forms::{date, line, prose, whole_number};
use crate::model::{Decider, Draft, Ladder, MandateDraft, Moment, Part, Rung, Variant};
use kernel::{AccountId, Instant, Language, OrganisationId, PlanId, Term};
use store::texts::{LanguageSet, Origin, Version};
use ui::Typed;

/// At most so many dated steps.
pub const MOST_MOMENTS: usize = 30;
/// At most so many signs in a dated step.
const MOMENT: usize = 300;

/// What the form must know besides what was typed.
#[derive(Debug, Clone)]
pub struct Setting {
    /// The language in which the municipality writes.
    pub original: Language,
    /// The other languages it offers.
    pub others: Vec<Language>,
    /// Who fills in the form.
    pub writer: Option<AccountId>,
}

/// The name of the field of a translation.
#[must_use]
pub fn translation(name: &str, language: Language) -> String {
    format!("{name}-{language}")
}

/// The name of the field that says who made a translation.
#[must_use]
pub fn origin(name: &str, language: Language) -> String {
    format!("{name}-{language}-origin")
}

/// The names of the fields of the `nth` dated step: its day and its words.
#[must_use]
pub fn moment(nth: usize) -> (String, String) {
    (format!("moment-{nth}-date"), format!("moment-{nth}-text"))
}

/// How many rows of dated steps the form shows: those that are filled, and two more.
#[must_use]
pub fn moments_shown(typed: &Typed) -> usize {
    let filled = |nth: &usize| {
        let (day, words) = moment(*nth);
        !typed.get(&day).trim().is_empty() || !typed.get(&words).trim().is_empty()
    };
    ((1..=MOST_MOMENTS).filter(filled).max().unwrap_or(0) + 2).min(MOST_MOMENTS)
}

/// The original and its translations under `name`. Nothing when no original was written.
pub(super) fn set(
    typed: &mut Typed,
    setting: &Setting,
    name: &str,
    most: usize,
    one_line: bool,
    before: Option<&LanguageSet>,
) -> Option<LanguageSet> {
    let read = |typed: &mut Typed, name: &str| if one_line { line(typed, name, most) } else { prose(typed, name, most) };
    let original = read(typed, name);
    let mut translated = Vec::new();
    for language in &setting.others {
        let Some(text) = read(typed, &translation(name, *language)) else { continue };
        let from = origin(name, *language);
        let (origin, reviewed_by) = match typed.get(&from) {
            "human" => (Origin::Human, None),
            "machine" => (Origin::Machine, None),
            "reviewed" => {
                let earlier = before
                    .and_then(|set| set.versions().iter().find(|version| version.language == *language))
                    .filter(|version| version.text == text)
                    .and_then(|version| version.reviewed_by);
                (Origin::Machine, earlier.or(setting.writer))
            }
            _ => {
                typed.wrong(from, "design-origin-missing");
                continue;
            }
        };
        translated.push(Version { language: *language, text, origin, reviewed_by });
    }
    let Some(original) = original else {
        if !translated.is_empty() && typed.error_of(name).is_none() {
            typed.wrong(name, "design-original-missing");
        }
        return None;
    };
    Some(translated.into_iter().fold(LanguageSet::written(setting.original, original), LanguageSet::with))
}

/// The reason of a change or of closing, with its translations.
pub fn reason(typed: &mut Typed, setting: &Setting) -> Option<LanguageSet> {
    let set = set(typed, setting, "change-reason", 2_000, false, None);
    if set.is_none() && !typed.is_wrong() {
        typed.wrong("change-reason", "design-change-reason-missing");
    }
    set
}

/// The draft that was typed; nothing when something is wrong, which is then noted beside its field.
/// What is only missing is not wrong: a draft grows in steps. `before` is the draft that the form showed.
pub fn parse(typed: &mut Typed, setting: &Setting, before: &Draft) -> Option<Draft> {
    let mut draft = Draft { ladder: Ladder::of_code(typed.get("ladder")).unwrap_or_default(), ..Draft::default() };
    for part in Part::ALL {
        if let Some(set) = set(typed, setting, part.code(), part.most(), part == Part::Title, before.text(part)) {
            draft.texts.insert(part, set);
        }
    }
    if draft.text(Part::Title).is_none() && typed.error_of("title").is_none() {
        typed.wrong("title", "design-title-missing");
    }
    draft.variant = Variant::of_code(typed.get("variant")).unwrap_or(before.variant);
    // What belongs to another variant goes: it would promise something nobody keeps.
    if draft.variant == Variant::Reaction {
        draft.plan = typed.get("plan").parse::<PlanId>().ok();
    }
    if draft.variant == Variant::Joint {
        draft.partners = typed.all("partners").into_iter().filter_map(|id| id.parse::<OrganisationId>().ok()).collect();
    }
    let rung = |typed: &Typed, name: &str| typed.get(name).parse().ok().and_then(Rung::of_step);
    draft.rung = rung(typed, "rung");
    draft.mandate = MandateDraft {
        body: line(typed, "mandate-body", 160),
        date: date(typed, "mandate-date"),
        reference: line(typed, "mandate-reference", 300),
        rung: rung(typed, "mandate-rung"),
    };
    draft.decider = Decider::of_role(typed.get("decider"));
    draft.budget = match typed.get("budget").trim() {
        "" => None,
        text => match text.parse::<kernel::Money>() {
            Ok(amount) if amount.cents() >= 0 => Some(amount),
            _ => {
                typed.wrong("budget", "ui-amount");
                None
            }
        },
    };
    draft.opens = date(typed, "opens");
    draft.closes = date(typed, "closes");
    draft.decision_date = date(typed, "decision-date");
    draft.answer_term = whole_number(typed, "answer-count", 1, 365).map(|days| match typed.get("answer-in") {
        "days" => Term::Days(days),
        _ => Term::Working(days),
    });
    for nth in 1..=MOST_MOMENTS {
        let (day, words) = moment(nth);
        let (at, text) = (date(typed, &day), set(typed, setting, &words, MOMENT, true, None));
        match (at, text) {
            (Some(date), Some(text)) => draft.planning.push(Moment { date, text }),
            (Some(_), None) if typed.error_of(&words).is_none() => typed.wrong(words, "design-moment-text-missing"),
            (None, Some(_)) if typed.error_of(&day).is_none() => typed.wrong(day, "design-moment-date-missing"),
            _ => {}
        }
    }
    draft.planning.sort_by_key(|moment| moment.date);
    (!typed.is_wrong()).then_some(draft)
}

pub(super) fn put(typed: &mut Typed, name: &str, set: &LanguageSet) {
    for (nth, version) in set.versions().iter().enumerate() {
        if nth == 0 {
            typed.set(name, version.text.as_str());
            continue;
        }
        let from = match (version.origin, version.reviewed_by) {
            (Origin::Machine, Some(_)) => "reviewed",
            (Origin::Machine, None) => "machine",
            _ => "human",
        };
        typed.set(translation(name, version.language), version.text.as_str());
        typed.set(origin(name, version.language), from);
    }
}

/// The form filled with `draft`, which was saved at `saved`.
#[must_use]
pub fn filled(draft: &Draft, saved: Option<Instant>) -> Typed {
    let mut typed = Typed::empty();
    typed.set("seen", seen(saved));
    typed.set("ladder", draft.ladder.code());
    typed.set("variant", draft.variant.code());
    if let Some(plan) = draft.plan {
        typed.set("plan", plan.to_string());
    }
    for partner in &draft.partners {
        typed.push("partners", partner.to_string());
    }
    for (part, set) in &draft.texts {
        put(&mut typed, part.code(), set);
    }
    let Draft { rung, mandate, decider, budget, planning, opens, closes, decision_date, answer_term, .. } = draft;
    let days = [("mandate-date", mandate.date), ("opens", *opens), ("closes", *closes), ("decision-date", *decision_date)];
    for (name, day) in days {
        if let Some(day) = day {
            typed.set(name, day.to_string());
        }
    }
    for (name, rung) in [("rung", rung), ("mandate-rung", &mandate.rung)] {
        if let Some(rung) = rung {
            typed.set(name, rung.step().to_string());
        }
    }
    for (name, words) in [("mandate-body", &mandate.body), ("mandate-reference", &mandate.reference)] {
        if let Some(words) = words {
            typed.set(name, words.as_str());
        }
    }
    if let Some(decider) = decider {
        typed.set("decider", decider.role());
    }
    if let Some(amount) = budget {
        typed.set("budget", amount.to_string().replace('.', ","));
    }
    match answer_term {
        Some(Term::Working(days)) => {
            typed.set("answer-count", days.to_string());
            typed.set("answer-in", "working");
        }
        Some(Term::Days(days)) => {
            typed.set("answer-count", days.to_string());
            typed.set("answer-in", "days");
        }
        None => typed.set("answer-in", "working"),
    }
    for (nth, step) in (1..).zip(planning) {
        let (day, words) = moment(nth);
        typed.set(day, step.date.to_string());
        put(&mut typed, &words, &step.text);
    }
    typed
}

/// The moment of saving as the form carries it along.
#[must_use]
pub fn seen(saved: Option<Instant>) -> String {
    saved.map_or_else(String::new, |saved| saved.micros().to_string())
}

/// The moment of saving that the form carried along.
#[must_use]
pub fn seen_of(typed: &Typed) -> Option<Instant> {
    typed.get("seen").parse().ok().map(Instant::from_micros)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Money;

    fn setting() -> Setting {
        Setting { original: Language::NL, others: vec![Language::EN, Language::AR], writer: None }
    }

    fn whole() -> Draft {
        let said = |words: &str| {
            LanguageSet::written(Language::NL, words).with(Version {
                language: Language::EN,
                text: format!("{words} in English"),
                origin: Origin::Human,
                reviewed_by: None,
            })
        };
        let mut draft = Part::ALL.into_iter().fold(Draft::default(), |draft, part| draft.with(part, said(part.code())));
        draft.variant = Variant::Joint;
        draft.partners = vec![OrganisationId::from_uuid(uuid::Uuid::from_u128(3))];
        draft.rung = Some(Rung::CoProduce);
        draft.mandate = MandateDraft {
            body: Some("Gemeenteraad".into()),
            date: "2026-01-20".parse().ok(),
            reference: Some("punt 14".into()),
            rung: Some(Rung::CoDecide),
        };
        draft.decider = Some(Decider::DepartmentHead);
        draft.budget = Some(Money::from_cents(1_250_050));
        draft.planning = vec![Moment { date: "2026-03-12".parse().expect("a day"), text: said("Bijeenkomst") }];
        (draft.opens, draft.closes, draft.decision_date) =
            ("2026-02-01".parse().ok(), "2026-03-31".parse().ok(), "2026-05-01".parse().ok());
        draft.answer_term = Some(Term::Days(30));
        draft
    }

    #[test]
    fn a_draft_comes_back_from_its_own_form() {
        let mut typed = filled(&whole(), Some(Instant::from_micros(7)));
        assert_eq!(parse(&mut typed, &setting(), &whole()), Some(whole()), "{:?}", typed.errors());
        assert_eq!(seen_of(&typed), Some(Instant::from_micros(7)));
        assert_eq!(moments_shown(&typed), 3);
    }

    #[test]
    fn a_draft_may_miss_everything_but_its_title() {
        let mut typed = Typed::empty().with("title", "Het plein");
        assert!(parse(&mut typed, &setting(), &Draft::default()).is_some());
        let mut typed = Typed::empty();
        assert!(parse(&mut typed, &setting(), &Draft::default()).is_none());
        assert!(typed.error_of("title").is_some());
    }

    #[test]
    fn a_translation_says_who_made_it_and_never_stands_alone() {
        let mut typed = Typed::empty()
            .with("title", "Het plein")
            .with("question-en", "What now?")
            .with("reason", "Omdat")
            .with("reason-ar", "لأن")
            .with("reason-ar-origin", "machine");
        assert!(parse(&mut typed, &setting(), &Draft::default()).is_none());
        assert!(typed.error_of("question-en-origin").is_some());
        assert!(typed.error_of("reason-ar-origin").is_none());
        let mut typed = Typed::empty().with("title", "Het plein").with("question-en", "What now?").with("question-en-origin", "human");
        assert!(parse(&mut typed, &setting(), &Draft::default()).is_none());
        assert!(typed.error_of("question").is_some());
    }

    #[test]
    fn half_a_moment_and_a_strange_amount_are_noted_beside_their_field() {
        let mut typed = Typed::empty()
            .with("title", "Het plein")
            .with("moment-2-date", "2026-03-12")
            .with("moment-3-text", "Raad")
            .with("budget", "veel")
            .with("answer-count", "0");
        assert!(parse(&mut typed, &setting(), &Draft::default()).is_none());
        for field in ["moment-2-text", "moment-3-date", "budget", "answer-count"] {
            assert!(typed.error_of(field).is_some(), "{field}");
        }
    }
}
