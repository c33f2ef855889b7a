//! Choosing another password.

use crate::context::Context;
use crate::fault::Fault;
use crate::limits::Trial;
use crate::password::{self, FEWEST, MOST};
use crate::posted::Posted;
use crate::tables::accounts;
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use ui::{Page, Typed};

#[derive(Template)]
#[template(path = "password.html")]
struct PasswordPage {
    page: Page,
    typed: Typed,
    /// Whether this person has no second factor yet.
    may_enrol: bool,
}

pub(crate) async fn show(ctx: Context) -> Result<Response, Fault> {
    let who = ctx.signed_in()?.id;
    let known = accounts::credentials(&mut ctx.read().await?, ctx.tenant.id, who).await?;
    let may_enrol = known.is_some_and(|it| it.factor.is_none());
    Ok(ui::html(StatusCode::OK, &PasswordPage { page: ctx.page("people-password-title"), typed: Typed::empty(), may_enrol }))
}

/// What is wrong with a new password, if anything. Length is what counts; a password that is the mail address or one
/// sign repeated is refused.
pub(super) fn fault(new: &str, again: &str, mail: &str) -> Option<(&'static str, &'static str)> {
    let length = new.chars().count();
    let first = new.chars().next();
    if length < FEWEST {
        Some(("new", "people-password-short"))
    } else if length > MOST {
        Some(("new", "people-password-long"))
    } else if new.to_lowercase() == mail || new.chars().all(|c| Some(c) == first) {
        Some(("new", "people-password-weak"))
    } else if new != again {
        Some(("again", "people-password-differs"))
    } else {
        None
    }
}

pub(crate) async fn send(form: Posted) -> Result<Response, Fault> {
    let ctx = form.ctx.clone();
    let who = ctx.signed_in()?.clone();
    let subject = format!("{} {}", ctx.tenant.id, who.mail);
    ctx.app.limits.take(Trial::SignIn, &ctx.address, &subject, ctx.now())?;
    let mut session = ctx.read().await?;
    let known = accounts::credentials(&mut session, ctx.tenant.id, who.id).await?.ok_or(Fault::SignIn)?;
    drop(session);
    let may_enrol = known.factor.is_none();
    // A password is the one thing that does not come back to the form.
    let mut typed = Typed::empty();
    let right = password::matches(&ctx.app, form.get("old").to_owned(), known.password).await;
    if !right {
        typed.wrong("old", "people-password-old-wrong");
    }
    if let Some((field, key)) = fault(form.get("new"), form.get("again"), &who.mail) {
        typed.wrong_with(field, key, &[("fewest", FEWEST.into()), ("most", MOST.into())]);
    }
    if typed.is_wrong() {
        return Ok(ui::html(StatusCode::UNPROCESSABLE_ENTITY, &PasswordPage { page: ctx.page("people-password-title"), typed, may_enrol }));
    }
    ctx.app.limits.give_back(Trial::SignIn, &ctx.address, &subject, ctx.now());
    let hash = password::hash(&ctx.app, form.get("new").to_owned()).await.map_err(|error| Fault::Broken(error.to_string()))?;
    let (tenant, actor, account, keep) = (ctx.tenant.id, ctx.actor, who.id, Some(who.sign_in));
    store::write!(ctx.app.store, [tenant, actor, account, hash, keep], |tx| {
        accounts::set_password(tx, tenant, &actor, account, &hash, keep).await
    })
    .await?;
    Ok(ctx.done("/wachtwoord", "people-password-done"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_sentence_is_a_good_password() {
        assert_eq!(fault("drie banken in het park", "drie banken in het park", "a@b.test"), None);
        assert_eq!(fault("kort", "kort", "").map(|it| it.1), Some("people-password-short"));
        assert_eq!(fault("aaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaa", "").map(|it| it.1), Some("people-password-weak"));
        assert_eq!(fault("an@leyhoven.test", "an@leyhoven.test", "an@leyhoven.test").map(|it| it.1), Some("people-password-weak"));
        assert_eq!(fault("drie banken in het park", "drie banken", "").map(|it| it.0), Some("again"));
    }
}
