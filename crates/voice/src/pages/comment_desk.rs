//! Replies that wait for a moderator, each with its own small form.

use super::{PAGE, asked, cursor, read_cursor};
use crate::forms::screening;
use crate::model::rules::Rule;
use crate::tables::comment::{self as table, Comment};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{CommentId, Language};
use people::{Context, Fault, Permission, Posted, Thing};
use ui::{Choice, Page, Pager, Typed};

#[derive(Template)]
#[template(path = "comment_desk.html")]
struct DeskPage {
    page: Page,
    rows: Vec<Row>,
    rules: Vec<Choice>,
    pager: Pager,
    typed: Typed,
    wrong: String,
}

struct Row {
    id: String,
    number: String,
    about: String,
    about_title: String,
    day: String,
    body: String,
    language: Language,
}

/// The replies that wait, the longest first.
pub async fn show(ctx: Context) -> Result<Response, Fault> {
    drawn(&ctx, Typed::empty(), String::new(), StatusCode::OK).await
}

/// Places a reply or refuses it.
pub async fn take(Path(comment): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let id: CommentId = comment.parse().map_err(|_| Fault::NotFound)?;
    {
        let mut session = ctx.read().await?;
        let comment = table::comment(&mut session, ctx.tenant_id(), id).await?.ok_or(Fault::NotFound)?;
        ctx.permit(Permission::Moderate, &thing(&mut session, &ctx, &comment).await?)?;
    }
    let by = ctx.clone();
    if typed.get("decision") == "place" {
        store::write!(ctx.store(), [by], |tx| { crate::comments::place(tx, &by.act(), id).await }).await?;
        return Ok(ctx.done("/werk/reacties", "voice-comment-placed"));
    }
    let Some((rule, reason)) = screening::refusal(&mut typed) else {
        return drawn(&ctx, typed, id.to_string(), StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    store::write!(ctx.store(), [by, reason], |tx| { crate::comments::refuse(tx, &by.act(), id, rule, &reason).await }).await?;
    Ok(ctx.done("/werk/reacties", "voice-comment-refused-notice"))
}

async fn thing(session: &mut store::Session, ctx: &Context, comment: &Comment) -> Result<Thing, Fault> {
    let contribution = crate::contribution(session, ctx.tenant_id(), comment.contribution).await?.ok_or(Fault::NotFound)?;
    Ok(Thing::process(contribution.process).in_area(contribution.place.area))
}

async fn drawn(ctx: &Context, typed: Typed, wrong: String, status: StatusCode) -> Result<Response, Fault> {
    let mut session = ctx.read().await?;
    let after = read_cursor::<CommentId>(asked(ctx, "na").as_deref());
    let mut waiting = table::waiting(&mut session, ctx.tenant_id(), after, PAGE + 1).await?;
    let more = waiting.len() > usize::try_from(PAGE).unwrap_or(usize::MAX);
    waiting.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let next = waiting.last().filter(|_| more).map(|last| format!("/werk/reacties?na={}", cursor(last.received, last.id)));
    let page = ctx.page("voice-comment-desk-title");
    let ids: Vec<_> = waiting.iter().map(|comment| comment.contribution).collect();
    let about = crate::contributions(&mut session, ctx.tenant_id(), &ids).await?;
    let mut rows = Vec::new();
    for comment in waiting {
        let Some(contribution) = about.iter().find(|about| about.id == comment.contribution) else { continue };
        if !ctx.may(Permission::Moderate, &Thing::process(contribution.process).in_area(contribution.place.area)) {
            continue;
        }
        rows.push(Row {
            id: comment.id.to_string(),
            number: comment.number.to_string(),
            about: contribution.number.to_string(),
            about_title: contribution.title.original().text.clone(),
            day: page.time(&comment.received),
            body: comment.body,
            language: comment.language,
        });
    }
    let rules = Rule::ALL.into_iter().filter(|rule| *rule != Rule::Wish).map(|rule| Choice::new(rule.code(), page.t(rule.key()))).collect();
    let shown =
        DeskPage { rows, rules, pager: Pager { next, previous: after.is_some().then(|| "/werk/reacties".to_owned()) }, typed, wrong, page };
    Ok(ui::html(status, &shown))
}
