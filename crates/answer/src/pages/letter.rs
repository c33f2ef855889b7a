//! `/werk/bezorging/{id}/brief`: the answer as a letter to print, or as a sheet to call with. Who the author is comes out
//! of the vault only here, and every look is logged.

use super::delivery::found;
use crate::letter::{self, LetterWords};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use journey::AnswerBy;
use people::vault::{self, Identity, KeyHolder as _, Reason};
use people::{Context, Fault};
use ui::Page;

#[derive(Debug, Template)]
#[template(path = "letter.html")]
struct Letter {
    page: Page,
    /// The page in the language of the letter.
    words: Page,
    back: String,
    letter: LetterWords,
    to: Vec<String>,
    phone: Option<String>,
    address: String,
}

/// To whom it goes, in lines: the author, or the organisation that knows the author.
async fn recipient(ctx: &Context, delivery: &crate::tables::deliveries::Delivery) -> Result<(Vec<String>, Option<String>), Fault> {
    if let Some(organisation) = delivery.organisation {
        let mut s = ctx.read().await?;
        let organisation = people::tables::organisation(&mut s, ctx.tenant_id(), organisation).await?;
        let pseudonym = voice::contribution(&mut s, ctx.tenant_id(), delivery.contribution).await?.and_then(|it| it.pseudonym);
        return Ok((pseudonym.into_iter().chain(organisation.map(|it| it.name)).collect(), None));
    }
    let Some(identity) = delivery.identity.filter(|_| matches!(delivery.channel, AnswerBy::Letter | AnswerBy::Phone)) else {
        return Ok((Vec::new(), None));
    };
    let store = ctx.store().clone();
    let keeper = ctx.keeper();
    let known = store::write!(store, [keeper], |tx| vault::look(tx, &keeper, identity, Reason::Delivery).await).await?;
    let Identity { name, address, phone, .. } = known.unwrap_or_default();
    if delivery.channel == AnswerBy::Phone {
        return Ok((vec![name], Some(phone)));
    }
    let lines = address.split([',', '\n']).map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned);
    Ok((std::iter::once(name).chain(lines).filter(|line| !line.is_empty()).collect(), None))
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let delivery = found(&ctx, &id).await?;
    let mut s = ctx.read().await?;
    let letter = letter::read(&mut s, &ctx.tenant, &delivery).await?.ok_or(Fault::NotFound)?;
    drop(s);
    let (to, phone) = recipient(&ctx, &delivery).await?;
    let page = ctx.page("answer-letter-title");
    let shown = Letter {
        words: Page { language: letter.language, ..page.clone() },
        back: format!("/werk/bezorging/{}", delivery.id),
        address: letter::address(&ctx.app.settings, &ctx.tenant, &letter.number),
        letter,
        to,
        phone,
        page,
    };
    Ok(ui::html(StatusCode::OK, &shown))
}
