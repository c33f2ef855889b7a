//! What is done with answers, as plain calls inside a transaction: pages, demo, importers and tests all come through
//! here. Whoever calls for a person checks the permission first.

use crate::jobs;
use crate::model::motivation::{Gap, Motivation, Part, gaps};
use crate::model::template;
use crate::notices;
use crate::parts;
use crate::tables::answers::{self, Answer};
use crate::tables::beginnings::{self, Beginning};
use crate::tables::deliveries::{self, Brings, Delivery};
use crate::tables::drafts::{self, Draft};
use crate::tables::reactions::{self, Reaction};
use journey::{Act, AnswerBy, DeliveryStatus, Dossier, Outcome, State, Step, StepKind, Track, Travelling, evidence};
use kernel::{AccountId, AnswerId, AreaId, ContributionId, DeliveryId, DossierId, Instant, Language, ProcessId, Prose, ReactionId, TextId};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use store::texts::LanguageSet;
use store::{Tx, journal};

/// Why something was not done. Nothing changed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Refusal {
    /// There is no such dossier, delivery or reaction here.
    #[error("there is no such thing in this municipality")]
    Missing,
    /// The dossier stands elsewhere: it came too early, too late or twice.
    #[error("the dossier stands at {0}, where this cannot be done")]
    NotNow(State),
    /// A guard of the journey is not met.
    #[error("the journey does not allow it: {0}")]
    Guard(&'static str),
    /// The answer is not complete.
    #[error("the answer is not complete")]
    Incomplete(Vec<Gap>),
    /// A delivery that failed says why.
    #[error("say why the answer did not arrive")]
    NoReason,
    /// A later answer took the place of the one that is delivered.
    #[error("a later answer took the place of this one")]
    Superseded,
    /// A reaction that says nothing.
    #[error("the reaction says nothing")]
    Empty,
    /// A beginning leaves something open by which no answer would be held back.
    #[error("the beginning leaves open what is not known: {0}")]
    UnknownPlace(String),
    /// Somebody else changed the beginning since it was read.
    #[error("somebody else saved meanwhile")]
    Overtaken,
    /// The database.
    #[error(transparent)]
    Store(#[from] store::Error),
}

impl From<journey::Refusal> for Refusal {
    fn from(refusal: journey::Refusal) -> Self {
        match refusal {
            journey::Refusal::NotNow { state, .. } => Self::NotNow(state),
            journey::Refusal::Guard(code) => Self::Guard(code),
            journey::Refusal::Missing => Self::Missing,
            journey::Refusal::Store(error) => Self::Store(error),
        }
    }
}

impl From<Refusal> for people::Fault {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Missing => Self::NotFound,
            Refusal::NotNow(_) => Self::Conflict("answer-fault-not-now"),
            Refusal::Guard(code) => Self::Conflict(journey::guard_key(code)),
            Refusal::Incomplete(_) => Self::Conflict("answer-fault-incomplete"),
            Refusal::NoReason => Self::Conflict("answer-delivery-reason-missing"),
            Refusal::Superseded => Self::Conflict("answer-fault-superseded"),
            Refusal::Empty => Self::Conflict("answer-reaction-empty"),
            Refusal::UnknownPlace(_) => Self::Conflict("answer-fault-unknown-place"),
            Refusal::Overtaken => Self::Conflict("answer-fault-overtaken"),
            Refusal::Store(error) => Self::Store(error),
        }
    }
}

/// A published answer to one author.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// The answer.
    pub answer: AnswerId,
    /// To whom.
    pub contribution: ContributionId,
    /// Its way to the author; `None` when the author asked for none.
    pub delivery: Option<DeliveryId>,
}

/// The authors of a dossier who are owed an answer now: those who have none, or everybody when a plan that is carried
/// out changed (F4: S16→S15). Empty while there is no outcome.
#[must_use]
pub fn owed(dossier: &Dossier) -> Vec<&Travelling> {
    let changed = matches!(dossier.state, State::Underway | State::Realised | State::Integrated);
    if dossier.outcome.is_none() {
        return Vec::new();
    }
    let without: Vec<&Travelling> = dossier.live().filter(|it| it.track == Track::Along).collect();
    if without.is_empty() && changed { dossier.live().collect() } else { without }
}

