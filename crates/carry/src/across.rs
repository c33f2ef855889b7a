//! What departments do together, as plain calls inside a transaction (like [`crate::act`]): convene a table (F1 S7), ask
//! for means that only the holder of that budget can commit (S8, 004 «weinig beloofd kan worden over de inzet van middelen
//! van afdeling Y»), bring a question to a higher level with the values that conflict and the options (S10).

use crate::act::{Refusal, Rule, ask_to_take, charter, here, keep, keep_some, tell};
use crate::model::{Act, Level, Nature, ObjectionEnding, PRIORITISE, ReviewEnding, has_partners};
use crate::tables;
use crate::tables::MeansRequest;
use journey::{Act as Doing, Dossier, OpenObjection, State, Step, evidence};
use kernel::{BudgetId, Date, DepartmentId, DossierId, Instant, OrganisationId, PublicNumber, TextId};
use serde_json::json;
use store::texts::LanguageSet;
use store::{Session, Tx};

/// A table of departments (F1 S7). Texts are public.
#[derive(Debug, Clone)]
pub struct Convening {
    /// On which day.
    pub day: Date,
    /// What there is to settle.
    pub subject: LanguageSet,
    /// Who is invited: at least two departments.
    pub parties: Vec<DepartmentId>,
    /// The partners that are invited: at least one where partners own it too (F5).
    pub partners: Vec<OrganisationId>,
}

/// What came of a table. Texts are public.
#[derive(Debug, Clone)]
pub struct Concluding {
    /// Who of the invited was there; who was not is shown too.
    pub present: Vec<DepartmentId>,
    /// What was agreed.
    pub agreement: LanguageSet,
    /// The department that goes on with it.
    pub department: DepartmentId,
}

/// A request for the means of a department (F1 S8). Texts are public.
#[derive(Debug, Clone)]
pub struct AskingMeans {
    /// Whose means.
    pub department: DepartmentId,
    /// How much, in whole euros; `None` when people or time are asked for.
    pub euros: Option<i64>,
    /// Of which budget, of which that department has a share; `None` when of none in particular.
    pub budget: Option<BudgetId>,
    /// What for.
    pub purpose: LanguageSet,
    /// When that department decides about its budget next, if it cannot before.
    pub next_date: Option<Date>,
}

/// What the holder of a budget answers. Texts are public.
#[derive(Debug, Clone)]
pub enum MeansAnswer {
    /// The means are there for it.
    Commit {
        /// What was added.
        motive: Option<LanguageSet>,
    },
    /// They are not given.
    Refuse {
        /// Why not.
        motive: LanguageSet,
    },
    /// There are none now: it stands in the queue until that day, on which is decided about the budget next.
    Queue {
        /// Until when.
        until: Date,
        /// What was added.
        motive: Option<LanguageSet>,
    },
}

/// A question for a higher level (F1 S10). Texts are public.
#[derive(Debug, Clone)]
pub struct Escalating {
    /// To which level.
    pub level: Level,
    /// What it has to settle.
    pub question: LanguageSet,
    /// What pulls in different directions.
    pub conflict: LanguageSet,
    /// Between what it can choose.
    pub options: LanguageSet,
}

pub(crate) async fn known(tx: &mut Tx, doing: &Doing<'_>, departments: &[DepartmentId]) -> Result<(), Refusal> {
    for department in departments {
        people::tables::department(tx, doing.tenant, *department).await?.ok_or(Refusal::Missing)?;
    }
    Ok(())
}

