//! What can be done to sources, codes and codings. Each act writes its rows and its line in the journal together; the journal
//! holds codes, ids and keyed digests, never words.

use crate::frozen::{Frozen, Withdrawn};
use crate::model::agreement::compare;
use crate::model::frame::Frame;
use crate::model::{
    Actors, DialogueQuality, Item, Marked, NewMarked, PaperKind, Resolution, Settled, Source, SourceCode, SourceKind, SpeakingUnit, cut,
};
use crate::refusal::Refusal;
use crate::tables::sources::{self, Coder, Observation, keep_text};
use crate::tables::{codings, review};
use evidence::{Coding, EffectKey, Funnel, Knowledge};
use journey::Act;
use kernel::{AccountId, Actor, Date, Language, ProcessId, TenantId, TextId};
use serde_json::{Value, json};
use std::sync::Arc;
use store::{Store, Tx, journal};
use uuid::Uuid;

/// The stream of a process lies apart from that of its charter.
const OF_PROCESS: u128 = 0x5354_5544_5900_0000_0000_0000_0000_0001;
/// The kind of an erasure in the list outside the database.
pub const ERASURE: &str = "study-source";

/// An interview to be kept.
#[derive(Debug, Clone)]
pub struct NewInterview {
    /// Kind of actor (B35), by its key.
    pub actor: String,
    /// On which day.
    pub day: Date,
    /// How long it took.
    pub minutes: i64,
    /// Whether the respondent agreed to be quoted under the code. That the words may be used was agreed, or there is no interview.
    pub may_quote: bool,
    /// The words or a summary of them.
    pub words: String,
    /// In which language.
    pub language: Language,
}

/// An observed session to be kept.
#[derive(Debug, Clone)]
pub struct NewSession {
    /// What session it was.
    pub title: String,
    /// On which day.
    pub day: Date,
    /// How long it took.
    pub minutes: i64,
    /// How many people were there.
    pub present: i64,
    /// Which kinds of actors were there.
    pub actors: Vec<String>,
    /// In what speaking was counted.
    pub unit: SpeakingUnit,
    /// What each person said.
    pub spoken: Vec<i64>,
    /// How people spoke with each other.
    pub quality: DialogueQuality,
    /// Who was missing.
    pub missing: Option<String>,
    /// Notes, to be coded.
    pub notes: String,
    /// In which language.
    pub language: Language,
}

/// A document to be kept.
#[derive(Debug, Clone)]
pub struct NewDocument {
    /// Its title.
    pub title: String,
    /// What kind.
    pub paper: PaperKind,
    /// Whose words they are (B35), when they are of one kind.
    pub actor: Option<String>,
    /// Of which day.
    pub day: Option<Date>,
    /// An address, or where it lies.
    pub place: String,
    /// Whether it may be quoted.
    pub may_quote: bool,
    /// The passages that matter.
    pub words: String,
    /// In which language.
    pub language: Language,
}

fn account(act: &Act<'_>) -> Result<AccountId, Refusal> {
    match act.actor {
        Actor::Account { account } => Ok(*account),
        _ => Err(Refusal::Nobody),
    }
}

async fn note(tx: &mut Tx, act: &Act<'_>, process: ProcessId, kind: &'static str, body: Value) -> Result<(), Refusal> {
    let entry = journal::Entry {
        tenant: act.tenant,
        stream: Uuid::from_u128(process.uuid().as_u128() ^ OF_PROCESS),
        stream_kind: "study",
        kind,
        version: 1,
        actor: act.actor,
        at: act.at,
        body,
    };
    tx.journal(entry).await?;
    Ok(())
}

/// A random id: no moment in it, so that nothing leads from a code to the hour of a talk.
fn random_id(tx: &Tx) -> Uuid {
    let mut bytes = [0_u8; 16];
    tx.random().fill(&mut bytes);
    uuid::Builder::from_random_bytes(bytes).into_uuid()
}

