//! What was learned, for programs: the same as on its page.

use super::answers::{self, Problem};
use super::shape::{Text, texts};
use super::{Listed, Paging};
use axum::extract::Query;
use axum::response::Response;
use kernel::{Instant, ProcessId};
use memory::{Filter, LessonRow, Processes as _, Worked};
use people::Context;
use serde::Serialize;
use std::collections::BTreeSet;
use uuid::Uuid;

/// A lesson.
#[derive(Debug, Serialize)]
struct Lesson {
    id: Uuid,
    page: String,
    text: Vec<Text>,
    advice: Vec<Text>,
    worked: &'static str,
    informal: bool,
    process: Option<ProcessId>,
    municipality: Option<String>,
    area: Option<String>,
    theme: Option<String>,
    effects: Vec<String>,
    rules: Vec<String>,
    about: Vec<&'static str>,
    kept: String,
    adjusted: Option<String>,
}

impl Lesson {
    fn of(row: LessonRow, area: Option<String>, process: Option<ProcessId>) -> Self {
        let LessonRow { lesson, marks, elsewhere, adjusted, .. } = row;
        Self {
            id: lesson.id,
            page: format!("/lessen/{}", lesson.id),
            text: texts(&lesson.text),
            advice: texts(&lesson.advice),
            worked: lesson.worked.code(),
            informal: marks.informal,
            process,
            municipality: elsewhere.map(|it| it.municipality),
            area,
            theme: lesson.theme,
            effects: lesson.effects,
            rules: marks.rules,
            about: marks.about.iter().map(|about| about.code()).collect(),
            kept: lesson.at.rfc3339(),
            adjusted: adjusted.map(Instant::rfc3339),
        }
    }
}

fn after(paging: &Paging) -> Result<Option<(Worked, Instant, Uuid)>, Problem> {
    let Some(text) = &paging.after else { return Ok(None) };
    let read = || {
        let (worked, rest) = text.split_once('.')?;
        let (at, id) = rest.split_once('.')?;
        Some((Worked::of_code(worked)?, Instant::from_micros(at.parse().ok()?), id.parse().ok()?))
    };
    read().map(Some).ok_or(Problem::Asked("after is a mark that an earlier answer gave in next"))
}

pub(super) async fn list(ctx: Context, Query(paging): Query<Paging>) -> Result<Response, Problem> {
    let limit = paging.limit()?;
    let mut s = ctx.store().read().await?;
    let mut rows = memory::listed(&mut s, ctx.tenant_id(), &Filter::default(), after(&paging)?, limit + 1).await?;
    let whole = usize::try_from(limit).unwrap_or(usize::MAX);
    let more = rows.len() > whole;
    rows.truncate(whole);
    let next = rows.last().filter(|_| more).map(|last| {
        let (worked, at, id) = (last.lesson.worked.code(), last.lesson.at.micros(), last.lesson.id);
        format!("/api/v1/lessons?after={worked}.{at}.{id}&limit={limit}")
    });
    let areas = people::tables::areas(&mut s, ctx.tenant_id()).await?;
    let ids: BTreeSet<ProcessId> = rows.iter().filter_map(|row| row.lesson.process).collect();
    let ids: Vec<ProcessId> = ids.into_iter().collect();
    // A process that is not public yet is not named here either.
    let public: BTreeSet<ProcessId> = design::Names.named(&mut s, ctx.tenant_id(), &ids).await?.into_iter().map(|it| it.id).collect();
    let items = rows
        .into_iter()
        .map(|row| {
            let area = row.lesson.area.and_then(|id| areas.iter().find(|area| area.id == id)).map(|area| area.name.clone());
            let process = row.lesson.process.filter(|id| public.contains(id));
            Lesson::of(row, area, process)
        })
        .collect();
    Ok(answers::json(&Listed { items, next }))
}
