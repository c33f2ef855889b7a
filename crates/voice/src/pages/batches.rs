//! Batches: a heap of paper, or the notes of one evening. What its contributions have in common is typed once, and
//! the count shows whether a form got lost.

use super::{PAGE, asked, choices, cursor, languages, offered, open_processes, read_cursor};
use crate::forms::intake;
use crate::tables::batch as table;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use journey::Channel;
use kernel::{BatchId, ProcessId};
use people::{Context, Fault, Permission, Posted, Thing};
use store::journal;
use ui::{Choice, Page, Pager, Typed};

#[derive(Template)]
#[template(path = "batches.html")]
struct BatchesPage {
    page: Page,
    typed: Typed,
    rows: Vec<Row>,
    pager: Pager,
    processes: Vec<Choice>,
    channels: Vec<Choice>,
    areas: Vec<Choice>,
    organisations: Vec<Choice>,
    languages: Vec<Choice>,
}

struct Row {
    id: String,
    label: String,
    channel: String,
    captured: String,
    entered: String,
    checked: Option<String>,
}

/// The batches of whoever signed in, and the form of a new one.
pub async fn show(ctx: Context) -> Result<Response, Fault> {
    let typed = Typed::empty().with("captured", ctx.today().to_string()).with("idea-language", ctx.tenant.language.to_string());
    drawn(&ctx, typed, StatusCode::OK).await
}

/// Opens a batch and goes on to its first contribution.
pub async fn open(posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let (offered, processes) = {
        let mut session = ctx.read().await?;
        (offered(&mut session, &ctx, false).await?, open_processes(&mut session, &ctx).await?)
    };
    let process: Option<ProcessId> = typed.get("process").parse().ok().filter(|id| processes.iter().any(|(known, _)| known == id));
    let Some(new) = intake::batch(&mut typed, process, ctx.today(), &offered) else {
        return drawn(&ctx, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    ctx.permit(Permission::RecordContribution, &Thing::process(new.process))?;
    let (by, recorder) = (ctx.clone(), ctx.signed_in()?.id);
    let id = BatchId::new(ctx.now(), ctx.app.random.as_ref());
    store::write!(ctx.store(), [by, new], |tx| {
        let act = by.act();
        table::open(tx, act.tenant, id, &new, recorder, act.at).await?;
        let body = serde_json::json!({
            "process": new.process, "channel": new.channel.code(), "captured": new.captured, "expected": new.expected, "organisation": new.organisation,
        });
        let (stream, actor, at) = (id.uuid(), act.actor, act.at);
        tx.journal(journal::Entry { tenant: act.tenant, stream, stream_kind: "batch", kind: "opened", version: 1, actor, at, body }).await?;
        Ok::<_, store::Error>(())
    })
    .await?;
    Ok(ctx.done(&format!("/werk/intake?partij={id}"), "voice-batch-opened"))
}

async fn drawn(ctx: &Context, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let mut session = ctx.read().await?;
    let after = read_cursor::<BatchId>(asked(ctx, "na").as_deref());
    let mut batches = table::of_recorder(&mut session, ctx.tenant_id(), ctx.signed_in()?.id, after, PAGE + 1).await?;
    let more = batches.len() > usize::try_from(PAGE).unwrap_or(usize::MAX);
    batches.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    let next = batches.last().filter(|_| more).map(|last| format!("/werk/intake/partijen?na={}", cursor(last.opened, last.id)));
    let offered = offered(&mut session, ctx, false).await?;
    let processes = open_processes(&mut session, ctx).await?;
    let page = ctx.page("voice-batches-title");
    let rows = batches
        .into_iter()
        .map(|batch| Row {
            id: batch.id.to_string(),
            channel: page.t(batch.channel.key()),
            captured: page.date(&batch.captured),
            entered: match batch.expected {
                Some(expected) => page.t2("voice-batch-of", "entered", batch.entered, "expected", expected),
                None => batch.entered.to_string(),
            },
            checked: (batch.channel == Channel::Paper)
                .then(|| page.t2("voice-sheets-counted", "checked", batch.checked, "entered", batch.entered)),
            label: batch.label,
        })
        .collect();
    let shown = BatchesPage {
        rows,
        pager: Pager { next, previous: after.is_some().then(|| "/werk/intake/partijen".to_owned()) },
        processes: choices(&processes),
        channels: intake::channels().map(|channel| Choice::new(channel.code(), page.t(channel.key()))).collect(),
        areas: choices(&offered.areas),
        organisations: choices(&offered.organisations),
        languages: languages(ctx),
        typed,
        page,
    };
    Ok(ui::html(status, &shown))
}
