//! Questions to authors: they are mailed, they lapse, and their answers go with the words of who takes them back.

use super::Failure;
use super::letters::day;
use crate::act::{self, Refusal};
use crate::tables;
use journey::{Act as Doing, Civil};
use kernel::{Actor, Date, DossierId, QuestionId, TenantId};
use people::mail::{Letter, Recipient};
use people::{App, Tenant};
use serde::Deserialize;
use store::Store;
use store::jobs::Job;

/// Questions whose term passed are over, and their dossiers go on.
pub(super) async fn lapse(app: &App, tenant: &Tenant, today: Date) -> Result<(), Failure> {
    let mut done: Vec<QuestionId> = Vec::new();
    loop {
        let mut s = app.store.read().await?;
        let overdue = tables::overdue_questions(&mut s, tenant.id, today).await?;
        drop(s);
        let fresh: Vec<QuestionId> = overdue.into_iter().map(|(id, _)| id).filter(|id| !done.contains(id)).collect();
        if fresh.is_empty() {
            return Ok(());
        }
        for id in fresh {
            done.push(id);
            let (tenant_id, civil) = (tenant.id, tenant.civil.clone());
            let lapsed = store::write!(app.store, [civil], |tx| {
                let doing = Doing { tenant: tenant_id, actor: &Actor::System, at: tx.now(), civil: &civil };
                act::lapse(tx, &doing, id).await.map(|_| ())
            })
            .await;
            match lapsed {
                // Withdrawn or answered meanwhile, or the term ends later than the question thought.
                Ok(()) | Err(Refusal::NotNow(_) | Refusal::Guard(_)) => {}
                Err(refusal) => return Err(refusal.into()),
            }
        }
    }
}

/// Answers whose authors took their words back go as well.
pub(super) async fn forget_withdrawn(app: &App, tenant: &Tenant) -> Result<(), Failure> {
    let mut after = None;
    loop {
        let mut s = app.store.read().await?;
        let found = tables::answered_questions(&mut s, tenant.id, after).await?;
        let Some(last) = found.last().map(|it| it.id) else { return Ok(()) };
        let ids: Vec<_> = found.iter().map(|it| it.contribution).collect();
        let erased: Vec<_> =
            voice::contributions(&mut s, tenant.id, &ids).await?.into_iter().filter(|it| it.erased).map(|it| it.id).collect();
        drop(s);
        after = Some(last);
        let gone: Vec<_> =
            found.into_iter().filter(|it| erased.contains(&it.contribution)).filter_map(|it| Some((it.id, it.answer?))).collect();
        let id = tenant.id;
        store::write!(app.store, [gone], |tx| {
            for (question, answer) in gone.clone() {
                tx.forget_text(id, answer).await?;
                tx.forget_key(id, answer.uuid()).await?;
                tables::forget_answer(tx, id, question).await?;
            }
            Ok::<_, store::Error>(())
        })
        .await?;
    }
}

#[derive(Debug, Deserialize)]
struct Asked {
    question: QuestionId,
}

/// Mails a question to its author, when the author chose mail. Letters, calls and visits are shown to staff until
/// somebody says that the question was brought.
pub(super) async fn mail(app: &App, job: Job) -> Result<(), Failure> {
    let Asked { question: id } = serde_json::from_value(job.payload)?;
    let tenant = app.tenant_of(job.tenant).await?;
    let mut s = app.store.read().await?;
    let Some(row) = tables::question(&mut s, tenant.id, id).await? else { return Ok(()) };
    let Some(contribution) = voice::contribution(&mut s, tenant.id, row.contribution).await? else { return Ok(()) };
    let words = store::texts::text(&mut s, tenant.id, row.question).await?;
    drop(s);
    let (Some(identity), Some(words), journey::AnswerBy::Mail, None) = (contribution.identity, words, row.channel, row.carried_at) else {
        return Ok(());
    };
    if row.status != tables::QuestionStatus::Open || contribution.withdrawn.is_some() {
        return Ok(());
    }
    let language = if tenant.languages.contains(&contribution.language) { contribution.language } else { tenant.language };
    let plain = |key: &str, args: &[(&str, ui::Arg)]| app.texts.plain(&language, key, args);
    let number = contribution.number.to_string();
    let letter = Letter {
        to: Recipient::Identity(identity),
        language,
        subject: plain("carry-question-mail-subject", &[("number", number.as_str().into())]),
        text: plain(
            "carry-question-mail-text",
            &[
                ("number", number.as_str().into()),
                ("question", words.best(&language).text.into()),
                ("day", day(app, &language, row.until).into()),
                ("address", app.address_of(&tenant, &format!("/bijdragen/{number}/antwoord-op-vraag")).into()),
                ("site", tenant.name.as_str().into()),
            ],
        ),
    };
    let (civil, tenant_id, dossier): (Civil, TenantId, DossierId) = (tenant.civil.clone(), tenant.id, row.dossier);
    let store: Store = app.store.clone();
    let sent = store::write!(store, [letter, civil], |tx| {
        let doing = Doing { tenant: tenant_id, actor: &Actor::System, at: tx.now(), civil: &civil };
        act::carry(tx, &doing, dossier, id).await?;
        people::mail::enqueue(tx, tenant_id, letter.clone()).await?;
        Ok::<_, Refusal>(())
    })
    .await;
    match sent {
        // Somebody brought it meanwhile.
        Ok(()) | Err(Refusal::NotNow(_)) => Ok(()),
        Err(refusal) => Err(refusal.into()),
    }
}
