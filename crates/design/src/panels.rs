//! Pieces of the public page of a process. The page itself is composed by the program from the panels of all rooms.
//! Each is HTML that may be put on a page as it is; headings begin at the second level.

use crate::model::Process;
use crate::pages::view::{self, Said, Step, View};
use askama::Template;
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
