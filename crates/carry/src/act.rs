//! What is done with a dossier, as plain calls inside a transaction: the pages, the demo, the importers and the
//! tests all come through here. Each call checks its rules, asks `journey` to record the step, and writes its own
//! rows in the same transaction. Which permission a call needs is told by [`crate::Act::permission`]; whoever calls
//! on behalf of a person checks it against [`crate::Act::thing`] first.

use crate::across;
use crate::contesting::none_open;
use crate::gathering::{self, Resulting};
use crate::model::{
    Act, ConsultVerdict, Elsewhere, Firmness, Frame, Kind, Lane, ObjectionEnding, PlanChange, Response, Rung, WebAddress, deviates,
    gathers, lane, replies, responds,
};
use crate::overtaking;
use crate::tables::{self, Advice, Decision, FrameChecked, Note, Question, QuestionStatus, ScreeningVerdict, Slot};
use design::{Charter, Decider};
use journey::{Act as Doing, Dossier, Outcome, State, Step, Verdict, evidence};
use kernel::{
    AccountId, AdviceId, ContributionId, Date, DecisionId, DepartmentId, DossierId, Line, ProcessId, Prose, QuestionId, TenantId, TextId,
};
use serde_json::json;
use store::jobs::NewJob;
use store::journal::Entry;
use store::texts::LanguageSet;
use store::{Session, Tx};

/// Why an act was not done. Nothing is changed then.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// There is no such dossier, question, department or account here.
    #[error("there is no such thing in this municipality")]
    Missing,
    /// The dossier stands elsewhere: the act came too early, too late or twice.
    #[error("the dossier stands at {0:?}, where this cannot be done")]
    NotNow(State),
    /// A rule of this room.
    #[error("{0:?}")]
    Rule(Rule),
    /// A guard of `journey`, by its name.
    #[error("the journey does not allow it: {0}")]
    Guard(&'static str),
    /// The database.
    #[error(transparent)]
    Store(#[from] store::Error),
}

/// A rule that an act broke. The form shows it beside the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// The department already has, or was already asked for, the dossier.
    SameDepartment,
    /// Who holds the dossier must work in the department that takes it (F1 S4).
    HolderElsewhere,
    /// The frame check needs a verdict on every frame, each with its rule unless it fits (F1 S5).
    FrameMissing,
    /// An advice «fits if» names its condition.
    ConditionMissing,
    /// What is kept for later is looked at again on a day that lies ahead (F1 S2b).
    KeptPast,
    /// A date on an agenda lies today or later.
    SlotPast,
    /// A moved date needs a motive (F1 S12).
    MoveMotive,
    /// A decision that differs from the advice needs a motive of its own (F1 S13).
    DeviationMotive,
    /// A decision that puts off names a date (F2), later than the day of the decision; so is the last day of a trial.
    DeferralDate,
    /// A decision cannot be written down before it was taken.
    DecisionAhead,
    /// A decision by mandate says who took it.
    BodyMissing,
    /// Right after the frame check a mandate is only good for a no (F4: S5→S13).
    OnlyANo,
    /// At a table sit at least two departments (F1 S7).
    TableOfOne,
    /// A table is held today or later.
    TablePast,
    /// Who goes on with a dossier, and who was there, was invited to the table.
    NotAtTheTable,
    /// The next date of a budget lies today or later.
    BudgetDatePast,
    /// Who refuses means says why (F1 S8).
    MeansMotive,
    /// That department was asked for this already, and did not answer yet (F1 S8).
    MeansAskedAlready,
    /// Of a budget an amount of money is asked (F1 S8).
    BudgetAmount,
    /// A budget commits at most what is left of it (F1 S8).
    NothingLeft,
    /// A request stands in a queue until a day that lies ahead (F1 S8).
    QueueDatePast,
    /// A council was told on a day that has been.
    BriefingAhead,
    /// A question of the council is answered by a day that lies ahead.
    BriefingTermPast,
    /// That question of the council does not exist or has an answer.
    BriefingAnswered,
    /// The planning of the process has no such moment that has been.
    MomentUnknown,
    /// Where no politician was, nobody can find anything of it.
    RatedWithoutPoliticians,
    /// A pooled budget has shares of two departments or more, any other has one (C155).
    BudgetShares,
    /// A budget that is bound to a year says when is decided about it next.
    BudgetNext,
    /// A share is not made smaller than what is committed of it.
    BelowCommitted,
    /// A value that is put first is looked at again on a day that lies ahead (F6).
    ReviewDay,
    /// Whoever puts a value first says which of those in conflict (F6).
    FirstValue,
    /// A choice is compared with another dossier, under the number of a contribution in it (F6).
    ComparedUnknown,
    /// A department objects to what another one has, and not twice at the same time (F3 X3).
    OwnObjection,
    /// An objection is set aside by a table, a higher level or a decision since it was raised (F3 X3).
    SetAsideAlone,
    /// A department that has the dossier or is waited for already is not named once more (F3 X9).
    TouchedAlready,
    /// A department that was not heard is passed over by a table or a higher level since it was named (F3 X9).
    PassedOverAlone,
    /// A question goes to a higher level than the one where it lies (F1 S10).
    LevelNotHigher,
    /// To put together there must be at least two that can come along.
    TooFew,
    /// Contributions that lie at different departments are not put together before one of them gave its dossier back.
    TwoDepartments,
    /// One that was named cannot come along any more: it was withdrawn, or is too far.
    CannotCome,
    /// Only what travels with others can go on apart.
    NotTogether,
    /// A contribution is divided into two parts at least, and not into too many.
    TooFewParts,
    /// What goes to one department need not be divided.
    OneDepartment,
    /// A part holds words of the author, and no others.
    PassageElsewhere,
    /// An objection is settled, and a department that is touched is heard or gets a part, before a contribution is divided.
    OpenBeside,
    /// Parts become one again only while none of them has an advice or waits for a table, means, a higher level or an author.
    PartTooFar,
    /// Who splits a proposal chooses a part of it.
    NoSplit,
    /// The contribution was not marked as a minority.
    NotMarked,
    /// Who keeps a contribution in a bundle against the wish of its author says why.
    ContestMotive,
    /// An author waits to hear whether the contribution belongs in the bundle.
    ContestOpen,
    /// Nothing was said of what is to be done with a proposal.
    NoDeed,
    /// Who gets a dossier handed over does not hold it already.
    SameHolder,
    /// Whoever a dossier waits for is asked about it once a day.
    RemindedToday,
    /// Over an initiative of residents nobody decides: the municipality helps, permits, adjusts or blocks, with a motive (F5, C161).
    ResponseMissing,
    /// Only an initiative is responded to; what the municipality asked is decided.
    NoInitiative,
    /// Initiatives are put together by those who began, not by staff (H3.11).
    InitiativeAlone,
    /// A reaction on a plan has a formal reply, with what it does to the plan (F5).
    ReplyMissing,
    /// At the table of a joint dossier sits a partner that owns it too (F5).
    PartnerMissing,
    /// What was gathered is advised on with one result for everybody (F5).
    ResultMissing,
    /// Of those who took part nobody, somebody or everybody said something; and not too many things are counted.
    ResultCount,
    /// What is done with a result is done today or later.
    ResultDay,
    /// A result that takes the means of others is decided by whom the charter names (F5).
    ResultNeedsDecision,
    /// Over what was gathered nobody decides one by one: something is done with the result, or nothing changes now, or it is put off.
    ResultOutcome,
    /// Only what was gathered has a result for everybody.
    NoResult,
    /// Before a draft decision goes to a body, or somebody decides by mandate, the toetsen that are obligatory for it are answered (A011).
    ToetsOpen,
}