/// Calls departments to a table.
///
/// # Errors
/// When the dossier does not stand where departments can be called together, fewer than two are invited, or the day has
/// passed.
pub async fn convene(tx: &mut Tx, doing: &Doing<'_>, dossier: DossierId, convening: &Convening) -> Result<Dossier, Refusal> {
    let before = here(tx, doing, dossier, Act::Convene).await?;
    known(tx, doing, &convening.parties).await?;
    let charter = charter(tx, doing.tenant, before.process).await?;
    let owners = charter.as_ref().map(|charter| charter.partners.as_slice()).unwrap_or_default();
    if charter.as_ref().is_some_and(|charter| has_partners(charter.variant)) && convening.partners.is_empty() {
        return Err(Refusal::Rule(Rule::PartnerMissing));
    }
    if convening.partners.iter().any(|partner| !owners.contains(partner)) {
        return Err(Refusal::Missing);
    }
    if convening.parties.len() < 2 {
        return Err(Refusal::Rule(Rule::TableOfOne));
    }
    if convening.day < doing.civil.today(doing.at) {
        return Err(Refusal::Rule(Rule::TablePast));
    }
    let subject = keep(tx, doing, dossier, &convening.subject).await?;
    let after = journey::record(tx, doing, dossier, Step::Tabled(evidence::Table::by_carry(convening.day))).await?;
    let row = (convening.day, subject, convening.parties.as_slice(), convening.partners.as_slice());
    tables::add_meeting(tx, doing.tenant, dossier, row, (doing.at, doing.actor.account())).await?;
    for department in &convening.parties {
        tell(tx, doing, json!({ "dossier": dossier, "department": department, "table": true, "by": doing.actor.account() })).await?;
    }
    Ok(after)
}

/// Writes down who was at the table and what was agreed; the dossier goes back into assessment.
///
/// # Errors
/// When no table is open, or the department that goes on was not invited.
pub async fn conclude(tx: &mut Tx, doing: &Doing<'_>, dossier: DossierId, concluding: &Concluding) -> Result<Dossier, Refusal> {
    let before = here(tx, doing, dossier, Act::Conclude).await?;
    let open = tables::meetings(tx, doing.tenant, dossier).await?.into_iter().find(|meeting| meeting.agreement.is_none());
    let open = open.ok_or(Refusal::NotNow(before.state))?;
    let invited = |department: &DepartmentId| open.parties.iter().any(|(party, _)| party == department);
    if !invited(&concluding.department) || !concluding.present.iter().all(invited) {
        return Err(Refusal::Rule(Rule::NotAtTheTable));
    }
    let agreement = keep(tx, doing, dossier, &concluding.agreement).await?;
    let row = (open.number, agreement, concluding.present.as_slice());
    tables::conclude_meeting(tx, doing.tenant, dossier, row, (doing.at, doing.actor.account())).await?;
    go_on(tx, doing, &before, concluding.department).await
}

/// The department that has the dossier assesses it further. Another one is asked to take it, and still accepts by itself
/// (F4: S4 needs an owner).
async fn go_on(tx: &mut Tx, doing: &Doing<'_>, before: &Dossier, department: DepartmentId) -> Result<Dossier, Refusal> {
    if before.department == Some(department) {
        return Ok(journey::record(tx, doing, before.id, Step::Assessed(evidence::Assessment::by_carry(department))).await?);
    }
    ask_to_take(tx, doing, before.id, department).await
}

/// Asks a department for means. From then on the dossier waits for the holder of that budget. While it waits already, another
/// department, or another budget of the same one, is asked beside it. Where the share has less left than is asked, the request
/// stands in the queue until the budget is decided about next.
///
/// # Errors
/// When the dossier is not being assessed, the department does not exist or has no share of that budget, or it was asked for
/// this already and did not answer yet.
pub async fn ask_means(tx: &mut Tx, doing: &Doing<'_>, dossier: DossierId, asking: &AskingMeans) -> Result<Dossier, Refusal> {
    let before = here(tx, doing, dossier, Act::AskMeans).await?;
    known(tx, doing, &[asking.department]).await?;
    let today = doing.civil.today(doing.at);
    if asking.next_date.is_some_and(|date| date < today) {
        return Err(Refusal::Rule(Rule::BudgetDatePast));
    }
    let waits = tables::means_requests(tx, doing.tenant, dossier).await?;
    let waits = waits.iter().any(|it| {
        before.state == State::Means && it.is_open(before.since) && it.department == asking.department && it.budget == asking.budget
    });
    if waits {
        return Err(Refusal::Rule(Rule::MeansAskedAlready));
    }
    let queued_until = queue_of(tx, doing, asking).await?;
    let purpose = keep(tx, doing, dossier, &asking.purpose).await?;
    let proof = evidence::MeansAwait::by_carry(asking.department, asking.next_date.or(queued_until));
    let after = journey::record(tx, doing, dossier, Step::MeansAwaited(proof)).await?;
    let row = (asking.department, asking.euros, purpose);
    let of = (before.process, dossier);
    tables::add_means_request(tx, doing.tenant, of, row, (asking.budget, queued_until), (doing.at, doing.actor.account())).await?;
    tell(tx, doing, json!({ "dossier": dossier, "department": asking.department, "by": doing.actor.account() })).await?;
    Ok(after)
}

