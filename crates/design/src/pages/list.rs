//! `/processen`: everything that residents can or could take part in.

use crate::model::open_for_contributions;
use crate::pages::view::{self, Words};
use crate::pages::{A_PAGE, Paging, pager};
use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault};
use ui::{Page, Pager};

#[derive(Debug, Template)]
#[template(path = "list.html")]
struct List {
    page: Page,
    entries: Vec<Entry>,
    pager: Pager,
}

#[derive(Debug)]
struct Entry {
    href: String,
    agreements: String,
    title: Words,
    question: Words,
    state: String,
    rung: ui::Rung,
    open: bool,
}

pub(super) async fn show(ctx: Context, Query(paging): Query<Paging>) -> Result<Response, Fault> {
    let mut s = ctx.read().await?;
    let mut found = crate::processes(&mut s, ctx.tenant_id(), true, paging.after()?, A_PAGE + 1).await?;
    let pager = pager("/processen", &mut found);
    let page = ctx.page("design-processes");
    let today = ctx.today();
    let entries = found
        .iter()
        .filter_map(|process| {
            let charter = process.charter.as_ref()?;
            let open = open_for_contributions(process, today);
            let state = match (open, charter.closes, charter.opens) {
                (true, Some(closes), _) => page.t1("design-open-until", "date", page.date(&closes)),
                (true, None, _) => page.t("design-open"),
                (false, _, Some(opens)) if opens > today && process.closed.is_none() => {
                    page.t1("design-opens-on", "date", page.date(&opens))
                }
                _ => page.t("design-no-longer-open"),
            };
            Some(Entry {
                href: format!("/processen/{}", process.slug),
                agreements: format!("/processen/{}/afspraken", process.slug),
                title: view::words(&page, &process.title),
                question: view::words(&page, &charter.question),
                state,
                rung: view::rung(&page, &charter.draft())?,
                open,
            })
        })
        .collect();
    Ok(ui::html(StatusCode::OK, &List { page, entries, pager }))
}
