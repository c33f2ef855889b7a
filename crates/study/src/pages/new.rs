//! `/werk/processen/{id}/onderzoek/interview`, `…/zitting`, `…/document`: a source is put in.

use super::{coded_choices, permitted, said, word_choices};
use crate::model::{PaperKind, SourceCode, SpeakingUnit};
use crate::{acts, forms};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use evidence::Knowledge;
use kernel::ProcessId;
use people::{Context, Fault, Permission, Posted};
use std::sync::Arc;
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "interview.html")]
struct InterviewForm {
    page: Page,
    home: String,
    typed: Typed,
    actors: Vec<Choice>,
    themes: Vec<String>,
}

#[derive(Debug, Template)]
#[template(path = "session.html")]
struct SessionForm {
    page: Page,
    home: String,
    typed: Typed,
    actors: Vec<Choice>,
    units: Vec<Choice>,
    scale: Vec<Choice>,
}

#[derive(Debug, Template)]
#[template(path = "document.html")]
struct DocumentForm {
    page: Page,
    home: String,
    typed: Typed,
    actors: Vec<Choice>,
    papers: Vec<Choice>,
}

/// Which form.
#[derive(Debug, Clone, Copy)]
enum Which {
    Interview,
    Session,
    Document,
}

async fn known(ctx: &Context) -> Result<Arc<Knowledge>, Fault> {
    Ok(knowledge::known(&mut ctx.read().await?, ctx.tenant_id()).await?)
}

fn actor_keys(knowledge: &Knowledge) -> Vec<String> {
    knowledge.list("B35").into_iter().flat_map(|list| &list.items).map(|item| item.key.clone()).collect()
}

fn draw(ctx: &Context, process: ProcessId, knowledge: &Knowledge, which: Which, typed: Typed) -> Response {
    let status = if typed.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let home = super::home(process);
    let frame = crate::Frame { knowledge, own: Vec::new() };
    match which {
        Which::Interview => {
            let page = ctx.page("study-add-interview");
            let themes = knowledge.list("B50").into_iter().flat_map(|list| &list.items).map(|it| said(&page, &it.name)).collect();
            ui::html(status, &InterviewForm { home, actors: word_choices(&page, frame.actors()), themes, typed, page })
        }
        Which::Session => {
            let page = ctx.page("study-add-session");
            let units: Vec<&str> = SpeakingUnit::ALL.iter().map(|it| it.code()).collect();
            let form = SessionForm {
                home,
                actors: word_choices(&page, frame.actors()),
                units: coded_choices(&page, &units, "study-unit"),
                scale: coded_choices(&page, &["1", "2", "3", "4", "5"], "study-scale"),
                typed,
                page,
            };
            ui::html(status, &form)
        }
        Which::Document => {
            let page = ctx.page("study-add-document");
            let papers: Vec<&str> = PaperKind::ALL.iter().map(|it| it.code()).collect();
            let papers = coded_choices(&page, &papers, "study-paper");
            ui::html(status, &DocumentForm { home, actors: word_choices(&page, frame.actors()), papers, typed, page })
        }
    }
}

async fn empty(ctx: Context, id: &str, which: Which) -> Result<Response, Fault> {
    let process = permitted(&ctx, id, Permission::Research).await?;
    let knowledge = known(&ctx).await?;
    Ok(draw(&ctx, process.id, &knowledge, which, Typed::empty()))
}

pub(super) async fn interview(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    empty(ctx, &id, Which::Interview).await
}

pub(super) async fn session(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    empty(ctx, &id, Which::Session).await
}

pub(super) async fn document(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    empty(ctx, &id, Which::Document).await
}

fn done(ctx: &Context, process: ProcessId, code: &SourceCode) -> Response {
    ctx.done(&format!("{}/bronnen/{code}", super::home(process)), "study-kept")
}

pub(super) async fn take_interview(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let process = permitted(&ctx, &id, Permission::Research).await?.id;
    let knowledge = known(&ctx).await?;
    let Some(new) = forms::interview(&mut typed, &actor_keys(&knowledge), ctx.today(), ctx.tenant.language) else {
        return Ok(draw(&ctx, process, &knowledge, Which::Interview, typed));
    };
    let store = ctx.store().clone();
    let code = store::write!(store, [ctx, new], |tx| { acts::keep_interview(tx, &ctx.act(), process, &new).await }).await?;
    Ok(done(&ctx, process, &code))
}

pub(super) async fn take_session(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let process = permitted(&ctx, &id, Permission::Research).await?.id;
    let knowledge = known(&ctx).await?;
    let Some(new) = forms::session(&mut typed, &actor_keys(&knowledge), ctx.today(), ctx.tenant.language) else {
        return Ok(draw(&ctx, process, &knowledge, Which::Session, typed));
    };
    let store = ctx.store().clone();
    let code = store::write!(store, [ctx, new], |tx| { acts::keep_session(tx, &ctx.act(), process, &new).await }).await?;
    Ok(done(&ctx, process, &code))
}

pub(super) async fn take_document(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let process = permitted(&ctx, &id, Permission::Research).await?.id;
    let knowledge = known(&ctx).await?;
    let Some(new) = forms::document(&mut typed, &actor_keys(&knowledge), ctx.today(), ctx.tenant.language) else {
        return Ok(draw(&ctx, process, &knowledge, Which::Document, typed));
    };
    let store = ctx.store().clone();
    let code = store::write!(store, [ctx, new], |tx| { acts::keep_document(tx, &ctx.act(), process, &new).await }).await?;
    Ok(done(&ctx, process, &code))
}