/// Until when a request stands in the queue of its budget; `None` when there is enough, or nothing to queue for.
async fn queue_of(tx: &mut Tx, doing: &Doing<'_>, asking: &AskingMeans) -> Result<Option<Date>, Refusal> {
    let Some(id) = asking.budget else { return Ok(None) };
    let today = doing.civil.today(doing.at);
    let budget = tables::budget(tx, doing.tenant, id).await?.filter(|budget| budget.is_open(today)).ok_or(Refusal::Missing)?;
    let share = budget.share(asking.department).ok_or(Refusal::Missing)?;
    let Some(euros) = asking.euros else { return Err(Refusal::Rule(Rule::BudgetAmount)) };
    Ok(budget.queue_until(today).filter(|_| share.left().cents() < euros.saturating_mul(100)))
}

/// The holder of the budget that was asked first commits the means, or refuses with a motive. A refusal closes nothing: the
/// dossier can be brought to a higher level.
///
/// # Errors
/// As [`answer_part`]; and when a refusal has no motive.
pub async fn answer_means(
    tx: &mut Tx,
    doing: &Doing<'_>,
    dossier: DossierId,
    committed: bool,
    motive: Option<&LanguageSet>,
) -> Result<(), Refusal> {
    let before = here(tx, doing, dossier, Act::AnswerMeans).await?;
    let open = open_parts(tx, doing, &before).await?;
    let first = open.iter().find(|it| before.means.is_some_and(|(department, _)| department == it.department));
    let number = first.map(|it| it.number).ok_or(Refusal::NotNow(before.state))?;
    let answer = match (committed, motive) {
        (true, motive) => MeansAnswer::Commit { motive: motive.cloned() },
        (false, Some(motive)) => MeansAnswer::Refuse { motive: motive.clone() },
        (false, None) => return Err(Refusal::Rule(Rule::MeansMotive)),
    };
    answer_part(tx, doing, dossier, number, &answer).await
}

/// The requests of a dossier that wait for an answer, the oldest first.
pub(crate) async fn open_parts(s: &mut Session, doing: &Doing<'_>, dossier: &Dossier) -> Result<Vec<MeansRequest>, Refusal> {
    let mut open = tables::means_requests(s, doing.tenant, dossier.id).await?;
    open.retain(|it| dossier.state == State::Means && it.is_open(dossier.since));
    open.reverse();
    Ok(open)
}

