//! What can be done to a process. Each act writes its rows and its line in the journal together.

use crate::forms::guide::GuideAnswers;
use crate::guide::Origin;
use crate::model::{Charter, Draft, Guide, GuideMoment, Part, State, Variant, gaps, numbered, slug};
use crate::refusal::Refusal;
use crate::tables::charter::{self, NewDraft, SavedDraft};
use crate::tables::copy::{self, CopyOrigin};
use crate::tables::process;
use journey::{Act, DossierRow, Filter, State as Standing};
use kernel::{CharterId, Date, Instant, ProcessId, TenantId, TextId};
use people::{FactsOf, ProcessAsked, Threshold};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::jobs::NewJob;
use store::texts::LanguageSet;
use store::{Session, Tx, journal};

/// A process to be made.
#[derive(Debug, Clone)]
pub struct NewProcess {
    /// Its id.
    pub id: ProcessId,
    /// Its place in addresses; made from the title when it is not given.
    pub slug: Option<String>,
    /// The beginning of its charter; it has a title at least.
    pub draft: Draft,
}

/// What was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Created {
    /// Which process.
    pub id: ProcessId,
    /// Its place in addresses.
    pub slug: String,
}

/// Keyed digests of the texts, for the journal: it can prove which words stood there, and does not hold them.
async fn digests(tx: &mut Tx, tenant: TenantId, draft: &Draft, places: &BTreeMap<Part, TextId>) -> Result<Value, Refusal> {
    let mut made = Map::new();
    for (part, place) in places {
        let Some(set) = draft.text(*part) else { continue };
        let words: Vec<String> = set.versions().iter().map(|version| format!("{}\n{}", version.language, version.text)).collect();
        made.insert(part.code().to_owned(), tx.digest(tenant, place.uuid(), &words.join("\n\n")).await?.into());
    }
    Ok(Value::Object(made))
}

pub(crate) async fn note(tx: &mut Tx, act: &Act<'_>, id: ProcessId, kind: &'static str, body: Value) -> Result<(), Refusal> {
    let entry = journal::Entry {
        tenant: act.tenant,
        stream: id.uuid(),
        stream_kind: "process",
        kind,
        version: 1,
        actor: act.actor,
        at: act.at,
        body,
    };
    tx.journal(entry).await?;
    Ok(())
}

async fn free_slug(tx: &mut Tx, tenant: TenantId, wish: &str) -> Result<String, Refusal> {
    for nth in 1..1000 {
        let made = numbered(wish, nth);
        if !process::slug_taken(tx, tenant, &made).await? {
            return Ok(made);
        }
    }
    Err(Refusal::Store(store::Error::Conflict("process.slug".into())))
}

/// Makes a process that only staff can see.
///
/// # Errors
/// Without a title, or when the database cannot be written.
pub async fn create(tx: &mut Tx, act: &Act<'_>, new: NewProcess) -> Result<Created, Refusal> {
    let title = new.draft.text(Part::Title).ok_or(Refusal::Untitled)?;
    let wish = new.slug.as_deref().map_or_else(|| slug(&title.original().text), slug);
    let slug = free_slug(tx, act.tenant, &wish).await?;
    let charter = CharterId::new(act.at, tx.random());
    let kept = NewDraft { id: charter, process: new.id, version: 1, draft: &new.draft, reason: None };
    let places = charter::replace(tx, act.tenant, act.at, &kept, None).await?;
    let title = places.get(&Part::Title).copied().ok_or(Refusal::Untitled)?;
    process::insert(tx, act.tenant, new.id, &slug, title, charter, act.at).await?;
    let digests = digests(tx, act.tenant, &new.draft, &places).await?;
    note(tx, act, new.id, "process-created", json!({ "slug": slug, "digests": digests })).await?;
    Ok(Created { id: new.id, slug })
}

