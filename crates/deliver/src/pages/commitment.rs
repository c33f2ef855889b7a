//! `/werk/uitvoering/{id}`: one commitment, what happened to it, and what whoever asks may do with it.

use super::hours::{carried, told};
use crate::act::{self, Refusal};
use crate::forms::{self, Offered};
use crate::model::volunteering::{HoursGiven, whole_hours};
use crate::model::{Funding, Lasting, Moment, Stage};
use crate::panels::may_note_hours;
use crate::tables::commitments::{self, Commitment};
use crate::tables::hours;
use crate::view::{self, Shown};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use journey::ConfirmedBy;
use kernel::CommitmentId;
use people::{Context, Fault, Permission, Posted};
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "commitment.html")]
struct One {
    page: Page,
    typed: Typed,
    it: Shown,
    dossier: String,
    holder: Option<String>,
    /// Whether whoever asks may carry it out, and it is underway.
    underway: bool,
    /// Whether whoever asks may still write down notes, means and how it goes on.
    notable: bool,
    /// Whether whoever asks may put photos with it and take them away.
    pictures: bool,
    /// What volunteers gave, for whoever carries it out.
    hours: Vec<String>,
    hours_over: Vec<String>,
    /// What can be struck of that.
    struck: Vec<Choice>,
    /// Where whoever asks writes that down for others.
    notes_hours: Option<String>,
    /// Whether its money is not there, and whoever asks may say where it comes from.
    funds: bool,
    /// Whether whoever asks holds the money that is asked for.
    commits: bool,
    confirms: bool,
    checks: bool,
    /// Whether whoever asks may write to the authors.
    answers: bool,
    open: Vec<Choice>,
    photos: Vec<Choice>,
    moments: Vec<Choice>,
    accounts: Vec<Choice>,
    departments: Vec<Choice>,
    means: Vec<Choice>,
    said: Vec<Choice>,
    lasting: Vec<Choice>,
}

/// So much of what volunteers gave can be struck.
const STRUCK: i64 = 50;

pub(super) async fn found(ctx: &Context, id: &str) -> Result<Commitment, Fault> {
    let id: CommitmentId = id.parse().map_err(|_| Fault::NotFound)?;
    commitments::commitment(&mut ctx.read().await?, ctx.tenant_id(), id).await?.ok_or(Fault::NotFound)
}

async fn colleagues(ctx: &Context, it: &Commitment) -> Result<Vec<(kernel::AccountId, String)>, Fault> {
    let mut s = ctx.read().await?;
    let who = people::tables::grants::who_has(&mut s, ctx.tenant_id(), Permission::CarryOut, &it.thing(), ctx.today()).await?;
    Ok(people::tables::accounts::names(&mut s, ctx.tenant_id(), &who).await?)
}

pub(super) async fn draw(ctx: &Context, it: &Commitment, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let colleagues = colleagues(ctx, it).await?;
    let plain = ctx.page("deliver-commitment-title");
    let mut s = ctx.read().await?;
    let mut shown = view::shown(&mut s, ctx, &plain, std::slice::from_ref(it)).await?;
    let holder = match it.holder {
        Some(holder) => people::tables::accounts::names(&mut s, ctx.tenant_id(), &[holder]).await?.pop().map(|(_, name)| name),
        None => None,
    };
    let departments = people::tables::departments(&mut s, ctx.tenant_id()).await?;
    let sum = hours::sum(&mut s, ctx.tenant_id(), it.id).await?;
    let latest = hours::latest(&mut s, ctx.tenant_id(), it.id, STRUCK).await?;
    drop(s);
    let Some(shown) = shown.pop() else { return Err(Fault::NotFound) };
    let page = plain;
    let carries = ctx.may(Permission::CarryOut, &it.thing());
    let confirms = ctx.may(Permission::Confirm, &it.thing());
    let (hours, hours_over) = told(&page, it, &sum);
    let struck = |(number, given): &(i64, HoursGiven)| {
        let words = [("day", page.date(&given.day).into()), ("hours", whole_hours(given.minutes).into()), ("people", given.people.into())];
        Choice::new(number.to_string(), page.ta("deliver-hours-note", &words))
    };
    let records = !carries && may_note_hours(ctx, it);
    let said = |code: &str| Choice::new(code, page.t(format!("deliver-said-{code}")));
    let one = One {
        dossier: format!("/werk/dossiers/{}", it.dossier),
        holder,
        underway: carries && it.stage == Stage::Underway,
        notable: carries && it.stage != Stage::Integrated,
        pictures: carries,
        hours,
        hours_over,
        struck: latest.iter().map(struck).collect(),
        notes_hours: records.then(|| format!("/werk/uitvoering/{}/uren", it.id)),
        // What was typed of money that somebody else found meanwhile stays on the page.
        funds: carries && it.stage != Stage::Integrated && (!it.funding.is_there() || typed.has("doen", "fund")),
        commits: it.stage != Stage::Integrated && it.funding == Funding::Asked && ctx.may(Permission::CommitMeans, &it.means_thing()),
        confirms: confirms && it.stage == Stage::Claimed,
        checks: confirms && it.stage == Stage::Realised,
        answers: ctx.may(Permission::Answer, &it.thing()),
        open: shown.milestones.iter().filter(|one| one.open).map(|one| Choice::new(one.id.clone(), one.text.text.clone())).collect(),
        photos: shown.photos.iter().map(|one| Choice::new(one.id.clone(), format!("{}: {}", one.caption, one.alt.text))).collect(),
        moments: Moment::ALL.iter().map(|one| Choice::new(one.code(), page.t(one.key()))).collect(),
        accounts: colleagues.into_iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect(),
        departments: departments.iter().map(|it| Choice::new(it.id.to_string(), it.name.clone())).collect(),
        means: ["yes", "no"].map(|code| Choice::new(code, page.t(format!("deliver-means-{code}")))).into(),
        said: ["confirm", "not-ready", "different"].map(said).into(),
        lasting: Lasting::ALL.iter().map(|one| Choice::new(one.code(), page.t(one.key()))).collect(),
        it: shown,
        typed,
        page,
    };
    Ok(ui::html(status, &one))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let it = found(&ctx, &id).await?;
    let today = ctx.today().to_string();
    draw(&ctx, &it, Typed::empty().with("reach-on", today), StatusCode::OK).await
}

