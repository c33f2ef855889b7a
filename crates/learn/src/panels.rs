//! What this room shows on pages of rooms that stand before it: whether a process was evaluated, and what came out.

use crate::pages::evaluation::shown::counts;
use crate::tables::evaluation as table;
use askama::Template;
use async_trait::async_trait;
use kernel::ProcessId;
use people::{Context, Fault, Panel, Permission, Spot, Thing};
use ui::Page;

/// The panels of this room.
#[derive(Debug, Clone, Copy, Default)]
pub struct Panels;

#[async_trait]
impl Panel for Panels {
    async fn draw(&self, ctx: &Context, spot: Spot) -> Result<String, Fault> {
        match spot {
            Spot::Process(process) => of_process(ctx, process).await,
            Spot::Journey(_) | Spot::Dossier(_) | Spot::Desk => Ok(String::new()),
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
