//! `/beheer/reglement/artikel/{place}`: one article of the version that is being written; `nieuw` for another one.

use crate::acts::{regulation_draft, save_regulation};
use crate::forms::Setting;
use crate::forms::article::{MOST_ARTICLES, Names, filled, parse, shown};
use crate::model::{Article, Check};
use crate::refusal::Refusal;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{Instant, Language};
use people::{Context, Fault, Permission, Posted, Thing};
use ui::{Choice, Page, Typed};

/// A field of a translation.
#[derive(Debug)]
pub(super) struct Translation {
    pub(super) name: String,
    pub(super) language: Language,
    pub(super) language_name: String,
}

pub(super) fn translations(setting: &Setting, name: &str) -> Vec<Translation> {
    let one = |language: &Language| Translation {
        name: format!("{name}-{language}"),
        language: *language,
        language_name: ui::own_name(language),
    };
    setting.others.iter().map(one).collect()
}

#[derive(Debug)]
struct ObligationFields {
    legend: String,
    names: Names,
    translations: Vec<Translation>,
}

#[derive(Debug, Template)]
#[template(path = "article.html")]
struct ArticlePage {
    page: Page,
    typed: Typed,
    action: String,
    remove: Option<String>,
    titles: Vec<Translation>,
    texts: Vec<Translation>,
    obligations: Vec<ObligationFields>,
    checks: Vec<Choice>,
    units: Vec<Choice>,
    rungs: Vec<Choice>,
    facts: Vec<Choice>,
}

/// When the draft was saved, as its form carries it.
pub(super) fn seen(saved: Option<Instant>) -> String {
    saved.map(|at| at.micros().to_string()).unwrap_or_default()
}

pub(super) fn seen_of(typed: &Typed) -> Option<Instant> {
    typed.get("gezien").parse().ok().map(Instant::from_micros)
}

fn draw(ctx: &Context, place: &str, typed: Typed, status: StatusCode) -> Response {
    let page = ctx.page(if place == "nieuw" { "knowledge-article-new" } else { "knowledge-article-edit" });
    let setting = Setting::of(&ctx.tenant);
    let action = format!("/beheer/reglement/artikel/{place}");
    let shown = ArticlePage {
        remove: (place != "nieuw").then(|| format!("{action}/weg")),
        action,
        titles: translations(&setting, "titel"),
        texts: translations(&setting, "tekst"),
        obligations: (1..=shown(&typed))
            .map(|nth| {
                let names = Names::of(nth);
                ObligationFields {
                    legend: page.t1("knowledge-obligation-nth", "nth", i64::try_from(nth).unwrap_or(i64::MAX)),
                    translations: translations(&setting, &names.says),
                    names,
                }
            })
            .collect(),
        checks: Check::CODES.into_iter().map(|code| Choice::new(code, page.t(format!("knowledge-kind-of-check-{code}")))).collect(),
        units: ["working", "days"].into_iter().map(|unit| Choice::new(unit, page.t(format!("knowledge-unit-{unit}")))).collect(),
        rungs: (1..=5).map(|step| Choice::new(step.to_string(), page.t(format!("ui-rung-{step}")))).collect(),
        facts: Check::FACTS.into_iter().map(|fact| Choice::new(fact.key(), page.t(format!("knowledge-check-{}", fact.key())))).collect(),
        typed,
        page,
    };
    ui::html(status, &shown)
}

/// The articles that are being written, and where in them `place` points: at one of them, or behind the last for `nieuw`.
async fn at(ctx: &Context, place: &str) -> Result<(Vec<Article>, usize, Option<Instant>), Fault> {
    ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
    let mut s = ctx.read().await?;
    let (_, articles, saved) = regulation_draft(&mut s, ctx.tenant_id()).await?;
    if place == "nieuw" {
        let end = articles.len();
        return if end < MOST_ARTICLES { Ok((articles, end, saved)) } else { Err(Fault::NotFound) };
    }
    let nth = place.parse::<usize>().ok().and_then(|nth| nth.checked_sub(1)).filter(|nth| *nth < articles.len());
    let nth = nth.ok_or(Fault::NotFound)?;
    Ok((articles, nth, saved))
}

pub(super) async fn show(ctx: Context, Path(place): Path<String>) -> Result<Response, Fault> {
    let (articles, nth, saved) = at(&ctx, &place).await?;
    let setting = Setting::of(&ctx.tenant);
    let mut typed = articles.get(nth).map_or_else(Typed::empty, |article| filled(article, &setting));
    typed.set("gezien", seen(saved));
    Ok(draw(&ctx, &place, typed, StatusCode::OK))
}

pub(super) async fn take(Path(place): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let (mut articles, nth, _) = at(&ctx, &place).await?;
    let others: Vec<String> =
        articles.iter().enumerate().filter(|(other, _)| *other != nth).map(|(_, article)| article.number.clone()).collect();
    let known: Vec<String> =
        articles.get(nth).map(|article| article.obligations.iter().map(|its| its.key.clone()).collect()).unwrap_or_default();
    let Some(article) = parse(&mut typed, &Setting::of(&ctx.tenant), &others, &known) else {
        return Ok(draw(&ctx, &place, typed, StatusCode::UNPROCESSABLE_ENTITY));
    };
    match articles.get_mut(nth) {
        Some(old) => *old = article,
        None => articles.push(article),
    }
    let (store, seen_at) = (ctx.store().clone(), seen_of(&typed));
    let written = store::write!(store, [ctx, articles], |tx| { save_regulation(tx, &ctx.act(), articles, seen_at).await }).await;
    match written {
        Ok(()) => Ok(ctx.done("/beheer/reglement", "knowledge-article-saved")),
        // What was typed stays; who sends it again has seen the warning.
        Err(Refusal::Overtaken) => {
            let (_, _, saved) = at(&ctx, &place).await?;
            typed.set("gezien", seen(saved));
            typed.wrong("nummer", "knowledge-overtaken");
            Ok(draw(&ctx, &place, typed, StatusCode::UNPROCESSABLE_ENTITY))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

pub(super) async fn take_away(Path(place): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, typed, .. } = posted;
    let (mut articles, nth, _) = at(&ctx, &place).await?;
    if nth >= articles.len() {
        return Err(Fault::NotFound);
    }
    articles.remove(nth);
    let (store, seen_at) = (ctx.store().clone(), seen_of(&typed));
    store::write!(store, [ctx, articles], |tx| { save_regulation(tx, &ctx.act(), articles, seen_at).await }).await?;
    Ok(ctx.done("/beheer/reglement", "knowledge-article-gone"))
}