/// A broken rule is said beside its field, and what came too late beside the first one.
pub(super) async fn refused(ctx: &Context, it: &Commitment, mut typed: Typed, refusal: Refusal) -> Result<Response, Fault> {
    let status = match refusal {
        Refusal::Rule(rule) => {
            let (field, key) = rule.field();
            let field = match (typed.get("doen"), field) {
                ("move", "plan-on") => "move-to",
                ("fund", "promised") => "fund-amount",
                ("fund", "source") => "fund-source",
                (_, field) => field,
            };
            typed.wrong(field, key);
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Refusal::NotNow(_) | Refusal::Elsewhere(_) => {
            typed.wrong("now", "deliver-not-now");
            StatusCode::CONFLICT
        }
        other => return Err(other.into()),
    };
    let fresh = found(ctx, &it.id.to_string()).await?;
    draw(ctx, &fresh, typed, status).await
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let it = found(&ctx, &id).await?;
    ctx.permit(Permission::CarryOut, &it.thing())?;
    if matches!(typed.get("doen"), "hours" | "hours-gone") {
        return carried(ctx, it, typed).await;
    }
    let accounts = colleagues(&ctx, &it).await?.into_iter().map(|(id, _)| id).collect();
    let all = people::tables::departments(&mut ctx.read().await?, ctx.tenant_id()).await?;
    let offered = Offered { accounts, departments: all.iter().map(|it| it.id).collect(), ..Offered::default() };
    let Some(deed) = forms::deed(&mut typed, &offered, ctx.tenant.language) else {
        return draw(&ctx, &it, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (store, id) = (ctx.store().clone(), it.id);
    let done = store::write!(store, [ctx, deed], |tx| act::carry_out(tx, &ctx.act(), id, &deed).await).await;
    match done {
        Ok(_) => Ok(ctx.done(&format!("/werk/uitvoering/{id}"), "deliver-written-down")),
        Err(refusal) => refused(&ctx, &it, typed, refusal).await,
    }
}

pub(super) async fn say_of_means(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let it = found(&ctx, &id).await?;
    ctx.permit(Permission::CommitMeans, &it.means_thing())?;
    let Some(said) = forms::means_word(&mut typed, ctx.tenant.language) else {
        return draw(&ctx, &it, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (store, id) = (ctx.store().clone(), it.id);
    let done = store::write!(store, [ctx, said], |tx| act::say_of_means(tx, &ctx.act(), id, &said).await).await;
    match done {
        Ok(_) => Ok(ctx.done(&format!("/werk/uitvoering/{id}"), "deliver-written-down")),
        Err(refusal) => refused(&ctx, &it, typed, refusal).await,
    }
}

pub(super) async fn attest(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let it = found(&ctx, &id).await?;
    ctx.permit(Permission::Confirm, &it.thing())?;
    let Some(said) = forms::attestation(&mut typed, ConfirmedBy::NeighbourhoodManager, ctx.tenant.language) else {
        return draw(&ctx, &it, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (store, id) = (ctx.store().clone(), it.id);
    let done = store::write!(store, [ctx, said], |tx| act::attest(tx, &ctx.act(), id, &said).await).await;
    match done {
        Ok(_) => Ok(ctx.done(&format!("/werk/uitvoering/{id}"), "deliver-written-down")),
        Err(refusal) => refused(&ctx, &it, typed, refusal).await,
    }
}
