//! Texts, days, amounts and numbers as they are typed.

use kernel::{Date, Language, Line, Money, Prose, TextError};
use store::texts::LanguageSet;
use ui::Typed;

fn too_long(typed: &mut Typed, field: &str, length: usize, most: usize) {
    let number = |count: usize| ui::Arg::from(i64::try_from(count).unwrap_or(i64::MAX));
    typed.wrong_with(field, "ui-too-long", &[("most", number(most)), ("length", number(length))]);
}

/// A text that is needed; `missing` says so.
pub(super) fn required_text(typed: &mut Typed, field: &str, most: usize, missing: &str, language: Language) -> Option<LanguageSet> {
    match Prose::new(typed.get(field), most) {
        Ok(prose) => Some(super::written(language, prose.into_string())),
        Err(TextError::Empty) => {
            typed.wrong(field, missing);
            None
        }
        Err(TextError::TooLong { length, most }) => {
            too_long(typed, field, length, most);
            None
        }
    }
}

/// A line that may stay empty.
pub(super) fn line(typed: &mut Typed, field: &str, most: usize) -> Option<Line> {
    match Line::new(typed.get(field), most) {
        Ok(line) => Some(line),
        Err(TextError::Empty) => None,
        Err(TextError::TooLong { length, most }) => {
            too_long(typed, field, length, most);
            None
        }
    }
}

/// A day that may stay empty.
pub(super) fn date(typed: &mut Typed, field: &str) -> Option<Date> {
    if typed.get(field).trim().is_empty() {
        return None;
    }
    required_date(typed, field)
}

/// A day that is needed.
pub(super) fn required_date(typed: &mut Typed, field: &str) -> Option<Date> {
    let day = typed.get(field).trim().parse().ok();
    if day.is_none() {
        typed.wrong(field, "ui-not-a-date");
    }
    day
}

/// An amount that is needed, not below nothing.
pub(super) fn money(typed: &mut Typed, field: &str) -> Option<Money> {
    let amount = typed.get(field).parse::<Money>().ok().filter(|it| it.cents() >= 0);
    if amount.is_none() {
        typed.wrong(field, "deliver-rule-amount");
    }
    amount
}

/// A whole number that may stay empty.
pub(super) fn count(typed: &mut Typed, field: &str, most: i64) -> Option<i64> {
    let text = typed.get(field).trim();
    if text.is_empty() {
        return None;
    }
    let number = text.parse::<i64>().ok().filter(|it| (0..=most).contains(it));
    if number.is_none() {
        typed.wrong_with(field, "deliver-rule-hours", &[("most", most.into())]);
    }
    number
}
