//! What can be done to an evaluation. Each act writes its rows and its line in the journal together.

use crate::assembling::{self, Assembling};
use crate::ending;
use crate::model::evaluation::counts::Counts;
use crate::model::evaluation::findings::{Findings, FindingsError};
use crate::model::evaluation::influence::EffectiveRung;
use crate::model::evaluation::reach::{Characteristic, ReachCounted, StayedCounted};
use crate::model::evaluation::{Beside, EvaluationDraft, EvaluationGap, EvaluationPart, evaluation_gaps};
use crate::tables::evaluation as table;
use journey::Act;
use kernel::{Instant, ProcessId, TextId};
use memory::Lesson;
use people::Tenant;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use store::texts::LanguageSet;
use store::{Session, Tx, journal};
use uuid::Uuid;

/// Why something cannot be done to an evaluation.
#[derive(Debug, thiserror::Error)]
pub enum EvaluationError {
    /// This municipality has no such process, or residents do not know it yet.
    #[error("there is no such public process")]
    Missing,
    /// Somebody else saved it since it was read.
    #[error("somebody else saved this evaluation meanwhile")]
    Overtaken,
    /// It is not whole; what it lacks.
    #[error("the evaluation lacks {0:?}")]
    Incomplete(Vec<EvaluationGap>),
    /// A correction says why.
    #[error("a correction says why")]
    NoReason,
    /// Nothing was written that could be finished.
    #[error("there is nothing to finish")]
    NoDraft,
    /// What is evaluated is not waived.
    #[error("the process is evaluated")]
    Evaluated,
    /// A file of elsewhere cannot be taken.
    #[error(transparent)]
    Elsewhere(#[from] FindingsError),
    /// The database.
    #[error(transparent)]
    Store(#[from] store::Error),
}

impl From<EvaluationError> for people::Fault {
    fn from(error: EvaluationError) -> Self {
        match error {
            EvaluationError::Missing => Self::NotFound,
            EvaluationError::Store(error) => Self::Store(error),
            EvaluationError::Overtaken => Self::Conflict("learn-evaluation-refused-overtaken"),
            EvaluationError::Incomplete(_) => Self::Conflict("learn-evaluation-refused-incomplete"),
            EvaluationError::NoReason => Self::Conflict("learn-evaluation-refused-no-reason"),
            EvaluationError::NoDraft => Self::Conflict("learn-evaluation-refused-no-draft"),
            EvaluationError::Evaluated => Self::Conflict("learn-evaluation-refused-evaluated"),
            EvaluationError::Elsewhere(_) => Self::BadRequest("learn-elsewhere-shape"),
        }
    }
}

fn words(set: &LanguageSet) -> String {
    let all: Vec<String> = set.versions().iter().map(|version| format!("{}\n{}", version.language, version.text)).collect();
    all.join("\n\n")
}

/// Keyed digests of the texts, for the journal: it can prove which words stood there, and does not hold them.
async fn digests(
    tx: &mut Tx,
    act: &Act<'_>,
    draft: &EvaluationDraft,
    places: &BTreeMap<EvaluationPart, TextId>,
) -> Result<Value, store::Error> {
    let mut made = Map::new();
    for (part, place) in places {
        if let Some(set) = draft.texts.get(part) {
            made.insert(part.code().to_owned(), tx.digest(act.tenant, place.uuid(), &words(set)).await?.into());
        }
    }
    Ok(Value::Object(made))
}

pub(crate) async fn note(tx: &mut Tx, act: &Act<'_>, process: ProcessId, kind: &'static str, body: Value) -> Result<(), store::Error> {
    let entry = journal::Entry {
        tenant: act.tenant,
        stream: process.uuid(),
        stream_kind: "process",
        kind,
        version: 1,
        actor: act.actor,
        at: act.at,
        body,
    };
    tx.journal(entry).await.map(drop)
}

/// The public process with this id.
async fn public(s: &mut Session, act: &Act<'_>, process: ProcessId) -> Result<design::Process, EvaluationError> {
    design::process(s, act.tenant, process).await?.filter(design::Process::is_public).ok_or(EvaluationError::Missing)
}

/// Saves what is written so far: in the version that is being written, or as the beginning of a correction of the one that was
/// finished. `seen` is the moment at which the version was saved that the writer saw: when somebody else saved since, nothing is
/// overwritten.
///
/// # Errors
/// When residents do not know the process, or somebody else saved meanwhile.
pub async fn save_evaluation(
    tx: &mut Tx,
    act: &Act<'_>,
    process: ProcessId,
    draft: &EvaluationDraft,
    seen: Option<Instant>,
) -> Result<i64, EvaluationError> {
    public(tx, act, process).await?;
    let last = table::last(tx, act.tenant, process).await?;
    if last.as_ref().map(|it| it.saved) != seen {
        return Err(EvaluationError::Overtaken);
    }
    let version = last.map_or(1, |it| if it.finished.is_some() { it.version + 1 } else { it.version });
    let places = table::put(tx, act.tenant, process, act.at, version, draft).await?;
    let body = json!({
        "version": version,
        "effective": draft.effective.map(EffectiveRung::step),
        "none-found": draft.none_found,
        "means": draft.means.iter().map(|it| it.kind.code()).collect::<Vec<_>>(),
        "reach": draft.reach.characteristics.iter().map(|it| it.characteristic.code()).collect::<Vec<_>>(),
        "stayed": draft.reach.everybody.is_some(),
        "counts": draft.reach.counts.indicators(),
        "digests": digests(tx, act, draft, &places).await?,
    });
    note(tx, act, process, "evaluation-saved", body).await?;
    Ok(version)
}

/// One thing that changes of what was counted of who took part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReachChange {
    /// A characteristic, in the place of what was counted of it before.
    Counted(ReachCounted),
    /// Nothing stands of it any more.
    Dropped(Characteristic),
    /// How many of everybody stayed; `None` when nobody counted it after all.
    Everybody(Option<StayedCounted>),
    /// What else was counted, all of it in the place of what was there.
    Counts(Box<Counts>),
}

/// Changes what was counted of who took part, and leaves everything else of the evaluation as it is: in the version that is being
/// written, or as the beginning of a correction. `seen` as in [`save_evaluation`].
///
/// # Errors
/// As [`save_evaluation`]; also when what is dropped is not there.
pub async fn save_reach(
    tx: &mut Tx,
    act: &Act<'_>,
    process: ProcessId,
    change: &ReachChange,
    seen: Option<Instant>,
) -> Result<i64, EvaluationError> {
    let of = public(tx, act, process).await?;
    let mut draft = match table::evaluation(tx, act.tenant, process).await? {
        Some(evaluation) => evaluation.draft,
        None => assembling::first_draft(tx, act.tenant, &of).await?,
    };
    let reach = &mut draft.reach;
    match change {
        ReachChange::Counted(it) => {
            reach.characteristics.retain(|old| old.characteristic != it.characteristic);
            reach.characteristics.push(it.clone());
        }
        ReachChange::Dropped(which) => {
            let before = reach.characteristics.len();
            reach.characteristics.retain(|old| old.characteristic != *which);
            if reach.characteristics.len() == before {
                return Err(EvaluationError::Missing);
            }
        }
        ReachChange::Everybody(it) => reach.everybody.clone_from(it),
        ReachChange::Counts(it) => reach.counts.clone_from(it),
    }
    save_evaluation(tx, act, process, &draft, seen).await
}

/// What is known beside the texts of an evaluation.
///
/// # Errors
/// When the database cannot be read.
pub async fn beside(s: &mut Session, tenant: kernel::TenantId, process: ProcessId, findings: &Findings) -> Result<Beside, store::Error> {
    let noted = table::lessons_noted(s, tenant, process).await?;
    Ok(Beside {
        negative_coded: findings.balance.iter().any(|row| row.sources(study::Direction::Negative) > 0),
        decided: findings.decided.decided() > 0,
        lesson: noted > 0 || !memory::lessons(s, tenant, process).await?.is_empty(),
    })
}

/// Finishes what is written: the figures stand still, everybody can read it, and it is never changed afterwards, but that an interview
/// which is withdrawn leaves it ([`crate::FrozenFindings`]). The dossiers of the process come to their end with it, in a job. Gives back
/// its version.
///
/// # Errors
/// When something is missing (the section on negative effects above all, and a lesson), when a correction has no reason, or when
/// nothing is being written.
pub async fn finish_evaluation(
    tx: &mut Tx,
    act: &Act<'_>,
    tenant: &Tenant,
    process: ProcessId,
    reason: Option<&LanguageSet>,
) -> Result<i64, EvaluationError> {
    let of = public(tx, act, process).await?;
    let row = table::last(tx, act.tenant, process).await?.filter(|row| row.finished.is_none()).ok_or(EvaluationError::NoDraft)?;
    let version = row.version;
    let written = table::whole(tx, act.tenant, process, row).await?;
    let today = act.civil.today(act.at);
    let findings = assembling::findings(tx, &Assembling { tenant, process: &of, draft: &written.draft, today }).await?;
    let beside = beside(tx, act.tenant, process, &findings).await?;
    let gaps = evaluation_gaps(&written.draft, beside);
    if !gaps.is_empty() {
        return Err(EvaluationError::Incomplete(gaps));
    }
    if version > 1 && reason.is_none() {
        return Err(EvaluationError::NoReason);
    }
    let place = match reason.filter(|_| version > 1) {
        Some(words) => {
            let place = TextId::new(act.at, tx.random());
            tx.save_text(act.tenant, place, words).await?;
            Some(place)
        }
        None => None,
    };
    if !table::finish(tx, act.tenant, process, version, act.at, place, &findings).await? {
        return Err(EvaluationError::NoDraft);
    }
    let places = table::places(tx, act.tenant, process, version).await?;
    let reason = match (place, reason) {
        (Some(place), Some(set)) => Some(tx.digest(act.tenant, place.uuid(), &words(set)).await?),
        _ => None,
    };
    let body = json!({
        "version": version,
        "announced": findings.influence.announced,
        "effective": findings.influence.effective,
        "negative": beside.negative_coded || written.draft.texts.contains_key(&EvaluationPart::NegativeFound),
        "reason": reason,
        "digests": digests(tx, act, &written.draft, &places).await?,
    });
    note(tx, act, process, "evaluation-finished", body).await?;
    tx.enqueue(ending::look(act.tenant, process, version, act.at)).await?;
    Ok(version)
}

/// Says in public why a process is not evaluated (A240).
///
/// # Errors
/// When residents do not know the process, or it is evaluated already.
pub async fn waive_evaluation(tx: &mut Tx, act: &Act<'_>, process: ProcessId, motive: &LanguageSet) -> Result<(), EvaluationError> {
    public(tx, act, process).await?;
    if table::last_finished(tx, act.tenant, process).await?.is_some() {
        return Err(EvaluationError::Evaluated);
    }
    let place = table::put_waiver(tx, act.tenant, process, motive, act.at).await?;
    let motive = tx.digest(act.tenant, place.uuid(), &words(motive)).await?;
    Ok(note(tx, act, process, "evaluation-waived", json!({ "motive": motive })).await?)
}

/// Keeps a lesson of a process, and notes that its evaluation has one.
///
/// # Errors
/// When residents do not know the process, or the database cannot be written.
pub async fn keep_lesson(tx: &mut Tx, act: &Act<'_>, process: ProcessId, lesson: &Lesson) -> Result<(), EvaluationError> {
    public(tx, act, process).await?;
    memory::keep(tx, act, lesson).await?;
    table::note_lesson(tx, act.tenant, process, lesson.id, act.at).await?;
    Ok(note(tx, act, process, "evaluation-lesson", json!({ "lesson": lesson.id })).await?)
}

/// Takes in findings that another municipality published (A250). Gives back under which id they are kept.
///
/// # Errors
/// When the file is not such findings, or the database cannot be written.
pub async fn take_elsewhere(tx: &mut Tx, act: &Act<'_>, bytes: &[u8]) -> Result<Uuid, EvaluationError> {
    let findings = Findings::read(bytes)?;
    let id = TextId::new(act.at, tx.random()).uuid();
    table::put_elsewhere(tx, act.tenant, id, act.at, &findings).await?;
    of_elsewhere(tx, act, "elsewhere-taken", json!({ "findings": id, "day": findings.day })).await?;
    Ok(id)
}

/// Takes findings of elsewhere away again.
///
/// # Errors
/// When there are none, or the database cannot be written.
pub async fn drop_elsewhere(tx: &mut Tx, act: &Act<'_>, id: Uuid) -> Result<(), EvaluationError> {
    if !table::drop_elsewhere(tx, act.tenant, id).await? {
        return Err(EvaluationError::Missing);
    }
    Ok(of_elsewhere(tx, act, "elsewhere-dropped", json!({ "findings": id })).await?)
}

async fn of_elsewhere(tx: &mut Tx, act: &Act<'_>, kind: &'static str, body: Value) -> Result<(), store::Error> {
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
    tx.journal(entry).await.map(drop)
}
