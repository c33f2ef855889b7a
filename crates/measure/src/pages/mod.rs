//! The pages of this room, one file each with its template beside it.

mod ask;
mod check;
mod entry;
mod export;
mod list;
mod outcomes;
pub(crate) mod panels;
mod paper;
mod plan;
mod questions;
mod sheet;
mod shown;
mod staff;
mod view;

use design::Process;
use kernel::ProcessId;
use people::{Access, Context, Fault, Permission, Routes, Thing};

/// The addresses of this room.
#[must_use]
pub fn routes() -> Routes {
    let evaluate = Access::Staff(Permission::Evaluate);
    let record = Access::Staff(Permission::RecordContribution);
    let research = Access::Staff(Permission::Research);
    Routes::new("measure")
        .get("/processen/{slug}/meten", Access::Public, shown::show)
        .get("/processen/{slug}/meten.csv", Access::Public, sheet::show)
        .get("/processen/{slug}/vragen", Access::Public, ask::show)
        .post("/processen/{slug}/vragen", Access::Public, ask::take)
        .get("/processen/{slug}/vragen/papier", Access::Public, paper::show)
        .get("/werk/meten", evaluate, list::show)
        .get("/werk/processen/{id}/meten", evaluate, plan::show)
        .post("/werk/processen/{id}/meten", evaluate, plan::take)
        .get("/werk/processen/{id}/meten/vragen", evaluate, questions::show)
        .post("/werk/processen/{id}/meten/vragen", evaluate, questions::take)
        .get("/werk/processen/{id}/meten/uitkomsten", evaluate, outcomes::show)
        .post("/werk/processen/{id}/meten/uitkomsten", evaluate, outcomes::take)
        .get("/werk/processen/{id}/meten/uitvoer", research, export::show)
        .post("/werk/processen/{id}/meten/uitvoer", research, export::send)
        .get("/werk/processen/{id}/meten/uitvoer/codeboek.csv", research, export::codebook)
        .get("/werk/processen/{id}/vragen/invoer", record, entry::show)
        .post("/werk/processen/{id}/vragen/invoer", record, entry::take)
        .get("/werk/processen/{id}/vragen/medewerkers", Access::Staff(Permission::ReadStaff), staff::show)
        .post("/werk/processen/{id}/vragen/medewerkers", Access::Staff(Permission::ReadStaff), staff::take)
        .get("/werk/processen/{id}/vragen/nakijken", record, check::show)
        .post("/werk/processen/{id}/vragen/nakijken", record, check::take)
}

/// The process with this id, when there is one here and `permission` reaches it.
async fn permitted(ctx: &Context, id: &str, permission: Permission) -> Result<Process, Fault> {
    let id: ProcessId = id.parse().map_err(|_| Fault::NotFound)?;
    let process = design::process(&mut ctx.read().await?, ctx.tenant_id(), id).await?.ok_or(Fault::NotFound)?;
    ctx.permit(permission, &Thing::process(id))?;
    Ok(process)
}

/// The public process with this slug.
async fn public(ctx: &Context, slug: &str) -> Result<Process, Fault> {
    design::process_by_slug(&mut ctx.read().await?, ctx.tenant_id(), slug).await?.ok_or(Fault::NotFound)
}