/// Keeps a source with its passages and gives its code.
async fn keep(
    tx: &mut Tx,
    act: &Act<'_>,
    process: ProcessId,
    mut source: Source,
    words: &str,
    language: Language,
) -> Result<SourceCode, Refusal> {
    let number = sources::next_number(tx, act.tenant, process, source.code.letter()).await?;
    source.code = SourceCode::new(source.code.letter(), number);
    sources::insert(tx, act.tenant, process, &source).await?;
    let passages = cut(words).unwrap_or_default();
    for (number, passage) in (1_i64..).zip(&passages) {
        let text = keep_text(tx, act.tenant, language, act.at, passage).await?;
        sources::insert_passage(tx, act.tenant, process, &source.code, number, text).await?;
    }
    let digest = tx.digest(act.tenant, source.id, words).await?;
    let body = json!({
        "source": source.id,
        "code": source.code.to_string(),
        "kind": source.kind.code(),
        "passages": passages.len(),
        "may-quote": source.may_quote,
        "words": digest,
    });
    note(tx, act, process, "source-kept", body).await?;
    Ok(source.code)
}

fn empty(tx: &Tx, act: &Act<'_>, kind: SourceKind, actors: Vec<String>) -> Source {
    let actors = Actors(actors);
    Source {
        code: SourceCode::new(SourceCode::letter_of(kind, actors.first()), 0),
        id: random_id(tx),
        kind,
        actors,
        day: None,
        minutes: None,
        paper: None,
        title: None,
        place: None,
        may_quote: false,
        single: false,
        withdrawn: None,
        added: act.at,
    }
}

/// Keeps an interview; the program gives the code of the respondent (D024).
///
/// # Errors
/// When the database cannot be written.
pub async fn keep_interview(tx: &mut Tx, act: &Act<'_>, process: ProcessId, new: &NewInterview) -> Result<SourceCode, Refusal> {
    let mut source = empty(tx, act, SourceKind::Interview, vec![new.actor.clone()]);
    (source.day, source.minutes, source.may_quote) = (Some(new.day), Some(new.minutes), new.may_quote);
    keep(tx, act, process, source, &new.words, new.language).await
}

/// Keeps what was seen of a session (G017, G018).
///
/// # Errors
/// When the database cannot be written.
pub async fn keep_session(tx: &mut Tx, act: &Act<'_>, process: ProcessId, new: &NewSession) -> Result<SourceCode, Refusal> {
    let mut source = empty(tx, act, SourceKind::Session, new.actors.clone());
    (source.day, source.minutes) = (Some(new.day), Some(new.minutes));
    source.title = Some(keep_text(tx, act.tenant, new.language, act.at, &new.title).await?);
    let missing = match &new.missing {
        Some(words) => Some(keep_text(tx, act.tenant, new.language, act.at, words).await?),
        None => None,
    };
    let code = keep(tx, act, process, source, &new.notes, new.language).await?;
    let seen = Observation { present: new.present, unit: new.unit, quality: new.quality, missing, spoken: new.spoken.clone() };
    sources::insert_observation(tx, act.tenant, process, &code, &seen).await?;
    Ok(code)
}

/// Keeps a document with the passages that matter.
///
/// # Errors
/// When the database cannot be written.
pub async fn keep_document(tx: &mut Tx, act: &Act<'_>, process: ProcessId, new: &NewDocument) -> Result<SourceCode, Refusal> {
    let mut source = empty(tx, act, SourceKind::Document, new.actor.iter().cloned().collect());
    (source.day, source.paper, source.may_quote) = (new.day, Some(new.paper), new.may_quote);
    source.title = Some(keep_text(tx, act.tenant, new.language, act.at, &new.title).await?);
    source.place = Some(keep_text(tx, act.tenant, new.language, act.at, &new.place).await?);
    keep(tx, act, process, source, &new.words, new.language).await
}

/// A source that was not withdrawn.
async fn standing(tx: &mut Tx, tenant: TenantId, process: ProcessId, code: &SourceCode) -> Result<Source, Refusal> {
    sources::source(tx, tenant, process, code).await?.filter(|it| it.withdrawn.is_none()).ok_or(Refusal::Missing)
}

/// The place of whoever acts among the coders of a source; they get one when there is room.
async fn place_of(tx: &mut Tx, act: &Act<'_>, process: ProcessId, source: &Source) -> Result<Coder, Refusal> {
    let me = account(act)?;
    let coders = sources::coders(tx, act.tenant, process, &source.code).await?;
    if let Some(mine) = coders.iter().find(|it| it.account == me) {
        return Ok(*mine);
    }
    if source.single {
        return Err(Refusal::Single);
    }
    let place = match coders.len() {
        0 => 1,
        1 => 2,
        _ => return Err(Refusal::TwoCoders),
    };
    sources::insert_coder(tx, act.tenant, process, &source.code, place, me).await?;
    Ok(Coder { place, account: me, done: None })
}

