//! What one person put in, how it came in, and how far it is on its way to being public.

use crate::model::place::Place;
use journey::{AnswerBy, Channel};
use kernel::{
    AccountId, BatchId, ContributionId, Date, DossierId, FileId, FollowCode, IdentityId, Instant, Language, Line, Money, OrganisationId,
    ProcessId, Prose, PublicNumber,
};
use store::texts::LanguageSet;

/// A title has at most this many signs.
pub const TITLE_MOST: usize = 150;
/// The words have at most this many signs.
pub const BODY_MOST: usize = 6_000;
/// The name of a street or another short line has at most this many signs.
pub const LINE_MOST: usize = 120;
/// A reply under a contribution has at most this many signs.
pub const COMMENT_MOST: usize = 1_500;
/// A reason for the author has at most this many signs.
pub const REASON_MOST: usize = 1_000;

/// Where the answer must go, and who knows who the author is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answering {
    /// The channel that the author chose.
    pub by: AnswerBy,
    /// Who the author is, kept in the vault before ([`people::vault::keep`], or let [`crate::receive_known`] do both).
    pub identity: Option<IdentityId>,
    /// The partner organisation that keeps the identity and brings the answer back (catalogue E302).
    pub organisation: Option<OrganisationId>,
    /// The name under which that organisation knows the author; says nothing to the municipality.
    pub pseudonym: Option<Line>,
    /// Whether the author also wants to hear of steps in between: the only use that rests on consent.
    pub updates: bool,
}

impl Answering {
    /// The author will look for the answer in public.
    #[must_use]
    pub const fn none() -> Self {
        Self { by: AnswerBy::None, identity: None, organisation: None, pseudonym: None, updates: false }
    }
}

/// Who helped, when somebody did (catalogue E201).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assisted {
    /// The account that wrote it down.
    pub recorder: AccountId,
    /// Whether the author spoke and the recorder wrote; otherwise it was copied from the author's own paper.
    pub spoken: bool,
    /// Whether it was read back to the author, who agreed with the words.
    pub read_back: bool,
    /// The heap it came in with.
    pub batch: Option<BatchId>,
}

/// A photo that goes along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentPhoto {
    /// The kept file.
    pub file: FileId,
    /// What is on it, for who cannot see it.
    pub description: Option<Line>,
}

/// A contribution that comes in.
#[derive(Debug, Clone, PartialEq)]
pub struct NewContribution {
    /// Made by whoever sends, so that sending twice makes no second one.
    pub id: ContributionId,
    /// A code that the author already holds (on a card, or in a form that is sent again); otherwise one is drawn.
    pub code: Option<FollowCode>,
    /// The number that the author already holds, given out where there was no network; otherwise, and when somebody else
    /// has it, one is drawn.
    pub number: Option<PublicNumber>,
    /// For which process.
    pub process: ProcessId,
    /// In one line.
    pub title: Line,
    /// In the author's words; a source may know no more than a title.
    pub body: Option<Prose>,
    /// The language of the words.
    pub language: Language,
    /// Where it is about.
    pub place: Place,
    /// How it came in.
    pub channel: Channel,
    /// The day on which it was said or written; may lie before the day it is received.
    pub captured: Date,
    /// How the author wants the answer.
    pub answering: Answering,
    /// Whether the author agrees that the words become public after the privacy check.
    pub public: bool,
    /// Photos that were kept before under the same id ([`crate::photos::keep`]).
    pub photos: Vec<SentPhoto>,
    /// Who helped.
    pub assisted: Option<Assisted>,
    /// What it would cost, as far as the source says.
    pub cost: Option<Money>,
    /// The category in the source.
    pub category: Option<Line>,
    /// Where it was taken over from, such as a file and the number in it.
    pub source: Option<Line>,
}

impl NewContribution {
    /// An idea that is public after the check, with everything optional left empty.
    #[must_use]
    pub const fn idea(id: ContributionId, process: ProcessId, title: Line, language: Language, channel: Channel, captured: Date) -> Self {
        Self {
            id,
            code: None,
            number: None,
            process,
            title,
            body: None,
            language,
            place: Place::nowhere(),
            channel,
            captured,
            answering: Answering::none(),
            public: true,
            photos: Vec::new(),
            assisted: None,
            cost: None,
            category: None,
            source: None,
        }
    }
}

/// What the author gets in hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// Which contribution.
    pub id: ContributionId,
    /// The public number.
    pub number: PublicNumber,
    /// The secret code. `None` when it was sent before and the sender does not hold the code: only its digest is
    /// kept, so that it cannot be shown again.
    pub follow_code: Option<FollowCode>,
    /// The dossier it travels in.
    pub dossier: DossierId,
    /// Whether it had come in before: nothing was stored this time.
    pub repeated: bool,
    /// Whether the words that came in before are the same as these. Always true when not repeated.
    pub same_words: bool,
}