/// Makes a process from a template or an earlier process, with what its guide begins with.
///
/// # Errors
/// As [`create`].
pub async fn begin(tx: &mut Tx, act: &Act<'_>, new: NewProcess, guide: &Guide, origin: &CopyOrigin) -> Result<Created, Refusal> {
    let made = create(tx, act, new).await?;
    copy::note(tx, act.tenant, made.id, origin).await?;
    let body = match origin {
        CopyOrigin::Template(code) => json!({ "template": code }),
        CopyOrigin::Process(id) => json!({ "process": id }),
    };
    note(tx, act, made.id, "process-copied", body).await?;
    if guide.answers.is_empty() && guide.aims.is_empty() && guide.texts.is_empty() {
        return Ok(made);
    }
    let answers = GuideAnswers {
        moment: GuideMoment::Aims,
        answers: guide.answers.iter().map(|(key, value)| (key.clone(), Some(value.clone()))).collect(),
        aims: Some(guide.aims.clone()),
        texts: guide.texts.iter().map(|(part, words)| (*part, Some(words.clone()))).collect(),
        choices: Vec::new(),
        lessons: Vec::new(),
        organisation: Vec::new(),
    };
    crate::guide::save_guide(tx, act, made.id, &answers, None).await?;
    Ok(made)
}

/// What is being written for a process: its draft, or what holds now as the beginning of the next version.
///
/// # Errors
/// When the database cannot be read.
pub async fn draft(s: &mut Session, tenant: TenantId, id: ProcessId) -> Result<Option<SavedDraft>, store::Error> {
    let Some(row) = process::row(s, tenant, id).await? else { return Ok(None) };
    match (row.draft, row.charter) {
        (Some(draft), _) => charter::draft(s, tenant, draft).await,
        (None, Some(holding)) => Ok(charter::charter(s, tenant, holding).await?.map(|holding: Charter| SavedDraft {
            version: holding.version + 1,
            draft: holding.draft(),
            saved: None,
            reason: None,
        })),
        (None, None) => Ok(None),
    }
}

/// Saves what is written so far. `seen` is the moment at which the draft was saved that the writer saw: when somebody
/// else saved since, nothing is overwritten.
///
/// # Errors
/// Without a title, when the process is closed or unknown, or when somebody else saved meanwhile.
pub async fn save_draft(tx: &mut Tx, act: &Act<'_>, id: ProcessId, new: &Draft, seen: Option<Instant>) -> Result<(), Refusal> {
    let row = process::row(tx, act.tenant, id).await?.ok_or(Refusal::Missing)?;
    if row.state == State::Closed {
        return Err(Refusal::NotOpen);
    }
    new.text(Part::Title).ok_or(Refusal::Untitled)?;
    let old = match row.draft {
        Some(draft) => charter::row(tx, act.tenant, draft).await?,
        None => None,
    };
    if old.as_ref().map(|old| old.saved) != seen {
        return Err(Refusal::Overtaken);
    }
    let version = match (&old, row.charter) {
        (Some(old), _) => old.version,
        (None, Some(holding)) => charter::row(tx, act.tenant, holding).await?.map_or(1, |holding| holding.version + 1),
        (None, None) => 1,
    };
    let charter = old.as_ref().map_or_else(|| CharterId::new(act.at, tx.random()), |old| old.id);
    let reason = charter::reason(tx, act.tenant, old.as_ref().and_then(|old| old.reason_place)).await?;
    let kept = NewDraft { id: charter, process: id, version, draft: new, reason: reason.as_ref() };
    let places = charter::replace(tx, act.tenant, act.at, &kept, old.as_ref()).await?;
    let title = places.get(&Part::Title).copied().ok_or(Refusal::Untitled)?;
    process::set_draft(tx, act.tenant, id, charter, title).await?;
    let digests = digests(tx, act.tenant, new, &places).await?;
    note(tx, act, id, "charter-saved", json!({ "version": version, "digests": digests })).await
}

/// Says why the draft changes what was published; readers see it beside the new version.
///
/// # Errors
/// When nothing is being written, or the database cannot be written.
pub async fn give_reason(tx: &mut Tx, act: &Act<'_>, id: ProcessId, reason: &LanguageSet) -> Result<(), Refusal> {
    let row = process::row(tx, act.tenant, id).await?.ok_or(Refusal::Missing)?;
    let draft = row.draft.ok_or(Refusal::NoDraft)?;
    let kept = charter::row(tx, act.tenant, draft).await?.ok_or(Refusal::NoDraft)?;
    charter::keep_reason(tx, act.tenant, &kept, act.at, reason).await?;
    Ok(())
}

