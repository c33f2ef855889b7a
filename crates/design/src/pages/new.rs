//! `/werk/processen/nieuw`: a process begins with its name.

use crate::acts::{NewProcess, create};
use crate::forms::line;
use crate::model::{Draft, Part};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::ProcessId;
use people::{Context, Fault, Permission, Posted, Thing};
use store::texts::LanguageSet;
use ui::{Page, Typed};

#[derive(Debug, Template)]
#[template(path = "new.html")]
struct New {
    page: Page,
    typed: Typed,
}

pub(super) async fn show(ctx: Context) -> Result<Response, Fault> {
    ctx.permit(Permission::DesignProcess, &Thing::tenant())?;
    Ok(ui::html(StatusCode::OK, &New { page: ctx.page("design-new"), typed: Typed::empty() }))
}

pub(super) async fn take(posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    ctx.permit(Permission::DesignProcess, &Thing::tenant())?;
    let Some(title) = line(&mut typed, "title", Part::Title.most()) else {
        if !typed.is_wrong() {
            typed.wrong("title", "design-title-missing");
        }
        return Ok(ui::html(StatusCode::UNPROCESSABLE_ENTITY, &New { page: ctx.page("design-new"), typed }));
    };
    let (store, language) = (ctx.store().clone(), ctx.tenant.language);
    let made = store::write!(store, [ctx, title], |tx| {
        let id = ProcessId::new(ctx.now(), tx.random());
        let draft = Draft::titled(LanguageSet::written(language, title));
        create(tx, &ctx.act(), NewProcess { id, slug: None, draft }).await
    })
    .await?;
    Ok(ctx.done(&format!("/werk/processen/{}", made.id), "design-made"))
}
