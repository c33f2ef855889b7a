//! `/hoe-doen-we-het`: every figure of the municipality in a period, what went well and what did not beside each other, and
//! what nobody knows (H3.9).

use super::asked::Asked;
use super::view::{Names, Shown};
use crate::model::indicator::{By, Tone};
use crate::report::{Figures, Report};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault};
use std::collections::HashMap;
use ui::{Choice, Page, Typed};

/// The questions under which the figures stand, each with the first number of the catalogue that it holds and the last.
const THEMES: [(&str, &[&str]); 6] = [
    ("time", &["G026"]),
    ("answers", &["G027", "G028", "G029", "G037", "G038"]),
    ("still", &["G030", "G035"]),
    ("together", &["G031", "G032", "G033", "G034", "G036"]),
    ("doing", &["G039", "G040", "G041"]),
    ("leaning", &["G060", "G061", "G062", "G063"]),
];

#[derive(Debug)]
struct Theme {
    key: &'static str,
    figures: Vec<Shown>,
}

#[derive(Debug, Template)]
#[template(path = "doing.html")]
struct Doing {
    page: Page,
    typed: Typed,
    query: String,
    departments: Vec<Choice>,
    areas: Vec<Choice>,
    channels: Vec<Choice>,
    processes: Vec<Choice>,
    period: String,
    counted: String,
    received: String,
    themes: Vec<Theme>,
    tones: [Tone; 4],
}

pub(super) async fn show(ctx: Context, fields: HashMap<String, String>, figures: &Figures) -> Result<Response, Fault> {
    let page = ctx.page("learn-title");
    let mut s = ctx.read().await?;
    let names = Names::read(&mut s, &ctx).await?;
    let asked = Asked::read(&fields, &names, ctx.today());
    let report = figures.report(&mut s, ctx.tenant_id(), ctx.today(), asked.filter).await?;
    drop(s);
    let status = if asked.typed.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let doing = Doing {
        typed: asked.typed,
        query: asked.query,
        departments: names.choices(By::Department),
        areas: names.choices(By::Area),
        channels: names.choices(By::Channel),
        processes: names.choices(By::Process),
        period: period(&page, &report),
        counted: counted(&page, &report),
        received: received(&page, &report),
        themes: themes(&page, &report),
        tones: Tone::ALL,
        page,
    };
    Ok(ui::html(status, &doing))
}

fn themes(page: &Page, report: &Report) -> Vec<Theme> {
    let shown = |codes: &[&str]| {
        let figures = report.figures.iter().filter(|figure| codes.iter().any(|code| figure.definition.code.starts_with(code)));
        figures.map(|figure| Shown::of(page, figure, report.smallest)).collect()
    };
    THEMES.iter().map(|(key, codes)| Theme { key, figures: shown(codes) }).collect()
}

pub(super) fn period(page: &Page, report: &Report) -> String {
    page.t2("learn-period", "from", page.date(&report.filter.from), "to", page.date(&report.filter.to))
}

pub(super) fn counted(page: &Page, report: &Report) -> String {
    report.counted.map_or_else(|| page.t("learn-never-counted"), |at| page.t1("learn-counted", "time", page.time(&at)))
}

fn received(page: &Page, report: &Report) -> String {
    match report.received {
        None if report.counted.is_none() => String::new(),
        None => page.t1("learn-received-few", "most", report.smallest),
        Some(all) => page.t2("learn-received", "count", all, "withdrawn", report.withdrawn),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::indicator::DEFINITIONS;

    #[test]
    fn every_indicator_stands_under_one_question() {
        for it in DEFINITIONS {
            let under = THEMES.iter().flat_map(|(_, codes)| codes.iter()).filter(|code| it.code.starts_with(**code)).count();
            assert_eq!(under, 1, "{}", it.code);
        }
    }
}
