//! The public journey of one contribution.

use super::recording::advance;
use super::rows::{self, code, code_or_none};
use crate::model::codes::{DeliveryStatus, Outcome, State, Track};
use crate::model::dossier::{Agenda, Decided, DividedPart, Dossier, Travelling};
use crate::model::public::{PublicStep, after_withdrawal, public_form};
use crate::model::stranding::{self, Stranded};
use crate::model::terms::Civil;
use kernel::{AnswerId, AreaId, ContributionId, Date, DepartmentId, DossierId, Instant, ProcessId, PublicNumber, TenantId};
use store::{Error, Row, Session, Value, journal, sql, values};

/// What everybody may see of the way of one contribution. Holds no account, no author and no way to an author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Journey {
    /// Which contribution.
    pub contribution: ContributionId,
    /// Its public number.
    pub number: PublicNumber,
    /// The dossier in which it travels.
    pub dossier: DossierId,
    /// The process.
    pub process: ProcessId,
    /// The area.
    pub area: Option<AreaId>,
    /// Where it stands.
    pub state: State,
    /// The department that has it; `None`: the participation team.
    pub department: Option<DepartmentId>,
    /// The department that was asked and has not accepted yet.
    pub asked: Option<DepartmentId>,
    /// Since when.
    pub since: Instant,
    /// The last day of the term.
    pub until: Option<Date>,
    /// What may come next, nearest first.
    pub next: Vec<State>,
    /// The steps so far; empty in the small form.
    pub steps: Vec<PublicStep>,
    /// Why it lies still, if it does.
    pub stranded: Vec<Stranded>,
    /// What was decided.
    pub outcome: Option<Outcome>,
    /// When its author was answered.
    pub answered: Option<Instant>,
    /// The answer.
    pub answer: Option<AnswerId>,
    /// The place on an agenda.
    pub agenda: Option<Agenda>,
    /// The decision.
    pub decided: Option<Decided>,
    /// When it came in.
    pub received: Instant,
    /// How many contributions travel together, itself included.
    pub together: i64,
    /// Whether its words are public. Whoever shows a journey must look at this first.
    pub public: bool,
    /// The parts in which it travels, when it was divided.
    pub parts: Vec<DividedPart>,
    /// The contribution of which it is a part.
    pub part_of: Option<ContributionId>,
    /// The day until which answers are gathered with it for one result; `None` when it is treated by itself.
    pub gathers: Option<Date>,
    /// The day until which it is kept for later policy, when somebody named one.
    pub kept_until: Option<Date>,
}

impl Journey {
    fn of(dossier: &Dossier, travelling: &Travelling, together: i64, civil: &Civil, now: Instant) -> Self {
        let along = travelling.track == Track::Along;
        let withdrawn = travelling.track == Track::Withdrawn;
        let mut journey = Self {
            contribution: travelling.contribution,
            number: travelling.number.clone(),
            dossier: dossier.id,
            process: dossier.process,
            area: dossier.area,
            state: travelling.state,
            department: dossier.department,
            asked: dossier.asked,
            since: if along { dossier.since } else { travelling.answered.unwrap_or(dossier.since) },
            until: dossier.until,
            next: travelling.state.next().to_vec(),
            steps: Vec::new(),
            stranded: Vec::new(),
            outcome: dossier.outcome,
            answered: travelling.answered,
            answer: travelling.answer,
            agenda: dossier.agenda.clone(),
            decided: dossier.decided.clone(),
            received: travelling.received,
            together,
            public: travelling.public,
            parts: dossier.parts.clone(),
            part_of: travelling.part_of,
            gathers: dossier.gathers,
            kept_until: dossier.kept_until,
        };
        match travelling.track {
            Track::Along => {}
            Track::FedBack if dossier.state.awaits_answer() || dossier.state == State::FedBack => {}
            Track::FedBack => journey.until = None,
            Track::Reaction => journey.until = travelling.react_until,
            Track::Withdrawn => {
                journey.until = None;
                journey.outcome = None;
                journey.answer = None;
                journey.department = None;
                journey.asked = None;
                journey.agenda = None;
                journey.decided = None;
                journey.parts.clear();
                journey.gathers = None;
                journey.kept_until = None;
                journey.next.clear();
            }
        }
        if !withdrawn {
            let bounced = dossier.bounced.map(|at| civil.today(at));
            let accepted = dossier.department.is_some();
            journey.stranded = {
                let matters = dossier.open_matters();
                stranding::at(journey.state, journey.until, accepted, dossier.bounces, bounced, &matters, civil.today(now))
            };
        }
        journey
    }
}

/// The journey with its steps, by public number.
///
/// # Errors
/// What the store says.
pub async fn journey(
    s: &mut Session,
    tenant: TenantId,
    number: &PublicNumber,
    civil: &Civil,
    now: Instant,
) -> Result<Option<Journey>, Error> {
    let row = s
        .optional(sql!("SELECT contribution FROM travelling WHERE tenant = $1 AND number = $2 AND gone = FALSE"), &values![tenant, number])
        .await?;
    match row {
        Some(row) => journey_of(s, tenant, row.get("contribution")?, civil, now).await,
        None => Ok(None),
    }
}

/// The journey with its steps, by contribution.
///
/// # Errors
/// What the store says.
pub async fn journey_of(
    s: &mut Session,
    tenant: TenantId,
    contribution: ContributionId,
    civil: &Civil,
    now: Instant,
) -> Result<Option<Journey>, Error> {
    let Some(mut journey) = journeys(s, tenant, &[contribution], civil, now).await?.pop() else {
        return Ok(None);
    };
    journey.steps = steps(s, tenant, contribution).await?;
    Ok(Some(journey))
}

/// How many journeys are asked for in one statement.
const AT_ONCE: usize = 50;

