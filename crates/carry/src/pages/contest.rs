//! `/bijdragen/{number}/bundeling`: an author says that the contribution is about something else than the bundle it travels
//! in, with the follow code. That it was contested and how it ended is public.

use crate::contesting;
use crate::forms::{self, QUESTION_MOST};
use crate::model::Act;
use crate::pages::view::{Texts, Words};
use crate::tables::{self, Contest, ContestEnd};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use journey::State;
use kernel::PublicNumber;
use people::{Context, Fault, Posted};
use store::texts::LanguageSet;
use ui::{Page, Typed};
use voice::Contribution;

#[derive(Debug, Template)]
#[template(path = "contest.html")]
struct Shown {
    page: Page,
    typed: Typed,
    number: String,
    /// Whether it is asked about the parts, not about a bundle.
    divided: bool,
    standing: String,
    open: bool,
    told: Vec<(String, Option<Words>)>,
}

async fn found(ctx: &Context, number: &str) -> Result<Contribution, Fault> {
    let number: PublicNumber = number.parse().map_err(|_| Fault::NotFound)?;
    voice::by_number(&mut ctx.read().await?, ctx.tenant_id(), &number).await?.ok_or(Fault::NotFound)
}

/// How a contest stands or ended, in one public line.
fn line(page: &Page, it: &Contest) -> String {
    let asked = page.day(&it.asked);
    let about = if it.of_division { "carry-contest-divided" } else { "carry-contest" };
    match (it.ended, it.settled) {
        (Some(end), Some(settled)) => {
            let end = if end == ContestEnd::Apart { "apart" } else { "kept" };
            page.t2(format!("{about}-{end}"), "asked", asked, "settled", page.day(&settled))
        }
        _ => page.t2(format!("{about}-waits"), "asked", asked, "until", page.date(&it.until)),
    }
}

async fn draw(ctx: &Context, contribution: &Contribution, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let tenant = ctx.tenant_id();
    let mut s = ctx.read().await?;
    let dossier = journey::of_contribution(&mut s, tenant, contribution.id).await?.ok_or(Fault::NotFound)?;
    let all = tables::contests(&mut s, tenant, contribution.id).await?;
    let motives: Vec<_> = all.iter().filter_map(|it| it.motive).collect();
    let texts = Texts::read(&mut s, tenant, &motives).await?;
    drop(s);
    let divided = dossier.state == State::Divided;
    let page = ctx.page(if divided { "carry-contest-divided-title" } else { "carry-contest-title" });
    let others = i64::try_from(dossier.live().count()).unwrap_or(i64::MAX) - 1;
    let before = all.iter().any(|it| it.ended.is_none() || (it.dossier == dossier.id && it.of_division == divided));
    let contestable = (others > 0 || divided) && contribution.withdrawn.is_none();
    let (standing, open) = match (contestable, Act::Contest.is_open_for(&dossier), before) {
        (false, _, _) => (page.t("carry-contest-alone"), false),
        (true, _, true) => (page.t("carry-contest-before"), false),
        (true, false, false) => (page.t("carry-contest-late"), false),
        (true, true, false) if divided => {
            let parts = i64::try_from(dossier.parts.len()).unwrap_or(i64::MAX);
            (page.t1("carry-contest-divided-intro", "count", parts), true)
        }
        (true, true, false) => (page.t1("carry-contest-intro", "count", others), true),
    };
    let shown = Shown {
        number: contribution.number.to_string(),
        divided,
        standing,
        open,
        told: all.iter().map(|it| (line(&page, it), it.motive.and_then(|id| texts.words(&page, id)))).collect(),
        typed,
        page,
    };
    Ok(ui::html(status, &shown))
}

pub(super) async fn show(ctx: Context, Path(number): Path<String>) -> Result<Response, Fault> {
    let contribution = found(&ctx, &number).await?;
    draw(&ctx, &contribution, Typed::empty(), StatusCode::OK).await
}

pub(super) async fn take(Path(number): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let contribution = found(&ctx, &number).await?;
    let words = forms::required_prose(&mut typed, "words", QUESTION_MOST, "carry-contest-words-missing");
    let code = forms::follow_code(&mut typed);
    let (Some(words), false) = (words, typed.is_wrong()) else {
        return draw(&ctx, &contribution, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let proven = match code {
        Some(code) => voice::prove(&ctx, &contribution.number, &code).await?.is_some(),
        None => false,
    };
    if !proven {
        typed.wrong_with("code", "carry-question-code-wrong", &[("number", contribution.number.as_str().into())]);
        return draw(&ctx, &contribution, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let (store, id, words) = (ctx.store().clone(), contribution.id, LanguageSet::written(contribution.language, words.into_string()));
    let done = store::write!(store, [ctx, words], |tx| { contesting::contest(tx, &ctx.act(), id, &words).await }).await;
    match done {
        Ok(()) => Ok(ctx.done(&format!("/bijdragen/{}", contribution.number), "carry-contest-sent")),
        Err(crate::Refusal::NotNow(_)) => draw(&ctx, &contribution, typed, StatusCode::CONFLICT).await,
        Err(refusal) => Err(refusal.into()),
    }
}