/// The holder of a budget answers one request for means. Whoever calls looks whether it is that budget's holder. The dossier
/// goes on when every request was committed or refused with a motive, and at least one was committed; one that stands in the
/// queue keeps waiting.
///
/// # Errors
/// When that request does not wait (any more), somebody without an account answers, its budget has less left than was asked,
/// or a queue ends on a day that has passed.
pub async fn answer_part(tx: &mut Tx, doing: &Doing<'_>, dossier: DossierId, number: i64, answer: &MeansAnswer) -> Result<(), Refusal> {
    let before = here(tx, doing, dossier, Act::AnswerMeans).await?;
    let open = open_parts(tx, doing, &before).await?;
    let part = open.iter().find(|it| it.number == number).cloned().ok_or(Refusal::NotNow(before.state))?;
    let holder = doing.actor.account().ok_or(Refusal::NotNow(before.state))?;
    let settled = (doing.at, doing.actor.account());
    let (committed, motive) = match answer {
        MeansAnswer::Commit { motive } => {
            if let (Some(budget), Some(euros)) = (part.budget, part.euros)
                && !tables::commit_share(tx, doing.tenant, (budget, part.department), euros.saturating_mul(100)).await?
            {
                return Err(Refusal::Rule(Rule::NothingLeft));
            }
            (true, keep_some(tx, doing, dossier, motive.as_ref()).await?)
        }
        MeansAnswer::Refuse { motive } => (false, Some(keep(tx, doing, dossier, motive).await?)),
        MeansAnswer::Queue { until, motive } => return queue(tx, doing, (dossier, &part), *until, motive.as_ref()).await,
    };
    if tables::settle_means_request(tx, doing.tenant, (dossier, number), (committed, motive), settled).await? == 0 {
        return Err(Refusal::NotNow(before.state));
    }
    // A department has answered when all that was asked of it is answered.
    let rest: Vec<&MeansRequest> = open.iter().filter(|it| it.number != number).collect();
    if !rest.iter().any(|it| it.department == part.department) {
        let gave = committed || gave_before(tx, doing, &before, part.department).await?;
        let step = if gave {
            Step::MeansCommitted(evidence::Commitment::by_carry(part.department, holder))
        } else {
            Step::MeansRefused(evidence::MeansRefusal::by_carry(part.department))
        };
        let after = journey::record(tx, doing, dossier, step).await?;
        // What waits in a queue waits until its own day, not until that of whoever answered.
        let first = rest.iter().find(|it| after.awaiting.first() == Some(&it.department));
        if let Some((department, until)) = first.and_then(|it| Some((it.department, it.queued_until?))) {
            journey::record(tx, doing, dossier, Step::MeansAwaited(evidence::MeansAwait::by_carry(department, Some(until)))).await?;
        }
    }
    if let (false, Some(motive)) = (committed, motive) {
        // The dossier stays where it is: nothing closes because one department has no means.
        let body = json!({ "dossier": dossier, "department": part.department });
        crate::act::note_inside(tx, doing, motive.uuid(), "text", "carry.means-refused", body).await?;
    }
    if let (true, Some(budget)) = (committed, part.budget) {
        let body = json!({ "budget": budget, "department": part.department, "dossier": dossier, "request": number, "euros": part.euros });
        let id = kernel::EventId::new(doing.at, tx.random());
        crate::act::note_inside(tx, doing, id.uuid(), "commitment", "carry.budget-committed", body).await?;
    }
    tell(tx, doing, json!({ "dossier": dossier, "holder": before.holder, "by": doing.actor.account() })).await?;
    Ok(())
}

/// Whether the department committed something for this dossier since it waits.
async fn gave_before(tx: &mut Tx, doing: &Doing<'_>, dossier: &Dossier, department: DepartmentId) -> Result<bool, Refusal> {
    let all = tables::means_requests(tx, doing.tenant, dossier.id).await?;
    Ok(all.iter().any(|it| it.department == department && it.at >= dossier.since && it.committed == Some(true)))
}

async fn queue(
    tx: &mut Tx,
    doing: &Doing<'_>,
    (dossier, part): (DossierId, &MeansRequest),
    until: Date,
    motive: Option<&LanguageSet>,
) -> Result<(), Refusal> {
    if until <= doing.civil.today(doing.at) {
        return Err(Refusal::Rule(Rule::QueueDatePast));
    }
    let motive = keep_some(tx, doing, dossier, motive).await?;
    tables::queue_means_request(tx, doing.tenant, (dossier, part.number), (until, motive)).await?;
    journey::record(tx, doing, dossier, Step::MeansAwaited(evidence::MeansAwait::by_carry(part.department, Some(until)))).await?;
    Ok(())
}

/// What was committed for a dossier that is not carried out goes back to its budgets, and what was asked is asked no longer.
pub(crate) async fn release_means(tx: &mut Tx, doing: &Doing<'_>, dossier: DossierId) -> Result<(), Refusal> {
    for it in tables::means_requests(tx, doing.tenant, dossier).await? {
        if it.committed.is_none() && it.released_at.is_none() {
            tables::ask_no_longer(tx, doing.tenant, dossier, it.number, doing.at).await?;
        }
        if it.committed == Some(true) && it.released_at.is_none() && it.budget.is_some() {
            tables::release(tx, doing.tenant, dossier, &it, doing.at).await?;
            let body = json!({ "budget": it.budget, "department": it.department, "dossier": dossier, "request": it.number });
            let id = kernel::EventId::new(doing.at, tx.random());
            crate::act::note_inside(tx, doing, id.uuid(), "commitment", "carry.budget-released", body).await?;
        }
    }
    Ok(())
}

