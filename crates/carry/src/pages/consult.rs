//! `/werk/dossiers/{id}/raakt-ook/gehoord`: what a department finds that is touched too (F3 X9). The department says it
//! itself; that a table or a higher level goes on without it is written down by whoever called them together.

use crate::consulting;
use crate::forms;
use crate::model::{Act, ConsultVerdict};
use crate::pages::opened::{Head, Opened};
use crate::pages::view::{Names, Texts, Words};
use crate::tables;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Posted};
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "consult.html")]
struct Form {
    page: Page,
    typed: Typed,
    head: Head,
    open: Vec<(String, Option<Words>)>,
    verdicts: Vec<Choice>,
}

async fn draw(ctx: &Context, opened: &Opened, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let page = ctx.page("carry-act-consult-title");
    let mut s = ctx.read().await?;
    let rows = tables::consults(&mut s, ctx.tenant_id(), opened.dossier.id).await?;
    let texts = Texts::read(&mut s, ctx.tenant_id(), &rows.iter().map(|it| it.why).collect::<Vec<_>>()).await?;
    let names = Names::read(&mut s, ctx.tenant_id(), &[]).await?;
    drop(s);
    let open = rows.iter().filter(|it| it.ended_at.is_none());
    let open = open.map(|it| (super::dossier::touched(&page, &names, it), texts.words(&page, it.why))).collect();
    let label = |department, verdict: ConsultVerdict| {
        page.t2("carry-end-objection-choice", "department", names.department(&page, Some(department)), "ending", page.t(verdict.key()))
    };
    let verdicts = opened.verdicts(ctx).into_iter();
    let verdicts = verdicts.map(|(at, verdict)| Choice::new(forms::verdict_value(at, verdict), label(at, verdict))).collect();
    Ok(ui::html(status, &Form { head: opened.head(&page), open, verdicts, typed, page }))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::for_act(&ctx, &id, Act::Consult).await?;
    if !Act::Consult.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    if opened.verdicts(&ctx).is_empty() {
        return Err(Fault::Forbidden);
    }
    draw(&ctx, &opened, Typed::empty(), StatusCode::OK).await
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::for_act(&ctx, &id, Act::Consult).await?;
    if !Act::Consult.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    let offered = opened.verdicts(&ctx);
    if offered.is_empty() {
        return Err(Fault::Forbidden);
    }
    let Some(form) = forms::hearing(&mut typed, &offered, ctx.tenant.language) else {
        return draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    let done =
        store::write!(store, [ctx, form], |tx| { consulting::consult(tx, &ctx.act(), dossier, form.verdict, &form.words).await }).await;
    match opened.settle(&ctx, done, &mut typed, "carry-consult-done").await? {
        Some(response) => Ok(response),
        None => draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}
