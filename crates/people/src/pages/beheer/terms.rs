//! `/beheer/termijnen`: how long each kind of work may take (catalogue F1), holidays and closing days.

use super::fields;
use super::settings;
use crate::context::Context;
use crate::fault::Fault;
use crate::permit::{Permission, Thing};
use crate::posted::Posted;
use crate::tenant::Tenant;
use askama::Template;
use axum::response::Response;
use journey::Terms;
use kernel::{Date, Holidays, Term};
use ui::{Choice, Page, Typed};

/// The longest term that can be set: a year and a bit.
const MOST_DAYS: u16 = 400;
/// The most closing days.
const MOST_CLOSED: usize = 400;

/// The terms by the names of their fields, each with its way in and out of [`Terms`].
const FIELDS: [&str; 19] = [
    "receive",
    "screen",
    "refer",
    "park",
    "bundle",
    "accept",
    "frames",
    "assess",
    "question",
    "table",
    "means",
    "escalate",
    "advise",
    "feed-back",
    "react",
    "plan",
    "confirm",
    "integrate",
    "funding",
];

fn term_mut<'t>(terms: &'t mut Terms, field: &str) -> Option<&'t mut Term> {
    Some(match field {
        "receive" => &mut terms.receive,
        "screen" => &mut terms.screen,
        "refer" => &mut terms.refer,
        "park" => &mut terms.park,
        "bundle" => &mut terms.bundle,
        "accept" => &mut terms.accept,
        "frames" => &mut terms.frames,
        "assess" => &mut terms.assess,
        "question" => &mut terms.question,
        "table" => &mut terms.table,
        "means" => &mut terms.means,
        "escalate" => &mut terms.escalate,
        "advise" => &mut terms.advise,
        "feed-back" => &mut terms.feed_back,
        "react" => &mut terms.react,
        "plan" => &mut terms.plan,
        "confirm" => &mut terms.confirm,
        "integrate" => &mut terms.integrate,
        "funding" => &mut terms.funding,
        _ => return None,
    })
}

#[derive(Template)]
#[template(path = "beheer/terms.html")]
struct TermsPage {
    page: Page,
    typed: Typed,
    fields: [&'static str; 19],
    units: Vec<Choice>,
    holidays: Vec<Choice>,
}

const HOLIDAYS: [(Holidays, &str); 3] = [(Holidays::Belgian, "belgian"), (Holidays::Dutch, "dutch"), (Holidays::None, "none")];

fn draw(ctx: &Context, typed: Typed) -> Response {
    let page = ctx.page("people-beheer-terms-title");
    let units = ["working", "days"].map(|unit| Choice::new(unit, page.t(format!("people-beheer-term-{unit}"))));
    let holidays = HOLIDAYS.map(|(_, code)| Choice::new(code, page.t(format!("people-beheer-holidays-{code}"))));
    let status = fields::status(&typed);
    ui::html(status, &TermsPage { page, typed, fields: FIELDS, units: units.into(), holidays: holidays.into() })
}

/// Shows the terms that hold now.
pub(super) async fn show(ctx: Context) -> Result<Response, Fault> {
    ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
    let civil = &ctx.tenant.civil;
    let mut terms = civil.terms.clone();
    let mut typed = Typed::empty();
    for field in FIELDS {
        let (count, unit) = match term_mut(&mut terms, field) {
            Some(Term::Working(days)) => (*days, "working"),
            Some(Term::Days(days)) => (*days, "days"),
            None => continue,
        };
        typed.set(field, count.to_string());
        typed.set(format!("{field}-unit"), unit);
    }
    let code = HOLIDAYS.iter().find(|(held, _)| *held == civil.calendar.holidays).map_or("none", |(_, code)| *code);
    let closed: Vec<String> = civil.calendar.closed.iter().map(Date::to_string).collect();
    Ok(draw(&ctx, typed.with("holidays", code).with("closed", closed.join("\n"))))
}

/// Reads the closing days, one a line; the line that is no day is named.
fn closing_days(typed: &mut Typed) -> Vec<Date> {
    let mut days = Vec::new();
    let mut unreadable = None;
    for line in typed.get("closed").lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.parse() {
            Ok(day) => days.push(day),
            Err(_) => {
                unreadable.get_or_insert_with(|| line.chars().take(40).collect::<String>());
            }
        }
    }
    if let Some(line) = unreadable {
        typed.wrong_with("closed", "people-beheer-closed-unreadable", &[("line", line.into())]);
    } else if days.len() > MOST_CLOSED {
        typed.wrong_with("closed", "people-beheer-closed-too-many", &[("most", MOST_CLOSED.into())]);
    }
    days.sort_unstable();
    days.dedup();
    days
}

fn parse(ctx: &Context, typed: &mut Typed) -> Option<Tenant> {
    let mut tenant = Tenant::clone(&ctx.tenant);
    for field in FIELDS {
        let count = typed.get(field).trim().parse::<u16>().ok().filter(|days| (1..=MOST_DAYS).contains(days));
        let term = match (count, typed.get(&format!("{field}-unit"))) {
            (Some(days), "working") => Some(Term::Working(days)),
            (Some(days), "days") => Some(Term::Days(days)),
            _ => None,
        };
        match (term, term_mut(&mut tenant.civil.terms, field)) {
            (Some(term), Some(held)) => *held = term,
            _ => typed.wrong_with(field, "people-beheer-term-wrong", &[("most", MOST_DAYS.into())]),
        }
    }
    match HOLIDAYS.iter().find(|(_, code)| *code == typed.get("holidays")) {
        Some((holidays, _)) => tenant.civil.calendar.holidays = *holidays,
        None => typed.wrong("holidays", "ui-choose"),
    }
    tenant.civil.calendar.closed = closing_days(typed);
    (!typed.is_wrong()).then_some(tenant)
}

/// Keeps the terms. Terms that run already keep the last day they were given.
pub(super) async fn save(mut form: Posted) -> Result<Response, Fault> {
    form.ctx.permit(Permission::ManageTenant, &Thing::tenant())?;
    let ctx = form.ctx.clone();
    let Some(tenant) = parse(&ctx, &mut form.typed) else { return Ok(draw(&ctx, form.typed)) };
    settings::keep(&ctx, tenant).await?;
    Ok(ctx.done("/beheer/termijnen", "people-beheer-saved"))
}
