//! `/antwoorden`: everything that was answered, by project and area; the no's as well as the yes'es.

use super::{PAGE, cursor, cut, read_cursor};
use crate::panels::{Answered, answered_of};
use crate::tables::answers::{self, Of};
use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault};
use std::collections::HashMap;
use ui::{Choice, Page, Pager, Typed};

#[derive(Debug, Template)]
#[template(path = "answered.html")]
struct List {
    page: Page,
    typed: Typed,
    processes: Vec<Choice>,
    areas: Vec<Choice>,
    rows: Vec<Answered>,
    pager: Pager,
}

pub(super) async fn show(ctx: Context, Query(asked): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    let page = ctx.page("answer-list-title");
    let tenant = ctx.tenant_id();
    let mut s = ctx.read().await?;
    let processes = design::processes(&mut s, tenant, true, None, 100).await?;
    let areas = people::tables::areas(&mut s, tenant).await?;
    let process = asked.get("project").and_then(|slug| processes.iter().find(|it| it.slug == *slug));
    let area = asked.get("gebied").and_then(|id| areas.iter().find(|it| it.id.to_string() == *id));
    let of = Of { process: process.map(|it| it.id), area: area.map(|it| it.id) };
    let after = read_cursor(asked.get("na"));
    let mut found = answers::latest(&mut s, tenant, of, after, PAGE + 1).await?;
    let more = cut(&mut found);
    let base = format!(
        "/antwoorden?project={}&gebied={}",
        process.map_or("", |it| it.slug.as_str()),
        area.map(|it| it.id.to_string()).unwrap_or_default()
    );
    let next = found.last().filter(|_| more).map(|last| format!("{base}&na={}", cursor(last.published, last.id)));
    let pager = Pager { next, previous: after.is_some().then(|| base.clone()) };
    let typed = Typed::empty()
        .with("project", process.map_or("", |it| it.slug.as_str()))
        .with("gebied", area.map(|it| it.id.to_string()).unwrap_or_default());
    let rows = answered_of(&mut s, &ctx.tenant, &page, &found).await?;
    let list = List {
        processes: processes.iter().map(|it| Choice::new(it.slug.clone(), it.title.best(&page.language).text)).collect(),
        areas: areas.iter().map(|it| Choice::new(it.id.to_string(), it.name.clone())).collect(),
        typed,
        rows,
        pager,
        page,
    };
    Ok(ui::html(StatusCode::OK, &list))
}
