//! The same door for pages: with the vault for who the author is, and with limits for who types codes.

use crate::model::contribution::{Contribution, Error, NewContribution, Receipt};
use crate::receive::{is_known, proven, receive};
use journey::Act;
use kernel::{FollowCode, IdentityId, PublicNumber};
use people::vault::{Identity, KeyHolder};
use people::{Context, Fault, Trial};
use store::Tx;

/// As [`receive`], and keeps who the author is in the vault when this is the first time it is sent.
///
/// # Errors
/// As [`receive`], and when the vault fails.
pub async fn receive_known(
    tx: &mut Tx,
    holder: &impl KeyHolder,
    act: &Act<'_>,
    mut new: NewContribution,
    identity: &Identity,
) -> Result<Receipt, Error> {
    if !is_known(tx, act.tenant, new.id).await? {
        let id = IdentityId::new(act.at, tx.random());
        people::vault::keep(tx, holder, id, identity).await?;
        new.answering.identity = Some(id);
    }
    receive(tx, act, new).await
}

/// The contribution whose follow code a visitor typed; `None` when the code is not its code. Tries are limited for
/// this visitor and this number together, so that nobody is locked out by somebody else.
///
/// # Errors
/// [`Fault::TooMany`] after too many tries; when the database fails.
pub async fn prove(ctx: &Context, number: &PublicNumber, code: &FollowCode) -> Result<Option<Contribution>, Fault> {
    let subject = format!("{}/{number}", ctx.tenant_id());
    ctx.app.limits.take(Trial::FollowCode, &ctx.address, &subject, ctx.now())?;
    let mut session = ctx.read().await?;
    let found = proven(&mut session, ctx.tenant_id(), number, code).await?;
    if found.is_some() {
        ctx.app.limits.give_back(Trial::FollowCode, &ctx.address, &subject, ctx.now());
    }
    Ok(found)
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        match error {
            Error::Missing => Self::NotFound,
            Error::WrongCode => Self::Forbidden,
            Error::Withdrawn => Self::Conflict("voice-fault-withdrawn"),
            Error::Changed => Self::Conflict("voice-privacy-changed"),
            Error::Divided => Self::Conflict("voice-sheet-divided"),
            Error::NotPublic => Self::Conflict("voice-fault-not-public"),
            Error::Journey(refusal) => refusal.into(),
            Error::Store(error) => error.into(),
        }
    }
}
