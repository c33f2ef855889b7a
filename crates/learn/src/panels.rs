//! What this room shows on pages of rooms that stand before it: whether a process was evaluated, and what came out; and on the desk of
//! whoever heads a department, or assigns to all, that one nearly always decides alone on what touches others.

use crate::model::alone::nearly_always;
use crate::model::indicator::By;
use crate::pages::evaluation::shown::counts;
use crate::tables::{evaluation as table, facts};
use askama::Template;
use async_trait::async_trait;
use kernel::{DepartmentId, ProcessId};
use people::{Context, Fault, Panel, Permission, Scope, Spot, Thing};
use std::collections::BTreeSet;
use ui::Page;

/// The panels of this room.
#[derive(Debug, Clone, Copy, Default)]
pub struct Panels;

#[async_trait]
impl Panel for Panels {
    async fn draw(&self, ctx: &Context, spot: Spot) -> Result<String, Fault> {
        match spot {
            Spot::Process(process) => of_process(ctx, process).await,
            Spot::Desk => decided_alone(ctx).await,
            Spot::Journey(_) | Spot::Dossier(_) => Ok(String::new()),
        }
    }
}

#[derive(Debug, Template)]
#[template(path = "panel_evaluation.html")]
struct EvaluationPanel {
    page: Page,
    told: String,
    link: Option<(String, String)>,
    evaluate: Option<String>,
}

/// What the evaluation came to, why there is none, or that there is none yet of a process that is closed (A240).
async fn of_process(ctx: &Context, id: ProcessId) -> Result<String, Fault> {
    let page = ctx.page("learn-panel-title");
    let mut s = ctx.read().await?;
    let Some(process) = design::process(&mut s, ctx.tenant_id(), id).await?.filter(design::Process::is_public) else {
        return Ok(String::new());
    };
    let finished = table::finished_evaluation(&mut s, ctx.tenant_id(), id).await?.and_then(|it| it.findings);
    let waived = if finished.is_none() { table::waiver(&mut s, ctx.tenant_id(), id).await? } else { None };
    drop(s);
    let href = format!("/processen/{}/evaluatie", process.slug);
    let evaluate = ctx.may(Permission::Evaluate, &Thing::process(id)).then(|| format!("/werk/processen/{id}/evaluatie"));
    let (told, link) = match (&finished, waived) {
        (Some(findings), _) => (counts(&page, &findings.balance), Some((href, page.t("learn-panel-read")))),
        (None, Some(_)) => (page.t("learn-panel-waived"), Some((href, page.t("learn-panel-why")))),
        (None, None) if process.state == design::State::Closed => (page.t("learn-panel-not-yet"), None),
        (None, None) if evaluate.is_some() => (page.t("learn-panel-running"), None),
        (None, None) => return Ok(String::new()),
    };
    EvaluationPanel { page, told, link, evaluate }.render().map_err(|error| Fault::Broken(error.to_string()))
}

/// Over so many days up to today is looked how a department decides.
const A_YEAR: i64 = 364;

#[derive(Debug, Template)]
#[template(path = "panel_alone.html")]
struct AlonePanel {
    page: Page,
    /// What is told of each department, and where its figure stands.
    rows: Vec<(String, String)>,
}

/// Of which departments whoever asks hears how they decide: a head of its own, which are named, and whoever assigns to all departments of
/// each, which is `None`.
fn hears_of(ctx: &Context) -> BTreeSet<Option<DepartmentId>> {
    let today = ctx.today();
    let Some(who) = ctx.account.as_ref() else { return BTreeSet::new() };
    let heard = who.grants.iter().filter(|grant| grant.works_for(who.id, today)).filter_map(|grant| match &grant.scope {
        Scope::Department(own) => grant.permissions.holds(Permission::Accept).then_some(Some(*own)),
        Scope::Tenant => grant.permissions.holds(Permission::Assign).then_some(None),
        Scope::Area { .. } | Scope::Process(_) | Scope::Organisation(_) => None,
    });
    let heard: BTreeSet<Option<DepartmentId>> = heard.collect();
    if heard.contains(&None) { [None].into() } else { heard }
}

/// The departments that nearly always decide alone on what touches others (B43): a question, in numbers.
async fn decided_alone(ctx: &Context) -> Result<String, Fault> {
    let heard = hears_of(ctx);
    if heard.is_empty() {
        return Ok(String::new());
    }
    let tenant = ctx.tenant_id();
    let (from, to) = (ctx.today().plus_days(-A_YEAR), ctx.today());
    let mut s = ctx.read().await?;
    let mut counted = Vec::new();
    for department in heard {
        counted.extend(facts::decided_alone(&mut s, tenant, (from, to), department).await?);
    }
    let found = nearly_always(counted, people::tables::tenants::smallest(&mut s, tenant).await?);
    if found.is_empty() {
        return Ok(String::new());
    }
    let departments = people::tables::departments(&mut s, tenant).await?;
    drop(s);
    let page = ctx.page("learn-alone-panel-title");
    let row = |id: DepartmentId, alone: i64, whole: i64| {
        let name = departments.iter().find(|it| it.id == id).map(|it| it.name.clone()).unwrap_or_default();
        let told = page.ta("learn-alone-panel-one", &[("department", name.into()), ("alone", alone.into()), ("whole", whole.into())]);
        (told, format!("/hoe-doen-we-het/alone?{}={id}", By::Department.field()))
    };
    let rows = found.iter().map(|it| row(it.department, it.alone, it.whole)).collect();
    AlonePanel { rows, page }.render().map_err(|error| Fault::Broken(error.to_string()))
}