impl Rule {
    /// The field that the rule is about, and the words for it.
    #[must_use]
    pub const fn field(self) -> (&'static str, &'static str) {
        match self {
            Self::SameDepartment => ("department", "carry-assign-department-same"),
            Self::HolderElsewhere => ("holder", "carry-accept-holder-elsewhere"),
            Self::FrameMissing => ("legal", "carry-frames-missing"),
            Self::ConditionMissing => ("condition", "carry-advise-condition-missing"),
            Self::KeptPast => ("until", "carry-screen-until-past"),
            Self::SlotPast => ("date", "carry-schedule-date-past"),
            Self::MoveMotive => ("motive", "carry-schedule-motive-missing"),
            Self::DeviationMotive => ("deviation", "carry-decide-deviation-missing"),
            Self::DeferralDate => ("until", "carry-decide-until-missing"),
            Self::DecisionAhead => ("date", "carry-decide-date-ahead"),
            Self::BodyMissing => ("body", "carry-decide-body-missing"),
            Self::OnlyANo => ("outcome", "carry-decide-only-a-no"),
            Self::TableOfOne => ("party", "carry-convene-party-missing"),
            Self::TablePast => ("date", "carry-convene-date-past"),
            Self::NotAtTheTable => ("department", "carry-conclude-department-missing"),
            Self::BudgetDatePast => ("next", "carry-ask-means-next-past"),
            Self::MeansMotive => ("motive", "carry-answer-means-motive-missing"),
            Self::MeansAskedAlready => ("department", "carry-ask-means-already"),
            Self::BudgetAmount => ("euros", "carry-ask-means-euros-missing"),
            Self::NothingLeft => ("answer", "carry-answer-means-nothing-left"),
            Self::QueueDatePast => ("until", "carry-answer-means-until-past"),
            Self::BriefingAhead => ("date", "carry-briefing-ahead"),
            Self::BriefingTermPast => ("until", "carry-briefing-until-past"),
            Self::BriefingAnswered => ("answer", "carry-briefing-answered-already"),
            Self::MomentUnknown => ("day", "carry-moment-day-missing"),
            Self::RatedWithoutPoliticians => ("politicians", "carry-moment-rated-without"),
            Self::BudgetShares => ("amount", "carry-budget-shares-wrong"),
            Self::BudgetNext => ("next", "carry-budget-next-missing"),
            Self::BelowCommitted => ("amount", "carry-budget-below-committed"),
            Self::ReviewDay => ("review", "carry-weigh-review-missing"),
            Self::FirstValue => ("first", "carry-weigh-first-missing"),
            Self::ComparedUnknown => ("compared", "carry-weigh-compared-unknown"),
            Self::OwnObjection => ("department", "carry-object-department-missing"),
            Self::SetAsideAlone => ("ending", "carry-end-objection-alone"),
            Self::TouchedAlready => ("department", "carry-touch-department-missing"),
            Self::PassedOverAlone => ("verdict", "carry-consult-alone"),
            Self::LevelNotHigher => ("level", "carry-escalate-level-higher"),
            Self::TooFew => ("chosen", "carry-bundle-too-few"),
            Self::TwoDepartments => ("chosen", "carry-bundle-two-departments"),
            Self::CannotCome => ("chosen", "carry-bundle-cannot-come"),
            Self::NotTogether => ("chosen", "carry-part-not-together"),
            Self::TooFewParts => ("passage-2", "carry-divide-passage-missing"),
            Self::OneDepartment => ("department-2", "carry-divide-one-department"),
            Self::PassageElsewhere => ("passage-1", "carry-divide-passage-elsewhere"),
            Self::OpenBeside => ("passage-1", "carry-divide-open-beside"),
            Self::PartTooFar => ("sure", "carry-reunite-too-far"),
            Self::NoSplit => ("chosen", "carry-bundle-no-split"),
            Self::NotMarked => ("chosen", "carry-mark-none"),
            Self::ContestMotive => ("motive", "carry-contested-motive-missing"),
            Self::ContestOpen => ("words", "carry-contest-open"),
            Self::NoDeed => ("chosen", "carry-bundle-no-deed"),
            Self::SameHolder => ("holder", "carry-hand-over-same"),
            Self::RemindedToday => ("kies", "carry-remind-today"),
            Self::ResponseMissing => ("response", "carry-response-missing"),
            Self::NoInitiative => ("outcome", "carry-response-no-initiative"),
            Self::InitiativeAlone => ("chosen", "carry-bundle-initiative"),
            Self::ReplyMissing => ("reply", "carry-advise-reply-missing"),
            Self::PartnerMissing => ("partner", "carry-convene-partner-missing"),
            Self::ResultMissing => ("acts", "carry-result-missing"),
            Self::ResultCount => ("many-1", "carry-result-count-wrong"),
            Self::ResultDay => ("deed-until", "carry-result-until-past"),
            Self::ResultNeedsDecision => ("way", "carry-result-needs-decision"),
            Self::ResultOutcome => ("outcome", "carry-result-outcome"),
            Self::NoResult => ("outcome", "carry-result-none-here"),
            Self::ToetsOpen => ("date", "carry-toets-open"),
        }
    }
}

