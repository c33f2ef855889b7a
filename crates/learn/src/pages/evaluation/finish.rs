//! `/werk/processen/{id}/evaluatie/afronden`: from now on everybody can read it. The page says what is missing, the section on
//! negative effects above all (A248), and asks why when it corrects an earlier one.

use super::edit::Opened;
use super::{needed, permitted};
use crate::evaluating::{EvaluationError, finish_evaluation};
use crate::model::evaluation::EvaluationGap;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Posted};
use ui::{Page, Typed};

#[derive(Debug, Template)]
#[template(path = "evaluation_finish.html")]
struct Finish {
    page: Page,
    typed: Typed,
    href: String,
    /// Whether something is being written that could be finished.
    written: bool,
    correction: bool,
    gaps: Vec<EvaluationGap>,
}

fn draw(ctx: &Context, opened: &Opened, status: StatusCode, typed: Typed) -> Response {
    let mut page = ctx.page_titled(String::new());
    page.title = page.t1("learn-finish-title", "title", opened.process.title.best(&ctx.language).text);
    let draft = opened.evaluation.as_ref().filter(|it| it.finished.is_none());
    let finish = Finish {
        href: opened.href(),
        written: draft.is_some(),
        correction: draft.is_some_and(|it| it.version > 1),
        gaps: opened.gaps.clone(),
        typed,
        page,
    };
    ui::html(status, &finish)
}

pub(in crate::pages) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::read(&ctx, permitted(&ctx, &id).await?).await?;
    Ok(draw(&ctx, &opened, StatusCode::OK, Typed::empty()))
}

pub(in crate::pages) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::read(&ctx, permitted(&ctx, &id).await?).await?;
    let correction = opened.evaluation.as_ref().is_some_and(|it| it.finished.is_none() && it.version > 1);
    let reason = if correction { needed(&mut typed, "reason", 2_000, ctx.tenant.language, "learn-finish-reason-missing") } else { None };
    if typed.is_wrong() {
        return Ok(draw(&ctx, &opened, StatusCode::UNPROCESSABLE_ENTITY, typed));
    }
    let (store, id) = (ctx.store().clone(), opened.process.id);
    let written =
        store::write!(store, [ctx, reason], |tx| { finish_evaluation(tx, &ctx.act(), &ctx.tenant, id, reason.as_ref()).await }).await;
    match written {
        Ok(_) => Ok(ctx.done(&format!("/processen/{}/evaluatie", opened.process.slug), "learn-finish-done")),
        // The page itself says what is missing.
        Err(EvaluationError::Incomplete(gaps)) => {
            let opened = Opened { gaps, ..opened };
            Ok(draw(&ctx, &opened, StatusCode::UNPROCESSABLE_ENTITY, typed))
        }
        Err(error) => Err(error.into()),
    }
}