/// Publishes the draft: from now on this version holds, and can be read by everybody. Gives back its version.
///
/// # Errors
/// When something is missing that residents must know, when a later version has no reason ([`give_reason`]), when the
/// design guide was used and still has a gate that is neither answered nor set aside, or when there is nothing to publish.
pub async fn publish(tx: &mut Tx, act: &Act<'_>, id: ProcessId) -> Result<i64, Refusal> {
    let row = process::row(tx, act.tenant, id).await?.ok_or(Refusal::Missing)?;
    if row.state == State::Closed {
        return Err(Refusal::NotOpen);
    }
    let charter = row.draft.ok_or(Refusal::NoDraft)?;
    let kept = charter::row(tx, act.tenant, charter).await?.ok_or(Refusal::NoDraft)?;
    let saved = charter::draft(tx, act.tenant, charter).await?.ok_or(Refusal::NoDraft)?;
    let missing = gaps(&saved.draft, act.civil.zone.date(act.at));
    if !missing.is_empty() {
        return Err(Refusal::Incomplete(missing));
    }
    if kept.version > 1 && saved.reason.is_none() {
        return Err(Refusal::NoReason);
    }
    let guide = crate::tables::guide::guide(tx, act.tenant, id).await?;
    let known = knowledge::known(tx, act.tenant).await?;
    let origin = Origin::read(tx, act.tenant, (id, row.charter), &saved.draft, act.civil.today(act.at)).await?;
    // A program that brings a process here opened no guide; an officer cannot do without it (`publish_designed`).
    let shut = if guide.saved.is_some() { crate::guide::shut(&saved, &guide, &known, origin) } else { Vec::new() };
    if !shut.is_empty() {
        return Err(Refusal::Gates(shut));
    }
    let standing = crate::standing::Standing::read(tx, act.tenant, id, act.civil.today(act.at)).await?;
    let facts = crate::guide::facts_when_published(&saved, &guide, &known);
    let held = standing.held_back(&known);
    if !held.is_empty() {
        return Err(Refusal::Toetsen(held));
    }
    let deviations = standing.unmotivated(&saved.draft, &facts);
    if !deviations.is_empty() {
        return Err(Refusal::Deviations(deviations));
    }
    // What came in came under the promise of this variant; another one is another process.
    if let Some(holding) = row.charter
        && charter::row(tx, act.tenant, holding).await?.is_some_and(|holding| holding.variant() != saved.draft.variant)
    {
        return Err(Refusal::OtherVariant);
    }
    if let Some(plan) = saved.draft.plan.filter(|_| saved.draft.variant == Variant::Reaction)
        && !crate::tables::plan::plan(tx, act.tenant, plan).await?.is_some_and(|plan| plan.public)
    {
        return Err(Refusal::PlanNotPublic);
    }
    let title = kept.places.get(&Part::Title).copied().ok_or(Refusal::Untitled)?;
    if !charter::mark_published(tx, act.tenant, charter, act.at).await? {
        return Err(Refusal::NoDraft);
    }
    process::set_published(tx, act.tenant, id, charter, title, act.at).await?;
    if let Some(regulation) = &standing.regulation {
        knowledge::bind(tx, act, (id, charter), regulation, &standing.checked(&saved.draft, &facts)).await?;
    }
    // What residents read of the guide is what it was when they were told: it changes with the next version.
    crate::tables::guide::keep_with(tx, act.tenant, charter, &guide).await?;
    let digests = digests(tx, act.tenant, &saved.draft, &kept.places).await?;
    let body = json!({
        "charter": charter,
        "version": kept.version,
        "variant": saved.draft.variant.code(),
        "plan": saved.draft.plan,
        "partners": saved.draft.partners,
        "ladder": saved.draft.ladder.code(),
        "rung": saved.draft.rung.map(crate::model::Rung::step),
        "mandate": saved.draft.mandate.date,
        "mandated": saved.draft.mandate.rung.map(crate::model::Rung::step),
        "decider": saved.draft.decider.map(crate::model::Decider::role),
        "decision": saved.draft.decision_date,
        "answer": saved.draft.answer_term,
        "digests": digests,
    });
    note(tx, act, id, "charter-published", body).await?;
    Ok(kept.version)
}

