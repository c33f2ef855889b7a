//! Somebody writes down what somebody else said or wrote (catalogue E201, E301, E302): an intermediary, or the desk.

use super::photo_fields::{self, PhotoShown};
use super::receipt::{self, Shown, handed};
use super::{asked, choices, languages, offered, open_processes, unkept};
use crate::forms::idea::Offered;
use crate::forms::intake;
use crate::model::privacy;
use crate::tables::batch::{self as batches, Batch};
use askama::Template;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use journey::AnswerBy;
use kernel::{BatchId, ContributionId, ProcessId};
use people::{Context, Fault, Permission, Posted, Thing};
use ui::{Choice, Page, Typed};

#[derive(Template)]
#[template(path = "intake.html")]
struct IntakePage {
    page: Page,
    typed: Typed,
    batch: Option<BatchShown>,
    before: Option<Shown>,
    processes: Vec<Choice>,
    channels: Vec<Choice>,
    areas: Vec<Choice>,
    organisations: Vec<Choice>,
    languages: Vec<Choice>,
    answers: Vec<Choice>,
    spoken: Vec<Choice>,
    found: Vec<String>,
    photos: Vec<PhotoShown>,
    /// What departments plan where it is about: whoever writes it down tells it the author.
    plans: String,
}

struct BatchShown {
    label: String,
    counted: String,
}

/// The form; in a batch, with what its contributions have in common, and with the receipt of the one before.
pub async fn show(ctx: Context, headers: HeaderMap) -> Result<Response, Fault> {
    let batch = own_batch(&ctx, asked(&ctx, "partij").as_deref()).await?;
    let before = match handed(&headers) {
        Some(handed) if asked(&ctx, "vorige").as_deref() == Some(handed.number.as_str()) => {
            Some(receipt::shown(&ctx, &ctx.page("voice-intake-title"), handed).await?)
        }
        _ => None,
    };
    let typed = begun(&ctx, batch.as_ref());
    drawn(&ctx, typed, batch, before, StatusCode::OK).await
}

/// An empty form with an id of its own, filled with what the batch has in common.
fn begun(ctx: &Context, batch: Option<&Batch>) -> Typed {
    let mut typed = Typed::empty()
        .with("id", ContributionId::new(ctx.now(), ctx.app.random.as_ref()).to_string())
        .with("captured", ctx.today().to_string())
        .with("idea-language", ctx.tenant.language.to_string())
        .with("spoken", "yes");
    let own = ctx.account.as_ref().and_then(|account| account.organisation);
    if let Some(organisation) = batch.and_then(|batch| batch.organisation).or(own) {
        typed.set("organisation", organisation.to_string());
        typed.set("answer-by", AnswerBy::Intermediary.code());
    }
    if let Some(batch) = batch {
        typed.set("batch", batch.id.to_string());
        typed.set("process", batch.process.to_string());
        typed.set("channel", batch.channel.code());
        typed.set("captured", batch.captured.to_string());
        typed.set("idea-language", batch.language.to_string());
        if let Some(area) = batch.area {
            typed.set("area", area.to_string());
        }
        if batch.channel == journey::Channel::Paper {
            typed.set("spoken", "no");
        }
    }
    typed
}

/// The batch with this id, when whoever signed in opened it.
async fn own_batch(ctx: &Context, id: Option<&str>) -> Result<Option<Batch>, Fault> {
    let Some(id) = id.filter(|id| !id.is_empty()) else { return Ok(None) };
    let id: BatchId = id.parse().map_err(|_| Fault::NotFound)?;
    let mut session = ctx.read().await?;
    let batch = batches::batch(&mut session, ctx.tenant_id(), id).await?.ok_or(Fault::NotFound)?;
    ctx.permit(Permission::RecordContribution, &Thing::process(batch.process))?;
    Ok(Some(batch))
}

