//! Replies under a contribution: those that were placed, those that were refused with the reason, and the form.

use super::{PAGE, asked, cursor, languages, numbered, read_cursor};
use crate::model::contribution::{COMMENT_MOST, Contribution};
use crate::tables::comment::{self as table, State};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{CommentId, Language, PublicNumber};
use people::{Context, Fault, Posted, Trial};
use ui::{Choice, Page, Pager, Typed};

#[derive(Template)]
#[template(path = "comments.html")]
struct CommentsPage {
    page: Page,
    typed: Typed,
    number: String,
    title: Option<(String, Language)>,
    rows: Vec<Row>,
    pager: Pager,
    received: Option<String>,
    languages: Vec<Choice>,
    open: bool,
}

struct Row {
    number: String,
    day: String,
    body: Option<String>,
    language: Language,
    refused: Option<(String, String)>,
}

/// The replies.
pub async fn show(ctx: Context, Path(number): Path<String>) -> Result<Response, Fault> {
    let contribution = {
        let mut session = ctx.read().await?;
        numbered(&mut session, &ctx, &number).await?
    };
    let typed = Typed::empty()
        .with("id", CommentId::new(ctx.now(), ctx.app.random.as_ref()).to_string())
        .with("comment-language", ctx.language.to_string());
    drawn(&ctx, &contribution, typed, StatusCode::OK).await
}

/// Takes a reply in.
pub async fn take(Path(number): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let contribution = {
        let mut session = ctx.read().await?;
        numbered(&mut session, &ctx, &number).await?
    };
    if !contribution.published {
        return Err(Fault::Conflict("voice-fault-no-comments"));
    }
    let body = crate::forms::fields::prose(&mut typed, "comment", COMMENT_MOST);
    let language: Option<Language> = crate::forms::fields::chosen(&mut typed, "comment-language", |text| text.parse().ok());
    let (Some(body), Some(language)) = (body, language) else {
        return drawn(&ctx, &contribution, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    ctx.app.limits.take(Trial::Contribution, &ctx.address, "comment", ctx.now())?;
    let id = typed.get("id").parse().unwrap_or_else(|_| CommentId::new(ctx.now(), ctx.app.random.as_ref()));
    let (by, about) = (ctx.clone(), contribution.id);
    let given =
        store::write!(ctx.store(), [by, body], |tx| { crate::comments::comment(tx, &by.act(), id, about, &body, language).await }).await?;
    Ok(ctx.done(&format!("/bijdragen/{}/reacties?ontvangen={given}", contribution.number), "voice-comment-notice"))
}

async fn drawn(ctx: &Context, contribution: &Contribution, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let mut session = ctx.read().await?;
    let after = read_cursor::<CommentId>(asked(ctx, "na").as_deref());
    let mut comments = table::of(&mut session, ctx.tenant_id(), contribution.id, after, PAGE + 1).await?;
    let more = comments.len() > usize::try_from(PAGE).unwrap_or(usize::MAX);
    comments.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let base = format!("/bijdragen/{}/reacties", contribution.number);
    let next = comments.last().filter(|_| more).map(|last| format!("{base}?na={}", cursor(last.received, last.id)));
    let page =
        ctx.page_titled(ctx.app.texts.get(&ctx.language, "voice-comments-title", &[("number", contribution.number.as_str().into())]));
    let rows = comments
        .into_iter()
        .map(|comment| Row {
            number: comment.number.to_string(),
            day: page.day(&comment.received),
            refused: (comment.state == State::Refused)
                .then(|| (comment.rule.map(|rule| page.t(rule.key())).unwrap_or_default(), comment.reason.unwrap_or_default())),
            body: (comment.state == State::Placed).then_some(comment.body),
            language: comment.language,
        })
        .collect();
    let title = contribution.title.best(&ctx.language);
    let shown = CommentsPage {
        typed,
        number: contribution.number.to_string(),
        title: contribution.published.then(|| (title.text.to_owned(), *title.language)),
        rows,
        pager: Pager { next, previous: after.is_some().then_some(base) },
        received: asked(ctx, "ontvangen").and_then(|text| text.parse::<PublicNumber>().ok()).map(|number| number.to_string()),
        languages: languages(ctx),
        open: contribution.published,
        page,
    };
    Ok(ui::html(status, &shown))
}