/// Brings the question to a higher level.
///
/// # Errors
/// When the dossier does not stand where it can be brought up, or it lies at that level or a higher one already.
pub async fn escalate(tx: &mut Tx, doing: &Doing<'_>, dossier: DossierId, escalating: &Escalating) -> Result<Dossier, Refusal> {
    let before = here(tx, doing, dossier, Act::Escalate).await?;
    let lies = before.escalated.as_ref().filter(|_| before.state == journey::State::Escalated);
    if lies.and_then(|(level, _)| Level::of(level)).is_some_and(|level| escalating.level <= level) {
        return Err(Refusal::Rule(Rule::LevelNotHigher));
    }
    let question = keep(tx, doing, dossier, &escalating.question).await?;
    let conflict = keep(tx, doing, dossier, &escalating.conflict).await?;
    let options = keep(tx, doing, dossier, &escalating.options).await?;
    let proof = evidence::Escalation::by_carry(escalating.level.code().to_owned());
    let after = journey::record(tx, doing, dossier, Step::Escalated(proof)).await?;
    let row = (escalating.level, question, conflict, options);
    tables::add_escalation(tx, doing.tenant, dossier, row, (doing.at, doing.actor.account())).await?;
    tell(tx, doing, json!({ "dossier": dossier, "level": escalating.level.code(), "by": doing.actor.account() })).await?;
    Ok(after)
}

/// Writes down what the level said; the dossier goes back into assessment, with the department that has it.
///
/// # Errors
/// When the dossier lies at no higher level.
pub async fn settle(
    tx: &mut Tx,
    doing: &Doing<'_>,
    dossier: DossierId,
    answer: &LanguageSet,
    department: DepartmentId,
) -> Result<Dossier, Refusal> {
    let before = here(tx, doing, dossier, Act::Settle).await?;
    known(tx, doing, &[department]).await?;
    let answer = keep(tx, doing, dossier, answer).await?;
    if tables::settle_escalation(tx, doing.tenant, dossier, answer, (doing.at, doing.actor.account())).await? == 0 {
        return Err(Refusal::NotNow(before.state));
    }
    go_on(tx, doing, &before, department).await
}

/// Values in conflict, and the choice when one was made (F6). Texts are public.
#[derive(Debug, Clone)]
pub struct Weighing {
    /// The values, keys of the perspectives of [`evidence`]: at least two.
    pub values: Vec<String>,
    /// The dilemma, a key of [`evidence`].
    pub dilemma: String,
    /// Which departments defend which of the values.
    pub defended: Vec<(String, DepartmentId)>,
    /// Between what can be chosen.
    pub options: LanguageSet,
    /// How the department copes with it, what was chosen and why; `None` while there is no choice.
    pub choice: Option<Chosen>,
}

/// A choice between values in conflict.
#[derive(Debug, Clone)]
pub struct Chosen {
    /// A key of the strategies of [`evidence`].
    pub strategy: String,
    /// What was chosen and why.
    pub motive: LanguageSet,
    /// Which of the values is put first; needed when one is, and kept only then.
    pub first: Option<String>,
    /// A contribution in the earlier dossier with which it was compared, when it was with one.
    pub compared: Option<PublicNumber>,
    /// When it is looked at again; needed when a value is put first.
    pub review: Option<Date>,
}

/// The earlier dossier with which a choice was compared.
async fn compared(tx: &mut Tx, doing: &Doing<'_>, dossier: DossierId, number: &PublicNumber) -> Result<DossierId, Refusal> {
    let unknown = Refusal::Rule(Rule::ComparedUnknown);
    let Some(contribution) = voice::by_number(tx, doing.tenant, number).await? else { return Err(unknown) };
    let other = journey::of_contribution(tx, doing.tenant, contribution.id).await?.map(|it| it.id);
    other.filter(|other| *other != dossier).ok_or(unknown)
}

