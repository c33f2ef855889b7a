//! The same thing done with several dossiers at once. Each is chosen by its id, done in a transaction of its own, allowed and
//! guarded as if it were done alone, and told by name afterwards: done, or not done and why. Nothing is done with «all that
//! match», and a form that is sent twice does nothing twice: every dossier must stand as it stood when it was chosen.

use crate::act::{Refusal, Rule, assign, decider, hand_over, remind, schedule};
use crate::model::AtOnce;
use journey::State;
use kernel::{AccountId, Date, DepartmentId, DossierId, Line, Prose};
use people::Context;
use store::Tx;
use store::texts::LanguageSet;

/// A dossier as somebody chose it: which one, and how many steps it had then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Picked {
    pub(crate) id: DossierId,
    pub(crate) events: i64,
}

impl Picked {
    /// As it stands in a form.
    pub(crate) fn written(self) -> String {
        format!("{}.{}", self.id, self.events)
    }

    pub(crate) fn read(text: &str) -> Option<Self> {
        let (id, events) = text.split_once('.')?;
        Some(Self { id: id.parse().ok()?, events: events.parse().ok()? })
    }
}

/// What is done with each.
#[derive(Debug, Clone)]
pub(crate) enum Errand {
    Assign(DepartmentId),
    Schedule { body: Line, date: Date, motive: Option<LanguageSet> },
    HandOver { holder: AccountId, words: Option<Prose> },
    Remind,
}

impl Errand {
    const fn kind(&self) -> AtOnce {
        match self {
            Self::Assign(_) => AtOnce::Assign,
            Self::Schedule { .. } => AtOnce::Schedule,
            Self::HandOver { .. } => AtOnce::HandOver,
            Self::Remind => AtOnce::Remind,
        }
    }
}

/// Why something was not done with a dossier. Nothing of it was changed then.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Undone {
    #[error("there is no such dossier any more")]
    Gone,
    #[error("this person may not do it with this dossier")]
    NotAllowed,
    #[error("it changed since it was chosen")]
    Changed,
    #[error("it stands at {0:?}")]
    NotNow(State),
    #[error("{0:?}")]
    Rule(Rule),
    #[error("the journey does not allow it: {0}")]
    Guard(&'static str),
    #[error(transparent)]
    Store(#[from] store::Error),
}

impl From<Refusal> for Undone {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Missing => Self::Gone,
            Refusal::NotNow(state) => Self::NotNow(state),
            Refusal::Rule(rule) => Self::Rule(rule),
            Refusal::Guard(code) => Self::Guard(code),
            Refusal::Store(error) => Self::Store(error),
        }
    }
}

/// Does it with each, one after the other; what happened with each, in the order in which they were chosen.
pub(crate) async fn with_each(ctx: &Context, picked: &[Picked], errand: &Errand) -> Vec<(DossierId, Result<(), Undone>)> {
    let mut told = Vec::with_capacity(picked.len());
    for one in picked {
        let (store, one, ctx, errand) = (ctx.store().clone(), *one, ctx.clone(), errand.clone());
        let done = store::write!(store, [ctx, errand], |tx| { with(tx, &ctx, one, &errand).await }).await;
        if let Err(Undone::Store(error)) = &done {
            tracing::error!(%error, dossier = %one.id, "one of several was not done");
        }
        told.push((one.id, done));
    }
    told
}

async fn with(tx: &mut Tx, ctx: &Context, one: Picked, errand: &Errand) -> Result<(), Undone> {
    let dossier = journey::dossier(tx, ctx.tenant_id(), one.id).await?.filter(|it| it.merged.is_none()).ok_or(Undone::Gone)?;
    let who = ctx.account.as_ref().ok_or(Undone::NotAllowed)?;
    let decider = decider(tx, ctx.tenant_id(), dossier.process).await?;
    let kind = errand.kind();
    if !kind.allowed(&who.grants, who.id, &dossier, decider, ctx.today()) {
        return Err(Undone::NotAllowed);
    }
    if dossier.events != one.events {
        return Err(Undone::Changed);
    }
    if !kind.is_open(&dossier, decider) {
        return Err(Undone::NotNow(dossier.state));
    }
    let doing = ctx.act();
    match errand {
        Errand::Assign(department) => assign(tx, &doing, one.id, *department).await.map(drop)?,
        Errand::Schedule { body, date, motive } => schedule(tx, &doing, one.id, body, *date, motive.as_ref()).await.map(drop)?,
        Errand::HandOver { holder, words } => hand_over(tx, &doing, one.id, *holder, words.as_ref()).await.map(drop)?,
        Errand::Remind => remind(tx, &doing, one.id).await?,
    }
    Ok(())
}
