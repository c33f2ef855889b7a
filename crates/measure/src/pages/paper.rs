//! `/processen/{slug}/vragen/papier`: the same questions on paper. Each copy of the round before carries a fresh code to cut off
//! and keep; nobody notes which copy went to whom, and a code is known only once its answers are typed in.

use super::ask::{Question, scale};
use super::public;
use super::view::{self, Words, wave_name};
use crate::model::code::AnswerCode;
use crate::model::plan::MeasurementPlan;
use crate::model::statement::Scale;
use crate::model::wave::{CODE_DAYS, PAPER_DAYS, Wave};
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use people::{Context, Fault};
use std::collections::HashMap;
use ui::{Choice, Page, Typed};

/// So many copies are printed at once.
const MOST_COPIES: usize = 50;

/// One copy.
#[derive(Debug)]
struct Copy {
    id: usize,
    code: Option<String>,
}

/// The sentences of one part of the sheet, each with a box for every answer.
#[derive(Debug)]
struct Part {
    title: Option<String>,
    sentences: Vec<String>,
}

#[derive(Debug, Template)]
#[template(path = "questions_paper.html")]
struct Paper {
    page: Page,
    typed: Typed,
    href: String,
    waves: Vec<Choice>,
    process: Words,
    wave: String,
    until: String,
    took_part: Question,
    scale: Vec<Choice>,
    parts: Vec<Part>,
    barriers: Option<Question>,
    asks_code: bool,
    copies: Vec<Copy>,
    address: String,
    kept: String,
}

/// The wave that is asked, or else the open one, or else the next.
fn wave(plan: &MeasurementPlan, asked: Option<&String>, ctx: &Context) -> Option<Wave> {
    let can = |wave: &Wave| plan.waves.contains_key(wave) && plan.asks(*wave);
    let asked = asked.and_then(|code| Wave::of_code(code)).filter(can);
    let next = || plan.waves.iter().find(|(wave, days)| can(wave) && days.opens > ctx.today()).map(|(wave, _)| *wave);
    let last = || plan.waves.keys().rev().copied().find(can);
    asked.or_else(|| plan.open_wave(ctx.today())).or_else(next).or_else(last)
}

/// The sheets.
pub(super) async fn show(ctx: Context, Path(slug): Path<String>, Query(fields): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    let process = public(&ctx, &slug).await?;
    let plan = crate::plan(&mut ctx.read().await?, ctx.tenant_id(), process.id).await?;
    let page = ctx.page("measure-paper-title");
    let chosen = wave(&plan, fields.get("ronde"), &ctx);
    let mut typed = Typed::empty().with("ronde", chosen.map_or("", |wave| wave.code()));
    let asked = fields.get("aantal").map_or("1", |text| text.trim());
    typed.set("aantal", asked);
    let many = asked.parse::<usize>().ok().filter(|many| (1..=MOST_COPIES).contains(many));
    if many.is_none() {
        typed.wrong_with("aantal", "measure-paper-copies-wrong", &[("most", i64::try_from(MOST_COPIES).unwrap_or(i64::MAX).into())]);
    }
    let before = chosen == Some(Wave::Before);
    let copies = (1..=many.unwrap_or(0).min(if chosen.is_some() { MOST_COPIES } else { 0 }))
        .map(|id| Copy { id, code: before.then(|| AnswerCode::draw(ctx.app.random.as_ref()).reveal()) })
        .collect();
    let questions = chosen.map(|wave| plan.questions(wave)).unwrap_or_default();
    let of = |only: bool| {
        let agreed = questions.iter().filter(|it| it.took_part_only == only && it.scale == Scale::Agreement);
        agreed.map(|it| view::statement(&page, it)).collect::<Vec<_>>()
    };
    let parts = [(None, of(false)), (Some(page.t("measure-ask-only-took-part")), of(true))];
    let status = if typed.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let shown = Paper {
        href: format!("/processen/{}/vragen", process.slug),
        waves: plan.waves.keys().filter(|wave| plan.asks(**wave)).map(|wave| Choice::new(wave.code(), wave_name(&page, *wave))).collect(),
        process: Words::of(&page, &process.title),
        wave: chosen.map(|wave| wave_name(&page, wave)).unwrap_or_default(),
        until: chosen.and_then(|wave| plan.waves.get(&wave)).map(|days| page.date(&days.closes)).unwrap_or_default(),
        took_part: Question::took_part(&page, chosen.map_or(crate::Round::After, Wave::round), false),
        scale: scale(&page),
        parts: parts
            .into_iter()
            .filter(|(_, sentences)| !sentences.is_empty())
            .map(|(title, sentences)| Part { title, sentences })
            .collect(),
        barriers: questions.iter().find(|it| it.scale == Scale::Barriers).map(|it| Question::of(&page, it, false)),
        asks_code: chosen.is_some() && !before,
        copies,
        address: ctx.app.address_of(&ctx.tenant, &format!("/processen/{}/vragen", process.slug)),
        kept: page.t1("measure-ask-kept", "days", PAPER_DAYS + CODE_DAYS),
        typed,
        page,
    };
    let mut response = ui::html(status, &shown);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
