//! What can be done in this room. Each act writes its rows and its line in the journal together.

use crate::known::digest_of;
use crate::model::{AddedKind, Addition, Article, Check, Checked, ObligationAnswer, Outcome, Regulation, ToetsVerdict, why_not};
use crate::refusal::Refusal;
use crate::tables::outcomes::{self, Binding, BoundOutcome};
use crate::tables::{additions, answers, regulations};
use evidence::{Knowledge, Local};
use journey::Act;
use kernel::{CharterId, Date, Instant, ProcessId, TextId};
use serde_json::{Value, json};
use store::texts::LanguageSet;
use store::{Session, Tx, journal};
use uuid::Uuid;

async fn note(
    tx: &mut Tx,
    act: &Act<'_>,
    (stream, stream_kind): (Uuid, &'static str),
    kind: &'static str,
    body: Value,
) -> Result<(), store::Error> {
    let entry = journal::Entry { tenant: act.tenant, stream, stream_kind, kind, version: 1, actor: act.actor, at: act.at, body };
    tx.journal(entry).await.map(drop)
}

/// Reads an addition and checks that it fits what is shipped.
///
/// # Errors
/// [`Refusal::Unfit`] with the reason in words.
pub fn fitting(toml: &str) -> Result<Local, Refusal> {
    let read = || {
        let local = Local::read(toml)?;
        Knowledge::shipped()?.with(&local)?;
        Ok(local)
    };
    read().map_err(|error| Refusal::Unfit(why_not(&error, toml)))
}

/// Keeps what a municipality adds, whole, as the next version. `seen` is the version that the writer saw, 0 for none: when somebody
/// else saved since, nothing is overwritten.
///
/// # Errors
/// When it does not fit what is shipped, or somebody else saved meanwhile.
pub async fn save_addition(tx: &mut Tx, act: &Act<'_>, toml: &str, change: &str, seen: i64) -> Result<Addition, Refusal> {
    fitting(toml)?;
    let held = additions::addition(tx, act.tenant).await?.map_or(0, |addition| addition.version);
    if held != seen {
        return Err(Refusal::Overtaken);
    }
    let version = held + 1;
    let digest = digest_of(toml);
    additions::keep(tx, act, version, change, &digest, toml).await?;
    let digest = tx.digest(act.tenant, act.tenant.uuid(), toml).await?;
    let body = json!({ "version": version, "change": change, "digest": digest });
    note(tx, act, (act.tenant.uuid(), "tenant"), "knowledge.added", body).await?;
    Ok(Addition { version, saved: act.at, by: act.actor.account(), change: change.to_owned(), toml: toml.to_owned() })
}

/// An addition as a text, the same for the same things.
///
/// # Errors
/// When it cannot be written; that does not happen for what was read.
pub fn written(local: &Local) -> Result<String, Refusal> {
    toml::to_string_pretty(local).map_err(|error| Refusal::Store(store::Error::Broken(error.to_string())))
}

/// What a municipality added, as it holds now, with its version; nothing and 0 when nothing was ever added.
///
/// # Errors
/// When the database cannot be read.
pub async fn added(s: &mut Session, tenant: kernel::TenantId) -> Result<(Local, i64), store::Error> {
    let Some(addition) = additions::addition(s, tenant).await? else { return Ok((Local::default(), 0)) };
    let local = Local::read(&addition.toml).map_err(|error| store::Error::Broken(error.to_string()))?;
    Ok((local, addition.version))
}

/// Takes one added thing away.
///
/// # Errors
/// When another added thing names it, or somebody else saved meanwhile.
pub async fn take_away(tx: &mut Tx, act: &Act<'_>, kind: AddedKind, key: &str, seen: i64) -> Result<(), Refusal> {
    let (local, _) = added(tx, act.tenant).await?;
    if !kind.of(&local).iter().any(|(its, _)| its == key) {
        return Err(Refusal::Missing);
    }
    let toml = written(&kind.without(local, key))?;
    save_addition(tx, act, &toml, &format!("-{} {key}", kind.code()), seen).await.map(drop)
}

/// What is being written of the regulation, or what was published last as the beginning of the next version; the version it would
/// become, its articles, and when it was saved.
///
/// # Errors
/// When the database cannot be read.
pub async fn regulation_draft(s: &mut Session, tenant: kernel::TenantId) -> Result<(i64, Vec<Article>, Option<Instant>), store::Error> {
    if let Some(draft) = regulations::draft(s, tenant).await? {
        return Ok((draft.version, draft.articles, Some(draft.saved)));
    }
    let last = regulations::regulations(s, tenant, 1).await?.into_iter().next();
    Ok(last.map_or((1, Vec::new(), None), |last| (last.version + 1, last.articles, None)))
}

/// Keeps the articles that are being written. Obligations without a key are given one that no obligation ever had. `seen` is when
/// the draft was saved that the writer saw.
///
/// # Errors
/// When somebody else saved meanwhile.
pub async fn save_regulation(tx: &mut Tx, act: &Act<'_>, mut articles: Vec<Article>, seen: Option<Instant>) -> Result<(), Refusal> {
    let (version, _, saved) = regulation_draft(tx, act.tenant).await?;
    if saved != seen {
        return Err(Refusal::Overtaken);
    }
    let mut next = regulations::next_obligation(tx, act.tenant).await?;
    for obligation in articles.iter_mut().flat_map(|article| &mut article.obligations).filter(|its| its.key.is_empty()) {
        obligation.key = format!("v{next}");
        next += 1;
    }
    let body = regulations::Body { reason: None, articles, next };
    regulations::keep_draft(tx, act, version, &body).await?;
    let numbers: Vec<&str> = body.articles.iter().map(|article| article.number.as_str()).collect();
    let body = json!({ "version": version, "articles": numbers });
    Ok(note(tx, act, (act.tenant.uuid(), "tenant"), "regulation-saved", body).await?)
}

/// Throws away what is being written of the regulation.
///
/// # Errors
/// When nothing is being written.
pub async fn drop_regulation_draft(tx: &mut Tx, act: &Act<'_>) -> Result<(), Refusal> {
    if !regulations::drop_draft(tx, act.tenant).await? {
        return Err(Refusal::Missing);
    }
    Ok(note(tx, act, (act.tenant.uuid(), "tenant"), "regulation-dropped", json!({})).await?)
}

/// Publishes what is being written: it holds from `starts` on and is never changed afterwards. Gives back its version.
///
/// # Errors
/// When nothing is being written, it has no articles, a later version has no reason, or it would hold in the past or before the
/// version it comes after.
pub async fn publish_regulation(tx: &mut Tx, act: &Act<'_>, starts: Date, reason: Option<&LanguageSet>) -> Result<i64, Refusal> {
    let draft = regulations::draft(tx, act.tenant).await?.ok_or(Refusal::Missing)?;
    if draft.articles.is_empty() {
        return Err(Refusal::NoArticles);
    }
    let before = regulations::regulations(tx, act.tenant, 1).await?.into_iter().next();
    if before.is_some() && reason.is_none() {
        return Err(Refusal::NoReason);
    }
    let today = act.civil.today(act.at);
    if starts < today || before.and_then(|before| before.starts).is_some_and(|its| its > starts) {
        return Err(Refusal::TooEarly);
    }
    let next = regulations::next_obligation(tx, act.tenant).await?;
    let body = regulations::Body { reason: reason.cloned(), articles: draft.articles, next };
    regulations::keep_draft(tx, act, draft.version, &body).await?;
    if !regulations::mark_published(tx, act.tenant, draft.version, starts, act.at).await? {
        return Err(Refusal::Missing);
    }
    let words = serde_json::to_string(&body).map_err(|error| Refusal::Store(store::Error::Broken(error.to_string())))?;
    let digest = tx.digest(act.tenant, act.tenant.uuid(), &words).await?;
    let body = json!({ "version": draft.version, "starts": starts, "digest": digest });
    note(tx, act, (act.tenant.uuid(), "tenant"), "regulation-published", body).await?;
    Ok(draft.version)
}

/// Keeps what an officer says about an obligation in a process: the answer where one is asked, and why the process deviates.
///
/// # Errors
/// When the database cannot be written.
pub async fn answer_obligation(
    tx: &mut Tx,
    act: &Act<'_>,
    process: ProcessId,
    obligation: &str,
    answer: &ObligationAnswer,
) -> Result<(), Refusal> {
    let place = answers::keep_obligation(tx, act, process, obligation, answer).await?;
    let motive = digest(tx, act, place, answer.motive.as_ref()).await?;
    let body = json!({ "obligation": obligation, "yes": answer.yes, "motive": motive });
    Ok(note(tx, act, (process.uuid(), "process"), "obligation-answered", body).await?)
}

/// Keeps what an officer answers to a question of a toets about a process; nothing takes the answer back.
///
/// # Errors
/// When the database cannot be written.
pub async fn answer_toets(
    tx: &mut Tx,
    act: &Act<'_>,
    process: ProcessId,
    (toets, question): (&str, &str),
    verdict: Option<&ToetsVerdict>,
) -> Result<(), Refusal> {
    let place = answers::keep_verdict(tx, act, process, (toets, question), verdict).await?;
    let motive = digest(tx, act, place, verdict.and_then(|verdict| verdict.motive.as_ref())).await?;
    let code = verdict.map(|verdict| crate::model::toetsen::verdict_code(verdict.verdict));
    let body = json!({ "toets": toets, "question": question, "verdict": code, "motive": motive });
    Ok(note(tx, act, (process.uuid(), "process"), "toets-answered", body).await?)
}

async fn digest(tx: &mut Tx, act: &Act<'_>, place: Option<TextId>, words: Option<&LanguageSet>) -> Result<Option<String>, store::Error> {
    match (place, words) {
        (Some(place), Some(words)) => tx.digest(act.tenant, place.uuid(), &words.original().text).await.map(Some),
        _ => Ok(None),
    }
}

/// Binds a charter to the version of the regulation that holds on the day of its publication, with how it stands to each obligation.
/// What changes afterwards in the regulation changes nothing of this.
///
/// # Errors
/// When the database cannot be written.
pub async fn bind(
    tx: &mut Tx,
    act: &Act<'_>,
    (process, charter): (ProcessId, CharterId),
    regulation: &Regulation,
    checked: &[Checked<'_>],
) -> Result<(), store::Error> {
    let of = Binding { tenant: act.tenant, process, charter, day: act.civil.today(act.at) };
    outcomes::release(tx, of).await?;
    for (place, its) in (1_i64..).zip(checked) {
        // The words of this moment: what is written later belongs to a later charter.
        let motive = match &its.motive {
            None => None,
            Some(words) => {
                let place = TextId::new(act.at, tx.random());
                tx.save_text(act.tenant, place, words).await?;
                Some(place)
            }
        };
        let bound = BoundOutcome {
            version: regulation.version,
            article: its.article.number.clone(),
            obligation: its.obligation.key.clone(),
            outcome: its.outcome,
            motive: None,
        };
        outcomes::keep(tx, of, place, &bound, motive).await?;
    }
    let many = |outcome| checked.iter().filter(|its| its.outcome == outcome).count();
    let body = json!({
        "charter": charter,
        "regulation": regulation.version,
        "met": many(Outcome::Met),
        "not-met": many(Outcome::NotMet),
        "untold": many(Outcome::Untold),
        "motivated": checked.iter().filter(|its| its.motive.is_some()).count(),
    });
    note(tx, act, (process.uuid(), "process"), "regulation-bound", body).await
}

/// Notes that the report of the evaluation of a process is published: obligations that ask for it are met from now on. For the
/// room that publishes the report.
///
/// # Errors
/// When the database cannot be written.
pub async fn report_published(tx: &mut Tx, act: &Act<'_>, process: ProcessId) -> Result<(), store::Error> {
    let mut met = Vec::new();
    for regulation in regulations::regulations(tx, act.tenant, 100).await? {
        for (_, obligation) in regulation.obligations().filter(|(_, its)| its.check == Check::ReportPublished) {
            if outcomes::meet(tx, act.tenant, process, &obligation.key).await? > 0 {
                met.push(obligation.key.clone());
            }
        }
    }
    if met.is_empty() {
        return Ok(());
    }
    note(tx, act, (process.uuid(), "process"), "obligations-met", json!({ "obligations": met })).await
}