impl From<journey::Refusal> for Refusal {
    fn from(refusal: journey::Refusal) -> Self {
        match refusal {
            journey::Refusal::NotNow { state, .. } => Self::NotNow(state),
            journey::Refusal::Guard(name) => Self::Guard(name),
            journey::Refusal::Missing => Self::Missing,
            journey::Refusal::Store(error) => Self::Store(error),
        }
    }
}

impl From<Refusal> for people::Fault {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Missing => Self::NotFound,
            Refusal::NotNow(_) => Self::Conflict("carry-not-now"),
            Refusal::Rule(rule) => Self::Conflict(rule.field().1),
            Refusal::Guard(_) => Self::Conflict("carry-not-allowed"),
            Refusal::Store(error) => Self::Store(error),
        }
    }
}

/// How a contribution is screened (F1 S2–S2b). Texts are public.
#[derive(Debug, Clone)]
pub enum Screening {
    /// In scope, and what kind it is.
    InScope {
        /// What kind it is.
        kind: Kind,
    },
    /// In scope, and with a matter of its own where the others are gathered for one result (F5): it goes the ordinary way.
    Apart {
        /// What kind it is.
        kind: Kind,
    },
    /// Better off elsewhere; the author still gets an answer.
    Referred {
        /// To whom.
        to: Elsewhere,
        /// A contact that a resident can use.
        place: Line,
        /// Why.
        motive: LanguageSet,
    },
    /// Out of scope, kept under a theme for later policy; the author still gets an answer.
    Parked {
        /// The theme.
        theme: LanguageSet,
        /// Why.
        motive: LanguageSet,
        /// The day on which somebody looks at it again, when that is known.
        until: Option<Date>,
    },
}

/// The verdict on one frame; the rule is public.
#[derive(Debug, Clone)]
pub struct FrameVerdict {
    /// Which frame.
    pub frame: Frame,
    /// Whether it fits.
    pub fit: Verdict,
    /// Which rule stands in the way or what must change; needed unless it fits.
    pub rule: Option<LanguageSet>,
    /// Whether that rule is essential or adjustable; `None` when that is not known. Kept only where something stands in the way.
    pub firmness: Option<Firmness>,
}

/// An advice (F1 S11). Texts are public.
#[derive(Debug, Clone)]
pub struct Advising {
    /// The verdict on the whole.
    pub fit: Verdict,
    /// What must change; needed for [`Verdict::FitsIf`].
    pub condition: Option<LanguageSet>,
    /// What is advised.
    pub words: LanguageSet,
    /// Why.
    pub motive: LanguageSet,
    /// The formal reply where residents react on a plan (F5), with what it does to the plan.
    pub reply: Option<(PlanChange, LanguageSet)>,
    /// The one result for everybody who took part, where answers are gathered (F5). The verdict then follows from it: something is
    /// done, or nothing changes.
    pub result: Option<Resulting>,
}

/// A decision (F1 S13, F2). Texts are public.
#[derive(Debug, Clone)]
pub struct Deciding {
    /// What came of it (F2).
    pub outcome: Outcome,
    /// Who decided by mandate. Not needed, and not taken, when the dossier stands on an agenda: that body decides.
    pub body: Option<Line>,
    /// The day on which it was decided.
    pub date: Date,
    /// Until when it was put off, needed for [`Outcome::Deferred`]; or the last day of a trial, when that is known.
    pub until: Option<Date>,
    /// How the body decided, for instance «unaniem».
    pub vote: Option<Line>,
    /// Where the body published it.
    pub published: Option<WebAddress>,
    /// What exactly was decided.
    pub words: LanguageSet,
    /// Why it differs from the advice; needed when it does.
    pub deviation: Option<LanguageSet>,
    /// What the municipality does with an initiative of residents, and why (F5); needed there and nowhere else. Its outcome
    /// takes the place of the one above.
    pub response: Option<(Response, LanguageSet)>,
}

