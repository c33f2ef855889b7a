//! `/lessen.csv` for a spreadsheet, and `/lessen.json` for a program or another municipality (A250). Both hold what
//! everybody reads, and no account.

use super::shown::Names;
use crate::model::exchange::{FORMAT, LessonsFile, Told, VERSION};
use crate::model::{LessonRow, Worked};
use crate::processes::Processes;
use crate::tables::{Filter, listed};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use kernel::Instant;
use people::{Context, Fault};
use uuid::Uuid;

/// The names of the columns, the same in every language so that a spreadsheet can be made once.
const COLUMNS: [&str; 15] = [
    "id",
    "worked",
    "what_happened",
    "next_time",
    "language",
    "process",
    "from",
    "area",
    "theme",
    "effects",
    "rules",
    "about",
    "informal",
    "kept",
    "adjusted",
];
/// So many are read at once.
const AT_ONCE: i64 = 500;
/// At most so many stand in a file.
const MOST: usize = 20_000;

fn broken(error: impl std::fmt::Display) -> Fault {
    Fault::Broken(error.to_string())
}

/// A spreadsheet must not take words for a formula.
fn plain(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t']) { format!("'{text}") } else { text.to_owned() }
}

/// A lesson with what it names by its id.
struct Whole {
    told: Told,
    row: LessonRow,
}

async fn all(ctx: &Context, processes: &dyn Processes) -> Result<Vec<Whole>, Fault> {
    let mut s = ctx.read().await?;
    let mut found = Vec::new();
    let mut after: Option<(Worked, Instant, Uuid)> = None;
    loop {
        let rows = listed(&mut s, ctx.tenant_id(), &Filter::default(), after, AT_ONCE).await?;
        let Some(last) = rows.last() else { return Ok(found) };
        after = Some((last.lesson.worked, last.lesson.at, last.lesson.id));
        let names = Names::read(&mut s, ctx, &rows, processes).await?;
        found.extend(rows.into_iter().map(|row| {
            let area = row.lesson.area.and_then(|id| names.area(id));
            let process = row.lesson.process.and_then(|id| names.processes.get(&id)).map(|it| it.title.best(&ctx.language).text.to_owned());
            let told = Told::of(&row, area, process, ctx.tenant.civil.zone.date(row.lesson.at));
            Whole { told, row }
        }));
        if found.len() >= MOST {
            return Ok(found);
        }
    }
}

pub(super) async fn csv(ctx: Context, processes: &dyn Processes) -> Result<Response, Fault> {
    let mut rows = csv::Writer::from_writer(Vec::new());
    rows.write_record(COLUMNS).map_err(broken)?;
    for Whole { told, row } in all(&ctx, processes).await? {
        let text = row.lesson.text.best(&ctx.language);
        let record = [
            told.id.to_string(),
            told.worked.clone(),
            plain(text.text),
            plain(row.lesson.advice.best(&ctx.language).text),
            text.language.to_string(),
            plain(&told.process.unwrap_or_default()),
            plain(&told.from.unwrap_or_default()),
            plain(&told.area.unwrap_or_default()),
            plain(&told.theme.unwrap_or_default()),
            told.effects.join(" "),
            told.rules.join(" "),
            told.about.join(" "),
            if told.informal { "yes" } else { "no" }.to_owned(),
            told.kept.to_string(),
            row.adjusted.map(|at| ctx.tenant.civil.zone.date(at).to_string()).unwrap_or_default(),
        ];
        rows.write_record(record).map_err(broken)?;
    }
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"lessen.csv\"".to_owned()),
    ];
    Ok((headers, rows.into_inner().map_err(broken)?).into_response())
}

pub(super) async fn json(ctx: Context, processes: &dyn Processes) -> Result<Response, Fault> {
    let lessons = all(&ctx, processes).await?.into_iter().map(|it| it.told).collect();
    let file = LessonsFile { format: FORMAT.to_owned(), version: VERSION, municipality: ctx.tenant.name.clone(), lessons };
    let headers = [
        (header::CONTENT_TYPE, "application/json".to_owned()),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*".to_owned()),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"lessen.json\"".to_owned()),
    ];
    Ok((headers, serde_json::to_vec_pretty(&file).map_err(broken)?).into_response())
}
