//! `/werk/dossiers/{id}/waarden/opnieuw`: a value that was put first is looked at again on its day (F6, B43 «wisselen»), also when
//! the dossier was decided long ago. Whoever finds that another value goes first records that on the page of the values, while that is
//! possible.

use crate::across;
use crate::forms;
use crate::model::{Act, ReviewEnding, dilemma_means, strategy_means, value_name};
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
    /// What was in conflict, what was chosen, of which the day came, and why.
    chosen: Vec<(String, Option<Words>)>,
    endings: Vec<Choice>,
    /// Whether another choice can still be recorded.
    again: bool,
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
    let values: Vec<String> = it.values.iter().map(|key| value_name(page.language, key)).collect();
    let asked = dilemma_means(page.language, &it.dilemma).map(|means| page.t1("carry-review-dilemma", "means", means));
    let way = it.strategy.as_deref().and_then(|key| strategy_means(page.language, key));
    let way = way.map(|means| page.t1("carry-review-way", "means", means));
    let first = it.first.as_ref().map(|key| page.t1("carry-dossier-weighing-first", "value", value_name(page.language, key)));
    let line = [way, first, Some(page.t1("carry-review-day", "day", page.date(day)))];
    let mut chosen = vec![(page.t1("carry-review-values", "values", values.join(", ")), None)];
    chosen.extend(asked.map(|asked| (asked, None)));
    chosen.push((line.into_iter().flatten().collect::<Vec<_>>().join(" "), it.motive.and_then(|id| texts.words(&page, id))));
    let form = Form {
        head: opened.head(&page),
        chosen,
        endings: ReviewEnding::ALL.iter().map(|it| Choice::new(it.code(), page.t(it.key()))).collect(),
        again: Act::Weigh.is_open(&opened.dossier, opened.decider),
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
    if done.is_ok() && ending == ReviewEnding::Switches && Act::Weigh.is_open(&opened.dossier, opened.decider) {
        return Ok(ctx.done(&format!("{}/waarden", opened.href()), "carry-review-switched"));
    }
    match opened.settle(&ctx, done, &mut typed, "carry-review-done").await? {
        Some(response) => Ok(response),
        None => draw(&ctx, &opened, &due, typed, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}