/// Puts an effect, or codes, to a passage.
///
/// # Errors
/// When two others code the source, this coder is done, or the effect stands at this passage already.
pub async fn mark(
    tx: &mut Tx,
    act: &Act<'_>,
    process: ProcessId,
    code: &SourceCode,
    new: &NewMarked,
    language: Language,
) -> Result<(), Refusal> {
    let source = standing(tx, act.tenant, process, code).await?;
    let mine = place_of(tx, act, process, &source).await?;
    if mine.done.is_some() {
        return Err(Refusal::Done);
    }
    let before = codings::of_coder(tx, act.tenant, process, code, mine.place).await?;
    if before.iter().any(|it| it.passage == new.passage && it.effect == new.effect) {
        return Err(Refusal::Twice);
    }
    let mut texts: [Option<TextId>; 2] = [None, None];
    let mut digests = serde_json::Map::new();
    for (place, (name, words)) in [("whom", &new.whom), ("remark", &new.remark)].into_iter().enumerate() {
        if let Some(words) = words {
            let text = keep_text(tx, act.tenant, language, act.at, words).await?;
            digests.insert(name.to_owned(), tx.digest(act.tenant, text.uuid(), words).await?.into());
            texts[place] = Some(text);
        }
    }
    let marked = Marked {
        passage: new.passage,
        effect: new.effect.clone(),
        direction: new.direction,
        level: new.level.clone(),
        actor: new.actor.clone(),
        whom: texts[0],
        ground: new.ground,
        helped: new.helped.clone(),
        hindered: new.hindered.clone(),
        codes: new.codes.clone(),
        remark: texts[1],
        at: act.at,
    };
    codings::insert(tx, act.tenant, process, code, mine.place, &marked).await?;
    // Which effect and which way stays out of the journal: whoever may read it could be the second coder.
    let body = json!({ "source": source.id, "code": code.to_string(), "place": mine.place, "passage": new.passage, "digests": digests });
    note(tx, act, process, "passage-coded", body).await
}

/// Takes a coding of one's own away.
///
/// # Errors
/// When there is none, or this coder is done.
pub async fn unmark(
    tx: &mut Tx,
    act: &Act<'_>,
    process: ProcessId,
    code: &SourceCode,
    passage: i64,
    effect: Option<&EffectKey>,
) -> Result<(), Refusal> {
    let source = standing(tx, act.tenant, process, code).await?;
    let me = account(act)?;
    let coders = sources::coders(tx, act.tenant, process, code).await?;
    let mine = coders.iter().find(|it| it.account == me).ok_or(Refusal::Missing)?;
    if mine.done.is_some() {
        return Err(Refusal::Done);
    }
    if !codings::remove(tx, act.tenant, process, code, mine.place, passage, effect).await? {
        return Err(Refusal::Missing);
    }
    let body = json!({ "source": source.id, "code": code.to_string(), "place": mine.place, "passage": passage });
    note(tx, act, process, "coding-removed", body).await
}

/// Says that one is done with a source; `alone` when nobody codes it a second time. Whoever found nothing to code may say it too.
///
/// # Errors
/// When two others code the source.
pub async fn finish(tx: &mut Tx, act: &Act<'_>, process: ProcessId, code: &SourceCode, alone: bool) -> Result<(), Refusal> {
    let source = standing(tx, act.tenant, process, code).await?;
    let mine = place_of(tx, act, process, &source).await?;
    sources::set_done(tx, act.tenant, process, code, mine.place, act.at).await?;
    let coders = sources::coders(tx, act.tenant, process, code).await?;
    let single = alone && coders.len() == 1;
    if single {
        sources::set_single(tx, act.tenant, process, code).await?;
    }
    let body = json!({ "source": source.id, "code": code.to_string(), "place": mine.place, "single": single });
    note(tx, act, process, "coding-done", body).await
}

