//! Setting steps: state, rows and journal entry together, in the transaction of the room that acts.

use super::rows::{self, broken};
use crate::evidence;
use crate::model::act::{Act, NewDossier};
use crate::model::codes::{State, StepKind, Track};
use crate::model::dossier::Dossier;
use crate::model::event::{Event, VERSION};
use crate::model::guards::{self, NotAllowed};
use crate::model::step::Step;
use kernel::{ContributionId, DossierId, TenantId};
use store::journal::{self, Recorded};
use store::{Error, Session, Tx, sql, values};

/// Why a step was not set. Nothing changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The table of F4 has no such step in this state.
    #[error("the step «{step}» cannot be set in state {state}")]
    NotNow {
        /// Where the dossier stands.
        state: State,
        /// What was tried.
        step: StepKind,
    },
    /// A guard is not met; the key of its words is `journey-guard-` and this code.
    #[error("the guard «{0}» is not met")]
    Guard(&'static str),
    /// There is no such dossier here.
    #[error("there is no such dossier")]
    Missing,
    /// The store could not do it.
    #[error(transparent)]
    Store(#[from] Error),
}

impl From<NotAllowed> for Refusal {
    fn from(why: NotAllowed) -> Self {
        match why {
            NotAllowed::NotNow { state, step } => Self::NotNow { state, step },
            NotAllowed::Guard(code) => Self::Guard(code),
        }
    }
}

/// Opens a dossier for a contribution that came in (S1).
///
/// # Errors
/// [`Refusal::Store`], with a conflict when the dossier exists already.
pub async fn open(tx: &mut Tx, act: &Act<'_>, new: NewDossier) -> Result<Dossier, Refusal> {
    let today = act.civil.today(act.at);
    let id = new.id;
    let receipt =
        evidence::Receipt::by_journey(new.process, new.area, new.contribution, new.number, new.channel, new.answer_by, new.captured);
    let event = Event { step: Step::Received(receipt), until: Some(act.civil.last_day(today, act.civil.terms.receive)), react_until: None };
    let dossier = Dossier::begin(act.tenant, id, &event, act.at).ok_or_else(|| broken("a dossier begins with a receipt"))?;
    rows::insert(tx, &dossier).await?;
    note(tx, act, &dossier, &event).await?;
    Ok(dossier)
}

/// Sets a step of a dossier, when the table of F4 and its guards allow it.
///
/// # Errors
/// [`Refusal`]; nothing has changed then.
pub async fn record(tx: &mut Tx, act: &Act<'_>, dossier: DossierId, step: Step) -> Result<Dossier, Refusal> {
    let before = rows::load(tx, act.tenant, dossier).await?.ok_or(Refusal::Missing)?;
    set(tx, act, before, step).await
}

/// Sets many steps of a dossier one after another, each as if it were set alone, and reads and writes the dossier once: for what
/// is told to hundreds of authors at the same moment.
///
/// # Errors
/// [`Refusal`] of the first that is not allowed; the caller's transaction must then be given up.
pub async fn record_all(tx: &mut Tx, act: &Act<'_>, dossier: DossierId, steps: Vec<Step>) -> Result<Dossier, Refusal> {
    let before = rows::load(tx, act.tenant, dossier).await?.ok_or(Refusal::Missing)?;
    let mut after = before.clone();
    for step in steps {
        let event = after.decide(step, act.at, act.civil)?;
        after.apply(&event, act.at);
        note(tx, act, &after, &event).await?;
    }
    if after.events > before.events {
        rows::update(tx, &before, &after).await?;
        tell_wholes(tx, act, parts_turned(&before, &after)).await?;
    }
    Ok(after)
}

/// Lets a contribution travel along with another dossier (S3). It keeps its number, its words and its author's own
/// answer; the dossier it leaves empty says where it went.
///
/// # Errors
/// [`Refusal`]; nothing has changed then.
pub async fn bundle(
    tx: &mut Tx,
    act: &Act<'_>,
    from: DossierId,
    into: DossierId,
    contribution: ContributionId,
) -> Result<Dossier, Refusal> {
    let source = rows::load(tx, act.tenant, from).await?.ok_or(Refusal::Missing)?;
    let target = rows::load(tx, act.tenant, into).await?.ok_or(Refusal::Missing)?;
    let travelling = source.travelling(contribution).ok_or(Refusal::Guard(guards::ELSEWHERE))?.clone();
    if travelling.track != Track::Along || source.process != target.process {
        return Err(Refusal::Guard(guards::BUNDLE));
    }
    let joining = Step::Joined(evidence::Joining::by_journey(
        contribution,
        travelling.number,
        travelling.channel,
        travelling.answer_by,
        travelling.captured,
        travelling.received,
        travelling.checked,
        travelling.public,
        from,
        travelling.part_of,
    ));
    let leaving = Step::Left(evidence::Leaving::by_journey(contribution, into));
    // Both are asked before either is written.
    target.decide(joining.clone(), act.at, act.civil)?;
    set(tx, act, source, leaving).await?;
    set(tx, act, target, joining).await
}

/// Lets a contribution travel in parts from now on, each in a dossier of its own that begins screened. The whole keeps its number,
/// its words and its author's own answer, which is due when every part has one.
///
/// # Errors
/// [`Refusal`]; nothing has changed then.
pub async fn divide(tx: &mut Tx, act: &Act<'_>, dossier: DossierId, parts: Vec<evidence::NewPart>) -> Result<Dossier, Refusal> {
    let whole = rows::load(tx, act.tenant, dossier).await?.ok_or(Refusal::Missing)?;
    let travelling = whole.live().next().ok_or(Refusal::Guard(guards::DIVIDE))?.clone();
    let step = Step::Divided(evidence::Division::by_journey(travelling.contribution, parts.clone()));
    // Asked before anything is written.
    whole.decide(step.clone(), act.at, act.civil)?;
    let until = Some(act.civil.last_day(act.civil.today(act.at), act.civil.terms.bundle));
    for part in parts {
        let receipt = evidence::PartReceipt::by_journey(
            whole.process,
            whole.area,
            part.contribution,
            part.number,
            travelling.channel,
            travelling.captured,
            travelling.received,
            travelling.public,
            travelling.contribution,
        );
        let event = Event { step: Step::PartBegun(receipt), until, react_until: None };
        let begun =
            Dossier::begin(act.tenant, part.dossier, &event, act.at).ok_or_else(|| broken("the dossier of a part begins with it"))?;
        rows::insert(tx, &begun).await?;
        note(tx, act, &begun, &event).await?;
    }
    set(tx, act, whole, step).await
}

/// Makes the parts of a contribution one again. Their dossiers say where they went; the whole waits for a department.
///
/// # Errors
/// [`Refusal`] when a part was answered or cannot leave its dossier any more; the caller's transaction must then be given up.
pub async fn reunite(tx: &mut Tx, act: &Act<'_>, dossier: DossierId) -> Result<Dossier, Refusal> {
    let whole = rows::load(tx, act.tenant, dossier).await?.ok_or(Refusal::Missing)?;
    let contribution = whole.live().next().ok_or(Refusal::Guard(guards::PARTS))?.contribution;
    let step = Step::Reunited(evidence::Reunion::by_journey(contribution));
    whole.decide(step.clone(), act.at, act.civil)?;
    let mut leaving = Vec::new();
    for part in &whole.parts {
        let travels = of_contribution(tx, act.tenant, part.contribution).await?.ok_or(Refusal::Missing)?;
        let left = Step::Left(evidence::Leaving::by_journey(part.contribution, dossier));
        travels.decide(left.clone(), act.at, act.civil)?;
        leaving.push((travels.id, left));
    }
    for (id, left) in leaving {
        // Read anew: two parts may travel in one dossier.
        let travels = rows::load(tx, act.tenant, id).await?.ok_or(Refusal::Missing)?;
        set(tx, act, travels, left).await?;
    }
    set(tx, act, whole, step).await
}

/// Sets a step, and tells the whole when a part of it was answered, or is looked at once more.
async fn set(tx: &mut Tx, act: &Act<'_>, before: Dossier, step: Step) -> Result<Dossier, Refusal> {
    let told = before.contributions.iter().any(|it| it.part_of.is_some()).then(|| before.clone());
    let after = set_one(tx, act, before, step).await?;
    tell_wholes(tx, act, told.map(|before| parts_turned(&before, &after)).unwrap_or_default()).await?;
    Ok(after)
}

async fn tell_wholes(tx: &mut Tx, act: &Act<'_>, turned: Vec<(ContributionId, Step)>) -> Result<(), Refusal> {
    for (whole, step) in turned {
        let Some(whole) = of_contribution(tx, act.tenant, whole).await? else { continue };
        // An author who withdrew waits for nothing.
        if whole.state != State::Withdrawn {
            set_one(tx, act, whole, step).await?;
        }
    }
    Ok(())
}

/// What the wholes of which parts travel here must hear, each with the step.
fn parts_turned(before: &Dossier, after: &Dossier) -> Vec<(ContributionId, Step)> {
    let mut found = Vec::new();
    for now in &after.contributions {
        let (Some(whole), Some(was)) = (now.part_of, before.travelling(now.contribution)) else { continue };
        let outcome = after.outcome.filter(|_| now.answer.is_some() && now.answer != was.answer);
        if let Some(outcome) = outcome {
            found.push((whole, Step::PartAnswered(evidence::PartAnswer::by_journey(now.contribution, outcome))));
        } else if was.answer.is_some() && now.answer.is_none() {
            found.push((whole, Step::PartReopened(evidence::PartReview::by_journey(now.contribution))));
        }
    }
    found
}

async fn set_one(tx: &mut Tx, act: &Act<'_>, before: Dossier, step: Step) -> Result<Dossier, Refusal> {
    let event = before.decide(step, act.at, act.civil)?;
    let mut after = before.clone();
    after.apply(&event, act.at);
    rows::update(tx, &before, &after).await?;
    note(tx, act, &after, &event).await?;
    Ok(after)
}

async fn note(tx: &mut Tx, act: &Act<'_>, after: &Dossier, event: &Event) -> Result<(), Refusal> {
    let entry = journal::Entry {
        tenant: act.tenant,
        stream: after.id.uuid(),
        stream_kind: crate::STREAM,
        kind: event.step.kind().code(),
        version: VERSION,
        actor: act.actor,
        at: act.at,
        body: event.body().map_err(broken)?,
    };
    let recorded = if after.events == 1 { tx.journal_first(entry).await? } else { tx.journal(entry).await? };
    if recorded.number != after.events {
        return Err(broken(format!("the journal counts {} events and the dossier {}", recorded.number, after.events)).into());
    }
    Ok(())
}

/// A dossier by its id.
///
/// # Errors
/// What the store says.
pub async fn dossier(s: &mut Session, tenant: TenantId, id: DossierId) -> Result<Option<Dossier>, Error> {
    rows::load(s, tenant, id).await
}

/// The dossier in which a contribution travels now.
///
/// # Errors
/// What the store says.
pub async fn of_contribution(s: &mut Session, tenant: TenantId, contribution: ContributionId) -> Result<Option<Dossier>, Error> {
    let row = s
        .optional(
            sql!("SELECT dossier FROM travelling WHERE tenant = $1 AND contribution = $2 AND gone = FALSE"),
            &values![tenant, contribution],
        )
        .await?;
    match row {
        Some(row) => rows::load(s, tenant, row.get("dossier")?).await,
        None => Ok(None),
    }
}

/// Every dossier in which a contribution travels or travelled: one, unless it was bundled with others or went on apart.
///
/// # Errors
/// What the store says.
pub async fn dossiers_of(s: &mut Session, tenant: TenantId, contribution: ContributionId) -> Result<Vec<DossierId>, Error> {
    let sql = sql!("SELECT dossier FROM travelling WHERE tenant = $1 AND contribution = $2 ORDER BY dossier");
    s.all(sql, &values![tenant, contribution]).await?.iter().map(|row| row.get("dossier")).collect()
}

/// The dossier from the journal alone: what the row must be equal to.
///
/// # Errors
/// [`Error::Missing`] when the journal knows no such dossier, [`Error::Broken`] when an entry cannot be read.
pub async fn replay(s: &mut Session, tenant: TenantId, id: DossierId) -> Result<Dossier, Error> {
    let mut dossier = None;
    for recorded in journal::stream(s, tenant, id.uuid()).await? {
        advance(&mut dossier, tenant, id, &recorded)?;
    }
    dossier.ok_or(Error::Missing)
}

/// Takes the next entry of a stream into the dossier, and gives back what it told.
pub(super) fn advance(dossier: &mut Option<Dossier>, tenant: TenantId, id: DossierId, recorded: &Recorded) -> Result<Event, Error> {
    let event = Event::read(&recorded.kind, recorded.version, &recorded.body).map_err(broken)?;
    match dossier {
        Some(dossier) => dossier.apply(&event, recorded.at),
        None => *dossier = Dossier::begin(tenant, id, &event, recorded.at),
    }
    Ok(event)
}
