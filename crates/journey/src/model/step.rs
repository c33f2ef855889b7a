//! The steps that rooms may set, each with its evidence.

use super::codes::StepKind;
use crate::evidence;
use kernel::ContributionId;

macro_rules! steps {
    ($($(#[$doc:meta])* $name:ident($evidence:ident),)*) => {
        /// One step of a dossier, with the evidence that it may be set.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Step { $($(#[$doc])* $name(evidence::$evidence),)* }

        impl Step {
            /// What kind of step it is.
            #[must_use]
            pub const fn kind(&self) -> StepKind {
                match self { $(Self::$name(_) => StepKind::$name,)* }
            }
            pub(crate) fn body(&self) -> serde_json::Result<serde_json::Value> {
                match self { $(Self::$name(evidence) => serde_json::to_value(evidence),)* }
            }
            pub(crate) fn read(kind: StepKind, body: serde_json::Value) -> serde_json::Result<Self> {
                match kind { $(StepKind::$name => serde_json::from_value(body).map(Self::$name),)* }
            }
        }
    };
}

steps! {
    /// S1, through [`crate::open`].
    Received(Receipt),
    /// The words may be published; S1 stays.
    PrivacyChecked(Privacy),
    /// S2, S2a or S2b.
    Screened(Screening),
    /// S2 or S3: what comes in until a day is gathered for one result.
    Gathered(Gathering),
    /// S3, through [`crate::bundle`].
    Joined(Joining),
    /// Through [`crate::bundle`].
    Left(Leaving),
    /// S3a, through [`crate::divide`].
    Divided(Division),
    /// Out of S3a, through [`crate::reunite`].
    Reunited(Reunion),
    /// S2, through [`crate::divide`].
    PartBegun(PartReceipt),
    /// Told by the dossier of a part.
    PartAnswered(PartAnswer),
    /// Told by the dossier of a part.
    PartReopened(PartReview),
    /// S4: a department is asked.
    Assigned(Assignment),
    /// S4→S5: the department has it.
    Accepted(Acceptance),
    /// Somebody else in the department holds it.
    HandedOver(HandOver),
    /// Beside the way: whoever holds it is absent or gone, or somebody is there again.
    HolderAbsent(Absence),
    /// Back to S2 or S3.
    HandedBack(HandBack),
    /// S5→S6.
    FramesChecked(Frames),
    /// Back into S6.
    Assessed(Assessment),
    /// S6a.
    Questioned(Question),
    /// S6a→ where the dossier was.
    QuestionAnswered(QuestionAnswer),
    /// S6a→ where the dossier was, without answer.
    QuestionLapsed(QuestionLapse),
    /// S7.
    Tabled(Table),
    /// S8.
    MeansAwaited(MeansAwait),
    /// S8, may leave now.
    MeansCommitted(Commitment),
    /// S8: that department gives nothing; the others may.
    MeansRefused(MeansRefusal),
    /// S10.
    Escalated(Escalation),
    /// Beside the way: another department objects.
    Objected(Objection),
    /// Beside the way: an objection is over.
    ObjectionEnded(ObjectionEnd),
    /// Beside the way: another department is touched too.
    Touched(ConsultRequest),
    /// Beside the way: that department was heard.
    Consulted(Consult),
    /// Beside the way: a body decided before it was processed.
    Overtaken(Overtaking),
    /// Beside the way: that was looked at.
    OvertakingEnded(OvertakingEnd),
    /// Beside the way: which values conflict.
    ValuesWeighed(ValueRecord),
    /// S11.
    AdviceReady(Advice),
    /// S12.
    Scheduled(Agenda),
    /// S13.
    Decided(Decision),
    /// S14, for one author.
    Answered(Motivation),
    /// The delivery of one answer.
    Delivered(Delivery),
    /// S15, by one author.
    Reacted(Reaction),
    /// S15→S6.
    ReviewGranted(Review),
    /// S15→S6, or S2 where no department had it: put off, and taken up again.
    Resumed(Resumption),
    /// S16.
    Started(Start),
    /// S17.
    Realised(Realisation),
    /// S18.
    Integrated(Integration),
    /// S19.
    Evaluated(Evaluation),
    /// S20, for one author.
    Withdrawn(Withdrawal),
    /// S20, for a part of what its author withdrew.
    PartWithdrawn(Withdrawal),
}

impl Step {
    /// The dossier in which a contribution travelled before it came to travel in this one.
    #[must_use]
    pub const fn came_from(&self) -> Option<kernel::DossierId> {
        match self {
            Self::Joined(e) => Some(e.from),
            _ => None,
        }
    }

    /// The one contribution that the step is about; `None` when it is about the whole dossier.
    #[must_use]
    pub const fn contribution(&self) -> Option<ContributionId> {
        match self {
            Self::Received(e) => Some(e.contribution),
            Self::PrivacyChecked(e) => Some(e.contribution),
            Self::Joined(e) => Some(e.contribution),
            Self::Left(e) => Some(e.contribution),
            Self::Divided(e) => Some(e.contribution),
            Self::Reunited(e) => Some(e.contribution),
            Self::PartBegun(e) => Some(e.contribution),
            Self::Questioned(e) => Some(e.contribution),
            Self::QuestionAnswered(e) => Some(e.contribution),
            Self::QuestionLapsed(e) => Some(e.contribution),
            Self::Answered(e) => Some(e.contribution),
            Self::Delivered(e) => Some(e.contribution),
            Self::Reacted(e) => Some(e.contribution),
            Self::Withdrawn(e) | Self::PartWithdrawn(e) => Some(e.contribution),
            _ => None,
        }
    }
}
