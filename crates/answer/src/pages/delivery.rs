//! `/werk/bezorging/{id}`: one answer on its way, and where somebody notes how far it is.

use super::deliveries::thing;
use crate::act::{self, Refusal};
use crate::tables::deliveries::{self, Delivery};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use journey::{AnswerBy, DeliveryStatus};
use kernel::{DeliveryId, Line, TextError};
use people::{Context, Fault, Permission, Posted};
use ui::{Choice, Page, Typed};

/// Why an answer did not arrive, in at most so many signs.
const REASON_MOST: usize = 300;

#[derive(Debug, Template)]
#[template(path = "delivery.html")]
struct One {
    page: Page,
    typed: Typed,
    number: String,
    action: String,
    how: &'static str,
    through: Option<String>,
    pseudonym: Option<String>,
    unknown: bool,
    status: String,
    since: String,
    reason: Option<String>,
    statuses: Vec<Choice>,
}

/// One delivery that whoever asks may bring.
pub(super) async fn found(ctx: &Context, id: &str) -> Result<Delivery, Fault> {
    let id: DeliveryId = id.parse().map_err(|_| Fault::NotFound)?;
    let delivery = deliveries::delivery(&mut ctx.read().await?, ctx.tenant_id(), id).await?.ok_or(Fault::NotFound)?;
    ctx.permit(Permission::Deliver, &thing(&delivery))?;
    Ok(delivery)
}

/// What somebody can note of a delivery by this channel; mails are noted by the program, but another way can be taken.
fn notable(channel: AnswerBy) -> &'static [DeliveryStatus] {
    use DeliveryStatus::{Confirmed, Failed, HandedOver, Printed};
    match channel {
        AnswerBy::Phone => &[Confirmed, Failed],
        _ => &[Printed, HandedOver, Confirmed, Failed],
    }
}

async fn draw(ctx: &Context, delivery: &Delivery, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let page = ctx.page("answer-delivery-title");
    let mut s = ctx.read().await?;
    let through = match delivery.organisation {
        Some(id) => people::tables::organisation(&mut s, ctx.tenant_id(), id).await?.map(|it| it.name),
        None => None,
    };
    let pseudonym = voice::contribution(&mut s, ctx.tenant_id(), delivery.contribution).await?.and_then(|it| it.pseudonym);
    drop(s);
    let how = match delivery.channel {
        AnswerBy::Mail => "answer-delivery-how-mail",
        AnswerBy::Letter => "answer-delivery-how-letter",
        AnswerBy::Phone => "answer-delivery-how-phone",
        AnswerBy::Intermediary | AnswerBy::None => "answer-delivery-how-intermediary",
    };
    let statuses = notable(delivery.channel).iter().filter(|it| delivery.status.may_become(**it));
    let one = One {
        number: delivery.number.to_string(),
        action: format!("/werk/bezorging/{}", delivery.id),
        how,
        through,
        pseudonym,
        unknown: delivery.identity.is_none() && delivery.organisation.is_none(),
        status: page.t(delivery.status.key()),
        since: page.time(&delivery.changed),
        reason: delivery.reason.clone(),
        statuses: statuses.map(|it| Choice::new(it.code(), page.t(it.key()))).collect(),
        typed,
        page,
    };
    Ok(ui::html(status, &one))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let delivery = found(&ctx, &id).await?;
    draw(&ctx, &delivery, Typed::empty(), StatusCode::OK).await
}

/// Reads the form; what is wrong is said beside its field.
fn noted(typed: &mut Typed, delivery: &Delivery) -> Option<(DeliveryStatus, Option<String>)> {
    let status = DeliveryStatus::from_code(typed.get("status")).filter(|it| notable(delivery.channel).contains(it));
    let Some(status) = status else {
        typed.wrong("status", "ui-choose");
        return None;
    };
    let reason = match Line::new(typed.get("reason"), REASON_MOST) {
        Ok(reason) => Some(reason.into_string()),
        Err(TextError::TooLong { length, most }) => {
            let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX).into();
            typed.wrong_with("reason", "ui-too-long", &[("most", number(most)), ("length", number(length))]);
            None
        }
        Err(_) => None,
    };
    if status == DeliveryStatus::Failed && reason.is_none() && !typed.is_wrong() {
        typed.wrong("reason", "answer-delivery-reason-missing");
    }
    (!typed.is_wrong()).then_some((status, reason))
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let delivery = found(&ctx, &id).await?;
    let Some((status, reason)) = noted(&mut typed, &delivery) else {
        return draw(&ctx, &delivery, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (store, id) = (ctx.store().clone(), delivery.id);
    let done = store::write!(store, [ctx, reason], |tx| act::deliver(tx, &ctx.act(), id, status, reason.as_deref()).await).await;
    match done {
        Ok(_) => Ok(ctx.done("/werk/bezorging", "answer-delivery-noted")),
        Err(Refusal::Guard(code)) => {
            typed.wrong("status", journey::guard_key(code));
            draw(&ctx, &delivery, typed, StatusCode::CONFLICT).await
        }
        Err(refusal) => Err(refusal.into()),
    }
}
