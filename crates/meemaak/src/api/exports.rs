//! Everything public at once, for programs and spreadsheets: streamed, so that it does not matter how much it is.

use super::answers::Problem;
use super::commitments::Promises;
use super::found;
use crate::open_data::{Contributions, Form, Pages, Rows};
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

fn running() -> Result<SemaphorePermit<'static>, Problem> {
    RUNNING.try_acquire().map_err(|_| Problem::Busy)
}

pub(super) async fn process_table(ctx: Context, Path(id): Path<String>) -> Result<Response, Problem> {
    of_process(&ctx, &id, Form::Csv).await
}

pub(super) async fn process_lines(ctx: Context, Path(id): Path<String>) -> Result<Response, Problem> {
    of_process(&ctx, &id, Form::Lines).await
}

pub(super) async fn table(ctx: Context) -> Result<Response, Problem> {
    of_all(&ctx, Form::Csv).await
}

pub(super) async fn lines(ctx: Context) -> Result<Response, Problem> {
    of_all(&ctx, Form::Lines).await
}

async fn of_process(ctx: &Context, id: &str, form: Form) -> Result<Response, Problem> {
    let process = found(ctx, id).await?;
    let running = running()?;
    sent(Contributions(Rows::of_process(&ctx.app, &ctx.tenant, &process).await?, form), ("contributions", form), running)
}

async fn of_all(ctx: &Context, form: Form) -> Result<Response, Problem> {
    let running = running()?;
    sent(Contributions(Rows::of_all(&ctx.app, &ctx.tenant).await?, form), ("contributions", form), running)
}

pub(super) async fn process_promises_table(ctx: Context, Path(id): Path<String>) -> Result<Response, Problem> {
    promises_of(&ctx, &id, Form::Csv).await
}

pub(super) async fn process_promises_lines(ctx: Context, Path(id): Path<String>) -> Result<Response, Problem> {
    promises_of(&ctx, &id, Form::Lines).await
}

pub(super) async fn promises_table(ctx: Context) -> Result<Response, Problem> {
    let running = running()?;
    sent(Promises::of_all(&ctx.app, &ctx.tenant, Form::Csv).await?, ("commitments", Form::Csv), running)
}

pub(super) async fn promises_lines(ctx: Context) -> Result<Response, Problem> {
    let running = running()?;
    sent(Promises::of_all(&ctx.app, &ctx.tenant, Form::Lines).await?, ("commitments", Form::Lines), running)
}

async fn promises_of(ctx: &Context, id: &str, form: Form) -> Result<Response, Problem> {
    let process = found(ctx, id).await?;
    let running = running()?;
    sent(Promises::of_process(&ctx.app, &ctx.tenant, &process, form), ("commitments", form), running)
}

/// Sends rows as they are read. When the database fails in the middle the answer breaks off, so that nobody takes a part for
/// the whole.
fn sent(rows: impl Pages, (name, form): (&str, Form), running: SemaphorePermit<'static>) -> Result<Response, Problem> {
    let head = rows.head().map_err(|error| Problem::Store(store::Error::Broken(error.to_string())))?;
    let more = stream::unfold((Some(rows), running), move |(rows, running)| async move {
        let mut rows = rows?;
        match rows.next().await {
            Ok(None) => None,
            Ok(Some(text)) => Some((Ok(text), (Some(rows), running))),
            Err(error) => {
                tracing::error!(%error, "an export broke off");
                Some((Err(error), (None, running)))
            }
        }
    });
    let whole = stream::StreamExt::chain(stream::once(async move { Ok::<_, io::Error>(head) }), more);
    let (media_type, ending) = match form {
        Form::Csv => ("text/csv; charset=utf-8; header=present", "csv"),
        Form::Lines => ("application/x-ndjson", "jsonl"),
    };
    let mut response = Body::from_stream(whole).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    if let Ok(named) = HeaderValue::from_str(&format!("attachment; filename=\"{name}.{ending}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, named);
    }
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    Ok(response)
}
