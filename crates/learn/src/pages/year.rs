//! `/jaaroverzicht/{year}`: the year of participation for the council and for everybody: how much was handed over, how early
//! residents came in, what was evaluated and what of that went wrong, with each picture as a table (E904–E906, A242).

use super::evaluation::open_data::plain;
use super::evaluation::shown::amount;
use super::evaluation::words;
use super::view::{Shown, Stretch};
use crate::model::evaluation::findings::Findings;
use crate::model::indicator::{DEFINITIONS, Tone};
use crate::model::overview::{Overview, ProcessYear, Share};
use crate::report::Figures;
use crate::tables::evaluation::{self as table, EvaluationStanding};
use crate::tables::facts::Filter;
use askama::Template;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use evidence::{Fact, Knowledge};
use kernel::{Date, ProcessId};
use people::{Context, Fault};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::Session;
use ui::Page;

/// The figures that are followed over the years.
const FOLLOWED: [&str; 9] = ["G026c", "G026d", "G027", "G028a", "G029", "G030", "G038", "G039", "G062"];
/// So many processes are read at once.
const AT_ONCE: i64 = 100;
/// At most so many processes are looked at.
const MOST: usize = 1_000;
/// Before this year nobody counted.
const FIRST: i16 = 2000;

/// A row of a table with a bar.
#[derive(Debug)]
struct Bar {
    name: String,
    many: String,
    bar: Vec<Stretch>,
}