/// How far the words are on their way to being public.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Screening {
    /// Nobody looked yet.
    Waiting,
    /// A person looked, and the words may be shown.
    Shown,
    /// A person looked, and the words are kept back under a published rule.
    KeptBack,
}

impl Screening {
    /// The code that is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Shown => "shown",
            Self::KeptBack => "kept-back",
        }
    }
    /// The one with this code; what is unknown still waits.
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        match code {
            "shown" => Self::Shown,
            "kept-back" => Self::KeptBack,
            _ => Self::Waiting,
        }
    }
}

/// How an author took a contribution back (catalogue F1 S20).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Erasure {
    /// The words are no longer shown, but kept until the process is accounted for.
    Hide,
    /// Words, place and photos are gone.
    Words,
}

/// A contribution as it is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Contribution {
    /// Which one.
    pub id: ContributionId,
    /// The public number.
    pub number: PublicNumber,
    /// The process it is for.
    pub process: ProcessId,
    /// The dossier it came in with.
    pub dossier: DossierId,
    /// The title as it may be shown: with masks when there are any. Empty after erasure.
    pub title: LanguageSet,
    /// The words as they may be shown; `None` when there are none.
    pub body: Option<LanguageSet>,
    /// Whether something in title or words is masked.
    pub masked: bool,
    /// The language of the words.
    pub language: Language,
    /// Where it is about.
    pub place: Place,
    /// How it came in.
    pub channel: Channel,
    /// The day on which it was said or written.
    pub captured: Date,
    /// When the municipality received it.
    pub received: Instant,
    /// How the author wants the answer.
    pub answer_by: AnswerBy,
    /// Who the author is in the vault, when the vault knows.
    pub identity: Option<IdentityId>,
    /// The organisation that keeps the identity and brings the answer back.
    pub organisation: Option<OrganisationId>,
    /// The name under which that organisation knows the author.
    pub pseudonym: Option<String>,
    /// Whether the author wants to hear of steps in between.
    pub updates: bool,
    /// Who helped.
    pub assisted: Option<Assisted>,
    /// Whether the author agrees that the words become public.
    pub public: bool,
    /// How far the words are on their way to being public.
    pub screening: Screening,
    /// The rule under which the words are kept back, a code of [`crate::Rule`].
    pub rule: Option<String>,
    /// Why they are kept back, for the author.
    pub reason: Option<String>,
    /// Whether everybody may read the words now.
    pub published: bool,
    /// When the author took it back.
    pub withdrawn: Option<Instant>,
    /// Whether words, place and photos are gone.
    pub erased: bool,
    /// What it would cost, as far as its source says.
    pub cost: Option<Money>,
    /// The category in its source.
    pub category: Option<String>,
    /// Where it was taken over from.
    pub source: Option<String>,
    /// The contribution of which it is a part, when that was divided over departments.
    pub part_of: Option<ContributionId>,
}

/// The words of one contribution as they may be shown, and whether they may.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    /// Which contribution.
    pub id: ContributionId,
    /// Its public number.
    pub number: PublicNumber,
    /// The title, masked where somebody masked it.
    pub title: LanguageSet,
    /// The words, masked where somebody masked them.
    pub body: Option<LanguageSet>,
    /// Whether everybody may read them.
    pub published: bool,
    /// Whether the author took it back.
    pub withdrawn: bool,
}

/// What is wrong with a contribution that comes in or is taken back.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such contribution, process or dossier in this municipality.
    #[error("there is no such contribution")]
    Missing,
    /// The follow code is not the code of this contribution.
    #[error("this is not the code of this contribution")]
    WrongCode,
    /// The author took it back already.
    #[error("this contribution was withdrawn")]
    Withdrawn,
    /// Its words were corrected after they were shown to whoever decides about them.
    #[error("the words were corrected meanwhile")]
    Changed,
    /// It was divided: its parts hold the words as they were.
    #[error("this contribution was divided")]
    Divided,
    /// Not everybody may read its words, so that they cannot be translated for everybody; or they stand in that language.
    #[error("there are no public words to be translated into this language")]
    NotPublic,
    /// The journey does not allow it.
    #[error("the journey refuses: {0:?}")]
    Journey(journey::Refusal),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
}

impl From<journey::Refusal> for Error {
    fn from(refusal: journey::Refusal) -> Self {
        match refusal {
            journey::Refusal::Missing => Self::Missing,
            journey::Refusal::Store(error) => Self::Store(error),
            other => Self::Journey(other),
        }
    }
}
