//! Everything public at once, for programs and spreadsheets: streamed, so that it does not matter how much it is.

use super::answers::Problem;
use super::found;
use crate::open_data::{Form, Rows};
use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use futures::stream;
use people::Context;
use std::io;
use tokio::sync::{Semaphore, SemaphorePermit};

/// So many run at the same time; each reads the whole table.
static RUNNING: Semaphore = Semaphore::const_new(4);

pub(super) async fn process_table(ctx: Context, Path(id): Path<String>) -> Result<Response, Problem> {
    of_process(&ctx, &id, Form::Csv).await
}

pub(super) async fn process_lines(ctx: Context, Path(id): Path<String>) -> Result<Response, Problem> {
    of_process(&ctx, &id, Form::Lines).await
}

pub(super) async fn table(ctx: Context) -> Result<Response, Problem> {
    let running = RUNNING.try_acquire().map_err(|_| Problem::Busy)?;
    sent(Rows::of_all(&ctx.app, &ctx.tenant).await?, Form::Csv, running)
}

pub(super) async fn lines(ctx: Context) -> Result<Response, Problem> {
    let running = RUNNING.try_acquire().map_err(|_| Problem::Busy)?;
    sent(Rows::of_all(&ctx.app, &ctx.tenant).await?, Form::Lines, running)
}

async fn of_process(ctx: &Context, id: &str, form: Form) -> Result<Response, Problem> {
    let process = found(ctx, id).await?;
    let running = RUNNING.try_acquire().map_err(|_| Problem::Busy)?;
    sent(Rows::of_process(&ctx.app, &ctx.tenant, &process).await?, form, running)
}

/// Sends rows as they are read. When the database fails in the middle the answer breaks off, so that nobody takes a part for
/// the whole.
fn sent(rows: Rows, form: Form, running: SemaphorePermit<'static>) -> Result<Response, Problem> {
    let head = form.head().map_err(|error| Problem::Store(store::Error::Broken(error.to_string())))?;
    let more = stream::unfold((Some(rows), running), move |(rows, running)| async move {
        let mut rows = rows?;
        match rows.next().await.map_err(io::Error::other).and_then(|some| some.map(|some| form.written(&some)).transpose()) {
            Ok(None) => None,
            Ok(Some(text)) => Some((Ok(text), (Some(rows), running))),
            Err(error) => {
                tracing::error!(%error, "an export broke off");
                Some((Err(error), (None, running)))
            }
        }
    });
    let whole = stream::StreamExt::chain(stream::once(async move { Ok::<_, io::Error>(head) }), more);
    let (media_type, name) = match form {
        Form::Csv => ("text/csv; charset=utf-8; header=present", "attachment; filename=\"contributions.csv\""),
        Form::Lines => ("application/x-ndjson", "attachment; filename=\"contributions.jsonl\""),
    };
    let mut response = Body::from_stream(whole).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static(name));
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    Ok(response)
}