/// Records which values conflict, and the choice when one was made.
///
/// # Errors
/// When no department has the dossier, a value is put first without saying which or without a day on which that is looked at
/// again, or it is compared with something that is not here.
pub async fn weigh(tx: &mut Tx, doing: &Doing<'_>, dossier: DossierId, weighing: &Weighing) -> Result<(), Refusal> {
    let before = here(tx, doing, dossier, Act::Weigh).await?;
    let today = doing.civil.today(doing.at);
    let first = weighing.choice.as_ref().filter(|chosen| chosen.strategy == PRIORITISE);
    if let Some(chosen) = first {
        if chosen.review.is_none_or(|day| day <= today) {
            return Err(Refusal::Rule(Rule::ReviewDay));
        }
        if !chosen.first.as_ref().is_some_and(|value| weighing.values.contains(value)) {
            return Err(Refusal::Rule(Rule::FirstValue));
        }
    }
    let beside = match weighing.choice.as_ref().and_then(|chosen| chosen.compared.as_ref()) {
        Some(number) => Some(compared(tx, doing, dossier, number).await?),
        None => None,
    };
    let defenders: Vec<DepartmentId> = weighing.defended.iter().map(|(_, department)| *department).collect();
    known(tx, doing, &defenders).await?;
    let lead: Vec<_> = before.contributions.first().map(|it| it.contribution).into_iter().collect();
    let theme = voice::themes_of(tx, doing.tenant, &lead).await?.into_iter().next().map(|(_, theme)| theme.code);
    let options = keep(tx, doing, dossier, &weighing.options).await?;
    let motive = keep_some(tx, doing, dossier, weighing.choice.as_ref().map(|chosen| &chosen.motive)).await?;
    let row = tables::Weighing {
        dossier,
        number: 0,
        department: before.department,
        values: weighing.values.clone(),
        dilemma: weighing.dilemma.clone(),
        options,
        strategy: weighing.choice.as_ref().map(|chosen| chosen.strategy.clone()),
        motive,
        first: first.and_then(|chosen| chosen.first.clone()),
        compared: beside,
        review: weighing.choice.as_ref().and_then(|chosen| chosen.review),
        reviewed: None,
        defended: weighing.defended.clone(),
        area: before.area,
        theme,
        at: doing.at,
    };
    tables::add_weighing(tx, doing.tenant, before.process, &row, doing.actor.account()).await?;
    journey::record(tx, doing, dossier, Step::ValuesWeighed(evidence::ValueRecord::by_carry(row.strategy.is_some()))).await?;
    let body = json!({ "dossier": dossier, "values": row.values, "dilemma": row.dilemma, "strategy": row.strategy, "review": row.review,
        "first": row.first, "compared": row.compared, "defended": row.defended });
    crate::act::note_inside(tx, doing, options.uuid(), "text", "carry.values-weighed", body).await
}

/// Writes down what was found when a value that was put first was looked at again, on its day or later (F6, B43 «wisselen»): also
/// of a dossier that was decided long ago. The words are public.
///
/// # Errors
/// When the dossier has no choice of which the day came.
pub async fn look_again(
    tx: &mut Tx,
    doing: &Doing<'_>,
    dossier: DossierId,
    ending: ReviewEnding,
    words: &LanguageSet,
) -> Result<(), Refusal> {
    let before = journey::dossier(tx, doing.tenant, dossier).await?.ok_or(Refusal::Missing)?;
    let today = doing.civil.today(doing.at);
    let due = tables::open_review(tx, doing.tenant, dossier).await?.filter(|(_, day)| *day <= today);
    let (number, _) = due.ok_or(Refusal::NotNow(before.state))?;
    let words = keep(tx, doing, dossier, words).await?;
    tables::end_review(tx, doing.tenant, (dossier, number), (ending, words), (doing.at, doing.actor.account())).await?;
    let body = json!({ "dossier": dossier, "number": number, "ending": ending.code() });
    crate::act::note_inside(tx, doing, words.uuid(), "text", "carry.values-reviewed", body).await
}

/// An objection of another department (F3 X3). The words are public.
#[derive(Debug, Clone)]
pub struct Objecting {
    /// The department that objects.
    pub department: DepartmentId,
    /// Of what nature its disadvantage is.
    pub nature: Nature,
    /// How large, in whole euros, when it is about money.
    pub euros: Option<i64>,
    /// What the disadvantage is, and how large.
    pub words: LanguageSet,
}