/// Takes the contribution in.
pub async fn take(posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, files } = posted;
    let batch = own_batch(&ctx, Some(typed.get("batch"))).await?;
    if !was_sent(&ctx, &typed).await? {
        photo_fields::keep(&ctx, &mut typed, &files).await?;
    }
    let go = typed.get("go").to_owned();
    if let Some(photo) = go.strip_prefix("drop-") {
        photo_fields::drop_one(&ctx, &mut typed, photo).await?;
    }
    if go == "stay" || go.starts_with("drop-") {
        let status = if typed.is_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
        return drawn(&ctx, typed, batch, None, status).await;
    }
    let (offered, processes) = {
        let mut session = ctx.read().await?;
        (offered(&mut session, &ctx, false).await?, open_processes(&mut session, &ctx).await?)
    };
    let process = chosen_process(&typed, &processes);
    if process.is_none() {
        typed.wrong("process", "ui-choose");
    }
    let recorder = ctx.signed_in()?.id;
    let batch_id = batch.as_ref().map(|batch| batch.id);
    let read =
        intake::read(&mut typed, process.unwrap_or(ProcessId::from_uuid(uuid::Uuid::nil())), recorder, batch_id, ctx.today(), &offered);
    let Some((new, identity)) = read else {
        return drawn(&ctx, typed, batch, None, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    ctx.permit(Permission::RecordContribution, &Thing::process(new.process))?;
    if photo_fields::any_gone(&ctx, &mut typed, &new).await? {
        return drawn(&ctx, typed, batch, None, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let by = ctx.clone();
    let receipt = store::write!(ctx.store(), [by, new, identity], |tx| {
        let receipt = match &identity {
            Some(identity) => crate::receive_known(tx, &by, &by.act(), new.clone(), identity).await?,
            None => crate::receive(tx, &by.act(), new.clone()).await?,
        };
        crate::mail::received(tx, &by, &receipt).await?;
        Ok::<_, crate::Error>(receipt)
    })
    .await?;
    let path = match (typed.get("go"), batch) {
        ("next", Some(batch)) => format!("/werk/intake?partij={}&vorige={}", batch.id, receipt.number),
        ("next", None) => format!("/werk/intake?vorige={}", receipt.number),
        _ => "/werk/intake/ontvangst".to_owned(),
    };
    Ok(receipt::hand_over(&ctx, &receipt, &path, false))
}

/// Whether this very form came in before: sending it twice makes one contribution, with the photos of the first time.
async fn was_sent(ctx: &Context, typed: &Typed) -> Result<bool, Fault> {
    let Ok(id) = typed.get("id").parse() else { return Ok(false) };
    let mut session = ctx.read().await?;
    Ok(crate::is_known(&mut session, ctx.tenant_id(), id).await?)
}

fn chosen_process(typed: &Typed, processes: &[(ProcessId, String)]) -> Option<ProcessId> {
    let id: ProcessId = typed.get("process").parse().ok()?;
    processes.iter().any(|(known, _)| *known == id).then_some(id)
}

async fn drawn(ctx: &Context, typed: Typed, batch: Option<Batch>, before: Option<Shown>, status: StatusCode) -> Result<Response, Fault> {
    let mut session = ctx.read().await?;
    let offered: Offered = offered(&mut session, ctx, false).await?;
    let processes = open_processes(&mut session, ctx).await?;
    let photos = photo_fields::shown(&mut session, ctx, &typed).await?;
    let page = ctx.page("voice-intake-title");
    let site = design::Site { area: typed.get("area").parse().ok(), point: None };
    // Only what is public: who writes down may be of an organisation, and reads it to the author.
    let reader = design::panels::Reader::Author { linked: true };
    let plans = design::panels::plans_here(&mut session, ctx.tenant_id(), &page, &site, reader).await?;
    let mut kinds: Vec<privacy::Kind> = ["title", "body"]
        .iter()
        .flat_map(|name| privacy::find(typed.get(name)))
        .filter(|found| found.sure)
        .map(|found| found.kind)
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    let shown = IntakePage {
        batch: batch.map(|batch| BatchShown {
            counted: match batch.expected {
                Some(expected) => page.t2("voice-batch-of", "entered", batch.entered, "expected", expected),
                None => page.t1("voice-batch-entered", "entered", batch.entered),
            },
            label: batch.label,
        }),
        before,
        processes: choices(&processes),
        channels: intake::channels().map(|channel| Choice::new(channel.code(), page.t(channel.key()))).collect(),
        areas: choices(&offered.areas),
        organisations: choices(&offered.organisations),
        languages: languages(ctx),
        answers: AnswerBy::ALL.iter().map(|by| Choice::new(by.code(), page.t(format!("voice-answer-{}", by.code())))).collect(),
        spoken: vec![Choice::new("yes", page.t("voice-spoken-yes")), Choice::new("no", page.t("voice-spoken-no"))],
        photos,
        plans,
        found: kinds.into_iter().map(|kind| page.t(kind.key())).collect(),
        typed,
        page,
    };
    Ok(unkept(ui::html(status, &shown)))
}