/// Settles a difference between two coders, with the motive. What was settled may be settled anew.
///
/// # Errors
/// When the two are not both done, or do not differ there.
#[allow(clippy::too_many_arguments, reason = "each is a different thing of the one difference")]
pub async fn settle(
    tx: &mut Tx,
    act: &Act<'_>,
    process: ProcessId,
    code: &SourceCode,
    knowledge: &Knowledge,
    (passage, item, resolution): (i64, &Item, Resolution),
    motive: &str,
    language: Language,
) -> Result<(), Refusal> {
    let source = standing(tx, act.tenant, process, code).await?;
    let by = account(act)?;
    let coders = sources::coders(tx, act.tenant, process, code).await?;
    if coders.len() != 2 || coders.iter().any(|it| it.done.is_none()) {
        return Err(Refusal::NoDifference);
    }
    let one = codings::of_coder(tx, act.tenant, process, code, 1).await?;
    let two = codings::of_coder(tx, act.tenant, process, code, 2).await?;
    let own = codings::codes(tx, act.tenant, process).await?;
    let frame = Frame { knowledge, own };
    let differs = compare(&frame, 0, &one, &two).differences.iter().any(|it| it.passage == passage && it.item == *item);
    if !differs || !Resolution::of_item(item).contains(&resolution) {
        return Err(Refusal::NoDifference);
    }
    let text = keep_text(tx, act.tenant, language, act.at, motive).await?;
    let digest = tx.digest(act.tenant, text.uuid(), motive).await?;
    let settled = Settled { passage, item: item.clone(), resolution, motive: text, at: act.at };
    codings::settle(tx, act.tenant, process, code, &settled, by).await?;
    let body = json!({
        "source": source.id, "code": code.to_string(), "passage": passage, "item": item.key(), "outcome": resolution.code(), "motive": digest,
    });
    note(tx, act, process, "difference-settled", body).await
}

/// Makes a code while reading (D016).
///
/// # Errors
/// When the database cannot be written.
pub async fn make_code(tx: &mut Tx, act: &Act<'_>, process: ProcessId, name: &str, means: &str) -> Result<i64, Refusal> {
    let by = account(act)?;
    let number = codings::insert_code(tx, act.tenant, process, name, means, by, act.at).await?;
    note(tx, act, process, "code-made", json!({ "number": number })).await?;
    Ok(number)
}

/// Puts a code together with another that turned out to be the same (D017). It stays in the book, and what was coded with it
/// counts there.
///
/// # Errors
/// When one of the two is unknown, or does not count itself.
pub async fn merge_codes(tx: &mut Tx, act: &Act<'_>, process: ProcessId, from: i64, into: i64, reason: &str) -> Result<(), Refusal> {
    let by = account(act)?;
    let all = codings::codes(tx, act.tenant, process).await?;
    let counts = |number: i64| all.iter().any(|code| code.number == number && code.same_as.is_none());
    if from == into || !counts(from) || !counts(into) {
        return Err(Refusal::NoMerge);
    }
    codings::merge_code(tx, act.tenant, process, (from, into), reason, by, act.at).await?;
    note(tx, act, process, "codes-merged", json!({ "from": from, "into": into })).await
}

/// Writes on the list outside the database that a source is about to be erased.
///
/// # Errors
/// When the list cannot be written; then nothing is erased.
pub async fn note_erasure(store: &Store, tenant: TenantId, source: &Source) -> Result<(), store::Error> {
    store::erasure::note(store, tenant, source.id, ERASURE, store.clock().now()).await
}

/// Withdraws an interview: words, codings and what was settled of it are erased, the code stays empty (D031), and what stands still
/// elsewhere stands there without it. Call [`note_erasure`] first.
///
/// # Errors
/// When there is no such interview.
pub async fn withdraw(
    tx: &mut Tx,
    act: &Act<'_>,
    process: ProcessId,
    code: &SourceCode,
    day: Date,
    frozen: &dyn Frozen,
) -> Result<(), Refusal> {
    let source = standing(tx, act.tenant, process, code).await?;
    if source.kind != SourceKind::Interview {
        return Err(Refusal::Missing);
    }
    sources::erase(tx, act.tenant, process, &source, day).await?;
    frozen.withdrawn(tx, &Withdrawn { tenant: act.tenant, process, added: source.added, day, act: Some(act) }).await?;
    note(tx, act, process, "interview-withdrawn", json!({ "source": source.id, "code": code.to_string() })).await
}

/// Erases an interview again after a restore.
pub struct WithdrawnInterviews {
    /// Where figures of the study stand still.
    pub frozen: Arc<dyn Frozen>,
}

impl std::fmt::Debug for WithdrawnInterviews {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("WithdrawnInterviews")
    }
}

