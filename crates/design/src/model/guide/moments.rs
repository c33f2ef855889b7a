//! The moments of the guide: one page each, with the facts that are asked there.

use evidence::{AskedAt, Fact, FactOrigin, Phase};

/// A moment of designing, and its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GuideMoment {
    /// What the process aims at, in order, and what not.
    Aims,
    /// Whom it wants to reach, what stands in their way and what helps.
    People,
    /// How people are found, talk together and are heard.
    Approach,
    /// Hours and money against what the form takes.
    Means,
    /// Who does what.
    Roles,
    /// Name, frames and links with policy.
    Agreements,
    /// How the organisation stands.
    Organisation,
    /// How it goes once it runs.
    Course,
}

/// Whether a fact is made by rooms after this one, as the process goes: they tell it, and nobody is asked.
#[must_use]
pub const fn told_by_others(fact: Fact) -> bool {
    // What came of recruitment is counted, unlike how people are to be found.
    if matches!(fact, Fact::YouthGap | Fact::WorstGroupRatio | Fact::DropOut | Fact::DropOutSkew | Fact::LargestIntermediaryShare) {
        return true;
    }
    match fact.origin() {
        FactOrigin::Texts => matches!(fact, Fact::JargonHits),
        FactOrigin::Journey
        | FactOrigin::Weighing
        | FactOrigin::Decision
        | FactOrigin::Realisation
        | FactOrigin::Questionnaires
        | FactOrigin::Evaluation => true,
        FactOrigin::Memory => matches!(fact, Fact::EarlierOpenPromises),
        FactOrigin::Charter | FactOrigin::Guide | FactOrigin::Recruitment | FactOrigin::Sessions | FactOrigin::Organisation => false,
    }
}

impl GuideMoment {
    /// All of them, in the order of the guide.
    pub const ALL: [Self; 8] =
        [Self::Aims, Self::People, Self::Approach, Self::Means, Self::Roles, Self::Agreements, Self::Organisation, Self::Course];

