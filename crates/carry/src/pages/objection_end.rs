//! `/werk/dossiers/{id}/bezwaar/einde`: how an objection ended (F3 X3). The department that objects says that it is withdrawn
//! or met; what a table or a higher level set aside is written down by whoever called them together.

use crate::across;
use crate::forms;
use crate::model::{Act, ObjectionEnding};
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
#[template(path = "objection_end.html")]
struct Form {
    page: Page,
    typed: Typed,
    head: Head,
    open: Vec<(String, Option<Words>)>,
    endings: Vec<Choice>,
}

async fn draw(ctx: &Context, opened: &Opened, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let page = ctx.page("carry-act-end-objection-title");
    let mut s = ctx.read().await?;
    let rows = tables::objections(&mut s, ctx.tenant_id(), opened.dossier.id).await?;
    let texts = Texts::read(&mut s, ctx.tenant_id(), &rows.iter().map(|it| it.words).collect::<Vec<_>>()).await?;
    let names = Names::read(&mut s, ctx.tenant_id(), &[]).await?;
    drop(s);
    let open = rows.iter().filter(|it| it.ended.is_none());
    let open = open.map(|it| (super::dossier::objected(&page, &names, it), texts.words(&page, it.words))).collect();
    let label = |department, ending: ObjectionEnding| {
        page.t2("carry-end-objection-choice", "department", names.department(&page, Some(department)), "ending", page.t(ending.key()))
    };
    let endings = opened
        .endings(ctx)
        .into_iter()
        .map(|(number, department, ending)| Choice::new(forms::ending_value(number, ending), label(department, ending)))
        .collect();
    Ok(ui::html(status, &Form { head: opened.head(&page), open, endings, typed, page }))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::for_act(&ctx, &id, Act::EndObjection).await?;
    if !Act::EndObjection.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    if opened.endings(&ctx).is_empty() {
        return Err(Fault::Forbidden);
    }
    draw(&ctx, &opened, Typed::empty(), StatusCode::OK).await
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::for_act(&ctx, &id, Act::EndObjection).await?;
    if !Act::EndObjection.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    let offered: Vec<_> = opened.endings(&ctx).into_iter().map(|(number, _, ending)| (number, ending)).collect();
    if offered.is_empty() {
        return Err(Fault::Forbidden);
    }
    let Some(form) = forms::ending_objection(&mut typed, &offered, ctx.tenant.language) else {
        return draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    let done =
        store::write!(store, [ctx, form], |tx| { across::end_objection(tx, &ctx.act(), dossier, form.ending, &form.motive).await }).await;
    match opened.settle(&ctx, done, &mut typed, "carry-end-objection-done").await? {
        Some(response) => Ok(response),
        None => draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}
