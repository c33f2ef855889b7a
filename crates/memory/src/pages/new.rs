//! `/werk/lessen/nieuw` and `/werk/lessen/{lesson}`: a lesson is written down, adjusted with a reason, or retired with one.

use super::form::{Offered, Written, filled, parse, reason};
use super::one::ChangeShown;
use super::shown::{Names, Shown};
use super::thing;
use crate::acts::{adjust, keep_marked, new_id, retire as retire_lesson};
use crate::model::{Adjusting, Lesson, LessonRow};
use crate::processes::{NamedProcess, Processes};
use crate::tables::{changes, lesson};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Permission, Posted, Thing};
use std::collections::HashMap;
use store::Session;
use store::texts::LanguageSet;
use ui::{Page, Typed};

/// So many processes can be chosen from.
const PROCESSES: i64 = 200;

#[derive(Debug, Template)]
#[template(path = "new.html")]
struct New {
    page: Page,
    typed: Typed,
    offered: Offered,
}

#[derive(Debug, Template)]
#[template(path = "edit.html")]
struct Edit {
    page: Page,
    typed: Typed,
    retiring: Typed,
    offered: Offered,
    it: Shown,
    changes: Vec<ChangeShown>,
    retired: bool,
}

async fn named(s: &mut Session, ctx: &Context, processes: &dyn Processes, rows: &[LessonRow]) -> Result<(Names, Vec<NamedProcess>), Fault> {
    let names = Names::read(s, ctx, rows, processes).await?;
    Ok((names, processes.newest(s, ctx.tenant_id(), PROCESSES).await?))
}

fn draw_new(ctx: &Context, names: &Names, processes: &[NamedProcess], typed: Typed) -> Response {
    let page = ctx.page("memory-new");
    let status = if typed.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    ui::html(status, &New { offered: Offered::of(&page, names, processes), page, typed })
}

/// The form may be opened with the process, area or theme filled in.
pub(super) async fn show(ctx: Context, asked: &HashMap<String, String>, processes: &dyn Processes) -> Result<Response, Fault> {
    let mut s = ctx.read().await?;
    let (names, known) = named(&mut s, &ctx, processes, &[]).await?;
    drop(s);
    let mut typed = Typed::empty();
    for (from, name) in [("proces", "process"), ("gebied", "area"), ("thema", "theme")] {
        if let Some(value) = asked.get(from) {
            typed.set(name, value.as_str());
        }
    }
    Ok(draw_new(&ctx, &names, &known, typed))
}

fn said(ctx: &Context, text: &str) -> LanguageSet {
    LanguageSet::written(ctx.tenant.language, text)
}

pub(super) async fn take(mut form: Posted, processes: &dyn Processes) -> Result<Response, Fault> {
    let ctx = form.ctx.clone();
    let mut s = ctx.read().await?;
    let (names, known) = named(&mut s, &ctx, processes, &[]).await?;
    drop(s);
    let Some(Written { process, text, advice, worked, area, theme, effects, marks }) = parse(&mut form.typed, &names, &known) else {
        return Ok(draw_new(&ctx, &names, &known, form.typed));
    };
    ctx.permit(Permission::Evaluate, &process.map_or_else(Thing::tenant, Thing::process).in_area(area))?;
    let (store, at) = (ctx.store().clone(), ctx.now());
    let kept = Lesson {
        id: new_id(at, ctx.app.random.as_ref()),
        process,
        text: said(&ctx, &text),
        advice: said(&ctx, &advice),
        worked,
        area,
        theme,
        effects,
        at,
    };
    store::write!(store, [ctx, kept, marks], |tx| { keep_marked(tx, &ctx.act(), &kept, &marks).await }).await?;
    Ok(ctx.done(&format!("/werk/lessen/{}", kept.id), "memory-saved"))
}