/// Publishes a motivated answer to every author of a dossier who is owed one, and puts it on its way to each. When it was the last
/// answer that was missing to the parts of a contribution, its author gets them all in one.
///
/// # Errors
/// [`Refusal::Incomplete`] with everything that is missing, [`Refusal::NotNow`] before there is an outcome,
/// [`Refusal::Guard`] when everybody has an answer.
pub async fn publish(tx: &mut Tx, act: &Act<'_>, dossier: DossierId, motivation: &Motivation) -> Result<Vec<Published>, Refusal> {
    let tenant = act.tenant;
    let found = journey::dossier(tx, tenant, dossier).await?.ok_or(Refusal::Missing)?;
    let outcome = found.outcome.ok_or(Refusal::NotNow(found.state))?;
    let authors: Vec<ContributionId> = owed(&found).iter().map(|it| it.contribution).collect();
    if authors.is_empty() {
        return Err(Refusal::Guard("answered"));
    }
    let missing = gaps(motivation, Some(outcome), &authors);
    if !missing.is_empty() {
        return Err(Refusal::Incomplete(missing));
    }
    let published = put_out(tx, act, &found, outcome, motivation, false).await?;
    let mut wholes: Vec<ContributionId> = found.live().filter_map(|it| it.part_of).collect();
    wholes.sort_unstable();
    wholes.dedup();
    for whole in wholes {
        close(tx, act, whole).await?;
    }
    Ok(published)
}

/// Gives an author the answers to all parts in one, when every part has its answer and the author does not have them yet.
async fn close(tx: &mut Tx, act: &Act<'_>, whole: ContributionId) -> Result<(), Refusal> {
    let Some(found) = journey::of_contribution(tx, act.tenant, whole).await? else { return Ok(()) };
    let Some(outcome) = found.outcome.filter(|_| !found.parts.is_empty() && !found.owes_no_answer()) else { return Ok(()) };
    // What cannot be put in one stays for a person to write: it is owed, and lies still when its term is over (X7).
    if let Some(motivation) = parts::closing(tx, act.tenant, &found).await? {
        put_out(tx, act, &found, outcome, &motivation, true).await?;
    }
    Ok(())
}

/// Publishes what was found complete.
async fn put_out(
    tx: &mut Tx,
    act: &Act<'_>,
    found: &Dossier,
    outcome: Outcome,
    motivation: &Motivation,
    closing: bool,
) -> Result<Vec<Published>, Refusal> {
    let (tenant, dossier) = (act.tenant, found.id);
    let authors: Vec<ContributionId> = owed(found).iter().map(|it| it.contribution).collect();
    let (Some(done), Some(criterion)) = (&motivation.done, &motivation.criterion) else {
        return Err(Refusal::Incomplete(gaps(motivation, Some(outcome), &authors)));
    };
    let mut digests = Map::new();
    let done = keep(tx, act, "done", done, &mut digests).await?;
    let criterion = keep(tx, act, "criterion", criterion, &mut digests).await?;
    let why_not = keep_some(tx, act, "why-not", motivation.why_not.as_ref().filter(|_| outcome.is_a_no()), &mut digests).await?;
    let coming = keep_some(tx, act, "coming", motivation.coming.as_ref(), &mut digests).await?;

    let contributions = voice::contributions(tx, tenant, &authors).await?;
    let mut all = Vec::with_capacity(authors.len());
    for contribution in &contributions {
        let id = AnswerId::new(act.at, tx.random());
        let own_name = format!("own-{}", contribution.number);
        let own = keep_some(tx, act, &own_name, motivation.own_of(contribution.id), &mut digests).await?;
        let answer = Answer {
            id,
            dossier,
            contribution: contribution.id,
            number: contribution.number.clone(),
            process: found.process,
            area: found.area,
            outcome,
            done,
            criterion,
            why_not,
            coming,
            own,
            published: act.at,
            superseded: false,
            of_part: contribution.part_of.is_some(),
            closing,
        };
        answers::insert(tx, tenant, &answer).await?;
        all.push(answer);
    }
    // A result goes to hundreds of authors at the same moment: their dossier is read and written once.
    let steps = all.iter().map(|it| Step::Answered(evidence::Motivation::by_answer(it.id, it.contribution))).collect();
    journey::record_all(tx, act, dossier, steps).await?;
    let mut published = Vec::with_capacity(all.len());
    for (answer, contribution) in all.iter().zip(&contributions) {
        let delivery = send_on(tx, act, answer, contribution).await?;
        published.push(Published { answer: answer.id, contribution: contribution.id, delivery });
    }
    drafts::forget(tx, tenant, dossier).await?;
    let to: Vec<Value> = published.iter().map(|it| json!({ "answer": it.answer, "contribution": it.contribution })).collect();
    let body = json!({ "dossier": dossier, "outcome": outcome, "to": to, "digests": digests });
    let entry = journal::Entry {
        tenant,
        stream: done.uuid(),
        stream_kind: "answer",
        kind: "published",
        version: 1,
        actor: act.actor,
        at: act.at,
        body,
    };
    tx.journal(entry).await?;
    Ok(published)
}

