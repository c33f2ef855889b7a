//! `/werk/groepstelling`: an organisation that helped people writes down how many of them said, freely and apart from what
//! they put in, that taking part is harder for them (G060). Only the number of a group: nobody is named, and nothing of it
//! stands with a contribution.

use crate::model::quarter::Quarter;
use crate::tables::group_counts::{self, GroupCount};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{OrganisationId, ProcessId};
use people::{Context, Fault, Permission, Posted, Thing};
use ui::{Choice, Page, Typed};

/// So many processes can be chosen.
const PROCESSES: i64 = 200;
/// So many earlier counts are shown.
const SHOWN: i64 = 100;
/// A count for this quarter and so many before it can be written.
const QUARTERS: usize = 4;
/// More people than this nobody helps in a quarter.
const MOST: i64 = 10_000;

#[derive(Debug, Template)]
#[template(path = "group_count.html")]
struct Counting {
    page: Page,
    typed: Typed,
    processes: Vec<Choice>,
    quarters: Vec<Choice>,
    rows: Vec<Row>,
}

#[derive(Debug)]
struct Row {
    process: String,
    quarter: String,
    harder: i64,
    silent: i64,
}

/// For whom whoever signed in counts: the own organisation, or the municipality itself.
fn own(ctx: &Context) -> Result<Option<OrganisationId>, Fault> {
    Ok(ctx.signed_in()?.organisation)
}

/// This quarter and those just before it, the latest first.
fn quarters(ctx: &Context) -> Vec<Quarter> {
    let before = |quarter: &Quarter| quarter.first().map(|day| Quarter::of(day.plus_days(-1)));
    std::iter::successors(Some(Quarter::of(ctx.today())), before).take(QUARTERS).collect()
}

fn named(page: &Page, quarter: Quarter) -> String {
    page.t2("learn-quarter", "number", i64::from(quarter.number), "year", quarter.year.to_string())
}

async fn draw(ctx: &Context, typed: Typed) -> Result<Response, Fault> {
    let page = ctx.page("learn-group-count-title");
    let mut s = ctx.read().await?;
    let processes = design::processes(&mut s, ctx.tenant_id(), true, None, PROCESSES).await?;
    let counts = group_counts::by(&mut s, ctx.tenant_id(), own(ctx)?, SHOWN).await?;
    drop(s);
    let names: Vec<(ProcessId, String)> = processes.into_iter().map(|it| (it.id, it.title.best(&ctx.language).text.to_owned())).collect();
    let name =
        |id: ProcessId| names.iter().find(|(known, _)| *known == id).map_or_else(|| page.t("learn-other-place"), |(_, name)| name.clone());
    let status = if typed.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let shown = Counting {
        rows: counts
            .iter()
            .map(|it| Row { process: name(it.process), quarter: named(&page, it.quarter), harder: it.harder, silent: it.silent })
            .collect(),
        processes: names.iter().map(|(id, name)| Choice::new(id.to_string(), name.clone())).collect(),
        quarters: quarters(ctx).into_iter().map(|it| Choice::new(it.to_string(), named(&page, it))).collect(),
        typed,
        page,
    };
    Ok(ui::html(status, &shown))
}

pub(super) async fn show(ctx: Context) -> Result<Response, Fault> {
    own(&ctx)?;
    draw(&ctx, Typed::empty()).await
}

fn number(typed: &mut Typed, field: &str) -> Option<i64> {
    let number = typed.get(field).trim().parse::<i64>().ok().filter(|it| (0..=MOST).contains(it));
    if number.is_none() {
        typed.wrong_with(field, "learn-group-count-number", &[("most", MOST.into())]);
    }
    number
}

pub(super) async fn take(mut form: Posted) -> Result<Response, Fault> {
    let ctx = form.ctx.clone();
    let organisation = own(&ctx)?;
    let process = match form.get("process").parse::<ProcessId>() {
        Ok(id) => design::process(&mut ctx.read().await?, ctx.tenant_id(), id).await?.filter(design::Process::is_public),
        Err(_) => None,
    };
    if process.is_none() {
        form.wrong("process", "ui-choose");
    }
    let quarter = quarters(&ctx).into_iter().find(|it| it.to_string() == form.get("quarter"));
    if quarter.is_none() {
        form.wrong("quarter", "ui-choose");
    }
    let (harder, silent) = (number(&mut form.typed, "harder"), number(&mut form.typed, "silent"));
    let (Some(process), Some(quarter), Some(harder), Some(silent)) = (process, quarter, harder, silent) else {
        return draw(&ctx, form.typed).await;
    };
    ctx.permit(Permission::RecordContribution, &Thing::process(process.id).of_organisation(organisation))?;
    let count = GroupCount { process: process.id, organisation, quarter, harder, silent, at: ctx.now() };
    let store = ctx.store().clone();
    store::write!(store, [ctx], |tx| { group_counts::keep(tx, &ctx.act(), &count).await }).await?;
    Ok(ctx.done("/werk/groepstelling", "learn-group-count-saved"))
}
