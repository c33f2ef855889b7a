//! What this room holds about a person: the questions that were put to an author, and the answers. And what it kept ready for a
//! dossier that its author takes back: its place on an agenda, and the means that were asked and committed.

use crate::across;
use crate::act::Refusal;
use crate::tables::{self, Contest, Question};
use async_trait::async_trait;
use journey::{Dossier, State};
use kernel::{ContributionId, IdentityId, TenantId};
use people::Holder;
use serde_json::{Value, json};
use store::{Error, Session, Tx};

/// Questions to authors and their answers, and what authors contested.
#[derive(Debug, Clone, Copy, Default)]
pub struct Questions;

#[async_trait]
impl Holder for Questions {
    fn room(&self) -> &'static str {
        "carry"
    }

    async fn export(&self, s: &mut Session, tenant: TenantId, identity: IdentityId) -> Result<Value, Error> {
        let mut all = Vec::new();
        for question in tables::of_identity(s, tenant, identity).await? {
            let asked = store::texts::text(s, tenant, question.question).await?;
            let answer = match question.answer {
                Some(id) => store::texts::text(s, tenant, id).await?,
                None => None,
            };
            all.push(json!({
                "asked": question.asked_at.rfc3339(),
                "question": asked.map(|set| set.original().text.clone()),
                "until": question.until,
                "status": question.status.code(),
                "answer": answer.map(|set| set.original().text.clone()),
                "answered": question.answered_at.map(|at| at.rfc3339()),
            }));
        }
        let mut contested = Vec::new();
        for it in tables::contests_of_identity(s, tenant, identity).await? {
            let words = match it.words {
                Some(id) => store::texts::text(s, tenant, id).await?,
                None => None,
            };
            contested.push(json!({
                "asked": it.asked.rfc3339(),
                "words": words.map(|set| set.original().text.clone()),
                "until": it.until,
                "ended": it.ended.map(tables::ContestEnd::code),
                "settled": it.settled.map(|at| at.rfc3339()),
            }));
        }
        Ok(json!({ "questions": all, "contests": contested }))
    }

    async fn taken_back(&self, tx: &mut Tx, act: &journey::Act<'_>, before: &Dossier) -> Result<(), Error> {
        tables::off_agenda(tx, act.tenant, before.id).await?;
        // Of what is carried out others have something too, and its money is being spent.
        if matches!(before.state, State::Underway | State::Realised | State::Integrated | State::Evaluated) {
            return Ok(());
        }
        across::release_means(tx, act, before.id).await.map_err(|refusal| match refusal {
            Refusal::Store(error) => error,
            other => Error::Broken(other.to_string()),
        })
    }

    async fn forget_words(&self, tx: &mut Tx, tenant: TenantId, contribution: ContributionId) -> Result<(), Error> {
        for question in tables::questions_of(tx, tenant, contribution).await? {
            forget_answer(tx, tenant, &question).await?;
        }
        for it in tables::contests(tx, tenant, contribution).await? {
            forget_contest(tx, tenant, &it).await?;
        }
        tables::forget_minority(tx, tenant, contribution).await
    }

    async fn erase(&self, tx: &mut Tx, tenant: TenantId, identity: IdentityId) -> Result<(), Error> {
        for question in tables::of_identity(tx, tenant, identity).await? {
            forget_answer(tx, tenant, &question).await?;
        }
        for it in tables::contests_of_identity(tx, tenant, identity).await? {
            forget_contest(tx, tenant, &it).await?;
        }
        tables::forget_identity(tx, tenant, identity).await
    }
}

/// What the author answered goes, with the key of its digest in the journal.
async fn forget_answer(tx: &mut Tx, tenant: TenantId, question: &Question) -> Result<(), Error> {
    let Some(answer) = question.answer else { return Ok(()) };
    tx.forget_text(tenant, answer).await?;
    tx.forget_key(tenant, answer.uuid()).await?;
    tables::forget_answer(tx, tenant, question.id).await
}

/// What the author contested goes, with the key of its digest in the journal; that it was contested stays.
async fn forget_contest(tx: &mut Tx, tenant: TenantId, it: &Contest) -> Result<(), Error> {
    if let Some(words) = it.words {
        tx.forget_text(tenant, words).await?;
        tx.forget_key(tenant, words.uuid()).await?;
    }
    tables::forget_contest(tx, tenant, it).await
}
