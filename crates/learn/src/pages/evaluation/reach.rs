//! `/werk/processen/{id}/evaluatie/bereik`: who took part beside who lives there, and who dropped out, as somebody counted it, with
//! the source of each number (G001, G002, G010); and what else was counted (`counts.rs`). What is too small to be shown is left out
//! before anybody else sees it.

use super::counts::{self, CHANNELS, STRATA};
use super::edit::Opened;
use super::lines::{Asked, Lines};
use super::permitted;
use crate::evaluating::{EvaluationError, ReachChange, save_reach};
use crate::model::evaluation::reach::{
    Characteristic, GroupCounted, LONGEST_GROUP, LONGEST_SOURCE, MOST_GROUPS, MOST_PEOPLE, Reach, ReachCounted, StayedCounted,
};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{Instant, Line, TextError};
use people::{Context, Fault, Posted};
use std::collections::HashMap;
use ui::{Choice, Page, Typed};

/// The groups of a characteristic.
const GROUPS: Asked<4> = Asked {
    legend: "learn-reach-group",
    fields: [
        ("name", "learn-reach-name"),
        ("population", "learn-reach-population"),
        ("began", "learn-reach-began"),
        ("stayed", "learn-reach-stayed"),
    ],
    most: MOST_GROUPS,
};

/// A characteristic that was counted.
#[derive(Debug)]
struct Counted {
    code: &'static str,
    name: String,
    groups: String,
}

#[derive(Debug, Template)]
#[template(path = "evaluation_reach.html")]
struct ReachPage {
    page: Page,
    typed: Typed,
    href: String,
    small: String,
    counted: Vec<Counted>,
    characteristics: Vec<Choice>,
    groups: Lines,
    strata: Lines,
    channels: Lines,
}

/// The key of the name of a characteristic.
pub(super) fn key(code: &str) -> String {
    format!("learn-characteristic-{code}")
}

async fn draw(ctx: &Context, opened: &Opened, status: StatusCode, typed: Typed) -> Result<Response, Fault> {
    let mut page = ctx.page_titled(String::new());
    page.title = page.t1("learn-reach-title", "title", opened.process.title.best(&ctx.language).text);
    let counted = opened.draft.reach.characteristics.iter().map(|it| Counted {
        code: it.characteristic.code(),
        name: page.t(key(it.characteristic.code())),
        groups: it.groups.iter().map(|group| group.name.as_str()).collect::<Vec<_>>().join(", "),
    });
    let shown = ReachPage {
        href: opened.href(),
        small: page.t1("learn-report-small", "most", opened.findings.smallest),
        counted: counted.collect(),
        characteristics: Characteristic::ALL.map(|it| Choice::new(it.code(), page.t(key(it.code())))).into(),
        groups: GROUPS.drawn(&page, &typed),
        strata: STRATA.drawn(&page, &typed),
        channels: CHANNELS.drawn(&page, &typed),
        typed,
        page,
    };
    Ok(ui::html(status, &shown))
}

/// The form as it stands, with the characteristic that was chosen.
fn filled(reach: &Reach, chosen: Option<Characteristic>, seen: Option<Instant>) -> Typed {
    let mut typed = Typed::empty().with("seen", seen.map(|at| at.micros().to_string()).unwrap_or_default());
    if let Some(it) = &reach.everybody {
        typed.set("began", it.began.to_string());
        typed.set("stayed", it.stayed.to_string());
        typed.set("stayed-source", it.source.as_str());
    }
    counts::fill(&mut typed, &reach.counts);
    if let Some(it) = reach.characteristics.iter().find(|it| Some(it.characteristic) == chosen) {
        typed.set("characteristic", it.characteristic.code());
        typed.set("population-source", it.population_source.as_str());
        typed.set("source", it.source.as_str());
        typed.set("unsaid", it.unsaid.map(|many| many.to_string()).unwrap_or_default());
        for (nth, group) in (1..).zip(&it.groups) {
            let [name, population, began, stayed] = GROUPS.names(nth);
            typed.set(name, group.name.as_str());
            typed.set(population, group.population.to_string());
            typed.set(began, group.began.to_string());
            typed.set(stayed, group.stayed.map(|many| many.to_string()).unwrap_or_default());
        }
    } else if let Some(chosen) = chosen {
        typed.set("characteristic", chosen.code());
    }
    typed
}

