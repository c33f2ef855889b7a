//! A charter as a page shows it: the words of the reader's language, dates and amounts written out.

use crate::model::{Charter, Draft, Part};
use kernel::{Date, Language, Term};
use store::texts::LanguageSet;
use ui::Page;

/// A text in the language that fits the reader best.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    /// The text.
    pub text: String,
    /// Its language.
    pub language: Language,
    /// Key of what the reader should know about it: a translation that nobody read.
    pub note: Option<&'static str>,
}

/// The version of `set` that fits the reader of `page` best.
#[must_use]
pub fn words(page: &Page, set: &LanguageSet) -> Words {
    let shown = set.best(&page.language);
    let note = shown.unreviewed.then_some("ui-translated");
    Words { text: shown.text.to_owned(), language: *shown.language, note }
}

/// One text under its heading.
#[derive(Debug, Clone)]
pub struct Said {
    /// Key of the heading.
    pub key: &'static str,
    /// Name of its place on the page.
    pub place: &'static str,
    /// The text.
    pub words: Words,
}

/// A dated step.
#[derive(Debug, Clone)]
pub struct Step {
    /// The day for a program: `2026-03-12`.
    pub iso: String,
    /// The day in words.
    pub day: String,
    /// What happens then.
    pub words: Words,
}

/// A charter, or a draft of one, ready to be shown.
#[derive(Debug, Clone)]
pub struct View {
    /// Question and reason.
    pub about: Vec<Said>,
    /// What can change, what is fixed, what it is not about.
    pub limits: Vec<Said>,
    /// The rung with its sentence: «U geeft advies. De gemeenteraad beslist op 12 maart.»
    pub rung: Option<ui::Rung>,
    /// Who gave the mandate, in a sentence.
    pub mandate: Option<String>,
    /// Who decides, and by which criteria.
    pub decision: Vec<Said>,
    /// The role that decides.
    pub decider: Option<String>,
    /// The means.
    pub means: Vec<Said>,
    /// The money.
    pub budget: Option<String>,
    /// The planning with the first and last day and the decision in it, by date.
    pub planning: Vec<Step>,
    /// The promise of an answer, in a sentence.
    pub answer: Option<String>,
    /// Whom to ask.
    pub contact: Vec<Said>,
    /// Whether a text is shown in another language than the page: said once for all of them.
    pub untranslated: bool,
}

fn plain(page: &Page, key: &str) -> Words {
    Words { text: page.t(key), language: page.language, note: None }
}

/// The term of the promise, in a sentence.
#[must_use]
pub fn answer_term(page: &Page, term: Term) -> String {
    match term {
        Term::Working(days) => page.t1("design-answer-within-working-days", "days", i64::from(days)),
        Term::Days(days) => page.t1("design-answer-within-days", "days", i64::from(days)),
    }
}

/// The rung with its sentence.
#[must_use]
pub fn rung(page: &Page, draft: &Draft) -> Option<ui::Rung> {
    let rung = draft.rung?;
    let mut sentences = vec![page.t(rung.promise_key())];
    if let Some(set) = draft.text(Part::Decides) {
        let shown = set.best(&page.language);
        // A sentence in another language stands under its own heading, where it carries its language.
        if *shown.language == page.language {
            sentences.push(shown.text.lines().next().unwrap_or_default().to_owned());
        }
    }
    if let Some(day) = draft.decision_date {
        sentences.push(page.t1("design-decision-planned", "date", page.date(&day)));
    }
    Some(ui::Rung { step: rung.step(), label: sentences.join(" ") })
}

/// The planning with the first and last day and the decision in it, by date.
#[must_use]
pub fn planning(page: &Page, draft: &Draft) -> Vec<Step> {
    let step = |date: Date, words: Words| (date, Step { iso: date.to_string(), day: page.date(&date), words });
    let mut steps: Vec<(Date, Step)> = draft.planning.iter().map(|moment| step(moment.date, words(page, &moment.text))).collect();
    let fixed = [
        (draft.opens, "design-planning-opens"),
        (draft.closes, "design-planning-closes"),
        (draft.decision_date, "design-planning-decision"),
    ];
    steps.extend(fixed.into_iter().filter_map(|(day, key)| Some(step(day?, plain(page, key)))));
    steps.sort_by_key(|(date, _)| *date);
    steps.into_iter().map(|(_, step)| step).collect()
}

impl View {
    /// A draft as far as it is written.
    #[must_use]
    pub fn of_draft(page: &Page, draft: &Draft) -> Self {
        let said = |parts: &[Part]| {
            parts
                .iter()
                .filter_map(|part| Some(Said { key: part.key(), place: part.code(), words: words(page, draft.text(*part)?) }))
                .collect()
        };
        let mandate = &draft.mandate;
        Self {
            about: said(&[Part::Question, Part::Reason]),
            limits: said(&[Part::CanChange, Part::Fixed, Part::Outside]),
            rung: rung(page, draft),
            mandate: match (&mandate.body, mandate.date, &mandate.reference) {
                (Some(body), Some(date), Some(reference)) => Some(page.ta(
                    "design-mandate-sentence",
                    &[("body", body.as_str().into()), ("date", page.date(&date).into()), ("reference", reference.as_str().into())],
                )),
                _ => None,
            },
            decision: said(&[Part::Decides, Part::Criteria]),
            decider: draft.decider.map(|decider| page.t(decider.key())),
            means: said(&[Part::Means]),
            budget: draft.budget.map(|amount| page.money(&amount)),
            planning: planning(page, draft),
            answer: draft.answer_term.map(|term| answer_term(page, term)),
            contact: said(&[Part::Contact]),
            untranslated: draft.texts.values().any(|set| *set.best(&page.language).language != page.language),
        }
    }

    /// A charter.
    #[must_use]
    pub fn of(page: &Page, charter: &Charter) -> Self {
        Self::of_draft(page, &charter.draft())
    }
}
