//! `/hoe-doen-we-het/{indicator}`: one figure, how it is counted, and the same for each department, area, channel, process and
//! quarter.

use super::asked::Asked;
use super::doing::{counted, period};
use super::view::{self, Names, Shown};
use crate::model::fact::Measure;
use crate::model::indicator::{By, Definition, Tone};
use crate::report::{Figures, KindRow, Report};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use carry::Level;
use journey::Stranding;
use people::{Context, Fault};
use std::collections::HashMap;
use store::{Error, Session};
use ui::Page;

/// The same figure for each of several places or quarters.
#[derive(Debug)]
struct Split {
    key: String,
    rows: Vec<(String, Shown)>,
}

/// One row of the table of triggers or levels.
#[derive(Debug)]
struct Kind {
    label: String,
    many: String,
    open: String,
    median: String,
}

#[derive(Debug, Template)]
#[template(path = "indicator.html")]
struct IndicatorPage {
    page: Page,
    definition: &'static Definition,
    figure: Shown,
    narrowed: Vec<(String, String)>,
    period: String,
    counted: String,
    sources: String,
    unit: String,
    splits: Vec<Split>,
    kinds_key: &'static str,
    kinds: Vec<Kind>,
    one_sided: Option<String>,
    query: String,
    tones: [Tone; 4],
    small: String,
}

pub(super) async fn show(ctx: Context, name: &str, fields: HashMap<String, String>, figures: &Figures) -> Result<Response, Fault> {
    let definition = Definition::named(name).ok_or(Fault::NotFound)?;
    let page = ctx.page_titled(ctx.t(&format!("learn-{}-name", definition.key)));
    let mut s = ctx.read().await?;
    let names = Names::read(&mut s, &ctx).await?;
    let asked = Asked::read(&fields, &names, ctx.today());
    let report = figures.report(&mut s, ctx.tenant_id(), ctx.today(), asked.filter).await?;
    let splits = splits(&mut s, &page, figures, &report, definition, &names).await?;
    let (kinds_key, kinds) = kinds(&mut s, &page, figures, &report, definition).await?;
    drop(s);
    let figure = report.figure(definition).ok_or(Fault::NotFound)?;
    let narrowed = report.filter.narrows();
    let shown = IndicatorPage {
        figure: Shown::of(&page, figure, report.smallest),
        narrowed: narrowed.iter().map(|(by, it)| (page.t(format!("learn-by-{}", by.code())), names.name(&page, *by, Some(it)))).collect(),
        period: period(&page, &report),
        counted: counted(&page, &report),
        sources: definition.sources.iter().map(|it| page.t(format!("learn-source-{}", it.code()))).collect::<Vec<_>>().join(" "),
        unit: view::unit(&page, definition.unit),
        one_sided: one_sided(&page, definition, &report),
        splits,
        kinds_key,
        kinds,
        query: asked.query,
        tones: Tone::ALL,
        small: small(&page, definition, report.smallest),
        definition,
        page,
    };
    Ok(ui::html(StatusCode::OK, &shown))
}

/// What is nearly always chosen, in words: a question, never a reproach (G036).
fn one_sided(page: &Page, definition: &Definition, report: &Report) -> Option<String> {
    let part = report.one_sided.get(&definition.measure?)?;
    let label = view::part_label(page, definition, &part.code);
    Some(match definition.measure {
        Some(Measure::Prioritised) => page.t1("learn-one-sided-perspective", "perspective", label),
        _ => page.t1("learn-one-sided", "strategy", label),
    })
}

/// What is done with small groups, in words.
fn small(page: &Page, definition: &Definition, smallest: i64) -> String {
    if definition.of_largest {
        page.t("learn-small-largest")
    } else if definition.in_confidence {
        page.t("learn-read-confidence")
    } else if definition.unit.is_of_people() {
        page.t1("learn-small-people", "most", smallest)
    } else {
        page.t1("learn-small-deeds", "most", smallest)
    }
}

async fn splits(
    s: &mut Session,
    page: &Page,
    figures: &Figures,
    report: &Report,
    definition: &'static Definition,
    names: &Names,
) -> Result<Vec<Split>, Error> {
    let mut found = Vec::new();
    let narrowed = report.filter.narrows();
    for by in By::ALL.into_iter().filter(|by| !narrowed.iter().any(|(narrowed, _)| narrowed == by)) {
        let rows = figures.split(s, report, definition, by).await?;
        let rows = rows.iter().map(|(place, figure)| (names.name(page, by, place.as_deref()), Shown::of(page, figure, report.smallest)));
        found.push(Split { key: format!("learn-split-{}", by.code()), rows: rows.collect() });
    }
    let quarters = figures.trend(s, report, definition).await?;
    let words = |quarter: crate::Quarter| page.t2("learn-quarter", "number", i64::from(quarter.number), "year", quarter.year.to_string());
    let rows = quarters.iter().map(|(quarter, figure)| (words(*quarter), Shown::of(page, figure, report.smallest)));
    found.push(Split { key: "learn-split-quarter".to_owned(), rows: rows.collect() });
    found.retain(|split| !split.rows.is_empty());
    Ok(found)
}

/// The organisations through which something came.
async fn through(
    s: &mut Session,
    page: &Page,
    figures: &Figures,
    report: &Report,
    definition: &'static Definition,
) -> Result<Vec<Kind>, Error> {
    let rows = figures.organisations(s, report, definition).await?;
    let names = people::tables::organisations(s, report.tenant).await?;
    let name = |id: Option<String>| match id {
        None => page.t("learn-through-others"),
        Some(id) if id.is_empty() => page.t("learn-through-own"),
        Some(id) => names.iter().find(|it| it.id.to_string() == id).map_or_else(|| page.t("learn-through-gone"), |it| it.name.clone()),
    };
    let kind =
        |(id, many): (Option<String>, i64)| Kind { label: name(id), many: many.to_string(), open: String::new(), median: String::new() };
    Ok(rows.into_iter().map(kind).collect())
}

/// The triggers of lying still, the organisations through which something came, or the levels to which questions were brought.
async fn kinds(
    s: &mut Session,
    page: &Page,
    figures: &Figures,
    report: &Report,
    definition: &'static Definition,
) -> Result<(&'static str, Vec<Kind>), Error> {
    let (key, measure, open) = match definition.measure {
        Some(Measure::Still) => ("spell", Measure::Spell, ["now", ""]),
        Some(Measure::Escalation) => ("level", Measure::Escalation, ["open", "overdue"]),
        _ if definition.of_largest => return Ok(("through", through(s, page, figures, report, definition).await?)),
        _ => return Ok(("", Vec::new())),
    };
    let rows = figures.kinds(s, report, measure, measure == Measure::Spell).await?;
    let kind = |row: &KindRow| Kind {
        label: match measure {
            Measure::Spell => Stranding::from_code(&row.kind).map_or_else(|| row.kind.clone(), |code| page.t(code.key())),
            _ => Level::of(&row.kind).map_or_else(|| row.kind.clone(), |level| page.t(level.key())),
        },
        many: row.many.map_or_else(|| page.t1("learn-told-few", "most", report.smallest), |many| many.to_string()),
        open: if row.many.is_none() {
            page.t("ui-none")
        } else {
            open.iter().filter_map(|part| row.parts.get(*part)).sum::<i64>().to_string()
        },
        median: row.median.map_or_else(|| page.t("ui-none"), |days| days.to_string()),
    };
    Ok((key, rows.iter().map(kind).collect()))
}
