//! `/werk/processen/{id}/meten`: what the program proposes to measure, what an officer keeps and what not, and when people are
//! asked (A240, A243, A251).

use super::permitted;
use super::view::{IndicatorLine, effect_name, wave_name, wave_state};
use crate::acts::save_plan;
use crate::forms::plan::{begun, motive_field, read, wave_fields};
use crate::model::indicator::INDICATORS;
use crate::model::plan::{Because, MeasurementPlan, Proposal, proposed};
use crate::model::wave::Wave;
use crate::refusal::Refusal;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use design::Process;
use evidence::EffectKey;
use kernel::{Date, Instant};
use people::{Context, Fault, Permission, Posted};
use ui::{Choice, Page, Typed};

/// A proposal as the form shows it.
#[derive(Debug)]
struct Row {
    name: String,
    motive: String,
    line: IndicatorLine,
    because: String,
}

/// The fields of a wave.
#[derive(Debug)]
struct WaveRow {
    name: String,
    state: Option<String>,
    opens: String,
    closes: String,
    invited: String,
    /// The days that hold, in words; nothing while they can change.
    held: Option<String>,
    /// The first day that holds, in words, while the last can change.
    begun: Option<String>,
    released: bool,
}

#[derive(Debug, Template)]
#[template(path = "measure_plan.html")]
struct PlanPage {
    page: Page,
    typed: Typed,
    href: String,
    public: Option<String>,
    guide: String,
    aims: Vec<String>,
    rows: Vec<Row>,
    choices: Vec<Choice>,
    others: Vec<Choice>,
    waves: Vec<WaveRow>,
    saved: bool,
    whole: bool,
    undecided: i64,
}

fn wave_row(page: &Page, ctx: &Context, plan: &MeasurementPlan, wave: Wave) -> WaveRow {
    let [opens, closes, invited] = wave_fields(wave);
    let days = plan.waves.get(&wave);
    let today = ctx.today();
    let held = days.filter(|days| days.released || days.closes < today);
    let begun = days.filter(|days| held.is_none() && days.opens <= today);
    WaveRow {
        name: wave_name(page, wave),
        state: days.map(|days| page.t(wave_state(days, today))),
        opens,
        closes,
        invited,
        held: held.map(|days| page.t2("measure-days", "from", page.date(&days.opens), "to", page.date(&days.closes))),
        begun: begun.map(|days| page.t1("measure-plan-begun", "day", page.date(&days.opens))),
        released: days.is_some_and(|days| days.released),
    }
}

fn because(page: &Page, it: &Proposal) -> String {
    match &it.because {
        Because::Always => page.t("measure-because-always"),
        Because::Aims(aims) => {
            let names: Vec<String> = aims.iter().map(|aim| effect_name(page, aim)).collect();
            page.t1("measure-because-aims", "aims", names.join(", "))
        }
    }
}

fn draw(ctx: &Context, process: &Process, plan: &MeasurementPlan, aims: &[EffectKey], typed: Typed, status: StatusCode) -> Response {
    let mut page = ctx.page_titled(String::new());
    page.title = page.t1("measure-plan-title", "title", process.title.best(&ctx.language).text);
    let proposals = proposed(aims);
    let others = INDICATORS.iter().filter(|it| !proposals.iter().any(|proposal| proposal.indicator == *it));
    let shown = PlanPage {
        href: format!("/werk/processen/{}/meten", process.id),
        public: process.is_public().then(|| format!("/processen/{}/meten", process.slug)),
        guide: format!("/werk/processen/{}/gids", process.id),
        aims: aims.iter().map(|aim| effect_name(&page, aim)).collect(),
        rows: proposals
            .iter()
            .map(|it| Row {
                name: it.indicator.field(),
                motive: motive_field(it.indicator),
                line: IndicatorLine::of(&page, it.indicator),
                because: because(&page, it),
            })
            .collect(),
        choices: [("keep", "measure-plan-keep"), ("drop", "measure-plan-drop")]
            .into_iter()
            .map(|(value, key)| Choice::new(value, page.t(key)))
            .collect(),
        others: others.map(|it| Choice::new(it.field(), format!("{} {}", it.code, page.t(it.key())))).collect(),
        waves: Wave::ALL.into_iter().map(|wave| wave_row(&page, ctx, plan, wave)).collect(),
        saved: plan.saved.is_some(),
        whole: plan.is_whole(aims),
        undecided: i64::try_from(plan.undecided(aims).len()).unwrap_or(i64::MAX),
        typed,
        page,
    };
    ui::html(status, &shown)
}

async fn known(ctx: &Context, process: &Process) -> Result<(MeasurementPlan, Vec<EffectKey>), Fault> {
    let mut s = ctx.read().await?;
    let plan = crate::plan(&mut s, ctx.tenant_id(), process.id).await?;
    Ok((plan, crate::aims(&mut s, ctx.tenant_id(), process.id).await?))
}

/// The first day to take part and the day of the decision: those that hold, or that are being written.
async fn days(ctx: &Context, process: &Process) -> Result<(Option<Date>, Option<Date>), Fault> {
    if let Some(charter) = &process.charter {
        return Ok((charter.opens, charter.decision_date));
    }
    let draft = design::draft(&mut ctx.read().await?, ctx.tenant_id(), process.id).await?;
    Ok(draft.map_or((None, None), |it| (it.draft.opens, it.draft.decision_date)))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let process = permitted(&ctx, &id, Permission::Evaluate).await?;
    let (plan, aims) = known(&ctx, &process).await?;
    let typed = begun(&plan, days(&ctx, &process).await?, ctx.today());
    Ok(draw(&ctx, &process, &plan, &aims, typed, StatusCode::OK))
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let process = permitted(&ctx, &id, Permission::Evaluate).await?;
    let (plan, aims) = known(&ctx, &process).await?;
    let Some(new) = read(&mut typed, &plan, &proposed(&aims), ctx.language, ctx.today()) else {
        return Ok(draw(&ctx, &process, &plan, &aims, typed, StatusCode::UNPROCESSABLE_ENTITY));
    };
    let seen = typed.get("seen").parse().ok().map(Instant::from_micros);
    let (store, by, id) = (ctx.store().clone(), ctx.clone(), process.id);
    match store::write!(store, [by, new], |tx| { save_plan(tx, &by.act(), id, &new, seen).await }).await {
        Ok(()) if typed.get("then") == "questions" => Ok(ctx.done(&format!("/werk/processen/{id}/meten/vragen"), "measure-plan-saved")),
        Ok(()) => Ok(ctx.done(&format!("/werk/processen/{id}/meten"), "measure-plan-saved")),
        // What was typed is shown again, beside what the other one saved.
        Err(Refusal::Overtaken) => {
            typed.set("seen", plan.saved.map(|at| at.micros().to_string()).unwrap_or_default());
            typed.wrong("measure-plan", "measure-refused-overtaken");
            Ok(draw(&ctx, &process, &plan, &aims, typed, StatusCode::CONFLICT))
        }
        Err(refusal) => Err(refusal.into()),
    }
}
