//! `/antwoorden/te-laat`: which answers are late, since when and with whom (F3 X7: «publish overdue list»).

use super::{PAGE, cut};
use crate::late::late;
use crate::shown::Said;
use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use journey::{DossierRow, State};
use kernel::{Date, DossierId, ProcessId};
use people::{Context, Fault};
use std::collections::HashMap;
use ui::{Page, Pager};

#[derive(Debug, Template)]
#[template(path = "late.html")]
struct Late {
    page: Page,
    today: String,
    rows: Vec<Row>,
    pager: Pager,
}

#[derive(Debug)]
struct Row {
    number: String,
    href: String,
    title: Option<Said>,
    process: Option<Said>,
    department: String,
    stands: String,
    promised: String,
    days: i64,
}

/// What is still owed, by where the dossier stands.
const fn owed(state: State) -> &'static str {
    if matches!(state, State::FedBack) { "answer-late-undelivered" } else { "answer-late-unanswered" }
}

pub(super) async fn show(ctx: Context, Query(asked): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    let page = ctx.page("answer-late-title");
    let (tenant, today) = (ctx.tenant_id(), ctx.today());
    let read = |asked: &HashMap<String, String>| Some((asked.get("na")?.parse().ok()?, asked.get("id")?.parse().ok()?));
    let after: Option<(Date, DossierId)> = read(&asked);
    let mut s = ctx.read().await?;
    let mut found = late(&mut s, tenant, today, after, PAGE + 1).await?;
    let more = cut(&mut found);
    let leads: Vec<_> = found.iter().map(|row| row.lead).collect();
    let words: HashMap<_, _> = voice::words(&mut s, tenant, &leads).await?.into_iter().map(|it| (it.id, it)).collect();
    let titles: HashMap<ProcessId, Said> =
        design::titles(&mut s, tenant, 1_000).await?.into_iter().map(|(id, set)| (id, Said::of(&set, &page.language))).collect();
    let names: HashMap<_, _> =
        people::tables::departments(&mut s, tenant).await?.into_iter().map(|department| (department.id, department.name)).collect();
    drop(s);
    let row = |row: &DossierRow| {
        let said = words.get(&row.lead).filter(|words| words.published && !words.withdrawn);
        let until = row.until.unwrap_or(row.due);
        Row {
            number: row.number.to_string(),
            href: format!("/bijdragen/{}", row.number),
            title: said.map(|words| Said::of(&words.title, &page.language)).filter(|title| !title.text.is_empty()),
            process: titles.get(&row.process).cloned(),
            department: row.department.and_then(|id| names.get(&id).cloned()).unwrap_or_else(|| page.t("answer-late-team")),
            stands: page.t2(
                owed(row.state),
                "day",
                page.day(&row.since),
                "outcome",
                row.outcome.map_or_else(String::new, |it| page.t(it.key())),
            ),
            promised: page.date(&until),
            days: until.days_until(today),
        }
    };
    let next = found.last().filter(|_| more).map(|last| format!("/antwoorden/te-laat?na={}&id={}", last.due, last.id));
    let pager = Pager { next, previous: after.is_some().then(|| "/antwoorden/te-laat".to_owned()) };
    let rows = found.iter().map(row).collect();
    Ok(ui::html(StatusCode::OK, &Late { today: page.date(&today), rows, pager, page }))
}