pub(crate) async fn keep(
    tx: &mut Tx,
    act: &Act<'_>,
    name: &str,
    words: &LanguageSet,
    digests: &mut Map<String, Value>,
) -> Result<TextId, Refusal> {
    let id = TextId::new(act.at, tx.random());
    tx.save_text(act.tenant, id, words).await?;
    let all: Vec<String> = words.versions().iter().map(|version| format!("{}\n{}", version.language, version.text)).collect();
    let digest = tx.digest(act.tenant, id.uuid(), &all.join("\n\n")).await?;
    digests.insert(name.to_owned(), json!({ "text": id, "digest": digest }));
    Ok(id)
}

async fn keep_some(
    tx: &mut Tx,
    act: &Act<'_>,
    name: &str,
    words: Option<&LanguageSet>,
    digests: &mut Map<String, Value>,
) -> Result<Option<TextId>, Refusal> {
    match words {
        Some(words) => keep(tx, act, name, words, digests).await.map(Some),
        None => Ok(None),
    }
}

/// Puts an answer on its way by the channel that its author chose.
async fn send_on(tx: &mut Tx, act: &Act<'_>, answer: &Answer, to: &voice::Contribution) -> Result<Option<DeliveryId>, Refusal> {
    deliveries::close_open(tx, act.tenant, to.id).await?;
    // The author of a part hears of all parts at once.
    if to.part_of.is_some() {
        return Ok(None);
    }
    if let Some(identity) = to.identity {
        people::vault::begin_term(tx, act.tenant, identity, act.civil.zone.date(act.at)).await?;
    }
    if to.answer_by == AnswerBy::None {
        return Ok(None);
    }
    bring(tx, act, Brings::Answer(answer.id), (answer.dossier, answer.process, answer.area), to).await.map(Some)
}

/// Puts something on its way to an author by the channel that the author chose.
pub(crate) async fn bring(
    tx: &mut Tx,
    act: &Act<'_>,
    brings: Brings,
    (dossier, process, area): (DossierId, ProcessId, Option<AreaId>),
    to: &voice::Contribution,
) -> Result<DeliveryId, Refusal> {
    let delivery = Delivery {
        id: DeliveryId::new(act.at, tx.random()),
        brings,
        dossier,
        contribution: to.id,
        number: to.number.clone(),
        process,
        area,
        channel: to.answer_by,
        organisation: to.organisation,
        identity: to.identity,
        language: to.language,
        status: DeliveryStatus::Pending,
        reason: None,
        created: act.at,
        changed: act.at,
    };
    deliveries::insert(tx, act.tenant, &delivery).await?;
    if delivery.channel == AnswerBy::Mail && delivery.identity.is_some() {
        tx.enqueue(jobs::mail(act.tenant, delivery.id, act.at)).await?;
    }
    Ok(delivery.id)
}

