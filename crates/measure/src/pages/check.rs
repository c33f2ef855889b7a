//! `/werk/processen/{id}/vragen/nakijken`: a second person types in again what somebody typed in from paper, without seeing what that
//! was. Only then it counts. Nobody checks what they typed in themselves.

use super::ask::Question;
use super::permitted;
use super::view::wave_name;
use crate::acts::{Checked, check};
use crate::forms::answers;
use crate::model::code::CodeKey;
use crate::model::plan::MeasurementPlan;
use crate::model::sheet::Way;
use crate::model::wave::Wave;
use crate::refusal::Refusal;
use crate::tables;
use crate::tables::sheet::Unchecked;
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use design::Process;
use people::{Context, Fault, Permission, Posted};
use std::collections::HashMap;
use ui::{Page, Typed};
use uuid::Uuid;

/// So many sheets are listed at once; what was checked makes room for others.
const MOST: i64 = 100;

/// A sheet that waits.
#[derive(Debug)]
struct Waiting {
    href: String,
    name: String,
    wave: String,
}

#[derive(Debug, Template)]
#[template(path = "check.html")]
struct Check {
    page: Page,
    typed: Typed,
    href: String,
    entry: String,
    sheet: Option<String>,
    questions: Vec<Question>,
    looked_again: bool,
    waiting: Vec<Waiting>,
    own: String,
}

/// The waves of which paper can be checked now, the earliest first.
fn waves(ctx: &Context, plan: &MeasurementPlan) -> Vec<Wave> {
    plan.waves.iter().filter(|(_, days)| days.takes_paper(ctx.today())).map(|(wave, _)| *wave).collect()
}

/// What waits for whoever signed in, and how many of their own wait for somebody else.
async fn waiting(ctx: &Context, process: &Process, plan: &MeasurementPlan) -> Result<(Vec<Unchecked>, i64), Fault> {
    let me = ctx.signed_in()?.id;
    let mut s = ctx.read().await?;
    let (mut found, mut own) = (Vec::new(), 0);
    for wave in waves(ctx, plan) {
        found.extend(tables::sheet::waiting_for(&mut s, ctx.tenant_id(), process.id, wave, me, MOST).await?);
        own += tables::sheet::many_unchecked(&mut s, ctx.tenant_id(), process.id, wave, Some(me)).await?;
    }
    Ok((found, own))
}

async fn draw(
    ctx: &Context,
    process: &Process,
    plan: &MeasurementPlan,
    sheet: Option<&Unchecked>,
    typed: Typed,
    looked_again: bool,
) -> Result<Response, Fault> {
    let mut page = ctx.page_titled(String::new());
    page.title = page.t1("measure-check-title", "title", process.title.best(&ctx.language).text);
    let (found, own) = waiting(ctx, process, plan).await?;
    let href = format!("/werk/processen/{}/vragen/nakijken", process.id);
    let name = |it: &Unchecked| page.t1("measure-check-sheet", "number", it.number);
    let questions = sheet.map(|it| {
        let took_part = Question::took_part(&page, it.wave.round(), false);
        std::iter::once(took_part).chain(plan.questions(it.wave).iter().map(|asked| Question::of(&page, asked, false))).collect()
    });
    let status = if typed.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let shown = Check {
        entry: format!("/werk/processen/{}/vragen/invoer", process.id),
        sheet: sheet.map(|it| format!("{} · {}", name(it), wave_name(&page, it.wave))),
        questions: questions.unwrap_or_default(),
        waiting: found
            .iter()
            .map(|it| Waiting { href: format!("{href}?blad={}", it.id), name: name(it), wave: wave_name(&page, it.wave) })
            .collect(),
        own: page.t1("measure-check-own", "count", own),
        href,
        looked_again,
        typed,
        page,
    };
    Ok(ui::html(status, &shown))
}

/// The sheet with this id, when it waits for somebody else than whoever typed it in.
async fn sheet(ctx: &Context, process: &Process, plan: &MeasurementPlan, id: &str) -> Result<Unchecked, Fault> {
    let id: Uuid = id.parse().map_err(|_| Fault::NotFound)?;
    let found = tables::sheet::waiting(&mut ctx.read().await?, ctx.tenant_id(), process.id, id).await?.ok_or(Fault::NotFound)?;
    if !waves(ctx, plan).contains(&found.wave) {
        return Err(Refusal::NotOpen.into());
    }
    if found.typed_by == Some(ctx.signed_in()?.id) {
        return Err(Refusal::OwnSheet.into());
    }
    Ok(found)
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>, Query(fields): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    let process = permitted(&ctx, &id, Permission::RecordContribution).await?;
    let plan = crate::plan(&mut ctx.read().await?, ctx.tenant_id(), process.id).await?;
    let found = match fields.get("blad") {
        Some(id) => Some(sheet(&ctx, &process, &plan, id).await?),
        None => None,
    };
    let mut typed = answers::begun(ctx.app.random.as_ref(), found.as_ref().map_or(Wave::Before, |it| it.wave));
    typed.set("blad", found.as_ref().map(|it| it.id.to_string()).unwrap_or_default());
    draw(&ctx, &process, &plan, found.as_ref(), typed, false).await
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let process = permitted(&ctx, &id, Permission::RecordContribution).await?;
    let plan = crate::plan(&mut ctx.read().await?, ctx.tenant_id(), process.id).await?;
    let found = sheet(&ctx, &process, &plan, typed.get("blad")).await?;
    let looked_again = typed.get("looked-again") == "yes";
    let Some(second) = answers::read(&mut typed, found.wave, &plan.questions(found.wave), Some(Way::Paper), None) else {
        if typed.is_wrong() {
            return draw(&ctx, &process, &plan, Some(&found), typed, looked_again).await;
        }
        return Err(Fault::BadRequest("people-fault-no-form"));
    };
    let key = CodeKey::of(&ctx.app.secret, ctx.tenant_id(), process.id);
    let (store, by, id, blad) = (ctx.store().clone(), ctx.clone(), process.id, found.id);
    let done = store::write!(store, [by, key, second], |tx| { check(tx, &by.act(), &key, id, blad, &second, looked_again).await }).await?;
    let notice = match done {
        Checked::Differs(fields) => {
            for field in fields {
                typed.wrong(field, "measure-check-differs");
            }
            return draw(&ctx, &process, &plan, Some(&found), typed, true).await;
        }
        Checked::Same => "measure-check-same",
        Checked::Corrected(_) => "measure-check-corrected",
    };
    let next = waiting(&ctx, &process, &plan).await?.0.first().map(|it| format!("?blad={}", it.id)).unwrap_or_default();
    Ok(ctx.done(&format!("/werk/processen/{id}/vragen/nakijken{next}"), notice))
}
