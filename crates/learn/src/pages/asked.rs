//! The period and the place that somebody asks figures of: read from the address, with what is wrong beside the field.

use super::view::Names;
use crate::model::indicator::By;
use crate::tables::facts::Filter;
use journey::Channel;
use kernel::Date;
use std::collections::HashMap;
use std::str::FromStr;
use ui::Typed;

/// So many days are told when nobody asks a period: a year.
pub const A_YEAR: i64 = 364;

/// What was asked.
#[derive(Debug)]
pub(crate) struct Asked {
    /// What is counted; the last year of everything where nothing usable was asked.
    pub(crate) filter: Filter,
    /// What was typed, and what is wrong with it.
    pub(crate) typed: Typed,
    /// The same question for another address, with `?` in front; empty when nothing was asked.
    pub(crate) query: String,
}

impl Asked {
    /// Reads what was asked; only places of this municipality count.
    pub(crate) fn read(fields: &HashMap<String, String>, names: &Names, today: Date) -> Self {
        let mut typed = Typed::empty();
        let mut query = form_urlencoded::Serializer::new(String::new());
        for name in ["van", "tot"].into_iter().chain(By::ALL.map(By::field)) {
            let value = fields.get(name).map(|value| value.trim()).unwrap_or_default();
            typed.set(name, value);
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        let to = date(&mut typed, "tot").unwrap_or(today);
        let from = date(&mut typed, "van").unwrap_or_else(|| to.plus_days(-A_YEAR));
        if from > to {
            typed.wrong("van", "learn-period-turned");
        }
        let mut filter = if from > to { Filter::of(to.plus_days(-A_YEAR), to) } else { Filter::of(from, to) };
        filter.department = place(&mut typed, names, By::Department);
        filter.area = place(&mut typed, names, By::Area);
        filter.process = place(&mut typed, names, By::Process);
        let channel = typed.get(By::Channel.field()).to_owned();
        filter.channel = Channel::from_code(&channel);
        if !channel.is_empty() && filter.channel.is_none() {
            typed.wrong(By::Channel.field(), "ui-choose");
        }
        if typed.get("van").is_empty() {
            typed.set("van", filter.from.to_string());
        }
        if typed.get("tot").is_empty() {
            typed.set("tot", filter.to.to_string());
        }
        let query = query.finish();
        Self { filter, typed, query: if query.is_empty() { query } else { format!("?{query}") } }
    }
}

fn date(typed: &mut Typed, name: &str) -> Option<Date> {
    let text = typed.get(name).to_owned();
    if text.is_empty() {
        return None;
    }
    let day = text.parse().ok().filter(|day: &Date| (2000..=2200).contains(&day.year()));
    if day.is_none() {
        typed.wrong(name, "learn-day-wrong");
    }
    day
}

fn place<T: FromStr>(typed: &mut Typed, names: &Names, by: By) -> Option<T> {
    let text = typed.get(by.field()).to_owned();
    if text.is_empty() {
        return None;
    }
    let known = names.of(by).iter().any(|(id, _)| *id == text);
    let found = text.parse().ok().filter(|_| known);
    if found.is_none() {
        typed.wrong(by.field(), "ui-choose");
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Asked {
        let fields = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Asked::read(&fields, &Names::default(), "2026-11-28".parse().expect("a day"))
    }

    #[test]
    fn without_a_question_it_is_the_last_year_of_everything() {
        let asked = read(&[]);
        assert_eq!((asked.filter.from.to_string(), asked.filter.to.to_string()), ("2025-11-29".into(), "2026-11-28".into()));
        assert!(asked.filter.narrows().is_empty() && !asked.typed.is_wrong() && asked.query.is_empty());
    }

    #[test]
    fn what_cannot_be_read_stays_in_its_field_with_a_sentence_beside_it() {
        let asked = read(&[("van", "gisteren"), ("kanaal", "duif"), ("wijk", "0190a0b0-0000-7000-8000-000000000001")]);
        for name in ["van", "kanaal", "wijk"] {
            assert!(asked.typed.error_of(name).is_some() && !asked.typed.get(name).is_empty(), "{name}");
        }
        assert!(asked.filter.narrows().is_empty(), "nothing of it is used");
        let turned = read(&[("van", "2026-05-02"), ("tot", "2026-05-01")]);
        assert_eq!(turned.typed.error_of("van").map(|wrong| wrong.key.as_str()), Some("learn-period-turned"));
    }

    #[test]
    fn a_question_goes_along_to_the_next_page() {
        let asked = read(&[("van", "2026-05-01"), ("kanaal", "paper"), ("iets", "anders")]);
        assert_eq!(asked.query, "?van=2026-05-01&kanaal=paper");
        assert_eq!(asked.filter.channel, Some(Channel::Paper));
    }
}
