//! The figures of «how are we doing», for programs: the same as on the page and in its sheet.

use super::answers::{self, Problem};
use axum::response::Response;
use journey::Channel;
use kernel::{Date, Instant};
use learn::{Figure, Figures, Filter, Told};
use people::Context;
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// So many days are told when no period is asked: a year.
const A_YEAR: i64 = 364;

/// What is asked.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    from: Option<String>,
    to: Option<String>,
    department: Option<String>,
    area: Option<String>,
    channel: Option<String>,
    process: Option<String>,
}

/// All figures of a period.
#[derive(Debug, Serialize)]
struct Indicators {
    from: Date,
    to: Date,
    /// When the facts were brought up to date; nothing when never.
    counted: Option<String>,
    /// How small a group of people may be to be shown.
    smallest_group: i64,
    items: Vec<Indicator>,
}

/// One figure.
#[derive(Debug, Serialize)]
struct Indicator {
    /// Its id in the catalogue of indicators.
    id: &'static str,
    key: &'static str,
    name: String,
    definition: String,
    formula: String,
    sources: Vec<&'static str>,
    unit: &'static str,
    split_by: Vec<&'static str>,
    /// `measured`, or why there are no numbers.
    state: &'static str,
    /// In words, when nothing of it is recorded.
    why: Option<String>,
    numerator: Option<i64>,
    denominator: Option<i64>,
    missing: Option<i64>,
    median_working_days: Option<i64>,
    nine_of_ten_working_days: Option<i64>,
    parts: Vec<Part>,
}

#[derive(Debug, Serialize)]
struct Part {
    code: String,
    /// `good`, `bad`, `plain` or `unknown`.
    says: &'static str,
    count: i64,
}

impl Indicator {
    fn of(ctx: &Context, figure: &Figure) -> Self {
        let it = figure.definition;
        let word = |what: &str| ctx.t(&format!("learn-{}-{what}", it.key));
        let measured = |number: i64| (figure.told == Told::Measured).then_some(number);
        Self {
            id: it.code,
            key: it.key,
            name: word("name"),
            definition: word("what"),
            formula: word("formula"),
            sources: it.sources.iter().map(|source| source.code()).collect(),
            unit: it.unit.code(),
            split_by: it.by.iter().map(|by| by.code()).collect(),
            state: figure.told.code(),
            why: (figure.told == Told::NotMeasured).then(|| word("why")),
            numerator: measured(figure.numerator).filter(|_| !it.numerator.is_empty()),
            denominator: measured(figure.denominator),
            missing: measured(figure.missing),
            median_working_days: figure.median,
            nine_of_ten_working_days: figure.nine_of_ten,
            parts: figure.parts.iter().map(|part| Part { code: part.code.clone(), says: part.tone.code(), count: part.many }).collect(),
        }
    }
}

fn read<T: FromStr>(text: Option<&String>, why: &'static str) -> Result<Option<T>, Problem> {
    text.map(|text| text.parse().map_err(|_| Problem::Asked(why))).transpose()
}

fn filter(asked: &Asked, today: Date) -> Result<Filter, Problem> {
    const DAY: &str = "from and to are days such as 2026-03-12";
    let to = read(asked.to.as_ref(), DAY)?.unwrap_or(today);
    let from = read(asked.from.as_ref(), DAY)?.unwrap_or_else(|| to.plus_days(-A_YEAR));
    if from > to {
        return Err(Problem::Asked("from is not after to"));
    }
    let channel = |text: &String| Channel::from_code(text).ok_or(Problem::Asked("channel is the code of a channel, such as paper"));
    Ok(Filter {
        department: read(asked.department.as_ref(), "department is the id of a department")?,
        area: read(asked.area.as_ref(), "area is the id of an area")?,
        process: read(asked.process.as_ref(), "process is the id of a process")?,
        channel: asked.channel.as_ref().map(channel).transpose()?,
        ..Filter::of(from, to)
    })
}

pub(super) async fn show(ctx: Context, asked: Asked, kept: &Figures) -> Result<Response, Problem> {
    let filter = filter(&asked, ctx.today())?;
    let mut s = ctx.store().read().await?;
    let report = kept.report(&mut s, ctx.tenant_id(), ctx.today(), filter).await?;
    drop(s);
    let items = report.figures.iter().map(|figure| Indicator::of(&ctx, figure)).collect();
    Ok(answers::json(&Indicators {
        from: report.filter.from,
        to: report.filter.to,
        counted: report.counted.map(Instant::rfc3339),
        smallest_group: report.smallest,
        items,
    }))
}
