//! The council is told before it decides (F1 S12, G062: 004 «bestuurders en de gemeenteraad beter te informeren»), and it is
//! written down when politicians were at a moment of the process (G063). Plain calls inside a transaction, like [`crate::act`].

use crate::act::{Refusal, Rule, note_inside};
use crate::tables::{self, Briefing, Presence};
use journey::Act as Doing;
use kernel::{BriefingId, Date, DossierId, Line, ProcessId, TextId};
use serde_json::json;
use store::Tx;
use store::journal::Entry;
use store::texts::LanguageSet;

/// What a council is told. Texts are public, unless the law closes them.
#[derive(Debug, Clone)]
pub struct Telling {
    /// Who is told: the council or a committee of it.
    pub body: Line,
    /// On which day.
    pub day: Date,
    /// What is told, in plain words.
    pub told: LanguageSet,
    /// Which legal rule closes it; public.
    pub closed: Option<LanguageSet>,
    /// The dossiers that it is about; none when it is about the whole process.
    pub dossiers: Vec<DossierId>,
}

/// Keeps a text of a briefing and seals its digest in the journal, under a key of its own.
async fn keep(tx: &mut Tx, doing: &Doing<'_>, briefing: BriefingId, set: &LanguageSet) -> Result<TextId, Refusal> {
    let id = TextId::new(doing.at, tx.random());
    tx.save_text(doing.tenant, id, set).await?;
    let words = serde_json::to_string(set).unwrap_or_default();
    let digest = tx.digest(doing.tenant, id.uuid(), &words).await?;
    tx.journal(Entry {
        tenant: doing.tenant,
        stream: id.uuid(),
        stream_kind: "text",
        kind: "carry.briefing-text-kept",
        version: 1,
        actor: doing.actor,
        at: doing.at,
        body: json!({ "briefing": briefing, "digest": digest }),
    })
    .await?;
    Ok(id)
}

/// Writes down that a council was told about a process.
///
/// # Errors
/// When there is no such process, the day lies ahead, or one of the dossiers belongs to another process.
pub async fn brief(tx: &mut Tx, doing: &Doing<'_>, process: ProcessId, telling: &Telling) -> Result<BriefingId, Refusal> {
    design::process(tx, doing.tenant, process).await?.ok_or(Refusal::Missing)?;
    if telling.day > doing.civil.today(doing.at) {
        return Err(Refusal::Rule(Rule::BriefingAhead));
    }
    for dossier in &telling.dossiers {
        let dossier = journey::dossier(tx, doing.tenant, *dossier).await?.ok_or(Refusal::Missing)?;
        if dossier.process != process {
            return Err(Refusal::Missing);
        }
    }
    let id = BriefingId::new(doing.at, tx.random());
    let told = keep(tx, doing, id, &telling.told).await?;
    let closed = match &telling.closed {
        Some(words) => Some(keep(tx, doing, id, words).await?),
        None => None,
    };
    let row = Briefing { id, process, body: telling.body.as_str().to_owned(), day: telling.day, told, closed, recorded: doing.at };
    tables::add_briefing(tx, doing.tenant, &row, &telling.dossiers, doing.actor.account()).await?;
    let body = json!({ "process": process, "body": row.body, "day": row.day, "dossiers": telling.dossiers, "closed": closed.is_some() });
    note_inside(tx, doing, id.uuid(), "briefing", "carry.council-briefed", body).await?;
    Ok(id)
}

/// Writes down what a council member asked, and by when that is answered.
///
/// # Errors
/// When there is no such briefing, or the day has passed.
pub async fn ask(tx: &mut Tx, doing: &Doing<'_>, id: BriefingId, words: &LanguageSet, until: Date) -> Result<i64, Refusal> {
    tables::briefing(tx, doing.tenant, id).await?.ok_or(Refusal::Missing)?;
    if until < doing.civil.today(doing.at) {
        return Err(Refusal::Rule(Rule::BriefingTermPast));
    }
    let text = keep(tx, doing, id, words).await?;
    let number = tables::add_briefing_question(tx, doing.tenant, id, (text, until), (doing.at, doing.actor.account())).await?;
    note_inside(tx, doing, id.uuid(), "briefing", "carry.council-asked", json!({ "question": number, "until": until })).await?;
    Ok(number)
}

/// Answers what a council member asked.
///
/// # Errors
/// When there is no such question, or it has an answer ([`Rule::BriefingAnswered`]).
pub async fn answer(tx: &mut Tx, doing: &Doing<'_>, id: BriefingId, number: i64, words: &LanguageSet) -> Result<(), Refusal> {
    tables::briefing(tx, doing.tenant, id).await?.ok_or(Refusal::Missing)?;
    let text = keep(tx, doing, id, words).await?;
    if tables::answer_briefing_question(tx, doing.tenant, (id, number), text, (doing.at, doing.actor.account())).await? == 0 {
        return Err(Refusal::Rule(Rule::BriefingAnswered));
    }
    note_inside(tx, doing, id.uuid(), "briefing", "carry.council-answered", json!({ "question": number })).await
}

/// Writes down whether politicians were at a moment of the planning, and what those who were there found of it, as numbers.
/// What was written of that day before is replaced.
///
/// # Errors
/// When the planning has no moment on that day, it lies ahead, or nobody of politics was there and it was rated all the same.
pub async fn present(tx: &mut Tx, doing: &Doing<'_>, process: ProcessId, it: &Presence) -> Result<(), Refusal> {
    let found = design::process(tx, doing.tenant, process).await?.ok_or(Refusal::Missing)?;
    let planned = found.charter.iter().flat_map(|charter| &charter.planning).any(|moment| moment.date == it.day);
    if !planned || it.day > doing.civil.today(doing.at) {
        return Err(Refusal::Rule(Rule::MomentUnknown));
    }
    if it.politicians == 0 && it.helpful + it.steering + it.neither > 0 {
        return Err(Refusal::Rule(Rule::RatedWithoutPoliticians));
    }
    tables::add_presence(tx, doing.tenant, process, it, (doing.at, doing.actor.account())).await?;
    let body = json!({
        "process": process, "day": it.day, "politicians": it.politicians,
        "helpful": it.helpful, "steering": it.steering, "neither": it.neither,
    });
    let id = kernel::EventId::new(doing.at, tx.random());
    note_inside(tx, doing, id.uuid(), "moment", "carry.politicians-present", body).await
}
