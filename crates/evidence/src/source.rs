//! Where a thing is known from.

use crate::Words;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What kind of evidence a source is; what it can carry differs a great deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EvidenceKind {
    /// A review of studies by a protocol written beforehand.
    SystematicReview,
    /// An exploring review of literature; its selection followed from reading on, not from a protocol.
    ExploratoryReview,
    /// Two municipalities, eleven interviews.
    CaseStudy,
    /// Slides of a lecture.
    Slides,
    /// A publication that is not among the five sources of the catalogue, named for what it is.
    External,
    /// A municipality's own.
    Local,
}

/// A source that things are cited from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Short key, for instance `000`.
    pub key: String,
    /// What kind of evidence.
    pub kind: EvidenceKind,
    /// How a reader finds it: title, author as far as its text names one, place.
    pub title: Words,
    /// What to keep in mind with everything it says.
    pub note: Words,
}

/// A place in a source, with the words that stand there where there are any.
///
/// Written in one line: the key of the source, the place, and the quote between « and ».
/// `[…]` in a quote marks words that were left out.
///
/// ```
/// use evidence::Citation;
/// let cite: Citation = "000 §2.5 «Hier is tijd een essentiële factor»".to_owned().try_into()?;
/// assert_eq!((cite.source.as_str(), cite.place.as_str()), ("000", "§2.5"));
/// # Ok::<(), evidence::CitationError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Citation {
    /// Key of the source.
    pub source: String,
    /// Section, table, slide or footnote; may be empty where a source has none.
    pub place: String,
    /// The words of the source, as they stand there, mistakes included.
    pub quote: Option<String>,
}

/// A citation that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("«{0}» is no citation: write the key of the source, the place, and the quote between « and »")]
pub struct CitationError(pub String);

impl TryFrom<String> for Citation {
    type Error = CitationError;

    fn try_from(text: String) -> Result<Self, CitationError> {
        let wrong = || CitationError(text.chars().take(60).collect());
        let (head, quote) = match text.split_once('«') {
            Some((head, rest)) => {
                let quote = rest.strip_suffix('»').filter(|quote| !quote.trim().is_empty() && !quote.contains(['«', '»']));
                (head, Some(quote.ok_or_else(wrong)?.to_owned()))
            }
            None if text.contains('»') => return Err(wrong()),
            None => (text.as_str(), None),
        };
        let (source, place) = head.trim().split_once(char::is_whitespace).unwrap_or((head.trim(), ""));
        if source.is_empty() {
            return Err(wrong());
        }
        Ok(Self { source: source.to_owned(), place: place.trim().to_owned(), quote })
    }
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.source)?;
        if !self.place.is_empty() {
            write!(f, " {}", self.place)?;
        }
        match &self.quote {
            Some(quote) => write!(f, " «{quote}»"),
            None => Ok(()),
        }
    }
}

impl From<Citation> for String {
    fn from(citation: Citation) -> Self {
        citation.to_string()
    }
}

/// How strongly a rule is known: what kind of sentence of what kind of source it rests on.
///
/// None of these is a cause: the reviews say themselves that they do not establish causes (000, note i).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Strength {
    /// A systematic review reports it from the studies it read.
    ReviewFinding,
    /// The authors of a systematic review draw it as advice from what they read.
    ReviewAdvice,
    /// A systematic review names it as what is assumed or how a word is meant, not as found.
    ReviewAssumption,
    /// An exploring review of literature reports it.
    ExploratoryReview,
    /// A case study cites it from literature.
    CitedLiterature,
    /// A case study of two municipalities found it or concludes it.
    CaseFinding,
    /// One or more respondents of the case study said it.
    Statement,
    /// It stands on a slide, without more.
    Slide,
    /// A municipality's own experience.
    Local,
}

impl Strength {
    /// All of them, in the order in which they are shown. The order is not a ranking of truth.
    pub const ALL: [Self; 9] = [
        Self::ReviewFinding,
        Self::ReviewAdvice,
        Self::ReviewAssumption,
        Self::ExploratoryReview,
        Self::CitedLiterature,
        Self::CaseFinding,
        Self::Statement,
        Self::Slide,
        Self::Local,
    ];

    /// How it is said to an officer, in Dutch and in English.
    #[must_use]
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::ReviewFinding => ("gevonden in een systematische literatuurstudie", "found in a systematic review"),
            Self::ReviewAdvice => {
                ("advies van de auteurs van een systematische literatuurstudie", "advice of the authors of a systematic review")
            }
            Self::ReviewAssumption => (
                "aanname of begrip in een systematische literatuurstudie, niet als bevinding",
                "assumption or term in a systematic review, not a finding",
            ),
            Self::ExploratoryReview => ("gevonden in een verkennende literatuurstudie", "found in an exploratory review"),
            Self::CitedLiterature => ("aangehaald uit literatuur in een masterproef", "cited from literature in a master's thesis"),
            Self::CaseFinding => ("gevonden in een gevalstudie van twee gemeenten", "found in a case study of two municipalities"),
            Self::Statement => ("gezegd door mensen die geïnterviewd werden", "said by people who were interviewed"),
            Self::Slide => ("staat op een dia, zonder meer uitleg", "stands on a slide, without more"),
            Self::Local => ("eigen ervaring van een gemeente", "a municipality's own experience"),
        }
    }
}