/// Keeps what was written of an answer so far.
///
/// # Errors
/// When there is no such dossier, or the database fails.
pub async fn save_draft(
    tx: &mut Tx,
    act: &Act<'_>,
    dossier: DossierId,
    fields: Vec<(String, String)>,
    account: Option<AccountId>,
) -> Result<(), Refusal> {
    journey::dossier(tx, act.tenant, dossier).await?.ok_or(Refusal::Missing)?;
    drafts::save(tx, act.tenant, dossier, &Draft { fields, saved: act.at, account }).await?;
    let body = json!({ "dossier": dossier });
    let entry = journal::Entry {
        tenant: act.tenant,
        // A stream of its own: that of the dossier belongs to the journey.
        stream: draft_stream(dossier),
        stream_kind: "answer-draft",
        kind: "saved",
        version: 1,
        actor: act.actor,
        at: act.at,
        body,
    };
    tx.journal(entry).await?;
    Ok(())
}

/// The id of the stream of drafts of a dossier: that of the dossier with its last byte turned.
fn draft_stream(dossier: DossierId) -> uuid::Uuid {
    uuid::Uuid::from_u128(dossier.uuid().as_u128() ^ 0xff)
}

/// Keeps words of the municipality with which answers to an outcome begin, in the place of the shipped ones. `seen` is when those
/// were saved that the writer saw, `None` for the shipped ones: when somebody else saved since, nothing is overwritten.
///
/// # Errors
/// [`Refusal::Missing`] for an outcome or a language without a beginning, [`Refusal::UnknownPlace`], [`Refusal::Overtaken`].
pub async fn keep_beginning(
    tx: &mut Tx,
    act: &Act<'_>,
    (outcome, language): (Outcome, Language),
    words: BTreeMap<Part, String>,
    seen: Option<Instant>,
) -> Result<(), Refusal> {
    if words.is_empty() || !template::speaks(language) || words.keys().any(|part| template::key(outcome, *part).is_none()) {
        return Err(Refusal::Missing);
    }
    if let Some(place) = words.values().find_map(|text| template::unknown_place(text, language)) {
        return Err(Refusal::UnknownPlace(place));
    }
    as_seen(tx, act, (outcome, language), seen).await?;
    let all: Vec<String> = words.iter().map(|(part, text)| format!("{}\n{text}", part.code())).collect();
    beginnings::keep(tx, act.tenant, &Beginning { outcome, language, words, saved: act.at }).await?;
    let digest = tx.digest(act.tenant, act.tenant.uuid(), &all.join("\n\n")).await?;
    let body = json!({ "outcome": outcome, "language": language, "digest": digest });
    note_beginning(tx, act, "answer-beginning-saved", body).await
}

/// Takes words of the municipality back with which answers to an outcome began: the shipped ones hold again. `seen` as in
/// [`keep_beginning`].
///
/// # Errors
/// [`Refusal::Missing`] when there are none, [`Refusal::Overtaken`].
pub async fn take_back_beginning(
    tx: &mut Tx,
    act: &Act<'_>,
    (outcome, language): (Outcome, Language),
    seen: Option<Instant>,
) -> Result<(), Refusal> {
    as_seen(tx, act, (outcome, language), seen).await?.ok_or(Refusal::Missing)?;
    beginnings::forget(tx, act.tenant, outcome, language).await?;
    note_beginning(tx, act, "answer-beginning-taken-back", json!({ "outcome": outcome, "language": language })).await
}

/// When the words were saved that hold now, if those are the ones that the writer saw.
async fn as_seen(
    tx: &mut Tx,
    act: &Act<'_>,
    (outcome, language): (Outcome, Language),
    seen: Option<Instant>,
) -> Result<Option<Instant>, Refusal> {
    let saved = beginnings::beginning(tx, act.tenant, outcome, language).await?.map(|it| it.saved);
    if saved == seen { Ok(saved) } else { Err(Refusal::Overtaken) }
}

async fn note_beginning(tx: &mut Tx, act: &Act<'_>, kind: &'static str, body: Value) -> Result<(), Refusal> {
    let entry = journal::Entry {
        tenant: act.tenant,
        stream: act.tenant.uuid(),
        stream_kind: "tenant",
        kind,
        version: 1,
        actor: act.actor,
        at: act.at,
        body,
    };
    tx.journal(entry).await?;
    Ok(())
}

