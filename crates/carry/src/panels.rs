//! Pieces for pages that the program composes from several rooms.

use crate::desk::{Narrow, View, counted, holders};
use crate::model::{Standing, holds_for};
use crate::pages::briefings::{Question, Row, questions, rows, text};
use crate::pages::desk::{Entry, ViewLink, entry, view_links};
use crate::pages::result::{self, Told as ResultTold};
use crate::pages::view::{Names, Texts, Words};
use crate::tables::{self, Briefing};
use askama::Template;
use async_trait::async_trait;
use journey::DossierRow;
use kernel::{ContributionId, Date, DossierId, ProcessId, TextId};
use people::{Context, Fault, Panel, Permission, SignedIn, Spot, Thing};
use std::collections::HashMap;
use store::Session;
use ui::Page;

/// How many rows the panel shows.
const SHOWN: usize = 5;

#[derive(Debug, Template)]
#[template(path = "panel_desk.html")]
struct DeskPanel<'a> {
    page: &'a Page,
    views: Vec<ViewLink>,
    rows: Vec<Entry>,
}

/// What waits longest for whoever signed in, with the counts. Headings begin at the second level.
///
/// # Errors
/// [`Fault::SignIn`] without a sign-in; what the database says.
pub async fn desk_panel(ctx: &Context, page: &Page) -> Result<String, Fault> {
    let (counts, mut found) = counted(ctx, View::Mine, &Narrow::default(), None).await?;
    found.rows.truncate(SHOWN);
    let mut s = ctx.read().await?;
    let names = Names::read(&mut s, ctx.tenant_id(), &holders(&found.rows)).await?;
    drop(s);
    let rows = found.rows.iter().map(|it| entry(ctx, page, &names, it)).collect();
    let panel = DeskPanel { page, views: view_links(page, &counts, View::Mine), rows };
    panel.render().map_err(|error| Fault::Broken(error.to_string()))
}

/// What this room shows on pages that are put together of several rooms: what came of a survey, and what the council was told.
#[derive(Debug, Clone, Copy, Default)]
pub struct Panels;

#[async_trait]
impl Panel for Panels {
    async fn draw(&self, ctx: &Context, spot: Spot) -> Result<String, Fault> {
        match spot {
            Spot::Desk => Ok(reviews_desk(ctx).await? + &council_desk(ctx).await?),
            Spot::Process(process) => {
                let mut s = ctx.read().await?;
                let all = tables::briefings_of_process(&mut s, ctx.tenant_id(), process).await?;
                drop(s);
                Ok(results(ctx, process).await? + &told(ctx, process, &all, true).await?)
            }
            Spot::Journey(contribution) => on_journey(ctx, contribution).await,
            Spot::Dossier(_) => Ok(String::new()),
        }
    }
}

#[derive(Debug, Template)]
#[template(path = "panel_results.html")]
struct Results {
    page: Page,
    /// Each result, and whether a body still has to decide on it.
    results: Vec<(ResultTold, bool)>,
}

/// What came of what was gathered in a process (F5), the newest first; empty where nothing was.
async fn results(ctx: &Context, process: ProcessId) -> Result<String, Fault> {
    let mut s = ctx.read().await?;
    let all = tables::results_of_process(&mut s, ctx.tenant_id(), process, 5).await?;
    if all.is_empty() {
        return Ok(String::new());
    }
    let ids: Vec<TextId> = all.iter().flat_map(result::texts).collect();
    let texts = Texts::read(&mut s, ctx.tenant_id(), &ids).await?;
    let names = Names::read(&mut s, ctx.tenant_id(), &[]).await?;
    let smallest = people::tables::tenants::smallest(&mut s, ctx.tenant_id()).await?;
    let page = ctx.page("carry-result-heading");
    let mut results = Vec::with_capacity(all.len());
    for it in &all {
        let dossier = journey::dossier(&mut s, ctx.tenant_id(), it.dossier).await?;
        let waits = it.by_decision && dossier.is_some_and(|it| it.outcome.is_none());
        results.push((result::told(&page, &names, &texts, it, smallest), waits));
    }
    drop(s);
    Results { page, results }.render().map_err(|error| Fault::Broken(error.to_string()))
}

/// So many choices of which the day came are read at once.
const REVIEWS_READ: i64 = 200;
/// So many times they are read at most to find those of one person: where a thousand choices of others are forgotten, the page says
/// that it may not know all.
const REVIEWS_TURNS: usize = 5;

#[derive(Debug, Template)]
#[template(path = "panel_reviews.html")]
struct ReviewsDesk {
    page: Page,
    /// Where each is looked at again, and its words.
    rows: Vec<(String, String)>,
    /// Whether so many wait that not all were looked through.
    more: bool,
}

/// The choices that are to be looked at again (F6): of the dossiers that somebody holds or stands in for, or of the department that
/// somebody heads.
async fn reviews_desk(ctx: &Context) -> Result<String, Fault> {
    let Some(who) = ctx.account.as_ref().filter(|_| ctx.may_somewhere(Permission::Advise)) else { return Ok(String::new()) };
    let mut s = ctx.read().await?;
    let (found, more) = reviews_of(ctx, who, &mut s).await?;
    drop(s);
    if found.is_empty() && !more {
        return Ok(String::new());
    }
    let page = ctx.page("carry-reviews-title");
    let words = |(row, day): &(DossierRow, Date)| {
        let href = format!("/werk/dossiers/{}/waarden/opnieuw", row.id);
        (href, page.t2("carry-reviews-one", "number", row.number.to_string(), "day", page.date(day)))
    };
    let rows = found.iter().map(words).collect();
    ReviewsDesk { page, rows, more }.render().map_err(|error| Fault::Broken(error.to_string()))
}

