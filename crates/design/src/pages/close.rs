//! `/werk/processen/{id}/sluiten`: nothing new is asked from now on. While something was decided in it and not fed back within its
//! term (F3 X7), while the guide asks how it went, and while it is neither evaluated nor said in public why not (A240), it stays open,
//! and the page says what that is.

use crate::acts::{close, not_fed_back};
use crate::forms::charter::reason;
use crate::guide::held;
use crate::model::{Process, State, open_gates};
use crate::pages::charter::setting;
use crate::pages::guide::{Card, Guided};
use crate::pages::holding::Held;
use crate::pages::permitted;
use crate::refusal::Refusal;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Permission, Posted, ProcessAsked, Threshold};
use ui::{Page, Typed};

#[derive(Debug, Template)]
#[template(path = "close.html")]
struct Close {
    page: Page,
    typed: Typed,
    href: String,
    /// What is to be answered first, each with the address where that is done.
    overdue: Vec<Overdue>,
    /// Whether there is more than is shown.
    more: bool,
    /// What the guide asks first about how it went.
    gates: Vec<Card>,
    /// What later rooms ask first.
    held: Vec<Held>,
}

impl Close {
    /// Whether nothing keeps it open.
    fn free(&self) -> bool {
        self.overdue.is_empty() && self.gates.is_empty() && self.held.is_empty()
    }
}

/// A decision that was not fed back within its term.
#[derive(Debug)]
struct Overdue {
    href: String,
    number: String,
    told: String,
}

/// So many are shown.
const SHOWN: usize = 50;

async fn overdue(ctx: &Context, page: &Page, process: &Process) -> Result<(Vec<Overdue>, bool), Fault> {
    let rows = not_fed_back(&mut ctx.read().await?, ctx.tenant_id(), process.id, ctx.today(), SHOWN + 1).await?;
    let more = rows.len() > SHOWN;
    let one = |row: &journey::DossierRow| Overdue {
        href: format!("/werk/dossiers/{}", row.id),
        number: row.number.to_string(),
        told: page.t2(
            "design-close-overdue-one",
            "state",
            page.t(row.state.key()),
            "until",
            row.until.map(|until| page.date(&until)).unwrap_or_default(),
        ),
    };
    Ok((rows.iter().take(SHOWN).map(one).collect(), more))
}

async fn draw(ctx: &Context, process: &Process, status: StatusCode, typed: Typed) -> Result<Response, Fault> {
    let title = process.title.best(&ctx.language).text.to_owned();
    let mut page = ctx.page_titled(String::new());
    page.title = page.t1("design-close-title", "title", title);
    let (overdue, more) = overdue(ctx, &page, process).await?;
    let guided = Guided::read(ctx, process.clone()).await?;
    let shut = open_gates(&guided.knowledge, &guided.facts, &guided.guide, Threshold::Closing);
    let gates = shut.into_iter().map(|rule| Card::of(&page, &guided, rule)).collect();
    let act = ctx.act();
    let asked = ProcessAsked { act: &act, process: process.id, areas: guided.guide.areas() };
    let asked = held(&mut ctx.read().await?, &asked, &ctx.app.facts, Threshold::Closing).await?;
    let held = Held::all(&page, asked);
    Ok(ui::html(status, &Close { page, typed, href: format!("/werk/processen/{}", process.id), overdue, more, gates, held }))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let process = permitted(&ctx, &id, Permission::PublishProcess).await?;
    if process.state != State::Published {
        return Err(Fault::Conflict("design-refused-not-open"));
    }
    draw(&ctx, &process, StatusCode::OK, Typed::empty()).await
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let process = permitted(&ctx, &id, Permission::PublishProcess).await?;
    let Some(why) = reason(&mut typed, &setting(&ctx)) else {
        return draw(&ctx, &process, StatusCode::UNPROCESSABLE_ENTITY, typed).await;
    };
    let (store, id) = (ctx.store().clone(), process.id);
    match store::write!(store, [ctx, why], |tx| { close(tx, &ctx.act(), id, &why, &ctx.app.facts).await }).await {
        Ok(()) => Ok(ctx.done("/werk/processen", "design-closed")),
        // The page says which, with what was typed.
        Err(Refusal::NotFedBack | Refusal::Gates(_) | Refusal::Held) => draw(&ctx, &process, StatusCode::CONFLICT, typed).await,
        Err(refusal) => Err(refusal.into()),
    }
}