/// Notes how far a delivery is; one that failed needs its reason.
///
/// # Errors
/// [`Refusal::NoReason`], [`Refusal::Superseded`], [`Refusal::Guard`] when it cannot go from its status to this one.
pub async fn deliver(
    tx: &mut Tx,
    act: &Act<'_>,
    id: DeliveryId,
    status: DeliveryStatus,
    reason: Option<&str>,
) -> Result<Delivery, Refusal> {
    let tenant = act.tenant;
    let mut delivery = deliveries::delivery(tx, tenant, id).await?.ok_or(Refusal::Missing)?;
    let reason = reason.map(str::trim).filter(|words| !words.is_empty() && status == DeliveryStatus::Failed);
    if status == DeliveryStatus::Failed && reason.is_none() {
        return Err(Refusal::NoReason);
    }
    match delivery.brings {
        Brings::Answer(answer) => {
            let dossier = journey::of_contribution(tx, tenant, delivery.contribution).await?.ok_or(Refusal::Missing)?;
            if dossier.travelling(delivery.contribution).and_then(|it| it.answer) != Some(answer) {
                return Err(Refusal::Superseded);
            }
            let step = evidence::Delivery::by_answer(id, delivery.contribution, delivery.channel, status);
            journey::record(tx, act, dossier.id, Step::Delivered(step)).await?;
        }
        // The way of a notice is no step of the journey: the answer is.
        Brings::Notice(notice) => notices::note_delivery(tx, act, &delivery, notice, status).await?,
    }
    deliveries::set_status(tx, tenant, id, status, reason, act.at).await?;
    delivery.status = status;
    delivery.reason = reason.map(str::to_owned);
    delivery.changed = act.at;
    Ok(delivery)
}

/// What became of a heap of letters that somebody posted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Posting {
    /// So many were on their way to nobody, and are posted now.
    pub posted: i64,
    /// So many were posted or brought by somebody else meanwhile.
    pub already: i64,
    /// So many need not be brought any more: taken back by the author, looked at once more, or answered anew.
    pub gone: i64,
}

/// Notes of exactly these letters that they were posted, or given to who brings them. What cannot be noted is counted and
/// left as it is.
///
/// # Errors
/// [`Refusal::Missing`] when one of them is no letter of this municipality: then none is noted.
pub async fn post_letters(tx: &mut Tx, act: &Act<'_>, letters: &[DeliveryId]) -> Result<Posting, Refusal> {
    let mut posting = Posting::default();
    for id in letters {
        let delivery = deliveries::delivery(tx, act.tenant, *id).await?.ok_or(Refusal::Missing)?;
        if !matches!(delivery.channel, AnswerBy::Letter | AnswerBy::Intermediary) {
            return Err(Refusal::Missing);
        }
        match deliver(tx, act, *id, DeliveryStatus::HandedOver, None).await {
            Ok(_) => posting.posted += 1,
            Err(Refusal::Guard(_) | Refusal::Superseded | Refusal::NotNow(_))
                if !delivery.status.may_become(DeliveryStatus::HandedOver) =>
            {
                posting.already += 1;
            }
            Err(Refusal::Guard(_) | Refusal::Superseded | Refusal::NotNow(_)) => posting.gone += 1,
            Err(refusal) => return Err(refusal),
        }
    }
    Ok(posting)
}

/// What an author thinks of the answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewReaction {
    /// Whether the author understood it.
    pub understood: Option<bool>,
    /// Whether the author finds that it went fairly.
    pub fair: Option<bool>,
    /// Whether the author asks to look at it once more.
    pub review: bool,
    /// What the author adds.
    pub words: Option<Prose>,
}