/// Sets what stands in the other forms of the page beside what was sent in one, so that no form comes back empty and is then saved
/// empty.
fn beside(typed: &mut Typed, stands: &Typed) {
    for (name, value) in stands.pairs() {
        if !typed.pairs().iter().any(|(sent, _)| sent == name) {
            typed.set(name.as_str(), value.as_str());
        }
    }
}

/// A number of people: digits, also in threes with a point or a blank between, as «12.500».
fn people(text: &str) -> Option<i64> {
    let parts: Vec<&str> = text.trim().split(['.', ' ', '\u{a0}', '\u{202f}']).collect();
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let threes = parts.len() == 1 || (parts[0].len() <= 3 && parts[1..].iter().all(|part| part.len() == 3));
    if !threes || !parts.iter().all(|part| digits(part)) {
        return None;
    }
    parts.concat().parse::<i64>().ok().filter(|many| *many <= MOST_PEOPLE)
}

/// A number that may be left open; what cannot be read is noted beside its field.
pub(super) fn open(typed: &mut Typed, name: &str) -> Option<i64> {
    let text = typed.get(name).trim().to_owned();
    if text.is_empty() {
        return None;
    }
    let read = people(&text);
    if read.is_none() {
        typed.wrong(name, "learn-reach-number-wrong");
    }
    read
}

/// A number that must be there.
pub(super) fn needed(typed: &mut Typed, name: &str) -> Option<i64> {
    let read = open(typed, name);
    if read.is_none() && typed.error_of(name).is_none() {
        typed.wrong(name, "learn-reach-number-missing");
    }
    read
}

/// A text of one line that must be there.
pub(super) fn line(typed: &mut Typed, name: &str, most: usize, missing: &str) -> Option<String> {
    match Line::new(typed.get(name), most) {
        Ok(line) => Some(line.as_str().to_owned()),
        Err(TextError::Empty) => {
            typed.wrong(name, missing);
            None
        }
        Err(TextError::TooLong { length, most }) => {
            let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
            typed.wrong_with(name, "ui-too-long", &[("most", number(most).into()), ("length", number(length).into())]);
            None
        }
    }
}

/// The groups that were filled in; what is wrong is noted beside its field.
fn groups(typed: &mut Typed) -> Vec<GroupCounted> {
    let mut found: Vec<(usize, GroupCounted)> = Vec::new();
    for nth in 1..=MOST_GROUPS {
        let names = GROUPS.names(nth);
        if names.iter().all(|name| typed.get(name).trim().is_empty()) {
            continue;
        }
        let name = line(typed, &names[0], LONGEST_GROUP, "learn-reach-name-missing");
        let (population, began) = (needed(typed, &names[1]), needed(typed, &names[2]));
        let stayed = open(typed, &names[3]);
        if stayed.zip(began).is_some_and(|(stayed, began)| stayed > began) {
            typed.wrong(names[3].as_str(), "learn-reach-stayed-more");
        }
        if let (Some(name), Some(population), Some(began)) = (name, population, began) {
            if found.iter().any(|(_, it)| it.name.to_lowercase() == name.to_lowercase()) {
                typed.wrong(names[0].as_str(), "learn-reach-name-twice");
            }
            found.push((nth, GroupCounted { name, population, began, stayed }));
        }
    }
    if typed.is_wrong() {
        return Vec::new();
    }
    if found.len() < 2 {
        typed.wrong(GROUPS.names(found.len() + 1)[0].as_str(), "learn-reach-two");
    } else if found.iter().all(|(_, it)| it.population == 0) {
        typed.wrong(GROUPS.names(found[0].0)[1].as_str(), "learn-reach-population-none");
    }
    if found.iter().any(|(_, it)| it.stayed.is_some()) {
        for (nth, _) in found.iter().filter(|(_, it)| it.stayed.is_none()) {
            typed.wrong(GROUPS.names(*nth)[3].as_str(), "learn-reach-stayed-all");
        }
    }
    found.into_iter().map(|(_, it)| it).collect()
}

fn counted(typed: &mut Typed) -> Option<ReachChange> {
    let characteristic = Characteristic::of_code(typed.get("characteristic"));
    if characteristic.is_none() {
        typed.wrong("characteristic", "ui-choose");
    }
    let population_source = line(typed, "population-source", LONGEST_SOURCE, "learn-reach-source-missing");
    let source = line(typed, "source", LONGEST_SOURCE, "learn-reach-source-missing");
    let unsaid = open(typed, "unsaid");
    let groups = groups(typed);
    if typed.is_wrong() {
        return None;
    }
    let (characteristic, population_source, source) = (characteristic?, population_source?, source?);
    Some(ReachChange::Counted(ReachCounted { characteristic, population_source, source, unsaid, groups }))
}

