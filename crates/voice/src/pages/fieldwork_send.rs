//! What the telephone of [`super::fieldwork`] says and is told when there is a network again.
//!
//! It first asks who it is and gets a fresh token, then which captures it must let go of, and then sends each by itself.
//! Answers are JSON; what is wrong with a field comes in the words that a form would show.

use super::{offered, unkept};
use crate::fieldwork::{self, Arrival, Capture, is_gone};
use crate::forms::fieldwork as form;
use crate::model::contribution::SentPhoto;
use crate::photos::{self, Refused};
use crate::tables::{batch, photo, recall};
use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use kernel::{AccountId, ContributionId, Date, Line, ProcessId, PublicNumber};
use people::{Context, Fault, Permission, Posted, Thing};
use serde::Serialize;
use std::collections::BTreeSet;
use ui::Typed;

/// So many captures are asked after at once.
const HELD_MOST: usize = 1000;

/// Who signed in, and the token with which forms of this sign-in are taken: that of the kept page has long passed.
#[derive(Serialize)]
struct Standing {
    account: AccountId,
    token: String,
}

/// What the telephone may forget now.
#[derive(Serialize)]
struct LetGo {
    gone: Vec<ContributionId>,
}

#[derive(Serialize)]
struct Received {
    number: PublicNumber,
}

#[derive(Serialize)]
struct Wrong {
    name: String,
    text: String,
}

#[derive(Serialize)]
struct Returned {
    errors: Vec<Wrong>,
}

/// Before anything is sent: who is this, and with which token may it send?
pub async fn standing(ctx: Context) -> Result<Response, Fault> {
    let account = ctx.signed_in()?.id;
    Ok(unkept(Json(Standing { account, token: ctx.token().to_owned() }).into_response()))
}

/// Which of the captures that the telephone holds must go: the author took them back or was erased. A telephone learns
/// nothing of what others sent.
pub async fn let_go(posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, typed, .. } = posted;
    let held: Vec<(ContributionId, PublicNumber)> = typed.all("held").into_iter().take(HELD_MOST).filter_map(read_held).collect();
    let ids: Vec<ContributionId> = held.iter().map(|(id, _)| *id).collect();
    let account = ctx.signed_in()?.id;
    let mut s = ctx.read().await?;
    let known = crate::contributions(&mut s, ctx.tenant_id(), &ids).await?;
    let own = known.iter().filter(|it| it.assisted.as_ref().is_some_and(|helped| helped.recorder == account));
    let mut gone: BTreeSet<ContributionId> = own.filter(|it| is_gone(it)).map(|it| it.id).collect();
    for (id, number) in held.iter().filter(|(id, _)| known.iter().all(|it| it.id != *id)) {
        if recall::is_recalled(&mut s, ctx.tenant_id(), number).await? {
            gone.insert(*id);
        }
    }
    Ok(unkept(Json(LetGo { gone: gone.into_iter().collect() }).into_response()))
}

fn read_held(text: &str) -> Option<(ContributionId, PublicNumber)> {
    let (id, number) = text.split_once('.')?;
    Some((id.parse().ok()?, number.parse().ok()?))
}

/// Takes one capture in.
pub async fn take(posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, files } = posted;
    let files: Vec<Bytes> = files.into_iter().filter(|file| file.name == "file").map(|file| file.bytes).collect();
    let id: ContributionId = typed.get("id").parse().map_err(|_| Fault::BadRequest("people-fault-no-form"))?;
    if let Some(answer) = came_before(&ctx, id).await? {
        return Ok(answer);
    }
    let Some(mut capture) = read(&ctx, &mut typed, files.len()).await? else { return Ok(returned(&ctx, &typed)) };
    let Some(described) = form::descriptions(&mut typed, files.len()) else { return Ok(returned(&ctx, &typed)) };
    match keep_photos(&ctx, &mut typed, &mut capture, files, described).await? {
        Kept::All => {}
        Kept::Wrong => return Ok(returned(&ctx, &typed)),
        Kept::CameBefore => return came_before(&ctx, id).await?.ok_or(Fault::Busy),
    }
    let by = ctx.clone();
    let arrival = store::write!(ctx.store(), [by, capture], |tx| fieldwork::arrive(tx, &by, &capture).await).await?;
    Ok(match arrival {
        Arrival::Received(receipt) => received(receipt.number),
        Arrival::Gone => gone(),
    })
}

