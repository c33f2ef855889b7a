//! `/werk/processen/{id}/momenten`: whether politicians were at a moment of the planning, and what those who were there found of
//! that, as numbers (G063, E804). No name and no party is written down.

use crate::act::Refusal;
use crate::council;
use crate::forms;
use crate::pages::view::Words;
use crate::tables::{self, Presence};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use design::Process;
use kernel::{Date, ProcessId};
use people::{Context, Fault, Permission, Posted, Thing};
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "moments.html")]
struct Form {
    page: Page,
    typed: Typed,
    process: Words,
    back: String,
    action: String,
    recorded: Vec<Recorded>,
    days: Vec<Choice>,
}

/// What was written down of a moment.
#[derive(Debug)]
struct Recorded {
    day: String,
    numbers: [i64; 4],
}

async fn process(ctx: &Context, id: &str) -> Result<(Process, Vec<Presence>), Fault> {
    let id: ProcessId = id.parse().map_err(|_| Fault::NotFound)?;
    let mut s = ctx.read().await?;
    let process = design::process(&mut s, ctx.tenant_id(), id).await?.ok_or(Fault::NotFound)?;
    let recorded = tables::presences(&mut s, ctx.tenant_id(), id).await?;
    drop(s);
    ctx.permit(Permission::DesignProcess, &Thing::process(id))?;
    Ok((process, recorded))
}

/// The days of the planning that have been, each once.
fn days(ctx: &Context, process: &Process) -> Vec<Date> {
    let planned = process.charter.iter().flat_map(|charter| &charter.planning).map(|it| it.date);
    let mut days: Vec<Date> = planned.filter(|day| *day <= ctx.today()).collect();
    days.sort_unstable();
    days.dedup();
    days
}

fn draw(ctx: &Context, (process, recorded): &(Process, Vec<Presence>), typed: Typed, status: StatusCode) -> Response {
    let page = ctx.page("carry-moments-title");
    let told = |day: &Date| {
        let planned = process.charter.iter().flat_map(|charter| &charter.planning).filter(|it| it.date == *day);
        let words: Vec<String> = planned.map(|it| Words::of(&page, &it.text).text).collect();
        format!("{}: {}", page.date(day), words.join("; "))
    };
    let form = Form {
        process: Words::of(&page, &process.title),
        back: format!("/werk/processen/{}", process.id),
        action: format!("/werk/processen/{}/momenten", process.id),
        recorded: recorded
            .iter()
            .map(|it| Recorded { day: page.date(&it.day), numbers: [it.politicians, it.helpful, it.steering, it.neither] })
            .collect(),
        days: days(ctx, process).iter().map(|day| Choice::new(day.to_string(), told(day))).collect(),
        typed,
        page,
    };
    ui::html(status, &form)
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let found = process(&ctx, &id).await?;
    Ok(draw(&ctx, &found, Typed::empty(), StatusCode::OK))
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let found = process(&ctx, &id).await?;
    let Some(presence) = forms::presence(&mut typed, &days(&ctx, &found.0)) else {
        return Ok(draw(&ctx, &found, typed, StatusCode::UNPROCESSABLE_ENTITY));
    };
    let (store, id) = (ctx.store().clone(), found.0.id);
    match store::write!(store, [ctx], |tx| council::present(tx, &ctx.act(), id, &presence).await).await {
        Ok(()) => Ok(ctx.done(&format!("/werk/processen/{id}/momenten"), "carry-moment-done")),
        Err(Refusal::Rule(rule)) => {
            let (field, key) = rule.field();
            typed.wrong(field, key);
            Ok(draw(&ctx, &found, typed, StatusCode::UNPROCESSABLE_ENTITY))
        }
        Err(refusal) => Err(refusal.into()),
    }
}