fn everybody(typed: &mut Typed) -> Option<ReachChange> {
    if ["began", "stayed", "stayed-source"].iter().all(|name| typed.get(name).trim().is_empty()) {
        return Some(ReachChange::Everybody(None));
    }
    let (began, stayed) = (needed(typed, "began"), needed(typed, "stayed"));
    if stayed.zip(began).is_some_and(|(stayed, began)| stayed > began) {
        typed.wrong("stayed", "learn-reach-stayed-more");
    }
    let source = line(typed, "stayed-source", LONGEST_SOURCE, "learn-reach-source-missing");
    if typed.is_wrong() {
        return None;
    }
    Some(ReachChange::Everybody(Some(StayedCounted { began: began?, stayed: stayed?, source: source? })))
}

pub(in crate::pages) async fn show(
    ctx: Context,
    Path(id): Path<String>,
    Query(fields): Query<HashMap<String, String>>,
) -> Result<Response, Fault> {
    let opened = Opened::read(&ctx, permitted(&ctx, &id).await?).await?;
    let chosen = fields.get("kenmerk").and_then(|code| Characteristic::of_code(code));
    let typed = filled(&opened.draft.reach, chosen, opened.evaluation.as_ref().map(|it| it.saved));
    draw(&ctx, &opened, StatusCode::OK, typed).await
}

pub(in crate::pages) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let process = permitted(&ctx, &id).await?;
    let seen = typed.get("seen").parse().ok().map(Instant::from_micros);
    let change = match typed.get("what") {
        "everybody" => everybody(&mut typed),
        "counts" => counts::counted(&mut typed).map(|it| ReachChange::Counts(Box::new(it))),
        "drop" => Some(ReachChange::Dropped(Characteristic::of_code(typed.get("drop")).ok_or(Fault::NotFound)?)),
        _ => counted(&mut typed),
    };
    let opened = Opened::read(&ctx, process).await?;
    beside(&mut typed, &filled(&opened.draft.reach, None, None));
    let Some(change) = change else {
        return draw(&ctx, &opened, StatusCode::UNPROCESSABLE_ENTITY, typed).await;
    };
    let (store, id) = (ctx.store().clone(), opened.process.id);
    match store::write!(store, [ctx, change], |tx| { save_reach(tx, &ctx.act(), id, &change, seen).await }).await {
        Ok(_) => Ok(ctx.done(&format!("/werk/processen/{id}/evaluatie/bereik"), "learn-reach-saved")),
        Err(EvaluationError::Overtaken) => {
            let first = if matches!(change, ReachChange::Counts(_)) { "earlier-part" } else { "began" };
            typed.wrong(first, "learn-evaluation-refused-overtaken");
            draw(&ctx, &opened, StatusCode::CONFLICT, typed).await
        }
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_number_of_people_is_read_as_people_write_it() {
        for (text, many) in [("0", Some(0)), (" 12.500 ", Some(12_500)), ("1 250 000", Some(1_250_000)), ("87", Some(87))] {
            assert_eq!(people(text), many, "{text}");
        }
        for wrong in ["", "-3", "12,5", "12.5", "1234.567", "1..000", "veel", "999999999"] {
            assert_eq!(people(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_typed_a_characteristic_is_whole_or_told_to_be_wrong(
            name in "(name|population|began|stayed)-[1-3]|source|unsaid|characteristic", value in ".{0,12}"
        ) {
            let base = [
                ("characteristic", "age"), ("population-source", "Register"), ("source", "Lijst"),
                ("name-1", "Jong"), ("population-1", "100"), ("began-1", "10"), ("stayed-1", "5"),
                ("name-2", "Oud"), ("population-2", "200"), ("began-2", "20"), ("stayed-2", "5"),
            ];
            let mut typed = Typed::empty();
            for (name, value) in base {
                typed.set(name, value);
            }
            typed.set(name, value);
            match counted(&mut typed) {
                None => prop_assert!(typed.is_wrong()),
                Some(ReachChange::Counted(it)) => {
                    prop_assert!(it.groups.len() >= 2 && it.groups.iter().all(|group| group.stayed.is_none_or(|many| many <= group.began)));
                    prop_assert!(it.groups.iter().all(|group| group.stayed.is_some() == it.groups[0].stayed.is_some()));
                }
                Some(other) => prop_assert!(false, "{:?}", other),
            }
        }
    }
}
