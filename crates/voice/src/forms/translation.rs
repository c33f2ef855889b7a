//! The form in which somebody adds a translation.

use super::fields;
use crate::model::contribution::{BODY_MOST, Contribution, TITLE_MOST};
use crate::translate::NewTranslation;
use kernel::Language;
use ui::Typed;

/// A translation may be longer than what it translates.
const LONGER: usize = 2;

/// Reads the form; `None` when something is wrong, which then stands beside its field.
pub fn read(typed: &mut Typed, of: &Contribution) -> Option<NewTranslation> {
    let language = fields::chosen(typed, "language", |text| text.parse::<Language>().ok().filter(|language| *language != of.language));
    let title = fields::line(typed, "title", TITLE_MOST * LONGER);
    let body = if of.body.is_some() { fields::prose(typed, "body", BODY_MOST * LONGER).map(Some) } else { Some(None) };
    let by_machine = fields::chosen(typed, "origin", |text| match text {
        "human" => Some(false),
        "machine" => Some(true),
        _ => None,
    });
    Some(NewTranslation { language: language?, title: title?, body: body?, by_machine: by_machine? })
}