pub(crate) async fn here(tx: &mut Tx, doing: &Doing<'_>, dossier: DossierId, act: Act) -> Result<Dossier, Refusal> {
    let dossier = journey::dossier(tx, doing.tenant, dossier).await?.ok_or(Refusal::Missing)?;
    // Who decides makes a difference only for a decision, which looks at the charter itself.
    if act.is_open(&dossier, Decider::Body) { Ok(dossier) } else { Err(Refusal::NotNow(dossier.state)) }
}

/// Somebody has a task from now on, and hears of it by mail (E601).
pub(crate) async fn tell(tx: &mut Tx, doing: &Doing<'_>, payload: serde_json::Value) -> Result<(), Refusal> {
    tx.enqueue(NewJob { tenant: doing.tenant, kind: crate::jobs::TASK, payload, due: doing.at }).await?;
    Ok(())
}

/// Whom the charter of a process names to decide; the competent body while there is no charter.
///
/// # Errors
/// When the database cannot be read.
pub async fn decider(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<Decider, store::Error> {
    Ok(charter(s, tenant, process).await?.map_or(Decider::Body, |charter| charter.decider))
}

/// The charter that holds for a process.
pub(crate) async fn charter(s: &mut Session, tenant: TenantId, process: ProcessId) -> Result<Option<Charter>, store::Error> {
    Ok(design::process(s, tenant, process).await?.and_then(|process| process.charter))
}

/// Keeps a text and seals its digest in the journal, under a key of its own that erasure destroys.
pub(crate) async fn keep(tx: &mut Tx, doing: &Doing<'_>, dossier: DossierId, set: &LanguageSet) -> Result<TextId, Refusal> {
    let id = TextId::new(doing.at, tx.random());
    tx.save_text(doing.tenant, id, set).await?;
    let words = serde_json::to_string(set).unwrap_or_default();
    seal(tx, doing, dossier, id, "carry.text-kept", &words).await?;
    Ok(id)
}

async fn seal(tx: &mut Tx, doing: &Doing<'_>, dossier: DossierId, id: TextId, kind: &str, words: &str) -> Result<(), Refusal> {
    let digest = tx.digest(doing.tenant, id.uuid(), words).await?;
    tx.journal(Entry {
        tenant: doing.tenant,
        stream: id.uuid(),
        stream_kind: "text",
        kind,
        version: 1,
        actor: doing.actor,
        at: doing.at,
        body: json!({ "dossier": dossier, "digest": digest }),
    })
    .await?;
    Ok(())
}

pub(crate) async fn keep_some(
    tx: &mut Tx,
    doing: &Doing<'_>,
    dossier: DossierId,
    set: Option<&LanguageSet>,
) -> Result<Option<TextId>, Refusal> {
    match set {
        Some(set) => keep(tx, doing, dossier, set).await.map(Some),
        None => Ok(None),
    }
}

/// Screens a dossier. Where answers are gathered for one result, what is in scope goes along with the others at once.
///
/// # Errors
/// When the dossier is not waiting for screening, its privacy check is still open (F4), or it is kept until a day that has been.
pub async fn screen(tx: &mut Tx, doing: &Doing<'_>, dossier: DossierId, screening: &Screening) -> Result<Dossier, Refusal> {
    here(tx, doing, dossier, Act::Screen).await?;
    let (verdict, proof) = match screening {
        Screening::InScope { kind } | Screening::Apart { kind } => {
            (ScreeningVerdict::InScope(*kind), evidence::Screening::in_scope_by_carry(kind.code(), None))
        }
        Screening::Referred { to, place, motive } => {
            let motive = keep(tx, doing, dossier, motive).await?;
            let verdict = ScreeningVerdict::Referred { to: *to, place: place.as_str().to_owned(), motive };
            (verdict, evidence::Screening::referred_by_carry(to.code(), Some(motive)))
        }
        Screening::Parked { theme, motive, until } => {
            if until.is_some_and(|day| day <= doing.civil.today(doing.at)) {
                return Err(Refusal::Rule(Rule::KeptPast));
            }
            let theme = keep(tx, doing, dossier, theme).await?;
            let motive = keep(tx, doing, dossier, motive).await?;
            (ScreeningVerdict::Parked { theme, motive }, evidence::Screening::parked_by_carry(theme, Some(motive)).until(*until))
        }
    };
    let after = journey::record(tx, doing, dossier, Step::Screened(proof)).await?;
    tables::put_screening(tx, doing.tenant, dossier, &verdict, doing.at, doing.actor.account()).await?;
    if let Screening::InScope { .. } = screening
        && let Some(charter) = charter(tx, doing.tenant, after.process).await?.filter(|it| gathers(it.variant))
    {
        return gathering::gather(tx, doing, after, charter.closes).await;
    }
    Ok(after)
}

/// Asks a line department to take the dossier. It belongs to nobody until that department accepts (F4: S4 needs an accepting owner).
///
/// # Errors
/// When the dossier is not ready for it, the department does not exist, or was asked already.
pub async fn assign(tx: &mut Tx, doing: &Doing<'_>, dossier: DossierId, department: DepartmentId) -> Result<Dossier, Refusal> {
    let before = here(tx, doing, dossier, Act::Assign).await?;
    people::tables::department(tx, doing.tenant, department).await?.ok_or(Refusal::Missing)?;
    if before.asked == Some(department) {
        return Err(Refusal::Rule(Rule::SameDepartment));
    }
    ask_to_take(tx, doing, dossier, department).await
}

/// The department is asked, and its heads hear of it.
pub(crate) async fn ask_to_take(tx: &mut Tx, doing: &Doing<'_>, dossier: DossierId, department: DepartmentId) -> Result<Dossier, Refusal> {
    let after = journey::record(tx, doing, dossier, Step::Assigned(evidence::Assignment::by_carry(department))).await?;
    tables::add_asking(tx, doing.tenant, dossier, department, doing.at, doing.actor.account()).await?;
    tell(tx, doing, json!({ "dossier": dossier, "department": department, "by": doing.actor.account() })).await?;
    Ok(after)
}

/// The department takes the dossier; `holder` is the person in it who holds it.
///
/// # Errors
/// When this department was not asked (any more), or the holder works elsewhere.
pub async fn accept(
    tx: &mut Tx,
    doing: &Doing<'_>,
    dossier: DossierId,
    department: DepartmentId,
    holder: AccountId,
) -> Result<Dossier, Refusal> {
    let before = here(tx, doing, dossier, Act::Accept).await?;
    if before.asked != Some(department) {
        return Err(Refusal::NotNow(before.state));
    }
    let account = people::tables::account(tx, doing.tenant, holder).await?.ok_or(Refusal::Rule(Rule::HolderElsewhere))?;
    if account.ended.is_some() || !may_hold(tx, doing, &account, department).await? {
        return Err(Refusal::Rule(Rule::HolderElsewhere));
    }
    let after = journey::record(tx, doing, dossier, Step::Accepted(evidence::Acceptance::by_carry(department, holder))).await?;
    tables::accept_asking(tx, doing.tenant, dossier, holder, doing.at, doing.actor.account()).await?;
    if before.touched.iter().any(|open| open.department == department) {
        let ended = (department, ConsultVerdict::TookOver, None);
        tables::end_consult(tx, doing.tenant, dossier, ended, (doing.at, doing.actor.account())).await?;
    }
    tell(tx, doing, json!({ "dossier": dossier, "holder": holder, "by": doing.actor.account() })).await?;
    Ok(after)
}

/// Whether somebody can hold a dossier of a department: who works there; and in a municipality where one or two people do all
/// the work, everybody who is no guest of a partner organisation.
async fn may_hold(tx: &mut Tx, doing: &Doing<'_>, account: &people::tables::Account, department: DepartmentId) -> Result<bool, Refusal> {
    if account.department == Some(department) {
        return Ok(true);
    }
    Ok(account.organisation.is_none() && people::tables::tenants::is_light(tx, doing.tenant).await?)
}

/// Somebody else in the department holds the dossier from now on. What the next one must know goes along as a note.
///
/// # Errors
/// When no department has it, the new holder works elsewhere or holds it already.
pub async fn hand_over(
    tx: &mut Tx,
    doing: &Doing<'_>,
    dossier: DossierId,
    holder: AccountId,
    words: Option<&Prose>,
) -> Result<Dossier, Refusal> {
    let before = journey::dossier(tx, doing.tenant, dossier).await?.ok_or(Refusal::Missing)?;
    let department = before.department.ok_or(Refusal::NotNow(before.state))?;
    if before.holder == Some(holder) {
        return Err(Refusal::Rule(Rule::SameHolder));
    }
    let account = people::tables::account(tx, doing.tenant, holder).await?.ok_or(Refusal::Rule(Rule::HolderElsewhere))?;
    if account.ended.is_some() || !may_hold(tx, doing, &account, department).await? {
        return Err(Refusal::Rule(Rule::HolderElsewhere));
    }
    let after = journey::record(tx, doing, dossier, Step::HandedOver(evidence::HandOver::by_carry(department, holder))).await?;
    if let Some(words) = words {
        let id = TextId::new(doing.at, tx.random());
        note(tx, doing, dossier, id, words).await?;
    }
    tell(tx, doing, json!({ "dossier": dossier, "holder": holder, "handed": true, "by": doing.actor.account() })).await?;
    Ok(after)
}

/// Mails whoever the dossier waits for, once a day at most.
///
/// # Errors
/// When there is no such dossier, or somebody asked the same today.
pub async fn remind(tx: &mut Tx, doing: &Doing<'_>, dossier: DossierId) -> Result<(), Refusal> {
    journey::dossier(tx, doing.tenant, dossier).await?.ok_or(Refusal::Missing)?;
    let today = doing.civil.today(doing.at);
    if !tables::first_time(tx, doing.tenant, dossier, "asked", today, Rung::Owner, doing.at).await? {
        return Err(Refusal::Rule(Rule::RemindedToday));
    }
    tell(tx, doing, json!({ "dossier": dossier, "remind": true, "by": doing.actor.account() })).await?;
    let id = kernel::EventId::new(doing.at, tx.random());
    note_inside(tx, doing, id.uuid(), "reminder", "carry.reminder-asked", json!({ "dossier": dossier })).await
}

/// The department gives the dossier back; the bounce is counted (F3 X2).
///
/// # Errors
/// When this department was not asked (any more).
pub async fn hand_back(
    tx: &mut Tx,
    doing: &Doing<'_>,
    dossier: DossierId,
    department: DepartmentId,
    reason: &Prose,
) -> Result<Dossier, Refusal> {
    let before = here(tx, doing, dossier, Act::HandBack).await?;
    if before.asked.or(before.department) != Some(department) {
        return Err(Refusal::NotNow(before.state));
    }
    let id = TextId::new(doing.at, tx.random());
    seal(tx, doing, dossier, id, "carry.reason-kept", reason.as_str()).await?;
    let after = journey::record(tx, doing, dossier, Step::HandedBack(evidence::HandBack::by_carry(department, id))).await?;
    tables::hand_back_asking(tx, doing.tenant, dossier, reason.as_str(), doing.at, doing.actor.account()).await?;
    Ok(after)
}

/// Gives the verdict on every frame (F4: S5 needs three verdicts; B45 adds the plans that exist, which stays with this room).
///
/// # Errors
/// When no department has the dossier, or a verdict or its rule is missing.
pub async fn check_frames(tx: &mut Tx, doing: &Doing<'_>, dossier: DossierId, verdicts: &[FrameVerdict]) -> Result<Dossier, Refusal> {
    let before = here(tx, doing, dossier, Act::CheckFrames).await?;
    let whole = Frame::ALL.iter().all(|frame| verdicts.iter().any(|v| v.frame == *frame && (v.fit == Verdict::Fits || v.rule.is_some())));
    if !whole {
        return Err(Refusal::Rule(Rule::FrameMissing));
    }
    for verdict in verdicts {
        let rule = keep_some(tx, doing, dossier, verdict.rule.as_ref()).await?;
        let firmness = verdict.firmness.filter(|_| verdict.fit != Verdict::Fits);
        let row = FrameChecked { frame: verdict.frame, fit: verdict.fit, rule, firmness, at: doing.at };
        tables::put_frame(tx, doing.tenant, (before.process, dossier), &row, doing.actor.account()).await?;
        if let Some((rule, firmness)) = rule.zip(firmness) {
            let body = json!({ "dossier": dossier, "frame": verdict.frame.code(), "firmness": firmness.code() });
            note_inside(tx, doing, rule.uuid(), "text", "carry.rule-firmness", body).await?;
        }
    }
    let on = |frame: Frame| verdicts.iter().find(|v| v.frame == frame).map_or(Verdict::FitsIf, |v| v.fit);
    let proof = evidence::Frames::by_carry(on(Frame::Legal), on(Frame::Financial), on(Frame::Practical));
    Ok(journey::record(tx, doing, dossier, Step::FramesChecked(proof)).await?)
}

/// Puts a question to an author. It travels by the channel that the author chose; the dossier waits at most its term.
///
/// # Errors
/// When the dossier is not being assessed, does not hold this contribution, or its author was asked something already.
pub async fn ask(
    tx: &mut Tx,
    doing: &Doing<'_>,
    dossier: DossierId,
    contribution: ContributionId,
    words: &LanguageSet,
) -> Result<QuestionId, Refusal> {
    let before = here(tx, doing, dossier, Act::Ask).await?;
    let travels = before.contributions.iter().any(|t| t.contribution == contribution && t.state != State::Withdrawn);
    let author = voice::contribution(tx, doing.tenant, contribution).await?.filter(|_| travels).ok_or(Refusal::Missing)?;
    if before.questions.iter().any(|open| open.contribution == contribution) {
        return Err(Refusal::NotNow(before.state));
    }
    let id = QuestionId::new(doing.at, tx.random());
    let question = keep(tx, doing, dossier, words).await?;
    let after = journey::record(tx, doing, dossier, Step::Questioned(evidence::Question::by_carry(id, contribution))).await?;
    let row = Question {
        id,
        dossier,
        contribution,
        question,
        asked_at: doing.at,
        until: after.until.unwrap_or_else(|| doing.civil.zone.date(doing.at)),
        channel: author.answer_by,
        identity: author.identity,
        carried_at: None,
        status: QuestionStatus::Open,
        answer: None,
        answered_at: None,
        heard_by: None,
    };
    tables::add_question(tx, doing.tenant, &row, doing.actor.account()).await?;
    tx.enqueue(NewJob { tenant: doing.tenant, kind: crate::jobs::QUESTION, payload: json!({ "question": id }), due: doing.at }).await?;
    Ok(id)
}

/// Notes that a question was brought to its author by letter, telephone or visit.
///
/// # Errors
/// When there is no such question, or it was brought before.
pub async fn carry(tx: &mut Tx, doing: &Doing<'_>, dossier: DossierId, question: QuestionId) -> Result<(), Refusal> {
    let row = tables::question(tx, doing.tenant, question).await?.filter(|row| row.dossier == dossier).ok_or(Refusal::Missing)?;
    if tables::carry_question(tx, doing.tenant, question, doing.at).await? == 0 {
        return Err(Refusal::NotNow(State::Questioned));
    }
    let body = json!({ "question": question, "dossier": row.dossier });
    note_inside(tx, doing, question.uuid(), "question", "carry.question-carried", body).await
}

/// The author answers; `heard` tells that somebody of staff wrote down what was said.
///
/// # Errors
/// When the question is not open any more.
pub async fn answer_question(
    tx: &mut Tx,
    doing: &Doing<'_>,
    question: QuestionId,
    words: &LanguageSet,
    heard: bool,
) -> Result<Dossier, Refusal> {
    let row = tables::question(tx, doing.tenant, question).await?.ok_or(Refusal::Missing)?;
    if row.status != QuestionStatus::Open {
        return Err(Refusal::NotNow(State::Assessed));
    }
    let answer = keep(tx, doing, row.dossier, words).await?;
    let heard_by = doing.actor.account().filter(|_| heard);
    tables::answer_question(tx, doing.tenant, question, answer, doing.at, heard_by).await?;
    let proof = evidence::QuestionAnswer::by_carry(question, row.contribution);
    Ok(journey::record(tx, doing, row.dossier, Step::QuestionAnswered(proof)).await?)
}

/// The term of a question passed: the dossier goes on without an answer. Nothing closes by silence (H3).
///
/// # Errors
/// When the question is not open any more.
pub async fn lapse(tx: &mut Tx, doing: &Doing<'_>, question: QuestionId) -> Result<Dossier, Refusal> {
    let row = tables::question(tx, doing.tenant, question).await?.ok_or(Refusal::Missing)?;
    if tables::lapse_question(tx, doing.tenant, question).await? == 0 {
        return Err(Refusal::NotNow(State::Assessed));
    }
    let proof = evidence::QuestionLapse::by_carry(question, row.contribution);
    Ok(journey::record(tx, doing, row.dossier, Step::QuestionLapsed(proof)).await?)
}

/// Gives the advice of the department that has the dossier.
///
/// # Errors
/// When it is not being assessed, or «fits if» names no condition.
pub async fn advise(tx: &mut Tx, doing: &Doing<'_>, dossier: DossierId, advising: &Advising) -> Result<AdviceId, Refusal> {
    let before = here(tx, doing, dossier, Act::Advise).await?;
    none_open(tx, doing, &before).await?;
    if advising.fit == Verdict::FitsIf && advising.condition.is_none() {
        return Err(Refusal::Rule(Rule::ConditionMissing));
    }
    let replying = charter(tx, doing.tenant, before.process).await?.is_some_and(|charter| replies(charter.variant));
    if replying && advising.reply.is_none() {
        return Err(Refusal::Rule(Rule::ReplyMissing));
    }
    let reply = advising.reply.as_ref().filter(|_| replying);
    if before.gathers.is_some() && advising.result.is_none() {
        return Err(Refusal::Rule(Rule::ResultMissing));
    }
    let result = advising.result.as_ref().filter(|_| before.gathers.is_some());
    if let Some(result) = result {
        gathering::checked(&before, result, doing.civil.today(doing.at))?;
    }
    let fit = match result {
        Some(result) if result.deed.is_some() => Verdict::Fits,
        Some(_) => Verdict::DoesNotFit,
        None => advising.fit,
    };
    let id = AdviceId::new(doing.at, tx.random());
    let row = Advice {
        id,
        dossier,
        department: before.department,
        fit,
        condition: keep_some(tx, doing, dossier, advising.condition.as_ref()).await?,
        words: keep(tx, doing, dossier, &advising.words).await?,
        motive: keep(tx, doing, dossier, &advising.motive).await?,
        plan_change: reply.map(|(change, _)| *change),
        reply: keep_some(tx, doing, dossier, reply.map(|(_, words)| words)).await?,
        at: doing.at,
    };
    journey::record(tx, doing, dossier, Step::AdviceReady(evidence::Advice::by_carry(id))).await?;
    tables::add_advice(tx, doing.tenant, &row, doing.actor.account()).await?;
    tables::note_advised(tx, doing.tenant, before.process, doing.at).await?;
    if let Some(result) = result {
        gathering::keep_result(tx, doing, &before, &row, result).await?;
    }
    Ok(id)
}

/// Refuses while a toets that is obligatory for a draft decision of the process waits for answers (A011).
async fn tested(tx: &mut Tx, doing: &Doing<'_>, process: ProcessId) -> Result<(), Refusal> {
    if design::draft_decision_held(tx, doing.tenant, process).await? { Err(Refusal::Rule(Rule::ToetsOpen)) } else { Ok(()) }
}

/// Puts the dossier on the agenda of a body, or moves it to another date, which needs a motive.
///
/// # Errors
/// When there is no advice yet, the date has passed, the same place is taken already, a move has no motive, or a toets of the draft
/// decision is not answered.
pub async fn schedule(
    tx: &mut Tx,
    doing: &Doing<'_>,
    dossier: DossierId,
    body: &Line,
    date: Date,
    motive: Option<&LanguageSet>,
) -> Result<Dossier, Refusal> {
    let before = here(tx, doing, dossier, Act::Schedule).await?;
    if date < doing.civil.zone.date(doing.at) {
        return Err(Refusal::Rule(Rule::SlotPast));
    }
    if before.state == State::OnAgenda {
        let slot = tables::slot(tx, doing.tenant, dossier).await?;
        if slot.is_some_and(|slot| slot.day == date && slot.body == body.as_str()) {
            return Err(Refusal::NotNow(before.state));
        }
        if motive.is_none() {
            return Err(Refusal::Rule(Rule::MoveMotive));
        }
    } else {
        tested(tx, doing, before.process).await?;
    }
    let motive = keep_some(tx, doing, dossier, motive).await?;
    let proof = evidence::Agenda::by_carry(body.as_str().to_owned(), date);
    let after = journey::record(tx, doing, dossier, Step::Scheduled(proof)).await?;
    let slot = Slot { body: body.as_str().to_owned(), day: date, motive, at: doing.at };
    tables::add_slot(tx, doing.tenant, dossier, &slot, doing.actor.account()).await?;
    Ok(after)
}

/// Writes down what the body decided.
///
/// # Errors
/// When the dossier stands on no agenda, the date lies ahead, a deferral has no date, a trial ends before it began, a decision that
/// differs from the advice has no motive, or a toets of the draft decision is not answered.
pub async fn decide(tx: &mut Tx, doing: &Doing<'_>, dossier: DossierId, deciding: &Deciding) -> Result<DecisionId, Refusal> {
    let before = journey::dossier(tx, doing.tenant, dossier).await?.ok_or(Refusal::Missing)?;
    let charter = charter(tx, doing.tenant, before.process).await?;
    let decider = charter.as_ref().map_or(Decider::Body, |charter| charter.decider);
    if !Act::Decide.is_open(&before, decider) {
        return Err(Refusal::NotNow(before.state));
    }
    none_open(tx, doing, &before).await?;
    let responding = charter.as_ref().is_some_and(|charter| responds(charter.variant));
    let outcome = match (&deciding.response, responding) {
        (Some((response, _)), true) => response.outcome(),
        (None, true) => return Err(Refusal::Rule(Rule::ResponseMissing)),
        (Some(_), false) => return Err(Refusal::Rule(Rule::NoInitiative)),
        (None, false) => deciding.outcome,
    };
    if before.gathers.is_some() && !outcome.is_a_result() && outcome != Outcome::Deferred {
        return Err(Refusal::Rule(Rule::ResultOutcome));
    }
    if before.gathers.is_none() && outcome.is_a_result() {
        return Err(Refusal::Rule(Rule::NoResult));
    }
    let lane = lane(before.state, decider).ok_or(Refusal::NotNow(before.state))?;
    let body = match (lane, &before.agenda, &deciding.body) {
        (Lane::Agenda, Some(agenda), _) => agenda.body.clone(),
        (_, _, Some(body)) => body.as_str().to_owned(),
        _ => return Err(Refusal::Rule(Rule::BodyMissing)),
    };
    if before.state == State::FrameCheck && !outcome.is_a_no() {
        return Err(Refusal::Rule(Rule::OnlyANo));
    }
    let advice = tables::advice(tx, doing.tenant, dossier).await?;
    if deciding.date > doing.civil.zone.date(doing.at) {
        return Err(Refusal::Rule(Rule::DecisionAhead));
    }
    // A trial has an end, which may not be known yet; other outcomes have no day.
    let until = deciding.until.filter(|_| matches!(outcome, Outcome::Deferred | Outcome::Trial));
    if until.map_or(outcome == Outcome::Deferred, |until| until <= deciding.date) {
        return Err(Refusal::Rule(Rule::DeferralDate));
    }
    if outcome != Outcome::Deferred {
        tested(tx, doing, before.process).await?;
    }
    if advice.as_ref().is_some_and(|advice| deviates(advice.fit, outcome)) && deciding.deviation.is_none() {
        return Err(Refusal::Rule(Rule::DeviationMotive));
    }
    let id = DecisionId::new(doing.at, tx.random());
    let row = Decision {
        id,
        dossier,
        outcome,
        body: body.clone(),
        day: deciding.date,
        until,
        vote: deciding.vote.clone().map(Line::into_string),
        published: deciding.published.clone().map(WebAddress::into_string),
        words: keep(tx, doing, dossier, &deciding.words).await?,
        deviation: keep_some(tx, doing, dossier, deciding.deviation.as_ref()).await?,
        response: deciding.response.as_ref().map(|(response, _)| *response),
        response_motive: keep_some(tx, doing, dossier, deciding.response.as_ref().map(|(_, motive)| motive)).await?,
        advice: advice.map(|advice| advice.id),
        at: doing.at,
    };
    // What is decided in spite of an objection sets it aside, in public and with the words of the decision.
    for open in &before.objections {
        across::close_objection(tx, doing, dossier, open, ObjectionEnding::SetAside, row.words).await?;
    }
    overtaking::processed(tx, doing, &before).await?;
    let proof = evidence::Decision::by_carry(id, outcome, body, deciding.date, until);
    let proof = if lane == Lane::Mandate { proof.mandated() } else { proof };
    journey::record(tx, doing, dossier, Step::Decided(proof)).await?;
    tables::off_agenda(tx, doing.tenant, dossier).await?;
    tables::add_decision(tx, doing.tenant, before.process, &row, doing.actor.account()).await?;
    let announced = charter.and_then(|charter| charter.decision_date).filter(|_| lane == Lane::Agenda);
    overtaking::look(tx, doing, &before, deciding.date, announced).await?;
    if !outcome.is_carried_out() {
        across::release_means(tx, doing, dossier).await?;
    }
    Ok(id)
}

/// Leaves an internal note. The same `id` twice is the same note.
///
/// # Errors
/// When there is no such dossier, or the note is there already ([`Refusal::NotNow`]).
pub async fn note(tx: &mut Tx, doing: &Doing<'_>, dossier: DossierId, id: TextId, words: &Prose) -> Result<(), Refusal> {
    let before = here(tx, doing, dossier, Act::Note).await?;
    let row = Note { id, words: words.as_str().to_owned(), at: doing.at, by: doing.actor.account() };
    if tables::has_note(tx, doing.tenant, id).await? {
        return Err(Refusal::NotNow(before.state));
    }
    tables::add_note(tx, doing.tenant, dossier, &row).await?;
    seal(tx, doing, dossier, id, "carry.note-kept", words.as_str()).await
}

/// An entry in the journal that only staff ever see.
pub(crate) async fn note_inside(
    tx: &mut Tx,
    doing: &Doing<'_>,
    stream: uuid::Uuid,
    stream_kind: &str,
    kind: &str,
    body: serde_json::Value,
) -> Result<(), Refusal> {
    tx.journal(Entry { tenant: doing.tenant, stream, stream_kind, kind, version: 1, actor: doing.actor, at: doing.at, body }).await?;
    Ok(())
}

/// Whether a decision with this outcome would differ from the advice that lies before the body.
///
/// # Errors
/// When the database cannot be read.
pub async fn would_deviate(s: &mut Session, tenant: TenantId, dossier: DossierId, outcome: Outcome) -> Result<bool, store::Error> {
    Ok(tables::advice(s, tenant, dossier).await?.is_some_and(|advice| deviates(advice.fit, outcome)))
}