/// Raises an objection for a department that does not have the dossier. Nothing stops by it: whoever has the dossier and
/// whoever can call a table hear of it, everybody can read it, and it lies still (X3) when nobody settles it in term.
///
/// # Errors
/// When the dossier does not stand where a department works on it, it is the own dossier of the department, or the department
/// has an objection that is open.
pub async fn object(tx: &mut Tx, doing: &Doing<'_>, dossier: DossierId, objecting: &Objecting) -> Result<(), Refusal> {
    let before = here(tx, doing, dossier, Act::Object).await?;
    known(tx, doing, &[objecting.department]).await?;
    let asked = before.asked.filter(|_| before.department.is_none());
    let own = before.department.or(asked) == Some(objecting.department);
    if own || before.objections.iter().any(|open| open.department == objecting.department) {
        return Err(Refusal::Rule(Rule::OwnObjection));
    }
    let number = tables::next_objection(tx, doing.tenant, dossier).await?;
    let words = keep(tx, doing, dossier, &objecting.words).await?;
    let proof = evidence::Objection::by_carry(number, objecting.department, objecting.nature.code().to_owned());
    journey::record(tx, doing, dossier, Step::Objected(proof)).await?;
    let row = tables::Objection {
        number,
        department: objecting.department,
        nature: objecting.nature,
        euros: objecting.euros,
        words,
        at: doing.at,
        ended: None,
        motive: None,
        ended_at: None,
    };
    tables::add_objection(tx, doing.tenant, (before.process, dossier), &row, doing.actor.account()).await?;
    let told = json!({ "dossier": dossier, "objection": number, "department": objecting.department, "by": doing.actor.account() });
    tell(tx, doing, told).await
}

/// Says how an objection ended. Whoever calls looks whether the one who says so may: see [`ObjectionEnding::is_of_the_objector`].
///
/// # Errors
/// When it is not open any more, or it is set aside though no table agreed and no higher level answered since it was raised.
pub async fn end_objection(
    tx: &mut Tx,
    doing: &Doing<'_>,
    dossier: DossierId,
    (number, ending): (i64, ObjectionEnding),
    motive: &LanguageSet,
) -> Result<(), Refusal> {
    let before = here(tx, doing, dossier, Act::EndObjection).await?;
    let open = before.objections.iter().find(|open| open.number == number).ok_or(Refusal::NotNow(before.state))?;
    if ending == ObjectionEnding::SetAside {
        let rows = tables::objections(tx, doing.tenant, dossier).await?;
        let raised = rows.iter().find(|row| row.number == number).map(|row| row.at).ok_or(Refusal::Missing)?;
        if !spoken_of_since(tx, doing, dossier, raised).await? {
            return Err(Refusal::Rule(Rule::SetAsideAlone));
        }
    }
    let motive = keep(tx, doing, dossier, motive).await?;
    close_objection(tx, doing, dossier, open, ending, motive).await
}

/// Whether a table was concluded or a higher level answered since `since`.
pub(crate) async fn spoken_of_since(tx: &mut Tx, doing: &Doing<'_>, dossier: DossierId, since: Instant) -> Result<bool, Refusal> {
    let levels = tables::escalations(tx, doing.tenant, dossier).await?;
    let settled = levels.iter().any(|it| it.settled_at.is_some_and(|at| at >= since));
    Ok(settled || tables::concluded_since(tx, doing.tenant, dossier, since).await?)
}

pub(crate) async fn close_objection(
    tx: &mut Tx,
    doing: &Doing<'_>,
    dossier: DossierId,
    open: &OpenObjection,
    ending: ObjectionEnding,
    motive: TextId,
) -> Result<(), Refusal> {
    let proof = evidence::ObjectionEnd::by_carry(open.number, open.department, ending.code().to_owned());
    journey::record(tx, doing, dossier, Step::ObjectionEnded(proof)).await?;
    tables::end_objection(tx, doing.tenant, dossier, (open.number, ending, motive), (doing.at, doing.actor.account())).await?;
    Ok(())
}
