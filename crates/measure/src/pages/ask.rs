//! `/processen/{slug}/vragen`: a few sentences to agree with or not, without account. Before, the person gets a code to keep;
//! after and long after it may be given, and need not.

use super::view::{self, Words};
use super::{public, view::wave_name};
use crate::acts::{Brought, answer};
use crate::forms::answers::{self, CODE, NONE, NOT_SAID, TOOK_PART};
use crate::model::code::CodeKey;
use crate::model::plan::MeasurementPlan;
use crate::model::sheet::{Linked, Taken, Way};
use crate::model::statement::{BARRIER_KEYS, Scale, Statement};
use crate::model::wave::{CODE_DAYS, PAPER_DAYS, Round, Wave};
use crate::refusal::Refusal;
use askama::Template;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use design::Process;
use people::{Context, Fault, Posted, Trial};
use ui::{Choice, Page, Typed};

/// A question as a form shows it.
#[derive(Debug, Clone)]
pub(super) struct Question {
    /// The name of its field.
    pub(super) name: String,
    /// The sentence.
    pub(super) words: String,
    /// The answers.
    pub(super) options: Vec<Choice>,
    /// Whether several may be ticked.
    pub(super) several: bool,
    /// Whether a button reads it aloud.
    pub(super) aloud: bool,
}

/// The answers to a sentence: from not at all to wholly, and «I do not know».
pub(super) fn scale(page: &Page) -> Vec<Choice> {
    let known = (1..=5).rev().map(|step: i64| Choice::new(step.to_string(), page.t(format!("measure-scale-{step}"))));
    known.chain([Choice::new(NOT_SAID, page.t("measure-scale-not-said"))]).collect()
}

impl Question {
    /// A sentence of the catalogue.
    pub(super) fn of(page: &Page, it: &Statement, aloud: bool) -> Self {
        let options = match it.scale {
            Scale::Agreement => scale(page),
            Scale::Barriers => BARRIER_KEYS
                .iter()
                .map(|key| Choice::new(*key, page.t(format!("measure-barrier-{key}"))))
                .chain([Choice::new(NONE, page.t("measure-barrier-none"))])
                .collect(),
        };
        Self { name: it.field(), words: view::statement(page, it), options, several: it.scale == Scale::Barriers, aloud }
    }

    /// Whether somebody took part; before, whether somebody means to.
    pub(super) fn took_part(page: &Page, round: Round, aloud: bool) -> Self {
        let words = page.t(format!("measure-took-part-{}", round.code()));
        let no = if round == Round::Before { "measure-took-part-not-yet" } else { "ui-no" };
        let options = vec![Choice::new("yes", page.t("ui-yes")), Choice::new("no", page.t(no))];
        Self { name: TOOK_PART.to_owned(), words, options, several: false, aloud }
    }
}

#[derive(Debug, Template)]
#[template(path = "ask.html")]
struct Ask {
    page: Page,
    typed: Typed,
    href: String,
    process: Words,
    wave: String,
    until: String,
    took_part: Question,
    everybody: Vec<Question>,
    only_took_part: Vec<Question>,
    asks_code: bool,
    kept: String,
}

#[derive(Debug, Template)]
#[template(path = "ask_closed.html")]
struct Closed {
    page: Page,
    next: Option<String>,
    slug: String,
}

#[derive(Debug, Template)]
#[template(path = "thanks.html")]
struct Thanks {
    page: Page,
    slug: String,
    code: Option<String>,
    linked: bool,
    unknown: bool,
    replaced: bool,
    corrected: bool,
    before: bool,
}

