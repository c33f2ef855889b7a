//! `/werk/lessen/inlezen`: lessons of another municipality, from its file (A250).

use crate::acts::take_in;
use crate::model::exchange::{MOST, ReadError, read};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Permission, Posted, Thing};
use ui::{Page, Typed};

#[derive(Debug, Template)]
#[template(path = "import.html")]
struct Import {
    page: Page,
    typed: Typed,
}

fn draw(ctx: &Context, typed: Typed) -> Response {
    let status = if typed.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    ui::html(status, &Import { page: ctx.page("memory-take-in"), typed })
}

pub(super) async fn show(ctx: Context) -> Result<Response, Fault> {
    ctx.permit(Permission::Evaluate, &Thing::tenant())?;
    Ok(draw(&ctx, Typed::empty()))
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

pub(super) async fn take(form: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, files } = form;
    ctx.permit(Permission::Evaluate, &Thing::tenant())?;
    let file = files.iter().find(|file| file.name == "file");
    let text = match file {
        Some(file) => String::from_utf8(file.bytes.to_vec()).unwrap_or_default(),
        None => typed.get("words").trim().to_owned(),
    };
    // The summary leads to where the person put it.
    let field = if file.is_some() { "file" } else { "words" };
    if file.is_none() && text.is_empty() {
        typed.wrong("file", "memory-file-missing");
        return Ok(draw(&ctx, typed));
    }
    let incoming = match read(&text) {
        Ok(incoming) => incoming,
        Err(error) => {
            match error {
                ReadError::NotLessons => typed.wrong(field, "memory-file-other"),
                ReadError::Version(_) => typed.wrong(field, "memory-file-version"),
                ReadError::TooMany => typed.wrong_with(field, "memory-file-many", &[("most", count(MOST).into())]),
                ReadError::Lesson(nth) => typed.wrong_with(field, "memory-file-lesson", &[("nth", count(nth).into())]),
            }
            return Ok(draw(&ctx, typed));
        }
    };
    let (store, all) = (ctx.store().clone(), incoming.len());
    let new = store::write!(store, [ctx, incoming], |tx| { take_in(tx, &ctx.act(), &incoming).await }).await?;
    Ok(ctx.done_counting("/werk/lessen", "memory-taken-in", &[("new", count(new)), ("known", count(all.saturating_sub(new)))]))
}
