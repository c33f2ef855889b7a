//! `/werk/processen/{id}/meten/uitvoer`: separate answers for research (D034, E1103), of waves whose answers hold and in which people
//! were told of it. Taking them along is a deed, noted in the journal; the code book tells nothing of one person and is only read.

use super::permitted;
use super::view::wave_name;
use crate::export::{Columns, Explained, WaveBasis, codebook as explained, csv};
use crate::model::microdata::{Microdata, ReleasedSheet, microdata};
use crate::model::plan::MeasurementPlan;
use crate::model::wave::{Wave, WaveDays};
use crate::tables::{separate, sheet};
use askama::Template;
use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures::stream::{self, StreamExt};
use kernel::{Language, ProcessId};
use people::{Context, Fault, Permission, Posted};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::io;
use ui::{Arg, Page};

/// The answers of so many questionnaires are read at once.
const A_PIECE: usize = 200;

#[derive(Debug)]
struct WaveRow {
    name: String,
    state: String,
}

#[derive(Debug, Template)]
#[template(path = "measure_export.html")]
struct Export {
    page: Page,
    href: String,
    study: String,
    waves: Vec<WaveRow>,
    any: bool,
    small: String,
}

/// How far the answers of a wave can leave: the key of its words.
fn state(wave: Wave, days: &WaveDays, told: &BTreeSet<Wave>) -> &'static str {
    match (days.released, told.contains(&wave)) {
        (false, _) => "measure-export-open",
        (true, false) => "measure-export-untold",
        (true, true) => "measure-export-leaves",
    }
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let process = permitted(&ctx, &id, Permission::Research).await?;
    let mut s = ctx.read().await?;
    let plan = crate::plan(&mut s, ctx.tenant_id(), process.id).await?;
    let told = separate::told_waves(&mut s, ctx.tenant_id(), process.id).await?;
    let smallest = people::tables::tenants::smallest(&mut s, ctx.tenant_id()).await?;
    drop(s);
    let mut page = ctx.page_titled(String::new());
    page.title = page.t1("measure-export-title", "title", process.title.best(&ctx.language).text);
    let row = |(wave, days): (&Wave, &WaveDays)| WaveRow { name: wave_name(&page, *wave), state: page.t(state(*wave, days, &told)) };
    let shown = Export {
        href: format!("/werk/processen/{}/meten/uitvoer", process.id),
        study: format!("/werk/processen/{}/onderzoek/uitvoer", process.id),
        waves: plan.waves.iter().map(row).collect(),
        any: plan.waves.iter().any(|(wave, days)| days.released && told.contains(wave)),
        small: page.t1("measure-export-small", "most", smallest),
        page,
    };
    Ok(ui::html(StatusCode::OK, &shown))
}

/// What leaves of a process now.
struct Leaving {
    plan: MeasurementPlan,
    waves: Vec<Wave>,
    untold: Vec<Wave>,
    columns: Columns,
    found: Microdata,
    smallest: i64,
}

async fn leaving(ctx: &Context, process: ProcessId) -> Result<Leaving, Fault> {
    let (tenant, mut s) = (ctx.tenant_id(), ctx.read().await?);
    let plan = crate::plan(&mut s, tenant, process).await?;
    let told = separate::told_waves(&mut s, tenant, process).await?;
    let held = plan.waves.iter().filter(|(_, days)| days.released).map(|(wave, _)| *wave);
    let (waves, untold): (Vec<Wave>, Vec<Wave>) = held.partition(|wave| told.contains(wave));
    let columns = Columns::of(&plan, &waves);
    let smallest = people::tables::tenants::smallest(&mut s, tenant).await?;
    let mut sheets = Vec::new();
    for wave in &waves {
        sheets.extend(separate::traits(&mut s, tenant, process, *wave, columns.asks_barriers(*wave)).await?);
    }
    let found = microdata(sheets, smallest, ctx.app.random.as_ref());
    Ok(Leaving { plan, waves, untold, columns, found, smallest })
}

fn broken(error: impl std::fmt::Display) -> Fault {
    Fault::Broken(error.to_string())
}

/// Dutch and English words of a key.
fn words(ctx: &Context, key: &str, args: &[(&str, Arg)]) -> [String; 2] {
    [Language::NL, Language::EN].map(|language| ctx.app.texts.plain(&language, key, args))
}

/// A file for one person, which nobody else keeps.
fn as_file(body: Body, name: &'static str) -> Response {
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8; header=present"));
    if let Ok(named) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, named);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// What every column and value means, and what limits all of it.
pub(super) async fn codebook(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let process = permitted(&ctx, &id, Permission::Research).await?;
    let it = leaving(&ctx, process.id).await?;
    let mut waves = Vec::new();
    for wave in &it.waves {
        let mut s = ctx.read().await?;
        let unchecked = sheet::many_unchecked(&mut s, ctx.tenant_id(), process.id, *wave, None).await?;
        waves.push(WaveBasis { wave: *wave, invited: it.plan.waves.get(wave).and_then(|days| days.invited), unchecked });
    }
    let of = Explained { columns: &it.columns, found: &it.found, waves: &waves, untold: &it.untold, smallest: it.smallest };
    let rows = explained(&of, &|key: &str, args: &[(&str, Arg)]| words(&ctx, key, args));
    Ok(as_file(Body::from(csv(rows).map_err(broken)?), "codeboek-vragenlijsten.csv"))
}

/// The questionnaires that were not sent yet.
struct Left {
    ctx: Context,
    columns: Columns,
    sheets: VecDeque<(usize, ReleasedSheet)>,
}

impl Left {
    /// The bytes of the next piece; none when all were sent.
    async fn next(&mut self) -> Result<Option<Vec<u8>>, Fault> {
        if self.sheets.is_empty() {
            return Ok(None);
        }
        let (tenant, mut s) = (self.ctx.tenant_id(), self.ctx.read().await?);
        let mut rows = Vec::new();
        for (number, it) in self.sheets.drain(..self.sheets.len().min(A_PIECE)) {
            let answers: BTreeMap<String, i64> = sheet::typed(&mut s, tenant, it.sheet).await?.into_iter().collect();
            rows.push(self.columns.row(number, &it, &answers));
        }
        csv(rows).map(Some).map_err(broken)
    }
}

/// Sends the separate answers, after it was noted who took them.
pub(super) async fn send(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let ctx = posted.ctx;
    let process = permitted(&ctx, &id, Permission::Research).await?;
    let it = leaving(&ctx, process.id).await?;
    if it.found.sheets.is_empty() {
        return Err(Fault::Conflict("measure-export-nothing"));
    }
    let (store, by, id, waves, many) = (ctx.store().clone(), ctx.clone(), process.id, it.waves, it.found.sheets.len());
    store::write!(store, [by, waves], |tx| { crate::acts::note_export(tx, &by.act(), id, &waves, many).await }).await?;
    let head = csv([it.columns.head()]).map_err(broken)?;
    let sheets: VecDeque<(usize, ReleasedSheet)> = (1..).zip(it.found.sheets).collect();
    let left = Left { ctx, columns: it.columns, sheets };
    let more = stream::unfold(Some(left), |left| async move {
        let mut left = left?;
        match left.next().await {
            Ok(None) => None,
            Ok(Some(bytes)) => Some((Ok(bytes), Some(left))),
            Err(error) => {
                tracing::error!(%error, "an export broke off");
                Some((Err(io::Error::other(error.to_string())), None))
            }
        }
    });
    let whole = stream::once(async move { Ok::<_, io::Error>(head) }).chain(more);
    Ok(as_file(Body::from_stream(whole), "antwoorden-niet-publiceren.csv"))
}