/// Takes in what an author thinks of the answer (S15). Whoever calls has proven that the words are the author's. Who asks to look
/// once more at what was divided asks so of every part.
///
/// # Errors
/// [`Refusal::Empty`] when it says nothing; when the author has no answer yet.
pub async fn react(tx: &mut Tx, act: &Act<'_>, contribution: ContributionId, new: &NewReaction) -> Result<ReactionId, Refusal> {
    if *new == NewReaction::default() {
        return Err(Refusal::Empty);
    }
    let tenant = act.tenant;
    let dossier = journey::of_contribution(tx, tenant, contribution).await?.ok_or(Refusal::Missing)?;
    let travelling = dossier.travelling(contribution).ok_or(Refusal::Missing)?.clone();
    let step = evidence::Reaction::by_answer(contribution, new.understood, new.fair, new.review);
    journey::record(tx, act, dossier.id, Step::Reacted(step)).await?;
    for part in dossier.parts.iter().filter(|_| new.review) {
        let Some(travels) = journey::of_contribution(tx, tenant, part.contribution).await? else { continue };
        if travels.state.allows(StepKind::Reacted) {
            let step = evidence::Reaction::by_answer(part.contribution, None, None, true);
            journey::record(tx, act, travels.id, Step::Reacted(step)).await?;
        }
    }
    let reaction = Reaction {
        id: ReactionId::new(act.at, tx.random()),
        contribution,
        dossier: dossier.id,
        answer: travelling.answer,
        number: travelling.number,
        process: dossier.process,
        area: dossier.area,
        understood: new.understood,
        fair: new.fair,
        review: new.review,
        words: new.words.as_ref().map(|words| words.as_str().to_owned()),
        at: act.at,
        settled: None,
        declined: None,
    };
    reactions::insert(tx, tenant, &reaction).await?;
    Ok(reaction.id)
}

/// Has a dossier looked at once more, because an author asked for it (S15→S6). The reason is public.
///
/// # Errors
/// When nobody asked, or the dossier stands where it cannot be reviewed.
pub async fn grant_review(tx: &mut Tx, act: &Act<'_>, reaction: ReactionId, reason: &LanguageSet) -> Result<(), Refusal> {
    let asked =
        reactions::reaction(tx, act.tenant, reaction).await?.filter(|it| it.review && it.settled.is_none()).ok_or(Refusal::Missing)?;
    let dossier = journey::of_contribution(tx, act.tenant, asked.contribution).await?.ok_or(Refusal::Missing)?;
    let text = TextId::new(act.at, tx.random());
    tx.save_text(act.tenant, text, reason).await?;
    if dossier.parts.is_empty() {
        return look_again(tx, act, &dossier, text).await;
    }
    // What was divided is looked at part by part: each that an answer was given to, and that is not being carried out.
    let mut looked_at = false;
    for part in &dossier.parts {
        let Some(travels) = journey::of_contribution(tx, act.tenant, part.contribution).await? else { continue };
        if travels.state.allows(StepKind::ReviewGranted) && travels.live().any(|it| it.review_asked) {
            look_again(tx, act, &travels, text).await?;
            looked_at = true;
        }
    }
    if !looked_at {
        return Err(Refusal::NotNow(dossier.state));
    }
    reactions::settle(tx, act.tenant, dossier.id, act.at).await?;
    Ok(())
}

async fn look_again(tx: &mut Tx, act: &Act<'_>, dossier: &Dossier, reason: TextId) -> Result<(), Refusal> {
    journey::record(tx, act, dossier.id, Step::ReviewGranted(evidence::Review::by_answer(reason))).await?;
    carry::overtaking::reviewed(tx, act, dossier).await?;
    reactions::settle(tx, act.tenant, dossier.id, act.at).await?;
    Ok(())
}

/// Does not have a dossier looked at once more, although an author asked, and says in public why not. The author may ask
/// again.
///
/// # Errors
/// When nobody asked, or it was settled before.
pub async fn decline_review(tx: &mut Tx, act: &Act<'_>, reaction: ReactionId, reason: &LanguageSet) -> Result<(), Refusal> {
    let tenant = act.tenant;
    let asked = reactions::reaction(tx, tenant, reaction).await?.filter(|it| it.review && it.settled.is_none()).ok_or(Refusal::Missing)?;
    let mut digests = Map::new();
    let why = keep(tx, act, "reason", reason, &mut digests).await?;
    reactions::decline(tx, tenant, reaction, why, act.at).await?;
    let body = json!({ "contribution": asked.contribution, "digests": digests });
    let entry = journal::Entry {
        tenant,
        stream: reaction.uuid(),
        stream_kind: "reaction",
        kind: "review-declined",
        version: 1,
        actor: act.actor,
        at: act.at,
        body,
    };
    tx.journal(entry).await?;
    Ok(())
}
