//! An author takes a contribution back with the follow code, and chooses what happens to the words. Who lost the code,
//! or has no screen, does it at the desk or through the organisation that helped.

use super::privacy_list::may;
use super::{numbered, unkept};
use crate::model::contribution::{Contribution, Erasure};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use kernel::{ContributionId, FollowCode, IdentityId};
use people::vault::{self, Identity, Reason};
use people::{Context, Fault, Posted, Thing};
use store::journal;
use ui::{Choice, Page, Typed};

#[derive(Template)]
#[template(path = "withdraw.html")]
struct WithdrawPage {
    page: Page,
    typed: Typed,
    number: String,
    choices: Vec<Choice>,
    done: bool,
}

/// The form.
pub async fn show(ctx: Context, Path(number): Path<String>) -> Result<Response, Fault> {
    let contribution = {
        let mut session = ctx.read().await?;
        numbered(&mut session, &ctx, &number).await?
    };
    if let Some(whole) = whole(&ctx, &contribution).await? {
        return Ok(ui::see_other(&whole));
    }
    Ok(drawn(&ctx, &contribution, Typed::empty(), StatusCode::OK))
}

/// Where the whole is taken back of which this is a part.
async fn whole(ctx: &Context, contribution: &Contribution) -> Result<Option<String>, Fault> {
    let Some(whole) = contribution.part_of else { return Ok(None) };
    let whole = crate::contribution(&mut ctx.read().await?, ctx.tenant_id(), whole).await?.ok_or(Fault::NotFound)?;
    Ok(Some(format!("/bijdragen/{}/intrekken", whole.number)))
}

/// Takes it back.
pub async fn take(Path(number): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, mut typed, .. } = posted;
    let contribution = {
        let mut session = ctx.read().await?;
        numbered(&mut session, &ctx, &number).await?
    };
    if let Some(whole) = whole(&ctx, &contribution).await? {
        return Ok(ui::see_other(&whole));
    }
    let erasure = crate::forms::fields::chosen(&mut typed, "erasure", read_erasure);
    let proven = proven(&ctx, &contribution, &mut typed).await?;
    let (Some(erasure), true) = (erasure, proven) else {
        return Ok(drawn(&ctx, &contribution, typed, StatusCode::UNPROCESSABLE_ENTITY));
    };
    let forget = match identity_to_forget(&ctx, &contribution, &mut typed).await? {
        Ok(forget) => forget,
        Err(()) => return Ok(drawn(&ctx, &contribution, typed, StatusCode::UNPROCESSABLE_ENTITY)),
    };
    withdraw(&ctx, &contribution, erasure, None).await?;
    if let Some(identity) = forget {
        people::holder::erase(&ctx.app, ctx.tenant_id(), identity, ctx.actor, "own-request").await?;
    }
    Ok(ctx.done(&format!("/bijdragen/{}/intrekken", contribution.number), "voice-withdrawn-notice"))
}

fn read_erasure(text: &str) -> Option<Erasure> {
    match text {
        "hide" => Some(Erasure::Hide),
        "words" => Some(Erasure::Words),
        _ => None,
    }
}

/// Takes the contribution back, and writes down by which proof when somebody did it for the author.
async fn withdraw(ctx: &Context, contribution: &Contribution, erasure: Erasure, proof: Option<&'static str>) -> Result<(), Fault> {
    let id = contribution.id;
    if contribution.withdrawn.is_some() && (erasure == Erasure::Hide || contribution.erased) {
        return Ok(());
    }
    if erasure == Erasure::Words {
        crate::note_erasure(ctx.store(), ctx.tenant_id(), id, ctx.now()).await?;
    }
    let (by, holders) = (ctx.clone(), ctx.app.holders.clone());
    store::write!(ctx.store(), [by, holders], |tx| {
        let act = by.act();
        crate::withdraw(tx, &act, id, erasure, &holders).await?;
        if let Some(proof) = proof {
            let body = serde_json::json!({ "proof": proof });
            let (tenant, actor, at) = (act.tenant, act.actor, act.at);
            let stream_kind = crate::STREAM;
            tx.journal(journal::Entry { tenant, stream: id.uuid(), stream_kind, kind: "withdrawn-at-desk", version: 1, actor, at, body })
                .await?;
        }
        Ok::<_, crate::Error>(())
    })
    .await?;
    Ok(())
}

