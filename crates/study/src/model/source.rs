//! What was seen, heard or read: interviews, sessions and documents, each with a code.

use super::coded;
use kernel::{Date, Instant, TextId};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

coded! {
    /// What kind of source it is (A244).
    SourceKind {
        /// A talk with one respondent (D023).
        Interview = "interview",
        /// A session that somebody observed (G017, G018).
        Session = "session",
        /// A text that was there already.
        Document = "document",
    }
}

coded! {
    /// What kind of document.
    PaperKind {
        /// A report or policy paper.
        Report = "report",
        /// Minutes of a meeting.
        Minutes = "minutes",
        /// A letter or mail to or from the municipality.
        Letter = "letter",
        /// What a newspaper or a website wrote.
        Press = "press",
        /// Something else.
        Other = "other",
    }
}

coded! {
    /// The wide kinds of actors that the letter of a code tells (D024). The catalogue has finer kinds (B35); some of those are
    /// one person in a municipality, so only the wide kind stands in a code and leaves in an export.
    RespondentKind {
        /// People who take part: bewoners.
        Resident = "B",
        /// People who do not take part.
        NonParticipant = "N",
        /// Politicians.
        Politician = "P",
        /// Officials of the municipality: gemeente.
        Official = "G",
        /// Intermediaries.
        Intermediary = "I",
        /// Experts.
        Expert = "E",
        /// Facilitators and moderators.
        Facilitator = "M",
        /// Associations, partners and other organisations.
        Organisation = "V",
        /// Professionals outside the municipality.
        Professional = "W",
        /// Kinds that a municipality added.
        Other = "X",
    }
}

impl RespondentKind {
    /// The wide kind of a kind of actor of the catalogue (B35).
    #[must_use]
    pub fn of_actor(actor: &str) -> Self {
        match actor {
            "residents" | "citizen-initiative" | "ambassadors" | "co-producers" | "volunteers" => Self::Resident,
            "non-participants" => Self::NonParticipant,
            "politicians" | "administrator" | "council" => Self::Politician,
            "officials"
            | "participation-professional"
            | "specialist"
            | "back-office"
            | "financial-controller"
            | "middle-manager"
            | "coordinator"
            | "heads" => Self::Official,
            "intermediaries" => Self::Intermediary,
            "experts" => Self::Expert,
            "facilitators" | "moderators" => Self::Facilitator,
            "associations" | "stakeholders" | "partners" => Self::Organisation,
            "professionals" => Self::Professional,
            _ => Self::Other,
        }
    }
    /// The kind of actor of the catalogue (B35) under which the wide kind leaves this room; those the municipality added are `other`.
    #[must_use]
    pub const fn actor(self) -> &'static str {
        match self {
            Self::Resident => "residents",
            Self::NonParticipant => "non-participants",
            Self::Politician => "politicians",
            Self::Official => "officials",
            Self::Intermediary => "intermediaries",
            Self::Expert => "experts",
            Self::Facilitator => "facilitators",
            Self::Organisation => "stakeholders",
            Self::Professional => "professionals",
            Self::Other => "other",
        }
    }
    /// The key of its name.
    #[must_use]
    pub fn key(self) -> String {
        format!("study-kind-{}", self.code().to_lowercase())
    }
}

/// The code of a source: a letter and a number, as B1, G2, O1. For a respondent the letter tells the wide kind of actor; the
/// program gives it and never gives it twice, so that a code whose interview was withdrawn stays empty.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceCode {
    letter: char,
    number: i64,
}

/// A text that is no code of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a code is a letter and a number")]
pub struct SourceCodeError;

impl SourceCode {
    /// The letter of sessions.
    pub const SESSION: char = 'O';
    /// The letter of documents.
    pub const DOCUMENT: char = 'D';

    /// The code with this letter and number.
    #[must_use]
    pub const fn new(letter: char, number: i64) -> Self {
        Self { letter, number }
    }
    /// The letter of a source of this kind, by this kind of actor.
    #[must_use]
    pub fn letter_of(kind: SourceKind, actor: &str) -> char {
        match kind {
            SourceKind::Interview => RespondentKind::of_actor(actor).code().chars().next().unwrap_or('X'),
            SourceKind::Session => Self::SESSION,
            SourceKind::Document => Self::DOCUMENT,
        }
    }
    /// Its letter.
    #[must_use]
    pub const fn letter(&self) -> char {
        self.letter
    }
    /// Its number.
    #[must_use]
    pub const fn number(&self) -> i64 {
        self.number
    }
}

