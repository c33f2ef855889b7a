//! `/beheer/wissen`: somebody at the desk asks to be erased. The first proof is the number of a contribution, on paper or in
//! the head; the second is what the vault holds: the name and one more thing, as the person says them. Nothing of the vault
//! is shown before or after; every look is kept in the journal, and after ten tries the desk waits half a minute for each.

use super::fields;
use crate::context::Context;
use crate::fault::Fault;
use crate::holder;
use crate::limits::Trial;
use crate::permit::{Permission, Thing};
use crate::posted::Posted;
use crate::vault::{self, Identity, Reason};
use askama::Template;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use kernel::{IdentityId, PublicNumber};
use ui::{Page, Typed};

#[derive(Template)]
#[template(path = "beheer/erasure.html")]
struct Erasure {
    page: Page,
    typed: Typed,
}

fn draw(ctx: &Context, typed: Typed) -> Response {
    let status = fields::status(&typed);
    ui::html(status, &Erasure { page: ctx.page("people-beheer-erasure-title"), typed })
}

/// Shows the form.
pub(super) async fn show(ctx: Context) -> Result<Response, Fault> {
    ctx.permit(Permission::SeeIdentity, &Thing::tenant())?;
    Ok(draw(&ctx, Typed::empty()))
}

/// What the person said at the desk.
struct Said {
    number: PublicNumber,
    name: String,
    other: String,
}

fn parse(typed: &mut Typed) -> Option<Said> {
    let number = typed.get("number").trim().parse::<PublicNumber>().ok();
    if number.is_none() {
        typed.wrong("number", "people-beheer-erasure-number-unreadable");
    }
    let name = fields::spare_line(typed, "name", 200);
    let other = fields::line(typed, "other", 300);
    if !typed.has("asked", "yes") {
        typed.wrong("asked", "people-beheer-erasure-not-asked");
    }
    let number = number.filter(|_| !typed.is_wrong())?;
    Some(Said { number, name, other })
}

/// Erases the person everywhere when both proofs hold, or hands out what is held (GDPR, articles 15 and 17).
pub(super) async fn erase(mut form: Posted) -> Result<Response, Fault> {
    form.ctx.permit(Permission::SeeIdentity, &Thing::tenant())?;
    let ctx = form.ctx.clone();
    let Some(said) = parse(&mut form.typed) else { return Ok(draw(&ctx, form.typed)) };
    let subject = format!("{} desk {:?}", ctx.tenant_id(), ctx.actor);
    ctx.app.limits.take(Trial::FollowCode, &ctx.address, &subject, ctx.now())?;
    let Some(identity) = proven(&ctx, &said).await? else {
        // One message for every reason, so that the desk learns nothing by trying.
        form.typed.wrong("number", "people-beheer-erasure-no-match");
        return Ok(draw(&ctx, form.typed));
    };
    if form.typed.has("do", "export") {
        return hand_out(&ctx, identity).await;
    }
    holder::erase(&ctx.app, ctx.tenant_id(), identity, ctx.actor, "desk").await?;
    Ok(ctx.done("/beheer/wissen", "people-beheer-erasure-done"))
}

/// A file with everything that is held about the person, room by room. The journal keeps that it was handed out.
async fn hand_out(ctx: &Context, identity: IdentityId) -> Result<Response, Fault> {
    let held = holder::export(&ctx.app, ctx.tenant_id(), identity, ctx.actor).await?;
    let bytes = serde_json::to_vec_pretty(&held).map_err(|error| Fault::Broken(error.to_string()))?;
    let media_type = HeaderValue::from_static("application/json; charset=utf-8");
    let as_file = HeaderValue::from_static("attachment; filename=\"gegevens.json\"");
    let headers = [
        (header::CONTENT_TYPE, media_type),
        (header::CONTENT_DISPOSITION, as_file),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok((headers, bytes).into_response())
}

async fn proven(ctx: &Context, said: &Said) -> Result<Option<IdentityId>, Fault> {
    let tenant = ctx.tenant_id();
    let mut session = ctx.read().await?;
    let mut found = None;
    for holder in &ctx.app.holders {
        if found.is_none() {
            found = holder.identity_of(&mut session, tenant, &said.number).await?;
        }
    }
    drop(session);
    let Some(identity) = found else { return Ok(None) };
    let keeper = vault::KeyHolder::keeper(ctx);
    let held = store::write!(ctx.app.store, [keeper, identity], |tx| vault::look(tx, &keeper, identity, Reason::OwnRequest).await).await?;
    Ok(held.filter(|held| matches(held, &said.name, &said.other)).map(|_| identity))
}

/// Letters and digits alone, in lower case: how people say a name or a number differs in blanks, dots and capitals.
fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether the name, as far as the vault holds one, and one of mail, telephone and address are what the vault holds.
/// Many give a telephone number and no name (E203).
fn matches(held: &Identity, name: &str, other: &str) -> bool {
    let same = |held: &str, said: &str| !bare(held).is_empty() && bare(held) == bare(said);
    // A number with or without the code of the country: the last eight digits decide.
    let last = |text: &str| {
        let digits: Vec<char> = text.chars().filter(char::is_ascii_digit).collect();
        digits.len().checked_sub(8).map(|from| digits[from..].iter().collect::<String>())
    };
    let same_phone = last(&held.phone).is_some_and(|held| last(other) == Some(held));
    let same_name = if bare(&held.name).is_empty() { bare(name).is_empty() } else { same(&held.name, name) };
    same_name && (same(&held.mail, other) || same_phone || same(&held.address, other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_proof_needs_the_name_and_one_more_thing() {
        let held = Identity {
            name: "Ann-Sofie De Smet".to_owned(),
            phone: "+32 470 12 34 56".to_owned(),
            address: "Molenstraat 4,\n9999 Leyhoven".to_owned(),
            ..Identity::default()
        };
        assert!(matches(&held, "ann sofie de smet", "0470/12.34.56"));
        assert!(matches(&held, "Ann-Sofie De Smet", "molenstraat 4 9999 leyhoven"));
        assert!(!matches(&held, "Ann-Sofie De Smet", ""), "an absent mail is no proof");
        assert!(!matches(&held, "Ann De Smet", "0470123456"));
        assert!(!matches(&held, "Ann-Sofie De Smet", "0470123457"));
        assert!(!matches(&Identity::default(), "", ""));
        let nameless = Identity { phone: "0470 12 34 56".to_owned(), ..Identity::default() };
        assert!(matches(&nameless, "", "0470123456"));
        assert!(!matches(&nameless, "Ann", "0470123456"), "a name that was never given is somebody else's");
    }
}
