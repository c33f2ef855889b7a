//! `/werk/intake/nakijken`: a second person lays the sheets of a batch of paper beside what was typed in, one after another. Nobody checks
//! what they typed in themselves.

use super::asked;
use crate::forms::intake;
use crate::model::contribution::Error;
use crate::model::sheet::may_read;
use crate::sheets;
use crate::tables::batch::{self as batches, Batch};
use crate::tables::sheet::{self as table, WaitingBatch, WaitingSheet};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{BatchId, ContributionId, OrganisationId, ProcessId};
use people::{Context, Fault, Permission, Posted, Thing};
use ui::{Page, Typed};

/// So many batches are listed at once; what was checked makes room for others.
const MOST: i64 = 100;
/// Where all of it is.
const PATH: &str = "/werk/intake/nakijken";

#[derive(Template)]
#[template(path = "sheets.html")]
struct SheetsPage {
    page: Page,
    typed: Typed,
    rows: Vec<Row>,
    batch: Option<BatchShown>,
    sheet: Option<SheetShown>,
    /// What was typed of a sheet that somebody else checked meanwhile: title and words.
    passed: Option<(String, String)>,
}

struct Row {
    href: String,
    label: String,
    captured: String,
    waiting: String,
}

struct BatchShown {
    href: String,
    label: String,
    counted: String,
    /// That the header tells another number than was typed in, and where its sheets are typed.
    differs: Option<(String, String)>,
    /// How many wait that this person typed in, and that somebody else checks.
    own: Option<String>,
}

struct SheetShown {
    name: String,
    later: String,
}

/// Whether whoever signed in may lay the sheets of such a batch beside the paper.
fn may_check(ctx: &Context, process: ProcessId, keeper: Option<OrganisationId>) -> bool {
    let own = ctx.account.as_ref().and_then(|account| account.organisation);
    may_read(own, keeper) && ctx.may(Permission::RecordContribution, &Thing::process(process).of_organisation(keeper))
}

/// The batches of which sheets wait for whoever signed in, the oldest first.
pub(crate) async fn waiting(ctx: &Context) -> Result<Vec<WaitingBatch>, Fault> {
    let me = ctx.signed_in()?.id;
    let own = ctx.signed_in()?.organisation;
    let all = table::waiting_batches(&mut ctx.read().await?, ctx.tenant_id(), (me, own), MOST).await?;
    Ok(all.into_iter().filter(|it| may_check(ctx, it.process, it.organisation)).collect())
}

/// The batch with this id, when whoever signed in may check it.
async fn permitted(ctx: &Context, id: BatchId) -> Result<Batch, Fault> {
    let batch = batches::batch(&mut ctx.read().await?, ctx.tenant_id(), id).await?.ok_or(Fault::NotFound)?;
    if may_check(ctx, batch.process, batch.organisation) { Ok(batch) } else { Err(Fault::Forbidden) }
}

/// The batches with paper that waits; of one that was chosen the next sheet.
pub async fn show(ctx: Context) -> Result<Response, Fault> {
    let Some(id) = asked(&ctx, "partij") else { return drawn(&ctx, None, Typed::empty(), StatusCode::OK).await };
    let batch = permitted(&ctx, id.parse().map_err(|_| Fault::NotFound)?).await?;
    let after: Option<ContributionId> = asked(&ctx, "na").and_then(|text| text.parse().ok());
    let me = ctx.signed_in()?.id;
    let mut session = ctx.read().await?;
    let mut sheet = table::next(&mut session, ctx.tenant_id(), batch.id, me, after).await?;
    if sheet.is_none() && after.is_some() {
        // What was left for later comes round again.
        sheet = table::next(&mut session, ctx.tenant_id(), batch.id, me, None).await?;
    }
    drop(session);
    let typed = sheet.as_ref().map_or_else(Typed::empty, |it| {
        Typed::empty()
            .with("sheet", it.contribution.to_string())
            .with("partij", it.batch.to_string())
            .with("title", it.title.clone())
            .with("body", it.body.clone().unwrap_or_default())
    });
    drawn(&ctx, Some((batch, sheet)), typed, StatusCode::OK).await
}

