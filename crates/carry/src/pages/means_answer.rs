//! `/werk/dossiers/{id}/middelen/antwoord`: the holder of a budget commits the means, says why not, or puts the request in the
//! queue of the budget (F1 S8, E7). Whoever holds no budget of which something is asked is refused.

use crate::across;
use crate::forms;
use crate::model::{Act, Share, holds};
use crate::pages::opened::{Head, Opened};
use crate::pages::view::{Names, Texts, Words, means_asked};
use crate::tables::{self, MeansRequest};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Posted};
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "means_answer.html")]
struct Form {
    page: Page,
    typed: Typed,
    head: Head,
    asked: Vec<Asked>,
    parts: Vec<Choice>,
    answers: Vec<Choice>,
}

/// What is asked.
#[derive(Debug)]
struct Asked {
    text: String,
    purpose: Option<Words>,
    left: Option<String>,
}

/// A request that waits for whoever asks, with what is left of the budget of which it is.
#[derive(Debug)]
struct Mine {
    request: MeansRequest,
    budget: Option<(String, kernel::Money, Option<kernel::Date>)>,
}

/// The requests that wait, and which of them wait for whoever asks.
async fn mine(ctx: &Context, opened: &Opened) -> Result<(bool, Vec<Mine>), Fault> {
    let Some(who) = ctx.account.as_ref() else { return Err(Fault::SignIn) };
    let mut s = ctx.read().await?;
    let open = across::open_parts(&mut s, &ctx.act(), &opened.dossier).await?;
    let (any, thing) = (!open.is_empty(), Act::AnswerMeans.thing(&opened.dossier));
    let mut found = Vec::new();
    for request in open {
        let budget = match request.budget {
            Some(id) => tables::budget(&mut s, ctx.tenant_id(), id).await?,
            None => None,
        };
        let share = budget.as_ref().and_then(|it| it.share(request.department));
        if holds(&who.grants, who.id, &thing, (request.department, share.and_then(|it| it.holder)), ctx.today()) {
            let left = share.map(Share::left);
            let budget = budget.as_ref().zip(left).map(|(it, left)| (it.name.clone(), left, it.queue_until(ctx.today())));
            found.push(Mine { request, budget });
        }
    }
    Ok((any, found))
}

fn label(page: &Page, names: &Names, it: &Mine) -> String {
    let department = names.department(page, Some(it.request.department));
    let what = means_asked(page, it.request.euros);
    match &it.budget {
        Some((name, _, _)) => {
            let words = [("what", what.into()), ("department", department.into()), ("budget", name.as_str().into())];
            page.ta("carry-answer-means-part-of-budget", &words)
        }
        None => page.t2("carry-answer-means-part-of", "what", what, "department", department),
    }
}

async fn draw(ctx: &Context, opened: &Opened, mine: &[Mine], typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let page = ctx.page("carry-act-answer-means-title");
    let mut s = ctx.read().await?;
    let ids: Vec<_> = mine.iter().map(|it| it.request.purpose).collect();
    let texts = Texts::read(&mut s, ctx.tenant_id(), &ids).await?;
    let names = Names::read(&mut s, ctx.tenant_id(), &[]).await?;
    drop(s);
    let asked = mine.iter().map(|it| Asked {
        text: label(&page, &names, it),
        purpose: texts.words(&page, it.request.purpose),
        left: it.budget.as_ref().map(|(_, left, _)| page.t1("carry-answer-means-left", "left", page.money(left))),
    });
    let asked = asked.collect();
    let parts = if mine.len() > 1 {
        mine.iter().map(|it| Choice::new(it.request.number.to_string(), label(&page, &names, it))).collect()
    } else {
        Vec::new()
    };
    let answers = vec![
        Choice::new("yes", page.t("carry-answer-means-yes")),
        Choice::new("no", page.t("carry-answer-means-no")),
        Choice::new("later", page.t("carry-answer-means-later")),
    ];
    Ok(ui::html(status, &Form { head: opened.head(&page), asked, parts, answers, typed, page }))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::read(&ctx, &id).await?;
    let (any, mine) = mine(&ctx, &opened).await?;
    if mine.is_empty() {
        return nothing(&ctx, &opened, any).await;
    }
    let mut typed = Typed::empty();
    if let Some(until) = mine.iter().find_map(|it| it.budget.as_ref()?.2) {
        typed.set("until", until.to_string());
    }
    draw(&ctx, &opened, &mine, typed, StatusCode::OK).await
}

/// Nothing waits for whoever asks: it waits for somebody else, or for nobody (any more).
async fn nothing(ctx: &Context, opened: &Opened, any: bool) -> Result<Response, Fault> {
    if any || !opened.may(ctx, Act::AnswerMeans) { Err(Fault::Forbidden) } else { opened.not_now(ctx).await }
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::read(&ctx, &id).await?;
    let (any, mine) = mine(&ctx, &opened).await?;
    if mine.is_empty() {
        return nothing(&ctx, &opened, any).await;
    }
    let offered: Vec<i64> = mine.iter().map(|it| it.request.number).collect();
    let Some(form) = forms::answering_means(&mut typed, &offered, ctx.tenant.language) else {
        return draw(&ctx, &opened, &mine, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    let done =
        store::write!(store, [ctx, form], |tx| { across::answer_part(tx, &ctx.act(), dossier, form.number, &form.answer).await }).await;
    match opened.settle(&ctx, done, &mut typed, "carry-answer-means-done").await? {
        Some(response) => Ok(response),
        None => draw(&ctx, &opened, &mine, typed, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}