/// A page that no browser and no proxy keeps: it was made for one person.
pub(super) fn unkept(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn closed(ctx: &Context, process: &Process, plan: &MeasurementPlan, status: StatusCode) -> Response {
    let page = ctx.page("measure-closed-title");
    let today = ctx.today();
    let next = plan
        .waves
        .iter()
        .find(|(wave, days)| days.opens > today && plan.asks(**wave))
        .map(|(wave, days)| page.t2("measure-closed-next", "wave", wave_name(&page, *wave), "day", page.date(&days.opens)));
    ui::html(status, &Closed { page, next, slug: process.slug.clone() })
}

fn draw(ctx: &Context, process: &Process, plan: &MeasurementPlan, wave: Wave, typed: Typed) -> Response {
    let page = ctx.page("measure-ask-title");
    let status = if typed.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let asked = plan.questions(wave);
    let questions = |only: bool| asked.iter().filter(|it| it.took_part_only == only).map(|it| Question::of(&page, it, true)).collect();
    let shown = Ask {
        href: format!("/processen/{}/vragen", process.slug),
        process: Words::of(&page, &process.title),
        wave: wave_name(&page, wave),
        until: plan.waves.get(&wave).map(|days| page.date(&days.closes)).unwrap_or_default(),
        took_part: Question::took_part(&page, wave.round(), true),
        everybody: questions(false),
        only_took_part: questions(true),
        asks_code: wave != Wave::Before,
        kept: page.t1("measure-ask-kept", "days", PAPER_DAYS + CODE_DAYS),
        typed,
        page,
    };
    ui::html(status, &shown)
}

/// The questions of the wave that is open.
pub(super) async fn show(ctx: Context, Path(slug): Path<String>) -> Result<Response, Fault> {
    let process = public(&ctx, &slug).await?;
    let plan = crate::plan(&mut ctx.read().await?, ctx.tenant_id(), process.id).await?;
    let Some(wave) = plan.open_wave(ctx.today()) else { return Ok(closed(&ctx, &process, &plan, StatusCode::OK)) };
    Ok(draw(&ctx, &process, &plan, wave, answers::begun(ctx.app.random.as_ref(), wave)))
}

/// Takes the answers. The page that follows is drawn at once: it may hold a code, which belongs in no address.
pub(super) async fn take(Path(slug): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let process = public(&ctx, &slug).await?;
    let plan = crate::plan(&mut ctx.read().await?, ctx.tenant_id(), process.id).await?;
    let wave = Wave::of_code(typed.get("ronde"))
        .filter(|wave| plan.waves.get(wave).is_some_and(|days| days.is_open(ctx.today())) && plan.asks(*wave));
    let Some(wave) = wave else { return Ok(closed(&ctx, &process, &plan, StatusCode::CONFLICT)) };
    let way = if typed.has("helped", "yes") { Way::Read } else { Way::Screen };
    let Some(sheet) = answers::read(&mut typed, wave, &plan.questions(wave), Some(way), None) else {
        if typed.is_wrong() {
            return Ok(unkept(draw(&ctx, &process, &plan, wave, typed)));
        }
        return Err(Fault::BadRequest("people-fault-no-form"));
    };
    ctx.app.limits.take(Trial::Contribution, &ctx.address, "answers", ctx.now())?;
    let key = CodeKey::of(&ctx.app.secret, ctx.tenant_id(), process.id);
    let (store, by, id) = (ctx.store().clone(), ctx.clone(), process.id);
    let taken = store::write!(store, [by, key, sheet], |tx| { answer(tx, &by.act(), &key, id, &sheet, Brought::ByThemselves).await }).await;
    match taken {
        Ok(taken) => Ok(unkept(thanks(&ctx, &process, wave, &taken))),
        Err(Refusal::NotOpen) => Ok(closed(&ctx, &process, &plan, StatusCode::CONFLICT)),
        Err(refusal) => Err(refusal.into()),
    }
}

pub(super) fn thanks(ctx: &Context, process: &Process, wave: Wave, taken: &Taken) -> Response {
    let code = match &taken.linked {
        Linked::Given(code) => Some(code.reveal()),
        _ => None,
    };
    let shown = Thanks {
        page: ctx.page("measure-thanks-title"),
        slug: process.slug.clone(),
        code,
        linked: taken.linked == Linked::Yes,
        unknown: taken.linked == Linked::Unknown,
        replaced: taken.replaced,
        corrected: taken.corrected,
        before: wave == Wave::Before,
    };
    ui::html(StatusCode::OK, &shown)
}

/// Whether the field for the code is wrong: then the page offers to send the answers without it.
impl Ask {
    fn code_is_wrong(&self) -> bool {
        self.typed.error_of(CODE).is_some()
    }
}
