//! `/beheer/logboek` and `/beheer/inzage`: who did what, and who looked at whose identity. Read from the journal.

use super::fields;
use crate::context::{Context, asked};
use crate::fault::Fault;
use crate::permit::{Permission, Thing};
use crate::tables;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{Actor, Instant, Language};
use store::journal::{self, Recorded};
use ui::{Page, Pager};

/// So many entries on a page.
const PAGE: usize = 50;

struct Line {
    at: Instant,
    who: String,
    what: String,
    about: String,
    number: i64,
    body: String,
}

#[derive(Template)]
#[template(path = "beheer/journal.html")]
struct View {
    page: Page,
    intro: &'static str,
    lines: Vec<Line>,
    pager: Pager,
}

/// Shows all entries, the newest first.
pub(super) async fn list(ctx: Context) -> Result<Response, Fault> {
    draw(&ctx, None, "/beheer/logboek", "people-beheer-journal").await
}

/// Shows what happened to identities: kept, looked at and why, handed out, erased.
pub(super) async fn looks(ctx: Context) -> Result<Response, Fault> {
    draw(&ctx, Some("identity"), "/beheer/inzage", "people-beheer-looks").await
}

async fn draw(ctx: &Context, kind: Option<&str>, path: &str, key: &'static str) -> Result<Response, Fault> {
    ctx.permit(Permission::ReadJournal, &Thing::tenant())?;
    let before = fields::place(asked(ctx.query.as_deref(), "voor").as_deref());
    let mut session = ctx.read().await?;
    let most = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut found = journal::latest(&mut session, ctx.tenant_id(), kind, before, most).await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let accounts: Vec<_> = found.iter().filter_map(|entry| entry.actor.account()).collect();
    let names = tables::names(&mut session, ctx.tenant_id(), &accounts).await?;
    drop(session);
    let who = |actor: &Actor| match actor {
        Actor::Account { account } => {
            names.iter().find(|(id, _)| id == account).map_or_else(|| account.to_string(), |(_, name)| name.clone())
        }
        Actor::Resident => ctx.t("people-beheer-actor-resident"),
        Actor::Known { .. } => ctx.t("people-beheer-actor-known"),
        Actor::System => ctx.t("people-beheer-actor-system"),
    };
    let next = found.last().filter(|_| more).map(|last| format!("{path}?voor={}", fields::place_of(last.at, last.id)));
    let pager = Pager { next, previous: before.map(|_| path.to_owned()) };
    let lines = found.iter().map(|entry| line(ctx, entry, who(&entry.actor))).collect();
    let (page, intro) = match key {
        "people-beheer-looks" => (ctx.page("people-beheer-looks-title"), "people-beheer-looks-intro"),
        _ => (ctx.page("people-beheer-journal-title"), "people-beheer-journal-intro"),
    };
    Ok(ui::html(StatusCode::OK, &View { page, intro, lines, pager }))
}

fn line(ctx: &Context, entry: &Recorded, who: String) -> Line {
    Line {
        at: entry.at,
        who,
        what: in_words(ctx, &entry.kind, &entry.body),
        about: format!("{} {}", entry.stream_kind, entry.stream),
        number: entry.number,
        body: if entry.body.as_object().is_some_and(serde_json::Map::is_empty) { String::new() } else { entry.body.to_string() },
    }
}

/// What happened, in words when we have them; else its code.
fn in_words(ctx: &Context, kind: &str, body: &serde_json::Value) -> String {
    let known = |key: &String| ctx.app.texts.has(&Language::NL, key);
    let keys = [format!("people-beheer-event-{kind}"), format!("journey-step-{kind}")];
    let what = keys.iter().find(|key| known(key)).map_or_else(|| kind.to_owned(), |key| ctx.t(key));
    let reason = body.get("reason").and_then(serde_json::Value::as_str).map(|code| format!("people-reason-{code}"));
    match reason.filter(known) {
        Some(key) => format!("{what}: {}", ctx.t(&key)),
        None => what,
    }
}
