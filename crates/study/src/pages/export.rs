//! `/werk/processen/{id}/onderzoek/uitvoer`: what a researcher takes along, streamed source by source.

use super::{Book, permitted, title_of};
use crate::export::{Leaving, Limits, Sheet, codebook, csv, few, left_out, rows, whole};
use crate::model::{RespondentKind, Source, SourceKind};
use crate::reading::{self, CodingState};
use crate::tables::sources;
use askama::Template;
use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures::stream::{self, StreamExt};
use kernel::{Language, ProcessId};
use people::{Context, Fault, Permission};
use std::collections::{BTreeSet, VecDeque};
use std::io;
use std::sync::Arc;
use ui::Page;

#[derive(Debug, Template)]
#[template(path = "export.html")]
struct Shown {
    page: Page,
    home: String,
    questionnaires: String,
    files: Vec<(String, String, String)>,
    few: Vec<String>,
    limits: Limits,
    actors: Vec<String>,
}

async fn limits(ctx: &Context, process: ProcessId) -> Result<Limits, Fault> {
    let mut s = ctx.read().await?;
    let (all, withdrawn) = reading::read_all(&mut s, ctx.tenant_id(), process).await?;
    let heard: BTreeSet<String> = all.iter().flat_map(|it| it.said_by()).collect();
    let kinds = RespondentKind::ALL.iter().copied().filter(|it| *it != RespondentKind::Other && !heard.contains(it.code()));
    let not_heard = kinds.collect();
    Ok(Limits { not_heard, single: all.iter().filter(|it| it.state == CodingState::Single).count(), withdrawn })
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let process = permitted(&ctx, &id, Permission::Research).await?;
    let all = sources::sources(&mut ctx.read().await?, ctx.tenant_id(), process.id).await?;
    let limits = limits(&ctx, process.id).await?;
    let page = ctx.page_titled(ctx.page("study-start-title").t1("study-export-of", "title", title_of(&ctx, &process)));
    let home = super::home(process.id);
    let few = few(&all.iter().collect::<Vec<_>>());
    let mut files: Vec<(String, String, String)> = Sheet::ALL
        .iter()
        .map(|it| (format!("{home}/uitvoer/{}.csv", it.name()), format!("{}.csv", it.name()), page.t(format!("study-file-{}", it.name()))))
        .collect();
    files.push((format!("{home}/uitvoer/alles.json"), "alles.json".to_owned(), page.t("study-file-alles")));
    let shown = Shown {
        home,
        questionnaires: format!("/werk/processen/{}/meten/uitvoer", process.id),
        files,
        few: few.into_iter().map(|letter| page.t(format!("study-kind-{}", letter.to_ascii_lowercase()))).collect(),
        actors: limits.not_heard.iter().map(|kind| page.t(kind.key())).collect(),
        limits,
        page,
    };
    Ok(ui::html(StatusCode::OK, &shown))
}

/// What is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum File {
    Table(Sheet),
    Whole,
}

fn file(name: &str) -> Option<File> {
    if name == "alles.json" {
        return Some(File::Whole);
    }
    let name = name.strip_suffix(".csv")?;
    Sheet::ALL.into_iter().find(|it| it.name() == name).map(File::Table)
}

fn broken(error: impl std::fmt::Display) -> Fault {
    Fault::Broken(error.to_string())
}

/// Dutch and English words of a key.
fn words(ctx: &Context, key: &str) -> [String; 2] {
    [Language::NL, Language::EN].map(|language| ctx.app.texts.plain(&language, key, &[]))
}

struct Sources {
    ctx: Context,
    process: ProcessId,
    book: Arc<Book>,
    left: VecDeque<Source>,
    few: Vec<char>,
    file: File,
    first: bool,
}

