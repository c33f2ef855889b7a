//! `/werk/bezorging/{id}/brief`: the answer as a letter to print, or as a sheet to call with. Who the author is comes out
//! of the vault only here and in [`super::letters`], and every look is logged.

use super::delivery::found;
use super::qr;
use crate::letter::{self, LetterWords};
use crate::tables::deliveries::Delivery;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use journey::AnswerBy;
use kernel::{IdentityId, OrganisationId};
use people::vault::{self, Identity, KeyHolder as _, Reason};
use people::{Context, Fault};
use std::collections::HashMap;
use store::Session;
use ui::Page;

#[derive(Debug, Template)]
#[template(path = "letter.html")]
struct Letter {
    page: Page,
    back: String,
    sheet: Sheet,
    pdf: Option<String>,
}

/// One letter.
#[derive(Debug)]
pub(super) struct Sheet {
    /// The page in the language of the letter.
    pub(super) words: Page,
    pub(super) letter: LetterWords,
    pub(super) to: Recipient,
    pub(super) address: String,
    /// The same as a picture.
    pub(super) qr: String,
}

/// To whom a letter goes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Recipient {
    /// The author, or the organisation that knows the author, in lines.
    pub(super) lines: Vec<String>,
    /// What to dial, when the author wants to be called; empty when nobody knows.
    pub(super) phone: Option<String>,
    /// Whether the lines tell where to bring it.
    pub(super) is_known: bool,
}

impl Recipient {
    fn author(channel: AnswerBy, known: Identity) -> Self {
        let Identity { name, address, phone, .. } = known;
        if channel == AnswerBy::Phone {
            return Self { lines: vec![name], is_known: !phone.is_empty(), phone: Some(phone) };
        }
        let lines = address.split([',', '\n']).map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned);
        let lines: Vec<String> = std::iter::once(name).chain(lines).filter(|line| !line.is_empty()).collect();
        Self { is_known: !address.trim().is_empty(), lines, phone: None }
    }
}

/// Who of the vault a letter goes to; nobody when an organisation brings it.
fn addressee(delivery: &Delivery) -> Option<IdentityId> {
    let by_us = delivery.organisation.is_none() && matches!(delivery.channel, AnswerBy::Letter | AnswerBy::Phone);
    delivery.identity.filter(|_| by_us)
}

/// To whom each of these goes, in their order. Every look into the vault is logged.
async fn recipients(ctx: &Context, deliveries: &[Delivery]) -> Result<Vec<Recipient>, Fault> {
    let identities: Vec<IdentityId> = deliveries.iter().filter_map(addressee).collect();
    let mut known: HashMap<IdentityId, Identity> = HashMap::new();
    if !identities.is_empty() {
        let (store, keeper) = (ctx.store().clone(), ctx.keeper());
        let looked = store::write!(store, [keeper, identities], |tx| {
            let mut looked = Vec::with_capacity(identities.len());
            for identity in &identities {
                looked.push((*identity, vault::look(tx, &keeper, *identity, Reason::Delivery).await?.unwrap_or_default()));
            }
            Ok::<_, store::Error>(looked)
        });
        known.extend(looked.await?);
    }
    let mut s = ctx.read().await?;
    let organisations: HashMap<OrganisationId, String> =
        people::tables::organisations(&mut s, ctx.tenant_id()).await?.into_iter().map(|it| (it.id, it.name)).collect();
    let mut found = Vec::with_capacity(deliveries.len());
    for delivery in deliveries {
        found.push(match (delivery.organisation, addressee(delivery).and_then(|id| known.get(&id))) {
            (Some(organisation), _) => through(&mut s, ctx, delivery, organisations.get(&organisation)).await?,
            (None, Some(author)) => Recipient::author(delivery.channel, author.clone()),
            (None, None) => Recipient::default(),
        });
    }
    Ok(found)
}

/// The organisation that brings it, with the name by which it knows the author.
async fn through(s: &mut Session, ctx: &Context, delivery: &Delivery, organisation: Option<&String>) -> Result<Recipient, Fault> {
    let pseudonym = voice::contribution(s, ctx.tenant_id(), delivery.contribution).await?.and_then(|it| it.pseudonym);
    Ok(Recipient { lines: pseudonym.into_iter().chain(organisation.cloned()).collect(), phone: None, is_known: organisation.is_some() })
}

/// These letters, each with the delivery that it is; one whose answer is gone is left out.
pub(super) async fn sheets(ctx: &Context, page: &Page, deliveries: Vec<Delivery>) -> Result<Vec<(Delivery, Sheet)>, Fault> {
    let recipients = recipients(ctx, &deliveries).await?;
    let mut s = ctx.read().await?;
    let mut sheets = Vec::with_capacity(deliveries.len());
    for (delivery, to) in deliveries.into_iter().zip(recipients) {
        let Some(letter) = letter::read(&mut s, &ctx.tenant, &delivery).await? else { continue };
        let words = Page { language: letter.language, ..page.clone() };
        let address = letter::address(&ctx.app.settings, &ctx.tenant, &letter.number);
        sheets.push((delivery, Sheet { words, letter, to, qr: qr::picture(&address)?, address }));
    }
    Ok(sheets)
}

pub(super) async fn show(ctx: Context, Path(id): Path<String>) -> Result<Response, Fault> {
    let delivery = found(&ctx, &id).await?;
    let page = ctx.page("answer-letter-title");
    let (delivery, sheet) = sheets(&ctx, &page, vec![delivery]).await?.pop().ok_or(Fault::NotFound)?;
    let back = format!("/werk/bezorging/{}", delivery.id);
    let pdf = ctx.app.settings.letter_fonts.is_some().then(|| format!("{back}/brief.pdf"));
    let shown = Letter { back, sheet, pdf, page };
    Ok(ui::html(StatusCode::OK, &shown))
}
