//! `/wat-we-weten/getallen`: the numbers that sources state, each with its citation, and what follows from them, each with its formula
//! (catalogue D012, D02).

use super::view::{Cited, Said, pair, said};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use evidence::{CROSS_CHECKS, DERIVATIONS, Figure, Knowledge, Relation, derivation};
use people::{Context, Fault};
use ui::Page;

/// A number that a source states.
#[derive(Debug)]
struct Stated {
    name: Said,
    value: String,
    about: Option<Said>,
    alone: Option<Said>,
    cites: Vec<Cited>,
}

/// A number that follows.
#[derive(Debug)]
struct Derived {
    name: Said,
    value: String,
    one_of: bool,
    formula: String,
    from: Vec<(Said, String)>,
}

/// What a source states beside what follows.
#[derive(Debug)]
struct Check {
    name: Said,
    stated: String,
    should: &'static str,
    derived: String,
    holds: &'static str,
}

#[derive(Debug)]
struct Trap {
    looks: String,
    note: Said,
}

#[derive(Debug, Template)]
#[template(path = "numbers.html")]
struct Numbers {
    page: Page,
    stated: Vec<Stated>,
    derived: Vec<Derived>,
    checks: Vec<Check>,
    traps: Vec<Trap>,
}

/// What a name in a formula stands for, with its number.
fn part(page: &Page, knowledge: &Knowledge, key: &str) -> (Said, String) {
    if let Some(quantity) = knowledge.quantity(key) {
        return (said(page, &quantity.name), quantity.text());
    }
    if let Some(figure) = derivation(key) {
        return (pair(page, figure.nl, figure.en), figure.text(knowledge).unwrap_or_default());
    }
    (knowledge.list(key).map_or_else(|| pair(page, key, key), |list| said(page, &list.name)), String::new())
}

fn checks(page: &Page, knowledge: &Knowledge) -> Vec<Check> {
    CROSS_CHECKS
        .iter()
        .filter_map(|check| {
            let quantity = knowledge.quantity(check.stated)?;
            Some(Check {
                name: said(page, &quantity.name),
                stated: quantity.text(),
                should: match check.should {
                    Relation::Same => "knowledge-should-same",
                    Relation::AtMost => "knowledge-should-at-most",
                    Relation::LessThan => "knowledge-should-less",
                    Relation::About => "knowledge-should-about",
                },
                derived: derivation(check.derived).and_then(|figure| figure.text(knowledge)).unwrap_or_default(),
                holds: match check.holds(knowledge) {
                    Some(true) => "knowledge-holds-yes",
                    Some(false) => "knowledge-holds-no",
                    None => "knowledge-holds-open",
                },
            })
        })
        .collect()
}

pub(super) async fn show(ctx: Context) -> Result<Response, Fault> {
    let knowledge = super::known(&ctx).await?;
    let page = ctx.page("knowledge-numbers-title");
    let stated = knowledge
        .quantities
        .iter()
        .map(|its| Stated {
            name: said(&page, &its.name),
            value: its.text(),
            about: its.about.as_ref().map(|about| said(&page, about)),
            alone: its.alone.as_ref().map(|alone| said(&page, alone)),
            cites: Cited::all(&page, &knowledge, &its.cites),
        })
        .collect();
    let derived = DERIVATIONS
        .iter()
        .map(|its| Derived {
            name: pair(&page, its.nl, its.en),
            value: its.text(&knowledge).unwrap_or_default(),
            one_of: matches!(its.figure(&knowledge), Some(Figure::OneOf(_))),
            formula: its.formula.to_string(),
            from: its.formula.from().into_iter().map(|key| part(&page, &knowledge, key)).collect(),
        })
        .collect();
    let traps = knowledge.traps.iter().map(|its| Trap { looks: its.looks.clone(), note: said(&page, &its.note) }).collect();
    let shown = Numbers { stated, derived, checks: checks(&page, &knowledge), traps, page };
    Ok(ui::html(StatusCode::OK, &shown))
}