#[derive(Debug, Template)]
#[template(path = "year.html")]
struct Year {
    page: Page,
    language: kernel::Language,
    year: String,
    previous: Option<i16>,
    next: Option<i16>,
    rungs: Vec<Bar>,
    lowest: Vec<(String, String)>,
    stages: Vec<Bar>,
    early: String,
    established: Vec<Bar>,
    informed: String,
    influence: Vec<Bar>,
    evaluated: String,
    balance: Vec<Bar>,
    worse: Vec<(String, String, String)>,
    concentrated: Option<String>,
    voices: String,
    advice: String,
    means: Vec<[String; 4]>,
    years: [String; 3],
    indicators: Vec<(&'static str, String, Vec<String>)>,
    leaning: Vec<(String, String)>,
    learning: Vec<(String, String)>,
}

/// What the year is made of.
struct Read {
    overview: Overview,
    /// Designs that adopted an earlier lesson (G067).
    reuse: Share,
    /// Obligations of the regulation that were met (G073).
    met: Share,
    /// Deviations with a public motive, of all.
    motivated: Share,
    departments: BTreeMap<String, String>,
    titles: BTreeMap<String, String>,
    knowledge: Arc<Knowledge>,
}

async fn process_year(
    s: &mut Session,
    ctx: &Context,
    year: i16,
    process: &design::Process,
    departments: &BTreeMap<ProcessId, Vec<kernel::DepartmentId>>,
) -> Result<ProcessYear, Fault> {
    let zone = &ctx.tenant.civil.zone;
    let within = |at: Option<kernel::Instant>| at.is_some_and(|at| zone.date(at).year() == year);
    let (begun, closed) = (within(process.published), within(process.closed));
    let standing = if closed { table::standing(s, ctx.tenant_id(), process.id).await? } else { EvaluationStanding::None };
    let guide = if begun { design::guide(s, ctx.tenant_id(), process.id).await? } else { design::Guide::default() };
    Ok(ProcessYear {
        begun,
        closed,
        rung: process.charter.as_ref().map_or(0, |charter| charter.rung.step()),
        departments: departments.get(&process.id).into_iter().flatten().map(ToString::to_string).collect(),
        stage: guide.answer(Fact::FirstResidentStage.key()).map(str::to_owned),
        money_months: guide.answer(Fact::FundingMonthsLeft.key()).and_then(|months| months.parse().ok()),
        evaluated: standing == EvaluationStanding::Finished,
        waived: standing == EvaluationStanding::Waived,
    })
}

/// The year that was asked, when it is one of which something can be known.
fn asked(ctx: &Context, year: &str) -> Result<i16, Fault> {
    let year = year.parse::<i16>().map_err(|_| Fault::NotFound)?;
    if (FIRST..=ctx.today().year()).contains(&year) { Ok(year) } else { Err(Fault::NotFound) }
}

fn ends(year: i16) -> Result<(Date, Date), Fault> {
    Date::new(year, 1, 1).zip(Date::new(year, 12, 31)).ok_or(Fault::NotFound)
}

async fn read(ctx: &Context, year: i16) -> Result<Read, Fault> {
    let (first, last) = ends(year)?;
    let zone = &ctx.tenant.civil.zone;
    let mut s = ctx.read().await?;
    let departments = table::departments(&mut s, ctx.tenant_id()).await?;
    let (mut processes, mut titles, mut after, mut seen) = (Vec::new(), BTreeMap::new(), None, 0);
    loop {
        let page = design::processes(&mut s, ctx.tenant_id(), true, after, AT_ONCE).await?;
        after = page.last().map(|it| (it.created, it.id));
        seen += page.len();
        for process in &page {
            titles.insert(process.slug.clone(), process.title.best(&ctx.language).text.to_owned());
            let it = process_year(&mut s, ctx, year, process, &departments).await?;
            if it.begun || it.closed {
                processes.push(it);
            }
        }
        if after.is_none() || seen >= MOST {
            break;
        }
    }
    let (from, to) = (zone.start_of(first), zone.start_of(last.plus_days(1)));
    let findings = table::finished_between(&mut s, ctx.tenant_id(), from, to, AT_ONCE * 10).await?;
    let findings: Vec<Findings> = findings.into_iter().map(|(_, findings)| findings).collect();
    let names = people::tables::departments(&mut s, ctx.tenant_id()).await?;
    let reuse = design::lesson_reuse(&mut s, ctx.tenant_id(), from, to).await?;
    let rules = knowledge::compliance(&mut s, ctx.tenant_id(), first, last).await?;
    Ok(Read {
        reuse: Share { of: reuse.adopted, whole: reuse.designs, missing: 0 },
        met: Share { of: rules.met, whole: rules.met + rules.not_met, missing: rules.untold },
        motivated: Share { of: rules.motivated, whole: rules.not_met, missing: 0 },
        overview: Overview::of(&processes, &findings),
        departments: names.into_iter().map(|it| (it.id.to_string(), it.name)).collect(),
        titles,
        knowledge: knowledge::known(&mut s, ctx.tenant_id()).await?,
    })
}

/// Bars of one tone, all on the same scale.
fn bars(rows: Vec<(String, i64)>, tone: impl Fn(usize) -> Tone) -> Vec<Bar> {
    let most = rows.iter().map(|(_, many)| *many).max().unwrap_or(0).max(1);
    let bar = |(at, (name, many)): (usize, (String, i64))| {
        let stretch = Stretch { tone: tone(at), from: 0, length: many * 1000 / most };
        Bar { name, many: many.to_string(), bar: Some(stretch).filter(|it| it.length > 0).into_iter().collect() }
    };
    rows.into_iter().enumerate().map(bar).collect()
}

fn share(page: &Page, it: Share) -> String {
    if it.whole == 0 {
        return page.t1("learn-year-share-none", "missing", it.missing);
    }
    page.ta(
        "learn-year-share",
        &[
            ("of", it.of.into()),
            ("whole", it.whole.into()),
            ("share", page.percent(&it.of, &it.whole).into()),
            ("missing", it.missing.into()),
        ],
    )
}

async fn indicators(
    ctx: &Context,
    page: &Page,
    year: i16,
    figures: &Figures,
) -> Result<(Vec<(&'static str, String, Vec<String>)>, String), Fault> {
    let mut s = ctx.read().await?;
    let mut reports = Vec::new();
    for year in [year - 2, year - 1, year] {
        let (first, last) = ends(year)?;
        reports.push(figures.report(&mut s, ctx.tenant_id(), ctx.today(), Filter::of(first, last)).await?);
    }
    drop(s);
    let headline = |report: &crate::Report, definition| {
        report.figure(definition).map_or_else(|| page.t("ui-none"), |figure| Shown::of(page, figure, report.smallest).headline)
    };
    let of = |code: &&str| {
        let definition = DEFINITIONS.iter().find(|it| it.code == *code)?;
        let cells = reports.iter().map(|report| headline(report, definition)).collect();
        Some((definition.key, page.t(format!("learn-{}-name", definition.key)), cells))
    };
    let carrier = DEFINITIONS.iter().find(|it| it.code == "G061").zip(reports.last());
    let carrier = carrier.map_or_else(String::new, |(definition, report)| headline(report, definition));
    Ok((FOLLOWED.iter().filter_map(of).collect(), carrier))
}

pub(super) async fn show(ctx: Context, year: &str, figures: &Figures) -> Result<Response, Fault> {
    let year = asked(&ctx, year)?;
    let mut page = ctx.page_titled(String::new());
    page.title = page.t1("learn-year-title", "year", year.to_string());
    let read = read(&ctx, year).await?;
    let it = &read.overview;
    let (indicators, carrier) = indicators(&ctx, &page, year, figures).await?;
    let rungs = (1_u8..).zip(it.rungs).map(|(step, many)| (words::rung(&page, step), many)).collect();
    let stages = it.stages.iter().map(|(stage, many)| (words::item(&page, &read.knowledge, "stage", stage), *many)).collect();
    let established = (0_u8..).zip(it.established).map(|(step, many)| (words::rung(&page, step), many));
    let established = established.chain([(page.t("learn-year-influence-unknown"), it.informed.missing)]).collect();
    let influence = ["lower", "same", "higher", "unknown"].into_iter().zip(it.influence);
    let balance = [
        ("learn-balance-positive", it.balance.positive),
        ("learn-balance-neutral", it.balance.neutral),
        ("learn-balance-negative", it.balance.negative),
        ("learn-balance-unknown", it.balance.unknown),
    ];
    let means = it.means.iter().map(|(row, many)| {
        [
            page.t(format!("learn-means-{}", row.kind.code())),
            amount(&page, row, row.planned),
            amount(&page, row, row.used),
            page.t2("learn-year-means-of", "many", *many, "all", it.evaluations),
        ]
    });
    let shown = Year {
        language: words::said_in(&page),
        previous: (year > FIRST).then_some(year - 1),
        next: (year < ctx.today().year()).then_some(year + 1),
        rungs: bars(rungs, |_| Tone::Good),
        lowest: it
            .lowest
            .iter()
            .map(|(id, of)| (read.departments.get(id).cloned().unwrap_or_else(|| page.t("learn-other-place")), share(&page, *of)))
            .collect(),
        stages: bars(stages, |_| Tone::Good),
        early: share(&page, it.early),
        established: bars(established, |at| match at {
            0 => Tone::Bad,
            6 => Tone::Unknown,
            _ => Tone::Good,
        }),
        informed: share(&page, it.informed),
        influence: bars(influence.map(|(what, many)| (page.t(format!("learn-year-influence-{what}")), many)).collect(), |at| {
            [Tone::Bad, Tone::Plain, Tone::Good, Tone::Unknown].get(at).copied().unwrap_or(Tone::Unknown)
        }),
        evaluated: page.t2("learn-year-evaluated", "share", share(&page, it.evaluated), "waived", it.waived),
        balance: bars(balance.into_iter().map(|(key, many)| (page.t(key), many)).collect(), |at| {
            [Tone::Good, Tone::Plain, Tone::Bad, Tone::Unknown].get(at).copied().unwrap_or(Tone::Unknown)
        }),
        worse: it
            .worse
            .iter()
            .map(|(slug, effects)| {
                let names: Vec<String> = effects.iter().map(|effect| words::effect(&page, &read.knowledge, effect)).collect();
                (format!("/processen/{slug}/evaluatie"), read.titles.get(slug).cloned().unwrap_or_else(|| slug.clone()), names.join(", "))
            })
            .collect(),
        concentrated: it.concentrated.map(|(of, whole)| page.t2("learn-year-concentrated", "of", of, "whole", whole)),
        voices: share(&page, it.voices),
        advice: page
            .ta("learn-year-advice", &[("followed", it.advice[0].into()), ("aside", it.advice[1].into()), ("met", it.advice[2].into())]),
        means: means.collect(),
        years: [year - 2, year - 1, year].map(|year| year.to_string()),
        indicators,
        leaning: vec![
            (page.t("learn-year-secured"), share(&page, it.secured)),
            (page.t("learn-year-carrier"), if carrier.is_empty() { page.t("learn-not-recorded") } else { carrier }),
        ],
        learning: vec![
            (page.t("learn-year-reuse"), share(&page, read.reuse)),
            (page.t("learn-year-rules-met"), share(&page, read.met)),
            (page.t("learn-year-rules-motivated"), share(&page, read.motivated)),
        ],
        year: year.to_string(),
        page,
    };
    Ok(ui::html(StatusCode::OK, &shown))
}

/// The columns of the sheet, the same in every language.
const COLUMNS: [&str; 6] = ["indicator", "key", "name", "count", "whole", "missing"];

pub(super) async fn sheet(ctx: Context, year: &str) -> Result<Response, Fault> {
    let year = asked(&ctx, year)?;
    let page = ctx.page_titled(String::new());
    let read = read(&ctx, year).await?;
    let it = &read.overview;
    let broken = |error: csv::Error| Fault::Broken(error.to_string());
    let mut sheet = csv::Writer::from_writer(Vec::new());
    sheet.write_record(COLUMNS).map_err(broken)?;
    let mut rows: Vec<[String; 6]> = Vec::new();
    let mut put = |indicator: &str, key: &str, name: &str, of: i64, whole: Option<i64>, missing: Option<i64>| {
        let some = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
        rows.push([indicator.to_owned(), plain(key), plain(name), of.to_string(), some(whole), some(missing)]);
    };
    let begun: i64 = it.rungs.iter().sum();
    for (step, many) in (1_u8..).zip(it.rungs) {
        put("G024", &step.to_string(), &words::rung(&page, step), many, Some(begun), None);
    }
    for (id, of) in &it.lowest {
        let name = read.departments.get(id).map_or("", String::as_str);
        put("G024", id, name, of.of, Some(of.whole), Some(of.missing));
    }
    for (stage, many) in &it.stages {
        put("G025", stage, &words::item(&page, &read.knowledge, "stage", stage), *many, Some(it.early.whole), Some(it.early.missing));
    }
    put("G025", "early", "", it.early.of, Some(it.early.whole), Some(it.early.missing));
    for (what, many) in ["lower", "same", "higher", "unknown"].into_iter().zip(it.influence) {
        put("G023", what, &page.t(format!("learn-year-influence-{what}")), many, Some(it.evaluations), None);
    }
    for (step, many) in (0_u8..).zip(it.established) {
        put("G021", &step.to_string(), &words::rung(&page, step), many, Some(it.informed.whole), Some(it.informed.missing));
    }
    put("G024", "only-informed", "", it.informed.of, Some(it.informed.whole), Some(it.informed.missing));
    put("G066", "evaluated", "", it.evaluated.of, Some(it.evaluated.whole), None);
    put("G066", "waived", "", it.waived, Some(it.evaluated.whole), None);
    let balance = [
        ("positive", it.balance.positive),
        ("neutral", it.balance.neutral),
        ("negative", it.balance.negative),
        ("unknown", it.balance.unknown),
    ];
    for (what, many) in balance {
        put("G051", what, "", many, Some(it.balance.effects), None);
    }
    for (slug, effects) in &it.worse {
        for effect in effects {
            put("G052", slug, effect, 1, None, None);
        }
    }
    if let Some((of, whole)) = it.concentrated {
        put("G075", "most-frequent", "", of, Some(whole), None);
    }
    put("G074", "residents-and-intermediaries", "", it.voices.of, Some(it.voices.whole), None);
    for (what, many) in ["followed", "aside", "met"].into_iter().zip(it.advice) {
        put("G068", what, "", many, None, None);
    }
    put("G059", "secured", "", it.secured.of, Some(it.secured.whole), Some(it.secured.missing));
    put("G067", "adopted", "", read.reuse.of, Some(read.reuse.whole), None);
    put("G073", "met", "", read.met.of, Some(read.met.whole), Some(read.met.missing));
    put("G073", "motivated", "", read.motivated.of, Some(read.motivated.whole), None);
    for (row, many) in &it.means {
        put("G058", row.kind.code(), "used", row.used.unwrap_or_default(), row.planned, Some(it.evaluations - many));
    }
    for row in rows {
        sheet.write_record(&row).map_err(broken)?;
    }
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"jaaroverzicht-{year}.csv\"")),
    ];
    let bytes = sheet.into_inner().map_err(|error| Fault::Broken(error.to_string()))?;
    Ok((headers, bytes).into_response())
}

/// `/jaaroverzicht`: to this year.
pub(super) async fn this_year(ctx: Context) -> Response {
    ui::see_other(&format!("/jaaroverzicht/{}", ctx.today().year()))
}