/// The answer to a capture that came in before; the first answer may never have reached the telephone. What somebody
/// else sent under this id stays unseen.
async fn came_before(ctx: &Context, id: ContributionId) -> Result<Option<Response>, Fault> {
    let mut s = ctx.read().await?;
    let Some(known) = crate::contribution(&mut s, ctx.tenant_id(), id).await? else { return Ok(None) };
    let account = ctx.signed_in()?.id;
    if known.assisted.as_ref().is_none_or(|helped| helped.recorder != account) {
        return Err(Fault::Forbidden);
    }
    Ok(Some(if is_gone(&known) { gone() } else { received(known.number) }))
}

/// Reads the capture. Its process must be of this municipality, and must have been open on the day on which it was said:
/// words that waited for a network are not late.
async fn read(ctx: &Context, typed: &mut Typed, photos: usize) -> Result<Option<Capture>, Fault> {
    let mut s = ctx.read().await?;
    let offered = offered(&mut s, ctx, false).await?;
    let chosen: Option<ProcessId> = typed.get("process").parse().ok();
    match chosen {
        None => typed.wrong("process", "ui-choose"),
        Some(id) => {
            let process = design::process(&mut s, ctx.tenant_id(), id).await?.ok_or(Fault::NotFound)?;
            ctx.permit(Permission::RecordContribution, &Thing::process(id))?;
            let said: Option<Date> = typed.get("captured").parse().ok();
            if said.is_some_and(|day| !design::was_open_on(&process, day, &ctx.tenant.civil.zone)) {
                typed.wrong("process", "voice-fieldwork-not-open");
            }
        }
    }
    let account = ctx.signed_in()?.id;
    let nowhere = ProcessId::from_uuid(uuid::Uuid::nil());
    let capture = form::read(typed, chosen.unwrap_or(nowhere), account, ctx.today(), &offered, photos);
    if let Some((id, _)) = capture.as_ref().and_then(|capture| capture.batch.as_ref())
        && batch::batch(&mut s, ctx.tenant_id(), *id).await?.is_some_and(|batch| batch.recorder != account)
    {
        return Err(Fault::Forbidden);
    }
    Ok(capture)
}

/// What became of the photos of a capture.
enum Kept {
    All,
    Wrong,
    CameBefore,
}

/// Keeps the photos, in place of those of an earlier try that broke off.
async fn keep_photos(
    ctx: &Context,
    typed: &mut Typed,
    capture: &mut Capture,
    files: Vec<Bytes>,
    described: Vec<Option<Line>>,
) -> Result<Kept, Fault> {
    let (tenant, id) = (ctx.tenant_id(), capture.new.id);
    let before = photo::of(&mut ctx.read().await?, tenant, id).await?;
    for left in before.iter().filter(|photo| !photo.sent) {
        photos::drop_unsent(ctx.store(), tenant, id, left.id).await?;
    }
    for (bytes, description) in files.into_iter().zip(described) {
        match photos::keep(ctx.store(), tenant, id, bytes, ctx.now()).await {
            Ok(file) => capture.new.photos.push(SentPhoto { file, description }),
            Err(Refused::Photo(error)) => typed.wrong("file", error.key()),
            Err(Refused::TooMany) => return Err(Fault::Busy),
            Err(Refused::Sent) => return Ok(Kept::CameBefore),
            Err(Refused::Store(error)) => return Err(error.into()),
        }
    }
    Ok(if typed.is_wrong() { Kept::Wrong } else { Kept::All })
}

fn received(number: PublicNumber) -> Response {
    unkept(Json(Received { number }).into_response())
}

fn gone() -> Response {
    unkept((StatusCode::GONE, Json(serde_json::json!({}))).into_response())
}

/// What is wrong, in words, for the telephone to show beside the fields.
fn returned(ctx: &Context, typed: &Typed) -> Response {
    let page = ctx.page("voice-fieldwork-title");
    let errors = typed.errors().iter().map(|wrong| Wrong { name: wrong.name.clone(), text: page.wrong(wrong) }).collect();
    unkept((StatusCode::UNPROCESSABLE_ENTITY, Json(Returned { errors })).into_response())
}
