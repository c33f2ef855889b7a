//! The pages of this room.

mod agreements;
mod charter;
mod close;
mod copied;
pub(crate) mod guide;
pub(crate) mod holding;
mod list;
mod new;
pub(crate) mod plan_shown;
mod plan_staff;
mod plans;
mod publish;
mod staff_list;
pub(crate) mod standing;
pub(crate) mod view;

use crate::model::Process;
use kernel::{Instant, ProcessId};
use people::{Access, Context, Fault, Permission, Routes, Thing};

/// The addresses of this room.
#[must_use]
pub fn routes() -> Routes {
    let design = Access::Staff(Permission::DesignProcess);
    let publishing = Access::Staff(Permission::PublishProcess);
    let keeping = Access::Staff(Permission::KeepPlans);
    Routes::new("design")
        .get("/processen", Access::Public, list::show)
        .get("/processen/{slug}/afspraken", Access::Public, agreements::show)
        .get("/werk/processen", design, staff_list::show)
        .get("/werk/processen/nieuw", design, new::show)
        .post("/werk/processen/nieuw", design, new::take)
        .get("/werk/processen/{id}", design, charter::show)
        .post("/werk/processen/{id}", design, charter::take)
        .get("/werk/processen/{id}/overgenomen", design, copied::show)
        .get("/werk/processen/{id}/gids", design, guide::overview::show)
        .get("/werk/processen/{id}/gids/plan", design, guide::plan::show)
        .get("/werk/processen/{id}/gids/toetsen", design, guide::toetsen::show)
        .post("/werk/processen/{id}/gids/toetsen", design, guide::toetsen::take)
        .get("/werk/processen/{id}/gids/reglement", design, guide::regulation::show)
        .post("/werk/processen/{id}/gids/reglement", design, guide::regulation::take)
        .get("/werk/processen/{id}/gids/{moment}", design, guide::moment::show)
        .post("/werk/processen/{id}/gids/{moment}", design, guide::moment::take)
        .get("/werk/processen/{id}/publiceren", publishing, publish::show)
        .post("/werk/processen/{id}/publiceren", publishing, publish::take)
        .get("/werk/processen/{id}/sluiten", publishing, close::show)
        .post("/werk/processen/{id}/sluiten", publishing, close::take)
        .get("/plannen", Access::Public, plans::show)
        .get("/plannen/kaart.svg", Access::Public, plans::map)
        .get("/plannen/{slug}", Access::Public, plans::show_one)
        .get("/plannen/{slug}/kaart.svg", Access::Public, plans::map_of_one)
        .get("/werk/plannen", keeping, plan_staff::list)
        .get("/werk/plannen/nieuw", keeping, plan_staff::show_new)
        .post("/werk/plannen/nieuw", keeping, plan_staff::take_new)
        .get("/werk/plannen/{id}", keeping, plan_staff::show)
        .post("/werk/plannen/{id}", keeping, plan_staff::take)
}

/// The process with this id, when there is one here and `permission` reaches it.
async fn permitted(ctx: &Context, id: &str, permission: Permission) -> Result<Process, Fault> {
    let id: ProcessId = id.parse().map_err(|_| Fault::NotFound)?;
    let mut s = ctx.read().await?;
    let process = crate::process(&mut s, ctx.tenant_id(), id).await?.ok_or(Fault::NotFound)?;
    ctx.permit(permission, &Thing::process(id))?;
    Ok(process)
}

/// How many processes stand on one page.
const A_PAGE: i64 = 50;

/// Where a list goes on: the moment and id of the last that was shown.
#[derive(Debug, Default, serde::Deserialize)]
struct Paging {
    na: Option<String>,
}

impl Paging {
    fn after(&self) -> Result<Option<(Instant, ProcessId)>, Fault> {
        let Some(text) = &self.na else { return Ok(None) };
        let read = || {
            let (at, id) = text.split_once('.')?;
            Some((Instant::from_micros(at.parse().ok()?), id.parse().ok()?))
        };
        read().map(Some).ok_or(Fault::NotFound)
    }
}

/// Cuts what was read (one more than a page) to a page, and says where the next begins.
fn pager(path: &str, processes: &mut Vec<Process>) -> ui::Pager {
    let whole = usize::try_from(A_PAGE).unwrap_or(usize::MAX);
    let more = processes.len() > whole;
    processes.truncate(whole);
    let next = processes.last().filter(|_| more).map(|last| format!("{path}?na={}.{}", last.created.micros(), last.id));
    ui::Pager { next, previous: None }
}
