//! `/werk/processen/{id}/vragen/medewerkers`: a few sentences for staff that was concerned, about their own work (G045, G056). Who
//! answers is signed in, and yet nothing is kept of who it was: the answers are taken as those of a resident are, and the journal says
//! that the program took them.

use super::ask::{Question, thanks, unkept};
use super::view::{Words, wave_name};
use crate::acts::{Brought, answer};
use crate::forms::answers::{self, CODE};
use crate::model::code::CodeKey;
use crate::model::plan::MeasurementPlan;
use crate::model::wave::{CODE_DAYS, PAPER_DAYS, Wave};
use crate::refusal::Refusal;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use design::Process;
use journey::Act;
use kernel::{Actor, ProcessId};
use people::{Context, Fault, Permission, Posted};
use ui::{Page, Typed};

#[derive(Debug, Template)]
#[template(path = "ask_staff.html")]
struct AskStaff {
    page: Page,
    typed: Typed,
    href: String,
    process: Words,
    wave: Option<String>,
    until: String,
    questions: Vec<Question>,
    asks_code: bool,
    kept: String,
}

impl AskStaff {
    fn code_is_wrong(&self) -> bool {
        self.typed.error_of(CODE).is_some()
    }
}

/// The public process with this id, when whoever signed in is staff here.
async fn permitted(ctx: &Context, id: &str) -> Result<Process, Fault> {
    let id: ProcessId = id.parse().map_err(|_| Fault::NotFound)?;
    let process = design::process(&mut ctx.read().await?, ctx.tenant_id(), id).await?;
    // Whoever reads what staff reads was perhaps concerned, whatever department they work for.
    if !ctx.may_somewhere(Permission::ReadStaff) {
        return Err(Fault::Forbidden);
    }
    process.filter(Process::is_public).ok_or(Fault::NotFound)
}

fn draw(ctx: &Context, process: &Process, plan: &MeasurementPlan, wave: Option<Wave>, typed: Typed, status: StatusCode) -> Response {
    let page = ctx.page("measure-staff-title");
    let questions = wave.map(|wave| plan.staff_questions(wave)).unwrap_or_default();
    let shown = AskStaff {
        href: format!("/werk/processen/{}/vragen/medewerkers", process.id),
        process: Words::of(&page, &process.title),
        wave: wave.map(|wave| wave_name(&page, wave)),
        until: wave.and_then(|wave| plan.waves.get(&wave)).map(|days| page.date(&days.closes)).unwrap_or_default(),
        questions: questions.iter().map(|it| Question::of(&page, it, false)).collect(),
        asks_code: wave.is_some_and(|wave| wave != Wave::Before),
        kept: page.t1("measure-ask-kept", "days", PAPER_DAYS + CODE_DAYS),
        typed,
        page,
    };
    unkept(ui::html(status, &shown))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let process = permitted(&ctx, &id).await?;
    let plan = crate::plan(&mut ctx.read().await?, ctx.tenant_id(), process.id).await?;
    let wave = plan.open_staff_wave(ctx.today());
    let typed = answers::begun(ctx.app.random.as_ref(), wave.unwrap_or(Wave::Before));
    Ok(draw(&ctx, &process, &plan, wave, typed, StatusCode::OK))
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let process = permitted(&ctx, &id).await?;
    let plan = crate::plan(&mut ctx.read().await?, ctx.tenant_id(), process.id).await?;
    let open = plan.open_staff_wave(ctx.today());
    let Some(wave) = Wave::of_code(typed.get("ronde")).filter(|wave| Some(*wave) == open) else {
        return Ok(draw(&ctx, &process, &plan, open, Typed::empty(), StatusCode::CONFLICT));
    };
    let Some(sheet) = answers::read_of_staff(&mut typed, wave, &plan.staff_questions(wave)) else {
        if typed.is_wrong() {
            return Ok(draw(&ctx, &process, &plan, Some(wave), typed, StatusCode::UNPROCESSABLE_ENTITY));
        }
        return Err(Fault::BadRequest("people-fault-no-form"));
    };
    let key = CodeKey::of(&ctx.app.secret, ctx.tenant_id(), process.id);
    let (store, by, id) = (ctx.store().clone(), ctx.clone(), process.id);
    let taken = store::write!(store, [by, key, sheet], |tx| {
        // Not the account: with the day beside it, the journal would tell whose answers these are.
        let act = Act { actor: &Actor::System, ..by.act() };
        answer(tx, &act, &key, id, &sheet, Brought::ByThemselves).await
    })
    .await;
    match taken {
        Ok(taken) => Ok(unkept(thanks(&ctx, &process, wave, &taken))),
        Err(Refusal::NotOpen) => Ok(draw(&ctx, &process, &plan, None, Typed::empty(), StatusCode::CONFLICT)),
        Err(refusal) => Err(refusal.into()),
    }
}
