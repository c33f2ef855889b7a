//! A forgotten password: asking for a link by mail, and setting another password with it.

use super::beheer::fields;
use super::password::fault;
use crate::context::Context;
use crate::fault::Fault;
use crate::forgotten;
use crate::limits::Trial;
use crate::password::{self, FEWEST, MOST};
use crate::posted::Posted;
use crate::tables::accounts::bare_mail;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use ui::{Page, Typed};

#[derive(Template)]
#[template(path = "forgotten.html")]
struct ForgottenPage {
    page: Page,
    typed: Typed,
    /// Whether mail leaves this house at all.
    mails: bool,
}

#[derive(Template)]
#[template(path = "new_password.html")]
struct NewPasswordPage {
    page: Page,
    typed: Typed,
}

const HERE: &str = "/wachtwoord-vergeten";

fn page(ctx: &Context, status: StatusCode, typed: Typed) -> Response {
    ui::html(status, &ForgottenPage { page: ctx.page("people-forgotten-title"), typed, mails: ctx.app.mail.leaves() })
}

pub(crate) async fn show(ctx: Context) -> Response {
    page(&ctx, StatusCode::OK, Typed::empty())
}

pub(crate) async fn send(mut form: Posted) -> Result<Response, Fault> {
    let ctx = form.ctx.clone();
    let mail = bare_mail(&fields::mail(&mut form.typed, "mail"));
    if form.typed.is_wrong() {
        return Ok(page(&ctx, StatusCode::UNPROCESSABLE_ENTITY, form.typed));
    }
    ctx.app.limits.take(Trial::PasswordLink, &ctx.address, &format!("{} {mail}", ctx.tenant.id), ctx.now())?;
    forgotten::ask(&ctx, &mail).await?;
    Ok(ctx.done("/aanmelden", "people-forgotten-sent"))
}

fn works_no_more(ctx: &Context) -> Response {
    ctx.done(HERE, "people-forgotten-passed")
}

pub(crate) async fn show_new(ctx: Context, Path(token): Path<String>) -> Result<Response, Fault> {
    if forgotten::whose(&ctx, &token).await?.is_none() {
        return Ok(works_no_more(&ctx));
    }
    let typed = Typed::empty();
    Ok(ui::html(StatusCode::OK, &NewPasswordPage { page: ctx.page("people-forgotten-new-title"), typed }))
}

pub(crate) async fn send_new(Path(token): Path<String>, form: Posted) -> Result<Response, Fault> {
    let ctx = form.ctx.clone();
    let Some(account) = forgotten::whose(&ctx, &token).await? else { return Ok(works_no_more(&ctx)) };
    let mut typed = Typed::empty();
    if let Some((field, key)) = fault(form.get("new"), form.get("again"), &account.mail) {
        typed.wrong_with(field, key, &[("fewest", FEWEST.into()), ("most", MOST.into())]);
        let page = ctx.page("people-forgotten-new-title");
        return Ok(ui::html(StatusCode::UNPROCESSABLE_ENTITY, &NewPasswordPage { page, typed }));
    }
    let hash = password::hash(&ctx.app, form.get("new").to_owned()).await.map_err(|error| Fault::Broken(error.to_string()))?;
    if forgotten::set(&ctx, &token, account.id, hash).await? {
        Ok(ctx.done("/aanmelden", "people-forgotten-done"))
    } else {
        Ok(works_no_more(&ctx))
    }
}
