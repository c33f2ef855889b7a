//! `/wat-we-weten/tegenspraak`: what sources contradict each other in, side by side (H2), and what of them is lost (H1).

use super::view::{Cited, Said, pair, said};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use evidence::Placeholder;
use people::{Context, Fault};
use ui::Page;

#[derive(Debug)]
struct Clash {
    id: String,
    name: Said,
    sides: Vec<(Said, Vec<Cited>)>,
    note: Said,
}

#[derive(Debug)]
struct Lost {
    key: String,
    name: Said,
    count: Option<String>,
    cites: Vec<Cited>,
    filled: Vec<(Said, Cited)>,
}

#[derive(Debug, Template)]
#[template(path = "gaps.html")]
struct Gaps {
    page: Page,
    clashes: Vec<Clash>,
    lost: Vec<Lost>,
    empty: Said,
}

pub(super) async fn show(ctx: Context) -> Result<Response, Fault> {
    let knowledge = super::known(&ctx).await?;
    let page = ctx.page("knowledge-gaps-title");
    let clashes = knowledge
        .contradictions
        .iter()
        .map(|its| Clash {
            id: its.id.clone(),
            name: said(&page, &its.name),
            sides: its.sides.iter().map(|side| (said(&page, &side.says), Cited::all(&page, &knowledge, &side.cites))).collect(),
            note: said(&page, &its.note),
        })
        .collect();
    let lost = knowledge
        .placeholders
        .iter()
        .map(|its| Lost {
            key: its.key.clone(),
            name: said(&page, &its.name),
            count: its.count.map(|count| page.t1("knowledge-lost-count", "count", i64::from(count))),
            cites: Cited::all(&page, &knowledge, &its.cites),
            filled: its.filled.iter().map(|filled| (said(&page, &filled.says), Cited::of(&page, &knowledge, &filled.cite))).collect(),
        })
        .collect();
    let (nl, en) = Placeholder::EMPTY;
    let empty = pair(&page, nl, en);
    Ok(ui::html(StatusCode::OK, &Gaps { page, clashes, lost, empty }))
}
