//! Pieces of the public page of a process. The page itself is composed by the program from the panels of all rooms.
//! Each is HTML that may be put on a page as it is; headings begin at the second level.

use crate::model::{Lies, Plan, Process, Site};
use crate::pages::plan_shown::{Named, PlanShown};
use crate::pages::view::{self, Said, Step, View};
use askama::Template;
use kernel::{OrganisationId, TenantId};
use store::Session;
use ui::Page;

#[derive(Debug, Template)]
#[template(path = "panel_summary.html")]
struct Summary<'a> {
    page: &'a Page,
    about: Vec<Said>,
    limits: Vec<Said>,
    agreements: String,
    answer: Option<String>,
    untranslated: bool,
}

#[derive(Debug, Template)]
#[template(path = "panel_rung.html")]
struct RungPanel<'a> {
    page: &'a Page,
    rung: ui::Rung,
    mandate: Option<String>,
}

#[derive(Debug, Template)]
#[template(path = "panel_planning.html")]
struct Planning<'a> {
    page: &'a Page,
    steps: Vec<Step>,
}

#[derive(Debug, Template)]
#[template(path = "panel_variant.html")]
struct VariantPanel<'a> {
    page: &'a Page,
    text: &'static str,
    plan: Option<(String, view::Words)>,
    partners: Vec<String>,
}

#[derive(Debug, Template)]
#[template(path = "panel_plans_here.html")]
struct PlansHere<'a> {
    page: &'a Page,
    text: &'static str,
    linked: bool,
    rows: Vec<Here>,
}

/// A plan at the site, and how it lies there.
#[derive(Debug)]
struct Here {
    plan: PlanShown,
    lies: &'static str,
}

/// To whom plans at a site are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// Somebody who is about to send something there. Never a reason to stop: the words say that it may still be sent.
    Author {
        /// Whether there may be links: not on a shared computer, which one should not leave with a half-written form.
        linked: bool,
    },
    /// Somebody of staff who looks at what came in; plans that are not public yet are among them.
    Staff,
}

/// The plans at a site with what they leave room for; empty when there is none.
///
/// # Errors
/// When the database cannot be read.
pub async fn plans_here(s: &mut Session, tenant: TenantId, page: &Page, site: &Site, reader: Reader) -> Result<String, store::Error> {
    let found = crate::plans_at(s, tenant, std::slice::from_ref(site), reader != Reader::Staff).await?;
    plans_shown(s, tenant, page, &found, reader).await
}

/// As [`plans_here`], with plans that were found before.
///
/// # Errors
/// When the database cannot be read.
pub async fn plans_shown(
    s: &mut Session,
    tenant: TenantId,
    page: &Page,
    found: &[(Plan, Lies)],
    reader: Reader,
) -> Result<String, store::Error> {
    if found.is_empty() {
        return Ok(String::new());
    }
    let named = Named::read(s, tenant).await?;
    let rows = found.iter().map(|(plan, lies)| Here { plan: PlanShown::of(page, &named, plan), lies: lies.key() }).collect();
    let (text, linked) = match reader {
        Reader::Author { linked } => ("design-plans-here-author", linked),
        Reader::Staff => ("design-plans-here-staff", true),
    };
    Ok(drawn(&PlansHere { page, text, linked, rows }))
}

fn drawn(template: &impl Template) -> String {
    template.render().unwrap_or_else(|error| {
        tracing::error!(%error, "a panel could not be drawn");
        String::new()
    })
}

/// The question, what can and cannot change, the promise of an answer and the way to the whole charter.
/// Empty for a process that was never published.
#[must_use]
pub fn charter_summary(page: &Page, process: &Process) -> String {
    let Some(charter) = &process.charter else { return String::new() };
    let View { about, limits, answer, untranslated, .. } = View::of(page, charter);
    drawn(&Summary { page, about, limits, answer, untranslated, agreements: format!("/processen/{}/afspraken", process.slug) })
}

/// Whose process it is, in words (F5): the plan on which residents react, the partners that own it too, or that an initiative
/// stays with whoever began it. Empty where the municipality simply asks.
///
/// # Errors
/// When the database cannot be read.
pub async fn variant(s: &mut Session, tenant: TenantId, page: &Page, process: &Process) -> Result<String, store::Error> {
    let Some(charter) = &process.charter else { return Ok(String::new()) };
    let Some(text) = charter.variant.meaning_key() else { return Ok(String::new()) };
    let plan = match charter.plan {
        Some(plan) => crate::plan(s, tenant, plan).await?.filter(|plan| plan.public),
        None => None,
    };
    let partners = partners(s, tenant, process).await?;
    let plan = plan.map(|plan| (format!("/plannen/{}", plan.slug), view::words(page, &plan.title)));
    Ok(drawn(&VariantPanel { page, text, plan, partners: partners.into_iter().map(|(_, name)| name).collect() }))
}

/// The organisations that own a process together with the municipality, by name.
///
/// # Errors
/// When the database cannot be read.
pub async fn partners(s: &mut Session, tenant: TenantId, process: &Process) -> Result<Vec<(OrganisationId, String)>, store::Error> {
    let Some(charter) = process.charter.as_ref().filter(|charter| !charter.partners.is_empty()) else { return Ok(Vec::new()) };
    let all = people::tables::organisations(s, tenant).await?;
    Ok(all.into_iter().filter(|it| charter.partners.contains(&it.id)).map(|it| (it.id, it.name)).collect())
}

/// The ladder with the promised rung, its sentence, and who gave the mandate. Empty for a process that was never published.
#[must_use]
pub fn rung(page: &Page, process: &Process) -> String {
    let Some(charter) = &process.charter else { return String::new() };
    let View { rung: Some(rung), mandate, .. } = View::of(page, charter) else { return String::new() };
    drawn(&RungPanel { page, rung, mandate })
}

/// The sentence of the promised rung, as plain text: what residents can do, who decides and when. For lists.
#[must_use]
pub fn promise(page: &Page, process: &Process) -> String {
    process.charter.as_ref().and_then(|charter| View::of(page, charter).rung).map(|rung| rung.label).unwrap_or_default()
}

/// The planning with the moment of decision. Empty when nothing has a date.
#[must_use]
pub fn planning(page: &Page, process: &Process) -> String {
    let Some(charter) = &process.charter else { return String::new() };
    let steps = view::planning(page, &charter.draft());
    if steps.is_empty() { String::new() } else { drawn(&Planning { page, steps }) }
}

/// All three under each other, as `look.md` orders them: question and limits, rung, planning.
#[must_use]
pub fn charter(page: &Page, process: &Process) -> String {
    [charter_summary(page, process), rung(page, process), planning(page, process)].concat()
}