#[async_trait::async_trait]
impl store::erasure::Eraser for WithdrawnInterviews {
    fn kind(&self) -> &str {
        ERASURE
    }

    async fn erase(&self, tx: &mut Tx, tenant: TenantId, subject: Uuid) -> Result<(), store::Error> {
        let Some((process, source)) = sources::by_id(tx, tenant, subject).await? else { return Ok(()) };
        // The day of the talk would tell more than the code does; the day of the restore tells nothing.
        let day = source.withdrawn.unwrap_or_else(|| kernel::Zone::utc().date(tx.now()));
        sources::erase(tx, tenant, process, &source, day).await?;
        if source.withdrawn.is_some() {
            return Ok(());
        }
        self.frozen.withdrawn(tx, &Withdrawn { tenant, process, added: source.added, day, act: None }).await
    }
}

async fn note_review(tx: &mut Tx, act: &Act<'_>, kind: &'static str, body: Value) -> Result<(), Refusal> {
    let entry = journal::Entry {
        tenant: act.tenant,
        stream: Uuid::from_u128(act.tenant.uuid().as_u128() ^ OF_PROCESS),
        stream_kind: "review",
        kind,
        version: 1,
        actor: act.actor,
        at: act.at,
        body,
    };
    tx.journal(entry).await?;
    Ok(())
}

/// Saves how the search of the own review is set up, and how far studies came (D010–D012).
///
/// # Errors
/// When the database cannot be written.
pub async fn save_review(tx: &mut Tx, act: &Act<'_>, plan: &review::SearchPlan, funnel: &Funnel) -> Result<(), Refusal> {
    review::save_plan(tx, act.tenant, plan, funnel, act.at).await?;
    let counts: Vec<Option<u64>> = evidence::ReviewStep::ALL.into_iter().map(|step| funnel.count(step)).collect();
    note_review(tx, act, "review-saved", json!({ "counts": counts })).await
}

/// Adds a study to the own review.
///
/// # Errors
/// When the database cannot be written.
pub async fn add_study(tx: &mut Tx, act: &Act<'_>, study: &review::Study) -> Result<i64, Refusal> {
    let number = review::insert_study(tx, act.tenant, study, act.at).await?;
    note_review(tx, act, "study-added", json!({ "study": number, "year": study.year })).await?;
    Ok(number)
}

/// Adds a code to the book of the own review.
///
/// # Errors
/// When the database cannot be written.
pub async fn add_review_code(tx: &mut Tx, act: &Act<'_>, name: &str, reason: &str, since: Date) -> Result<i64, Refusal> {
    let by = account(act)?;
    let number = review::insert_code(tx, act.tenant, name, reason, &since.to_string(), by).await?;
    note_review(tx, act, "review-code-added", json!({ "number": number })).await?;
    Ok(number)
}

/// Says that an added code is the same as another of the book.
///
/// # Errors
/// When one of the two is unknown, or they would lead round in a circle.
pub async fn merge_review_codes(
    tx: &mut Tx,
    act: &Act<'_>,
    knowledge: &Knowledge,
    number: i64,
    into: &str,
    reason: &str,
) -> Result<(), Refusal> {
    let mut sheet = review::sheet(tx, act.tenant, knowledge).await?;
    let key = review::own_key(number);
    let Some(code) = sheet.codes.iter_mut().find(|it| it.key == key && it.same_as.is_none()) else { return Err(Refusal::NoMerge) };
    code.same_as = Some(into.to_owned());
    if sheet.check().is_err() {
        return Err(Refusal::NoMerge);
    }
    review::merge_code(tx, act.tenant, number, into, reason).await?;
    note_review(tx, act, "review-codes-merged", json!({ "from": key, "into": into })).await
}

/// Codes a passage of a study.
///
/// # Errors
/// When there is no such study.
pub async fn code_study(tx: &mut Tx, act: &Act<'_>, study: i64, coding: &Coding) -> Result<(), Refusal> {
    let by = account(act)?;
    review::study(tx, act.tenant, study).await?.ok_or(Refusal::Missing)?;
    let number = review::insert_coding(tx, act.tenant, study, coding, by).await?;
    let body = json!({ "study": study, "number": number, "code": coding.code, "direction": coding.direction.key() });
    note_review(tx, act, "study-coded", body).await
}
