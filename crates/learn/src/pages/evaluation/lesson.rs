//! `/werk/processen/{id}/evaluatie/les`: a lesson for the next process; what did not work is as welcome as what did (A246, A248).

use super::{needed, no_claims, permitted};
use crate::evaluating::keep_lesson;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use design::Process;
use kernel::{AreaId, TextId};
use memory::{Lesson, Worked};
use people::{Context, Fault, Posted};
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "evaluation_lesson.html")]
struct LessonForm {
    page: Page,
    typed: Typed,
    href: String,
    worked: Vec<Choice>,
    areas: Vec<Choice>,
}

const WORKED: [(&str, Worked); 3] = [("no", Worked::No), ("partly", Worked::Partly), ("yes", Worked::Yes)];

async fn draw(ctx: &Context, process: &Process, status: StatusCode, typed: Typed) -> Result<Response, Fault> {
    let mut page = ctx.page_titled(String::new());
    page.title = page.t1("learn-lesson-title", "title", process.title.best(&ctx.language).text);
    let areas = people::tables::areas(&mut ctx.read().await?, ctx.tenant_id()).await?;
    let form = LessonForm {
        href: format!("/werk/processen/{}/evaluatie", process.id),
        worked: WORKED.map(|(code, worked)| Choice::new(code, page.t(super::report::worked_key(worked)))).into(),
        areas: areas.into_iter().map(|area| Choice::new(area.id.to_string(), area.name)).collect(),
        typed,
        page,
    };
    Ok(ui::html(status, &form))
}

pub(in crate::pages) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let process = permitted(&ctx, &id).await?;
    draw(&ctx, &process, StatusCode::OK, Typed::empty()).await
}

pub(in crate::pages) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let process = permitted(&ctx, &id).await?;
    let language = ctx.tenant.language;
    let text = needed(&mut typed, "text", 2_000, language, "learn-lesson-text-missing");
    let advice = needed(&mut typed, "advice", 2_000, language, "learn-lesson-advice-missing");
    no_claims(&mut typed, "text");
    no_claims(&mut typed, "advice");
    let worked = WORKED.iter().find(|(code, _)| *code == typed.get("worked")).map(|(_, worked)| *worked);
    if worked.is_none() {
        typed.wrong("worked", "ui-choose");
    }
    let area = match typed.get("area").parse::<AreaId>() {
        Ok(id) => people::tables::area(&mut ctx.read().await?, ctx.tenant_id(), id).await?.map(|area| area.id),
        Err(_) => None,
    };
    if !typed.get("area").is_empty() && area.is_none() {
        typed.wrong("area", "ui-choose");
    }
    let theme = memory::theme(&mut typed);
    let (false, Some(text), Some(advice), Some(worked)) = (typed.is_wrong(), text, advice, worked) else {
        return draw(&ctx, &process, StatusCode::UNPROCESSABLE_ENTITY, typed).await;
    };
    let guide = design::guide(&mut ctx.read().await?, ctx.tenant_id(), process.id).await?;
    let lesson = Lesson {
        id: TextId::new(ctx.now(), ctx.app.random.as_ref()).uuid(),
        process: Some(process.id),
        text,
        advice,
        worked,
        area,
        theme,
        effects: guide.aims.iter().map(|aim| aim.effect.to_string()).collect(),
        at: ctx.now(),
    };
    let (store, id) = (ctx.store().clone(), process.id);
    store::write!(store, [ctx, lesson], |tx| { keep_lesson(tx, &ctx.act(), id, &lesson).await }).await?;
    Ok(ctx.done(&format!("/werk/processen/{id}/evaluatie"), "learn-lesson-saved"))
}
