//! `/werk/dossiers/{id}/agenda`: on whose agenda, and when; a moved date says why (F1 S12).

use crate::act::schedule;
use crate::forms::scheduling;
use crate::model::Act;
use crate::pages::opened::{Head, Opened};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Posted};
use ui::{Page, Typed};

#[derive(Debug, Template)]
#[template(path = "agenda.html")]
struct Form {
    page: Page,
    typed: Typed,
    head: Head,
    /// Where a toets of the draft decision still waits for answers.
    toetsen: Option<String>,
    now: Option<String>,
}

async fn draw(ctx: &Context, opened: &Opened, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let page = ctx.page("carry-act-schedule-title");
    let toetsen = if opened.dossier.agenda.is_none() { opened.toetsen(&mut ctx.read().await?).await? } else { None };
    let now = opened.dossier.agenda.as_ref();
    let now = now.map(|it| page.t2("carry-schedule-now", "body", it.body.as_str(), "day", page.date(&it.date)));
    Ok(ui::html(status, &Form { head: opened.head(&page), toetsen, now, typed, page }))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::for_act(&ctx, &id, Act::Schedule).await?;
    if !Act::Schedule.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    let charter = opened.process.charter.as_ref();
    let body = opened.dossier.agenda.as_ref().map(|it| it.body.clone()).or_else(|| charter.map(|it| it.mandate.body.clone()));
    let day = charter.and_then(|it| it.decision_date).filter(|day| opened.dossier.agenda.is_none() && *day >= ctx.today());
    let typed = Typed::empty().with("body", body.unwrap_or_default()).with("date", day.map(|day| day.to_string()).unwrap_or_default());
    draw(&ctx, &opened, typed, StatusCode::OK).await
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::for_act(&ctx, &id, Act::Schedule).await?;
    let Some(form) = scheduling(&mut typed, ctx.tenant.language) else {
        return draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    let done =
        store::write!(store, [ctx, form], |tx| { schedule(tx, &ctx.act(), dossier, &form.body, form.date, form.motive.as_ref()).await })
            .await;
    match opened.settle(&ctx, done, &mut typed, "carry-schedule-done").await? {
        Some(response) => Ok(response),
        None => draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}
