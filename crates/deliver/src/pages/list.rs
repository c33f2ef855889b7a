//! `/werk/uitvoering`: everything that was promised and still waits for something, what must be done first on top.

use super::{PAGE, UNPLANNED, cut};
use crate::tables::commitments;
use crate::view::{self, Shown, Unplanned};
use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{CommitmentId, Date, DepartmentId};
use people::{Context, Fault};
use std::collections::HashMap;
use ui::{Choice, Page, Pager, Typed};

#[derive(Debug, Template)]
#[template(path = "list.html")]
struct List {
    page: Page,
    typed: Typed,
    which: Vec<Choice>,
    departments: Vec<Choice>,
    rows: Vec<Shown>,
    due: Vec<String>,
    unplanned: Vec<Unplanned>,
    /// Where more of that stands.
    unplanned_next: Option<String>,
    pager: Pager,
}

fn cursor(text: Option<&String>) -> Option<(Date, CommitmentId)> {
    let (day, id) = text?.split_once('.')?;
    Some((day.parse().ok()?, id.parse().ok()?))
}

pub(super) async fn show(ctx: Context, Query(asked): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    let page = ctx.page("deliver-work-title");
    let text = |name: &str| asked.get(name).map(String::as_str).unwrap_or_default();
    let late = text("welke") == "te-laat";
    let mut s = ctx.read().await?;
    let departments = people::tables::departments(&mut s, ctx.tenant_id()).await?;
    let department: Option<DepartmentId> = departments.iter().map(|it| it.id).find(|id| id.to_string() == text("dienst"));
    let after = cursor(asked.get("na"));
    let until = late.then(|| ctx.today().plus_days(-1));
    let mut found = commitments::open(&mut s, ctx.tenant_id(), department, until, after, PAGE + 1).await?;
    let more = cut(&mut found);
    let (unplanned, end) = if after.is_none() {
        view::unplanned(&mut s, &ctx, &page, (None, department), view::unplanned_after(asked.get("beslist")), UNPLANNED).await?
    } else {
        (Vec::new(), None)
    };
    let rows = view::shown(&mut s, &ctx, &page, &found).await?;
    drop(s);
    let (welke, dienst) = (if late { "te-laat" } else { "open" }, department.map(|id| id.to_string()).unwrap_or_default());
    let base = format!("/werk/uitvoering?welke={welke}&dienst={dienst}");
    let next = found.last().filter(|_| more).and_then(|it| Some(format!("{base}&na={}.{}", it.due?, it.id)));
    let list = List {
        which: vec![Choice::new("open", page.t("deliver-work-open")), Choice::new("te-laat", page.t("deliver-work-late"))],
        departments: departments.iter().map(|it| Choice::new(it.id.to_string(), it.name.clone())).collect(),
        typed: Typed::empty().with("welke", welke).with("dienst", dienst),
        due: found.iter().map(|it| it.due.map_or_else(|| page.t("ui-none"), |due| page.date(&due))).collect(),
        unplanned_next: end.map(|end| format!("{base}&beslist={}", view::unplanned_place(end))),
        pager: Pager { next, previous: after.is_some().then_some(base) },
        rows,
        unplanned,
        page,
    };
    Ok(ui::html(StatusCode::OK, &list))
}
