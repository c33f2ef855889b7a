//! Proof that a room did its work, without which no step is set.
//!
//! Each constructor bears the name of the room that may call it (`by_voice`, `by_carry`, `by_answer`,
//! `by_deliver`, `by_learn`). A test reads the sources of the house and fails when another room calls it. What makes
//! the evidence complete (three verdicts, a motivation in plain words) is the rule of the room that constructs it.

use crate::{AnswerBy, Channel, ConfirmedBy, DeliveryStatus, Outcome, Verdict};
use kernel::{
    AccountId, AdviceId, AnswerId, AreaId, ContributionId, Date, DecisionId, DeliveryId, DepartmentId, DossierId, ProcessId, PublicNumber,
    QuestionId, TextId,
};
use serde::{Deserialize, Serialize};

macro_rules! evidence {
    ($($(#[$doc:meta])* $name:ident $by:ident { $($field:ident: $type:ty),* $(,)? })*) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        pub struct $name { $(pub(crate) $field: $type,)* }
        impl $name {
            /// The evidence, given by the room whose name the constructor bears.
            #[must_use]
            #[allow(clippy::too_many_arguments, reason = "evidence names everything it rests on")]
            pub const fn $by($($field: $type),*) -> Self {
                Self { $($field),* }
            }
        }
    )* };
}

evidence! {
    /// A contribution came in (S1). Given through [`crate::open`].
    Receipt by_journey {
        process: ProcessId, area: Option<AreaId>, contribution: ContributionId, number: PublicNumber, channel: Channel,
        answer_by: AnswerBy, captured: Date,
    }
    /// A contribution travels along with this dossier from now on. Given through [`crate::bundle`].
    Joining by_journey {
        contribution: ContributionId, number: PublicNumber, channel: Channel, answer_by: AnswerBy, captured: Date, received: kernel::Instant,
        checked: bool, public: bool, from: DossierId, part_of: Option<ContributionId>,
    }
    /// A part of a contribution begins its own way, screened as the whole was. Given through [`crate::divide`].
    PartReceipt by_journey {
        process: ProcessId, area: Option<AreaId>, contribution: ContributionId, number: PublicNumber, channel: Channel, captured: Date,
        received: kernel::Instant, public: bool, part_of: ContributionId,
    }
    /// A contribution travels in these parts from now on. Given through [`crate::divide`].
    Division by_journey { contribution: ContributionId, parts: Vec<NewPart> }
    /// The parts are one contribution again. Given through [`crate::reunite`].
    Reunion by_journey { contribution: ContributionId }
    /// The author has the answer to a part. Given when the dossier of that part gets it.
    PartAnswer by_journey { part: ContributionId, outcome: Outcome }
    /// A part that was answered is looked at once more. Given when the dossier of that part is.
    PartReview by_journey { part: ContributionId }
    /// A contribution travels elsewhere from now on. Given through [`crate::bundle`].
    Leaving by_journey { contribution: ContributionId, to: DossierId }
    /// Until that day what comes in is gathered in this dossier, to be answered with one result (F5); without a day nothing is any more.
    Gathering by_carry { until: Option<Date> }
    /// Whoever holds the dossier is absent or gone since that day, and nobody stands in (X10); without a day somebody is there again.
    Absence by_carry { since: Option<Date> }
    /// A line department is asked to take the dossier (S4).
    Assignment by_carry { department: DepartmentId }
    /// The head of the department took it, with somebody who holds it (guard of S4).
    Acceptance by_carry { department: DepartmentId, holder: AccountId }
    /// The department gave it to somebody else among its people.
    HandOver by_carry { department: DepartmentId, holder: AccountId }
    /// The department gave it back, with its reason.
    HandBack by_carry { department: DepartmentId, reason: TextId }
    /// What law, money and practice say (S5): three verdicts, or none.
    Frames by_carry { legal: Verdict, financial: Verdict, practical: Verdict }
    /// The dossier goes back into assessment (S6).
    Assessment by_carry { department: DepartmentId }
    /// A question to the author (S6a).
    Question by_carry { question: QuestionId, contribution: ContributionId }
    /// The author, or somebody for the author, answered the question.
    QuestionAnswer by_carry { question: QuestionId, contribution: ContributionId }
    /// The term of the question passed; the work goes on without an answer (H3.5).
    QuestionLapse by_carry { question: QuestionId, contribution: ContributionId }
    /// Departments, initiator and partners sit together on that day (S7).
    Table by_carry { date: Date }
    /// Means of that department are awaited (S8), perhaps until its next budget date.
    MeansAwait by_carry { department: DepartmentId, next_date: Option<Date> }
    /// The holder of that budget committed the means (guard of S8).
    Commitment by_carry { department: DepartmentId, holder: AccountId }
    /// The holder of that budget refused the means, with a motive.
    MeansRefusal by_carry { department: DepartmentId }
    /// Brought to a higher level (S10), named by a code such as `college`.
    Escalation by_carry { level: String }
    /// An advice is ready (S11).
    Advice by_carry { advice: AdviceId }
    /// Another department objects: it says which one of its objections, and of what nature (F3 X3).
    Objection by_carry { number: i64, department: DepartmentId, nature: String }
    /// That objection is over: withdrawn, met, or set aside with a motive.
    ObjectionEnd by_carry { number: i64, department: DepartmentId, end: String }
    /// The dossier touches the field of another department too (F3 X9).
    ConsultRequest by_carry { department: DepartmentId }
    /// That department said what it finds, or somebody above both went on without it; a code such as `agrees`.
    Consult by_carry { department: DepartmentId, verdict: String }
    /// A body decided on that day before the dossier was processed (F3 X12).
    Overtaking by_carry { date: Date }
    /// That was looked at: explained, processed after all, or reviewed; a code.
    OvertakingEnd by_carry { end: String }
    /// Values in conflict were recorded, with or without a choice (F6, F3 X5).
    ValueRecord by_carry { chosen: bool }
    /// A place on the agenda of a body (S12), named by a code such as `council`.
    Agenda by_carry { body: String, date: Date }
    /// The motivated answer to one author is published (S14).
    Motivation by_answer { answer: AnswerId, contribution: ContributionId }
    /// How far an answer is on its way.
    Delivery by_answer { delivery: DeliveryId, contribution: ContributionId, channel: AnswerBy, status: DeliveryStatus }
    /// What the author thinks of the answer (S15).
    Reaction by_answer { contribution: ContributionId, understood: Option<bool>, fair: Option<bool>, review_asked: bool }
    /// The process guardian has it looked at once more (S15→S6).
    Review by_answer { reason: TextId }
    /// What was put off until a day, or kept for later policy, is taken up again; perhaps with a public reason.
    Resumption by_carry { reason: Option<TextId> }
    /// Work began (S16).
    Start by_deliver { department: DepartmentId }
    /// Carried out, confirmed by an author or the neighbourhood manager (guard of S17). Never says who, only in which part.
    Realisation by_deliver { confirmed_by: ConfirmedBy }
    /// Still in use and owned after the set time (S18).
    Integration by_deliver { still_in_use: bool }
    /// Evaluated, with an answer on negative effects (guard of S19).
    Evaluation by_learn { negative_effects: TextId }
}

/// A part into which a contribution is divided, with the dossier that is opened for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewPart {
    /// The part, a contribution of its own.
    pub contribution: ContributionId,
    /// Its public number.
    pub number: PublicNumber,
    /// The dossier in which it begins.
    pub dossier: DossierId,
}

