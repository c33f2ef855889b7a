//! `/werk/processen/{id}/vragen/invoer`: the desk types in what people filled in on paper, one sheet after the other, or what
//! somebody answered to questions that were read.

use super::ask::Question;
use super::permitted;
use super::view::wave_name;
use crate::acts::{Brought, answer};
use crate::forms::answers::{self, CODE};
use crate::model::code::CodeKey;
use crate::model::plan::MeasurementPlan;
use crate::model::sheet::{Linked, Way};
use crate::model::wave::Wave;
use crate::refusal::Refusal;
use crate::tables;
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use design::Process;
use people::{Context, Fault, Permission, Posted};
use std::collections::HashMap;
use ui::{Choice, Page, Typed};
use uuid::Uuid;

#[derive(Debug, Template)]
#[template(path = "entry.html")]
struct Entry {
    page: Page,
    typed: Typed,
    href: String,
    waves: Vec<Choice>,
    wave: Option<String>,
    ways: Vec<Choice>,
    questions: Vec<Question>,
    before: bool,
    batch: String,
    number: Option<String>,
    check: String,
    fresh: String,
    paper: String,
}

/// The waves of which something can be typed in now, the latest first.
fn waves(ctx: &Context, plan: &MeasurementPlan) -> Vec<Wave> {
    let today = ctx.today();
    plan.waves.iter().rev().filter(|(wave, days)| days.takes_paper(today) && plan.asks(**wave)).map(|(wave, _)| *wave).collect()
}

async fn draw(ctx: &Context, process: &Process, plan: &MeasurementPlan, wave: Option<Wave>, typed: Typed) -> Result<Response, Fault> {
    let mut page = ctx.page_titled(String::new());
    page.title = page.t1("measure-entry-title", "title", process.title.best(&ctx.language).text);
    let (many, last) = match typed.get("partij").parse::<Uuid>() {
        Ok(batch) => {
            let mut s = ctx.read().await?;
            let many = tables::sheet::of_batch(&mut s, ctx.tenant_id(), batch).await?;
            (many, tables::sheet::last_number(&mut s, ctx.tenant_id(), batch).await?)
        }
        Err(_) => (0, None),
    };
    let status = if typed.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let asked = wave.map(|wave| plan.questions(wave)).unwrap_or_default();
    let took_part = wave.map(|wave| Question::took_part(&page, wave.round(), false));
    let shown = Entry {
        href: format!("/werk/processen/{}/vragen/invoer", process.id),
        waves: waves(ctx, plan).into_iter().map(|wave| Choice::new(wave.code(), wave_name(&page, wave))).collect(),
        wave: wave.map(|wave| wave_name(&page, wave)),
        ways: [Way::Paper, Way::Read].map(|way| Choice::new(way.code(), page.t(format!("measure-way-{}", way.code())))).to_vec(),
        questions: took_part.into_iter().chain(asked.iter().map(|it| Question::of(&page, it, false))).collect(),
        before: wave == Some(Wave::Before),
        batch: page.t1("measure-entry-batch", "count", many),
        number: last.map(|number| page.t1("measure-entry-number", "number", number)),
        check: format!("/werk/processen/{}/vragen/nakijken", process.id),
        fresh: format!("/werk/processen/{}/vragen/invoer?ronde={}", process.id, wave.map_or("", Wave::code)),
        paper: format!("/processen/{}/vragen/papier", process.slug),
        typed,
        page,
    };
    Ok(ui::html(status, &shown))
}

fn begun(ctx: &Context, wave: Option<Wave>, batch: Option<&str>, way: Option<&str>) -> Typed {
    let mut typed = answers::begun(ctx.app.random.as_ref(), wave.unwrap_or(Wave::Before));
    // A fresh heap gets an id of the same kind.
    let fresh = answers::begun(ctx.app.random.as_ref(), Wave::Before).get("once").to_owned();
    typed.set("partij", batch.and_then(|text| text.parse::<Uuid>().ok()).map_or(fresh, |batch| batch.to_string()));
    typed.set("way", way.and_then(Way::of_code).filter(|way| *way != Way::Screen).unwrap_or(Way::Paper).code());
    typed
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>, Query(fields): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    let process = permitted(&ctx, &id, Permission::RecordContribution).await?;
    let plan = crate::plan(&mut ctx.read().await?, ctx.tenant_id(), process.id).await?;
    let can = waves(&ctx, &plan);
    let asked = fields.get("ronde").and_then(|code| Wave::of_code(code)).filter(|wave| can.contains(wave));
    let wave = asked.or_else(|| can.first().copied());
    let typed = begun(&ctx, wave, fields.get("partij").map(String::as_str), fields.get("hoe").map(String::as_str));
    draw(&ctx, &process, &plan, wave, typed).await
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let process = permitted(&ctx, &id, Permission::RecordContribution).await?;
    let plan = crate::plan(&mut ctx.read().await?, ctx.tenant_id(), process.id).await?;
    let wave = Wave::of_code(typed.get("ronde")).filter(|wave| waves(&ctx, &plan).contains(wave));
    let Some(wave) = wave else { return Err(Refusal::NotOpen.into()) };
    let way = Way::of_code(typed.get("way")).filter(|way| *way != Way::Screen);
    if way.is_none() {
        typed.wrong("way", "ui-choose");
    }
    let batch = typed.get("partij").parse::<Uuid>().ok();
    let Some(sheet) = answers::read(&mut typed, wave, &plan.questions(wave), way, batch) else {
        if typed.is_wrong() {
            return draw(&ctx, &process, &plan, Some(wave), typed).await;
        }
        return Err(Fault::BadRequest("people-fault-no-form"));
    };
    let key = CodeKey::of(&ctx.app.secret, ctx.tenant_id(), process.id);
    let (store, by, id) = (ctx.store().clone(), ctx.clone(), process.id);
    let taken = store::write!(store, [by, key, sheet], |tx| { answer(tx, &by.act(), &key, id, &sheet, Brought::ByTheDesk).await }).await?;
    let notice = match (taken.linked, taken.replaced) {
        (_, true) => "measure-entry-replaced",
        (Linked::Unknown, _) => "measure-entry-unknown",
        _ => "measure-entry-saved",
    };
    let batch = batch.map(|batch| batch.to_string()).unwrap_or_default();
    let way = way.map_or("", Way::code);
    Ok(ctx.done(&format!("/werk/processen/{id}/vragen/invoer?ronde={}&hoe={way}&partij={batch}", wave.code()), notice))
}

impl Entry {
    fn code_is_wrong(&self) -> bool {
        self.typed.error_of(CODE).is_some()
    }
}
