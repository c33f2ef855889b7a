//! `/werk/processen`: all processes, drafts too.

use crate::pages::view::{self, Words};
use crate::pages::{A_PAGE, Paging, pager};
use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Permission, Thing};
use ui::{Page, Pager};

#[derive(Debug, Template)]
#[template(path = "staff_list.html")]
struct StaffList {
    page: Page,
    rows: Vec<Entry>,
    pager: Pager,
}

#[derive(Debug)]
struct Entry {
    href: String,
    title: Words,
    state: String,
    version: Option<i64>,
    has_draft: bool,
    rung: Option<String>,
    closes: Option<String>,
    decision: Option<String>,
    public: Option<String>,
}

pub(super) async fn show(ctx: Context, Query(paging): Query<Paging>) -> Result<Response, Fault> {
    let mut s = ctx.read().await?;
    let mut found = crate::processes(&mut s, ctx.tenant_id(), false, paging.after()?, A_PAGE + 1).await?;
    let pager = pager("/werk/processen", &mut found);
    let page = ctx.page("design-staff-processes");
    let rows = found
        .iter()
        .filter(|process| ctx.may(Permission::DesignProcess, &Thing::process(process.id)))
        .map(|process| {
            let charter = process.charter.as_ref();
            Entry {
                href: format!("/werk/processen/{}", process.id),
                title: view::words(&page, &process.title),
                state: page.t(process.state.key()),
                version: charter.map(|charter| charter.version),
                has_draft: process.has_draft,
                rung: charter.map(|charter| page.t(charter.rung.key())),
                closes: charter.and_then(|charter| charter.closes).map(|day| page.date(&day)),
                decision: charter.and_then(|charter| charter.decision_date).map(|day| page.date(&day)),
                public: process.is_public().then(|| format!("/processen/{}", process.slug)),
            }
        })
        .collect();
    Ok(ui::html(StatusCode::OK, &StaffList { page, rows, pager }))
}
