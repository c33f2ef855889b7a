//! What somebody typed before the sign-in passed: to look at, and to send on.

use crate::context::Context;
use crate::fault::Fault;
use crate::kept_form::{KeptForm, Stale};
use crate::labels::{Labels, Shown};
use crate::posted::Posted;
use crate::tables::kept_forms;
use askama::Template;
use axum::Extension;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use std::sync::Arc;
use ui::Page;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "kept.html")]
struct KeptPage<'a> {
    page: Page,
    kept: &'a KeptForm,
    shown: Vec<Shown>,
}

#[derive(Template)]
#[template(path = "stale.html")]
struct StalePage<'a> {
    page: Page,
    stale: &'a Stale,
    path: String,
    shown: Vec<Shown>,
}

/// A form that comes back. The frame around all pages draws it, since the words for its fields stand on another page.
#[derive(Debug, Clone)]
pub(crate) enum Back {
    /// It was kept while somebody signed in.
    Kept(Arc<KeptForm>),
    /// Its token was of another visit.
    Stale(Arc<Stale>),
}

impl Back {
    /// The page on which the form stood, and where it was going.
    pub(crate) fn places<'a>(&'a self, ctx: &'a Context) -> (&'a str, String) {
        match self {
            Self::Kept(kept) => (&kept.page, kept.path.clone()),
            Self::Stale(stale) => (&stale.page, ctx.path_and_query()),
        }
    }

    /// What was typed, in the words of its page, and a button that sends it with a fresh token.
    pub(crate) fn draw(&self, ctx: &Context, labels: &Labels) -> Response {
        let ticked = ctx.t("people-kept-ticked");
        match self {
            Self::Kept(kept) => {
                let shown = labels.shown(&kept.pairs, &ticked);
                ui::html(StatusCode::OK, &KeptPage { page: ctx.page("people-kept-title"), kept, shown })
            }
            Self::Stale(stale) => {
                let (page, shown) = (ctx.page("people-fault-token-title"), labels.shown(&stale.pairs, &ticked));
                ui::html(StatusCode::FORBIDDEN, &StalePage { page, stale, path: ctx.path_and_query(), shown })
            }
        }
    }
}

pub(crate) async fn show(ctx: Context, Path(id): Path<Uuid>) -> Result<Extension<Back>, Fault> {
    Ok(Extension(Back::Kept(Arc::new(ctx.kept(id).await?))))
}

pub(crate) async fn throw_away(Path(id): Path<Uuid>, form: Posted) -> Result<Response, Fault> {
    let ctx = &form.ctx;
    let (tenant, account) = (ctx.tenant.id, ctx.signed_in()?.id);
    store::write!(ctx.app.store, [tenant, account, id], |tx| kept_forms::remove(tx, tenant, account, id).await).await?;
    Ok(ctx.done("/", "people-kept-gone"))
}