/// How the desk knows that it is the author who asks: the receipt was shown, or somebody who knows the author asks.
fn read_proof(text: &str) -> Option<&'static str> {
    ["receipt", "known"].into_iter().find(|proof| *proof == text)
}

/// Takes a contribution back at the author's word, at the desk.
pub async fn take_at_desk(Path(contribution): Path<String>, posted: Posted) -> Result<Response, Fault> {
    let Posted { ctx, typed, .. } = posted;
    let id: ContributionId = contribution.parse().map_err(|_| Fault::NotFound)?;
    let contribution = {
        let mut session = ctx.read().await?;
        let found = crate::contribution(&mut session, ctx.tenant_id(), id).await?.ok_or(Fault::NotFound)?;
        match found.part_of {
            Some(whole) => crate::contribution(&mut session, ctx.tenant_id(), whole).await?.ok_or(Fault::NotFound)?,
            None => found,
        }
    };
    if !may(&ctx, &Thing::process(contribution.process).in_area(contribution.place.area)) {
        return Err(Fault::Forbidden);
    }
    let (Some(erasure), Some(proof)) = (read_erasure(typed.get("erasure")), read_proof(typed.get("proof"))) else {
        return super::privacy::again(&ctx, id, typed).await;
    };
    withdraw(&ctx, &contribution, erasure, Some(proof)).await?;
    Ok(ctx.done("/werk/privacy", "voice-withdrawn-for-author"))
}

/// Whether the typed code is the code of this contribution; what is wrong is said beside the field.
async fn proven(ctx: &Context, contribution: &Contribution, typed: &mut Typed) -> Result<bool, Fault> {
    let Ok(code) = typed.get("code").parse::<FollowCode>() else {
        typed.wrong("code", "voice-code-shape");
        return Ok(false);
    };
    let right = crate::prove(ctx, &contribution.number, &code).await?.is_some();
    if !right {
        typed.wrong("code", "voice-code-wrong");
    }
    Ok(right)
}

/// Who must be forgotten too, when the author asks so. The code alone is not enough for that: the author types once
/// more what was given, as a second proof that works at the desk as well.
async fn identity_to_forget(
    ctx: &Context,
    contribution: &Contribution,
    typed: &mut Typed,
) -> Result<Result<Option<IdentityId>, ()>, Fault> {
    let said = bare(typed.get("reach"));
    if said.is_empty() {
        return Ok(Ok(None));
    }
    let Some(identity) = contribution.identity else {
        typed.wrong("reach", "voice-reach-wrong");
        return Ok(Err(()));
    };
    let by = ctx.clone();
    let known = store::write!(ctx.store(), [by, identity], |tx| { vault::look(tx, &by, identity, Reason::OwnRequest).await }).await?;
    if known.is_some_and(|known| is_one_of(&known, &said)) {
        return Ok(Ok(Some(identity)));
    }
    typed.wrong("reach", "voice-reach-wrong");
    Ok(Err(()))
}

fn is_one_of(known: &Identity, said: &str) -> bool {
    [&known.mail, &known.phone, &known.address].into_iter().map(|part| bare(part)).any(|part| !part.is_empty() && part == said)
}

/// Only letters, digits and signs of a mail address, in lower case: spaces and dashes are written differently each time.
fn bare(text: &str) -> String {
    text.chars().filter(|sign| sign.is_alphanumeric() || matches!(sign, '@' | '+')).flat_map(char::to_lowercase).collect()
}

fn drawn(ctx: &Context, contribution: &Contribution, typed: Typed, status: StatusCode) -> Response {
    let page =
        ctx.page_titled(ctx.app.texts.get(&ctx.language, "voice-withdraw-title", &[("number", contribution.number.as_str().into())]));
    let choices = ["hide", "words"].into_iter().map(|code| Choice::new(code, page.t(format!("voice-erasure-{code}")))).collect();
    let done = contribution.erased || (contribution.withdrawn.is_some() && status == StatusCode::OK);
    unkept(ui::html(status, &WithdrawPage { typed, number: contribution.number.to_string(), choices, done, page }))
}
