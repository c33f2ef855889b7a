//! Reading what somebody typed about a source: what is wrong stands beside its field, and nothing typed is lost.

use crate::acts::{NewDocument, NewInterview, NewSession};
use crate::model::passage::{self, PassageError, cut};
use crate::model::session::{MOST_SEATS, SCALE, read_hours, read_spoken};
use crate::model::{DialogueQuality, PaperKind, SpeakingUnit};
use kernel::{Date, Language, Line, Prose, TextError};
use ui::Typed;
use voice::find_personal;

/// A text of a source has at most so many signs.
pub const MOST_WORDS: usize = 150_000;
/// A title has at most so many.
pub const MOST_TITLE: usize = 200;
/// A remark, a motive or a note on who was missing has at most so many.
pub const MOST_REMARK: usize = 2_000;

fn text_error(typed: &mut Typed, name: &str, error: TextError) {
    match error {
        TextError::Empty => typed.wrong(name, "ui-missing"),
        TextError::TooLong { length, most } => {
            let number = |it: usize| i64::try_from(it).unwrap_or(i64::MAX);
            typed.wrong_with(name, "ui-too-long", &[("length", number(length).into()), ("most", number(most).into())]);
        }
    }
}

/// A line that must be there.
pub fn line(typed: &mut Typed, name: &str, most: usize) -> Option<String> {
    match Line::new(typed.get(name), most) {
        Ok(line) => Some(line.into_string()),
        Err(error) => {
            text_error(typed, name, error);
            None
        }
    }
}

/// A text that may be left out; it must not hold what points to a person.
pub fn remark(typed: &mut Typed, name: &str) -> Option<String> {
    if typed.get(name).trim().is_empty() {
        return None;
    }
    let words = prose(typed, name, MOST_REMARK)?;
    clear_of_people(typed, name, &words).then_some(words)
}

/// A text that must be there.
pub fn prose(typed: &mut Typed, name: &str, most: usize) -> Option<String> {
    match Prose::new(typed.get(name), most) {
        Ok(prose) => Some(prose.into_string()),
        Err(error) => {
            text_error(typed, name, error);
            None
        }
    }
}

/// Whether nothing in a text points to a person beyond doubt: no mail address, telephone number, bank account or national number.
pub fn clear_of_people(typed: &mut Typed, name: &str, words: &str) -> bool {
    let sure = find_personal(words).into_iter().find(|it| it.sure);
    if let Some(found) = sure {
        let what = words.get(found.start..found.end).unwrap_or_default().to_owned();
        typed.wrong_with(name, "study-wrong-personal", &[("words", what.into())]);
    }
    sure.is_none()
}

/// The words of a source: cut into passages, without what points to a person. What looks like a name or an address is shown, and
/// taken only when somebody says that it is none.
fn words(typed: &mut Typed, name: &str) -> Option<String> {
    let words = prose(typed, name, MOST_WORDS)?;
    match cut(&words) {
        Ok(_) => {}
        Err(PassageError::Empty) => typed.wrong(name, "ui-missing"),
        Err(PassageError::TooMany) => {
            let most = i64::try_from(passage::MOST).unwrap_or(i64::MAX);
            typed.wrong_with(name, "study-wrong-passages", &[("most", most.into())]);
            return None;
        }
    }
    if !clear_of_people(typed, name, &words) {
        return None;
    }
    let guesses: Vec<&str> = find_personal(&words).into_iter().filter_map(|it| words.get(it.start..it.end)).take(5).collect();
    if !guesses.is_empty() && !typed.has("no-names", "yes") {
        let guesses = guesses.join(" · ");
        typed.wrong_with("no-names", "study-wrong-names", &[("words", guesses.into())]);
        return None;
    }
    Some(words)
}

fn known(typed: &mut Typed, name: &str, offered: &[String]) -> Option<String> {
    let value = typed.get(name).to_owned();
    let found = offered.contains(&value);
    if !found {
        typed.wrong(name, "ui-choose");
    }
    found.then_some(value)
}

/// A value that may be left out, and is one of those offered when it is not; `Err` when it is another.
pub fn optional(typed: &mut Typed, name: &str, offered: &[String]) -> Result<Option<String>, ()> {
    if typed.get(name).is_empty() {
        return Ok(None);
    }
    known(typed, name, offered).map(Some).ok_or(())
}

fn day(typed: &mut Typed, name: &str, today: Date) -> Option<Date> {
    let day: Option<Date> = typed.get(name).parse().ok();
    let day = day.filter(|day| *day <= today && day.year() >= 1990);
    if day.is_none() {
        typed.wrong(name, "study-wrong-day");
    }
    day
}

fn minutes(typed: &mut Typed) -> Option<i64> {
    let minutes = read_hours(typed.get("hours"));
    if minutes.is_none() {
        typed.wrong("hours", "study-wrong-hours");
    }
    minutes
}

/// Reads the form of an interview.
pub fn interview(typed: &mut Typed, actors: &[String], today: Date, language: Language) -> Option<NewInterview> {
    let actor = known(typed, "actor", actors);
    let day = day(typed, "day", today);
    let minutes = minutes(typed);
    let agreed = typed.has("may-use", "yes");
    if !agreed {
        typed.wrong("may-use", "study-wrong-consent");
    }
    let may_quote = typed.has("may-quote", "yes");
    let words = words(typed, "words");
    let new = NewInterview { actor: actor?, day: day?, minutes: minutes?, may_quote, words: words?, language };
    (agreed && !typed.is_wrong()).then_some(new)
}