impl fmt::Display for SourceCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.letter, self.number)
    }
}

impl FromStr for SourceCode {
    type Err = SourceCodeError;
    fn from_str(text: &str) -> Result<Self, SourceCodeError> {
        let text = text.trim();
        let letter = text.chars().next().map(|it| it.to_ascii_uppercase()).filter(char::is_ascii_uppercase).ok_or(SourceCodeError)?;
        let digits = text.get(1..).filter(|it| (1..=6).contains(&it.len()) && it.bytes().all(|byte| byte.is_ascii_digit()));
        let digits = digits.filter(|it| !it.starts_with('0')).ok_or(SourceCodeError)?;
        Ok(Self { letter, number: digits.parse().map_err(|_| SourceCodeError)? })
    }
}

/// Kinds of actors of the catalogue (B35), as keys.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Actors(pub Vec<String>);

impl Actors {
    /// As they are stored.
    #[must_use]
    pub fn stored(&self) -> String {
        self.0.join(" ")
    }
    /// As they were stored.
    #[must_use]
    pub fn of_stored(text: &str) -> Self {
        Self(text.split_whitespace().map(str::to_owned).collect())
    }
    /// The first one.
    #[must_use]
    pub fn first(&self) -> &str {
        self.0.first().map_or("", String::as_str)
    }
}

/// A source of a process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its code.
    pub code: SourceCode,
    /// A random id, for the erasure list and the journal.
    pub id: Uuid,
    /// What kind.
    pub kind: SourceKind,
    /// Of whom something was heard in it: one kind for a respondent, those present at a session, whoever wrote a document.
    pub actors: Actors,
    /// On which day.
    pub day: Option<Date>,
    /// How long it took.
    pub minutes: Option<i64>,
    /// What kind of document.
    pub paper: Option<PaperKind>,
    /// The title of a session or document.
    pub title: Option<TextId>,
    /// Where a document lies.
    pub place: Option<TextId>,
    /// Whether its words may be quoted under its code.
    pub may_quote: bool,
    /// Whether nobody codes it a second time; it counts then, labelled less sure.
    pub single: bool,
    /// The day on which the respondent withdrew; then nothing but the code is left.
    pub withdrawn: Option<Date>,
    /// When it was put in.
    pub added: Instant,
}

/// The Monday of the week of a day: what leaves in an export in place of the day.
#[must_use]
pub fn week_of(day: Date) -> Date {
    day.plus_days(1 - i64::from(day.weekday()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_kind_of_actor_of_the_catalogue_has_a_letter_of_its_own_kind() {
        let knowledge = evidence::Knowledge::shipped().unwrap();
        for actor in &knowledge.list("B35").unwrap().items {
            assert_ne!(RespondentKind::of_actor(&actor.key), RespondentKind::Other, "{}", actor.key);
        }
        assert_eq!(RespondentKind::of_actor("our-own-kind"), RespondentKind::Other);
        for kind in RespondentKind::ALL {
            assert_eq!(RespondentKind::of_actor(kind.actor()), *kind, "a wide kind stays what it is");
        }
        let taken = [SourceCode::SESSION, SourceCode::DOCUMENT].map(String::from);
        assert!(RespondentKind::ALL.iter().all(|kind| !taken.contains(&kind.code().to_owned())));
    }

    #[test]
    fn a_day_leaves_as_the_monday_of_its_week() {
        for (day, monday) in [("2026-11-23", "2026-11-23"), ("2026-11-29", "2026-11-23"), ("2026-11-30", "2026-11-30")] {
            assert_eq!(week_of(day.parse().unwrap()).to_string(), monday);
        }
    }

    proptest! {
        #[test]
        fn a_code_reads_back_and_nonsense_does_not(letter in proptest::char::range('A', 'Z'), number in 1_i64..999_999, soup in "\\PC{0,6}") {
            let code = SourceCode::new(letter, number);
            prop_assert_eq!(code.to_string().parse::<SourceCode>().unwrap(), code.clone());
            prop_assert_eq!(code.to_string().to_lowercase().parse::<SourceCode>().unwrap(), code);
            if let Ok(read) = soup.parse::<SourceCode>() {
                prop_assert_eq!(read.to_string(), soup.trim().to_uppercase());
            }
        }
    }
}
