//! `/werk/uitvoering/{id}/uren`: whoever writes down what others say notes how much time volunteers gave, without names. Whoever
//! carries it out does the same on the page of the commitment, and strikes there what was written down by mistake.

use super::commitment::{draw as draw_commitment, found, refused};
use crate::act::{self, Refusal};
use crate::forms;
use crate::model::volunteering::{HoursMonth, HoursSum, NotedBy, whole_hours};
use crate::panels::may_note_hours;
use crate::tables::commitments::Commitment;
use crate::tables::hours;
use crate::view;
use answer::Said;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Permission, Posted};
use ui::{Page, Typed};

#[derive(Debug, Template)]
#[template(path = "hours.html")]
struct Form {
    page: Page,
    typed: Typed,
    href: String,
    what: Said,
    told: Vec<String>,
    over: Vec<String>,
}

/// What was given so far, and each month in which that was more than people said they can give.
pub(super) fn told(page: &Page, it: &Commitment, sum: &HoursSum) -> (Vec<String>, Vec<String>) {
    let month = |text: &str| match text.split_once('-') {
        Some((year, month)) => format!("{} {year}", page.t(format!("ui-month-{}", month.trim_start_matches('0')))),
        None => text.to_owned(),
    };
    let mut all = Vec::new();
    if sum.minutes > 0 {
        all.push(page.t2("deliver-hours-sum", "hours", whole_hours(sum.minutes), "private", whole_hours(sum.private)));
    }
    // The last year is enough to see whether it is too much.
    let of_month = |it: &HoursMonth| page.t2("deliver-hours-month", "month", month(&it.month), "hours", whole_hours(it.minutes));
    all.extend(sum.months.iter().rev().take(12).map(of_month));
    let ceiling = it.ceiling.unwrap_or_default();
    let over = sum.over(it.ceiling).into_iter().rev().take(12);
    let over = over.map(|(text, minutes)| {
        let words = [("month", month(text).into()), ("hours", whole_hours(minutes).into()), ("ceiling", ceiling.into())];
        page.ta("deliver-hours-over", &words)
    });
    (all, over.collect())
}

async fn draw(ctx: &Context, it: &Commitment, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let page = ctx.page("deliver-hours-title");
    let mut s = ctx.read().await?;
    let words = store::texts::text(&mut s, ctx.tenant_id(), it.what).await?.ok_or(Fault::NotFound)?;
    let sum = hours::sum(&mut s, ctx.tenant_id(), it.id).await?;
    let smallest = people::tables::tenants::smallest(&mut s, ctx.tenant_id()).await?;
    drop(s);
    // Whoever only writes down reads no more than everybody: what somebody else added may be the time of one person.
    let (public, _) = sum.public(smallest, ctx.today());
    let (_, over) = told(&page, it, &public);
    let told: Vec<String> = view::given(&page, &sum, smallest, ctx.today()).into_iter().collect();
    let what = Said::of(&words, &page.language);
    Ok(ui::html(status, &Form { href: format!("/werk/uitvoering/{}/uren", it.id), what, told, over, typed, page }))
}

/// The one of which whoever signed in may write this down.
async fn noted(ctx: &Context, id: &str) -> Result<Commitment, Fault> {
    let it = found(ctx, id).await?;
    ctx.permit(Permission::RecordContribution, &it.hours_thing())?;
    if may_note_hours(ctx, &it) { Ok(it) } else { Err(Fault::Forbidden) }
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let it = noted(&ctx, &id).await?;
    let today = ctx.today().to_string();
    draw(&ctx, &it, Typed::empty().with("hours-on", today), StatusCode::OK).await
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let it = noted(&ctx, &id).await?;
    let Some(given) = forms::hours(&mut typed) else {
        return draw(&ctx, &it, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (store, id) = (ctx.store().clone(), it.id);
    let done = store::write!(store, [ctx], |tx| act::give_hours(tx, &ctx.act(), id, &given, NotedBy::Intermediary).await).await;
    match done {
        Ok(()) => Ok(ctx.done(&format!("/werk/uitvoering/{id}/uren"), "deliver-written-down")),
        Err(Refusal::Rule(rule)) => {
            let (field, key) = rule.field();
            typed.wrong(field, key);
            draw(&ctx, &it, typed, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// The same by whoever carries it out, who was permitted before; or strikes what was written down by mistake.
pub(super) async fn carried(ctx: Context, it: Commitment, mut typed: Typed) -> Result<Response, Fault> {
    let (store, id) = (ctx.store().clone(), it.id);
    let done = if typed.get("doen") == "hours" {
        let Some(given) = forms::hours(&mut typed) else {
            return draw_commitment(&ctx, &it, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
        };
        store::write!(store, [ctx], |tx| act::give_hours(tx, &ctx.act(), id, &given, NotedBy::Department).await).await
    } else {
        let Ok(number) = typed.get("hours-number").parse::<i64>() else {
            typed.wrong("hours-number", "ui-choose");
            return draw_commitment(&ctx, &it, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
        };
        store::write!(store, [ctx], |tx| act::strike_hours(tx, &ctx.act(), id, number).await).await
    };
    match done {
        Ok(()) => Ok(ctx.done(&format!("/werk/uitvoering/{id}"), "deliver-written-down")),
        Err(refusal) => refused(&ctx, &it, typed, refusal).await,
    }
}
