//! `/processen/{slug}/meten`: what is measured of a process and what not, when and of whom, and what people answered.

use super::public;
use super::view::{self, IndicatorLine, ResultsShown, WaveLine, Words};
use crate::model::indicator::Indicator;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault};
use ui::Page;

/// What is not measured, and why.
#[derive(Debug)]
struct Dropped {
    line: IndicatorLine,
    motive: Option<Words>,
}

#[derive(Debug, Template)]
#[template(path = "measured.html")]
struct Measured {
    page: Page,
    slug: String,
    process: Words,
    open: bool,
    planned: bool,
    waves: Vec<WaveLine>,
    kept: Vec<IndicatorLine>,
    dropped: Vec<Dropped>,
    shown: ResultsShown,
    small: String,
}

pub(super) async fn show(ctx: Context, Path(slug): Path<String>) -> Result<Response, Fault> {
    let process = public(&ctx, &slug).await?;
    let mut s = ctx.read().await?;
    let plan = crate::plan(&mut s, ctx.tenant_id(), process.id).await?;
    let results = crate::all_results(&mut s, ctx.tenant_id(), process.id).await?;
    drop(s);
    let page = ctx.page("measure-public-title");
    let today = ctx.today();
    let dropped = plan.choices.iter().filter(|(_, choice)| !choice.kept).filter_map(|(code, choice)| {
        let line = IndicatorLine::of(&page, Indicator::of_code(code)?);
        Some(Dropped { line, motive: choice.motive.as_ref().map(|motive| Words::of(&page, motive)) })
    });
    let shown = Measured {
        process: Words::of(&page, &process.title),
        open: plan.open_wave(today).is_some(),
        planned: plan.saved.is_some(),
        waves: view::wave_lines(&page, &plan, today),
        dropped: dropped.collect(),
        kept: plan.kept().map(|it| IndicatorLine::of(&page, it)).collect(),
        shown: ResultsShown::of(&page, &results),
        small: page.t1("measure-public-small", "most", results.smallest),
        slug: process.slug,
        page,
    };
    Ok(ui::html(StatusCode::OK, &shown))
}
