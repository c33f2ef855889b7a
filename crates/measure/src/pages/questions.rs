//! `/werk/processen/{id}/meten/vragen`: which sentences people are asked before, after and long after.

use super::permitted;
use super::view;
use crate::acts::save_questions;
use crate::forms::plan::questions;
use crate::model::plan::MeasurementPlan;
use crate::model::statement::{MOST_ASKED, Statement};
use crate::model::wave::Round;
use crate::refusal::Refusal;
use crate::tables;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use design::Process;
use people::{Context, Fault, Permission, Posted};
use ui::{Choice, Page, Typed};

/// The sentences of a round.
#[derive(Debug)]
struct RoundRow {
    code: &'static str,
    title: &'static str,
    options: Vec<Choice>,
    /// The sentences that hold because somebody answered.
    held: Option<Vec<String>>,
}

#[derive(Debug, Template)]
#[template(path = "measure_questions.html")]
struct QuestionsPage {
    page: Page,
    typed: Typed,
    href: String,
    text: String,
    rounds: Vec<RoundRow>,
}

const fn title(round: Round) -> &'static str {
    match round {
        Round::Before => "measure-questions-before",
        Round::After => "measure-questions-after",
        Round::Later => "measure-questions-later",
    }
}

/// A sentence with what it measures.
fn option(page: &Page, it: &Statement) -> Choice {
    let only = match (it.took_part_only, it.staff_only) {
        (true, _) => format!(" ({})", page.t("measure-questions-took-part")),
        (_, true) => format!(" ({})", page.t("measure-questions-staff")),
        _ => String::new(),
    };
    Choice::new(it.code, format!("{} – {}{only}", view::statement(page, it), it.indicator))
}

async fn held(ctx: &Context, process: &Process) -> Result<Vec<Round>, Fault> {
    let mut s = ctx.read().await?;
    let mut held = Vec::new();
    for round in Round::ALL {
        if tables::sheet::any(&mut s, ctx.tenant_id(), process.id, round).await? {
            held.push(round);
        }
    }
    Ok(held)
}

fn draw(ctx: &Context, process: &Process, plan: &MeasurementPlan, held: &[Round], typed: Typed) -> Response {
    let mut page = ctx.page_titled(String::new());
    page.title = page.t1("measure-questions-title", "title", process.title.best(&ctx.language).text);
    let status = if typed.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let rounds = Round::ALL.into_iter().map(|round| RoundRow {
        code: round.code(),
        title: title(round),
        options: plan.can_ask(round).into_iter().map(|it| option(&page, it)).collect(),
        held: held.contains(&round).then(|| plan.asked.get(&round).into_iter().flatten().map(|it| view::statement(&page, it)).collect()),
    });
    let shown = QuestionsPage {
        href: format!("/werk/processen/{}/meten", process.id),
        text: page.t1("measure-questions-text", "most", i64::try_from(MOST_ASKED).unwrap_or(i64::MAX)),
        rounds: rounds.collect(),
        typed,
        page,
    };
    ui::html(status, &shown)
}

async fn known(ctx: &Context, id: &str) -> Result<(Process, MeasurementPlan, Vec<Round>), Fault> {
    let process = permitted(ctx, id, Permission::Evaluate).await?;
    let plan = crate::plan(&mut ctx.read().await?, ctx.tenant_id(), process.id).await?;
    let held = held(ctx, &process).await?;
    Ok((process, plan, held))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let (process, plan, held) = known(&ctx, &id).await?;
    let mut typed = Typed::empty();
    for round in Round::ALL {
        // What was chosen, or what the program proposes.
        let asked = plan.asked.get(&round).cloned().unwrap_or_else(|| plan.proposed_questions(round));
        for statement in asked {
            typed.push(round.code(), statement.code);
        }
    }
    Ok(draw(&ctx, &process, &plan, &held, typed))
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let (process, plan, held) = known(&ctx, &id).await?;
    let mut chosen: Vec<(Round, Vec<&'static Statement>)> = Vec::new();
    for round in Round::ALL.into_iter().filter(|round| !held.contains(round)) {
        if let Some(asked) = questions(&mut typed, round, &plan.can_ask(round)) {
            chosen.push((round, asked));
        }
    }
    if typed.is_wrong() {
        return Ok(draw(&ctx, &process, &plan, &held, typed));
    }
    let (store, by, id) = (ctx.store().clone(), ctx.clone(), process.id);
    store::write!(store, [by, chosen], |tx| {
        for (round, asked) in &chosen {
            save_questions(tx, &by.act(), id, *round, asked).await?;
        }
        Ok::<_, Refusal>(())
    })
    .await?;
    Ok(ctx.done(&format!("/werk/processen/{id}/meten/vragen"), "measure-questions-saved"))
}