/// Somebody looked whether a contribution may be published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Privacy {
    pub(crate) contribution: ContributionId,
    pub(crate) masked: bool,
    pub(crate) published: bool,
}

impl Privacy {
    /// The words are published, some of them masked or none.
    #[must_use]
    pub const fn by_voice(contribution: ContributionId, masked: bool) -> Self {
        Self { contribution, masked, published: true }
    }
    /// The words are not published, by the published rules; the contribution travels all the same.
    #[must_use]
    pub const fn kept_back_by_voice(contribution: ContributionId) -> Self {
        Self { contribution, masked: false, published: false }
    }
}

/// The outcome of screening (S2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "as", rename_all = "kebab-case")]
pub enum Screening {
    /// Within the charter; goes on.
    #[non_exhaustive]
    InScope {
        /// What kind of contribution it is, a code such as `idea`.
        kind: String,
        /// Why, when the officer wrote it down.
        motive: Option<TextId>,
    },
    /// For another channel or government (S2a).
    #[non_exhaustive]
    Referred {
        /// Where to, a code.
        to: String,
        /// Why.
        motive: Option<TextId>,
    },
    /// Out of scope, kept under a theme (S2b).
    #[non_exhaustive]
    Parked {
        /// The theme.
        theme: TextId,
        /// Why.
        motive: Option<TextId>,
        /// The day on which somebody looks at it again, when that is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Date>,
    },
}

impl Screening {
    /// Within the charter.
    #[must_use]
    pub fn in_scope_by_carry(kind: impl Into<String>, motive: Option<TextId>) -> Self {
        Self::InScope { kind: kind.into(), motive }
    }
    /// For another channel or government; the author will be answered.
    #[must_use]
    pub fn referred_by_carry(to: impl Into<String>, motive: Option<TextId>) -> Self {
        Self::Referred { to: to.into(), motive }
    }
    /// Out of scope, kept under a theme; the author will be answered.
    #[must_use]
    pub const fn parked_by_carry(theme: TextId, motive: Option<TextId>) -> Self {
        Self::Parked { theme, motive, until: None }
    }
    /// The same, kept until this day, on which somebody looks at it again. Only what is kept has such a day.
    #[must_use]
    pub fn until(self, day: Option<Date>) -> Self {
        match self {
            Self::Parked { theme, motive, .. } => Self::Parked { theme, motive, until: day },
            other => other,
        }
    }
    pub(crate) const fn motive(&self) -> Option<TextId> {
        match self {
            Self::InScope { motive, .. } | Self::Referred { motive, .. } | Self::Parked { motive, .. } => *motive,
        }
    }
}

/// A decision of the competent body (S13).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    pub(crate) decision: DecisionId,
    pub(crate) outcome: Outcome,
    pub(crate) body: String,
    pub(crate) date: Date,
    pub(crate) until: Option<Date>,
    pub(crate) mandated: bool,
}

impl Decision {
    /// Decided by `body` (a code such as `college`) on `date`; `until` is the date of a deferral or the end of a trial.
    #[must_use]
    pub fn by_carry(decision: DecisionId, outcome: Outcome, body: impl Into<String>, date: Date, until: Option<Date>) -> Self {
        Self { decision, outcome, body: body.into(), date, until, mandated: false }
    }
    /// Decided by mandate, so that no agenda was needed: the fast lane S2→S13, a no after the frame check S5→S13, or
    /// the mandated head on a ready advice.
    #[must_use]
    pub fn mandated(mut self) -> Self {
        self.mandated = true;
        self
    }
}

/// The author takes a contribution back (S20). Needs no reason and no permission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    pub(crate) contribution: ContributionId,
}

impl Withdrawal {
    /// The author withdrew it, or the desk did at the author's word.
    #[must_use]
    pub const fn by_voice(contribution: ContributionId) -> Self {
        Self { contribution }
    }
}
