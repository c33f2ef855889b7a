//! Texts and days as they are typed.

use kernel::{Date, Line, Prose, TextError};
use ui::Typed;

fn too_long(typed: &mut Typed, field: &str, length: usize, most: usize) {
    let number = |count: usize| ui::Arg::from(i64::try_from(count).unwrap_or(i64::MAX));
    typed.wrong_with(field, "ui-too-long", &[("most", number(most)), ("length", number(length))]);
}

/// A text that may stay empty.
pub(crate) fn prose(typed: &mut Typed, field: &str, most: usize) -> Option<Prose> {
    match Prose::new(typed.get(field), most) {
        Ok(prose) => Some(prose),
        Err(TextError::Empty) => None,
        Err(TextError::TooLong { length, most }) => {
            too_long(typed, field, length, most);
            None
        }
    }
}

/// A text that is needed; `missing` says so.
pub(crate) fn required_prose(typed: &mut Typed, field: &str, most: usize, missing: &str) -> Option<Prose> {
    let prose = prose(typed, field, most);
    if prose.is_none() && typed.error_of(field).is_none() {
        typed.wrong(field, missing);
    }
    prose
}

/// A line that may stay empty.
pub(crate) fn line(typed: &mut Typed, field: &str, most: usize) -> Option<Line> {
    match Line::new(typed.get(field), most) {
        Ok(line) => Some(line),
        Err(TextError::Empty) => None,
        Err(TextError::TooLong { length, most }) => {
            too_long(typed, field, length, most);
            None
        }
    }
}

/// A line that is needed; `missing` says so.
pub(crate) fn required_line(typed: &mut Typed, field: &str, most: usize, missing: &str) -> Option<Line> {
    let line = line(typed, field, most);
    if line.is_none() && typed.error_of(field).is_none() {
        typed.wrong(field, missing);
    }
    line
}

/// A day that may stay empty.
pub(crate) fn date(typed: &mut Typed, field: &str) -> Option<Date> {
    if typed.get(field).trim().is_empty() {
        return None;
    }
    let day = typed.get(field).parse().ok();
    if day.is_none() {
        typed.wrong(field, "ui-not-a-date");
    }
    day
}

/// A day that is needed.
pub(crate) fn required_date(typed: &mut Typed, field: &str) -> Option<Date> {
    let day = date(typed, field);
    if day.is_none() && typed.error_of(field).is_none() {
        typed.wrong(field, "ui-not-a-date");
    }
    day
}
