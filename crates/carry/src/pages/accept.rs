//! `/werk/dossiers/{id}/aanvaarden`: the department takes the dossier and says who holds it (F1 S4).

use crate::act::accept;
use crate::forms::accepting;
use crate::model::Act;
use crate::pages::opened::{Head, Opened};
use crate::pages::view::people_of;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::AccountId;
use people::tables::Account;
use people::{Context, Fault, Posted};
use ui::{Choice, Page, Typed};

#[derive(Debug, Template)]
#[template(path = "accept.html")]
struct Form {
    page: Page,
    typed: Typed,
    head: Head,
    department: String,
    holders: Vec<Choice>,
}

/// The people of the department that was asked; where one or two people do all the work, also whoever accepts.
async fn offered(ctx: &Context, opened: &Opened) -> Result<Vec<Account>, Fault> {
    let mut found = people_of(ctx, opened.dossier.asked.as_slice()).await?;
    if let Some(who) = ctx.account.as_ref().filter(|who| ctx.tenant.light && !found.iter().any(|it| it.id == who.id)) {
        let mut s = ctx.read().await?;
        found.extend(people::tables::account(&mut s, ctx.tenant_id(), who.id).await?);
    }
    Ok(found)
}

async fn draw(ctx: &Context, opened: &Opened, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let holders = offered(ctx, opened).await?.into_iter().map(|it| Choice::new(it.id.to_string(), it.name)).collect();
    let page = ctx.page("carry-act-accept-title");
    let department = opened.department_name(ctx, &page).await?;
    Ok(ui::html(status, &Form { head: opened.head(&page), department, holders, typed, page }))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let opened = Opened::for_act(&ctx, &id, Act::Accept).await?;
    if !Act::Accept.is_open(&opened.dossier, opened.decider) {
        return opened.not_now(&ctx).await;
    }
    draw(&ctx, &opened, Typed::empty(), StatusCode::OK).await
}

pub(super) async fn take(Path(id): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let opened = Opened::for_act(&ctx, &id, Act::Accept).await?;
    let Some(department) = opened.dossier.asked else {
        return opened.not_now(&ctx).await;
    };
    let offered: Vec<AccountId> = offered(&ctx, &opened).await?.into_iter().map(|it| it.id).collect();
    let Some(form) = accepting(&mut typed, &offered) else {
        return draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let (store, dossier) = (ctx.store().clone(), opened.dossier.id);
    let done = store::write!(store, [ctx, form], |tx| { accept(tx, &ctx.act(), dossier, department, form.holder).await }).await;
    match opened.settle(&ctx, done, &mut typed, "carry-accept-done").await? {
        Some(response) => Ok(response),
        None => draw(&ctx, &opened, typed, StatusCode::UNPROCESSABLE_ENTITY).await,
    }
}
