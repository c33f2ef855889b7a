//! Reading single fields. A field that was left empty gives nothing; a wrong one is noted beside it.

use kernel::{Date, Line, Prose, TextError};
use ui::Typed;

fn kept(typed: &mut Typed, name: &str, read: Result<String, TextError>) -> Option<String> {
    match read {
        Ok(text) => Some(text),
        Err(TextError::Empty) => None,
        Err(TextError::TooLong { length, most }) => {
            let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
            typed.wrong_with(name, "ui-too-long", &[("most", number(most).into()), ("length", number(length).into())]);
            None
        }
    }
}

/// One line of at most `most` signs.
pub fn line(typed: &mut Typed, name: &str, most: usize) -> Option<String> {
    let read = Line::new(typed.get(name), most).map(Line::into_string);
    kept(typed, name, read)
}

/// A text of at most `most` signs.
pub fn prose(typed: &mut Typed, name: &str, most: usize) -> Option<String> {
    let read = Prose::new(typed.get(name), most).map(Prose::into_string);
    kept(typed, name, read)
}

/// A day as `2026-03-12`, or as people write it here: `12/3/2026`, `12-3-2026`, `12.3.2026`.
pub fn date(typed: &mut Typed, name: &str) -> Option<Date> {
    let text = typed.get(name).trim().to_owned();
    if text.is_empty() {
        return None;
    }
    let read = text.parse().ok().or_else(|| {
        let mut parts = text.split(['/', '-', '.']).map(str::trim);
        let (day, month, year) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        if parts.next().is_some() { None } else { Date::new(year, month, day) }
    });
    let read = read.filter(|day: &Date| (1900..=2200).contains(&day.year()));
    if read.is_none() {
        typed.wrong(name, "ui-not-a-date");
    }
    read
}

/// A whole number between `least` and `most`.
pub fn whole_number(typed: &mut Typed, name: &str, least: u16, most: u16) -> Option<u16> {
    let text = typed.get(name).trim().to_owned();
    if text.is_empty() {
        return None;
    }
    let read = text.parse().ok().filter(|number| (least..=most).contains(number));
    if read.is_none() {
        typed.wrong_with(name, "design-not-a-number", &[("least", i64::from(least).into()), ("most", i64::from(most).into())]);
    }
    read
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_people_write_it() {
        for text in ["2026-03-12", "12/3/2026", " 12-03-2026 ", "12.3.2026"] {
            let mut typed = Typed::empty().with("day", text);
            assert_eq!(date(&mut typed, "day"), Date::new(2026, 3, 12), "{text}");
            assert!(!typed.is_wrong());
        }
        for text in ["31/2/2026", "morgen", "12/3/26", "1/2/3/4", "-1-1-2026"] {
            let mut typed = Typed::empty().with("day", text);
            assert_eq!(date(&mut typed, "day"), None, "{text}");
            assert_eq!(typed.error_of("day").map(|wrong| wrong.key.as_str()), Some("ui-not-a-date"), "{text}");
        }
    }

    #[test]
    fn what_is_too_long_is_said_with_its_length() {
        let mut typed = Typed::empty().with("title", "a".repeat(130));
        assert_eq!(line(&mut typed, "title", 120), None);
        assert!(typed.is_wrong());
        assert_eq!(typed.get("title").len(), 130, "nothing that was typed is lost");
    }
}
