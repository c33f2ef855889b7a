//! `/abonnement/{token}`: the page behind the links in a mail. Opening it changes nothing, since programs open links too;
//! a button confirms or prolongs. Stopping takes no token of a form: mail programs send it by themselves (RFC 8058), and the
//! link itself is the proof.

use crate::model::subscription::{self as rule, Subscription};
use crate::subscriptions::{self, Wish};
use crate::tables;
use askama::Template;
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use people::{Context, Fault, Posted};
use ui::Page;

#[derive(Debug, Template)]
#[template(path = "subscription.html")]
struct Shown {
    page: Page,
    path: String,
    scope: String,
    standing: Standing,
}

/// How far a subscription is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Standing {
    /// Whoever opens the page still has to say yes.
    Asked,
    /// It runs until this day; it can be prolonged until the other.
    Runs { until: String, prolonged: String },
    /// It is no more, or never was.
    Stopped,
}

async fn found(ctx: &Context, token: &str) -> Result<Subscription, Fault> {
    let id = subscriptions::named(&ctx.app, ctx.tenant_id(), token).ok_or(Fault::NotFound)?;
    tables::subscriptions::subscription(&mut ctx.read().await?, ctx.tenant_id(), id).await?.ok_or(Fault::NotFound)
}

pub(super) async fn show(ctx: Context, Path(token): Path<String>) -> Result<Response, Fault> {
    let it = found(&ctx, &token).await?;
    let page = ctx.page("answer-subscription-title");
    let wish = Wish { process: it.process, area: it.area };
    let scope = subscriptions::scope_name(&mut ctx.read().await?, &ctx.tenant, &page, wish).await?;
    let standing = match it.confirmed {
        None => Standing::Asked,
        Some(_) => Standing::Runs { until: page.date(&it.ends), prolonged: page.date(&rule::last_day(ctx.today())) },
    };
    let path = subscriptions::path(&ctx.app, ctx.tenant_id(), it.id);
    Ok(unkept(ui::html(StatusCode::OK, &Shown { page, path, scope, standing })))
}

pub(super) async fn confirm(Path(token): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let ctx = posted.ctx;
    let id = found(&ctx, &token).await?.id;
    subscriptions::confirm(&ctx, id).await?;
    Ok(ctx.done(&subscriptions::path(&ctx.app, ctx.tenant_id(), id), "answer-subscription-confirmed"))
}

/// Answers with a page and not with a redirect, which mail programs follow unreliably (RFC 8058, 3.1).
pub(super) async fn stop(ctx: Context, Path(token): Path<String>) -> Result<Response, Fault> {
    let id = subscriptions::named(&ctx.app, ctx.tenant_id(), &token).ok_or(Fault::NotFound)?;
    subscriptions::stop(&ctx, id).await?;
    let page = ctx.page("answer-subscription-title");
    Ok(unkept(ui::html(StatusCode::OK, &Shown { page, path: String::new(), scope: String::new(), standing: Standing::Stopped })))
}

/// No cache on the way keeps what only the reader of one mailbox may see.
fn unkept(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
