//! `/lessen` for everybody and `/werk/lessen` for who keeps them: what was learned, what did not work first (A248).

use super::shown::{Names, Shown};
use crate::model::Worked;
use crate::processes::Processes;
use crate::tables::{Filter, listed};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::Instant;
use people::{Context, Fault, Permission, Thing};
use std::collections::HashMap;
use ui::{Choice, Page, Pager, Typed};

/// So many lessons stand on one page.
const A_PAGE: i64 = 30;

/// The lessons that worked alike.
#[derive(Debug)]
struct Group {
    name: String,
    code: &'static str,
    rows: Vec<Shown>,
}

#[derive(Debug, Template)]
#[template(path = "list.html")]
struct List {
    page: Page,
    typed: Typed,
    path: &'static str,
    staff: bool,
    may_keep: bool,
    groups: Vec<Group>,
    worked: Vec<Choice>,
    areas: Vec<Choice>,
    states: Vec<Choice>,
    filtered: bool,
    pager: Pager,
}

fn after(text: Option<&String>) -> Result<Option<(Worked, Instant, uuid::Uuid)>, Fault> {
    let Some(text) = text else { return Ok(None) };
    let read = || {
        let (worked, rest) = text.split_once('.')?;
        let (at, id) = rest.split_once('.')?;
        Some((Worked::of_code(worked)?, Instant::from_micros(at.parse().ok()?), id.parse().ok()?))
    };
    read().map(Some).ok_or(Fault::NotFound)
}

/// What is asked: anything that is not known asks nothing.
fn filter(typed: &Typed, staff: bool) -> Filter {
    let some = |name: &str| Some(typed.get(name).trim()).filter(|text| !text.is_empty()).map(str::to_owned);
    Filter {
        worked: Worked::of_code(typed.get("werkte")),
        area: typed.get("gebied").parse().ok(),
        theme: some("thema"),
        effect: some("effect"),
        process: typed.get("proces").parse().ok(),
        retired: staff && typed.get("stand") == "ingetrokken",
    }
}

/// The filter as a question, for the way to the next page.
fn question(typed: &Typed) -> String {
    let names = ["werkte", "gebied", "thema", "effect", "proces", "stand"];
    let encoded = |text: &str| -> String {
        let plain = |sign: u8| sign.is_ascii_alphanumeric() || b"-._".contains(&sign);
        text.bytes().map(|sign| if plain(sign) { char::from(sign).to_string() } else { format!("%{sign:02X}") }).collect()
    };
    let asked = names.iter().filter(|name| !typed.get(name).is_empty());
    asked.map(|name| format!("{name}={}&", encoded(typed.get(name)))).collect()
}

pub(super) async fn show(ctx: Context, asked: HashMap<String, String>, processes: &dyn Processes, staff: bool) -> Result<Response, Fault> {
    let path = if staff { "/werk/lessen" } else { "/lessen" };
    let typed = Typed::from_pairs(asked.iter().map(|(name, value)| (name.clone(), value.clone())).collect());
    let filter = filter(&typed, staff);
    let mut s = ctx.read().await?;
    let mut rows = listed(&mut s, ctx.tenant_id(), &filter, after(asked.get("na"))?, A_PAGE + 1).await?;
    let whole = usize::try_from(A_PAGE).unwrap_or(usize::MAX);
    let more = rows.len() > whole;
    rows.truncate(whole);
    let next = rows.last().filter(|_| more).map(|last| {
        let (worked, at, id) = (last.lesson.worked.code(), last.lesson.at.micros(), last.lesson.id);
        format!("{path}?{}na={worked}.{at}.{id}", question(&typed))
    });
    let names = Names::read(&mut s, &ctx, &rows, processes).await?;
    drop(s);
    let page = ctx.page(if staff { "memory-staff-title" } else { "memory-title" });
    let of = |worked: Worked| Group {
        name: page.t(format!("{}-group", worked.key())),
        code: worked.code(),
        rows: rows.iter().filter(|row| row.lesson.worked == worked).map(|row| Shown::of(&page, &names, row)).collect(),
    };
    let shown = List {
        path,
        staff,
        may_keep: staff && ctx.may(Permission::Evaluate, &Thing::tenant()),
        groups: Worked::ALL.into_iter().map(of).filter(|group| !group.rows.is_empty()).collect(),
        worked: Worked::ALL.into_iter().map(|worked| Choice::new(worked.code(), page.t(worked.key()))).collect(),
        areas: names.areas.iter().map(|(id, name)| Choice::new(id.to_string(), name.clone())).collect(),
        states: vec![Choice::new("ingetrokken", page.t("memory-state-retired"))],
        filtered: filter != Filter::default(),
        pager: Pager { next, previous: None },
        page,
        typed,
    };
    Ok(ui::html(StatusCode::OK, &shown))
}
