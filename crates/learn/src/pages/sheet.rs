//! `/hoe-doen-we-het.csv`: the same figures for a spreadsheet, each part on a line of its own.

use super::asked::Asked;
use super::view::{Names, part_label};
use crate::model::figure::Figure;
use crate::model::indicator::{By, DEFINITIONS};
use crate::report::{Figures, Report};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use people::{Context, Fault};
use std::collections::HashMap;
use ui::Page;

/// The names of the columns, the same in every language so that a spreadsheet can be made once.
const COLUMNS: [&str; 20] = [
    "indicator",
    "name",
    "split_by",
    "place",
    "from",
    "to",
    "counted",
    "unit",
    "state",
    "numerator",
    "denominator",
    "missing",
    "percent",
    "median_working_days",
    "nine_of_ten_working_days",
    "part",
    "part_name",
    "part_says",
    "part_count",
    "smallest_group",
];

pub(super) async fn show(ctx: Context, fields: HashMap<String, String>, figures: &Figures) -> Result<Response, Fault> {
    let page = ctx.page("learn-title");
    let mut s = ctx.read().await?;
    let names = Names::read(&mut s, &ctx).await?;
    let asked = Asked::read(&fields, &names, ctx.today());
    let report = figures.report(&mut s, ctx.tenant_id(), ctx.today(), asked.filter).await?;
    let mut sheet = Sheet::new(&page, &report)?;
    for definition in DEFINITIONS {
        if let Some(figure) = report.figure(definition) {
            sheet.write("", "", figure)?;
        }
        for by in By::ALL {
            for (place, figure) in figures.split(&mut s, &report, definition, by).await? {
                sheet.write(by.code(), &names.name(&page, by, place.as_deref()), &figure)?;
            }
        }
        for (quarter, figure) in figures.trend(&mut s, &report, definition).await? {
            sheet.write("quarter", &quarter.to_string(), &figure)?;
        }
    }
    drop(s);
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"hoe-doen-we-het-{}-{}.csv\"", report.filter.from, report.filter.to)),
    ];
    Ok((headers, sheet.finish()?).into_response())
}

struct Sheet<'a> {
    page: &'a Page,
    report: &'a Report,
    rows: csv::Writer<Vec<u8>>,
}

fn broken(error: impl std::fmt::Display) -> Fault {
    Fault::Broken(error.to_string())
}

/// A spreadsheet must not take a name for a formula.
fn plain(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t']) { format!("'{text}") } else { text.to_owned() }
}

impl<'a> Sheet<'a> {
    fn new(page: &'a Page, report: &'a Report) -> Result<Self, Fault> {
        let mut rows = csv::Writer::from_writer(Vec::new());
        rows.write_record(COLUMNS).map_err(broken)?;
        Ok(Self { page, report, rows })
    }

    fn write(&mut self, by: &str, place: &str, figure: &Figure) -> Result<(), Fault> {
        let it = figure.definition;
        let number = |number: i64| if figure.parts.is_empty() { String::new() } else { number.to_string() };
        let some = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
        let percent = (figure.shares && !it.numerator.is_empty())
            .then(|| (figure.numerator * 200 + figure.denominator) / (figure.denominator * 2).max(1));
        let head = [
            it.code.to_owned(),
            self.page.t(format!("learn-{}-name", it.key)),
            by.to_owned(),
            plain(place),
            self.report.filter.from.to_string(),
            self.report.filter.to.to_string(),
            self.report.counted.map(|at| at.rfc3339()).unwrap_or_default(),
            it.unit.code().to_owned(),
            figure.told.code().to_owned(),
            number(figure.numerator),
            number(figure.denominator),
            number(figure.missing),
            some(percent),
            some(figure.median),
            some(figure.nine_of_ten),
        ];
        let empty = [String::new(), String::new(), String::new(), String::new()];
        let parts = figure
            .parts
            .iter()
            .map(|part| [part.code.clone(), part_label(self.page, it, &part.code), part.tone.code().to_owned(), part.many.to_string()]);
        let parts: Vec<[String; 4]> = if figure.parts.is_empty() { vec![empty] } else { parts.collect() };
        for part in parts {
            let row = head.iter().chain(&part).cloned().chain([self.report.smallest.to_string()]);
            self.rows.write_record(row).map_err(broken)?;
        }
        Ok(())
    }

    fn finish(self) -> Result<Vec<u8>, Fault> {
        self.rows.into_inner().map_err(broken)
    }
}