impl Sources {
    async fn leaving(&self, source: Source) -> Result<Leaving, Fault> {
        let (tenant, mut s) = (self.ctx.tenant_id(), self.ctx.read().await?);
        let few_of_kind = self.few.contains(&source.code.letter());
        let quotes = matches!(self.file, File::Whole | File::Table(Sheet::Quotes)) && left_out(&source, few_of_kind).is_none();
        let passages = if quotes { sources::passages(&mut s, tenant, self.process, &source.code).await? } else { Vec::new() };
        let seen = match source.kind {
            SourceKind::Session => sources::observation(&mut s, tenant, self.process, &source.code).await?,
            _ => None,
        };
        let read = reading::read(&mut s, tenant, self.process, source).await?;
        let frame = self.book.frame();
        Ok(Leaving { counted: read.counted(&frame), open_differences: read.open_differences(&frame), read, passages, seen, few_of_kind })
    }

    /// The bytes of the next source; none when all were sent.
    async fn next(&mut self) -> Result<Option<Vec<u8>>, Fault> {
        let Some(source) = self.left.pop_front() else { return Ok(None) };
        let it = self.leaving(source).await?;
        let bytes = match self.file {
            File::Table(sheet) => csv(rows(sheet, &it)).map_err(broken)?,
            File::Whole => {
                let text = serde_json::to_string(&whole(&it)).map_err(broken)?;
                format!("{}{text}", if self.first { "" } else { ",\n" }).into_bytes()
            }
        };
        self.first = false;
        Ok(Some(bytes))
    }
}

fn head_of(sheet: Sheet) -> Vec<String> {
    sheet.columns().iter().map(|(name, ..)| (*name).to_owned()).collect()
}

pub(super) async fn send(ctx: Context, Path((id, name)): Path<(String, String)>) -> Result<Response, Fault> {
    let process = permitted(&ctx, &id, Permission::Research).await?;
    let file = file(&name).ok_or(Fault::NotFound)?;
    let mut s = ctx.read().await?;
    let book = Book::read(&mut s, &ctx, process.id).await?;
    let all = sources::sources(&mut s, ctx.tenant_id(), process.id).await?;
    drop(s);
    let explained = || async {
        let limits = limits(&ctx, process.id).await?;
        Ok::<_, Fault>(codebook(&book.frame(), &|key| words(&ctx, key), &limits))
    };
    let (head, tail) = match file {
        File::Table(sheet) => (csv([head_of(sheet)]).map_err(broken)?, Vec::new()),
        File::Whole => {
            let rows: Vec<serde_json::Value> = explained().await?.iter().map(|row| crate::export::object(Sheet::Codebook, row)).collect();
            let explained = serde_json::to_string(&rows).map_err(broken)?;
            (b"{\"bronnen\":[\n".to_vec(), format!("\n],\"codeboek\":{explained}}}\n").into_bytes())
        }
    };
    let few = few(&all.iter().collect::<Vec<_>>());
    let left: VecDeque<Source> = match file {
        File::Table(Sheet::Codebook) => VecDeque::new(),
        _ => all.into_iter().filter(|it| it.withdrawn.is_none()).collect(),
    };
    let middle = match file {
        File::Table(Sheet::Codebook) => csv(explained().await?).map_err(broken)?,
        _ => Vec::new(),
    };
    let sources = Sources { ctx, process: process.id, book: Arc::new(book), left, few, file, first: true };
    let more = stream::unfold(Some(sources), |sources| async move {
        let mut sources = sources?;
        match sources.next().await {
            Ok(None) => None,
            Ok(Some(bytes)) => Some((Ok(bytes), Some(sources))),
            Err(error) => {
                tracing::error!(%error, "an export broke off");
                Some((Err(io::Error::other(error.to_string())), None))
            }
        }
    });
    let ends = |bytes: Vec<u8>| stream::once(async move { Ok::<_, io::Error>(bytes) });
    let whole = ends(head).chain(ends(middle)).chain(more).chain(ends(tail));
    let mut response = Body::from_stream(whole).into_response();
    let media_type = if file == File::Whole { "application/json" } else { "text/csv; charset=utf-8; header=present" };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    if let Ok(named) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, named);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
