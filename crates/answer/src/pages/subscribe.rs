//! `/bulletin/abonneren`: asks for news by mail. What is answered does not tell whether an address was known.

use super::bulletin::Scope;
use crate::subscriptions::{self, Wish};
use askama::Template;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use people::{Context, Fault, Posted};
use std::collections::HashMap;
use ui::{Choice, Page, Typed};

/// A mail address has at most this many signs (RFC 5321).
const MOST: usize = 254;

#[derive(Debug, Template)]
#[template(path = "subscribe.html")]
struct Subscribe {
    page: Page,
    typed: Typed,
    processes: Vec<Choice>,
    areas: Vec<Choice>,
    back: String,
}

async fn draw(ctx: &Context, typed: Typed, status: StatusCode) -> Result<Response, Fault> {
    let page = ctx.page("answer-subscribe-title");
    let mut s = ctx.read().await?;
    let processes = design::processes(&mut s, ctx.tenant_id(), true, None, 100).await?;
    let areas = people::tables::areas(&mut s, ctx.tenant_id()).await?;
    drop(s);
    let form = Subscribe {
        processes: processes.iter().map(|it| Choice::new(it.slug.clone(), it.title.best(&page.language).text)).collect(),
        areas: areas.iter().map(|it| Choice::new(it.id.to_string(), it.name.clone())).collect(),
        back: back(&typed),
        typed,
        page,
    };
    Ok(ui::html(status, &form))
}

/// The bulletin of what was chosen.
fn back(typed: &Typed) -> String {
    let chosen = ["project", "gebied"].into_iter().filter(|name| plain(typed.get(name)));
    let asked: Vec<String> = chosen.map(|name| format!("{name}={}", typed.get(name))).collect();
    if asked.is_empty() { "/bulletin".to_owned() } else { format!("/bulletin?{}", asked.join("&")) }
}

/// Whether this may stand in an address as it is: slugs and ids are of these signs.
fn plain(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

pub(super) async fn show(ctx: Context, Query(asked): Query<HashMap<String, String>>) -> Result<Response, Fault> {
    Scope::read(&mut ctx.read().await?, &ctx, &asked).await?;
    let chosen = |name: &str| asked.get(name).cloned().unwrap_or_default();
    let typed = Typed::empty().with("project", chosen("project")).with("gebied", chosen("gebied"));
    draw(&ctx, typed, StatusCode::OK).await
}

/// Whether this can be a mail address: something, an @, and a domain with a dot, without signs that end a header.
fn is_mail(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let odd = |sign: char| sign.is_whitespace() || sign.is_control() || matches!(sign, '<' | '>' | ',' | ';' | '"');
    !local.is_empty()
        && text.chars().count() <= MOST
        && !text.chars().any(odd)
        && domain.split('.').count() >= 2
        && domain.split('.').all(|part| !part.is_empty())
}

pub(super) async fn take(posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let asked = ["project", "gebied"].map(|name| (name.to_owned(), typed.get(name).to_owned())).into();
    let scope = Scope::read(&mut ctx.read().await?, &ctx, &asked).await?;
    let address = typed.get("mail").trim().to_owned();
    if address.is_empty() {
        typed.wrong("mail", "answer-subscribe-missing");
    } else if !is_mail(&address) {
        typed.wrong("mail", "ui-not-a-mail-address");
    }
    if typed.is_wrong() {
        return draw(&ctx, typed, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let wish = Wish { process: scope.process.as_ref().map(|it| it.id), area: scope.area.as_ref().map(|it| it.id) };
    subscriptions::ask(&ctx, &address, wish).await?;
    Ok(ctx.done(&scope.address("/bulletin"), "answer-subscribe-sent"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_address_is_told_from_other_words() {
        assert!(is_mail("an@voorbeeld.be") && is_mail("an.peeters+wijk@mail.voorbeeld.be"));
        for text in [
            "",
            "an",
            "an@",
            "@voorbeeld.be",
            "an@voorbeeld",
            "an@voorbeeld..be",
            "an peeters@voorbeeld.be",
            "an@voorbeeld.be\r\nBcc: b@c.be",
            "<an@voorbeeld.be>",
        ] {
            assert!(!is_mail(text), "{text}");
        }
    }

    #[test]
    fn the_way_back_holds_nothing_that_was_not_chosen_from_a_list() {
        assert_eq!(back(&Typed::empty()), "/bulletin");
        assert_eq!(back(&Typed::empty().with("project", "een-plein").with("gebied", "\"><b>")), "/bulletin?project=een-plein");
    }
}