/// The first of the dossiers of which this person looks at a choice again, each with its day. What was taken back, or went along
/// with another one, nobody looks at any more. Also whether there may be more of them than could be looked for.
async fn reviews_of(ctx: &Context, who: &SignedIn, s: &mut Session) -> Result<(Vec<(DossierRow, Date)>, bool), store::Error> {
    let (tenant, today) = (ctx.tenant_id(), ctx.today());
    let looks = |row: &DossierRow| {
        let thing = Standing::from(row).beside().thing();
        let holds = || row.holder.is_some_and(|holder| holds_for(&who.grants, who.id, holder, &thing, today));
        ctx.may(Permission::Advise, &thing) && (ctx.may(Permission::Accept, &thing) || holds())
    };
    let (mut found, mut after) = (Vec::new(), None);
    let mut turns = 0;
    while found.len() < SHOWN {
        let due = tables::due_reviews(s, tenant, today, after, REVIEWS_READ).await?;
        let Some(last) = due.last() else { break };
        if turns == REVIEWS_TURNS {
            return Ok((found, true));
        }
        turns += 1;
        after = Some((last.day, last.dossier));
        let ids: Vec<DossierId> = due.iter().map(|it| it.dossier).collect();
        let rows: HashMap<DossierId, DossierRow> = journey::listed(s, tenant, &ids).await?.into_iter().map(|row| (row.id, row)).collect();
        let these = due.iter().filter_map(|it| Some((rows.get(&it.dossier)?, it.day)));
        found.extend(these.filter(|(row, _)| looks(row)).map(|(row, day)| (row.clone(), day)));
    }
    found.truncate(SHOWN);
    Ok((found, false))
}

#[derive(Debug, Template)]
#[template(path = "panel_council_desk.html")]
struct CouncilDesk {
    page: Page,
    rows: Vec<Row>,
}

/// What the council was told last, for whoever decides (E901) and whoever answers its questions.
async fn council_desk(ctx: &Context) -> Result<String, Fault> {
    if !ctx.may_somewhere(Permission::Decide) && !ctx.may_somewhere(Permission::Schedule) {
        return Ok(String::new());
    }
    let page = ctx.page("carry-briefings-title");
    let mut s = ctx.read().await?;
    let all = tables::briefings(&mut s, ctx.tenant_id(), None, 5).await?;
    drop(s);
    if all.is_empty() {
        return Ok(String::new());
    }
    let rows = rows(ctx, &page, &all).await?;
    CouncilDesk { page, rows }.render().map_err(|error| Fault::Broken(error.to_string()))
}

#[derive(Debug, Template)]
#[template(path = "panel_council.html")]
struct Council {
    page: Page,
    told: Vec<Told>,
    tell: Option<String>,
    moments: Option<String>,
}

/// One briefing as everybody reads it.
#[derive(Debug)]
struct Told {
    text: String,
    words: Option<Words>,
    closed: Option<Words>,
    questions: Vec<Question>,
}

/// What the council was told, what it asked and what was answered. Where the law closes it, only that and which rule.
async fn told(ctx: &Context, process: ProcessId, all: &[Briefing], on_process: bool) -> Result<String, Fault> {
    let page = ctx.page("carry-briefings-title");
    let thing = Thing::process(process);
    let tell = (on_process && ctx.may(Permission::Schedule, &thing)).then(|| format!("/werk/processen/{process}/briefing"));
    let moments = (on_process && ctx.may(Permission::DesignProcess, &thing)).then(|| format!("/werk/processen/{process}/momenten"));
    if all.is_empty() && tell.is_none() && moments.is_none() {
        return Ok(String::new());
    }
    let mut s = ctx.read().await?;
    let mut asked = Vec::new();
    let mut ids: Vec<TextId> = Vec::new();
    for it in all {
        let found = tables::briefing(&mut s, ctx.tenant_id(), it.id).await?.map(|(_, _, questions)| questions).unwrap_or_default();
        let found = if it.closed.is_some() { Vec::new() } else { found };
        ids.extend(found.iter().flat_map(|one| [Some(one.words), one.answer]).flatten());
        ids.push(it.closed.unwrap_or(it.told));
        asked.push(found);
    }
    let texts = Texts::read(&mut s, ctx.tenant_id(), &ids).await?;
    drop(s);
    let shown = all.iter().zip(&asked).map(|(it, asked)| Told {
        text: text(&page, it),
        words: Some(it.told).filter(|_| it.closed.is_none()).and_then(|id| texts.words(&page, id)),
        closed: it.closed.and_then(|id| texts.words(&page, id)),
        questions: questions(&page, &texts, asked, ctx.today()),
    });
    let panel = Council { told: shown.collect(), tell, moments, page };
    panel.render().map_err(|error| Fault::Broken(error.to_string()))
}

/// What the council was told about this contribution, or about everything in its process.
async fn on_journey(ctx: &Context, contribution: ContributionId) -> Result<String, Fault> {
    let mut s = ctx.read().await?;
    let Some(dossier) = journey::of_contribution(&mut s, ctx.tenant_id(), contribution).await? else { return Ok(String::new()) };
    let all = tables::briefings_of_dossier(&mut s, ctx.tenant_id(), dossier.process, dossier.id).await?;
    drop(s);
    told(ctx, dossier.process, &all, false).await
}
