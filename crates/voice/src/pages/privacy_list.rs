//! Contributions at whose words nobody has looked yet, the longest waiting first (catalogue F1 S1: two working days);
//! and those that somebody looked at, so that a decision can be looked at again.

use super::{PAGE, asked, cursor, read_cursor};
use crate::model::contribution::{Contribution, Screening};
use crate::model::privacy;
use crate::tables::contribution as table;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{ContributionId, Language};
use people::{Context, Fault, Permission, Thing};
use ui::{Page, Pager};

#[derive(Template)]
#[template(path = "privacy_list.html")]
struct ListPage {
    page: Page,
    rows: Vec<Row>,
    pager: Pager,
    lists: Vec<(String, String, bool)>,
    waits: bool,
    moderates: bool,
}

struct Row {
    id: String,
    number: String,
    title: String,
    language: Language,
    channel: String,
    received: String,
    until: String,
    late: bool,
    found: Vec<String>,
}

/// Whether whoever signed in may look at the words of this thing.
pub fn may(ctx: &Context, thing: &Thing) -> bool {
    ctx.may(Permission::Screen, thing) || ctx.may(Permission::Moderate, thing)
}

/// The list.
pub async fn show(ctx: Context) -> Result<Response, Fault> {
    if !ctx.may_somewhere(Permission::Screen) && !ctx.may_somewhere(Permission::Moderate) {
        return Err(Fault::Forbidden);
    }
    let state = asked(&ctx, "stand").map_or(Screening::Waiting, |code| Screening::from_code(&code));
    let base = address(state);
    let mut session = ctx.read().await?;
    let after = read_cursor::<ContributionId>(asked(&ctx, "na").as_deref());
    let mut listed = match state {
        Screening::Waiting => table::waiting(&mut session, ctx.tenant_id(), after, PAGE + 1).await?,
        other => table::screened(&mut session, ctx.tenant_id(), other, after, PAGE + 1).await?,
    };
    let more = listed.len() > usize::try_from(PAGE).unwrap_or(usize::MAX);
    listed.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let next = listed.last().filter(|_| more).map(|last| format!("{base}&na={}", cursor(last.received, last.id)));
    let page = ctx.page("voice-privacy-list-title");
    let rows = listed
        .into_iter()
        .filter(|contribution| may(&ctx, &Thing::process(contribution.process).in_area(contribution.place.area)))
        .map(|contribution| row(&ctx, &page, &contribution))
        .collect();
    let lists = [Screening::Waiting, Screening::Shown, Screening::KeptBack]
        .into_iter()
        .map(|one| (address(one), page.t(format!("voice-state-{}", one.code())), one == state))
        .collect();
    let pager = Pager { next, previous: after.is_some().then_some(base) };
    Ok(ui::html(
        StatusCode::OK,
        &ListPage { page, rows, pager, lists, waits: state == Screening::Waiting, moderates: ctx.may_somewhere(Permission::Moderate) },
    ))
}

fn address(state: Screening) -> String {
    format!("/werk/privacy?stand={}", state.code())
}

fn row(ctx: &Context, page: &Page, contribution: &Contribution) -> Row {
    let civil = &ctx.tenant.civil;
    let title = contribution.title.original();
    let words = format!("{}\n{}", title.text, contribution.body.as_ref().map_or("", |body| body.original().text.as_str()));
    let mut kinds: Vec<privacy::Kind> = privacy::find(&words).into_iter().map(|found| found.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let until = civil.last_day(civil.today(contribution.received), civil.terms.receive);
    Row {
        id: contribution.id.to_string(),
        number: contribution.number.to_string(),
        title: title.text.clone(),
        language: title.language,
        channel: page.t(contribution.channel.key()),
        received: page.time(&contribution.received),
        until: page.date(&until),
        late: contribution.screening == Screening::Waiting && until < ctx.today(),
        found: kinds.into_iter().map(|kind| page.t(kind.key())).collect(),
    }
}