    /// Its place in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Aims => "doelen",
            Self::People => "mensen",
            Self::Approach => "aanpak",
            Self::Means => "middelen",
            Self::Roles => "rollen",
            Self::Agreements => "afspraken",
            Self::Organisation => "organisatie",
            Self::Course => "verloop",
        }
    }
    /// The moment at this place in addresses.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|moment| moment.code() == code)
    }
    /// Key of its name; with `-text` behind it, of what it is for.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Aims => "design-moment-aims",
            Self::People => "design-moment-people",
            Self::Approach => "design-moment-approach",
            Self::Means => "design-moment-means",
            Self::Roles => "design-moment-roles",
            Self::Agreements => "design-moment-agreements",
            Self::Organisation => "design-moment-organisation",
            Self::Course => "design-moment-course",
        }
    }

    /// The facts that its page asks, in order.
    #[must_use]
    pub const fn asks(self) -> &'static [Fact] {
        match self {
            Self::Aims => &[Fact::InclusionMeaning, Fact::OpenAims],
            Self::People => &[
                Fact::TargetGroups,
                Fact::OfficerNearGroup,
                Fact::GroundworkHours,
                Fact::SupportPhases,
                Fact::UnequalSkillsPlan,
                Fact::IntermediariesWithoutMandate,
                Fact::Channels,
                Fact::AssistedEntry,
                Fact::ExplainedBy,
                Fact::WhoDoesWhat,
                Fact::InformationPack,
                Fact::InformationTested,
                Fact::Incentives,
            ],
            Self::Approach => &[
                Fact::FirstResidentStage,
                Fact::Forms,
                Fact::SelectionModes,
                Fact::SelectionAccountPublished,
                Fact::InteractionModes,
                Fact::SessionsPlanned,
                Fact::FacilitatorsPlanned,
                Fact::ExternalModerator,
                Fact::ExpertsPlanned,
                Fact::ExpertPositions,
                Fact::ExchangeMeetings,
                Fact::ResidentsGatherInformation,
                Fact::ResidentsTraining,
                Fact::DataProtocol,
                Fact::TrustMoments,
                Fact::AfterContactPlanned,
                Fact::ReplanningMoments,
            ],
            Self::Means => &[
                Fact::PlannedHours,
                Fact::NeededHours,
                Fact::PlannedMoney,
                Fact::NeededMoney,
                Fact::FundingMonthsLeft,
                Fact::ContinuationPlan,
            ],
            Self::Roles => &[
                Fact::Initiator,
                Fact::ScopeSetBy,
                Fact::PoliticianParts,
                Fact::CoordinatorNamed,
                Fact::CoordinatorSubstitutes,
                Fact::CarrierNamed,
                Fact::BridgeNamed,
                Fact::PartnerPhases,
            ],
            Self::Agreements => {
                &[Fact::Label, Fact::Embedding, Fact::Domain, Fact::PolicyLinked, Fact::FramesPublished, Fact::ChallengeCriteria]
            }
            Self::Organisation => &[Fact::Inhabitants, Fact::OrganisationStaff, Fact::PerspectiveScan, Fact::FlexibleBudget],
            Self::Course => &[Fact::EventsWithoutPracticalCheck, Fact::ResidentsAboveCeiling],
        }
    }

    /// The facts that follow from what stands on its page or, for the agreements, in the charter, each with the place on
    /// the page beside which a rule about it stands.
    #[must_use]
    pub const fn derives(self) -> &'static [(Fact, &'static str)] {
        match self {
            Self::Aims => &[
                (Fact::Aims, "aims"),
                (Fact::AimsShare, "aims"),
                (Fact::AimsWithoutLevel, "aims"),
                (Fact::NotPursuedWritten, "text-not-aimed"),
                (Fact::EarlierLessons, "lessons"),
                (Fact::EarlierNegativeLessons, "lessons"),
            ],
            Self::People => &[(Fact::GroupsWithoutOutreach, "outreach")],
            Self::Approach => &[(Fact::SelectionModeCount, "selection-modes")],
            Self::Roles => &[(Fact::RolesMissing, "text-politicians")],
            Self::Agreements => &[
                (Fact::AnnouncedRung, "charter"),
                (Fact::MandateRung, "charter"),
                (Fact::MandateWritten, "charter"),
                (Fact::CriteriaWritten, "charter"),
                (Fact::DeciderWritten, "charter"),
                (Fact::OutsideWritten, "charter"),
                (Fact::BudgetSet, "charter"),
                (Fact::DecisionDateSet, "charter"),
                (Fact::CharterPublished, "charter"),
                (Fact::DurationDays, "charter"),
                (Fact::SlackDays, "charter"),
                (Fact::TextLanguages, "charter"),
                (Fact::CopiedUnchanged, "charter"),
                (Fact::RegulationLinked, "charter"),
            ],
            Self::Means | Self::Organisation | Self::Course => &[],
        }
    }

    /// Whether its page shows what other rooms tell of the process ([`people::FactsOf`]).
    #[must_use]
    pub fn tells(self) -> bool {
        self == Self::Course
    }

    /// The place on its page beside which a rule about `fact` stands; nothing when the fact has no place here.
    #[must_use]
    pub fn place_of(self, fact: Fact) -> Option<&'static str> {
        let asked = self.asks().contains(&fact).then(|| fact.key());
        let told = (self.tells() && told_by_others(fact)).then_some("told");
        asked.or(told).or_else(|| self.derives().iter().find(|(derived, _)| *derived == fact).map(|(_, place)| *place))
    }

    /// The moments of the knowledge base whose questions stand on its page.
    #[must_use]
    pub const fn questions(self) -> &'static [AskedAt] {
        match self {
            Self::Aims => &[AskedAt::Aims],
            Self::People => &[AskedAt::Recruitment],
            Self::Approach => &[AskedAt::Form],
            Self::Means => &[AskedAt::Means],
            Self::Roles => &[AskedAt::Roles],
            Self::Agreements => &[AskedAt::Start],
            Self::Organisation => &[AskedAt::Yearly],
            Self::Course => &[AskedAt::Session, AskedAt::Assignment, AskedAt::FrameCheck, AskedAt::Evaluation],
        }
    }

    /// The stages whose rules everybody reads on its page.
    #[must_use]
    pub const fn reads(self) -> &'static [Phase] {
        match self {
            Self::Aims => &[Phase::Design],
            Self::People => &[Phase::Recruitment],
            Self::Approach => &[Phase::Run],
            Self::Organisation => &[Phase::Organisation],
            Self::Course => &[Phase::Internal, Phase::Decision, Phase::Implementation, Phase::Evaluation],
            Self::Means | Self::Roles | Self::Agreements => &[],
        }
    }
}
