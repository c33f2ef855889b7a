//! `/werk/dossiers/{id}/opdelen`: one contribution whose parts belong to different departments is divided (F1 S3a), and
//! `/werk/dossiers/{id}/opdelen/ongedaan`: its parts become one again.

use crate::act::{Refusal, Rule};
use crate::dividing::{self, MOST_PARTS};
use crate::forms;
use crate::model::Act;
use crate::pages::opened::{Head, Opened};
use crate::pages::view::{department_choices, departments};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Posted};
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "divide.html")]
struct Form {
    page: Page,
    typed: Typed,
    head: Head,
    departments: Vec<Choice>,
    parts: Vec<PartFields>,
}

/// The names of the fields of one part.
#[derive(Debug)]
struct PartFields {
    legend: String,
    passage: String,
    title: String,
    department: String,
    optional: bool,
}

#[derive(Debug, Template)]
#[template(path = "reunite.html")]
struct Reunite {
    page: Page,
    typed: Typed,
    head: Head,
    /// Each part with where it stands, and whether it can still come back from there.
    parts: Vec<PartStands>,
}

/// Where a part stands.
#[derive(Debug)]
struct PartStands {
    href: String,
    text: String,
    too_far: bool,
}

fn fields(page: &Page) -> Vec<PartFields> {
    let one = |nth: usize| PartFields {
        legend: page.t1("carry-divide-part", "number", i64::try_from(nth).unwrap_or(i64::MAX)),
        passage: forms::part_field("passage", nth),
        title: forms::part_field("title", nth),
        department: forms::part_field("department", nth),
        optional: nth > 2,
    };
    (1..=MOST_PARTS).map(one).collect()
}

async fn draw(ctx: &Context, opened: &Opened, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let page = ctx.page("carry-act-divide-title");
    let departments = department_choices(&departments(ctx).await?);
    Ok(ui::html(status, &Form { head: opened.head(&page), departments, parts: fields(&page), typed, page }))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::for_act(&ctx, &id, Act::Divide).await?;
    if !Act::Divide.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    draw(&ctx, &opened, Typed::empty(), StatusCode::OK).await
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::for_act(&ctx, &id, Act::Divide).await?;
    if !Act::Divide.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    let offered: Vec<_> = departments(&ctx).await?.iter().map(|it| it.id).collect();
    let whole = opened.dossier.live().next().ok_or(Fault::NotFound)?.contribution;
    let whole = voice::contribution(&mut ctx.read().await?, ctx.tenant_id(), whole).await?.ok_or(Fault::NotFound)?;
    let Some(parts) = forms::dividing(&mut typed, &voice::whole_text(&whole), &offered) else {
        return draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    let done = store::write!(store, [ctx, parts], |tx| { dividing::divide(tx, &ctx.act(), dossier, &parts).await }).await;
    match opened.settle(&ctx, done, &mut typed, "carry-divide-done").await? {
        Some(response) => Ok(response),
        None => draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}

async fn draw_reunite(ctx: &Context, opened: &Opened, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let page = ctx.page("carry-act-reunite-title");
    let mut parts = Vec::new();
    let mut s = ctx.read().await?;
    for part in &opened.dossier.parts {
        let Some(travels) = journey::of_contribution(&mut s, ctx.tenant_id(), part.contribution).await? else { continue };
        parts.push(PartStands {
            href: format!("/werk/dossiers/{}", travels.id),
            text: page.t2("carry-reunite-part", "number", part.number.as_str(), "state", page.t(travels.state.key())),
            too_far: !Act::Part.is_open_for(&travels),
        });
    }
    drop(s);
    Ok(ui::html(status, &Reunite { head: opened.head(&page), parts, typed, page }))
}

pub(super) async fn show_reunite(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::for_act(&ctx, &id, Act::Reunite).await?;
    if !Act::Reunite.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    draw_reunite(&ctx, &opened, Typed::empty(), StatusCode::OK).await
}

pub(super) async fn take_reunite(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::for_act(&ctx, &id, Act::Reunite).await?;
    if !Act::Reunite.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    if !typed.has("sure", "yes") {
        typed.wrong("sure", "carry-reunite-sure-missing");
        return draw_reunite(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    let done = store::write!(store, [ctx], |tx| { dividing::reunite(tx, &ctx.act(), dossier).await }).await;
    // A part went on between opening the page and sending the form.
    let done = done.map_err(|refusal| if matches!(refusal, Refusal::Guard(_)) { Refusal::Rule(Rule::PartTooFar) } else { refusal });
    match opened.settle(&ctx, done, &mut typed, "carry-reunite-done").await? {
        Some(response) => Ok(response),
        None => draw_reunite(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}
