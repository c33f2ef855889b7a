//! Pieces of pages that others compose: the public page of a process and the home page.

use crate::shown::Said;
use crate::tables::answers::{self, Answer, Of};
use askama::Template;
use kernel::{ContributionId, ProcessId};
use people::{Context, Fault, Tenant};
use std::collections::HashMap;
use store::Session;
use ui::Page;

/// An answer in a list.
#[derive(Debug)]
pub(crate) struct Answered {
    pub(crate) number: String,
    pub(crate) href: String,
    pub(crate) title: Option<Said>,
    pub(crate) outcome: String,
    /// What happened to the words of this author; the shared part where there is no own one.
    pub(crate) said: Option<Said>,
    pub(crate) published: String,
    pub(crate) process: Said,
}

/// Makes the rows of a list of answers. What its author took back is left out.
pub(crate) async fn answered_of(s: &mut Session, tenant: &Tenant, page: &Page, found: &[Answer]) -> Result<Vec<Answered>, store::Error> {
    let ids: Vec<ContributionId> = found.iter().map(|it| it.contribution).collect();
    let words: HashMap<_, _> = voice::words(s, tenant.id, &ids).await?.into_iter().map(|it| (it.id, it)).collect();
    let mut texts: Vec<_> = found.iter().map(|it| it.own.unwrap_or(it.done)).collect();
    texts.sort_unstable();
    texts.dedup();
    let texts: HashMap<_, _> = store::texts::texts(s, tenant.id, &texts).await?.into_iter().collect();
    let mut titles = HashMap::new();
    for answer in found {
        if !titles.contains_key(&answer.process)
            && let Some(process) = design::process(s, tenant.id, answer.process).await?
        {
            titles.insert(answer.process, Said::of(&process.title, &page.language));
        }
    }
    let rows = found.iter().filter_map(|answer| {
        let words = words.get(&answer.contribution).filter(|words| !words.withdrawn)?;
        Some(Answered {
            number: answer.number.to_string(),
            href: format!("/bijdragen/{}", answer.number),
            title: words.published.then(|| Said::of(&words.title, &page.language)).filter(|title| !title.text.is_empty()),
            outcome: page.t(answer.outcome.key()),
            said: texts.get(&answer.own.unwrap_or(answer.done)).map(|set| Said::of(set, &page.language)),
            published: page.t1("answer-published-on", "date", page.day(&answer.published)),
            process: titles.get(&answer.process)?.clone(),
        })
    });
    Ok(rows.collect())
}

#[derive(Debug, Template)]
#[template(path = "panel_answered.html")]
struct AnsweredPanel {
    page: Page,
    rows: Vec<Answered>,
    with_process: bool,
}

#[derive(Debug, Template)]
#[template(path = "panel_share.html")]
struct SharePanel {
    page: Page,
    told: String,
}

fn drawn(template: &impl Template) -> Result<String, Fault> {
    template.render().map_err(|error| Fault::Broken(error.to_string()))
}

/// What was answered last, in one process or everywhere, at most `limit` answers. Headings begin at the third level.
/// Empty when nothing was answered yet.
///
/// # Errors
/// When the database does not answer.
pub async fn answered(ctx: &Context, process: Option<ProcessId>, limit: i64) -> Result<String, Fault> {
    let page = ctx.page("answer-list-title");
    let mut s = ctx.read().await?;
    let found = answers::latest(&mut s, ctx.tenant_id(), Of { process, area: None }, None, limit.clamp(1, 50)).await?;
    let rows = answered_of(&mut s, &ctx.tenant, &page, &found).await?;
    drop(s);
    if rows.is_empty() {
        return Ok(String::new());
    }
    drawn(&AnsweredPanel { page, rows, with_process: process.is_none() })
}

/// What part was answered and how long it took, with what lies still beside it. Empty when nothing came in yet.
///
/// # Errors
/// When the database does not answer.
pub async fn share(ctx: &Context, process: Option<ProcessId>) -> Result<String, Fault> {
    let page = ctx.page("answer-doing-title");
    let mut s = ctx.read().await?;
    let counts = match process {
        Some(process) => journey::counts(&mut s, ctx.tenant_id(), process, ctx.today()).await?,
        None => journey::counts_of_all(&mut s, ctx.tenant_id(), ctx.today()).await?,
    };
    drop(s);
    if counts.received == 0 {
        return Ok(String::new());
    }
    let share = page.percent(&counts.answered, &counts.received);
    let mut told = vec![
        page.ta("answer-share", &[("answered", counts.answered.into()), ("received", counts.received.into()), ("share", share.into())]),
    ];
    told.extend(counts.median_days.map(|days| page.t1("answer-share-median", "days", days)));
    told.push(page.t1("answer-share-stranded", "count", counts.stranded));
    if counts.parts_stranded > 0 {
        told.push(page.t2("answer-share-parts", "count", counts.parts_stranded, "parts", counts.parts));
    }
    drawn(&SharePanel { told: told.join(" "), page })
}
