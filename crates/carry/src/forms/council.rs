//! What the council is told and asks, and politicians at a moment of the process.

use super::{LINE_MOST, MOTIVE_MOST, QUESTION_MOST, WORDS_MOST, prose, public_numbers, required_date, required_line, required_prose};
use crate::tables::Presence;
use kernel::{Date, Language, Line, PublicNumber};
use store::texts::LanguageSet;
use ui::Typed;

/// So many people at most are counted at one moment.
const MOST_PEOPLE: i64 = 100_000;

/// What the council is told; the dossiers are named by the public numbers of their contributions.
#[derive(Debug, Clone)]
pub(crate) struct Briefed {
    pub(crate) body: Line,
    pub(crate) day: Date,
    pub(crate) told: LanguageSet,
    pub(crate) closed: Option<LanguageSet>,
    pub(crate) numbers: Vec<PublicNumber>,
}

pub(crate) fn briefing(typed: &mut Typed, language: Language) -> Option<Briefed> {
    let body = required_line(typed, "body", LINE_MOST, "carry-briefing-body-missing");
    let day = required_date(typed, "date");
    let told = required_prose(typed, "told", WORDS_MOST, "carry-briefing-told-missing");
    let closed = prose(typed, "closed", MOTIVE_MOST);
    let none = typed.get("numbers").trim().is_empty();
    let numbers = if none { Some(Vec::new()) } else { public_numbers(typed, "numbers") };
    if typed.is_wrong() {
        return None;
    }
    let written = |prose: kernel::Prose| LanguageSet::written(language, prose.into_string());
    Some(Briefed { body: body?, day: day?, told: written(told?), closed: closed.map(written), numbers: numbers? })
}

/// What a council member asked, and by when it is answered.
pub(crate) fn asking_in_briefing(typed: &mut Typed, language: Language) -> Option<(LanguageSet, Date)> {
    let words = required_prose(typed, "words", QUESTION_MOST, "carry-briefing-question-missing");
    let until = required_date(typed, "until");
    if typed.is_wrong() {
        return None;
    }
    Some((LanguageSet::written(language, words?.into_string()), until?))
}

/// `offered`: the questions without answer; with only one, no choice is needed.
pub(crate) fn answering_briefing(typed: &mut Typed, offered: &[i64], language: Language) -> Option<(i64, LanguageSet)> {
    let number = match offered {
        [only] => Some(*only),
        _ => typed.get("question").parse().ok().filter(|number| offered.contains(number)),
    };
    if number.is_none() {
        typed.wrong("question", "carry-briefing-answer-which");
    }
    let words = required_prose(typed, "answer", WORDS_MOST, "carry-briefing-answer-missing");
    if typed.is_wrong() {
        return None;
    }
    Some((number?, LanguageSet::written(language, words?.into_string())))
}

fn people(typed: &mut Typed, field: &str) -> Option<i64> {
    let text = typed.get(field).trim();
    let number = if text.is_empty() { Some(0) } else { text.parse().ok().filter(|it| (0..=MOST_PEOPLE).contains(it)) };
    if number.is_none() {
        typed.wrong(field, "carry-moment-number-wrong");
    }
    number
}

/// `offered`: the days of the planning that have been.
pub(crate) fn presence(typed: &mut Typed, offered: &[Date]) -> Option<Presence> {
    let day = typed.get("day").parse().ok().filter(|day| offered.contains(day));
    if day.is_none() {
        typed.wrong("day", "carry-moment-day-missing");
    }
    if typed.get("politicians").trim().is_empty() {
        typed.wrong("politicians", "carry-moment-number-wrong");
    }
    let [politicians, helpful, steering, neither] = ["politicians", "helpful", "steering", "neither"].map(|field| people(typed, field));
    if typed.is_wrong() {
        return None;
    }
    Some(Presence { day: day?, politicians: politicians?, helpful: helpful?, steering: steering?, neither: neither? })
}