/// Notes what stands on the paper of one sheet, and goes on to the next.
pub async fn take(posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let id: ContributionId = typed.get("sheet").parse().map_err(|_| Fault::NotFound)?;
    let Some(sheet) = table::waiting_sheet(&mut ctx.read().await?, ctx.tenant_id(), id).await? else {
        return passed(&ctx, typed).await;
    };
    let batch = permitted(&ctx, sheet.batch).await?;
    let me = ctx.signed_in()?.id;
    if sheet.recorder == me {
        return Err(Fault::Conflict("voice-sheet-own"));
    }
    let Some((title, body)) = intake::transcript(&mut typed, sheet.body.is_none()) else {
        return drawn(&ctx, Some((batch, Some(sheet))), typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let by = ctx.clone();
    let done =
        store::write!(ctx.store(), [by, title, body], |tx| { sheets::check(tx, &by.act(), id, me, (&title, body.as_ref())).await }).await;
    let same = match done {
        Ok(same) => same,
        Err(Error::Missing | Error::Withdrawn) => return passed(&ctx, typed).await,
        Err(Error::Divided) => {
            typed.wrong("body", "voice-sheet-divided");
            return drawn(&ctx, Some((batch, Some(sheet))), typed, StatusCode::CONFLICT).await;
        }
        Err(error) => return Err(error.into()),
    };
    let notice = if same { "voice-sheet-same" } else { "voice-sheet-corrected" };
    Ok(ctx.done(&format!("{PATH}?partij={}&na={id}", batch.id), notice))
}

/// The page after somebody else checked the same sheet meanwhile, or its author took it back: what was typed stands there.
async fn passed(ctx: &Context, typed: Typed) -> Result<Response, Fault> {
    let batch = permitted(ctx, typed.get("partij").parse().map_err(|_| Fault::NotFound)?).await?;
    drawn(ctx, Some((batch, None)), typed, StatusCode::CONFLICT).await
}

async fn drawn(ctx: &Context, chosen: Option<(Batch, Option<WaitingSheet>)>, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let page = ctx.page("voice-sheets-title");
    let (mut batch, mut sheet, mut rows) = (None, None, Vec::new());
    let gone = status == StatusCode::CONFLICT && chosen.as_ref().is_some_and(|(_, waits)| waits.is_none());
    let passed = gone.then(|| (typed.get("title").to_owned(), typed.get("body").to_owned()));
    if let Some((found, waits)) = chosen {
        let mut session = ctx.read().await?;
        let own = table::count_own(&mut session, ctx.tenant_id(), found.id, ctx.signed_in()?.id).await?;
        if let Some(it) = waits {
            let place = table::place(&mut session, ctx.tenant_id(), found.id, it.contribution).await?;
            sheet = Some(SheetShown {
                name: page.t2("voice-sheet-name", "place", place, "number", it.number.as_str()),
                later: format!("{PATH}?partij={}&na={}", found.id, it.contribution),
            });
        }
        batch = Some(BatchShown {
            counted: page.t2("voice-sheets-counted", "checked", found.checked, "entered", found.entered),
            differs: found
                .expected
                .filter(|expected| *expected != found.entered)
                .map(|expected| page.t2("voice-sheets-differ", "expected", expected, "entered", found.entered))
                .map(|told| (told, format!("/werk/intake?partij={}", found.id))),
            own: (own > 0).then(|| page.t1("voice-sheets-own", "count", own)),
            href: format!("{PATH}?partij={}", found.id),
            label: found.label,
        });
    } else {
        rows = waiting(ctx)
            .await?
            .into_iter()
            .map(|it| Row {
                href: format!("{PATH}?partij={}", it.batch),
                captured: page.date(&it.captured),
                waiting: page.t1("voice-sheets-waiting", "count", it.many),
                label: it.label,
            })
            .collect();
    }
    Ok(super::unkept(ui::html(status, &SheetsPage { page, typed, rows, batch, sheet, passed })))
}