/// The journeys of many contributions in the order in which they were asked for, without their steps: for lists.
/// A contribution that does not exist is left out.
///
/// # Errors
/// What the store says.
pub async fn journeys(
    s: &mut Session,
    tenant: TenantId,
    contributions: &[ContributionId],
    civil: &Civil,
    now: Instant,
) -> Result<Vec<Journey>, Error> {
    let mut found = Vec::with_capacity(contributions.len());
    for chunk in contributions.chunks(AT_ONCE) {
        let rows = if let [one] = chunk {
            s.all(
                sql!(
                    "SELECT d.*, t.contribution, t.number, t.channel, t.answer_by, t.captured, t.received, t.checked, t.public AS t_public, t.track,
                     t.answered, t.answer, t.delivery, t.delivery_id, t.react_until, t.review_asked, t.part_of
                     FROM travelling t JOIN dossier d ON d.tenant = t.tenant AND d.id = t.dossier
                     WHERE t.tenant = $1 AND t.gone = FALSE AND t.contribution = $2"
                ),
                &values![tenant, one],
            )
            .await?
        } else {
            s.all(
                sql!(
                    "SELECT d.*, t.contribution, t.number, t.channel, t.answer_by, t.captured, t.received, t.checked, t.public AS t_public, t.track,
                     t.answered, t.answer, t.delivery, t.delivery_id, t.react_until, t.review_asked, t.part_of
                     FROM travelling t JOIN dossier d ON d.tenant = t.tenant AND d.id = t.dossier
                     WHERE t.tenant = $1 AND t.gone = FALSE AND t.contribution IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15,
                     $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40,
                     $41, $42, $43, $44, $45, $46, $47, $48, $49, $50, $51)"
                ),
                &padded(tenant, chunk),
            )
            .await?
        };
        let mut chunk_found = rows.iter().map(|row| small(row, tenant, civil, now)).collect::<Result<Vec<_>, _>>()?;
        chunk_found.sort_by_key(|journey| chunk.iter().position(|id| *id == journey.contribution));
        found.append(&mut chunk_found);
    }
    Ok(found)
}

/// The tenant and fifty ids, the last one repeated.
fn padded(tenant: TenantId, chunk: &[ContributionId]) -> Vec<Value> {
    let mut all: Vec<Value> = values![tenant].into();
    let last = chunk.last().copied();
    all.extend(chunk.iter().copied().chain(std::iter::repeat_with(|| last).flatten()).take(AT_ONCE).map(|id| Value::Uuid(Some(id.uuid()))));
    all
}

fn small(row: &Row, tenant: TenantId, civil: &Civil, now: Instant) -> Result<Journey, Error> {
    let dossier = rows::dossier(row, tenant, Vec::new())?;
    let track = code(row, "track", Track::from_code)?;
    let travelling = Travelling {
        contribution: row.get("contribution")?,
        number: row.get("number")?,
        channel: code(row, "channel", crate::Channel::from_code)?,
        answer_by: code(row, "answer_by", crate::AnswerBy::from_code)?,
        captured: row.get("captured")?,
        received: row.get("received")?,
        checked: row.get("checked")?,
        public: row.get("t_public")?,
        answered: row.get("answered")?,
        answer: row.get("answer")?,
        delivery: code_or_none(row, "delivery", DeliveryStatus::from_code)?.unwrap_or(DeliveryStatus::Pending),
        delivery_id: row.get("delivery_id")?,
        react_until: row.get("react_until")?,
        review_asked: row.get("review_asked")?,
        track,
        state: track.state(dossier.state),
        part_of: row.get("part_of")?,
    };
    Ok(Journey::of(&dossier, &travelling, row.get("size")?, civil, now))
}

/// The others with which a contribution travels in a dossier, as far as their words are public, in the order in which they
/// came; `limit` at most.
///
/// # Errors
/// What the store says.
pub async fn companions(
    s: &mut Session,
    tenant: TenantId,
    dossier: DossierId,
    contribution: ContributionId,
    limit: i64,
) -> Result<Vec<ContributionId>, Error> {
    let rows = s
        .all(
            sql!(
                "SELECT contribution FROM travelling WHERE tenant = $1 AND dossier = $2 AND gone = FALSE AND public = TRUE AND contribution <> $3
                 ORDER BY place LIMIT $4"
            ),
            &values![tenant, dossier, contribution, limit],
        )
        .await?;
    rows.iter().map(|row| row.get("contribution")).collect()
}

/// The public steps of one contribution through every dossier in which it travelled, oldest first.
///
/// # Errors
/// What the store says.
pub async fn steps(s: &mut Session, tenant: TenantId, contribution: ContributionId) -> Result<Vec<PublicStep>, Error> {
    let dossiers = s
        .all(
            sql!("SELECT dossier FROM travelling WHERE tenant = $1 AND contribution = $2 ORDER BY gone DESC"),
            &values![tenant, contribution],
        )
        .await?;
    let mut found = Vec::new();
    let mut last_track = Track::Along;
    for row in dossiers {
        let id: DossierId = row.get("dossier")?;
        let mut dossier: Option<Dossier> = None;
        for recorded in journal::stream(s, tenant, id.uuid()).await? {
            let event = advance(&mut dossier, tenant, id, &recorded)?;
            let Some(dossier) = &dossier else { continue };
            let Some(travelling) = dossier.travelling(contribution) else { continue };
            last_track = travelling.track;
            if let Some(step) = public_form(&event, dossier, contribution, recorded.at) {
                found.push(step);
            }
        }
    }
    // Stable: what happened in the same microsecond keeps the order of its stream, the dossier that was left first.
    found.sort_by_key(|step| step.at);
    Ok(after_withdrawal(found, last_track))
}
