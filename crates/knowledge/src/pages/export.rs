//! `/wat-we-weten/open-data`: everything that is known as tables, CSV for a spreadsheet and JSON for a program, each row with its
//! citation. Sent row by row.

use super::view::count;
use askama::Template;
use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use evidence::{EvidenceError, Table};
use futures::stream;
use people::{Context, Fault};
use std::convert::Infallible;
use ui::Page;

/// So many rows are sent together.
const AT_ONCE: usize = 50;

#[derive(Debug)]
struct Listed {
    name: &'static str,
    rows: i64,
}

#[derive(Debug, Template)]
#[template(path = "data.html")]
struct Data {
    page: Page,
    tables: Vec<Listed>,
}

pub(super) async fn list(ctx: Context) -> Result<Response, Fault> {
    let knowledge = super::known(&ctx).await?;
    let page = ctx.page("knowledge-data-title");
    let tables = knowledge.tables().iter().map(|table| Listed { name: table.name, rows: count(table.rows.len()) }).collect();
    Ok(ui::html(StatusCode::OK, &Data { page, tables }))
}

/// A table in pieces of some rows, the first with the names of the columns.
fn pieces(table: Table) -> Vec<Table> {
    let Table { name, columns, rows } = table;
    if rows.is_empty() {
        return vec![Table { name, columns, rows }];
    }
    rows.chunks(AT_ONCE).map(|rows| Table { name, columns: columns.clone(), rows: rows.to_vec() }).collect()
}

fn broken(error: &EvidenceError) -> Fault {
    Fault::Broken(error.to_string())
}

/// The lines of a piece; the names of the columns stand above the first only.
fn lines(piece: &Table, first: bool) -> Result<Bytes, EvidenceError> {
    let text = piece.csv()?;
    if first {
        return Ok(Bytes::from(text));
    }
    let head = Table { name: piece.name, columns: piece.columns.clone(), rows: Vec::new() }.csv()?;
    Ok(Bytes::from(text.strip_prefix(&head).unwrap_or(&text).to_owned()))
}

fn sent(pieces: Vec<Bytes>, file: &str, media_type: &'static str) -> Response {
    let body = Body::from_stream(stream::iter(pieces.into_iter().map(Ok::<_, Infallible>)));
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    if let Ok(name) = HeaderValue::from_str(&format!("attachment; filename=\"{file}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    response
}

/// The rows of a table as JSON, some at once, as the inside of a list.
fn objects(table: Table) -> Vec<Bytes> {
    let mut out = Vec::new();
    for piece in pieces(table) {
        let rows = piece.json();
        let inner: Vec<String> = rows.as_array().map(|rows| rows.iter().map(ToString::to_string).collect()).unwrap_or_default();
        if !inner.is_empty() {
            let comma = if out.is_empty() { "" } else { ",\n" };
            out.push(Bytes::from(format!("{comma}{}", inner.join(",\n"))));
        }
    }
    out
}

pub(super) async fn table(ctx: Context, Path(file): Path<String>) -> Result<Response, Fault> {
    let (name, form) = file.rsplit_once('.').ok_or(Fault::NotFound)?;
    let knowledge = super::known(&ctx).await?;
    let table = knowledge.tables().into_iter().find(|table| table.name == name).ok_or(Fault::NotFound)?;
    match form {
        "csv" => {
            let made = pieces(table).iter().enumerate().map(|(nth, piece)| lines(piece, nth == 0)).collect::<Result<Vec<_>, _>>();
            Ok(sent(made.map_err(|error| broken(&error))?, &file, "text/csv; charset=utf-8"))
        }
        "json" => {
            let mut made = vec![Bytes::from_static(b"[\n")];
            made.extend(objects(table));
            made.push(Bytes::from_static(b"\n]\n"));
            Ok(sent(made, &file, "application/json"))
        }
        _ => Err(Fault::NotFound),
    }
}

pub(super) async fn whole(ctx: Context) -> Result<Response, Fault> {
    let knowledge = super::known(&ctx).await?;
    let mut made = Vec::new();
    for table in knowledge.tables() {
        let before = if made.is_empty() { "{\n" } else { "\n],\n" };
        made.push(Bytes::from(format!("{before}\"{}\": [\n", table.name)));
        made.extend(objects(table));
    }
    made.push(Bytes::from_static(b"\n]\n}\n"));
    Ok(sent(made, "wat-we-weten.json", "application/json"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use evidence::Knowledge;

    #[test]
    fn a_table_in_pieces_is_the_table() {
        for table in Knowledge::shipped().unwrap().tables() {
            let whole = table.csv().unwrap();
            let sent: Vec<u8> =
                pieces(table.clone()).iter().enumerate().flat_map(|(nth, piece)| lines(piece, nth == 0).unwrap().to_vec()).collect();
            assert!(sent == whole.as_bytes(), "{}", table.name);
        }
    }
}
