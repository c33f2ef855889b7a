//! `/beheer/taken`: what the program tried in the background and could not do.

use super::fields;
use crate::context::Context;
use crate::fault::Fault;
use crate::permit::{Permission, Thing};
use crate::posted::Posted;
use crate::tables::events::{self, Event};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::JobId;
use store::jobs::{self, DeadJob};
use ui::Page;

#[derive(Template)]
#[template(path = "beheer/jobs.html")]
struct Jobs {
    page: Page,
    dead: Vec<DeadJob>,
}

/// Shows what failed for good, the newest first.
pub(super) async fn list(ctx: Context) -> Result<Response, Fault> {
    ctx.permit(Permission::ManageJobs, &Thing::tenant())?;
    let dead = jobs::dead(&mut ctx.read().await?, ctx.tenant_id()).await?;
    Ok(ui::html(StatusCode::OK, &Jobs { page: ctx.page("people-beheer-jobs-title"), dead }))
}

/// Lets the program try one again.
pub(super) async fn revive(Path(id): Path<String>, form: Posted) -> Result<Response, Fault> {
    let ctx = form.ctx;
    ctx.permit(Permission::ManageJobs, &Thing::tenant())?;
    let job: JobId = fields::id(&id)?;
    let (tenant, actor) = (ctx.tenant_id(), ctx.actor);
    store::write!(ctx.app.store, [tenant, actor, job], |tx| {
        jobs::revive(tx, tenant, job).await?;
        events::record(tx, tenant, &actor, Event::JobRevived { job }).await
    })
    .await?;
    Ok(ctx.done("/beheer/taken", "people-beheer-job-revived"))
}