fn scale(typed: &mut Typed, name: &str) -> Option<i64> {
    let value = typed.get(name).parse::<i64>().ok().filter(|it| (1..=SCALE).contains(it));
    if value.is_none() {
        typed.wrong(name, "ui-choose");
    }
    value
}

/// Reads the form of an observed session.
pub fn session(typed: &mut Typed, actors: &[String], today: Date, language: Language) -> Option<NewSession> {
    let title = line(typed, "title", MOST_TITLE);
    let title = title.filter(|words| clear_of_people(typed, "title", words));
    let day = day(typed, "day", today);
    let minutes = minutes(typed);
    let there: Vec<String> = typed.all("actors").into_iter().map(str::to_owned).collect();
    let known_actors = !there.is_empty() && there.iter().all(|it| actors.contains(it));
    if !known_actors {
        typed.wrong("actors", "study-wrong-actors");
    }
    let unit = SpeakingUnit::of_code(typed.get("unit"));
    if unit.is_none() {
        typed.wrong("unit", "ui-choose");
    }
    let spoken = read_spoken(typed.get("spoken"));
    if spoken.is_none() {
        let most = i64::try_from(MOST_SEATS).unwrap_or(i64::MAX);
        typed.wrong_with("spoken", "study-wrong-spoken", &[("most", most.into())]);
    }
    let seats = spoken.as_ref().map_or(0, |it| i64::try_from(it.len()).unwrap_or(i64::MAX));
    let present = typed.get("present").trim().parse::<i64>().ok().filter(|it| (1..=10_000).contains(it));
    match present {
        None => typed.wrong("present", "study-wrong-present"),
        Some(present) if present < seats => typed.wrong_with("present", "study-wrong-fewer", &[("seats", seats.into())]),
        Some(_) => {}
    }
    let quality = [scale(typed, "respect"), scale(typed, "reasons"), scale(typed, "listening")];
    let missing = remark(typed, "missing");
    let notes = words(typed, "words");
    if typed.is_wrong() {
        return None;
    }
    Some(NewSession {
        title: title?,
        day: day?,
        minutes: minutes?,
        present: present?,
        actors: there,
        unit: unit?,
        spoken: spoken?,
        quality: DialogueQuality { respect: quality[0]?, reasons: quality[1]?, listening: quality[2]? },
        missing,
        notes: notes?,
        language,
    })
}

/// Reads the form of a document.
pub fn document(typed: &mut Typed, actors: &[String], today: Date, language: Language) -> Option<NewDocument> {
    let title = line(typed, "title", MOST_TITLE);
    let title = title.filter(|words| clear_of_people(typed, "title", words));
    let paper = PaperKind::of_code(typed.get("paper"));
    if paper.is_none() {
        typed.wrong("paper", "ui-choose");
    }
    let actor = optional(typed, "actor", actors);
    let day = if typed.get("day").is_empty() { None } else { day(typed, "day", today) };
    let place = line(typed, "place", 500);
    let place = place.filter(|words| clear_of_people(typed, "place", words));
    let may_quote = typed.has("may-quote", "yes");
    let words = words(typed, "words");
    if typed.is_wrong() {
        return None;
    }
    Some(NewDocument { title: title?, paper: paper?, actor: actor.ok()?, day, place: place?, may_quote, words: words?, language })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use proptest::prelude::*;

    fn whole(words: &str) -> Typed {
        Typed::empty().with("actor", "residents").with("day", "2026-05-01").with("hours", "1,5").with("may-use", "yes").with("words", words)
    }

    fn read(typed: &mut Typed) -> Option<NewInterview> {
        interview(typed, &["residents".to_owned()], "2026-06-01".parse().unwrap(), Language::NL)
    }

    #[test]
    fn what_points_to_a_person_is_refused_and_what_looks_like_a_name_is_asked() {
        assert!(read(&mut whole("Ik voelde mij gehoord.")).is_some());
        for personal in ["Mail mij op jan@voorbeeld.be.", "Bel 0470 12 34 56 maar."] {
            let mut typed = whole(personal);
            assert!(read(&mut typed).is_none());
            assert_eq!(typed.error_of("words").unwrap().key, "study-wrong-personal");
        }
        let mut named = whole("Vraag het aan mevrouw Van den Broeck van de winkel.");
        assert!(read(&mut named).is_none());
        assert_eq!(named.error_of("no-names").unwrap().key, "study-wrong-names");
        assert!(read(&mut whole("Vraag het aan mevrouw Van den Broeck van de winkel.").with("no-names", "yes")).is_some());
    }

    #[test]
    fn without_agreement_there_is_no_interview() {
        let mut typed = whole("Ik voelde mij gehoord.");
        typed.set("may-use", "");
        assert!(read(&mut typed).is_none() && typed.error_of("may-use").is_some());
    }

    proptest! {
        #[test]
        fn no_form_makes_the_reader_stumble_and_what_is_taken_names_nobody(
            words in "([a-z ]{0,20}(jan@voorbeeld\\.be|0470 12 34 56|BE68539007547034|\n\n)?){0,5}", hours in "\\PC{0,6}", day in "\\PC{0,10}"
        ) {
            let mut typed = whole(&words);
            if let Some(new) = read(&mut typed) {
                prop_assert!(!new.words.contains('@') && find_personal(&new.words).iter().all(|it| !it.sure));
            } else {
                prop_assert!(typed.is_wrong());
            }
            let mut typed = whole("Ik voelde mij gehoord.").with("hours", hours).with("day", day);
            let read = read(&mut typed);
            prop_assert_eq!(read.is_none(), typed.is_wrong());
        }
    }
}