/// Publishes a draft that somebody designed here. Before residents read of it for the first time, what it aims at is ranked in the guide,
/// and what later rooms ask of a design is there: how it will be measured (A240).
///
/// # Errors
/// As [`publish`]; [`Refusal::Gates`] when nothing is ranked, [`Refusal::Held`] when a later room asks for something first.
pub async fn publish_designed(tx: &mut Tx, act: &Act<'_>, id: ProcessId, rooms: &[Arc<dyn FactsOf>]) -> Result<i64, Refusal> {
    let row = process::row(tx, act.tenant, id).await?.ok_or(Refusal::Missing)?;
    if row.state == State::Draft {
        let guide = crate::tables::guide::guide(tx, act.tenant, id).await?;
        let saved = draft(tx, act.tenant, id).await?.ok_or(Refusal::NoDraft)?;
        let known = knowledge::known(tx, act.tenant).await?;
        let origin = Origin::read(tx, act.tenant, (id, row.charter), &saved.draft, act.civil.today(act.at)).await?;
        let shut = crate::guide::shut(&saved, &guide, &known, origin);
        if !shut.is_empty() {
            return Err(Refusal::Gates(shut));
        }
        let asked = ProcessAsked { act, process: id, areas: guide.areas() };
        if !crate::guide::held(tx, &asked, rooms, Threshold::Publishing).await?.is_empty() {
            return Err(Refusal::Held);
        }
    }
    publish(tx, act, id).await
}

/// The kind of the job that tells higher rooms of a process that was closed; its payload is `{"process": …}`.
pub const CLOSED: &str = "design.closed";

/// So many dossiers are looked at together.
const AT_ONCE: i64 = 50;

/// The states in which an author waits for an answer, or for its delivery.
const OWED: [Standing; 5] = [Standing::Decided, Standing::Referred, Standing::Parked, Standing::FedBack, Standing::Underway];

/// What was decided in a process and not fed back within its term (F3 X7), the oldest promise first; `limit` at most. While there is
/// any, the process stays open.
///
/// # Errors
/// When the database does not answer.
pub async fn not_fed_back(
    s: &mut Session,
    tenant: TenantId,
    process: ProcessId,
    today: Date,
    limit: usize,
) -> Result<Vec<DossierRow>, store::Error> {
    let filter = Filter { process: Some(process), states: OWED.to_vec(), due_until: Some(today.plus_days(-1)), ..Filter::default() };
    let (mut found, mut after) = (Vec::new(), None);
    loop {
        let rows = journey::list(s, tenant, &filter, after, AT_ONCE).await?;
        after = rows.last().map(|last| (last.due, last.id));
        // What lies still for another reason is late as well, but no answer of it is.
        found.extend(rows.into_iter().filter(|row| row.until.is_some_and(|until| until < today)));
        if after.is_none() || found.len() >= limit {
            found.truncate(limit);
            return Ok(found);
        }
    }
}

/// Closes a process: nothing new is asked. What came in keeps travelling and is answered (H3.5).
///
/// # Errors
/// [`Refusal::NotFedBack`] while somebody waits for an answer whose term is over (F3 X7); [`Refusal::Gates`] while the guide asks for an
/// answer about how it went; [`Refusal::Held`] while a later room asks for something: an evaluation, or in public why there is none
/// (A240); when the process is not published, or the database cannot be written.
pub async fn close(tx: &mut Tx, act: &Act<'_>, id: ProcessId, reason: &LanguageSet, rooms: &[Arc<dyn FactsOf>]) -> Result<(), Refusal> {
    let row = process::row(tx, act.tenant, id).await?.ok_or(Refusal::Missing)?;
    if row.state != State::Published {
        return Err(Refusal::NotOpen);
    }
    let areas = crate::tables::guide::guide(tx, act.tenant, id).await?.areas();
    let asked = ProcessAsked { act, process: id, areas };
    let shut = crate::guide::shut_at_closing(tx, &asked, rooms, row.charter).await?;
    if !shut.is_empty() {
        return Err(Refusal::Gates(shut));
    }
    if !crate::guide::held(tx, &asked, rooms, Threshold::Closing).await?.is_empty() {
        return Err(Refusal::Held);
    }
    if !not_fed_back(tx, act.tenant, id, act.civil.today(act.at), 1).await?.is_empty() {
        return Err(Refusal::NotFedBack);
    }
    let place = TextId::new(act.at, tx.random());
    tx.save_text(act.tenant, place, reason).await?;
    if !process::set_closed(tx, act.tenant, id, place, act.at).await? {
        return Err(Refusal::NotOpen);
    }
    tx.enqueue(NewJob { tenant: act.tenant, kind: CLOSED, payload: json!({ "process": id }), due: act.at }).await?;
    note(tx, act, id, "process-closed", json!({})).await
}
