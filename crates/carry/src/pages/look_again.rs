//! `/werk/dossiers/{id}/waarden/opnieuw`: a value that was put first is looked at again on its day (F6, B43 «wisselen»), also when
//! the dossier was decided long ago. Whoever chooses anew while that is possible records that on the page of the values.

use crate::across;
use crate::forms;
use crate::model::{Act, ReviewEnding, dilemma_name, strategy_name, value_name};
use crate::pages::opened::{Head, Opened};
use crate::pages::view::{Texts, Words};
use crate::tables::{self, Weighing};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::Date;
use people::{Context, Fault, Posted};
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "look_again.html")]
struct Form {
    page: Page,
    typed: Typed,
    head: Head,
    /// What was chosen, of which the day came, and why: one line.
    chosen: Vec<(String, Option<Words>)>,
    endings: Vec<Choice>,
    /// Where another choice is recorded, while one can be.
    again: Option<String>,
}

/// The choice that is to be looked at, when its day came.
async fn due(ctx: &Context, opened: &Opened) -> Result<Option<(Weighing, Date)>, Fault> {
    let mut s = ctx.read().await?;
    let open = tables::open_review(&mut s, ctx.tenant_id(), opened.dossier.id).await?.filter(|(_, day)| *day <= ctx.today());
    let Some((number, day)) = open else { return Ok(None) };
    let all = tables::weighings(&mut s, ctx.tenant_id(), opened.dossier.id).await?;
    Ok(all.into_iter().find(|it| it.number == number).map(|it| (it, day)))
}

async fn draw(ctx: &Context, opened: &Opened, due: &(Weighing, Date), typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let page = ctx.page("carry-review-title");
    let (it, day) = due;
    let texts = Texts::read(&mut ctx.read().await?, ctx.tenant_id(), it.motive.as_slice()).await?;
    let first = it.first.as_ref().map(|key| page.t1("carry-dossier-weighing-first", "value", value_name(page.language, key)));
    let strategy = strategy_name(page.language, it.strategy.as_deref().unwrap_or_default());
    let chosen = page.t2("carry-dossier-weighing-review", "strategy", strategy, "day", page.date(day));
    let line = [Some(dilemma_name(page.language, &it.dilemma) + "."), Some(chosen), first];
    let form = Form {
        head: opened.head(&page),
        chosen: vec![(line.into_iter().flatten().collect::<Vec<_>>().join(" "), it.motive.and_then(|id| texts.words(&page, id)))],
        endings: ReviewEnding::ALL.iter().map(|it| Choice::new(it.code(), page.t(it.key()))).collect(),
        again: Act::Weigh.is_open(&opened.dossier, opened.decider).then(|| format!("{}/waarden", opened.href())),
        typed,
        page,
    };
    Ok(ui::html(status, &form))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::for_act(&ctx, &id, Act::Weigh).await?;
    match due(&ctx, &opened).await? {
        Some(due) => draw(&ctx, &opened, &due, Typed::empty(), StatusCode::OK).await,
        None => opened.not_now(&ctx).await,
    }
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::for_act(&ctx, &id, Act::Weigh).await?;
    let Some(due) = due(&ctx, &opened).await? else { return opened.not_now(&ctx).await };
    let Some((ending, words)) = forms::looking_again(&mut typed, ctx.tenant.language) else {
        return draw(&ctx, &opened, &due, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    let done = store::write!(store, [ctx, words], |tx| { across::look_again(tx, &ctx.act(), dossier, ending, &words).await }).await;
    match opened.settle(&ctx, done, &mut typed, "carry-review-done").await? {
        Some(response) => Ok(response),
        None => draw(&ctx, &opened, &due, typed, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}
