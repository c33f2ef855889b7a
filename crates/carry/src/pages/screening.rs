//! `/werk/dossiers/{id}/screening`: does this belong to what was asked? (F1 S2–S2b)

use crate::act::screen;
use crate::forms::screening;
use crate::model::{Act, Elsewhere, Kind, gathers};
use crate::pages::opened::{Head, Opened};
use crate::pages::plans_here;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Posted};
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "screening.html")]
struct Screening {
    page: Page,
    typed: Typed,
    head: Head,
    verdicts: Vec<Choice>,
    kinds: Vec<Choice>,
    elsewhere: Vec<Choice>,
    alike: Vec<Alike>,
    /// What departments plan there, so that an early «cannot» is said early.
    plans: String,
    /// Whether answers are gathered here for one result, so that what has a matter of its own is told apart (F5).
    gathers: bool,
}

/// A contribution that may say the same.
#[derive(Debug)]
struct Alike {
    href: String,
    label: String,
}

async fn alike(ctx: &Context, opened: &Opened) -> Result<Vec<Alike>, Fault> {
    let Some(first) = opened.words.iter().find(|words| !words.withdrawn) else { return Ok(Vec::new()) };
    let mut s = ctx.read().await?;
    let title = first.title.original();
    let text = format!("{}\n{}", title.text, first.body.as_ref().map_or("", |body| body.original().text.as_str()));
    let found = voice::alike(&mut s, ctx.tenant_id(), opened.dossier.process, &text, &title.text, &title.language).await?;
    let others = found.into_iter().filter(|other| opened.dossier.travelling(other.id).is_none()).take(5);
    Ok(others
        .map(|other| Alike {
            label: format!("{} – {}", other.title.best(&ctx.language).text, other.number),
            href: format!("/bijdragen/{}", other.number),
        })
        .collect())
}

async fn draw(ctx: &Context, opened: &Opened, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let alike = alike(ctx, opened).await?;
    let page = ctx.page("carry-act-screen-title");
    let mut s = ctx.read().await?;
    let found = plans_here::found(ctx, &mut s, opened).await?;
    let plans = plans_here::shown(ctx, &mut s, &page, &found).await?;
    drop(s);
    let choice = |value: &str, key: &str| Choice::new(value, page.t(key));
    let template = Screening {
        head: opened.head(&page),
        verdicts: vec![
            choice("in-scope", "carry-screen-in-scope"),
            choice("referred", "carry-screen-referred"),
            choice("parked", "carry-screen-parked"),
        ],
        kinds: Kind::ALL.iter().map(|kind| choice(kind.code(), kind.key())).collect(),
        elsewhere: Elsewhere::ALL.iter().map(|place| choice(place.code(), place.key())).collect(),
        alike,
        plans,
        gathers: gathers(opened.variant()),
        typed,
        page,
    };
    Ok(ui::html(status, &template))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::for_act(&ctx, &id, Act::Screen).await?;
    if !Act::Screen.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    let mut typed = Typed::empty();
    if gathers(opened.variant()) {
        typed.set("kind", Kind::SurveyAnswer.code());
    }
    draw(&ctx, &opened, typed, StatusCode::OK).await
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::for_act(&ctx, &id, Act::Screen).await?;
    let Some(form) = screening(&mut typed, ctx.tenant.language) else {
        return draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    let done = store::write!(store, [ctx, form], |tx| { screen(tx, &ctx.act(), dossier, &form).await }).await;
    match opened.settle(&ctx, done, &mut typed, "carry-screen-done").await? {
        Some(response) => Ok(response),
        None => draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}
