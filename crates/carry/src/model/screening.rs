//! What screening tells apart (catalogue F1 S2–S2b).

/// What kind of contribution this is; ideas are only the first kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A proposal to make or change something.
    Idea,
    /// A reaction on a plan of the municipality.
    Reaction,
    /// What somebody lives through or knows of the place.
    Experience,
    /// A question on policy.
    Question,
    /// Somebody offers to do something.
    Offer,
    /// What somebody answers when everybody is asked the same.
    SurveyAnswer,
}

impl Kind {
    /// All kinds, in the order of the form.
    pub const ALL: [Self; 6] = [Self::Idea, Self::Reaction, Self::Experience, Self::Question, Self::Offer, Self::SurveyAnswer];

    /// As stored and sent.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Idea => "idea",
            Self::Reaction => "reaction",
            Self::Experience => "experience",
            Self::Question => "question",
            Self::Offer => "offer",
            Self::SurveyAnswer => "survey-answer",
        }
    }
    /// The kind of a code.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
    /// Its word.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Idea => "carry-kind-idea",
            Self::Reaction => "carry-kind-reaction",
            Self::Experience => "carry-kind-experience",
            Self::Question => "carry-kind-question",
            Self::Offer => "carry-kind-offer",
            Self::SurveyAnswer => "carry-kind-survey-answer",
        }
    }
}

/// Where a contribution is better off than in this process (F1 S2a). Always shown with a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Elsewhere {
    /// The report point for broken things in the street.
    ReportPoint,
    /// The social service: somebody asks for help.
    SocialService,
    /// The complaints service.
    Complaints,
    /// The local police.
    Police,
    /// Another government: province, region, water board, neighbouring municipality.
    OtherGovernment,
    /// Somebody else, named in the contact.
    Other,
}

impl Elsewhere {
    /// All, in the order of the form.
    pub const ALL: [Self; 6] = [Self::ReportPoint, Self::SocialService, Self::Complaints, Self::Police, Self::OtherGovernment, Self::Other];

    /// As stored and sent.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ReportPoint => "report-point",
            Self::SocialService => "social-service",
            Self::Complaints => "complaints",
            Self::Police => "police",
            Self::OtherGovernment => "other-government",
            Self::Other => "other",
        }
    }
    /// The place of a code.
    #[must_use]
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|place| place.code() == code)
    }
    /// Its word; public, since the journey page says where a contribution went.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::ReportPoint => "carry-elsewhere-report-point",
            Self::SocialService => "carry-elsewhere-social-service",
            Self::Complaints => "carry-elsewhere-complaints",
            Self::Police => "carry-elsewhere-police",
            Self::OtherGovernment => "carry-elsewhere-other-government",
            Self::Other => "carry-elsewhere-other",
        }
    }
}
