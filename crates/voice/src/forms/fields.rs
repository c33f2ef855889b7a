//! The kinds of fields that several forms have.

use kernel::{Date, Line, Prose, TextError};
use std::str::FromStr;
use ui::Typed;

/// Says what is wrong with a text.
fn say(typed: &mut Typed, name: &str, error: TextError) {
    match error {
        TextError::Empty => typed.wrong(name, "ui-missing"),
        TextError::TooLong { length, most } => {
            let [length, most] = [length, most].map(|count| i64::try_from(count).unwrap_or(i64::MAX));
            typed.wrong_with(name, "ui-too-long", &[("most", most.into()), ("length", length.into())]);
        }
    }
}

/// A line that must be there.
pub fn line(typed: &mut Typed, name: &str, most: usize) -> Option<Line> {
    Line::new(typed.get(name), most).map_err(|error| say(typed, name, error)).ok()
}

/// A line that may be left empty. `Err` when it is too long.
pub fn line_or_none(typed: &mut Typed, name: &str, most: usize) -> Result<Option<Line>, ()> {
    match Line::new(typed.get(name), most) {
        Ok(line) => Ok(Some(line)),
        Err(TextError::Empty) => Ok(None),
        Err(error) => {
            say(typed, name, error);
            Err(())
        }
    }
}

/// A text that must be there.
pub fn prose(typed: &mut Typed, name: &str, most: usize) -> Option<Prose> {
    Prose::new(typed.get(name), most).map_err(|error| say(typed, name, error)).ok()
}

/// A choice that must be one of `offered`.
pub fn chosen<T: Copy>(typed: &mut Typed, name: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
    let choice = read(typed.get(name).trim());
    if choice.is_none() {
        typed.wrong(name, "ui-choose");
    }
    choice
}

/// A choice that may be left open. `Err` when something else than what is offered was sent.
pub fn chosen_or_none<T>(typed: &mut Typed, name: &str, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, ()> {
    let text = typed.get(name).trim();
    if text.is_empty() {
        return Ok(None);
    }
    match read(text) {
        Some(choice) => Ok(Some(choice)),
        None => {
            typed.wrong(name, "ui-choose");
            Err(())
        }
    }
}

/// An id that was sent along; `None` when it is no id.
pub fn id<T: FromStr>(text: &str) -> Option<T> {
    text.trim().parse().ok()
}

/// A day that must be there and may not lie after `latest`.
pub fn day(typed: &mut Typed, name: &str, latest: Date) -> Option<Date> {
    let text = typed.get(name).trim();
    match text.parse::<Date>() {
        _ if text.is_empty() => typed.wrong(name, "ui-missing"),
        Err(_) => typed.wrong(name, "ui-not-a-date"),
        Ok(day) if day > latest => typed.wrong(name, "voice-captured-later"),
        Ok(day) => return Some(day),
    }
    None
}

/// A mail address, as far as a form can tell: something, an @, and a domain with a dot.
pub fn is_mail(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    !local.is_empty()
        && text.chars().count() <= 254
        && !text.chars().any(|sign| sign.is_whitespace() || sign.is_control() || matches!(sign, '<' | '>' | ',' | ';' | '"'))
        && domain.split('.').count() >= 2
        && domain.split('.').all(|part| !part.is_empty())
}

/// A telephone number: at least eight digits, and otherwise only what people put between them.
pub fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (8..=15).contains(&digits) && text.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, '+' | ' ' | '.' | '/' | '-' | '(' | ')'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mail_and_telephone_are_told_from_other_words() {
        assert!(is_mail("an@voorbeeld.be") && is_mail("an.peeters+wijk@mail.voorbeeld.be"));
        for text in ["an", "an@", "@voorbeeld.be", "an@voorbeeld", "an peeters@voorbeeld.be", "an@voorbeeld..be", "a@b.c\nBcc: x@y.z"] {
            assert!(!is_mail(text), "{text}");
        }
        assert!(is_phone("+32 (0)470 12 34 56") && is_phone("016/12.34.56"));
        assert!(!is_phone("1234567") && !is_phone("bel mij op 0470123456"));
    }

    #[test]
    fn a_megabyte_of_title_gets_a_plain_sentence_and_is_kept() {
        let mut typed = Typed::empty().with("title", "a".repeat(1_000_000));
        assert!(line(&mut typed, "title", 150).is_none());
        assert_eq!(typed.error_of("title").map(|wrong| wrong.key.as_str()), Some("ui-too-long"));
        assert_eq!(typed.get("title").len(), 1_000_000);
    }
}