/// The lesson with this id, when whoever asks may evaluate what it is of.
async fn permitted(ctx: &Context, id: &str) -> Result<LessonRow, Fault> {
    let id = id.parse().map_err(|_| Fault::NotFound)?;
    let row = lesson(&mut ctx.read().await?, ctx.tenant_id(), id).await?.ok_or(Fault::NotFound)?;
    ctx.permit(Permission::Evaluate, &thing(&row))?;
    Ok(row)
}

async fn draw(ctx: &Context, row: &LessonRow, processes: &dyn Processes, typed: Typed, retiring: Typed) -> Result<Response, Fault> {
    let mut s = ctx.read().await?;
    let (names, known) = named(&mut s, ctx, processes, std::slice::from_ref(row)).await?;
    let changes = changes(&mut s, ctx.tenant_id(), row.lesson.id).await?;
    drop(s);
    let mut page = ctx.page_titled(String::new());
    page.title = page.t1("memory-one-title", "worked", page.t(row.lesson.worked.key()));
    let wrong = typed.is_wrong() || retiring.is_wrong();
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let shown = Edit {
        offered: Offered::of(&page, &names, &known),
        it: Shown::of(&page, &names, row),
        changes: changes.iter().map(|change| ChangeShown::of(&page, change)).collect(),
        retired: row.retired.is_some(),
        page,
        typed,
        retiring,
    };
    Ok(ui::html(status, &shown))
}

pub(super) async fn edit(ctx: Context, id: &str, processes: &dyn Processes) -> Result<Response, Fault> {
    let row = permitted(&ctx, id).await?;
    draw(&ctx, &row, processes, filled(&row), Typed::empty()).await
}

/// Other words in the language in which the lesson was written; translations of what was changed go, since they would say
/// something else.
fn changed(before: &LanguageSet, text: String) -> LanguageSet {
    if before.original().text == text { before.clone() } else { LanguageSet::written(before.original().language, text) }
}

pub(super) async fn change(id: &str, form: Posted, processes: &dyn Processes) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = form;
    let row = permitted(&ctx, id).await?;
    let mut s = ctx.read().await?;
    let (names, known) = named(&mut s, &ctx, processes, std::slice::from_ref(&row)).await?;
    drop(s);
    // A lesson stays one of its process, also when that can no longer be chosen.
    typed.set("process", "");
    let why = reason(&mut typed, "reason");
    let written = parse(&mut typed, &names, &known);
    let (Some(why), Some(Written { text, advice, worked, area, theme, effects, marks, .. })) = (why, written) else {
        return draw(&ctx, &row, processes, typed, Typed::empty()).await;
    };
    ctx.permit(Permission::Evaluate, &row.lesson.process.map_or_else(Thing::tenant, Thing::process).in_area(area))?;
    let new = Adjusting {
        lesson: Lesson {
            text: changed(&row.lesson.text, text),
            advice: changed(&row.lesson.advice, advice),
            worked,
            area,
            theme,
            effects,
            ..row.lesson
        },
        marks,
        reason: said(&ctx, &why),
    };
    let (store, id) = (ctx.store().clone(), new.lesson.id);
    store::write!(store, [ctx, new], |tx| { adjust(tx, &ctx.act(), &new).await }).await?;
    Ok(ctx.done(&format!("/werk/lessen/{id}"), "memory-saved"))
}

pub(super) async fn retire(id: &str, form: Posted, processes: &dyn Processes) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = form;
    let row = permitted(&ctx, id).await?;
    let Some(why) = reason(&mut typed, "retire-reason") else {
        return draw(&ctx, &row, processes, filled(&row), typed).await;
    };
    let (store, id, why) = (ctx.store().clone(), row.lesson.id, said(&ctx, &why));
    store::write!(store, [ctx, why], |tx| { retire_lesson(tx, &ctx.act(), id, &why).await }).await?;
    Ok(ctx.done(&format!("/werk/lessen/{id}"), "memory-retired"))
}
