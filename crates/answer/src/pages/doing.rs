//! `/hoe-doen-we-het`: what part is answered, how long it took, what lies still and what authors thought of it. Every
//! number with what it is counted of, the bad ones beside the good ones (H3.9).

use crate::tables::{deliveries, reactions};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use journey::Counts;
use people::{Context, Fault};
use ui::Page;

/// A line of the table: how many of how many.
#[derive(Debug)]
struct Line {
    label: String,
    part: i64,
    whole: i64,
    share: String,
}

/// How one process does.
#[derive(Debug)]
struct OfProcess {
    slug: String,
    title: String,
    received: i64,
    answered: i64,
    share: String,
    stranded: i64,
    withdrawn: i64,
    median: String,
}

#[derive(Debug, Template)]
#[template(path = "doing.html")]
struct Doing {
    page: Page,
    today: String,
    lines: Vec<Line>,
    opinions: Vec<Line>,
    median: String,
    processes: Vec<OfProcess>,
}

fn line(page: &Page, key: &str, part: i64, whole: i64) -> Line {
    Line { label: page.t(key), part, whole, share: page.percent(&part, &whole) }
}

fn median(page: &Page, counts: &Counts) -> String {
    counts.median_days.map_or_else(|| page.t("answer-doing-no-median"), |days| page.t1("answer-doing-days", "days", days))
}

pub(super) async fn show(ctx: Context) -> Result<Response, Fault> {
    let page = ctx.page("answer-doing-title");
    let (tenant, today) = (ctx.tenant_id(), ctx.today());
    let mut s = ctx.read().await?;
    let all = journey::counts_of_all(&mut s, tenant, today).await?;
    let (failed, sent) = deliveries::failed(&mut s, tenant).await?;
    let thought = reactions::opinions(&mut s, tenant, None).await?;
    let mut processes = Vec::new();
    for process in design::processes(&mut s, tenant, true, None, 50).await? {
        let counts = journey::counts(&mut s, tenant, process.id, today).await?;
        processes.push(OfProcess {
            title: process.title.best(&page.language).text.to_owned(),
            slug: process.slug,
            received: counts.received,
            answered: counts.answered,
            share: page.percent(&counts.answered, &counts.received),
            stranded: counts.stranded,
            withdrawn: counts.withdrawn,
            median: median(&page, &counts),
        });
    }
    let doing = Doing {
        today: page.t1("answer-doing-on", "date", page.date(&today)),
        lines: vec![
            line(&page, "answer-doing-screened", all.screened, all.received),
            line(&page, "answer-doing-decided", all.decided, all.received),
            line(&page, "answer-doing-answered", all.answered, all.received),
            line(&page, "answer-doing-stranded", all.stranded, all.received),
            line(&page, "answer-doing-withdrawn", all.withdrawn, all.received + all.withdrawn),
            line(&page, "answer-doing-failed", failed, sent),
        ],
        opinions: vec![
            line(&page, "answer-doing-understood", thought.understood, thought.understood + thought.not_understood),
            line(&page, "answer-doing-not-understood", thought.not_understood, thought.understood + thought.not_understood),
            line(&page, "answer-doing-fair", thought.fair, thought.fair + thought.unfair),
            line(&page, "answer-doing-unfair", thought.unfair, thought.fair + thought.unfair),
            line(&page, "answer-doing-reviews", thought.reviews, all.answered),
        ],
        median: median(&page, &all),
        processes,
        page,
    };
    Ok(ui::html(StatusCode::OK, &doing))
}
