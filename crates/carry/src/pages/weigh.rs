//! `/werk/dossiers/{id}/waarden`: which values conflict, and how that was chosen (F6, 004 «waar verschillende waarden op
//! gespannen voet met elkaar staan»). Earlier choices in the same dilemma stand beside it, to compare with.

use crate::across;
use crate::forms;
use crate::model::{Act, dilemma_name, dilemmas, strategies, strategy_name, values, worded};
use crate::pages::opened::{Head, Opened};
use crate::pages::view::{Texts, Words};
use crate::tables;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Posted};
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "weigh.html")]
struct Form {
    page: Page,
    typed: Typed,
    head: Head,
    values: Vec<Choice>,
    dilemmas: Vec<Choice>,
    strategies: Vec<Choice>,
    firsts: Vec<Choice>,
    before: Vec<Before>,
}

/// An earlier choice.
#[derive(Debug)]
struct Before {
    href: String,
    text: String,
    motive: Option<Words>,
}

/// The last record of this dossier fills the form, so that a choice is added to what was recorded before.
async fn known(ctx: &Context, opened: &Opened) -> Result<Typed, Fault> {
    let mut s = ctx.read().await?;
    let Some(last) = tables::weighings(&mut s, ctx.tenant_id(), opened.dossier.id).await?.into_iter().next() else {
        return Ok(Typed::empty());
    };
    let mut pairs: Vec<(String, String)> = last.values.iter().map(|key| ("value".to_owned(), key.clone())).collect();
    pairs.push(("dilemma".to_owned(), last.dilemma));
    if let Some((_, options)) = store::texts::texts(&mut s, ctx.tenant_id(), &[last.options]).await?.into_iter().next() {
        pairs.push(("options".to_owned(), options.best(&ctx.tenant.language).text.to_owned()));
    }
    Ok(Typed::from_pairs(pairs))
}

async fn before(ctx: &Context, page: &Page, opened: &Opened, dilemma: Option<&str>) -> Result<Vec<Before>, Fault> {
    let Some(dilemma) = dilemma else { return Ok(Vec::new()) };
    let mut s = ctx.read().await?;
    let rows = tables::chosen_before(&mut s, ctx.tenant_id(), opened.dossier.id, dilemma).await?;
    let motives: Vec<_> = rows.iter().filter_map(|row| row.motive).collect();
    let texts = Texts::read(&mut s, ctx.tenant_id(), &motives).await?;
    let one = |row: tables::Weighing| Before {
        href: format!("/werk/dossiers/{}", row.dossier),
        text: page.t2(
            "carry-weigh-before-one",
            "day",
            page.day(&row.at),
            "strategy",
            strategy_name(page.language, row.strategy.as_deref().unwrap_or_default()),
        ),
        motive: row.motive.and_then(|id| texts.words(page, id)),
    };
    Ok(rows.into_iter().map(one).collect())
}

async fn draw(ctx: &Context, opened: &Opened, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let page = ctx.page("carry-act-weigh-title");
    let dilemma = Some(typed.get("dilemma").to_owned()).filter(|it| !it.is_empty());
    let before = before(ctx, &page, opened, dilemma.as_deref()).await?;
    let form = Form {
        head: opened.head(&page),
        values: values().map(|it| Choice::new(it.key.clone(), worded(page.language, &it.nl, &it.en))).collect(),
        firsts: values().map(|it| Choice::new(it.key.clone(), worded(page.language, &it.nl, &it.en))).collect(),
        dilemmas: dilemmas().map(|(key, _)| Choice::new(key, dilemma_name(page.language, key))).collect(),
        strategies: strategies().map(|(key, _)| Choice::new(key, strategy_name(page.language, key))).collect(),
        before,
        typed,
        page,
    };
    Ok(ui::html(status, &form))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::for_act(&ctx, &id, Act::Weigh).await?;
    if !Act::Weigh.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    let typed = known(&ctx, &opened).await?;
    draw(&ctx, &opened, typed, StatusCode::OK).await
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::for_act(&ctx, &id, Act::Weigh).await?;
    if !Act::Weigh.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    let Some(form) = forms::weighing(&mut typed, ctx.tenant.language) else {
        return draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    let done = store::write!(store, [ctx, form], |tx| { across::weigh(tx, &ctx.act(), dossier, &form).await }).await;
    match opened.settle(&ctx, done, &mut typed, "carry-weigh-done").await? {
        Some(response) => Ok(response),
        None => draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}
