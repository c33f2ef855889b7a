//! The codings of the own review as CSV, streamed, with the code book beside them.

use super::AT_ONCE;
use crate::tables::review;
use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use evidence::{Coding, CodingSheet};
use futures::{StreamExt as _, stream};
use people::{Context, Fault};
use std::io;
use std::sync::Arc;

struct Lines {
    ctx: Context,
    sheet: Arc<CodingSheet>,
    after: (i64, i64),
    head: bool,
}

impl Lines {
    async fn next(&mut self) -> Result<Option<Vec<u8>>, Fault> {
        let mut s = self.ctx.read().await?;
        let portion = review::codings(&mut s, self.ctx.tenant_id(), self.after, AT_ONCE).await?;
        drop(s);
        let first = std::mem::take(&mut self.head);
        if portion.is_empty() && !first {
            return Ok(None);
        }
        if let Some((last, _)) = portion.last() {
            self.after = *last;
        }
        let known: Vec<&Coding> = portion.iter().map(|(_, it)| it).filter(|it| self.sheet.counting(&it.code).is_ok()).collect();
        let mut bytes = Vec::new();
        self.sheet.write_codings(&mut bytes, known).map_err(|error| Fault::Broken(error.to_string()))?;
        if !first {
            // Every portion is written with the names of the columns; they stand in the file once.
            let end = bytes.iter().position(|byte| *byte == b'\n').map_or(0, |at| at + 1);
            bytes.drain(..end);
        }
        Ok(Some(bytes))
    }
}

pub(in crate::pages) async fn send(ctx: Context, Path(name): Path<String>) -> Result<Response, Fault> {
    let mut s = ctx.read().await?;
    let knowledge = knowledge::known(&mut s, ctx.tenant_id()).await?;
    let sheet = review::sheet(&mut s, ctx.tenant_id(), &knowledge).await?;
    drop(s);
    let body = match name.as_str() {
        "codeboek.csv" => {
            let mut bytes = Vec::new();
            sheet.write_codebook(&mut bytes).map_err(|error| Fault::Broken(error.to_string()))?;
            Body::from(bytes)
        }
        "coderingen.csv" => {
            let lines = Lines { ctx, sheet: Arc::new(sheet), after: (0, 0), head: true };
            let more = stream::unfold(Some(lines), |lines| async move {
                let mut lines = lines?;
                match lines.next().await {
                    Ok(None) => None,
                    Ok(Some(bytes)) => Some((Ok(bytes), Some(lines))),
                    Err(error) => {
                        tracing::error!(%error, "an export broke off");
                        Some((Err(io::Error::other(error.to_string())), None))
                    }
                }
            });
            // What compresses it asks once more after its end.
            Body::from_stream(more.fuse())
        }
        _ => return Err(Fault::NotFound),
    };
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8; header=present"));
    if let Ok(named) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, named);
    }
    Ok(response)
}
