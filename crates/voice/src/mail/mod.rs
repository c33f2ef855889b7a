//! Mails to authors: that their idea came in, and why its words are not shown. Both are written in the transaction of
//! what they tell. The follow code is never in a mail: a mail waits in the database, where the code may not lie.

use crate::model::contribution::{Contribution, Receipt};
use crate::model::rules::Rule;
use kernel::{IdentityId, Language, PublicNumber};
use people::mail::{self, Letter, Recipient};
use people::{Context, Fault};
use store::Tx;

/// The language in which an author is written to: the own one when the municipality speaks it.
fn language(ctx: &Context, own: Language) -> Language {
    if ctx.tenant.languages.contains(&own) { own } else { ctx.tenant.language }
}

fn written(ctx: &Context, language: Language, to: IdentityId, stem: &str, number: &PublicNumber, more: &[(&str, ui::Arg)]) -> Letter {
    let address = ctx.app.address_of(&ctx.tenant, &format!("/bijdragen/{number}"));
    let mut args: Vec<(&str, ui::Arg)> =
        vec![("number", number.as_str().into()), ("address", address.as_str().into()), ("municipality", ctx.tenant.name.as_str().into())];
    args.extend(more.iter().cloned());
    Letter {
        to: Recipient::Identity(to),
        language,
        subject: ctx.app.texts.plain(&language, &format!("voice-mail-{stem}-subject"), &args),
        text: ctx.app.texts.plain(&language, &format!("voice-mail-{stem}-text"), &args),
    }
}

/// Tells an author who wants the answer by mail that the idea came in, under which number.
///
/// # Errors
/// When the database fails.
pub async fn received(tx: &mut Tx, ctx: &Context, receipt: &Receipt) -> Result<(), store::Error> {
    if receipt.repeated {
        return Ok(());
    }
    let Some(contribution) = crate::contribution(tx, ctx.tenant_id(), receipt.id).await? else { return Ok(()) };
    let Some(to) = contribution.identity.filter(|_| contribution.answer_by == journey::AnswerBy::Mail) else { return Ok(()) };
    let letter = written(ctx, language(ctx, contribution.language), to, "received", &receipt.number, &[]);
    mail::enqueue(tx, ctx.tenant_id(), letter).await.map(drop)
}

/// Tells an author who wants the answer by mail under which rule and why the words are not shown.
///
/// # Errors
/// When the database fails.
pub async fn kept_back(tx: &mut Tx, ctx: &Context, contribution: &Contribution, rule: Rule, reason: &str) -> Result<(), Fault> {
    let Some(to) = contribution.identity.filter(|_| contribution.answer_by == journey::AnswerBy::Mail) else { return Ok(()) };
    let language = language(ctx, contribution.language);
    let rule = ctx.app.texts.plain(&language, rule.key(), &[]);
    let letter =
        written(ctx, language, to, "kept-back", &contribution.number, &[("rule", rule.as_str().into()), ("reason", reason.into())]);
    mail::enqueue(tx, ctx.tenant_id(), letter).await?;
    Ok(())
}
